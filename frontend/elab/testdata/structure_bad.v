module ports(p, q, r, bad); // ERROR "'bad' of module 'ports' is not declared"
  input [3:0] p; // ERROR "declared as .3:0. and as .7:0."
  wire [7:0] p;
  input r; // ERROR "declared as a scalar and as .1:0."
  wire [1:0] r;
  output q;
  input s; // ERROR "not in the port list"
  reg q, q; // ERROR "already been declared"
endmodule
