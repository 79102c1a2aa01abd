// Package tree holds Verilog texts as trees that can be made smaller without knowing the language: each node is a piece of text
// with places for its parts, and says what may be done with it.
//
// In flow nodes that a generator made; out flow texts, counts of constructs, and, from Shrink, the smallest tree that a test
// still holds for. Invariant: a tree is never changed in place while somebody else may look at it; Shrink works on a copy.
package tree
