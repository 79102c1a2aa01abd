// A function in a continuous assignment is called at time 0 even when its arguments are unknown.
module callstart;
  reg [6:0] s;
  wire n;
  function [7:0] f;
    input [6:0] a;
    f = 8'd5;
  endfunction
  wire [7:0] w = f(s);
  wire [7:0] v = f(6 / n);
  wire [7:0] u = f({s, 1'b0});
  wire [7:0] p = f(n);
  initial #1 $display("%d %d %d %d", w, v, u, p);
endmodule
