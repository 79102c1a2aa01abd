// Package host holds the services that a running Verilog design asks of the
// machine around it: text output ($display and its family), files, plusargs,
// memory images, random numbers, mathematical functions and time formats.
//
// What flows in: a Caller (which task or function, at which source line, in
// which scope, at what time) and arguments as values. What flows out: bytes to
// the configured streams and files, a value for a function, and a list of Writes
// that the engine publishes into the design's variables in order, through the
// same path as any other write.
//
// The package knows no engine, no net and no process. Every engine and the
// reference interpreter call it with the same values and therefore print the
// same bytes.
//
// Invariants:
//
//   - Text is that of Icarus Verilog 11's vvp, byte for byte, warnings included;
//     warnings go to standard output, before the text of the call that caused
//     them, as there. Where this departs on purpose, the code says so.
//   - Nothing a design passes makes a call panic: an argument that a task cannot
//     use gives Icarus's message, and where Icarus aborts, a message and no value.
//   - A Host is safe for use by several goroutines. Close may come at any moment,
//     from a signal's handler too; it writes out everything that was printed, and
//     later calls print nothing.
//   - Standard output is flushed before a read of standard input.
//
// $strobe and $monitor are the engine's to time (they print in the postponed
// region); it calls Call at that moment, with the values of that moment.
package host
