// A two-way cache with write-back and least-recently-used replacement in front of a slow memory, under random traffic,
// compared with a plain model.
module slow_memory #(parameter AW = 8) (input clk, input req, input we, input [AW-1:0] addr, input [127:0] wline, output reg ack, output reg [127:0] rline);
    reg [127:0] lines [0:(1<<AW)-1];
    reg [2:0] wait_;
    integer i;
    initial begin
        for (i = 0; i < (1 << AW); i = i + 1) lines[i] = {4{i[7:0], 8'hc0, ~i[7:0], 8'h5a}};
        wait_ = 0; ack = 0;
    end
    always @(posedge clk) begin
        ack <= 0;
        if (req && !ack) begin
            wait_ <= wait_ + 1;
            if (wait_ == 4) begin
                if (we) lines[addr] <= wline; else rline <= lines[addr];
                ack <= 1;
                wait_ <= 0;
            end
        end
    end
endmodule

module cache(input clk, input rst, input req, input we, input [11:0] addr, input [31:0] wdata, output reg ack, output reg [31:0] rdata,
        output reg mreq, output reg mwe, output reg [7:0] maddr, output reg [127:0] mwline, input mack, input [127:0] mrline);
    // addr: tag 5, set 3, word 2, byte 2
    reg [127:0] data [0:15];
    reg [4:0] tag [0:15];
    reg [15:0] valid, dirty;
    reg [7:0] lru;                      // the way to replace next, by set
    wire [2:0] set = addr[6:4];
    wire [4:0] t = addr[11:7];
    wire hit0 = valid[{set, 1'b0}] && tag[{set, 1'b0}] == t;
    wire hit1 = valid[{set, 1'b1}] && tag[{set, 1'b1}] == t;
    wire hit = hit0 | hit1;
    wire [3:0] way = {set, hit ? hit1 : lru[set]};
    reg [1:0] state;
    reg [31:0] hits, misses, writebacks;
    localparam LOOK = 0, EVICT = 1, FILL = 2;

    always @(posedge clk or posedge rst)
        if (rst) begin
            valid <= 0; dirty <= 0; lru <= 0; state <= LOOK; ack <= 0; mreq <= 0; mwe <= 0;
            hits <= 0; misses <= 0; writebacks <= 0;
        end else begin
            ack <= 0;
            case (state)
                LOOK: if (req && !ack) begin
                    if (hit) begin
                        hits <= hits + 1;
                        ack <= 1;
                        lru[set] <= ~way[0];
                        rdata <= data[way][32*addr[3:2] +: 32];
                        if (we) begin
                            data[way][32*addr[3:2] +: 32] <= wdata;
                            dirty[way] <= 1;
                        end
                    end else begin
                        misses <= misses + 1;
                        mreq <= 1;
                        if (valid[way] && dirty[way]) begin
                            mwe <= 1; maddr <= {tag[way], set}; mwline <= data[way];
                            writebacks <= writebacks + 1;
                            state <= EVICT;
                        end else begin
                            mwe <= 0; maddr <= {t, set};
                            state <= FILL;
                        end
                    end
                end
                EVICT: if (mack) begin mwe <= 0; maddr <= {t, set}; state <= FILL; end
                FILL: if (mack) begin
                    mreq <= 0;
                    data[way] <= mrline; tag[way] <= t; valid[way] <= 1; dirty[way] <= 0;
                    hits <= hits - 1;   // the retry is no hit
                    state <= LOOK;
                end
            endcase
        end
endmodule

module tb;
    reg clk = 0, rst = 1, req = 0, we;
    reg [11:0] addr;
    reg [31:0] wdata;
    wire ack, mreq, mwe, mack;
    wire [31:0] rdata;
    wire [7:0] maddr;
    wire [127:0] mwline, mrline;
    cache c(clk, rst, req, we, addr, wdata, ack, rdata, mreq, mwe, maddr, mwline, mack, mrline);
    slow_memory m(clk, mreq, mwe, maddr, mwline, mack, mrline);
    always #5 clk = ~clk;

    reg [31:0] model [0:1023];
    integer i, seed, errors;
    reg [7:0] base;
    task access(input w, input [11:0] a, input [31:0] d);
        begin
            @(negedge clk) req = 1; we = w; addr = a; wdata = d;
            @(posedge ack);
            @(negedge clk) req = 0;
            if (w) model[a[11:2]] = d;
            else if (rdata !== model[a[11:2]]) begin
                errors = errors + 1;
                if (errors < 5) $display("%0t: [%h] %h, expected %h", $time, a, rdata, model[a[11:2]]);
            end
        end
    endtask

    initial begin
        seed = 5; errors = 0;
        for (i = 0; i < 1024; i = i + 1) model[i] = {i[9:2], 8'hc0, ~i[9:2], 8'h5a};
        #12 rst = 0;
        for (i = 0; i < 400; i = i + 1) begin
            if (i % 50 == 0) base = $random(seed);
            access(($random(seed) & 3) == 0, {base[7:2], 6'b0} + ($random(seed) & 12'h3fc), $random(seed));
            if (i % 100 == 99) $display("%0d: hits %0d misses %0d writebacks %0d lru %b", i, c.hits, c.misses, c.writebacks, c.lru);
        end
        $display("%0d errors", errors);
        $finish;
    end
    initial begin
        $dumpfile("cache.vcd");
        $dumpvars(1, c);
        #2500 $dumpoff;
        #2500 $dumpall;
        #10 $dumpon;
        #1000 $dumpoff;
    end
endmodule
