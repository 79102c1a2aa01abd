// Lists of event controls.
module sensitivity(input a, b, c, input [3:0] v, output reg x, y, z, w, output reg [3:0] p);
  reg t;
  integer i;
  always @(a) x = a & b;               // LINT W4017 "'b' is read but is not in the event control"
  always @(a or b) y = a & b;
  always @(a, b) begin t = a; z = t & b; end
  always @(a or v[0]) w = a & v[0];
  always @(v or i) for (i = 0; i < 4; i = i + 1) p[i] = v[3 - i];
  integer changes = 0;
  always @(a or b) changes = changes + 1;
  initial #10 $display("%0d", changes);
  always @(a) $display("%b %b", a, c); // nothing is computed
endmodule
