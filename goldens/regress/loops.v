// Loops (IEEE 1364-2005 9.6): forever, repeat, while and for, with no turns, with waits inside, left by disable.
module loops;
  integer i, n;
  reg clk = 0, go = 0;
  always #5 clk = ~clk;
  initial begin : body
    n = 0;
    forever begin : turn
      @(posedge clk);
      n = n + 1;
      if (n == 2) disable turn;
      $display("%0t: turn %0d", $time, n);
      if (n == 4) disable body;
    end
  end
  initial begin
    repeat (0) $display("never");
    repeat (-1) $display("never");
    repeat (2'bx1) $display("never");
    for (i = 0; i < 0; i = i + 1) $display("never");
    while (0) $display("never");
    repeat (3) @(negedge clk) $display("%0t: negedge", $time);
    for (i = 8; i; i = i >> 1) $write(" %0d", i);
    $display;
    i = 0;
    while (i < 3) begin #1 i = i + 1; $write(" %0t", $time); end
    $display;
    fork : f
      forever #3 begin i = i + 1; if (i > 5) disable f; end
      #100 $display("never");
    join
    $display("%0t: %0d", $time, i);
    #20 $display("%0d %0d", $stime, $time);
    $finish;
  end
endmodule
