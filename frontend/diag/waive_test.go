package diag

import (
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/source"
)

// TestWaiveComments puts a warning of three classes on each line of a text and wants those that its comments do not waive.
func TestWaiveComments(t *testing.T) {
	const text = `a
b // gpga lint_off width-trunc -- the reason
c
// gpga lint_ignore latch, unused

// more
d
e
/* verilator lint_off WIDTH */ f
g // gpga lint_off all-there-is
/* verilator lint_on WIDTH */ h
i
// gpga lint_off
j
// gpga lint_on
k "// gpga lint_off latch"
// verilator lint_off LATCH
// verilator lint_save
// verilator lint_off UNUSED
// verilator lint_on LATCH
l
// verilator lint_restore
m
`
	set := source.NewSet()
	f, _ := set.Add("a.v", []byte(text), source.NoPos)
	l := NewList(set)
	for _, o := range []string{"lint", "waiver"} {
		if err := l.SetWarning(o); err != nil {
			t.Fatal(err)
		}
	}
	codes := []Code{LintWidthTrunc, LintLatch, LintUnused}
	letters := "TLU"
	got := map[string]string{}
	for off := 0; off < len(text); off++ {
		if off > 0 && text[off-1] != '\n' && !strings.HasSuffix(text[:off], "*/ ") || text[off] < 'a' || text[off] > 'm' {
			continue
		}
		for i, c := range codes {
			n := len(l.Items())
			l.Warnf(c, f.Pos(off), "%d", off)
			for _, d := range l.Items()[n:] {
				if d.Code == c {
					got[text[off:off+1]] += letters[i : i+1]
				}
			}
		}
	}
	want := map[string]string{"a": "TLU", "b": "LU", "c": "TLU", "d": "T", "e": "TLU", "f": "LU", "g": "LU", "h": "TLU", "i": "TLU",
		"k": "TLU", "l": "TL", "m": "TU"}
	for c := 'a'; c <= 'm'; c++ {
		if got[string(c)] != want[string(c)] {
			t.Errorf("line %c: %q, want %q", c, got[string(c)], want[string(c)])
		}
	}
	bad := 0
	for _, d := range l.Items() {
		if d.Code == WaiveBadComment {
			bad++
			if set.Position(d.Pos).Line != 10 || !strings.Contains(d.Message, "all-there-is") {
				t.Errorf("%v", d)
			}
		}
	}
	if bad != 1 {
		t.Errorf("%d names of no class, want 1", bad)
	}
}

func TestWaiverFile(t *testing.T) {
	const waivers = "# comment\n`verilator_config\n" +
		"lint_off -rule WIDTH -file \"rtl/*.v\"\n" +
		"lint_off -rule latch --lines 2-3 // why\n" +
		"lint_off -match \"net 'x*\" -file a.v\n" +
		"lint_off -rule unused -regex \"^variable .*tmp\"\n" +
		"lint_off -rule unused -file never.v\n"
	set := source.NewSet()
	w, _ := set.Add("waivers", []byte(waivers), source.NoPos)
	a, _ := set.Add("src/a.v", []byte("1\n2\n3\n4\n"), source.NoPos)
	b, _ := set.Add("my/rtl/b.v", []byte("1\n2\n"), source.NoPos)
	l := NewList(set)
	l.SetWarning("lint")
	l.SetWarning("waiver")
	l.ReadWaivers(w)
	if l.HasErrors() {
		t.Fatal(l.Items())
	}
	for _, tt := range []struct {
		code Code
		pos  source.Pos
		msg  string
		kept bool
	}{
		{LintWidthTrunc, a.Pos(0), "8 bits", true},
		{LintWidthTrunc, b.Pos(0), "8 bits", false},
		{LintLatch, a.Pos(0), "latch", true},
		{LintLatch, a.Pos(2), "latch", false},
		{LintLatch, a.Pos(4), "latch", false},
		{LintLatch, a.Pos(6), "latch", true},
		{LintUndriven, a.Pos(6), "net 'xyz' has no driver", false},
		{LintUndriven, a.Pos(6), "net 'yz' has no driver", true},
		{LintUnused, a.Pos(6), "variable 'tmp' is never used", false},
		{LintUnused, a.Pos(6), "net 'tmp' is never used", true},
	} {
		n := len(l.Items())
		l.Warnf(tt.code, tt.pos, "%s", tt.msg)
		if kept := len(l.Items()) > n; kept != tt.kept {
			t.Errorf("%s %q at %v: kept is %v", tt.code, tt.msg, set.Position(tt.pos), kept)
		}
	}
	n := len(l.Items())
	l.UnusedWaivers()
	if rest := l.Items()[n:]; len(rest) != 1 || set.Position(rest[0].Pos).Line != 7 {
		t.Errorf("waivers without effect: %v", rest)
	}
}

func TestWaiverFileErrors(t *testing.T) {
	for _, tt := range []struct {
		text string
		col  int
		msg  string
	}{
		{"lint_on -rule x", 1, "starts with lint_off"},
		{"lint_off -rule nonsense", 16, "no warning class 'nonsense'"},
		{"lint_off -lines 3-2", 17, "want a line or two"},
		{"lint_off -rule", 10, "needs a value"},
		{"lint_off -regex \"(\"", 17, "malformed expression"},
		{"lint_off -msg x", 10, "is not -rule"},
		{"lint_off -file \"x", 16, "not closed"},
	} {
		set := source.NewSet()
		f, _ := set.Add("w", []byte(tt.text), source.NoPos)
		l := NewList(set)
		l.ReadWaivers(f)
		if len(l.Items()) != 1 {
			t.Errorf("%s: %d errors", tt.text, len(l.Items()))
			continue
		}
		if d := l.Items()[0]; d.Code != WaiveBadFile || set.Position(d.Pos).Column != tt.col || !strings.Contains(d.Message, tt.msg) {
			t.Errorf("%s: %v at %v", tt.text, d.Message, set.Position(d.Pos))
		}
	}
}

// FuzzWaivers gives any text as a source with comments and as a waiver file.
func FuzzWaivers(f *testing.F) {
	f.Add("// gpga lint_off latch\nx /* verilator lint_save */ \"a\\\"b\" // gpga lint_ignore")
	f.Add("lint_off -rule latch -file \"*?[\" -lines 1-2 -match \"\\\\\"")
	f.Fuzz(func(t *testing.T, text string) {
		set := source.NewSet()
		file, _ := set.Add("a", []byte(text), source.NoPos)
		l := NewList(set)
		l.SetWarning("all")
		l.ReadWaivers(file)
		l.Warnf(LintLatch, file.Pos(len(text)/2), "m")
		if _, err := l.place(file.Pos(len(text)/2), file.Pos(len(text))), l.Write(discard{}, SARIF, "0"); err != nil {
			t.Fatal(err)
		}
	})
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
