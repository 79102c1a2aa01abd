// Mathematical functions of IEEE 1364-2005 17.11 that other designs do not call, at the ends of their ranges, too.
module mathematics;
  real r;
  integer i;
  initial begin
    for (i = -4; i <= 4; i = i + 1) begin
      r = i / 4.0;
      $display("%6.2f: %.12g %.12g %.12g", r, $asin(r), $acos(r), $atan(r));
      $display("        %.12g %.12g %.12g %.12g", $sinh(r), $cosh(r), $tanh(r), $asinh(r));
    end
    for (i = 1; i < 4; i = i + 1) $display("%.12g %.12g", $acosh(i), $atanh(i / 4.0));
    $display("%.12g %.12g %.12g", $hypot(3, -4), $atan2(-1, -1), $atan2(0.0, -1.0));
  end
endmodule
