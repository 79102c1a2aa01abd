package fake

import (
	"fmt"
	"strings"
	"unsafe"

	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/runtime/wasm"
)

type (
	nsstring string
	array    struct{ items []*object }
	nserror  struct {
		domain string
		code   int64
		text   string
	}
	memory struct {
		words   []uint32
		address uint64
		gpu     uint64 // its GPU address, 0 before anybody asked
	}
	compileOptions struct {
		language uint64
		math     bool // something was said of fast math
	}
	library struct {
		source  string
		kernels []string
		empty   bool
	}
	constants struct{ values map[int]uint64 }
	function  struct {
		name   string
		lib    *library
		values map[int]uint64
		key    string // names its text with its constants
	}
	pipelineDescriptor struct {
		fn       *object
		archives []*object
	}
	pipeline struct {
		fn     *function
		params []wasm.KernelParam
	}
	commandDescriptor struct{ errorOptions uint64 }
)

// constantSizes are the bytes of function constants by MTLDataType.
var constantSizes = map[uint64]int{29: 4, 33: 4, 41: 2, 49: 1, 53: 1, 81: 8, 85: 8}

const (
	garbage    = 0xdeadbeef
	maxIndex   = 30 // of a buffer
	maxThreads = 1024
	// newestLanguage is what new compile options have: MSL 3.1.
	newestLanguage = 3<<16 | 1
)

type action func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value

func (c *calls) stringLocked(text string) *object { return c.s.makeLocked("NSString", nsstring(text)) }

// fresh is the action of +new.
func fresh(data func() any) action {
	return func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
		return c.giveLocked(m, c.s.makeLocked(o.class, data()))
	}
}

// text is the action of a message that gives a string.
func text(of func(c *calls, o *object) string) action {
	return func(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
		return c.giveLocked(m, c.stringLocked(of(c, o)))
	}
}

// number is the action of a message that gives a number.
func number(of func(c *calls, o *object) uint64) action {
	return func(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
		return objc.Value{Kind: m.Result, Num: of(c, o)}
	}
}

// set is the action of a message that gives nothing.
func set(do func(c *calls, o *object, args []objc.Value)) action {
	return func(c *calls, _ *objc.Method, o *object, args []objc.Value) objc.Value {
		do(c, o, args)
		return objc.Value{}
	}
}

var actions map[string]action

