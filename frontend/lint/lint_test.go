package lint_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/lint"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
)

// check lints text with the warning options.
func check(t *testing.T, name, text string, warnings ...string) *diag.List {
	t.Helper()
	set := source.NewSet()
	diags := diag.NewList(set)
	for _, w := range warnings {
		if err := diags.SetWarning(w); err != nil {
			t.Fatal(err)
		}
	}
	src, lib := parse.Text(set, diags, parse.Options{}, name, []byte(text))
	if !diags.HasErrors() {
		if d, m := elab.ElaborateModel(set, src, lib, elab.Options{}, diags); d != nil {
			lint.Check(m, diags)
		}
	}
	for _, d := range diags.Items() {
		if d.Severity == diag.Error {
			var b strings.Builder
			diags.Print(&b)
			t.Fatal(b.String())
		}
	}
	return diags
}

var (
	comment = regexp.MustCompile(`// LINT (.*)$`)
	wanted  = regexp.MustCompile(`(W[0-9]{4}) "([^"]*)"`)
)

// TestRules lints each testdata/*.v with all classes on and compares the warnings with those that the lines themselves name, by
// code and text.
func TestRules(t *testing.T) {
	files, err := filepath.Glob("testdata/*.v")
	if err != nil || len(files) < 9 {
		t.Fatal("no files", err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range wanted.FindAllStringSubmatch(string(text), -1) {
			seen[m[1]] = true
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			diags := check(t, file, string(text), "lint", "pin-empty")
			got := map[int][]diag.Diagnostic{}
			for _, d := range diags.Items() {
				line := diags.Set.Position(d.Pos).Line
				got[line] = append(got[line], d)
			}
			for i, line := range strings.Split(string(text), "\n") {
				have := got[i+1]
				if m := comment.FindStringSubmatch(line); m != nil {
					for _, want := range wanted.FindAllStringSubmatch(m[1], -1) {
						found := false
						for k, d := range have {
							if string(d.Code) == want[1] && regexp.MustCompile(want[2]).MatchString(d.Message) {
								have, found = append(have[:k:k], have[k+1:]...), true
								break
							}
						}
						if !found {
							t.Errorf("line %d: no %s %q", i+1, want[1], want[2])
						}
					}
				}
				for _, d := range have {
					t.Errorf("line %d: unexpected %s %q", i+1, d.Code, d.Message)
				}
			}
		})
	}
	for _, i := range diag.Table() {
		if strings.HasPrefix(string(i.Code), "W4") && !seen[string(i.Code)] {
			t.Errorf("no file expects %s", i.Code)
		}
	}
}

// TestDeepExpressions lints expressions of many operators: the work grows with the text.
func TestDeepExpressions(t *testing.T) {
	var b strings.Builder
	b.WriteString("module t(input [199:0] a, output [7:0] y, z);\n  assign y = 8'd0")
	for i := range 200 {
		b.WriteString([]string{" & ", " | ", " + ", " - "}[i%4] + "a[" + strconv.Itoa(i) + "]")
	}
	b.WriteString(";\n  assign z = ")
	for range 200 {
		b.WriteString("~(8'd3 & ")
	}
	b.WriteString("a[7:0]" + strings.Repeat(")", 200) + ";\nendmodule\n")
	start := time.Now()
	diags := check(t, "deep.v", b.String(), "lint")
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("%v", took)
	}
	if len(diags.Items()) == 0 {
		t.Error("operands of 1 and 8 bits are nothing to say a word about")
	}
}

// TestDeterministic lints the same text twice.
func TestDeterministic(t *testing.T) {
	text, err := os.ReadFile("testdata/clocked.v")
	if err != nil {
		t.Fatal(err)
	}
	var out [2]strings.Builder
	for i := range out {
		if err := check(t, "clocked.v", string(text), "lint").Print(&out[i]); err != nil {
			t.Fatal(err)
		}
	}
	if out[0].String() != out[1].String() || out[0].Len() == 0 {
		t.Error("two runs say different things")
	}
}

// FuzzCheck lints any text that elaborates: nothing may panic, and every warning has a place.
func FuzzCheck(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.v")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("module t; reg [0:-1] r; always @(r) case (r[1:0]) 1'bx: r = -r; endcase endmodule")
	f.Add("module t(input [7:0] a); genvar g; for (g = 0; g < 2; g = g + 1) begin : b wire w = a[g] ? 1'bz : {a{g}}; end endmodule")
	f.Fuzz(func(t *testing.T, text string) {
		set := source.NewSet()
		diags := diag.NewList(set)
		if err := diags.SetWarning("all"); err != nil {
			t.Fatal(err)
		}
		src, lib := parse.Text(set, diags, parse.Options{}, "t.v", []byte(text))
		if diags.HasErrors() {
			return
		}
		d, m := elab.ElaborateModel(set, src, lib, elab.Options{Specify: true}, diags)
		if d == nil {
			return
		}
		before := len(diags.Items())
		lint.Check(m, diags)
		for _, w := range diags.Items()[before:] {
			if !w.Pos.IsValid() {
				t.Errorf("no place: %s %s", w.Code, w.Message)
			}
		}
	})
}
