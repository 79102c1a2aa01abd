package metal

import (
	"errors"
	"time"

	"github.com/gpga/gpga/codegen/layout"
)

// stage notes how long a part took.
func (e *Engine) stage(name string, took time.Duration) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.stages = append(e.stages, Stage{name, took})
}

// compile makes k the kernel that runs, here and now.
func (e *Engine) compile(k *Kernel) error {
	p, err := e.compiler.obtain(e.compiles, k, e.dev.id)
	e.tell(p)
	if err != nil {
		return err
	}
	return e.adopt(k, p)
}

// tell hands what a compilation had to say on.
func (e *Engine) tell(p product) {
	for _, n := range p.notes {
		e.o.Warn(n)
	}
}

// adopt makes p the kernel that runs: it gets its tables, and the arena learns where they are. What ran before is given back.
func (e *Engine) adopt(k *Kernel, p product) error {
	l := &line{kernel: k, pipelines: p.pipelines, starts: 1}
	var err error
	if l.tables, err = e.dev.newBuffer(e.sys, k.Tables.Words, 1); err != nil {
		e.dev.release(e.sys, l.pipelines...)
		return err
	}
	if old := e.line; old != nil {
		e.dev.release(e.sys, append(old.pipelines, old.tables.id)...)
	}
	if p.archived {
		e.stats.Archived++
	}
	e.line = l
	e.stats.Form = k.Form
	layout.Bind(e.Arena(), e.p, k.Tables)
	return nil
}

// specialise begins to compile the specialised kernel beside the simulation. Where only the archive will do, it is known at once
// whether it does.
func (e *Engine) specialise() error {
	k := e.kernels.Specialised
	if k == nil {
		return nil
	}
	ready := make(chan struct{})
	e.ready = ready
	e.beside.Go(func() {
		defer close(ready)
		p, err := e.compiler.obtain(e.compiles, k, e.dev.id)
		e.mu.Lock()
		defer e.mu.Unlock()
		e.next, e.failed = p, err
	})
	if !e.o.Strict {
		return nil
	}
	<-ready
	var miss *MissError
	if errors.As(e.failed, &miss) {
		return miss
	}
	return nil
}

// takeOver exchanges the kernel for the specialised one where that is ready. wait says to wait for it. A kernel that could not
// be compiled is mentioned once, and the generic one stays.
func (e *Engine) takeOver(wait bool) error {
	if e.ready == nil || e.o.Plan != nil && !wait {
		return nil
	}
	if wait {
		<-e.ready
	} else {
		select {
		case <-e.ready:
		default:
			return nil
		}
	}
	e.mu.Lock()
	p, err := e.next, e.failed
	e.next, e.failed, e.ready = product{}, nil, nil
	e.mu.Unlock()
	if e.compiles.Err() != nil && len(p.pipelines) == 0 {
		return nil // the simulation is being ended
	}
	e.tell(p)
	if err == nil {
		err = e.adopt(e.kernels.Specialised, p)
	}
	if err != nil {
		e.o.Warn(err.Error() + "; the " + e.line.kernel.Form + " kernel stays")
		return nil
	}
	e.stats.Takeover = e.stats.Dispatches
	return nil
}
