// Switches of all kinds: which values they pass; resistive ones reduce strengths (IEEE 1364-2005 7.12), twice where there are two.
module switches;
  reg d, c;
  wire weak_in, supply_in;
  wire strong_in = d;
  pullup (weak1) (weak_in);
  buf (supply0, supply1) (supply_in, d);
  wire n1, n2, n3, p1, c1, k1, k2, k3, t1, t2, t3, u1, u2, u3, v1;
  rnmos r1(n1, strong_in, c);
  rnmos r2(n2, supply_in, c);
  rnmos r3(n3, weak_in, c);
  rpmos r4(p1, supply_in, c);
  rcmos r5(c1, supply_in, c, !c);
  nmos m1(k1, supply_in, c);
  pmos m2(k2, supply_in, c);
  cmos m3(k3, supply_in, c, !c);
  rtran s1(t1, supply_in);
  rtranif1 s2(t2, supply_in, c);
  rtranif0 s3(t3, supply_in, c);
  tran s4(u1, supply_in);
  tranif1 s5(u2, supply_in, c);
  tranif0 s6(u3, supply_in, c);
  rtran s7(v1, t1); // twice
  task show;
    #1 $display("%b%b: %b%b%b%b%b %b%b%b | %v %v %v | %v %v | %v", d, c, n1, n2, n3, p1, c1, k1, k2, k3, t1, t2, t3, u2, u3, v1);
  endtask
  initial begin
    d = 0; c = 0; show;
    c = 1; show;
    d = 1; show;
    c = 0; show;
    d = 1'bx; show;
    c = 1; show;
    d = 1'bz; show;
  end
endmodule
