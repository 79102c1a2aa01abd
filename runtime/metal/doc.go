// Package metal runs the kernel of a program on an Apple GPU, through Metal, without cgo.
//
// In flow a program and its kernel in one form or two; out flows an engine for package sim, or a device for its batches. A
// dispatch is a thread for each instance that runs a bounded number of steps over three buffers in shared storage, bound
// directly: the state arena (with the service ring in it), the tables and the parameters. Below is package objc, the seam to
// Objective-C; everything here runs on Linux too, over the checking fake.
//
// Invariants:
//
//   - A dispatch is bounded in steps, and the bound follows the GPU's own clock towards Options.Target, so that no dispatch
//     keeps the machine's display waiting. Nobody waits for a dispatch longer than Options.Deadline.
//   - Before each dispatch the state is kept. The host speaks with the design between dispatches only, so this state is
//     where output, files and the design agree: when the device is lost (an error status, silence, an exception that the
//     seam saw coming) the cpu engine goes on from it, and nothing is printed twice or left out.
//   - Records that do not fit into the ring are not written: the segment that would write them waits (program.StatusNeed)
//     until the host has drained the ring.
//   - Kernels of an engine are exchanged between dispatches, over the same arena; several instances (Lanes) have one kernel.
//     Neither the exchange nor any bound changes a result.
//   - A text is compiled in a guarded process first (Options.Guard), which is killed when it takes too long or too much memory;
//     then in this one, or out of the archive (Options.Archive) that the process has written. Pipelines out of an archive are
//     never compiled on the side: one that is not there is a miss, and the archive is made anew.
//   - What goes wrong is said, in one line of Options.Warn, with the error's text and code.
package metal
