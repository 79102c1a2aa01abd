//# 6.1 a variable is not driven
module t; reg r; assign r = 1; endmodule // ERROR E3013 'r' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)
//# 6.1 nor a real
module t; integer i; assign i = 1; endmodule // ERROR E3013 'i' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)
//# 6.1 selects of the target are constant
module t; wire [3:0] w; integer i; assign w[i] = 1; endmodule // ERROR E3011 the selects of 'w' must be constant here
//# 6.1 a target is a net, not an expression
module t; wire a, b; assign a & b = 1; endmodule // ERROR S1101 expected '=' in the continuous assignment, found '&'
//# 6.1 nor a constant
module t; wire a; assign 1 = a; endmodule // ERROR S1101 unexpected number 1 where a name is needed
//# 6.1.1 a net declaration assigns once
module t; wire a = 1; wire a = 0; endmodule // ERROR E2001 'a' has already been declared in this scope
//# 6.1.3 the strength comes before the delay
module t; wire a; assign #5 (strong0, strong1) a = 1; endmodule // ERROR S1101 unexpected '(' where a name is needed
//# 6.1.3 at most three delays
module t; wire a; assign #(1, 2, 3, 4) a = 1; endmodule // ERROR S1111 at most 3 delays are allowed here
//# 6.1.4 not both highz
module t; wire a; assign (highz0, highz1) a = 1; endmodule // ERROR S1108 both strengths cannot be highz (IEEE 1364-2005 7.9)
//# 6.1.4 two strengths
module t; wire a; assign (strong0) a = 1; endmodule // ERROR S1101 expected ',' and the second drive strength, found ')'
//# 6.1 an array is no target
module t; wire [3:0] w [0:1]; assign w = 0; endmodule // ERROR E3010 array 'w' cannot be assigned as a whole
//# 6.2.1 an initial value is constant
module t; reg a; reg b = a; endmodule // ERROR E2038 the initial value of 'b' is not constant (IEEE 1364-2005 6.2.1)
//# 6.2 a named event has no value
module t; event e = 1; endmodule // ERROR S1122 an event cannot have an initial value here
