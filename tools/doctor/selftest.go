package doctor

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gpga/gpga/runtime/clang"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
)

// design is what is simulated, and known what it prints with plus: the output of Icarus Verilog 11.
var (
	//go:embed selftest/selftest.v
	design []byte
	//go:embed selftest/selftest.want
	expected string
	plus     = []string{"+n=17"}
)

// Test is a self-test on one engine.
type Test struct {
	Engine     string  `json:"engine"`
	Form       string  `json:"form,omitempty"`            // of the kernel
	Missing    string  `json:"missing,omitempty"`         // why it was not tried: the engine is not here
	Error      string  `json:"error,omitempty"`           // what is wrong
	Seconds    float64 `json:"seconds"`                   // wall time, with preparing the engine
	Compile    float64 `json:"compile_seconds,omitempty"` // of that, Metal's, of library and pipeline
	Dispatches int     `json:"dispatches,omitempty"`      // to the GPU
	Longest    float64 `json:"longest_dispatch_seconds,omitempty"`
}

// Name is engine and form.
func (t *Test) Name() string {
	if t.Form == "" {
		return t.Engine
	}
	return t.Engine + ", " + t.Form
}

// trial is a test with how to run it.
type trial struct {
	Test
	run func(ctx context.Context, t *Test, c host.Config) (sim.Result, error)
}

// selfTest holds the design, compiled in both forms.
type selfTest struct {
	dir       string
	patience  time.Duration
	guard     metal.Guarding
	table, vm *flow.Build
}

func newSelfTest(o Options) (*selfTest, error) {
	dir, err := os.MkdirTemp("", "gpga-doctor-*")
	if err != nil {
		return nil, err
	}
	s := &selfTest{dir: dir, patience: o.Patience, guard: o.Guard}
	file := filepath.Join(dir, "selftest.v")
	if err := os.WriteFile(file, design, 0o666); err != nil {
		s.close()
		return nil, err
	}
	for _, f := range []struct {
		form flow.Form
		to   **flow.Build
	}{{flow.FormTable, &s.table}, {flow.FormVM, &s.vm}} {
		b, err := flow.Compile(flow.Options{Files: []string{file}, Form: f.form, Warnings: []string{"none"}}, flow.ToKernel)
		if err != nil {
			var text strings.Builder
			if errors.Is(err, flow.ErrDiagnostics) {
				b.Diags.Print(&text)
				err = errors.New(text.String())
			}
			s.close()
			return nil, fmt.Errorf("the design is not compiled: %w", err)
		}
		*f.to = b
	}
	return s, nil
}

func (s *selfTest) close() { os.RemoveAll(s.dir) }

// list gives a trial for each engine and form, for the machine of a report. sys is nil where it has no device.
func (s *selfTest) list(sys objc.System, r *Report) []trial {
	on := func(b *flow.Build, e flow.Engine) func(context.Context, *Test, host.Config) (sim.Result, error) {
		return func(ctx context.Context, _ *Test, c host.Config) (sim.Result, error) {
			return b.Run(ctx, flow.RunOptions{Engine: e, Host: c})
		}
	}
	noCPU, noClang := "", ""
	if !cpu.Supported() {
		noCPU = "it runs on amd64 and arm64"
	}
	if _, err := clang.Find(); err != nil {
		noClang = err.Error()
	}
	for _, t := range r.Tools {
		if t.Name == "clang" && t.Error != "" { // as the stub is that macOS has in the place of tools that are not installed
			noClang = t.Error
		}
	}
	list := []trial{
		{Test{Engine: "ref"}, on(s.table, flow.EngineRef)},
		{Test{Engine: "cpu", Form: "table", Missing: noCPU}, on(s.table, flow.EngineCPU)},
		{Test{Engine: "cpu", Form: "vm", Missing: noCPU}, on(s.vm, flow.EngineCPU)},
		{Test{Engine: "clang", Form: "table", Missing: noClang}, on(s.table, flow.EngineClang)},
	}
	why := ""
	if sys == nil {
		why = r.Metal.Why
	}
	for _, k := range []struct {
		form string
		o    metal.Options
		ends string // form of the kernel at the end
	}{
		{"vm", metal.Options{Tier: metal.TierVM}, "vm"},
		{"table", metal.Options{Tier: metal.TierTable}, "table"},
		// Kernels are exchanged half-way, and dispatches are many.
		{"vm, then table", metal.Options{Plan: func(n int) metal.Plan { return metal.Plan{Steps: 16, Takeover: n == 3} }}, "table"},
	} {
		k.o.System, k.o.Guard = sys, s.guard
		list = append(list, trial{Test{Engine: "metal", Form: k.form, Missing: why}, func(ctx context.Context, t *Test, c host.Config) (sim.Result, error) {
			return s.onMetal(ctx, t, c, k.o, k.ends)
		}})
	}
	list = append(list, trial{Test{Engine: "metal", Form: fmt.Sprintf("%d instances", instances), Missing: why}, func(ctx context.Context, t *Test, c host.Config) (sim.Result, error) {
		return s.batch(ctx, t, c, metal.Options{System: sys, Guard: s.guard})
	}})
	return list
}

// instances are threads of several threadgroups, the last one not full.
const instances = 70