func init() {
	actions = map[string]action{
		"NSString stringWithUTF8String:": func(c *calls, m *objc.Method, _ *object, args []objc.Value) objc.Value {
			return c.giveLocked(m, c.stringLocked(args[0].Text))
		},
		"NSString UTF8String": func(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
			return objc.Value{Kind: objc.CString, Text: string(o.data.(nsstring))}
		},
		"NSArray count": number(func(c *calls, o *object) uint64 { return uint64(len(o.data.(*array).items)) }),
		"NSArray objectAtIndex:": func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
			a := o.data.(*array)
			if args[0].Num >= uint64(len(a.items)) {
				c.s.failLocked("objectAtIndex: %d of %d", args[0].Num, len(a.items))
			}
			return c.giveLocked(m, a.items[args[0].Num])
		},
		"NSError code":                 number(func(c *calls, o *object) uint64 { return uint64(o.data.(*nserror).code) }),
		"NSError domain":               text(func(c *calls, o *object) string { return o.data.(*nserror).domain }),
		"NSError localizedDescription": text(func(c *calls, o *object) string { return o.data.(*nserror).text }),

		"MTLDevice name":             text(func(c *calls, o *object) string { return c.s.opt.Device }),
		"MTLDevice hasUnifiedMemory": number(func(c *calls, o *object) uint64 { return 1 }),
		"MTLDevice supportsFamily:": func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
			return objc.Truth(args[0].Num <= 1005 || args[0].Num == 5001 || args[0].Num == 5002 && c.s.opt.Metal4)
		},
		"MTLDevice registryID":                          number(func(c *calls, o *object) uint64 { return 0x1000003a7 }),
		"MTLDevice isLowPower":                          number(func(c *calls, o *object) uint64 { return 0 }),
		"MTLDevice isHeadless":                          number(func(c *calls, o *object) uint64 { return 1 }),
		"MTLDevice isRemovable":                         number(func(c *calls, o *object) uint64 { return 0 }),
		"MTLDevice recommendedMaxWorkingSetSize":        number(func(c *calls, o *object) uint64 { return c.s.opt.MaxBuffer / 4 * 3 }),
		"MTLDevice maxThreadgroupMemoryLength":          number(func(c *calls, o *object) uint64 { return 32 << 10 }),
		"MTLDevice maxBufferLength":                     number(func(c *calls, o *object) uint64 { return c.s.opt.MaxBuffer }),
		"MTLDevice currentAllocatedSize":                number(func(c *calls, o *object) uint64 { return uint64(c.s.stats.Buffers) }),
		"MTLDevice newBufferWithLength:options:":        newBuffer,
		"MTLDevice newCommandQueue":                     newQueue,
		"MTLDevice newLibraryWithSource:options:error:": newLibrary,
		"MTLDevice newComputePipelineStateWithDescriptor:options:reflection:error:": newPipeline,

		"MTLCompileOptions new":             fresh(func() any { return &compileOptions{language: newestLanguage} }),
		"MTLCompileOptions languageVersion": number(func(c *calls, o *object) uint64 { return o.data.(*compileOptions).language }),
		"MTLCompileOptions setLanguageVersion:": set(func(c *calls, o *object, args []objc.Value) {
			o.data.(*compileOptions).language = args[0].Num
		}),
		"MTLCompileOptions setMathMode:":        set(func(c *calls, o *object, args []objc.Value) { o.data.(*compileOptions).math = args[0].Num == 0 }),
		"MTLCompileOptions setFastMathEnabled:": set(func(c *calls, o *object, args []objc.Value) { o.data.(*compileOptions).math = args[0].Num == 0 }),

		"MTLLibrary functionNames": func(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
			l := o.data.(*library)
			a := &array{}
			if !l.empty {
				for _, name := range l.kernels {
					a.items = append(a.items, c.stringLocked(name))
				}
			}
			return c.giveLocked(m, c.s.makeLocked("NSArray", a, a.items...))
		},
		"MTLLibrary newFunctionWithName:constantValues:error:": newFunction,
		"MTLFunction name":              text(func(c *calls, o *object) string { return o.data.(*function).name }),
		"MTLFunctionConstantValues new": fresh(func() any { return &constants{map[int]uint64{}} }),
		"MTLFunctionConstantValues setConstantValue:type:atIndex:": set(func(c *calls, o *object, args []objc.Value) {
			n, ok := constantSizes[args[1].Num]
			if !ok || len(args[0].Data) < n {
				c.s.failLocked("a function constant of type %d from %d bytes", args[1].Num, len(args[0].Data))
			}
			v := uint64(0)
			for i := range n {
				v |= uint64(args[0].Data[i]) << (8 * i)
			}
			o.data.(*constants).values[int(args[2].Num)] = v
		}),

		"MTLComputePipelineDescriptor new": fresh(func() any { return &pipelineDescriptor{} }),
		"MTLComputePipelineDescriptor setComputeFunction:": set(func(c *calls, o *object, args []objc.Value) {
			o.data.(*pipelineDescriptor).fn = c.keepLocked(o, args[0])
		}),
		"MTLComputePipelineState threadExecutionWidth":          number(func(c *calls, o *object) uint64 { return 32 }),
		"MTLComputePipelineState maxTotalThreadsPerThreadgroup": number(func(c *calls, o *object) uint64 { return maxThreads }),

		"MTLBuffer contents": number(func(c *calls, o *object) uint64 { return o.data.(*memory).address }),
		"MTLBuffer length":   number(func(c *calls, o *object) uint64 { return uint64(4 * len(o.data.(*memory).words)) }),
		"MTLBuffer gpuAddress": number(func(c *calls, o *object) uint64 {
			b := o.data.(*memory)
			b.gpu = 1<<40 | uint64(o.id)<<8
			return b.gpu
		}),

		"MTLCommandBufferDescriptor new": fresh(func() any { return &commandDescriptor{} }),
		"MTLCommandBufferDescriptor setErrorOptions:": set(func(c *calls, o *object, args []objc.Value) {
			o.data.(*commandDescriptor).errorOptions = args[0].Num
		}),
	}
	for _, more := range []map[string]action{commandActions, archiveActions} {
		for name, act := range more {
			actions[name] = act
		}
	}
}

// keepLocked makes o keep an argument.
func (c *calls) keepLocked(o *object, arg objc.Value) *object {
	kept := c.s.objects[arg.ID]
	kept.held++
	o.deps = append(o.deps, kept)
	return kept
}

func newBuffer(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
	n := args[0].Num
	if n == 0 || n%4 != 0 {
		c.s.failLocked("a buffer of %d bytes", n)
	}
	if args[1].Num != 0 {
		c.s.failLocked("buffer options %d: the host cannot see what is not in shared storage", args[1].Num)
	}
	if n > c.s.opt.MaxBuffer {
		return objc.Value{Kind: objc.Object}
	}
	b := &memory{words: make([]uint32, n/4)}
	for i := range b.words {
		b.words[i] = garbage
	}
	b.address = uint64(uintptr(unsafe.Pointer(&b.words[0])))
	c.s.stats.Buffers += int(n)
	return c.giveLocked(m, c.s.makeLocked("MTLBuffer", b, o))
}

