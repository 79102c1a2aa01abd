// The standard's generators with seeds: every digit is prescribed (IEEE 1364-2005 17.9).
module tb;
    integer seed, s2, i, v, lo, hi;
    reg [31:0] u;
    integer histogram [0:9];
    reg [63:0] hash;

    initial begin
        seed = 1;
        for (i = 0; i < 8; i = i + 1) $write("%0d ", $random(seed));
        $display("seed %0d", seed);
        for (i = 0; i < 6; i = i + 1) $write("%h ", $random);
        $display;
        for (i = 0; i < 6; i = i + 1) $write("%h ", $urandom);
        $display;
        for (i = 0; i < 6; i = i + 1) $write("%0d ", $urandom_range(100, 50));
        $display;
        s2 = 42;
        for (i = 0; i < 5; i = i + 1) $write("%0d ", $dist_uniform(s2, -10, 10));
        for (i = 0; i < 5; i = i + 1) $write("%0d ", $dist_normal(s2, 100, 15));
        for (i = 0; i < 5; i = i + 1) $write("%0d ", $dist_exponential(s2, 50));
        $display;
        for (i = 0; i < 5; i = i + 1) $write("%0d ", $dist_poisson(s2, 8));
        for (i = 0; i < 5; i = i + 1) $write("%0d ", $dist_chi_square(s2, 6));
        for (i = 0; i < 5; i = i + 1) $write("%0d ", $dist_t(s2, 5));
        for (i = 0; i < 5; i = i + 1) $write("%0d ", $dist_erlang(s2, 3, 40));
        $display("seed %0d", s2);
        for (i = 0; i < 10; i = i + 1) histogram[i] = 0;
        seed = 99; lo = 0; hi = 0; hash = 64'hcbf29ce484222325;
        for (i = 0; i < 3000; i = i + 1) begin
            v = $random(seed);
            if (v < 0) lo = lo + 1; else hi = hi + 1;
            u = $dist_uniform(seed, 0, 9);
            histogram[u] = histogram[u] + 1;
            hash = (hash ^ v) * 64'h100000001b3;
        end
        $display("%0d negative, %0d not, hash %h", lo, hi, hash);
        for (i = 0; i < 10; i = i + 1) $write("%0d ", histogram[i]);
        $display;
        $display("%0d %0d", {$random(seed)} % 60, $random(seed) % 60);
        $finish;
    end
endmodule
