package fake

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/runtime/metal/objc"
)

// adds is a kernel with three arguments.
const adds = `#include <metal_stdlib>
using namespace metal;
struct gpga_params { uint step; uint stride; };
constant uint factor [[function_constant(0)]];
kernel void add(device uint *a [[buffer(0)]], constant gpga_params &p [[buffer(2)]], uint gid [[thread_position_in_grid]]) {
    a[gid * p.stride] = a[gid * p.stride] + p.step * factor;
}
`

// bench is what a dispatch needs, made in order.
type bench struct {
	c                                     objc.Calls
	device, queue, orders, line, a, block objc.ID
	words                                 []uint32
	ended                                 chan objc.ID
}

func (b *bench) send(to objc.ID, selector string, args ...objc.Value) objc.Value {
	return b.c.Send(to, selector, args...)
}

func (b *bench) text(s string) objc.Value {
	return objc.Of(b.send(b.c.Class("NSString"), "stringWithUTF8String:", objc.Text(s)).ID)
}

func (b *bench) library(source string) (objc.ID, objc.ID) {
	opt := b.send(b.c.Class("MTLCompileOptions"), "new").ID
	b.send(opt, "setLanguageVersion:", objc.Unsigned(3<<16))
	b.send(opt, "setFastMathEnabled:", objc.Truth(false))
	var bad objc.ID
	lib := b.send(b.device, "newLibraryWithSource:options:error:", b.text(source), objc.Of(opt), objc.ErrorTo(&bad)).ID
	b.send(opt, "release")
	return lib, bad
}

func (b *bench) pipeline(lib objc.ID, name string) (objc.ID, objc.ID) {
	values := b.send(b.c.Class("MTLFunctionConstantValues"), "new").ID
	b.send(values, "setConstantValue:type:atIndex:", objc.Memory([]byte{3, 0, 0, 0}), objc.Unsigned(33), objc.Unsigned(0))
	var bad objc.ID
	fn := b.send(lib, "newFunctionWithName:constantValues:error:", b.text(name), objc.Of(values), objc.ErrorTo(&bad)).ID
	b.send(values, "release")
	if fn == 0 {
		return 0, bad
	}
	desc := b.send(b.c.Class("MTLComputePipelineDescriptor"), "new").ID
	b.send(desc, "setComputeFunction:", objc.Of(fn))
	b.send(fn, "release")
	line := b.send(b.device, "newComputePipelineStateWithDescriptor:options:reflection:error:", objc.Of(desc), objc.Unsigned(0), objc.Nothing(), objc.ErrorTo(&bad)).ID
	b.send(desc, "release")
	return line, bad
}

func (b *bench) buffer(words uint64) objc.ID {
	return b.send(b.device, "newBufferWithLength:options:", objc.Unsigned(4*words), objc.Unsigned(0)).ID
}

// open makes everything but a command buffer.
func open(c objc.Calls) *bench {
	b := &bench{c: c, ended: make(chan objc.ID, 4)}
	b.device = c.Call("MTLCreateSystemDefaultDevice").ID
	b.queue = b.send(b.device, "newCommandQueue").ID
	b.orders = b.send(c.Class("MTLCommandBufferDescriptor"), "new").ID
	lib, _ := b.library(adds)
	b.line, _ = b.pipeline(lib, "add")
	b.send(lib, "release")
	b.a = b.buffer(8)
	b.words = c.Words(b.send(b.a, "contents").Num, 8)
	clear(b.words)
	b.block = c.Block("completed", func(c objc.Calls, args []objc.Value) {
		c.Send(args[0].ID, "status")
		b.ended <- args[0].ID
	})
	return b
}

// order makes a command buffer with an encoder that is ready for a dispatch.
func (b *bench) order() (order, enc objc.ID) {
	order = b.send(b.queue, "commandBufferWithDescriptor:", objc.Of(b.orders)).ID
	enc = b.send(order, "computeCommandEncoder").ID
	b.send(enc, "setComputePipelineState:", objc.Of(b.line))
	b.send(enc, "setBuffer:offset:atIndex:", objc.Of(b.a), objc.Unsigned(0), objc.Unsigned(0))
	b.send(enc, "setBytes:length:atIndex:", objc.Memory([]byte{5, 0, 0, 0, 2, 0, 0, 0}), objc.Unsigned(8), objc.Unsigned(2))
	return order, enc
}

