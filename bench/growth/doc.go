// Package growth writes Verilog designs that grow along one axis at a time: waits, processes, statements, signals of an @* list.
//
// In flows a size, out flows a source text that runs and prints something. The text depends on nothing but the axis and the size, so
// that what is measured of it can be compared between commits.
package growth
