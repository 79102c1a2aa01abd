// Command seeds measures how fast many seeds of one testbench run: as instances of one gpga, on one core and on all, as single
// runs of gpga, and as runs of Icarus Verilog.
//
// In flows a design that takes +seed=N; out flow a table and, with -o, a JSON report. The ways take turns. CPU seconds are
// medians; of wall seconds, which other load on the machine makes longer and never shorter, the least counts. What other load
// takes from several processes it takes from threads as well, so scaling is also given against as many single-core processes
// as there are cores, which start at the same time and share the seeds.
//
// Invariant: a figure counts only when all ways printed the same for every seed that several of them ran.
package main
