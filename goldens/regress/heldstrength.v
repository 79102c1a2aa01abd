// A force drives strongly: %v says so, and switches pass it on, whatever strength the drivers have.
module heldstrength;
  reg a;
  wire w, s, p, q;
  assign (pull0, pull1) w = a;
  assign (pull0, pull1) s = a;
  assign (weak0, weak1) s = 1;
  assign p = a;
  nmos (q, w, 1'b1);

  initial begin
    a = 0; #1 $display("%v %v %v %v", w, s, p, q);
    force w = 1; force s = 1; force p = 1; #1 $display("%v %v %v %v", w, s, p, q);
    a = 1; force s = 1'bz; force p = 1'bx; force w = 1'bz; #1 $display("%v %v %v %v %b", w, s, p, q, q);
    a = 0; #1 $display("%v %v %v %v %b", w, s, p, q, q);
    release s; release w; release p; #1 $display("%v %v %v %v", w, s, p, q);
    force w = 0; #1 $display("%v %v", w, q);
  end
endmodule
