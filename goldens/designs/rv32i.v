// An RV32I core of two stages (fetch; decode, execute and write back) with its program, which this file assembles
// itself: a sieve of primes, a bubble sort of halfwords, a software division and a recursive Fibonacci.
`timescale 1ns/1ns

module rv32i #(parameter [31:0] RESET_PC = 0) (
    input clk, input rst_n,
    output [31:0] iaddr, input [31:0] idata,
    output [31:0] daddr, output reg [31:0] dwdata, output reg [3:0] dwstrb, output dread, input [31:0] drdata,
    output reg trap
);
    localparam [6:0] LUI = 7'h37, AUIPC = 7'h17, JAL = 7'h6f, JALR = 7'h67, BRANCH = 7'h63,
        LOAD = 7'h03, STORE = 7'h23, OPIMM = 7'h13, OP = 7'h33, FENCE = 7'h0f, SYSTEM = 7'h73;

    reg [31:0] pc, inst, inst_pc;
    reg valid;
    reg [31:0] x [0:31];

    wire [6:0] opcode = inst[6:0];
    wire [2:0] f3 = inst[14:12];
    wire [4:0] rd = inst[11:7], rs1 = inst[19:15], rs2 = inst[24:20];
    wire [31:0] imm_i = {{21{inst[31]}}, inst[30:20]};
    wire [31:0] imm_s = {{21{inst[31]}}, inst[30:25], inst[11:7]};
    wire [31:0] imm_b = {{20{inst[31]}}, inst[7], inst[30:25], inst[11:8], 1'b0};
    wire [31:0] imm_u = {inst[31:12], 12'b0};
    wire [31:0] imm_j = {{12{inst[31]}}, inst[19:12], inst[20], inst[30:21], 1'b0};

    wire [31:0] a = rs1 == 0 ? 32'd0 : x[rs1];
    wire [31:0] b = rs2 == 0 ? 32'd0 : x[rs2];
    wire is_imm = opcode == OPIMM;
    wire [31:0] y = is_imm ? imm_i : b;

    reg [31:0] alu;
    always @* begin
        case (f3)
            3'd0: alu = (!is_imm && inst[30]) ? a - y : a + y;
            3'd1: alu = a << y[4:0];
            3'd2: alu = {31'b0, $signed(a) < $signed(y)};
            3'd3: alu = {31'b0, a < y};
            3'd4: alu = a ^ y;
            3'd5: if (inst[30]) alu = $signed(a) >>> y[4:0];
                  else alu = a >> y[4:0];
            3'd6: alu = a | y;
            3'd7: alu = a & y;
        endcase
    end

    reg taken;
    always @*
        case (f3)
            3'b000: taken = a == b;
            3'b001: taken = a != b;
            3'b100: taken = $signed(a) < $signed(b);
            3'b101: taken = $signed(a) >= $signed(b);
            3'b110: taken = a < b;
            3'b111: taken = a >= b;
            default: taken = 1'bx;
        endcase

    assign iaddr = pc;
    assign daddr = a + (opcode == STORE ? imm_s : imm_i);
    assign dread = valid && opcode == LOAD;

    always @* begin
        dwstrb = 0;
        dwdata = 32'bx;
        if (valid && opcode == STORE)
            case (f3[1:0])
                0: begin dwstrb = 4'b0001 << daddr[1:0]; dwdata = {4{b[7:0]}}; end
                1: begin dwstrb = 4'b0011 << daddr[1:0]; dwdata = {2{b[15:0]}}; end
                default: begin dwstrb = 4'b1111; dwdata = b; end
            endcase
    end

    wire [31:0] lane = drdata >> {daddr[1:0], 3'b000};
    reg [31:0] loaded;
    always @*
        casez (f3)
            3'b000: loaded = {{24{lane[7]}}, lane[7:0]};
            3'b001: loaded = {{16{lane[15]}}, lane[15:0]};
            3'b01?: loaded = lane;
            3'b100: loaded = {24'b0, lane[7:0]};
            3'b101: loaded = {16'b0, lane[15:0]};
            default: loaded = 32'bx;
        endcase

    reg [31:0] target;
    reg jump;
    always @* begin
        jump = 0;
        target = inst_pc + imm_b;
        case (opcode)
            JAL: begin jump = 1; target = inst_pc + imm_j; end
            JALR: begin jump = 1; target = (a + imm_i) & ~32'd1; end
            BRANCH: jump = taken;
        endcase
    end

    always @(posedge clk or negedge rst_n)
        if (!rst_n) begin
            pc <= RESET_PC;
            valid <= 0;
            trap <= 0;
        end else if (!trap) begin
            inst <= idata;
            inst_pc <= pc;
            valid <= 1;
            pc <= pc + 4;
            if (valid) begin
                case (opcode)
                    LUI: x[rd] <= imm_u;
                    AUIPC: x[rd] <= inst_pc + imm_u;
                    JAL, JALR: x[rd] <= inst_pc + 4;
                    OP, OPIMM: x[rd] <= alu;
                    LOAD: x[rd] <= loaded;
                    BRANCH, STORE, FENCE: ;
                    default: trap <= 1;
                endcase
                if (jump) begin
                    pc <= target;
                    valid <= 0;
                end
            end
        end
endmodule

module tb;
    reg clk = 0, rst_n = 0;
    reg [31:0] ram [0:1023];
    wire [31:0] iaddr, daddr, dwdata;
    wire [3:0] dwstrb;
    wire dread, trap;
    reg [31:0] retired = 0;

    rv32i cpu(.clk(clk), .rst_n(rst_n), .iaddr(iaddr), .idata(ram[iaddr[11:2]]), .daddr(daddr), .dwdata(dwdata),
        .dwstrb(dwstrb), .dread(dread), .drdata(ram[daddr[11:2]]), .trap(trap));

    always #5 clk = ~clk;

    // Words at and above 0x1000 are the console: a byte to 0x1000 is a character, a word to 0x1004 a number.
    integer lane;
    always @(posedge clk) begin
        if (cpu.valid && rst_n) retired <= retired + 1;
        if (dwstrb != 0 && daddr[12]) begin
            if (daddr[2]) $write("%0d", $signed(dwdata));
            else $write("%c", dwdata[7:0]);
        end else
            for (lane = 0; lane < 4; lane = lane + 1)
                if (dwstrb[lane]) ram[daddr[11:2]][8*lane +: 8] <= dwdata[8*lane +: 8];
    end

    // The assembler: each task puts one instruction at `at`.
    integer at;
    task put(input [31:0] w); begin ram[at >> 2] = w; at = at + 4; end endtask
    task i_type(input [6:0] op, input [2:0] f, input [4:0] d, input [4:0] s, input [11:0] imm); put({imm, s, f, d, op}); endtask
    task r_type(input [6:0] f7, input [2:0] f, input [4:0] d, input [4:0] s, input [4:0] t); put({f7, t, s, f, d, 7'h33}); endtask
    task addi(input [4:0] d, input [4:0] s, input [11:0] imm); i_type(7'h13, 0, d, s, imm); endtask
    task slli(input [4:0] d, input [4:0] s, input [4:0] n); i_type(7'h13, 1, d, s, {7'd0, n}); endtask
    task srai(input [4:0] d, input [4:0] s, input [4:0] n); i_type(7'h13, 5, d, s, {7'h20, n}); endtask
    task srli(input [4:0] d, input [4:0] s, input [4:0] n); i_type(7'h13, 5, d, s, {7'h00, n}); endtask
    task add(input [4:0] d, input [4:0] s, input [4:0] t); r_type(0, 0, d, s, t); endtask
    task sub(input [4:0] d, input [4:0] s, input [4:0] t); r_type(7'h20, 0, d, s, t); endtask
    task xor_(input [4:0] d, input [4:0] s, input [4:0] t); r_type(0, 4, d, s, t); endtask
    task lui(input [4:0] d, input [19:0] imm); put({imm, d, 7'h37}); endtask
    task load(input [2:0] f, input [4:0] d, input [11:0] imm, input [4:0] s); i_type(7'h03, f, d, s, imm); endtask
    task store(input [2:0] f, input [4:0] t, input [11:0] imm, input [4:0] s); put({imm[11:5], t, s, f, imm[4:0], 7'h23}); endtask
    task branch(input [2:0] f, input [4:0] s, input [4:0] t, input integer to);
        reg [12:0] o;
        begin o = to - at; put({o[12], o[10:5], t, s, f, o[4:1], o[11], 7'h63}); end
    endtask
    task jal(input [4:0] d, input integer to);
        reg [20:0] o;
        begin o = to - at; put({o[20], o[10:1], o[11], o[19:12], d, 7'h6f}); end
    endtask
    task jalr(input [4:0] d, input [4:0] s, input [11:0] imm); i_type(7'h67, 0, d, s, imm); endtask
    task print(input [4:0] r, input [7:0] c); begin store(2, r, 4, 31); addi(30, 0, {4'b0, c}); store(0, 30, 0, 31); end endtask

    integer loop, inner, skip, fib, fibcall, div, divcall, i;
    integer pass;
    initial begin
        for (i = 0; i < 1024; i = i + 1) ram[i] = 0;
        // Two passes: the first finds the places that forward jumps go to.
        skip = 0; fib = 0; div = 0;
        for (pass = 0; pass < 2; pass = pass + 1) begin
            at = 0;
            lui(31, 20'h1);                     // x31 = console
            // Primes below 64: bytes at 0x800 mark multiples.
            addi(1, 0, 2); addi(2, 0, 64); lui(9, 20'h1); addi(9, 9, -12'd2048);
            loop = at;
            add(4, 9, 1); load(4, 5, 0, 4);
            branch(1, 5, 0, skip);
            print(1, " ");
            add(3, 1, 1); addi(6, 0, 1);
            inner = at;
            add(4, 9, 3); store(0, 6, 0, 4); add(3, 3, 1);
            branch(4, 3, 2, inner);
            skip = at;
            addi(1, 1, 1);
            branch(1, 1, 2, loop);
            addi(30, 0, 10); store(0, 30, 0, 31);
            // Sixteen halfwords at 0x900 from a congruential generator, then a bubble sort.
            addi(1, 9, 12'h100); addi(2, 0, 16); addi(3, 0, 1);
            loop = at;
            slli(4, 3, 5); sub(4, 4, 3); slli(5, 3, 9); xor_(3, 4, 5); addi(3, 3, 12'd77);
            store(1, 3, 0, 1); addi(1, 1, 2); addi(2, 2, -12'd1);
            branch(1, 2, 0, loop);
            addi(2, 0, 15);
            loop = at;
            addi(1, 9, 12'h100); addi(6, 2, 0);
            inner = at;
            load(1, 4, 0, 1); load(1, 5, 2, 1);
            branch(5, 5, 4, at + 12);
            store(1, 5, 0, 1); store(1, 4, 2, 1);
            addi(1, 1, 2); addi(6, 6, -12'd1);
            branch(1, 6, 0, inner);
            addi(2, 2, -12'd1);
            branch(1, 2, 0, loop);
            addi(1, 9, 12'h100); addi(2, 0, 16);
            loop = at;
            load(1, 4, 0, 1); print(4, ","); addi(1, 1, 2); addi(2, 2, -12'd1);
            branch(1, 2, 0, loop);
            addi(30, 0, 10); store(0, 30, 0, 31);
            // Division: 1000003 / 997, quotient and remainder.
            lui(10, 20'h000f4); addi(10, 10, 12'h243); addi(11, 0, 12'd997);
            jal(1, div);
            print(10, "r"); print(11, 10);
            // fib(11) by recursion; the stack is below 0x800... from 0xf00 down.
            addi(2, 9, 12'h700); addi(10, 0, 11);
            jal(1, fib);
            print(10, 10);
            addi(5, 0, -12'd5); srai(6, 5, 1); srli(7, 5, 28);
            print(6, " "); print(7, 10);
            put(32'h00100073);                  // ebreak
            div = at;                           // x10 / x11: quotient to x10, remainder to x11
            addi(12, 0, 0); addi(13, 0, 32); addi(14, 0, 0);
            divcall = at;
            slli(12, 12, 1); srli(15, 10, 31); r_type(0, 6, 12, 12, 15); slli(10, 10, 1);
            slli(14, 14, 1);
            branch(6, 12, 11, at + 12);
            sub(12, 12, 11); i_type(7'h13, 6, 14, 14, 1);
            addi(13, 13, -12'd1);
            branch(1, 13, 0, divcall);
            addi(10, 14, 0); addi(11, 12, 0); jalr(0, 1, 0);
            fib = at;                           // fib(x10) to x10
            addi(5, 0, 2);
            branch(5, 10, 5, at + 8);
            jalr(0, 1, 0);
            addi(2, 2, -12'd12); store(2, 1, 0, 2); store(2, 10, 4, 2);
            addi(10, 10, -12'd1); jal(1, fib); store(2, 10, 8, 2);
            load(2, 10, 4, 2); addi(10, 10, -12'd2); jal(1, fib);
            load(2, 5, 8, 2); add(10, 10, 5); load(2, 1, 0, 2); addi(2, 2, 12); jalr(0, 1, 0);
        end
        $display("program: %0d bytes", at);
        #22 rst_n = 1;
        wait (trap);
        $display("trap at %h after %0d instructions, time %0t", cpu.inst_pc, retired, $time);
        for (i = 1; i < 16; i = i + 1) $display("x%0d = %h", i, cpu.x[i]);
        $finish;
    end

    initial begin
        $dumpfile("rv32i.vcd");
        $dumpvars(1, tb);
        $dumpvars(1, cpu);
        #3000 $dumpoff;
        #20000 $dumpon;
        #3000 $dumpoff;
    end
    initial #400000 begin $display("timeout"); $finish; end
endmodule
