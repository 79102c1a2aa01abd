// What may not be done with arrays of events: each line that is wrong says how.
module t;
  event e [0:3];
  event f;
  event m [0:63][0:99];
  integer i;
  reg a;
  initial begin
    -> e;              // ERROR "array of events: one of them needs 1 indices"
    -> e[1][2];        // ERROR "'e' has too many selects"
    -> f[1];           // ERROR "'f\[1\]' is not an event"
    @(e);              // ERROR "array of events"
    @(posedge e[1]);   // ERROR "a named event has no edges"
    @(posedge e[i]);   // ERROR "a named event has no edges"
    $display(e);       // ERROR "array of events"
    $display(e[i]);    // ERROR "needs constant indices"
    a = e[1];          // ERROR "event 'e' has no value"
    -> m[1];           // ERROR "needs 2 indices"
    @(m[i][i]);        // ERROR "chooses among more than"
    a = @(posedge e[i]) 1; // ERROR "a named event has no edges"
  end
endmodule
