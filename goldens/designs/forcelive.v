// The right sides of force and assign are live, whatever expressions they are (IEEE 1364-2005 9.3), until they are released
// or replaced.
`timescale 1ns/1ns

module tb;
    reg [7:0] a, b, v, q;
    reg [1:0] sel;
    wire [7:0] w = a & b;
    reg [7:0] mem [0:3];


    function [7:0] swap(input [7:0] x); swap = {x[3:0], x[7:4]}; endfunction

    initial $monitor("%0t v=%h q=%h w=%h", $time, v, q, w);
    initial begin
        a = 8'h12; b = 8'hf0; v = 0; q = 0; sel = 1;
        mem[0] = 8'h10; mem[1] = 8'h21; mem[2] = 8'h32;
        #1 force v = a + b;
        #1 a = 8'h20;
        #1 b = 8'h04;
        #1 force v = swap(a) ^ 8'h01;
        #1 a = 8'h3c;
        #1 b = 8'hff;
        #1 assign q = ~a;
        #1 a = 8'h55;
        #1 assign q = sel[0] ? a : b;
        #1 sel = 2;
        #1 b = 8'h99;
        #1 force w = mem[sel];
        #1 sel = 1;
        #1 mem[1] = 8'h77;
        #1 release w;
        #1 release v; deassign q;
        #1 a = 8'h01; b = 8'h81;
        #1 assign q = 8'h80;
        #1 force q = 8'h44;
        #1 release q;          // the assign holds again
        #1 deassign q;
        #1 v = 8'haa; q = 8'hbb;
        #1 $finish;
    end
endmodule
