// Package objc is the narrow seam between the Metal engine and Objective-C: classes, messages, C functions, blocks and
// autorelease pools, and nothing else.
//
// In flow the names of classes, selectors and functions, and arguments as tagged values; out flow tagged results. Which
// selectors there are, what they take and give, and who owns what they give is data (Methods, Functions, Blocks). Two
// implementations stand below the seam: system_darwin.go, the one file that Linux cannot run, and package fake, which
// checks every call against the same data.
//
// Invariants:
//
//   - Every message is sent inside System.Do, which holds one thread and an autorelease pool: what a call gives without
//     ownership is dead when Do returns.
//   - A selector means one list of kinds, whatever class it is sent to, so that marshalling needs the selector alone.
//   - A call that the table does not allow is a *Fault. A selector's row is compared with the runtime's own method signature
//     before its first use (Guard), so that a row that is wrong for some macOS ends in an error and not in a crash.
package objc
