// Real arithmetic, conversions and formats, real ports through bits, and the mathematics of IEEE 1364-2005 17.11.
`timescale 1ns/1ps

module integrator(input clk, input [63:0] xbits, output [63:0] ybits);
    real y;
    initial y = 0.0;
    always @(posedge clk) y = y + ($bitstoreal(xbits) - y) * 0.125;
    assign ybits = $realtobits(y);
endmodule

module tb;
    parameter real PI = 3.14159265358979;
    real x, y, table_[0:7];
    real acc;
    integer i;
    reg clk;
    reg [63:0] bits;
    wire [63:0] ybits;
    reg signed [7:0] s8;
    reg [7:0] u8;
    reg [99:0] wide;
    time t;

    integrator g(clk, bits, ybits);

    // Newton's square root, and Taylor's sine, to compare with the library's.
    function real root(input real v);
        real g, old;
        begin
            g = v > 1.0 ? v : 1.0; old = 0;
            while (g != old && (g - old > 1e-12 * g || old - g > 1e-12 * g)) begin
                old = g;
                g = 0.5 * (g + v / g);
            end
            root = g;
        end
    endfunction
    function real sine(input real v);
        real term, sum;
        integer k;
        begin
            term = v; sum = v;
            for (k = 1; k < 12; k = k + 1) begin
                term = -term * v * v / ((2 * k) * (2 * k + 1));
                sum = sum + term;
            end
            sine = sum;
        end
    endfunction

    initial begin
        clk = 0;
        x = 1.5; y = -2.25e3;
        $display("%f %e %g %0.2f %10.3f|%-10.2f|", x, y, y, x, x, x);
        $display("%f %f %f %f", x + y, x - y, x * y, y / x);
        $display("%b %b %b %b %b", x < y, x > y, x == 1.5, x != y, !x);
        $display("%0d %0d %0d", x, -2.5, 0.49999);              // %d rounds
        i = 2.5; $display("%0d", i);
        i = -2.5; $display("%0d", i);
        i = 3.49999; $display("%0d %0d %0d", i, $rtoi(3.99), $rtoi(-3.99));
        x = 7 / 2; $display("%g", x);                           // integer division first
        x = 7 / 2.0; $display("%g", x);
        s8 = -5.5; u8 = 300.2; $display("%0d %0d", s8, u8);
        wide = 1e25; $display("%0d", wide);
        x = wide; $display("%g", x);
        x = s8; $display("%g %g", x, $itor(u8));
        x = 8'bx1; $display("%g", x);                           // x counts as 0
        $display("%h %h", $realtobits(PI), $realtobits(-1.0e-310));
        $display("%.15g", $bitstoreal(64'h400921fb54442d18));
        x = 1.0; y = 0.0;
        $display("%g %g %b", x / y, -x / y, y / y == y / y);
        for (i = 0; i < 8; i = i + 1) begin
            table_[i] = i * PI / 4;
            $display("%0d: %.6f sin %.9f %b cos %.6f", i, table_[i], $sin(table_[i]), sine(table_[i]) - $sin(table_[i]) < 1e-9, $cos(table_[i]));
        end
        $display("%.12f %.12f %b", root(2.0), $sqrt(2 * x), root(1e10) == $sqrt(1e10 * x));
        $display("%g %g %g %g", $ln(10.0), $log10(1000.0), $exp(1.0), $pow(2.0, 0.5));
        $display("%g %g %g %g %g", $floor(-1.5 * x), $ceil(-1.5 * x), $atan2(1.0, -1.0), $hypot(3.0, 4.0), $tanh(0.5));
        $display("%g %g", 2.0 ** 10, 2 ** 0.5);
        $display("%b %b", x && y, x || y);
        $display("%g", x > 0 ? 3 : 2.5);
        // Delays of reals are rounded to the precision.
        #1.2345 $display("%.4f %0t", $realtime, $time);
        #(PI) $display("%.4f", $realtime);
        t = $realtime; $display("%0d", t);
        // A clocked integrator; the bits travel through ports.
        bits = $realtobits(10.0);
        for (i = 0; i < 10; i = i + 1) begin #5 clk = 1; #5 clk = 0; end
        $display("%.9f", $bitstoreal(ybits));
        acc = 0; for (i = 1; i <= 1000; i = i + 1) acc = acc + 1.0 / i;
        $display("harmonic %.12f", acc);
        x <= 42.5; x <= #3 43.5;
        #1 $display("%g", x);
        #3 $display("%g", x);
        $finish;
    end
    always @(x) if ($time > 100) $strobe("x is %g", x);

    initial begin
        $dumpfile("reals.vcd");
        $dumpvars(0, tb);
    end
endmodule
