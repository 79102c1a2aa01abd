//go:build !(linux && amd64)

package main

import (
	"errors"
	"time"
)

// sample is there for Linux on amd64 only, whose ptrace it needs.
func sample(int, time.Duration, func(pc uint64)) error {
	return errors.New("breakdown needs Linux on amd64")
}
