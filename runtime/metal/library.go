package metal

import (
	"encoding/binary"
	"fmt"
	"slices"
	"time"

	"github.com/gpga/gpga/runtime/metal/objc"
)

// line is a kernel that can run.
type line struct {
	kernel   *Kernel
	pipeline objc.ID
	tables   buffer
}

const (
	stepKernel   = "gpga_step"
	language     = 3 << 16 // MSL 3.0: macOS 13
	mathSafe     = 0       // MTLMathModeSafe
	constantUInt = 33      // MTLDataTypeUInt
)

// slots bound the compilations of this process at one time: the compiler is a service that all processes share.
var slots = make(chan struct{}, 2)

// CompileError is a kernel that Metal did not take.
type CompileError struct {
	Form  string // of the kernel
	Stage string // "library" or "pipeline"
	Text  string // what Metal says
	Code  int64  // of its error; 0 when there was none
}

func (e *CompileError) Error() string {
	code := ""
	if e.Code != 0 {
		code = fmt.Sprintf(" (error %d)", e.Code)
	}
	return fmt.Sprintf("Metal did not make the %s of the %s kernel%s: %s", e.Stage, e.Form, code, firstLines(e.Text, 12))
}

func firstLines(s string, n int) string {
	for i := range s {
		if s[i] == '\n' {
			if n--; n == 0 {
				return s[:i] + "\n..."
			}
		}
	}
	return s
}

// compile makes the pipeline of a kernel, here and now.
func (e *Engine) compile(k *Kernel) (*line, error) {
	slots <- struct{}{}
	defer func() { <-slots }()
	return e.compileNow(k, e.dev.id)
}

// compileNow makes the pipeline of a kernel for a device. It may run beside the simulation.
func (e *Engine) compileNow(k *Kernel, dev objc.ID) (l *line, err error) {
	fault := e.sys.Do(func(c objc.Calls) {
		var id objc.ID
		if id, err = e.pipeline(c, k, dev); err == nil {
			l = &line{kernel: k, pipeline: id}
		}
	})
	if fault != nil {
		return nil, &CompileError{Form: k.Form, Stage: "pipeline", Text: fault.Error()}
	}
	return l, err
}

// stage notes how long a part took.
func (e *Engine) stage(name string, start time.Time) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.stages = append(e.stages, Stage{name, time.Since(start)})
}

// pipeline compiles k and returns its pipeline, which the caller owns.
func (e *Engine) pipeline(c objc.Calls, k *Kernel, dev objc.ID) (objc.ID, error) {
	why := func(stage string, id objc.ID, otherwise string) error {
		err := &CompileError{Form: k.Form, Stage: stage, Text: otherwise}
		if id != 0 {
			err.Text, err.Code = text(c, c.Send(id, "localizedDescription").ID), int64(c.Send(id, "code").Num)
		}
		return err
	}
	start := time.Now()
	opt := c.Send(c.Class("MTLCompileOptions"), "new").ID
	defer c.Send(opt, "release")
	c.Send(opt, "setLanguageVersion:", objc.Unsigned(language))
	if c.Send(opt, "respondsToSelector:", objc.Name("setMathMode:")).Num != 0 {
		c.Send(opt, "setMathMode:", objc.Signed(mathSafe))
	} else { // before macOS 15
		c.Send(opt, "setFastMathEnabled:", objc.Truth(false))
	}
	var bad objc.ID
	lib := c.Send(dev, "newLibraryWithSource:options:error:", nsstring(c, k.Text), objc.Of(opt), objc.ErrorTo(&bad)).ID
	if lib == 0 {
		return 0, why("library", bad, "it gives no library and no error")
	}
	defer c.Send(lib, "release")
	e.stage("metal library ("+k.Form+")", start)
	// macOS 26.5 was seen giving libraries without a function.
	if names := functionNames(c, lib); !slices.Contains(names, stepKernel) {
		return 0, why("library", 0, fmt.Sprintf("the library has no function %s among its %d", stepKernel, len(names)))
	}
	start = time.Now()
	values := c.Send(c.Class("MTLFunctionConstantValues"), "new").ID
	defer c.Send(values, "release")
	stride := binary.LittleEndian.AppendUint32(nil, 1) // words between neighbouring slots: one instance
	c.Send(values, "setConstantValue:type:atIndex:", objc.Memory(stride), objc.Unsigned(constantUInt), objc.Unsigned(0))
	bad = 0
	fn := c.Send(lib, "newFunctionWithName:constantValues:error:", nsstring(c, stepKernel), objc.Of(values), objc.ErrorTo(&bad)).ID
	if fn == 0 {
		return 0, why("pipeline", bad, "it gives no function and no error")
	}
	defer c.Send(fn, "release")
	desc := c.Send(c.Class("MTLComputePipelineDescriptor"), "new").ID
	defer c.Send(desc, "release")
	c.Send(desc, "setComputeFunction:", objc.Of(fn))
	bad = 0
	id := c.Send(dev, "newComputePipelineStateWithDescriptor:options:reflection:error:", objc.Of(desc), objc.Unsigned(0), objc.Nothing(), objc.ErrorTo(&bad)).ID
	if id == 0 {
		return 0, why("pipeline", bad, "it gives no pipeline and no error")
	}
	e.stage("metal pipeline ("+k.Form+")", start)
	return id, nil
}

// functionNames lists the functions of a library.
func functionNames(c objc.Calls, lib objc.ID) []string {
	list := c.Send(lib, "functionNames").ID
	if list == 0 {
		return nil
	}
	var names []string
	for i := range c.Send(list, "count").Num {
		names = append(names, text(c, c.Send(list, "objectAtIndex:", objc.Unsigned(i)).ID))
	}
	return names
}
