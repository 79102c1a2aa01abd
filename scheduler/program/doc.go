// Package program is the contract between lowering, code generation and the engines: everything the scheduler knows about
// a design, in flat arrays.
//
// In flows what package lower builds; out of it read codegen (which turns Code into MSL text and the tables into MSL
// constants and buffers), the engines (which allocate the state arena from Image and the regions of Header) and the
// host side (Sites, Scopes, Vars). Nothing in it points into the source: positions are indices into Lines.
//
// # State
//
// An instance is one arena of 32-bit words. A value of width w takes 2*n words, n = (w+31)/32: the val plane, least
// significant word first, then the xz plane (0 = (0,0), 1 = (1,0), z = (0,1), x = (1,1)). Bits above w are zero in both.
// A real is a 64-bit pattern with an all-zero xz plane. An array of k elements is k such values in a row.
// Address 0 is never storage, so it serves as nil.
//
// # Threads and segments
//
// A thread is a block of ThWords words. It runs segments: straight or structured code between points where execution
// may have to stop. A segment ends in a terminator on every path and hands back the next segment's id, or Stopped when the thread no
// longer runs (it waits, sleeps, was pushed back to a queue, or ended). Temps never live across a segment's end.
//
// # Order
//
// The active region is one FIFO of blocks (threads or nodes) linked through word BQNext, with push at the front for forks, task
// calls and named blocks. An event wakes its whole list of waiters as one entry, chained through ThNext.
// When active and inactive are empty, the NBA log is applied from first to last, each entry publishing its change;
// then postponed work (strobes, monitor, traces); then time advances to the earliest event, all events of one time in
// order of their sequence numbers.
package program
