// Package visibility checks that the layers of gpga import only what they may.
//
// In flows the source tree: every BUILD.bazel and every Go file outside third_party. Out flows a list of violations, each
// with the file and line to look at.
//
// Bazel's visibility attributes keep the rule at build time, but they are text that anybody can widen together with the
// import that needs it. So the rule stands once more here, in the table House, and the test of this package compares
// four things with it:
//
//   - the package groups in the root BUILD.bazel name exactly the layers of the table;
//   - every target is visible to its row's package group or to fewer packages;
//   - every import in a Go file, tests included, is one that the table admits (go build does not look at visibility);
//   - every Go file is a source of a target (a file that Bazel does not know is neither checked nor tested by it).
//
// The package imports nothing of gpga: it must compile when everything else is broken.
package visibility
