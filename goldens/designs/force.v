// force and release on nets and variables, on parts, over assign and deassign; a force's right side stays live where it is a net.
`timescale 1ns/1ns

module unit(input a, input b, output y, output reg [3:0] cnt);
    wire n = a & b;
    assign y = ~n;
    initial cnt = 0;
    always @(posedge y) cnt = cnt + 1;
endmodule

module tb;
    reg a, b, clk, rst;
    wire y;
    wire [3:0] cnt;
    wire [7:0] bus;
    reg [7:0] drv, v, q;
    real r;

    unit u(a, b, y, cnt);
    assign bus = drv;

    always #5 clk = ~clk;
    always @(posedge clk) q <= q + 1;
    // Procedural continuous assignment: an asynchronous reset of the old style.
    always @(rst) if (rst) assign q = 8'h80; else deassign q;

    task show(input [8*12-1:0] what);
        #1 $display("%4d %s a=%b b=%b y=%b n=%b cnt=%0d bus=%b v=%h q=%h r=%g", $time, what, a, b, y, u.n, cnt, bus, v, q, r);
    endtask

    initial begin
        a = 0; b = 0; clk = 0; rst = 0; drv = 8'h0f; v = 1; q = 0; r = 1.5;
        show("start");
        force u.n = 1; show("force n");
        a = 1; b = 1; show("inputs");
        release u.n; show("release n");
        force u.n = b; show("force b"); // the right side is reactive
        a = 0; show("a=0");
        b = 0; show("b=0");
        release u.n; show("release");

        force bus = 8'haa; show("force bus");
        drv = 8'h55; show("drv");
        release bus; show("release");
        force bus[3:0] = 4'b1x0z; show("force part");
        drv = 8'hf0; show("drv");
        force bus[7] = 0; show("force bit");
        release bus[1:0]; show("release 1:0");
        release bus; show("release all");

        force v = 8'h02; show("force v");
        v = 8'h70; show("v=70");        // no effect while forced
        release v; show("release v");   // keeps the forced value
        v = 8'h71; show("v=71");
        force v = drv; show("v follows");
        drv = 8'h3c; show("drv");
        release v; drv = 0; show("released");

        rst = 1; show("assign q");
        #10 show("held");
        rst = 0; show("deassign");
        #20 show("counts");

        force r = 2.25; show("force r");
        r = 9; show("r=9");
        release r; r = 3; show("r=3");
        force u.cnt = 4'd9; show("force cnt"); // a reg behind an output port
        a = 1; b = 1; #1 b = 0; show("edge");
        release u.cnt; show("release cnt");
        $finish;
    end

    initial begin
        $dumpfile("force.vcd");
        $dumpvars;
    end
endmodule
