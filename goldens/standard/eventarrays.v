// Arrays of named events (IEEE 1364-2005 9.7.3): an index is looked at when the trigger or the event control is reached.
`timescale 1ns/1ns
module eventarrays;
  event e [0:3];
  event q [1:0][4:2];
  event single;
  integer i;
  reg clk;
  reg [7:0] a, b, c;
  reg signed [2:0] s;
  reg bit1;

  always @(e[1]) $display("%0t e[1]", $time);
  always @(e[2] or e[3] or single) $display("%0t e[2] or e[3] or single", $time);
  always @(q[1][4]) $display("%0t q[1][4]", $time);
  always @(q[0][2], posedge clk) $display("%0t q[0][2] or clk", $time);

  initial begin : waiter
    integer k;
    for (k = 0; k < 4; k = k + 1) begin
      @(e[k]) $display("%0t waited for e[%0d]", $time, k);
    end
    k = 1;
    @(q[k][k+1] or e[k-1]);
    $display("%0t q[1][2] or e[0]", $time);
    a = 5;
    b = @(e[k]) a;
    $display("%0t b=%0d", $time, b);
    c <= repeat (2) @(e[k+1]) b;
  end
  always @(c) #0 $display("%0t c=%0d", $time, c);

  task automatic count(input integer n, input integer from);
    begin : body
      repeat (n) @(e[from]);
      $display("%0t task: e[%0d] %0d times", $time, from, n);
    end
  endtask
  initial fork
    count(2, 0);
    count(1, 3);
  join

  initial begin
    clk = 0;
    #1 ->e[1];
    #1 ->e[2];
    #1 for (i = -1; i < 6; i = i + 1) begin ->e[i]; #1; end
    #1 ->q[1][4];
    #1 ->q[0][2];
    #1 clk = 1;
    #1 i = 0; ->q[i+1][2 - i];
    #1 a = 9; ->e[i+1];
    #1 ->e[2];
    #1 s = 2; ->e[s]; s = -1; ->e[s];
    #1 bit1 = 1; ->e[bit1]; bit1 = 1'bx; ->e[bit1];
    #1 ->eventarrays.e[3];
    #1 ->single;
    #1 $finish(0);
  end
endmodule
