//go:build (linux || darwin) && (amd64 || arm64)

package clang

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"sync"
	"unsafe"

	"github.com/ebitengine/purego"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// Library is a kernel that clang compiled, for any number of engines.
type Library struct {
	handle uintptr
	step   []stepFunc // as many as have been asked for
	limit  uint64
	mu     sync.Mutex // of step
}

type stepFunc func(arena, tab, params unsafe.Pointer)

// steps are the entries of n kernels.
func (l *Library) steps(n int) []stepFunc {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := len(l.step); i < n; i++ {
		name := entry
		if i > 0 {
			name = fmt.Sprintf("%s_%d", entry, i)
		}
		var f stepFunc
		purego.RegisterLibFunc(&f, l.handle, name)
		l.step = append(l.step, f)
	}
	return l.step[:n:n]
}

// Load compiles text and loads what comes of it. The bound on memory is each engine's.
func Load(ctx context.Context, text string, o Options) (*Library, error) {
	lib, err := Compile(ctx, text, o)
	if err != nil {
		return nil, err
	}
	h, err := purego.Dlopen(lib, purego.RTLD_NOW|purego.RTLD_LOCAL)
	if err != nil {
		// A library that does not load (another machine's, a full disk) is made anew next time.
		os.Remove(lib)
		return nil, fmt.Errorf("clang engine: %w", err)
	}
	return &Library{handle: h, limit: o.MaxMemory}, nil
}

// Close unloads the library. Its engines are of no use after.
func (l *Library) Close() error { return purego.Dlclose(l.handle) }

// Engine makes an engine for one instance of p, whose kernel has the tables t. Close of it leaves the library alone.
func (l *Library) Engine(p *program.Program, t *layout.Tables) *Engine {
	e := &Engine{step: l.steps(len(t.Kernels())), steps: t.Steps, limit: l.limit, arena: layout.NewArena(p, t, layout.DefaultSizes(p)), tab: t.Words}
	if len(e.tab) == 0 {
		e.tab = make([]uint32, 1)
	}
	return e
}

// Engine runs one instance of a program in code that clang made.
type Engine struct {
	own    *Library // closed with the engine; nil: somebody else's
	step   []stepFunc
	steps  *layout.Steps // nil: there is one kernel
	arena  []uint32
	tab    []uint32
	params [2]uint32
	limit  uint64
}

// NewEngine compiles text, the kernel of p, and prepares its buffers.
func NewEngine(ctx context.Context, text string, p *program.Program, t *layout.Tables, o Options) (*Engine, error) {
	l, err := Load(ctx, text, o)
	if err != nil {
		return nil, err
	}
	e := l.Engine(p, t)
	e.own = l
	return e, nil
}

// Arena is the state arena.
func (e *Engine) Arena() []uint32 { return e.arena }

// Extend makes the arena words longer.
func (e *Engine) Extend(words uint32) ([]uint32, error) {
	n := uint64(len(e.arena)) + uint64(words)
	if n >= 1<<30 || e.limit != 0 && n*4 > e.limit {
		return nil, fmt.Errorf("out of memory for the simulation's state: %d MiB", n>>18)
	}
	a := make([]uint32, n)
	copy(a, e.arena)
	e.arena = a
	return a, nil
}

// Step runs the kernel once, or several, where there are several, until none has anything to do.
func (e *Engine) Step(budget uint32) error {
	e.params = [2]uint32{budget, 0}
	call := func(k int) error {
		e.step[k](unsafe.Pointer(&e.arena[0]), unsafe.Pointer(&e.tab[0]), unsafe.Pointer(&e.params[0]))
		runtime.KeepAlive(e)
		return nil
	}
	return e.steps.Run(func() layout.State { return layout.Plain(e.arena) }, budget, call)
}

// Close unloads the library, where no other engine can need it.
func (e *Engine) Close() error {
	if e.own == nil {
		return nil
	}
	return e.own.Close()
}
