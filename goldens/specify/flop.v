// A flip-flop that each of its timing checks catches (IEEE 1364-2005 15.2, 15.3.4, 15.3.5): in time, too late, too early, at the
// same time; and the notifier, which makes the state unknown (15.5).
`timescale 1ns/1ps
`celldefine
primitive udp_dff(q, d, ck, rn, nt);
 output q; reg q; input d, ck, rn, nt;
 table
 // d ck rn nt : q : q+
   0  r  1  ?  : ? : 0;
   1  r  1  ?  : ? : 1;
   ?  f  ?  ?  : ? : -;
   *  ?  ?  ?  : ? : -;
   ?  ?  0  ?  : ? : 0;
   ?  ?  r  ?  : ? : -;
   ?  ?  ?  *  : ? : x;
   0  p  1  ?  : 0 : -;
   1  p  1  ?  : 1 : -;
 endtable
endprimitive
module DFFR(output Q, input D, CK, RN);
 reg notifier;
 udp_dff(Qi, D, CK, RN, notifier);
 buf(Q, Qi);
 wire en = RN;
 specify
  specparam tsu = 0.5, th = 0.2, trec=0.3, trem=0.25, tw=1.0;
  (posedge CK => (Q +: D)) = (0.4, 0.45);
  (negedge RN => (Q +: 1'b0)) = (0.3);
  $setup(D, posedge CK &&& en, tsu, notifier);
  $hold(posedge CK &&& en, D, th, notifier);
  $recovery(posedge RN, posedge CK, trec, notifier);
  $removal(posedge RN, posedge CK, trem, notifier);
  $width(posedge CK, tw, 0, notifier);
  $width(negedge RN, tw, 0, notifier);
  $period(posedge CK, 4, notifier);
 endspecify
endmodule
`endcelldefine
module tb; reg d,ck,rn; wire q;
 DFFR u(q,d,ck,rn);
 initial $monitor("%t d=%b ck=%b rn=%b q=%b n=%b",$realtime,d,ck,rn,q,u.notifier);
 task pulse; begin ck=1; #2 ck=0; #3; end endtask
 initial begin
  d=0; ck=0; rn=0; #5 rn=1; #5;
  pulse; d=1; #1 pulse; 
  #4 d=0; #0.4 pulse; // setup violation
  d=1; #1 pulse; 
  #1 ck=1; #0.1 d=0; #2 ck=0; #3; // hold violation
  pulse;
  ck=1; d=1; #2 ck=0; #3; // simultaneous: hold
  #2 pulse;
  ck=1; #0.5 ck=0; #5; // width
  pulse; ck=1; #1.5 ck=0; #1 ck=1; #2 ck=0; #3; // period
  rn=0; #0.5 rn=1; #5; // width rn
  rn=0; #5 rn=1; #0.1 pulse; // recovery
  rn=0; #5 ck=1; #0.1 rn=1; #2 ck=0; #5 // removal
  rn=0; #5 ck=1; rn=1; #2 ck=0; #5 // both
  $finish;
 end
endmodule
