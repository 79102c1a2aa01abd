// Modules of different time scales: delays rounded to each one's precision, $time and $realtime in each one's unit,
// $timeformat, $printtimescale and %t.
`timescale 1us/1ns
module slow(output reg tick);
    initial begin
        tick = 0;
        repeat (6) begin
            #0.75 tick = ~tick;
            $display("%m %0d %.3f %t", $time, $realtime, $realtime);
        end
    end
endmodule

`timescale 1ns/10ps
module fast(input tick);
    realtime last;
    initial last = 0;
    always @(tick) begin
        $display("%m %0d %.2f since %.2f", $time, $realtime, $realtime - last);
        last = $realtime;
        #1.234 $display("%m rounded %.3f", $realtime);      // 1.23
    end
endmodule

`timescale 100ps/100ps
module coarse(input tick);
    always @(posedge tick) #(1.26) $display("%m %0d %t", $time, $time);
endmodule

`timescale 1ns/1ps
module tb;
    wire tick;
    slow s(tick);
    fast f(tick);
    coarse c(tick);
    time t;
    integer half;
    initial begin
        $printtimescale(s);
        $printtimescale(f);
        $printtimescale;
        #100 $display("[%t] [%0t]", $time, $time);
        $timeformat(-6, 4, " us", 14);
        #0.0004 $display("[%t] %0d", $realtime, $time);     // less than half a precision: nothing
        #0.5 half = $realtime * 2; t = $time; $display("[%t] half %0d time %0d", $realtime, half, t);
        $timeformat(-12, 0, "ps", 0);
        #1 $display("[%t] [%0t] [%20t]", $realtime, $realtime, $realtime);
        $timeformat(-9, 2, "", 10);
        #5000 $display("[%t]", $realtime);
        $finish;
    end
endmodule
