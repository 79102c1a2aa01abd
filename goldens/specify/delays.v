//:icarus
// Module paths with 1, 2, 3, 6 and 12 delays and every transition of a three-state output (IEEE 1364-2005 14.3).
`timescale 1ns / 100ps
module drive1(input a, input en, output y);
  bufif1 (y, a, en);
  specify (a, en *> y) = 3.2; endspecify
endmodule
module drive2(input a, input en, output y);
  bufif1 (y, a, en);
  specify (a, en *> y) = (2, 5.5); endspecify
endmodule
module drive3(input a, input en, output y);
  bufif1 (y, a, en);
  specify (a, en *> y) = (2, 5, 9); endspecify
endmodule
module drive6(input a, input en, output y);
  bufif1 (y, a, en);
  specify (a, en *> y) = (1, 2, 3, 4, 5, 6); endspecify
endmodule
module drive12(input a, input en, output y);
  specparam t = 1.5;
  bufif1 (y, a, en);
  specify (a, en *> y) = (t, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12); endspecify
endmodule
module tb;
  reg a, en;
  wire y1, y2, y3, y6, y12;
  integer i;
  reg [1:40] as, ens;
  drive1 d1(a, en, y1);
  drive2 d2(a, en, y2);
  drive3 d3(a, en, y3);
  drive6 d6(a, en, y6);
  drive12 d12(.a(a), .en(en), .y(y12));
  initial $timeformat(-9, 1, " ns", 9);
  always @(y1 or y2 or y3 or y6 or y12) $display("%t a=%b en=%b: %b %b %b %b %b", $realtime, a, en, y1, y2, y3, y6, y12);
  initial begin
    a = 0; en = 0;
    // z 0 1 0 z 1 z x 0 x 1 x z
    #20 en = 1;
    #20 a = 1;
    #20 a = 0;
    #20 en = 0;
    #20 a = 1;
    #20 en = 1;
    #20 en = 0;
    #20 a = 1'bx;
    #20 en = 1;
    #20 a = 0;
    #20 a = 1'bx;
    #20 a = 1;
    #20 a = 1'bx;
    #20 en = 0;
    #20 $finish;
  end
endmodule
