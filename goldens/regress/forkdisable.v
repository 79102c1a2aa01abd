// A fork that a child of it disables ends as a whole, and its parent goes on once (IEEE 1364-2005 10.5).
module forkdisable;
  integer k;
  initial begin
    fork : outer
      forever #10 $display("tick %0t", $time);
      begin : inner
        #25 disable outer;
        $display("not reached");
      end
      #100 $display("late");
    join
    $display("joined %0t", $time);
    for (k = 0; k < 3; k = k + 1) begin
      fork : race
        #(k + 1) begin $display("a %0t", $time); disable race; end
        #2 begin $display("b %0t", $time); disable race; end
      join
      $display("won %0t", $time);
    end
    fork : empty
      disable empty;
    join
    $display("end %0t", $time);
    $finish(0);
  end
endmodule
