package sdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/source"
)

func parse(text string) (*File, error) {
	f, err := source.NewSet().Add("t.sdf", []byte(text), source.NoPos)
	if err != nil {
		return nil, err
	}
	return Parse(f)
}

// TestParse reads a file with everything that matters and things that do not.
func TestParse(t *testing.T) {
	f, err := parse(`/* c */ (DELAYFILE (SDFVERSION "3.0") (DIVIDER /) (TIMESCALE 100 ps) // scale
(CELL (CELLTYPE "and2") (INSTANCE top/u\/1/\&b\[0\])
  (DELAY (ABSOLUTE (IOPATH a y (1:2:3) (::4)) (COND en==1 (IOPATH (posedge c) q (5) ())) (INTERCONNECT a b (1)))
         (INCREMENT (IOPATH a y ((0.5) (1) (2)))))
  (TIMINGCHECK (SETUP d c (1))))
(CELL (CELLTYPE "x") (INSTANCE *)))`)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%g %c", f.Scale, f.Divider)
	for _, c := range f.Cells {
		fmt.Fprintf(&b, "\n%s %q %t", c.Type, c.Instance, c.Wild)
		for _, p := range c.Paths {
			fmt.Fprintf(&b, "\n %s %s>%s %t", p.Edge, p.From, p.To, p.Increment)
			for _, v := range p.Values {
				for i := range 3 {
					x, ok := v.Corner(i)
					fmt.Fprintf(&b, " %g/%t", x, ok)
				}
			}
		}
	}
	for _, s := range f.Skipped {
		b.WriteString("\nskipped " + s.Keyword)
	}
	want := `1e-10 /
and2 ["top" "u/1" "&b[0]"] false
  a>y false 1/true 2/true 3/true 4/true 4/true 4/true
 posedge c>q false 5/true 5/true 5/true 0/false 0/false 0/false
  a>y true 0.5/true 0.5/true 0.5/true
x [] true
skipped INTERCONNECT
skipped TIMINGCHECK`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// TestErrors names what is wrong, and where.
func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                          "no SDF file",
		"(DELAYFILE":                "'(' is not closed",
		"(DELAYFILE))":              "')' without '('",
		"(DELAYFILE (TIMESCALE x))": "malformed TIMESCALE",
		"(DELAYFILE \"":             "string is not closed",
		"/*":                        "comment is not closed",
		"(DELAYFILE (CELL (DELAY (ABSOLUTE (IOPATH a)))))":         "needs an input",
		"(DELAYFILE (CELL (DELAY (ABSOLUTE (IOPATH a b (1:2))))))": "one value or min:typ:max",
		"(DELAYFILE (CELL (DELAY (ABSOLUTE (IOPATH a b (q))))))":   "'q' is no number",
		strings.Repeat("(", 5000):                                  "nested more than",
	} {
		if _, err := parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %q", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`(DELAYFILE (TIMESCALE 1ns) (CELL (CELLTYPE "a") (INSTANCE b.c) (DELAY (ABSOLUTE (IOPATH (posedge x) y (1:2:3) ())))))`))
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := parse(string(text))
		if (file == nil) == (err == nil) {
			t.Error("neither a file nor an error, or both")
		}
	})
}
