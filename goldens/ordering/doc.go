// Package ordering holds small programs on which the order of events shows (testdata/*.v), with what Icarus Verilog 11
// prints for them (*.icarus) and the value changes that it dumps (*.changes), and the tests that the reference
// interpreter and the compiled line agree.
//
// Some outcomes are laid down by IEEE 1364-2005, some are races where Icarus Verilog has a visible habit that real
// designs have come to depend on. A program on which we differ on purpose is named in testdata/allowed.txt with the
// reason.
package ordering
