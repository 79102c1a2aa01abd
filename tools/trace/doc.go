// Package trace records the passes of gpga as they run: how long each takes on the clock and on the processors, what it
// allocates, and how large what it works on is before and after.
//
// In flow the calls of a passes.Runner, which a Recorder is, and the dispatches of a running kernel; out flow one table of
// passes (text or JSON), a timeline in Chrome's trace event format, which Perfetto opens, dumps of what passes read and wrote,
// and, when a pass panics, which pass it was and at which construct.
//
// Invariants:
//
//   - Recording costs microseconds a pass and nothing for each construct, so that it can always be on.
//   - A dispatch costs two looks at the clock. Of many dispatches the timeline keeps an even sample of bounded size.
//   - Sizes and dumps are made outside of the time that they are reported with.
package trace
