module leaf(input [3:0] a, output b);
  parameter P = 1;
  localparam L = 2;
  assign b = ^a;
endmodule
module headed #(parameter A = 1) (input i);
  parameter B = 2;
endmodule
primitive inv(o, i);
  output o;
  input i;
  table 0 : 1; 1 : 0; endtable
endprimitive
module top;
  reg [3:0] v;
  reg r;
  wire w, x;
  nothing n1(w); // ERROR "cannot find module 'nothing'"
  leaf #(.Q(1)) l1(v, w); // ERROR "has no parameter 'Q'"
  leaf #(.L(1)) l2(v, w); // ERROR "'L' of module 'leaf' is a localparam"
  leaf #(.P(1), .P(2)) l3(v, w); // ERROR "overridden twice"
  headed #(.B(3)) h1(r); // ERROR "'B' of module 'headed' is a localparam"
  defparam l2.Z = 4; // ERROR "cannot find the parameter 'l2.Z'"
  leaf w(v, x); // ERROR "'w' has already been declared"
  integer bad [0:1<<29]; // ERROR "too large"
  wire [1<<25:0] wide; // ERROR "too large"
  parameter C1 = C2 + 1, C2 = C1 + 1; // ERROR "depends on itself"
  genvar g;
  generate
    for (g = 0; g < 2; g = g * 1) begin : loop // ERROR "takes the value 0 twice"
    end
    for (r = 0; r < 2; r = r + 1) begin : other // ERROR "'r' is not a genvar"
    end
  endgenerate
endmodule
