//# 8.1 the output comes first
primitive p(i, o); output o; input i; table 0 : 1; endtable endprimitive // ERROR S1109 the first port of primitive 'p' must be its output
module t(input a, output b); p u(b, a); endmodule
//# 8.1 one output
primitive p(o, q, i); output o; output q; input i; table 0 : 1; endtable endprimitive // ERROR S1109 primitive 'p' must have one output
//# 8.1 no inout
primitive p(o, i); output o; inout i; table 0 : 1; endtable endprimitive // ERROR S1101 unexpected 'inout' where a declaration of a primitive or its table is needed
//# 8.1 no vectors
primitive p(o, i); output o; input [1:0] i; table 0 : 1; endtable endprimitive // ERROR S1101 expected the name of an input, found '['
//# 8.1 some input
primitive p(o); output o; table : 1; endtable endprimitive // ERROR S1109 primitive 'p' has no inputs
//# 8.1 ports are declared
primitive p(o, i); output o; table 0 : 1; endtable endprimitive // ERROR S1109 port 'i' of primitive 'p' is not declared as input
//# 8.1 what is declared is a port
primitive p(o, i); output o; input i, j; table 0 : 1; endtable endprimitive // ERROR S1109 input 'j' is not in the port list of primitive 'p'
module t(input a, output b); p u(b, a); endmodule
//# 8.1.4 a table
primitive p(o, i); output o; input i; endprimitive // ERROR S1101 unexpected 'endprimitive' where a declaration of a primitive or its table is needed
//# 8.1.4 rows of the right length
primitive p(o, i, j); output o; input i, j; table 0 : 1; endtable endprimitive // ERROR S1109 this table entry has 1 inputs, primitive 'p' has 2
module t(input a, output b); p u(b, a); endmodule
//# 8.1.4 no z
primitive p(o, i); output o; input i; table z : 1; endtable endprimitive // ERROR S1109 'z' is no symbol of a table (IEEE 1364-2005 table 8-1)
//# 8.1.4 not as output
primitive p(o, i); output o; input i; table 0 : z; endtable endprimitive // ERROR S1109 the output of a table entry is 0, 1, x or -, not 'z'
//# 8.1.4 a definite output
primitive p(o, i); output o; input i; table 0 : ?; endtable endprimitive // ERROR S1109 the output of a table entry is 0, 1, x or -, not '?'
//# 8.1.4 nor b
primitive p(o, i); output o; input i; table 0 : b; endtable endprimitive // ERROR S1109 the output of a table entry is 0, 1, x or -, not 'b'
//# 8.2 combinational rows have no state
primitive p(o, i); output o; input i; table 0 : ? : 1; endtable endprimitive // ERROR S1109 the output of a table entry is 0, 1, x or -, not '?'
//# 8.2 and no edges
primitive p(o, i); output o; input i; table r : 1; endtable endprimitive // ERROR S1109 an edge in the table of a combinational primitive
//# 8.2 and no minus
primitive p(o, i); output o; input i; table 0 : -; endtable endprimitive // ERROR S1109 '-' in the table of a combinational primitive
//# 8.3 a sequential output is a reg
primitive p(o, i); output o; input i; initial o = 0; table 0 : ? : 1; endtable endprimitive // ERROR S1109 only an output that is a reg has an initial value
//# 8.3 its rows have a state
primitive p(o, i); output reg o; input i; table 0 : 1; endtable endprimitive // ERROR S1109 expected ':' and the next state, found ';'
//# 8.4 one edge in a row
primitive p(o, i, j); output reg o; input i, j; table r f : ? : 1; endtable endprimitive // ERROR S1109 a table entry has at most one edge
//# 8.4 no edge of the state
primitive p(o, i); output reg o; input i; table 0 : r : 1; endtable endprimitive // ERROR S1109 the current state cannot be an edge
//# 8.5 the initial value is one bit
primitive p(o, i); output reg o; input i; initial o = 2'b00; table 0 : ? : 1; endtable endprimitive // ERROR S1109 the initial value of a primitive is 0, 1 or 1'bx
//# 8.5 0, 1 or x
primitive p(o, i); output reg o; input i; initial o = 1'bz; table 0 : ? : 1; endtable endprimitive // ERROR S1109 the initial value of a primitive is 0, 1 or 1'bx
//# 8.5 of the output
primitive p(o, i); output reg o; input i; initial i = 1'b0; table 0 : ? : 1; endtable endprimitive // ERROR S1109 only an output that is a reg has an initial value
//# 8.6 all terminals
primitive p(o, i); output o; input i; table 0 : 1; endtable endprimitive
module t(input a, output b); p u(b); endmodule // ERROR E2023 primitive 'p' has 2 terminals, not 1
//# 8.6 at most two delays
primitive p(o, i); output o; input i; table 0 : 1; endtable endprimitive
module t(input a, output b); p #(1, 2, 3) u(b, a); endmodule // ERROR E2030 a primitive has at most two delays (IEEE 1364-2005 8.1.9)
//# 8.6 it drives a net
primitive p(o, i); output o; input i; table 0 : 1; endtable endprimitive
module t(input a); reg b; p u(b, a); endmodule // ERROR E3013 'b' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)
//# 8.1 nothing else stands in a primitive
primitive p(o, i); output o; input i; wire w; table 0 : 1; endtable endprimitive // ERROR S1101 unexpected 'wire' where a declaration of a primitive or its table is needed
//# 8.7 rows do not contradict each other
primitive p(o, i); output o; input i; table 0 : 1; 0 : 0; endtable endprimitive // WARN W2019 this row of primitive 'p' contradicts an earlier one (IEEE 1364-2005 8.1.4)
module t(input a, output b); p u(b, a); endmodule
