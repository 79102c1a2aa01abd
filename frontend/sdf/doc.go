// Package sdf reads Standard Delay Format files (IEEE 1497), as far as they annotate module paths.
//
// In flow a text and the file it stands in, for positions; out flow the cells with their IOPATH delays. Everything else
// in a file (timing checks, interconnect delays, environment) is skipped; what is skipped is named once.
//
// Invariants: any bytes are taken without a panic, nesting is bounded, and every problem has a position.
package sdf
