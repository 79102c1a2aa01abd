package costpage

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/goldens"
)

// TestSquarify: tiles have the areas that they are to have, stay inside and do not overlap.
func TestSquarify(t *testing.T) {
	weights := []float64{6, 6, 4, 3, 2, 2, 1, 0, -1, 1e-9}
	tiles := squarify(weights, 60, 40)
	if len(tiles) != 8 {
		t.Fatalf("%d tiles", len(tiles))
	}
	sum := 24 + 1e-9
	for i, a := range tiles {
		if want := weights[a.index] / sum * 2400; math.Abs(a.w*a.h-want) > 1e-6 {
			t.Errorf("tile %d has area %v, want %v", i, a.w*a.h, want)
		}
		if a.x < -1e-4 || a.y < -1e-4 || a.x+a.w > 60+1e-4 || a.y+a.h > 40+1e-4 {
			t.Errorf("tile %d lies outside: %+v", i, a)
		}
		for _, b := range tiles[:i] {
			if a.x+a.w > b.x+1e-4 && b.x+b.w > a.x+1e-4 && a.y+a.h > b.y+1e-4 && b.y+b.h > a.y+1e-4 {
				t.Errorf("tiles overlap: %+v, %+v", a, b)
			}
		}
		if i < 5 && math.Max(a.w/a.h, a.h/a.w) > 4 {
			t.Errorf("tile %d is a sliver: %+v", i, a)
		}
	}
	if len(squarify(nil, 1, 1)) != 0 || len(squarify([]float64{math.Inf(1)}, 1, 1)) != 0 {
		t.Error("tiles of nothing")
	}
}

func TestRender(t *testing.T) {
	r := cost.Read("<a>.metal", "kernel void k(device uint *st [[buffer(0)]]) { if (st[0] > 1u && st[1] < 3u) st[0] = 2u; }\n").Report()
	versions := []goldens.Version{
		{Commit: strings.Repeat("a", 40), Time: time.Unix(0, 0).UTC(), Subject: "first & <b>", Costs: map[string]float64{"uart": 100}},
		{Commit: strings.Repeat("b", 40), Time: time.Unix(9, 0).UTC(), Costs: map[string]float64{"uart": 90}, Families: map[string]goldens.Family{"waits/table": {Floor: 3, Slope: 2}}},
	}
	var a, b strings.Builder
	if err := Render(&a, []*cost.Report{r}, versions); err != nil {
		t.Fatal(err)
	}
	if err := Render(&b, []*cost.Report{r}, versions); err != nil || a.String() != b.String() {
		t.Error("two pages of one report differ")
	}
	for _, want := range []string{"&lt;a&gt;.metal", "first &amp; &lt;b&gt;", "<title>uart</title>", "waits/table", "merge points", "phi growth", "<rect "} {
		if !strings.Contains(a.String(), want) {
			t.Errorf("no %q in the page", want)
		}
	}
	for _, bad := range []string{"http:", "https:", "<script", "NaN", "Inf"} {
		if strings.Contains(a.String(), bad) {
			t.Errorf("%q in the page", bad)
		}
	}
}