func (b *bench) threads(enc objc.ID, n uint64) {
	b.send(enc, "dispatchThreads:threadsPerThreadgroup:", objc.Extent(n, 1, 1), objc.Extent(1, 1, 1))
}

// run commits an order and waits for it.
func (b *bench) run(order, enc objc.ID) {
	b.send(enc, "endEncoding")
	b.send(order, "addCompletedHandler:", objc.Handler(b.block))
	b.send(order, "commit")
	<-b.ended
}

// close gives everything back.
func (b *bench) close() {
	for _, id := range []objc.ID{b.block, b.a, b.line, b.orders, b.queue, b.device} {
		b.send(id, "release")
	}
}

// TestDispatch does all of it right.
func TestDispatch(t *testing.T) {
	sys := New(Options{})
	sys.Do(func(c objc.Calls) {
		b := open(c)
		defer b.close()
		if b.words[0] = 7; b.send(b.a, "length").Num != 32 {
			t.Error("the buffer's length is not 32")
		}
		order, enc := b.order()
		b.threads(enc, 3)
		b.run(order, enc)
		if s := b.send(order, "status").Num; s != 4 {
			t.Errorf("status %d", s)
		}
		if from, to := b.send(order, "GPUStartTime").Real, b.send(order, "GPUEndTime").Real; to <= from {
			t.Errorf("from %g to %g", from, to)
		}
		if want := []uint32{22, 0, 15, 0, 15, 0, 0, 0}; !slices.Equal(b.words, want) {
			t.Errorf("the buffer holds %d, expected %d", b.words, want)
		}
		if b.send(order, "error").ID != 0 {
			t.Error("there is an error")
		}
	})
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
}

// TestGarbage: a new buffer holds no zeros.
func TestGarbage(t *testing.T) {
	New(Options{}).Do(func(c objc.Calls) {
		b := open(c)
		if w := c.Words(b.send(b.buffer(4), "contents").Num, 4); w[0] == 0 || w[3] == 0 {
			t.Errorf("a new buffer holds %x", w)
		}
	})
}

