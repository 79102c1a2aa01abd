// Selects of packed arrays (IEEE 1800-2005 4.2, 4.4) that Icarus Verilog 11 does not read: indices that are no constants in front
// of the last select, and elements in a row from an index on.
module packed_selects;
  reg [3:0][7:0] a;
  reg [0:3][7:0] up;
  reg [1:0][1:0][3:0] deep;
  reg [3:0][7:0] mem [0:1];
  reg signed [2:0] s;
  reg [2:0] x;
  integer i, j;
  wire [7:0] row = a[i];
  wire bit1 = a[i][j];

  always @(a[i][j]) $display("%0t a[%0d][%0d] is %b, row %h", $time, i, j, a[i][j], row);

  initial begin
    i = 1;
    j = 2;
    a = 32'h12345678;
    up = a;
    deep = 16'habcd;
    mem[1] = a;
    #1;
    $display("%b %b %b %b", a[i][j], a[i][j+:3], up[i][j], up[i][7-:2]);
    $display("%h %h %h", deep[i][0], deep[i-1][i], mem[i][i+1][7:4]);
    $display("%h %h %h %h", a[i+:2], a[2-:2], up[i+:2], up[2-:3]);
    s = -1;
    $display("%b %b %b %b", a[s][0], a[s+1][s], a[s+2][s], a[4][0]);
    x = 3'b0x0;
    $display("%b %b %b %b", a[x][1], a[i][x], a[3'bx][1], a[x+:2]);
    j = 3;
    $display("%h", a[j+:2]);
    j = 2;
    a[i][j] = 0;
    a[i + 1][j+:4] = 4'hf;
    a[i - 1][3:0] = 0;
    up[i][j] = 0;
    up[i + 1][7-:4] = 0;
    $display("%h %h", a, up);
    deep[i][0] = 4'h1;
    deep[i - 1][i] <= 4'h2;
    mem[i][i + 2][7:4] = 4'hf;
    mem[i][i+:2] = 16'h5566;
    #1 $display("%h %h", deep, mem[1]);
    a[s][0] = 1;
    a[x][1] = 1;
    a[i][x] = 1;
    a[x+:2] = 0;
    a[i+2+:2] = 16'hee77;
    $display("%h", a);
    #1 a[i][j] = 1;
    #1 j = 0;
    #1 a[1] = ~a[1];
    #1 $finish;
  end
endmodule
