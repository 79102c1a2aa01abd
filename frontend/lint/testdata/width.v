// Widths of assignments, operators and comparisons.
module width(input [7:0] a, b, input [3:0] n, input c, output [7:0] y, output [8:0] s, output [3:0] t, output [15:0] w,
             output [7:0] k, output [2:0] e, output [7:0] m, output [31:0] o);
  parameter P = 5;
  parameter [3:0] Q = 4'd3;
  integer i;
  reg [3:0] r;
  assign y = a + b;
  assign s = a + b;                 // a carry has a place
  assign t = a;                     // LINT W3001 "8 bits are assigned to 4"
  assign w = a;                     // LINT W4003 "8 bits are extended to 16"
  assign k = a + 1;
  assign e = n + 1;                 // LINT W3001 "4 bits are assigned to 3"
  assign m = {a[3:0], n, c};        // LINT W3001 "9 bits are assigned to 8"
  assign o = {24'd0, a} | P;
  wire eq1 = a == n;                // LINT W4004 "operator == has operands of 8 and 4 bits"
  wire eq2 = a == 3;
  wire eq3 = a == P;
  wire eq4 = n == Q;
  wire eq5 = a == 300;              // LINT W4018 "always false: the unsigned operand has 8 bits"
  wire eq6 = a < 0;                 // LINT W4018 "always false"
  wire eq7 = a >= 0;                // LINT W4018 "always true"
  wire eq8 = n > 15;                // LINT W4018 "always false"
  wire eq9 = 0 <= n;                // LINT W4018 "always true"
  wire [7:0] and1 = a & n;          // LINT W4004 "operator & has operands of 8 and 4 bits"
  wire [7:0] and2 = a & 8'h0f;
  wire [3:0] and3 = a & 15;
  wire [7:0] sum1 = a + n;          // LINT W4004 "operator \+ has operands of 8 and 4 bits"
  wire [7:0] sum2 = a + c;
  wire [7:0] cond = c ? a : n;      // what is narrower is extended in the context
  wire [7:0] shl = 1 << n;
  wire [7:0] neg = -1;
  wire [7:0] mod = o % 7;           // less than 7
  wire [15:0] product = a * b;      // the context has room for it
  wire [16:0] wider = a * b;        // LINT W4003 "8 bits are extended to 17"
  wire [31:0] shifted = a << 20;
  wire signed [7:0] sg = -8'sd1;
  wire eq10 = sg < 0;
  wire eq11 = sg > 200;             // LINT W4018 "always false: the signed operand has 8 bits"
  function [3:0] low(input [3:0] v); low = v; endfunction
  task take(input [7:0] in, output [7:0] out); out = in; endtask
  real q;
  initial begin
    i = a;
    i = i + 1;
    r = i;                          // LINT W3001 "32 bits are assigned to 4"
    r = i[3:0];
    i = q;                          // LINT W4020 "a real value is rounded to 32 bits"
    q = i;
    r = $random;
    r = low(a);                     // LINT W3001 "8 bits are assigned to 4"
    r = low(3);
    take(n, r);                     // LINT W4003 "4 bits are extended to 8" W3001 "8 bits are assigned to 4"
    $display(r, q, eq1, eq2, eq3, eq4, eq5, eq6, eq7, eq8, eq9, and1, and2, and3, sum1, sum2, cond, shl, neg, mod, product, wider, shifted, sg, eq10, eq11);
  end
endmodule
