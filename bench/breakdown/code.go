package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
)

// code is the machine code of a kernel as wazero's cache keeps it.
type code struct {
	offsets []uint64 // of the functions, in the order of the module's code section
	text    []byte
}

// readCode finds the cached module below dir. The file is: "WAZEVO", a length and the version, the number of functions, the
// offset of each (8 bytes), the code's length (8 bytes) and the code; numbers are little-endian.
func readCode(dir string) (*code, error) {
	var c *code
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		c, err = parseCode(b)
		return err
	})
	if err == nil && c == nil {
		err = fmt.Errorf("%s: no compiled module", dir)
	}
	return c, err
}

func parseCode(b []byte) (*code, error) {
	bad := fmt.Errorf("not a compiled module of a version that is known here")
	const magic = "WAZEVO"
	if len(b) < 7 || string(b[:6]) != magic {
		return nil, bad
	}
	at := 7 + int(b[6])
	if len(b) < at+4 {
		return nil, bad
	}
	n := int(binary.LittleEndian.Uint32(b[at:]))
	at += 4
	if n < 0 || n > len(b)/8 || len(b) < at+8*n+8 {
		return nil, bad
	}
	c := &code{offsets: make([]uint64, n)}
	for i := range c.offsets {
		c.offsets[i] = binary.LittleEndian.Uint64(b[at:])
		at += 8
	}
	size := binary.LittleEndian.Uint64(b[at:])
	at += 8
	if size > uint64(len(b)-at) {
		return nil, bad
	}
	c.text = b[at : at+int(size)]
	if !sort.SliceIsSorted(c.offsets, func(i, j int) bool { return c.offsets[i] < c.offsets[j] }) {
		return nil, bad
	}
	return c, nil
}

// locate finds where a running process has the code: the executable mapping that begins with it.
func (c *code) locate(pid int) (uint64, error) {
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		return 0, err
	}
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		return 0, err
	}
	defer mem.Close()
	probe := c.text[:min(len(c.text), 4096)]
	for _, line := range bytes.Split(maps, []byte("\n")) {
		var lo, hi uint64
		var perm string
		if _, err := fmt.Sscanf(string(line), "%x-%x %s", &lo, &hi, &perm); err != nil || len(perm) < 3 || perm[2] != 'x' || hi-lo < uint64(len(c.text)) {
			continue
		}
		got := make([]byte, len(probe))
		if _, err := mem.ReadAt(got, int64(lo)); err != nil {
			continue
		}
		same := 0
		for i := range probe {
			if got[i] == probe[i] {
				same++
			}
		}
		// Calls between functions are patched when the code is loaded, so a few bytes differ.
		if same*10 > len(probe)*9 {
			return lo, nil
		}
	}
	return 0, fmt.Errorf("the process has not loaded the code")
}

// function is the index of the function at an offset of the code, or -1.
func (c *code) function(off uint64) int {
	if off >= uint64(len(c.text)) {
		return -1
	}
	return sort.Search(len(c.offsets), func(i int) bool { return c.offsets[i] > off }) - 1
}
