//# 9.2.1 a target is a name
module t; reg a, b; initial a + b = 1; endmodule // ERROR S1101 expected '=', '<=' or ';' behind 'a', found '+'
//# 9.2.1 not a call
module t; function f(input a); f = a; endfunction initial f(1) = 1; endmodule // ERROR S1101 expected '=', '<=' or ';' behind 'f', found '='
//# 9.2.2 no nonblocking assignment of automatic variables
module t; task automatic k; reg a; a <= 1; endtask initial k; endmodule // ERROR E3013 a nonblocking assignment may not write a variable of an automatic task or function (IEEE 1364-2005 10.2.1)
//# 9.3.1 assign is for whole variables
module t; reg [3:0] r; initial assign r[0] = 1; endmodule // WARN W3004 the target of assign is a part of a variable, which IEEE 1364-2005 9.3 does not have
//# 9.3.1 not for parts
module t; reg [3:0] r; initial assign r[1:0] = 1; endmodule // WARN W3004 the target of assign is a part of a variable, which IEEE 1364-2005 9.3 does not have
//# 9.3.1 not for words
module t; reg m [0:3]; initial assign m[0] = 1; endmodule // ERROR E3013 a word of an array of variables cannot be the target of assign (IEEE 1364-2005 9.3)
//# 9.3.1 not for nets
module t; wire w; initial assign w = 1; endmodule // ERROR E3013 'w' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
//# 9.3.1 deassign neither
module t; wire w; initial deassign w; endmodule // ERROR E3013 'w' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
//# 9.3.2 no word of a memory is forced
module t; reg m [0:3]; initial force m[0] = 1; endmodule // ERROR E3013 a word of an array of variables cannot be the target of force (IEEE 1364-2005 9.3)
//# 9.3.2 no bit of a variable
module t; reg [3:0] r; initial force r[0] = 1; endmodule // WARN W3004 the target of force is a part of a variable, which IEEE 1364-2005 9.3 does not have
//# 9.3.2 selects are constant
module t; wire [3:0] w; integer i; initial force w[i] = 1; endmodule // ERROR E3011 the selects of 'w' must be constant here
//# 9.4 if has a condition
module t; reg a; initial if () a = 1; endmodule // ERROR S1102 an expression is needed here, not ')'
//# 9.4 and parentheses
module t; reg a; initial if a a = 1; endmodule // ERROR S1101 expected '(' behind 'if', found 'a'
//# 9.5 one default
module t; reg a; initial case (a) default: a = 1; default: a = 0; endcase endmodule // ERROR S1112 a second default
//# 9.5 some item
module t; reg a; initial case (a) endcase endmodule // ERROR S1101 a case needs at least one item
//# 9.5.1 casez takes no reals
module t; real r; initial casez (r) 1: ; endcase endmodule // ERROR E3002 casez does not take real values
//# 9.6 a for loop starts with an assignment
module t; integer i; initial for (; i < 2; i = i + 1) ; endmodule // ERROR S1101 unexpected ';' where a name is needed
//# 9.6 and steps by one
module t; integer i; initial for (i = 0; i < 2; i++) ; endmodule // WARN W1105 '++' is SystemVerilog (IEEE 1800)
//# 9.6 not a nonblocking one
module t; integer i; initial for (i <= 0; i < 2; i = i + 1) ; endmodule // ERROR S1101 expected '=' in the for loop, found '<='
//# 9.6 while has a condition
module t; initial while () ; endmodule // ERROR S1102 an expression is needed here, not ')'
//# 9.7.1 a delay control has a delay
module t; initial # ; endmodule // ERROR S1111 a delay is a number, a name or an expression in parentheses, not ';'
//# 9.7.2 an event control has an event
module t; initial @() ; endmodule // ERROR S1102 an expression is needed here, not ')'
//# 9.7.2 no edge of a named event
module t; event e; initial @(posedge e) ; endmodule // ERROR E3018 a named event has no edges
//# 9.7.3 only events are triggered
module t; reg r; initial -> r; endmodule // ERROR E3018 'r' is not an event
//# 9.7.3 not nothing
module t; initial -> nothing; endmodule // ERROR E2002 cannot find 'nothing' in scope t
//# 9.7.4 or stands between events
module t; reg a; initial @(a or) ; endmodule // ERROR S1102 an expression is needed here, not ')'
//# 9.7.5 no signals beside a star
module t; reg a; initial @(a or *) ; endmodule // ERROR S1102 an expression is needed here, not '*)'
//# 9.7.6 wait has a condition
module t; initial wait () ; endmodule // ERROR S1102 an expression is needed here, not ')'
//# 9.7.7 repeat takes an event in an assignment
module t; reg a, b; initial a = repeat (3) #1 b; endmodule // ERROR S1101 expected '@' behind the repeat count, found '#'
//# 9.7.7 it does not stand alone
module t; reg a; initial repeat (3) @(a) a <= repeat (2) a; endmodule // ERROR S1101 expected '@' behind the repeat count, found 'a'
//# 9.8.1 begin has an end
module t; reg a; initial begin a = 1; endmodule // ERROR S1101 expected 'end' to close the block of line 1, found 'endmodule'
//# 9.8.2 fork has a join
module t; reg a; initial fork a = 1; end endmodule // ERROR S1101 expected 'join' to close the block of line 1, found 'end'
//# 9.8.1 declarations come first
module t; initial begin : b $display; reg a; end endmodule // ERROR S1122 a declaration must stand before the statements of a named block, a task or a function
//# 9.8.3 declarations need a name
module t; initial begin reg a; a = 1; end endmodule // ERROR S1122 a declaration needs a named block in IEEE 1364-2005; write 'begin : name'
//# 9.8.3 of its own
module t; initial begin : b end initial begin : b end endmodule // ERROR E2001 'b' has already been declared in this scope
//# 9.9 an always construct lets time pass
module t; reg a; always a = !a; endmodule // ERROR E3021 this always construct has no delay, event control or wait: it would never let time pass
//# 9.9.1 no statement outside of processes
module t; reg a; a = 1; endmodule // ERROR S1101 a statement must stand in an initial or always block; a module item is needed here
//# 9.9.1 no process in a process
module t; reg a; initial initial a = 1; endmodule // ERROR S1101 unexpected 'initial' where a statement is needed
//# 9.2 no continuous assignment of a net in a process
module t; wire a; reg b; always @(b) assign a = b; endmodule // ERROR E3013 'a' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
