package wasm

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/gpga/gpga/codegen/msl"
)

// KernelParam is a parameter of an exported kernel, in the order of the
// exported function.
type KernelParam struct {
	Name   string
	Buffer int  // [[buffer(n)]], -1 for the thread's position
	Const  bool // the kernel does not write it
	Bytes  int  // size of what it points at (a struct, for references)
}

// Kernel describes an exported kernel.
type Kernel struct {
	Name   string
	Params []KernelParam // each an i32: an address, or the thread's position, which is last
}

// Module is a compiled unit.
type Module struct {
	Binary    []byte
	Kernels   []Kernel // in source order
	HeapBase  uint32   // first address that is free for buffers, a multiple of 64 KiB
	MaxOffset uint32   // bytes past a buffer's start that functions may touch
	Functions int      // functions in the module
	Names     []string // of the functions in the text, by their place in the code section
}

// Compile lowers a checked unit. Errors concern the options (a function
// constant without a value, an unknown pass) or name a function that the
// lowering could not handle.
func Compile(u *msl.Unit, o Options) (*Module, error) {
	for name, off := range o.Off {
		if off && !slices.ContainsFunc(Passes, func(p Pass) bool { return p.Name == name }) {
			return nil, fmt.Errorf("there is no pass '%s' (there are %s)", name, strings.Join(PassNames(), ", "))
		}
	}
	m, err := newModule(u, &o)
	if err != nil {
		return nil, err
	}
	bodies := make([][]byte, len(m.funcs))
	maxOffs := make([]uint32, len(m.funcs))
	errs := make([]error, len(m.funcs))
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = min(workers, len(m.funcs))
	var wg sync.WaitGroup
	const batch = 16 // functions that a worker takes at a time
	next := make(chan int, len(m.funcs)/batch+1)
	for i := 0; i < len(m.funcs); i += batch {
		next <- i
	}
	close(next)
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			w := &worker{b: builder{flags: m.flags, mod: m}}
			for i := range next {
				for k := i; k < min(i+batch, len(m.funcs)); k++ {
					bodies[k], maxOffs[k], errs[k] = w.compile(m.funcs[k])
				}
			}
		}()
	}
	wg.Wait()
	out := &Module{HeapBase: m.heapBase, Functions: len(m.funcs)}
	for i, e := range errs {
		if e != nil {
			return nil, e
		}
		out.MaxOffset = max(out.MaxOffset, maxOffs[i])
		out.Names = append(out.Names, m.funcs[i].fn.Name)
	}
	for _, f := range u.Funcs {
		if f.Kernel {
			out.Kernels = append(out.Kernels, m.kernel(f))
		}
	}
	pages := o.MaxPages
	if pages == 0 {
		pages = 65536
	}
	out.Binary = m.encode(bodies, out.Kernels, pages)
	return out, nil
}

func (m *module) kernel(f *msl.Func) Kernel {
	k := Kernel{Name: f.Name}
	for _, i := range m.info[f].order {
		p := f.Params[i]
		kp := KernelParam{Name: p.Name, Buffer: p.Buffer, Const: p.Type.Const}
		if p.GridPos {
			kp.Buffer = -1
		} else {
			kp.Bytes = p.Type.Elem.Size()
		}
		k.Params = append(k.Params, kp)
	}
	return k
}

// InternalError is a fault of the lowering, not of the text.
type InternalError struct {
	At     string // file:line:col of the function
	Func   string
	Reason string
	Stack  []byte
}

func (e *InternalError) Error() string {
	return fmt.Sprintf("%s: internal error while lowering '%s': %s", e.At, e.Func, e.Reason)
}

// worker lowers functions one after another.
type worker struct {
	b builder
	s scheduler
	e emitter
}

func (w *worker) compile(in *funcInfo) (body []byte, maxOff uint32, err error) {
	defer func() {
		if r := recover(); r != nil {
			line, col := w.b.mod.unit.Line(in.fn.Pos)
			err = &InternalError{At: fmt.Sprintf("%s:%d:%d", w.b.mod.unit.Name, line, col), Func: in.fn.Name, Reason: fmt.Sprint(r), Stack: debug.Stack()}
		}
	}()
	w.b.lowerFunc(in)
	w.s.maxOff = 0
	w.s.run(&w.b)
	return w.e.function(&w.b, w.s.touches, w.s.ord), w.s.maxOff, nil
}
