// always constructs that stop time; found when everything else is right.
module t;
  reg r, v;
  task none; r = v; endtask
  task some; #1 r = v; endtask
  always r = v;           // ERROR "never let time pass"
  always begin            // ERROR "never let time pass"
    none;
    v <= #1 r;
  end
  always some;
  always @(r) v = r;
  always begin if (v) r = #1 v; end
endmodule
