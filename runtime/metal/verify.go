package metal

import (
	"errors"
	"fmt"

	"github.com/gpga/gpga/runtime/metal/objc"
)

// tiny is a kernel that does next to nothing.
const tiny = `#include <metal_stdlib>
using namespace metal;
kernel void gpga_step(device uint *a [[buffer(0)]], uint gid [[thread_position_in_grid]]) { a[gid] = a[gid] + 1u; }
`

// Verify makes one object of every class of package objc's table and compares each row with the method that the object really
// has. It returns how many rows it compared. On the way it compiles a kernel and runs it.
func Verify(sys objc.System) (rows int, err error) {
	d, err := openDevice(sys)
	if err != nil {
		return 0, err
	}
	defer d.close(sys)
	a, err := d.newBuffer(sys, []uint32{41}, 1)
	if err != nil {
		return 0, err
	}
	defer d.release(sys, a.id)
	var list []error
	var order objc.ID
	fault := sys.Do(func(c objc.Calls) {
		see := func(class string, id objc.ID) bool {
			if id == 0 {
				list = append(list, fmt.Errorf("there is no %s", class))
				return false
			}
			n, err := objc.Verify(c, class, id)
			rows += n
			if err != nil {
				list = append(list, err)
			}
			return err == nil
		}
		// made is an object of a class that makes its own.
		made := func(class string) (objc.ID, bool) {
			if c.Class(class) == 0 {
				list = append(list, fmt.Errorf("there is no %s", class))
				return 0, false
			}
			id := c.Send(c.Class(class), "new").ID
			return id, see(class, id)
		}
		if !see("MTLDevice", d.id) || !see("MTLCommandQueue", d.queue) || !see("MTLCommandBufferDescriptor", d.orders) || !see("MTLBuffer", a.id) ||
			!see("NSString", c.Send(d.id, "name").ID) || !see("NSURL", url(c, "/tmp").ID) {
			return
		}
		if class := c.Class("NSProcessInfo"); class == 0 || !see("NSProcessInfo", c.Send(class, "processInfo").ID) {
			return
		}
		opt, ok := made("MTLCompileOptions")
		defer c.Send(opt, "release")
		if !ok {
			return
		}
		c.Send(opt, "setLanguageVersion:", objc.Unsigned(language))
		c.Send(opt, "setFastMathEnabled:", objc.Truth(false))
		var bad objc.ID
		compile := func(source string) objc.ID {
			return c.Send(d.id, "newLibraryWithSource:options:error:", nsstring(c, source), objc.Of(opt), objc.ErrorTo(&bad)).ID
		}
		if id := compile("kernel nonsense"); id != 0 {
			c.Send(id, "release")
			list = append(list, errors.New("the compiler takes nonsense"))
		} else {
			see("NSError", bad)
		}
		lib := compile(tiny)
		if lib != 0 {
			defer c.Send(lib, "release")
		}
		if !see("MTLLibrary", lib) {
			return
		}
		see("NSArray", c.Send(lib, "functionNames").ID)
		values, ok := made("MTLFunctionConstantValues")
		defer c.Send(values, "release")
		if !ok {
			return
		}
		fn := c.Send(lib, "newFunctionWithName:constantValues:error:", nsstring(c, stepKernel), objc.Of(values), objc.ErrorTo(&bad)).ID
		if fn != 0 {
			defer c.Send(fn, "release")
		}
		if !see("MTLFunction", fn) {
			return
		}
		desc, ok := made("MTLComputePipelineDescriptor")
		defer c.Send(desc, "release")
		if !ok {
			return
		}
		c.Send(desc, "setComputeFunction:", objc.Of(fn))
		pipe := c.Send(d.id, "newComputePipelineStateWithDescriptor:options:reflection:error:", objc.Of(desc), objc.Unsigned(0), objc.Nothing(), objc.ErrorTo(&bad)).ID
		if pipe != 0 {
			defer c.Send(pipe, "release")
		}
		if !see("MTLComputePipelineState", pipe) {
			return
		}
		if !d.verifyArchives(c, see, made) {
			return
		}
		order = c.Send(d.queue, "commandBufferWithDescriptor:", objc.Of(d.orders)).ID
		if !see("MTLCommandBuffer", order) {
			order = 0
			return
		}
		enc := c.Send(order, "computeCommandEncoder").ID
		ok = see("MTLComputeCommandEncoder", enc)
		if enc != 0 {
			defer c.Send(enc, "endEncoding")
		}
		if !ok {
			order = 0
			return
		}
		c.Send(enc, "setComputePipelineState:", objc.Of(pipe))
		c.Send(enc, "setBuffer:offset:atIndex:", objc.Of(a.id), objc.Unsigned(0), objc.Unsigned(0))
		c.Send(enc, "dispatchThreads:threadsPerThreadgroup:", objc.Extent(1, 1, 1), objc.Extent(1, 1, 1))
		c.Send(order, "retain")
	})
	if fault != nil {
		list = append(list, fault)
	}
	if order != 0 {
		defer d.release(sys, order)
		fault := sys.Do(func(c objc.Calls) {
			c.Send(order, "addCompletedHandler:", objc.Handler(d.handler))
			c.Send(order, "commit")
		})
		if err := d.wait(order, defaultDeadline); fault == nil && err != nil {
			fault = err
		}
		if fault != nil {
			list = append(list, fault)
		} else if a.words[0] != 42 {
			list = append(list, fmt.Errorf("the device has %d for 41 + 1", a.words[0]))
		}
	}
	return rows, errors.Join(list...)
}

// verifyArchives makes an object of each class of archives that the machine has. see compares an object's rows, made makes one.
func (d *device) verifyArchives(c objc.Calls, see func(class string, id objc.ID) bool, made func(class string) (objc.ID, bool)) (ok bool) {
	if d.target.Off != "" {
		return true
	}
	var bad objc.ID
	// own gives an object back at the end.
	own := func(class string, id objc.ID) bool {
		if id != 0 {
			defer c.Send(id, "release")
		}
		return see(class, id)
	}
	to, ok := made("MTLBinaryArchiveDescriptor")
	defer c.Send(to, "release")
	if !ok || !own("MTLBinaryArchive", c.Send(d.id, "newBinaryArchiveWithDescriptor:error:", objc.Of(to), objc.ErrorTo(&bad)).ID) {
		return false
	}
	if d.target.Kind != KindMetal4 {
		return true
	}
	for _, class := range []string{"MTL4CompilerTaskOptions", "MTL4LibraryFunctionDescriptor", "MTL4SpecializedFunctionDescriptor", "MTL4ComputePipelineDescriptor"} {
		id, ok := made(class)
		if id != 0 {
			c.Send(id, "release")
		}
		if !ok {
			return false
		}
	}
	set, ok := made("MTL4PipelineDataSetSerializerDescriptor")
	defer c.Send(set, "release")
	if !ok {
		return false
	}
	c.Send(set, "setConfiguration:", objc.Unsigned(captureBinaries))
	file := c.Send(d.id, "newPipelineDataSetSerializerWithDescriptor:", objc.Of(set)).ID
	if !see("MTL4PipelineDataSetSerializer", file) {
		return false
	}
	defer c.Send(file, "release")
	how, ok := made("MTL4CompilerDescriptor")
	defer c.Send(how, "release")
	if !ok {
		return false
	}
	c.Send(how, "setPipelineDataSetSerializer:", objc.Of(file))
	return own("MTL4Compiler", c.Send(d.id, "newCompilerWithDescriptor:error:", objc.Of(how), objc.ErrorTo(&bad)).ID)
}
