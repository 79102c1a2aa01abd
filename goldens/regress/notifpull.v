// notif0 under an unknown control on a net that pulls.
module notifpull;
  reg d, c;
  tri1 g;
  tri0 h;
  notif0 (g, d, c);
  notif1 (h, d, c);
  initial begin
    #1 $display("%v %v", g, h);
    d = 0;
    #1 $display("%v %v", g, h);
    d = 1;
    #1 $display("%v %v", g, h);
    c = 1;
    #1 $display("%v %v", g, h);
  end
endmodule
