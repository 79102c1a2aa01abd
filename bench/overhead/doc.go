// Command overhead measures what looking at gpga costs: it compiles and runs designs with and without --timing (processor time,
// allocations and sizes of every pass), --trace and --pprof, in turn, and prints the ratios.
//
// In flow Verilog files (without any, a design that is generated); out flows a table: medians of processor time, the ratio to
// the plain run, and its spread. A run is a process of its own, as a user's is. Runs alternate, so that what disturbs the machine
// disturbs all alike.
//
//	go run ./bench/overhead [-n RUNS] [FILE.v...]
//
// With --instructions callgrind counts what emitting the text executes, instead: slow, but the same on a busy machine.
//
//	go run ./bench/overhead --instructions -n 3 [FILE.v...]
//
// With --max RATIO it ends with status 1 when --timing costs more.
package main
