// Package profile says what each line of a design's Verilog costs, as a profile that go tool pprof reads.
//
// In flows a flow.Build that came as far as its kernel, and, where it was run with counts, how often each segment ran; out
// flows a profile whose frames are lines of Verilog: the function of a frame is the hierarchical scope, its callers are the
// instances around it. A sample has emitted bytes of kernel text, compile cost in the units of gpga cost, and executions.
//
// Invariants:
//
//   - Emitted bytes add up to the text's bytes without comments; what belongs to no line of the design (the library, the dispatch,
//     tables) stands under "(kernel)" by the name of its function.
//   - Bytes and cost are exact for each segment; within one, lines share them by their instructions.
//   - The same build gives the same profile, but for its time stamp, which is left out.
package profile
