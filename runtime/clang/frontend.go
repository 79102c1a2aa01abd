package clang

import (
	"errors"
	"os"
	"path/filepath"
)

// Frontend writes a kernel's text and the header into dir and returns the arguments with which clang reads it, for callers that
// choose the target and the output themselves. The text has no entry but its own kernels.
func Frontend(dir, text string) ([]string, error) {
	in := filepath.Join(dir, "kernel.metal")
	text = constantRE.ReplaceAllString(text, "constant uint gpga_slot_stride = 1;")
	if err := errors.Join(os.WriteFile(filepath.Join(dir, "metal_stdlib"), shim, 0o644), os.WriteFile(in, []byte(text), 0o644)); err != nil {
		return nil, err
	}
	return append(append([]string{}, modeFlags...), "-I", dir, in), nil
}
