// What Icarus Verilog says about the tasks of value change dumps.
module dumptasks;
  integer i;
  reg a;
  initial begin
    $dumpfile("a");
    $dumpfile("b.c/d");
    $dumpfile("dumptasks.vcd");
    $dumpfile("");
    $dumplimit(1000);
    $dumpvars(1, dumptasks);
    $dumpvars(1, a);
    for (i = 0; i < 300; i = i + 1) #1 a = i;
    $dumpvars(0, i);
    $display("%0t", $time);
  end
endmodule
