// Nets of many drivers: wire, wand, wor, tri0, tri1, supplies, strengths, a tri-state bus with an inout register, and
// drivers of parts.
`timescale 1ns/1ns

module io_reg #(parameter W = 8) (inout [W-1:0] bus, input clk, input oe, input load, input [W-1:0] init);
    reg [W-1:0] q;
    initial q = init;
    assign bus = oe ? q : {W{1'bz}};
    always @(posedge clk) if (load) q <= bus;
endmodule

module bridge(inout a, inout b, input dir);
    bufif1 (b, a, dir);
    bufif0 (a, b, dir);
endmodule

module tb;
    reg x, y;
    wire w; wand wa; wor wo; tri0 t0; tri1 t1; triand ta; trior to; supply0 s0; supply1 s1; tri t;
    assign w = x, w = y;
    assign wa = x, wa = y;
    assign wo = x, wo = y;
    assign ta = x, ta = y;
    assign to = x, to = y;
    assign t0 = x, t0 = y;
    assign t1 = x, t1 = y;
    assign t = x;
    assign s0 = x;

    // Strengths: the stronger wins, equal ones that differ make x.
    wire st1, st2, st3;
    assign (strong1, weak0) st1 = x;
    assign (weak1, strong0) st1 = y;
    assign (pull1, pull0) st2 = x;
    assign (weak1, weak0) st2 = y;
    assign (supply1, highz0) st3 = x;
    assign (strong1, strong0) st3 = y;
    wire pulled;
    pullup (pulled);
    bufif1 (pulled, x, y);

    // Parts of one net by several drivers; what no one drives is z.
    wire [7:0] parts;
    assign parts[3:0] = {4{x}}, parts[4] = y, parts[2] = 1'b0;
    wand [3:0] wv;
    assign wv = {x, y, x, y}, wv = 4'b1100, wv[3:2] = 2'b01;

    tri1 [7:0] bus;
    reg [3:0] oe, load;
    reg clk;
    io_reg #(8) r0(bus, clk, oe[0], load[0], 8'h11), r1(bus, clk, oe[1], load[1], 8'h22),
        r2(.bus(bus), .clk(clk), .oe(oe[2]), .load(load[2]), .init(8'h44));
    io_reg #(4) nib(bus[7:4], clk, oe[3], load[3], 4'h9);

    wire ba, bb;
    reg dir, da, db;
    assign ba = dir ? da : 1'bz, bb = dir ? 1'bz : db;
    bridge br(ba, bb, dir);

    function v(input [1:0] k); v = k == 0 ? 1'b0 : k == 1 ? 1'b1 : k == 2 ? 1'bx : 1'bz; endfunction
    integer i;

    task move(input [3:0] from, input [3:0] to);
        begin
            oe = from; load = to;
            #1 $write("bus %b", bus);
            clk = 1; #1 clk = 0;
            oe = 0; load = 0;
            #1 $display(" -> %h %h %h %h, idle %b", r0.q, r1.q, r2.q, nib.q, bus);
        end
    endtask

    initial begin
        $dumpfile("buses.vcd");
        $dumpvars(0, tb);
        for (i = 0; i < 16; i = i + 1) begin
            x = v(i[1:0]); y = v(i[3:2]);
            #1 $display("%b %b: w%b and%b or%b t0%b t1%b ta%b to%b s%b%b t%b st %b%b%b (%v %v %v) p%b parts %b wv %b", x, y, w, wa, wo, t0, t1, ta, to,
                s0, s1, t, st1, st2, st3, st1, st2, st3, pulled, parts, wv);
        end
        clk = 0; oe = 0; load = 0;
        #1 $display("%b", bus);
        move(4'b0001, 4'b0010);
        move(4'b0100, 4'b0001);
        move(4'b0011, 4'b0100);         // a fight
        move(4'b1000, 4'b0001);         // half the bus driven, the rest pulled up
        move(4'b1001, 4'b1000);
        da = 1; db = 0; dir = 1; #1 $display("bridge %b %b", ba, bb);
        dir = 0; #1 $display("bridge %b %b", ba, bb);
        db = 1; #1 $display("bridge %b %b", ba, bb);
        dir = 1; da = 0; #1 $display("bridge %b %b", ba, bb);
        $finish;
    end
endmodule
