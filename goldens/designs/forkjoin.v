// fork and join: order within a time, nesting, joins that wait for the slowest, blocks of no length, and forks in tasks.
`timescale 1ns/1ns

module tb;
    integer trace;
    reg [7:0] a, b;

    task step(input integer id, input integer delay);
        begin
            #delay $display("%0t step %0d", $time, id);
        end
    endtask

    task automatic crawl(input integer id, input integer n);
        integer k;
        begin
            for (k = 0; k < n; k = k + 1) begin
                #(id + 1);
                $display("%0t crawl %0d at %0d", $time, id, k);
            end
        end
    endtask

    task both(input [7:0] x, output [7:0] y, output [7:0] z);
        fork
            #2 y = x + 1;
            #4 z = x + 2;
        join
    endtask

    event go;
    integer order;

    initial begin
        $display("begin");
        fork
            $display("first");
            $display("second");
            begin #0 $display("after #0"); end
            $display("third");
        join
        $display("%0t joined", $time);

        fork
            #5 $display("%0t five", $time);
            begin
                #1 $display("%0t one", $time);
                fork
                    #1 $display("%0t one+one", $time);
                    #7 $display("%0t one+seven", $time);
                join
                $display("%0t inner joined", $time);
            end
            #3 $display("%0t three", $time);
        join
        $display("%0t outer joined", $time);

        fork
            crawl(0, 3);
            crawl(1, 3);
            crawl(2, 2);
        join
        $display("%0t crawled", $time);

        fork join
        $display("%0t empty fork", $time);

        both(8'h40, a, b);
        $display("%0t both %h %h", $time, a, b);

        // Waiters and the one who wakes them.
        order = 0;
        fork
            begin @go order = order * 10 + 1; end
            begin @go order = order * 10 + 2; end
            begin @go order = order * 10 + 3; end
            #1 -> go;
        join
        $display("%0t order %0d", $time, order);

        // Races by nonblocking assignment in parallel branches: the last one in order wins.
        fork
            a <= 1;
            a <= 2;
            begin a <= 3; b = a; end
        join
        #1 $display("a %0d b %h", a, b);

        // A fork in a loop, with a named block that has its own variable.
        for (trace = 0; trace < 3; trace = trace + 1)
            fork : pair
                integer w;
                begin w = trace * 10; #2 $display("%0t w %0d", $time, w); end
                begin #1 w = w + 1; end
            join
        fork
            step(1, 3);
            #1 $display("%0t beside a static task", $time);
        join
        $display("%0t end, pair.w %0d", $time, pair.w);
        $finish;
    end
endmodule
