// Package wave writes and reads value change dumps (VCD, IEEE 1364-2005 18) and
// compares them.
//
// What flows in: a tree of scopes and variables, then their changes in the order
// of simulation. What flows out: the text that Icarus Verilog 11 writes for the
// same changes, so that a dump can be diffed with its; and, from the reader, every
// variable's values over time.
//
// Invariants of a Writer:
//
//   - A time step's changes are written once the step is over, last changed
//     variable first, each variable once with the value it ended with: what
//     Icarus's callback in the read-only region does.
//   - Time never goes back. A step without changes writes nothing.
//   - Close writes everything and may come from a signal's handler at any moment;
//     what it leaves is a complete dump up to there. Later calls do nothing.
//
// The Reader takes any text: what is not VCD gives an error with a line number.
package wave
