// A net that a generate block implies is the block's own, unless its name has been declared around it further up.
module genimplicit;
  reg d;
  assign up = d;
  buf (gate, d);
  generate
    if (1) begin : q
      wire top = 1;
      assign up = 0;
      assign down = top;
      and (late, top, d);
      not (gate, top);
      if (1) begin : r
        assign down = 0;
        assign inner = 1;
        assign later = ~d;
        initial #3 $display("r %b %b %b", down, inner, later);
      end
      assign inner = 0;
      initial #2 $display("q %b %b %b %b %b", up, down, late, gate, inner);
    end
  endgenerate
  genvar i;
  for (i = 0; i < 2; i = i + 1) begin : s
    if (i == 1) assign down = i;
    assign each = i;
    initial #4 $display("s%0d %b", i, each);
  end
  assign down = 0;
  or (late, d, 1'b0);
  assign inner = d;
  wire [1:0] later = {2{d}};
  initial begin
    d = 0;
    #1 $display("%b %b %b %b %b %b", up, gate, down, late, inner, later);
    d = 1;
    #4 $display("%b %b %b %b %b %b", up, gate, down, late, inner, later);
    $display("%b %b %b %b %b", q.late, q.inner, q.r.inner, q.r.later, s[1].each);
  end
endmodule
