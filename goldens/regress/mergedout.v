// An unknown condition merges bits beyond those of the target to x, which makes the sum unknown.
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
    d = (kick ? 2'b10 : 'hfc2) + kick;
    $display("%b", d);
  end
endmodule
