package pages

import (
	"os"
	"path/filepath"
	"strings"
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

func TestVerilogPage(t *testing.T) {
	for _, s := range Verilog(os.DirFS(sourceTree(t))) {
		t.Error(s)
	}
}

// TestVerilogPageErrors breaks rows.
func TestVerilogPageErrors(t *testing.T) {
	page := func(change map[string]string) string {
		var b strings.Builder
		for _, c := range Clauses() {
			row := "| " + c + " | subject | *text* |  |"
			if r, ok := change[c]; ok {
				row = r
			}
			b.WriteString(row + "\n")
		}
		return b.String()
	}
	for _, tt := range []struct{ clause, row, want string }{
		{"3.1", "", ""},
		{"3.1", "| 3.1 | a `word` | yes | `a.v` |", ""},
		{"3.1", "| 3.1 | $time | yes | `a.v`, `a_test.go:TestA` |", ""},
		{"3.1", "| 3.1 | a | refused | `E2001` |", ""},
		{"3.1", "| 3.2 | a | *text* |  |", "stands where 3.1"},
		{"3.1", "| 3.1 | a | yes |  |", "no test is named"},
		{"3.1", "| 3.1 | a | yes | `b.v` |", "b.v"},
		{"3.1", "| 3.1 | a | yes | `a_test.go:TestB` |", "has no TestB"},
		{"3.1", "| 3.1 | $stime | yes | `a.v` |", "none of the tests has $stime"},
		{"3.1", "| 3.1 | a `thing` | yes | `a.v` |", "none of the tests has thing"},
		{"3.1", "| 3.1 | a | refused |  |", "no diagnostic is named"},
		{"3.1", "| 3.1 | a | refused | `E0001` |", "no diagnostic E0001"},
		{"3.1", "| 3.1 | a | maybe |  |", "no status"},
		{"C", " ", "no row for C"},
	} {
		change := map[string]string{}
		if tt.row != "" {
			change[tt.clause] = tt.row
		}
		tree := fstest.MapFS{"docs/verilog-2005.md": {Data: []byte(page(change))}, "a.v": {Data: []byte("a word of $time")},
			"a_test.go": {Data: []byte("func TestA(t *testing.T) {}")}}
		got := strings.Join(Verilog(tree), "\n")
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.row, got, tt.want)
		}
	}
}

func TestRunCodes(t *testing.T) {
	for _, s := range RunCodes(os.DirFS(sourceTree(t))) {
		t.Error(s)
	}
	tree := fstest.MapFS{"runtime/a.go": {Data: []byte(`&Error{Code: "R999"}`)}, "tools/a.go": {Data: []byte(`s.running("R100", x)`)}}
	got := strings.Join(RunCodes(tree), "\n")
	if !strings.Contains(got, "runtime/a.go: R999 is not") || !strings.Contains(got, "nothing gives R101") || strings.Contains(got, "R100") {
		t.Error(got)
	}
}
