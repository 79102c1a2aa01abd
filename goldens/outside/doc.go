// Package outside runs designs that others wrote, under Icarus Verilog and under gpga, and wants the same of both: what they
// print, their exit status, and their waves.
//
// In flows the folder that the environment variable GPGA_OUTSIDE names, with its outside.json (see bench/README.md). Nothing
// flows out but the verdict: the designs are their authors' and no part of this repository. Without the folder the test says
// loudly that it did not run.
package outside
