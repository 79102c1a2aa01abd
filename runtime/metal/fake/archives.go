package fake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/gpga/gpga/runtime/metal/objc"
)

// failOnMiss is MTLPipelineOptionFailOnBinaryArchiveMiss.
const failOnMiss = 4

type (
	nsurl       string // its path
	processInfo struct{}
	// pipelines are those of an archive, or those that are collected for one.
	pipelines struct {
		gpu, build string
		keys       []string // hexadecimal
	}
	archiveDescriptor struct{ path string } // "": a new one
	serializer4       struct {
		pipelines
		binaries bool
	}
	compilerDescriptor4 struct{ to *object }
	compiler4           struct {
		device *object
		to     *object
	}
	function4 struct {
		name string
		lib  *object
	}
	special4  struct{ fn, values *object }
	pipeline4 struct{ fn *object }
)

// has tells whether a pipeline is there and for this machine.
func (p *pipelines) has(s *System, fn *function) bool {
	return p.gpu == s.opt.Device && p.build == s.opt.Build && slices.Contains(p.keys, hex.EncodeToString([]byte(fn.key)))
}

func (p *pipelines) add(fn *function) { p.keys = append(p.keys, hex.EncodeToString([]byte(fn.key))) }

// text is an archive's file: what it is, the machine, a line for each pipeline, and a sum at the end.
func (p *pipelines) text(kind string) string {
	body := strings.Join(append([]string{kind, p.gpu, p.build}, p.keys...), "\n") + "\n"
	sum := sha256.Sum256([]byte(body))
	return body + hex.EncodeToString(sum[:]) + "\n"
}

func readPipelines(kind, path string) (*pipelines, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(string(text), "\n")
	if len(lines) < 5 {
		return nil, errors.New("the file is too short")
	}
	p := &pipelines{lines[1], lines[2], lines[3 : len(lines)-2]}
	if p.text(kind) != string(text) {
		return nil, fmt.Errorf("the file is no %s, or damaged", kind)
	}
	return p, nil
}

// urlLocked is the path of an NSURL.
func (c *calls) urlLocked(v objc.Value) string { return string(c.s.objects[v.ID].data.(nsurl)) }

// openLocked reads an archive, or gives nil with the error set.
func (c *calls) openLocked(kind, path string, out objc.Value) *pipelines {
	p, err := readPipelines(kind, path)
	if err == nil && c.s.opt.Open != nil {
		if why := c.s.opt.Open(path); why.Text != "" {
			err = errors.New(why.Text)
		}
	}
	if err != nil {
		c.errorLocked(out, "MTLBinaryArchiveDomain", 1, err.Error())
		return nil
	}
	return p
}

// writeLocked writes an archive's file, in two pieces.
func (c *calls) writeLocked(kind string, p *pipelines, path string, out objc.Value) objc.Value {
	text := p.text(kind)
	half := len(text) / 2
	err := os.WriteFile(path, []byte(text[:half]), 0o644)
	if err == nil && c.s.opt.Write != nil {
		why := c.s.opt.Write(path)
		c.compiling(Failure{Until: why.Until}, func() {})
		if why.Text != "" {
			err = errors.New(why.Text)
		}
	}
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o644)
	}
	if err != nil {
		c.errorLocked(out, "MTLBinaryArchiveDomain", 4, err.Error())
	}
	return objc.Truth(err == nil)
}

// function4Locked is the function that a descriptor of Metal 4 stands for; nil with the error set.
func (c *calls) function4Locked(desc objc.Value, out objc.Value) *function {
	d := c.s.objects[desc.ID].data.(*pipeline4)
	if d.fn == nil || d.fn.data.(*special4).fn == nil || d.fn.data.(*special4).values == nil {
		c.s.failLocked("a pipeline without a function")
	}
	s := d.fn.data.(*special4)
	f := s.fn.data.(*function4)
	if f.lib == nil || f.name == "" {
		c.s.failLocked("a function without a library or a name")
	}
	l := f.lib.data.(*library)
	if l.empty || !slices.Contains(l.kernels, f.name) {
		c.errorLocked(out, "MTLLibraryErrorDomain", 5, fmt.Sprintf("Function %s was not found in the library", f.name))
		return nil
	}
	fn := &function{name: f.name, lib: l, values: map[int]uint64{}}
	for i, v := range s.values.data.(*constants).values {
		fn.values[i] = v
	}
	fn.key = fn.digest()
	return fn
}

