// Extended value change dumps (IEEE 1364-2005 18.3, 18.4): who drives a port, and how strongly.
`timescale 1ns/1ns
module dut(input [3:0] a, input en, output [3:0] y, output reg q, output t, inout io, inout [1:0] pads, inout nc, input open);
  assign #1 y = ~a;
  assign (pull0, pull1) t = en ? a[0] : 1'bz;
  assign io = en ? a[1] : 1'bz;
  assign (weak0, weak1) pads[0] = en ? a[0] : 1'bz;
  assign pads[1] = en ? a[1] : 1'bz;
  initial q = 0;
  always @(posedge en) q <= ~q;
  leaf l (pads[1], en);
endmodule

module leaf(inout p, input en);
  bufif1 (supply0, strong1) (p, 1'b0, en);
endmodule

module dumpports;
  reg [3:0] a;
  reg en, oe, oe2, v;
  wire [3:0] y;
  wire q, t, io;
  wire [1:0] pads;
  wire two;
  dut u (a, en, y, q, t, io, pads, , );
  pair w (two);
  assign io = oe ? v : 1'bz;
  assign pads = oe ? {v, v} : 2'bz;
  pulldown (pads[0]);
  assign two = oe ? v : 1'bz;
  assign two = oe2 ? v : 1'bz;
  reg [8*8:1] name;

  initial begin
    name = "made.vcd";
    $dumpports(u, w, name);
    $dumpports(w, "second.vcd");
    name = "nothing";
    a = 4'b01xz; en = 0; oe = 0; oe2 = 0; v = 1;
    #10 oe = 1;
    #10 oe2 = 1;                    // a second driver of the same value
    #10 en = 1; a = 4'b0011;        // both sides
    #10 v = 0;
    #10 oe = 0;
    #10 $dumpportsoff("made.vcd"); a = 4'b1111;
    #10 a = 4'b0000;
    #10 $dumpportson("made.vcd");
    #10 $dumpportsall; a = 4'b1010;
    #10 force io = 1;
    #10 release io; en = 0; oe2 = 0;
    #10 $dumpportsflush;
    $dumpportslimit(1, "made.vcd");
    #10 v = 1; oe = 1;
    #10 v = 0;                      // behind the limit
    #10 $dumpportson("other.vcd");
    $display("end %b %b %b", y, io, pads);
    $finish(0);
  end
endmodule

module pair(input i);
  wire unused = i;
endmodule
