package metal

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/goldens"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
)

// outcome is everything that a run leaves.
type outcome struct {
	text  string
	exit  int
	err   string
	files map[string]string
}

// run is one run on the engine.
type run struct {
	system objc.System // nil: a fake with a device of its own
	design goldens.Design
	build  *flow.Build
	device fake.Options
	engine metal.Options
	budget uint32 // of the simulation's calls; 0: its own
	memory uint64 // limit, in bytes

	out   outcome
	warn  []string
	stats metal.Stats
	fake  fake.Stats
}

// dumpHead is what a dump says of when and by what it was made.
var dumpHead = regexp.MustCompile(`(?s)\$(date|version)\s.*?\$end\n`)

// compile takes a design through the passes. Dumps of designs that make none are made by the engine's option.
func compile(t *testing.T, d goldens.Design) *flow.Build {
	t.Helper()
	dir := t.TempDir()
	if err := d.Place(dir); err != nil {
		t.Fatal(err)
	}
	o := flow.Options{Files: []string{filepath.Join(dir, d.Name+".v")}, Warnings: []string{"none"}}
	o.Lower.TraceAll = !d.Dumps
	b, err := flow.Compile(o, flow.ToKernel)
	if err != nil {
		var msg strings.Builder
		b.Diags.Print(&msg)
		t.Fatalf("%v\n%s", err, msg.String())
	}
	return b
}

// simulate runs with what makes an engine.
func (r *run) simulate(t *testing.T, open func(ctx context.Context) (sim.Engine, error)) {
	t.Helper()
	dir := t.TempDir()
	if err := r.design.Place(dir); err != nil {
		t.Fatal(err)
	}
	limit := time.Minute
	if r.system != nil { // a lane of a GPU is slow
		limit = 10 * time.Minute
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	var text bytes.Buffer
	h := host.New(host.Config{Stdout: &text, Stderr: &text, Dir: dir, PlusArgs: r.design.Args, Precision: r.build.Design.TickExp})
	defer h.Close()
	eng, err := open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer eng.Close()
	o := sim.Options{Budget: r.budget}
	if !r.design.Dumps {
		o.VCD = filepath.Join(dir, "all.vcd")
	}
	res, err := sim.New(r.build.Program, eng, h, o).Run(ctx)
	r.out = outcome{text: text.String(), exit: res.ExitCode, files: map[string]string{}}
	if err != nil {
		r.out.err = err.Error()
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		r.out.files[e.Name()] = string(dumpHead.ReplaceAll(body, nil))
	}
	if m, ok := eng.(*metal.Engine); ok {
		r.stats = m.Stats()
	}
}

// do runs on the metal engine. A fake is held to be without a fault.
func (r *run) do(t *testing.T) {
	t.Helper()
	r.engine.Warn = func(text string) { r.warn = append(r.warn, text) }
	open := func(ctx context.Context) (sim.Engine, error) {
		return r.build.MetalEngine(ctx, flow.RunOptions{Metal: r.engine, MaxMemory: r.memory})
	}
	if r.system != nil {
		r.engine.System = r.system
		r.simulate(t, open)
		return
	}
	sys := fake.New(r.device)
	r.engine.System = sys
	r.simulate(t, open)
	if err := sys.Close(); err != nil {
		t.Errorf("the fake: %v", err)
	}
	r.fake = sys.Stats()
}

// expect runs and wants want's outcome.
func (r *run) expect(t *testing.T, want outcome) {
	t.Helper()
	r.do(t)
	switch {
	case r.out.err != want.err || r.out.exit != want.exit:
		t.Errorf("exit status %d, error %q; expected %d, %q", r.out.exit, r.out.err, want.exit, want.err)
	case r.out.text != want.text:
		t.Errorf("prints\n%.600s\nexpected\n%.600s", r.out.text, want.text)
	case !maps.Equal(r.out.files, want.files):
		for name := range want.files {
			if r.out.files[name] != want.files[name] {
				t.Errorf("writes another %s", name)
			}
		}
		if len(r.out.files) != len(want.files) {
			t.Errorf("writes %d files, expected %d", len(r.out.files), len(want.files))
		}
	}
}

// undisturbed is what the cpu engine leaves.
func undisturbed(t *testing.T, d goldens.Design, b *flow.Build) outcome {
	t.Helper()
	r := &run{design: d, build: b}
	r.simulate(t, func(ctx context.Context) (sim.Engine, error) { return cpuEngine(ctx, b) })
	if r.out.err != "" {
		t.Fatal(r.out.err)
	}
	return r.out
}

// golden finds a golden design.
func golden(t *testing.T, name string) goldens.Design {
	t.Helper()
	all, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		if d.Name == name {
			return d
		}
	}
	t.Fatalf("there is no golden design %s", name)
	return goldens.Design{}
}

// inline makes a design of a text.
func inline(t *testing.T, name, text string) goldens.Design {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".v")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return goldens.Design{Name: name, Path: path, Dumps: strings.Contains(text, "$dumpvars")}
}

// one is whether the warnings are a single one with all of these parts.
func one(t *testing.T, warn []string, parts ...string) {
	t.Helper()
	if len(warn) != 1 {
		t.Errorf("%d warnings, expected one: %q", len(warn), warn)
		return
	}
	for _, p := range parts {
		if !strings.Contains(warn[0], p) {
			t.Errorf("the warning is %q, without %q", warn[0], p)
		}
	}
}
