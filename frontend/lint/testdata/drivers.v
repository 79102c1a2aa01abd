// Nets with several drivers.
module drivers(input a, b, en, input [3:0] v, output x, y, z, inout bus, output [3:0] p, output w, k);
  wand both;
  tri shared;
  wire pulled;
  reg hold;
  assign x = a;
  assign x = b;                         // LINT W4010 "net 'x' has several drivers"
  assign y = en ? a : 1'bz;
  assign y = en ? 1'bz : b;
  assign both = a;
  assign both = b;
  assign shared = a;
  assign shared = b;
  pullup (pulled);
  assign pulled = en ? a : 1'bz;
  assign z = both & shared & pulled;
  assign bus = hold;
  assign bus = en ? a : 1'bz;
  initial begin hold = 1'bz; #1 hold = 1; end
  assign p[1:0] = v[1:0];
  assign p[3:1] = v[3:1];               // LINT W4010 "net 'p' has several drivers"
  buffer b1(a, w);
  buffer b2(b, w);                      // LINT W4010 "net 'w' has several drivers"
  enabled e1(a, en, k);
  enabled e2(b, !en, k);
endmodule
module buffer(input i, output o); assign o = i; endmodule
module enabled(input i, en, output o); assign o = en ? i : 1'bz; endmodule
