// Package sample reads the reports of macOS's sample(1), taken of a shader compiler at work, and says what it was busy with.
//
// In flow the texts of one report or of a series; out flow a call tree, footprints over time, the hottest stacks, self and
// total samples of each symbol, the share of each of the five troubles that a kernel's text gives a compiler (control-flow
// simplification, growth of PHI nodes, cloning of blocks, churn of symbols and metadata, footprint) with the lines that show
// it and what to change in the emitted kernel; and a profile for go tool pprof, and folded stacks.
//
// The format is not documented, and it has changed with macOS. What is read of it:
//
//	Analysis of sampling NAME (pid N) every 1 millisecond
//	Physical footprint:         12.7M
//	Call graph:
//	    1571 Thread_2155218   DispatchQueue_1: com.apple.main-thread  (serial)
//	      1571 start  (in dyld) + 6992  [0x1882b84e4]
//	    +   ! 3227 _platform_bzero  (in libsystem_platform.dylib) + 41  [0x7ff80]  file.cpp:835
//	Binary Images:
//
// Depth is two columns a level after a base of four; the guides + ! : | stand for blanks. Everything but the call graph may be
// absent.
//
// Invariants:
//
//   - No text makes it panic or hang; a report that cannot be read is an error that says which line is odd.
//   - A child's samples never exceed its parent's in what is reported: where a report is inconsistent, that is a warning.
//   - The result depends on the texts and their order alone.
package sample
