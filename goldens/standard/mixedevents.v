// Event expressions of both automatic and static variables (IEEE 1364-2005 9.7, 10.2.1).
module mixedevents; reg x, s; reg [3:0] n; event ev; real r;
task automatic g(input integer id); integer a, b; 
 begin a=0; 
  fork begin #1 a=1; end begin @(a or x) $display("%0d w %0t",id,$time); end join
  fork #5 a=3; begin @(a+n) $display("%0d mix %0t %0d",id,$time,a); end join
  fork begin #2 n=2; end begin @(a+n) $display("%0d mix n %0t %0d",id,$time,n); end join
  a=0; x=0;
  fork begin #1 x=1; #1 a=1; #1 a=0; #1 a=1; end begin @(posedge (a[0]&x)) $display("%0d pos %0t",id,$time); @(negedge (a[0]&x) or ev) $display("%0d neg %0t",id,$time); end join
  fork #3 ->ev; begin @(a[0]^x or ev) $display("%0d ev %0t",id,$time); end join
  fork begin #1 a=5; end b = @(a+x) a+1; join $display("%0d b=%0d %0t",id,b,$time);
  fork begin #1 a=6; #1 n=9; end b = repeat(2) @(a+n) a+1; join $display("%0d b=%0d %0t",id,b,$time);
  fork #2 s=1; begin wait(a==6 && s) $display("%0d done %0t",id,$time); end join
 end endtask 
initial begin x=0; s=0; n=0; g(1); s=0; fork g(2); #1 g(3); join end endmodule
