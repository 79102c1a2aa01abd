// Package outside runs designs that others wrote, under Icarus Verilog and under gpga, in every form on the engines cpu and clang,
// and wants the same of all: what they print, their exit status, and their waves.
//
// In flows the folder that the environment variable GPGA_OUTSIDE names, with its outside.json (see bench/README.md). Nothing
// flows out but the verdict: the designs are their authors' and no part of this repository. Without the folder the test says
// loudly that it did not run.
package outside
