package cpu

import (
	"context"
	"fmt"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/scheduler/program"
)

// EngineOptions bound an Engine.
type EngineOptions struct {
	MaxMemory uint64 // bytes of linear memory; 0 for the module's own limit
	CacheDir  string // as in Options
	Passes    passes.Runner
}

// Engine runs the kernel of a program for one instance. It is what package sim drives.
type Engine struct {
	m *Module
	kernels
	arena  *Buffer
	tab    *Buffer
	params *Buffer
}

// kernels are those of a text.
type kernels struct {
	step  []*Kernel
	steps *layout.Steps // nil: there is one
}

func (k *kernels) find(m *Module, t *layout.Tables) error {
	k.steps = t.Steps
	for _, name := range t.Kernels() {
		f, err := m.Kernel(name)
		if err != nil {
			return err
		}
		k.step = append(k.step, f)
	}
	return nil
}

// NewEngine compiles text, the kernel of p, and makes its buffers.
func NewEngine(ctx context.Context, text string, p *program.Program, t *layout.Tables, o EngineOptions) (*Engine, error) {
	c, err := CompileKernel(ctx, text, 1, o)
	if err != nil {
		return nil, err
	}
	m, err := c.only()
	if err != nil {
		return nil, err
	}
	return newEngine(m, p, t)
}

// CompileKernel compiles a kernel's text once for several engines. The words of an instance's state stand slotStride words apart.
func CompileKernel(ctx context.Context, text string, slotStride uint32, o EngineOptions) (*Code, error) {
	c, err := CompileTextCode(ctx, "kernel.metal", []byte(text), Options{FunctionConstants: map[int]uint64{0: uint64(slotStride)}, MaxMemory: o.MaxMemory, CacheDir: o.CacheDir, Passes: o.Passes})
	if err == nil {
		c.slots = slotStride
	}
	return c, err
}

// Engine makes an engine for one instance of p, whose kernel c is (with a slot stride of 1).
func (c *Code) Engine(p *program.Program, t *layout.Tables) (*Engine, error) {
	m, err := c.Module()
	if err != nil {
		return nil, err
	}
	return newEngine(m, p, t)
}

func newEngine(m *Module, p *program.Program, t *layout.Tables) (*Engine, error) {
	e := &Engine{m: m}
	if err := e.buffers(p, t); err != nil {
		m.Close()
		return nil, err
	}
	return e, nil
}

func (e *Engine) buffers(p *program.Program, t *layout.Tables) error {
	err := e.find(e.m, t)
	if err != nil {
		return err
	}
	make := func(words []uint32, least int) (*Buffer, error) {
		b, err := e.m.NewBuffer(uint64(max(len(words), least)))
		if err != nil {
			return nil, fmt.Errorf("the design's state does not fit: %w", err)
		}
		copy(b.Words(), words)
		return b, nil
	}
	if e.tab, err = make(t.Words, 1); err != nil {
		return err
	}
	if e.params, err = make(nil, 2); err != nil {
		return err
	}
	e.arena, err = make(layout.NewArena(p, t, layout.DefaultSizes(p)), 1)
	return err
}

// Arena is the state arena.
func (e *Engine) Arena() []uint32 { return e.arena.Words() }

// Extend makes the arena words longer.
func (e *Engine) Extend(words uint32) ([]uint32, error) {
	if err := e.arena.Grow(e.arena.Len() + uint64(words)); err != nil {
		return nil, fmt.Errorf("out of memory for the simulation's state: %w", err)
	}
	return e.arena.Words(), nil
}

// Step runs the kernel once, or several, where there are several, until none has anything to do.
func (e *Engine) Step(budget uint32) error {
	w := e.params.Words()
	w[0], w[1] = budget, 0
	call := func(k int) error { return e.step[k].Call(e.arena, e.tab, e.params, uint32(0)) }
	return e.steps.Run(func() layout.State { return layout.Plain(e.arena.Words()) }, budget, call)
}

// Close releases the module.
func (e *Engine) Close() error { return e.m.Close() }
