package flow

import (
	"encoding/binary"
	"syscall"
)

// freeMemory is what the machine could give at the very most, in bytes: macOS tells what it has, and no program what is left.
// 0 where it does not tell.
func freeMemory() uint64 {
	raw, err := syscall.Sysctl("hw.memsize") // without its last byte where that is 0
	if err != nil || len(raw) > 8 {
		return 0
	}
	return binary.LittleEndian.Uint64(append([]byte(raw), make([]byte, 8-len(raw))...))
}
