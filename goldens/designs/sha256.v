// SHA-256: a 512-bit message schedule and a 256-bit state, one round a clock, over messages of one and two blocks and a
// chain of digests, several thousand clocks.
module sha256(input clk, input rst, input start, input first, input [511:0] block, output reg ready, output [255:0] digest);
    reg [255:0] h, s;
    reg [511:0] w;
    reg [6:0] round;
    assign digest = h;

    wire [31:0] a = s[255:224], b = s[223:192], c = s[191:160], d = s[159:128], e = s[127:96], f = s[95:64], g = s[63:32], hh = s[31:0];

    function [31:0] ror(input [31:0] x, input [4:0] n); ror = (x >> n) | (x << (6'd32 - n)); endfunction
    function [31:0] K(input [5:0] i);
        case (i)
            0: K = 32'h428a2f98; 1: K = 32'h71374491; 2: K = 32'hb5c0fbcf; 3: K = 32'he9b5dba5; 4: K = 32'h3956c25b; 5: K = 32'h59f111f1; 6: K = 32'h923f82a4; 7: K = 32'hab1c5ed5;
            8: K = 32'hd807aa98; 9: K = 32'h12835b01; 10: K = 32'h243185be; 11: K = 32'h550c7dc3; 12: K = 32'h72be5d74; 13: K = 32'h80deb1fe; 14: K = 32'h9bdc06a7; 15: K = 32'hc19bf174;
            16: K = 32'he49b69c1; 17: K = 32'hefbe4786; 18: K = 32'h0fc19dc6; 19: K = 32'h240ca1cc; 20: K = 32'h2de92c6f; 21: K = 32'h4a7484aa; 22: K = 32'h5cb0a9dc; 23: K = 32'h76f988da;
            24: K = 32'h983e5152; 25: K = 32'ha831c66d; 26: K = 32'hb00327c8; 27: K = 32'hbf597fc7; 28: K = 32'hc6e00bf3; 29: K = 32'hd5a79147; 30: K = 32'h06ca6351; 31: K = 32'h14292967;
            32: K = 32'h27b70a85; 33: K = 32'h2e1b2138; 34: K = 32'h4d2c6dfc; 35: K = 32'h53380d13; 36: K = 32'h650a7354; 37: K = 32'h766a0abb; 38: K = 32'h81c2c92e; 39: K = 32'h92722c85;
            40: K = 32'ha2bfe8a1; 41: K = 32'ha81a664b; 42: K = 32'hc24b8b70; 43: K = 32'hc76c51a3; 44: K = 32'hd192e819; 45: K = 32'hd6990624; 46: K = 32'hf40e3585; 47: K = 32'h106aa070;
            48: K = 32'h19a4c116; 49: K = 32'h1e376c08; 50: K = 32'h2748774c; 51: K = 32'h34b0bcb5; 52: K = 32'h391c0cb3; 53: K = 32'h4ed8aa4a; 54: K = 32'h5b9cca4f; 55: K = 32'h682e6ff3;
            56: K = 32'h748f82ee; 57: K = 32'h78a5636f; 58: K = 32'h84c87814; 59: K = 32'h8cc70208; 60: K = 32'h90befffa; 61: K = 32'ha4506ceb; 62: K = 32'hbef9a3f7; 63: K = 32'hc67178f2;
        endcase
    endfunction

    wire [31:0] s1 = ror(e, 6) ^ ror(e, 11) ^ ror(e, 25);
    wire [31:0] ch = (e & f) ^ (~e & g);
    wire [31:0] t1 = hh + s1 + ch + K(round[5:0]) + w[511:480];
    wire [31:0] s0 = ror(a, 2) ^ ror(a, 13) ^ ror(a, 22);
    wire [31:0] maj = (a & b) ^ (a & c) ^ (b & c);
    wire [31:0] w1 = w[479:448], w14 = w[63:32];
    wire [31:0] wn = (ror(w14, 17) ^ ror(w14, 19) ^ (w14 >> 10)) + w[223:192] + (ror(w1, 7) ^ ror(w1, 18) ^ (w1 >> 3)) + w[511:480];

    localparam [255:0] IV = 256'h6a09e667_bb67ae85_3c6ef372_a54ff53a_510e527f_9b05688c_1f83d9ab_5be0cd19;
    integer i;
    always @(posedge clk)
        if (rst) ready <= 1;
        else if (ready) begin
            if (start) begin
                ready <= 0;
                round <= 0;
                w <= block;
                s <= first ? IV : h;
                if (first) h <= IV;
            end
        end else if (round == 64) begin
            for (i = 0; i < 8; i = i + 1) h[32*i +: 32] <= h[32*i +: 32] + s[32*i +: 32];
            ready <= 1;
        end else begin
            s <= {t1 + s0 + maj, a, b, c, d + t1, e, f, g};
            w <= {w[479:0], wn};
            round <= round + 1;
        end
endmodule

module tb;
    reg clk = 0, rst = 1, start = 0, first = 0;
    reg [511:0] block;
    wire ready;
    wire [255:0] digest;
    integer cycles = 0, i;
    sha256 dut(clk, rst, start, first, block, ready, digest);
    always #5 clk = ~clk;
    always @(posedge clk) cycles <= cycles + 1;

    task run(input f, input [511:0] b);
        begin
            @(negedge clk) block = b; first = f; start = 1;
            @(negedge clk) start = 0;
            wait (ready);
        end
    endtask

    initial begin
        #12 rst = 0;
        run(1, {24'h616263, 1'b1, 423'b0, 64'd24});
        $display("abc     %h", digest);
        run(1, {1'b1, 511'b0});
        $display("empty   %h", digest);
        run(1, {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1'b1, 63'b0});
        run(0, 512'd448);
        $display("two     %h", digest);
        for (i = 0; i < 60; i = i + 1) run(1, {digest, 1'b1, 191'b0, 64'd256});
        $display("chain   %h", digest);
        $display("%0d cycles", cycles);
        $finish;
    end
    initial begin
        $dumpfile("sha256.vcd");
        $dumpvars(1, tb);
        $dumpvars(1, dut);
        #700 $dumpoff;
    end
endmodule
