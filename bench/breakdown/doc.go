// Command breakdown says where the embedded engine's time goes, in nanoseconds per clock cycle: edges, dispatch, nonblocking
// assignments, compare and mark, bodies, services.
//
// In flows one design (package designs); out flows a table by category and by function of the kernel's text.
//
// Method. The simulation runs in a child process, twice. The first run, undisturbed, gives the CPU time, less that of a run that
// ends behind the first clock edge; divided by the design's own count of cycles that is the time of a cycle. The second run is
// sampled: a thousand times a second the busiest thread is stopped and its program counter read (ptrace). wazero's
// compilation cache holds the machine code with each function's place in it, so a counter is a function of the kernel's text by
// name; counters elsewhere are the driver loop, system tasks and wave writing in Go. A category's share of the samples is its
// share of the cycle.
//
// What the method cannot see: small helpers are inlined, so the comparison in a store, and the marks that it sets, count for the
// body that holds them; "compare and mark" is what is called out of line (gpga_publish and what visits readers). Linux on amd64 only.
package main
