// What is as strong as a supply is strong behind a tran: another strong driver there makes x.
module transupply;
  reg a, b, c;
  wire x1, y1, x2, y2, x3, y3, z3, x4, y4, x5, y5;
  wire [1:0] w;
  buf (supply0, supply1) (x1, a);
  buf (y1, b);
  tran (x1, y1);
  assign (supply0, pull1) x2 = a;
  assign (pull0, strong1) y2 = b;
  tran (y2, x2);
  buf (supply0, supply1) (x3, a);
  tran (x3, y3);
  tran (y3, z3);
  buf (weak0, weak1) (z3, b);
  bufif1 (supply0, supply1) (x4, a, c);
  buf (y4, b);
  tran (x4, y4);
  inside i (w[1:0], a);
  buf (y5, b);
  tran (w[1], y5);
  initial begin
    c = 1;
    repeat (2) begin
      {a, b} = 0;
      repeat (4) begin
        #1 $display("%v %v|%v %v|%v %v %v|%v %v|%v %v %v", x1, y1, x2, y2, x3, y3, z3, x4, y4, w[0], w[1], y5);
        $display("%b%b|%b%b|%b%b%b|%b%b|%b%b%b", x1, y1, x2, y2, x3, y3, z3, x4, y4, w[0], w[1], y5);
        {a, b} = {a, b} + 1;
      end
      c = 0;
    end
  end
endmodule

module inside (inout [1:0] p, input a);
  buf (supply0, supply1) (p[1], a);
endmodule
