// Tasks and functions: those that never stop become funcs, the others get frames.
module tasks;
  reg [7:0] y, z;
  real x;
  event go;

  function [7:0] twice(input [7:0] a);
    twice = a * 2;
  endfunction

  function automatic [31:0] fact(input [31:0] n);
    fact = n < 2 ? 1 : n * fact(n - 1);
  endfunction

  task wait_one(input [7:0] n, output [7:0] r);
    begin
      #n r = n + 1;
    end
  endtask

  task automatic both(input [7:0] n, output [7:0] r);
    reg [7:0] t;
    begin
      t = n;
      repeat (t) #1 r = t;
    end
  endtask

  initial begin
    y = twice(3) + twice(4);
    wait_one(2, y);
    both(3, z);
    -> go;
    y = fact(5);
    x = 2.5;
    y <= #4 y + x;
    y <= repeat (2) @(go) z;
    x = y ? $sqrt(x) : 1.0;
  end
endmodule
