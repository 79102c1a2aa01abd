package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gpga/gpga/bench/growth"
	textcost "github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/tools/flow"
	"github.com/gpga/gpga/tools/measure"
)

// forms are the kernel's forms, in the order of the report.
var forms = []flow.Form{flow.FormSwitch, flow.FormTable, flow.FormVM}

// point is a measured design.
type point struct {
	Axis   string    `json:"axis"`
	N      int       `json:"n"`
	Form   flow.Form `json:"form"`
	Inline bool      `json:"inline,omitempty"` // every call inlined
	Text   size      `json:"text"`
	// Costs by target; Instructions are the compiler's own, counted by callgrind, where that was asked for.
	Costs        map[string]cost  `json:"costs"`
	Instructions map[string]int64 `json:"instructions,omitempty"`
}

// size is what the text is, before any compiler.
type size struct {
	Bytes        int    `json:"bytes"` // without comments
	Tokens       int    `json:"tokens"`
	Merges       int    `json:"merges"`
	Functions    int    `json:"functions"`
	LargestName  string `json:"largest"` // the function of the most tokens
	LargestLines int    `json:"largest_lines"`
	LargestToks  int    `json:"largest_tokens"`
	LargestMerge int    `json:"largest_merges"` // of any function
	LongestLines int    `json:"longest_lines"`  // of any function
	Tables       int    `json:"tables"`         // bytes of the table buffer
}

// results is the JSON file.
type results struct {
	Machine  string           `json:"machine"`
	Compiler string           `json:"compiler"`
	Caps     measure.Caps     `json:"caps"`
	Empty    map[string]cost  `json:"empty"` // the empty kernel's, by target
	EmptyIns map[string]int64 `json:"empty_instructions,omitempty"`
	Points   []point          `json:"points"`
	Designs  []point          `json:"designs,omitempty"` // whole designs from files, named by Axis
}

