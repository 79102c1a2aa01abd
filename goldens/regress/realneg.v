// Minus zero: a negated 0.0 has no sign, as in Icarus Verilog.
module realneg;
  real r, s;
  initial begin
    r = 0.0;
    $display("%f %g %f", -r, -0.0, r * -1);
    r = -r;
    s = 1.5;
    $display("%f %f %g", r, -s, -(-s));
    r = r * -s;
    $display("%f %f %f", r, -r, -(-r));
  end
endmodule
