// Names through the hierarchy: down, up and across, into tasks, functions, blocks and generated scopes; ports of every
// shape: parts, concatenations, expressions, left open, of another width.
`timescale 1ns/1ns

module leaf(input [3:0] a, output [3:0] y, output [3:0] z);
    parameter OFFSET = 1;
    integer calls;
    initial calls = 0;
    assign y = a + OFFSET;
    assign z = ~a;
    function [3:0] twice(input [3:0] v); twice = v << 1; endfunction
    task bump(input integer by);
        begin : inner
            reg [7:0] last;
            calls = calls + by;
            last = calls;
        end
    endtask
    // Up: `shared` is found in the module where this one is instantiated, or above.
    always @(posedge middle.top_clk) if (limits.on) calls = calls + 100;
endmodule

module middle(input [7:0] bus, output [7:0] res);
    wire top_clk = tb.clk;
    leaf lo(bus[3:0], res[3:0], );
    leaf #(.OFFSET(3)) hi(.a(bus[7:4]), .z(res[7:4]), .y());
endmodule

module limits_m;
    reg on;
    reg [7:0] max;
    initial begin on = 0; max = 8'h80; end
endmodule

module narrow(input [3:0] n, output [11:0] w);
    assign w = {8'hab, n};
endmodule

module tb;
    reg clk, top_clk;
    reg [7:0] bus;
    wire [7:0] res;
    wire [7:0] w8;
    limits_m limits();
    middle m1(bus, res), m2(.res(), .bus({bus[3:0], bus[7:4]}));
    narrow n(bus, w8);                  // eight bits into four, twelve into eight

    initial begin : main
        integer i;
        clk = 0; top_clk = 0;
        for (i = 0; i < 3; i = i + 1) begin
            bus = 8'h3c + i * 17;
            #1 $display("%h -> %h | %h %h | %h %h | %h", bus, res, m2.lo.y, m2.hi.z, m1.hi.y, tb.m1.lo.z, w8);
        end
        $display("%0d %0d", m1.lo.OFFSET, tb.m2.hi.OFFSET);
        m1.lo.bump(5);
        tb.m1.lo.bump(2);
        m2.hi.bump(1);
        $display("%0d %0d %h", m1.lo.calls, m2.hi.calls, m1.lo.bump.inner.last);
        $display("%h", m1.lo.twice(4'h9));
        limits.on = 1;
        clk = 1; #1 clk = 0;
        $display("%0d %0d %0d %0d", m1.lo.calls, m1.hi.calls, m2.lo.calls, m2.hi.calls);
        m1.hi.calls = limits.max; other.note("from tb");
        #1 $display("%0d %0d", m1.hi.calls, main.i);
        $display("%0d", other.notes);
        $finish;
    end
endmodule

module other;
    integer notes;
    initial notes = 0;
    task note(input [8*10-1:0] what);
        begin
            notes = notes + 1;
            $display("%m: %0s, bus %h", what, tb.bus);
        end
    endtask
endmodule
