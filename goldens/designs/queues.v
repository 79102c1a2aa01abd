// Stochastic queues (IEEE 1364-2005 17.6): both types, all status codes, all statistics; $clog2 of what is negative, real or no number.
`timescale 10ns/1ns

module tb;
    integer status, job, inform, full, value, code, i;
    reg [63:0] wide;
    reg signed [33:0] odd;
    real r;

    task stats(input integer id);
        begin
            $write("%4d queue %0d:", $time, id);
            for (code = 0; code <= 7; code = code + 1) begin
                $q_exam(id, code, value, status);
                $write(" %0d/%0d", value, status);
            end
            $q_exam(id, 6, wide, status);
            $q_exam(id, 5, odd, status);
            full = $q_full(id, status);
            $display(" wide %0d odd %0d full %0d/%0d", wide, odd, full, status);
        end
    endtask

    initial begin
        $q_initialize(1, 1, 3, status); $display("fifo %0d", status);
        $q_initialize(-2, 2, 3, status); $display("lifo %0d", status);
        $q_initialize(1, 2, 3, status); $display("twice %0d", status);
        $q_initialize(3, 3, 3, status); $display("type %0d", status);
        $q_initialize(4, 1, 0, status); $display("length %0d", status);
        $q_initialize(32'bx, 1, 4, status); $display("unknown %0d", status);
        stats(1);
        for (i = 0; i < 4; i = i + 1) begin
            #(i + 1) $q_add(1, i, 10 * i, status);
            $display("add fifo %0d", status);
            $q_add(-2, i, 4'sb10x1, status);
            $display("add lifo %0d", status);
            stats(1);
            stats(-2);
        end
        for (i = 0; i < 4; i = i + 1) begin
            #2.3 $q_remove(1, job, inform, status);
            $display("remove fifo %0d %0d %0d", job, inform, status);
            $q_remove(-2, job, inform, status);
            $display("remove lifo %0d %b %0d", job, inform, status);
            stats(1);
            stats(-2);
        end
        $q_add(1, 7, 8, status);
        #5000000000 stats(1);
        $q_add(9, 7, 8, status); $display("none %0d", status);
        $q_remove(9, job, inform, status); $display("none %0d %0d %0d", job, inform, status);
        full = $q_full(9, status); $display("none %0d %0d", full, status);
        r = -1.0; $display("%0d %0d %0d", $clog2(r), $clog2(-1), $clog2(-1.0));
        r = 8.5; $display("%0d %0d %0d", $clog2(r), $clog2(8.5), $clog2(8.49));
        r = -1e12; $display("%0d %0d %0d", $clog2(r), $clog2(1e30), $clog2(-4'sd3));
        r = 1.0; r = r / 0.0; $display("%0d %0d", $clog2(r), $clog2(-1.0 / 0.0));
        $finish(0);
    end
endmodule
