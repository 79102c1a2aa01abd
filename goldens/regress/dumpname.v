// The tasks of value change dumps take their arguments' values, also where those are variables (IEEE 1364-2005 18.1).
module dumpname;
  reg [8 * 20:1] name;
  integer limit;
  reg r;
  initial begin
    name = "dumpname.vcd";
    limit = 1000000;
    $dumpfile(name);
    $dumplimit(limit);
    $dumpvars(0, r, name);
    $dumpfile(name);
    #1 r = 1;
    #1 $display("%0d", $time);
  end
endmodule
