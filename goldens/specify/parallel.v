//:icarus
// A parallel path with several sources, which IEEE 1364-2005 14.2.5 does not have: read as full paths of each, as in Icarus Verilog.
module cell3(input a, b, c, output y);
  assign y = a ^ b ^ c;
  specify
    (a, b => y) = 3;
    (c => y) = (5, 7);
  endspecify
endmodule

module tb;
  reg a, b, c;
  wire y;
  cell3 u(a, b, c, y);
  initial begin
    $monitor("%0t %b%b%b %b", $time, a, b, c, y);
    a = 0; b = 0; c = 0;
    #20 a = 1;
    #20 b = 1;
    #20 c = 1;
    #20 c = 0;
    #20 b = 0;
    #20 $finish;
  end
endmodule
