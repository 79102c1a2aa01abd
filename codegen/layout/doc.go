// Package layout turns a program into what an engine binds: the read-only table buffer and the state arena.
//
// In flows a program.Program; out flow words. The kernel text that package emit writes names every place in them by a
// constant, and takes the values of these constants from here, so that text and buffers cannot disagree.
//
// Invariants: Tables depends on the program alone and is the same for every instance; an arena is Fixed words of state
// followed by the regions that may grow (event heap, nonblocking log, strobe log, service ring, pool), whose places
// stand in the arena's header, never in the text.
package layout
