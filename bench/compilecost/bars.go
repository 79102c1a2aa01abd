package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gpga/gpga/bench/growth"
	"github.com/gpga/gpga/tools/flow"
)

// bar is a bound that a figure is held to.
type bar struct {
	what  string
	value float64
	limit float64
	least bool // the limit is the least; otherwise the most
	note  string
}

func (b *bar) holds() bool {
	if b.least {
		return b.value >= b.limit
	}
	return b.value <= b.limit
}

// The bounds. Exponents are those of cost above a floor.
const (
	maxWaits    = 1.15 // cost of the most waits to that of the fewest, on equal bodies
	maxExponent = 1.1
	maxVM       = 1.0 // CPU seconds on amdgcn
	maxVMMB     = 150
	maxVMBytes  = 1<<16 - 1 // without reals
	minTable    = 0.95      // the switch form's simulation time to the table form's
	minVM       = 2         // Icarus's simulation time to the vm form's on the cpu engine
	maxVMSlower = 8         // the vm form's to the table form's
	minCPU      = 5         // Icarus's to the cpu engine's
	minClang    = 15        // Icarus's to the clang engine's
)

// bars are all bounds for which there are figures.
func (r *results) bars() (list []bar) {
	for _, t := range targets {
		if s := r.series("waits", flow.FormTable, false, t); len(s.ns) > 1 {
			list = append(list, bar{what: fmt.Sprintf("table, %.0f waits to %.0f, %s: CPU seconds", s.ns[len(s.ns)-1], s.ns[0], t), value: s.costs[len(s.costs)-1] / s.costs[0], limit: maxWaits})
		}
		if s := r.counted("waits", flow.FormTable, false, t); len(s.ns) > 1 {
			list = append(list, bar{what: fmt.Sprintf("table, %.0f waits to %.0f, %s: instructions", s.ns[len(s.ns)-1], s.ns[0], t), value: s.costs[len(s.costs)-1] / s.costs[0], limit: maxWaits})
		}
	}
	for _, k := range []struct {
		form   flow.Form
		inline bool
		how    string
	}{{flow.FormTable, false, ""}, {formKernels, true, ", in kernels, every call inlined"}, {flow.FormTable, true, ", in one kernel, every call inlined"}} {
		for _, a := range growth.Axes {
			for _, t := range targets {
				s := r.series(a.Name, k.form, k.inline, t)
				if len(s.ns) < 3 || a.Name == "waits" && !k.inline {
					continue
				}
				what := "table, exponent of " + a.Name + ", " + t + k.how
				// Where the compiler's instructions were counted for the whole series they decide: they do not vary.
				if g := r.counted(a.Name, k.form, k.inline, t); len(g.ns) == len(s.ns) {
					s.costs, what = g.costs, what+": instructions"
				}
				list = append(list, bar{what: what, value: fitSeries(s.ns, s.costs).Exponent, limit: maxExponent, note: s.killed})
			}
		}
	}
	for _, p := range r.VM {
		if c, ok := p.Costs["amdgcn"]; ok && c.Killed == "" {
			list = append(list, bar{what: "vm, " + p.Axis + ", amdgcn: CPU seconds", value: r.net(c, "amdgcn"), limit: maxVM},
				bar{what: "vm, " + p.Axis + ", amdgcn: peak MB", value: c.PeakMB, limit: maxVMMB})
		}
		if !strings.HasSuffix(p.Axis, "reals") {
			list = append(list, bar{what: "vm, " + p.Axis + ": bytes", value: float64(p.Text.Bytes), limit: maxVMBytes})
		}
	}
	unbounded := 0
	for _, p := range slices.Concat(r.Points, r.Designs, r.VM) {
		if p.Form == flow.FormTable || p.Form == flow.FormVM || p.Form == formKernels {
			unbounded += p.Text.Unbounded
		}
	}
	if len(r.Points) > 0 {
		list = append(list, bar{what: "functions of the table and vm forms above both bounds of a body", value: float64(unbounded)})
	}
	return append(list, r.speedBars()...)
}

func (r *results) speedBars() (list []bar) {
	var names []string
	for _, s := range r.Speeds {
		if !slices.Contains(names, s.Design) {
			names = append(names, s.Design)
		}
	}
	for _, d := range names {
		ratio := func(what string, over, under *speed, limit float64, least bool) {
			if over != nil && under != nil {
				list = append(list, bar{what: d + ", " + what, value: over.CPU / under.CPU, limit: limit, least: least})
			}
		}
		icarus := r.speedOf(d, "", engineIcarus)
		for _, e := range []flow.Engine{flow.EngineCPU, flow.EngineClang} {
			ratio("switch form's time / table form's, "+string(e), r.speedOf(d, flow.FormSwitch, e), r.speedOf(d, flow.FormTable, e), minTable, true)
			ratio("vm form's time / table form's, "+string(e), r.speedOf(d, flow.FormVM, e), r.speedOf(d, flow.FormTable, e), maxVMSlower, false)
		}
		ratio("Icarus's time / vm form's, cpu", icarus, r.speedOf(d, flow.FormVM, flow.EngineCPU), minVM, true)
		ratio("Icarus's time / table form's, cpu", icarus, r.speedOf(d, flow.FormTable, flow.EngineCPU), minCPU, true)
		ratio("Icarus's time / table form's, clang", icarus, r.speedOf(d, flow.FormTable, flow.EngineClang), minClang, true)
	}
	return list
}

func (r *results) barTable(b *strings.Builder) {
	list := r.bars()
	if len(list) == 0 {
		return
	}
	b.WriteString("\n## Bounds\n\n| figure | is | bound | |\n|---|---|---|---|\n")
	for i := range list {
		x := &list[i]
		rel, verdict := "at most", "holds"
		if x.least {
			rel = "at least"
		}
		if !x.holds() {
			verdict = "**fails**"
		}
		if x.note != "" {
			verdict += "; " + x.note
		}
		fmt.Fprintf(b, "| %s | %.4g | %s %.6g | %s |\n", x.what, x.value, rel, x.limit, verdict)
	}
	if killed := r.killed(flow.FormSwitch); len(killed) > 0 {
		fmt.Fprintf(b, "\nThe switch form is killed by the cap: %s.\n", strings.Join(killed, "; "))
	}
}

// killed lists where the series of a form end.
func (r *results) killed(f flow.Form) (list []string) {
	for _, a := range growth.Axes {
		for _, t := range targets {
			if s := r.series(a.Name, f, false, t); s.killed != "" {
				list = append(list, fmt.Sprintf("%s on %s, %s", a.Name, t, s.killed))
			}
		}
	}
	return list
}
