// Constant expressions have simple names only.
module t;
  parameter A = u.W;           // ERROR "hierarchical name 'u.W' may not stand in a constant"
  parameter B = f(1);
  function integer f(input integer i);
    f = u.g(i);                // ERROR "may not call a function of another module"
  endfunction
  inner u();
endmodule
module inner;
  parameter W = 8;
  function integer g(input integer i);
    g = i;
  endfunction
endmodule
