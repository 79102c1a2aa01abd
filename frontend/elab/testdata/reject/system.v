//# 17.1 tasks are known
module t; initial $nothing; endmodule // ERROR E3014 there is no system task $nothing
//# 17.1 and functions
module t; reg r; initial r = $nothing(1); endmodule // ERROR E3014 there is no system function $nothing
//# 17.1 a task has no value
module t; reg r; initial r = $display(1); endmodule // ERROR E3014 system task $display has no value
//# 17.2.1 a file has a name
module t; integer f; initial f = $fopen(); endmodule // ERROR E3015 $fopen takes 1 to 2 arguments, 0 given
//# 17.2.1 what is closed is named
module t; initial $fclose; endmodule // ERROR E3015 $fclose takes 1 arguments, 0 given
//# 17.2.2 $fdisplay has a file
module t; initial $fdisplay; endmodule // ERROR E3015 $fdisplay takes at least 1 arguments, 0 given
//# 17.2.3 $swrite has a target
module t; initial $swrite("x"); endmodule // ERROR E3013 this cannot be assigned to
//# 17.2.4 $fgets has one
module t; integer f, n; wire [7:0] w; initial n = $fgets(w, f); endmodule // ERROR E3013 'w' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
//# 17.2.4 $fscanf writes variables
module t; integer f, n; wire w; initial n = $fscanf(f, "%d", w); endmodule // ERROR E3013 'w' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
//# 17.2.4 $sscanf too
module t; integer n; initial n = $sscanf("1", "%d", 1); endmodule // ERROR E3013 this cannot be assigned to
//# 17.2.9 $readmemh reads a memory
module t; reg [7:0] r; initial $readmemh("f", r); endmodule // ERROR E3015 $readmemh needs a memory (an array) here
//# 17.2.9 from a file
module t; reg [7:0] m [0:3]; initial $readmemh(m); endmodule // ERROR E3015 $readmemh takes 2 to 4 arguments, 1 given
//# 17.3.1 $printtimescale takes a scope
module t; initial $printtimescale(nothing); endmodule // ERROR E2002 cannot find 'nothing' in scope t
//# 17.3.2 $timeformat takes four arguments
module t; initial $timeformat(-9, 2); endmodule // ERROR E3015 $timeformat takes four arguments or none, 2 given (IEEE 1364-2005 17.3.2)
//# 17.4 $finish takes one
module t; initial $finish(1, 2); endmodule // ERROR E3015 $finish takes 0 to 1 arguments, 2 given
//# 17.5 PLA tasks take a memory
module t; reg [0:3] a, b, m; initial $async$and$array(m, a, b); endmodule // ERROR E3015 $async$and$array needs a memory (an array) here
//# 17.6 queues have four arguments
module t; initial $q_initialize(1); endmodule // ERROR E3015 $q_initialize takes 4 arguments, 1 given
//# 17.6 and a status
module t; initial $q_initialize(1, 1, 5, 6); endmodule // ERROR E3013 this cannot be assigned to
//# 17.8 $rtoi takes a value
module t; integer i; initial i = $rtoi(); endmodule // ERROR E3015 $rtoi takes 1 arguments, 0 given
//# 17.8 $realtobits too
module t; reg [63:0] b; initial b = $realtobits; endmodule // ERROR E3015 $realtobits takes 1 arguments, 0 given
//# 17.9.1 a seed is a variable
module t; integer i; initial i = $random(5); endmodule // ERROR E3013 this cannot be assigned to
//# 17.9.2 distributions have all arguments
module t; integer s, i; initial i = $dist_uniform(s, 1); endmodule // ERROR E3015 $dist_uniform takes 3 arguments, 2 given
//# 17.9.2 and a seed
module t; integer i; initial i = $dist_poisson(1, 2); endmodule // ERROR E3013 this cannot be assigned to
//# 17.10.2 $value$plusargs writes a variable
module t; integer i; wire w; initial i = $value$plusargs("a=%d", w); endmodule // ERROR E3013 'w' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)
//# 17.11 $ln takes one argument
module t; real r; initial r = $ln(1, 2); endmodule // ERROR E3015 $ln takes 1 arguments, 2 given
//# 17.11 $pow takes two
module t; real r; initial r = $pow(1); endmodule // ERROR E3015 $pow takes 2 arguments, 1 given
//# 17.7 $time takes none
module t; reg [63:0] r; initial r = $time(1); endmodule // ERROR E3015 $time takes 0 arguments, 1 given
//# 18.1.1 one name of a file
module t; initial $dumpfile("a", "b"); endmodule // ERROR E3015 $dumpfile takes 0 to 1 arguments, 2 given
//# 18.1.4 $dumplimit has a size
module t; initial $dumplimit; endmodule // ERROR E3015 $dumplimit takes 1 arguments, 0 given
