// What an SDF file can say (IEEE 1364-2005 clause 16): delays of paths with edges, conditions and bits, absolute and increments,
// devices, ports, interconnections, pulse limits, specparams, timing checks; and the arguments of $sdf_annotate.
`timescale 1ns / 10ps
module mux(input a, b, s, output y);
  assign y = s ? b : a;
  specify
    if (s == 1'b0) (a => y) = (1, 2);
    if (s == 1'b1) (b => y) = (1, 2);
    ifnone (a => y) = 5;
    (s => y) = 3;
  endspecify
endmodule
module reg2(input [1:0] d, input ck, output reg [1:0] q);
  reg n;
  always @(posedge ck) q <= d;
  specify
    specparam tw = 1;
    (posedge ck *> (q +: d)) = (1, 1);
    $setup(d, posedge ck, 1, n);
    $hold(posedge ck, d &&& d[0], 1, n);
    $width(posedge ck &&& ~d[1], tw, 0, n);
    $setuphold(posedge ck, negedge d[0], 0, 0, n);
  endspecify
endmodule
module inv(input a, output y);
  specparam t = 1, PATHPULSE$ = 0;
  not (y, a);
  specify (a => y) = t; endspecify
endmodule
module top(input a, b, s, ck, output [1:0] q, output z);
  wire y, i;
  mux m(a, b, s, y);
  reg2 r({b, y}, ck, q);
  inv \i/1 (y, i);
  inv i2(i, z);
endmodule
module tb;
  reg a, b, s, ck;
  wire [1:0] q, q2;
  wire z, z2;
  top u(a, b, s, ck, q, z);
  top fast(a, b, s, ck, q2, z2);
  initial begin
    $sdf_annotate("annotate.sdf", u, , "annotate.log", "MAXIMUM");
    $sdf_annotate("annotate.sdf", fast, , , "MINIMUM", "0.5:1.0:2.0", "FROM_MTM");
  end
  initial $timeformat(-9, 2, "", 7);
  initial $monitor("%t a=%b b=%b s=%b ck=%b | y=%b %b i=%b %b z=%b %b d=%b %b q=%b %b n=%b %b", $realtime, a, b, s, ck,
    u.y, fast.y, u.i, fast.i, z, z2, u.r.d, fast.r.d, q, q2, u.r.n, fast.r.n);
  initial begin
    a = 0; b = 0; s = 0; ck = 0;
    #40 a = 1;
    #40 s = 1;
    #40 b = 1;
    #40 s = 0; 
    #40 a = 0;
    #40 ck = 1;
    #2 a = 1;
    #20 ck = 0;
    #40 b = 0; a = 0;
    #20 ck = 1;
    #2 ck = 0;
    #40 a = 1; #3 a = 0;
    #40 s = 1'bx;
    #40 a = 1;
    #40 $finish;
  end
endmodule
