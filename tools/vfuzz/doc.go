// Command vfuzz compares gpga with Icarus Verilog on random programs:
//
//	go run ./tools/vfuzz --count 1000 --seed 1
//
// In flow a range of seeds (package gen makes a program of each); out flow the programs on which Icarus Verilog, the reference
// interpreter and the compiled line part, made small (package tree), on standard output and as files, and how often each
// construct stood in what was tried. The exit status is 1 when something disagrees, 2 for wrong usage. With --mutants it shows
// instead that faults planted in gpga (package mutants) are found.
//
// See docs/vfuzz.md.
package main
