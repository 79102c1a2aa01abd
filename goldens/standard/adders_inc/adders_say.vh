`define SAY(x) $display("%m is ", x);
