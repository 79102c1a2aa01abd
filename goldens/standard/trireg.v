// Charge decay of trireg nets: a bit that nothing drives keeps its charge for the third delay, then it is x
// (IEEE 1364-2005 4.6.3, 7.14.2).
`timescale 1ns/1ns
module pad(inout io, input en, input d);
  assign io = en ? d : 1'bz;
endmodule

module trireg_decay;
  reg en, v;
  trireg #(0, 0, 50) c;
  trireg (large) #(1, 2, 30) late;
  trireg (small) keeps;
  assign c = en ? v : 1'bz;
  assign late = en ? v : 1'bz;
  assign keeps = en ? v : 1'bz;

  // Each bit of a vector has a charge of its own.
  reg [3:0] ens, vs;
  trireg [3:0] #(0, 0, 20) vec;
  nmos n[3:0] (vec, vs, ens);

  // A driver that is weaker than the charge drives all the same.
  trireg (large) #(0, 0, 10) weak;
  assign (weak0, weak1) weak = en ? v : 1'bz;

  // Through a port, with an assignment in the declaration, with a delay that is not constant, and in an array.
  trireg #(1, 1, 40) port;
  pad u (port, en, v);
  trireg #(2, 3, 15) init = en ? v : 1'bz;
  integer lasts;
  trireg [1:0] #(0, 0, lasts) arr [0:1];
  assign arr[1] = en ? {v, ~v} : 2'bz;

  always @(c) $display("%0t c=%b %v", $time, c, c);
  always @(late) $display("%0t late=%b %v", $time, late, late);
  always @(keeps) $display("%0t keeps=%b %v", $time, keeps, keeps);
  always @(vec) $display("%0t vec=%b", $time, vec);
  always @(weak) $display("%0t weak=%b %v", $time, weak, weak);
  always @(port) $display("%0t port=%b", $time, port);
  always @(init) $display("%0t init=%b", $time, init);
  always @(arr[1]) $display("%0t arr[1]=%b arr[0]=%b", $time, arr[1], arr[0]);

  initial begin
    lasts = 25;
    en = 1; v = 1; ens = 4'b1111; vs = 4'b0110;
    #10 ens = 4'b0101;
    #10 en = 0; ens = 4'b0001;
    #20 en = 1;         // driven again before c decays: no x
    #5 en = 0;
    #100 $display("%0t en", $time); en = 1; v = 0;
    #5 en = 0; #1 en = 1; #1 en = 0;
    #70 $display("%0t end: c %v keeps %v late %v weak %v vec %b", $time, c, keeps, late, weak, vec);
    // A force hides the decay and does not stop it.
    en = 1; #5 force c = 1; en = 0; #20 release c;
    #1 $display("%0t c %v", $time, c);
    #60 $finish(0);
  end
endmodule
