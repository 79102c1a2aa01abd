// A port's net that is declared once more without a range has the port's.
module portrange;
  wire [3:0] x, y;
  below b(x, y);
  initial #1 $display("%b %b", x, y);
endmodule
module below(o, r);
  output [3:0] o, r;
  wire o = 4'd9;
  reg r;
  initial r = 6;
endmodule
