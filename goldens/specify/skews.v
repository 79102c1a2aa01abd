// $skew, $timeskew, $fullskew with their flags, $period, $width with a threshold, and $nochange (IEEE 1364-2005 15.3).
`timescale 1ns / 1ns
module skews(input cp, cpn, mode);
  reg n1, n2, n3, n4, n5, n6, n7;
  specify
    $skew(posedge cp &&& mode, negedge cpn, 50, n1);
    $timeskew(posedge cp &&& mode, negedge cpn, 50, n2);
    $timeskew(posedge cp &&& mode, negedge cpn, 50, n3, 1, 0);
    $timeskew(posedge cp &&& mode, negedge cpn, 50, n4, 1, 1);
    $timeskew(posedge cp &&& mode, negedge cpn, 50, n5, , 1);
    $fullskew(posedge cp &&& mode, negedge cpn, 50, 70, n6);
    $fullskew(posedge cp &&& mode, negedge cpn, 50, 70, n7, 1);
  endspecify
endmodule
module pulses(input ck);
  specify
    $period(edge [01, 0x, x1] ck, 30);
    $width(posedge ck, 10, 2);
    $width(negedge ck &&& ~ck, 8);
  endspecify
endmodule
module hold(input we, input [3:0] addr, input other);
  specify
    $nochange(posedge we, addr, 0, 0);
    $nochange(negedge we, other, 3, 4);
    $nochange(posedge we, other, -2, -3);
  endspecify
endmodule
module tb;
  reg cp, cpn, mode, ck, we, other;
  reg [3:0] addr;
  skews u1(cp, cpn, mode);
  pulses u2(ck);
  hold u3(we, addr, other);
  initial begin
    cp = 0; cpn = 1; mode = 1; ck = 0; we = 0; other = 0; addr = 0;
    $display("in time, and at the limit");
    #100 cp = 1; #30 cpn = 0; #20 cp = 0; cpn = 1;
    #100 cp = 1; #50 cpn = 0; #20 cp = 0; cpn = 1;
    #100 cp = 1; cpn = 0; #20 cp = 0; cpn = 1;
    $display("late, twice");
    #200 cp = 1; #60 cpn = 0; #5 cpn = 1; #5 cpn = 0; cp = 0; #5 cpn = 1;
    $display("a reference event that does not count");
    #200 cp = 1; #10 mode = 0; cp = 0; #10 cp = 1; #100 cpn = 0; mode = 1; cp = 0; #10 cpn = 1;
    $display("data first");
    #200 cpn = 0; #60 cp = 1; #10 cp = 0; cpn = 1;
    #200 cpn = 0; #80 cp = 1; #10 cp = 0; cpn = 1;
    $display("periods and widths");
    #200 ck = 1; #10 ck = 0; #20 ck = 1; #9 ck = 0; #20 ck = 1; #2 ck = 0; #50 ck = 1; #3 ck = 0; #5 ck = 1;
    #20 ck = 1'bx; #10 ck = 1; #20 ck = 0; #8 ck = 1;
    $display("changes");
    #50 addr = 1; #5 we = 1; #5 addr = 2; #5 addr = 3; #5 we = 0; #5 addr = 4;
    #20 we = 1; addr = 5; #5 we = 0; addr = 6;
    #20 other = 1; #2 we = 1; #1 other = 0; #10 other = 1; #8 other = 0; #2 we = 0;
    #10 other = 1; #20 we = 1; #2 other = 0; #10 we = 0;
    #30 other = 1; #4 we = 1; #30 we = 0; #10 $finish;
  end
endmodule
