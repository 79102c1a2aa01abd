// Package clang runs the MSL text that gpga emits through clang, where clang is installed: an independent compiler that
// accepts the text proves it, and its machine code is the fast CPU engine.
//
// In flows a kernel's text and its program; out flows an engine for package sim. The text is compiled unchanged, as C++ for
// OpenCL 2021, whose address spaces and conversions are the nearest to MSL's, with a header of ours in the place of
// <metal_stdlib> (shim.h) and one exported function behind it. The library is loaded with purego, without cgo.
//
// Invariants: a compiled library is written under a temporary name and renamed, so that a cache never holds half a file; it is
// keyed by the text, the shim, the flags and the compiler's version; the arena is Go memory that the library does not keep.
package clang
