// A FIFO between two clocks, with Gray-coded pointers and synchronisers of two flip-flops; the reader checks each word.
`timescale 1ns/1ps

module sync2 #(parameter W = 1) (input clk, input rst_n, input [W-1:0] d, output reg [W-1:0] q);
    reg [W-1:0] m;
    always @(posedge clk or negedge rst_n)
        if (!rst_n) {q, m} <= 0;
        else {q, m} <= {m, d};
endmodule

module afifo #(parameter W = 8, parameter A = 3) (
    input wclk, input wrst_n, input push, input [W-1:0] wdata, output reg full,
    input rclk, input rrst_n, input pop, output [W-1:0] rdata, output reg empty
);
    reg [W-1:0] mem [0:(1<<A)-1];
    reg [A:0] wbin, wgray, rbin, rgray;
    wire [A:0] wgray_r, rgray_w;

    sync2 #(A+1) w2r(rclk, rrst_n, wgray, wgray_r);
    sync2 #(A+1) r2w(wclk, wrst_n, rgray, rgray_w);

    function [A:0] gray(input [A:0] b);
        gray = b ^ (b >> 1);
    endfunction

    wire [A:0] wnext = wbin + (push & ~full);
    wire [A:0] rnext = rbin + (pop & ~empty);

    always @(posedge wclk) if (push && !full) mem[wbin[A-1:0]] <= wdata;
    always @(posedge wclk or negedge wrst_n)
        if (!wrst_n) begin wbin <= 0; wgray <= 0; full <= 0; end
        else begin
            wbin <= wnext;
            wgray <= gray(wnext);
            full <= gray(wnext) == {~rgray_w[A:A-1], rgray_w[A-2:0]};
        end

    assign rdata = mem[rbin[A-1:0]];
    always @(posedge rclk or negedge rrst_n)
        if (!rrst_n) begin rbin <= 0; rgray <= 0; empty <= 1; end
        else begin
            rbin <= rnext;
            rgray <= gray(rnext);
            empty <= gray(rnext) == wgray_r;
        end
endmodule

module tb;
    reg wclk = 0, rclk = 0, wrst_n, rrst_n;
    reg push = 0, pop = 0;
    reg [7:0] wdata = 0, expect_ = 0;
    wire [7:0] rdata;
    wire full, empty;
    integer got = 0, fulls = 0, empties = 0, errors = 0, seed = 7;

    afifo #(.W(8), .A(3)) dut(wclk, wrst_n, push, wdata, full, rclk, rrst_n, pop, rdata, empty);

    always #3.7 wclk = ~wclk;
    always #5.3 rclk = ~rclk;

    always @(negedge wclk) if (wrst_n) begin
        push <= ($random(seed) & 3) != 0;
        if (full) fulls = fulls + 1;
    end
    always @(posedge wclk) if (push && !full && wrst_n) wdata <= wdata + 8'd13;

    always @(negedge rclk) if (rrst_n) begin
        pop <= $time > 2000 ? 1 : ($random(seed) & 3) == 0;
        if (empty) empties = empties + 1;
    end
    always @(posedge rclk) if (pop && !empty && rrst_n) begin
        if (rdata !== expect_) begin
            errors = errors + 1;
            $display("%0t: read %h, expected %h", $time, rdata, expect_);
        end
        expect_ <= expect_ + 8'd13;
        got = got + 1;
        if (got % 64 == 0) $display("%t: %0d words, last %h", $realtime, got, rdata);
    end

    initial begin
        $timeformat(-9, 1, " ns", 12);
        $dumpfile("afifo.vcd");
        $dumpvars(0, dut);
        wrst_n = 0; rrst_n = 0;
        #20 wrst_n = 1;
        #3 rrst_n = 1;
        #5000 $display("%0d words, %0d errors, full %0d, empty %0d", got, errors, fulls, empties);
        $finish;
    end
endmodule
