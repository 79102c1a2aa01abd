// Each activation of an automatic task has named events of its own, and a word of a static array with an automatic index wakes every
// activation that waits for it.
module autoevents;
  reg [7:0] words [0:3];
  integer total;

  task automatic steps(input [7:0] id, input integer pace);
    event step, stop;
    integer n;
    reg [7:0] mine [0:3];
    begin
      n = 0;
      fork
        begin
          #pace mine[0] = id; -> step;
          #pace mine[1] = mine[0] + 1; -> step;
          #pace mine[2] = mine[1] + 1; -> step;
          #pace -> stop;
        end
        begin : count
          forever @step begin
            n = n + 1;
            $display("%0t task %0d step %0d: %0d %0d %0d", $time, id, n, mine[0], mine[1], mine[2]);
          end
        end
        @stop begin
          $display("%0t task %0d stop", $time, id);
          disable count;
        end
      join
      $display("%0t task %0d done", $time, id);
    end
  endtask

  task automatic watch(input integer id);
    integer i, seen;
    begin
      seen = 0;
      for (i = 0; i < 4; i = i + 1) begin
        @(words[i]) seen = seen + 1;
        @(words[i]) seen = seen + words[i];
      end
      total = total + seen;
      #id $display("%0t watch %0d: %0d", $time, id, seen);
    end
  endtask

  integer k;
  initial #1 steps(10, 7);
  initial #3 steps(20, 8);
  initial begin
    total = 0;
    #1 fork
      watch(1);
      #1 watch(2);
      #2 watch(3);
      for (k = 0; k < 4; k = k + 1) begin
        #10 words[k] = 1;
        #10 words[k] = 2 + k;
      end
    join
    $display("%0t total %0d", $time, total);
  end
endmodule
