package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/gpga/gpga/bench/growth"
	"github.com/gpga/gpga/tools/flow"
	"github.com/gpga/gpga/tools/measure"
)

// runner measures what options ask for and is not in the results already.
type runner struct {
	o     options
	mu    sync.Mutex // of r, texts and costs
	r     *results
	dir   string
	texts map[string]*emission
	// costs holds what has been measured of a text on a target: the vm form's is the same for all designs.
	costs map[[2]string]*measured1
}

type emission struct {
	once sync.Once
	text string
	size size
	err  error
}

type measured1 struct {
	once sync.Once
	cost cost
	err  error
}

// bench measures what o asks for, and writes the files.
func bench(ctx context.Context, o options) error {
	backends, err := measure.Select(o.targets)
	if err != nil {
		return err
	}
	r, err := load(o.out)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if o.fresh {
		r = &results{}
	}
	env := measure.Describe(ctx, backends)
	r.Machine, r.Compiler, r.Caps, r.Repeat, r.Jobs = fmt.Sprintf("%d cores, %s", env.Cores, env.CPU), env.Compilers[backends[0].Compiler], o.caps, o.repeat, o.jobs
	if r.Empty == nil {
		r.Empty = map[string]cost{}
	}
	if r.EmptyIns == nil {
		r.EmptyIns = map[string]int64{}
	}
	dir, err := os.MkdirTemp("", "compilecost-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	n := &runner{o: o, r: r, dir: dir, texts: map[string]*emission{}, costs: map[[2]string]*measured1{}}
	for _, t := range o.targets {
		if err := n.empty(ctx, t); err != nil {
			return err
		}
	}
	jobs, err := n.jobs()
	if err != nil {
		return err
	}
	if err := parallel(ctx, o.jobs, jobs); err != nil {
		return errors.Join(err, save(o.out, r))
	}
	// Speeds are measured with nothing beside them.
	if o.simulate > 0 {
		for _, d := range o.designs {
			name, files, _ := strings.Cut(d, "=")
			if err := n.speeds(ctx, name, list(files)); err != nil {
				return errors.Join(err, save(o.out, r))
			}
		}
	}
	return errors.Join(save(o.out, r), write(o.out, r))
}

// parallel runs jobs, n at a time, until one fails.
func parallel(ctx context.Context, n int, jobs []func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan func(context.Context) error)
	errs := make(chan error, len(jobs))
	var wg sync.WaitGroup
	for range max(n, 1) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range queue {
				if ctx.Err() != nil {
					continue
				}
				if err := j(ctx); err != nil {
					errs <- err
					cancel()
				}
			}
		}()
	}
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	wg.Wait()
	close(errs)
	return <-errs // the first; nil when there is none
}

// empty measures the kernel that does nothing.
func (n *runner) empty(ctx context.Context, t string) (err error) {
	if _, have := n.r.Empty[t]; !have {
		if n.r.Empty[t], err = repeated(ctx, measure.EmptyKernel, t, n.o.caps, max(n.o.repeat, 5)); err != nil {
			return err
		}
	}
	if _, have := n.r.EmptyIns[t]; n.o.instructions && !have {
		n.r.EmptyIns[t], err = instructions(ctx, measure.EmptyKernel, t)
	}
	return err
}

// jobs are the series, each of which goes up in size until its compiler is killed; the vm's texts; and whole designs.
func (n *runner) jobs() (jobs []func(context.Context) error, err error) {
	for _, t := range n.o.targets {
		for _, p := range n.vmPoints() {
			jobs = append(jobs, func(ctx context.Context) error {
				_, err := n.point(ctx, p, []string{p.Axis}, t)
				return err
			})
		}
	}
	for _, d := range n.o.designs {
		name, files, ok := strings.Cut(d, "=")
		if !ok {
			return nil, fmt.Errorf("%q is not NAME=FILE,FILE...", d)
		}
		for _, f := range designForms(files) {
			if f != formText && !slices.Contains(n.o.forms, string(f)) {
				continue
			}
			p := find(&n.r.Designs, name, 1, f, false)
			for _, t := range n.o.targets {
				jobs = append(jobs, func(ctx context.Context) error {
					_, err := n.point(ctx, p, list(files), t)
					return err
				})
			}
		}
	}
	for _, name := range n.o.axes {
		a, ok := growth.Named(name)
		if !ok {
			return nil, fmt.Errorf("there is no axis %q", name)
		}
		for _, f := range append([]flow.Form{formKernels}, forms...) {
			if !slices.Contains(n.o.forms, string(f)) {
				continue
			}
			inlines := []bool{false}
			switch {
			case f == formKernels:
				inlines = []bool{true}
			case f == flow.FormTable && n.o.inline:
				inlines = []bool{false, true}
			}
			for _, inline := range inlines {
				points := make([]*point, len(a.Sizes))
				for i, size := range a.Sizes {
					if size <= n.o.max {
						points[i] = find(&n.r.Points, a.Name, size, f, inline)
					}
				}
				for _, t := range n.o.targets {
					jobs = append(jobs, func(ctx context.Context) error { return n.series(ctx, a, points, t) })
				}
			}
		}
	}
	return jobs, nil
}

func designForms(files string) []flow.Form {
	if strings.HasSuffix(files, ".metal") {
		return []flow.Form{formText}
	}
	return forms
}

