// Package source holds the text of every file that takes part in a
// compilation and turns compact positions back into file, line and column.
//
// In: names and bytes (real files, included files, texts given on the command
// line). Out: Pos values of eight bytes that every later package carries, and
// Position / LineText for those who print them.
//
// Invariants: a Pos with file 0 is unknown; files are numbered from 1 in the
// order they were added; offsets are bytes into File.Text; a file's text never
// changes once added. A token that stems from a macro has the position of the
// outermost macro use, so it always points into a text that the user can see;
// Expansion tells which macro that was.
package source
