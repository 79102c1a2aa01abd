// Memories of several dimensions and descending or negative bounds, parts of words, variable part selects on both sides,
// and accesses out of range.
module tb;
    reg [7:0] cube [0:1][3:0][-1:1];
    reg signed [11:0] samples [7:0];
    reg [0:7] up [4:7];                 // the most significant bit has the lowest number
    integer ints [0:3];
    time times [0:1];
    reg bits [0:9];
    reg [31:0] v, w;
    reg [0:31] rv;
    reg [35:4] ov;
    integer i, j, k;
    reg [4:0] n;
    wire [7:0] direct = cube[1][2][-1];
    wire [3:0] nib = v[n*4 +: 4];
    wire [7:0] down = v[n -: 8];
    wire one = v[n];
    wire [7:0] rup = rv[n +: 8];

    // A register file with two read ports and byte enables.
    reg [31:0] rf [0:7];
    reg clk;
    reg [2:0] ra, rb, wa;
    reg [3:0] be;
    reg [31:0] wd;
    wire [31:0] qa = rf[ra], qb = rf[rb];
    genvar g;
    generate
        for (g = 0; g < 4; g = g + 1) begin : lane
            always @(posedge clk) if (be[g]) rf[wa][8*g +: 8] <= wd[8*g +: 8];
        end
    endgenerate

    initial begin
        for (i = 0; i < 2; i = i + 1)
            for (j = 0; j < 4; j = j + 1)
                for (k = -1; k < 2; k = k + 1) cube[i][j][k] = i * 64 + j * 16 + k + 1;
        #1 $display("%h %h %h %h", cube[0][0][0], cube[1][3][1], direct, cube[1][2][0][3:0]);
        cube[1][2][-1] = 8'hc3; cube[1][2][-1][4] = 1; cube[1][2][-1][7:6] = 2'b01;
        #1 $display("%h %b", direct, cube[1][2][-1][k]);        // k is 2
        $display("%h %h %h", cube[2][0][0], cube[0][4][0], cube[0][0][2]);
        cube[2][0][0] = 8'hee; cube[0][0][-2] = 8'hee;
        for (i = 0; i < 8; i = i + 1) samples[i] = (i - 4) * 300;
        $display("%0d %0d %0d %b", samples[0], samples[7], samples[3] >>> 2, samples[1] < samples[2]);
        for (i = 4; i < 8; i = i + 1) up[i] = 8'h81 + i;
        $display("%b %b %b %b", up[4], up[5][0], up[6][7], up[7][4:7]);
        up[4][0:1] = 2'b01; up[5][3 +: 2] = 2'b11; up[6][7 -: 3] = 3'b101;
        $display("%b %b %b %h", up[4], up[5], up[6], up[3]);
        ints[0] = -5; ints[1] = 1 << 31; ints[2] = ints[0] * 3; times[1] = 64'd1 << 40;
        $display("%0d %0d %0d %0d %0d", ints[0], ints[1], ints[2], ints[3], times[1]);
        for (i = 0; i < 10; i = i + 1) bits[i] = i % 3 == 0;
        $display("%b%b%b%b", bits[0], bits[1], bits[3], bits[10]);

        v = 32'h89abcdef; rv = 32'h89abcdef; ov = 32'h89abcdef;
        for (i = 0; i < 32; i = i + 5) begin
            n = i;
            #1 $display("%0d: %h %h %b %h %h", n, nib, down, one, rup, ov[n +: 8]);
        end
        n = 5'bx; #1 $display("%h %h %b", nib, down, one);
        // Variable part selects as targets, also over the ends.
        w = 0; w[3 +: 6] = 6'h3f; $display("%h", w);
        i = 28; w[i +: 8] = 8'haa; $display("%h", w);
        i = -3; w[i +: 8] = 8'hff; $display("%h", w);
        i = 4; w[i -: 8] = 8'h00; $display("%h", w);
        i = 100; w[i +: 4] = 4'hf; $display("%h", w);
        w[n] = 1; w[n +: 4] = 0; $display("%h", w);
        ov[4 +: 4] = 4'h0; ov[35] = 0; $display("%h", ov);
        {w[7:0], v[31:24], ints[3][3:0]} = 20'h12345; $display("%h %h %h", w, v, ints[3]);
        {bits[0], w[31:30]} = 3'b101; $display("%b %h", bits[0], w);

        clk = 0; ra = 0; rb = 5; be = 4'hf;
        for (i = 0; i < 8; i = i + 1) begin wa = i; wd = {4{i[7:0]}}; #1 clk = 1; #1 clk = 0; end
        be = 4'b0101; wa = 5; wd = 32'hdeadbeef; #1 clk = 1; #1 clk = 0;
        be = 4'b10x0; wa = 0; #1 clk = 1; #1 clk = 0;           // x is false
        be = 4'hf; wa = 3'b1x0; #1 clk = 1; #1 clk = 0;         // no word
        #1 $display("%h %h", qa, qb);
        ra = 3'bz; #1 $display("%h", qa);
        $finish;
    end

    initial begin
        $dumpfile("memory.vcd");
        $dumpvars(0, tb);
    end
endmodule