// compiling counts a compilation in, runs it without the lock and counts it out.
func (c *calls) compiling(why Failure, do func()) {
	s := c.s
	s.compiling++
	s.stats.Compiling = max(s.stats.Compiling, s.compiling)
	s.mu.Unlock()
	if why.Until != nil {
		select {
		case <-why.Until:
		case <-s.closing:
		}
	}
	do()
	s.mu.Lock()
	s.compiling--
}

func newLibrary(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
	source := string(c.s.objects[args[0].ID].data.(nsstring))
	opt, _ := c.s.objects[args[1].ID]
	if opt == nil {
		c.s.failLocked("a library is compiled without options: fast math is on")
	}
	if co := opt.data.(*compileOptions); !co.math || co.language>>16 < 2 || co.language>>16 > 4 {
		c.s.failLocked("a library is compiled with fast math, or for language version %#x", co.language)
	}
	var why Failure
	if c.s.opt.Library != nil {
		why = c.s.opt.Library(source)
	}
	var kernels, errs []string
	o.held++
	c.compiling(why, func() { kernels, errs = check(source) })
	c.s.dropLocked(o)
	if why.Text != "" {
		errs = append(errs, why.Text)
	}
	if len(errs) > 0 {
		c.errorLocked(args[2], "MTLLibraryErrorDomain", 3, "program_source: "+strings.Join(errs, "\n"))
		return objc.Value{Kind: objc.Object}
	}
	c.s.stats.Libraries++
	return c.giveLocked(m, c.s.makeLocked("MTLLibrary", &library{source, kernels, why.Empty}, o))
}

func newFunction(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
	l := o.data.(*library)
	name := string(c.s.objects[args[0].ID].data.(nsstring))
	for _, k := range l.kernels {
		if k == name && !l.empty {
			values := map[int]uint64{}
			for i, v := range c.s.objects[args[1].ID].data.(*constants).values {
				values[i] = v
			}
			fn := &function{name: name, lib: l, values: values}
			fn.key = fn.digest()
			return c.giveLocked(m, c.s.makeLocked("MTLFunction", fn, o))
		}
	}
	c.errorLocked(args[2], "MTLLibraryErrorDomain", 5, fmt.Sprintf("Function %s was not found in the library", name))
	return objc.Value{Kind: objc.Object}
}

func newPipeline(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
	d := c.s.objects[args[0].ID].data.(*pipelineDescriptor)
	if d.fn == nil {
		c.s.failLocked("a pipeline without a function")
	}
	if args[1].Num&^failOnMiss != 0 {
		c.s.failLocked("a pipeline with options %d", args[1].Num)
	}
	fn := d.fn.data.(*function)
	for _, a := range d.archives {
		if a.data.(*pipelines).has(c.s, fn) {
			return c.fetchLocked(m, o, fn, args[3])
		}
	}
	if args[1].Num == failOnMiss {
		c.errorLocked(args[3], "MTLBinaryArchiveDomain", 1, "Function "+fn.name+" was not found in any of the archives")
		return objc.Value{Kind: objc.Object}
	}
	return c.giveLocked(m, c.compileLocked(o, fn, args[3]))
}

// compileLocked compiles a function's pipeline; nil with the error set.
func (c *calls) compileLocked(device *object, fn *function, out objc.Value) *object {
	var why Failure
	if c.s.opt.Pipeline != nil {
		why = c.s.opt.Pipeline(fn.lib.source)
	}
	var err error
	var params []wasm.KernelParam
	device.held++
	c.compiling(why, func() { params, err = prepare(fn) })
	c.s.dropLocked(device)
	if err == nil && why.Text != "" {
		err = fmt.Errorf("%s", why.Text)
	}
	if err != nil {
		c.errorLocked(out, "AGXMetalG13X", 3, err.Error())
		return nil
	}
	c.s.stats.Pipelines++
	return c.s.makeLocked("MTLComputePipelineState", &pipeline{fn, params}, device)
}

// fetchLocked makes a function's pipeline of what an archive has.
func (c *calls) fetchLocked(m *objc.Method, device *object, fn *function, out objc.Value) objc.Value {
	params, err := prepare(fn)
	if err != nil {
		c.errorLocked(out, "MTLBinaryArchiveDomain", 4, err.Error())
		return objc.Value{Kind: objc.Object}
	}
	c.s.stats.Fetched++
	return c.giveLocked(m, c.s.makeLocked("MTLComputePipelineState", &pipeline{fn, params}, device))
}
