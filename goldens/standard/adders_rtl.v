//:part
module adder(input a, b);
  initial $display("%m is rtl.adder");
  m f1(a), f2(b);
endmodule
module m(input a);
  initial $display("%m is %l");
endmodule
module foo(input a);
  initial $display("%m is rtl.foo");
endmodule
