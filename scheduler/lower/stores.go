package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// target is where a part of a value goes, with its indices computed.
type target struct {
	lv   *design.LValue
	st   *storage
	drop bool // constant indices out of range
	el   bool // an element: elN or elT
	elN  int
	elT  val
	elV  bool // elT holds the index
	off  int
	offT val
	offV bool // offT holds the offset
	lo   int  // bits of the value below the target's lowest one: clipped
	w    int
}

// target computes the indices of lv.
func (f *flow) target(lv *design.LValue) target {
	st := f.storage(lv.Sig)
	t := target{lv: lv, st: st, w: lv.Width, off: lv.Off}
	if lv.Word != nil {
		t.el = true
		if n, ok := constIndex(lv.Word); ok {
			t.elN = n
			t.drop = n < 0 || n >= st.words
		} else if lv.Word.Op == design.OpConst {
			t.drop = true
		} else {
			t.elV, t.elT = true, f.index(lv.Word)
		}
	}
	if lv.OffExpr != nil {
		if n, ok := constIndex(lv.OffExpr); ok {
			t.off = n
		} else if lv.OffExpr.Op == design.OpConst {
			t.drop = true
		} else {
			t.offV, t.offT = true, f.index(lv.OffExpr)
		}
	}
	if !t.offV {
		lo, hi := max(t.off, 0), min(t.off+t.w, st.width)
		if lo >= hi {
			t.drop = true
			return t
		}
		t.lo, t.off, t.w = lo-t.off, lo, hi-lo
	}
	return t
}

// whole tells that t covers all of a scalar, vector or element.
func (t *target) whole() bool { return !t.offV && t.off == 0 && t.w == t.st.width }

// idxT is the element's index as a temp.
func (t *target) idxT(u *unit) val {
	if t.elV {
		return t.elT
	}
	return u.idx(t.elN)
}

// publishes tells whether stores to st have to look for readers.
func (st *storage) publishes() bool { return st.index >= 0 && st.published }

// write is a blocking store of v, lv.Width bits wide.
func (f *flow) write(t *target, v val) {
	u, st := f.u, t.st
	if t.drop {
		return
	}
	v = u.part(v, t.lo, t.w)
	if !st.publishes() {
		f.writeLocal(t, v)
		return
	}
	in := program.Instr{W: uint32(t.w), A: uint32(st.index), B: v.t, Flags: flags(none, v, none)}
	if st.real {
		in.Flags |= program.FlagReal
	}
	switch {
	case t.el:
		in.Op = program.OpStoreEl
		in.C = t.idxT(u).t
		in.E = uint32(t.off)
		if t.offV {
			in.E, in.Flags = t.offT.t, in.Flags|program.FlagVar
		}
	case t.whole():
		in.Op = program.OpStore
	default:
		in.Op = program.OpStoreP
		in.C = uint32(t.off)
		if t.offV {
			in.C, in.Flags = t.offT.t, in.Flags|program.FlagVar
		}
	}
	u.emit(in)
	if st.now {
		u.settle()
	}
}