// batch runs the design in many threads of the GPU. The first that is wrong stands for all of them.
func (s *selfTest) batch(ctx context.Context, _ *Test, c host.Config, o metal.Options) (r sim.Result, err error) {
	var mu sync.Mutex
	var texts [instances]bytes.Buffer
	var bad error
	fail := func(err error) {
		mu.Lock()
		defer mu.Unlock()
		if bad == nil {
			bad = err
		}
	}
	o.Warn = func(text string) { fail(errors.New(text)) }
	many := flow.ManyOptions{Engine: flow.EngineMetal, State: flow.StateInterleaved, Metal: o, N: instances}
	many.Start = func(i int) (flow.Instance, error) {
		h := c
		h.Stdout, h.Stderr, h.Stdin = &texts[i], &texts[i], strings.NewReader("")
		h.Dir = filepath.Join(c.Dir, fmt.Sprint(i))
		return flow.Instance{Host: h}, os.Mkdir(h.Dir, 0o777)
	}
	many.Done = func(i int, res sim.Result, err error) {
		switch {
		case err != nil:
			fail(fmt.Errorf("instance %d: %w", i, err))
		case !res.Canceled && texts[i].String() != expected:
			fail(fmt.Errorf("instance %d: %s", i, difference(texts[i].String(), expected)))
		}
		if i == 0 {
			mu.Lock()
			defer mu.Unlock()
			r = res
		}
	}
	err = s.table.RunMany(ctx, many)
	mu.Lock()
	defer mu.Unlock()
	if err == nil {
		err = bad
	}
	c.Stdout.Write(texts[0].Bytes())
	return r, err
}

// onMetal runs the design on the GPU and holds the engine to having done it there.
func (s *selfTest) onMetal(ctx context.Context, t *Test, c host.Config, o metal.Options, form string) (sim.Result, error) {
	var warned []string
	o.Warn = func(text string) { warned = append(warned, text) }
	eng, err := s.table.MetalEngine(ctx, flow.RunOptions{Metal: o})
	if err != nil {
		return sim.Result{}, err
	}
	c.Precision = s.table.Design.TickExp
	h := host.New(c)
	defer h.Close()
	r, err := sim.New(s.table.Program, eng, h, sim.Options{}).Run(ctx)
	stats := eng.Stats()
	if !r.Abandoned {
		eng.Close()
	}
	for _, st := range eng.Stages() {
		t.Compile += st.Wall.Seconds()
	}
	t.Dispatches, t.Longest = stats.Dispatches, stats.Longest.Seconds()
	switch {
	case err != nil:
	case len(warned) > 0:
		err = errors.New(strings.Join(warned, "; "))
	case stats.Lost:
		err = errors.New("the cpu engine has taken over")
	case stats.Form != form:
		err = fmt.Errorf("the %s kernel ran at the end, not the %s kernel", stats.Form, form)
	}
	return r, err
}

// try runs a test. One that does not come back is left behind.
func (s *selfTest) try(ctx context.Context, t *trial) {
	if t.Missing != "" {
		return
	}
	start := time.Now()
	ctx, cancel := context.WithTimeout(ctx, s.patience)
	defer cancel()
	end := make(chan Test, 1)
	go func() { end <- s.attempt(ctx, t.Test, t.run) }()
	select {
	case t.Test = <-end:
	case <-ctx.Done():
		select {
		case t.Test = <-end:
		case <-time.After(time.Second):
			t.Error = "it does not come back"
		}
	}
	if ctx.Err() == context.DeadlineExceeded {
		t.Error = fmt.Sprintf("no end after %v", s.patience)
	}
	t.Seconds = time.Since(start).Seconds()
}

// attempt runs a test in a folder of its own and judges what it printed.
func (s *selfTest) attempt(ctx context.Context, t Test, run func(context.Context, *Test, host.Config) (sim.Result, error)) Test {
	dir, err := os.MkdirTemp(s.dir, "run-*")
	if err != nil {
		t.Error = err.Error()
		return t
	}
	var text bytes.Buffer
	var r sim.Result
	fault := caught(func() {
		r, err = run(ctx, &t, host.Config{Stdout: &text, Stderr: &text, Stdin: strings.NewReader(""), Dir: dir, PlusArgs: plus})
	})
	switch {
	case fault != nil:
		t.Error = fault.Error()
	case err != nil:
		t.Error = err.Error()
	case r.Canceled:
		t.Error = "interrupted"
	case text.String() != expected:
		t.Error = difference(text.String(), expected)
	case r.ExitCode != 0:
		t.Error = fmt.Sprintf("exit status %d, expected 0", r.ExitCode)
	}
	return t
}

// difference tells of the first line in which two texts differ.
func difference(got, want string) string {
	g, w := strings.Split(strings.TrimSuffix(got, "\n"), "\n"), strings.Split(strings.TrimSuffix(want, "\n"), "\n")
	for i := range max(len(g), len(w)) {
		switch {
		case i >= len(g):
			return fmt.Sprintf("it prints %d lines, expected %d", len(g), len(w))
		case i >= len(w):
			return fmt.Sprintf("it prints %q after the last line that was expected", g[i])
		case g[i] != w[i]:
			return fmt.Sprintf("line %d is %q, expected %q", i+1, g[i], w[i])
		}
	}
	return "it prints another line end"
}
