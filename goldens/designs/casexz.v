// case, casez and casex with x, z and ?, on both sides, with sizes that differ, signed items, overlaps and a decoder.
module tb;
    reg [3:0] v;
    reg [7:0] op;
    reg signed [3:0] sv;
    integer i;
    reg [1:0] bits [0:3];

    function [7:0] plain(input [3:0] v);
        case (v)
            4'b0000: plain = "0";
            4'b1111: plain = "1";
            4'bxxxx: plain = "X";
            4'bzzzz: plain = "Z";
            4'b1x0z: plain = "m";
            4'b01?0: plain = "?";     // in a plain case ? is z
            default: plain = "-";
        endcase
    endfunction
    function [7:0] withz(input [3:0] v);
        casez (v)
            4'b0000: withz = "0";
            4'b1???: withz = "a";
            4'b01?1: withz = "b";
            4'b0x1z: withz = "c";
            4'bx???: withz = "d";
            default: withz = "-";
        endcase
    endfunction
    function [7:0] withx(input [3:0] v);
        casex (v)
            4'b0000: withx = "0";
            4'b1x1x: withx = "a";
            4'b0z1?: withx = "b";
            4'b?x01: withx = "c";
            default: withx = "-";
        endcase
    endfunction

    // A case of constants: the first item that is true.
    function [7:0] first(input [3:0] v);
        case (1'b1)
            v[3]: first = "3";
            v[2]: first = "2";
            v[1]: first = "1";
            v[0]: first = "0";
            default: first = "n";
        endcase
    endfunction

    // Several items of one branch, and items that are expressions.
    reg [3:0] lo, hi;
    function [7:0] range(input [3:0] v);
        case (v)
            lo, lo + 4'd1, lo + 4'd2: range = "L";
            hi - 1, hi: range = "H";
            default: range = ".";
        endcase
    endfunction

    task decode(input [7:0] op);
        casez (op)
            8'b00_???_???: $display("%b mov r%0d, r%0d", op, op[5:3], op[2:0]);
            8'b01_0??_???: $display("%b alu %0d, r%0d", op, op[4:3], op[2:0]);
            8'b01_1?_????: $display("%b imm %0d", op, op[4:0]);
            8'b10_??????: begin
                casex (op[5:0])
                    6'b0xxxx1: $display("%b branch taken", op);
                    6'b0xxxx0: $display("%b branch", op);
                    default: $display("%b jump", op);
                endcase
            end
            default: $display("%b trap", op);
        endcase
    endtask

    initial begin
        bits[0] = 2'b00; bits[1] = 2'b01; bits[2] = 2'bxx; bits[3] = 2'b1z;
        lo = 2; hi = 13;
        for (i = 0; i < 16; i = i + 1) begin
            v = i;
            $write("%b:%s%s%s%s%s ", v, plain(v), withz(v), withx(v), first(v), range(v));
            v = {bits[i[3:2]], bits[i[1:0]]};
            $display("%b:%s%s%s%s%s", v, plain(v), withz(v), withx(v), first(v), range(v));
        end
        v = 4'b1x0z; $display("%s%s%s", plain(v), withz(v), withx(v));
        v = 4'b01z0; $display("%s%s%s", plain(v), withz(v), withx(v));
        v = 4'bzzzz; $display("%s%s%s", plain(v), withz(v), withx(v));
        for (i = 0; i < 256; i = i + 23) decode(i);
        decode(8'b10_0xx1z1); decode(8'bx0_000000); decode(8'bz0_1xxxxx); decode(8'b01_z01_010);
        // Signed selector and items: all signed, so -1 matches; sizes grow to the widest.
        for (i = -3; i < 2; i = i + 1) begin
            sv = i;
            case (sv)
                -1: $display("minus one");
                -4'sd2: $display("minus two");
                8'sd0: $display("zero");
                default: $display("other %0d", sv);
            endcase
            case (sv)                   // one unsigned item makes all unsigned
                8'd15: $display("fifteen unsigned");
                -1: $display("32 ones");
                default: $display("unsigned other");
            endcase
        end
        case (1'bx) 1'b0: $display("0"); 1'b1: $display("1"); endcase
        case ("ab") "ba": $display("no"); "ab": $display("string case"); endcase
        if (4'b1x00 == 4'b1000) $display("eq"); else $display("unknown is false");
        $display("%b %b %b", 4'b1x00 === 4'b1x00, 4'b1x00 != 4'b0x00, 4'b1x00 !== 4'b1z00);
        $finish;
    end
endmodule
