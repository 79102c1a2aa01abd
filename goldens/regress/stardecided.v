// @* hears an operand that a constant beside it makes vanish.
module stardecided;
  reg s, t;
  reg c, d, e;
  always @* c = 1 || s;
  always @* d = 0 && t;
  always @* if (1'b1 || s) e = t;
  initial begin
    #1 $display("%b %b %b", c, d, e);
    s = 0;
    #1 $display("%b %b %b", c, d, e);
    t = 1;
    #1 $display("%b %b %b", c, d, e);
  end
endmodule
