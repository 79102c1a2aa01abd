// Package preproc is the preprocessor of IEEE 1364-2005 clause 19: it takes
// the compiler directives out of a source text.
//
// In: files (or texts) in the order of the command line, macro definitions,
// include directories. Out: for each an Output with the expanded text, a map
// from its bytes back to source positions, and the directive state (timescale,
// default net type, keyword set, ...) that holds from which byte on.
//
// Invariants: one Preprocessor sees all files of a compilation, so macros and
// directive state go on from file to file, as the standard asks. Comments
// become one space. Every byte that comes out has the position of a byte that
// the user can see: what stems from a macro's text has the position of the
// outermost use, what stems from its arguments keeps its own. Expansion works
// on a stack of texts, not by recursion, so no input can exhaust the Go stack;
// nesting depth, include depth and the total size of what macros produce are
// bounded, and beyond the bounds there is an error with a position. Whatever
// the bytes, nothing panics.
//
// Where the standard is silent or Icarus Verilog is in wide use we do as it
// does: a macro's formal arguments are replaced within string literals of its
// text too, an undefined macro is a warning and stands for nothing. Of IEEE
// 1800 the preprocessor knows `" `\`" two backquotes (token pasting), default arguments,
// `undefineall, __FILE__ and __LINE__.
package preproc
