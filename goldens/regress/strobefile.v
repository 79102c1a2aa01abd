// $fstrobe takes its descriptor when it is reached, also where that is no open file, and its values at the end of the time step.
module strobefile;
  integer a, b, fd, e;
  reg [8*100:1] text;
  reg [7:0] v;

  task log(input integer d, input integer n);
    $fstrobe(d, "log %0d %0d", n, v);
  endtask

  task automatic short(input integer d);
    $fstrobeh(d, v);
  endtask

  task show(input integer n);
    begin
      fd = $fopen(n ? "b.log" : "a.log", "r");
      while ($fgets(text, fd)) $write("%0d: %0s", n, text);
      $fclose(fd);
    end
  endtask

  initial begin
    a = $fopen("a.log", "w");
    b = $fopen("b.log", "w");
    v = 1;
    fd = a;
    $fstrobe(fd, "one %0d", v);
    fd = b;
    log(a, 1);
    log(b, 2);
    short(b);
    v = 20;
    fd = -1;
    $fstrobe(fd, "nowhere");
    e = $ferror(fd, text);
    $display("%0d %0s", e, text);
    fd = 32'h80;
    $fstrobe(fd, "nobody");
    fd = 0;
    $fstrobe(fd, "nothing");
    $fstrobe(1, "to all %0d", v);
    $display("first");
    #1 $fstrobe(a, "closed before");
    $fclose(a);
    $fclose(b);
    #1 show(0);
    show(1);
  end
endmodule
