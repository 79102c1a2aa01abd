// Gate primitives: truth tables of four states, delays of rise, fall and turn-off, arrays of gates, a ring oscillator and
// a latch of crossed gates.
`timescale 1ns/100ps

module latch(input s_n, input r_n, output q, output qn);
    nand #(1, 2) g1(q, s_n, qn), g2(qn, r_n, q);
endmodule

module adder4(input [3:0] a, b, input ci, output [3:0] s, output co);
    wire [4:0] c;
    wire [3:0] p, g, t;
    assign c[0] = ci;
    assign co = c[4];
    xor #1 px[3:0](p, a, b);
    and #1 gx[3:0](g, a, b);
    and #1 tx[3:0](t, p, c[3:0]);
    or #1 cx[3:0](c[4:1], g, t);
    xor #1 sx[3:0](s, p, c[3:0]);
endmodule

module tb;
    reg [1:0] ci;
    reg x, y, c;
    wire o_and, o_nand, o_or, o_nor, o_xor, o_xnor, o_buf, o_not;
    wire b1, b0, n1, n0, nm, pm, cm;
    and (o_and, x, y); nand (o_nand, x, y); or (o_or, x, y); nor (o_nor, x, y);
    xor (o_xor, x, y); xnor (o_xnor, x, y); buf (o_buf, x); not (o_not, x);
    bufif1 (b1, x, c); bufif0 (b0, x, c); notif1 (n1, x, c); notif0 (n0, x, c);
    nmos (nm, x, c); pmos (pm, x, c); cmos (cm, x, c, ~c);

    wire o3, o4;
    and (o3, x, y, c);
    xor (o4, x, y, c, x);

    wire up, down;
    pullup (up); pulldown (down);
    wire shared;
    bufif1 (shared, x, c);
    bufif0 (shared, y, c);

    wire slow, three;
    reg sx, sc;
    buf #(3, 5) (slow, sx);
    bufif1 #(2, 4, 7) (three, sx, sc);

    reg en;
    wire r1, r2, r3;
    nand #1.5 (r1, r3, en);
    not #1.5 (r2, r1);
    not #1.5 (r3, r2);
    integer swings;
    initial swings = 0;
    always @(posedge r3) swings = swings + 1;

    reg s_n, r_n;
    wire q, qn;
    latch l(s_n, r_n, q, qn);

    reg [3:0] a, b;
    reg cin;
    wire [3:0] s;
    wire co;
    adder4 add(a, b, cin, s, co);

    function val(input [1:0] k);
        case (k)
            0: val = 1'b0;
            1: val = 1'b1;
            2: val = 1'bx;
            3: val = 1'bz;
        endcase
    endfunction

    integer i, j, errors;
    initial begin
        for (i = 0; i < 16; i = i + 1) begin
            x = val(i[1:0]); y = val(i[3:2]); c = y;
            #1 $display("%b %b: %b%b%b%b %b%b %b%b if %b%b%b%b mos %b%b%b 3:%b 4:%b shared %b", x, y, o_and, o_nand, o_or, o_nor, o_xor,
                o_xnor, o_buf, o_not, b1, b0, n1, n0, nm, pm, cm, o3, o4, shared);
        end
        $display("pulls %b %b, strengths %v %v %v %v", up, down, up, down, b1, nm);
        sx = 0; sc = 1; en = 0; s_n = 1; r_n = 0;
        #20 r_n = 1; en = 1;
        sx = 1; #10 sx = 0; #10;
        sx = 1; #1 sx = 0; #10;         // too short for the rise: swallowed
        sx = 1; #4 sx = 0; #2 sx = 1; #10; // too short for the fall
        sc = 0; #10 sc = 1; #10 sc = 1'bx; #10 sc = 1;
        s_n = 0; #5 s_n = 1; #5 $display("latch %b%b", q, qn);
        r_n = 0; #5 r_n = 1; #5 $display("latch %b%b", q, qn);
        en = 0; #10;
        $display("swings %0d", swings);
        errors = 0;
        for (i = 0; i < 512; i = i + 7) begin
            {cin, a, b} = i;
            #12 if ({co, s} !== a + b + cin) errors = errors + 1;
        end
        a = 4'b1x00; b = 4'b0100; #12 $display("adder errors %0d, with x: %b%b", errors, co, s);
        $finish;
    end
endmodule
