// Delays of every kind: on statements, inside assignments, with repeat and events, nonblocking in order, on nets (inertial),
// on continuous assignments with rise, fall and turn-off, of zero, and of x.
`timescale 1ns/100ps

module tb;
    reg a, b, c, clk, en;
    reg [7:0] q, p, v, s;
    wire #4 inertial = a;
    wire #(2, 6) rf = a;
    wire [7:0] vec;
    wire #(1, 2, 5) tri_ = en ? a : 1'bz;
    assign #3 vec = v;
    wire [7:0] #2 sum = v + s;
    integer i, d;

    always #5 clk = ~clk;

    // A pipeline in one process and in two, by nonblocking assignment.
    reg [7:0] p1, p2, p3;
    always @(posedge clk) begin p1 <= q; p2 <= p1; p3 <= p2; end
    // A swap.
    always @(negedge clk) begin p <= v; v <= p; end

    initial begin
        clk = 0; a = 0; en = 1; v = 8'h0f; p = 8'hf0; q = 0; s = 1;
        #10 a = 1;
        #2 a = 0;               // shorter than the inertial delay
        #10 a = 1;
        #3 a = 0; #1 a = 1;
        #10 a = 0;
        #10 en = 0; #7 en = 1; #3 a = 1'bx; #10 a = 1;
        #10 $display("%0t values stay %b %b", $time, inertial, rf);
    end

    initial begin
        #1;
        b = #3 a;               // evaluates a now, waits, assigns
        $display("%.1f b=%b", $realtime, b);
        c = @(posedge clk) ~b;
        $display("%.1f c=%b", $realtime, c);
        c = repeat (3) @(negedge clk) b;
        $display("%.1f c=%b", $realtime, c);
        q <= #2 8'h11; q <= #4 8'h22; q <= #2 8'h33; q <= #1 8'h44;
        #1.5 $display("%.1f q=%h", $realtime, q);
        #1 $display("%.1f q=%h", $realtime, q);
        #2 $display("%.1f q=%h", $realtime, q);
        q <= @(posedge clk) 8'h55;
        q <= repeat (2) @(posedge clk) 8'h66;
        q <= 8'h77;
        for (i = 0; i < 30; i = i + 5) #5 $display("%.1f q=%h p=%h v=%h %h%h%h", $realtime, q, p, v, p1, p2, p3);
        // Assignments of one time take effect in order; a part assigned later wins over the whole.
        q <= 8'h00; q[3:0] <= 4'ha; q[7] <= 1; q[3] <= 0;
        #0 $display("%.1f q=%h before", $realtime, q);
        #1 $display("%.1f q=%h", $realtime, q);
        d = 2; #d $display("%.1f", $realtime);
        d = 'bx; #d $display("%.1f x is no delay", $realtime);
        d = 3; #(d * 1.25) $display("%.1f", $realtime);
        #(1:2:3) $display("%.1f typical", $realtime);
        #0.04 $display("%.2f rounds to nothing", $realtime);
        #0.06 $display("%.2f", $realtime);
        repeat (4) @(clk);
        $display("%.1f four edges", $realtime);
        repeat (0) @(posedge clk) $display("never");
        d = -1; repeat (d) $display("never");
        d = 0;
        while (d < 3) begin : count
            #1 d = d + 1;
        end
        $display("%.1f d=%0d", $realtime, d);
        v = 0; s = 0;
        #1 v = 8'hff; #1 s = 8'h01; #1 v = 8'h10; #10;
        $finish;
    end
    always @(sum) $strobe("%.1f sum %h", $realtime, sum);
endmodule
