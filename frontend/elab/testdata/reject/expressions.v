//# 5.1.1 no bits of reals
module t; real r; reg b; initial b = ~r; endmodule // ERROR E3002 operator ~ may not have a real operand (IEEE 1364-2005 5.1.2)
//# 5.1.1 not by &
module t; real r; reg b; initial b = r & 1; endmodule // ERROR E3002 operator & may not have a real operand (IEEE 1364-2005 5.1.2)
//# 5.1.1 nor shifts
module t; real r; reg b; initial b = r << 1; endmodule // ERROR E3002 operator << may not have a real operand (IEEE 1364-2005 5.1.2)
//# 5.1.1 nor reductions
module t; real r; reg b; initial b = |r; endmodule // ERROR E3002 operator | may not have a real operand (IEEE 1364-2005 5.1.2)
//# 5.1.1 nor ===
module t; real r; reg b; initial b = r === 1.0; endmodule // ERROR E3002 operator === may not have a real operand (IEEE 1364-2005 5.1.2)
//# 5.1.1 nor a remainder
module t; real r; initial r = r % 2.0; endmodule // WARN W3004 operator % has a real operand, which IEEE 1364-2005 5.1.1 does not have
//# 5.1.1 nor a concatenation
module t; real r; reg [7:0] b; initial b = {r, 1'b0}; endmodule // ERROR E3002 a real value may not be an item of a concatenation
//# 5.1.1 nor a replication
module t; real r; reg [7:0] b; initial b = {2{r}}; endmodule // ERROR E3002 a real value may not be an item of a concatenation
//# 5.1 an operator has its operands
module t; reg b; initial b = 1 + ; endmodule // ERROR S1102 an expression is needed here, not ';'
//# 5.1 a condition has two results
module t; reg b; initial b = b ? 1; endmodule // ERROR S1101 expected ':' in the conditional expression, found ';'
//# 5.1.14 sizes in a concatenation
module t; reg [7:0] b; initial b = {b, 1}; endmodule // ERROR E3003 an unsized constant may not be an item of a concatenation (IEEE 1364-2005 5.1.14)
//# 5.1.14 a concatenation has items
module t; reg [7:0] b; initial b = {}; endmodule // ERROR S1102 a concatenation needs at least one operand
//# 5.1.14 a constant number of copies
module t; reg [7:0] b; integer n; initial b = {n{1'b1}}; endmodule // ERROR E3011 'n' is not constant
//# 5.1.14 not less than none
module t; reg [7:0] b; initial b = {-1{1'b1}}; endmodule // ERROR E3005 a replication count must be a known number of 0 or more (IEEE 1364-2005 5.1.14)
//# 5.1.14 nor unknown
module t; reg [7:0] b; initial b = {1'bx{1'b1}}; endmodule // ERROR E3005 a replication count must be a known number of 0 or more (IEEE 1364-2005 5.1.14)
//# 5.1.14 no copies at all only among others
module t; reg [7:0] b; initial b = {0{1'b1}}; endmodule // ERROR E3004 a replication of zero times may only stand in a concatenation (IEEE 1364-2005 5.1.14)
//# 5.1.14 a replication is no target
module t; reg a, b; initial {2{a}} = b; endmodule // ERROR S1106 this cannot be assigned to
//# 5.1.14 no copies of a call that are none
module t; reg [7:0] b; initial b = {4'd1 {}}; endmodule // ERROR S1102 an expression is needed here, not '}'
//# 5.2.1 no bits of a scalar
module t; reg s; initial $display(s[0]); endmodule // ERROR E3009 's' is a scalar: it has no bits to select
//# 5.2.1 bounds of a part select are constant
module t; reg [7:0] v; integer i; initial $display(v[i:0]); endmodule // ERROR E3011 'i' is not constant
//# 5.2.1 and in the order of the declaration
module t; reg [7:0] v; initial $display(v[0:3]); endmodule // ERROR E3009 part select [0:3] runs against the declaration 'v[7:0]'
//# 5.2.1 ascending, too
module t; reg [0:7] v; initial $display(v[3:0]); endmodule // ERROR E3009 part select [3:0] runs against the declaration 'v[0:7]'
//# 5.2.1 the width of an indexed part select is constant
module t; reg [7:0] v; integer i; initial $display(v[0 +: i]); endmodule // ERROR E3011 'i' is not constant
//# 5.2.1 and more than 0
module t; reg [7:0] v; initial $display(v[0 +: 0]); endmodule // ERROR E3009 the width of a part select must be at least 1
//# 5.2.1 one select of a vector
module t; reg [7:0] v; initial $display(v[3:0][1]); endmodule // ERROR E3009 'v' has too many selects
//# 5.2 only names have bits
module t; reg [7:0] a, b; initial $display((a + b)[0]); endmodule // ERROR S1101 expected ')' to close the arguments, found '['
//# 5.2 an expression is not an event
module t; event e; reg r; initial r = e; endmodule // ERROR E3012 event 'e' has no value
//# 5.2 nor a task
module t; task k; ; endtask reg r; initial r = k; endmodule // ERROR E3012 task 'k' has no value
//# 5.2 nor a function without arguments
module t; function f(input a); f = a; endfunction reg r; initial r = f; endmodule // ERROR E3012 function 'f' has no value
//# 5.2 nor a module
module t; m u(); reg r; initial r = u; endmodule // ERROR E2002 cannot find 'u' in scope t
module m; endmodule
//# 5.4 one argument of $signed
module t; reg r; initial r = $signed(r, r); endmodule // ERROR E3015 $signed takes one argument
//# 5.5 a cast needs one
module t; reg r; initial r = $unsigned(); endmodule // ERROR E3015 $unsigned takes one argument
//# 5.2 an undeclared name in an expression
module t; reg r; initial r = nothing; endmodule // ERROR E2002 cannot find 'nothing' in scope t
