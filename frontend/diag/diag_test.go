package diag

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/source"
)

func TestTable(t *testing.T) {
	re := regexp.MustCompile(`^([PSEWL][0-9]{4}|R[0-9]{3})$`)
	seen := map[Code]bool{}
	for _, i := range Table() {
		if !re.MatchString(string(i.Code)) {
			t.Errorf("%q is not a letter and four digits, or R and three", i.Code)
		}
		if seen[i.Code] {
			t.Errorf("%s stands twice in the table", i.Code)
		}
		seen[i.Code] = true
		if i.Text == "" {
			t.Errorf("%s has no text", i.Code)
		}
		if (i.Code[0] == 'W') != (i.Class != "") {
			t.Errorf("%s: warnings, and only they, have a class", i.Code)
		}
	}
}

func newList(text string) (*List, *source.File) {
	set := source.NewSet()
	f, _ := set.Add("a.v", []byte(text), source.NoPos)
	return NewList(set), f
}

func TestPrint(t *testing.T) {
	l, f := newList("a\n\tfoo bar;\n")
	l.Add(Diagnostic{Code: "S1101", Pos: f.Pos(7), End: f.Pos(10), Message: "unexpected 'bar'"})
	l.Errorf("S1101", f.Pos(0), "first")
	l.Errorf("S1101", f.Pos(0), "first")
	l.Errorf("S1101", source.NoPos, "nowhere")
	l.Warnf("W2001", f.Pos(0), "quiet by default")
	var b strings.Builder
	if err := l.Print(&b); err != nil {
		t.Fatal(err)
	}
	want := "a.v:1:1: error: first [S1101]\n    a\n    ^\n" +
		"a.v:2:6: error: unexpected 'bar' [S1101]\n    \tfoo bar;\n    \t    ^~~\n" +
		"error: nowhere [S1101]\n"
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestWarningClasses(t *testing.T) {
	for _, tt := range []struct {
		opts          string
		errors, total int
	}{
		{"", 0, 1}, {"all", 0, 2}, {"implicit", 0, 2}, {"all no-implicit", 0, 1}, {"no-literal-truncated", 0, 0},
		{"none", 0, 0}, {"none implicit", 0, 1}, {"error", 1, 1}, {"all error", 2, 2}, {"error=implicit", 1, 2},
	} {
		l, f := newList("x")
		for _, o := range strings.Fields(tt.opts) {
			if err := l.SetWarning(o); err != nil {
				t.Fatal(err)
			}
		}
		l.Warnf("W2001", f.Pos(0), "quiet")
		l.Warnf("W1101", f.Pos(0), "loud")
		if l.ErrorCount() != tt.errors || len(l.Items()) != tt.total {
			t.Errorf("-W%s: %d errors of %d, want %d of %d", tt.opts, l.ErrorCount(), len(l.Items()), tt.errors, tt.total)
		}
	}
	l, _ := newList("")
	if l.SetWarning("no-such") == nil || l.SetWarning("error=such") == nil {
		t.Error("an unknown class must be refused")
	}
}

func TestLimit(t *testing.T) {
	l, f := newList(strings.Repeat("x", 200))
	l.MaxErrors = 3
	for i := range 10 {
		l.Errorf("S1101", f.Pos(i), "e")
	}
	var b strings.Builder
	l.Print(&b)
	if l.ErrorCount() != 3 || !l.Full() || !strings.Contains(b.String(), "7 more not shown") {
		t.Error(l.ErrorCount(), b.String())
	}
}
