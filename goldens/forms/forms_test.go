package forms

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/goldens"
	"github.com/gpga/gpga/runtime/clang"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/runtime/wave"
	"github.com/gpga/gpga/scheduler/program"
	"github.com/gpga/gpga/tools/flow"
)

var allForms = []flow.Form{flow.FormTable, flow.FormVM, flow.FormSwitch, formKernels}

// formKernels is the table form whose segments are divided among kernels of at most fewStatements each.
const (
	formKernels   flow.Form = "kernels"
	fewStatements           = 25
	// fewSteps is up to how many steps a design runs with several kernels on the fake device, which takes long to start one.
	fewSteps = 2000
)

// dumpAll dumps a design that dumps nothing itself.
const dumpAll = "module dump_all; initial begin $dumpfile(\"%s.vcd\"); $dumpvars(0, tb); end endmodule\n"

// compile takes a design that lies in dir through the passes in one form, with a dump of everything.
func compile(t *testing.T, dir string, d goldens.Design, form flow.Form) *flow.Build {
	t.Helper()
	return compileWith(t, dir, d, form, emit.Options{})
}

func compileWith(t *testing.T, dir string, d goldens.Design, form flow.Form, e emit.Options) *flow.Build {
	t.Helper()
	if form == formKernels {
		form, e.KernelLimit = flow.FormTable, fewStatements
	}
	o := flow.Options{Emit: e, Files: []string{filepath.Join(dir, d.Name+".v")}, Warnings: []string{"none"}, Form: form}
	if !d.Dumps {
		dump := filepath.Join(dir, "dump_all.v")
		if err := os.WriteFile(dump, fmt.Appendf(nil, dumpAll, d.Name), 0o666); err != nil {
			t.Fatal(err)
		}
		o.Files = append(o.Files, dump)
	}
	b, err := flow.Compile(o, flow.ToKernel)
	if err != nil {
		var msg strings.Builder
		b.Diags.Print(&msg)
		t.Fatalf("%s: %v\n%s", form, err, msg.String())
	}
	return b
}

// outcome is everything that a run leaves.
type outcome struct {
	text  string
	exit  int
	err   string
	files map[string]string
}

// dumpHead is what a dump says of when and by what it was made.
var dumpHead = regexp.MustCompile(`(?s)\$(date|version)\s.*?\$end\n`)

// run lets simulate run a design in a folder of its own and collects what it leaves.
func run(t *testing.T, d goldens.Design, b *flow.Build, simulate func(ctx context.Context, c host.Config) (sim.Result, error)) outcome {
	t.Helper()
	dir := t.TempDir()
	if err := d.Place(dir); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	var text bytes.Buffer
	r, err := simulate(ctx, host.Config{Stdout: &text, Stderr: &text, Dir: dir, PlusArgs: d.Args, Precision: b.Design.TickExp})
	o := outcome{text: text.String(), exit: r.ExitCode, files: map[string]string{}}
	if err != nil {
		o.err = err.Error()
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
		o.files[e.Name()] = string(dumpHead.ReplaceAll(body, nil))
	}
	return o
}

// same fails where got is not want, the reference interpreter's outcome. Its dumps leave out parameters and the variables of
// functions; what the kernel's cells dump is held to each other as a whole.
func same(t *testing.T, got, want outcome) {
	t.Helper()
	if got.err != want.err || got.exit != want.exit {
		t.Errorf("exit status %d, error %q; expected %d, %q", got.exit, got.err, want.exit, want.err)
	}
	if got.text != want.text {
		t.Errorf("prints otherwise, first at %s", firstDifference(got.text, want.text))
	}
	for _, name := range slices.Sorted(maps.Keys(want.files)) {
		g, ok := got.files[name]
		switch {
		case !ok:
			t.Errorf("does not write %s", name)
		case g == want.files[name]:
		case strings.HasSuffix(name, ".vcd"):
			sameWaves(t, g, want.files[name])
		default:
			t.Errorf("writes another %s, first at %s", name, firstDifference(g, want.files[name]))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got.files)) {
		if _, ok := want.files[name]; !ok {
			t.Errorf("writes %s, too", name)
		}
	}
}

func firstDifference(a, b string) string {
	g, w := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d:\n%.200s\nexpected:\n%.200s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("the end: %d lines, expected %d", len(g), len(w))
}

