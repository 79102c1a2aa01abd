package metal

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gpga/gpga/runtime/metal/objc"
)

const (
	stepKernel   = "gpga_step"
	language     = 3 << 16 // MSL 3.0: macOS 13
	mathSafe     = 0       // MTLMathModeSafe
	constantUInt = 33      // MTLDataTypeUInt
)

// variantFormat is what the compiler is told beside the text, with the stride.
const variantFormat = "gpga_step, MSL 3.0, safe math, constant 0 = %d"

// variant is what the compiler is told beside the text of a kernel.
func (k *Kernel) variant() string { return fmt.Sprintf(variantFormat, max(k.Stride, 1)) }

// strideOf reads the stride out of a variant.
func strideOf(variant string) (stride uint32, err error) {
	if _, err = fmt.Sscanf(variant, variantFormat, &stride); err != nil || stride == 0 {
		return 0, fmt.Errorf("it was compiled in a way that is not known (%s)", variant)
	}
	return stride, nil
}

const (
	failOnMiss      = 4 // MTLPipelineOptionFailOnBinaryArchiveMiss
	captureBinaries = 2 // MTL4PipelineDataSetSerializerConfigurationCaptureBinaries
)

// recipe is a compilation that tells its stages.
type recipe struct {
	form, text string
	stride     uint32 // function constant 0; 0: 1
	begin      func(stage string)
	end        func(stage string, took time.Duration)
}

// during runs a stage.
func (r *recipe) during(stage string, do func() error) error {
	r.begin(stage)
	start := time.Now()
	if err := do(); err != nil {
		return err
	}
	r.end(stage, time.Since(start))
	return nil
}

// why is the error of a stage: what an NSError says, or that there was none.
func (r *recipe) why(c objc.Calls, stage string, id objc.ID, otherwise string) error {
	err := &CompileError{Form: r.form, Stage: stage, Text: otherwise}
	if id != 0 {
		err.Text, err.Code = text(c, c.Send(id, "localizedDescription").ID), int64(c.Send(id, "code").Num)
	}
	return err
}

// parts are what pipelines are made of. They are given back with free.
type parts struct {
	c      objc.Calls
	dev    objc.ID
	owned  []objc.ID
	lib    objc.ID
	values objc.ID // function constants
	// names are those of the kernels, in the order in which a dispatch starts them.
	names []string
	fns   map[string]objc.ID // kernels with their constants, as far as they were needed
}

func (p *parts) own(id objc.ID) objc.ID {
	if id != 0 {
		p.owned = append(p.owned, id)
	}
	return id
}

// made is a new object of a class.
func (p *parts) made(class string) objc.ID { return p.own(p.c.Send(p.c.Class(class), "new").ID) }

func (p *parts) free() {
	for _, id := range slices.Backward(p.owned) {
		p.c.Send(id, "release")
	}
}

