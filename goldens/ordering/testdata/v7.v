module t; reg c; integer x; 
function f(input z); begin $display("f %b",z); f=z; end endfunction
initial begin c=0; if (c && f(1)) ; x = c && f(1);  c=1'bx; x = c && f(0); x = c || f(1); x = c ? f(1) : f(0); c=1; x = c ? f(1):f(0); x = !c && f(1);
 x = c || f(1); while (!c && f(0)) ; end endmodule
