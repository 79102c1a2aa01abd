package pages

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// sourceTree returns the repository's root, found as the test of tools/visibility finds it: through WORKSPACE.
func sourceTree(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if real, err := filepath.EvalSymlinks(filepath.Join(dir, "WORKSPACE")); err == nil {
			return filepath.Dir(real)
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no WORKSPACE above the working directory")
		}
		dir = up
	}
}

func TestDiagnosticsPage(t *testing.T) {
	for _, s := range Diagnostics(os.DirFS(sourceTree(t))) {
		t.Error(s)
	}
	for _, bad := range []string{"", "# Diagnostics\n"} {
		if len(Diagnostics(fstest.MapFS{"docs/diagnostics.md": {Data: []byte(bad)}})) != 1 {
			t.Errorf("a page of %q is accepted", bad)
		}
	}
}