// series measures points of ascending size on a target, up to the first that is killed.
func (n *runner) series(ctx context.Context, a growth.Axis, points []*point, target string) error {
	for i, p := range points {
		if p == nil {
			break
		}
		file := filepath.Join(n.dir, fmt.Sprintf("%s%d.v", a.Name, a.Sizes[i]))
		n.mu.Lock()
		err := os.WriteFile(file, []byte(a.Text(a.Sizes[i])), 0o644)
		n.mu.Unlock()
		if err != nil {
			return err
		}
		c, err := n.point(ctx, p, []string{file}, target)
		if err != nil {
			return err
		}
		if c.Killed != "" {
			break
		}
	}
	return nil
}

// point fills in what p lacks for a target.
func (n *runner) point(ctx context.Context, p *point, files []string, target string) (cost, error) {
	e := n.emission(p, files)
	if e.err != nil {
		return cost{}, fmt.Errorf("%s %d, form %s: %w", p.Axis, p.N, p.Form, e.err)
	}
	text := e.text
	if p.Inline {
		text = inlineAll(text)
	}
	n.mu.Lock()
	p.Text = e.size
	c, have := p.Costs[target]
	_, counted := p.Instructions[target]
	key := [2]string{target, text}
	m := n.costs[key]
	if m == nil {
		m = &measured1{}
		n.costs[key] = m
	}
	n.mu.Unlock()
	if !have {
		m.once.Do(func() {
			times := n.o.repeat
			if p.Form == flow.FormSwitch {
				times = 1
			}
			m.cost, m.err = repeated(ctx, text, target, n.o.caps, times)
			fmt.Fprintf(os.Stderr, "%s %d %s inline=%v %s: %.2f s %.0f MB %s\n", p.Axis, p.N, p.Form, p.Inline, target, m.cost.CPU, m.cost.PeakMB, m.cost.Killed)
		})
		if m.err != nil {
			return cost{}, fmt.Errorf("%s %d, form %s: %w", p.Axis, p.N, p.Form, m.err)
		}
		c = m.cost
	}
	var ins int64
	// callgrind takes some fifty times as long
	if n.o.instructions && !counted && c.Killed == "" && c.CPU < countableSeconds && countable(p) {
		var err error
		if ins, err = instructions(ctx, text, target); err != nil {
			return c, err
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	p.Costs[target] = c
	if ins != 0 {
		if p.Instructions == nil {
			p.Instructions = map[string]int64{}
		}
		p.Instructions[target] = ins
	}
	return c, save(n.o.out, n.r)
}

// emission is the text of a point, made once.
func (n *runner) emission(p *point, files []string) *emission {
	n.mu.Lock()
	key := strings.Join(append(files, string(p.Form)), "\x00")
	e := n.texts[key]
	if e == nil {
		e = &emission{}
		n.texts[key] = e
	}
	vm := slices.Contains(n.r.VM, p)
	n.mu.Unlock()
	e.once.Do(func() {
		if vm {
			e.text, e.size, e.err = vmText(n.dir, p.Axis)
		} else {
			e.text, e.size, e.err = emitted(files, p.Form)
		}
	})
	return e
}

// find finds or makes the point of a place.
func find(list *[]*point, axis string, n int, f flow.Form, inline bool) *point {
	for _, p := range *list {
		if p.Axis == axis && p.N == n && p.Form == f && p.Inline == inline {
			if p.Costs == nil {
				p.Costs = map[string]cost{}
			}
			return p
		}
	}
	p := &point{Axis: axis, N: n, Form: f, Inline: inline, Costs: map[string]cost{}}
	*list = append(*list, p)
	return p
}

// vmTexts are the texts of the vm form, all there are.
var vmTexts = []string{"four-state", "four-state with reals", "two-state", "two-state with reals"}

// vmPoints are the vm form's texts, where the form is asked for.
func (n *runner) vmPoints() (points []*point) {
	if !slices.Contains(n.o.forms, string(flow.FormVM)) {
		return nil
	}
	for _, name := range vmTexts {
		points = append(points, find(&n.r.VM, name, 1, flow.FormVM, false))
	}
	return points
}

// vmText is one of the vm form's texts: of any design of that kind.
func vmText(dir, name string) (string, size, error) {
	file := filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".v")
	source := "module top; reg [3:0] a; initial begin a = 5; #1 $display(\"%h\", a); end endmodule\n"
	if strings.HasSuffix(name, "reals") {
		source = "module top; real a; initial begin a = 5; #1 $display(\"%g\", a * 1.5); end endmodule\n"
	}
	if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
		return "", size{}, err
	}
	o := sourceOptions([]string{file}, flow.FormVM)
	o.Lower.TwoState = strings.HasPrefix(name, "two")
	return compiled(o)
}

// countableSeconds is up to which CPU time a compilation's instructions are counted.
const countableSeconds = 8

// countable tells whether the compiler's instructions are counted for p: the fewest and the most waits in the table form, and kernels.
func countable(p *point) bool {
	a, ok := growth.Named(p.Axis)
	return ok && p.Form == formKernels || ok && a.Name == "waits" && p.Form == flow.FormTable && !p.Inline && (p.N == a.Sizes[0] || p.N == a.Sizes[len(a.Sizes)-1])
}
