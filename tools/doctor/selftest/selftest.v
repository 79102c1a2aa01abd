// What gpga doctor simulates on each engine: a little of everything whose result an engine could get wrong.
`timescale 1ns/1ps

module adder #(parameter W = 8) (input [W-1:0] a, input [W-1:0] b, output [W:0] sum);
    assign #2 sum = a + b;
endmodule

module selftest;
    reg clk, enable;
    reg [7:0] a, b;
    wire [8:0] sum;
    reg [199:0] wide;
    reg signed [15:0] short;
    reg [31:0] hash, memory [0:15];
    reg [3:0] x, y;
    reg left, right;
    wire bus;
    tri1 up;
    integer i, seed, file, got;
    real ratio;
    event tick;

    adder #(8) u(a, b, sum);
    assign bus = enable ? left : 1'bz;
    assign bus = enable ? right : 1'bz;
    bufif1 (strong0, pull1) (up, left, enable);

    function automatic [31:0] fib;
        input [31:0] n;
        fib = n < 2 ? n : fib(n - 1) + fib(n - 2);
    endfunction

    task mix;
        input [31:0] value;
        begin
            #1 hash = {hash[26:0], hash[31:27]} ^ value ^ 32'h9e3779b9;
        end
    endtask

    always #5 clk = ~clk;
    always @(posedge clk) {x, y} <= {y, x};
    always @(tick) $display("%0t tick %0d", $time, i);

    initial begin
        $monitor("%0t sum %0d up %v", $time, sum, up);
        clk = 0; enable = 0; left = 0; right = 1; hash = 1; seed = 42;
        a = 200; b = 100; x = 4'b01xz; y = 4'b1100;
        #20 $display("%0t swapped %b %b", $time, x, y);
        #1 enable = 1;
        #1 $display("%0t contention %b, undriven %b", $time, bus, u.sum[8] === 1'bx);
        for (i = 0; i < 16; i = i + 1) memory[i] = $random(seed);
        for (i = 0; i < 16; i = i + 1) mix(memory[i]);
        $display("%0t hash %h", $time, hash);
        wide = {25{8'ha5}};
        wide = (wide * 200'd1234567891) ^ (wide >> 77);
        short = -16'sd12345;
        $display("%h", wide);
        $display("%0d %0d %0d %b", short / 7, short % 7, short >>> 3, 4'b10x1 & 4'bz111);
        ratio = $sqrt(2.0) * 1.0e3 + short / 3.0;
        $display("%0.9f %e %0d", ratio, $exp(ratio / 1.0e3), $rtoi(ratio));
        $display("fib %0d", fib(12));
        fork
            #7 mix(32'd7);
            begin
                #3 i = 3;
                -> tick;
            end
            begin : gone
                #50 $display("never");
            end
            #9 disable gone;
        join
        $strobe("%0t strobe %h", $time, hash);
        hash <= hash + 1;
        force a = 8'd1;
        #4 release a;
        a = 8'd9;
        #4 file = $fopen("selftest.txt", "w");
        $fdisplay(file, "%0d and %h", $time, hash);
        $fclose(file);
        file = $fopen("selftest.txt", "r");
        got = $fscanf(file, "%d and %h", i, wide);
        $display("read %0d: %0d %0h", got, i, wide);
        wait (clk) $display("%0t clk", $time);
        if ($value$plusargs("n=%d", i)) $display("plusarg %0d", i);
        $finish;
    end
endmodule
