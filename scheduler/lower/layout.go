package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// maxWords bounds the fixed part of the state arena: 4 GiB.
const maxWords = 1 << 30

// Virtual bases of scratch: addresses from here on are moved behind the fixed regions when everything is lowered.
const (
	scratchProc = 0x80000000 // processes and tasks: one runs at a time
	scratchNode = 0xa0000000 // nodes: they run inside a process's OpSettle
	scratchFunc = 0xc0000000 // functions: each has its own
)

// storage is where a signal lives.
type storage struct {
	sig   *design.Signal
	addr  uint32 // address, or offset in the frame
	frame bool   // a local of a task with frames
	index int    // in Program.Signals, -1 for slots and frame storage
	width int
	real  bool
	words int // elements, 1 unless array
	array bool

	published bool // somebody looks at changes
	now       bool // an immediate node reads it
	fan       []program.Fan
}

// stride is the number of words of one element.
func (s *storage) stride() int { return 2 * logic.Words(s.width) }

// alloc takes n words of zeros at the end of the image.
func (lw *lowerer) alloc(n int) uint32 {
	at := len(lw.image)
	if n < 0 || at+n > maxWords {
		lw.errorf(0, "the design needs more than %d words of state", maxWords)
		panic(bail{})
	}
	lw.image = append(lw.image, make([]uint32, n)...)
	return uint32(at)
}

// put writes a value at addr.
func (lw *lowerer) put(addr uint32, v logic.Vec) {
	n := uint32(len(v.Val))
	copy(lw.image[addr:addr+n], v.Val)
	copy(lw.image[addr+n:addr+2*n], v.XZ)
}

// fill is a value of width copies of b, obeying two-state.
func (lw *lowerer) fill(width int, b logic.Bit) logic.Vec {
	if lw.opts.TwoState && b > logic.L1 {
		b = logic.L0
	}
	return logic.Filled(width, b)
}

// wideConst is the address of a constant of more than 64 bits; equal ones share it.
func (lw *lowerer) wideConst(v logic.Vec) uint32 {
	key := v.String()
	if a, ok := lw.wides[key]; ok {
		return a
	}
	a := lw.alloc(2 * len(v.Val))
	lw.put(a, v)
	lw.wides[key] = a
	return a
}

// layout assigns the addresses of all fixed regions but those that code generation adds (hidden slots, wide constants,
// scratch).
func (lw *lowerer) layout() {
	lw.idles = lw.d.Idle()
	d, p := lw.d, lw.p
	lw.alloc(program.HdrWords)
	lw.planNodes()
	lw.planProcs()
	items := 0
	for _, ev := range d.Events {
		p.Events = append(p.Events, program.Event{Item: uint32(items), NumItem: uint32(len(ev.Items)), Star: ev.Star, Line: lw.line(ev.Pos)})
		items += len(ev.Items)
	}
	for i := range lw.procs {
		if a := lw.procs[i].a; a != nil {
			lw.procs[i].event = uint32(len(p.Events))
			p.Events = append(p.Events, program.Event{Item: uint32(items), NumItem: uint32(len(a.Reads)), Line: lw.line(a.Pos)})
			items += len(a.Reads)
		}
	}
	p.Layout.WaitHead = lw.alloc(len(p.Events))
	if lw.planWrites() {
		p.Layout.Writes = lw.alloc(2 * len(p.Events))
	}
	p.Layout.ItemPrev = lw.alloc(2 * items)
	for _, n := range lw.nodes {
		words := program.NodeWords
		if n.delayed || n.force {
			words += program.ThWords
		}
		n.block = lw.alloc(words)
		lw.image[n.block+program.BKind] = program.BlockNode
		if n.delayed {
			lw.image[n.block+program.NodeWords+program.BKind] = program.BlockNode
		}
	}
	for i := range lw.procs {
		b := lw.alloc(program.ThWords)
		lw.procs[i].block = b
		lw.image[b+program.BKind] = program.BlockThread
		lw.image[b+program.BState] = program.ThReady
		lw.image[b+program.ThStatic] = 1
	}
	lw.planTraces()
	lw.placeSignals()
	p.Layout.TraceNext = lw.alloc(2 * int(p.Layout.NumTrace))
	lw.placeNets()
	lw.placeNodes()
	lw.fanout()
	lw.itemPrevs()
}

