package lanes

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/goldens/refsim"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/scheduler/program"
	"github.com/gpga/gpga/tools/flow"
)

// Outcome is what came of a text.
type Outcome struct {
	Text    string // what was printed
	Err     string // why it did not run to its end: diagnostics, an error at run time, a panic; "" when it did
	Refused bool   // the text was not accepted; Err says why
}

const (
	maxText = 8 << 20 // bytes of output that are kept
	maxTime = 60 * time.Second
	maxSpin = 1 << 24 // kernel steps at one time
)

// limited keeps the start of what is written.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if l.Len() < maxText {
		l.Buffer.Write(p)
	}
	return len(p), nil
}

// Build is a text that went through the front end and the scheduler. It may be run any number of times.
type Build struct {
	b   *flow.Build
	err string
}

// Source is the name that a text has in messages.
const Source = "v.v"

// Compile takes a text to its program. It does not fail: what is wrong is the outcome of each run.
func Compile(text string) (b *Build) {
	b = &Build{}
	defer func() {
		if v := recover(); v != nil {
			b.err = fmt.Sprintf("panic: %v", v)
		}
	}()
	o := flow.Options{Files: []string{Source}, Warnings: []string{"none"}, Form: flow.FormTable}
	o.Parse.ReadFile = func(name string) ([]byte, error) {
		if name != Source {
			return nil, errors.New("there is no such file")
		}
		return []byte(text), nil
	}
	o.Parse.Defines = map[string]string{"__ICARUS__": "1"}
	built, err := flow.Compile(o, flow.ToProgram)
	b.b = built
	if err != nil {
		var msg strings.Builder
		built.Diags.Print(&msg)
		b.err = strings.TrimSpace(err.Error() + "\n" + msg.String())
	}
	return b
}

// Refused tells that the text was not accepted, or that taking it failed.
func (b *Build) Refused() (string, bool) { return b.err, b.err != "" }

// Program is a copy of the lowered program, which may be changed; nil when the text was refused.
func (b *Build) Program() (*program.Program, error) {
	if b.err != "" {
		return nil, nil
	}
	return program.Decode(program.Encode(b.b.Program))
}

// With is b with another program.
func (b *Build) With(p *program.Program) *Build {
	return &Build{b: &flow.Build{Set: b.b.Set, Diags: b.b.Diags, Design: b.b.Design, Program: p, Trace: b.b.Trace}}
}

// run collects what a simulation of b prints.
func (b *Build) run(simulate func(ctx context.Context, h *host.Host) error) (o Outcome) {
	if b.err != "" {
		return Outcome{Err: b.err, Refused: true}
	}
	var out limited
	h := host.New(host.Config{Stdout: &out, Stderr: &out, Stdin: strings.NewReader(""), Precision: b.b.Design.TickExp})
	ctx, cancel := context.WithTimeout(context.Background(), maxTime)
	defer cancel()
	defer func() {
		if v := recover(); v != nil {
			o.Err = fmt.Sprintf("panic: %v", v)
		}
		h.Close()
		o.Text = out.String()
	}()
	err := simulate(ctx, h)
	h.Flush()
	if err == nil && ctx.Err() != nil {
		err = errors.New("it took too long")
	}
	if err != nil {
		o.Err = err.Error()
	}
	return o
}

// Ref runs b in the reference interpreter.
func (b *Build) Ref(o refsim.Options) Outcome {
	return b.run(func(ctx context.Context, h *host.Host) error {
		o.MaxEvents, o.MaxLoop = 1<<20, 1<<22
		_, err := refsim.Run(ctx, b.b.Design, h, o)
		return err
	})
}

// VM is the kernel's generic form, compiled once for all programs.
type VM struct {
	code *cpu.Code
	// Spin is how many steps at one time are too many; 0 for what no program needs.
	Spin uint64
}

// VMText is the text of the vm form that runs every four-state design.
func VMText() (string, error) { return emit.VMText(false, true) }

// NewVM compiles a text of the vm form: VMText, or what somebody made of it.
func NewVM(text string) (*VM, error) {
	c, err := cpu.CompileKernel(context.Background(), text, 1, cpu.EngineOptions{MaxMemory: 256 << 20})
	if err != nil {
		return nil, err
	}
	return &VM{code: c}, nil
}

// Close frees the machine code.
func (v *VM) Close() { v.code.Close() }

var sharedVM struct {
	once sync.Once
	vm   *VM
	err  error
}

// SharedVM is the vm form as it is.
func SharedVM() (*VM, error) {
	s := &sharedVM
	s.once.Do(func() {
		var text string
		if text, s.err = VMText(); s.err == nil {
			s.vm, s.err = NewVM(text)
		}
	})
	return s.vm, s.err
}

// Run runs b in the vm form.
func (v *VM) Run(b *Build) Outcome {
	return b.run(func(ctx context.Context, h *host.Host) error {
		p := b.b.Program
		t := layout.NewTables(p, false)
		if err := t.AddVM(p, false); err != nil {
			return err
		}
		eng, err := v.code.Engine(p, t)
		if err != nil {
			return err
		}
		spin := v.Spin
		if spin == 0 {
			spin = maxSpin
		}
		r, err := sim.New(p, eng, h, sim.Options{SpinLimit: spin}).Run(ctx)
		if !r.Abandoned {
			eng.Close()
		}
		return err
	})
}

// Table runs b in the table form, which is compiled for it.
func (b *Build) Table() Outcome {
	return b.run(func(ctx context.Context, h *host.Host) error {
		k, err := emit.Table(b.b.Program, emit.Options{})
		if err != nil {
			return err
		}
		eng, err := cpu.NewEngine(ctx, k.Text, b.b.Program, k.Tables, cpu.EngineOptions{MaxMemory: 256 << 20})
		if err != nil {
			return err
		}
		r, err := sim.New(b.b.Program, eng, h, sim.Options{SpinLimit: maxSpin}).Run(ctx)
		if !r.Abandoned {
			eng.Close()
		}
		return err
	})
}
