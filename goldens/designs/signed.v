// Signed arithmetic: when an expression is signed, when one operand makes it unsigned, and how far each width grows.
module tb;
    reg signed [7:0] a, b;
    reg [7:0] u;
    reg signed [15:0] w;
    reg signed [3:0] n;
    reg [3:0] m;
    integer i, j;
    wire signed [8:0] sum = a + b;
    wire signed [15:0] prod = a * b;
    wire [15:0] uprod = a * u;

    // A low-pass filter of signed coefficients.
    reg signed [11:0] tap [0:3];
    reg signed [25:0] acc;
    function signed [11:0] coef(input integer k);
        case (k) 0: coef = -12; 1: coef = 300; 2: coef = 301; default: coef = -11; endcase
    endfunction
    task filter(input signed [11:0] x);
        integer k;
        begin
            for (k = 3; k > 0; k = k - 1) tap[k] = tap[k-1];
            tap[0] = x;
            acc = 0;
            for (k = 0; k < 4; k = k + 1) acc = acc + tap[k] * coef(k);
            $display("filter %5d -> %0d rounded %0d", x, acc, (acc + 256) >>> 9);
        end
    endtask

    initial begin
        for (i = -128; i < 128; i = i + 37)
            for (j = 127; j > -128; j = j - 61) begin
                a = i; b = j; u = j;
                #1 $display("%0d,%0d: %0d %0d %0d | / %0d %0d | %% %0d %0d | < %b %b | ** %0d", a, b, sum, prod, uprod, a / b, a / u, a % b, a % u, a < b, a < u, b ** 2);
            end
        a = -7;
        $display("shifts %0d %0d %0d %0d %b", a >>> 1, a >> 1, a <<< 1, $signed(a) >>> 20, $unsigned(a) >>> 1);
        w = a; $display("%0d", w);
        w = {a}; $display("%0d", w);            // a concatenation is unsigned
        w = a[7:0]; $display("%0d", w);         // so is a part
        w = $signed(a[3:0]); $display("%0d", w);
        w = $unsigned(a); $display("%0d", w);
        w = 8'shff; $display("%0d", w);
        w = 8'hff; $display("%0d", w);
        w = -4'sd8 / 4'sd3; $display("%0d", w);
        w = -5 % 3; $display("%0d", w);
        w = 5 % -3; $display("%0d", w);
        n = 4'sb1000; $display("%0d %0d %0d", n, -n, n - 1);
        n = n - 1; $display("%0d", n);
        m = 4'b1111; w = m; $display("%0d", w);
        w = n + m; $display("%0d", w);          // unsigned: m spoils it
        w = n + $signed(m); $display("%0d", w);
        w = (a < 0) ? -1 : 4'd1; $display("%0d", w);
        w = (a < 0) ? -1 : 4'sd1; $display("%0d", w);
        i = -1; $display("%0d %0d %h", i / 2, i >>> 4, i >> 28);
        $display("%0d %0d", 32'hffffffff > 0, -1 > 0);
        $display("%0d %0d %0d", (-2) ** 3, 2 ** -1, (-1) ** -3);
        $display("%d|%d|%d|%d", a, u, n, m);
        a = 8'sbx; $display("%0d %b %0d", a, a + 1, a * 0);
        a = 8'sbxxxx_0000; w = a; $display("%b", w);
        a = 8'sbz000_0001; w = a >>> 2; $display("%b", w);
        tap[0] = 0; tap[1] = 0; tap[2] = 0;
        filter(2047); filter(-2048); filter(5); filter(-1); filter(0); filter(1000);
        $finish;
    end
endmodule