// sameWaves compares dumps by what they say: within a time the order of changes is free.
func sameWaves(t *testing.T, got, want string) {
	t.Helper()
	g, err := wave.Read(strings.NewReader(got))
	if err != nil {
		t.Fatal(err)
	}
	w, err := wave.Read(strings.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	r := wave.Compare(g, w)
	if len(r.Differences) > 0 {
		t.Errorf("%d variables' waves differ: %s", len(r.Differences), r.Differences[0])
	}
	if r.Compared == 0 || len(r.OnlyB) > 0 || g.End != w.End {
		t.Errorf("waves of %d variables, to %d, expected to %d; missing: %v", r.Compared, g.End, w.End, r.OnlyB)
	}
}

// once compiles each text one time, however many subtests want it at once.
var once = struct {
	sync.Mutex
	texts map[string]*sync.Once
}{texts: map[string]*sync.Once{}}

// engine makes an engine for a build. With clang the library is then in its cache, where later runs find it, too.
func engine(ctx context.Context, b *flow.Build, e flow.Engine) (sim.Engine, error) {
	if e == flow.EngineCPU {
		return cpu.NewEngine(ctx, b.Kernel.Text, b.Program, b.Kernel.Tables, cpu.EngineOptions{})
	}
	once.Lock()
	o := once.texts[b.Kernel.Text]
	if o == nil {
		o = &sync.Once{}
		once.texts[b.Kernel.Text] = o
	}
	once.Unlock()
	var err error
	o.Do(func() { _, err = clang.Compile(ctx, b.Kernel.Text, clang.Options{}) })
	if err != nil {
		return nil, err
	}
	return clang.NewEngine(ctx, b.Kernel.Text, b.Program, b.Kernel.Tables, clang.Options{})
}

// engines lists the engines that this machine has.
func engines(t *testing.T) []flow.Engine {
	t.Helper()
	if _, err := clang.Find(); err != nil {
		if !errors.Is(err, clang.ErrNoClang) {
			t.Fatal(err)
		}
		return []flow.Engine{flow.EngineCPU}
	}
	return []flow.Engine{flow.EngineCPU, flow.EngineClang}
}

const sites = "switch (sched_wait_id)"

// TestEqual is the matrix: design/form/engine, where metal is the metal engine over a fake device
// and kernels a table form whose segments are divided among kernels, and design/relay, where the forms and engines take turns at every step.
func TestEqual(t *testing.T) {
	designs, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	have := engines(t)
	var divided atomic.Int32 // designs that ran with several kernels on the metal engine
	t.Cleanup(func() {
		if n := divided.Load(); n < 10 && !t.Failed() {
			t.Errorf("%d designs are small enough for several kernels on the fake device", n)
		}
	})
	for _, d := range designs {
		t.Run(d.Name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := d.Place(dir); err != nil {
				t.Fatal(err)
			}
			builds := map[flow.Form]*flow.Build{}
			for _, f := range allForms {
				builds[f] = compile(t, dir, d, f)
				want := 0
				if f == flow.FormSwitch {
					want = 4
				}
				if n := strings.Count(builds[f].Kernel.Text, sites); n != want {
					t.Errorf("the %s form has %d times %q, expected %d", f, n, sites, want)
				}
				if s := builds[f].Kernel.Tables.Steps; (f == formKernels) != (s != nil) {
					t.Errorf("the %s form has the kernels %v", f, s)
				} else if s != nil && len(s.Names) < 2 {
					t.Errorf("the %s form has one kernel", f)
				}
			}
			first := builds[allForms[0]]
			want := run(t, d, first, func(ctx context.Context, c host.Config) (sim.Result, error) {
				return first.Run(ctx, flow.RunOptions{Engine: flow.EngineRef, Host: c})
			})
			if want.err != "" {
				t.Fatalf("the reference interpreter: %s", want.err)
			}
			if want.files[d.Name+".vcd"] == "" {
				t.Errorf("no waves were dumped")
			}
			// got holds the outcomes of the kernel's cells to the first one's, to the last byte.
			var peer *outcome
			got := func(t *testing.T, o outcome) {
				t.Helper()
				same(t, o, want)
				if peer == nil {
					peer = &o
				} else if !maps.Equal(o.files, peer.files) {
					t.Errorf("writes other files than the first cell does")
				}
			}
			for _, f := range allForms {
				for _, e := range []flow.Engine{flow.EngineCPU, flow.EngineClang} {
					t.Run(fmt.Sprintf("%s/%s", f, e), func(t *testing.T) {
						if !slices.Contains(have, e) {
							t.Skipf("THE %s ENGINE IS NOT TESTED: %v", strings.ToUpper(string(e)), clang.ErrNoClang)
						}
						b := builds[f]
						got(t, run(t, d, b, func(ctx context.Context, c host.Config) (sim.Result, error) {
							eng, err := engine(ctx, b, e)
							if err != nil {
								t.Fatal(err)
							}
							defer eng.Close()
							return simulate(ctx, b, eng, c, sim.Options{})
						}))
					})
				}
			}
			steps := 0
			t.Run("relay", func(t *testing.T) {
				var o outcome
				o, steps = relayed(t, d, builds, have)
				got(t, o)
			})
			for _, f := range allForms {
				if f == formKernels && steps > fewSteps {
					continue
				}
				t.Run(fmt.Sprintf("%s/metal", f), func(t *testing.T) {
					if f == formKernels {
						divided.Add(1)
					}
					got(t, onMetal(t, d, builds[f]))
				})
			}
		})
	}
}

