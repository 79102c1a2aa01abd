package elab

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
)

// Tables 14-2 and 14-3 of IEEE 1364-2005: the delay of each transition for 1, 2, 3, 6 and 12 values.
func TestTwelveDelays(t *testing.T) {
	for _, c := range []struct {
		values []uint64
		want   string
	}{
		{[]uint64{7}, "01:7 0x:7 0z:7 10:7 1x:7 1z:7 x0:7 x1:7 xz:7 z0:7 z1:7 zx:7"},
		{[]uint64{2, 5}, "01:2 0x:2 0z:2 10:5 1x:5 1z:5 x0:5 x1:2 xz:5 z0:5 z1:2 zx:2"},
		{[]uint64{2, 5, 9}, "01:2 0x:2 0z:9 10:5 1x:5 1z:9 x0:5 x1:2 xz:9 z0:5 z1:2 zx:2"},
		{[]uint64{1, 2, 3, 4, 5, 6}, "01:1 0x:1 0z:3 10:2 1x:2 1z:5 x0:6 x1:4 xz:5 z0:6 z1:4 zx:4"},
		{[]uint64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, "01:1 0x:7 0z:3 10:2 1x:9 1z:5 x0:10 x1:8 xz:11 z0:6 z1:4 zx:12"},
	} {
		d, ok := twelve(c.values)
		if !ok {
			t.Fatal(c.values)
		}
		var got []string
		for _, from := range "01xz" {
			for _, to := range "01xz" {
				if from != to {
					n := transition(logic.FromBits(string(from)).Bit(0), logic.FromBits(string(to)).Bit(0))
					got = append(got, fmt.Sprintf("%c%c:%d", from, to, d[n]))
				}
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%d delays: %s, want %s", len(c.values), s, c.want)
		}
	}
	if _, ok := twelve(make([]uint64, 4)); ok {
		t.Error("four delays are taken")
	}
}

const pathText = `
module buffer(input a, input c, output y, output reg q); assign y = ~a; always @(posedge c) q <= a;
  specify (a => y) = (2, 3); if (a) (posedge c => (q +: a)) = 4; endspecify endmodule
module t; reg a, c; wire y, q; buffer u(a, c, y, q); initial $sdf_annotate("t.sdf"); endmodule`

func elaboratePaths(t *testing.T, opts Options) (*design.Design, *diag.List) {
	t.Helper()
	set := source.NewSet()
	diags := diag.NewList(set)
	src, _ := parse.Text(set, diags, parse.Options{}, "t.v", []byte(pathText))
	return Elaborate(set, src, nil, opts, diags), diags
}

// Without Specify a path has no effect; with it the port is a delayed copy of what drives it.
func TestModulePaths(t *testing.T) {
	d, _ := elaboratePaths(t, Options{})
	if len(d.Assigns) != 1 || find(t, d, "t.y").Signal != find(t, d, "t.u.y").Signal {
		t.Error("module paths are simulated though nobody asked for them")
	}
	d, _ = elaboratePaths(t, Options{Specify: true, ReadFile: func(string) ([]byte, error) { return nil, errors.New("none") }})
	if find(t, d, "t.q").Signal == find(t, d, "t.u.q").Signal {
		t.Error("an output variable with paths shares storage with the outer net")
	}
	delays := map[string]bool{}
	for _, a := range d.Assigns {
		if a.Delay[0] != nil {
			delays[a.LHS[0].Sig.Name] = true
		}
	}
	if y, q := find(t, d, "t.y").Signal, find(t, d, "t.q").Signal; len(delays) != 2 || !delays[y.Name] || !delays[q.Drivers[0].RHS.Sig.Name] && !delays[q.Name] {
		t.Errorf("delayed are %v", delays)
	}
}

// An SDF file changes the delays of the paths that it names.
func TestSdfAnnotate(t *testing.T) {
	sdf := `(DELAYFILE (TIMESCALE 1ns) (CELL (CELLTYPE "buffer") (INSTANCE u)
		(DELAY (ABSOLUTE (IOPATH a y (10:11:12) ()) (IOPATH (posedge c) q (20)) (IOPATH c y (1))))))`
	for corner, want := range map[Corner]string{CornerMin: "64'ha", CornerTyp: "64'hb", CornerMax: "64'hc"} {
		d, diags := elaboratePaths(t, Options{Specify: true, Corner: corner, ReadFile: func(string) ([]byte, error) { return []byte(sdf), nil }})
		if d == nil {
			t.Fatal(diags.Items())
		}
		var b strings.Builder
		if err := design.Fprint(&b, d); err != nil {
			t.Fatal(err)
		}
		for _, w := range []string{want, "64'h3", "64'h14"} {
			if !strings.Contains(b.String(), w+")") && !strings.Contains(b.String(), w+" ") {
				t.Errorf("no %s in %s", w, b.String())
			}
		}
		warned := 0
		for _, x := range diags.Items() {
			if x.Code == "W2015" && strings.Contains(x.Message, "no path from c to y") {
				warned++
			}
		}
		if warned != 1 {
			t.Error("nothing is said of a path that the module has not")
		}
	}
}

// What is wrong with a timing check is said at the place, with the clause.
func TestCheckErrors(t *testing.T) {
	for body, want := range map[string]string{
		"$setup(d, posedge c, 1, w);":                    "is a net",
		"$setup(d, posedge c, 1, v);":                    "a notifier is a reg of one bit",
		"$setup(d, posedge c, d, n);":                    "is not constant",
		"$setup(d, posedge c, 1'bx, n);":                 "x or z bits",
		"$setup(, posedge c, 1, n);":                     "has no event",
		"$setup(d, posedge c, , n);":                     "has no limit",
		"$period(c, 1);":                                 "needs an edge",
		"$width(c, 1);":                                  "needs an edge",
		"$nochange(edge [01] c, d, 0, 0);":               "is a posedge or a negedge",
		"$hold(posedge r, d, 1);":                        "is a change of a port or net",
		"$hold(posedge 1'b1, d, 1);":                     "is a change of a port or net",
		"$hold(posedge nothing, d, 1);":                  "cannot find 'nothing'",
		"$hold(posedge c, d, posedge c);":                "an event stands where",
		"$setuphold(posedge c, d, 1, 1, n, , , dc, w2);": "has 2 bits",
		"(d => q) = (1, 2, 3, 4);":                       "1, 2, 3, 6 or 12 delays",
		"(v => q2) = 1;":                                 "connects 3 bits to 2",
		"(d => q) = d;":                                  "is not constant",
		"$skew(posedge c, d, -1);":                       "a negative limit of $skew counts as 0",
	} {
		set := source.NewSet()
		diags := diag.NewList(set)
		src, _ := parse.Text(set, diags, parse.Options{}, "t.v", []byte(`module t(input d, c, output q, output [1:0] q2);
	wire w, dc; wire [1:0] w2; reg n; reg [2:0] v; real r;
	specify
`+body+`
	endspecify
endmodule`))
		Elaborate(set, src, nil, Options{Specify: true}, diags)
		found := false
		for _, x := range diags.Items() {
			found = found || strings.Contains(x.Message, want)
		}
		if !found {
			t.Errorf("%s: %v, want %q", body, diags.Items(), want)
		}
	}
}

// Delays that make all limits positive are the least there are.
func TestDelayNets(t *testing.T) {
	e := &elab{}
	a, b, c := &delayNode{}, &delayNode{}, &delayNode{}
	check := func(setup, hold int64) *timingCheck {
		return &timingCheck{name: "$setuphold", limits: [2]int64{setup, hold}}
	}
	one, two, three := check(-2, 5), check(4, -1), check(3, 3)
	of := map[*timingCheck][2]*delayNode{one: {a, b}, two: {b, c}, three: {a, c}}
	if !e.solveDelays(nil, []*timingCheck{one, two, three}, []*delayNode{a, b, c}, of) {
		t.Fatal("there are no delays")
	}
	if a.delay != 3 || b.delay != 0 || c.delay != 1 {
		t.Errorf("delays %d %d %d, want 3 0 1", a.delay, b.delay, c.delay)
	}
}

// Edges of lists, and their opposites.
func TestEdgeSets(t *testing.T) {
	if got := edgeSet([][2]byte{{'0', '1'}, {'0', 'x'}, {'z', '1'}}); got != rising {
		t.Errorf("%b, want %b", got, rising)
	}
	if rising.opposite() != falling || falling.opposite() != rising || anyChange.opposite() != anyChange {
		t.Error("the opposite of rising is not falling")
	}
}

// Conditions of SDF files and of modules are compared as to their meaning, roughly.
func TestSameCondition(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"en", "en", true}, {"(en==1'b1)", "en", true}, {"a==1'b0&&b==1'b1", "(a == 1'b0) && (b == 1'b1)", true},
		{"!en", "~en", true}, {"a===1'B0", "a==0", true}, {"en", "enable", false}, {"a==1'b0", "a==1'b1", false},
	} {
		if sameCondition(c.a, c.b) != c.same {
			t.Errorf("%s and %s: %t", c.a, c.b, !c.same)
		}
	}
}
