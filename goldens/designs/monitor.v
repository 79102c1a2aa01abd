// $monitor, $strobe, $display and $time in one another's presence: what is printed when, and from which values.
`timescale 10ns/1ns

module tb;
    reg [3:0] a, b;
    reg signed [7:0] s;
    real r;
    reg clk;
    wire [3:0] sum = a + b;
    wire #2 late = a[0];
    wire [7:0] ab = {a, b};

    always #5 clk = ~clk;

    // The strobe shows what nonblocking assignments of this time did; the display does not.
    always @(posedge clk) begin
        a <= a + 1;
        $display("display %0t a=%0d b=%0d sum=%0d", $time, a, b, sum);
        $strobe("strobe  %0t a=%0d b=%0d sum=%0d", $time, a, b, sum);
        b = a ^ 4'b0101;
    end

    initial begin
        clk = 0; a = 0; b = 4'bx; s = -3; r = 0.5;
        $monitor("monitor %0t clk=%b a=%b b=%b sum=%b late=%b", $time, clk, a, b, sum, late);
        #12.34 $display("realtime %.3f time %0d stime %0d", $realtime, $time, $stime);
        #10 $monitoroff;
        #10 $display("the monitor was off");
        $monitoron;                     // prints at once, changed or not
        #7 s = 5;
        // A new monitor replaces the old one. $time among its arguments never triggers it.
        $monitor($time, " s=%d r=%g", s, r);
        #1 s = s * -20;
        #1 r = s / 3.0;
        #1 s = s;                       // no change
        #1 begin s = 1; s = 2; s = -100; end // back to what it was, but it changed
        #1 $strobe("order: first strobe");
        $strobe("order: second strobe");
        s = 7;
        r <= 1.25;
        #1 $monitor("%m %b %o %h %d", ab, ab, ab, ab);
        a = 4'b1x0z;
        #1 b = 4'bzzzz;
        #1 a = 4'bxxxx;
        #1 $strobe("late strobe at %t", $realtime);
        #1 $finish;
    end

    // Statements of one time step, in the order of their regions.
    initial begin
        #3 $strobe("region: strobe sees b=%0d", b);
        b <= 9;
        #0 $display("region: inactive b=%b", b);
        #0 $display("region: inactive again b=%b", b);
        @(b) $display("region: after nonblocking b=%0d", b);
        b = 4'd3;
    end
endmodule
