// Declarations with initial values, numbers and functions of constants.
module consts #(parameter W = 5, parameter real R = 2.5);
  localparam M = (1 << W) - 1;
  function integer log2(input integer n);
    for (log2 = 0; n > 1; log2 = log2 + 1) n = n / 2;
  endfunction
  reg [W - 1:0] a = M - 3;
  integer b = log2(M + 1) * 2;
  real c = R * 2;
  time t = 10;
  reg [8 * 5:1] s = "hello";
  wire [W - 1:0] n = M;
  initial $display("%d %d %f %0t %s %d", a, b, c, t, s, n);
`ifdef __ICARUS__
  initial #1 $display("as Icarus");
`endif
endmodule
