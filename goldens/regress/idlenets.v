// Nothing comes through nets that drive each other in a circle, or that nothing drives: they stay z, and so does what looks at each of
// their bits alone. Arithmetic makes x of a net without a driver, and of one in a circle nothing, for it is never evaluated.
module inv(input [3:0] i, output [3:0] o);
  assign o = ~i;
endmodule

module t;
  reg a = 0;
  wire self = self;
  wire p, q, r;
  assign p = q;
  assign q = ~r;
  assign r = p;
  wire [1:0] turned = {turned[0], turned[1]};
  wire [3:0] halves, lower;
  assign halves[1:0] = halves[3:2];
  assign halves[3:2] = halves[1:0];
  assign lower[1:0] = lower[1:0];
  assign lower[3:2] = a;
  wire driven, back;
  assign driven = back;
  assign back = driven;
  assign driven = a;
  wire #2 late = late;
  wire inverted = ~inverted;
  wand also;
  assign also = also;
  wire held, other;
  assign held = other;
  assign other = held;
  always @(self or p or turned or halves) $display("%0t: changed", $time);

  wire [3:0] none, sum, parity, circle, double;
  inv u1(.o(), .i(none));
  wire [3:0] open;
  inv u2(.o(open));
  wire gate;
  not(gate, none[0]);
  assign sum = none + none;
  assign parity = {3'b101, ^none};
  assign circle = double;
  assign double = circle + circle;
  wire equal = none == none, same = none === 4'bz, either = none[0] ? a : none[1], minus = -inverted;

  initial begin
    #1 a = 1;
    #5 $display("%b %b %b %b %b %b", self, p, q, r, turned, halves);
    $display("%b %b %b %b %b %b", lower, driven, back, late, inverted, also);
    $display("%b %b %b %b %b %b %b %b %b %b %b", u1.o, open, gate, sum, parity, circle, double, equal, same, either, minus);
    force held = 1;
    force none = 4'b0110;
    #1 $display("%b %b %b %b %b %b %b", held, other, u1.o, gate, sum, parity, either);
    release held;
    release none;
    #1 $display("%b %b %b %b %b %b %b", held, other, u1.o, gate, sum, parity, either);
  end
endmodule
