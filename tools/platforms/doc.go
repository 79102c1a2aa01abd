// Package platforms holds the tests that everything builds for every platform that gpga is for, and that the workflows of CI ask
// for what they must.
//
// In flows the source tree, found through WORKSPACE; nothing flows out. It needs the go command with its module cache: Bazel's
// rules cross-compile as well (--platforms), but do not vet, and look at one target at a time.
package platforms
