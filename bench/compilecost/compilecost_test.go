package main

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gpga/gpga/bench/growth"
	textcost "github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/msl"
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

// emission of a generated design in a form.
func generated(t *testing.T, a growth.Axis, n int, f flow.Form) (string, size) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "d.v")
	if err := os.WriteFile(file, []byte(a.Text(n)), 0o644); err != nil {
		t.Fatal(err)
	}
	text, s, err := emitted([]string{file}, f)
	if err != nil {
		t.Fatalf("%s %d: %v", a.Name, n, err)
	}
	return text, s
}

// TestBounds holds the table form to its promise, as far as the text shows it, for all sizes that the bench measures: no function
// over both bounds of a body, and tokens and merges that grow at most as the design does, also with every call inlined.
func TestBounds(t *testing.T) {
	for _, a := range growth.Axes {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			var ns, tokens, merges, inlined []float64
			for _, n := range a.Sizes {
				text, s := generated(t, a, n, flow.FormTable)
				if s.Unbounded != 0 || s.LargestMerge > bodyMerges {
					t.Errorf("size %d: %d functions are not bounded; one has %d merges, one %d lines", n, s.Unbounded, s.LargestMerge, s.LongestLines)
				}
				ns, tokens, merges = append(ns, float64(n)), append(tokens, float64(s.Tokens)), append(merges, float64(s.Merges))
				inlined = append(inlined, expanded(t, inlineAll(text)))
			}
			for what, v := range map[string][]float64{"tokens": tokens, "merges": merges, "cost with every call inlined": inlined} {
				if f := fitSeries(ns, v); f.Exponent > maxExponent {
					t.Errorf("%s grow with exponent %.2f: %v", what, f.Exponent, v)
				}
			}
		})
	}
}

// expanded is the composite cost of a text's kernel with calls of functions that are not noinline in place.
func expanded(t *testing.T, text string) float64 {
	t.Helper()
	u, errs := msl.Load("kernel.metal", []byte(text))
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	return textcost.Measure(u).Total.Cost
}

// TestOneDispatch: with every call inlined a body stands in the kernel once, not once for each place that could call it.
func TestOneDispatch(t *testing.T) {
	a, _ := growth.Named("statements")
	few, _ := generated(t, a, 16, flow.FormTable)
	many, _ := generated(t, a, 1024, flow.FormTable)
	once := expanded(t, many) - expanded(t, few)
	inlined := expanded(t, inlineAll(many)) - expanded(t, inlineAll(few))
	if inlined > 1.25*once {
		t.Errorf("1008 statements cost %.0f in functions of their own, and %.0f with every call inlined", once, inlined)
	}
}

var (
	commentRE = regexp.MustCompile(`(?s)/\*.*?\*/`)
	arrayRE   = regexp.MustCompile(`constant (?:uchar|ushort|uint) (sched_\w+)\[\] = \{[^}]*\};`)
	spaceRE   = regexp.MustCompile(`\s+`)
	numberRE  = regexp.MustCompile(`\b(?:0x[0-9a-f]+|\d+)u?\b`)
	nameRE    = regexp.MustCompile(`(gpga_(?:seg|shape|fn))_\d+`)
)

// skeleton is a text without its numbers and comments, and with waits read from the table buffer whether or not they are.
func skeleton(text string) []string {
	text = commentRE.ReplaceAllString(text, "")
	text = arrayRE.ReplaceAllString(text, "")
	for from, to := range map[string]string{"sched_edge_wait_item_offset[wait]": "TAB_WAIT_OFFSET + wait", "sched_edge_wait_item_count[wait]": "TAB_WAIT_COUNT + wait",
		"sched_edge_item_kind[item]": "TAB_ITEM_KIND + item", "sched_edge_item_val[item]": "TAB_ITEM_VAL + item", "sched_edge_item_xz[item]": "TAB_ITEM_XZ + item"} {
		text = strings.ReplaceAll(text, from, "tab["+to+"]")
	}
	text = nameRE.ReplaceAllString(text, "${1}_0")
	text = numberRE.ReplaceAllString(text, "0")
	var out []string
	for _, l := range strings.Split(text, "\n") {
		l = strings.TrimSpace(spaceRE.ReplaceAllString(l, " "))
		if l != "" && !strings.HasPrefix(l, "constant uint ") {
			out = append(out, l)
		}
	}
	return out
}

