// Ranges of strength: three-state gates with an unknown control, switches, wired and supply nets (IEEE 1364-2005 7.10 to 7.13).
module strength;
  reg d, c;
  wire b1, b0, n1, both, sw, sw2, cm;
  supply1 vdd;
  supply0 vss;
  supply1 fight;
  wand wa;
  wor wo;
  tri0 t0;
  tri1 t1;

  bufif1 (b1, d, c);
  bufif0 (pull0, weak1) (b0, d, c);
  notif1 (n1, d, c);
  // what the unknown control leaves is overcome by a definite driver
  bufif1 (both, 1'b1, c);
  assign (pull1, pull0) both = 1'b0;
  // a switch passes the strength of its input, supply as strong
  nmos (sw, b1, 1'b1);
  pmos (sw2, vdd, c);
  cmos (cm, d, c, ~c);
  assign (supply1, supply0) fight = d;
  assign (weak1, weak0) wa = d;
  assign wa = c;
  assign (pull1, pull0) wo = d;
  assign wo = c;
  bufif1 (t0, d, c);
  bufif1 (t1, d, c);

  integer i, j;
  initial begin
    for (i = 0; i < 4; i = i + 1)
      for (j = 0; j < 4; j = j + 1) begin
        d = 1'bx; c = 1'bx;
        case (i) 0: d = 0; 1: d = 1; 2: d = 1'bz; default: d = 1'bx; endcase
        case (j) 0: c = 0; 1: c = 1; 2: c = 1'bz; default: c = 1'bx; endcase
        #1 $display("%b%b: %v %v %v %v | %v %v %v | %v %v %v %v %v", d, c, b1, b0, n1, both, sw, sw2, cm,
          fight, wa, wo, t0, t1);
      end
    // strengths printed are those of the call, not of the end of the run
    d = 1; c = 1;
    #1 $strobe("strobe %v", both);
    $display("now    %v", both);
    c = 0;
    #1 $display("later  %v", both);
  end
endmodule
