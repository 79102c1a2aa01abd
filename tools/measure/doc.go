// Package measure finds out what compilers take for a Metal text: CPU and wall seconds, peak memory, the size of what they make
// of it, and where their time goes.
//
// In flows a Request: a text, the backends, the number of runs and the caps of one run. Out flows a Report: for each kernel of the
// text, on its own, a Result per backend, with the environment that another person needs to repeat it. The backends are those of
// clang for x86-64, nvptx64 and amdgcn (the text as C++ for OpenCL, by runtime/clang), and on macOS Apple's own tools.
//
//	rep, err := measure.Run(ctx, measure.Request{Name: "kernel.metal", Text: text, Backends: []string{"amdgcn"}})
//	rep.Kernels[0].Results[0].CPU.Median // seconds
//
// Invariants:
//   - A compiler runs in a process of its own, started by a small one of this program (Child), under a cap of CPU time, of wall
//     time and of memory: the process that measures neither dies nor hangs with it, and its own memory is not counted.
//   - A killed run is a result, with what it had taken by then; a text that a backend rejects is one, too, with the backend's words.
//   - Nothing is left behind: files lie in a folder that goes with the run, processes end with the context.
//
// A program that calls Run must call Child first thing in main (a test in TestMain).
package measure
