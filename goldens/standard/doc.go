// Package standard holds programs for constructs of IEEE 1364-2005 that Icarus Verilog 11 does not have, or has otherwise.
//
// In flow NAME.v, run in a folder of its own with copies of all files NAME*. Expected are NAME.out, what it prints, and
// NAME.made, the file that it writes as "made.vcd". The texts were checked by hand against the clauses that the programs
// name; with -update the reference interpreter writes them anew.
//
// Every form of the kernel, and the reference interpreter, print and write the same. Lines at the top of a program say more:
// "//:specify" simulates specify blocks, "//:top NAME" names the root, "//:map FILE" a library map, "//:with FILE" a further
// source, and "//:two" says that --two-state prints NAME.two, in every form again. A file with "//:part" is one of those.
package standard
