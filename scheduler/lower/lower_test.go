package lower_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
	"github.com/gpga/gpga/scheduler/lower"
	"github.com/gpga/gpga/scheduler/program"
)

// elaborate makes a design of Verilog text.
func elaborate(t testing.TB, name, text string) *design.Design {
	t.Helper()
	set := source.NewSet()
	diags := diag.NewList(set)
	src, lib := parse.Text(set, diags, parse.Options{}, name, []byte(text))
	var d *design.Design
	if !diags.HasErrors() {
		var l elab.Library
		if lib != nil {
			l = lib
		}
		d = elab.Elaborate(set, src, l, elab.Options{}, diags)
	}
	if d == nil {
		var b strings.Builder
		diags.Print(&b)
		t.Fatalf("%s", b.String())
	}
	return d
}

// lowered is the verified program of Verilog text.
func lowered(t testing.TB, name, text string, opts lower.Options) *program.Program {
	t.Helper()
	d := elaborate(t, name, text)
	p, errs := lower.Lower(d, opts)
	for _, e := range errs {
		t.Errorf("%s: %s", d.Files.Position(e.Pos), e.Msg)
	}
	if len(errs) > 0 {
		t.FailNow()
	}
	if err := program.Verify(p); err != nil {
		var b bytes.Buffer
		program.Print(&b, p)
		t.Fatalf("%v\n%s", err, b.String())
	}
	return p
}

// TestProbe prints the program of the file that GPGA_PROBE names.
func TestProbe(t *testing.T) {
	name := os.Getenv("GPGA_PROBE")
	if name == "" {
		t.Skip("GPGA_PROBE names no file")
	}
	files, _ := filepath.Glob(name)
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		p := lowered(t, f, string(text), lower.Options{})
		var b bytes.Buffer
		program.Print(&b, p)
		t.Log(b.String())
	}
}

// TestSweep lowers and verifies every file that the pattern in GPGA_SWEEP matches, as far as it elaborates.
func TestSweep(t *testing.T) {
	pattern := os.Getenv("GPGA_SWEEP")
	if pattern == "" {
		t.Skip("GPGA_SWEEP names no files")
	}
	ok, bad, fail := 0, 0, 0
	var files []string
	if strings.HasPrefix(pattern, "@") {
		text, err := os.ReadFile(pattern[1:])
		if err != nil {
			t.Fatal(err)
		}
		files = strings.Fields(string(text))
	} else {
		files, _ = filepath.Glob(pattern)
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			bad++
			continue
		}
		set := source.NewSet()
		diags := diag.NewList(set)
		src, _ := parse.Text(set, diags, parse.Options{}, f, text)
		var d *design.Design
		if !diags.HasErrors() {
			d = elab.Elaborate(set, src, nil, elab.Options{}, diags)
		}
		if d == nil {
			bad++
			continue
		}
		for _, opts := range []lower.Options{{}, {TwoState: true, TraceAll: true, NoAlias: true, SegmentCost: 20}} {
			p, errs := lower.Lower(d, opts)
			for _, e := range errs {
				t.Logf("%s: %s", set.Position(e.Pos), e.Msg)
			}
			if p == nil {
				fail++
				break
			}
			if err := program.Verify(p); err != nil {
				t.Errorf("%s: %v", f, err)
				break
			}
			ok++
		}
	}
	t.Logf("%d lowered, %d not elaborated, %d with errors", ok, bad, fail)
}
