package metal

import (
	"fmt"

	"github.com/gpga/gpga/runtime/metal/objc"
)

// device is a Metal device with what lives as long as the engine.
type device struct {
	id        objc.ID
	queue     objc.ID
	orders    objc.ID // the command buffers' descriptor
	handler   objc.ID // block: a command buffer has ended
	done      chan objc.ID
	name      string
	maxBuffer uint64 // bytes
	target    Target
}

// buffer is memory that both sides see.
type buffer struct {
	id    objc.ID
	words []uint32
}

// errorsWithEncoders asks for errors that tell which encoder failed (MTLCommandBufferErrorOptionEncoderExecutionStatus).
const errorsWithEncoders = 1

// openDevice takes the machine's device. The rows of the table for the objects that it makes are compared with the methods
// that they have.
func openDevice(sys objc.System) (*device, error) {
	d := &device{done: make(chan objc.ID, 16)}
	var err error
	if fault := sys.Do(func(c objc.Calls) { err = d.open(c) }); fault != nil {
		err = fault
	}
	if err != nil {
		d.close(sys)
		return nil, fmt.Errorf("the metal engine cannot start: %w", err)
	}
	return d, nil
}

func (d *device) open(c objc.Calls) error {
	if d.id = c.Call("MTLCreateSystemDefaultDevice").ID; d.id == 0 {
		// A process without a window may have no default device and have devices all the same.
		all := c.Call("MTLCopyAllDevices").ID
		if all == 0 {
			return ErrNoDevice
		}
		defer c.Send(all, "release")
		if c.Send(all, "count").Num == 0 {
			return ErrNoDevice
		}
		d.id = c.Send(c.Send(all, "objectAtIndex:", objc.Unsigned(0)).ID, "retain").ID
	}
	if _, err := objc.Verify(c, "MTLDevice", d.id); err != nil {
		return err
	}
	d.name = text(c, c.Send(d.id, "name").ID)
	d.maxBuffer = c.Send(d.id, "maxBufferLength").Num
	d.inspect(c)
	if d.queue = c.Send(d.id, "newCommandQueue").ID; d.queue == 0 {
		return fmt.Errorf("the device %s gives no command queue", d.name)
	}
	if _, err := objc.Verify(c, "MTLCommandQueue", d.queue); err != nil {
		return err
	}
	class := c.Class("MTLCommandBufferDescriptor")
	if class == 0 {
		return fmt.Errorf("this macOS is too old: it has no MTLCommandBufferDescriptor")
	}
	d.orders = c.Send(class, "new").ID
	c.Send(d.orders, "setErrorOptions:", objc.Unsigned(errorsWithEncoders))
	d.handler = c.Block("completed", func(c objc.Calls, args []objc.Value) {
		// Who is not waited for any more is left out; the id is compared and never used as an object.
		select {
		case d.done <- args[0].ID:
		default:
		}
	})
	return nil
}

// text reads an NSString; nil is "".
func text(c objc.Calls, s objc.ID) string {
	if s == 0 {
		return ""
	}
	return c.Send(s, "UTF8String").Text
}

// nsstring makes an NSString that lives as long as the pool.
func nsstring(c objc.Calls, s string) objc.Value {
	return objc.Of(c.Send(c.Class("NSString"), "stringWithUTF8String:", objc.Text(s)).ID)
}

// newBuffer makes a buffer of room words that begins with words; the rest is zero.
func (d *device) newBuffer(sys objc.System, words []uint32, room uint64) (buffer, error) {
	var b buffer
	room = max(room, uint64(len(words)), 4)
	fault := sys.Do(func(c objc.Calls) {
		// Options 0: shared storage, cached, with hazards tracked.
		if b.id = c.Send(d.id, "newBufferWithLength:options:", objc.Unsigned(4*room), objc.Unsigned(0)).ID; b.id != 0 {
			b.words = c.Words(c.Send(b.id, "contents").Num, room)
		}
	})
	if fault != nil {
		d.release(sys, b.id)
		return buffer{}, fault
	}
	if b.id == 0 {
		return buffer{}, fmt.Errorf("the device gives no buffer of %d MiB", room>>18)
	}
	clear(b.words[copy(b.words, words):])
	return b, nil
}

// release gives objects back; 0 is none.
func (d *device) release(sys objc.System, ids ...objc.ID) {
	sys.Do(func(c objc.Calls) {
		for _, id := range ids {
			if id != 0 {
				c.Send(id, "release")
			}
		}
	})
}

func (d *device) close(sys objc.System) {
	d.release(sys, d.handler, d.orders, d.queue, d.id)
	d.handler, d.orders, d.queue, d.id = 0, 0, 0, 0
}
