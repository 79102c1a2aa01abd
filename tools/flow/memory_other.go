//go:build !darwin

package flow

import (
	"bufio"
	"bytes"
	"os"
	"strconv"
)

// freeMemory is what the machine could still give, in bytes; 0 where it does not tell.
func freeMemory() uint64 {
	text, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0
	}
	for sc := bufio.NewScanner(bytes.NewReader(text)); sc.Scan(); {
		if f := bytes.Fields(sc.Bytes()); len(f) > 1 && string(f[0]) == "MemAvailable:" {
			n, _ := strconv.ParseUint(string(f[1]), 10, 54)
			return n << 10
		}
	}
	return 0
}