func main() {
	measure.Child()
	var o options
	var axisList, formList, targetList string
	flag.StringVar(&axisList, "axes", "waits,processes,statements,star", "axes to measure")
	flag.StringVar(&formList, "forms", "switch,table,vm", "forms to measure")
	flag.StringVar(&targetList, "targets", "x86-64,nvptx64,amdgcn", "targets to measure")
	flag.IntVar(&o.repeat, "repeat", 3, "runs of each point, for the median")
	flag.IntVar(&o.caps.Seconds, "seconds", 60, "cap of CPU time of one run")
	flag.IntVar(&o.caps.MB, "mb", 3072, "cap of memory of one run, in MB")
	flag.IntVar(&o.max, "max", 1<<20, "leave out larger sizes")
	flag.BoolVar(&o.inline, "inline", false, "measure the table form with every call inlined as well")
	flag.BoolVar(&o.instructions, "instructions", false, "count the compiler's instructions with callgrind as well")
	flag.StringVar(&o.out, "out", "compile-cost", "files to write, without .json, .md and .svg; points that the JSON has already are kept")
	render := flag.String("render", "", "only render the Markdown and the SVG of this JSON, named without .json")
	flag.Parse()
	if *render != "" {
		r, err := load(*render)
		exit(errors.Join(err, write(*render, r)))
	}
	o.axes, o.forms, o.targets = strings.Split(axisList, ","), strings.Split(formList, ","), strings.Split(targetList, ",")
	o.designs = flag.Args()
	exit(bench(context.Background(), o))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "compilecost:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

type options struct {
	axes, forms, targets []string
	designs              []string // NAME=FILE,FILE... of Verilog, or NAME=FILE.metal
	repeat, max          int
	caps                 measure.Caps
	inline, instructions bool
	out                  string
}

func load(out string) (*results, error) {
	text, err := os.ReadFile(out + ".json")
	if err != nil {
		return &results{}, err
	}
	r := &results{}
	return r, json.Unmarshal(text, r)
}

// formText is the form of a kernel that is given as a text.
const formText flow.Form = "text"

// emitted is the kernel of a design, measured as text. Of a design that is a .metal file, it is that text.
func emitted(files []string, form flow.Form) (string, size, error) {
	if form == formText {
		text, err := os.ReadFile(files[0])
		if err != nil {
			return "", size{}, err
		}
		s, err := sizeOf(string(text), false)
		return string(text), s, err
	}
	b, err := flow.Compile(flow.Options{Files: files, Form: form, Warnings: []string{"none"}}, flow.ToKernel)
	if err != nil {
		var w strings.Builder
		b.Diags.Print(&w)
		return "", size{}, fmt.Errorf("%w\n%s", err, w.String())
	}
	s, err := sizeOf(b.Kernel.Text, true)
	s.Tables = 4 * len(b.Kernel.Tables.Words)
	return b.Kernel.Text, s, err
}

// sizeOf measures a text. Strict also refuses loops that no counter bounds.
func sizeOf(text string, strict bool) (size, error) {
	u, errs := msl.Load("kernel.metal", []byte(text))
	if len(errs) > 0 {
		return size{}, fmt.Errorf("the kernel's text: %v", errs[0])
	}
	for _, w := range u.Warnings() {
		if !strict {
			break
		}
		return size{}, fmt.Errorf("the kernel's text: %v", w)
	}
	r := textcost.Measure(u)
	s := size{Bytes: r.Bytes, Tokens: r.Tokens, Merges: r.Total.Merges, Functions: r.Total.Functions, LargestName: r.Total.LargestFunction,
		LargestLines: r.Total.LargestLines, LargestToks: r.Total.LargestTokens}
	for _, f := range r.Functions {
		s.LargestMerge = max(s.LargestMerge, f.Merges)
		s.LongestLines = max(s.LongestLines, f.Lines)
	}
	return s, nil
}

// bench measures what o asks for and is not in the file already. It writes the file after every point.
func bench(ctx context.Context, o options) error {
	backends, err := measure.Select(o.targets)
	if err != nil {
		return err
	}
	r, err := load(o.out)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	env := measure.Describe(ctx, backends)
	r.Machine, r.Compiler, r.Caps = fmt.Sprintf("%d cores, %s", env.Cores, env.CPU), env.Compilers[backends[0].Compiler], o.caps
	if r.Empty == nil {
		r.Empty = map[string]cost{}
	}
	for _, t := range targets {
		if _, have := r.Empty[t]; !have {
			if r.Empty[t], err = repeated(ctx, measure.EmptyKernel, t, o.caps, max(o.repeat, 3)); err != nil {
				return err
			}
		}
		if _, have := r.EmptyIns[t]; o.instructions && !have {
			if r.EmptyIns == nil {
				r.EmptyIns = map[string]int64{}
			}
			if r.EmptyIns[t], err = instructions(ctx, measure.EmptyKernel, t); err != nil {
				return err
			}
		}
	}
	dir, err := os.MkdirTemp("", "compilecost-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, name := range o.axes {
		if name == "" {
			continue
		}
		a, ok := growth.Named(name)
		if !ok {
			return fmt.Errorf("there is no axis %q", name)
		}
		killed := map[string]bool{}
		for _, n := range a.Sizes {
			if n > o.max {
				break
			}
			file := filepath.Join(dir, fmt.Sprintf("%s%d.v", a.Name, n))
			if err := os.WriteFile(file, []byte(a.Text(n)), 0o644); err != nil {
				return err
			}
			for _, f := range forms {
				if !slices.Contains(o.forms, string(f)) {
					continue
				}
				for _, inline := range []bool{false, true} {
					if inline && (!o.inline || f != flow.FormTable) {
						continue
					}
					p := r.at(a.Name, n, f, inline)
					if err := o.measure(ctx, p, []string{file}, killed); err != nil {
						return fmt.Errorf("%s %d, form %s: %w", a.Name, n, f, err)
					}
					if err := save(o.out, r); err != nil {
						return err
					}
				}
			}
		}
	}
	for _, d := range o.designs {
		name, files, ok := strings.Cut(d, "=")
		if !ok {
			return fmt.Errorf("%q is not NAME=FILE,FILE...", d)
		}
		list := forms
		if strings.HasSuffix(files, ".metal") {
			list = []flow.Form{formText}
		}
		for _, f := range list {
			if f != formText && !slices.Contains(o.forms, string(f)) {
				continue
			}
			p := r.design(name, f)
			if err := o.measure(ctx, p, strings.Split(files, ","), map[string]bool{}); err != nil {
				return fmt.Errorf("%s, form %s: %w", name, f, err)
			}
			if err := save(o.out, r); err != nil {
				return err
			}
		}
	}
	return write(o.out, r)
}

// at finds or makes the point of a place.
func (r *results) at(axis string, n int, f flow.Form, inline bool) *point {
	for i := range r.Points {
		if p := &r.Points[i]; p.Axis == axis && p.N == n && p.Form == f && p.Inline == inline {
			return p
		}
	}
	r.Points = append(r.Points, point{Axis: axis, N: n, Form: f, Inline: inline, Costs: map[string]cost{}})
	return &r.Points[len(r.Points)-1]
}

func (r *results) design(name string, f flow.Form) *point {
	for i := range r.Designs {
		if p := &r.Designs[i]; p.Axis == name && p.Form == f {
			return p
		}
	}
	r.Designs = append(r.Designs, point{Axis: name, N: 1, Form: f, Costs: map[string]cost{}})
	return &r.Designs[len(r.Designs)-1]
}

// measure fills in what p lacks. Killed remembers which series have ended.
func (o *options) measure(ctx context.Context, p *point, files []string, killed map[string]bool) error {
	text, s, err := emitted(files, p.Form)
	if err != nil {
		return err
	}
	p.Text = s
	if p.Inline {
		text = inlineAll(text)
	}
	for _, t := range targets {
		if !wanted(o.targets, t) {
			continue
		}
		series := fmt.Sprint(p.Form, p.Inline, t)
		c, have := p.Costs[t]
		if !have && !killed[series] {
			if c, err = repeated(ctx, text, t, o.caps, o.repeat); err != nil {
				return err
			}
			p.Costs[t] = c
			fmt.Fprintf(os.Stderr, "%s %d %s inline=%v %s: %.2f s %.0f MB %s\n", p.Axis, p.N, p.Form, p.Inline, t, c.CPU, c.PeakMB, c.Killed)
		}
		if c.Killed != "" {
			killed[series] = true
		}
		// callgrind takes some fifty times as long
		if _, have := p.Instructions[t]; o.instructions && !have && !killed[series] && c.CPU < 8 {
			n, err := instructions(ctx, text, t)
			if err != nil {
				return err
			}
			if p.Instructions == nil {
				p.Instructions = map[string]int64{}
			}
			p.Instructions[t] = n
		}
	}
	return nil
}

func save(out string, r *results) error {
	text, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(out+".json", append(text, '\n'), 0o644)
}

// write renders r.
func write(out string, r *results) error {
	return errors.Join(os.WriteFile(out+".md", []byte(markdown(r, filepath.Base(out))), 0o644), os.WriteFile(out+".svg", []byte(svg(r)), 0o644))
}
