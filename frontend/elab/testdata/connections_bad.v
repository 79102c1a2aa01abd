module leaf(input [3:0] a, output b);
  assign b = ^a;
endmodule
primitive inv(o, i);
  output o;
  input i;
  table 0 : 1; 1 : 0; endtable
endprimitive
module top;
  reg [3:0] v;
  reg r;
  wire w, x, y;
  uwire u;
  wire [2:0] three;
  leaf l1(v); // ERROR "has 1 connections, but module 'leaf' has 2 ports"
  leaf l2(.a(v), .c(w)); // ERROR "no port 'c'"
  leaf l3(.a(v), .a(v), .b(w)); // ERROR "connected twice"
  leaf l4(v, r); // ERROR "r"
  leaf l5[1:0](v, three); // ERROR "cannot be connected to 3 bits"
  and g1(w); // ERROR "an output and at least one input"
  bufif1 g2(w, x); // ERROR "a data input and a control input"
  and g3[3:0](v[3:0], w, x); // ERROR "v"
  and g4[1:0](three[1:0], v, w); // ERROR "cannot be connected to 4 bits"
  inv i1(w, x, y); // ERROR "has 2 terminals, not 3"
  inv i2(.o(w), .z(x)); // ERROR "no terminal 'z'"
  tran t1(w, x, y); // ERROR "has 2 terminals, not 3"
endmodule
