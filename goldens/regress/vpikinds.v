// What a message calls an argument that is no name of a file.
module vpikinds;
  integer i;
  time m;
  reg [7:0] r;
  wire [7:0] w;
  parameter P = 0;
  localparam [7:0] L = 0;
  reg [7:0] mem [0:1];
  integer ints [0:1];
  reg [8:0] array [0:1];
  initial begin
    i = 0;
    i = $fopen(i);
    i = $fopen(m);
    i = $fopen(r);
    i = $fopen(w);
    i = $fopen(mem[0]);
    i = $fopen(ints[0]);
    i = $fopen(P);
    i = $fopen(L);
    i = $fopen(r[3:0]);
    i = $fopen({r, r});
    i = $fopen(r + 1);
    i = 0;
    $readmemh(i, array);
    $readmemb(r, array);
    $dumpfile(i);
  end
endmodule
