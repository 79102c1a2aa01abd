// Package diag collects, filters and prints what the front end has to say
// about a design.
//
// In: diagnostics with a stable code, a severity and a position. Out: a list
// without repetitions, stable in source order, printed as
//
//	file:line:col: error: message [E1234]
//	    source line
//	       ^
//
// Invariants: a code is listed in one of the codes_*.go tables, and never
// changes its meaning; errors cannot be switched off; collecting stops (quietly,
// with one closing line) after MaxErrors errors; nothing here panics.
package diag
