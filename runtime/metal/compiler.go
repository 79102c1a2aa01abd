package metal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/gpga/gpga/runtime/metal/archive"
	"github.com/gpga/gpga/runtime/metal/guard"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// Guarding says how shader compilations are bounded. The zero value compiles in this process, without a bound.
type Guarding struct {
	// Command starts a process that calls Serve.
	Command []string
	Limits  guard.Limits // of one compilation
}

const (
	// DefaultCompileTime is how long a compilation may take when nobody says otherwise.
	DefaultCompileTime = 10 * time.Second
	// DefaultCompileMemory is how many bytes one may take when nobody says otherwise.
	DefaultCompileMemory = 1 << 30
)

// slots bound the compilations of this process at one time: the compiler is a service that all processes share.
var slots = make(chan struct{}, 2)

// compiler makes pipelines of kernels.
type compiler struct {
	sys    objc.System
	target Target
	guard  Guarding
	store  *archive.Store // nil: none
	strict bool
	stage  func(name string, took time.Duration)
}

// product is what came of a kernel.
type product struct {
	pipelines []objc.ID // which the caller owns; none where there is an error
	archived  bool      // it came from the archive, without a compilation
	notes     []string
}

// storeOf is the store where this machine has archives.
func (m *Target) storeOf(s *archive.Store) *archive.Store {
	if m.Off != "" {
		return nil
	}
	return s
}

func (m *Target) key(k *Kernel) archive.Key {
	return archive.KeyOf(m.GPU, m.Build, k.Text, k.variant())
}

// find looks a kernel up in the archive; nil when it is not there. A note says what was there and is of no use.
func (m *compiler) find(k *Kernel) (*archive.Entry, string, error) {
	if m.store == nil {
		return nil, "", nil
	}
	e, err := m.store.Find(m.target.key(k))
	var u *archive.Unusable
	switch {
	case err == nil:
		return e, "", nil
	case errors.As(err, &u):
		return nil, m.dropped(k, u), nil
	}
	return nil, "", err
}

func (m *compiler) dropped(k *Kernel, u *archive.Unusable) string {
	return fmt.Sprintf("the archive of the %s kernel is dropped, as it is unusable: %s", k.Form, firstLines(u.Why.Error(), 3))
}

// obtain makes the pipelines of a kernel for a device: from the archive, or in a guarded process first and then here. It may run
// beside the simulation. ctx ends what can be ended.
func (m *compiler) obtain(ctx context.Context, k *Kernel, dev objc.ID) (p product, err error) {
	e, note, err := m.find(k)
	if err != nil {
		return p, err
	}
	if note != "" {
		p.notes = append(p.notes, note)
	}
	var refused error
	if e != nil {
		if p.pipelines, err = m.here(ctx, k, dev, e); err == nil {
			p.archived = true
			return p, nil
		}
		var c *CompileError
		if !errors.As(err, &c) || c.Stage != stageArchive {
			return p, err
		}
		u := m.store.Refuse(m.target.key(k), err)
		refused = u
		p.notes = append(p.notes, m.dropped(k, u))
	}
	if m.strict {
		return p, &MissError{k.Form, k.Stride, m.target, refused}
	}
	if len(m.guard.Command) > 0 {
		var notes []string
		e, notes, err = m.harvest(ctx, k)
		p.notes = append(p.notes, notes...)
		if err != nil {
			return p, err
		}
	} else {
		e = nil
	}
	p.pipelines, err = m.here(ctx, k, dev, e)
	return p, err
}

