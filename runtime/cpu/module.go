package cpu

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/runtime/wasm"
)

// Options steer Compile. The zero value is good.
type Options struct {
	// FunctionConstants gives the values of [[function_constant(n)]], by n.
	FunctionConstants map[int]uint64
	// CacheDir is a directory for machine code, so that a text is compiled
	// once; empty for none. It is made when it does not exist.
	CacheDir string
	// MaxMemory bounds the linear memory, in bytes; 0 means 4 GiB, the most.
	MaxMemory uint64
	// Off names passes of the optimiser to switch off (see wasm.Passes).
	Off    map[string]bool
	Passes passes.Runner // watches the passes; nil for nobody
}

const pageSize = 65536

// maxPages is the number of pages that o allows.
func (o *Options) maxPages() uint32 {
	if o.MaxMemory == 0 || o.MaxMemory >= 65536*pageSize {
		return 65536
	}
	return uint32((o.MaxMemory + pageSize - 1) / pageSize)
}

// Code is a compiled text, of which any number of modules can be made. It may be used by several goroutines.
type Code struct {
	ctx      context.Context
	rt       wazero.Runtime
	cache    wazero.CompilationCache
	compiled wazero.CompiledModule
	name     string
	wasm     *wasm.Module
	max      uint64 // bytes of memory that each module may have
	slots    uint32 // of a kernel's text: words between neighbouring slots of an instance's state
}

// Module is an instance of a compiled text, with a linear memory of its own.
type Module struct {
	code    *Code
	owns    bool // the code is the module's own
	ctx     context.Context
	mod     api.Module
	mem     api.Memory
	wasm    *wasm.Module
	kernels map[string]*Kernel
	arena   arena
	max     uint64 // bytes of memory allowed
}

// Kernel is a compiled kernel, ready to be called.
type Kernel struct {
	wasm.Kernel
	m     *Module
	fn    api.Function
	stack []uint64
}

// CompileText parses, checks and compiles an MSL text. Errors of the text are
// joined, each with file:line:col.
func CompileText(ctx context.Context, name string, src []byte, o Options) (*Module, error) {
	c, err := CompileTextCode(ctx, name, src, o)
	if err != nil {
		return nil, err
	}
	return c.only()
}

// CompileTextCode is CompileText for several modules.
func CompileTextCode(ctx context.Context, name string, src []byte, o Options) (*Code, error) {
	var u *msl.Unit
	var list []error
	passes.Run(o.Passes, passes.Pass{Name: "check", In: &passes.IR{Kind: "msl", Unit: "bytes", Size: func() int { return len(src) }, Dump: func(w io.Writer) error {
		_, err := w.Write(src)
		return err
	}}}, func() {
		var errs []msl.Error
		u, errs = msl.Load(name, src)
		for _, e := range errs {
			list = append(list, e)
		}
	})
	if len(list) > 0 {
		return nil, errors.Join(list...)
	}
	return CompileCode(ctx, u, o)
}

// Compile compiles a checked unit. It fails when the machine has no optimizing
// compiler, when a function constant has no value, or when the memory limit is
// below what the text itself needs.
func Compile(ctx context.Context, u *msl.Unit, o Options) (*Module, error) {
	c, err := CompileCode(ctx, u, o)
	if err != nil {
		return nil, err
	}
	return c.only()
}

// CompileCode is Compile for several modules.
func CompileCode(ctx context.Context, u *msl.Unit, o Options) (c *Code, err error) {
	if !Supported() {
		return nil, fmt.Errorf("the cpu engine needs wazero's compiler, which runs on amd64 and arm64, not on %s/%s (its interpreter would be some 50 times slower)", runtime.GOOS, runtime.GOARCH)
	}
	maxPages := o.maxPages()
	var w *wasm.Module
	module := &passes.IR{Kind: "wasm", Unit: "bytes", Size: func() int {
		if w == nil {
			return 0
		}
		return len(w.Binary)
	}, Dump: func(to io.Writer) error {
		if w == nil {
			return nil
		}
		_, err := io.WriteString(to, w.Dump())
		return err
	}}
	passes.Run(o.Passes, passes.Pass{Name: "wasm", Out: module}, func() {
		w, err = wasm.Compile(u, wasm.Options{FunctionConstants: o.FunctionConstants, Off: o.Off, MaxPages: maxPages})
	})
	if err != nil {
		return nil, err
	}
	if uint64(w.HeapBase) > uint64(maxPages)*pageSize {
		return nil, fmt.Errorf("%s: the text's tables need %d bytes, more than the memory limit of %d", u.Name, w.HeapBase, uint64(maxPages)*pageSize)
	}
	c = &Code{ctx: ctx, name: u.Name, wasm: w, max: uint64(maxPages) * pageSize}
	defer func() {
		if r := recover(); r != nil { // wazero panics where the processor lacks something
			err = fmt.Errorf("the cpu engine cannot use wazero's compiler here: %v", r)
		}
		if err != nil {
			c.Close()
			c = nil
		}
	}()
	cfg := wazero.NewRuntimeConfigCompiler().WithMemoryLimitPages(maxPages).WithCoreFeatures(api.CoreFeaturesV2).WithDebugInfoEnabled(false)
	if o.CacheDir != "" {
		c.cache, err = wazero.NewCompilationCacheWithDir(o.CacheDir)
		if err != nil {
			return c, fmt.Errorf("compilation cache: %w", err)
		}
		cfg = cfg.WithCompilationCache(c.cache)
	}
	c.rt = wazero.NewRuntimeWithConfig(ctx, cfg)
	passes.Run(o.Passes, passes.Pass{Name: "machine-code", In: module}, func() {
		c.compiled, err = c.rt.CompileModule(experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)), w.Binary)
	})
	if err != nil {
		return c, fmt.Errorf("%s: internal error: the lowered text was refused: %w", u.Name, err)
	}
	return c, nil
}

