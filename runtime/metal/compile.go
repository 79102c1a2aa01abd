package metal

import (
	"encoding/binary"
	"fmt"
	"slices"
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
	fn     objc.ID // the kernel with its constants; 0 until it is needed
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
	p := &parts{c: c, dev: dev}
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
	if names := functionNames(c, p.lib); !slices.Contains(names, stepKernel) {
		return nil, r.why(c, stageLibrary, 0, fmt.Sprintf("the library has no function %s among its %d", stepKernel, len(names)))
	}
	p.values = p.made("MTLFunctionConstantValues")
	c.Send(p.values, "setConstantValue:type:atIndex:", objc.Memory(binary.LittleEndian.AppendUint32(nil, max(r.stride, 1))), objc.Unsigned(constantUInt), objc.Unsigned(0))
	good = true
	return p, nil
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

// descriptor describes the pipeline.
func (r *recipe) descriptor(p *parts) (objc.ID, error) {
	c := p.c
	if p.fn == 0 {
		var bad objc.ID
		p.fn = p.own(c.Send(p.lib, "newFunctionWithName:constantValues:error:", nsstring(c, stepKernel), objc.Of(p.values), objc.ErrorTo(&bad)).ID)
		if p.fn == 0 {
			return 0, r.why(c, stagePipeline, bad, "it gives no function and no error")
		}
	}
	desc := p.made("MTLComputePipelineDescriptor")
	c.Send(desc, "setComputeFunction:", objc.Of(p.fn))
	return desc, nil
}

// pipeline makes the pipeline, which the caller owns.
func (r *recipe) pipeline(p *parts) (id objc.ID, err error) {
	err = r.during(stagePipeline, func() error {
		desc, err := r.descriptor(p)
		if err != nil {
			return err
		}
		id, err = r.plain(p, desc, 0, stagePipeline)
		return err
	})
	return id, err
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

// descriptor4 describes the pipeline in Metal 4's way.
func (r *recipe) descriptor4(p *parts) objc.ID {
	c := p.c
	fn := p.made("MTL4LibraryFunctionDescriptor")
	c.Send(fn, "setName:", nsstring(c, stepKernel))
	c.Send(fn, "setLibrary:", objc.Of(p.lib))
	special := p.made("MTL4SpecializedFunctionDescriptor")
	c.Send(special, "setFunctionDescriptor:", objc.Of(fn))
	c.Send(special, "setConstantValues:", objc.Of(p.values))
	desc := p.made("MTL4ComputePipelineDescriptor")
	c.Send(desc, "setComputeFunctionDescriptor:", objc.Of(special))
	return desc
}

// fetch takes the pipeline out of an archive, and from nowhere else. The caller owns it.
func (r *recipe) fetch(p *parts, kind, path string) (id objc.ID, err error) {
	err = r.during(stageArchive, func() error {
		id, err = r.take(p, kind, path)
		return err
	})
	return id, err
}

// take is fetch within a stage.
func (r *recipe) take(p *parts, kind, path string) (objc.ID, error) {
	c := p.c
	var bad objc.ID
	if kind == KindMetal4 {
		file := p.own(c.Send(p.dev, "newArchiveWithURL:error:", url(c, path), objc.ErrorTo(&bad)).ID)
		if file == 0 {
			return 0, r.why(c, stageArchive, bad, "it gives no archive and no error")
		}
		bad = 0
		id := c.Send(file, "newComputePipelineStateWithDescriptor:error:", objc.Of(r.descriptor4(p)), objc.ErrorTo(&bad)).ID
		if id == 0 {
			return 0, r.why(c, stageArchive, bad, "it gives no pipeline and no error")
		}
		return id, nil
	}
	from := p.made("MTLBinaryArchiveDescriptor")
	c.Send(from, "setUrl:", url(c, path))
	file := p.own(c.Send(p.dev, "newBinaryArchiveWithDescriptor:error:", objc.Of(from), objc.ErrorTo(&bad)).ID)
	if file == 0 {
		return 0, r.why(c, stageArchive, bad, "it gives no archive and no error")
	}
	desc, err := r.descriptor(p)
	if err != nil {
		return 0, err
	}
	c.Send(desc, "setBinaryArchives:", objc.Of(c.Send(c.Class("NSArray"), "arrayWithObject:", objc.Of(file)).ID))
	return r.plain(p, desc, failOnMiss, stageArchive)
}

// harvest compiles the pipeline into an archive at path. An error of the stage "archive" says that there is none, and that the
// pipeline can be made all the same.
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
			bad = 0
			if p.own(c.Send(compiler, "newComputePipelineStateWithDescriptor:compilerTaskOptions:error:", objc.Of(r.descriptor4(p)), objc.Of(0), objc.ErrorTo(&bad)).ID) == 0 {
				return r.why(c, stagePipeline, bad, "it gives no pipeline and no error")
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
		desc, err := r.descriptor(p)
		if err != nil {
			return err
		}
		bad = 0
		if c.Send(file, "addComputePipelineFunctionsWithDescriptor:error:", objc.Of(desc), objc.ErrorTo(&bad)).Num == 0 {
			return r.why(c, stagePipeline, bad, "it takes no function and gives no error")
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
		id, err := r.take(p, kind, path)
		if err == nil {
			c.Send(id, "release")
		}
		return err
	})
}
