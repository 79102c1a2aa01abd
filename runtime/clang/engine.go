//go:build (linux || darwin) && (amd64 || arm64)

package clang

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"unsafe"

	"github.com/ebitengine/purego"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// Engine runs one instance of a program in code that clang made.
type Engine struct {
	handle uintptr
	step   func(arena, tab, params unsafe.Pointer)
	arena  []uint32
	tab    []uint32
	params [2]uint32
	limit  uint64
}

// NewEngine compiles text, the kernel of p, and prepares its buffers.
func NewEngine(ctx context.Context, text string, p *program.Program, t *layout.Tables, o Options) (*Engine, error) {
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
	e := &Engine{handle: h, limit: o.MaxMemory, arena: layout.NewArena(p, t, layout.DefaultSizes(p)), tab: t.Words}
	if len(e.tab) == 0 {
		e.tab = make([]uint32, 1)
	}
	purego.RegisterLibFunc(&e.step, h, entry)
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

// Step runs the kernel once.
func (e *Engine) Step(budget uint32) error {
	e.params = [2]uint32{budget, 0}
	e.step(unsafe.Pointer(&e.arena[0]), unsafe.Pointer(&e.tab[0]), unsafe.Pointer(&e.params[0]))
	runtime.KeepAlive(e)
	return nil
}

// Close unloads the library.
func (e *Engine) Close() error { return purego.Dlclose(e.handle) }