// slot waits for a place among the compilations; the caller gives it back.
func slot(ctx context.Context) error {
	select {
	case slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// here makes the pipelines in this process, of an archive where there is one. What takes longer than a compilation may is left to
// itself, and gives what it makes back.
func (m *compiler) here(ctx context.Context, k *Kernel, dev objc.ID, e *archive.Entry) ([]objc.ID, error) {
	if err := retain(m.sys, dev); err != nil {
		return nil, err
	}
	type result struct {
		ids []objc.ID
		err error
	}
	var mu sync.Mutex
	left := false
	stage, library := "", time.Duration(0)
	ended := make(chan result, 1)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		var r result
		defer release(m.sys, dev)
		if r.err = slot(ctx); r.err != nil {
			ended <- r
			return
		}
		defer func() { <-slots }()
		rec := &recipe{form: k.Form, text: k.Text, stride: k.Stride, begin: func(s string) {
			mu.Lock()
			defer mu.Unlock()
			stage = s
		}, end: func(s string, took time.Duration) {
			mu.Lock()
			defer mu.Unlock()
			if s == stageLibrary {
				library = took
			}
			if !left {
				m.stage("metal "+s+" ("+k.Form+")", took)
			}
		}}
		fault := m.sys.Do(func(c objc.Calls) {
			var p *parts
			if p, r.err = rec.library(c, dev); r.err != nil {
				return
			}
			defer p.free()
			if e != nil {
				r.ids, r.err = rec.fetch(p, e.Kind, e.Path())
			} else {
				r.ids, r.err = rec.pipelines(p)
			}
		})
		mu.Lock()
		defer mu.Unlock()
		if fault != nil {
			r.err = &CompileError{Form: k.Form, Stage: stage, Text: fault.Error()}
		}
		if left {
			for _, id := range r.ids {
				release(m.sys, id)
			}
			return
		}
		ended <- r
	}()
	var deadline <-chan time.Time
	if m.guard.Limits.Wall > 0 {
		t := time.NewTimer(m.guard.Limits.Wall)
		defer t.Stop()
		deadline = t.C
	}
	var why error
	select {
	case r := <-ended:
		return r.ids, r.err
	case <-ctx.Done():
		why = context.Cause(ctx)
	case <-deadline:
		why = &guard.LimitError{Limits: m.guard.Limits, Usage: guard.Usage{Wall: m.guard.Limits.Wall}}
	}
	mu.Lock()
	defer mu.Unlock()
	select {
	case r := <-ended: // just now
		return r.ids, r.err
	default:
	}
	left = true
	return nil, m.stopped(k, stage, library, why)
}

func (m *compiler) stopped(k *Kernel, stage string, library time.Duration, why error) error {
	s := &StoppedError{Form: k.Form, Stage: stage, Library: library, Why: why}
	if k.Cost != nil && !errors.Is(why, context.Canceled) {
		s.Cost = k.Cost()
	}
	return s
}

// harvest compiles a kernel in a guarded process, into the archive where there is one: e is nil otherwise. An error says that the
// kernel cannot be compiled; that it cannot be kept is a note.
func (m *compiler) harvest(ctx context.Context, k *Kernel) (e *archive.Entry, notes []string, err error) {
	var d *archive.Draft
	if m.store != nil {
		if d, err = m.store.Begin(); err != nil {
			notes = append(notes, fmt.Sprintf("the %s kernel is not archived: %v", k.Form, err))
		}
	}
	if d == nil {
		_, err := m.process(ctx, k, order{Form: k.Form, Text: k.Text, Stride: k.Stride})
		return nil, notes, err
	}
	defer func() {
		if d != nil {
			d.Discard()
		}
	}()
	made, err := m.process(ctx, k, order{Form: k.Form, Text: k.Text, Stride: k.Stride, Kind: m.target.Kind, Write: d.Path()})
	var limit *guard.LimitError
	var death *guard.DeathError
	switch stopped := errors.As(err, &limit) || errors.As(err, &death); {
	case stopped && made.pipeline > 0:
		// The compilation went well, and what was wrong was the archive.
		made.kind, made.without = "", firstLines(errors.Unwrap(err).Error(), 3)
		err = nil
	case death != nil && m.target.Kind == KindMetal4:
		// What the newer compiler does not survive, the older one may.
		made, err = m.process(ctx, k, order{Form: k.Form, Text: k.Text, Stride: k.Stride})
		made.without = firstLines(death.Error(), 3)
	}
	if err != nil {
		return nil, notes, err
	}
	if made.kind == "" {
		return nil, append(notes, fmt.Sprintf("the %s kernel is not archived: %s", k.Form, made.without)), nil
	}
	e, err = d.Commit(archive.Entry{Key: m.target.key(k), Form: k.Form, Design: k.Design, Kind: made.kind, Library: made.library, Pipeline: made.pipeline}, k.Text)
	d = nil // Commit has ended it
	if err != nil {
		notes = append(notes, fmt.Sprintf("the archive of the %s kernel: %v", k.Form, err))
	}
	return e, notes, nil
}

// outcome is what a process said.
type outcome struct {
	library, pipeline time.Duration
	kind, without     string
}

// process carries an order out in a guarded process.
func (m *compiler) process(ctx context.Context, k *Kernel, o order) (outcome, error) {
	var made outcome
	if err := slot(ctx); err != nil {
		return made, err
	}
	defer func() { <-slots }()
	var refused *CompileError
	stage, done := "", false
	_, err := guard.Run(ctx, m.guard.Command, m.guard.Limits, o, func(line []byte) {
		var t message
		if json.Unmarshal(line, &t) != nil {
			return // somebody else writes there, too
		}
		switch {
		case t.Begin != "":
			stage = t.Begin
		case t.End != "":
			m.stage("metal guarded "+t.End+" ("+k.Form+")", t.Took)
			switch t.End {
			case stageLibrary:
				made.library = t.Took
			case stagePipeline:
				made.pipeline = t.Took
			}
		case t.Refused != nil:
			refused = t.Refused
		case t.Kind != "":
			made.kind = t.Kind
		case t.Without != "":
			made.without = t.Without
		case t.Done:
			done = true
		}
	})
	switch {
	case err == nil && refused != nil:
		return made, refused
	case err == nil && !done:
		err = &guard.DeathError{How: "it ended without a result"}
	}
	if err != nil {
		return made, m.stopped(k, stage, made.library, err)
	}
	return made, nil
}
