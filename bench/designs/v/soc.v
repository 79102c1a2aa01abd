// A small processor with its memory, timer and output port: clocked control, an ALU behind a case, a register file, byte lanes.
// The program sorts an array that a linear generator fills, and adds it up; the checksum goes to the port.
`timescale 1ns / 1ps

module alu(input [3:0] op, input [31:0] a, input [31:0] b, output reg [31:0] y, output lt);
	assign lt = $signed(a) < $signed(b);
	always @* begin
		case (op)
		4'd0: y = a + b;
		4'd1: y = a - b;
		4'd2: y = a & b;
		4'd3: y = a | b;
		4'd4: y = a ^ b;
		4'd5: y = a << b[4:0];
		4'd6: y = a >> b[4:0];
		4'd7: y = $signed(a) >>> b[4:0];
		4'd8: y = {31'd0, lt};
		4'd9: y = {31'd0, a < b};
		4'd10: y = b;
		default: y = 32'bx;
		endcase
	end
endmodule

// Instructions: {op[4], rd[4], ra[4], rb[4], imm[16]}
//   0 alu-register (imm[3:0] is the operation)   1 alu-immediate: add      2 load  rd = [ra + imm]      3 store [ra + imm] = rd
//   4 branch if ra != rb to imm   5 branch if ra < rb to imm   6 jump to imm   7 load upper: rd = imm << 16   8 or-immediate
//   9 output rd                   15 stop
module core(input clk, input reset, output reg [31:0] mem_addr, output reg mem_valid, output reg mem_write, output reg [31:0] mem_wdata,
	input [31:0] mem_rdata, input mem_ready, output reg out_valid, output reg [31:0] out, output reg halted);
	localparam FETCH = 3'd0, WAIT = 3'd1, EXEC = 3'd2, MEM = 3'd3, BACK = 3'd4;
	reg [2:0] state;
	reg [31:0] pc, ir, result;
	reg [31:0] regs [0:15];
	reg [31:0] cycles, retired;
	wire [3:0] op = ir[31:28], rd = ir[27:24], ra = ir[23:20], rb = ir[19:16];
	wire [31:0] imm = {{16{ir[15]}}, ir[15:0]};
	wire [31:0] va = regs[ra], vb = regs[rb], vd = regs[rd];
	wire [31:0] operand = op == 4'd0 || op == 4'd4 || op == 4'd5 ? vb : op == 4'd8 ? {16'd0, ir[15:0]} : imm;
	wire [3:0] fn = op == 4'd0 ? ir[3:0] : op == 4'd8 ? 4'd3 : 4'd0;
	wire [31:0] y;
	wire lt;
	alu alu(fn, va, operand, y, lt);
	integer i;
	always @(posedge clk) begin
		out_valid <= 1'b0;
		cycles <= cycles + 1;
		if (reset) begin
			state <= FETCH;
			pc <= 0;
			cycles <= 0;
			retired <= 0;
			mem_valid <= 1'b0;
			mem_write <= 1'b0;
			halted <= 1'b0;
			for (i = 0; i < 16; i = i + 1) regs[i] <= 0;
		end else case (state)
		FETCH: begin
			mem_addr <= pc;
			mem_valid <= 1'b1;
			mem_write <= 1'b0;
			state <= WAIT;
		end
		WAIT: if (mem_ready) begin
			ir <= mem_rdata;
			mem_valid <= 1'b0;
			pc <= pc + 1;
			state <= EXEC;
		end
		EXEC: begin
			retired <= retired + 1;
			state <= FETCH;
			case (op)
			4'd0, 4'd1, 4'd8: begin
				result <= y;
				state <= BACK;
			end
			4'd2, 4'd3: begin
				mem_addr <= va + imm;
				mem_wdata <= vd;
				mem_write <= op == 4'd3;
				mem_valid <= 1'b1;
				state <= MEM;
			end
			4'd4: if (va != vb) pc <= {16'd0, ir[15:0]};
			4'd5: if (lt) pc <= {16'd0, ir[15:0]};
			4'd6: pc <= {16'd0, ir[15:0]};
			4'd7: begin
				result <= {ir[15:0], 16'd0};
				state <= BACK;
			end
			4'd9: begin
				out <= vd;
				out_valid <= 1'b1;
			end
			default: halted <= 1'b1;
			endcase
		end
		MEM: if (mem_ready) begin
			mem_valid <= 1'b0;
			result <= mem_rdata;
			state <= mem_write ? FETCH : BACK;
		end
		BACK: begin
			if (rd != 0) regs[rd] <= result;
			state <= FETCH;
		end
		endcase
	end
endmodule

module ram(input clk, input [31:0] addr, input valid, input write, input [31:0] wdata, output reg [31:0] rdata, output reg ready);
	reg [31:0] words [0:4095];
	always @(posedge clk) begin
		ready <= 1'b0;
		if (valid && !ready && addr < 4096) begin
			ready <= 1'b1;
			if (write) words[addr[11:0]] <= wdata;
			else rdata <= words[addr[11:0]];
		end
	end
endmodule

module timer(input clk, input reset, output reg [31:0] now, output reg tick);
	reg [9:0] div;
	always @(posedge clk) if (reset) begin
		now <= 0;
		div <= 0;
		tick <= 1'b0;
	end else begin
		div <= div + 1;
		tick <= div == 10'h3ff;
		if (tick) now <= now + 1;
	end
endmodule

module tb;
	reg clk = 1'b0, reset = 1'b1;
	wire [31:0] addr, wdata, out, now;
	wire [31:0] rdata;
	wire valid, write, ready, out_valid, halted, tick;
	core core(clk, reset, addr, valid, write, wdata, rdata, ready, out_valid, out, halted);
	ram ram(clk, addr, valid, write, wdata, rdata, ready);
	timer timer(clk, reset, now, tick);
	always #5 clk = ~clk;
	integer at, rounds;
	task put(input [3:0] op, input [3:0] rd, input [3:0] ra, input [3:0] rb, input [15:0] imm);
		begin
			ram.words[at] = {op, rd, ra, rb, imm};
			at = at + 1;
		end
	endtask
	initial begin
		if (!$value$plusargs("n=%d", rounds)) rounds = 60;
		at = 0;
		// r1 = array, r2 = length, r3 = seed, r14 = rounds left
		put(1, 1, 0, 0, 1024);
		put(1, 2, 0, 0, 48);
		put(7, 3, 0, 0, 16'h1234);
		put(8, 3, 3, 0, 16'h5678);
		put(1, 14, 0, 0, rounds);
		// 5: fill: seed ^= seed << 13, >> 17, << 5
		put(1, 4, 0, 0, 0);
		put(1, 5, 0, 0, 13);     // 6
		put(0, 6, 3, 5, 5);
		put(0, 3, 3, 6, 4);
		put(1, 5, 0, 0, 17);
		put(0, 6, 3, 5, 6);
		put(0, 3, 3, 6, 4);
		put(1, 5, 0, 0, 5);
		put(0, 6, 3, 5, 5);
		put(0, 3, 3, 6, 4);
		put(0, 7, 1, 4, 0);      // 15: [r1 + r4] = seed
		put(3, 3, 7, 0, 0);
		put(1, 4, 4, 0, 1);
		put(5, 0, 4, 2, 6);
		// 19: sort by exchange: for r4 = 0..n-1, for r8 = r4+1..n-1
		put(1, 4, 0, 0, 0);
		put(1, 8, 4, 0, 1);      // 20
		put(6, 0, 0, 0, 30);
		put(0, 7, 1, 4, 0);      // 22
		put(0, 9, 1, 8, 0);
		put(2, 10, 7, 0, 0);
		put(2, 11, 9, 0, 0);
		put(5, 0, 10, 11, 29);
		put(3, 11, 7, 0, 0);
		put(3, 10, 9, 0, 0);
		put(1, 8, 8, 0, 1);      // 29
		put(5, 0, 8, 2, 22);     // 30
		put(1, 4, 4, 0, 1);
		put(5, 0, 4, 2, 20);
		// 33: checksum r12 = r12 * 2 ^ word
		put(1, 4, 0, 0, 0);
		put(0, 7, 1, 4, 0);      // 34
		put(2, 10, 7, 0, 0);
		put(0, 12, 12, 12, 0);
		put(0, 12, 12, 10, 4);
		put(1, 4, 4, 0, 1);
		put(5, 0, 4, 2, 34);
		put(9, 12, 0, 0, 0);     // 40
		put(1, 14, 14, 0, 16'hffff);
		put(4, 0, 14, 0, 5);
		put(15, 0, 0, 0, 0);
		repeat (4) @(posedge clk);
		reset <= 1'b0;
	end
	always @(posedge clk) begin
		if (out_valid) $display("checksum %h", out);
		if (halted) begin
			for (at = 1; at < 48; at = at + 1)
				if ($signed(ram.words[1024 + at]) < $signed(ram.words[1023 + at])) $display("not sorted at %0d", at);
			$display("%0d instructions, timer %0d", core.retired, now);
			$display("cycles %0d", core.cycles);
			$finish;
		end
	end
endmodule
