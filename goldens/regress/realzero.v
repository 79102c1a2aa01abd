// A zero that a constant expression comes to has no sign where it stands in a statement, but has while the expression is
// computed, and where a parameter is printed.
module realzero;
  parameter real P = -0.0;
  parameter Q = 0.0 * -1.0;
  real r, z;
  initial begin
    z = 0;
    r = 0.0 / (-1e2);
    $display("%g %b", r, $realtobits(r));
    r = -0.0;
    $display("%g", r);
    r = z * -1.0;
    $display("%g", r);
    r = P;
    $display("%g", r);
    r = 1.0 / (-0.0);
    $display("%g", r);
    r = 1.0 / P;
    $display("%g", r);
    r = 1;
    r = r / (-0.0);
    $display("%g", r);
    r = $bitstoreal(64'h8000_0000_0000_0000);
    $display("%g", r);
    r = $ceil(-0.5);
    $display("%g", r);
    r = $ceil(z - 0.5);
    $display("%g", r);
    $display("%g %g %g %g %g", -0.0, P, Q, 0.0 / (-1e2), 1.0 / Q);
  end
endmodule
