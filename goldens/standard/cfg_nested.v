//:map adders.map
//:top outer
// Configs for parts of the hierarchy (IEEE 1364-2005 clause 13).

module top;
  adder a1(1, 0), a2(1, 0);
  foo foo1(1);
  genvar i;
  generate for (i = 0; i < 2; i = i + 1) begin : g
    adder a(1, 0);
  end endgenerate
  adder arr[1:0] (2'b10, 1);
endmodule

config outer;
  design work.top;
  default liblist rtl;
  instance top.a1 use gates.adder:config;
  instance top.a2 use gates.adder;
  instance top.arr use work.inner;
  cell gates.foo use spare.foo;   // is of no use: foo would be rtl.foo
endconfig
config inner;
  design rtl.adder;
  default liblist gates rtl;
  instance adder.f2 use spare.spare;
endconfig
