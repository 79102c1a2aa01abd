// Forces of elements of net arrays and of nets that a tran joins, assign and force of concatenations and of parts, $deposit, $countdrivers.
`timescale 1ns/1ns

module pad(inout p, input oe, input d);
    assign p = oe ? d : 1'bz;
endmodule

module tb;
    wire [3:0] arr [1:3];
    wire real rarr [0:1];
    reg [3:0] a, b;
    real x;
    wire t1, t2, t3;
    reg d1, d3;
    reg [7:0] v;
    reg [3:0] c;
    wire [3:0] dep, sum;
    wire net;
    reg [2:0] oe;
    reg dir;
    integer multi, forced, n, n0, n1, nx;

    assign arr[1] = a;
    assign arr[2] = a + 1;
    assign arr[3] = ~a;
    assign rarr[0] = x;
    assign rarr[1] = x + 0.5;
    wire [3:0] other = arr[2] ^ arr[3];
    wire [3:0] pick = arr[b[1:0]];

    assign t1 = d1;
    assign (pull1, pull0) t3 = d3;
    tran (t1, t2);
    tran (t2, t3);

    assign dep = b;
    assign sum = dep + 1;

    pad p0(net, oe[0], 1'b0), p1(net, oe[1], 1'b1), p2(net, oe[2], 1'bx);

    task show(input [8*10-1:0] what);
        #1 $display("%3d %s arr=%h %h %h other=%h pick=%h rarr=%g %g t=%b%b%b v=%b c=%b dep=%h sum=%h", $time, what, arr[1], arr[2], arr[3],
            other, pick, rarr[0], rarr[1], t1, t2, t3, v, c, dep, sum);
    endtask

    task count;
        #1 begin
            multi = $countdrivers(net, forced, n, n0, n1, nx);
            $display("%3d net=%b multi=%0d forced=%0d n=%0d n0=%0d n1=%0d nx=%0d", $time, net, multi, forced, n, n0, n1, nx);
            multi = $countdrivers(dep[1], forced, n, n0, n1);
            $display("    dep[1]=%b multi=%0d forced=%0d n=%0d n0=%0d n1=%0d", dep[1], multi, forced, n, n0, n1);
        end
    endtask

    initial begin
        a = 3; b = 2; x = 1.25; d1 = 0; d3 = 1; v = 8'hff; c = 0; oe = 0;
        show("start");
        force arr[2] = 4'hc; show("force");
        a = 9; b = 3; show("drive");
        force arr[3] = b; show("live");
        b = 6; show("change");
        force arr[0] = 1; show("missing");
        release arr[2]; show("release");
        release arr[3]; release arr[0]; show("released");
        force rarr[1] = x; show("real");
        x = -3; show("real");
        release rarr[1]; show("real");
        force t3 = 1; show("tran");
        d1 = 1'bz; show("tran");
        force t3 = 1'bz; show("tran");
        release t3; show("tran");
        force t2 = 0; show("middle");
        release t2; d1 = 1; show("middle");
        force {v[3:0], c} = 8'ha5; show("concat");
        v = 0; c = 0; show("concat");
        release {v[1:0], c[3]}; v = 8'hff; c = 4'h0; show("partly");
        release {v, c}; v = 8'h0f; c = 4'h3; show("all");
        assign {v[7:4], c[0]} = 5'b10010; show("assign");
        v = 8'h77; c = 4'hf; show("assign");
        deassign v[7:6]; v = 8'h77; show("deassign");
        deassign {v[7:4], c[0]}; v = 8'h77; c = 4'hf; show("deassign");
        $deposit(dep, 4'he); show("deposit");
        b = 7; show("driven");
        $deposit(v, 300); show("variable");
        count;
        oe = 1; count;
        oe = 3; count;
        oe = 7; count;
        force net = 1; count;
        force dep[1] = 0; count;
        release net; release dep; count;
    end
endmodule
