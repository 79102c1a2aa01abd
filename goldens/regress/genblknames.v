// The name of an unnamed generate block gets zeros until nothing in the scope has it, blocks further down included.
module leaf;
  initial #1 $display("%m");
endmodule

module genblknames;
  parameter A = 1;
  generate
    if (A) leaf u();
  endgenerate
  generate
    if (A) begin : genblk1
      leaf u();
    end
  endgenerate
  leaf genblk01();
  initial begin : genblk001
    reg r;
    #2 r = 1;
  end
  if (A) begin : genblk4
    leaf u();
  end
  if (A) leaf u();
  if (A) begin
    leaf u();
  end
endmodule
