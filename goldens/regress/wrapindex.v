// Unsigned indices that wrap around below zero, on vectors whose bounds are negative.
module wrapindex;
  reg [31:0] v;
  reg [3:0] i;
  reg [5:0] k;
  wire [15:-16] s = v;
  wire [80:-10] s3 = {3{v}};
  wire [0:31] up = v;
  reg [15:-16] r;
  wire [3:0] a = s[{1'b0, i} - 16 +: 4];
  wire [3:0] b = s[{1'b0, i} - 10 -: 4];
  wire [3:0] c = s3[k - 6 +: 4];
  wire d = s[{1'b0, i} - 16];
  wire [3:0] e = up[k - 3 +: 4];
  initial begin
    v = 32'h12345678;
    r = v;
    for (i = 0; i < 12; i = i + 1) begin
      k = i + 1;
      #1 $display("%h %h %h %b %h", a, b, c, d, e);
      $display("%h %h %b", r[{1'b0, i} - 16 +: 4], r[{1'b0, i} - 10 -: 4], r[{1'b0, i} - 16]);
      r[{1'b0, i} - 16] = ~r[{1'b0, i} - 16];
      $display("%h", r);
    end
  end
endmodule
