// Stores whose signals are published together behind them: whoever watches cannot tell.
module t;
  reg [7:0] a = 0, b = 0, c = 0, d = 0;
  reg clk = 0, back = 0, g = 0;
  reg [39:0] w = 0;
  integer i;
  wire [7:0] sum = w[7:0] + w[15:8];
  event go;

  always @(a) $display("%0t a %h", $time, a);
  always @(b) $display("%0t b %h", $time, b);
  always @(c or d) $display("%0t c %h d %h", $time, c, d);
  always @(posedge clk) $display("%0t clk a %h b %h sum %h", $time, a, b, sum);
  always @(w) $display("%0t w %h", $time, w);
  always @(go) $display("%0t go a %h c %h", $time, a, c);
  initial $monitor("%0t monitor %h %h %h %h %h", $time, a, b, c, d, w);

  task four(input [7:0] v);
    begin
      a = v;
      b = v + 1;
      c = v + 2;
      d = v + 3;
      w = {v, v, v, v, v};
    end
  endtask

  function [7:0] marks(input [7:0] v);
    begin
      c = v;
      d = v;
      a = v;
      b = v;
      marks = v ^ 8'h55;
    end
  endfunction

  initial begin
    // It waits for what it has just changed: only the next change wakes it.
    #1 a = 1; b = 2; c = 3; d = 4;
    @(a) $display("%0t woken by a %h", $time, a);
    // Edges in the midst of others, there and back.
    a = 5; b = 6; clk = 1; c = 7; clk = 0; d = 8; clk = 1; a = 9; b = 10;
    -> go;
    c = 11;
    // Values in passing wake.
    #1 a = 1; a = 9; b = 1; b = 10; c = 1; c = 11; d = 1; d = 8;
    #1 four(20);
    // Both arms store, one of them ends the process's turn.
    for (i = 0; i < 4; i = i + 1) begin
      a = i; b = i; c = i; d = i;
      if (i[0]) begin a[3] = 1; b[7:4] = 5; #0 c = 99; d = 98; a = 97; b = 96; end
      else begin w = i; a = 50; b = 51; c = 52; @(posedge back) d = 53; end
    end
    a = 60; b = 61; c = 62; d = 63;
    fork
      begin a = 64; b = 65; c = 66; d = 67; end
      begin d = 68; c = 69; b = 70; a = 71; end
      @(d) $display("%0t fork d %h", $time, d);
      #1 d = 72;
    join
    #1 w = marks(8'h77);
    $display("%0t sum %h", $time, sum);
    $monitoroff;
    #1 a = 80; b = 81; c = 82; d = 83; $monitoron; a = 84; b = 85; c = 86; d = 87;
    b <= @(g) 8'hee;
    a = 88; b = 89; c = 90; d = 91; g = 1;
    begin : leave
      a = 92; b = 93; c = 94; d = 95;
      if (a == 92) disable leave;
      a = 0;
    end
    wait (d == 95) a = 1; b = 1; c = 1; d = 1;
    a = 2; b = 2; c = 2; d = 2; $strobe("%0t strobe %h", $time, a); a = 3; b = 3; c = 3; d = 3;
    #1 $finish;
  end

  initial #2 a = 200;
  always #3 back = ~back;
  // Who waits for several of them is woken once, behind those that waited for the first.
  always @(a or b or c or d) #0 $display("%0t any %h %h %h %h", $time, a, b, c, d);
  initial begin : others
    integer k;
    for (k = 0; k < 6; k = k + 1) begin
      @(b) $display("%0t others %h", $time, b);
      if (k == 2) begin c = 40; d = 41; a = 42; b = 43; end
    end
  end
endmodule
