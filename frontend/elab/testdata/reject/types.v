//# 4.2.2 a net is not assigned in a procedure
module t; wire w; initial w = 1; endmodule // ERROR E3013 'w' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
//# 4.2.2 nor a part of it
module t; wire [3:0] w; initial {w[0], w[1]} = 1; endmodule // ERROR E3013 'w' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
//# 4.3.1 bounds are constant
module t; integer n; reg [n:0] r; endmodule // ERROR E3011 'n' is not constant
//# 4.3.1 and known
module t; reg [1'bx:0] r; endmodule // ERROR E3011 the value has x or z bits where a number is needed
//# 4.4.1 a charge strength is for trireg
module t; wire (small) w; endmodule // ERROR S1108 only a trireg has a charge strength
//# 4.4.2 a drive strength needs an assignment
module t; wire (strong0, pull1) w; endmodule // ERROR S1108 a drive strength is that of an assignment, and 'w' has none (IEEE 1364-2005 6.1.1)
//# 4.4.2 not both highz
module t; wire (highz0, highz1) w = 1; endmodule // ERROR S1108 both strengths cannot be highz (IEEE 1364-2005 7.9)
//# 4.4.2 one for 0 and one for 1
module t; wire (strong0, pull0) w = 1; endmodule // ERROR S1108 a drive strength needs one for 0 and one for 1
//# 4.4.2 a charge strength does not drive
module t; wire (small0, strong1) w = 1; endmodule // ERROR S1108 a drive strength such as strong0 or pull1 is needed here, not 'small0'
//# 4.6.6 one driver of a uwire
module t(input a, b); uwire w; assign w = a; assign w = b; endmodule // ERROR E2031 uwire 't.w' has more than one driver (IEEE 1364-2005 4.6.6)
//# 4.7 an integer has no range
module t; integer [7:0] i; endmodule // ERROR S1122 'integer' has no range
//# 4.7 nor has time
module t; time [7:0] i; endmodule // ERROR S1122 'time' has no range
//# 4.8 nor a real
module t; real [7:0] r; endmodule // ERROR S1101 expected the name of a variable, found '['
//# 4.8 a real has no sign to declare
module t; real signed r; endmodule // ERROR S1101 'signed' is a reserved word and cannot be the name of a variable
//# 4.8.1 no bits of a real
module t; real r; initial $display(r[0]); endmodule // ERROR E3009 a real, 'r', has no bits to select
//# 4.8.1 a real is no index
module t; real r; reg [3:0] v; initial $display(v[r]); endmodule // ERROR E3002 an index may not be real (IEEE 1364-2005 5.2.1)
//# 4.8.1 no edge of a real
module t; real r; always @(posedge r) ; endmodule // ERROR E3002 a real value has no edges
//# 4.8 a net is not real
module t; real r; assign r = 1.0; endmodule // ERROR E3013 'r' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)
//# 4.9 an array is not assigned as a whole
module t; reg [7:0] m [0:3], n [0:3]; initial m = n; endmodule // ERROR E3010 array 'm' cannot be assigned as a whole
//# 4.9 nor compared
module t; reg [7:0] m [0:3]; initial $display(m == 0); endmodule // ERROR E3010 array 'm' needs an index for each of its 1 dimensions
//# 4.9.3 all indices
module t; reg [7:0] m [0:3][0:3]; initial m[0] = 1; endmodule // ERROR E3010 array 'm' needs 2 indices
//# 4.9.3 not too many
module t; reg [7:0] m [0:3]; initial m[0][1][2] = 1; endmodule // ERROR E3009 'm' has too many selects
//# 4.9.3 no range of words
module t; reg [7:0] m [0:3]; initial $display(m[0:1]); endmodule // ERROR E3010 a part select cannot take words of array 'm'
//# 4.9 bounds of arrays are constant
module t; integer n; reg m [0:n]; endmodule // ERROR E3011 'n' is not constant
//# 4.9 an array has no initial value
module t; reg m [0:3] = 0; endmodule // ERROR S1122 an array cannot have an initial value in IEEE 1364-2005
//# 4.10.1 a parameter has a value
module t; parameter p; endmodule // ERROR S1101 expected '=' and the value of parameter 'p', found ';'
//# 4.10.1 a constant one
module t; reg r; parameter p = r; endmodule // ERROR E3011 'r' is not constant
//# 4.10.1 it is not assigned
module t; parameter p = 1; initial p = 2; endmodule // ERROR E3013 parameter 'p' cannot be assigned to
//# 4.10.1 not by a continuous assignment
module t; parameter p = 1; assign p = 2; endmodule // ERROR E3013 parameter 'p' cannot be assigned to
//# 4.10.1 no hierarchical names
module t; parameter p = u.q; u u(); endmodule // ERROR E3011 the hierarchical name 'u.q' may not stand in a constant expression
module u; parameter q = 1; endmodule
//# 4.10.1 it does not depend on itself
module t; parameter p = q + 1, q = p + 1; endmodule // ERROR E2005 the declaration of 'p' depends on itself
//# 4.10.2 a localparam has a value
module t; localparam p; endmodule // ERROR S1101 expected '=' and the value of parameter 'p', found ';'
//# 4.10.3 no parameter depends on a specparam
module t; specify specparam s = 1; endspecify parameter p = s; endmodule // WARN W2018 a parameter cannot depend on specparam 's', which may be annotated (IEEE 1364-2005 4.10.3)
//# 4.11 one declaration of a name
module t; wire a; reg a; endmodule // ERROR E2001 'a' has already been declared in this scope
//# 4.11 a task is a name, too
module t; wire a; task a; endtask endmodule // ERROR E2001 'a' has already been declared in this scope
//# 4.11 and an instance
module t; wire u; m u(); endmodule // ERROR E2001 'u' has already been declared in this scope
module m; endmodule
//# 4.11 and a block
module t; reg b; initial begin : b end endmodule // ERROR E2001 'b' has already been declared in this scope
//# 4.11 modules and primitives share names
module m; endmodule
primitive m(o, i); output o; input i; table 0 : 1; endtable endprimitive // ERROR S1112 primitive 'm' has the name of a module declared before
//# 4.11 two modules
module m; endmodule
module m; endmodule // ERROR S1112 module 'm' has the name of a module declared before
//# 4.11 two parameters
module t; parameter p = 1; parameter p = 2; endmodule // ERROR E2001 'p' has already been declared in this scope
//# 4.11 two instances
module t; m u(); m u(); endmodule // ERROR E2001 'u' has already been declared in this scope
module m; endmodule
//# 4.11 two gates
module t(input a, output b, c); not g(b, a); not g(c, a); endmodule // ERROR E2001 'g' has already been declared in this scope
//# 4.11 a genvar and a net
module t; genvar g; wire g; endmodule // ERROR E2001 'g' has already been declared in this scope
