// Constructs of IEEE 1800 are named as such.
module m;
  int b, c;                      // ERROR "'int' is SystemVerilog"
  always_ff @(posedge a) b <= c; // ERROR "'always_ff' is SystemVerilog"
  always_comb b = c;             // ERROR "'always_comb' is SystemVerilog"
  localparam [3:0] [1:0] m = 0;  // ERROR "a packed array, with several ranges before its name, is SystemVerilog"
  typedef reg [3:0] t;           // ERROR "'typedef' is SystemVerilog"
  reg r;
  initial begin
    unique case (r) 1: ; endcase // ERROR "'unique' is SystemVerilog"
    foreach (r[i]) r = 1;        // ERROR "'foreach' is SystemVerilog"
    r = '{1, 2};                 // ERROR "assignment pattern or cast with ' is SystemVerilog"
    r = q[$];                    // ERROR "'\$' as an operand is SystemVerilog"
    #1ns r = 1;                  // ERROR "a time literal such as '1ns' is SystemVerilog"
    ->> e;                       // ERROR "'->>' is SystemVerilog"
    wait fork;                   // ERROR "'wait fork' is SystemVerilog"
    disable fork;                // ERROR "'disable fork' is SystemVerilog"
    return;                      // ERROR "'return' is SystemVerilog"
    do r = 1; while (r);         // ERROR "'do' is SystemVerilog"
    fork r = 1; join_any         // ERROR "'join_any' is SystemVerilog"
    lab : begin end              // ERROR "a label before 'begin' is SystemVerilog"
    @(edge r) ;                  // ERROR "'edge' in an event control is SystemVerilog"
    @(r iff r) ;                 // ERROR "'iff' is SystemVerilog"
  end : name                     // ERROR "a name behind 'end' is SystemVerilog"
endmodule : m                    // ERROR "a name behind 'endmodule' is SystemVerilog"
package p;                       // ERROR "'package' is SystemVerilog"
endpackage
module n (input a, logic b);     // ERROR "'logic' is SystemVerilog"
endmodule
module o (my_t a);               // ERROR "a user-defined type is SystemVerilog"
endmodule
interface i;                     // ERROR "'interface' is SystemVerilog"
endinterface
