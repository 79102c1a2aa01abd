// A testbench that works harder than what it tests: tasks, functions, $random, fork and join, a scoreboard in memories, strings,
// files' worth of $display; the design is a synchronous FIFO with almost-full flags.
`timescale 1ns / 1ps

module fifo #(parameter WIDTH = 32, DEPTH = 64, LOG = 6) (input clk, input reset, input push, input [WIDTH-1:0] in, input pop,
	output reg [WIDTH-1:0] out, output empty, output full, output almost);
	reg [WIDTH-1:0] store [0:DEPTH-1];
	reg [LOG:0] head, tail;
	wire [LOG:0] used = head - tail;
	assign empty = used == 0;
	assign full = used == DEPTH;
	assign almost = used >= DEPTH - 4;
	always @(posedge clk)
		if (reset) begin
			head <= 0;
			tail <= 0;
		end else begin
			if (push && !full) begin
				store[head[LOG-1:0]] <= in;
				head <= head + 1;
			end
			if (pop && !empty) begin
				out <= store[tail[LOG-1:0]];
				tail <= tail + 1;
			end
		end
endmodule

module tb;
	localparam SIZE = 4096;
	reg clk, reset, push, pop;
	reg [31:0] in;
	wire [31:0] out;
	wire empty, full, almost;
	fifo dut(clk, reset, push, in, pop, out, empty, full, almost);
	reg [31:0] expected [0:SIZE-1];
	integer wr, rd, errors, seed, n, i, cycles, stalls;
	integer histogram [0:15];
	reg [31:0] crc;
	reg [8*8-1:0] label;
	event checked;

	always begin
		#5 clk = 1'b1;
		#5 clk = 1'b0;
	end
	always @(posedge clk) cycles = cycles + 1;

	function [31:0] step(input [31:0] c, input [31:0] data);
		integer b;
		begin
			step = c ^ data;
			for (b = 0; b < 8; b = b + 1)
				step = step[0] ? step >> 1 ^ 32'hedb88320 : step >> 1;
		end
	endfunction

	function integer bucket(input [31:0] v);
		begin
			bucket = 0;
			while (v > 1 && bucket < 15) begin
				v = v >> 2;
				bucket = bucket + 1;
			end
		end
	endfunction

	task send(input [31:0] v);
		begin
			while (almost) begin
				stalls = stalls + 1;
				@(negedge clk);
			end
			in = v;
			push = 1'b1;
			expected[wr % SIZE] = v;
			wr = wr + 1;
			@(negedge clk);
			push = 1'b0;
			repeat ($dist_uniform(seed, 0, 2)) @(negedge clk);
		end
	endtask

	task receive;
		begin
			while (empty) @(negedge clk);
			pop = 1'b1;
			@(negedge clk);
			pop = 1'b0;
			if (out !== expected[rd % SIZE]) begin
				errors = errors + 1;
				$display("%t: word %0d is %h, want %h", $time, rd, out, expected[rd % SIZE]);
			end
			crc = step(crc, out);
			histogram[bucket(out)] = histogram[bucket(out)] + 1;
			rd = rd + 1;
			-> checked;
			repeat ($dist_uniform(seed, 0, 2)) @(negedge clk);
		end
	endtask

	always @(checked)
		if (rd % 256 == 0) begin
			$sformat(label, "row %0d", rd / 256);
			$display("%8s %6d words, crc %h, %5d stalls, %b", label, rd, crc, stalls, {empty, full, almost});
		end

	integer s, r;
	initial begin
		if (!$value$plusargs("n=%d", n)) n = 180000;
		clk = 1'b0;
		reset = 1'b1;
		push = 1'b0;
		pop = 1'b0;
		wr = 0;
		rd = 0;
		errors = 0;
		cycles = 0;
		stalls = 0;
		seed = 1;
		crc = 32'hffffffff;
		for (i = 0; i < 16; i = i + 1) histogram[i] = 0;
		repeat (3) @(negedge clk);
		reset = 1'b0;
		fork
			for (s = 0; s < n; s = s + 1) send($random(seed) >> (s % 32));
			for (r = 0; r < n; r = r + 1) receive;
		join
		for (i = 0; i < 16; i = i + 1) $write("%0d ", histogram[i]);
		$display("\n%0d errors, crc %h", errors, crc);
		$display("cycles %0d", cycles);
		$finish;
	end
endmodule
