// Package elab turns a syntax tree into the elaborated design (IEEE 1364-2005 clause 12).
//
// In flow *ast.Source, a library that finds further modules by name, and options; out flows *design.Design, whose
// package states the invariants that elab keeps. Elaborate returns nil when it reported errors.
//
// The phases, in order; each sees the whole result of the one before:
//
//  1. Hierarchy (instance.go, generate.go, symbols.go): modules are instantiated top down. Every name of a scope is
//     registered at once and completed (ranges, parameter values) when first asked for, so order in the source does
//     not matter and constant functions work in parameters. Static instances come first, then defparams are applied,
//     then generate constructs and instance arrays, whose new scopes take the same round until nothing is left.
//  2. Ports (ports.go): whole nets that meet in a port become one Signal; then every other connection becomes an
//     AssignPort.
//  3. Bodies (items.go): subroutines, then per scope generate blocks, then gates, assigns and instances, then
//     processes: the order in which Icarus Verilog starts them.
//  4. Finish (finish.go): what inout ports and tran switches join becomes one net, bit by bit (bidir.go), copies between
//     storage that nothing tells apart are shared, drivers, flags and numbers are set.
//
// With Options.Specify, output ports with module paths are delayed copies (specify.go), whose delays $sdf_annotate sets
// (annotate.go).
//
// The files expr_*.go, stmt_*.go and their neighbours hold expressions and statements.
package elab
