// $fputc and $readmempath, which Icarus Verilog adds.
module putc;
  integer fd, c, i;
  reg [7:0] m [0:1];
  reg [8*8:1] text;
  initial begin
    fd = $fopen("putc.hex", "w+");
    c = $fputc(8'h34, fd);
    $display("%0d", c);
    c = $fputc(32'h131, fd);
    $display("%0d", c);
    c = $fputc(10, fd);
    c = $rewind(fd);
    c = $fgets(text, fd);
    $display("%0d %0s", c, text);
    c = $fputc(8'h78, -1);
    $display("%0d", c);
    $fclose(fd);
    $readmempath("nowhere:putc.hex:.");
    $readmempath(i);
    m[0] = 0;
    $readmemh("putc.hex", m, 0, 0);
    $display("%h", m[0]);
  end
endmodule
