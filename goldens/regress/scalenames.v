// $printtimescale of anything that a scope declares prints its full name and the scales of its module.
`timescale 100ns / 100ps
module other;
  parameter [1:0] P = 2;
  reg [3:0] v;
endmodule

`timescale 1us / 1ns
module scalenames;
  parameter [1:0] P = 2;
  parameter T = "text";
  event e;
  reg [4:0] v;
  reg m [2:0];
  wire w;
  real r;
  time t;
  other o();
  task k;
    reg b;
    begin
      $printtimescale(b);
      $printtimescale(v[3:1]);
    end
  endtask
  initial begin : block
    integer i;
    $printtimescale;
    $printtimescale(o);
    $printtimescale(o.P);
    $printtimescale(o.v[2]);
    $printtimescale(P);
    $printtimescale(T);
    $printtimescale(e);
    $printtimescale(v);
    $printtimescale(v[0]);
    $printtimescale(v[1+:2]);
    $printtimescale(m);
    $printtimescale(m[1]);
    $printtimescale(w);
    $printtimescale(r);
    $printtimescale(t);
    $printtimescale(i);
    $printtimescale(k);
    $printtimescale(block);
    k;
  end
endmodule
