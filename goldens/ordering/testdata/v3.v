module t; reg a=0; wire y=~a; wire [3:0] s=a+1; reg b; 
always @(y) $display("y %b",y);
always @(negedge y or posedge y) $display("ye %b",y);
always @(s) $display("s %d",s);
always @(a) $display("a %b",a);
initial $display("init b=%b a=%b y=%b s=%d",b,a,y,s);
reg c=1; 
initial $display("c=%b",c);
wire k=1; always @(k) $display("k");
initial b=1;
endmodule