// placeSignals gives every static signal and named event a row in Signals and its storage.
func (lw *lowerer) placeSignals() {
	d, p := lw.d, lw.p
	for _, s := range d.Signals {
		if s.Frame != nil && lw.framed(s.Frame) {
			lw.locals[s.Frame] = append(lw.locals[s.Frame], s)
			lw.stor[s] = &storage{sig: s, frame: true, index: -1, width: s.Width, real: s.Real, words: max(1, s.Words), array: s.Words > 0}
		}
	}
	for _, s := range d.Signals {
		if lw.stor[s] != nil || lw.rep[s.ID] != s {
			continue
		}
		st := &storage{sig: s, index: len(p.Signals), width: s.Width, real: s.Real, words: max(1, s.Words), array: s.Words > 0}
		if st.words > maxWords/st.stride() {
			lw.errorf(s.Pos, "%s needs more than %d words of state", s.Name, maxWords)
			panic(bail{})
		}
		st.addr = lw.alloc(st.stride() * st.words)
		lw.stor[s] = st
		v := lw.initial(s)
		if !v.IsZero() {
			for i := range st.words {
				lw.put(st.addr+uint32(i*st.stride()), v)
			}
		}
		flags := uint32(0)
		if s.Real {
			flags |= program.SigReal
			p.HasReal = true
		}
		if s.Signed {
			flags |= program.SigSigned
		}
		if st.array {
			flags |= program.SigArray
		}
		if s.Net != design.NetVar {
			flags |= program.SigNet
		}
		ps := program.Signal{Name: lw.str(s.Name), Slot: st.addr, Width: uint32(s.Width), Words: uint32(st.words), Flags: flags, Right: int32(st.words) - 1}
		if len(s.Dims) == 1 {
			ps.Left, ps.Right = int32(s.Dims[0].Left), int32(s.Dims[0].Right)
		}
		ps.Right = int32(st.words - 1)
		if len(s.Dims) == 1 {
			ps.Left, ps.Right = int32(s.Dims[0].Left), int32(s.Dims[0].Right)
		}
		if s.Forced {
			n := logic.Words(s.Width)
			ps.Flags |= program.SigForced
			ps.Force = lw.alloc(8 * n)
			lw.put(ps.Force, v)
			for _, u := range lw.forceOf[s] {
				if !u.stmt.Force {
					ps.Flags |= program.SigAssigned
				}
			}
		}
		p.Signals = append(p.Signals, ps)
	}
	for _, s := range d.Signals {
		if r := lw.rep[s.ID]; r != s && lw.stor[s] == nil {
			lw.stor[s] = lw.stor[r]
		}
	}
	for _, e := range d.NamedEvents {
		lw.events = append(lw.events, uint32(len(p.Signals)))
		// One bit that is always 1: what a dump shows for a trigger.
		a := lw.alloc(2)
		lw.image[a] = 1
		p.Signals = append(p.Signals, program.Signal{Name: lw.str(e.Name), Slot: a, Width: 1, Words: 1, Flags: program.SigEvent})
	}
	for _, n := range lw.nodes {
		if n.via != nil && !n.prim {
			st := &storage{sig: n.via, index: len(p.Signals), width: n.via.Width, real: n.via.Real, words: 1, published: true, now: n.now}
			st.addr = lw.alloc(st.stride())
			v := lw.fill(st.width, logic.LX)
			if n.assign.UDP != nil {
				v = lw.fill(1, n.assign.Init)
			}
			if st.real {
				v = logic.New(64)
			}
			lw.put(st.addr, v)
			lw.stor[n.via] = st
			p.Signals = append(p.Signals, program.Signal{Name: lw.str(n.assign.Desc + " before its delay"), Slot: st.addr, Width: uint32(st.width), Words: 1})
		}
		if n.watch != nil {
			n.copy = uint32(len(p.Signals))
			a := lw.alloc(2 * logic.Words(n.width))
			lw.put(a, lw.fill(n.width, logic.LX))
			if n.watch.Real {
				lw.put(a, logic.New(64))
			}
			p.Signals = append(p.Signals, program.Signal{Name: lw.str(n.reads.Name + " for $monitor"), Slot: a, Width: uint32(n.width), Words: 1})
		}
	}
	for _, s := range d.Signals {
		if st := lw.stor[s]; st != nil && st.index >= 0 && lw.trace[s] {
			ps := &p.Signals[st.index]
			if ps.Trace == 0 {
				lw.traceSignal(ps)
			}
			st.published = true
		}
	}
	for i := range d.NamedEvents {
		if lw.opts.TraceAll || lw.traceEv[d.NamedEvents[i]] {
			lw.traceSignal(&p.Signals[lw.events[i]])
		}
	}
	lw.addVars()
}

