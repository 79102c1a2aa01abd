// A change of strength alone passes through switches, and decides behind them.
module strengthonly;
  wire w, q, r;
  reg g, h;
  pullup (w);
  bufif1 (w, 1'b1, g);
  pmos (q, w, 1'b0);
  bufif0 (q, 1'b0, g);
  nmos (r, w, h);
  assign (weak0, weak1) r = 1'b0;
  always @(q) $display("%0t q %b", $time, q);
  initial begin
    g = 1;
    h = 1;
    #10 $display("%b %b %v %v %v", q, w, q, w, r);
    g = 0;
    #10 $display("%b %b %v %v %v", q, w, q, w, r);
    g = 1'bx;
    #10 $display("%b %b %v %v %v", q, w, q, w, r);
    h = 1'bx;
    #10 $display("%b %b %v %v %v", q, w, q, w, r);
    h = 0;
    g = 1;
    #10 $display("%b %b %v %v %v", q, w, q, w, r);
  end
endmodule
