// User-defined primitives: combinational with ?, a latch with b, edge-triggered with *, (01) and reductions, with initial
// values and delays.
`timescale 1ns/1ns

primitive mux21(o, a, b, s);
    output o;
    input a, b, s;
    table
    //  a b s : o
        0 ? 0 : 0;
        1 ? 0 : 1;
        ? 0 1 : 0;
        ? 1 1 : 1;
        0 0 x : 0;
        1 1 x : 1;
    endtable
endprimitive

primitive dlatch(q, en, d);
    output q;
    reg q;
    input en, d;
    initial q = 1'b0;
    table
    //  en d : q : q+
        1 0 : ? : 0;
        1 1 : ? : 1;
        0 ? : ? : -;
        x b : b : -;
    endtable
endprimitive

primitive dff(q, clk, d, rst);
    output q;
    reg q;
    input clk, d, rst;
    initial q = 1'b1;
    table
    //  clk  d rst : q : q+
        ?    ? 1   : ? : 0;
        ?    ? n   : ? : -;
        r    0 0   : ? : 0;
        r    1 0   : ? : 1;
        (0x) 1 0   : 1 : 1;
        (0x) 0 0   : 0 : 0;
        f    ? 0   : ? : -;
        (1x) ? 0   : ? : -;
        (x0) ? 0   : ? : -;
        ?    * 0   : ? : -;
    endtable
endprimitive

primitive toggle(q, t, clr);
    output q;
    reg q;
    input t, clr;
    table
        ? 1 : ? : 0;
        p 0 : 0 : 1;
        p 0 : 1 : 0;
        n 0 : ? : -;
        ? * : ? : -;
    endtable
endprimitive

primitive major(o, a, b, c);
    output o;
    input a, b, c;
    table
        0 0 ? : 0;
        0 ? 0 : 0;
        ? 0 0 : 0;
        1 1 ? : 1;
        1 ? 1 : 1;
        ? 1 1 : 1;
    endtable
endprimitive

module ripple(input clk, input clr, output [3:0] q);
    toggle t0(q[0], clk, clr), t1(q[1], ~q[0], clr), t2(q[2], ~q[1], clr), t3(q[3], ~q[2], clr);
endmodule

module tb;
    reg a, b, s, en, clk, rst;
    wire m, l, q, t, mj;
    wire [3:0] ma, cnt;
    reg [3:0] va, vb;

    mux21 #(2, 3) u_mux(m, a, b, s);
    dlatch u_l(l, en, a);
    dff u_q(q, clk, a, rst);
    toggle u_t(t, clk, rst);
    major (mj, a, b, s);
    genvar g;
    generate
        for (g = 0; g < 4; g = g + 1) begin : arr
            mux21 m(ma[g], va[g], vb[g], s);
        end
    endgenerate
    ripple rc(clk, rst, cnt);

    always #4 clk = ~clk;

    integer i;
    reg [1:0] k;
    function v(input [1:0] k); v = k == 0 ? 1'b0 : k == 1 ? 1'b1 : k == 2 ? 1'bx : 1'bz; endfunction

    initial begin
        $dumpfile("udp.vcd");
        $dumpvars(0, tb);
        $monitor("%3d a=%b b=%b s=%b en=%b clk=%b rst=%b: m=%b l=%b q=%b t=%b mj=%b ma=%b cnt=%b", $time, a, b, s, en, clk, rst, m, l, q, t, mj, ma, cnt);
        va = 4'b0011; vb = 4'b0101;
        clk = 0; rst = 1; en = 0;
        #3 rst = 0;
        for (i = 0; i < 64; i = i + 5) begin
            a = v(i[1:0]); b = v(i[3:2]); s = v(i[5:4]);
            #5 en = ~i[0];
        end
        en = 1'bx; #5 a = 0; #5 a = 1;
        clk = 1'bx; #1 clk = 1; #2 clk = 1'bx; #1 clk = 0;
        a = 1; rst = 1; #2 rst = 1'bx; #3 rst = 0;
        #40 $finish;
    end
endmodule
