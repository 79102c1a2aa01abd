// Event controls and waits on variables of automatic tasks: each activation sees its own edges (IEEE 1364-2005 10.2.1 leaves them out,
// Icarus has them). Edges, parts, words, reals, @*, intra-assignment controls, repeat, arguments of tasks, alternatives outside the task.
`timescale 1ns/1ns

module tb;
    reg stat = 0;
    reg [7:0] bus = 0;

    task automatic pulses(input integer id, input integer n);
        reg clk;
        integer k;
        begin
            clk = 0;
            fork
                repeat (4) begin
                    #n clk = 1;
                    clk = 0;
                    clk = 1;
                    #n clk = 1'bx;
                    #n clk = 0;
                end
                begin
                    for (k = 1; k <= 3; k = k + 1) @(posedge clk) $display("%3d: %0d posedge %0d", $time, id, k);
                    @(negedge clk) $display("%3d: %0d negedge %b", $time, id, clk);
                    @(negedge clk) $display("%3d: %0d negedge %b", $time, id, clk);
                    @(clk) $display("%3d: %0d any %b", $time, id, clk);
                end
            join
        end
    endtask

    task automatic give(output [3:0] y, input [3:0] x);
        #1 y = x;
    endtask

    task automatic values(input integer id, input integer n);
        reg [3:0] v, w;
        reg [3:0] arr [0:3];
        real r;
        integer i;
        begin
            v = 0; r = 0; w = 0;
            fork
                begin
                    #n v = 4'h2;
                    #n v = 4'h6;
                    #n arr[1] = 5;
                    #n arr[2] = 6;
                    #n r = 2.5;
                    #n give(v, 4'h9);
                    #n v = #n 4'h3;
                    #n {v[3], w} = 5'h1a;
                    #n v = 0;
                    repeat (3) #n v = v + 1;
                    #n $swrite(w, "a");
                end
                begin
                    @(v[1]) $display("%3d: %0d v[1] %b", $time, id, v);
                    wait (v >= 6) $display("%3d: %0d wait %b", $time, id, v);
                    @(arr[2]) $display("%3d: %0d arr[2] %h", $time, id, arr[2]);
                    @(v or r) $display("%3d: %0d v or r %g", $time, id, r);
                    @(v or r) $display("%3d: %0d v or r %b", $time, id, v);
                    @* i = v + w;
                    $display("%3d: %0d star %0d", $time, id, i);
                    i = @(w[3]) v;
                    $display("%3d: %0d intra %0d %0d", $time, id, i, v);
                    i = repeat (3) @(v) v;
                    $display("%3d: %0d repeat %0d %0d", $time, id, i, v);
                    @(w) $display("%3d: %0d text %b", $time, id, w);
                end
            join
        end
    endtask

    task automatic both(input integer id, input integer n);
        reg own;
        integer i;
        begin
            own = 0;
            fork
                repeat (3) #n own = ~own;
                for (i = 0; i < 5; i = i + 1) begin
                    @(posedge stat or bus[2] or own) $display("%3d: %0d stat=%b bus=%b own=%b", $time, id, stat, bus, own);
                end
            join
        end
    endtask

    initial begin
        pulses(1, 5);
        #100 fork pulses(2, 6); pulses(3, 7); join
        #100 values(4, 4);
        #100 fork values(5, 5); values(6, 8); join
    end

    initial begin
        #3000;
        fork
            both(7, 10);
            begin #1 stat = 1; #4 stat = 0; #8 bus = 4; #9 stat = 1; #20 bus = 5; #20 bus = 0; #1 bus = 4; #1 bus = 0; #1 bus = 6; end
        join
    end
endmodule
