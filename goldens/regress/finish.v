// $finish ends the simulation when its time is over: what else runs at that time runs, each thread as far as its next system task.
module finish;
  reg [7:0] s, q;
  wire [7:0] w = q ^ 8'h01;
  initial begin
    $monitor("monitor %0t %d %d", $time, s, w);
    s = 0;
    q = 0;
    #4 q <= 7;
    $finish(0);
    $display("not reached");
  end
  always #1 s = s + 1;
  initial #4 $strobe("strobe %d", s);
  initial begin
    #4 $display("other");
    s = 100;
    $display("not reached either");
  end
  always @(w) $display("w %d", w);
endmodule
