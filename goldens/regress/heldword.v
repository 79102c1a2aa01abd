// An element that an array does not have can be the target of assign and deassign: nothing happens.
module heldword;
  reg [1:0] a [2:1];
  real r [1:0];
  reg [1:0] v;
  initial begin
    a[1] = 0;
    a[2] = 0;
    r[0] = 1.5;
    v = 1;
    assign a[0] = 2'd1;
    assign a[3] = v;
    assign a['bx] = 2'd2;
    assign r[2] = 1.0;
    #1 $display("%h %h %g", a[1], a[2], r[0]);
    deassign a[0];
    deassign r[2];
    a[1] = 3;
    #1 $display("%h %h %g", a[1], a[2], r[0]);
  end
endmodule
