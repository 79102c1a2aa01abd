// Negative exponents of powers of more than 64 bits (IEEE 1364-2005 table 5-6).
module widenegpow;
  reg signed [99:0] b;
  reg signed [3:0] e;
  reg signed [79:0] f;
  reg [99:0] u;
  initial begin
    e = -1;
    f = -4;
    b = 1;
    $display("%0d %0d", b ** e, b ** f);
    b = -1;
    $display("%0d %0d", b ** e, b ** f);
    b = 2;
    $display("%0d %0d", b ** e, b ** f);
    b = 0;
    $display("%0d %0d", b ** e, b ** f);
    b = 100'bx;
    $display("%0d %0d", b ** e, b ** f);
    b = 1;
    e = 4'b1x11;
    $display("%0d", b ** e);
    u = -1;
    e = -1;
    $display("%0d", u ** e);
    e = 3;
    f = 2;
    b = -3;
    $display("%0d %0d", b ** e, b ** f);
  end
endmodule
