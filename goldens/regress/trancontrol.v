// A switch is turned on by one of two nets that another switch makes one.
module trancontrol;
  reg a, b;
  wire g, h, x, y, z;
  buf (g, a);
  tran (g, h);
  bufif0 (x, b, 1'b0);
  tranif1 (x, y, h);
  rtranif0 (x, z, h);
  initial begin
    a = 0;
    b = 1;
    #1 $display("%b %b %b", x, y, z);
    a = 1;
    #1 b = 0;
    #1 $display("%b %b %b", x, y, z);
  end
endmodule
