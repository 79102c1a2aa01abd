// A real that rounds to zero from below is -0 in decimal.
module negzero;
  real r;
  initial begin
    r = -0.4;
    $display("%0d %d %0x %0b %0o|", r, r, r, r, r);
    r = -0.0;
    $display("%0d %.1f %g", r, r, r);
    r = -0.5;
    $display("%0d %0d", r, -r);
    $display(r,, -r);
  end
endmodule
