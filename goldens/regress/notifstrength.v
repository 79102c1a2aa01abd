// The strength of notif0 and notif1 under an unknown control, with strengths of their own and without.
module notifstrength;
  reg d, c;
  wire g1, g2, g3, g4, g5, m, k, n;
  notif1 (g1, d, c);
  notif1 (weak1, strong0) (g2, d, c);
  notif0 (strong1, weak0) (g3, d, c);
  notif1 (pull1, pull0) (g4, d, c);
  notif0 (g5, d, c);
  notif1 (weak1, weak0) (m, d, c);
  notif1 (weak1, weak0) (m, d, c);
  notif1 (k, d, c);
  notif0 (n, d, c);
  bufif0 (supply0, strong1) (n, ~d, c);
  bufif1 (k, d, c);
  initial begin
    repeat (2) begin
      #1 $display("%v %v %v %v %v %v %v %v", g1, g2, g3, g4, g5, m, k, n);
      d = 0;
      #1 $display("%v %v %v %v %v %v %v %v", g1, g2, g3, g4, g5, m, k, n);
      d = 1;
      #1 $display("%v %v %v %v %v %v %v %v", g1, g2, g3, g4, g5, m, k, n);
      d = 1'bz;
      #1 $display("%v %v %v %v %v %v %v %v", g1, g2, g3, g4, g5, m, k, n);
      c = 1;
    end
  end
endmodule
