// Tasks and functions: static and automatic, recursive, with in, out and inout arguments, with delays, from several
// processes at once, and functions in constant expressions.
`timescale 1ns/1ns

module tb;
    // Constant functions.
    function integer clog2(input integer n);
        begin
            clog2 = 0;
            for (n = n - 1; n > 0; n = n >> 1) clog2 = clog2 + 1;
        end
    endfunction
    localparam DEPTH = 37, AW = clog2(DEPTH);
    reg [AW-1:0] addr;

    function automatic [63:0] fact(input [31:0] n);
        fact = n < 2 ? 1 : n * fact(n - 1);
    endfunction

    function automatic integer ack(input integer m, input integer n);
        if (m == 0) ack = n + 1;
        else if (n == 0) ack = ack(m - 1, 1);
        else ack = ack(m - 1, ack(m, n - 1));
    endfunction

    // A static function keeps its variables from call to call.
    function integer counter(input integer step);
        integer total;
        begin
            if (total === 32'bx) total = 0;
            total = total + step;
            counter = total;
        end
    endfunction

    integer moves;
    task automatic hanoi(input integer n, input [7:0] from, input [7:0] to, input [7:0] via);
        if (n > 0) begin
            hanoi(n - 1, from, via, to);
            moves = moves + 1;
            if (n == 4) $display("disk %0d: %s to %s", n, from, to);
            hanoi(n - 1, via, to, from);
        end
    endtask

    task swap(inout [15:0] a, inout [15:0] b);
        reg [15:0] t;
        begin t = a; a = b; b = t; end
    endtask

    task divide(input [15:0] n, input [15:0] d, output [15:0] q, output [15:0] r, output ok);
        begin
            ok = d != 0;
            q = n / d;
            r = n % d;
        end
    endtask

    // Automatic: each caller has its own i. Static: both share one.
    task automatic count_own(input [7:0] id, input integer period);
        integer i;
        for (i = 0; i < 3; i = i + 1) begin
            #period $display("%0t own %s %0d", $time, id, i);
        end
    endtask
    task count_shared(input [7:0] id, input integer period);
        integer i;
        for (i = 0; i < 4; i = i + 1) begin
            #period $display("%0t shared %s %0d", $time, id, i);
        end
    endtask

    // Quicksort on a module's memory, recursive.
    integer data [0:15];
    task automatic qsort(input integer lo, input integer hi);
        integer i, j, pivot, t;
        if (lo < hi) begin
            pivot = data[(lo + hi) / 2];
            i = lo; j = hi;
            while (i <= j) begin
                while (data[i] < pivot) i = i + 1;
                while (data[j] > pivot) j = j - 1;
                if (i <= j) begin
                    t = data[i]; data[i] = data[j]; data[j] = t;
                    i = i + 1; j = j - 1;
                end
            end
            qsort(lo, j);
            qsort(i, hi);
        end
    endtask

    // Old-style declarations, and a task that writes module variables.
    function [7:0] reverse;
        input [7:0] v;
        integer k;
        for (k = 0; k < 8; k = k + 1) reverse[k] = v[7-k];
    endfunction
    task log;
        input [31:0] what;
        begin : scope
            integer local_count;
            local_count = counter(0);
            $display("%m: %0d, count %0d", what, local_count);
        end
    endtask

    reg [15:0] a, b, q, r;
    reg ok;
    integer i;
    wire [7:0] rev = reverse(a[7:0]);
    initial begin
        $display("AW %0d, fact %0d %0d, ack %0d", AW, fact(10), fact(20), ack(2, 3));
        $display("%0d %0d %0d", counter(1), counter(10), counter(100));
        moves = 0; hanoi(6, "A", "C", "B"); $display("moves %0d", moves);
        a = 16'h1234; b = 16'habcd;
        swap(a, b); $display("%h %h rev %b", a, b, rev);
        swap(a[7:0], b[15:8]);          // parts as inout arguments are out of width: extended and cut
        #1 $display("%h %h rev %b", a, b, rev);
        divide(1000, 7, q, r, ok); $display("%0d %0d %b", q, r, ok);
        divide(1000, 0, q, r, ok); $display("%0d %0d %b", q, r, ok);
        for (i = 0; i < 16; i = i + 1) data[i] = (i * 7919 + 13) % 101 - 50;
        qsort(0, 15);
        for (i = 0; i < 16; i = i + 1) $write("%0d ", data[i]);
        $display;
        log(7);
        fork
            count_own("a", 3);
            count_own("b", 4);
        join
        fork
            count_shared("c", 3);
            count_shared("d", 4);
        join
        $finish;
    end
endmodule
