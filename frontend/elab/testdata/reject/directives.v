//# 19.2 a net type
`default_nettype reg // ERROR P1015 `default_nettype needs a net type or none, not 'reg'
module t; endmodule
//# 19.2 none asks for declarations
`default_nettype none
module t(input wire a); assign b = a; endmodule // ERROR E2008 'b' is not declared, and `default_nettype is none
//# 19.2 it stands outside of modules
module t;
`default_nettype wire // ERROR S1101 a `default_nettype cannot stand within a module or primitive (IEEE 1364-2005 19.2)
endmodule
//# 19.3.1 a macro has a name
`define // ERROR P1008 `define needs the name of a macro
module t; endmodule
//# 19.3.1 not that of a directive
`define include x // ERROR P1008 the name of the directive `include cannot be the name of a macro
module t; endmodule
//# 19.3.1 not a number
`define 3 x // ERROR P1008 `define needs the name of a macro
module t; endmodule
//# 19.3.1 arguments as many as defined
`define M(a, b) a
module t; wire w = `M(1); endmodule // ERROR P1007 macro 'M' takes 2 arguments, not 1
//# 19.3.1 some where there are some
`define M(a) a
module t; wire w = `M; endmodule // ERROR P1007 macro 'M' needs an argument list
//# 19.3.1 a macro does not contain itself
`define M `M
module t; wire w = `M; endmodule // ERROR P1009 macro 'M' expands into itself, or macros are nested more than 400 deep
//# 19.3.1 it is defined where it is used
module t; wire w = `NOTHING 1; endmodule // WARN W1004 macro 'NOTHING' is not defined; it stands for nothing
//# 19.3.2 undef has a name
`undef // ERROR P1008 `undef needs the name of a macro
module t; endmodule
//# 19.4 ifdef ends
`ifdef X // ERROR P1003 this `ifdef has no `endif
module t; endmodule
//# 19.4 endif has its ifdef
`endif // ERROR P1004 `endif without an `ifdef
module t; endmodule
//# 19.4 else too
`else // ERROR P1004 `else without an `ifdef
module t; endmodule
//# 19.4 and elsif
`elsif X // ERROR P1004 `elsif without an `ifdef
module t; endmodule
//# 19.4 one else
`ifdef X
`else
`else // ERROR P1004 a second `else
`endif
module t; endmodule
//# 19.4 ifdef has a name
`ifdef // ERROR P1015 `ifdef needs the name of a macro
`endif
module t; endmodule
//# 19.5 a file is found
`include "nothing.vh" // ERROR P1011 included file 'nothing.vh' does not exist
module t; endmodule
//# 19.5 a name in quotes
`include nothing // ERROR P1013 `include needs a file name in quotes
module t; endmodule
//# 19.6 not inside of a module
module t;
`resetall // ERROR S1101 a `resetall cannot stand within a module or primitive (IEEE 1364-2005 19.6)
endmodule
//# 19.7 a line and a file
`line x // ERROR P1015 `line needs a line number, a file name in quotes and 0, 1 or 2
module t; endmodule
//# 19.7 and a level of 0 to 2
`line 3 "f" 7 // ERROR P1015 `line needs a line number, a file name in quotes and 0, 1 or 2
module t; endmodule
//# 19.8 a unit and a precision
`timescale 1ns // ERROR P1014 `timescale needs unit / precision, each 1, 10 or 100 of s, ms, us, ns, ps or fs
module t; endmodule
//# 19.8 of 1, 10 or 100
`timescale 2ns/1ns // ERROR P1014 `timescale needs unit / precision, each 1, 10 or 100 of s, ms, us, ns, ps or fs
module t; endmodule
//# 19.8 the precision is not coarser
`timescale 1ns/10ns // ERROR P1014 the precision of a `timescale cannot be coarser than its unit
module t; endmodule
//# 19.8 of known units
`timescale 1xs/1xs // ERROR P1014 `timescale needs unit / precision, each 1, 10 or 100 of s, ms, us, ns, ps or fs
module t; endmodule
//# 19.8 outside of modules
module t;
`timescale 1ns/1ns // ERROR S1101 a `timescale cannot stand within a module or primitive (IEEE 1364-2005 19.8)
endmodule
//# 19.9 pull0 or pull1
`unconnected_drive strong1 // ERROR P1015 `unconnected_drive needs pull0 or pull1, not 'strong1'
module t; endmodule
//# 19.9 outside of modules
module t;
`unconnected_drive pull1 // ERROR S1101 a `unconnected_drive cannot stand within a module or primitive (IEEE 1364-2005 19.9)
endmodule
//# 19.11 a known set of keywords
`begin_keywords "1364-2099" // ERROR P1017 `begin_keywords needs a version such as "1364-2005", not "1364-2099"
module t; endmodule
//# 19.11 after it began
`end_keywords // ERROR P1017 `end_keywords without a `begin_keywords
module t; endmodule
//# 19 a backquote has a name
module t; wire w = ` 1; endmodule // ERROR P1005 a '`' must be followed by the name of a directive or macro
//# A.1.3 text behind a module
module t; endmodule junk // ERROR S1101 unexpected 'junk' where a module, primitive or config is needed
//# A.1.2 a stray endmodule
endmodule // ERROR S1101 unexpected 'endmodule' where a module, primitive or config is needed
//# A.6.2 an assignment ends
module t; reg a; initial a = 1 endmodule // ERROR S1101 expected ';' behind the assignment, found 'endmodule'
//# A.8.3 parentheses match
module t; reg a; initial a = (1; endmodule // ERROR S1101 expected ')' to close the parenthesis, found ';'
