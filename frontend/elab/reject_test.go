package elab

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
)

var rejected = regexp.MustCompile(`// (ERROR|WARN) ([A-Z][0-9]{4}) (.*)$`)

// TestReject goes through testdata/reject: each file holds small programs that break a rule of IEEE 1364-2005, each under a line
//
//	//# CLAUSE what the clause asks for
//
// A program is read for itself, with module paths simulated. The line that breaks the rule ends with the code and the text of the
// error, and nothing may be said of other lines. Where Icarus Verilog 11 accepts the form and sources in use have it, a warning is
// expected in place of the error.
func TestReject(t *testing.T) {
	files, err := filepath.Glob("testdata/reject/*.v")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	count := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		programs := strings.Split(string(text), "//# ")[1:]
		count += len(programs)
		t.Run(strings.TrimSuffix(filepath.Base(file), ".v"), func(t *testing.T) {
			for _, p := range programs {
				title, body, _ := strings.Cut(p, "\n")
				t.Run(title, func(t *testing.T) { reject(t, body) })
			}
		})
	}
	if count < 350 {
		t.Errorf("%d programs", count)
	}
}

func reject(t *testing.T, text string) {
	set := source.NewSet()
	diags := diag.NewList(set)
	for _, w := range []string{"extensions", "udp", "portbind"} {
		if err := diags.SetWarning(w); err != nil {
			t.Fatal(err)
		}
	}
	src, lib := parse.Text(set, diags, parse.Options{}, "t.v", []byte(text))
	if !diags.HasErrors() {
		d := Elaborate(set, src, lib, Options{Specify: true}, diags)
		if (d == nil) != diags.HasErrors() {
			t.Errorf("a design: %v, errors: %v", d != nil, diags.HasErrors())
		}
	}
	said := map[int][]diag.Diagnostic{} // a parser that goes on may say more of the same line
	for _, d := range diags.Items() {
		at := set.Position(d.Pos)
		if !at.IsValid() {
			t.Errorf("no place: %s", d.Message)
		}
		said[at.Line] = append(said[at.Line], d)
	}
	wanted := 0
	for i, line := range strings.Split(text, "\n") {
		m := rejected.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		wanted++
		list := said[i+1]
		delete(said, i+1)
		severity := map[string]diag.Severity{"ERROR": diag.Error, "WARN": diag.Warning}[m[1]]
		found := false
		for _, d := range list {
			found = found || string(d.Code) == m[2] && d.Severity == severity && d.Message == m[3]
			if d.Severity != severity {
				t.Errorf("line %d: unexpected %s %q", i+1, d.Code, d.Message)
			}
		}
		if !found {
			t.Errorf("line %d: %v, want %s", i+1, list, m[0])
		}
	}
	if wanted == 0 {
		t.Error("nothing is expected")
	}
	for line, list := range said {
		t.Errorf("line %d: unexpected %v", line, list)
	}
}
