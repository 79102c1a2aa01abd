// Forms of IEEE 1800 that Icarus Verilog reads in 1364-2005 as well, texts made by concatenation, and a delay
// before an unsized number.
module sub (input logic a, output wire [1:0] b, output logic c);
  assign b = {a, a};
  always @* c = a;
endmodule

module redeclared (out);
  output unsigned [3:0] out;
  reg unsigned [3:0] out;
  initial out = 5;
endmodule

module tb;
  parameter T = "ab", U = {"x", "y"}, ONES = '1;
  parameter logic [3:0] P = 5;
  logic a = 0;
  logic [3:0] v;
  logic signed [3:0] sg;
  logic [7:0] mem [0:3];
  reg [39:0] w;
  wire [1:0] b;
  wire [3:0] o;
  wire c;
  integer i;

  sub s (.a, .b, .c(c));
  redeclared r (o);

  function logic [3:0] f(input logic x);
    f = {4{x}};
  endfunction

  initial begin : main
    logic y;
    y = 1;
    v = f(y);
    sg = -1;
    mem[1] = 3;
    #1 a = 1;
    i = 5;
    ++i;
    i++;
    --v;
    v += 1;
    v <<= 1;
    #1 $display("%b %b %b %b %b %0d %0d %0d %0d", a, v, b, c, o, sg, P, mem[1], i);
    for (i = 0; i < 3; ++i) $display(i);
    v <= #2 'b11;
    #3 $display(v);
    w = '1; $display("%h", w);
    w = 'x; $display("%h", w);
    w = 'z; $display("%h", w);
    w = '1 + 1'b0; $display("%h", w);
    w = v & '1; $display("%h", w);
    w = ~'0; $display("%h", w);
    w = ONES; $display("%h", w);
    $display("%b %0d", '1, $bits('1));
    $display({"a", "b"}, {2{"xy"}}, {T, U}, {"%d", "!"}, 5);
    $display({"a", 8'h41}, , {"n"}, {1{8'h42}});
    $write({"q", "w"}, "\n");
    $display("%0d %s", {"a", "b"}, {"a", "b"});
    $strobe({"st", "r"});
  end
endmodule
