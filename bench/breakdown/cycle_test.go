package main

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

// TestParseCode reads what wazero's cache holds, and finds a function by its place.
func TestParseCode(t *testing.T) {
	b := []byte("WAZEVO\x031.9")
	b = binary.LittleEndian.AppendUint32(b, 3)
	for _, o := range []uint64{0, 16, 48} {
		b = binary.LittleEndian.AppendUint64(b, o)
	}
	b = binary.LittleEndian.AppendUint64(b, 64)
	b = append(b, make([]byte, 64)...)
	c, err := parseCode(b)
	if err != nil {
		t.Fatal(err)
	}
	for off, want := range map[uint64]int{0: 0, 15: 0, 16: 1, 47: 1, 48: 2, 63: 2, 64: -1, 1 << 40: -1} {
		if got := c.function(off); got != want {
			t.Errorf("offset %d is in function %d, want %d", off, got, want)
		}
	}
	for n := range b {
		if _, err := parseCode(b[:n]); err == nil {
			t.Errorf("%d bytes of %d pass", n, len(b))
		}
	}
}

// TestShares: the categories' times add up to the cycle, and every function has its category.
func TestShares(t *testing.T) {
	b := breakdown{design: "d", cycles: 1000, seconds: 1e-3, samples: map[string]int{"gpga_seg_12": 50, "gpga_publish": 25, "gpga_apply_nba": 20, outsideKernel: 5}}
	var out bytes.Buffer
	b.print(&out, 0)
	for _, want := range []string{"1000 ns of CPU time a cycle", "bodies  500 ns  50.0 %", "compare and mark  250 ns", "NBA log and commit  200 ns", "driver loop and system tasks   50 ns"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
