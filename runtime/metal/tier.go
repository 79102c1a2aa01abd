package metal

import "github.com/gpga/gpga/codegen/layout"

// adopt makes l the kernel that runs: it gets its tables, and the arena learns where they are. What ran before is given back.
func (e *Engine) adopt(l *line) error {
	var err error
	if l.tables, err = e.dev.newBuffer(e.sys, l.kernel.Tables.Words, 1); err != nil {
		e.dev.release(e.sys, l.pipeline)
		return err
	}
	if old := e.line; old != nil {
		e.dev.release(e.sys, old.pipeline, old.tables.id)
	}
	e.line = l
	e.stats.Form = l.kernel.Form
	layout.Bind(e.Arena(), e.p, l.kernel.Tables)
	return nil
}

// specialise begins to compile the specialised kernel beside the simulation.
func (e *Engine) specialise() error {
	k := e.kernels.Specialised
	if k == nil {
		return nil
	}
	e.ready = make(chan struct{})
	dev := e.dev.id
	if err := e.retain(dev); err != nil {
		return err
	}
	go func() {
		defer e.dev.release(e.sys, dev)
		select {
		case slots <- struct{}{}:
		case <-e.quit:
			return
		}
		defer func() { <-slots }()
		l, err := e.compileNow(k, dev)
		e.mu.Lock()
		defer e.mu.Unlock()
		if e.closed {
			if l != nil {
				e.dev.release(e.sys, l.pipeline)
			}
			return
		}
		e.next, e.failed = l, err
		close(e.ready)
	}()
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
	l, err := e.next, e.failed
	e.next, e.ready = nil, nil
	e.mu.Unlock()
	if err == nil {
		err = e.adopt(l)
	}
	if err != nil {
		e.o.Warn(err.Error() + "; the " + e.line.kernel.Form + " kernel stays")
		return nil
	}
	e.stats.Takeover = e.stats.Dispatches
	return nil
}
