// Command modules writes deps.bzl, Bazel's view of the Go modules, from go.mod and go.sum.
//
// In flow the requirements of go.mod, direct and indirect, and their h1: sums from go.sum; out flows one go_repository for
// each. Gazelle's update-repos would list the whole module graph instead, with modules that no package here imports.
//
// Start it with bazel run //tools/modules, or go run ./tools/modules in the repository's root. The test of this package
// fails when deps.bzl is not what it would write.
package main
