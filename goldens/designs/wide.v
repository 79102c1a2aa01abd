// Arithmetic beyond 64 bits: add, subtract, multiply, divide, power, shifts, comparisons and reductions, signed too.
module tb;
    reg [127:0] a, b, q, r;
    reg [255:0] p;
    reg [299:0] big;
    reg signed [99:0] sa, sb, sq, sr;
    reg [64:0] c65;
    reg [1023:0] k;
    integer i;
    reg [31:0] seed;

    function [127:0] next(input [127:0] s);
        next = {s[126:0], s[127] ^ s[125] ^ s[100] ^ s[98]};
    endfunction

    // Greatest common divisor and modular power, on 128 bits.
    function [127:0] gcd(input [127:0] m, input [127:0] n);
        reg [127:0] t;
        begin
            while (n != 0) begin t = m % n; m = n; n = t; end
            gcd = m;
        end
    endfunction
    function [127:0] modpow(input [127:0] base, input [127:0] e, input [127:0] m);
        reg [255:0] x, acc;
        begin
            acc = 1; x = base % m;
            while (e != 0) begin
                if (e[0]) acc = acc * x % m;
                x = x * x % m;
                e = e >> 1;
            end
            modpow = acc;
        end
    endfunction

    reg clk;
    reg [191:0] acc;
    wire [191:0] acc_next = {acc[127:0], acc[191:128]} + 192'h9e3779b97f4a7c15f39cc0605cedc834_1082276bf3a27251;
    always @(posedge clk) acc <= acc_next ^ (acc >> 7) ^ (acc_next << 29);

    initial begin
        clk = 0; acc = 1;
        a = 128'h0123456789abcdef_fedcba9876543210;
        b = 128'hdeadbeefcafebabe;
        for (i = 0; i < 8; i = i + 1) begin
            p = a * b;
            q = p / a; r = a % b;
            $display("%0d: %h + %h", i, a, b);
            $display("  sum %h diff %h", a + b, a - b);
            $display("  prod %h back %b", p, q == b);
            $display("  quot %0d rem %0d", a / b, r);
            $display("  shifts %h %h %h", a << (i * 17), a >> (i * 13), $signed(a) >>> (i * 19));
            $display("  logic %h %h %h", a & ~b, a ^ {2{b[63:0]}}, ~(a | b));
            $display("  cmp %b%b%b%b red %b%b%b", a < b, a >= b, a == b, a != {b}, &a, |a, ^a);
            a = next(next(next(a)) + b);
            b = {b[90:0], b[127:91]} ^ a[63:0];
        end
        sa = -100'sd123456789012345678901234567; sb = 100'sd987654321098765;
        sq = sa / sb; sr = sa % sb;
        $display("%0d / %0d = %0d rest %0d", sa, sb, sq, sr);
        $display("%0d %0d %0d %b", sa * sb, sa + sb, -sa, sa < sb);
        $display("%h %h", sa >>> 40, sa >> 40);
        c65 = 65'h1_ffff_ffff_ffff_ffff;
        $display("%h %h %h", c65 + 1'b1, c65 * c65, {c65, c65} + 1);
        p = 3; p = p ** 150;
        $display("3**150 = %0d", p);
        $display("gcd %0d", gcd(128'd340282366920938463463374607431768211455, 128'd18446744073709551615 * 128'd12));
        $display("fermat %0d", modpow(128'd2, 128'd2305843009213693950, 128'd2305843009213693951));
        big = 300'd1;
        for (i = 1; i <= 50; i = i + 1) big = big * i;
        $display("50! = %0d", big);
        k = {32{32'h80000001}};
        k = k + {k[991:0], 32'hffffffff};
        $display("%h", k);
        $display("%b %0d", ^k, k % 1000003);
        a = 128'hx; $display("%h %h %b %b", a + 1, a & 128'hff, a == 0, a === 128'hx);
        a = {64'bz, 64'h5}; $display("%h %h %d %0d", a, a | 1, a, a[63:0]);
        repeat (200) begin #1 clk = 1; #1 clk = 0; end
        $display("acc %h", acc);
        $finish;
    end
endmodule
