// Words that are not there: writing one changes no other, whether anybody watches the memory or not, in every width.
module wordsoff;
  reg [2:0] a [5:0], guarda [1:0];
  reg [47:0] b [5:2], guardb [1:0];
  reg [99:0] c [0:5], guardc [1:0];
  real d [5:0], guardd [1:0];
  reg [2:0] seen [5:0], guards [1:0];
  wire [2:0] w0 = seen[0], w1 = guards[0];
  integer i;
  initial begin
    for (i = 0; i < 2; i = i + 1) begin
      guarda[i] = 5;
      guardb[i] = 48'hfedcba987654;
      guardc[i] = 100'hf0123456789abcdef01234567;
      guardd[i] = 1.5;
      guards[i] = 3;
    end
    for (i = -3; i < 12; i = i + 1) begin
      a[i] = i[2:0];
      b[i] = {16'd7, i};
      c[i] = {68'd9, i};
      d[i] = i / 4.0;
      seen[i] = ~i[2:0];
    end
    for (i = 0; i < 2; i = i + 1)
      $display("%b %h %h %f %b", guarda[i], guardb[i], guardc[i], guardd[i], guards[i]);
    for (i = 0; i < 6; i = i + 1)
      $display("%b %h %h %f %b", a[i], b[i], c[i], d[i], seen[i]);
    a[6] = 0;
    if (a[6] !== a[7]) $display("differ");
    #1 $display("%b %b", w0, w1);
  end
endmodule
