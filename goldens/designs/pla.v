// PLA modeling tasks (IEEE 1364-2005 17.5): the standard's examples, all sixteen tasks, memories that change, x and z in them.
module tb;
    reg [1:7] mem [1:3];
    reg a1, a2, a3, a4, a5, a6, a7, b1, b2, b3;
    reg [2:0] and_p [0:1], p [1:4];
    reg [2:0] in;
    reg [3:0] y [0:15];
    reg [1:0] late;
    wire [2:0] net = in ^ 3'h5;
    reg [1:0] q;
    integer i;

    initial begin
        mem[1] = 7'b1100000;
        mem[2] = 7'b0010100;
        mem[3] = 7'b0000111;
        {a1, a2, a3, a4, a5, a6, a7} = 0;
        $async$and$array(mem, {a1, a2, a3, a4, a5, a6, a7}, {b1, b2, b3});
        $display("%0d: %b%b%b", $time, b1, b2, b3);
        for (i = 0; i < 12; i = i + 1) begin
            {a1, a2, a3, a4, a5, a6, a7} = $random;
            #1 $display("%0d: %b %b%b%b", $time, {a1, a2, a3, a4, a5, a6, a7}, b1, b2, b3);
        end
        a6 = 1'bx; a7 = 1; #1 $display("%0d: x %b%b%b", $time, b1, b2, b3);
        mem[1] = 0; #1 $display("%0d: memory %b%b%b", $time, b1, b2, b3);
        b1 = 0; #1 $display("%0d: written %b%b%b", $time, b1, b2, b3);
        a1 = ~a1; #1 $display("%0d: input %b%b%b", $time, b1, b2, b3);
    end

    // The planes of the standard's example: p[1] = a & ~b ... (1, 0, ? and x in the words)
    initial begin
        #100;
        p[1] = 3'b10?; p[2] = 3'b111; p[3] = 3'b???; p[4] = 3'bx10;
        #1 $async$and$array(p, in, y[0]);
        #1 $async$or$array(p, in, y[1]);
        #1 $async$nand$array(p, in, y[2]);
        #1 $async$nor$array(p, in, y[3]);
        #1 $async$and$plane(p, in, y[4]);
        #1 $async$or$plane(p, in, y[5]);
        #1 $async$nand$plane(p, in, y[6]);
        #1 $async$nor$plane(p, in, y[7]);
        for (i = 0; i < 11; i = i + 1) begin
            in = i;
            if (i == 9) in = 3'bx01;
            if (i == 10) in = 3'b1z1;
            #1;
            $sync$and$array(p, in, y[8]);
            $sync$or$array(p, in, y[9]);
            $sync$nand$array(p, in, y[10]);
            $sync$nor$array(p, in, y[11]);
            #1 $sync$and$plane(p, in, y[12]);
            #1 $sync$or$plane(p, in, y[13]);
            #1 $sync$nand$plane(p, in, y[14]);
            #1 $sync$nor$plane(p, in, y[15]);
            $display("%b: %b %b %b %b  %b %b %b %b", in, y[0], y[1], y[2], y[3], y[4], y[5], y[6], y[7]);
            $display("      %b %b %b %b  %b %b %b %b", y[8], y[9], y[10], y[11], y[12], y[13], y[14], y[15]);
        end
    end

    // A task enabled in an always construct, of a net, before its memory has values.
    always @(posedge in[0]) $sync$or$plane(and_p, net, q);
    initial begin
        $async$or$array(and_p, net, late);
        #110 $display("%b %b", late, q);
        and_p[0] = 3'b011; and_p[1] = 3'b1z0;
        #7 $display("%b %b %b", net, late, q);
        #2 $display("%b %b %b", net, late, q);
    end
endmodule
