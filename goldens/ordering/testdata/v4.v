module t; reg a=0; sub s(a); initial $display("i"); 
endmodule
module sub(input a); always @(a) $display("x"); always @(negedge a) $display("neg"); endmodule
