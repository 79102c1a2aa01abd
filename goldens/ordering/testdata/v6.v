module t; reg a=0,b=0; event e; integer n=0; reg [7:0] m[0:3]; reg [1:0] i; real r; reg [3:0] q;
 initial begin q[1] <= @(e) 1'b1; q <= repeat(2) @(posedge a) 4'b1100; #1 -> e; $display("q=%b",q); #1 a=1; #1 a=0; #1 a=1; $display("q=%b",q); #0 $display("q=%b",q); end
 task tk(input integer k); begin #1 n=n+k; if (n>3) disable tk; #1 $display("tk %0d",k); end endtask
 initial begin fork tk(2); begin #1 $display("x"); tk(3); end join $display("joined %0d",n); end
 initial begin : outer #2 begin : inner #1 disable outer; $display("no"); end $display("no2"); end
 initial begin i=0; m[i] = #2 8'h55; i=1; #2 $display("m0=%h m1=%h",m[0],m[1]); end
 initial begin i=0; #0 ; end
 initial begin #1 i = 2; end
 always @(r) $display("r=%f",r);
 initial begin r=1.5; #1 r=1.5; #1 r=-0.0; r=0.0; end
 initial begin #3 force b=1; #1 b=0; $display("b=%b",b); release b; $display("b=%b",b); b=0; #1 assign b=a; #1 $display("b=%b",b); b=1; $display("b=%b a=%b",b,a); deassign b; $display("b=%b",b); end
endmodule
