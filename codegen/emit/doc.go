// Package emit turns a program into the MSL text of a kernel.
//
// In flows a program.Program; out flows text: the library chunks that the design uses, its tables as constants, one
// bounded function per segment, and the bucketed dispatch over them. What the engines execute is this text.
//
// There are three forms, with one semantics and one layout of the state (goldens/forms holds them to that): Table, a text per
// design whose waits are tables; VM, one text for every design, which is nothing but buffers; and Switch, whose waits
// and bodies are control flow, the baseline that Table is measured against. The invariants are those of Table.
//
// Invariants:
//
//   - The text is a function of the program alone: the same program gives the same bytes.
//   - No generated function grows with the number of waits, processes, segments or signals, except the dispatch, whose
//     switches have at most 64 cases each. A body over BodyLimit statements is cut into functions of its own.
//   - No value of a signal is held in a local across a branch: a temp is loaded, used and stored within a straight piece.
package emit
