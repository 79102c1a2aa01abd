// Capacitive networks (IEEE 1364-2005 4.6.3): trireg nets that nothing drives share their charges through switches.
module capacitive;
  trireg (large) a;
  trireg (small) b;
  trireg (small) twin;
  trireg c;                       // medium
  trireg [1:0] v;
  trireg (large) #(0, 0, 30) fading;
  wire w;
  reg drive, value, other, join_ab, join_bw, join_twin, join_bc, join_v, join_f;

  assign a = drive ? value : 1'bz;
  assign b = other ? ~value : 1'bz;
  assign twin = other ? value : 1'bz;
  assign c = drive ? ~value : 1'bz;
  assign v = drive ? {value, ~value} : 2'bz;
  assign (weak0, weak1) fading = drive ? value : 1'bz;

  tranif1 (a, b, join_ab);
  tranif1 (b, w, join_bw);
  tranif0 (b, twin, ~join_twin);
  rtranif1 (c, b, join_bc);
  tranif1 (v[1], v[0], join_v);
  tranif1 (fading, w, join_f);

  initial begin
    $monitor("%0t a %v b %v twin %v c %v v %b w %v fading %v", $time, a, b, twin, c, v, w, fading);
    {join_ab, join_bw, join_twin, join_bc, join_v, join_f} = 0;
    drive = 1; other = 1; value = 1;
    #10 drive = 0; other = 0;
    #10 join_ab = 1;              // the large charge decides
    #10 join_bw = 1;              // a net without charge shows it
    #10 join_ab = 0;              // b keeps what it took
    #10 join_bw = 0; join_twin = 1; // equal ones that agree
    #10 join_twin = 0; other = 1; value = 0;
    #10 other = 0;
    #10 join_bc = 1;              // medium behind a resistive switch is small: the two fight
    #10 join_bc = 0; drive = 1; value = 0; other = 1;
    #10 drive = 0; other = 0;
    #10 join_twin = 1;            // equal ones that differ
    #10 join_twin = 0;
    #10 join_v = 1;
    #10 join_v = 0; drive = 1;
    #10 drive = 0; join_f = 1;
    #40 join_ab = 1; join_bw = 1; // with a charge that is lost
    #10 drive = 1; value = 1;     // and driven again
    #10 drive = 0;
    #10 $finish(0);
  end
endmodule
