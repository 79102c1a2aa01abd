// disable: break and continue by named blocks, a task from inside and from outside, a fork, and what stays scheduled.
`timescale 1ns/1ns

module tb;
    integer i, j, found;
    reg [7:0] q, late;
    reg clk;

    // First multiple of 7 and 11 above 20: leave two loops at once.
    initial begin : search
        found = 0;
        begin : both
            for (i = 21; i < 1000; i = i + 1) begin : next
                if (i % 7 != 0) disable next;
                for (j = 0; j < 11; j = j + 1) begin
                    if (i % 11 == 0) begin found = i; disable both; end
                    if (j == 3) disable next;
                end
            end
            $display("not reached");
        end
        $display("found %0d", found);
    end

    task slow(input integer n);
        begin : body
            integer k;
            for (k = 0; k < n; k = k + 1) begin
                #10 $display("%0t slow %0d", $time, k);
            end
            $display("slow ends");
        end
    endtask

    task early(input integer n);
        begin
            $display("early %0d", n);
            if (n > 2) disable early;       // return
            $display("early %0d goes on", n);
        end
    endtask

    initial begin
        early(1);
        early(5);
        slow(5);
        $display("%0t after slow", $time);
        fork : race
            begin #15 $display("%0t fifteen wins", $time); disable race; end
            begin #25 $display("%0t twenty-five", $time); disable race; end
            forever #4 $display("%0t tick", $time);
        join
        $display("%0t race over", $time);
    end
    initial #35 disable slow;               // the caller goes on after its call

    // Nonblocking assignments that are scheduled stay; a blocked intra-assignment delay does not happen.
    initial begin
        q = 0; late = 0;
        begin : work
            q <= #20 8'h11;
            late = #30 8'h22;
            q <= 8'h33;
        end
        $display("%0t out of work q=%h late=%h", $time, q, late);
    end
    initial #12 disable work;
    initial #22 $display("%0t q=%h late=%h", $time, q, late);
    initial #42 $display("%0t q=%h late=%h", $time, q, late);

    // A process restarts when its block is disabled; disabling an idle block does nothing.
    integer starts;
    initial starts = 0;
    always begin : cycle
        starts = starts + 1;
        #9 ;
        #1000 $display("never");
    end
    initial begin
        repeat (3) begin #9 disable cycle; end
        #1 disable tb.idle.inner;
        $display("%0t starts %0d", $time, starts);
    end
    initial begin : idle
        begin : inner
            i = 0;
        end
    end

    // A watchdog for a handshake.
    reg ack;
    integer timeouts;
    initial begin
        ack = 0; timeouts = 0;
        repeat (3) begin : attempt
            fork : guard
                begin
                    @(posedge ack);
                    disable guard;
                end
                begin
                    #20 timeouts = timeouts + 1;
                    disable guard;
                end
            join
            $display("%0t timeouts %0d", $time, timeouts);
        end
        #20 $finish;
    end
    initial begin #50 ack = 1; #1 ack = 0; end
endmodule
