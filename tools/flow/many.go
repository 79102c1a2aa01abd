package flow

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/goldens/refsim"
	"github.com/gpga/gpga/runtime/clang"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/sim"
)

// State says where the states of several instances lie.
type State string

// States.
const (
	// StateSeparate gives each instance a memory of its own; they are spread over the cores.
	StateSeparate State = "separate"
	// StateMajor and StateInterleaved put them into one arena, an instance after the other or word by word, and give each a
	// thread of every dispatch: the metal engine knows only these. On the CPU engine they show that this gives the same; they
	// are not faster.
	StateMajor       State = "major"
	StateInterleaved State = "interleaved"
)

// ManyOptions are what a simulation of several instances takes.
type ManyOptions struct {
	Engine    Engine
	State     State
	MaxMemory uint64        // bytes, of all instances together; 0 for the engine's own limit on each
	Metal     metal.Options // for EngineMetal; MaxMemory above counts
	Jobs      int           // how many run at the same time; 0: one for each core
	N         int           // instances
	// Start gives what instance i runs with. It is called when its turn comes, by several goroutines.
	Start func(i int) (Instance, error)
	// Done takes what came of it, by several goroutines; the host is closed. Instances that an interrupt kept from
	// starting are not among them.
	Done func(i int, r sim.Result, err error)
}

// Instance is what one of several instances runs with.
type Instance struct {
	Host host.Config
	Sim  sim.Options
}

// cores is how many processors the program was given.
var cores = runtime.GOMAXPROCS(0)

// RunMany simulates N instances of b. An error is one of all: what happens to an instance is told to Done, and does not hurt
// the others.
func (b *Build) RunMany(ctx context.Context, o ManyOptions) error {
	jobs := o.Jobs
	if jobs <= 0 {
		jobs = cores
	}
	jobs = min(jobs, o.N)
	// A kernel's machine code does not give its processor back before it returns: one more is for interrupts. It stays, as
	// taking it back would wait for kernels that an interrupt has left at work.
	if runtime.GOMAXPROCS(0) <= jobs {
		runtime.GOMAXPROCS(jobs + 1)
	}
	if o.Engine == EngineRef {
		b.each(ctx, o, jobs, func(ctx context.Context, in Instance, h *host.Host) (sim.Result, error) {
			ref, err := refsim.Run(ctx, b.Design, h, refsim.Options{MaxTime: in.Sim.MaxTime})
			return sim.Result{ExitCode: ref.ExitCode, Time: ref.FinishTime, Canceled: err == nil && ctx.Err() != nil}, err
		})
		return nil
	}
	if o.Engine == EngineMetal || o.State == StateMajor || o.State == StateInterleaved {
		return b.batch(ctx, o)
	}
	jobs, limit, err := b.share(o, jobs)
	if err != nil {
		return err
	}
	var engine func() (simEngine, error)
	t := b.Kernel.Tables
	if o.Engine == EngineClang {
		l, err := clang.Load(ctx, b.Kernel.Text, clang.Options{MaxMemory: limit})
		if err != nil {
			return err
		}
		engine = func() (simEngine, error) { return l.Engine(b.Program, t), nil }
	} else {
		c, err := cpu.CompileKernel(ctx, b.Kernel.Text, 1, cpu.EngineOptions{MaxMemory: limit})
		if err != nil {
			return err
		}
		engine = func() (simEngine, error) { return c.Engine(b.Program, t) }
	}
	// The code is left to the end of the program: an interrupt may leave a kernel at work in it.
	b.each(ctx, o, jobs, func(ctx context.Context, in Instance, h *host.Host) (r sim.Result, err error) {
		eng, err := engine()
		if err != nil {
			return sim.Result{ExitCode: 1}, err
		}
		defer func() {
			if !r.Abandoned {
				eng.Close()
			}
		}()
		return sim.New(b.Program, eng, h, in.Sim).Run(ctx)
	})
	return nil
}

// stateBytes is what an instance of b takes before it runs.
func (b *Build) stateBytes() uint64 {
	return 4 * uint64(len(layout.NewArena(b.Program, b.Kernel.Tables, layout.DefaultSizes(b.Program)))+len(b.Kernel.Tables.Words))
}

// share parts the memory among the instances that run at the same time: fewer, when not all can have what they need to start.
func (b *Build) share(o ManyOptions, jobs int) (int, uint64, error) {
	need := b.stateBytes() + 1<<17 // and the kernel's own constants and pages
	if o.MaxMemory != 0 {
		if o.MaxMemory < need {
			return 0, 0, &sim.Error{Code: "R101", Message: fmt.Sprintf("an instance needs %d KiB to start, more than the memory limit of %d KiB", need>>10, o.MaxMemory>>10)}
		}
		jobs = int(min(uint64(jobs), o.MaxMemory/need))
		return jobs, o.MaxMemory / uint64(jobs), nil
	}
	if free := freeMemory(); free != 0 && need > free/uint64(jobs) {
		return 0, 0, tooMuch(jobs, need, free, "--jobs=N runs at most N at the same time")
	}
	return jobs, 0, nil
}

