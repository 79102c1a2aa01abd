// A dump of many clocks: posedge, negedge and any-edge processes, gated and divided clocks, clocks that come out of x and
// z, glitches within one time, and counters on each of them, of two states and of four.
`timescale 1ns/100ps

module domain #(parameter WIDTH = 8, parameter real PERIOD = 10.0, parameter PHASE = 0) (input enable, output reg clk,
        output reg [WIDTH-1:0] up, output reg [WIDTH-1:0] down, output reg [WIDTH-1:0] both);
    initial begin
        clk = 1'b0; up = 0; down = 0; both = 0;
        #PHASE;
        forever begin
            #(PERIOD/2) clk = enable ? ~clk : 1'b0;
        end
    end
    always @(posedge clk) up <= up + 1;
    always @(negedge clk) down <= down + 3;
    always @(clk) both <= both + 1;
endmodule

module divider(input clk, input rst, output reg [3:0] q, output tick);
    always @(posedge clk or posedge rst)
        if (rst) q <= 0;
        else q <= q == 9 ? 0 : q + 1;
    assign tick = q == 9;
endmodule

module fourstate(input clk);
    // A clock through 0, x, 1, z: an edge to or from x and z counts as half an edge (IEEE 1364-2005 9.7.2).
    reg c;
    reg [2:0] step;
    integer rises, falls, changes;
    initial begin step = 0; rises = 0; falls = 0; changes = 0; end
    always @(posedge clk) begin
        step <= step + 1;
        case (step)
            0: c = 1'b0;
            1: c = 1'bx;
            2: c = 1'b1;
            3: c = 1'bz;
            4: c = 1'b0;
            5: c = 1'bz;
            6: c = 1'bx;
            7: c = 1'b1;
        endcase
    end
    always @(posedge c) rises = rises + 1;
    always @(negedge c) falls = falls + 1;
    always @(c) changes = changes + 1;
endmodule

module tb;
    reg [7:0] enable;
    wire [7:0] clk;
    wire [63:0] up, down, both;
    reg rst;
    wire [3:0] q0, q1;
    wire tick0, tick1;

    domain #(8, 10.0, 0) d0(enable[0], clk[0], up[7:0], down[7:0], both[7:0]);
    domain #(8, 7.0, 1) d1(enable[1], clk[1], up[15:8], down[15:8], both[15:8]);
    domain #(8, 3.3, 2) d2(enable[2], clk[2], up[23:16], down[23:16], both[23:16]);
    domain #(.PERIOD(12.5), .PHASE(3)) d3(.enable(enable[3]), .clk(clk[3]), .up(up[31:24]), .down(down[31:24]), .both(both[31:24]));
    domain #(.PERIOD(1.7)) d4(.enable(enable[4]), .clk(clk[4]), .up(up[39:32]), .down(down[39:32]), .both(both[39:32]));
    domain #(.PERIOD(40)) d5(.enable(enable[5]), .clk(clk[5]), .up(up[47:40]), .down(down[47:40]), .both(both[47:40]));
    domain #(.PERIOD(9.9)) d6(.enable(enable[6]), .clk(clk[6]), .up(up[55:48]), .down(down[55:48]), .both(both[55:48]));
    domain #(.PERIOD(10.1)) d7(.enable(enable[7]), .clk(clk[7]), .up(up[63:56]), .down(down[63:56]), .both(both[63:56]));

    divider v0(clk[0], rst, q0, tick0);
    divider v1(tick0, rst, q1, tick1);
    fourstate f(clk[1]);

    // A gated clock. Its gate changes while the clock is low, with a glitch of no length that the process sees and the dump
    // does not show.
    reg gate;
    wire gated = clk[2] & gate;
    integer pulses, glitches;
    initial begin pulses = 0; glitches = 0; gate = 0; end
    always @(posedge gate) glitches = glitches + 1;
    always @(posedge gated) pulses = pulses + 1;
    always @(negedge clk[2]) begin
        gate = 1; gate = 0; gate = up[16];
    end

    // A signal that the beat of two close clocks makes.
    wire beat = clk[6] ^ clk[7];
    reg [15:0] duty;
    initial duty = 0;
    always @(posedge clk[4]) if (beat) duty <= duty + 1;

    integer i;
    initial begin
        enable = 8'hff; rst = 1;
        #17 rst = 0;
        #400 enable[4] = 0;
        #50 enable[4] = 1;
        for (i = 0; i < 8; i = i + 1) begin
            #31.7 enable = {enable[6:0], ~enable[7]};
        end
        #33 enable = 8'b1z1x1101;
        #90 enable = 8'hff;
        rst = 1'bx;
        #4 rst = 0;
        #600;
        $display("up %h down %h both %h", up, down, both);
        $display("q0 %0d q1 %0d pulses %0d glitches %0d duty %0d", q0, q1, pulses, glitches, duty);
        $display("four-state: rises %0d falls %0d changes %0d", f.rises, f.falls, f.changes);
        $finish;
    end
endmodule
