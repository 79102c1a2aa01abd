// The index of a word is looked at modulo 2^32, where it is no constant.
module wrapword;
  reg [3:0] a [0:15];
  reg [3:0] b [1:8];
  reg [3:0] v;
  reg [63:0] big;
  reg signed [127:0] huge;
  reg signed [34:0] s;
  reg [32:0] odd;
  integer i;
  initial begin
    for (i = 0; i < 16; i = i + 1) a[i] = i;
    for (i = 1; i < 9; i = i + 1) b[i] = i;
    big = 64'h0000000100000009;
    v = a[big];
    $display("%b %b %b", a[big], v, a[64'h0000000100000009]);
    a[big] = 3;
    $display("%b %b", a[9], a[big] | 4'd0);
    s = -1;
    odd = {1'b1, 32'd5};
    huge = 7;
    huge[120] = 1;
    $display("%b %b %b %b", a[s], b[s], a[odd], b[huge]);
    huge[3] = 1'bx;
    $display("%b %b", b[huge], a[huge]);
  end
endmodule
