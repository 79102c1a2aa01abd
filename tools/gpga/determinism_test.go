package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestDeterminism compiles the golden designs twice to every stage: under all processors and under one, from the folder of
// the sources and from another. The bytes are the same, but for the name of the file where it is given with a folder.
func TestDeterminism(t *testing.T) {
	designs, err := filepath.Glob(filepath.Join("..", "..", "goldens", "designs", "*.v"))
	if err != nil || len(designs) == 0 {
		t.Fatalf("no golden designs: %v", err)
	}
	if testing.Short() {
		designs = designs[:5]
	}
	path, err := exec.LookPath("gpga")
	if err != nil {
		t.Fatal(err)
	}
	kinds := [][]string{{"ast"}, {"design"}, {"program"}, {"program", "--binary"}, {"waits"}, {"msl"}, {"msl", "--form=switch"}, {"msl", "--form=vm"}, {"wasm"}}
	for _, d := range designs {
		t.Run(filepath.Base(d), func(t *testing.T) {
			text, err := os.ReadFile(d)
			if err != nil {
				t.Fatal(err)
			}
			here, there := t.TempDir(), t.TempDir()
			for _, dir := range []string{here, there} {
				if err := os.WriteFile(filepath.Join(dir, "d.v"), text, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			emit := func(dir string, procs string, kind []string) []byte {
				t.Helper()
				c := exec.Command(path, append(append([]string{"emit"}, kind...), "d.v", "-q")...)
				c.Dir = dir
				c.Env = append(environ(), "GOMAXPROCS="+procs)
				var stderr bytes.Buffer
				c.Stderr = &stderr
				out, err := c.Output()
				if err != nil || len(out) == 0 {
					t.Fatalf("emit %v: %v, %d bytes\n%s", kind, err, len(out), stderr.String())
				}
				return out
			}
			for _, kind := range kinds {
				if !bytes.Equal(emit(here, "4", kind), emit(there, "1", kind)) {
					t.Errorf("emit %v differs from run to run", kind)
				}
			}
		})
	}
}
