package ordering

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/tools/flow"
)

// TestCompiled holds the compiled line, in two forms of the kernel, to what Icarus prints for the same programs.
func TestCompiled(t *testing.T) {
	allow := allowed(t, "allowed_compiled.txt")
	files, err := filepath.Glob("testdata/*.v")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".v")
		want, err := os.ReadFile(strings.TrimSuffix(f, ".v") + ".icarus")
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range []flow.Form{flow.FormTable, flow.FormVM} {
			t.Run(name+"/"+string(form), func(t *testing.T) {
				b, err := flow.Compile(flow.Options{Files: []string{f}, Form: form}, flow.ToKernel)
				if err != nil {
					t.Fatal(err)
				}
				var out bytes.Buffer
				_, err = b.Run(context.Background(), flow.RunOptions{Engine: flow.EngineCPU, Host: host.Config{Stdout: &out, Dir: t.TempDir()}})
				if err != nil {
					t.Fatal(err)
				}
				same := bytes.Equal(out.Bytes(), want)
				if reason, ok := allow[name]; ok {
					if same {
						t.Errorf("agrees with Icarus: take it out of allowed_compiled.txt (%s)", reason)
					}
				} else if !same {
					t.Errorf("prints\n%swant\n%s", out.Bytes(), want)
				}
			})
		}
	}
}
