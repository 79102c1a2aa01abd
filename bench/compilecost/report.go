package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/gpga/gpga/bench/growth"
	"github.com/gpga/gpga/tools/flow"
)

// series are the points of one axis, form and target that were measured, in ascending size.
type series struct {
	ns, costs, mb []float64 // costs less the empty kernel's
	killed        string    // the size at which it ended, "" if it did not
}

func (r *results) series(axis string, f flow.Form, inline bool, target string) series {
	var s series
	a, _ := growth.Named(axis)
	for _, n := range a.Sizes {
		for i := range r.Points {
			p := &r.Points[i]
			if p.Axis != axis || p.N != n || p.Form != f || p.Inline != inline {
				continue
			}
			c, ok := p.Costs[target]
			switch {
			case !ok:
			case c.Killed != "":
				s.killed = fmt.Sprintf("killed at %d (%s)", n, c.Killed)
			default:
				s.ns, s.costs, s.mb = append(s.ns, float64(n)), append(s.costs, r.net(c, target)), append(s.mb, c.PeakMB)
			}
		}
	}
	return s
}

// counted is the series of the compiler's instructions, in units of 10^9, less the empty kernel's.
func (r *results) counted(axis string, f flow.Form, inline bool, target string) series {
	var s series
	a, _ := growth.Named(axis)
	for _, n := range a.Sizes {
		if p := r.find(axis, n, f, inline); p != nil && p.Instructions[target] != 0 {
			s.ns, s.costs = append(s.ns, float64(n)), append(s.costs, float64(p.Instructions[target]-r.EmptyIns[target])/1e9)
		}
	}
	return s
}

// fitted is the end of a series's row: growth, floor, slope, exponent.
func (s series) fitted() string {
	if len(s.ns) < 2 {
		return " - | - | - | - |\n"
	}
	f := fitSeries(s.ns, s.costs)
	exponent := fmt.Sprintf("%.2f", f.Exponent)
	switch {
	case len(s.ns) < 3:
		exponent = "too few points"
	case f.Exponent == 0:
		exponent = "flat"
	}
	if s.killed != "" {
		exponent += ", " + s.killed
	}
	return fmt.Sprintf(" %.2f | %.3f | %.6f | %s |\n", f.Ratio, f.Floor, f.Slope, exponent)
}

// net is a cost in seconds less the empty kernel's, never quite 0.
func (r *results) net(c cost, target string) float64 {
	return math.Max(c.CPU-r.Empty[target].CPU, 0.001)
}

// kinds are the forms of the report, with the table form once more with all calls inlined.
var kinds = []struct {
	form   flow.Form
	inline bool
	name   string
	color  string
}{
	{flow.FormSwitch, false, "switch", "#c0392b"},
	{flow.FormTable, false, "table", "#1f618d"},
	{flow.FormTable, true, "table, all inlined", "#7fb3d5"},
	{flow.FormVM, false, "vm", "#1e8449"},
}

