// ChaCha20: a 512-bit state as one vector, a quarter of a double round a clock, the block function of the RFC's test and a
// key stream over forty blocks.
module quarter(input [127:0] i, output [127:0] o);
    wire [31:0] a0 = i[127:96], b0 = i[95:64], c0 = i[63:32], d0 = i[31:0];
    function [31:0] rol(input [31:0] x, input integer n); rol = (x << n) | (x >> (32 - n)); endfunction
    wire [31:0] a1 = a0 + b0, d1 = rol(d0 ^ a1, 16);
    wire [31:0] c1 = c0 + d1, b1 = rol(b0 ^ c1, 12);
    wire [31:0] a2 = a1 + b1, d2 = rol(d1 ^ a2, 8);
    wire [31:0] c2 = c1 + d2, b2 = rol(b1 ^ c2, 7);
    assign o = {a2, b2, c2, d2};
endmodule

module chacha(input clk, input rst, input start, input [255:0] key, input [31:0] counter, input [95:0] nonce, output reg busy, output reg [511:0] stream);
    reg [511:0] s, s0;
    reg [4:0] n;
    wire [511:0] next;
    // Word k of the state is s[511-32*k -: 32]. Even rounds take columns, odd rounds diagonals.
    genvar g;
    generate
        for (g = 0; g < 4; g = g + 1) begin : q
            wire [127:0] i, o;
            wire odd = n[0];
            assign i = odd ?
                {s[511-32*g -: 32], s[511-32*(4+(g+1)%4) -: 32], s[511-32*(8+(g+2)%4) -: 32], s[511-32*(12+(g+3)%4) -: 32]} :
                {s[511-32*g -: 32], s[511-32*(4+g) -: 32], s[511-32*(8+g) -: 32], s[511-32*(12+g) -: 32]};
            quarter qr(i, o);
            assign next[511-32*g -: 32] = o[127:96];
            assign next[511-32*(4+g) -: 32] = odd ? q[(g+3)%4].o[95:64] : o[95:64];
            assign next[511-32*(8+g) -: 32] = odd ? q[(g+2)%4].o[63:32] : o[63:32];
            assign next[511-32*(12+g) -: 32] = odd ? q[(g+1)%4].o[31:0] : o[31:0];
        end
    endgenerate

    function [511:0] add16(input [511:0] a, input [511:0] b);
        integer k;
        for (k = 0; k < 16; k = k + 1) add16[32*k +: 32] = a[32*k +: 32] + b[32*k +: 32];
    endfunction
    function [31:0] le(input [31:0] v); le = {v[7:0], v[15:8], v[23:16], v[31:24]}; endfunction
    function [511:0] init(input [255:0] key, input [31:0] counter, input [95:0] nonce);
        integer k;
        begin
            init[511:384] = 128'h61707865_3320646e_79622d32_6b206574;
            for (k = 0; k < 8; k = k + 1) init[383-32*k -: 32] = le(key[255-32*k -: 32]);
            init[127:96] = counter;
            for (k = 0; k < 3; k = k + 1) init[95-32*k -: 32] = le(nonce[95-32*k -: 32]);
        end
    endfunction

    always @(posedge clk)
        if (rst) busy <= 0;
        else if (!busy) begin
            if (start) begin
                busy <= 1; n <= 0;
                s <= init(key, counter, nonce);
                s0 <= init(key, counter, nonce);
            end
        end else if (n == 20) begin
            stream <= add16(s, s0);
            busy <= 0;
        end else begin
            s <= next;
            n <= n + 1;
        end
endmodule

module tb;
    reg clk = 0, rst = 1, start = 0;
    reg [255:0] key;
    reg [31:0] counter;
    reg [95:0] nonce;
    wire busy;
    wire [511:0] stream;
    reg [511:0] fold;
    integer i;
    chacha c(clk, rst, start, key, counter, nonce, busy, stream);
    always #5 clk = ~clk;
    initial begin
        for (i = 0; i < 32; i = i + 1) key[255-8*i -: 8] = i;
        nonce = 96'h000000090000004a00000000;
        counter = 1; fold = 0;
        #12 rst = 0;
        for (i = 0; i < 40; i = i + 1) begin
            @(negedge clk) start = 1;
            @(negedge clk) start = 0;
            @(negedge busy);
            #1 if (i == 0) $display("%h", stream);
            fold = {fold[448:0], fold[511:449]} ^ stream;
            counter = counter + 1;
        end
        $display("%h at %0t", fold, $time);
        $finish;
    end
    initial begin
        $dumpfile("chacha.vcd");
        $dumpvars(1, c);
        #500 $dumpoff;
    end
endmodule
