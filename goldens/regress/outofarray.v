// Words beyond an array that nobody watches are no others.
module outofarray;
  reg v[0:6];
  reg next;
  reg [2:0] i;
  reg [99:0] w[1:3];
  reg [99:0] after;
  initial begin
    next = 1'bx;
    after = 100'd9;
    i = 7;
    v[i] = 0;
    $display("%b", next);
    v[i] = #1 1'b0;
    $display("%b", next);
    v[i] <= 0;
    #1 $display("%b", next);
    w[i] = 1;
    i = 0;
    w[i] = 2;
    i = 4;
    w[i] = 3;
    $display("%0d %0d %0d %0d", after, w[1], w[2], w[3]);
  end
endmodule
