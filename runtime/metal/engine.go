package metal

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/metal/archive"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/scheduler/program"
)

// Kernels are the forms that an engine may choose from.
type Kernels struct {
	Generic     *Kernel // one text for every design
	Specialised *Kernel // made for this design
}

// Tier says which kernel runs.
type Tier string

// Tiers.
const (
	TierAuto  Tier = "auto"  // the generic kernel, until the specialised one is compiled
	TierVM    Tier = "vm"    // the generic kernel
	TierTable Tier = "table" // the specialised kernel
)

// Plan is what a test wants of a dispatch. The zero value is nothing.
type Plan struct {
	Steps    uint32 // at most so many; 0: as the clock says
	Takeover bool   // the specialised kernel takes over before it, however long it has to be waited for
}

// Options bound an Engine.
type Options struct {
	System    objc.System    // nil: the machine's own
	Tier      Tier           // "": TierAuto
	Target    time.Duration  // how long a dispatch should take; 0: 20 ms
	Deadline  time.Duration  // how long to wait for one; 0: 10 s
	MaxMemory uint64         // bytes of the state; 0: what the device allows
	Guard     Guarding       // bounds compilations
	Archive   *archive.Store // where pipelines are kept; nil: nowhere
	Strict    bool           // a kernel that is not in the archive is an error, a *MissError; nothing is compiled
	Warn      func(string)   // takes what went wrong without ending the simulation, a line each; nil: nobody
	// Plan, when set, is asked before the n-th dispatch, counted from 0. With it, nothing takes over unless it says so.
	Plan func(n int) Plan
}

const (
	defaultTarget   = 20 * time.Millisecond
	defaultDeadline = 10 * time.Second
)

// ErrNoDevice says that the machine has no Metal device.
var ErrNoDevice = errors.New("this Mac shows no Metal device")

// Stage is how long a part of the preparation took.
type Stage struct {
	Name string
	Wall time.Duration
}

// Stats tell what an engine did.
type Stats struct {
	Dispatches int
	GPU        time.Duration // by the GPU's clock
	Longest    time.Duration // of one dispatch
	Full       int           // how often the ring was full
	Grown      int           // how often the arena became longer
	Takeover   int           // dispatches before the specialised kernel ran; -1: it never did
	Form       string        // of the kernel that runs, or ran last
	Archived   int           // kernels that came from the archive without a compilation
	Lost       bool          // the cpu engine has taken over
}

// Engine runs one instance of a program. It is what package sim drives.
type Engine struct {
	ctx      context.Context
	p        *program.Program
	kernels  Kernels
	o        Options
	sys      objc.System
	dev      *device
	arena    buffer
	words    uint64 // of the arena in use
	params   buffer
	line     *line
	pace     pace
	saved    []uint32 // the arena before the dispatch under way
	cpu      *cpu.Engine
	stats    Stats
	compiler *compiler
	quit     context.CancelFunc // ends what is being compiled
	compiles context.Context    // until quit
	beside   sync.WaitGroup     // compilations beside the simulation

	mu     sync.Mutex
	stages []Stage
	ready  chan struct{} // closed when next is set; nil: no kernel is being compiled
	next   product       // of the specialised kernel
	failed error         // instead of next
	closed bool
}

// NewEngine opens the device, compiles kernels of p and makes the buffers. A kernel that cannot be compiled is replaced with
// the other one, and when neither can, with the cpu engine; Options.Warn hears of it.
func NewEngine(ctx context.Context, p *program.Program, k Kernels, o Options) (*Engine, error) {
	e, err := open(ctx, p, k, o)
	if err != nil {
		return nil, err
	}
	if err := e.begin(); err != nil {
		e.Close()
		return nil, err
	}
	return e, nil
}

// open opens the device and puts defaults into the options.
func open(ctx context.Context, p *program.Program, k Kernels, o Options) (*Engine, error) {
	if o.System == nil {
		sys, err := objc.Open()
		if err != nil {
			return nil, err
		}
		o.System = sys
	}
	if o.Target == 0 {
		o.Target = defaultTarget
	}
	if o.Deadline == 0 {
		o.Deadline = defaultDeadline
	}
	if o.Warn == nil {
		o.Warn = func(string) {}
	}
	if k.Generic == nil && k.Specialised == nil {
		return nil, errors.New("the metal engine got no kernel")
	}
	e := &Engine{ctx: ctx, p: p, kernels: k, o: o, sys: o.System, pace: newPace(o.Target), stats: Stats{Takeover: -1}}
	var err error
	if e.dev, err = openDevice(e.sys); err != nil {
		return nil, err
	}
	e.compiles, e.quit = context.WithCancel(ctx)
	target := e.dev.target
	e.compiler = &compiler{sys: e.sys, target: target, guard: o.Guard, store: target.storeOf(o.Archive), strict: o.Strict, stage: e.stage}
	return e, nil
}

