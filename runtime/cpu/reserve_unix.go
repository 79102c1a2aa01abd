//go:build linux || darwin

package cpu

import (
	"syscall"

	"github.com/tetratelabs/wazero/experimental"
)

// reserved is a linear memory whose whole address range is taken at the start: it grows in place, so that growing neither
// copies what is there nor holds it twice. Pages cost nothing before they are touched.
type reserved struct{ all []byte }

func (r *reserved) Reallocate(size uint64) []byte {
	if size > uint64(len(r.all)) {
		return nil
	}
	return r.all[:size]
}

func (r *reserved) Free() {
	syscall.Munmap(r.all)
	r.all = nil
}

// allocator gives reserved memories, and ones that move where the range is not to be had (under ulimit -v).
func allocator(least, most uint64) experimental.LinearMemory {
	if most > 0 && most == uint64(int(most)) {
		all, err := syscall.Mmap(-1, 0, int(most), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE|syscall.MAP_NORESERVE)
		if err == nil {
			return &reserved{all}
		}
	}
	return &moving{make([]byte, 0, least)}
}
