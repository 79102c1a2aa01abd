// Combinational code.
module latch(input en, d, input [1:0] s, input [3:0] v, output reg q, r, t, u, x, output reg [3:0] y, z, p, output reg [1:0] k, output reg full, w);
  reg tmp, early;
  integer i;
  always @* if (en) q = d;                 // LINT W4009 "'q' is not assigned on every path: a latch"
  always @* begin r = 0; if (en) r = d; end
  always @* if (en) t = d; else t = !d;
  always @* case (s)                       // LINT W4014 "no default and no item for 2'b11"
    2'b00: u = d;                          // LINT W4009 "'u' is not assigned"
    2'b01: u = !d;
    2'b10: u = 0;
  endcase
  always @* case (s) 0: x = d; 1: x = !d; 2, 3: x = 0; endcase
  always @* begin y[1:0] = v[1:0]; if (en) y[3:2] = v[3:2]; end  // LINT W4009 "bits .3:2. of 'y' are not assigned on every path"
  always @* for (i = 0; i < 4; i = i + 1) z[i] = v[3 - i];
  always @(en or v) if (en) p <= v;        // LINT W4012 "nonblocking assignment in combinational code to 'p'" W4009 "'p' is not"
  always @* begin
    if (en) tmp = d; else tmp = 0;
    k = {tmp, d};
  end
  always @* begin
    full = early;                          // LINT W4025 "'early' is read before combinational code assigns it"
    early = d;
  end
  (* full_case *)
  always @* (* full_case *) case (s) 0: w = d; 1: w = !d; endcase
endmodule

// A branch that a parameter rules out is none.
module dead #(parameter EN = 0) (input d, output reg q);
  always @* begin
    if (EN) q = d;
    else q = !d;
  end
endmodule
