// Strings in vectors: padding, comparison, concatenation, %s and %c, $sformat and $swrite, escapes, and a parser of numbers.
module tb;
    reg [8*16-1:0] s, t;
    reg [8*5-1:0] five;
    reg [8*40-1:0] line;
    reg [7:0] c;
    reg [12:0] odd;
    integer i, n;
    real r;

    function integer len(input [8*40-1:0] s);
        begin
            len = 0;
            while (s != 0) begin len = len + 1; s = s >> 8; end
        end
    endfunction

    function integer number(input [8*16-1:0] s);
        integer k;
        reg [7:0] ch;
        reg neg;
        begin
            number = 0; neg = 0;
            for (k = 15; k >= 0; k = k - 1) begin
                ch = s[8*k +: 8];
                if (ch == "-") neg = 1;
                else if (ch >= "0" && ch <= "9") number = number * 10 + (ch - "0");
            end
            if (neg) number = -number;
        end
    endfunction

    function [8*16-1:0] upper(input [8*16-1:0] s);
        integer k;
        for (k = 0; k < 16; k = k + 1)
            upper[8*k +: 8] = s[8*k +: 8] >= "a" && s[8*k +: 8] <= "z" ? s[8*k +: 8] - 8'h20 : s[8*k +: 8];
    endfunction

    initial begin
        s = "hello"; five = "hello, world";     // cut at the left
        $display("[%s] [%0s] [%s] [%0s]", s, s, five, upper(s));
        $display("[%20s] [%-20s] [%2s]", "right", "left", "toolong");
        t = {s[39:0], " ", "you"}; $display("[%0s] %0d", t, len(t));
        $display("%b %b %b", s == "hello", "a" < "b", {"ab", "c"} == "abc");
        $display("%h %0d %c%c", "AB", "A", 72, 8'h69);
        $display("tab[\t] quote\" backslash\\ octal\101 percent%%");
        $display("a", "b", 5, , s[7:0], " ", 4'd3, "%0d", 7);
        $display("%m");
        $write("no newline;"); $write("%0d\n", 1);
        $sformat(line, "%0d+%0d=%h", 3, 4, 8'd7); $display("[%0s] %0d", line, len(line));
        $swrite(line, "x=%b", 4'b1x0z, " ", 3.5); $display("[%0s]", line);
        line = "fmt %d and %s"; $sformat(line, line, 12, "in"); $display("[%0s]", line);
        $display("%0d %0d %0d", number("123"), number("-45"), number("9x9"));
        odd = "Z"; $display("[%s] [%0s] %h", odd, odd, odd);
        s = {"a", 8'h00, "b"}; $display("[%s] [%0s]", s, s);
        s = 0; $display("[%s] [%0s]", s, s);
        c = 8'bx; $display("[%s] [%c]", c, c);
        for (c = "a"; c <= "e"; c = c + 1) $write("%s", c);
        $display("");
        $displayb(8'd5); $displayh(8'd200, " ", 16'd7); $displayo(9'o123);
        $writeb(3'd5, "|"); $writeh(12'habc, "|"); $writeo(6'o77, "\n");
        $display("%d|%3d|%03d|%0d|%-6d|", 8'd5, 8'd5, 8'd5, 8'd5, 8'd5);
        $display("%h|%0h|%b|%0b|%o|%0o", 12'h0a, 12'h0a, 5'd3, 5'd3, 9'd8, 9'd8);
        $display("%h %h %h %o %d %d %d", 8'bxxxx_zzzz, 8'b1x_z0_0001, 8'bx, 6'b1xz01x, 4'bx, 4'bz, 4'b1x0z);
        $display("%t|%0t|%5t", 12, 12, 12);
        $display("%e|%f|%g|%8.3f|%0.1e", 1.5, 1.5, 1.5, 1.5, 12345.678);
        $display("only", " text");
        $display(, 1, , 2);
        $display(s,, t);
        $finish;
    end
endmodule
