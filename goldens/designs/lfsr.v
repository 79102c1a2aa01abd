// Linear feedback: Fibonacci and Galois registers, a CRC-32 by bit and by byte, a scrambler and its descrambler, and the
// period of a register found by running through it.
module galois #(parameter W = 16, parameter [W-1:0] POLY = 16'hb400) (input clk, input rst, output reg [W-1:0] s);
    always @(posedge clk or posedge rst)
        if (rst) s <= 1;
        else s <= s[0] ? (s >> 1) ^ POLY : s >> 1;
endmodule

module fib #(parameter W = 7) (input clk, input rst, output reg [W:1] s);
    always @(posedge clk, posedge rst)
        if (rst) s <= {W{1'b1}};
        else s <= {s[W-1:1], s[W] ^ s[W-1]};
endmodule

module crc32(input clk, input init, input en, input [7:0] d, output [31:0] crc);
    reg [31:0] c;
    function [31:0] step(input [31:0] c, input [7:0] d);
        integer i;
        begin
            step = c;
            for (i = 0; i < 8; i = i + 1)
                step = (step >> 1) ^ ((step[0] ^ d[i]) ? 32'hedb88320 : 32'h0);
        end
    endfunction
    always @(posedge clk) if (init) c <= 32'hffffffff; else if (en) c <= step(c, d);
    assign crc = ~c;
endmodule

module scramble(input clk, input rst, input d, output q);
    reg [57:0] s;
    assign q = d ^ s[38] ^ s[57];
    always @(posedge clk) if (rst) s <= 58'h2aaaaaaaaaaaaaa; else s <= {s[56:0], q};
endmodule
module descramble(input clk, input rst, input d, output q);
    reg [57:0] s;
    assign q = d ^ s[38] ^ s[57];
    always @(posedge clk) if (rst) s <= 58'h0; else s <= {s[56:0], d};
endmodule

module tb;
    reg clk = 0, rst = 1, init = 1, en = 0;
    reg [7:0] d;
    wire [15:0] g;
    wire [7:1] f;
    wire [31:0] crc;
    galois ga(clk, rst, g);
    fib fi(clk, rst, f);
    crc32 cr(clk, init, en, d, crc);
    wire line, back;
    scramble sc(clk, rst, f[7], line);
    descramble de(clk, rst, line, back);

    always #1 clk = ~clk;

    integer period_g, period_f, n, errors;
    reg [8*9-1:0] msg;
    integer i;
    initial begin
        #4 rst = 0;
        msg = "123456789";
        @(negedge clk) init = 0; en = 1;
        for (i = 8; i >= 0; i = i - 1) begin d = msg[8*i +: 8]; @(negedge clk); end
        en = 0;
        $display("crc %h", crc);
        period_f = 1;
        @(negedge clk);
        begin : fib_run
            reg [7:1] start;
            start = f;
            @(negedge clk);
            while (f != start) begin period_f = period_f + 1; @(negedge clk); end
        end
        $display("fibonacci period %0d", period_f);
        errors = 0;
        for (n = 0; n < 200; n = n + 1) begin @(negedge clk) if (back !== f[7]) errors = errors + 1; end
        $display("descrambler errors %0d", errors);
        wait (g == 16'd1);
        period_g = 0;
        @(negedge clk);
        @(negedge clk) period_g = 1;
        while (g != 16'd1 && period_g < 3000) begin period_g = period_g + 1; @(negedge clk); end
        $display("galois after %0d: %h", period_g, g);
        $finish;
    end
    initial begin
        $dumpfile("lfsr.vcd");
        $dumpvars(0, tb);
        #600 $dumpoff;
    end
    // The register comes back to 1 after 65535 steps; 70000 clocks are for that.
    initial #300000 begin $display("timeout"); $finish; end
endmodule