func tooMuch(n int, need, free uint64, note string) error {
	return &sim.Error{Code: "R101", Note: note, Message: fmt.Sprintf("%d instances at the same time need %d MiB to start, %d KiB each, and the machine can give %d MiB", n, need*uint64(n)>>20, need>>10, free>>20)}
}

// each runs the instances in their order, jobs at a time.
func (b *Build) each(ctx context.Context, o ManyOptions, jobs int, run func(context.Context, Instance, *host.Host) (sim.Result, error)) {
	next := make(chan int)
	var all sync.WaitGroup
	for range jobs {
		all.Go(func() {
			for i := range next {
				r, err := b.instance(ctx, o, i, run)
				o.Done(i, r, err)
			}
		})
	}
feed:
	for i := range o.N {
		select { // an interrupt comes first
		case <-ctx.Done():
			break feed
		default:
		}
		select {
		case next <- i:
		case <-ctx.Done():
			break feed
		}
	}
	close(next)
	all.Wait()
}

// instance runs instance i. A panic is its own.
func (b *Build) instance(ctx context.Context, o ManyOptions, i int, run func(context.Context, Instance, *host.Host) (sim.Result, error)) (r sim.Result, err error) {
	defer func() {
		if v := recover(); v != nil {
			r, err = sim.Result{ExitCode: 1}, fmt.Errorf("internal error, a bug of gpga and not of the design: %v\n%s", v, debug.Stack())
		}
	}()
	in, err := o.Start(i)
	if err != nil {
		return sim.Result{ExitCode: 1}, err
	}
	in.Host.Precision = b.Design.TickExp
	h := host.New(in.Host)
	r, err = run(ctx, in, h)
	if cerr := h.Close(); err == nil && cerr != nil {
		r.ExitCode, err = max(r.ExitCode, 1), cerr
	}
	return r, err
}

// batch runs the instances in one arena, in step.
func (b *Build) batch(ctx context.Context, o ManyOptions) error {
	if o.Engine != EngineCPU && o.Engine != EngineMetal {
		return fmt.Errorf("the states of instances can share an arena on the engines cpu and metal, not on %s", o.Engine)
	}
	order := sim.Major
	if o.State == StateInterleaved {
		order = sim.Interleaved
	}
	if need, free := b.stateBytes(), freeMemory(); o.MaxMemory == 0 && free != 0 && need > free/uint64(o.N) {
		return tooMuch(o.N, need, free, "with --instance-state="+string(StateSeparate)+" only those have memory that run at the same time")
	}
	dev, tables, err := b.device(ctx, o, order.SlotStride(o.N))
	if err != nil {
		return err
	}
	if m, ok := dev.(*metal.Lanes); ok {
		defer func() { b.addStages(m.Stages()) }()
	}
	lanes, err := sim.NewBatch(dev, b.Program, tables, o.N, order, o.MaxMemory)
	if err != nil {
		return errors.Join(&sim.Error{Code: "R101", Message: err.Error()}, dev.Close())
	}
	var all sync.WaitGroup
	var left atomic.Bool // a kernel is at work still
	for i := range o.N {
		all.Go(func() {
			eng := lanes.Engine(i)
			abandoned := false
			// However it ends, the others must not wait for it.
			defer func() {
				if !abandoned {
					eng.Close()
				}
			}()
			r, err := b.instance(ctx, o, i, func(ctx context.Context, in Instance, h *host.Host) (r sim.Result, err error) {
				r, err = sim.New(b.Program, eng, h, in.Sim).Run(ctx)
				if abandoned = r.Abandoned; abandoned {
					left.Store(true)
				}
				return r, err
			})
			o.Done(i, r, err)
		})
	}
	all.Wait()
	if left.Load() {
		return nil
	}
	return lanes.Close()
}

// device makes what runs instances whose neighbouring slots stand so many words apart, with the tables of its kernel.
func (b *Build) device(ctx context.Context, o ManyOptions, slots uint32) (sim.Device, *layout.Tables, error) {
	if o.Engine == EngineMetal {
		list, err := b.MetalKernels()
		if err != nil {
			return nil, nil, err
		}
		o.Metal.MaxMemory = o.MaxMemory
		l, err := metal.NewLanes(ctx, b.Program, list, slots, o.Metal)
		if err != nil {
			return nil, nil, err
		}
		return l, l.Tables(), nil
	}
	c, err := cpu.CompileKernel(ctx, b.Kernel.Text, slots, cpu.EngineOptions{})
	if err != nil {
		return nil, nil, err
	}
	d, err := c.Device(b.Kernel.Tables)
	if err != nil {
		return nil, nil, errors.Join(err, c.Close())
	}
	return d, b.Kernel.Tables, nil
}