// TestWaitsAreData: 4096 waits on the bodies of 16 make the same text but for numbers, in tables or out of them.
func TestWaitsAreData(t *testing.T) {
	a, _ := growth.Named("waits")
	few, s := generated(t, a, a.Sizes[0], flow.FormTable)
	many, m := generated(t, a, a.Sizes[len(a.Sizes)-1], flow.FormTable)
	x, y := skeleton(few), skeleton(many)
	for i := range max(len(x), len(y)) {
		if i >= len(x) || i >= len(y) || x[i] != y[i] {
			t.Fatalf("line %d of the text differs:\n%q\n%q", i+1, x[min(i, len(x)):min(i+1, len(x))], y[min(i, len(y)):min(i+1, len(y))])
		}
	}
	if s.Merges != m.Merges || s.Functions != m.Functions || s.LargestToks != m.LargestToks {
		t.Errorf("%d waits: %+v; %d waits: %+v", a.Sizes[0], s, a.Sizes[len(a.Sizes)-1], m)
	}
	if m.Tables <= s.Tables {
		t.Errorf("the table buffer has %d bytes for few waits, %d for many: where are they?", s.Tables, m.Tables)
	}
	// The baseline has each wait in its control flow: the same comparison must fail there.
	base, _ := generated(t, a, a.Sizes[0], flow.FormSwitch)
	more, _ := generated(t, a, a.Sizes[1], flow.FormSwitch)
	if len(skeleton(more)) < 2*len(skeleton(base)) {
		t.Errorf("the switch form's text has %d lines for %d waits, %d for %d", len(skeleton(base)), a.Sizes[0], len(skeleton(more)), a.Sizes[1])
	}
}

// TestVMTexts: the vm form has its four texts, and every generated design, whatever its size, has the first.
func TestVMTexts(t *testing.T) {
	seen := map[string]string{}
	for _, name := range vmTexts {
		text, s, err := vmText(t.TempDir(), name)
		if err != nil {
			t.Fatal(err)
		}
		for other, old := range seen {
			if old == text {
				t.Errorf("%s is %s", name, other)
			}
		}
		seen[name] = text
		if !strings.HasSuffix(name, "reals") && s.Bytes > maxVMBytes {
			t.Errorf("%s: %d bytes", name, s.Bytes)
		}
		if s.Unbounded != 0 {
			t.Errorf("%s: %d functions are not bounded", name, s.Unbounded)
		}
	}
	for _, a := range growth.Axes {
		for _, n := range []int{a.Sizes[0], a.Sizes[len(a.Sizes)-1]} {
			if text, _ := generated(t, a, n, flow.FormVM); text != seen[vmTexts[0]] {
				t.Errorf("%s %d has a text of its own", a.Name, n)
			}
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
	got := inlineAll("#define GPGA_FN static __attribute__((noinline))\nstatic inline uint f();\nstatic void g();\nstatic inline __attribute__((always_inline)) uint h();\nconstant uint c = 1;\n")
	if strings.Contains(got, "noinline") || strings.Count(got, "always_inline") != 4 {
		t.Errorf("%s", got)
	}
}

// TestRender renders a made-up result: a table and a plot with the killed series marked.
func TestRender(t *testing.T) {
	r := &results{Empty: map[string]cost{"amdgcn": {CPU: 0.05, PeakMB: 70}}, Caps: measure.Caps{Seconds: 60, MB: 1000}}
	find(&r.Points, "waits", 16, flow.FormTable, false).Costs["amdgcn"] = cost{CPU: 0.45, PeakMB: 120}
	find(&r.Points, "waits", 64, flow.FormTable, false).Costs["amdgcn"] = cost{CPU: 0.46, PeakMB: 120}
	find(&r.Points, "waits", 16, flow.FormSwitch, false).Costs["amdgcn"] = cost{CPU: 0.85, PeakMB: 130}
	find(&r.Points, "waits", 64, flow.FormSwitch, false).Costs["amdgcn"] = cost{CPU: 60, PeakMB: 900, Killed: "time"}
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
