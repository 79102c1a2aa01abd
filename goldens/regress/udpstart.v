// What a combinational primitive's table says of inputs that are all x is there from the start.
primitive known(o, a);
  output o;
  input a;
  table
    0 : 0;
    ? : 1;
  endtable
endprimitive
module udpstart;
  reg s;
  wire none, a, b;
  tri0 pull;
  reg seen;
  known u(a, none);
  known v(b, s);
  always @(pull) seen = pull;
  initial begin
    #1 $display("%b %b %b %v", a, b, pull, pull);
    s = 0;
    #1 $display("%b %b", a, b);
    s = 1'bz;
    #1 $display("%b %b", a, b);
  end
endmodule
