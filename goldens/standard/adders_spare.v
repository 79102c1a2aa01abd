//:part
module spare(input a);
  initial $display("%m is spare.spare");
  foo f(a);
endmodule
module foo(input a);
  initial $display("%m is spare.foo");
endmodule
