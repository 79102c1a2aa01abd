// $stop, as vvp -N takes it, ends at once: no strobe, no monitor.
module stop;
  reg [7:0] s;
  initial begin
    $monitor("monitor %0t %d", $time, s);
    s = 0;
    #4 s = 7;
    $strobe("strobe %d", s);
    $stop(0);
    $display("not reached");
  end
  initial #4 $display("other");
endmodule
