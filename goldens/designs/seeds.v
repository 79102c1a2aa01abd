// A testbench that takes its seed from the command line: random traffic through a FIFO whose pointers and data are checked
// against a model, with jitter between the clocks of its ends. Every seed is another run.
//:args +seed=1
`timescale 1ns/1ps

module fifo #(parameter W = 8, A = 3) (input clk, input rst, input put, input [W-1:0] in, input take, output [W-1:0] out, output full, output empty);
    reg [W-1:0] mem [0:(1 << A) - 1];
    reg [A:0] head, tail;
    assign empty = head == tail;
    assign full = head == {~tail[A], tail[A-1:0]};
    assign out = empty ? {W{1'bx}} : mem[tail[A-1:0]];
    always @(posedge clk)
        if (rst) begin
            head <= 0;
            tail <= 0;
        end else begin
            if (put && !full) begin
                mem[head[A-1:0]] <= in;
                head <= head + 1;
            end
            if (take && !empty) tail <= tail + 1;
        end
endmodule

module tb;
    integer seed, rounds, sent, got, wrong, i, deepest;
    reg clk, rst, put, take, go;
    reg [7:0] in, expected;
    wire [7:0] out;
    wire full, empty;
    reg [7:0] model [0:1023];
    reg [31:0] hash;
    real load;

    fifo u(clk, rst, put, in, take, out, full, empty);

    always begin
        wait (go);
        #(4.5 + ($dist_uniform(seed, 0, 1000) / 1000.0)) clk = ~clk;
    end

    task traffic;
        input integer percent;
        integer k;
        begin
            for (k = 0; k < 24; k = k + 1) begin
                put = $dist_uniform(seed, 0, 99) < percent;
                take = $dist_uniform(seed, 0, 99) >= percent;
                in = $random(seed);
                @(negedge clk);
            end
            $display("%0t: load %0d: sent %0d, got %0d, hash %h", $realtime, percent, sent, got, hash);
        end
    endtask

    always @(posedge clk)
        if (!rst) begin
            if (take && !empty) begin
                expected = model[got % 1024];
                if (out !== expected) begin
                    wrong = wrong + 1;
                    $display("%0t: got %h, expected %h", $realtime, out, expected);
                end
                got = got + 1;
                hash = {hash[30:0], hash[31]} ^ out;
            end
            if (put && !full) begin
                model[sent % 1024] = in;
                sent = sent + 1;
            end
            if (sent - got > deepest) deepest = sent - got;
        end

    initial begin
        $timeformat(-9, 3, " ns", 14);
        if (!$value$plusargs("seed=%d", seed)) seed = 0;
        if (!$value$plusargs("rounds=%d", rounds)) rounds = 3;
        $display("seed %0d", seed);
        go = 1; clk = 0; rst = 1; put = 0; take = 0; in = 0;
        sent = 0; got = 0; wrong = 0; deepest = 0; hash = 32'h1;
        repeat (2) @(negedge clk);
        rst = 0;
        // what comes after reset may be given anew when the run starts from a snapshot
        #100 if ($value$plusargs("late=%d", i)) begin seed = i; $display("seed %0d from here", seed); end
        @(negedge clk);
        for (i = 0; i < rounds; i = i + 1) begin
            traffic(70);
            traffic(30);
        end
        traffic(0);
        load = 1.0 * got / (sent == 0 ? 1 : sent);
        $display("%0d sent, %0d taken (%.2f), at most %0d at once, %0d wrong", sent, got, load, deepest, wrong);
        $finish(0);
    end
endmodule
