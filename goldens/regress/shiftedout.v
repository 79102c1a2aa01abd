// An x that is shifted beyond the bits of the target makes the sum unknown, where a constant's size gives it room.
module shiftedout;
  reg [1:0] c;
  reg [11:0] r;
  reg [3:0] k;
  initial begin
    k = 15;
    r = (17'd5 + (c << 15));
    $display("%b", r);
    r = 17'd5 + (~c << k);
    $display("%b", r);
    r = (17'so026721 * ((~c) <<< 15));
    $display("%b", r);
    r = 5 + (c << 15);
    $display("%b", r);
    r = 12'd5 + (c << 15);
    $display("%b", r);
  end
endmodule
