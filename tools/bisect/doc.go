// Package bisect finds what made a kernel dearer to compile: the commit of a history, or the option of a compilation; and in
// the text that comes of it the function and the construct.
//
// In flow a range of commits (or a list of levers), a way to get from a source tree to a kernel's text or to a number, and a
// metric: any feature of codegen/cost, any figure of tools/measure, or a number that a command prints. Out flow the culprit, what
// was measured of its neighbours, and an explanation: which functions moved and because of which construct.
//
// Invariants:
//
//   - The user's work tree, index and branches are never touched. Commits are looked at in a work tree of the package's own,
//     inside the repository's git directory; one that a killed run left behind is removed by the next.
//   - Both texts of a comparison are measured by this program, so a change of the yardstick is no regression.
//   - What was measured is kept in a state directory, and a run that was interrupted goes on where it stopped. The state is
//     bound to the question: another question starts anew.
//   - A commit that does not build, or whose measuring fails, is skipped and never blamed alone: where only such commits lie
//     between the last good and the first bad one, all of them are named.
//   - Noise is met with repeats: a verdict stands only when the figure is so many sigmas of its mean away from the bound.
package bisect