// faults are the calls that must not be made, each after everything was made right.
var faults = []struct {
	name, want string
	do         func(b *bench)
}{
	{"unknown selector", "does not respond to commitAndWait", func(b *bench) { b.send(b.queue, "commitAndWait") }},
	{"selector of another class", "MTLCommandQueue does not respond to commit", func(b *bench) { b.send(b.queue, "commit") }},
	{"unknown function", "there is no function MTLResetDevice", func(b *bench) { b.c.Call("MTLResetDevice") }},
	{"unknown block", "no block of kind", func(b *bench) { b.c.Block("scheduled", nil) }},
	{"message to nil", "nil", func(b *bench) { b.send(0, "release") }},
	{"message to a class", "MTLCompileOptions does not respond to setMathMode:", func(b *bench) {
		b.send(b.c.Class("MTLCompileOptions"), "setMathMode:", objc.Signed(0))
	}},
	{"number of arguments", "takes 2 arguments, not 1", func(b *bench) {
		b.send(b.device, "newBufferWithLength:options:", objc.Unsigned(4))
	}},
	{"kind of an argument", "argument 1 is a unsigned integer, not a integer", func(b *bench) {
		b.send(b.device, "newBufferWithLength:options:", objc.Signed(4), objc.Unsigned(0))
	}},
	{"class of an argument", "argument 1 is a MTLDevice, not a MTLComputePipelineState", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "setComputePipelineState:", objc.Of(b.device))
	}},
	{"nil where none may be", "argument 1 is nil", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "setComputePipelineState:", objc.Of(0))
	}},
	{"no object", "is no object", func(b *bench) { b.send(0x1234, "release") }},

	{"over-release", "over-release of a MTLCommandBuffer", func(b *bench) {
		order, _ := b.order()
		b.send(order, "release")
	}},
	{"use after release", "use after release of a MTLBuffer", func(b *bench) {
		b.send(b.a, "release")
		b.send(b.a, "contents")
	}},
	{"released, and only the command buffer keeps it", "use after release of a MTLBuffer", func(b *bench) {
		order, enc := b.order()
		b.send(b.a, "release")
		b.threads(enc, 1)
		b.send(enc, "setBuffer:offset:atIndex:", objc.Of(b.a), objc.Unsigned(0), objc.Unsigned(1))
		b.run(order, enc)
	}},
	{"released twice", "use after release", func(b *bench) {
		b.send(b.a, "release")
		b.send(b.a, "release")
	}},

	{"encoder not ended", "commit while an encoder", func(b *bench) {
		order, enc := b.order()
		b.threads(enc, 1)
		b.send(order, "commit")
	}},
	{"two encoders", "a second encoder while one", func(b *bench) {
		order, _ := b.order()
		b.send(order, "computeCommandEncoder")
	}},
	{"after endEncoding", "dispatchThreads: after endEncoding", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "endEncoding")
		b.threads(enc, 1)
	}},
	{"endEncoding twice", "endEncoding after endEncoding", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "endEncoding")
		b.send(enc, "endEncoding")
	}},
	{"handler after commit", "addCompletedHandler: after commit", func(b *bench) {
		order, enc := b.order()
		b.threads(enc, 1)
		b.run(order, enc)
		b.send(order, "addCompletedHandler:", objc.Handler(b.block))
	}},
	{"commit twice", "commit after commit", func(b *bench) {
		order, enc := b.order()
		b.run(order, enc)
		b.send(order, "commit")
	}},
	{"encoder after commit", "computeCommandEncoder after commit", func(b *bench) {
		order, enc := b.order()
		b.run(order, enc)
		b.send(order, "computeCommandEncoder")
	}},

	{"buffer index", "buffer index 31: 30 is the last", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "setBuffer:offset:atIndex:", objc.Of(b.a), objc.Unsigned(0), objc.Unsigned(31))
	}},
	{"index of bytes", "buffer index 31: 30 is the last", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "setBytes:length:atIndex:", objc.Memory(make([]byte, 4)), objc.Unsigned(4), objc.Unsigned(31))
	}},
	{"buffer offset", "offset 32 of 32 bytes", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "setBuffer:offset:atIndex:", objc.Of(b.a), objc.Unsigned(32), objc.Unsigned(0))
	}},
	{"many bytes", "4096 are the most", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "setBytes:length:atIndex:", objc.Memory(make([]byte, 8192)), objc.Unsigned(8192), objc.Unsigned(2))
	}},
	{"more bytes than there are", "setBytes: 8 bytes of 4", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "setBytes:length:atIndex:", objc.Memory(make([]byte, 4)), objc.Unsigned(8), objc.Unsigned(2))
	}},
	{"no pipeline", "a dispatch without a pipeline", func(b *bench) {
		enc := b.send(b.send(b.queue, "commandBufferWithDescriptor:", objc.Of(b.orders)).ID, "computeCommandEncoder").ID
		b.threads(enc, 1)
	}},
	{"argument without buffer", "argument 'p' has no buffer at index 2", func(b *bench) {
		enc := b.send(b.send(b.queue, "commandBufferWithDescriptor:", objc.Of(b.orders)).ID, "computeCommandEncoder").ID
		b.send(enc, "setComputePipelineState:", objc.Of(b.line))
		b.send(enc, "setBuffer:offset:atIndex:", objc.Of(b.a), objc.Unsigned(0), objc.Unsigned(0))
		b.threads(enc, 1)
	}},
	{"short argument", "argument 'p' needs 8 bytes and has 4", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "setBuffer:offset:atIndex:", objc.Of(b.a), objc.Unsigned(28), objc.Unsigned(2))
		b.threads(enc, 1)
	}},
	{"no threads", "a dispatch of [0 1 1] threads", func(b *bench) {
		_, enc := b.order()
		b.threads(enc, 0)
	}},
	{"large group", "in groups of [2048 1 1]", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "dispatchThreads:threadsPerThreadgroup:", objc.Extent(1, 1, 1), objc.Extent(2048, 1, 1))
	}},
	{"missing residency", "by its address and useResource: was not sent", func(b *bench) {
		far := b.send(b.buffer(4), "gpuAddress").Num
		b.words[2], b.words[3] = uint32(far), uint32(far>>32)
		_, enc := b.order()
		b.threads(enc, 1)
	}},
	{"usage", "useResource: usage 0", func(b *bench) {
		_, enc := b.order()
		b.send(enc, "useResource:usage:", objc.Of(b.a), objc.Unsigned(0))
	}},
	{"host writes in flight", "the host wrote to the buffer at index 0 while the GPU had it", func(b *bench) {
		order, enc := b.order()
		b.threads(enc, 1)
		b.send(enc, "endEncoding")
		b.send(order, "addCompletedHandler:", objc.Handler(b.block))
		b.send(order, "commit")
		time.Sleep(50 * time.Millisecond) // the dispatch hangs until Close
		b.words[1] = 1
		b.c.(*calls).s.Close()
		b.send(b.device, "name")
	}},

	{"fast math", "with fast math", func(b *bench) {
		opt := b.send(b.c.Class("MTLCompileOptions"), "new").ID
		b.send(opt, "setLanguageVersion:", objc.Unsigned(3<<16))
		var bad objc.ID
		b.send(b.device, "newLibraryWithSource:options:error:", b.text(adds), objc.Of(opt), objc.ErrorTo(&bad))
	}},
	{"no compile options", "fast math is on", func(b *bench) {
		var bad objc.ID
		b.send(b.device, "newLibraryWithSource:options:error:", b.text(adds), objc.Of(0), objc.ErrorTo(&bad))
	}},
	{"type of a constant", "a function constant of type 34", func(b *bench) {
		values := b.send(b.c.Class("MTLFunctionConstantValues"), "new").ID
		b.send(values, "setConstantValue:type:atIndex:", objc.Memory(make([]byte, 4)), objc.Unsigned(34), objc.Unsigned(0))
	}},
	{"short constant", "from 2 bytes", func(b *bench) {
		values := b.send(b.c.Class("MTLFunctionConstantValues"), "new").ID
		b.send(values, "setConstantValue:type:atIndex:", objc.Memory(make([]byte, 2)), objc.Unsigned(33), objc.Unsigned(0))
	}},
	{"pipeline without function", "a pipeline without a function", func(b *bench) {
		desc := b.send(b.c.Class("MTLComputePipelineDescriptor"), "new").ID
		var bad objc.ID
		b.send(b.device, "newComputePipelineStateWithDescriptor:options:reflection:error:", objc.Of(desc), objc.Unsigned(0), objc.Nothing(), objc.ErrorTo(&bad))
	}},
	{"private storage", "cannot see what is not in shared storage", func(b *bench) {
		b.send(b.device, "newBufferWithLength:options:", objc.Unsigned(4), objc.Unsigned(32))
	}},
	{"empty buffer", "a buffer of 0 bytes", func(b *bench) { b.buffer(0) }},
	{"behind the buffer", "9 words of a buffer of 8", func(b *bench) { b.c.Words(b.send(b.a, "contents").Num, 9) }},
	{"no address", "is the address of no buffer", func(b *bench) { b.c.Words(16, 1) }},
	{"behind the array", "objectAtIndex: 1 of 1", func(b *bench) {
		all := b.c.Call("MTLCopyAllDevices").ID
		b.send(all, "objectAtIndex:", objc.Unsigned(1))
	}},
}

