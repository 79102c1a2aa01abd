// Package passes is how a stage tells whoever watches it which of its passes runs and what that pass is at.
//
// In flow the passes of a stage, as the stage runs them; out flow calls of a Runner, which may time them, print what they
// work on, or do nothing. Without a Runner a pass is a plain call. The package is a leaf that every layer may import, for every
// layer has passes; it knows nothing of any of them.
//
// Invariants:
//
//   - Begin and End nest: a pass ends after the passes that began within it. A panic ends none.
//   - A Runner changes nothing: what a stage makes is the same with and without one.
//   - Closures handed to At and in IR are called on the goroutine that runs the pass, or after it panicked.
package passes
