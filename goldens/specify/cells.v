// A small cell library in the manner of vendors' ones (state in primitives with a notifier, specparams, state-dependent and
// edge-sensitive paths, timing checks under conditions), a netlist of it with delays from an SDF file, run at a clock that it
// can follow, then at one that it cannot, then reset.
`timescale 1ns / 1ps
`celldefine
module LIB_INVX1 (Y, A);
  output Y;
  input A;
  not (Y, A);
  specify
    specparam tplh$A$Y = 0.03, tphl$A$Y = 0.02;
    (A -=> Y) = (tplh$A$Y, tphl$A$Y);
  endspecify
endmodule
`endcelldefine
`celldefine
module LIB_NAND2X1 (Y, A, B);
  output Y;
  input A, B;
  nand (Y, A, B);
  specify
    specparam tplh$A$Y = 0.05, tphl$A$Y = 0.04, tplh$B$Y = 0.06, tphl$B$Y = 0.05;
    (A => Y) = (tplh$A$Y, tphl$A$Y);
    (B => Y) = (tplh$B$Y, tphl$B$Y);
  endspecify
endmodule
`endcelldefine
`celldefine
module LIB_XOR2X1 (Y, A, B);
  output Y;
  input A, B;
  xor (Y, A, B);
  specify
    if (B == 1'b0) (A +=> Y) = (0.07, 0.08);
    if (B == 1'b1) (A -=> Y) = (0.09, 0.06);
    ifnone (A => Y) = 0.1;
    if (A == 1'b0) (B +=> Y) = (0.05, 0.06);
    if (A == 1'b1) (B -=> Y) = (0.07, 0.08);
    ifnone (B => Y) = 0.1;
  endspecify
endmodule
`endcelldefine
primitive lib_dff_rs (q, d, ck, sn, rn, notifier);
  output q;
  reg q;
  input d, ck, sn, rn, notifier;
  table
    // d ck  sn rn nt : q : q+
       0 (01) 1  1  ? : ? : 0;
       1 (01) 1  1  ? : ? : 1;
       0 (0x) 1  1  ? : 0 : 0;
       1 (0x) 1  1  ? : 1 : 1;
       0 (x1) 1  1  ? : 0 : 0;
       1 (x1) 1  1  ? : 1 : 1;
       ? (1?) ?  ?  ? : ? : -;
       ? (x0) ?  ?  ? : ? : -;
       *  ?   ?  ?  ? : ? : -;
       ?  ?   0  1  ? : ? : 1;
       ?  ?   ?  0  ? : ? : 0;
       ?  ? (?1) ?  ? : ? : -;
       ?  ? (?x) 1  ? : 1 : 1;
       ?  ?   ? (?1) ? : ? : -;
       ?  ?   1 (?x) ? : 0 : 0;
       ?  ?   ?  ?  * : ? : x;
  endtable
endprimitive
`celldefine
module LIB_DFFRX1 (Q, QN, D, CK, RN);
  output Q, QN;
  input D, CK, RN;
  reg NOTIFIER;
  supply1 SN;
  wire dD, dCK, dRN;
  lib_dff_rs I0 (q_int, dD, dCK, SN, dRN, NOTIFIER);
  buf I1 (Q, q_int);
  not I2 (QN, q_int);
  and I3 (check_d, dRN, SN);
  buf I4 (check_r, dD);
  wire ENABLE_D = check_d === 1'b1;
  wire ENABLE_R = check_r === 1'b1;
  specify
    specparam
      tplh$CK$Q = 0.2, tphl$CK$Q = 0.22, tphl$RN$Q = 0.15,
      tsetup$D$CK = 0.1, thold$D$CK = 0.05, tminpwl$CK = 0.3, tminpwh$CK = 0.25, tperiod$CK = 0.8,
      tminpwl$RN = 0.4, trec$RN$CK = 0.12, trem$RN$CK = 0.08;
    (posedge CK => (Q +: D)) = (tplh$CK$Q, tphl$CK$Q);
    (posedge CK => (QN -: D)) = (tphl$CK$Q, tplh$CK$Q);
    (negedge RN => (Q +: 1'b0)) = (0, tphl$RN$Q);
    (negedge RN => (QN -: 1'b0)) = tphl$RN$Q;
    $setuphold(posedge CK &&& ENABLE_D, posedge D, tsetup$D$CK, thold$D$CK, NOTIFIER, , , dCK, dD);
    $setuphold(posedge CK &&& ENABLE_D, negedge D, tsetup$D$CK, thold$D$CK, NOTIFIER, , , dCK, dD);
    $recrem(posedge RN, posedge CK &&& ENABLE_R, trec$RN$CK, trem$RN$CK, NOTIFIER, , , dRN, dCK);
    $width(negedge RN, tminpwl$RN, 0, NOTIFIER);
    $width(negedge CK &&& ENABLE_D, tminpwl$CK, 0, NOTIFIER);
    $width(posedge CK &&& ENABLE_D, tminpwh$CK, 0, NOTIFIER);
    $period(posedge CK &&& ENABLE_D, tperiod$CK, NOTIFIER);
  endspecify
endmodule
`endcelldefine
// A counter of four bits.
module counter (ck, rn, q);
  input ck, rn;
  output [3:0] q;
  wire [3:0] d, qn;
  wire c2, c2n, c3, c3n;
  LIB_DFFRX1 \q_reg[0] (.Q(q[0]), .QN(qn[0]), .D(qn[0]), .CK(ck), .RN(rn));
  LIB_XOR2X1 U1 (.Y(d[1]), .A(q[1]), .B(q[0]));
  LIB_DFFRX1 \q_reg[1] (.Q(q[1]), .QN(), .D(d[1]), .CK(ck), .RN(rn));
  LIB_NAND2X1 U2 (.Y(c2n), .A(q[0]), .B(q[1]));
  LIB_INVX1 U3 (.Y(c2), .A(c2n));
  LIB_XOR2X1 U4 (.Y(d[2]), .A(q[2]), .B(c2));
  LIB_DFFRX1 \q_reg[2] (.Q(q[2]), .QN(), .D(d[2]), .CK(ck), .RN(rn));
  LIB_NAND2X1 U5 (.Y(c3n), .A(c2), .B(q[2]));
  LIB_INVX1 U6 (.Y(c3), .A(c3n));
  LIB_XOR2X1 U7 (.Y(d[3]), .A(q[3]), .B(c3));
  LIB_DFFRX1 \q_reg[3] (.Q(q[3]), .QN(), .D(d[3]), .CK(ck), .RN(rn));
endmodule
module tb;
  reg ck, rn;
  wire [3:0] q;
  real half;
  integer edges;
  counter dut (ck, rn, q);
  initial $sdf_annotate("cells.sdf", dut);
  initial $timeformat(-9, 3, " ns", 10);
  always @(q) $display("%t q=%b", $realtime, q);
  initial begin
    ck = 0; rn = 0; half = 1.0;
    #3.3 rn = 1;
    for (edges = 0; edges < 20; edges = edges + 1) begin
      #half ck = 1; #half ck = 0;
    end
    $display("%t faster than the carry", $realtime);
    half = 0.33;
    for (edges = 0; edges < 4; edges = edges + 1) begin
      #half ck = 1; #half ck = 0;
    end
    $display("%t reset", $realtime);
    rn = 0; half = 1.0;
    #2 rn = 1;
    #half ck = 1; #half ck = 0;
    #half ck = 1; #half ck = 0;
    $display("%t reset too close to the clock", $realtime);
    #1 rn = 0;
    #1 rn = 1;
    #0.05 ck = 1;
    #1 ck = 0;
    #1 $finish;
  end
endmodule
