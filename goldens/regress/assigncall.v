// Assigns that call functions, with arguments that are unknown: evaluated once at time 0, behind the processes.
module assigncall;
  reg [3:0] a;
  wire [3:0] o, p, q;
  function [3:0] f(input [3:0] x);
    f = x ^ 4'b1;
  endfunction
  function [3:0] g(input [3:0] x);
    g = 4'd3;
  endfunction
  assign o = f(a);
  assign p = g(a);
  assign #2 q = g(a);
  wire [4:0] s = {f(a), 1'b0};
  initial begin
    #1 $display("%b %b %b %b", o, p, q, s);
    #4 $display("%b %b %b %b", o, p, q, s);
    a = 2;
    #1 $display("%b %b %b %b", o, p, q, s);
  end
endmodule
