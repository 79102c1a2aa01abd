// Package parse is the scanner and the recursive-descent parser of IEEE
// 1364-2005 Annex A, including what is not simulated.
//
// In: files or texts, read through package preproc. Out: an *ast.Source, and a
// Library that reads further modules on demand.
//
// Invariants: the tree is complete even after errors: what could not be parsed
// is left out, and parsing goes on behind the next `;` or at the next end
// keyword. Nesting is bounded (MaxDepth) and long chains of operators, else-ifs
// and conditionals are parsed by loops and bounded in length (MaxChain), so no
// input exhausts the Go stack, here or in those who walk the tree. Errors
// travel up as a private panic that the nearest recovery point catches; none
// leaves this package. A word of SystemVerilog in a place where IEEE 1364 has
// nothing to offer is named as such.
package parse
