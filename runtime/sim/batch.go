package sim

import (
	"errors"
	"fmt"
	"sync"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// Device runs several instances at once: their states share one arena, and a dispatch has one thread for each. Thread i's state
// begins at word i*stride, and its words stand as far apart as the kernel was compiled for (its function constant 0).
type Device interface {
	// Memory is the arena, in words. The slice is valid until the next Dispatch or Resize.
	Memory() []uint32
	// Resize makes the arena so many words long, contents kept; what is new is zero.
	Resize(words uint64) error
	// Dispatch runs the kernel once in threads 0 to threads-1, each for at most budget steps.
	Dispatch(threads, stride, budget uint32) error
	// Close frees what the device holds.
	Close() error
}

// Paced is a Device that wants shorter dispatches than the instances do.
type Paced interface {
	Device
	// Most is how many steps the next dispatch should have at most.
	Most() uint32
}

// Order is how the states of several instances lie in one arena.
type Order uint8

const (
	// Major puts one instance after the other: an instance's words stand side by side.
	Major Order = iota
	// Interleaved puts word i of all instances side by side, as lanes of a GPU read them best.
	Interleaved
)

// SlotStride is how far apart an instance's words stand, which the kernel must be compiled for.
func (o Order) SlotStride(instances int) uint32 {
	if o == Interleaved {
		return uint32(instances)
	}
	return 1
}

// maxBatch is the most words that an arena can have: their byte addresses are 32 bits wide.
const maxBatch = 1 << 30

// Batch keeps instances in step on a Device: each is an Engine of its own, to be simulated in a goroutine of its own, and a
// dispatch starts when all that have not ended wait for one. Results do not depend on what the others do.
//
// Between dispatches the instances are served side by side; only one that needs more memory waits until the others are done.
type Batch struct {
	dev    Device
	order  Order
	n      uint32
	room   uint64 // words that each instance has
	limit  uint64 // words for all
	lanes  []*lane
	memory sync.RWMutex // read: an instance is being served; write: memory moves

	mu      sync.Mutex
	turn    *sync.Cond
	live    int // lanes not closed
	waiting int // lanes in Step
	budget  uint32
	round   uint64
	ran     uint32
	failed  error
	dead    bool
}

// lane is one instance of a Batch.
type lane struct {
	b      *Batch
	i      uint32
	used   uint32 // words
	ran    uint32
	closed bool
}

// NewBatch puts n instances of p, whose kernel has the tables t, into the memory of dev. It checks that they fit into limit bytes
// (0: what addresses can reach) before it asks for memory.
func NewBatch(dev Device, p *program.Program, t *layout.Tables, n int, order Order, limit uint64) (*Batch, error) {
	image := layout.NewArena(p, t, layout.DefaultSizes(p))
	words := uint64(len(image))
	b := &Batch{dev: dev, order: order, n: uint32(n), room: words, limit: maxBatch, live: n}
	if limit != 0 {
		b.limit = min(b.limit, limit/4)
	}
	b.turn = sync.NewCond(&b.mu)
	if n < 1 || n > maxBatch {
		return nil, fmt.Errorf("%d instances cannot be run", n)
	}
	if err := b.fits(words); err != nil {
		return nil, err
	}
	if err := dev.Resize(words * uint64(n)); err != nil {
		return nil, fmt.Errorf("%d instances with %d bytes of state each: %w", n, 4*words, err)
	}
	for i := range uint32(n) {
		l := &lane{b: b, i: i, used: uint32(words)}
		b.lanes = append(b.lanes, l)
		l.State().Put(0, image)
		b.memory.RLock() // until its first Step
	}
	return b, nil
}

// fits tells whether every instance can have so many words.
func (b *Batch) fits(words uint64) error {
	if words <= b.limit/uint64(b.n) {
		return nil
	}
	return fmt.Errorf("%d instances with %d bytes of state each need %s, more than the %s that they may have", b.n, 4*words, size(4*words*uint64(b.n)), size(4*b.limit))
}

// size writes a number of bytes, rounded up.
func size(bytes uint64) string {
	if bytes >= 1<<20 {
		return fmt.Sprintf("%d MiB", (bytes+1<<20-1)>>20)
	}
	return fmt.Sprintf("%d KiB", (bytes+1<<10-1)>>10)
}

// Engine is instance i. Its Close ends the instance: the others go on without it.
func (b *Batch) Engine(i int) Shared { return b.lanes[i] }

// Close frees the device, once all instances are closed.
func (b *Batch) Close() error { return b.dev.Close() }

// stride is how far apart the instances' first words stand.
func (b *Batch) stride() uint32 {
	if b.order == Interleaved {
		return 1
	}
	return uint32(b.room)
}

func (l *lane) State() layout.State {
	b := l.b
	return layout.Strided(b.dev.Memory(), l.i*b.stride(), b.order.SlotStride(int(b.n)), l.used)
}

func (l *lane) Arena() []uint32 { s := l.State(); return s.Words(0, s.Len()) }

func (l *lane) Extend(words uint32) ([]uint32, error) {
	s, err := l.ExtendState(words)
	return s.Words(0, s.Len()), err
}

func (l *lane) Ran() uint32 { return l.ran }

// ExtendState takes what room the instance has left, or makes room in all of them: they stay of one size.
func (l *lane) ExtendState(words uint32) (layout.State, error) {
	b := l.b
	b.memory.RUnlock()
	b.memory.Lock()
	err := b.extend(l, uint64(l.used)+uint64(words))
	b.memory.Unlock()
	b.memory.RLock()
	return l.State(), err
}

func (b *Batch) extend(l *lane, need uint64) error {
	if need > b.room {
		room := max(need, min(b.room+b.room/2, b.limit/uint64(b.n)))
		if err := b.fits(room); err != nil {
			return errors.New("out of memory for the simulation's state: " + err.Error())
		}
		if err := b.dev.Resize(room * uint64(b.n)); err != nil {
			return fmt.Errorf("out of memory for the simulation's state: %w", err)
		}
		if b.order == Major { // the last moves first, so that nothing is overwritten
			m, old := b.dev.Memory(), b.room
			for i := uint64(b.n) - 1; i > 0; i-- {
				copy(m[i*room:i*room+old], m[i*old:(i+1)*old])
			}
			for i := range uint64(b.n) {
				clear(m[i*room+old : (i+1)*room])
			}
		}
		b.room = room
	}
	l.used = uint32(need)
	return nil
}

// Step waits for the other instances, and for the dispatch that runs all of them.
func (l *lane) Step(budget uint32) error {
	b := l.b
	b.memory.RUnlock()
	defer b.memory.RLock()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.waiting == 0 || budget < b.budget {
		b.budget = budget
	}
	b.waiting++
	for round := b.round; round == b.round; {
		if b.waiting == b.live {
			b.dispatch()
		} else {
			b.turn.Wait()
		}
	}
	l.ran = b.ran
	return b.failed
}

// dispatch runs all instances once. The lock is held: the others wait.
func (b *Batch) dispatch() {
	for _, l := range b.lanes {
		if l.closed { // it comes back at once with STATUS_STOP
			l.State().Set(program.HdrFinish, 2)
		}
	}
	if d, ok := b.dev.(Paced); ok {
		b.budget = min(b.budget, d.Most())
	}
	if !b.dead {
		b.failed = b.dev.Dispatch(b.n, b.stride(), b.budget)
		b.dead = b.failed != nil
	}
	b.ran, b.waiting = b.budget, 0
	b.round++
	b.turn.Broadcast()
}

// Close ends the instance.
func (l *lane) Close() error {
	b := l.b
	b.mu.Lock()
	defer b.mu.Unlock()
	if l.closed {
		return nil
	}
	l.closed = true
	b.memory.RUnlock()
	b.live--
	if b.live > 0 && b.waiting == b.live {
		b.dispatch()
	}
	return nil
}
