// Package lanes runs a Verilog text in several ways and compares what comes of them: Icarus Verilog, the reference
// interpreter, and the compiled line in its vm and table forms.
//
// In flow texts whose lines of output start with a key ("17.2 ", program 17, its process 2); out flow outcomes and the
// differences between them. Two outcomes are equal when for each key the same lines were printed in the same order: between
// processes the standard promises no order. Compared strictly, the whole text counts.
//
// Invariants: a text is simulated in this process without files, and a panic of gpga is an outcome like any other.
package lanes
