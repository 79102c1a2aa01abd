package flow

import (
	"context"
	"fmt"
	"io"
	"runtime/debug"
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
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/scheduler/lower"
	"github.com/gpga/gpga/scheduler/program"
)

// Options are everything that the stages before the engine take.
type Options struct {
	Files    []string
	Parse    parse.Options
	Elab     elab.Options
	Lower    lower.Options
	Emit     emit.Options
	Warnings []string // -W options, without the -W
	Form     Form     // of the kernel; empty: FormTable
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
	opts    Options
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

// passes is the list of passes. A pass that fails leaves its errors in Diags.
var passes = []struct {
	name  string
	stage Stage
	run   func(b *Build) error
}{
	{"parse", ToSource, func(b *Build) error {
		b.Source, b.Library = parse.Files(b.Set, b.Diags, b.opts.Parse, b.opts.Files)
		return nil
	}},
	{"elaborate", ToDesign, func(b *Build) error {
		b.Design = elab.Elaborate(b.Set, b.Source, b.Library, b.opts.Elab, b.Diags)
		if b.Design == nil && !b.Diags.HasErrors() {
			return fmt.Errorf("no design came of the sources")
		}
		return nil
	}},
	{"lower", ToProgram, func(b *Build) error {
		p, errs := lower.Lower(b.Design, b.opts.Lower)
		for _, e := range errs {
			b.Diags.Errorf("L1001", e.Pos, "%s", e.Msg)
		}
		b.Program = p
		return nil
	}},
	{"emit", ToKernel, func(b *Build) error {
		var err error
		switch b.opts.Form {
		case "", FormTable:
			b.Kernel, err = emit.Table(b.Program, b.opts.Emit)
		case FormVM:
			b.Kernel, err = emit.VM(b.Program)
		case FormSwitch:
			b.Kernel, err = emit.Switch(b.Program)
		default:
			err = fmt.Errorf("there is no form %q of the kernel", b.opts.Form)
		}
		return err
	}},
}

// ErrDiagnostics is returned when the diagnostics hold errors; they say what is wrong.
var ErrDiagnostics = fmt.Errorf("the source has errors")

// Compile runs the passes up to stage. The Build holds what was made even when there are errors.
func Compile(opts Options, stage Stage) (*Build, error) {
	b := &Build{Set: source.NewSet(), opts: opts}
	b.Diags = diag.NewList(b.Set)
	for _, w := range opts.Warnings {
		if err := b.Diags.SetWarning(w); err != nil {
			return b, err
		}
	}
	for _, p := range passes {
		if p.stage > stage {
			break
		}
		start := time.Now()
		err := runPass(p.name, func() error { return p.run(b) })
		b.Times = append(b.Times, PassTime{p.name, time.Since(start)})
		if err != nil {
			return b, err
		}
		if b.Diags.HasErrors() {
			return b, ErrDiagnostics
		}
	}
	return b, nil
}

// runPass turns a panic of a pass into one that names the pass.
func runPass(name string, run func() error) error {
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Sprintf("pass %s: %v\n%s", name, r, debug.Stack()))
		}
	}()
	return run()
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
	EngineRef   Engine = "ref"   // the reference interpreter: slow, no kernel
)

// RunOptions are what a simulation takes beyond the program.
type RunOptions struct {
	Engine    Engine
	Host      host.Config
	Sim       sim.Options
	MaxMemory uint64 // bytes; 0 for the engine's own limit
	Times     io.Writer
}

// Run simulates b on the engine that o names. The Build must have gone ToKernel (ToDesign for the reference interpreter).
func (b *Build) Run(ctx context.Context, o RunOptions) (sim.Result, error) {
	o.Host.Precision = b.Design.TickExp
	h := host.New(o.Host)
	defer h.Close()
	if o.Engine == EngineRef {
		r, err := refsim.Run(ctx, b.Design, h, refsim.Options{MaxTime: o.Sim.MaxTime})
		return sim.Result{ExitCode: r.ExitCode, Time: r.FinishTime}, err
	}
	start := time.Now()
	eng, err := b.engine(ctx, o)
	if err != nil {
		return sim.Result{ExitCode: 1}, err
	}
	b.Times = append(b.Times, PassTime{"compile kernel", time.Since(start)})
	start = time.Now()
	var r sim.Result
	defer func() {
		if !r.Abandoned {
			eng.Close()
		}
	}()
	r, err = sim.New(b.Program, eng, h, o.Sim).Run(ctx)
	b.Times = append(b.Times, PassTime{"simulate", time.Since(start)})
	return r, err
}

// simEngine is an engine that holds something to close.
type simEngine interface {
	sim.Engine
	Close() error
}

func (b *Build) engine(ctx context.Context, o RunOptions) (simEngine, error) {
	if o.Engine == EngineClang {
		return clang.NewEngine(ctx, b.Kernel.Text, b.Program, b.Kernel.Tables, clang.Options{MaxMemory: o.MaxMemory})
	}
	return cpu.NewEngine(ctx, b.Kernel.Text, b.Program, b.Kernel.Tables, cpu.EngineOptions{MaxMemory: o.MaxMemory})
}
