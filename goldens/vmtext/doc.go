// Package vmtext holds what the four texts of the vm form must keep: that they depend on no design, that our checker and clang
// accept them, and that they stay small. In: codegen/emit's texts. Out: nothing but tests.
package vmtext
