// Waits for edges and for changes in one list: of narrow and wide signals, of memories and named events. Values that come back before
// anybody looks, changes that nobody waits for, and several at one time.
module tb;
    reg clk = 0, clk2 = 0;
    reg [3:0] a = 0;
    reg [70:0] w = 0;
    reg [7:0] mem [0:3];
    reg [7:0] y;
    event e;
    integer i, n = 0;

    always @(posedge clk or a or w or e) $display("%0t hit: clk=%b a=%h w=%h", $time, clk, a, w);
    always @(negedge clk or posedge clk2 or a) $display("%0t other", $time);
    always @* y = a + w[7:0] + mem[a[1:0]];
    always @(y) $display("%0t y=%h", $time, y);

    // Waits only now and then: what changes meanwhile wakes nobody later.
    always begin
        #3 @(negedge clk2 or w) n = n + 1;
        $display("%0t slow: %0d", $time, n);
    end

    initial begin
        for (i = 0; i < 4; i = i + 1) mem[i] = i;
        #1 clk = 1;
        #1 clk = 0;
        #1 a = 3;
        #1 w[70] = 1;
        #1 w[70] = 0;
        #1 -> e;
        #1 a = 4; a = 3;
        #1 mem[3] = 9;
        #1 a = 1; clk = 1;
        #1 clk2 = 1; clk <= 0; w <= 5; a <= 6;
        #1 w[64] = 1'bx;
        #1 clk2 = 0;
        #4 w = 1; w = {w[69:0], 1'bz};
        #4 a <= 2; a <= #1 3; clk2 <= 1;
        #1 clk2 = 1'bx;
        #5 $finish;
    end
endmodule
