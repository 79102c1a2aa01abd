// A cmos switch passes where one of its two controls lets it, whatever the other is, and each bit of an array for itself.
module cmosunknown;
  reg a, n, p;
  reg [3:0] d;
  wire g;
  wire [3:0] h, k;
  cmos (g, a, n, p);
  cmos row[3:0] (h, d, n, p);
  cmos mix[3:0] (k, d, {2'b10, n, p}, {a, 1'b1, p, n});
  integer i, j, l;
  function f(input integer i);
    f = i == 0 ? 1'b0 : i == 1 ? 1'b1 : i == 2 ? 1'bx : 1'bz;
  endfunction
  initial begin
    d = 4'b01xz;
    for (i = 0; i < 4; i = i + 1)
      for (j = 0; j < 4; j = j + 1)
        for (l = 0; l < 4; l = l + 1) begin
          a = f(i);
          n = f(j);
          p = f(l);
          #1 $display("%b%b%b %b %b %b", a, n, p, g, h, k);
        end
  end
endmodule
