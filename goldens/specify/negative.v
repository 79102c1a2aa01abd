// Negative limits of $setuphold and $recrem with delayed signals (IEEE 1364-2005 15.8), conditions of the time stamp and of the
// check, and limits that no delays make positive.
`timescale 1ns / 1ps
primitive flop(q, d, ck, rn, n);
  output q;
  reg q;
  input d, ck, rn, n;
  table
    0 (01) 1 ? : ? : 0;
    1 (01) 1 ? : ? : 1;
    ? (1?) 1 ? : ? : -;
    ? (?0) 1 ? : ? : -;
    * ?    ? ? : ? : -;
    ? ?    0 ? : ? : 0;
    ? ?   (?1) ? : ? : -;
    ? ?    ? * : ? : x;
  endtable
endprimitive
module ff(input D, CK, RN, EN, output Q);
  reg n;
  wire dD, dRN;
  flop i0(Qi, dD, dCK, dRN, n);
  buf i1(Q, Qi);
  wire on = EN;
  specify
    (posedge CK => (Q +: D)) = 1;
    (negedge RN => (Q +: 1'b0)) = 1;
    $setuphold(posedge CK, posedge D, -0.2, 0.7, n, on, , dCK, dD);
    $setuphold(posedge CK, negedge D, -0.1, 0.5, n, , on, dCK, dD);
    $recrem(posedge RN, posedge CK, 0.3, -0.1, n, , , dRN, dCK);
  endspecify
endmodule
// Here the data is what has to be delayed.
module early(input D, CK, output Q);
  reg n;
  flop i0(Q, dD, dCK, 1'b1, n);
  specify
    $setuphold(posedge CK, posedge D, 0.4, -0.1, n, , , dCK, dD);
  endspecify
endmodule
// No delays of a and b fit both checks: the setup limit of one counts as 0.
module odd(input a, b);
  specify
    $setuphold(posedge a, b, -3, 4);
    $setuphold(posedge b, a, -3, 4);
  endspecify
endmodule
module tb;
  reg d, ck, rn, en, a, b, e;
  wire q, q2;
  integer i;
  ff u(d, ck, rn, en, q);
  early u2(e, ck, q2);
  odd o(a, b);
  initial $monitor("%t d=%b ck=%b rn=%b en=%b q=%b n=%b delayed %b %b %b | e=%b q=%b n=%b", $realtime, d, ck, rn, en, q, u.n, u.dD, u.dCK, u.dRN, e, q2, u2.n);
  initial begin
    d = 0; ck = 0; rn = 0; en = 1; a = 0; b = 0; e = 0;
    $timeformat(-9, 1, "", 6);
    #10 rn = 1;
    // d rises from 0.1 ns behind the clock to 0.8 ns behind it: the window is open from 0.2 to 0.7 ns.
    for (i = 1; i <= 8; i = i + 1) begin
      #10 ck = 1; #(i * 0.1) d = 1; #5 ck = 0; d = 0;
      if (i == 6) en = 0;
      if (i == 7) en = 1;
    end
    #10 d = 1; #10 ck = 1; #5 ck = 0;
    // d falls from 0 to 0.6 ns behind the clock: the window is from 0.1 to 0.5 ns.
    for (i = 0; i <= 6; i = i + 1) begin
      #10 ck = 1; #(i * 0.1) d = 0; #5 ck = 0; d = 1; #5;
      if (i == 2) en = 0;
      if (i == 3) en = 1;
    end
    // The data of the other flip-flop has to be there until 0.1 ns in front of the clock.
    for (i = 5; i >= 0; i = i - 1) begin
      #10 e = 1; #(i * 0.1) ck = 1; #5 ck = 0; e = 0;
    end
    // rn rises; the clock from 0 to 0.4 ns behind it.
    for (i = 0; i <= 4; i = i + 1) begin
      rn = 0; #10 rn = 1; #(i * 0.1) ck = 1; #5 ck = 0; #10;
    end
    a = 1; #2 b = 1; #10 a = 0; b = 0; #10 b = 1; #3.5 a = 1; #20;
    $finish;
  end
endmodule
