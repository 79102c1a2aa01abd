// Dumps of variables, reals and an event that stop, start again and show all.
`timescale 1ns/1ns

module tb;
    reg [7:0] mem [0:3];
    integer n [2:0];
    real level;
    event pulse;
    reg [3:0] i;
    initial begin
        $dumpfile("dumponoff.vcd");
        $dumpvars(1, tb);
        level = 0.0;
        for (i = 0; i < 10; i = i + 1) begin
            #2 mem[i[1:0]] = {i, ~i};
            n[i % 3] = i - 5;
            level = level + 0.25;
            -> pulse;
            #1 if (i == 4) $dumpoff;
            if (i == 7) $dumpon;
            if (i == 8) begin $dumpall; $dumpflush; end
        end
        $display("%h %h %0d %g", mem[1], mem[3], n[2], level);
        $finish;
    end
endmodule
