// Pass switches between the supplies (IEEE 1364-2005 7.6, 7.12): what a supply passes on is what the supply has, whatever else is joined
// to it, so an unknown control of one gate does not reach the others through the rails.
module rails_nor(input a, b, output y);
  supply1 vdd;
  supply0 vss;
  wire m;
  tranif0 (m, vdd, a);
  tranif0 (y, m, b);
  tranif1 (y, vss, a);
  tranif1 (y, vss, b);
endmodule

module rails;
  reg a, b, c, s;
  supply1 vdd;
  supply0 vss;
  wire m, n, y, q, half;

  // NOR and inverter on the same rails, so that the inverter's control is in the network.
  tranif0 (m, vdd, a);
  tranif0 (n, m, b);
  tranif1 (n, vss, a);
  tranif1 (n, vss, b);
  tranif0 (y, vdd, n);
  tranif1 (y, vss, n);

  rails_nor u(a, b, q);

  // An output of strength supply is none of these: what is joined to it meets its value.
  assign (supply1, supply0) half = s;
  tranif1 (half, m, c);

  initial begin
    s = 1'bz;
    c = 0;
    $monitor("%0t %b%b c=%b s=%b: m %v n %v y %v q %v half %v", $time, a, b, c, s, m, n, y, q, half);
    #10 a = 0; b = 0;
    #10 b = 1;
    #10 a = 1; b = 0;
    #10 b = 1;
    #10 a = 0; b = 0;
    #10 a = 1'bx;
    #10 b = 1;
    #10 a = 0; b = 0;
    #10 c = 1;
    #10 s = 1;
    #10 a = 1;
    #10 s = 0;
    #10 $finish;
  end
endmodule
