package flow

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/parse"
	"github.com/gpga/gpga/frontend/source"
	"github.com/gpga/gpga/goldens/refsim"
	"github.com/gpga/gpga/runtime/clang"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/scheduler/lower"
	"github.com/gpga/gpga/scheduler/program"
	"github.com/gpga/gpga/tools/trace"
)

// Options are everything that the stages before the engine take.
type Options struct {
	Files    []string
	Parse    parse.Options
	Elab     elab.Options
	Lower    lower.Options
	Emit     emit.Options
	Warnings []string // -W options, without the -W
	Waivers  []string // files that drop warnings, see diag.List.ReadWaivers
	Form     Form     // of the kernel; empty: FormTable
	// Count makes a kernel that counts how often each segment runs (FormTable only); see Build.Counts.
	Count bool
	Trace *trace.Recorder // of the passes; nil: one that only reads the clock
}

// Build is what the stages made, as far as they came.
type Build struct {
	Set     *source.Set
	Diags   *diag.List
	Source  *ast.Source
	Library *parse.Library
	Design  *design.Design
	Program *program.Program
	Kernel  *emit.Kernel
	Times   []PassTime
	Trace   *trace.Recorder
	Counts  []uint64 // by segment: how often it ran, where Options.Count asked for it
	opts    Options
	generic
}

// PassTime is how long a pass took.
type PassTime struct {
	Name string
	Wall time.Duration
}

// Stage names how far Compile goes.
type Stage int

// Stages, in order.
const (
	ToSource Stage = iota
	ToDesign
	ToProgram
	ToKernel
)

// ErrDiagnostics is returned when the diagnostics hold errors; they say what is wrong.
var ErrDiagnostics = fmt.Errorf("the source has errors")

// Compile runs the passes up to stage. The Build holds what was made even when there are errors.
func Compile(opts Options, stage Stage) (*Build, error) {
	b := &Build{Set: source.NewSet(), opts: opts, Trace: opts.Trace}
	if b.Trace == nil {
		b.Trace = trace.New()
	}
	b.opts.Parse.Passes, b.opts.Elab.Passes, b.opts.Lower.Passes, b.opts.Emit.Passes = b.Trace, b.Trace, b.Trace, b.Trace
	b.Diags = diag.NewList(b.Set)
	for _, w := range opts.Warnings {
		if err := b.Diags.SetWarning(w); err != nil {
			return b, err
		}
	}
	for _, name := range opts.Waivers {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Diags.Errorf(diag.PreFileRead, source.NoPos, "the waiver file '%s' cannot be read: %v", name, err)
			continue
		}
		f, err := b.Set.Add(name, text, source.NoPos)
		if err != nil {
			b.Diags.Errorf(diag.PreTooLarge, source.NoPos, "%v", err)
			continue
		}
		b.Diags.ReadWaivers(f)
	}
	if b.Diags.HasErrors() {
		return b, ErrDiagnostics
	}
	for i := range table {
		p := &table[i]
		if p.stage > stage {
			break
		}
		err := b.watched(p, func() error { return p.run(b) })
		if err != nil {
			return b, err
		}
		if b.Diags.HasErrors() {
			return b, ErrDiagnostics
		}
	}
	return b, nil
}

// Form names a form of the kernel.
type Form string

// Forms.
const (
	FormTable Form = "table" // a text per design, its waits in tables
	FormVM    Form = "vm"    // one text for every design, which is nothing but buffers
	// FormSwitch is the baseline that the others are compared with: a text per design, its waits in switches.
	FormSwitch Form = "switch"
)

// Engine names an engine.
type Engine string

// Engines.
const (
	EngineCPU   Engine = "cpu"   // the kernel's text through WebAssembly, in this process
	EngineClang Engine = "clang" // the kernel's text through clang, where it is installed
	EngineMetal Engine = "metal" // the kernel's text through Metal, on macOS
	EngineRef   Engine = "ref"   // the reference interpreter: slow, no kernel
)

// RunOptions are what a simulation takes beyond the program.
type RunOptions struct {
	Engine    Engine
	Host      host.Config
	Sim       sim.Options
	MaxMemory uint64        // bytes; 0 for the engine's own limit
	Metal     metal.Options // for EngineMetal; MaxMemory above counts
}

// Run simulates b on the engine that o names. The Build must have gone ToKernel (ToDesign for the reference interpreter).
func (b *Build) Run(ctx context.Context, o RunOptions) (sim.Result, error) {
	o.Host.Precision = b.Design.TickExp
	h := host.New(o.Host)
	defer h.Close()
	var r sim.Result
	if o.Engine == EngineRef {
		err := b.watched(named("simulate"), func() error {
			ref, err := refsim.Run(ctx, b.Design, h, refsim.Options{MaxTime: o.Sim.MaxTime})
			r = sim.Result{ExitCode: ref.ExitCode, Time: ref.FinishTime}
			return err
		})
		return r, err
	}
	var eng simEngine
	err := b.watched(named("compile"), func() error {
		var err error
		eng, err = b.engine(ctx, o)
		return err
	})
	if err != nil {
		if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
			return sim.Result{Canceled: true}, nil // while something was compiled
		}
		return sim.Result{ExitCode: 1}, err
	}
	defer func() {
		b.stages(eng)
		if !r.Abandoned {
			eng.Close()
		}
	}()
	err = b.watched(named("simulate"), func() error {
		d := b.watch(eng)
		defer d.leave()
		var err error
		r, err = sim.New(b.Program, d, h, o.Sim).Run(ctx)
		return err
	})
	return r, err
}

// simEngine is an engine that holds something to close.
type simEngine interface {
	sim.Engine
	Close() error
}

func (b *Build) engine(ctx context.Context, o RunOptions) (simEngine, error) {
	switch o.Engine {
	case EngineMetal:
		return b.MetalEngine(ctx, o)
	case EngineClang:
		return clang.NewEngine(ctx, b.Kernel.Text, b.Program, b.Kernel.Tables, clang.Options{MaxMemory: o.MaxMemory})
	}
	return cpu.NewEngine(ctx, b.Kernel.Text, b.Program, b.Kernel.Tables, cpu.EngineOptions{MaxMemory: o.MaxMemory, Passes: b.Trace})
}
