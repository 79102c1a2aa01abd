// $value$plusargs without a format finishes the simulation, with exit status 0.
module plusformat;
  integer n;
  initial begin
    if ($value$plusargs("NONE=%d", n)) $display("not this");
    if ($value$plusargs("NONE", n)) $display("not here");
    $display("nor here");
  end
endmodule