// TestFaults commits each fault; the call must panic with it, and every later call too.
func TestFaults(t *testing.T) {
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			sys := New(Options{Dispatch: func(int) Accident { return Accident{Hang: f.name == "host writes in flight"} }, Patience: 100 * time.Millisecond})
			expectFault(t, f.want, func() { sys.Do(func(c objc.Calls) { f.do(open(c)) }) })
			if sys.Fault() == nil {
				t.Error("the fault is not kept")
			}
			expectFault(t, f.want, func() { sys.Do(func(c objc.Calls) { c.Class("NSString") }) })
			if err := sys.Close(); err == nil || !strings.Contains(err.Error(), f.want) {
				t.Errorf("Close says %v", err)
			}
		})
	}
}

func expectFault(t *testing.T, want string, do func()) {
	t.Helper()
	defer func() {
		t.Helper()
		r := recover()
		if f, ok := r.(*objc.Fault); !ok || !strings.Contains(f.Text, want) {
			t.Errorf("%v, expected a fault %q", r, want)
		}
	}()
	do()
}

// TestPool uses a pool's object after the pool, and its calls after Do.
func TestPool(t *testing.T) {
	sys := New(Options{})
	var kept objc.ID
	var calls objc.Calls
	sys.Do(func(c objc.Calls) { kept, calls = (&bench{c: c}).text("a").ID, c })
	expectFault(t, "use after release of a NSString", func() { sys.Do(func(c objc.Calls) { c.Send(kept, "UTF8String") }) })
	sys = New(Options{})
	sys.Do(func(c objc.Calls) { calls = c })
	expectFault(t, "after its autorelease pool has ended", func() { calls.Class("NSString") })
	// Retained, it outlives the pool.
	sys = New(Options{})
	sys.Do(func(c objc.Calls) {
		kept = (&bench{c: c}).text("a").ID
		c.Send(kept, "retain")
	})
	sys.Do(func(c objc.Calls) {
		if s := c.Send(kept, "UTF8String").Text; s != "a" {
			t.Errorf("the string is %q", s)
		}
		c.Send(kept, "release")
	})
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
}

