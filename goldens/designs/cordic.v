// A CORDIC rotator, signed fixed point, pipelined: sine and cosine of a sweep, and the error against the real functions.
module stage #(parameter I = 0, parameter W = 18) (input clk, input signed [W-1:0] x, y, z, output reg signed [W-1:0] xo, yo, zo);
    function signed [W-1:0] angle(input integer i);   // atan(2^-i) in units of pi/2^(W-1)
        case (i)
            0: angle = 32768; 1: angle = 19344; 2: angle = 10221; 3: angle = 5188; 4: angle = 2604; 5: angle = 1303;
            6: angle = 652; 7: angle = 326; 8: angle = 163; 9: angle = 81; 10: angle = 41; 11: angle = 20; 12: angle = 10; 13: angle = 5;
            default: angle = 0;
        endcase
    endfunction
    localparam signed [W-1:0] A = angle(I);
    always @(posedge clk)
        if (z[W-1]) begin xo <= x + (y >>> I); yo <= y - (x >>> I); zo <= z + A; end
        else begin xo <= x - (y >>> I); yo <= y + (x >>> I); zo <= z - A; end
endmodule

module cordic #(parameter N = 14, parameter W = 18) (input clk, input signed [W-1:0] angle, output signed [W-1:0] c, s);
    localparam signed [W-1:0] GAIN = 39797;       // 0.607253 * 2^16
    wire signed [W-1:0] x [0:N], y [0:N], z [0:N];
    // Fold into the right half plane.
    wire fold = angle[W-1] ^ angle[W-2];
    reg [N:0] neg;
    assign x[0] = GAIN, y[0] = 0, z[0] = fold ? {~angle[W-1], angle[W-2:0]} : angle;
    always @(posedge clk) neg <= {neg[N-1:0], fold};
    genvar i;
    generate
        for (i = 0; i < N; i = i + 1) begin : st
            stage #(i, W) u(clk, x[i], y[i], z[i], x[i+1], y[i+1], z[i+1]);
        end
    endgenerate
    assign c = neg[N-1] ? -x[N] : x[N];
    assign s = neg[N-1] ? -y[N] : y[N];
endmodule

module tb;
    reg clk;
    reg signed [17:0] angle;
    wire signed [17:0] c, s;
    cordic dut(clk, angle, c, s);
    real pi, err, worst, rc, rs, back;
    integer k;
    initial begin
        pi = 3.141592653589793; worst = 0; clk = 0;
        for (k = 0; k < 200; k = k + 1) begin
            angle = k * 1311 - 131072;
            #5 clk = 1; #5 clk = 0;
            if (k >= 13) begin
                back = ((k - 13) * 1311 - 131072) * pi / 131072.0;
                rc = c / 65536.0; rs = s / 65536.0;
                err = (rc - $cos(back)) * (rc - $cos(back)) + (rs - $sin(back)) * (rs - $sin(back));
                if (err > worst) worst = err;
                if (k % 20 == 13) $display("%8.5f: cos %8.5f sin %8.5f raw %0d %0d", back, rc, rs, c, s);
            end
        end
        $display("worst error below 1e-3: %b", worst < 1e-6);
        $finish;
    end
    initial begin
        $dumpfile("cordic.vcd");
        $dumpvars(1, tb);
        $dumpvars(1, dut.st[3].u);
        #600 $dumpoff;
    end
endmodule
