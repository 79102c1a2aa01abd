//:map adders.map
//:top rules
// An instance clause goes before a cell clause, and that before the default (IEEE 1364-2005 clause 13).

module top;
  adder a1(1, 0), a2(1, 0);
  foo foo1(1);
  genvar i;
  generate for (i = 0; i < 2; i = i + 1) begin : g
    adder a(1, 0);
  end endgenerate
  adder arr[1:0] (2'b10, 1);
endmodule

config rules;
  design top;
  default liblist rtl gates;
  cell m use gates.m;
  cell foo liblist spare;
  instance top.a2 liblist gates;
  instance top.a2.f2 use rtl.m;
  instance top.g.a.f1 use spare.spare;
endconfig
