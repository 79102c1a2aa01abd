// Each error is found once, and parsing goes on behind it.
module a (x, y;        // ERROR "expected '\)' to close the port list, found ';'"
  input x;
  wire 3w;             // ERROR "expected the name of a net, found number 3"
  wire w
  assign w = 1;        // ERROR "expected ';' behind the declaration, found 'assign'"
  assign w = ;         // ERROR "an expression is needed here, not ';'"
  assign w = (1 + 2;   // ERROR "expected '\)' to close the parenthesis, found ';'"
  wire reg;            // ERROR "a net with data type 'reg' is SystemVerilog"
  w = 1;               // ERROR "a statement must stand in an initial or always block"
  $display("x");       // ERROR "a call of '\$display' must stand in an initial or always block"
  initial begin
    w = 1
    w = 2;             // ERROR "expected ';' behind the assignment, found 'w'"
    if w w = 1;        // ERROR "expected '\(' behind 'if', found 'w'"
    w + 1;             // ERROR "expected '=', '<=' or ';' behind 'w', found '\+'"
    case (w) endcase   // ERROR "a case needs at least one item"
    case (w)
      1 w = 1;         // ERROR "expected ':' behind the case item, found 'w'"
      2: w = ) ;       // ERROR "an expression is needed here, not '\)'"
      default: ; default: ; // ERROR "a second default"
    endcase
    integer i;         // ERROR "a declaration must stand before the statements"
    @ 3 w = 1;         // ERROR "an event control is @name"
    #{1} w = 1;        // ERROR "a delay is a number, a name or an expression in parentheses"
    w[1:0] = {2{}};   // ERROR "an expression is needed here|a concatenation needs"
    {w, 1} = 3;        // ERROR "this cannot be assigned to"
    4'b12;             // ERROR "unexpected number 4'b12 where a statement is needed"
  end
  foo u;               // ERROR "instance 'u' of 'foo' needs a list of ports in parentheses, not ';'"
  foo u (.a(1), 2);    // ERROR "connections by name and by order cannot be mixed"
  foo u (1, .a(2));    // ERROR "connections by name and by order cannot be mixed"
  and (w, .b(1));      // ERROR "the terminals of a gate are connected by order"
  pullup #3 (w);       // ERROR "'pullup' has no delay"
  function f; f = 1; endfunction // ERROR "function 'f' has no inputs"
  function g; input a; input a; g = 1; endfunction // ERROR "argument 'a' is declared twice"
  task t; w = 1; w = 2; endtask // ERROR "has several statements without begin and end"
  wire (strong0, pull0) s = 1;  // ERROR "needs one for 0 and one for 1"
  wire (highz0, highz1) h = 1;  // ERROR "both strengths cannot be highz"
  wire (small) c;      // ERROR "only a trireg has a charge strength"
  generate
    generate           // ERROR "generate regions do not nest"
    endgenerate
    if (1) begin input z; end // ERROR "a port cannot be declared in a generate block"
    for (i = 0; i < 2; j = j + 1) begin end // ERROR "the loop changes 'j', but 'i' is its genvar"
  endgenerate
  end                  // ERROR "unexpected 'end' where a module item is needed"
  always ;             // ERROR "'always' needs a statement"
  integer [3:0] k;     // ERROR "'integer' has no range"
  input [1:0] q [3:0]; // ERROR "a port cannot be an array"
  input reg ir;        // ERROR "only an output port can be a variable"
endmodule
module a; endmodule    // ERROR "module 'a' has the name of a module declared before"
module b;
  initial begin
    begin
endmodule              // ERROR "expected 'end' to close the block of line 56"
module c;
module d; endmodule    // ERROR "'endmodule' is missing before this"
wire w;                // ERROR "unexpected 'wire' where a module, primitive or config is needed"
module e; wire x;
`timescale 1ns/1ns     // ERROR "a `timescale cannot stand within a module"
endmodule
