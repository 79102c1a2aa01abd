// Pulse control (IEEE 1364-2005 14.6): what becomes of a pulse of 1 to 12 ns behind a delay of 10 ns, under the default, limits
// of the module, limits of a path, and the styles; and of pulses that would end before they begin.
`timescale 1ns / 1ns
module plain(input a, output y);
  buf (y, a);
  specify (a => y) = 10; endspecify
endmodule
module limits(input a, output y);
  buf (y, a);
  specify
    specparam PATHPULSE$ = (3, 7);
    (a => y) = 10;
  endspecify
endmodule
module path_limits(input a, b, output y, z);
  buf (y, a);
  buf (z, b);
  specify
    specparam PATHPULSE$ = 5, PATHPULSE$a$y = (0, 4);
    (a => y) = 10;
    (b => z) = 10;
  endspecify
endmodule
module detect(input a, output y);
  buf (y, a);
  specify
    specparam PATHPULSE$a$y = (3, 7);
    pulsestyle_ondetect y;
    (a => y) = 10;
  endspecify
endmodule
module cancelled(input a, output none, event_, detect);
  buf (none, a);
  buf (event_, a);
  buf (detect, a);
  specify
    specparam PATHPULSE$ = 0;
    showcancelled event_, detect;
    pulsestyle_onevent event_;
    pulsestyle_ondetect detect;
    noshowcancelled none;
    (a => none) = (10, 4);
    (a => event_) = (10, 4);
    (a => detect) = (10, 4);
  endspecify
endmodule
module tb;
  reg a;
  wire p, l, y, z, d, cn, ce, cd;
  integer w;
  plain u1(a, p);
  limits u2(a, l);
  path_limits u3(a, a, y, z);
  detect u4(a, d);
  cancelled u5(a, cn, ce, cd);
  initial $monitor("  %0t a=%b plain=%b module=%b path=%b z=%b detect=%b none=%b event=%b ondetect=%b", $time, a, p, l, y, z, d, cn, ce, cd);
  initial begin
    a = 0;
    #50;
    for (w = 1; w <= 12; w = w + 1) begin
      $strobe("a pulse of %0d ns at %0t", w, $time);
      a = 1;
      #w a = 0;
      #(50 - w);
    end
    $strobe("three pulses at %0t", $time);
    repeat (3) begin
      a = 1; #4 a = 0; #5;
    end
    #40 $strobe("unknown at %0t", $time);
    a = 1; #2 a = 1'bx; #3 a = 0;
    #40 $finish;
  end
endmodule
