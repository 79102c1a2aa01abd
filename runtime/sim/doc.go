// Package sim runs a program on an engine and serves it: the loop that every engine shares.
//
// In flow a program.Program with its tables, an Engine that can run the kernel's text, and a host.Host; out flow the
// simulation's output, its waves and its exit status. The package knows nothing of how the kernel is executed, and nothing of
// Verilog: what it needs of the source (names, positions, scopes) is in the program.
//
// Invariants:
//
//   - The kernel runs until its budget is used up or until it needs the host. Budgets never influence a result.
//   - Records are served in the order in which they were written, each once.
//   - What the host writes into the design lands in reply slots or in arrays, and the kernel publishes it.
//   - An arena that is short is grown before the kernel runs on; memory ends at Options.MaxMemory with an error.
package sim
