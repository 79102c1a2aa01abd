// @* over memories: a read through a variable index follows the word, the index and the whole memory.
module tb;
    reg [7:0] mem [0:15];
    reg [7:0] pages [0:3][0:3];
    reg [3:0] ia, ib;
    reg [1:0] p, o;
    reg we;
    reg [3:0] wa;
    reg [7:0] wd;
    reg clk;

    reg [8:0] sum;
    integer runs;
    always @* begin
        sum = mem[ia] + mem[ib];
        runs = runs + 1;
    end

    reg [7:0] page, sel;
    always @* page = pages[p][o];
    always @* begin : pick
        reg [3:0] nib;                      // a local the block writes and reads
        nib = mem[ia][ib[1:0]*2 +: 4];
        sel = {nib, ~nib};
    end

    // A loop over the whole memory, and a constant word of it.
    reg [11:0] total;
    integer i;
    always @* begin
        total = 0;
        for (i = 0; i < 16; i = i + 1) total = total + mem[i];
    end
    reg parity3;
    always @* parity3 = ^mem[3];
    wire [7:0] word5 = mem[5];

    // Through a function: what the function reads beyond its arguments does not wake the block.
    reg [7:0] f_out, key;
    function [7:0] mix(input [7:0] d); mix = d ^ key; endfunction
    always @* f_out = mix(mem[ia]);

    always @(posedge clk) if (we) mem[wa] <= wd;

    task write(input [3:0] at, input [7:0] d);
        begin
            wa = at; wd = d; we = 1;
            #1 clk = 1; #1 clk = 0; we = 0;
        end
    endtask

    task show;
        begin
            #1 $display("%0t sum=%h page=%h sel=%b total=%h p3=%b w5=%h f=%h runs=%0d", $time, sum, page, sel, total, parity3, word5, f_out, runs);
        end
    endtask

    initial begin
        runs = 0;
        clk = 0; we = 0; key = 8'h5a;
        show;
        ia = 3; ib = 5; p = 1; o = 2;
        show;
        for (i = 0; i < 16; i = i + 1) write(i, i * 17 + 3);
        show;
        write(3, 8'h01); show;
        write(9, 8'hff); show;          // neither ia nor ib
        ia = 9; show;
        key = 8'hff; show;              // not in the list
        ib = 4'bx; show;                // an index of x reads x
        ib = 9; show;
        write(9, 8'bzx10_01xz); show;
        pages[1][2] = 8'haa; show;
        pages[1][3] = 8'hbb; show;
        o = 3; show;
        p = 2'bz; show;
        mem[5] = 8'h77; mem[5][3:0] = 4'h2; show;
        mem[16] = 8'hee; show;          // out of range: no write
        mem[4'bx] = 8'hee; show;
        $finish;
    end
endmodule
