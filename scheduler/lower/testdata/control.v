// Statements that stay in one segment, and those that cut it.
module control;
  reg clk = 0;
  reg [7:0] a, b, q;
  reg [3:0] s;
  integer i;

  always #5 clk = ~clk;

  always @(posedge clk) begin
    case (s)
      0: q <= a;
      1, 2: q <= b;
      3: ;
      default: q <= a + b;
    endcase
    if (a[0]) q[3:0] <= 4'd9;
    for (i = 0; i < 4; i = i + 1) b[i] = a[3 - i];
  end

  initial begin
    a = 1;
    for (i = 0; i < 1000; i = i + 1) a = a ^ i;
    while (a != 0) #1 a = a - 1;
    repeat (3) @(negedge clk) b = b + 1;
    wait (q == 5) s = 1;
    begin : named
      if (b > 3) disable named;
      b = 0;
    end
    fork
      #3 a = 1;
      begin @(posedge clk); a = 2; end
    join
    casez (s)
      4'b1??0: a = 3;
      4'b0?01: a = 4;
    endcase
    $finish;
  end
endmodule
