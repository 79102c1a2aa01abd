// Primitives take the changes of their inputs one by one, and their outputs queue where Icarus queues them.
primitive jk(q, cp, j, k, s, r);
  output q;
  input cp, j, k, s, r;
  reg q;
  table
    ?    ?  ? (?0) 0  : ? : -;
    ?    ?  ?  0 (?0) : ? : -;
    ?    *  ?  0   0  : ? : -;
    ?    ?  *  0   0  : ? : -;
    ?    ?  ?  1   0  : ? : 1;
    ?    ?  ?  0   1  : ? : 0;
    (?0) ?  ?  0   0  : ? : -;
    (01) 0  0  0   0  : ? : -;
    (01) 1  0  0   0  : ? : 1;
    (01) 0  1  0   0  : ? : 0;
    (01) 1  1  0   0  : 0 : 1;
    (01) 1  1  0   0  : 1 : 0;
  endtable
endprimitive

primitive dff(q, cp, d);
  output q;
  input cp, d;
  reg q;
  initial q = 1'b0;
  table
    (01) 0 : ? : 0;
    (01) 1 : ? : 1;
    (?0) ? : ? : -;
    ?    * : ? : -;
  endtable
endprimitive

primitive mux(y, a, b, s);
  output y;
  input a, b, s;
  table
    0 ? 0 : 0;
    1 ? 0 : 1;
    ? 0 1 : 0;
    ? 1 1 : 1;
    0 0 x : 0;
    1 1 x : 1;
  endtable
endprimitive

module ring(input clk, input reset, output [3:0] s, output g);
  jk f0(s[0], clk, ~s[3], s[3], 1'b0, reset);
  jk f1(s[1], clk, s[0], ~s[0], 1'b0, reset);
  jk f2(s[2], clk, s[1], ~s[1], 1'b0, reset);
  jk f3(s[3], clk, s[2], ~s[2], 1'b0, reset);
  and (g, clk, s[0]);
  always @(posedge clk) $display("in  %b %b", s, g);
endmodule

module udporder;
  reg clk, reset, d;
  wire [3:0] s;
  wire g, q, qd, y;
  ring u(clk, reset, s, g);
  dff a(q, clk, d);
  dff #2 b(qd, clk, q);
  mux m(y, q, qd, d);
  always @(posedge clk) $display("top %b %b %b", s, g, q);
  always @(q or qd or y) $display("%0t %b %b %b", $time, q, qd, y);
  integer i;
  initial begin
    clk = 0;
    reset = 1;
    d = 1'bx;
    #1 reset = 0;
    for (i = 0; i < 14; i = i + 1) begin
      #5 clk = ~clk;
      if (i == 3) d = 1;
      if (i == 7) d = 0;
    end
    #5 $finish(0);
  end
endmodule
