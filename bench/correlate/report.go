package main

import (
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/gpga/gpga/codegen/cost"
)

// predictor is a figure of the text that is to rank kernels.
type predictor struct {
	name string
	of   func(p *point, backend, which string) float64
}

var predictors = []predictor{
	{"bytes", func(p *point, _, _ string) float64 { return float64(p.Bytes) }},
	{"tokens", func(p *point, _, _ string) float64 { return float64(p.Tokens) }},
	{"composite", func(p *point, _, _ string) float64 { return p.Kernel.Cost }},
	{"estimate", func(p *point, backend, which string) float64 {
		e := p.Kernel.Estimates[backend]
		if which == figureMemory {
			return e.Memory
		}
		return e.CPU
	}},
}

// correlation is how a predictor ranks what was measured.
type correlation struct{ spearman, kendall float64 }

func (d *data) correlations(backend, which string, side bool) (n int, list []correlation) {
	points, y := d.rows(backend, which, side)
	for _, q := range predictors {
		var x []float64
		for _, p := range points {
			x = append(x, q.of(p, backend, which))
		}
		list = append(list, correlation{spearman(x, y), kendall(x, y)})
	}
	return len(points), list
}

// report writes the tables of docs/compile-cost.md.
func report(d *data) (string, error) {
	for _, p := range d.Points {
		p.Kernel.Estimates = cost.EstimatesOf(&p.Kernel) // those of today's coefficients
	}
	var b strings.Builder
	e := d.Environment
	var compilers []string
	for path, v := range e.Compilers {
		compilers = append(compilers, fmt.Sprintf("%s (`%s`)", v, path))
	}
	sort.Strings(compilers)
	fmt.Fprintf(&b, "%s at %s; %s, %d cores, %d MB, %s.\n\n", strings.Join(compilers, ", "), e.Mode, e.CPU, e.Cores, e.MemoryMB, e.OS)
	held := map[string]bool{}
	kinds, sides, least, most := map[string]int{}, [2]int{}, 1<<30, 0
	for _, p := range d.Points {
		n := len(p.Took[backends[0]].PeakMB)
		if n == 0 {
			continue
		}
		least, most = min(least, n), max(most, n)
		kinds[p.Kind]++
		if fitting(p.Design) {
			sides[0]++
		} else {
			sides[1]++
			held[p.Design] = true
		}
	}
	fmt.Fprintf(&b, "%d kernels: %d of golden designs, %d of the benchmark's, %d of designs that grow, %d of designs of others, %d from Metal texts of others; %d were fitted to, %d of %d other designs judge. Each was measured %s.\n\n",
		sides[0]+sides[1], kinds[kindGolden], kinds[kindBench], kinds[kindGrowth], kinds[kindOutside], kinds[kindMetal], sides[0], sides[1], len(held), times(least, most))
	for _, side := range []bool{false, true} {
		if side {
			b.WriteString("On the designs that the coefficients were fitted to:\n\n")
		} else {
			b.WriteString("On designs that the coefficients were **not** fitted to (Spearman / Kendall):\n\n")
		}
		b.WriteString("| backend | figure | kernels |")
		for _, q := range predictors {
			fmt.Fprintf(&b, " %s |", q.name)
		}
		b.WriteString(" verdict |\n|---|---|---:|" + strings.Repeat("---|", len(predictors)+1) + "\n")
		for _, which := range []string{figureCPU, figureMemory} {
			for _, back := range backends {
				n, list := d.correlations(back, which, side)
				fmt.Fprintf(&b, "| %s | %s | %d |", back, which, n)
				for _, c := range list {
					fmt.Fprintf(&b, " %.3f / %.3f |", c.spearman, c.kendall)
				}
				fmt.Fprintf(&b, " %s |\n", verdict(list))
			}
		}
		b.WriteByte('\n')
	}
	var out []string
	for _, p := range d.Points {
		for _, back := range backends {
			t := p.Took[back]
			switch {
			case t.Killed != "":
				out = append(out, fmt.Sprintf("%s on %s ended at the cap (%s)", p.Name, back, t.Killed))
			case t.Error != "":
				out = append(out, fmt.Sprintf("%s is rejected on %s", p.Name, back))
			}
		}
	}
	if len(out) > 0 {
		fmt.Fprintf(&b, "Not counted: %s.\n", strings.Join(out, "; "))
	}
	return strings.TrimRight(b.String(), "\n") + "\n", nil
}

func times(least, most int) string {
	switch {
	case most == 1:
		return "once"
	case least == most:
		return fmt.Sprintf("%d times", least)
	}
	return fmt.Sprintf("%d to %d times", least, most)
}

// verdict tells whether the estimate, the last, ranks better than bytes and tokens, the first two, by both measures.
func verdict(list []correlation) string {
	e := list[len(list)-1]
	for _, c := range list[:2] {
		if e.spearman <= c.spearman || e.kendall <= c.kendall {
			return "**missed**"
		}
	}
	return "better than both"
}

// The marks between which the report stands in a document.
const (
	beginMark = "<!-- bench/correlate -->"
	endMark   = "<!-- end of bench/correlate -->"
)

// splice puts the report between the marks of a document.
func splice(path, text string) error {
	doc, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(doc), beginMark)
	_, after, ok2 := strings.Cut(rest, endMark)
	if !ok || !ok2 {
		return fmt.Errorf("%s: the marks %s and %s are not in it", path, beginMark, endMark)
	}
	return os.WriteFile(path, []byte(before+beginMark+"\n\n"+text+"\n"+endMark+after), 0o644)
}
