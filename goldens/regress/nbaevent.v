// Nonblocking assignments behind an event are carried out in the very event that they wait for (IEEE 1364-2005 9.7.7).
module nbaevent;
  reg [3:0] x, y, mem [0:3];
  reg [99:0] wide;
  reg clk;
  real r;
  integer i, n;
  event e, f;
  initial begin
    x = 4'bx;
    x[2:1] <= @e 2'b10;
    $display("%b", x);
    -> e;
    $display("%b", x);
    x[4:-1] <= @e 6'b101010;
    -> e;
    $display("%b", x);
    i = 3;
    x[i] <= @f 1'b1;
    i = 0;
    x[i] <= @f 1'b0;
    -> f;
    $display("%b", x);
    for (i = 0; i < 4; i = i + 1) mem[i] <= @f i * 3;
    i = 17;
    mem[i] <= @f 4'b1;
    -> f;
    $display("%d %d %d %d", mem[0], mem[1], mem[2], mem[3]);
    wide = 1;
    wide <= repeat (3) @e {25{4'h9}};
    -> e;
    -> e;
    $display("%h", wide);
    -> e;
    $display("%h", wide);
    n = 0;
    x <= repeat (n) @e 4'd5;
    r <= repeat (n - 1) @e 2.5;
    $display("%d %f", x, r);
    #0 $display("%d %f", x, r);
    #1 $display("%d %f", x, r);
    clk = 0;
    x <= @(posedge clk) 4'd9;
    #1 clk = 1;
    $display("%d", x);
    // two at once: in the order in which they were made
    x <= repeat (2) @(negedge clk) 4'd1;
    #1 clk = 0;
    x <= @(negedge clk) 4'd2;
    #1 clk = 1;
    #1 clk = 0;
    $display("%d", x);
  end
  always @(x) y = x;
  always @(y) $display("%0t y %b", $time, y);
endmodule
