// A netlist of primitives with delays: a 16 x 16 array multiplier of full adders, a parity tree and a tri-state bus.
// Almost everything is events: each operand change ripples through some thousand gates, with inertial cancellation.
`timescale 1ns / 1ps

module full(input a, input b, input c, output s, output co);
	wire x, p, q;
	xor #(2, 3) g0(x, a, b);
	xor #(2, 3) g1(s, x, c);
	and #2 g2(p, x, c);
	and #2 g3(q, a, b);
	or #(1, 2) g4(co, p, q);
endmodule

module multiplier #(parameter N = 16) (input [N-1:0] a, input [N-1:0] b, output [2*N-1:0] y);
	wire [N-1:0] pp [0:N-1];
	wire [N:0] sum [0:N-1], carry [0:N-1];
	genvar i, j;
	generate
		for (i = 0; i < N; i = i + 1) begin : row
			for (j = 0; j < N; j = j + 1) begin : bits
				and #1 g(pp[i][j], a[j], b[i]);
			end
			if (i == 0) begin : first
				assign sum[0] = {1'b0, pp[0]};
			end else begin : adder
				wire [N:0] c;
				assign c[0] = 1'b0;
				for (j = 0; j < N; j = j + 1) begin : column
					full f(pp[i][j], sum[i-1][j+1], c[j], sum[i][j], c[j+1]);
				end
				buf #1 top(sum[i][N], c[N]);
			end
			buf #1 out(y[i], sum[i][0]);
		end
		for (j = 1; j <= N; j = j + 1) begin : high
			buf #1 out(y[N - 1 + j], sum[N-1][j]);
		end
	endgenerate
endmodule

module tb;
	reg [15:0] a, b;
	wire [31:0] y;
	wire parity;
	wire [7:0] bus;
	reg [3:0] owner;
	integer i, n, wrong;
	reg [31:0] sum;
	multiplier #(16) m(a, b, y);
	// a parity tree over the product
	wire [30:0] t;
	genvar k;
	generate
		for (k = 0; k < 16; k = k + 1) begin : leaf
			xor #(1, 1) g(t[15 + k], y[2 * k], y[2 * k + 1]);
		end
		for (k = 0; k < 15; k = k + 1) begin : node
			xor #(1, 1) g(t[k], t[2 * k + 1], t[2 * k + 2]);
		end
		for (k = 0; k < 4; k = k + 1) begin : driver
			bufif1 #(2, 2, 3) g[7:0](bus, y[8 * k + 7:8 * k], owner[k]);
		end
	endgenerate
	assign parity = t[0];
	initial begin
		if (!$value$plusargs("n=%d", n)) n = 500;
		wrong = 0;
		sum = 0;
		owner = 4'b0001;
		for (i = 0; i < n; i = i + 1) begin
			a = $random;
			b = $random;
			owner = {owner[2:0], owner[3]};
			#400;
			if (y !== a * b || parity !== ^y) wrong = wrong + 1;
			sum = {sum[30:0], sum[31]} + y + bus;
		end
		$display("%0d wrong, sum %h", wrong, sum);
		$display("cycles %0d", n);
		$finish;
	end
endmodule
