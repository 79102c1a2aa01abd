package main

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/bench/growth"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/tools/flow"
	"github.com/gpga/gpga/tools/measure"
)

// TestGenerators takes every axis at its smallest sizes through every form and runs it: the forms must print the same, and it must
// be no mere x.
func TestGenerators(t *testing.T) {
	for _, a := range growth.Axes {
		for _, n := range a.Sizes[:2] {
			file := filepath.Join(t.TempDir(), "d.v")
			if err := os.WriteFile(file, []byte(a.Text(n)), 0o644); err != nil {
				t.Fatal(err)
			}
			want := ""
			for _, f := range forms {
				if _, _, err := emitted([]string{file}, f); err != nil {
					t.Fatalf("%s %d, form %s: %v", a.Name, n, f, err)
				}
				b, err := flow.Compile(flow.Options{Files: []string{file}, Form: f, Warnings: []string{"none"}}, flow.ToKernel)
				if err != nil {
					t.Fatal(err)
				}
				var out bytes.Buffer
				if _, err := b.Run(context.Background(), flow.RunOptions{Engine: flow.EngineCPU, Host: host.Config{Stdout: &out}}); err != nil {
					t.Fatalf("%s %d, form %s: %v", a.Name, n, f, err)
				}
				if want == "" {
					want = out.String()
				}
				if got := out.String(); got != want || got == "" || strings.Contains(got, "xx") && a.Name != "star" {
					t.Errorf("%s %d, form %s prints %q, others %q", a.Name, n, f, got, want)
				}
			}
		}
	}
}

// TestBounds holds the table form to its promise: however large the design, its functions stay small, waits on equal bodies add
// nothing to the text, and what else grows adds in proportion.
func TestBounds(t *testing.T) {
	measure := func(a growth.Axis, n int, f flow.Form) size {
		file := filepath.Join(t.TempDir(), "d.v")
		if err := os.WriteFile(file, []byte(a.Text(n)), 0o644); err != nil {
			t.Fatal(err)
		}
		_, s, err := emitted([]string{file}, f)
		if err != nil {
			t.Fatalf("%s %d: %v", a.Name, n, err)
		}
		return s
	}
	for _, a := range growth.Axes {
		small, large := measure(a, 64, flow.FormTable), measure(a, 1024, flow.FormTable)
		if large.LargestLines > 160 || large.LargestMerge > 60 {
			t.Errorf("%s 1024: a function of %d lines, one of %d merges", a.Name, large.LargestLines, large.LargestMerge)
		}
		grown := float64(large.Tokens) / float64(small.Tokens)
		if limit := map[string]float64{"waits": 1.5}[a.Name]; limit != 0 && grown > limit || grown > 16.5 {
			t.Errorf("%s: 16 times the size is %.2f times the tokens", a.Name, grown)
		}
		if vm, more := measure(a, 64, flow.FormVM), measure(a, 1024, flow.FormVM); vm.Bytes != more.Bytes {
			t.Errorf("%s: the vm form has %d and %d bytes", a.Name, vm.Bytes, more.Bytes)
		}
	}
}

func TestFit(t *testing.T) {
	ns := []float64{16, 64, 256, 1024, 4096}
	for _, want := range []float64{0.5, 1, 1.1, 1.5, 2} {
		var costs []float64
		for _, n := range ns {
			costs = append(costs, 0.3+0.001*math.Pow(n, want))
		}
		if f := fitSeries(ns, costs); math.Abs(f.Exponent-want) > 0.02 {
			t.Errorf("exponent %v found as %v", want, f.Exponent)
		}
	}
	if f := fitSeries(ns, []float64{0.30, 0.31, 0.29, 0.30, 0.32}); f.Exponent != 0 || f.Ratio > 1.1 {
		t.Errorf("a flat series: %+v", f)
	}
	f := fitSeries(ns, []float64{1.16, 1.64, 3.56, 11.24, 41.96})
	if math.Abs(f.Floor-1) > 0.01 || math.Abs(f.Slope-0.01) > 0.001 {
		t.Errorf("floor 1 and slope 0.01 found as %+v", f)
	}
}

func TestInlineAll(t *testing.T) {
	got := inlineAll("#define GPGA_FN static __attribute__((noinline))\nstatic inline uint f();\nconstant uint c = 1;\n")
	if strings.Contains(got, "noinline") || strings.Count(got, "always_inline") != 2 {
		t.Errorf("%s", got)
	}
}

// TestRender renders a made-up result: a table and a plot with the killed series marked.
func TestRender(t *testing.T) {
	r := &results{Empty: map[string]cost{"amdgcn": {CPU: 0.05, PeakMB: 70}}, Caps: measure.Caps{Seconds: 60, MB: 1000}}
	r.at("waits", 16, flow.FormTable, false).Costs["amdgcn"] = cost{CPU: 0.45, PeakMB: 120}
	r.at("waits", 64, flow.FormTable, false).Costs["amdgcn"] = cost{CPU: 0.46, PeakMB: 120}
	r.at("waits", 16, flow.FormSwitch, false).Costs["amdgcn"] = cost{CPU: 0.85, PeakMB: 130}
	r.at("waits", 64, flow.FormSwitch, false).Costs["amdgcn"] = cost{CPU: 60, PeakMB: 900, Killed: "time"}
	md, plot := markdown(r, "c"), svg(r)
	for _, want := range []string{"| table | 0.40 / 120 | 0.41 / 120 |", "killed: time, at 60.0 s / 900 MB", "![growth](c.svg)"} {
		if !strings.Contains(md, want) {
			t.Errorf("no %q in\n%s", want, md)
		}
	}
	if !strings.Contains(plot, ">killed<") || !strings.HasSuffix(plot, "</svg>\n") {
		t.Errorf("%s", plot)
	}
}