// TestLeak closes with an object that nobody gave back, and with an encoder that was never ended.
func TestLeak(t *testing.T) {
	sys := New(Options{Patience: 50 * time.Millisecond})
	sys.Do(func(c objc.Calls) {
		b := open(c)
		b.buffer(4)
		b.close()
	})
	if err := sys.Close(); err == nil || !strings.Contains(err.Error(), "leak: a MTLBuffer (made at fake_test.go:") {
		t.Errorf("Close says %v", err)
	}
	sys = New(Options{})
	expectFault(t, "is gone without endEncoding", func() {
		sys.Do(func(c objc.Calls) {
			b := open(c)
			b.order()
		})
	})
}

// TestResident: a buffer that is reached by its address, and said to be.
func TestResident(t *testing.T) {
	sys := New(Options{})
	sys.Do(func(c objc.Calls) {
		b := open(c)
		defer b.close()
		other := b.buffer(4)
		defer b.send(other, "release")
		far := b.send(other, "gpuAddress").Num
		b.words[2], b.words[3] = uint32(far), uint32(far>>32)
		order, enc := b.order()
		b.send(enc, "useResource:usage:", objc.Of(other), objc.Unsigned(1))
		b.threads(enc, 1)
		b.run(order, enc)
	})
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
}

// TestAccidents: what a device may do comes as errors, not as faults.
func TestAccidents(t *testing.T) {
	say := func(b *bench, id objc.ID) string {
		if id == 0 {
			return ""
		}
		return b.send(b.send(id, "localizedDescription").ID, "UTF8String").Text
	}
	sys := New(Options{Library: func(source string) Failure { return Failure{Text: "no", Empty: strings.Contains(source, "empty")} }})
	sys.Do(func(c objc.Calls) {
		b := &bench{c: c, device: c.Call("MTLCreateSystemDefaultDevice").ID}
		defer b.send(b.device, "release")
		if lib, bad := b.library(adds); lib != 0 || !strings.Contains(say(b, bad), "no") {
			t.Errorf("library %d, %q", lib, say(b, bad))
		}
		if lib, bad := b.library("kernel nonsense"); lib != 0 || !strings.Contains(say(b, bad), "program_source:1:") {
			t.Errorf("library %d, %q", lib, say(b, bad))
		}
	})
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
	// A kernel that runs out of its memory, one that is wrecked, and what comes after it.
	n := 0
	sys = New(Options{Dispatch: func(at int) Accident {
		n++
		return []Accident{{}, {Code: 2, Text: "timeout", Wreck: true}, {}}[at]
	}})
	sys.Do(func(c objc.Calls) {
		b := open(c)
		defer b.close()
		for i, want := range []struct {
			status uint64
			text   string
			word   uint32
		}{{4, "", 15}, {5, "timeout", garbage}, {5, "Ignored", garbage}} {
			order, enc := b.order()
			b.threads(enc, 1)
			b.run(order, enc)
			if s, why := b.send(order, "status").Num, say(b, b.send(order, "error").ID); s != want.status || !strings.HasPrefix(why, want.text) || b.words[0] != want.word {
				t.Errorf("dispatch %d: status %d, %q, %#x", i, s, why, b.words[0])
			}
		}
	})
	if n != 2 {
		t.Errorf("%d dispatches were asked for, expected 2", n)
	}
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
}

