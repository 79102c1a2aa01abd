module t; reg clk; sub a(clk); sub b(clk); wire c2=~clk; mid m(clk); sub d(c2);
 always @(clk) $display("T1"); always @(negedge clk) $display("T2"); always @(c2) $display("c2"); always @(posedge c2) $display("pc2");
 always @(posedge clk or negedge clk) $display("T3");
 initial begin #1 clk=1; #1 clk=0; #1 clk=1; #1; end
endmodule
module mid(input c); sub x(c); sub y(c); always @(posedge c or c2) $display("M1"); wire c2; endmodule
module sub(input clk); always @(posedge clk) $display("%m S1"); always @(negedge clk) $display("%m S2"); wire q;
always @(clk or q) $display("%m S3");
endmodule
