package layout

import (
	"fmt"

	"github.com/gpga/gpga/scheduler/program"
)

// Sizes are the first capacities of the regions that may grow, in words.
type Sizes struct {
	Heap   uint32
	NBA    uint32
	Strobe uint32
	Svc    uint32
	Pool   uint32
}

// RoomSegs is how many segments run between two looks at the room that is left, where there is enough.
const RoomSegs = 16

// DefaultSizes are roomy for p: some turns of RoomSegs segments, each with all that any one needs.
func DefaultSizes(p *program.Program) Sizes {
	at := func(least, need uint32) uint32 { return max(least, min(4*RoomSegs*need, 1<<18), 2*need+64) }
	delayed := uint32(0)
	for _, n := range p.Nodes {
		if n.Commit != program.NoSeg {
			delayed++
		}
	}
	return Sizes{
		Heap:   at(256, p.Need.HeapEvents) + delayed + uint32(len(p.Procs)),
		NBA:    at(4096, p.Need.NBAWords),
		Strobe: at(256, p.Need.StrobeWords),
		Svc:    at(16384, p.Need.SvcWords+64),
		Pool:   at(4096, p.Need.PoolWords),
	}
}

// PostThread is the address of the thread block that stands for "no thread" while postponed work runs.
func PostThread(p *program.Program) uint32 { return p.Layout.FixedWords }

// WideScratch is the address of the words that wide division and power work in.
func WideScratch(p *program.Program) uint32 { return p.Layout.FixedWords + program.ThWords }

// wideScratchWords is how many of them p needs.
func wideScratchWords(p *program.Program) uint32 {
	n := uint32(0)
	for i := range p.Code {
		in := &p.Code[i]
		if in.W > 64 && (in.Op == program.OpDiv || in.Op == program.OpMod || in.Op == program.OpPow) {
			n = max(n, 4*((in.W+31)/32))
		}
	}
	return n
}

// Fixed is the number of words before the regions that may grow. It is the same in every form.
func Fixed(p *program.Program) uint32 {
	n := NewNotes(p, false)
	return n.At + n.words()
}

// StrobeNeed is what a segment of p can add to the strobe log, marks of the monitor included: one for each $monitor it calls,
// and one.
func StrobeNeed(p *program.Program) uint32 {
	n := p.Need.StrobeWords
	for i := range p.Code {
		if p.Code[i].Op == program.OpMonitor {
			n += 2
		}
	}
	if n > 0 {
		n += 2
	}
	return n
}

// FormConstants are the values of FormNames for p with the tables t.
func FormConstants(p *program.Program, t *Tables) map[string]uint32 {
	stars := NewStars(p)
	c := map[string]uint32{
		"sched_edge_star_prev_val": stars.Val, "sched_edge_star_prev_xz": stars.XZ,
		"SCHED_WAIT_HEAD": p.Layout.WaitHead, "sched_edge_prev_val": p.Layout.ItemPrev, "sched_edge_prev_xz": p.Layout.ItemPrev + 1,
		"SCHED_TRACE_NEXT": p.Layout.TraceNext, "SCHED_POST_THREAD": PostThread(p), "SCHED_WIDE_SCRATCH": WideScratch(p),
		"NEED_NBA_WORDS": p.Need.NBAWords, "NEED_SVC_WORDS": p.Need.SvcWords, "NEED_POOL_WORDS": p.Need.PoolWords,
		"NEED_STROBE_WORDS": StrobeNeed(p), "NEED_HEAP_EVENTS": p.Need.HeapEvents,
		"NUM_BLOCK": uint32(len(p.Blocks)), "NUM_PROC": uint32(len(p.Procs)),
		"SCHED_WRITES": p.Layout.Writes, "VM_STACK": newVMPlan(p).stack, "VM_APPLY_SEG": uint32(len(p.Segs)), "SCHED_NBA_ROUND": NewQuiet(p).Round,
	}
	for name, at := range t.At {
		c[name] = at
	}
	return c
}

// Bind writes where the tables t and the regions of p lie into the header of an arena, where the vm form looks for them.
func Bind(a []uint32, p *program.Program, t *Tables) {
	c := FormConstants(p, t)
	for i, name := range FormNames {
		a[program.HdrForm+i] = c[name]
	}
}

