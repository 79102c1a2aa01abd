// The right side of a force or assign of a concatenation or part stays live, bit by bit, until another takes the bit over or it is released.
module tb;
    reg [7:0] v, a, b;
    reg [3:0] c;
    wire [5:0] w, y;
    assign w = a[5:0];
    assign y = w ^ 6'h2a;

    task show;
        #1 $display("%3d v=%b c=%b w=%b y=%b", $time, v, c, w, y);
    endtask

    initial begin
        v = 8'h55; a = 0; b = 0; c = 0;
        assign v[3:0] = a[3:0];
        a = 8'hf7; show;
        v = 8'haa; show;
        assign {v[7], c} = b;
        b = 8'b10101; show;
        b = 8'b01110; show;
        deassign v[3:0];
        a = 0; show;
        v = 0; c = 0; show;
        deassign {v[7], c};
        v = 0; c = 0; show;
        force {v[1:0], c} = b;
        b = ~b; show;
        force v[1] = a[0];
        b = ~b; show;
        a = ~a; b = ~b; show;
        release v[0];
        b = ~b; v = 0; show;
        release {v, c}; show;
        force {w[4:2], v[7:6]} = a + b;
        a = a + 3; show;
        force w[3] = ^b;
        b = b + 1; show;
        a = 8'h13; show;
        release w[2]; show;
        a = 8'hec; show;
        release {w, v}; show;
        a = 8'h13; v = 0; show;
    end
endmodule
