// Package gen makes random well-formed Verilog (IEEE 1364-2005) that prints what it computes.
//
// In flow a seed and a stream; out flow a tree for each. Everything printed starts with a key that names the program and the
// process, so that programs can be simulated together and compared process by process.
//
// Programs of the race-free stream print the same under every order that the standard allows. Times see to that, not chance:
//
//   - the stimulus writes its variables at multiples of 20, from 20 on, each once; the reset changes 4 later;
//   - the clock rises at 9 and falls at 17 in every 20, from 29 on; clocked processes read the stimulus and what clocks wrote, and write
//     by nonblocking assignments alone, delayed by multiples of 4;
//   - scripts (initial processes) start at 22 and wait multiples of 4, write their own variables, and read those and what has
//     settled;
//   - nets and @* blocks are functions of what they read, so it does not matter how often they are evaluated. @* blocks read a
//     variable that changes at 2 and with each stimulus, so that what they miss at time 0 is made up for at 2, early enough for delayed
//     nets to settle before the first stimulus;
//   - delayed nets follow what changes with the stimulus alone, or with the reset, and settle before it changes again;
//   - latches, edges on other things than clocks, and primitives with memory read only what never takes a value in passing;
//   - checkers read everything, at times that are 3 modulo 4, when nothing changes.
//
// The racy stream has no such rules.
package gen