// NewArena returns the initial state of one instance of p, for a kernel with the tables t.
func NewArena(p *program.Program, t *Tables, z Sizes) []uint32 {
	fixed := Fixed(p)
	total := fixed + z.Heap + z.NBA + z.Strobe + z.Svc + z.Pool
	a := make([]uint32, total)
	copy(a, p.Image)
	plan := newVMPlan(p)
	copy(a[plan.consts:], plan.pool)
	for _, n := range p.Nodes {
		if n.Commit != program.NoSeg {
			b := n.Block + program.NodeWords
			a[b+program.BSeg] = n.Commit
			a[b+program.BKind] = program.BlockNode
		}
	}
	Bind(a, p, t)
	post := PostThread(p)
	a[post+program.ThStatic] = 1
	for i, it := range p.Items {
		s := &p.Signals[it.Signal]
		if it.Edge == program.EdgePos || it.Edge == program.EdgeNeg {
			at := p.Layout.ItemPrev + 2*uint32(i)
			a[at] = a[s.Slot] & 1
			a[at+1] = a[s.Slot+(s.Width+31)/32] & 1
		}
	}
	NewStars(p).previous(p, a)
	next := fixed
	region := func(base, lim int, words uint32, marks ...int) {
		a[base] = next
		for _, m := range marks {
			a[m] = next
		}
		next += words
		a[lim] = next
	}
	a[program.HdrHeapBase], a[program.HdrHeapCap] = next, z.Heap
	next += z.Heap
	region(program.HdrNBABase, program.HdrNBALim, z.NBA, program.HdrNBAEnd, program.HdrNBAPos)
	region(program.HdrStrobeBase, program.HdrStrobeLim, z.Strobe, program.HdrStrobeEnd, program.HdrStrobePos)
	region(program.HdrSvcBase, program.HdrSvcLim, z.Svc, program.HdrSvcEnd)
	a[program.HdrPoolNext], a[program.HdrPoolEnd] = next, next+z.Pool
	a[program.HdrMonOn] = 1
	return a
}

// Grow makes room in the arenas that need (a bit set of program.Need*) names. extend must return the arena with words more
// words at its end, contents kept (or an error when memory is used up). The service ring does not grow here unless it
// is empty: the host drains it first.
func Grow(p *program.Program, a []uint32, need uint32, extend func(words uint32) ([]uint32, error)) error {
	return GrowState(p, Plain(a), need, func(words uint32) (State, error) {
		a, err := extend(words)
		return Plain(a), err
	})
}

// GrowState is Grow for a state that may share its arena with others.
func GrowState(p *program.Program, a State, need uint32, extend func(words uint32) (State, error)) error {
	move := func(base, end, lim uint32, want uint32, marks ...uint32) error {
		old, used := a.At(base), a.At(end)-a.At(base)
		size := 2*(a.At(lim)-old) + want
		if size > 1<<29 {
			return fmt.Errorf("an event log would pass 2 GiB")
		}
		at := a.Len()
		n, err := extend(size)
		if err != nil {
			return err
		}
		a = n
		a.Put(at, a.Words(old, used))
		for _, m := range marks {
			a.Set(m, a.At(m)-old+at)
		}
		a.Set(end, at+used)
		a.Set(base, at)
		a.Set(lim, at+size)
		return nil
	}
	if need&program.NeedNBA != 0 {
		if err := move(program.HdrNBABase, program.HdrNBAEnd, program.HdrNBALim, 2*p.Need.NBAWords, program.HdrNBAPos); err != nil {
			return err
		}
	}
	if need&program.NeedStrobe != 0 {
		if err := move(program.HdrStrobeBase, program.HdrStrobeEnd, program.HdrStrobeLim, 2*p.Need.StrobeWords, program.HdrStrobePos); err != nil {
			return err
		}
	}
	if need&program.NeedSvc != 0 && a.At(program.HdrSvcEnd) == a.At(program.HdrSvcBase) && a.At(program.HdrSvcLim)-a.At(program.HdrSvcBase) < 4*(p.Need.SvcWords+64) {
		if err := move(program.HdrSvcBase, program.HdrSvcEnd, program.HdrSvcLim, 4*(p.Need.SvcWords+64)); err != nil {
			return err
		}
	}
	if need&program.NeedHeap != 0 {
		size := 2*a.At(program.HdrHeapCap) + 2*p.Need.HeapEvents
		at := a.Len()
		n, err := extend(size)
		if err != nil {
			return err
		}
		a = n
		a.Put(at, a.Words(a.At(program.HdrHeapBase), a.At(program.HdrHeapLen)))
		a.Set(program.HdrHeapBase, at)
		a.Set(program.HdrHeapCap, size)
	}
	if need&program.NeedPool != 0 {
		// What is left of the old end is lost; blocks in use do not move.
		size := max(65536, 4*p.Need.PoolWords, a.Len()/2)
		at := a.Len()
		n, err := extend(size)
		if err != nil {
			return err
		}
		a = n
		a.Set(program.HdrPoolNext, at)
		a.Set(program.HdrPoolEnd, at+size)
	}
	return nil
}
