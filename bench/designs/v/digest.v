// A wide datapath: SHA-256 (FIPS 180-4) with one round a clock, fed with its own digests; 256- and 512-bit registers.
`timescale 1ns / 1ps

module sha256(input clk, input reset, input start, input [511:0] block, output reg [255:0] digest, output reg done);
	reg [511:0] w;
	reg [31:0] a, b, c, d, e, f, g, h;
	reg [6:0] round;
	reg busy;
	reg [31:0] k [0:63];
	function [31:0] rotr(input [31:0] x, input integer n);
		rotr = x >> n | x << (32 - n);
	endfunction
	wire [31:0] s1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
	wire [31:0] ch = e & f ^ ~e & g;
	wire [31:0] t1 = h + s1 + ch + k[round[5:0]] + w[511:480];
	wire [31:0] s0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
	wire [31:0] maj = a & b ^ a & c ^ b & c;
	wire [31:0] t2 = s0 + maj;
	wire [31:0] w1 = w[479:448], w14 = w[63:32];
	wire [31:0] next = (rotr(w14, 17) ^ rotr(w14, 19) ^ w14 >> 10) + w[223:192] + (rotr(w1, 7) ^ rotr(w1, 18) ^ w1 >> 3) + w[511:480];
	localparam [255:0] IV = 256'h6a09e667_bb67ae85_3c6ef372_a54ff53a_510e527f_9b05688c_1f83d9ab_5be0cd19;
	always @(posedge clk) begin
		done <= 1'b0;
		if (reset) busy <= 1'b0;
		else if (start && !busy) begin
			w <= block;
			{a, b, c, d, e, f, g, h} <= IV;
			round <= 0;
			busy <= 1'b1;
		end else if (busy) begin
			if (round == 64) begin
				digest <= {IV[255:224] + a, IV[223:192] + b, IV[191:160] + c, IV[159:128] + d,
					IV[127:96] + e, IV[95:64] + f, IV[63:32] + g, IV[31:0] + h};
				done <= 1'b1;
				busy <= 1'b0;
			end else begin
				h <= g;
				g <= f;
				f <= e;
				e <= d + t1;
				d <= c;
				c <= b;
				b <= a;
				a <= t1 + t2;
				w <= {w[479:0], next};
				round <= round + 1;
			end
		end
	end
	// The constants are the first 32 bits of the fractions of the cube roots of the first 64 primes: found by search.
	integer p, q, n;
	reg [127:0] root, cube, step;
	reg prime;
	initial begin
		n = 0;
		for (p = 2; n < 64; p = p + 1) begin
			prime = 1;
			for (q = 2; q * q <= p; q = q + 1) if (p % q == 0) prime = 0;
			if (prime) begin
				root = 0;
				for (step = 128'd1 << 36; step != 0; step = step >> 1) begin
					cube = (root + step) * (root + step) * (root + step);
					if (cube <= p * (128'd1 << 96)) root = root + step;
				end
				k[n] = root[31:0];
				n = n + 1;
			end
		end
	end
endmodule

module tb;
	reg clk = 1'b0, reset = 1'b1, start = 1'b0;
	reg [511:0] block;
	wire [255:0] digest;
	wire done;
	integer i, blocks, cycles;
	sha256 sha(clk, reset, start, block, digest, done);
	always #5 clk = ~clk;
	always @(posedge clk) cycles = cycles + 1;
	initial begin
		if (!$value$plusargs("n=%d", blocks)) blocks = 1600;
		cycles = 0;
		repeat (3) @(posedge clk);
		reset <= 1'b0;
		block <= {"abc", 8'h80, 416'd0, 64'd24};
		for (i = 0; i < blocks; i = i + 1) begin
			start <= 1'b1;
			@(posedge clk) start <= 1'b0;
			@(posedge done);
			if (i == 0) $display("%s", digest == 256'hba7816bf_8f01cfea_414140de_5dae2223_b00361a3_96177a9c_b410ff61_f20015ad ? "right" : "WRONG");
			block <= {digest, 8'h80, 184'd0, 64'd256};
			@(posedge clk);
		end
		$display("%h", digest);
		$display("cycles %0d", cycles);
		$finish;
	end
endmodule
