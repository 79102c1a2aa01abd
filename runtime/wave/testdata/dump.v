`timescale 1ns/10ps
module sub(input clk, input [3:0] d, output reg [3:0] q); parameter P=3; reg r1; integer k; initial k=5; always @(posedge clk) q<=d; function f; input a; reg t; f=a; endfunction task tk; input x; reg loc; begin loc=x; end endtask endmodule
module top; reg clk; reg [7:0] cnt; wire [3:0] q; real r; time tt; event ev; integer i; wire w1; tri [3:0] t3; supply1 s1; reg \esc$x ; reg [0:3] up; reg [3:3] one; reg [31:0] mem[0:3]; wire signed [5:2] nz; realtime rt; wand wa; reg sc;
wire [3:0] c3 = cnt[3:0];
assign w1=clk; assign t3=4'bz; assign nz = cnt;
sub u(.clk(clk), .d(cnt[3:0]), .q(q)); sub u2(.clk(clk), .d(c3), .q());
genvar g; generate for (g=0; g<2; g=g+1) begin: gen reg b; initial b=g; end endgenerate
initial begin: blk reg inner; inner=1; #3 inner=0; end
initial fork: fk reg ff; ff=0; join
initial begin $dumpfile("v.vcd"); $dumpvars; clk=0; cnt=8'h0; r=1.5; up=4'b01xz; #5 clk=1; cnt=8'b00001111; ->ev; #5 clk=0; clk=1; clk=0; cnt=8'bxxxx0000; r=-2.25e10; #5 cnt=8'bzzzzzzzz; #1 $dumpoff; #1 cnt=3; #1 $dumpon; #1 $dumpall; r=0.1; #1 cnt=8'b1x; sc=1; #1 up=0; up=4'b1111; #3 $finish; end
endmodule
