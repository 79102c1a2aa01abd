// Package guard runs a part of this program in a process of its own, which is killed when it takes too long or too much
// memory: what it calls (a shader compiler) can neither be interrupted nor bounded in any other way.
//
// In flow a command, limits and a request; out flow the messages of the process, one JSON value a line, and how it ended. The
// process calls Serve. It knows nothing of Metal.
//
// Invariants:
//
//   - The process leads a group of its own; at a limit, and when Run's context ends, the whole group is killed.
//   - The process does not outlive its parent: its standard input is open as long as that is there.
//   - Memory is what the group has, and, on a Mac, what the services that compile shaders have that were not there before: the
//     system starts them for the process, outside of the group. Whoever else compiles at that moment counts as well.
package guard
