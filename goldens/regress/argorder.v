// Operands and arguments are evaluated in order, also where one of them stops; what has a name is read when a task runs.
module argorder;
  integer g, seed, x;
  function integer fact(input integer n);
    if (n <= 1) fact = 1; else fact = n * fact(n - 1);
  endfunction
  function automatic integer bump(input integer n);
    begin g = g + 1; bump = n < 1 ? g : bump(n - 1); end
  endfunction
  initial begin
    $display("%0d", fact(5));
    g = 0; $display("%0d %0d %0d %0d %0d", g, bump(2), g + 0, bump(1), g);
    g = 10; x = g + bump(1) + g; $display("%0d", x);
    x = {g[7:0], 8'd0} + bump(0) * (g + 1); $display("%0d", x);
    seed = 3; $display("%0d %0d %0d", $random(seed), $dist_uniform(seed, 1, 100), $random(seed));
    x = $random(seed) + $sscanf("5", "%d", g) + g; $display("%0d", x);
    g = 1; x = g + $sscanf("50", "%d", g) * 100 + g; $display("%0d", x);
    g = 2; $display("%0d %0d %0d", g, $sscanf("7", "%d", g), g);
    x = g > 0 ? g + bump(3) : 0; $display("%0d", x);
  end
endmodule
