// An unknown condition merges bits beyond those of the target to x, which makes the sum unknown; as do those of an x
// that is shifted there, beside a constant without a size that has bits there.
module mergedout;
  reg kick, u;
  reg [4:0] c;
  reg signed [4:0] f;
  reg [0:9] d;
  parameter P = 8'hc2;
  initial begin
    kick = 1;
    f = 5'sb10100;
    c = (u ? 2'b10 : (5'sb10100 + 'sd1056762446)) + kick;
    $display("%b", c);
    c = (u ? 2'b10 : 1056762466) + kick;
    $display("%b", c);
    c = kick - (u ? 2'b10 : (u ? 32'd1056762466 : 2'd2));
    $display("%b", c);
    c = (u ? 2'b10 : P) * kick;
    $display("%b", c);
    c = (u ? 2'b10 : (f + 'sd1056762446)) + kick;
    $display("%b", c);
    c = (u ? 2'b10 : 'hc2) + kick;
    $display("%b", c);
    c = (u ? 2'b10 : 'hc2) | kick;
    $display("%b", c);
    c = (u ? 2'b10 : 'h42);
    $display("%b", c);
    c = (u ? 2 : 2) + kick;
    $display("%b", c);
    c = 1000 * (8'bx <<< 10);
    $display("%b", c);
    c = 1000 + (8'bx <<< 11);
    $display("%b", c);
    c = 'd1000 + (1'bx <<< 9);
    $display("%b", c);
    c = 'd1000 + (1'bx <<< 10);
    $display("%b", c);
    d = (kick ? 2'b10 : 'hfc2) + kick;
    $display("%b", d);
  end
endmodule
