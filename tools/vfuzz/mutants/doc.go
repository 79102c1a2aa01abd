// Package mutants plants faults in gpga without touching it: changes of the kernel's text, made after it was emitted, and of a
// program's tables, made after it was lowered.
//
// In flow the text of the vm form and programs; out flow changed copies. A fault that finds nothing to change is an error, so that
// the list cannot go stale.
package mutants
