// A part select whose bounds are unknown is x, as far as its context reaches.
module xbounds;
  reg [7:0] in;
  reg [3:0] out;
  reg [39:0] w;
  parameter [3:0] P = 5;
  wire [7:0] n = 8'ha5;
  initial begin
    in = 8'ha5;
    out = in[7:'dx];
    w = in['dx:0];
    $display("%b %b", out, w);
    w = P['bx:1];
    $display("%b", w);
    w = n[3:'bz];
    $display("%b", w);
    $display("%b %b %b", in[7:'dx], {in[7:'dx], 1'b1}, in[7:'dx] + 4'd1);
    w = in['dx];
    $display("%b %b", w, in['dx]);
  end
endmodule
