module errors;
  integer n;
  reg [63:0] z [0:3];
  task automatic longer(input integer k);
    reg [63:0] z [0:200000]; // ERROR "take more than 2048 KiB"
    z[k] = 1;
  endtask
  initial begin
    longer(2);
  end
endmodule
