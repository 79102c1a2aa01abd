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
  (DELAY (ABSOLUTE (IOPATH a y (1:2:3) (::4)) (COND "busy" en == 1'b1 (IOPATH (posedge c) q[3] (5) ())) (CONDELSE (IOPATH c q (6)))
                   (INTERCONNECT u1/y u2/a[1:0] (1)) (PORT u2/b (2)) (DEVICE (3)) (DEVICE q (4)) (RETAIN (1)))
         (INCREMENT (IOPATH a y ((0.5) (1) (2))))
         (PATHPULSE a y (1) (2)) (PATHPULSEPERCENT (25)))
  (LABEL (ABSOLUTE (tpd$a (7))))
  (TIMINGCHECK (SETUP (COND en (posedge d)) (posedge c) (1)) (SETUPHOLD d (edge c) (-1) (2)) (WIDTH (negedge c) (3)) (UNKNOWN)))
(CELL (CELLTYPE "x") (INSTANCE *)) (CELL (CELLTYPE "x") (INSTANCE a/*)))`)
	if err == nil || !strings.Contains(err.Error(), "malformed edge") {
		t.Fatalf("an edge that there is not: %v", err)
	}
	f, err = parse(`/* c */ (DELAYFILE (SDFVERSION "3.0") (DIVIDER /) (TIMESCALE 100 ps) // scale
(CELL (CELLTYPE "and2") (INSTANCE top/u\/1/\&b\[0\])
  (DELAY (ABSOLUTE (IOPATH a y (1:2:3) (::4)) (COND "busy" en == 1'b1 (IOPATH (posedge c) q[3] (5) ())) (CONDELSE (IOPATH c q (6)))
                   (INTERCONNECT u1/y u2/a[1:0] (1)) (PORT u2/b (2)) (DEVICE (3)) (DEVICE q (4)) (RETAIN (1)))
         (INCREMENT (IOPATH a y ((0.5) (1) (2))))
         (PATHPULSE a y (1) (2)) (PATHPULSEPERCENT (25)))
  (LABEL (ABSOLUTE (tpd$a (7))))
  (TIMINGCHECK (SETUP (COND en (posedge d)) (posedge c) (1)) (SETUPHOLD d (01 c) (-1) (2)) (WIDTH (negedge c) (3)) (UNKNOWN)))
(CELL (CELLTYPE "x") (INSTANCE *)) (CELL (CELLTYPE "x") (INSTANCE a/*)))`)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%g %c", f.Scale, f.Divider)
	numbers := func(v Triple) {
		for i := range 3 {
			if x, ok := v.Corner(i); ok {
				fmt.Fprintf(&b, " %g", x)
			} else {
				b.WriteString(" -")
			}
		}
	}
	for _, c := range f.Cells {
		fmt.Fprintf(&b, "\n%s %q %t", c.Type, c.Instance, c.Wild)
		for _, d := range c.Delays {
			fmt.Fprintf(&b, "\n %d %s>%s %d%s %t", d.Kind, d.From, d.To, d.Guard, d.Cond, d.Increment)
			for _, v := range d.Values {
				numbers(v.Triple)
				for _, l := range v.Limits {
					b.WriteString(" |")
					numbers(l)
				}
			}
		}
		for _, k := range c.Checks {
			fmt.Fprintf(&b, "\n %s", k.Kind)
			for _, x := range k.Terminals {
				fmt.Fprintf(&b, " %s %t%s", x, x.Conditional, x.Cond)
			}
			for _, v := range k.Limits {
				numbers(v)
			}
		}
	}
	for _, s := range f.Skipped {
		b.WriteString("\nskipped " + s.Keyword)
	}
	want := `1e-10 /
and2 ["top" "u/1" "&b[0]"] false
 0 a>y 0 false 1 2 3 4 4 4
 0 posedge c>q[3] 1en==1'b1 false 5 5 5 - - -
 0 c>q 2 false 6 6 6
 3 u1.y>u2.a[1:0] 0 false 1 1 1
 2 >u2.b 0 false 2 2 2
 1 > 0 false 3 3 3
 1 >q 0 false 4 4 4
 0 a>y 0 true 0.5 0.5 0.5 | 1 1 1 | 2 2 2
 4 a>y 0 false 1 1 1 2 2 2
 5 > 0 false 25 25 25
 6 >tpd$a 0 false 7 7 7
 SETUP posedge d trueen posedge c false 1 1 1
 SETUPHOLD d false 01 c false -1 -1 -1 2 2 2
 WIDTH negedge c false 3 3 3
x [] true
x ["a"] true
skipped RETAIN
skipped UNKNOWN`
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
		"(DELAYFILE (CELL (DELAY (ABSOLUTE (COND a)))))":           "COND has no IOPATH",
		"(DELAYFILE (CELL (DELAY (ABSOLUTE (PORT (1))))))":         "needs a port",
		"(DELAYFILE (CELL (DELAY (PATHPULSE a b))))":               "one or two limits",
		"(DELAYFILE (CELL (LABEL (ABSOLUTE (a)))))":                "LABEL takes names",
		"(DELAYFILE (CELL (TIMINGCHECK (SETUP a (1)))))":           "malformed edge",
		"(DELAYFILE (CELL (TIMINGCHECK (HOLD a b))))":              "has 1 limits, not 0",
		"(DELAYFILE (CELL (TIMINGCHECK (WIDTH))))":                 "needs 1 ports",
		"(DELAYFILE (CELL (TIMINGCHECK (WIDTH (COND a) (1)))))":    "COND needs a condition",
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
