package main

import (
	_ "embed"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

//go:embed points.json
var points []byte

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// TestRank holds the correlations to values worked out by hand, ties included.
func TestRank(t *testing.T) {
	for _, c := range []struct {
		a, b              []float64
		spearman, kendall float64
	}{
		{[]float64{1, 2, 3, 4}, []float64{10, 20, 30, 90}, 1, 1},
		{[]float64{1, 2, 3, 4}, []float64{4, 3, 2, 1}, -1, -1},
		{[]float64{1, 2, 3, 4}, []float64{1, 3, 2, 4}, 0.8, 2.0 / 3},
		{[]float64{1, 1, 2}, []float64{1, 2, 3}, math.Sqrt(3) / 2, 2 / math.Sqrt(6)},
		{[]float64{5, 5, 5}, []float64{1, 2, 3}, 0, 0},
	} {
		if got := spearman(c.a, c.b); !near(got, c.spearman) {
			t.Errorf("spearman(%v, %v) = %v, want %v", c.a, c.b, got, c.spearman)
		}
		if got := kendall(c.a, c.b); !near(got, c.kendall) {
			t.Errorf("kendall(%v, %v) = %v, want %v", c.a, c.b, got, c.kendall)
		}
	}
}

// TestSolve finds known coefficients again, and gives none below 0.
func TestSolve(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	want := []float64{3, 0.5, 0, 0.02}
	var rows []row
	for range 60 {
		x := []float64{1, r.Float64() * 100, r.Float64() * 10, r.Float64() * 5000}
		y := 0.0
		for j := range x {
			y += want[j] * x[j]
		}
		rows = append(rows, row{y, x})
	}
	for j, got := range solve(rows, 0, 1) {
		if math.Abs(got-want[j]) > 2e-3*(1+want[j]) {
			t.Errorf("coefficient %d: %v, want %v", j, got, want[j])
		}
	}
	for i := range rows {
		rows[i].y -= 0.2 * rows[i].x[2] // what would have a coefficient below 0
	}
	if c := solve(rows, 0, 1); c[2] != 0 {
		t.Errorf("%v", c)
	}
}

// TestFigure: CPU time is what a machine of the reference's speed would take, whatever the machine was doing.
func TestFigure(t *testing.T) {
	calm := took{CPU: []float64{1}, Empty: []float64{emptySeconds}, PeakMB: []float64{90}}
	busy := took{CPU: []float64{2.2, 2, 1.8}, Empty: []float64{2 * emptySeconds, 2 * emptySeconds, 2 * emptySeconds}, PeakMB: []float64{92, 90, 91}}
	for _, which := range []string{figureCPU, figureMemory} {
		a, _ := calm.figure(which)
		b, _ := busy.figure(which)
		if !near(a, b) {
			t.Errorf("%s: %v and %v", which, a, b)
		}
	}
	for _, k := range []took{{}, {CPU: []float64{1}, Killed: "time"}, {CPU: []float64{1}, PeakMB: []float64{90}}, {Error: "no"}} {
		if _, ok := k.figure(figureCPU); ok {
			t.Errorf("%+v counts", k)
		}
	}
}

// TestReport holds the document to the data that lies beside this file: the estimate is better than bytes and tokens on designs that
// it was not fitted to, with every backend, for CPU and memory, on 60 kernels or more.
func TestReport(t *testing.T) {
	d, err := parse("points.json", points)
	if err != nil {
		t.Fatal(err)
	}
	text, err := report(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, which := range []string{figureCPU, figureMemory} {
		for _, b := range backends {
			n, list := d.correlations(b, which, false)
			if n < 60 {
				t.Errorf("%s, %s: %d kernels", b, which, n)
			}
			if v := verdict(list); v != "better than both" {
				t.Errorf("%s, %s: %s: %v", b, which, v, list)
			}
		}
	}
	doc := filepath.Join(t.TempDir(), "d.md")
	if err := os.WriteFile(doc, []byte("a\n"+beginMark+"\nstale\n"+endMark+"\nb\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := splice(doc, text); err != nil {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(doc)
	if !strings.Contains(string(got), "\n"+text) || strings.Contains(string(got), "stale") || !strings.HasSuffix(string(got), endMark+"\nb\n") {
		t.Errorf("%s", got)
	}
	if err := splice(doc+".none", text); err == nil {
		t.Error("no document, no error")
	}
}
