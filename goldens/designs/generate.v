// Generate loops, conditions and cases, parameters by name, by place and by defparam, localparams that follow, arrays of
// instances, and names through the generated scopes.
module cell_ #(parameter KIND = 0, parameter W = 4) (input [W-1:0] a, b, output [W-1:0] y);
    generate
        case (KIND)
            0: assign y = a & b;
            1: assign y = a | b;
            2, 3: begin : other
                wire [W-1:0] n = ~a;
                if (KIND == 3) assign y = n;
                else assign y = n ^ b;
            end
            default: assign y = {W{1'bx}};
        endcase
    endgenerate
endmodule

module adder #(parameter W = 8) (input [W-1:0] a, b, input ci, output [W-1:0] s, output co);
    wire [W:0] c;
    assign c[0] = ci, co = c[W];
    genvar i;
    generate
        for (i = 0; i < W; i = i + 1) begin : bit_
            wire p = a[i] ^ b[i];
            assign s[i] = p ^ c[i];
            assign c[i+1] = p ? c[i] : a[i];
        end
    endgenerate
endmodule

// A tree by recursion: instances of itself until the width is 1.
module tree #(parameter W = 8) (input [W-1:0] v, output [31:0] ones);
    generate
        if (W == 1) assign ones = v;
        else begin : split
            localparam L = W / 2;
            wire [31:0] l, r;
            tree #(L) left(v[L-1:0], l);
            tree #(W - L) right(v[W-1:L], r);
            assign ones = l + r;
        end
    endgenerate
endmodule

module dff #(parameter INIT = 0) (input clk, input d, output reg q);
    initial q = INIT;
    always @(posedge clk) q <= d;
endmodule

module shifter #(parameter N = 4, parameter [N-1:0] INIT = 0) (input clk, input d, output [N-1:0] q);
    // The i-th instance of an array takes the i-th bit of each connection; defparam reaches each of them.
    dff ff[N-1:0](.clk(clk), .d({q[N-2:0], d}), .q(q));
    defparam ff[1].INIT = 1;
endmodule

module scaled #(parameter A = 3, parameter B = A * 2, parameter real R = 1.5, parameter signed [7:0] S = -1, parameter NAME = "none");
    localparam C = A + B;
    localparam [C-1:0] MASK = {C{1'b1}};
    initial #1 $display("%m A=%0d B=%0d C=%0d MASK=%h R=%g S=%0d NAME=%0s", A, B, C, MASK, R, S, NAME);
endmodule

module tb;
    reg [15:0] a, b;
    reg ci, clk, d;
    wire [15:0] s;
    wire co;
    wire [31:0] ones;
    wire [3:0] sh;
    adder #(.W(16)) add(.a(a), .b(b), .ci(ci), .s(s), .co(co));
    tree #(16) count(s, ones);
    shifter #(4) shift(clk, d, sh);

    scaled s0();
    scaled #(5) s1();
    scaled #(.B(1), .NAME("by name")) s2();
    scaled s3();
    defparam s3.A = 7, s3.R = 2, s3.S = 200;

    genvar g, h;
    wire [3:0] y [0:3];
    generate
        for (g = 0; g < 4; g = g + 1) begin : kinds
            cell_ #(.KIND(g)) c(a[3:0], b[3:0], y[g]);
        end
        for (g = 0; g < 3; g = g + 1) begin : row
            for (h = 0; h <= g; h = h + 1) begin : col
                reg [7:0] v;
                if ((g + h) % 2 == 0) begin : even
                    initial v = g * 16 + h;
                end else begin : odd
                    initial v = 8'hff - g - h;
                end
                scaled #(.A(g + 1), .NAME("grid")) s();
            end
        end
    endgenerate

    integer i;
    initial begin
        ci = 0; clk = 0; d = 1;
        for (i = 0; i < 6; i = i + 1) begin
            a = i * 16'h3579 + 16'h00f3; b = {a[7:0], a[15:8]} + i;
            ci = i[0];
            #2 $display("%h + %h + %b = %b%h ones %0d y %h %h %h %h sh %b", a, b, ci, co, s, ones, y[0], y[1], y[2], y[3], sh);
            clk = 1; #1 clk = 0; d = ~d;
        end
        $display("%h %h %h", row[0].col[0].v, row[2].col[1].v, tb.row[2].col[2].v);
        $display("%b %b", add.bit_[3].p, count.split.left.split.l[0]);
        $finish;
    end
endmodule
