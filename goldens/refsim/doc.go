// Package refsim is the reference interpreter: a small, slow, obviously right simulator of design.Design, with no
// tables and no code generation. It is the oracle that every compiled form is compared with.
//
// In flow an elaborated design and a host (the services that every engine shares); out flow what the design prints
// and writes, its waves, an exit status and the time at which it ended.
//
// How it works. A thread is a coroutine that walks statement trees; whenever the language makes it wait, it yields to
// the scheduler. The scheduler holds, per time step, four queues of actions: active, inactive, nonblocking, postponed
// (IEEE 1364-2005 clause 11), each strictly first in, first out, but for the threads that a fork, a task call or a
// named block starts, which are pushed to the front. A write stores the value and then visits the readers of the
// signal, in the order of design.Fanout: continuous assignments are evaluated at once or queued, event controls
// compare the value with the one they saw last and wake their waiters, the last to wait first, as one entry.
//
// Invariants:
//
//   - Nothing here depends on maps' order, on wall-clock time or on memory addresses: two runs are equal.
//   - A signal's value is what every reader sees: drivers resolved, procedural assignments and forces applied.
//   - Errors that a design causes have a position; they end the simulation with exit status 1 and never a panic.
package refsim
