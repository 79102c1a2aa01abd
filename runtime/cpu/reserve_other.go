//go:build !linux && !darwin

package cpu

import "github.com/tetratelabs/wazero/experimental"

// allocator gives memories that move when they grow.
func allocator(least, most uint64) experimental.LinearMemory {
	return &moving{make([]byte, 0, least)}
}
