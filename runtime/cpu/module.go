package cpu

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/gpga/gpga/codegen/msl"
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
	Off map[string]bool
}

const pageSize = 65536

// maxPages is the number of pages that o allows.
func (o *Options) maxPages() uint32 {
	if o.MaxMemory == 0 || o.MaxMemory >= 65536*pageSize {
		return 65536
	}
	return uint32((o.MaxMemory + pageSize - 1) / pageSize)
}

// Module is a compiled text with its own linear memory.
type Module struct {
	ctx     context.Context
	rt      wazero.Runtime
	cache   wazero.CompilationCache
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
	u, errs := msl.Load(name, src)
	if len(errs) > 0 {
		list := make([]error, len(errs))
		for i, e := range errs {
			list[i] = e
		}
		return nil, errors.Join(list...)
	}
	return Compile(ctx, u, o)
}

// Compile compiles a checked unit. It fails when the machine has no optimizing
// compiler, when a function constant has no value, or when the memory limit is
// below what the text itself needs.
func Compile(ctx context.Context, u *msl.Unit, o Options) (m *Module, err error) {
	if !Supported() {
		return nil, fmt.Errorf("the cpu engine needs wazero's compiler, which runs on amd64 and arm64, not on %s/%s (its interpreter would be some 50 times slower)", runtime.GOOS, runtime.GOARCH)
	}
	maxPages := o.maxPages()
	w, err := wasm.Compile(u, wasm.Options{FunctionConstants: o.FunctionConstants, Off: o.Off, MaxPages: maxPages})
	if err != nil {
		return nil, err
	}
	if uint64(w.HeapBase) > uint64(maxPages)*pageSize {
		return nil, fmt.Errorf("%s: the text's tables need %d bytes, more than the memory limit of %d", u.Name, w.HeapBase, uint64(maxPages)*pageSize)
	}
	m = &Module{ctx: ctx, wasm: w, kernels: map[string]*Kernel{}, max: uint64(maxPages) * pageSize}
	defer func() {
		if r := recover(); r != nil { // wazero panics where the processor lacks something
			err = fmt.Errorf("the cpu engine cannot use wazero's compiler here: %v", r)
		}
		if err != nil {
			m.Close()
			m = nil
		}
	}()
	cfg := wazero.NewRuntimeConfigCompiler().WithMemoryLimitPages(maxPages).WithCoreFeatures(api.CoreFeaturesV2).WithDebugInfoEnabled(false)
	if o.CacheDir != "" {
		m.cache, err = wazero.NewCompilationCacheWithDir(o.CacheDir)
		if err != nil {
			return m, fmt.Errorf("compilation cache: %w", err)
		}
		cfg = cfg.WithCompilationCache(m.cache)
	}
	m.rt = wazero.NewRuntimeWithConfig(ctx, cfg)
	compiled, err := m.rt.CompileModule(experimental.WithCompilationWorkers(ctx, runtime.GOMAXPROCS(0)), w.Binary)
	if err != nil {
		return m, fmt.Errorf("%s: internal error: the lowered text was refused: %w", u.Name, err)
	}
	m.mod, err = m.rt.InstantiateModule(experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(allocator)), compiled, wazero.NewModuleConfig().WithName("").WithStartFunctions())
	if err != nil {
		return m, fmt.Errorf("%s: %w", u.Name, err)
	}
	m.mem = m.mod.Memory()
	for _, k := range w.Kernels {
		m.kernels[k.Name] = &Kernel{Kernel: k, m: m, fn: m.mod.ExportedFunction(k.Name), stack: make([]uint64, max(1, len(k.Params)))}
	}
	m.arena.top = uint64(w.HeapBase)
	return m, nil
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

// Close releases the machine code and the memory. Buffers are of no use after.
func (m *Module) Close() error {
	var err error
	if m.rt != nil {
		err = m.rt.Close(m.ctx)
	}
	if m.cache != nil {
		err = errors.Join(err, m.cache.Close(m.ctx))
	}
	return err
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
