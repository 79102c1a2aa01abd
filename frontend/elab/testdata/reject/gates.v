//# 7.1 a gate has inputs
module t; wire a; and (a); endmodule // ERROR E2028 a and gate has an output and at least one input, not 1 terminals
//# 7.1 terminals by order
module t; wire a, b; not (.o(a), .i(b)); endmodule // ERROR S1118 the terminals of a gate are connected by order
//# 7.1.1 of known kinds
module t; wire a, b; nott (a, b); endmodule // ERROR E2009 cannot find module 'nott'
//# 7.1.2 no strength of a switch
module t; wire a, b, c; nmos (strong0, strong1) (a, b, c); endmodule // ERROR S1108 'nmos' has no drive strength (IEEE 1364-2005 7.1.2)
//# 7.1.2 nor of tran
module t; wire a, b; tran (strong0, strong1) (a, b); endmodule // ERROR S1108 'tran' has no drive strength (IEEE 1364-2005 7.1.2)
//# 7.1.2 not both highz
module t; wire a, b, c; and (highz0, highz1) (a, b, c); endmodule // ERROR S1108 both strengths cannot be highz (IEEE 1364-2005 7.9)
//# 7.1.3 two delays of a gate
module t; wire a, b, c; and #(1, 2, 3) (a, b, c); endmodule // ERROR S1111 at most 2 delays are allowed here
//# 7.1.3 none of tran
module t; wire a, b; tran #1 (a, b); endmodule // ERROR S1111 'tran' has no delay
//# 7.1.3 two of tranif1
module t; wire a, b, c; tranif1 #(1, 2, 3) (a, b, c); endmodule // ERROR S1111 at most 2 delays are allowed here
//# 7.1.3 none of a pull
module t; wire a; pullup #1 (a); endmodule // ERROR S1111 'pullup' has no delay
//# 7.1.5 an array has a name
module t; wire [3:0] a, b; not [3:0] (a, b); endmodule // ERROR S1101 expected '(' of the terminals, found '['
//# 7.1.5 constant bounds
module t; wire [3:0] a, b; integer n; not g [n:0] (a, b); endmodule // ERROR E3011 'n' is not constant
//# 7.1.6 widths that fit
module t; wire [3:0] a; wire [2:0] b; not g [3:0] (a, b); endmodule // ERROR E2025 an array of 4 primitives cannot be connected to 3 bits (IEEE 1364-2005 7.1.6)
//# 7.2 the output is a net
module t; reg a; wire b; not (a, b); endmodule // ERROR E3013 'a' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)
//# 7.2 no expression
module t; wire a, b, c; and (a | b, b, c); endmodule // ERROR E3013 this cannot be assigned to
//# 7.2 and one bit
module t; wire [1:0] a; wire b; not g (a, b); endmodule // ERROR E2025 a primitive drives one bit, not 2 (IEEE 1364-2005 7.1.6)
//# 7.2 an input is one, too
module t; wire [1:0] a; wire b; not g (b, a); endmodule // WARN W2002 a terminal of 2 bits: the primitive reads the least significant one (IEEE 1364-2005 7.1.6)
//# 7.3 a buffer has an input
module t; wire a; buf (a); endmodule // ERROR E2028 a buf gate has at least one output and an input, not 1 terminals
//# 7.4 a three-state gate has three terminals
module t; wire a, b; bufif1 (a, b); endmodule // ERROR E2028 a bufif1 gate has an output, a data input and a control input, not 2 terminals
//# 7.4 not four
module t; wire a, b, c, d; notif0 (a, b, c, d); endmodule // ERROR E2028 a notif0 gate has an output, a data input and a control input, not 4 terminals
//# 7.5 a switch has three
module t; wire a, b; nmos (a, b); endmodule // ERROR E2028 a nmos gate has an output, a data input and a control input, not 2 terminals
//# 7.6 tran has two
module t; wire a, b, c; tran (a, b, c); endmodule // ERROR E2028 a tran switch has 2 terminals, not 3
//# 7.6 of nets
module t; reg a; wire b; tran (a, b); endmodule // ERROR E3013 'a' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)
//# 7.6 tranif has three
module t; wire a, b; tranif0 (a, b); endmodule // ERROR E2028 a tranif0 switch has 3 terminals, not 2
//# 7.7 cmos has four
module t; wire a, b, c; cmos (a, b, c); endmodule // ERROR E2028 a cmos gate has an output, a data input and two control inputs, not 3 terminals
//# 7.8 a pullup has the strength of 1
module t; wire a; pullup (pull0) (a); endmodule // ERROR S1108 'pullup' needs the strength of what it drives (IEEE 1364-2005 7.8)
//# 7.8 a pulldown that of 0
module t; wire a; pulldown (strong1) (a); endmodule // ERROR S1108 'pulldown' needs the strength of what it drives (IEEE 1364-2005 7.8)
//# 7.8 one terminal
module t; wire a, b; pullup (a, b); endmodule // WARN W3004 a pullup has one terminal in IEEE 1364-2005 7.8, not 2
//# 7.8 a net
module t; reg a; pullup (a); endmodule // ERROR E3013 'a' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)
//# 7 a real is no terminal
module t; real r; wire a; not (a, r); endmodule // ERROR E2027 a primitive cannot read a real
//# 7.14 a delay is no expression without parentheses
module t; wire a, b; not #1+2 (a, b); endmodule // ERROR S1101 expected '(' of the terminals, found '+'
