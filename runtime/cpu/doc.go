// Package cpu runs the MSL text that gpga emits on the CPU: the text is parsed
// by codegen/msl, lowered by runtime/wasm and turned into machine code by
// wazero's optimizing compiler, on amd64 and arm64, without cgo and without a
// toolchain. wazero's interpreter, some fifty times slower, is refused.
//
// What flows in is a checked unit (or its text), function constants and
// buffers; what flows out are the buffers' new contents, or an error: a trap in
// a kernel is an error, never a panic.
//
// Invariants
//   - Buffers of one module are disjoint regions of its linear memory, aligned
//     to 4 KiB and zero when made. Growing one may move it, and may move all
//     memory: a slice from Words is good until the next NewBuffer or Grow of
//     the same module.
//   - A module and its buffers belong to one goroutine at a time; different
//     modules are independent.
package cpu
