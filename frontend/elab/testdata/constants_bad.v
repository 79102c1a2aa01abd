// Constant expressions that are none.
module t;
  reg [7:0] r;
  parameter A = r;             // ERROR "'r' is not constant"
  parameter B = $time;         // ERROR "time is not constant"
  parameter C = endless(1);
  parameter D = deep(1);
  parameter E = outside(1);
  wire [1'bx:0] w;             // ERROR "x or z"

  function integer endless(input integer a);
    while (a) a = 1;           // ERROR "takes more than"
  endfunction
  function automatic integer deep(input integer a);
    deep = deep(a + 1);        // ERROR "calls itself too deeply"
  endfunction
  function integer outside(input integer a);
    outside = r;               // ERROR "'r' is not constant"
  endfunction
endmodule
