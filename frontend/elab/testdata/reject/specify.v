//# 14.1 a specify block ends
module t(input a, output b); specify (a => b) = 1; endmodule // ERROR S1101 expected 'endspecify', found 'endmodule'
//# 14.2.1 a path begins at an input
module t(input a, output b, output c); assign b = a; assign c = a; specify (b => c) = 1; endspecify endmodule // ERROR E2035 a module path starts at an input or inout, not at 'b', which is no such port (IEEE 1364-2005 14.2.1)
//# 14.2.1 and ends at an output
module t(input a, d, output b); assign b = a; specify (a => d) = 1; endspecify endmodule // ERROR E2035 a module path ends at an output or inout, not at 'd', which is no such port (IEEE 1364-2005 14.2.1)
//# 14.2.1 not at a net inside
module t(input a, output b); wire n = a; assign b = n; specify (a => n) = 1; endspecify endmodule // ERROR E2035 a module path ends at an output or inout, not at 'n', which is no such port (IEEE 1364-2005 14.2.1)
//# 14.2.1 it is known
module t(input a, output b); assign b = a; specify (x => b) = 1; endspecify endmodule // ERROR E2002 cannot find 'x' in scope t
//# 14.2.3 a state-dependent path has a condition
module t(input a, output b); assign b = a; specify if () (a => b) = 1; endspecify endmodule // ERROR S1102 an expression is needed here, not ')'
//# 14.2.5 a parallel path has equal ends
module t(input [1:0] a, output [2:0] b); assign b = a; specify (a => b) = 1; endspecify endmodule // ERROR E2035 a parallel path (=>) connects 2 bits to 3 (IEEE 1364-2005 14.2.2); use *>
//# 14.2.5 and one destination
module t(input a, output b, c); assign b = a; specify (a => b, c) = 1; endspecify endmodule // ERROR S1116 a parallel path (=>) has one destination; use *>
//# 14.3 1, 2, 3, 6 or 12 delays
module t(input a, output b); assign b = a; specify (a => b) = (1, 2, 3, 4); endspecify endmodule // ERROR S1116 a module path has 1, 2, 3, 6 or 12 delays, not 4
//# 14.3 at least one
module t(input a, output b); assign b = a; specify (a => b) = (); endspecify endmodule // ERROR S1102 an expression is needed here, not ')'
//# 14.3 constant ones
module t(input a, output b); reg r; assign b = a; specify (a => b) = r; endspecify endmodule // ERROR E3011 'r' is not constant
//# 14.1 a specparam is constant
module t(input a, output b); reg r; assign b = a; specify specparam s = r; (a => b) = s; endspecify endmodule // ERROR E3011 'r' is not constant
//# 14.2.2 an edge-sensitive path has an edge and a data source
module t(input a, output b); assign b = a; specify (posedge a => (b : )) = 1; endspecify endmodule // ERROR S1102 an expression is needed here, not ')'
//# 14.2 one path, one arrow
module t(input a, output b); assign b = a; specify (a = b) = 1; endspecify endmodule // ERROR S1101 expected '=>' or '*>' in the module path, found '='
//# 14.6.1 pulse limits are not more than two
module t(input a, output b); assign b = a; specify (a => b) = 5; specparam PATHPULSE$ = (1, 2, 3); endspecify endmodule // ERROR S1101 expected ')' to close the pulse limits, found ','
//# 14.1 no processes
module t(input a, output b); assign b = a; specify initial $display; endspecify endmodule // ERROR S1101 unexpected 'initial' in a specify block
//# 15.1 a check stands in a specify block
module t(input a, b); initial $setup(a, b, 1); endmodule // ERROR E3014 there is no system task $setup
//# 15.2 all arguments
module t(input a, b); specify $setup(a, posedge b); endspecify endmodule // ERROR S1116 '$setup' takes 3 to 4 arguments, not 2
//# 15.2 no more
module t(input a, b); reg n; specify $setup(a, posedge b, 1, n, n, n); endspecify endmodule // ERROR S1116 '$setup' takes 3 to 4 arguments, not 6
//# 15.2 events
module t(input a, b); specify $hold(1, a, 1); endspecify endmodule // ERROR E2039 an event of a timing check is a change of a port or net (IEEE 1364-2005 15.4)
//# 15.3.4 $width has an edge
module t(input a, b); specify $width(a, 1); endspecify endmodule // ERROR E2039 the reference event of $width needs an edge (IEEE 1364-2005 15.3)
//# 15.3.5 $period has an edge
module t(input a, b); specify $period(a, 1); endspecify endmodule // ERROR E2039 the reference event of $period needs an edge (IEEE 1364-2005 15.3)
//# 15.3.6 $nochange has an edge
module t(input a, b); specify $nochange(a, b, 0, 0); endspecify endmodule // ERROR E2039 the reference event of $nochange needs an edge (IEEE 1364-2005 15.3)
//# 15.4 edges of two levels
module t(input a, b); specify $setup(a, edge [02] b, 1); endspecify endmodule // ERROR S1116 an edge is 01, 10, 0x, x1, 1x or x0
//# 15.5 a notifier is a reg
module t(input a, b); wire n; specify $setup(a, posedge b, 1, n); endspecify endmodule // ERROR E3013 'n' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
//# 15.5 of one bit
module t(input a, b); reg [1:0] n; specify $setup(a, posedge b, 1, n); endspecify endmodule // ERROR E2039 a notifier is a reg of one bit (IEEE 1364-2005 15.5)
//# 15.1 checks are known
module t(input a, b); specify $sepup(a, b, 1); endspecify endmodule // ERROR S1116 '$sepup' is no timing check
