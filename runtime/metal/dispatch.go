package metal

import (
	"fmt"
	"time"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/scheduler/program"
)

// Statuses of a command buffer.
const (
	statusCompleted = 4
	statusError     = 5
)

// commandErrors names the codes of MTLCommandBufferErrorDomain.
var commandErrors = map[int64]string{1: "Internal", 2: "Timeout", 3: "PageFault", 4: "AccessRevoked", 7: "NotPermitted", 8: "OutOfMemory", 9: "InvalidResource", 11: "DeviceRemoved", 12: "StackOverflow"}

// LostError is a dispatch after which the device is not to be used any more.
type LostError struct {
	Dispatch int    // its number, from 0
	Domain   string // of the command buffer's error; "" when it has none
	Code     int64
	Text     string
}

func (e *LostError) Error() string {
	if e.Domain == "" {
		return fmt.Sprintf("the GPU is lost: dispatch %d %s", e.Dispatch, e.Text)
	}
	name := commandErrors[e.Code]
	if name != "" {
		name = " (" + name + ")"
	}
	return fmt.Sprintf("the GPU is lost: dispatch %d ended with %s %d%s: %s", e.Dispatch, e.Domain, e.Code, name, e.Text)
}

// Buffer indices of the kernel's arguments.
const (
	atArena  = 0
	atTables = 1
	atParams = 2
)

// maxStarts is how many kernels a dispatch starts at most: one that has nothing to do still takes some microseconds.
const maxStarts = 256

// run lets the instances take at most so many steps. They are threads, whose states begin stride words apart, with so many words
// between neighbouring slots. Where the segments are divided among kernels, that takes as many dispatches as it takes, and an
// instance whose status is not StatusRun stays as it is. It tells how long a dispatch with one start took at most, or any where there
// was none.
func (e *Engine) run(threads, stride, slots, steps uint32, memory func() []uint32) (time.Duration, error) {
	divided := e.line.kernel.Tables.Steps
	if divided == nil {
		took, err := e.dispatch(threads, stride, steps)
		if err == nil {
			e.stats.ran(took)
		}
		return took, err
	}
	state := func(i uint32) layout.State { return layout.Strided(memory(), i*stride, slots, 0) }
	for i := range threads {
		state(i).Set(program.HdrNeed, steps)
	}
	l := e.line
	var one, any time.Duration
	for {
		on := false
		for i := uint32(0); i < threads && !on; i++ {
			if on = state(i).At(program.HdrStatus) == program.StatusRun; on {
				l.first = divided.Next(state(i))
			}
		}
		if !on && any > 0 {
			if one > 0 {
				any = one
			}
			return any, nil
		}
		took, err := e.dispatch(threads, stride, steps)
		if err != nil {
			return any, err
		}
		e.stats.ran(took)
		any = max(any, took, 1)
		if l.starts == 1 {
			one = max(one, took)
		}
		if 2*took < e.o.Target {
			l.starts = min(2*l.starts, maxStarts)
		} else if took > e.o.Target {
			l.starts = max(l.starts/2, 1)
		}
	}
}

// ran takes in that a dispatch took so long.
func (s *Stats) ran(took time.Duration) {
	s.Dispatches++
	s.GPU += took
	s.Longest = max(s.Longest, took)
}

// dispatch keeps the state, runs the kernel once in so many threads, whose states begin stride words apart, for at most steps each,
// and tells how long that took. After an error the arena is not to be trusted, and e.saved is the state.
func (e *Engine) dispatch(threads, stride, steps uint32) (time.Duration, error) {
	e.saved = append(e.saved[:0], e.Arena()...)
	e.params.words[0], e.params.words[1] = steps, stride
	start := time.Now()
	lost := &LostError{Dispatch: e.stats.Dispatches}
	var order objc.ID
	fault := e.sys.Do(func(c objc.Calls) { order = e.commit(c, threads) })
	if fault != nil {
		lost.Text = "could not be sent: " + fault.Error()
		return 0, lost
	}
	if order == 0 {
		lost.Text = "could not be sent: the queue gives no command buffer"
		return 0, lost
	}
	defer e.dev.release(e.sys, order)
	if err := e.dev.wait(order, e.o.Deadline); err != nil {
		lost.Text = fmt.Sprintf("of %d steps %v", steps, err)
		return 0, lost
	}
	wall := time.Since(start)
	var took float64
	fault = e.sys.Do(func(c objc.Calls) {
		status := c.Send(order, "status").Num
		if status == statusCompleted {
			took = c.Send(order, "GPUEndTime").Real - c.Send(order, "GPUStartTime").Real
			lost = nil
			return
		}
		lost.Text = fmt.Sprintf("ended with status %d", status)
		if bad := c.Send(order, "error").ID; bad != 0 {
			lost.Domain, lost.Code = text(c, c.Send(bad, "domain").ID), int64(c.Send(bad, "code").Num)
			lost.Text = text(c, c.Send(bad, "localizedDescription").ID)
		}
	})
	if fault != nil {
		return 0, &LostError{Dispatch: e.stats.Dispatches, Text: "ended, and could not be asked how: " + fault.Error()}
	}
	if lost != nil {
		return 0, lost
	}
	if took <= 0 { // no time stamps
		return wall, nil
	}
	return time.Duration(took * float64(time.Second)), nil
}

// wait waits for the end of a command buffer, but not longer than limit: one that the driver has lost never ends.
func (d *device) wait(order objc.ID, limit time.Duration) error {
	deadline := time.NewTimer(limit)
	defer deadline.Stop()
	for {
		select {
		case id := <-d.done:
			if id == order {
				return nil
			}
		case <-deadline.C:
			return fmt.Errorf("was not heard of for %v", limit)
		}
	}
}

// group is how many threads a threadgroup has at most: those that a GPU runs in step.
const group = 32

// commit sends a dispatch of so many threads off. It returns the command buffer, which the caller owns; 0 when there was none.
func (e *Engine) commit(c objc.Calls, threads uint32) objc.ID {
	order := c.Send(e.dev.queue, "commandBufferWithDescriptor:", objc.Of(e.dev.orders)).ID
	if order == 0 {
		return 0
	}
	enc := c.Send(order, "computeCommandEncoder").ID
	if enc == 0 {
		return 0
	}
	ended := false
	defer func() {
		if !ended { // a fault: an encoder that goes without this ends the program
			c.Send(enc, "endEncoding")
		}
	}()
	for i, b := range map[uint64]objc.ID{atArena: e.arena.id, atTables: e.line.tables.id, atParams: e.params.id} {
		c.Send(enc, "setBuffer:offset:atIndex:", objc.Of(b), objc.Unsigned(0), objc.Unsigned(i))
	}
	// They run one behind the other: the encoder is a serial one.
	for i := range e.line.starts {
		c.Send(enc, "setComputePipelineState:", objc.Of(e.line.pipelines[(e.line.first+i)%len(e.line.pipelines)]))
		c.Send(enc, "dispatchThreads:threadsPerThreadgroup:", objc.Extent(uint64(threads), 1, 1), objc.Extent(uint64(min(threads, group)), 1, 1))
	}
	ended = true
	c.Send(enc, "endEncoding")
	c.Send(order, "addCompletedHandler:", objc.Handler(e.dev.handler))
	c.Send(order, "retain")
	c.Send(order, "commit")
	return order
}
