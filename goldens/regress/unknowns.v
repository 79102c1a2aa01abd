// What unknown conditions, counts and indices give.
module unknowns;
  reg s, a, b;
  reg [99:0] wide;
  reg [3:0] v;
  reg signed [3:0] sv;
  real ra [0:3], r;
  integer i;
  wire w = s ? a : b;
  wire cz = s ? 1'bz : a;
  wire [99:0] y = s ? {100{a}} : {100{b}};
  wire [3:0] l = v << 4'b000x, rr = v >> 4'b0z00, ar = sv >>> 1'bx;
  function f(input x, input p, input q);
    f = x ? p : q;
  endfunction
  wire g = f(s, a, b);
  initial begin
    s = 1'bx; a = 1'bz; b = 1'bz; v = 4'd5; sv = -4'sd3;
    wide = s ? {100{a}} : {100{b}};
    $display("%b %b %b %b", l, rr, ar, s ? a : b);
    #1 $display("%b %b %b %h %h %b", w, cz, g, wide, y, s ? a : b);
    a = 1'bx;
    #1 $display("%b %b %b %b", w, cz, g, s ? a : b);
    a = 1'b1; b = 1'b1;
    #1 $display("%b %b %b %b", w, cz, g, s ? a : b);
    for (i = 0; i < 4; i = i + 1) ra[i] = i + 0.5;
    i = 'bx;
    r = ra[i];
    $display("%f %f %f", r, ra[i], ra[2]);
    i = 4;
    ra[i] = 9.5;
    $display("%f", ra[i]);
    i = -1;
    $display("%f", ra[i]);
    r = 7.5;
    r = r % 2.0;
    $display("%f", r);
    wide = 100'h123456789abcdef0123456789;
    wide = wide << v;
    $display("%h %h", wide, wide << 7'bx);
    v = 4'd9;
    $display("%h %h", wide << {v, 3'd4}, wide >> v);
  end
endmodule