func (lw *lowerer) traceSignal(ps *program.Signal) {
	ps.Flags |= program.SigTraced
	lw.p.Layout.NumTrace++
	ps.Trace = lw.p.Layout.NumTrace
}

// initial is what s holds before anything runs (IEEE 1364-2005 4.2.2): variables x, nets z, nets behind a delay x, nets
// that pull to a level have it.
func (lw *lowerer) initial(s *design.Signal) logic.Vec {
	if s.Real {
		return logic.New(64)
	}
	b := logic.LX
	if s.Net != design.NetVar {
		b = logic.LZ
		switch s.Net {
		case design.NetTri0, design.NetSupply0:
			b = logic.L0
		case design.NetTri1, design.NetSupply1:
			b = logic.L1
		case design.NetTrireg:
			b = logic.LX
		}
		if s.LateLevel() {
			b = logic.LX
		}
		for _, a := range s.Drivers {
			if a.UDP != nil && len(s.Drivers) == 1 && a.Delay[0] == nil && a.Init == logic.LX {
				b = a.Init // a known one arrives as an event
			}
		}
		v := lw.fill(s.Width, b)
		if s.Net.Plain() {
			// Until it is evaluated, a driver leaves its bits unknown; a function's value is not there before its first call, and
			// what nothing reaches brings none.
			for _, a := range s.Drivers {
				if lw.idles[a] || a.Delay[0] == nil && hasExpr(a.RHS, func(e *design.Expr) bool { return e.Op == design.OpCall }) {
					continue
				}
				for k := range a.LHS {
					if l := &a.LHS[k]; l.Sig == s && l.Word == nil {
						v = logic.SetSlice(v, l.Off, lw.fill(l.Width, logic.LX))
					}
				}
			}
		} else {
			for _, a := range s.Drivers {
				if a.Delay[0] != nil {
					v = lw.fill(s.Width, logic.LX)
				}
			}
		}
		return v
	}
	return lw.fill(s.Width, b)
}

// itemPrevs sets the previous value of every event item to bit 0 of its signal's initial value.
func (lw *lowerer) itemPrevs() {
	p := lw.p
	for i, it := range p.Items {
		if it.Edge == program.EdgeNamed {
			continue
		}
		s := &p.Signals[it.Signal]
		n := uint32(logic.Words(int(s.Width)))
		at := p.Layout.ItemPrev + 2*uint32(i)
		lw.image[at] = lw.image[s.Slot] & 1
		lw.image[at+1] = lw.image[s.Slot+n] & 1
	}
}

// slot makes hidden storage for a value that has to survive the end of a segment: in the frame of the task whose body is
// being lowered, else static.
func (lw *lowerer) slot(t *taskInfo, width int, real bool) *design.Signal {
	lw.slots++
	s := &design.Signal{ID: -lw.slots, Hidden: true, Width: width, Real: real}
	st := &storage{sig: s, index: -1, width: width, real: real, words: 1}
	if t != nil {
		st.frame = true
		st.addr = t.words
		t.words += uint32(st.stride())
	} else {
		st.addr = lw.alloc(st.stride())
	}
	lw.stor[s] = st
	return s
}

// relocate turns a virtual scratch address into its final one.
func (lw *lowerer) relocate(a uint32) uint32 {
	base := lw.p.Layout.Scratch
	switch {
	case a >= scratchFunc:
		return base + lw.scratch[0] + lw.scratch[1] + (a - scratchFunc)
	case a >= scratchNode:
		return base + lw.scratch[0] + (a - scratchNode)
	case a >= scratchProc:
		return base + (a - scratchProc)
	}
	return a
}
