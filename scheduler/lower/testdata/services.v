// System tasks and functions: records, replies, monitors, dumps.
module services;
  reg [7:0] a, m [0:3];
  integer f, n;
  reg [95:0] wide;
  initial begin
    $dumpvars(0, services.a);
    $monitor("%t a=%h low=%b m=%h", $time, a, a[1:0], m[2]);
    f = $fopen("x.txt");
    n = $fscanf(f, "%d %h", a, wide);
    $readmemh("m.hex", m);
    $display("%0d%s", $random, wide);
    $strobe("%b", a);
    $fmonitor(f, "%b", a[3:0]);
    if ($test$plusargs("go")) a = $random(n);
    wide = {wide[7:0], wide[95:8]};
    $finish(0);
  end
endmodule
