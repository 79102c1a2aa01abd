//# 12.1 a module ends before the next
module t; wire a;
module u; endmodule // ERROR S1101 'endmodule' is missing before this
//# 12.1.2 an instance has a name
module t; m (); endmodule // ERROR E2017 an instance of module 'm' needs a name
module m; endmodule
//# 12.1.2 the module is known
module t; nothing u(); endmodule // ERROR E2009 cannot find module 'nothing'
//# 12.1.3 widths of connections of an array fit
module t; wire [2:0] a; m u [1:0] (a); endmodule // ERROR E2025 an array of 2 instances with a port of 1 bits cannot be connected to 3 bits (IEEE 1364-2005 12.1.3)
module m(input i); endmodule
//# 12.2.1 a defparam is for parameters
module t; m u(); defparam u.r = 1; endmodule // ERROR E2019 cannot find the parameter 'u.r'
module m; reg r; endmodule
//# 12.2.1 and constant
module t; reg r; m u(); defparam u.p = r; endmodule // ERROR E3011 'r' is not constant
module m; parameter p = 1; endmodule
//# 12.2.2 values by order or by name
module t; m #(1, .q(2)) u(); endmodule // ERROR S1118 connections by name and by order cannot be mixed
module m; parameter p = 1, q = 2; endmodule
//# 12.2.2 once
module t; m #(.p(1), .p(2)) u(); endmodule // ERROR E2018 parameter 'p' is overridden twice
module m; parameter p = 1; endmodule
//# 12.2.2 of parameters that there are
module t; m #(.r(1)) u(); endmodule // ERROR E2018 module 'm' has no parameter 'r'
module m; parameter p = 1; endmodule
//# 12.2.2 not of localparams
module t; m #(.l(1)) u(); endmodule // ERROR E2018 'l' of module 'm' is a localparam
module m; parameter p = 1; localparam l = 2; endmodule
//# 12.2.2 not more than there are
module t; m #(1, 2) u(); endmodule // WARN W2012 module 'm' has only 1 parameters
module m; parameter p = 1; endmodule
//# 12.2.2 a module without parameters
module t; m #(1) u(); endmodule // WARN W2012 module 'm' has only 0 parameters
module m; endmodule
//# 12.2.2 constant values
module t; reg r; m #(r) u(); endmodule // ERROR E3011 'r' is not constant
module m; parameter p = 1; endmodule
//# 12.3.2 a port expression is made of ports
module t(.a(x + y)); input x, y; endmodule // ERROR S1101 expected ')' to close the port expression, found '+'
//# 12.3.3 ports of the list are declared
module t(a); endmodule // ERROR E2015 port 'a' of module 't' is not declared as input, output or inout
//# 12.3.3 declared ports are in the list
module t(a); input a, b; endmodule // ERROR E2016 'b' is declared as a port but is not in the port list of module 't'
//# 12.3.3 one direction
module t(a); input a; output a; endmodule // ERROR E2001 'a' has already been declared in this scope
//# 12.3.3 an input is no variable
module t(a); input a; reg a; endmodule // ERROR E2013 input port 'a' cannot be a variable (IEEE 1364-2005 12.3.3)
//# 12.3.3 an inout neither
module t(inout reg a); endmodule // ERROR S1107 only an output port can be a variable
//# 12.3.3 equal ranges
module t(a); output [3:0] a; reg [7:0] a; endmodule // ERROR E2007 port 'a' is declared as [3:0] and as [7:0]
//# 12.3.4 ports are declared in the list or behind it
module t(input a); input a; endmodule // ERROR E2001 'a' has already been declared in this scope
//# 12.3.4 not some here and some there
module t(input a, b, output c); reg c; endmodule // WARN W3004 port 'c' is declared in the list of ports and again (IEEE 1364-2005 12.3.4)
//# 12.3.4 an input has no initial value
module t(input a = 1); endmodule // ERROR S1122 a port cannot have an initial value here
//# 12.3.5 not more connections than ports
module t; wire a, b; m u(a, b); endmodule // ERROR E2023 instance 'u' has 2 connections, but module 'm' has 1 ports
module m(input i); endmodule
//# 12.3.6 by order or by name
module t; wire a, b; m u(a, .j(b)); endmodule // ERROR S1118 connections by name and by order cannot be mixed
module m(input i, j); endmodule
//# 12.3.6 once
module t; wire a, b; m u(.i(a), .i(b)); endmodule // ERROR E2024 port 'i' is connected twice
module m(input i); endmodule
//# 12.3.6 of ports that there are
module t; wire a; m u(.i(a), .k(a)); endmodule // ERROR E2024 module 'm' has no port 'k'
module m(input i); endmodule
//# 12.3.9.2 an output drives a net
module t; reg r; m u(r); endmodule // ERROR E3013 'r' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)
module m(output o); assign o = 1; endmodule
//# 12.3.9.2 not an expression
module t; wire a, b; m u(a & b); endmodule // ERROR E3013 this cannot be assigned to
module m(output o); assign o = 1; endmodule
//# 12.3.9.2 nor a constant
module t; m u(1'b0); endmodule // ERROR E3013 this cannot be assigned to
module m(output o); assign o = 1; endmodule
//# 12.3.9.2 an inout is a net
module t; reg r; m u(r); endmodule // ERROR E3013 'r' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)
module m(inout o); assign o = 1; endmodule
//# 12.3.9.2 with constant selects
module t; wire [3:0] a; integer i; m u(a[i]); endmodule // ERROR E3011 the selects of 'a' must be constant here
module m(output o); assign o = 1; endmodule
//# 12.4 a genvar is not assigned in a process
module t; genvar g; initial g = 1; endmodule // ERROR E3012 genvar 'g' has no value outside of its loop (IEEE 1364-2005 12.4.1)
//# 12.4.1 a loop runs over a genvar
module t; integer i; generate for (i = 0; i < 2; i = i + 1) begin : b end endgenerate endmodule // ERROR E2021 'i' is not a genvar
//# 12.4.1 one and the same
module t; genvar i, j; generate for (i = 0; i < 2; j = j + 1) begin : b end endgenerate endmodule // ERROR S1115 the loop changes 'j', but 'i' is its genvar
//# 12.4.1 with constant bounds
module t; genvar i; reg n; generate for (i = 0; i < n; i = i + 1) begin : b end endgenerate endmodule // ERROR E3011 'n' is not constant
//# 12.4.1 that it reaches
module t; genvar i; generate for (i = 0; i < 2; i = i * 1) begin : b end endgenerate endmodule // ERROR E2022 genvar 'i' takes the value 0 twice
//# 12.4.1 not again inside
module t; genvar i; generate for (i = 0; i < 2; i = i + 1) begin : a
for (i = 0; i < 2; i = i + 1) begin : b end end endgenerate endmodule // WARN W3004 genvar 'i' is that of a loop around this one, too (IEEE 1364-2005 12.4.1)
//# 12.4.1 outside of a loop a genvar has no value
module t; genvar i; wire [3:0] w = i; endmodule // ERROR E3012 genvar 'i' has no value outside of its loop (IEEE 1364-2005 12.4.1)
//# 12.4.2 a condition is constant
module t; reg r; generate if (r) begin : b end endgenerate endmodule // ERROR E3011 'r' is not constant
//# 12.4.2 one default
module t; generate case (1) default: begin : a end default: begin : b end endcase endgenerate endmodule // ERROR S1112 a second default
//# 12.4.2 a constant selector
module t; reg r; generate case (r) 1: begin : a end endcase endgenerate endmodule // ERROR E3011 'r' is not constant
//# 12.4 no ports in a generate block
module t; generate if (1) begin : b input x; end endgenerate endmodule // ERROR S1107 a port cannot be declared in a generate block
//# 12.4 no specify block
module t; generate if (1) begin : b specify endspecify end endgenerate endmodule // ERROR S1115 a specify block cannot stand in a generate block
//# 12.4 no specparam
module t; generate if (1) begin : b specparam s = 1; end endgenerate endmodule // ERROR S1115 a specparam cannot be declared in a generate block
//# 12.4 no parameter
module t; generate if (1) begin : b parameter p = 1; end endgenerate endmodule // ERROR S1115 a parameter cannot be declared in a generate block (IEEE 1364-2005 12.4); use localparam
//# 12.4 no module
module t; generate if (1) begin : b module m; endmodule end endgenerate endmodule // ERROR S1101 expected 'end' to close the generate block, found 'module'
//# 12.4 regions do not nest
module t; generate generate wire a; endgenerate endgenerate endmodule // ERROR S1115 generate regions do not nest (IEEE 1364-2005 12.4)
//# 12.4.2 blocks of different constructs have different names
module t; generate if (1) begin : b end if (1) begin : b end endgenerate endmodule // ERROR E2001 'b' has already been declared in this scope
//# 12.4.1 a block and a net have different names
module t; wire b; genvar i; generate for (i = 0; i < 2; i = i + 1) begin : b end endgenerate endmodule // ERROR E2001 'b' has already been declared in this scope
//# 12.5 names of a hierarchy exist
module t; m u(); initial $display(u.nothing); endmodule // ERROR E2002 cannot find 'u.nothing' in scope t
module m; endmodule
//# 12.5 instances of an array are chosen
module t; m u [1:0] (); initial $display(u.r); endmodule // ERROR E2002 cannot find 'u.r' in scope t
module m; reg r; endmodule
//# 12.5 blocks of a loop too
module t; genvar i; generate for (i = 0; i < 2; i = i + 1) begin : b reg r; end endgenerate initial $display(b.r); endmodule // ERROR E2002 cannot find 'b.r' in scope t
//# 12.5 with constants
module t; genvar i; integer n; generate for (i = 0; i < 2; i = i + 1) begin : b reg r; end endgenerate initial $display(b[n].r); endmodule // ERROR E2002 cannot find 'b[...].r' in scope t
//# 12.6 names upwards exist
module t; m u(); endmodule
module m; initial $display(t.nothing); endmodule // ERROR E2002 cannot find 't.nothing' in scope t.u
//# 12.7 nets are declared before they are used
module t; initial r = 1; reg r; endmodule // ERROR E2032 'r' is used before its declaration
