package doctor

import (
	"encoding/binary"
	"syscall"
)

func (s *System) describe() {
	if v, err := syscall.Sysctl("kern.osproductversion"); err == nil {
		s.OS = "macOS " + v
	}
	s.Build, _ = syscall.Sysctl("kern.osversion")
	s.Processor, _ = syscall.Sysctl("machdep.cpu.brand_string")
	// Sysctl takes a final zero byte off, which a number may well have.
	if raw, err := syscall.Sysctl("hw.memsize"); err == nil && len(raw) <= 8 {
		s.Memory = binary.LittleEndian.Uint64(append([]byte(raw), make([]byte, 8-len(raw))...))
	}
}
