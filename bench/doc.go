// Command bench measures gpga and Icarus Verilog side by side, in one run, on designs of its own and on designs of others.
//
// In flow designs (package designs) and which tools to run; out flow a table, and a JSON report with every single figure, the
// commands and the machine. Figures are CPU seconds (user and system, of the process and of what it started), so that other
// load on the machine disturbs them least; the repeats of all tools alternate; the medians are reported.
//
// Invariant: a time counts only when the tools agree: output that differs from Icarus Verilog's is an error, not a figure.
package main