// TestEvalAll: the fan-out wakes those that wait for any change without asking the evaluator. When the evaluator is asked about every
// wait, every design leaves the same, to the last byte.
func TestEvalAll(t *testing.T) {
	designs, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range designs {
		t.Run(d.Name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := d.Place(dir); err != nil {
				t.Fatal(err)
			}
			for _, f := range []flow.Form{flow.FormTable, flow.FormVM} {
				leaves := func(all bool) (outcome, []uint32) {
					b := compileWith(t, dir, d, f, emit.Options{EvalAll: all})
					return run(t, d, b, func(ctx context.Context, c host.Config) (sim.Result, error) {
						return b.Run(ctx, flow.RunOptions{Engine: flow.EngineCPU, Host: c})
					}), b.Kernel.Tables.Words
				}
				want, tables := leaves(false)
				got, other := leaves(true)
				same(t, got, want)
				if !maps.Equal(got.files, want.files) {
					t.Errorf("form %s writes other files when every wait is evaluated", f)
				}
				if d.Name == "mixedwaits" && slices.Equal(tables, other) {
					t.Error("every wait is evaluated without being asked for")
				}
			}
		})
	}
}

func simulate(ctx context.Context, b *flow.Build, eng sim.Engine, c host.Config, o sim.Options) (sim.Result, error) {
	h := host.New(c)
	defer h.Close()
	return sim.New(b.Program, eng, h, o).Run(ctx)
}

// onMetal runs a design with the metal engine over the checking fake, the form's kernel from the first dispatch on.
func onMetal(t *testing.T, d goldens.Design, b *flow.Build) outcome {
	t.Helper()
	sys := fake.New(fake.Options{})
	o := flow.RunOptions{Engine: flow.EngineMetal, Metal: metal.Options{System: sys, Tier: metal.TierTable, Warn: func(text string) { t.Error(text) }}}
	out := run(t, d, b, func(ctx context.Context, c host.Config) (sim.Result, error) {
		o.Host = c
		return b.Run(ctx, o)
	})
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
	if n := sys.Stats().Dispatches; n == 0 {
		t.Error("nothing was dispatched")
	}
	return out
}

// relayed runs a design with all forms and engines taking turns.
func relayed(t *testing.T, d goldens.Design, builds map[flow.Form]*flow.Build, have []flow.Engine) (outcome, int) {
	t.Helper()
	r := &relay{p: builds[allForms[0]].Program}
	for i := range len(allForms) * len(have) {
		// neighbours differ in form, and in engine where there are two
		f, e := allForms[i%len(allForms)], have[i%len(have)]
		if len(have) == 2 && i >= len(allForms) {
			e = have[(i+1)%len(have)]
		}
		b := builds[f]
		if !bytes.Equal(program.Encode(b.Program), program.Encode(r.p)) {
			t.Fatalf("the %s form comes from another program", f)
		}
		eng, err := engine(context.Background(), b, e)
		if err != nil {
			t.Fatal(err)
		}
		defer eng.Close()
		r.runners = append(r.runners, runner{eng, b.Kernel.Tables})
	}
	out := run(t, d, builds[allForms[0]], func(ctx context.Context, c host.Config) (sim.Result, error) {
		return simulate(ctx, builds[allForms[0]], r, c, sim.Options{Budget: stride})
	})
	if r.err != nil {
		t.Fatal(r.err)
	}
	if r.steps < 4 {
		t.Errorf("the design ended after %d steps: nothing was handed over", r.steps)
	}
	return out, r.steps
}

// everyStep is how many steps of a design are handed over one by one; a small design has no more. After that the forms take turns
// every stride steps.
const (
	everyStep = 16000
	stride    = 4093
)

// relay is an engine that hands the state from one form and engine to the next after every step.
type relay struct {
	p       *program.Program
	runners []runner
	turn    int
	steps   int
	err     error
}

type runner struct {
	eng    sim.Engine
	tables *layout.Tables
}

func (r *relay) Arena() []uint32 { return r.runners[r.turn].eng.Arena() }

func (r *relay) Extend(words uint32) ([]uint32, error) { return r.runners[r.turn].eng.Extend(words) }

// Step hands over, then runs one step. The budget that the caller gives is not used up.
func (r *relay) Step(budget uint32) error {
	from := r.Arena()
	r.turn = (r.turn + 1) % len(r.runners)
	to := r.runners[r.turn]
	a := to.eng.Arena()
	if len(a) < len(from) {
		var err error
		if a, err = to.eng.Extend(uint32(len(from) - len(a))); err != nil {
			return err
		}
	}
	if len(a) != len(from) {
		r.err = fmt.Errorf("arenas of %d and %d words", len(from), len(a))
		return r.err
	}
	copy(a, from)
	layout.Bind(a, r.p, to.tables)
	r.steps++
	if r.steps > everyStep {
		return to.eng.Step(min(budget, stride))
	}
	return to.eng.Step(1)
}

func (r *relay) Close() error { return nil }
