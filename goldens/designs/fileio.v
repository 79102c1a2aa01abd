// Files: writing through descriptors and channels, reading by line, character, format and block, positions and ends.
module tb;
    integer fd, out, mcd, n, c, a, b, i, pos;
    reg [8*32-1:0] line, word;
    reg [31:0] block [0:3];
    reg [15:0] h;
    reg [63:0] raw;
    real r;

    initial begin
        out = $fopen("fileio.tmp", "w");
        $fdisplay(out, "first line");
        $fwrite(out, "%0d %h %b\n", 42, 16'hbeef, 4'b10x1);
        for (i = 0; i < 5; i = i + 1) $fdisplay(out, "%0d,%0d", i, i * i * i);
        $fdisplay(out, "3.25e2 text -7");
        $fstrobe(out, "strobed at %0t", $time);
        #1 $fclose(out);

        fd = $fopen("fileio.tmp", "r");
        n = $fgets(line, fd); $display("%0d [%0s]", n, line);
        n = $fscanf(fd, "%d %h %b", a, h, b); $display("%0d: %0d %h %b", n, a, h, b[3:0]);
        for (i = 0; i < 5; i = i + 1) begin
            n = $fscanf(fd, "%d,%d\n", a, b);
            $write("%0d:%0d,%0d ", n, a, b);
        end
        $display;
        pos = $ftell(fd);
        n = $fscanf(fd, "%f %s %d", r, word, a); $display("%0d: %g [%0s] %0d", n, r, word, a);
        c = $fgetc(fd); $display("newline %0d", c);
        c = $fgetc(fd); $display("[%c]", c);
        n = $ungetc(8'h53, fd); c = $fgetc(fd); $display("[%c]", c);
        n = $fgets(line, fd); $display("[%0s] eof %0d", line, $feof(fd) != 0);
        n = $fgets(line, fd); $display("%0d eof %0d", n, $feof(fd) != 0);
        n = $fseek(fd, pos, 0); n = $fgets(line, fd); $display("again [%0s]", line);
        n = $rewind(fd); c = $fgetc(fd); $display("[%c] at %0d", c, $ftell(fd));
        n = $fseek(fd, -3, 2); n = $fgets(line, fd); $display("tail [%0s]", line);
        $fclose(fd);

        // Binary blocks: words of a memory and a vector.
        out = $fopen("fileio.bin", "wb");
        for (i = 1; i < 25; i = i + 1) $fwrite(out, "%c", i);
        $fclose(out);
        fd = $fopen("fileio.bin", "rb");
        n = $fread(block, fd, 1, 2); $display("%0d %h %h %h %h", n, block[0], block[1], block[2], block[3]);
        n = $fread(raw, fd); $display("%0d %h", n, raw);
        n = $fread(h, fd); $display("%0d %h", n, h);
        n = $fread(raw, fd); $display("%0d %h", n, raw[63:16]);
        $fclose(fd);

        // A multichannel descriptor writes to the screen and a file at once.
        mcd = $fopen("fileio.mcd");
        $fdisplay(mcd | 1, "on both");
        $fdisplay(mcd, "file only");
        $fclose(mcd);
        fd = $fopen("fileio.mcd", "r");
        while ($fgets(line, fd) != 0) $write("mcd: %0s", line);
        $fclose(fd);

        fd = $fopen("no/such/file", "r"); $display("missing: %0d", fd);
        out = $fopen("fileio.tmp", "a"); $fdisplay(out, "appended"); $fflush(out); $fclose(out);
        fd = $fopen("fileio.tmp", "r"); n = 0;
        while (!$feof(fd)) if ($fgets(line, fd) > 0) n = n + 1;
        $display("%0d lines, last [%0s]", n, line);
        $fclose(fd);
        n = $sscanf("12 ab 1x0z 2.5", "%d %h %b %f", a, h, b, r); $display("%0d: %0d %h %b %g", n, a, h, b[3:0], r);
        n = $sscanf("key=val", "key=%s", word); $display("%0d [%0s]", n, word);
        n = $sscanf("nope", "%d", a); $display("%0d", n);
        $finish;
    end
endmodule
