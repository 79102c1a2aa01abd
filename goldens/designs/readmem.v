//:args +count=5 +name=golden +hex=bEEf +ratio=2.5 +verbose
// $readmemh and $readmemb with addresses, comments, x and z, ranges up and down; $writememh; plusargs.
module tb;
    reg [15:0] h [0:15];
    reg [7:0] d [15:0];
    reg [3:0] b [1:8];
    integer i, count;
    reg [8*10-1:0] name;
    reg [15:0] hex;
    real ratio;

    wire [15:0] third = h[3];
    always @(third) $display("%0t h[3] is %h", $time, third);

    initial begin
        $readmemh("readmem.hex", h);
        for (i = 0; i < 16; i = i + 1) $write("%h ", h[i]);
        $display;
        #1 $readmemh("readmem.hex", d, 4, 7);
        for (i = 0; i < 16; i = i + 1) $write("%h ", d[i]);
        $display;
        $readmemb("readmem.bin", b);
        for (i = 1; i <= 8; i = i + 1) $write("%b ", b[i]);
        $display;
        $readmemb("readmem.bin", b, 8, 5);
        for (i = 1; i <= 8; i = i + 1) $write("%b ", b[i]);
        $display;
        h[3] = 16'h7777;
        $writememh("readmem.out", h, 2, 6);
        for (i = 0; i < 16; i = i + 1) h[i] = 0;
        #1 $readmemh("readmem.out", h, 2, 6);
        for (i = 0; i < 8; i = i + 1) $write("%h ", h[i]);
        $display;
        if ($value$plusargs("count=%d", count)) $display("count %0d", count);
        if ($value$plusargs("name=%s", name)) $display("name %0s", name);
        if ($value$plusargs("hex=%h", hex)) $display("hex %h", hex);
        if ($value$plusargs("ratio=%f", ratio)) $display("ratio %g", ratio);
        if (!$value$plusargs("other=%d", count)) $display("no other, count still %0d", count);
        if ($test$plusargs("verbose")) $display("verbose");
        if ($test$plusargs("verb")) $display("a prefix will do");
        if (!$test$plusargs("quiet")) $display("not quiet");
        $finish;
    end
endmodule
