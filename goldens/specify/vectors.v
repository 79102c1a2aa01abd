// Each bit of a vector has its own paths and delays (IEEE 1364-2005 14.2.2, 14.3): parallel paths from bit to bit, full paths from
// all of a source, paths of parts, and bits without any path. Icarus Verilog 11 has one delay for all bits.
`timescale 1ns / 1ns
module bits(input [3:0] a, input [1:0] s, input c, output [3:0] p, f, output [5:2] m, output [0:2] r);
  assign p = a;
  assign f = {4{c}} ^ a;
  assign m = {c, s, c};
  assign r = a[2:0];
  specify
    (a => p) = (2, 5);
    (c *> f) = 4;
    (a *> f) = 7;
    (s[1] => m[4]) = 3;
    (s[0] => m[3]) = 6;
    (c *> m[2]) = 1;
    (a[2:0] => r) = (1, 1);
    (a[3] *> r[1]) = 9;
  endspecify
endmodule
module tb;
  reg [3:0] a;
  reg [1:0] s;
  reg c;
  wire [3:0] p, f;
  wire [5:2] m;
  wire [0:2] r;
  bits u(a, s, c, p, f, m, r);
  initial $monitor("%0t a=%b s=%b c=%b p=%b f=%b m=%b r=%b", $time, a, s, c, p, f, m, r);
  initial begin
    a = 0; s = 0; c = 0;
    #20 a = 4'b0101;
    #20 a = 4'b1010;
    #1 a = 4'b1011;    // only bit 0 moves on: bits that are on their way stay so
    #20 s = 2'b11;
    #20 s = 2'b00;
    #20 c = 1;
    #1 s = 2'b10;
    #20 c = 0; a = 4'b0000;
    #20 a = 4'bx01z;
    #20 $finish;
  end
endmodule
