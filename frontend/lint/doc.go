// Package lint judges an elaborated design: it reports what is legal Verilog and probably a mistake.
//
// In flows an elab.Model, which tells what the names and expressions of the source mean in each instance, and the design;
// out flow warnings with the codes W3001, W2005, W2006 and W4xxx, each of a class that -W, waiver files and comments switch
// (package diag). The classes follow what users know from Verilator's -Wall and Icarus Verilog's; where those warn of idioms
// that are right, lint does not, and the file of the rule says so.
//
// The source is walked per instance, so widths, parameters and generate constructs are those of the instance; instances with
// equal parameters are walked once. What is said about a declaration (unused, undriven) holds for all instances together.
//
// Invariants: nothing of the design or the model is changed; every warning has the place of the text that it is about and,
// where a second place matters, a note there; the order of warnings depends on the source alone.
//
// The files: walk.go (expressions and statements, who reads and writes what), usage.go (unused, undriven), width.go,
// process.go (latches, races, event controls), flow.go (which variables are assigned on every path), cases.go, drivers.go,
// names.go (ports left open, hidden names).
package lint
