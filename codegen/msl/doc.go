// Package msl is gpga's own front end for the subset of the Metal Shading
// Language that gpga emits: scanner, a small preprocessor, parser, and a
// checker for types, address spaces and the rules of Metal kernels.
//
// What flows in is a name and the bytes of one MSL text; what flows out is a
// Unit: structs, program-scope constants and functions, every expression with
// its type and every implicit conversion written as an explicit Conv node, or
// a list of errors with line and column. Engines lower a checked Unit (see
// runtime/wasm); `gpga check` prints only the errors; codegen/cost measures it.
//
// Invariants
//   - Parse never panics and never hangs, whatever the bytes: nesting depth,
//     the growth of macro expansion and the number of errors are bounded.
//   - Check must run (and return no errors) before a Unit is lowered.
//   - In a checked Unit no function reaches itself, every pointer names its
//     address space, and types of both sides of an assignment are equal.
//   - A loop without an exit is an error. A loop that no counter bounds and a function that can end without its value are Warnings,
//     which emitted text does not have.
//   - testdata/corpus holds, with Apple's rule for each, what is rejected and what is accepted. clang in the mode of runtime/clang
//     takes 34 of the 108 texts there that Apple's rules reject.
//   - The result depends on nothing but the bytes: no map order is visible.
package msl
