// Nets that have a value by their type alone: it arrives at time 0 as an event, so what reads them through an always block or a gate
// takes notice.
module supplies;
  supply0 lo, passed;
  supply1 [1:0] hi;
  tri0 t0;
  tri1 t1;
  supply0 [3:0] low;
  wire n, y, z, q;
  wire [1:0] o0, o1, o2, o3;
  tri1 joined;
  tri0 bus;
  reg en;
  inverter a(lo, o0), b(hi[0], o1), c(t0, o2), d(.a(low[2]), .y(o3));
  not (n, lo);
  nmos (y, hi[1], en);
  tran (joined, passed);
  bufif1 (bus, 1'b1, en);
  assign (weak0, weak1) z = lo;
  assign (pull0, pull1) z = t1;
  assign q = t1;
  integer risen = 0;
  always @(posedge n) risen = risen + 1;
  initial begin
    #1 $display("%b %b %b %b %b %b", lo, hi, t0, t1, low, risen != 0);
    $display("%b %b %b %b %b %b %b %b %b %b", n, y, z, q, joined, bus, o0, o1, o2, o3);
    en = 1;
    #1 $display("%b %b %b %v %v %v %v %v %v", y, z, bus, lo, hi[0], t0, t1, joined, y);
    en = 0;
    #1 $display("%b %b %b %0d", y, bus, joined, risen);
    force t1 = 0;
    #1 $display("%b %b %b", t1, q, z);
    release t1;
    #1 $display("%b %b %b", t1, q, z);
  end
endmodule
module inverter(input a, output reg [1:0] y);
  reg s = 0;
  always @* begin
    s = 1;
    y = {s, ~a};
  end
endmodule
