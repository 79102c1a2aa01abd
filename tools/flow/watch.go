package flow

import (
	"sync"
	"time"

	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/scheduler/program"
)

// dispatches stands between the simulation and its engine: it notes each call of the kernel, and adds up what the kernel counts.
type dispatches struct {
	simEngine
	b    *Build
	mu   sync.Mutex
	left bool     // the simulation is over; a kernel that was abandoned may still come back
	last []uint32 // the counts in the arena after the call before
}

var _ sim.Engine = (*dispatches)(nil)

// watch puts itself before eng.
func (b *Build) watch(eng simEngine) *dispatches {
	d := &dispatches{simEngine: eng, b: b}
	if at := b.opts.Emit.CountAt; at != 0 {
		b.Counts = make([]uint64, len(b.Program.Segs))
		d.last = make([]uint32, len(b.Program.Segs))
	}
	return d
}

// Step runs the kernel once.
func (d *dispatches) Step(budget uint32) error {
	start := time.Now()
	err := d.simEngine.Step(budget)
	took := time.Since(start)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.left {
		return err
	}
	a := d.simEngine.Arena()
	d.b.Trace.Dispatched(start, took, budget, a[program.HdrStatus], uint64(a[program.HdrTimeLo])|uint64(a[program.HdrTimeHi])<<32)
	if d.last != nil {
		// A count may have gone round once: a dispatch runs far fewer segments than that.
		for i, n := range a[d.b.opts.Emit.CountAt:][:len(d.last)] {
			d.b.Counts[i] += uint64(n - d.last[i])
			d.last[i] = n
		}
	}
	return err
}

// leave ends the watching.
func (d *dispatches) leave() {
	d.mu.Lock()
	d.left = true
	d.mu.Unlock()
}
