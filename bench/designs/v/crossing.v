// Three clocks that have nothing to do with each other, joined by two FIFOs with Gray pointers and a handshake: many edges at
// many different times, clock-to-output delays, little logic behind each edge.
`timescale 1ns / 1ps

module gray_fifo #(parameter WIDTH = 16, LOG = 4) (input wclk, input wrst, input put, input [WIDTH-1:0] in, output reg full,
	input rclk, input rrst, input get, output [WIDTH-1:0] out, output reg empty);
	reg [WIDTH-1:0] store [0:(1<<LOG)-1];
	reg [LOG:0] wbin, wgray, rbin, rgray;
	reg [LOG:0] rgray1, rgray2, wgray1, wgray2;
	wire [LOG:0] wnext = wbin + (put & ~full), rnext = rbin + (get & ~empty);
	wire [LOG:0] wgnext = wnext >> 1 ^ wnext, rgnext = rnext >> 1 ^ rnext;
	assign out = store[rbin[LOG-1:0]];
	always @(posedge wclk) if (put && !full) store[wbin[LOG-1:0]] <= #0.4 in;
	always @(posedge wclk or posedge wrst)
		if (wrst) {wbin, wgray, rgray1, rgray2, full} <= 0;
		else begin
			wbin <= #0.3 wnext;
			wgray <= #0.3 wgnext;
			{rgray2, rgray1} <= #0.3 {rgray1, rgray};
			full <= #0.3 wgnext == {~rgray2[LOG:LOG-1], rgray2[LOG-2:0]};
		end
	always @(posedge rclk or posedge rrst)
		if (rrst) begin
			{rbin, rgray, wgray1, wgray2} <= 0;
			empty <= 1'b1;
		end else begin
			rbin <= #0.3 rnext;
			rgray <= #0.3 rgnext;
			{wgray2, wgray1} <= #0.3 {wgray1, wgray};
			empty <= #0.3 rgnext == wgray2;
		end
endmodule

module tb;
	reg ca = 1'b0, cb = 1'b0, cc = 1'b0, reset = 1'b1;
	always #3.1 ca = ~ca;
	always #4.7 cb = ~cb;
	always #1.9 cc = ~cc;
	reg [15:0] lfsr = 16'hace1;
	reg pa = 1'b0;
	wire fa, ea, fb, eb;
	wire [15:0] da, db;
	wire move = ~ea & ~fb;
	reg [2:0] slow = 0;
	wire take = ~eb & slow[0];
	gray_fifo one(ca, reset, pa, lfsr, fa, cb, reset, move, da, ea);
	gray_fifo #(.LOG(5)) two(cb, reset, move, da ^ 16'h5a5a, fb, cc, reset, take, db, eb);
	// what goes in, comes out
	reg [15:0] want = 16'hace1;
	function [15:0] next(input [15:0] x);
		next = {x[14:0], x[15] ^ x[13] ^ x[12] ^ x[10]};
	endfunction
	integer sent = 0, got = 0, bad = 0, n, cycles = 0;
	reg [31:0] sum = 0;
	// a level handshake back to the first clock, once every 64 words
	reg request = 1'b0;
	reg [2:0] seen = 0;
	integer acks = 0;
	always @(posedge ca) begin
		cycles = cycles + 1;
		if (!reset) begin
			pa <= #0.2 1'b1;
			if (pa && !fa) begin
				lfsr <= #0.2 next(lfsr);
				sent = sent + 1;
			end
			seen <= #0.2 {seen[1:0], request};
			if (seen[2] != seen[1]) acks = acks + 1;
		end
	end
	always @(posedge cc) begin
		slow <= #0.2 slow + 1;
		if (take && !reset) begin
			if (db !== (want ^ 16'h5a5a)) bad = bad + 1;
			want = next(want);
			sum = {sum[30:0], sum[31]} + db;
			got = got + 1;
			if (got % 64 == 0) request <= #0.2 ~request;
			if (got == n) begin
				$display("%0d bad, sum %h, %0d handshakes, at %t", bad, sum, acks, $realtime);
				$display("cycles %0d", cycles);
				$finish;
			end
		end
	end
	initial begin
		$timeformat(-9, 1, " ns", 12);
		if (!$value$plusargs("n=%d", n)) n = 300000;
		#40 reset = 1'b0;
	end
endmodule
