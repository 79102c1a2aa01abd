// Primitives, specify blocks, configurations.
primitive p1 (q, a); output q; input a; table 0 : 1 ; 1 : - ; endtable endprimitive // ERROR "'-' in the table of a combinational primitive"
primitive p2 (q, a); output q; input a; table r : 1 ; endtable endprimitive         // ERROR "an edge in the table of a combinational primitive"
primitive p3 (q, a); output q; input a; table 0 1 : 1 ; endtable endprimitive       // ERROR "this table entry has 2 inputs, primitive 'p3' has 1"
primitive p4 (a, q); output q; input a; table 0 : 1 ; endtable endprimitive         // ERROR "the first port of primitive 'p4' must be its output"
primitive p5 (q, a); output q; input a; table 0 : z ; endtable endprimitive         // ERROR "the output of a table entry is 0, 1, x or -"
primitive p6 (q, a); output q; reg q; input a; table r : 1 ; endtable endprimitive  // ERROR "expected ':' and the next state"
primitive p7 (q, a); output q; input a; table endtable endprimitive                 // ERROR "the table of primitive 'p7' is empty"
primitive p8 (output reg q = 1'bz, input a); table 0 : ? : 1; endtable endprimitive // ERROR "the initial value of a primitive is 0, 1 or 1'bx"
primitive ok (output reg q = 0, input a, b);
  table // a b
    (01) ? : ? : 1; * 0 : 1 : -; B f : b : x; p n : 0 : 1;                          // ERROR "a table entry has at most one edge"
  endtable
endprimitive
module m (a, b, q);
  input a, b; output q;
  specify
    (a => q) = (1, 2, 3, 4);      // ERROR "a module path has 1, 2, 3, 6 or 12 delays, not 4"
    (a > q) = 1;                  // ERROR "expected '=>' or '\*>' in the module path"
    $setup(a, b);                 // ERROR "'\$setup' takes 3 to 4 arguments, not 2"
    $display(a);                  // ERROR "'\$display' is no timing check"
    $width(edge [00] a, 1);       // ERROR "an edge is 01, 10, 0x, x1, 1x or x0"
    ifnone (posedge a => (q : b)) = 1; // ERROR "ifnone cannot stand before an edge-sensitive path"
    wire x;                       // ERROR "unexpected 'wire' in a specify block"
    specparam PATHPULSE$a = 1;    // ERROR "must be PATHPULSE\$ or PATHPULSE\$input\$output"
    (a + => q) = (1 + 2) * 3;
    (posedge a *> (q, b -: a)) = ((1:2:3), 4);
    if (a && b) (b *> q) = 1, 2;
    ifnone (b *> q) = (3);
    $setuphold(posedge a &&& (b == 1), b, 1, 2, n, , , da, db[0]);
  endspecify
endmodule
config c1; design; default use x; endconfig   // ERROR "expected 'liblist' or 'use' in the config"
