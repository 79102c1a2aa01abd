// What is computed of constants for a narrower target is as wide as Icarus Verilog makes it: as the digits of one without a size,
// leading zeros included. An x in those bits makes sums unknown, also one that & and | leave of an extension by the sign only.
module prunedwidth;
  reg signed [3:0] s;
  reg signed [9:0] w;
  reg [3:0] u;
  reg [1:0] p;
  reg [7:0] v;
  wire n = (3'bx ? (7 << 22) : u) * 1'd0;
  initial begin
    p = -(s | 543911791); $display("%b", p);
    p = -(s | 'd543911791); $display("%b", p);
    p = -(s | 32'd15); $display("%b", p);
    p = -(s | 32'sd15); $display("%b", p);
    p = -(s | 15); $display("%b", p);
    p = (s | 7) + 1; $display("%b", p);
    w = 10'bxxx0000000;
    v = (w <<< 12) - 'sb00010111111111110111; $display("%b", v);
    v = (w <<< 12) - 'sb0010111111111110111; $display("%b", v);
    v = (w <<< 12) - 98295; $display("%b", v);
    v = (w <<< 12) - 'h17ff7; $display("%b", v);
    u = 0;
    #1 $display("%b", n);
    u = 1;
    #1 $display("%b", n);
    v = (3'bx ? 29360128 : u) + 1'd0; $display("%b", v);
  end
endmodule
