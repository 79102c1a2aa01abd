// Words of arrays in $dumpvars, which Icarus Verilog dumps as variables, and scopes and variables that several calls name.
module leaf(input [3:0] d);
  reg [3:0] q;
  always @(d) q = ~d;
endmodule

module tb;
  reg [7:0] mem [0:3];
  reg [3:0] table2 [1:0][2:0];
  reg [5:0] down [4:1];
  integer counts [0:1];
  wire [3:0] nets [0:1];
  reg [3:0] d;
  integer i;

  leaf a(d);
  leaf b(nets[1]);
  assign nets[0] = d, nets[1] = d + 1;

  initial begin
    $dumpfile("dumpwords.vcd");
    i = 2;
    $dumpvars(0, mem[i]);
    $dumpvars(0, mem[0], down[1], down[4]);
    $dumpvars(0, counts[1], nets[1], table2[1][0]);
    i = 0;
    $dumpvars(0, mem[i]);
    $dumpvars(1, d);
    $dumpvars(1, b);
    $dumpvars(0, a.q);
    $dumpvars(0, tb);
    $dumpvars(0, b.q);
    for (i = 0; i < 4; i = i + 1) mem[i] = i;
    d = 3;
    #1 down[1] = 9;
    down[2] = 10;
    down[4] = 11;
    table2[1][0] = 1;
    table2[0][2] = 2;
    counts[1] = -1;
    #1 i = 2;
    mem[i] <= 8'h5a;
    d = 4;
    #1 mem[0] = 8'hx3;
    $dumpvars(0, mem[3]);
    #1 $finish;
  end
endmodule
