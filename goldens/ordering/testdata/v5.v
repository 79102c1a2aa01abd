module t; reg a=0; sub s(); initial $display("i"); 
endmodule
module sub; always @(t.a) $display("x"); always @(negedge t.a) $display("neg"); endmodule
