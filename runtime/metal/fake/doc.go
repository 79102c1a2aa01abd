// Package fake is an Objective-C runtime with Metal in it for machines that have neither: it checks every call, and runs
// dispatches with the cpu engine.
//
// In flow the calls of package objc; out flow what macOS would give, over memory that dispatches really change. It exists for
// tests of the Metal engine and is linked by nothing else.
//
// Invariants:
//
//   - The first fault ends everything: it panics with an *objc.Fault, and so does every later call. Faults are calls that
//     the table does not have (unknown selector, wrong number or kind of arguments, nil), faults of ownership (use after
//     release, over-release, use of a pool's object after the pool, a leak at Close) and faults of order (an encoder that
//     is not ended, two at once, a handler after commit, a second commit, a buffer index over 30, an argument of the kernel
//     without a buffer, a buffer that the kernel reaches through an address without being told, memory that the host writes
//     while the GPU has it).
//   - What a device may do is no fault: it comes from Options, as an NSError, a command buffer's status, or silence.
//   - New buffers hold garbage, so that nobody counts on zeros.
//   - A dispatch sees memory as it is when it begins, and shows what it wrote when it ends.
package fake
