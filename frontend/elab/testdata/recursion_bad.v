module top;
  recursive r(1'b0);
endmodule
module recursive(input i);
  recursive r(i); // ERROR "instantiates itself too deep"
endmodule
