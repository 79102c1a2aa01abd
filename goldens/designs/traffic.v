// A crossing with traffic lights: a Moore machine with timers, pedestrians, a fault that blinks yellow, and a checker.
`timescale 1s/1ms

module timer(input clk, input rst, input [5:0] load, input start, output done);
    reg [5:0] left;
    assign done = left == 0;
    always @(posedge clk or posedge rst)
        if (rst) left <= 0;
        else if (start) left <= load - 1;
        else if (!done) left <= left - 1;
endmodule

module crossing(input clk, input rst, input car_ew, input walk_req, input fault, output reg [2:0] ns, ew, output reg walk);
    localparam [2:0] RED = 3'b100, YELLOW = 3'b010, GREEN = 3'b001, DARK = 3'b000;
    localparam S_NS = 0, S_NSY = 1, S_CLEAR1 = 2, S_EW = 3, S_EWY = 4, S_CLEAR2 = 5, S_WALK = 6, S_FAULT = 7;
    reg [2:0] state, next;
    reg [5:0] time_;
    reg start, asked, blink;
    wire done;
    timer t(clk, rst, time_, start, done);

    always @(posedge clk or posedge rst)
        if (rst) begin state <= S_CLEAR2; asked <= 0; blink <= 0; end
        else begin
            state <= next;
            blink <= ~blink;
            if (walk_req) asked <= 1;
            else if (state == S_WALK) asked <= 0;
        end

    always @* begin
        next = state; start = 0; time_ = 6'd1;
        if (fault) next = S_FAULT;
        else case (state)
            S_NS: if (done && (car_ew || asked)) next = S_NSY;
            S_NSY: if (done) next = S_CLEAR1;
            S_CLEAR1: if (done) next = asked ? S_WALK : S_EW;
            S_WALK: if (done) next = car_ew ? S_EW : S_CLEAR2;
            S_EW: if (done || !car_ew) next = S_EWY;
            S_EWY: if (done) next = S_CLEAR2;
            S_CLEAR2: if (done) next = S_NS;
            S_FAULT: next = S_CLEAR2;
        endcase
        if (next != state) begin
            start = 1;
            case (next)
                S_NS: time_ = 12;
                S_EW: time_ = 8;
                S_NSY, S_EWY: time_ = 3;
                S_WALK: time_ = 6;
                default: time_ = 1;
            endcase
        end
    end

    always @* begin
        {ns, ew, walk} = {RED, RED, 1'b0};
        case (state)
            S_NS: ns = GREEN;
            S_NSY: ns = YELLOW;
            S_EW: ew = GREEN;
            S_EWY: ew = YELLOW;
            S_WALK: walk = 1;
            S_FAULT: {ns, ew} = blink ? {YELLOW, YELLOW} : {DARK, DARK};
        endcase
    end
endmodule

module tb;
    reg clk, rst, car, req, fault;
    wire [2:0] ns, ew;
    wire walk;
    crossing c(clk, rst, car, req, fault, ns, ew, walk);
    always #0.5 clk = ~clk;

    function [8*6-1:0] color(input [2:0] l);
        case (l)
            3'b100: color = "red";
            3'b010: color = "yellow";
            3'b001: color = "green";
            3'b000: color = "dark";
            default: color = "?";
        endcase
    endfunction

    reg [8*6-1:0] ns_color, ew_color;
    always @(ns or ew or walk) begin
        ns_color = color(ns);
        ew_color = color(ew);
        $strobe("%t ns %0s ew %0s walk %b", $realtime, ns_color, ew_color, walk);
    end
    // Never green or yellow on both sides, never a walk with a light that is not red.
    always @(negedge clk) if (!fault && c.state != 7) begin
        if (!ns[2] && !ew[2]) $display("%t CRASH", $realtime);
        if (walk && !(ns[2] && ew[2])) $display("%t HURT", $realtime);
    end

    initial begin
        $timeformat(0, 1, "s", 8);
        clk = 0; rst = 1; car = 0; req = 0; fault = 0;
        #2.2 rst = 0;
        #30 car = 1;
        #20 car = 0;
        #5 req = 1; #1 req = 0;
        #30 car = 1; req = 1; #1 req = 0;
        #60 fault = 1; #7 fault = 0;
        #40 $finish;
    end
endmodule
