// Functions that recurse, or that only the host can compute, in places where nothing can stop: case labels, forces, inputs of
// primitives, delays of assignments, what $strobe and $monitor print; and whole automatic arrays as arguments.
primitive both(o, a, b);
  output o; input a, b;
  table 1 1 : 1; 0 ? : 0; ? 0 : 0; endtable
endprimitive

module stopping;
  reg [3:0] q;
  reg [31:0] v;
  real r;
  wire [31:0] w, z;
  wire o, g;
  wire [7:0] late;

  function automatic integer fib(input integer n);
    fib = n < 2 ? n : fib(n - 1) + fib(n - 2);
  endfunction
  function automatic odd(input integer n);
    if (n == 0 || ^n === 1'bx) odd = 0; else odd = ~odd(n - 1);
  endfunction
  function automatic integer innermost(input integer n);
    begin : body
      if (n == 0) begin innermost = 0; disable body; end
      innermost = n + innermost(n - 1);
    end
  endfunction
  function integer leave(input integer n);
    begin leave = 5; if (n) disable leave; leave = 6; end
  endfunction
  function automatic integer longer(input integer n);
    reg [7:0] k [0:2047];
    integer i;
    begin
      longer = k[n] === 8'bx ? 0 : 1000;
      for (i = 0; i < 2048; i = i + 1) k[i] = i;
      longer = longer + k[n] + k[n + 1];
    end
  endfunction

  assign w = fib(q);
  assign z = $sqrt(r) + 1;
  both u(o, odd(q), q[0]);
  assign #(fib(4)) late = q;

  task automatic memory(input [7:0] from);
    reg [7:0] m [3:0];
    integer i, f, n;
    begin
      for (i = 0; i < 4; i = i + 1) m[i] = from + i;
      $writememh("stopping.tmp", m);
      for (i = 0; i < 4; i = i + 1) m[i] = 0;
      $readmemh("stopping.tmp", m, 1, 2);
      $display("%h %h %h %h", m[0], m[1], m[2], m[3]);
      f = $fopen("stopping.tmp", "r");
      n = $fread(m, f, 1, 2);
      $display("%0d: %h %h %h %h", n, m[0], m[1], m[2], m[3]);
      $fclose(f);
    end
  endtask

  initial begin
    r = 9;
    q = 3; #1 $display("w %0d z %0d o %b", w, z, o);
    q = 7; #4 $display("w %0d o %b late %0d", w, o, late);
    force w = fib(q + 1);
    force z = $sqrt(r);
    $display("forced %0d %0d", w, z);
    #1 q = 8; r = 25; #1 $display("forced %0d %0d", w, z);
    release w; release z; #1 $display("released %0d %0d", w, z);
    assign v = fib(q); #1 $display("v %0d", v);
    q = 5; #1 $display("v %0d", v);
    deassign v; q = 6; #1 $display("v %0d", v);
    case (fib(q))
      1, 2: $display("small");
      fib(q - 1) + fib(q - 2), 7: $display("the sum");
      default: $display("else");
    endcase
    casez (8'b0000_1000)
      fib(5): $display("five");
      8'b0000_0000, fib(6): $display("eight");
      $rtoi($sqrt(r)): $display("root");
    endcase
    case (2.5)
      $sqrt(r): $display("five");
      $sqrt(r) / 2: $display("half");
    endcase
    $strobe("strobe %0d %f", fib(q), $sqrt(r));
    $monitor("%0t monitor %0d %0d", $time, q, fib(q));
    #1 q = 10;
    #1 q = 9;
    #1 $monitoroff;
    $display("%0d %0d %0d %0d", innermost(4), leave(1), leave(0), longer(254));
    memory(8'h10);
    $finish(0);
  end
endmodule
