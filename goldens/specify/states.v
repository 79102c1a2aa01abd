//:icarus
// Edge-sensitive and state-dependent module paths, ifnone, and which of several paths decides (14.2.4, 14.2.3, 14.3.3).
`timescale 1ns / 1ns
module alu(input [1:0] mode, input a, b, output y);
  assign y = mode == 0 ? a & b : mode == 1 ? a | b : a ^ b;
  specify
    if (mode == 0) (a => y) = (3, 4);
    if (mode == 1) (a => y) = (5, 6);
    ifnone (a => y) = (7, 8);
    if (mode[0] && !mode[1]) (b => y) = 9;
    if (mode === 0) (b +=> y) = 2;
    ifnone (b -=> y) = 1;
  endspecify
endmodule
module dff(input d, ck, rn, en, output reg q, output qn);
  assign qn = ~q;
  always @(posedge ck or negedge rn) if (!rn) q <= 0; else if (en) q <= d;
  specify
    specparam tr = 3, tf = 4;
    if (en) (posedge ck => (q +: d)) = (tr, tf);
    (negedge rn => (q +: 1'b0)) = 2;
    (posedge ck => (qn -: d)) = (tf, tr);
    (negedge rn *> (qn -: 1'b0)) = 6;
  endspecify
endmodule
module tb;
  reg [1:0] mode;
  reg a, b, d, ck, rn, en;
  wire y, q, qn;
  integer seed, i;
  alu u1(mode, a, b, y);
  dff u2(d, ck, rn, en, q, qn);
  initial $monitor("%0t mode=%0d a=%b b=%b y=%b | d=%b ck=%b rn=%b en=%b q=%b qn=%b inside %b %b", $time, mode, a, b, y, d, ck, rn, en, q, qn, u2.q, u2.qn);
  initial begin
    seed = 7;
    mode = 0; a = 0; b = 0; d = 0; ck = 0; rn = 1; en = 1;
    for (i = 0; i < 60; i = i + 1) begin
      #20 case (i % 5)
        0: a = ~a;
        1: b = ~b;
        2: mode = mode == 2 ? 0 : mode + 1;
        3: {a, b} = $random(seed);
        4: b = ~b;
      endcase
      case (i % 7)
        0, 3: ck = 1;
        1, 4: ck = 0;
        2: d = ~d;
        5: rn = i < 30;
        6: rn = 1;
      endcase
      if (i == 40) en = 0;
    end
    #20 $finish;
  end
endmodule
