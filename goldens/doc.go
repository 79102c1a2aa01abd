// Package goldens holds designs of our own with what is expected of them, and the test that holds every engine to it.
//
// In flow the programs of designs/: each a Verilog file with top module tb, plus the data files that bear its name. Expected
// are
//
//   - expect/NAME.out, what it prints, and vcd/NAME.vcd (or NAME.vcd.gz where that is long), what it dumps: recorded from
//     Icarus Verilog 11. A design that names no dump of its own is dumped whole.
//   - msl/NAME.golden, the text of its kernel.
//   - its line in ledger.json: what that text costs a shader compiler, see Ledger.
//   - allow.json, the designs in which we differ from Icarus, each with the reason. Their expected output is the reference
//     interpreter's, checked by hand, and expect/NAME.icarus keeps what Icarus prints.
//
// The test is one matrix: every design against every engine and every kind of expectation, each cell a subtest. With
// -update it records instead (bazel run //goldens:update); what only Icarus can tell stays where iverilog is not installed.
//
// Invariants: an expectation is never written by the engine that it judges, but for the kernel's text and its costs, which
// are there to show changes; nothing recorded depends on the machine, its paths or the time.
package goldens
