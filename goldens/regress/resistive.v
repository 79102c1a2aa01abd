// A resistive switch weakens what a driver gives, also one with a delay, and one that a net feeds.
module resistive;
  wire a, b, c, d, e, f, g, h, k, l;
  reg x, y;
  and #1 (a, x, y);
  rtranif1 (a, b, 1'b1);
  buf (c, x);
  rtranif1 (c, d, 1'b1);
  assign (supply0, supply1) e = x;
  tranif1 (e, f, 1'b1);
  assign #2 g = x;
  rtran (g, h);
  nmos (k, x, y);
  rtranif1 (k, l, 1'b1);
  initial begin
    x = 1; y = 1;
    #5 $display("%v %v %v %v %v %v %v %v %v %v", a, b, c, d, e, f, g, h, k, l);
  end
endmodule
