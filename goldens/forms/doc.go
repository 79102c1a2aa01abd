// Package forms holds the kernel's forms to each other. In flow the golden designs; out flows nothing but the tests' verdicts.
//
// The invariants that the tests hold to: on every golden design the forms switch, table and vm, on the engines cpu and clang, print
// the same text, write the same files, waves among them, and end with the same exit status, equal to what the reference
// interpreter makes of the design; and the state at a step's end is the same in every form, so that any form on any
// engine goes on where another stopped. What Icarus makes of the same designs is held to in package goldens.
package forms
