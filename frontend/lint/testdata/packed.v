// Packed arrays: selects count in elements, messages in bits.
module packed_arrays(input [1:0][3:0] a, output [1:0][3:0] y); // LINT W4006 "bits .4:3. of input port 'a' are never read"
  reg [1:0][3:0] part;                                         // LINT W4007 "bits .7:6. of variable 'part' are never written"
  assign y[1] = {2'd0, part[0][1:0]} + part[1];
  assign y[0][3:2] = part[0][3:2], y[0][1:0] = a[0][1:0];
  always @* begin
    part[0] = {a[1][3:1], a[0][2]};
    part[1][1:0] = 2'd0;
  end
endmodule
