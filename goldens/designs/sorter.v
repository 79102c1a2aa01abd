// A bitonic sorting network of 16 keys, pipelined by generate, fed every clock and checked against a software sort.
module cas #(parameter W = 8) (input clk, input up, input [W-1:0] a, b, output reg [W-1:0] lo, hi);
    wire swap = up ? a > b : a < b;
    always @(posedge clk) {lo, hi} <= swap ? {b, a} : {a, b};
endmodule

module bitonic #(parameter LOG = 4, parameter W = 8) (input clk, input [(W << LOG)-1:0] in, output [(W << LOG)-1:0] out);
    localparam N = 1 << LOG, STAGES = LOG * (LOG + 1) / 2;
    wire [W*N-1:0] s [0:STAGES];
    assign s[0] = in;
    assign out = s[STAGES];
    genvar i, j, k;
    generate
        for (i = 1; i <= LOG; i = i + 1) begin : phase
            for (j = 0; j < i; j = j + 1) begin : sub
                localparam ST = i * (i - 1) / 2 + j, D = 1 << (i - 1 - j);
                for (k = 0; k < N; k = k + 1) begin : lane
                    if ((k & D) == 0) begin : box
                        cas #(W) c(clk, ((k >> i) & 1) == 0, s[ST][k*W +: W], s[ST][(k+D)*W +: W], s[ST+1][k*W +: W], s[ST+1][(k+D)*W +: W]);
                    end
                end
            end
        end
    endgenerate
endmodule

module tb;
    parameter LOG = 4, W = 12;
    localparam N = 1 << LOG, LAT = LOG * (LOG + 1) / 2;
    reg clk;
    reg [W*N-1:0] in, queue [0:15];
    wire [W*N-1:0] out;
    bitonic #(LOG, W) dut(clk, in, out);

    function [W*N-1:0] soft(input [W*N-1:0] v);
        integer i, j;
        reg [W-1:0] key;
        reg stop;
        begin
            for (i = 1; i < N; i = i + 1) begin
                key = v[i*W +: W];
                j = i;
                stop = 0;
                while (j > 0 && !stop)
                    if (v[(j-1)*W +: W] > key) begin
                        v[j*W +: W] = v[(j-1)*W +: W];
                        j = j - 1;
                    end else stop = 1;
                v[j*W +: W] = key;
            end
            soft = v;
        end
    endfunction

    integer cycle, i, seed, bad;
    initial begin
        clk = 0; seed = 11; bad = 0;
        for (cycle = 0; cycle < 60; cycle = cycle + 1) begin
            for (i = 0; i < N; i = i + 1) in[i*W +: W] = $random(seed);
            if (cycle == 30) in = 0;
            if (cycle == 31) in[W-1:0] = 12'hfff;
            queue[cycle % 16] = soft(in);
            #5 clk = 1; #5 clk = 0;
            if (cycle >= LAT - 1) begin
                if (out !== queue[(cycle - LAT + 1) % 16]) bad = bad + 1;
                if (cycle % 8 == 0) $display("%0d: %h", cycle, out);
            end
        end
        $display("%0d wrong", bad);
        $finish;
    end
    initial begin
        $dumpfile("sorter.vcd");
        $dumpvars(1, dut);
        $dumpvars(1, dut.phase[2].sub[0].lane[4].box.c);
        #200 $dumpoff;
    end
endmodule
