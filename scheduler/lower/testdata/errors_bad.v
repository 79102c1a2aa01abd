module errors;
  integer n;
  reg [63:0] z [0:3];
  task automatic late(input integer k);
    $strobe("%d", $fgetc(k)); // ERROR "a variable of an automatic task under a function of the host"
  endtask
  task automatic longer(input integer k);
    reg [63:0] z [0:200000]; // ERROR "take more than 2048 KiB"
    z[k] = 1;
  endtask
  initial begin
    late(1);
    longer(2);
  end
endmodule