func markdown(r *results, base string) string {
	var b strings.Builder
	b.WriteString("# What the kernels cost a compiler\n\nMade by `bench/compilecost`; the figures are from one run of it, none is estimated.\n\n")
	fmt.Fprintf(&b, "%s, %s, -O2. CPU seconds (user and system) less an empty kernel's, medians of as many runs as the JSON says (3 of the table and vm forms under 10 s, 1 of others), / peak MB, not less anything. Other work ran on the machine: the vm form's text is the same in every column, so its rows show how far the same compilation varies. Rows of G instructions are what the compiler executed, in units of 10^9 less the empty kernel's, counted by callgrind; they do not vary. Cap: %d s of CPU time, %d MB of address space.\n\n", r.Machine, r.Compiler, r.Caps.Seconds, r.Caps.MB)
	b.WriteString("Empty kernel:")
	for _, t := range targets {
		fmt.Fprintf(&b, " %s %.3f s / %.0f MB;", t, r.Empty[t].CPU, r.Empty[t].PeakMB)
	}
	fmt.Fprintf(&b, "\n\n![growth](%s.svg)\n", base)
	for _, a := range growth.Axes {
		if !r.has(a.Name) {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s.\n\n", a.Name, strings.ToUpper(a.Brief[:1])+a.Brief[1:])
		for _, t := range targets {
			r.costTable(&b, a, t)
		}
		r.textTable(&b, a)
	}
	if len(r.Designs) > 0 {
		b.WriteString("\n## Whole designs\n\n| design | form | bytes | tokens | merges | functions | largest function |")
		for _, t := range targets {
			fmt.Fprintf(&b, " %s |", t)
		}
		b.WriteString("\n|---|---|---|---|---|---|---|---|---|---|\n")
		for i := range r.Designs {
			p := &r.Designs[i]
			fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %d | %d lines, %d tokens |", p.Axis, p.Form, p.Text.Bytes, p.Text.Tokens, p.Text.Merges, p.Text.Functions, p.Text.LongestLines, p.Text.LargestToks)
			for _, t := range targets {
				b.WriteString(" " + r.cell(p, t) + " |")
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func (r *results) has(axis string) bool {
	for i := range r.Points {
		if r.Points[i].Axis == axis {
			return true
		}
	}
	return false
}

func (r *results) cell(p *point, target string) string {
	c, ok := p.Costs[target]
	switch {
	case !ok:
		return "-"
	case c.Killed != "":
		return fmt.Sprintf("killed: %s, at %.1f s / %.0f MB", c.Killed, c.CPU, c.PeakMB)
	}
	return fmt.Sprintf("%.2f / %.0f", r.net(c, target), c.PeakMB)
}

func (r *results) find(axis string, n int, f flow.Form, inline bool) *point {
	for i := range r.Points {
		if p := &r.Points[i]; p.Axis == axis && p.N == n && p.Form == f && p.Inline == inline {
			return p
		}
	}
	return nil
}

func (r *results) costTable(b *strings.Builder, a growth.Axis, target string) {
	fmt.Fprintf(b, "| %s |", target)
	for _, n := range a.Sizes {
		fmt.Fprintf(b, " %d |", n)
	}
	b.WriteString(" last / first | floor | slope | exponent |\n|---|")
	b.WriteString(strings.Repeat("---|", len(a.Sizes)+4) + "\n")
	for _, k := range kinds {
		s := r.series(a.Name, k.form, k.inline, target)
		if len(s.ns) == 0 && s.killed == "" {
			continue
		}
		fmt.Fprintf(b, "| %s |", k.name)
		for _, n := range a.Sizes {
			text := "-"
			if p := r.find(a.Name, n, k.form, k.inline); p != nil {
				text = r.cell(p, target)
			}
			b.WriteString(" " + text + " |")
		}
		b.WriteString(s.fitted())
		if g := r.counted(a.Name, k.form, k.inline, target); len(g.ns) > 0 {
			fmt.Fprintf(b, "| %s, G instructions |", k.name)
			for _, n := range a.Sizes {
				text := "-"
				for i := range g.ns {
					if int(g.ns[i]) == n {
						text = fmt.Sprintf("%.3f", g.costs[i])
					}
				}
				b.WriteString(" " + text + " |")
			}
			b.WriteString(g.fitted())
		}
	}
	b.WriteByte('\n')
}

func (r *results) textTable(b *strings.Builder, a growth.Axis) {
	b.WriteString("| text: bytes, tokens, merges; largest function: lines, tokens; most merges |")
	for _, n := range a.Sizes {
		fmt.Fprintf(b, " %d |", n)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(a.Sizes)) + "\n")
	for _, f := range forms {
		fmt.Fprintf(b, "| %s |", f)
		for _, n := range a.Sizes {
			p := r.find(a.Name, n, f, false)
			if p == nil {
				b.WriteString(" - |")
				continue
			}
			t := p.Text
			fmt.Fprintf(b, " %d, %d, %d; %d, %d; %d |", t.Bytes, t.Tokens, t.Merges, t.LargestLines, t.LargestToks, t.LargestMerge)
		}
		b.WriteByte('\n')
	}
}

// svg plots every axis (across) on every target (down), both scales logarithmic.
func svg(r *results) string {
	const w, h, pad = 300, 210, 44
	var b strings.Builder
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n", w*len(growth.Axes), h*len(targets)+30)
	for i, k := range kinds {
		fmt.Fprintf(&b, "<rect x=\"%d\" y=\"8\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"18\">%s</text>\n", 20+i*160, k.color, 38+i*160, k.name)
	}
	const low, high = 0.05, 100.0 // seconds
	y := func(s float64) float64 {
		s = math.Min(math.Max(s, low), high)
		return float64(h-pad) - (math.Log(s)-math.Log(low))/(math.Log(high)-math.Log(low))*float64(h-pad-24)
	}
	for row, t := range targets {
		for col, a := range growth.Axes {
			fmt.Fprintf(&b, "<g transform=\"translate(%d %d)\">\n<text x=\"%d\" y=\"14\" font-weight=\"bold\">%s, %s</text>\n", col*w, row*h+30, pad, a.Name, t)
			first, last := math.Log(float64(a.Sizes[0])), math.Log(float64(a.Sizes[len(a.Sizes)-1]))
			x := func(n float64) float64 { return pad + (math.Log(n)-first)/(last-first)*float64(w-pad-16) }
			for _, s := range []float64{0.1, 1, 10, 100} {
				fmt.Fprintf(&b, "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%g s</text>\n", pad, w-16, y(s), y(s), pad-4, y(s)+4, s)
			}
			for _, n := range a.Sizes {
				fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>\n", x(float64(n)), h-pad+16, n)
			}
			for _, k := range kinds {
				s := r.series(a.Name, k.form, k.inline, t)
				var line strings.Builder
				for i, n := range s.ns {
					fmt.Fprintf(&line, "%.1f,%.1f ", x(n), y(s.costs[i]))
					fmt.Fprintf(&b, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>\n", x(n), y(s.costs[i]), k.color)
				}
				fmt.Fprintf(&b, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>\n", strings.TrimSpace(line.String()), k.color)
				if n := len(s.ns); s.killed != "" && n > 0 {
					fmt.Fprintf(&b, "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">killed</text>\n", x(s.ns[n-1])+4, y(s.costs[n-1])-4, k.color)
				}
			}
			b.WriteString("</g>\n")
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}