// TestGuard: rows that the runtime disagrees with end in an error of Do, before the message is sent.
func TestGuard(t *testing.T) {
	wrong := func(m *objc.Method, enc string) string {
		if m.Selector == "newCommandQueue" {
			return "v16@0:8"
		}
		return enc
	}
	sys := New(Options{Encoding: wrong})
	err := objc.Guard(sys).Do(func(c objc.Calls) {
		dev := c.Call("MTLCreateSystemDefaultDevice").ID
		defer c.Send(dev, "release")
		if n, err := objc.Verify(c, "MTLDevice", dev); n < 10 || err == nil || !strings.Contains(err.Error(), "-[MTLDevice newCommandQueue] gives a void, not a object") {
			t.Errorf("%d rows: %v", n, err)
		}
		if n, err := objc.Verify(c, "MTLCompileOptions", dev); n != 4 || err == nil || !strings.Contains(err.Error(), "setLanguageVersion:] does not exist here") {
			t.Errorf("%d rows: %v", n, err)
		}
		c.Send(dev, "newCommandQueue")
		t.Error("the message was sent")
	})
	if err == nil || !strings.Contains(err.Error(), "newCommandQueue] gives a void") {
		t.Errorf("Do says %v", err)
	}
	if err := objc.Guard(sys).Do(func(c objc.Calls) { c.Send(c.Class("NSString"), "UTF8String") }); err == nil || !strings.Contains(err.Error(), "does not respond") {
		t.Errorf("Do says %v", err)
	}
	if err := objc.Guard(sys).Do(func(c objc.Calls) { c.Send(0, "release") }); err == nil || !strings.Contains(err.Error(), "nil") {
		t.Errorf("Do says %v", err)
	}
	if err := objc.Guard(sys).Do(func(c objc.Calls) { c.Send(c.Class("NSString"), "nonsense") }); err == nil || !strings.Contains(err.Error(), "no row") {
		t.Errorf("Do says %v", err)
	}
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
}

// TestOld: optional selectors are not there on an old macOS, and asking is allowed.
func TestOld(t *testing.T) {
	for _, old := range []bool{false, true} {
		New(Options{Old: old}).Do(func(c objc.Calls) {
			opt := c.Send(c.Class("MTLCompileOptions"), "new").ID
			if has := c.Send(opt, "respondsToSelector:", objc.Name("setMathMode:")).Num != 0; has == old {
				t.Errorf("old %v has setMathMode: %v", old, has)
			}
		})
	}
	expectFault(t, "does not respond to setMathMode:", func() {
		New(Options{Old: true}).Do(func(c objc.Calls) {
			c.Send(c.Send(c.Class("MTLCompileOptions"), "new").ID, "setMathMode:", objc.Signed(0))
		})
	})
}
