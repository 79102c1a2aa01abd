package cpu

import (
	"fmt"

	"github.com/gpga/gpga/codegen/layout"
)

// Device runs several instances in one arena, a thread after the other: what a GPU does at once. It is what sim.Batch drives.
type Device struct {
	m *Module
	kernels
	slots  uint32 // words between neighbouring slots of an instance
	arena  *Buffer
	tab    *Buffer
	params *Buffer
}

// Device makes a device of c, the kernel that belongs to the tables t.
func (c *Code) Device(t *layout.Tables) (*Device, error) {
	m, err := c.Module()
	if err != nil {
		return nil, err
	}
	d := &Device{m: m, slots: c.slots}
	if err = d.find(m, t); err == nil {
		if d.tab, err = m.NewBuffer(uint64(max(len(t.Words), 1))); err == nil {
			copy(d.tab.Words(), t.Words)
			if d.params, err = m.NewBuffer(2); err == nil {
				d.arena, err = m.NewBuffer(1)
			}
		}
	}
	if err != nil {
		m.Close()
		return nil, fmt.Errorf("the design's tables do not fit: %w", err)
	}
	return d, nil
}

// Memory is the arena.
func (d *Device) Memory() []uint32 { return d.arena.Words() }

// Resize makes the arena words long.
func (d *Device) Resize(words uint64) error { return d.arena.Grow(words) }

// Dispatch runs the threads. The first that traps ends it.
func (d *Device) Dispatch(threads, stride, budget uint32) error {
	w := d.params.Words()
	w[0], w[1] = budget, stride
	for i := range threads {
		call := func(k int) error { return d.step[k].Call(d.arena, d.tab, d.params, i) }
		state := func() layout.State { return layout.Strided(d.Memory(), i*stride, d.slots, stride) }
		if err := d.steps.Run(state, budget, call); err != nil {
			return fmt.Errorf("instance %d: %w", i, err)
		}
	}
	return nil
}

// Close releases the memory.
func (d *Device) Close() error { return d.m.Close() }
