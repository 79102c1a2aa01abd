// Package instances holds runs of several instances, and runs that continue from snapshots, to single and uninterrupted runs of
// the golden designs: the same text, exit status and files, to the last byte. It has tests only.
package instances
