// Package wasm lowers a checked unit of the MSL subset to a WebAssembly module,
// with a small optimiser between them, because the machine-code compiler that
// follows (wazero) inlines nothing, folds nothing and reuses no load.
//
// What flows in is a *msl.Unit without errors, the values of its function
// constants and the switches of the passes; what flows out is the binary module
// and a table of its kernels. The module exports its memory as "memory" and
// each kernel under its own name.
//
// # Shape
//
// A function is lowered on its own, from the AST straight into value nodes
// (pure operations, loads, reads of wasm locals) and a tree of sequences of
// instructions that have an effect (stores, calls, branches). Value numbering,
// folding, copy propagation and the reuse of loads happen while nodes are made;
// then the live part is scheduled: a value used once becomes an operand on the
// wasm stack at its use, any other gets a wasm local at its first evaluation.
// Structs never exist: each member is a value of its own, and struct
// parameters and results are flattened (multi-value).
//
// # Invariants
//
//   - The bytes depend on the unit and the options alone, also when functions
//     are lowered on several goroutines.
//   - Integer division, shifts and bit fields never trap and mean what
//     msl.EvalBinary says, with every pass on or off.
//   - Loads through `constant` pointers and from kernel buffers that every
//     kernel takes as const see memory that nothing writes during a call;
//     distinct buffer indices of a kernel never overlap.
//   - Addresses below HeapBase belong to the module: a guard of 64 KiB, then
//     constant arrays, then local arrays, one place each (Metal has no
//     recursion). The memory must reach MaxOffset bytes past any address that
//     is passed as a buffer, because a function may touch the highest constant
//     offset that it names before it knows that it needs it.
package wasm
