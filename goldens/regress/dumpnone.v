// A dump whose file cannot be opened finishes the simulation (with exit status 1; Icarus Verilog gives 0).
module dumpnone;
  reg a;
  initial begin
    $dumpfile("no/such/folder/a");
    $dumpvars;
    $display("not here");
  end
endmodule
