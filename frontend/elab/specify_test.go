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
