// What a three-state gate leaves open, between its value and z, goes through bidirectional switches as it is.
module tranrange;
  reg a, b, c;
  wire m1, m2, n1, n2, o1, o2, p1, p2, q1, q2, r1, r2;
  bufif1 (m1, a, b);
  tranif1 (m1, m2, c);
  nmos (n1, a, b);
  tranif1 (n1, n2, c);
  cmos (o1, a, b, b);
  tranif0 (o1, o2, c);
  notif0 (p1, a, b);
  tranif1 (p1, p2, c);
  pmos (q1, a, b);
  rtranif0 (q1, q2, c);
  bufif1 (weak0, pull1) (r1, a, b);
  rtran (r1, r2);
  integer i, j, l;
  function f(input integer i);
    f = i == 0 ? 1'b0 : i == 1 ? 1'b1 : i == 2 ? 1'bx : 1'bz;
  endfunction
  initial
    for (i = 0; i < 4; i = i + 1)
      for (j = 0; j < 4; j = j + 1)
        for (l = 0; l < 4; l = l + 1) begin
          a = f(i);
          b = f(j);
          c = f(l);
          #1 $display("%b%b%b %v %v  %v %v  %v %v  %v %v  %v %v  %v %v", a, b, c, m1, m2, n1, n2, o1, o2, p1, p2, q1, q2, r1, r2);
        end
endmodule
