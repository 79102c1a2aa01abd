// Ports and names.
module pins(input a, input [3:0] v, output y);
  wire [3:0] n;
  leaf l1(.i(a), .o(y));                     // LINT W4001 "port 'p' of module 'leaf' is not connected"
  leaf l2(.i(a), .o(), .p(n[0]));            // LINT W4002 "port 'o' of module 'leaf' is left open" W4010 "net 'a' has several drivers"
  leaf l3(.o(n[1]), .p(n[2]));               // LINT W2002 "input port 1 .i. of module 'leaf' is not connected"
  leaf l4(v, n[3], undeclared);              // LINT W2002 "port 1 .i. of module 'leaf' has 1 bits, the connection 4" W2002 "input port 1 .i. of module 'leaf' is driven in it" W2001 "net 'undeclared' is declared implicitly"
  wire all = &n & undeclared;
  initial $display(all);
  initial begin : blk
    reg a;                                   // LINT W4019 "'a' hides a declaration of the scope around"
    integer i;
    for (i = 0; i < 2; i = i + 1) begin a = i[0]; $display(a); end
  end
endmodule
module leaf(input i, output o, p);
  assign o = i;
  assign p = !i;
  assign i = 1'b0;                           // LINT W4021 "input port 'i' is driven from inside its module"
endmodule
