//# 10.2.1 a task ends
module t; task k; reg a; a = 1; endmodule // ERROR S1101 expected 'endtask' to close task 'k', found 'endmodule'
//# 10.2.1 no declarations behind statements
module t; task k; begin end reg a; endtask endmodule // ERROR S1101 expected 'endtask' to close task 'k', found 'reg'
//# 10.2.1 no ports twice
module t; task k(input a); input a; begin end endtask endmodule // ERROR S1114 an argument cannot be declared here: the header has an argument list
//# 10.2.1 no wire in a task
module t; task k; wire a; begin end endtask endmodule // ERROR S1101 unexpected 'wire' where a statement is needed
//# 10.2.2 all arguments
module t; task k(input a, b); begin end endtask initial k(1); endmodule // ERROR E3008 task k has 2 arguments, 1 given
//# 10.2.2 not more
module t; task k(input a); begin end endtask initial k(1, 2); endmodule // ERROR E3008 task k has 1 arguments, 2 given
//# 10.2.2 an output is a variable
module t; wire w; task k(output a); a = 1; endtask initial k(w); endmodule // ERROR E3013 'w' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
//# 10.2.2 and no expression
module t; reg r; task k(output a); a = 1; endtask initial k(r + 1); endmodule // ERROR E3013 this cannot be assigned to
//# 10.2.2 a task is known
module t; initial k; endmodule // ERROR E2002 cannot find 'k' in scope t
//# 10.2.2 a function is no task
module t; function f(input a); f = a; endfunction initial f(1); endmodule // ERROR E3016 'f' is not a task
//# 10.2.2 a variable is none
module t; reg r; initial r; endmodule // ERROR E3016 'r' is not a task
//# 10.3 blocks and tasks are disabled
module t; reg r; initial disable r; endmodule // ERROR E3020 cannot find 'r' to disable it
//# 10.3 those that there are
module t; initial disable nothing; endmodule // ERROR E3020 cannot find 'nothing' to disable it
//# 10.3 not functions
module t; function f(input a); f = a; endfunction initial disable f; endmodule // ERROR E3020 'f' is neither a named block nor a task (IEEE 1364-2005 10.5)
//# 10.4.1 a function has a result of a type
module t; function wire f(input a); f = a; endfunction endmodule // ERROR S1101 'wire' is a reserved word and cannot be the name of a function
//# 10.4.2 it is called with all arguments
module t; function f(input a, b); f = a; endfunction wire w = f(1); endmodule // ERROR E3008 function f has 2 arguments, 1 given
//# 10.4.2 what is called is a function
module t; reg g; wire w = g(1); endmodule // ERROR E3007 'g' is not a function
//# 10.4.2 not a task
module t; task k(input a); begin end endtask wire w = k(1); endmodule // ERROR E3007 'k' is not a function
//# 10.4.4 no delays
module t; function f(input a); #1 f = a; endfunction wire w = f(1); endmodule // ERROR E3017 a function may not contain time controls (IEEE 1364-2005 10.4.4)
//# 10.4.4 no event controls
module t; function f(input a); @(a) f = a; endfunction wire w = f(1); endmodule // ERROR E3017 a function may not contain time controls (IEEE 1364-2005 10.4.4)
//# 10.4.4 no waits
module t; function f(input a); wait (a) f = a; endfunction wire w = f(1); endmodule // ERROR E3017 a function may not contain time controls (IEEE 1364-2005 10.4.4)
//# 10.4.4 no delays in assignments
module t; function f(input a); f = #1 a; endfunction wire w = f(1); endmodule // ERROR E3017 a function may not contain time controls (IEEE 1364-2005 10.4.4)
//# 10.4.4 no tasks
module t; task k; begin end endtask function f(input a); begin k; f = a; end endfunction wire w = f(1); endmodule // ERROR E3017 a function may not contain task enables (IEEE 1364-2005 10.4.4)
//# 10.4.4 no outputs
module t; function f(input a, output b); f = a; endfunction wire w = f(1, 1); endmodule // ERROR S1114 a function has inputs only in IEEE 1364-2005
//# 10.4.4 no inouts
module t; function f(inout a); f = a; endfunction wire w = f(1); endmodule // ERROR S1114 a function has inputs only in IEEE 1364-2005
//# 10.4.4 no nonblocking assignments
module t; reg r; function f(input a); begin r <= a; f = a; end endfunction wire w = f(1); endmodule // ERROR E3017 a function may not contain nonblocking assignments (IEEE 1364-2005 10.4.4)
//# 10.4.4 no assign
module t; reg r; function f(input a); begin assign r = a; f = a; end endfunction wire w = f(1); endmodule // ERROR E3017 a function may not contain procedural continuous assignments (IEEE 1364-2005 10.4.4)
//# 10.4.4 no force
module t; reg r; function f(input a); begin force r = 1; f = a; end endfunction wire w = f(1); endmodule // ERROR E3017 a function may not contain procedural continuous assignments (IEEE 1364-2005 10.4.4)
//# 10.4.4 no triggers
module t; event e; function f(input a); begin -> e; f = a; end endfunction wire w = f(1); endmodule // WARN W3004 a function triggers an event, which IEEE 1364-2005 10.4.4 does not have
//# 10.4.4 some input
module t; function f; reg a; f = 1; endfunction endmodule // ERROR S1114 function 'f' has no inputs; IEEE 1364-2005 asks for at least one
//# 10.4.5 a constant function reads no signals
module t; reg r; function integer f(input integer a); f = r; endfunction parameter P = f(1); endmodule // ERROR E3011 'r' is not constant
//# 10.4.5 constant arguments where a constant is wanted
module t; reg r; function integer f(input integer a); f = a; endfunction parameter P = f(r); endmodule // ERROR E3011 'r' is not constant
//# 10.4.5 no hierarchical names
module t; u u(); function integer f(input integer a); f = u.x; endfunction parameter P = f(1); endmodule // ERROR E3011 'x' is not constant
module u; reg x; endmodule
//# 10.2.1 a task has no sign
module t; task signed k; begin end endtask endmodule // ERROR S1101 'signed' is a reserved word and cannot be the name of a task
//# 10.2.3 automatic variables are not seen from outside
module t; task automatic k; reg a; a = 1; endtask initial k.a = 1; endmodule // ERROR E3012 'k.a' is automatic: it cannot be seen from outside its task or function (IEEE 1364-2005 10.2.3, 10.4.1)
//# 10.2.3 nor watched
module t; task automatic k; reg a; $monitor(a); endtask initial k; endmodule // ERROR E3015 $monitor cannot watch what is automatic (IEEE 1364-2005 10.2.3)
//# 10.2.3 nor shown later
module t; task automatic k; reg a; $strobe(a); endtask initial k; endmodule // ERROR E3015 $strobe cannot watch what is automatic (IEEE 1364-2005 10.2.3)
//# 10.2.3 nor held
module t; task automatic k; reg a; assign a = 1; endtask initial k; endmodule // ERROR E3013 a variable of an automatic task or function cannot be the target of assign
//# 10.4.1 the function's name is not a port
module t; function f(input f); f = 1; endfunction endmodule // ERROR E2001 'f' has already been declared in this scope
