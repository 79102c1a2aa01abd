// $fmonitor, which Icarus Verilog 11 does not have: as $monitor, into a file, for as long as that is open (IEEE 1364-2005 17.2.2).
module filemonitor;
  integer f, n;
  reg [3:0] c = 0;
  initial begin
    f = $fopen("filemonitor.tmp", "w");
    $fmonitor(f, "%0t %b", $time, c);
    #1 c = 1;
    #1 c = 2; c = 3;
    #1 c = 3;
    #1 c = 4;
    #1 $fclose(f);
    c = 5;
    #1 f = $fopen("filemonitor.tmp", "r");
    while (!$feof(f)) begin
      n = $fgetc(f);
      if (n >= 0) $write("%c", n);
    end
    $fclose(f);
  end
endmodule