// begin makes the buffers and the first kernel.
func (e *Engine) begin() error {
	first := e.order()[0]
	image := layout.NewArena(e.p, first.Tables, layout.DefaultSizes(e.p))
	e.words = uint64(len(image))
	if err := e.fits(e.words); err != nil {
		return fmt.Errorf("the design's state does not fit: %w", err)
	}
	var err error
	if e.arena, err = e.dev.newBuffer(e.sys, image, e.words); err != nil {
		return err
	}
	if e.params, err = e.dev.newBuffer(e.sys, nil, 2); err != nil {
		return err
	}
	var why error
	for _, k := range e.order() {
		err := e.compile(k)
		if err == nil {
			if k == e.kernels.Specialised {
				e.stats.Takeover = 0
			} else if e.o.Tier == TierAuto || e.o.Tier == "" {
				return e.specialise()
			}
			return nil
		}
		var miss *MissError
		if errors.As(err, &miss) {
			return err
		}
		if err := e.ctx.Err(); err != nil {
			return err
		}
		why = err
		if k != e.order()[len(e.order())-1] {
			e.o.Warn(err.Error() + "; trying the other form")
		}
	}
	e.saved = append(e.saved[:0], image...)
	return e.fallBack(why)
}

// order lists the kernels as they are to be tried first.
func (e *Engine) order() []*Kernel {
	list := []*Kernel{e.kernels.Generic, e.kernels.Specialised}
	if e.o.Tier == TierTable {
		list[0], list[1] = list[1], list[0]
	}
	switch {
	case list[0] == nil:
		return list[1:]
	case list[1] == nil, e.o.Tier == TierVM:
		return list[:1]
	}
	return list
}

// fits tells whether an arena of n words is allowed.
func (e *Engine) fits(n uint64) error {
	most := e.dev.maxBuffer
	if e.o.MaxMemory != 0 {
		most = min(most, e.o.MaxMemory)
	}
	if n >= 1<<30 || 4*n > most {
		return fmt.Errorf("%d MiB are needed and %d MiB allowed", n>>18, min(most, 1<<32)>>20)
	}
	return nil
}

// Arena is the state arena.
func (e *Engine) Arena() []uint32 {
	if e.cpu != nil {
		return e.cpu.Arena()
	}
	return e.arena.words[:e.words]
}

// Extend makes the arena words longer.
func (e *Engine) Extend(words uint32) ([]uint32, error) {
	if e.cpu != nil {
		return e.cpu.Extend(words)
	}
	n := e.words + uint64(words)
	if err := e.fits(n); err != nil {
		return nil, fmt.Errorf("out of memory for the simulation's state: %w", err)
	}
	e.stats.Grown++
	if n <= uint64(len(e.arena.words)) {
		clear(e.arena.words[e.words:n])
		e.words = n
		return e.Arena(), nil
	}
	// A quarter more than is asked for, where that is allowed: each growth copies.
	room := n + n/4
	if e.fits(room) != nil {
		room = n
	}
	b, err := e.dev.newBuffer(e.sys, e.Arena(), room)
	if err != nil {
		return nil, fmt.Errorf("out of memory for the simulation's state: %w", err)
	}
	e.dev.release(e.sys, e.arena.id)
	e.arena, e.words = b, n
	return e.Arena(), nil
}

// Step runs the kernel for at most budget steps, in as many dispatches as it takes.
func (e *Engine) Step(budget uint32) error {
	for e.cpu == nil {
		n := min(budget, e.pace.steps)
		var plan Plan
		if e.o.Plan != nil {
			if plan = e.o.Plan(e.stats.Dispatches); plan.Steps != 0 {
				n = min(budget, plan.Steps)
			}
		}
		if err := e.takeOver(plan.Takeover); err != nil {
			return err
		}
		took, err := e.run(1, 0, 1, n, e.Arena)
		if err != nil {
			if err := e.fallBack(err); err != nil {
				return err
			}
			break
		}
		a := e.Arena()
		status := a[program.HdrStatus]
		e.pace.took(took, n, status == program.StatusBudget)
		if status == program.StatusNeed && a[program.HdrNeed]&program.NeedSvc != 0 {
			e.stats.Full++
		}
		if budget -= n; status != program.StatusBudget || budget == 0 {
			return nil
		}
		a[program.HdrStatus] = program.StatusRun
	}
	return e.cpu.Step(budget)
}

// Stats tell what the engine did so far.
func (e *Engine) Stats() Stats { return e.stats }

// Stages are the parts of the preparation so far, in the order in which they ended.
func (e *Engine) Stages() []Stage {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]Stage(nil), e.stages...)
}

// Device is the device's name.
func (e *Engine) Device() string { return e.dev.name }

// Close gives everything back. A compilation under way in this process goes on by itself and gives its part back at its end.
func (e *Engine) Close() error {
	e.mu.Lock()
	if e.closed {
		e.mu.Unlock()
		return nil
	}
	e.closed = true
	e.mu.Unlock()
	// A guarded process is killed, and what it has left is taken away; a compilation in this process is left to itself.
	e.quit()
	e.beside.Wait()
	ids := append(e.next.pipelines, e.arena.id, e.params.id)
	if e.line != nil {
		ids = append(append(ids, e.line.pipelines...), e.line.tables.id)
	}
	e.dev.release(e.sys, ids...)
	e.dev.close(e.sys)
	if e.cpu != nil {
		return e.cpu.Close()
	}
	return nil
}
