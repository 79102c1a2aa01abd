// Command gpga compiles Verilog to Metal kernels and simulates it.
//
//	gpga run FILE...          simulate
//	gpga emit KIND FILE...    show a stage: ast, design, program, waits, msl, wasm
//	gpga check FILE...        check Verilog (.v) or Metal (.metal) files
//	gpga cost FILE...         what a design or Metal files cost the shader compiler
//	gpga measure FILE...      what compilers take for them
//	gpga version
//
// Options follow Icarus Verilog and Verilator. Exit status: 0 success ($finish, or no events left), 1 errors in the
// input or $stop, 2 wrong usage, 3 a fault of gpga itself (which leaves a directory gpga-crash-* with all that is needed to see it
// again).
package main
