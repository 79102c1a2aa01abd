`default_nettype none
module strict;
  assign undeclared = 1'b1; // ERROR "not declared, and `default_nettype is none"
endmodule
