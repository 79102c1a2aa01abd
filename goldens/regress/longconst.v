// A constant without a size that is written with 32 bits or more is as wide as it takes: products, sums and shifts of it lose nothing
// (IEEE 1364-2005 3.5.1 asks for at least 32 bits). A plain decimal number has a bit for its sign.
module longconst;
  reg [7:0] s;
  reg [31:0] r, seed;
  reg [45:0] w;
  reg [32:0] a;
  wire less = a >= s * 'sd2009972788;
  wire cut = a >= s * 'd2009972788;
  initial begin
    s = 41;
    seed = 32'hdeadbeef;
    a = 33'h1f2fe633d;
    #1 $display("%b %b", less, cut);
    r = (seed * 1103515245 + 12345) >> 16;
    $display("%h", r);
    r = (seed * 32'd1103515245 + 12345) >> 16;
    $display("%h", r);
    $display("%b", s * 1073741824);
    $display("%b", s * 1073741823);
    $display("%b", s * 'h0000001);
    $display("%b", s * 'h00000001);
    $display("%b", s * 'hx0000001);
    $display("%b", s * 'sh3fffffff);
    $display("%b", s * 'd2147483647);
    $display("%b", s * 'd2147483648);
    $display("%b", s * 'sd1073741823);
    $display("%b", s * 'sd1073741824);
    $display("%b", s * 'o1111111111);
    $display("%b", s * 'o11111111111);
    $display("%b", s * 'b11111111111111111111111111111111);
    $display("%b %b", 1444484336 << 59 ? 2'd2 : 2'd1, 1044484336 << 59 ? 2'd2 : 2'd1);
    $display("%b", s[3:0] + ('d4294967296 ** 1));
    $display("%b", s[3:0] + ('d4294967295 ** 2));
    $display("%b", s[3:0] + ('sd4294967296 ** 2));
    w = 'sh0fffffffff;
    $display("%h", w);
    w = 'shfffffffff;
    $display("%h", w);
    w = 'sb0111111111111111111111111111111111;
    $display("%h", w);
  end
endmodule
