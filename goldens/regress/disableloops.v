// Blocks of loops are disabled from inside and from outside, with forked children and delays on their way.
module disableloops;
  reg clk = 0; integer n = 0, m = 0, k = 0;
  always #5 clk = ~clk;
  always begin : b @(posedge clk); n = n + 1; if (n == 2) disable b; $display("n %0d", n); end
  always @(posedge clk) begin : c m = m + 1; #2 $display("m %0d", m); #20 $display("late"); end
  initial forever begin : d #3 k = k + 1; if (k == 4) disable d; if (k > 6) $display("k %0d", k); if (k == 9) disable disableloops.f; end
  initial begin : f fork forever begin : g #7 $display("g %0t", $time); end join end
  initial begin repeat (4) begin #12 disable c; disable f.g; disable b; end #30 disable d; #20 $finish; end
endmodule
