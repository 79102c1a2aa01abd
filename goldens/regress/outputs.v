// $fstrobe into a file that is closed at the same time's end; unformatted output (%u, %z).
module outputs;
  integer f, i, n;
  reg [63:0] v;
  reg [31:0] w;
  reg [3:0] c = 0;
  initial begin
    f = $fopen("outputs.tmp", "w");
    #1 c = 1;
    #1 c = 2; $fstrobe(f, "strobe %d", c); c = 3;
    #1 $fclose(f);
    f = $fopen("outputs.tmp", "r");
    while (!$feof(f)) begin
      n = $fgetc(f);
      if (n >= 0) $write("%c", n);
    end
    $fclose(f);
    f = $fopen("outputs.tmp", "wb");
    $fwrite(f, "%z%u", 64'h01234567_89xz_abcd, 32'h11223344);
    $fclose(f);
    f = $fopen("outputs.tmp", "rb");
    n = $fscanf(f, "%z%u", v, w);
    $fclose(f);
    $display("%0d %h %h", n, v, w);
  end
endmodule
