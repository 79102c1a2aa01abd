//:map adders.map
//:top top
// Without a config, libraries are searched in the order of the library map (IEEE 1364-2005 clause 13).

module top;
  adder a1(1, 0), a2(1, 0);
  foo foo1(1);
  genvar i;
  generate for (i = 0; i < 2; i = i + 1) begin : g
    adder a(1, 0);
  end endgenerate
  adder arr[1:0] (2'b10, 1);
endmodule

