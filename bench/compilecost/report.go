package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
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
		for _, p := range r.Points {
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
	{formKernels, true, "table in kernels, all inlined", "#8e44ad"},
	{flow.FormVM, false, "vm", "#1e8449"},
}

// The report stands between these lines of its file; what is around them is written by people.
const (
	regionBegin = "<!-- made by bench/compilecost: what is below is written anew by each run -->"
	regionEnd   = "<!-- end of what bench/compilecost makes -->"
)

// write renders r: the plot, and the Markdown file's region, or a file where there is none.
func write(out string, r *results) error {
	body := regionBegin + "\n\n" + markdown(r, filepath.Base(out)) + "\n" + regionEnd + "\n"
	old, err := os.ReadFile(out + ".md")
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	before, rest, ok := strings.Cut(string(old), regionBegin)
	if ok {
		_, after, _ := strings.Cut(rest, regionEnd+"\n")
		body = before + body + after
	}
	return errors.Join(os.WriteFile(out+".md", []byte(body), 0o644), os.WriteFile(out+".svg", []byte(svg(r)), 0o644))
}

func markdown(r *results, base string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s; %s, `-O2`. Every figure is from one run of the bench, none is estimated. Costs are CPU seconds (user and system), medians of %d runs, one of those over %d s and of the switch form, **less an empty kernel's**, / peak MB as they are. Cap of one compilation: %d s of CPU time, %d MB of address space; %d compilers ran at a time. G instructions are what the compiler executed, in units of 10^9, less the empty kernel's, counted by callgrind: these do not vary.\n\n", r.Machine, r.Compiler, r.Repeat, long, r.Caps.Seconds, r.Caps.MB, r.Jobs)
	b.WriteString("Empty kernel:")
	for _, t := range targets {
		if c, ok := r.Empty[t]; ok {
			fmt.Fprintf(&b, " %s %.3f s / %.0f MB;", t, c.CPU, c.PeakMB)
		}
	}
	fmt.Fprintf(&b, "\n\n![growth](%s.svg)\n", base)
	r.barTable(&b)
	if len(r.VM) > 0 {
		r.textsTable(&b, "The vm form's texts", "text", r.VM)
	}
	if len(r.Designs) > 0 {
		r.textsTable(&b, "Whole designs", "design", r.Designs)
	}
	r.speedTable(&b)
	for _, a := range growth.Axes {
		if !r.has(a.Name) {
			continue
		}
		fmt.Fprintf(&b, "\n## Growth: %s\n\n%s. The cost is fitted as floor + slope * n; the exponent is that of the best fit of floor + slope * n^exponent.\n\n", a.Name, strings.ToUpper(a.Brief[:1])+a.Brief[1:])
		for _, t := range targets {
			r.costTable(&b, a, t)
		}
		r.textTable(&b, a)
	}
	return b.String()
}

// textsTable lists texts that stand for themselves.
func (r *results) textsTable(b *strings.Builder, title, first string, points []*point) {
	fmt.Fprintf(b, "\n## %s\n\n| %s | form | bytes | tokens | merges | functions | largest function: tokens | longest: lines | most merges | table bytes |", title, first)
	for _, t := range targets {
		fmt.Fprintf(b, " %s: s / MB, object |", t)
	}
	b.WriteString("\n|---|---|---|---|---|---|---|---|---|---|" + strings.Repeat("---|", len(targets)) + "\n")
	for _, p := range points {
		fmt.Fprintf(b, "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %d |", p.Axis, p.Form, p.Text.Bytes, p.Text.Tokens, p.Text.Merges, p.Text.Functions, p.Text.LargestToks, p.Text.LongestLines, p.Text.LargestMerge, p.Text.Tables)
		for _, t := range targets {
			b.WriteString(" " + r.cell(p, t))
			if c, ok := p.Costs[t]; ok && c.Killed == "" {
				fmt.Fprintf(b, ", %d KB", c.Object/1024)
			}
			if g := p.Instructions[t]; g != 0 {
				fmt.Fprintf(b, " (%.3f G instructions)", float64(g-r.EmptyIns[t])/1e9)
			}
			b.WriteString(" |")
		}
		b.WriteByte('\n')
	}
}

// speedTable lists what simulating takes.
func (r *results) speedTable(b *strings.Builder) {
	if len(r.Speeds) == 0 {
		return
	}
	b.WriteString("\n## Simulating\n\nCPU seconds (user and system) from the Verilog to the end, medians; a first run compiles the kernel on the clang engine, or the design in Icarus Verilog, later ones do not.\n\n| design | engine | form | runs | median | fastest | slowest | Icarus / it | first run |\n|---|---|---|---|---|---|---|---|---|\n")
	for i := range r.Speeds {
		s := &r.Speeds[i]
		ratio := "-"
		if ic := r.speedOf(s.Design, "", engineIcarus); ic != nil {
			ratio = fmt.Sprintf("%.2f", ic.CPU/s.CPU)
		}
		fmt.Fprintf(b, "| %s | %s | %s | %d | %.2f | %.2f | %.2f | %s | %.2f |\n", s.Design, s.Engine, s.Form, len(s.Runs), s.CPU, slices.Min(s.Runs), slices.Max(s.Runs), ratio, s.Cold)
	}
}

func (r *results) has(axis string) bool {
	for _, p := range r.Points {
		if p.Axis == axis {
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
	for _, p := range r.Points {
		if p.Axis == axis && p.N == n && p.Form == f && p.Inline == inline {
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
