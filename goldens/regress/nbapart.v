// A nonblocking assignment to a part as wide as its variable that lies partly beside it, and one that covers it.
module nbapart;
  reg [1:0] v;
  reg [39:0] w;
  reg k;
  reg [5:0] n;
  initial begin
    k = 1;
    v[k +: 2] <= 2'b01;
    n = 4;
    w[n +: 40] <= 40'hfedcba9876;
    #1 $display("%b %b", v, w);
    k = 0;
    n = 0;
    v[k +: 2] <= 2'b10;
    w[n +: 40] <= 40'h123456789a;
    #1 $display("%b %h", v, w);
  end
endmodule
