// Package flow is the whole line from Verilog files to a running simulation: the passes in their order, and the choice of the
// engine that executes the result.
//
// In flow file names and options; out flow the value of each stage (syntax tree, design, program, kernel text) and, from Run,
// an exit status. It decides nothing itself: every rule lives in the package of its stage.
//
// Invariant: table is the one list of what happens between source and result, in order; timing, dumping, crash reports and tests
// go by it.
package flow
