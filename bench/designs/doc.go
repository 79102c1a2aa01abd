// Package designs says which designs the benchmark and the tests over designs of others run, and how.
//
// In flow the programs embedded here, and a folder with designs of others and its outside.json; out flow Designs, each with the
// arguments that both Icarus Verilog and gpga understand, ready to be placed in a folder of its own.
//
// Invariants: a design runs alone in a copy of its folder, so neither simulator sees what the other wrote; nothing of anybody
// else's design is kept here.
package designs
