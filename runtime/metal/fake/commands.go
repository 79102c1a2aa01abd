package fake

import (
	"encoding/binary"
	"errors"
	"slices"
	"time"

	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// Statuses of a command buffer.
const (
	statusNew       = 0
	statusCommitted = 2
	statusCompleted = 4
	statusError     = 5
)

// queue runs its command buffers one after the other.
type queue struct {
	last chan struct{} // closed when the latest one has ended
}

type command struct {
	queue      *queue
	status     uint64
	start, end float64
	err        *object
	open       *object // the encoder that is not ended
	handlers   []func(c objc.Calls, args []objc.Value)
	jobs       []*job
}

type binding struct {
	buffer *object
	offset uint64 // bytes
	bytes  []byte // setBytes
}

type encoder struct {
	command *object
	ended   bool
	line    *object
	bind    [maxIndex + 1]*binding
	used    []*object
}

// job is one dispatch.
type job struct {
	fn      *function
	params  []int // buffer indices of the kernel's arguments, -1 for the thread's position
	bind    [maxIndex + 1]*binding
	threads uint64
}

func newQueue(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
	done := make(chan struct{})
	close(done)
	return c.giveLocked(m, c.s.makeLocked("MTLCommandQueue", &queue{done}, o))
}

// fresh is the command of o, which must not be committed.
func uncommitted(c *calls, o *object, what string) *command {
	b := o.data.(*command)
	if b.status != statusNew {
		c.s.failLocked("%s after commit", what)
	}
	return b
}

// encoding is the encoder of o, which must not be ended.
func encoding(c *calls, o *object, what string) *encoder {
	e := o.data.(*encoder)
	if e.ended {
		c.s.failLocked("%s after endEncoding", what)
	}
	return e
}

func slot(c *calls, e *encoder, index uint64) **binding {
	if index > maxIndex {
		c.s.failLocked("buffer index %d: %d is the last", index, maxIndex)
	}
	return &e.bind[index]
}

// init's map of actions takes these in.
var commandActions = map[string]action{
	"MTLCommandQueue commandBufferWithDescriptor:": func(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
		return c.giveLocked(m, c.s.makeLocked("MTLCommandBuffer", &command{queue: o.data.(*queue)}, o))
	},
	"MTLCommandBuffer computeCommandEncoder": func(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
		b := uncommitted(c, o, "computeCommandEncoder")
		if b.open != nil {
			c.s.failLocked("a second encoder while one (made at %s) is not ended", b.open.born)
		}
		b.open = c.s.makeLocked("MTLComputeCommandEncoder", &encoder{command: o}, o)
		return c.giveLocked(m, b.open)
	},
	"MTLCommandBuffer addCompletedHandler:": set(func(c *calls, o *object, args []objc.Value) {
		b := uncommitted(c, o, "addCompletedHandler:")
		block := c.s.objects[args[0].ID]
		block.held++
		o.deps = append(o.deps, block)
		b.handlers = append(b.handlers, block.data.(func(c objc.Calls, args []objc.Value)))
	}),
	"MTLCommandBuffer commit": set(func(c *calls, o *object, _ []objc.Value) {
		b := uncommitted(c, o, "commit")
		if b.open != nil {
			c.s.failLocked("commit while an encoder (made at %s) is not ended", b.open.born)
		}
		b.status = statusCommitted
		o.held++
		c.s.doing++
		before, done := b.queue.last, make(chan struct{})
		b.queue.last = done
		go c.s.execute(o, b, before, done)
	}),
	"MTLCommandBuffer status": number(func(c *calls, o *object) uint64 { return o.data.(*command).status }),
	"MTLCommandBuffer error": func(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
		return c.giveLocked(m, o.data.(*command).err)
	},
	"MTLCommandBuffer GPUStartTime": func(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
		return objc.Value{Kind: objc.Double, Real: o.data.(*command).start}
	},
	"MTLCommandBuffer GPUEndTime": func(c *calls, m *objc.Method, o *object, _ []objc.Value) objc.Value {
		return objc.Value{Kind: objc.Double, Real: o.data.(*command).end}
	},

	"MTLComputeCommandEncoder setComputePipelineState:": set(func(c *calls, o *object, args []objc.Value) {
		e := encoding(c, o, "setComputePipelineState:")
		e.line = c.s.objects[args[0].ID]
		hold(e.command, e.line)
	}),
	"MTLComputeCommandEncoder setBuffer:offset:atIndex:": set(func(c *calls, o *object, args []objc.Value) {
		e := encoding(c, o, "setBuffer:")
		b := c.s.objects[args[0].ID]
		if n := uint64(4 * len(b.data.(*memory).words)); args[1].Num >= n || args[1].Num%4 != 0 {
			c.s.failLocked("setBuffer: offset %d of %d bytes", args[1].Num, n)
		}
		*slot(c, e, args[2].Num) = &binding{buffer: b, offset: args[1].Num}
		hold(e.command, b)
	}),
	"MTLComputeCommandEncoder setBytes:length:atIndex:": set(func(c *calls, o *object, args []objc.Value) {
		e := encoding(c, o, "setBytes:")
		n := args[1].Num
		if n == 0 || n > 4096 || n > uint64(len(args[0].Data)) || n%4 != 0 {
			c.s.failLocked("setBytes: %d bytes of %d; 4096 are the most", n, len(args[0].Data))
		}
		*slot(c, e, args[2].Num) = &binding{bytes: slices.Clone(args[0].Data[:n])}
	}),
	"MTLComputeCommandEncoder useResource:usage:": set(func(c *calls, o *object, args []objc.Value) {
		e := encoding(c, o, "useResource:")
		if args[1].Num&^3 != 0 || args[1].Num == 0 {
			c.s.failLocked("useResource: usage %d", args[1].Num)
		}
		b := c.s.objects[args[0].ID]
		e.used = append(e.used, b)
		hold(e.command, b)
	}),
	"MTLComputeCommandEncoder dispatchThreads:threadsPerThreadgroup:": set(dispatch),
	"MTLComputeCommandEncoder endEncoding": set(func(c *calls, o *object, _ []objc.Value) {
		e := encoding(c, o, "endEncoding")
		e.ended = true
		e.command.data.(*command).open = nil
	}),
}

// hold makes a command buffer keep o until it is gone.
func hold(command, o *object) {
	o.held++
	command.deps = append(command.deps, o)
}

func dispatch(c *calls, o *object, args []objc.Value) {
	e := encoding(c, o, "dispatchThreads:")
	if e.line == nil {
		c.s.failLocked("a dispatch without a pipeline")
	}
	n, group := args[0].Size, args[1].Size
	all, per := n[0]*n[1]*n[2], group[0]*group[1]*group[2]
	if all == 0 || per == 0 || per > maxThreads || n[1] != 1 || n[2] != 1 {
		c.s.failLocked("a dispatch of %v threads in groups of %v", n, group)
	}
	line := e.line.data.(*pipeline)
	j := &job{fn: line.fn, bind: e.bind, threads: all}
	reach := slices.Clone(e.used)
	for _, p := range line.params {
		j.params = append(j.params, p.Buffer)
		if p.Buffer < 0 {
			continue
		}
		b := e.bind[p.Buffer]
		if b == nil {
			c.s.failLocked("the kernel's argument '%s' has no buffer at index %d", p.Name, p.Buffer)
		}
		size := uint64(len(b.bytes))
		if b.buffer != nil {
			size = uint64(4*len(b.buffer.data.(*memory).words)) - b.offset
			reach = append(reach, b.buffer)
		}
		if size < uint64(p.Bytes) {
			c.s.failLocked("the kernel's argument '%s' needs %d bytes and has %d", p.Name, p.Bytes, size)
		}
	}
	c.residentLocked(j, reach)
	b := e.command.data.(*command)
	b.jobs = append(b.jobs, j)
}

// residentLocked looks for addresses of buffers in what the kernel can read: whoever puts them there has to say so.
func (c *calls) residentLocked(j *job, reach []*object) {
	for _, o := range c.s.objects {
		b, ok := o.data.(*memory)
		if !ok || b.gpu == 0 || o.dead || slices.Contains(reach, o) {
			continue
		}
		for _, r := range reach {
			words := r.data.(*memory).words
			for i := 0; i+1 < len(words); i++ {
				if words[i] == uint32(b.gpu) && words[i+1] == uint32(b.gpu>>32) {
					c.s.failLocked("the kernel can reach a buffer (made at %s) by its address and useResource: was not sent", o.born)
				}
			}
		}
	}
}

// words is what a binding shows to the kernel.
func (b *binding) words() []uint32 {
	if b.buffer != nil {
		return b.buffer.data.(*memory).words[b.offset/4:]
	}
	w := make([]uint32, len(b.bytes)/4)
	for i := range w {
		w[i] = binary.LittleEndian.Uint32(b.bytes[4*i:])
	}
	return w
}

var began = time.Now()

// execute runs a command buffer and tells its handlers.
func (s *System) execute(o *object, b *command, before, done chan struct{}) {
	<-before
	start := time.Since(began).Seconds()
	end := start
	code, why := int64(0), ""
	for _, j := range b.jobs {
		took := 0.0
		if took, code, why = s.run(j); code != 0 {
			break
		}
		end += took
	}
	s.mu.Lock()
	b.status, b.start, b.end = statusCompleted, start, end
	if code != 0 {
		b.status = statusError
		b.err = s.makeLocked("NSError", &nserror{"MTLCommandBufferErrorDomain", code, why})
		b.err.held++
		o.deps = append(o.deps, b.err)
		s.lost = true
	}
	s.mu.Unlock()
	close(done)
	func() {
		defer func() {
			if r := recover(); r != nil {
				if _, ok := r.(*objc.Fault); !ok {
					panic(r)
				}
			}
		}()
		for _, h := range b.handlers {
			s.Do(func(c objc.Calls) {
				s.mu.Lock()
				c.(*calls).autoreleaseLocked(o)
				s.mu.Unlock()
				h(c, []objc.Value{objc.Of(o.id)})
			})
		}
	}()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dropLocked(o)
	s.doing--
}

// run runs one dispatch: how long it took, and the error that it ended with.
func (s *System) run(j *job) (seconds float64, code int64, why string) {
	s.mu.Lock()
	n := s.dispatchN
	s.dispatchN++
	s.stats.Dispatches++
	lost := s.lost
	s.mu.Unlock()
	if lost {
		return 0, 4, "Ignored (for causing prior/excessive GPU errors)"
	}
	var a Accident
	if s.opt.Dispatch != nil {
		a = s.opt.Dispatch(n)
	}
	start := time.Now()
	var now, before, after [][]uint32
	for _, i := range j.params {
		if i < 0 {
			continue
		}
		now = append(now, j.bind[i].words())
		before = append(before, slices.Clone(now[len(now)-1]))
	}
	after = before
	if !a.Trap {
		var err error
		if after, err = compute(j, before); err != nil {
			code, why = 1, err.Error()
			var trap *cpu.Trap
			if errors.As(err, &trap) {
				code = 3
			}
		}
	}
	if a.Hang {
		select {
		case <-a.Until:
		case <-s.closing:
		}
	}
	for i, w := range now {
		if j.bind[j.params[i]].buffer != nil && !slices.Equal(w, before[i]) {
			s.mu.Lock()
			if s.fault == nil {
				s.fault = objc.Faultf("the host wrote to the buffer at index %d while the GPU had it", j.params[i])
			}
			s.mu.Unlock()
			return 0, 1, s.fault.Text
		}
		if !slices.Equal(after[i], before[i]) {
			copy(w, after[i])
			if a.Wreck {
				for k := range w {
					w[k] = garbage * uint32(k+1)
				}
			}
		}
	}
	seconds = time.Since(start).Seconds()
	if s.opt.Seconds != nil {
		seconds = s.opt.Seconds(before)
	}
	if a.Code != 0 {
		code, why = a.Code, a.Text
	}
	return seconds, code, why
}
