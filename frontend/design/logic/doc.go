// Package logic holds the four-state vector of Verilog and every operator of
// the language over it, as plain values with no notion of time, nets or
// strength.
//
// What flows in: bit strings, machine integers, reals and other vectors. What
// flows out: new vectors, single bits, machine integers, reals and text.
//
// A bit is two planes, encoded as VPI's aval/bval: 0 = (0,0), 1 = (1,0),
// Z = (0,1), X = (1,1), where the first plane is Val and the second XZ. A
// vector keeps each plane in 32-bit words, least significant word first; it is
// the layout that the state of a running simulation has as well.
//
// Invariants:
//
//   - len(Val) == len(XZ) == Words(Width), and bits at and above Width are zero
//     in both planes. Every function keeps this and may assume it.
//   - No function changes an argument. A result may share words with an
//     argument, so a holder who wants to write into words makes a Clone first.
//   - Operators whose operands should have one width (the language extends them
//     before applying the operator) zero-extend the narrower one when a caller
//     did not.
//
// The package is a leaf: the frontend, the lowering, the reference interpreter
// and the host services all share it, so that one bit of arithmetic cannot be
// right in one of them and wrong in another.
package logic
