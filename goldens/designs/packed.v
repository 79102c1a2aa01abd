// Packed arrays, which Icarus Verilog reads in 1364-2005 as well: vectors with selects that count in elements.
module swap (input [1:0][3:0] a, output reg [1:0][3:0] y, output [0:1][3:0] z);
  always @* begin
    y[0] = a[1];
    y[1] = a[0];
  end
  assign z = a;
endmodule

module redeclared (a, y);
  input [1:0][3:0] a;
  output [1:0][3:0] y;
  wire [1:0][3:0] a;
  reg [1:0][3:0] y;
  always @(a[1]) y = ~a;
endmodule

module tb;
  reg [3:0][7:0] a;
  reg [0:3][7:0] up;
  reg [3:0][0:7] mixed;
  reg [5:2][9:4] off;
  reg signed [1:0][2:0][3:0] deep;
  reg [3:0][7:0] mem [0:2];
  reg [1:0][1:0][3:0] words [1:0];
  reg [1:0][3:0] in, o, slow;
  reg [2:0] x;
  reg [31:0] u;
  integer i;
  wire [1:0][3:0] y1, y2, late;
  wire [0:1][3:0] z;
  wire [1:0][3:0] joined = {4'h3, in[0]};
  wire [1:0][3:0] parts;
  wire [1:0][3:0] nets [0:1];
  wire [3:0] upper;
  wire low;

  swap s (in, y1, z);
  redeclared r (.a(in), .y(y2));
  assign parts[0] = ~in[1];
  assign parts[1][3:2] = in[0][1:0];
  assign parts[1][1:0] = 2'b10;
  assign #2 late = in;
  assign nets[0] = {in[0], in[1]}, nets[1][0] = in[1];
  buf g [3:0] (upper, in[1]);
  buf (low, in[0][0]);

  function [1:0][3:0] swapped(input [1:0][3:0] v);
    begin
      swapped[0] = v[1];
      swapped[1] = v[0];
    end
  endfunction

  task both(input [1:0][3:0] v, output [1:0][3:0] w);
    begin
      w[1] = v[0] + 1;
      w[0] = v[1] + 2;
    end
  endtask

  always @(posedge in[1][0]) $display("%0t posedge of in[1][0]", $time);

  initial begin
    a = 32'h12345678;
    up = a;
    mixed = a;
    deep = 24'habcdef;
    off = 24'hfedcba;
    $display("%h %h %h %h | %h %h %h %h", a[0], a[1], a[2], a[3], up[0], up[1], up[2], up[3]);
    $display("%b %b %b | %b %b %b", a[1][7:4], a[1][2], a[2][1+:3], mixed[1][0:3], mixed[1][2], mixed[2][1+:3]);
    $display("%h %h %h %b %b", deep[0], deep[1], deep[1][2], deep[1][2][0], deep[0][1][3:2]);
    $display("%0d %0d %0d %0d", deep, deep[1], $signed(deep[1][2]), -deep[0][1]);
    $display("%h %h %h", a[2:1], up[1:2], off[4:3]);
    for (i = -1; i < 7; i = i + 1)
      $display("%0d: %b %b %b", i, a[i], up[i], off[i]);
    // An index outside of an inner range reaches into the next element.
    i = 9;
    $display("%b %b %b", a[1][i], a[1][8], a[1][7+:3]);
    x = 3'b0x1;
    $display("%b %b", a[x], a[1][x]);
    u = 32'hffffffff;
    $display("%b", a[u]);
    // Targets.
    a[2] = 8'hff;
    a[1][3:0] = 0;
    a[0][7] = 1;
    a[3][1+:2] = 2'b10;
    $display("%h", a);
    i = 3;
    a[i] = 8'h01;
    a[1][i] = 1;
    a[0][i+:2] = 2'b00;
    $display("%h", a);
    i = 4;
    a[i] = 8'hee;
    i = -1;
    a[i] = 8'hee;
    a[x] = 8'hee;
    a[1][x] = 1;
    $display("%h", a);
    i = 6;
    a[1][i+:4] = 4'b1001;
    $display("%h", a);
    a[3:2] = 16'hbeef;
    up[1] = 8'hff;
    up[2:3] = 16'h5678;
    mixed[2][0:3] = 9;
    off[3] = 6'h3f;
    off[4][9:8] = 3;
    deep[1] = 12'h123;
    deep[0][2] = 4'h9;
    deep[0][0][1] = 0;
    $display("%h %h %h %h %h", a, up, mixed, off, deep);
    {a[0], a[3]} = 16'h1234;
    $display("%h %0d %b", a, a[0] + a[3], a[0] < deep[0]);
    // Words of arrays.
    mem[1] = 32'hcafebabe;
    mem[1][2] = 8'h55;
    mem[1][0][3:0] = 4'h0;
    mem[1][3][7] = 0;
    $display("%h %h %b %h", mem[1], mem[1][2], mem[1][3][7:4], mem[0]);
    words[0] = 0;
    words[0][1] = 8'hab;
    words[0][0][1] = 4'h7;
    words[0][1][0][0] = 0;
    i = 1;
    words[0][1][i] = 4'h8;
    words[i - 1][0][0] = 4'h5;
    $display("%h %h %h %b", words[0], words[0][i], words[0][1][1], words[i - 1][1][0][0]);
    // Nets, ports, events, tasks and functions.
    in = 8'h21;
    #1 $display("%h %h %h %h %h %h %b", y1, y2, z, joined, parts, upper, low);
    in[1] <= 4'h3;
    slow <= #3 8'h5a;
    slow[0] <= #4 4'h6;
    #1 $display("%h %h %h %h %h %h %b %h", y1, y2, z, joined, parts, upper, low, late);
    $display("%h %h", nets[0], nets[1]);
    $display("%h %h", swapped(in), swapped(8'h12));
    both(in, o);
    $display("%h", o);
    force in = 8'h99;
    #4 $display("%h %h %h", y1, late, slow);
    release in;
    assign o[1] = 4'hc;
    $display("%h", o);
    $monitor("%0t in[1] %h", $time, in[1]);
    #1 in[0] = 0;
    #1 in[1] = 4;
    #1 $finish;
  end
endmodule
