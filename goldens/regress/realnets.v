// Nets of reals: `wreal` and real inputs, which Icarus reads in 1364-2005 as well.
`begin_keywords "VAMS-2.3"
module old(r, s);
  input real r;
  input s;
  wreal s;
  initial #1 $display("%g %g", r + 0.1, s);
endmodule

module ansi(input real r, input realtime q, output wreal y);
  assign y = r * 2;
  initial #1 $display("%g %g", r, q);
endmodule
`end_keywords

module realnets;
  real a = 1.5;
  wreal b, c[0:1];
  wire real d;
  assign b = a + 1, c[0] = a, c[1] = c[0] * 3;
  old o(a, b);
  ansi n(a, b, d);
  initial begin
    #2 $display("%g %g %g %f", b, c[0], c[1], d);
    a = 3;
    #1 $display("%g %g %g %f", b, c[0], c[1], d);
  end
endmodule
