package metal

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/scheduler/program"
)

// Lanes runs several instances in one arena, each in a thread of every dispatch. It is what sim.Batch drives.
//
// One kernel runs from the beginning to the end. When the device is lost, the cpu engine goes on with all instances from the state
// before the dispatch.
type Lanes struct {
	e      *Engine
	slots  uint32  // words between neighbouring slots of an instance
	kernel *Kernel // that runs
	cpu    *cpu.Device
}

// NewLanes opens the device and compiles a kernel of p for instances whose neighbouring slots stand so many words apart: the
// specialised one, or the generic one where Options.Tier or the compiler wants it so. The compiled kernel, and its entry in the
// archive, depend on slots.
func NewLanes(ctx context.Context, p *program.Program, k Kernels, slots uint32, o Options) (*Lanes, error) {
	e, err := open(ctx, p, k, o)
	if err != nil {
		return nil, err
	}
	l := &Lanes{e: e, slots: slots}
	if err := l.begin(); err != nil {
		l.Close()
		return nil, err
	}
	return l, nil
}

func (l *Lanes) begin() error {
	e := l.e
	list := []*Kernel{e.kernels.Specialised, e.kernels.Generic}
	switch {
	case list[0] == nil, e.o.Tier == TierVM && list[1] != nil:
		list = list[1:]
	case list[1] == nil:
		list = list[:1]
	}
	var err error
	if e.params, err = e.dev.newBuffer(e.sys, nil, 2); err != nil {
		return err
	}
	var why error
	for i, form := range list {
		k := *form
		k.Stride = l.slots
		p, err := e.compiler.obtain(e.compiles, &k, e.dev.id)
		e.tell(p)
		if err == nil {
			n := &line{kernel: &k, pipelines: p.pipelines, starts: 1}
			if n.tables, err = e.dev.newBuffer(e.sys, k.Tables.Words, 1); err != nil {
				e.dev.release(e.sys, n.pipelines...)
				return err
			}
			if p.archived {
				e.stats.Archived++
			}
			e.line, l.kernel, e.stats.Form = n, &k, k.Form
			return nil
		}
		var miss *MissError
		if errors.As(err, &miss) {
			return err
		}
		if err := e.ctx.Err(); err != nil {
			return err
		}
		if why = err; i+1 < len(list) {
			e.o.Warn(err.Error() + "; trying the other form")
		}
	}
	l.kernel = list[0]
	return l.fallBack(why)
}

// fallBack lets the cpu engine go on from the state before the dispatch that failed.
func (l *Lanes) fallBack(why error) error {
	e := l.e
	fail := func(err error) error {
		return errors.Join(why, fmt.Errorf("the cpu engine cannot go on: %w", err))
	}
	code, err := cpu.CompileKernel(e.ctx, l.kernel.Text, l.slots, cpu.EngineOptions{MaxMemory: e.o.MaxMemory})
	if err != nil {
		return fail(err)
	}
	d, err := code.Device(l.kernel.Tables)
	if err == nil && len(e.saved) > 0 {
		err = d.Resize(uint64(len(e.saved)))
	}
	if err != nil {
		return errors.Join(fail(err), code.Close())
	}
	copy(d.Memory(), e.saved)
	l.cpu, e.stats.Lost, e.stats.Form = d, true, l.kernel.Form
	e.o.Warn(why.Error() + "; going on with the cpu engine")
	return nil
}

// Tables belong to the kernel that runs: the instances' states begin with where they are.
func (l *Lanes) Tables() *layout.Tables { return l.kernel.Tables }

// Memory is the arena.
func (l *Lanes) Memory() []uint32 {
	if l.cpu != nil {
		return l.cpu.Memory()
	}
	return l.e.arena.words[:l.e.words]
}

// Resize makes the arena words long.
func (l *Lanes) Resize(words uint64) error {
	if l.cpu != nil {
		return l.cpu.Resize(words)
	}
	e := l.e
	if err := e.fits(words); err != nil {
		return err
	}
	b, err := e.dev.newBuffer(e.sys, l.Memory(), words)
	if err != nil {
		return err
	}
	if e.arena.id != 0 {
		e.dev.release(e.sys, e.arena.id)
		e.stats.Grown++
	}
	e.arena, e.words = b, words
	return nil
}

// Most is how many steps a dispatch should have at most, by the GPU's clock.
func (l *Lanes) Most() uint32 {
	if l.cpu != nil {
		return math.MaxUint32
	}
	if l.e.o.Plan != nil {
		if n := l.e.o.Plan(l.e.stats.Dispatches).Steps; n != 0 {
			return n
		}
	}
	return l.e.pace.steps
}

// Dispatch runs the kernel once in so many threads, whose states begin stride words apart.
func (l *Lanes) Dispatch(threads, stride, budget uint32) error {
	if l.cpu == nil {
		e := l.e
		took, err := e.run(threads, stride, l.slots, budget, l.Memory)
		if err == nil {
			m, all := l.Memory(), false
			for i := range uint64(threads) {
				all = all || m[i*uint64(stride)+program.HdrStatus*uint64(l.slots)] == program.StatusBudget
			}
			e.pace.took(took, budget, all)
			return nil
		}
		if err := l.fallBack(err); err != nil {
			return err
		}
	}
	return l.cpu.Dispatch(threads, stride, budget)
}

// Stats tell what was done so far.
func (l *Lanes) Stats() Stats { return l.e.Stats() }

// Stages are the parts of the preparation.
func (l *Lanes) Stages() []Stage { return l.e.Stages() }

// Close gives everything back.
func (l *Lanes) Close() error {
	err := l.e.Close()
	if l.cpu != nil {
		err = errors.Join(err, l.cpu.Close())
	}
	return err
}