// library compiles the text as far as Metal does without knowing what is wanted of it.
func (r *recipe) library(c objc.Calls, dev objc.ID) (*parts, error) {
	p := &parts{c: c, dev: dev, fns: map[string]objc.ID{}}
	good := false
	defer func() {
		if !good {
			p.free()
		}
	}()
	err := r.during(stageLibrary, func() error {
		opt := p.made("MTLCompileOptions")
		c.Send(opt, "setLanguageVersion:", objc.Unsigned(language))
		if c.Send(opt, "respondsToSelector:", objc.Name("setMathMode:")).Num != 0 {
			c.Send(opt, "setMathMode:", objc.Signed(mathSafe))
		} else { // before macOS 15
			c.Send(opt, "setFastMathEnabled:", objc.Truth(false))
		}
		var bad objc.ID
		p.lib = p.own(c.Send(dev, "newLibraryWithSource:options:error:", nsstring(c, r.text), objc.Of(opt), objc.ErrorTo(&bad)).ID)
		if p.lib == 0 {
			return r.why(c, stageLibrary, bad, "it gives no library and no error")
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	// macOS 26.5 was seen giving libraries without a function.
	names := functionNames(c, p.lib)
	if p.names = stepKernels(names); len(p.names) == 0 || p.names[0] != stepKernel {
		return nil, r.why(c, stageLibrary, 0, fmt.Sprintf("the library has no function %s among its %d", stepKernel, len(names)))
	}
	p.values = p.made("MTLFunctionConstantValues")
	c.Send(p.values, "setConstantValue:type:atIndex:", objc.Memory(binary.LittleEndian.AppendUint32(nil, max(r.stride, 1))), objc.Unsigned(constantUInt), objc.Unsigned(0))
	good = true
	return p, nil
}

// stepKernels are those of names that step a simulation: gpga_step, gpga_step_1 and so on, in that order.
func stepKernels(names []string) []string {
	number := func(name string) int {
		if name == stepKernel {
			return 0
		}
		n, err := strconv.Atoi(strings.TrimPrefix(name, stepKernel+"_"))
		if err != nil {
			return -1
		}
		return n
	}
	var list []string
	for _, name := range names {
		if number(name) >= 0 {
			list = append(list, name)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return number(a) - number(b) })
	return list
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

// descriptor describes the pipeline of a kernel.
func (r *recipe) descriptor(p *parts, name string) (objc.ID, error) {
	c := p.c
	fn := p.fns[name]
	if fn == 0 {
		var bad objc.ID
		fn = p.own(c.Send(p.lib, "newFunctionWithName:constantValues:error:", nsstring(c, name), objc.Of(p.values), objc.ErrorTo(&bad)).ID)
		if fn == 0 {
			return 0, r.why(c, stagePipeline, bad, "it gives no function and no error")
		}
		p.fns[name] = fn
	}
	desc := p.made("MTLComputePipelineDescriptor")
	c.Send(desc, "setComputeFunction:", objc.Of(fn))
	return desc, nil
}

// pipelines makes the kernels' pipelines, which the caller owns.
func (r *recipe) pipelines(p *parts) (ids []objc.ID, err error) {
	err = r.during(stagePipeline, func() error {
		ids, err = p.each(func(name string) (objc.ID, error) {
			desc, err := r.descriptor(p, name)
			if err != nil {
				return 0, err
			}
			return r.plain(p, desc, 0, stagePipeline)
		})
		return err
	})
	return ids, err
}

// each makes something of each kernel. After an error there is nothing.
func (p *parts) each(do func(name string) (objc.ID, error)) ([]objc.ID, error) {
	var ids []objc.ID
	for _, name := range p.names {
		id, err := do(name)
		if err != nil {
			for _, id := range ids {
				p.c.Send(id, "release")
			}
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// plain makes the pipeline of a descriptor.
func (r *recipe) plain(p *parts, desc objc.ID, options uint64, stage string) (objc.ID, error) {
	var bad objc.ID
	id := p.c.Send(p.dev, "newComputePipelineStateWithDescriptor:options:reflection:error:", objc.Of(desc), objc.Unsigned(options), objc.Nothing(), objc.ErrorTo(&bad)).ID
	if id == 0 {
		return 0, r.why(p.c, stage, bad, "it gives no pipeline and no error")
	}
	return id, nil
}

// url is a file's NSURL, which lives as long as the pool.
func url(c objc.Calls, path string) objc.Value {
	return objc.Of(c.Send(c.Class("NSURL"), "fileURLWithPath:", nsstring(c, path)).ID)
}

// descriptor4 describes the pipeline of a kernel in Metal 4's way.
func (r *recipe) descriptor4(p *parts, name string) objc.ID {
	c := p.c
	fn := p.made("MTL4LibraryFunctionDescriptor")
	c.Send(fn, "setName:", nsstring(c, name))
	c.Send(fn, "setLibrary:", objc.Of(p.lib))
	special := p.made("MTL4SpecializedFunctionDescriptor")
	c.Send(special, "setFunctionDescriptor:", objc.Of(fn))
	c.Send(special, "setConstantValues:", objc.Of(p.values))
	desc := p.made("MTL4ComputePipelineDescriptor")
	c.Send(desc, "setComputeFunctionDescriptor:", objc.Of(special))
	return desc
}

// fetch takes the pipelines out of an archive, and from nowhere else. The caller owns them.
func (r *recipe) fetch(p *parts, kind, path string) (ids []objc.ID, err error) {
	err = r.during(stageArchive, func() error {
		ids, err = r.take(p, kind, path)
		return err
	})
	return ids, err
}

// take is fetch within a stage.
func (r *recipe) take(p *parts, kind, path string) ([]objc.ID, error) {
	c := p.c
	var bad objc.ID
	if kind == KindMetal4 {
		file := p.own(c.Send(p.dev, "newArchiveWithURL:error:", url(c, path), objc.ErrorTo(&bad)).ID)
		if file == 0 {
			return nil, r.why(c, stageArchive, bad, "it gives no archive and no error")
		}
		return p.each(func(name string) (objc.ID, error) {
			var bad objc.ID
			id := c.Send(file, "newComputePipelineStateWithDescriptor:error:", objc.Of(r.descriptor4(p, name)), objc.ErrorTo(&bad)).ID
			if id == 0 {
				return 0, r.why(c, stageArchive, bad, "it gives no pipeline and no error")
			}
			return id, nil
		})
	}
	from := p.made("MTLBinaryArchiveDescriptor")
	c.Send(from, "setUrl:", url(c, path))
	file := p.own(c.Send(p.dev, "newBinaryArchiveWithDescriptor:error:", objc.Of(from), objc.ErrorTo(&bad)).ID)
	if file == 0 {
		return nil, r.why(c, stageArchive, bad, "it gives no archive and no error")
	}
	return p.each(func(name string) (objc.ID, error) {
		desc, err := r.descriptor(p, name)
		if err != nil {
			return 0, err
		}
		c.Send(desc, "setBinaryArchives:", objc.Of(c.Send(c.Class("NSArray"), "arrayWithObject:", objc.Of(file)).ID))
		return r.plain(p, desc, failOnMiss, stageArchive)
	})
}

// harvest compiles the pipelines into an archive at path. An error of the stage "archive" says that there is none, and that the
// pipelines can be made all the same.
func (r *recipe) harvest(p *parts, kind, path string) error {
	c := p.c
	var write func(bad *objc.ID) bool
	err := r.during(stagePipeline, func() error {
		var bad objc.ID
		if kind == KindMetal4 {
			set := p.made("MTL4PipelineDataSetSerializerDescriptor")
			c.Send(set, "setConfiguration:", objc.Unsigned(captureBinaries))
			file := p.own(c.Send(p.dev, "newPipelineDataSetSerializerWithDescriptor:", objc.Of(set)).ID)
			if file == 0 {
				return r.why(c, stageArchive, 0, "it gives no serializer")
			}
			how := p.made("MTL4CompilerDescriptor")
			c.Send(how, "setPipelineDataSetSerializer:", objc.Of(file))
			compiler := p.own(c.Send(p.dev, "newCompilerWithDescriptor:error:", objc.Of(how), objc.ErrorTo(&bad)).ID)
			if compiler == 0 {
				return r.why(c, stageArchive, bad, "it gives no compiler and no error")
			}
			for _, name := range p.names {
				bad = 0
				if p.own(c.Send(compiler, "newComputePipelineStateWithDescriptor:compilerTaskOptions:error:", objc.Of(r.descriptor4(p, name)), objc.Of(0), objc.ErrorTo(&bad)).ID) == 0 {
					return r.why(c, stagePipeline, bad, "it gives no pipeline and no error")
				}
			}
			write = func(bad *objc.ID) bool {
				return c.Send(file, "serializeAsArchiveAndFlushToURL:error:", url(c, path), objc.ErrorTo(bad)).Num != 0
			}
			return nil
		}
		to := p.made("MTLBinaryArchiveDescriptor")
		file := p.own(c.Send(p.dev, "newBinaryArchiveWithDescriptor:error:", objc.Of(to), objc.ErrorTo(&bad)).ID)
		if file == 0 {
			return r.why(c, stageArchive, bad, "it gives no archive and no error")
		}
		for _, name := range p.names {
			desc, err := r.descriptor(p, name)
			if err != nil {
				return err
			}
			bad = 0
			if c.Send(file, "addComputePipelineFunctionsWithDescriptor:error:", objc.Of(desc), objc.ErrorTo(&bad)).Num == 0 {
				return r.why(c, stagePipeline, bad, "it takes no function and gives no error")
			}
		}
		write = func(bad *objc.ID) bool {
			return c.Send(file, "serializeToURL:error:", url(c, path), objc.ErrorTo(bad)).Num != 0
		}
		return nil
	})
	if err != nil {
		return err
	}
	return r.during(stageArchive, func() error {
		var bad objc.ID
		if !write(&bad) {
			return r.why(c, stageArchive, bad, "it writes nothing and gives no error")
		}
		// It is read back as whoever uses it will.
		ids, err := r.take(p, kind, path)
		for _, id := range ids {
			c.Send(id, "release")
		}
		return err
	})
}
