// Command suites runs programs that others wrote, under Icarus Verilog and under gpga, and wants the same of both: what they
// print, their exit status, the files they write and their waves.
//
//	go run ./tools/suites yosys DIR         # DIR: the sources of yosys; needs yosys, which writes the testbenches
//	go run ./tools/suites verilator DIR     # DIR: the sources of verilator
//	go run ./tools/suites ivtest DIR        # DIR: the folder ivtest of Icarus Verilog's sources
//
// (Damaged copies of such programs are taken by the test of package flow: GPGA_SEEDS=DIR GPGA_MUTANTS=N.)
//
// In flow the folder of a suite's sources, which stay where they are and are no part of this repository, and known.json, the
// programs whose difference is accepted, each with its reason. Out flow a line for each program that differs, a table of how
// many programs met which fate, and exit status 1 where one differs without a stated reason. Where the sources, iverilog or
// yosys are missing the command says NOT RUN and ends with status 0.
//
// Invariants:
//
//   - Icarus Verilog alone decides what takes part: a program that it refuses, or does not bring to its end, is counted and not
//     compared. What gpga makes of a program never influences whether it takes part.
//   - Every simulator starts in a folder of its own that was empty before, with the same names of files on its command line.
//   - The programs run side by side, the report is in the order of their names.
package main
