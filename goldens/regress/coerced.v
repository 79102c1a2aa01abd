// An input that is driven in its module, and an output that is not, are connected as inout ports are, whatever nets they are
// connected to.
module pad(input x);
  pullup (x);
endmodule

module drives(input x, input [1:0] v);
  assign x = 1'b0;
  assign v[0] = 1'b1;
endmodule

module backwards(input [1:0] to, output [1:0] from);
  assign to = from;
endmodule

module coerced;
  wire [3:0] b, d;
  wire z, c;
  wire [1:0] w, o1, o2, o3;
  reg r;
  reg [2:0] v;
  wire [0:0] i1 = v;
  wire [1:0] i2 = v;
  wire [2:0] i3 = v;
  pad p0(b[0]);
  pad p1({z});
  pad p2(c);
  pad p3(r);
  pad p4(b[3]);
  pad p5(b[3] & r);
  pad p6(1'bz);
  drives d0(b[1], w);
  drives d1(b[2], {d[3], d[0]});
  drives d2(d[1], d[2:1]);
  assign b[3] = r;
  backwards u1(o1, i1);
  backwards u2(o2, i2);
  backwards u3(o3, i3);
  initial begin
    r = 1'bz;
    #1 $display("%b %b %b %b %b %b", b, z, c, w, d, r);
    r = 0;
    #1 $display("%b %b %b %b %b %b", b, z, c, w, d, r);
    $display("%v %v %b %b %b", b[3], b[0], p3.x, p5.x, p6.x);
    for (v = 0; v < 4; v = v + 1)
      #1 $display("%b: %b %b %b", v, o1, o2, o3);
  end
endmodule