// writeLocal stores to storage that nobody watches.
func (f *flow) writeLocal(t *target, v val) {
	u, st := f.u, t.st
	fl := flags(none, v, none)
	if st.frame {
		fl |= program.FlagFrame
	}
	addr := st.addr
	if t.el && !t.elV {
		addr += uint32(t.elN * st.stride())
	}
	switch {
	case t.el && t.elV && t.whole():
		u.emit(program.Instr{Op: program.OpStoreLEl, Flags: fl, W: uint32(t.w), WA: uint32(st.width), A: addr, B: v.t, C: t.elT.t, E: uint32(st.words)})
	case t.el && t.elV && !st.frame:
		in := program.Instr{Op: program.OpStoreEl, Flags: fl, W: uint32(t.w), A: uint32(st.index), B: v.t, C: t.elT.t, E: uint32(t.off)}
		if t.offV {
			in.E, in.Flags = t.offT.t, in.Flags|program.FlagVar
		}
		u.emit(in)
	case t.el && t.elV:
		// Part of an element of an automatic array: read, change, write back.
		s := f.newSlot(st.width, false)
		old := u.temp(st.width)
		u.emit(program.Instr{Op: program.OpLoadElL, Flags: program.FlagFrame, W: uint32(st.width), D: old.t, A: st.addr, B: t.elT.t, E: uint32(st.words)})
		u.set(s, old)
		part := *t
		part.el, part.elV, part.st = false, false, f.lw.stor[s]
		f.writeLocal(&part, v)
		now := u.get(s)
		u.emit(program.Instr{Op: program.OpStoreLEl, Flags: program.FlagFrame | flags(none, now, none), W: uint32(st.width), WA: uint32(st.width), A: st.addr, B: now.t, C: t.elT.t, E: uint32(st.words)})
	case t.whole():
		u.emit(program.Instr{Op: program.OpStoreL, Flags: fl, W: uint32(t.w), A: addr, B: v.t})
	default:
		in := program.Instr{Op: program.OpStoreLP, Flags: fl, W: uint32(t.w), WA: uint32(st.width), A: addr, B: v.t, C: uint32(t.off)}
		if t.offV {
			in.C, in.Flags = t.offT.t, in.Flags|program.FlagVar
		}
		u.emit(in)
	}
}

// nba logs a nonblocking store of v, after delay when it is a temp.
func (f *flow) nba(t *target, v val, delay val) {
	u, st := f.u, t.st
	if t.drop {
		return
	}
	if st.index < 0 {
		f.lw.errorf(t.lv.Pos, "a nonblocking assignment to an automatic variable is not allowed")
		return
	}
	v = u.part(v, t.lo, t.w)
	in := program.Instr{W: uint32(t.w), A: uint32(st.index), B: v.t, D: delay.t, Flags: flags(none, v, none)}
	words := 4 + 2*logic.Words(t.w)
	switch {
	case t.el:
		in.Op = program.OpNBAEl
		in.C = t.idxT(u).t
		in.E = uint32(t.off)
		if t.offV {
			in.E, in.Flags = t.offT.t, in.Flags|program.FlagVar
		}
	case t.whole():
		in.Op = program.OpNBA
	default:
		in.Op = program.OpNBAP
		in.C = uint32(t.off)
		if t.offV {
			in.C, in.Flags = t.offT.t, in.Flags|program.FlagVar
		}
	}
	u.emit(in)
	n := needs{nba: words}
	if delay != none {
		n.pool, n.heap = poolWords(program.ThWords+words), 1
	}
	u.take(n)
}

// poolWords is the size of the pool block that holds n words: a power of two from 16.
func poolWords(n int) int {
	c := 16
	for c < n {
		c *= 2
	}
	return c
}

// assignAll stores v to the targets, the least significant first, as Icarus Verilog does.
func (f *flow) assignAll(lhs []design.LValue, v val) {
	if len(lhs) == 1 {
		t := f.target(&lhs[0])
		f.write(&t, f.u.resize(v, lhs[0].Width, false))
		return
	}
	v = f.u.copied(v)
	at := 0
	for i := len(lhs) - 1; i >= 0; i-- {
		t := f.target(&lhs[i])
		f.write(&t, f.u.part(v, at, lhs[i].Width))
		at += lhs[i].Width
	}
}

// nbaAll logs nonblocking stores of v to the targets.
func (f *flow) nbaAll(lhs []design.LValue, v val, delay val) {
	at := 0
	for i := len(lhs) - 1; i >= 0; i-- {
		t := f.target(&lhs[i])
		p := v
		if len(lhs) > 1 {
			p = f.u.part(v, at, lhs[i].Width)
		}
		f.nba(&t, p, delay)
		at += lhs[i].Width
	}
}

// setSignal stores v to the whole of a variable.
func (f *flow) setSignal(s *design.Signal, v val) {
	lv := design.LValue{Sig: s, Width: s.Width}
	t := f.target(&lv)
	f.write(&t, f.u.resize(v, s.Width, false))
}
