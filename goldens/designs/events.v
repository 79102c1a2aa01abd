// Named events: several waiters, triggers before the wait are lost, events in or-lists, through ports of hierarchy, arrays
// of waiting processes, and wait statements.
`timescale 1ns/1ns

module consumer #(parameter ID = 0) (input [7:0] bus);
    event taken;
    reg [7:0] last;
    always @(tb.ready) begin
        last = bus;
        if (bus[1:0] == ID) begin
            #1 $display("%0t consumer %0d takes %h", $time, ID, last);
            -> taken;
        end
    end
endmodule

module tb;
    event ready, done, stop;
    reg [7:0] bus;
    integer count, both;

    consumer #(0) c0(bus);
    consumer #(1) c1(bus);
    consumer #(2) c2(bus);

    initial begin
        count = 0; both = 0;
        for (bus = 8'h10; bus < 8'h16; bus = bus + 1) begin
            -> ready;
            #5;
        end
        -> done;
    end

    always @(c0.taken or c1.taken or c2.taken) count = count + 1;

    // A trigger that no one waits for is lost.
    initial begin
        -> stop;
        @(stop) $display("never here");
    end

    // Two processes hand an event back and forth within one time.
    event ping, pong;
    integer volleys;
    initial begin
        volleys = 0;
        #40;
        fork
            begin : left
                repeat (4) begin -> ping; @(pong); end
                $display("%0t left ends after %0d", $time, volleys);
            end
            begin : right
                forever begin @(ping) volleys = volleys + 1; -> pong; end
            end
            #3 disable right;
        join
    end

    // wait passes at once when true, and is woken by any change of its operands.
    event finished;
    reg done_seen;
    reg [3:0] level;
    initial begin
        level = 0;
        wait (level == 0) $display("%0t level is 0", $time);
        wait (level > 4 || done_seen) $display("%0t level is %0d", $time, level);
        wait (!(level[0] === 1'bx)) $display("%0t known", $time);
        wait (level === 4'bx) $display("%0t unknown", $time);
        -> finished;
    end
    initial repeat (6) #7 level = level + 1;
    initial begin
        done_seen = 0;
        @done done_seen = 1;
        $display("%0t done, %0d taken", $time, count);
    end
    initial #60 level = 4'b01x1;
    initial #65 level = 'bx;

    always @finished begin
        $display("%0t finished", $time);
        #5 $finish;
    end

    // An event in a list with an edge and a level.
    always @(posedge level[2] or done or bus[0]) both = both + 1;
    always @finished $display("both %0d", both);

    initial begin
        $dumpfile("events.vcd");
        $dumpvars(0, tb);
    end
endmodule
