// What bodies may not contain: each line that is wrong says how.
module t;
  reg [7:0] r, v;
  wire [7:0] w;
  reg s;
  real x;
  event ev;
  reg [7:0] mem [0:3];
  integer i;
  parameter P = 3;

  function [7:0] f(input [7:0] a);
    f = a + 1;
  endfunction
  function [7:0] slow(input [7:0] a);
    #1 slow = a;       // ERROR "may not contain time controls"
  endfunction
  task tk(input a, output b);
    b = a;
  endtask
  task automatic au(input a);
    reg b;
    begin
      b <= a;          // ERROR "nonblocking assignment may not write a variable of an automatic"
      b <= @(posedge b) a; // ERROR "a nonblocking assignment (cannot wait for|may not write)"
      b <= @(b & w) 1; // ERROR "a nonblocking assignment (cannot wait for|may not write)"
    end
  endtask

  reg [3:0][7:0] packed_array;
  initial begin
    r = packed_array[1][2][3];    // ERROR "too many selects"
    r = packed_array[1:0][2];     // ERROR "a part select can only be the last select"
    r = packed_array[0:1];        // ERROR "runs against the declaration"
    r = packed_array[1][0:7];     // ERROR "runs against the declaration"
    r = packed_array[4:3];        // ERROR "elements outside of 'packed_array.3:0.' cannot be selected"
    packed_array[3+:2] = 0;       // ERROR "elements outside of 'packed_array.3:0.' cannot be selected"
    packed_array[1.5] = 0;        // ERROR "may not be real"
  end

  initial begin : blk
    w = 1;             // ERROR "is a net"
    P = 4;             // ERROR "cannot be assigned to"
    r = nothing;       // ERROR "cannot find 'nothing'"
    r = {1, v};        // ERROR "unsized constant"
    r = {0{v}};        // ERROR "replication of zero times"
    r = v ? 1 : {0{v}}; // ERROR "replication of zero times"
    r = {i{v}};        // ERROR "'i' is not constant"
    r = x[1];          // ERROR "has no bits to select"
    r = s[0];          // ERROR "is a scalar"
    r = v[0:7];        // ERROR "runs against the declaration"
    r = v[i:0];        // ERROR "'i' is not constant"
    r = v[i +: i];     // ERROR "'i' is not constant"
    r = v[1][2];       // ERROR "too many selects"
    r = mem;           // ERROR "needs an index"
    mem = 0;           // ERROR "cannot be assigned as a whole"
    r = mem[1:2];      // ERROR "part select cannot take words"
    r = ~x;            // ERROR "may not have a real operand"
    r = x & v;         // ERROR "may not have a real operand"
    r = v << x;        // ERROR "may not have a real operand"
    r = {x, v};        // ERROR "real value may not be an item"
    r = mem[x];        // ERROR "index may not be real"
    r = ev;            // ERROR "event 'ev' has no value"
    r = v(1);          // ERROR "'v' is not a function"
    r = f(1, 2);       // ERROR "function f has 1 arguments, 2 given"
    r = $nothing(1);   // ERROR "no system function .nothing"
    r = $display(1);   // ERROR "has no value"
    r = $clog2;        // ERROR "takes 1 arguments, 0 given"
    $whatever(1);      // ERROR "no system task .whatever"
    $readmemh("f", v); // ERROR "needs a memory"
    $fgets(w, 1);      // ERROR "is a net"
    tk(1);             // ERROR "task tk has 2 arguments, 1 given"
    tk(1, w[0]);       // ERROR "is a net"
    f(1);              // ERROR "'f' is not a task"
    missing(1);        // ERROR "cannot find 'missing'"
    -> r;              // ERROR "'r' is not an event"
    @(posedge x);      // ERROR "real value has no edges"
    @(posedge ev);     // ERROR "named event has no edges"
    force mem[1] = 2;  // ERROR "word of an array of variables cannot be the target"
    force v[i] = 1;    // ERROR "must be constant"
    assign v[i] = 1;   // ERROR "must be constant"
    disable t;         // ERROR "neither a named block nor a task"
    disable nobody;    // ERROR "cannot find 'nobody'"
    casez (x) 1: ; endcase // ERROR "casez does not take real values"
  end

  assign r = 1;        // ERROR "is a variable"
  assign w[i] = 1;     // ERROR "must be constant"
endmodule
