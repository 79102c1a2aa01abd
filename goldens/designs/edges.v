// Lists of several edges: asynchronous set and reset of both polarities, two clocks in one list, and levels beside edges.
`timescale 1ns/1ns

module dffsr(input clk, input set_n, input rst, input d, output reg q);
    always @(posedge clk or negedge set_n or posedge rst)
        if (rst) q <= 0;
        else if (!set_n) q <= 1;
        else q <= d;
endmodule

module counter #(parameter W = 4) (input clk, input arst_n, input srst, input load, input [W-1:0] d, output reg [W-1:0] q, output reg wrap);
    always @(posedge clk, negedge arst_n)
        if (~arst_n) begin q <= {W{1'b0}}; wrap <= 1'b0; end
        else if (srst) {wrap, q} <= 0;
        else if (load) q <= d;
        else {wrap, q} <= q + 1'b1;
endmodule

module tb;
    reg clk, clk2, set_n, rst, arst_n, srst, load, mode;
    reg [3:0] d;
    wire q, q2, wrap;
    wire [3:0] cnt;

    dffsr ff(clk, set_n, rst, d[0], q), ff2(.clk(~clk), .set_n(set_n), .rst(rst), .d(q), .q(q2));
    counter c(clk, arst_n, srst, load, d, cnt, wrap);

    // Two clocks write one register.
    reg [7:0] seen;
    always @(posedge clk or posedge clk2) seen <= {seen[6:0], clk2};

    // An edge beside a level, and an edge of a bit, of an expression and of a vector (its least significant bit).
    integer n_mixed, n_bit, n_expr, n_vec;
    always @(negedge clk or mode) n_mixed = n_mixed + 1;
    always @(posedge cnt[1]) n_bit = n_bit + 1;
    always @(negedge (cnt[0] ^ cnt[2])) n_expr = n_expr + 1;
    always @(posedge cnt) n_vec = n_vec + 1;

    // A reset that is x makes the register's value stay, set by 0 or 1 as the if takes it.
    reg [1:0] xr;
    reg xrst;
    always @(posedge clk or posedge xrst)
        if (xrst) xr <= 0;
        else xr <= xr + 1;

    initial begin
        clk = 0; clk2 = 0; mode = 0;
        n_mixed = 0; n_bit = 0; n_expr = 0; n_vec = 0;
    end
    always #5 clk = ~clk;
    always #8 clk2 = ~clk2;

    always @(clk or cnt or q or q2) $strobe("%3d clk=%b cnt=%h wrap=%b q=%b q2=%b seen=%b xr=%b", $time, clk, cnt, wrap, q, q2, seen, xr);

    initial begin
        set_n = 1; rst = 0; arst_n = 1; srst = 0; load = 0; d = 0; xrst = 1'bx;
        #2 rst = 1; arst_n = 0;
        #2 rst = 0;
        #3 arst_n = 1; xrst = 0;
        #20 set_n = 0;
        #3 rst = 1;                     // reset wins
        #3 rst = 0;                     // no edge of its own: q stays until the next edge
        #9 set_n = 1; d = 4'hd; load = 1;
        #10 load = 0; xrst = 1;
        #1 xrst = 1'bx;
        #40 srst = 1; mode = 1;
        #10 srst = 0; xrst = 0;
        #35 clk2 = 0; clk2 = 1; clk2 = 0; // edges of no length
        #20 arst_n = 1'bx;              // 1 to x is a negedge; the if takes x as false
        #20 arst_n = 0;
        #7 $display("mixed %0d bit %0d expr %0d vec %0d", n_mixed, n_bit, n_expr, n_vec);
        $finish;
    end
endmodule
