//:part
`include "adders_say.vh"
module adder(input a, b);
  initial `SAY("gates.adder")
  m f1(a), f2(b);
endmodule
primitive m2(o, a);
  output o; input a;
  table 0 : 1; 1 : 0; endtable
endprimitive
module m(input a);
  initial `SAY("gates.m")
endmodule
module foo(input a);
  initial `SAY("gates.foo")
endmodule

// A config in a library; its name is that of a module of the library, too.
config adder;
  design adder;
  default liblist gates;
  instance adder.f1 liblist rtl;
endconfig
