// Package cost measures what an MSL text will cost a shader compiler, without
// one: it counts, on the checked AST of codegen/msl, the features that were
// found to rank compile time and memory (tokens, merge points, an estimate of
// phi nodes), and combines them.
//
// What flows in is a checked unit, what flows out a Report that is the same on
// every machine, so that it can be kept in a ledger and gate a change.
//
// Invariants: comments and blank lines cost nothing; macros count expanded,
// as the compiler sees them; equal texts give equal reports.
package cost