// only makes the one module of c, which closes c with itself.
func (c *Code) only() (*Module, error) {
	m, err := c.Module()
	if err != nil {
		c.Close()
		return nil, err
	}
	m.owns = true
	return m, nil
}

// Module makes a module of c, with a memory of its own.
func (c *Code) Module() (m *Module, err error) {
	m = &Module{code: c, ctx: c.ctx, wasm: c.wasm, kernels: map[string]*Kernel{}, max: c.max}
	defer func() {
		if r := recover(); r != nil {
			m, err = nil, fmt.Errorf("the cpu engine cannot use wazero's compiler here: %v", r)
		}
	}()
	m.mod, err = c.rt.InstantiateModule(experimental.WithMemoryAllocator(c.ctx, experimental.MemoryAllocatorFunc(allocator)), c.compiled, wazero.NewModuleConfig().WithName("").WithStartFunctions())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.name, err)
	}
	m.mem = m.mod.Memory()
	for _, k := range c.wasm.Kernels {
		m.kernels[k.Name] = &Kernel{Kernel: k, m: m, fn: m.mod.ExportedFunction(k.Name), stack: make([]uint64, max(1, len(k.Params)))}
	}
	m.arena.top = uint64(c.wasm.HeapBase)
	return m, nil
}

// Close releases the machine code. The modules made of it are of no use after.
func (c *Code) Close() error {
	var err error
	if c.rt != nil {
		err = c.rt.Close(c.ctx)
	}
	if c.cache != nil {
		err = errors.Join(err, c.cache.Close(c.ctx))
	}
	return err
}

// Supported reports whether wazero's optimizing compiler exists for this
// machine.
func Supported() bool {
	switch runtime.GOARCH {
	case "amd64", "arm64":
	default:
		return false
	}
	switch runtime.GOOS {
	case "linux", "darwin", "freebsd", "netbsd", "windows", "dragonfly", "solaris", "illumos":
		return true
	}
	return false
}

// Close releases the memory, and the machine code where no other module can need it. Buffers are of no use after.
func (m *Module) Close() error {
	if m.owns {
		return m.code.Close()
	}
	return m.mod.Close(m.ctx)
}

// WasmSize is the size of the WebAssembly module in bytes, and Functions how
// many functions it has: what the machine-code compiler was given.
func (m *Module) WasmSize() (bytes, functions int) { return len(m.wasm.Binary), m.wasm.Functions }

// Kernels lists the names of the kernels in source order.
func (m *Module) Kernels() []string {
	var names []string
	for _, k := range m.wasm.Kernels {
		names = append(names, k.Name)
	}
	return names
}

// Kernel finds a kernel by name.
func (m *Module) Kernel(name string) (*Kernel, error) {
	if k := m.kernels[name]; k != nil {
		return k, nil
	}
	return nil, fmt.Errorf("the text has no kernel '%s'", name)
}

// Call runs a kernel for one thread; see Kernel.Call.
func (m *Module) Call(kernel string, args ...any) error {
	k, err := m.Kernel(kernel)
	if err != nil {
		return err
	}
	return k.Call(args...)
}

// Call runs the kernel for one thread. The arguments follow Params: a *Buffer
// for each buffer or reference, and for the thread's position, which is last, a
// uint32 or an int. A trap is returned as an error; the buffers then hold what
// was written before it.
func (k *Kernel) Call(args ...any) (err error) {
	if len(args) != len(k.Params) {
		return fmt.Errorf("kernel '%s' takes %d arguments, not %d", k.Name, len(k.Params), len(args))
	}
	for i, a := range args {
		p := &k.Params[i]
		switch a := a.(type) {
		case *Buffer:
			if p.Buffer < 0 {
				return fmt.Errorf("kernel '%s': '%s' is the thread's position, not a buffer", k.Name, p.Name)
			}
			if a == nil || a.m != k.m {
				return fmt.Errorf("kernel '%s': the buffer for '%s' belongs to another module", k.Name, p.Name)
			}
			if a.size < uint64(p.Bytes) {
				return fmt.Errorf("kernel '%s': the buffer for '%s' has %d bytes, not %d", k.Name, p.Name, a.size, p.Bytes)
			}
			k.stack[i] = a.off
		case uint32:
			k.stack[i] = uint64(a)
		case int:
			k.stack[i] = uint64(uint32(a))
		default:
			return fmt.Errorf("kernel '%s': '%s' cannot be a %T", k.Name, p.Name, a)
		}
		if _, isBuffer := a.(*Buffer); !isBuffer && p.Buffer >= 0 {
			return fmt.Errorf("kernel '%s': '%s' needs a buffer", k.Name, p.Name)
		}
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("kernel '%s': %v", k.Name, r)
		}
	}()
	if err := k.fn.CallWithStack(k.m.ctx, k.stack); err != nil {
		// wazero adds a stack trace of wasm functions without names.
		msg, _, _ := strings.Cut(err.Error(), "\n")
		return &Trap{Kernel: k.Name, Reason: strings.TrimPrefix(msg, "wasm error: ")}
	}
	return nil
}

// Trap is what Call returns when a kernel stops in the middle: an access
// outside the memory, or a call stack that is too deep.
type Trap struct {
	Kernel string
	Reason string
}

func (t *Trap) Error() string { return fmt.Sprintf("kernel '%s' trapped: %s", t.Kernel, t.Reason) }
