// Package sdf reads Standard Delay Format files (IEEE 1497), as far as they annotate Verilog (IEEE 1364-2005 clause 16).
//
// In flow a text and the file it stands in, for positions; out flow the cells with their delays (of paths, devices, ports,
// interconnections, specparams), pulse limits and timing checks, names unescaped and cut at their dividers. The rest of a
// file (environment, constraints, retain times) is skipped; what is skipped is named once.
//
// Invariants: any bytes are taken without a panic, nesting is bounded, and every problem has a position.
package sdf
