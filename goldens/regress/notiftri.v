// A tri net is a wire under another name: what notif gates make of an unknown control is the same on both.
module notiftri;
  reg d, x;
  wire a;
  tri b;
  notif1 (a, d, x);
  notif0 (b, d, x);
  initial begin
    #1 $display("%v %v", a, b);
    d = 0;
    #1 $display("%v %v", a, b);
    d = 1;
    #1 $display("%v %v", a, b);
    x = 1;
    #1 $display("%v %v", a, b);
  end
endmodule