// archiveActions are what init's map of actions takes in.
var archiveActions = map[string]action{
	"NSArray arrayWithObject:": func(c *calls, m *objc.Method, _ *object, args []objc.Value) objc.Value {
		item := c.s.objects[args[0].ID]
		return c.giveLocked(m, c.s.makeLocked("NSArray", &array{[]*object{item}}, item))
	},
	"NSURL fileURLWithPath:": func(c *calls, m *objc.Method, _ *object, args []objc.Value) objc.Value {
		return c.giveLocked(m, c.s.makeLocked("NSURL", nsurl(c.s.objects[args[0].ID].data.(nsstring))))
	},
	"NSProcessInfo processInfo": func(c *calls, m *objc.Method, _ *object, _ []objc.Value) objc.Value {
		return c.giveLocked(m, c.s.makeLocked("NSProcessInfo", processInfo{}))
	},
	"NSProcessInfo operatingSystemVersionString": text(func(c *calls, o *object) string { return c.s.opt.Build }),

	"MTLDevice supportsBinaryArchives": number(func(c *calls, o *object) uint64 { return objc.Truth(!c.s.opt.NoArchives).Num }),
	"MTLDevice newBinaryArchiveWithDescriptor:error:": func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
		d := c.s.objects[args[0].ID].data.(*archiveDescriptor)
		if c.s.opt.NoArchives {
			c.errorLocked(args[1], "MTLBinaryArchiveDomain", 4, "archives are not supported")
			return objc.Value{Kind: objc.Object}
		}
		p := &pipelines{gpu: c.s.opt.Device, build: c.s.opt.Build}
		if d.path != "" {
			if p = c.openLocked("MTLBinaryArchive", d.path, args[1]); p == nil {
				return objc.Value{Kind: objc.Object}
			}
		}
		return c.giveLocked(m, c.s.makeLocked("MTLBinaryArchive", p, o))
	},
	"MTLBinaryArchiveDescriptor new": fresh(func() any { return &archiveDescriptor{} }),
	"MTLBinaryArchiveDescriptor setUrl:": set(func(c *calls, o *object, args []objc.Value) {
		o.data.(*archiveDescriptor).path = ""
		if args[0].ID != 0 {
			o.data.(*archiveDescriptor).path = c.urlLocked(args[0])
		}
	}),
	"MTLBinaryArchive addComputePipelineFunctionsWithDescriptor:error:": func(c *calls, _ *objc.Method, o *object, args []objc.Value) objc.Value {
		d := c.s.objects[args[0].ID].data.(*pipelineDescriptor)
		if d.fn == nil {
			c.s.failLocked("a pipeline without a function")
		}
		fn := d.fn.data.(*function)
		made := c.compileLocked(o.deps[0], fn, args[1])
		if made == nil {
			return objc.Truth(false)
		}
		c.autoreleaseLocked(made)
		o.data.(*pipelines).add(fn)
		return objc.Truth(true)
	},
	"MTLBinaryArchive serializeToURL:error:": func(c *calls, _ *objc.Method, o *object, args []objc.Value) objc.Value {
		return c.writeLocked("MTLBinaryArchive", o.data.(*pipelines), c.urlLocked(args[0]), args[1])
	},
	"MTLComputePipelineDescriptor setBinaryArchives:": set(func(c *calls, o *object, args []objc.Value) {
		d := o.data.(*pipelineDescriptor)
		d.archives = nil
		for _, a := range c.keepLocked(o, args[0]).data.(*array).items {
			if a.class != "MTLBinaryArchive" {
				c.s.failLocked("setBinaryArchives: a %s", a.class)
			}
			d.archives = append(d.archives, a)
		}
	}),

	"MTLDevice newArchiveWithURL:error:": func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
		p := c.openLocked("MTL4Archive", c.urlLocked(args[0]), args[1])
		if p == nil {
			return objc.Value{Kind: objc.Object}
		}
		return c.giveLocked(m, c.s.makeLocked("MTL4Archive", p, o))
	},
	"MTL4Archive newComputePipelineStateWithDescriptor:error:": func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
		fn := c.function4Locked(args[0], args[1])
		if fn == nil {
			return objc.Value{Kind: objc.Object}
		}
		if !o.data.(*pipelines).has(c.s, fn) {
			c.errorLocked(args[1], "MTL4ArchiveDomain", 1, "the archive has no such pipeline")
			return objc.Value{Kind: objc.Object}
		}
		return c.fetchLocked(m, o.deps[0], fn, args[1])
	},
	"MTLDevice newPipelineDataSetSerializerWithDescriptor:": func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
		d := c.s.objects[args[0].ID].data.(*serializer4)
		to := &serializer4{pipelines{gpu: c.s.opt.Device, build: c.s.opt.Build}, d.binaries}
		return c.giveLocked(m, c.s.makeLocked("MTL4PipelineDataSetSerializer", to))
	},
	"MTL4PipelineDataSetSerializerDescriptor new": fresh(func() any { return &serializer4{} }),
	"MTL4PipelineDataSetSerializerDescriptor setConfiguration:": set(func(c *calls, o *object, args []objc.Value) {
		if args[0].Num == 0 || args[0].Num&^3 != 0 {
			c.s.failLocked("setConfiguration: %d", args[0].Num)
		}
		o.data.(*serializer4).binaries = args[0].Num&2 != 0
	}),
	"MTL4PipelineDataSetSerializer serializeAsArchiveAndFlushToURL:error:": func(c *calls, _ *objc.Method, o *object, args []objc.Value) objc.Value {
		return c.writeLocked("MTL4Archive", &o.data.(*serializer4).pipelines, c.urlLocked(args[0]), args[1])
	},
	"MTL4CompilerTaskOptions new": fresh(func() any { return &struct{}{} }),
	"MTL4CompilerDescriptor new":  fresh(func() any { return &compilerDescriptor4{} }),
	"MTL4CompilerDescriptor setPipelineDataSetSerializer:": set(func(c *calls, o *object, args []objc.Value) {
		o.data.(*compilerDescriptor4).to = c.keepLocked(o, args[0])
	}),
	"MTLDevice newCompilerWithDescriptor:error:": func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
		to := c.s.objects[args[0].ID].data.(*compilerDescriptor4).to
		deps := []*object{o}
		if to != nil {
			deps = append(deps, to)
		}
		return c.giveLocked(m, c.s.makeLocked("MTL4Compiler", &compiler4{o, to}, deps...))
	},
	"MTL4Compiler newComputePipelineStateWithDescriptor:compilerTaskOptions:error:": func(c *calls, m *objc.Method, o *object, args []objc.Value) objc.Value {
		fn := c.function4Locked(args[0], args[2])
		if fn == nil {
			return objc.Value{Kind: objc.Object}
		}
		by := o.data.(*compiler4)
		made := c.compileLocked(by.device, fn, args[2])
		if made != nil && by.to != nil && by.to.data.(*serializer4).binaries {
			by.to.data.(*serializer4).add(fn)
		}
		return c.giveLocked(m, made)
	},
	"MTL4LibraryFunctionDescriptor new": fresh(func() any { return &function4{} }),
	"MTL4LibraryFunctionDescriptor setName:": set(func(c *calls, o *object, args []objc.Value) {
		o.data.(*function4).name = string(c.s.objects[args[0].ID].data.(nsstring))
	}),
	"MTL4LibraryFunctionDescriptor setLibrary:": set(func(c *calls, o *object, args []objc.Value) {
		o.data.(*function4).lib = c.keepLocked(o, args[0])
	}),
	"MTL4SpecializedFunctionDescriptor new": fresh(func() any { return &special4{} }),
	"MTL4SpecializedFunctionDescriptor setFunctionDescriptor:": set(func(c *calls, o *object, args []objc.Value) {
		o.data.(*special4).fn = c.keepLocked(o, args[0])
	}),
	"MTL4SpecializedFunctionDescriptor setConstantValues:": set(func(c *calls, o *object, args []objc.Value) {
		o.data.(*special4).values = c.keepLocked(o, args[0])
	}),
	"MTL4ComputePipelineDescriptor new": fresh(func() any { return &pipeline4{} }),
	"MTL4ComputePipelineDescriptor setComputeFunctionDescriptor:": set(func(c *calls, o *object, args []objc.Value) {
		o.data.(*pipeline4).fn = c.keepLocked(o, args[0])
	}),
}
