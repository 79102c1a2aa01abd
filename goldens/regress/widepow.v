// Exponents of more than 64 bits: high bits count, unknown ones make the power unknown.
module t; reg [65:0] b; reg signed [79:0] s; reg [15:0] a; reg [99:0] w; reg [31:0] r; reg signed [31:0] sr, sa;
initial begin
 a=3; b=66'd5; r=a**b; $display("%0d",r); b=66'h2_0000_0000_0000_0005; r=a**b; $display("%0d",r); a=2; r=a**b; $display("%0d",r);
 sa=-1; s=-80'sd3; sr=sa**s; $display("%0d",sr); sa=3; sr=sa**s; $display("%0d",sr); s={1'b1,79'd0}; sa=-1; sr=sa**s; $display("%0d",sr);
 sa=0; sr=sa**s; $display("%0d",sr); b=66'bx; r=a**b; $display("%0d",r); b=0; b[65]=1'bx; r=a**b;  $display("%0d",r);
 w=3; b=66'd7; w=w**b; $display("%0d",w); w=2; b=66'h2_0000_0000_0000_0005; w=w**b;$display("%0d",w); s=0; s[78]=1; sa=3; sr=sa**s; $display("%0d",sr);
end endmodule
