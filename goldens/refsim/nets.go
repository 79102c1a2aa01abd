package refsim

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// assignState is what a continuous assignment, gate or UDP remembers.
type assignState struct {
	pending bool // queued
	started bool // delayed assigns: something has come out
	out     logic.Vec
	queue   []timed // delayed assigns: values on their way, oldest first
	drivers []*driver
	udp     *udpState
}

// timed is a value that reaches a delayed assign's output at a time.
type timed struct {
	time uint64
	val  logic.Vec
	str  []span
}

// driver is one assign's contribution to one target of a resolved net.
type driver struct {
	a    *design.Assign
	word int
	off  int
	val  logic.Vec
	str  []span // set on strong nets
	live bool   // has driven something yet
}

// touch tells a that sig, which it reads, has changed (sig is nil when it starts).
func (s *sim) touch(a *design.Assign, sig *design.Signal) {
	st := &s.assigns[a.ID]
	if a.Kind == design.AssignUDP {
		s.udpInput(a, sig)
		return
	}
	late := s.order != nil && a.Kind == design.AssignCont && s.order.IntN(2) == 0 // an event like others (IEEE 1364-2005 11.3)
	if a.Immediate && !late && !st.pending || a.Plain() {
		s.evaluate(a)
		return
	}
	if st.pending {
		return
	}
	st.pending = true
	run := func() {
		st.pending = false
		if s.entries-s.stepStart+spinWindow >= s.opts.MaxEvents {
			s.noteSpin(a.Desc, a.Pos)
		}
		s.evaluate(a)
	}
	if s.region == regionInit {
		s.initial.add(run)
	} else {
		s.cur.active.add(run)
	}
}

// evaluate computes a's right side and sends it on its way.
func (s *sim) evaluate(a *design.Assign) {
	if s.err != nil {
		return
	}
	v := s.root.value(a.RHS)
	if s.root.dead {
		s.root.dead = false
		return
	}
	s.send(a, v, s.exactStrength(a))
}

// send passes v through a's delay, if it has one, to the nets.
func (s *sim) send(a *design.Assign, v logic.Vec, str []span) {
	if a.Delay[0] == nil {
		s.drive(a, v, str)
		return
	}
	st := &s.assigns[a.ID]
	if !st.started && st.out.Width == 0 {
		st.out = logic.Filled(v.Width, logic.LX)
		if a.RHS != nil && a.RHS.Real {
			st.out = logic.New(64)
		}
	}
	from := st.out
	if len(st.queue) > 0 && st.queue[0].time == s.now() {
		from = st.queue[0].val
	}
	d := s.delayOf(a, from, v)
	// Inertial: a value on its way is replaced by the new one, unless it is the same or arrives in this very step.
	if len(st.queue) > 0 {
		if logic.CaseEq(st.queue[0].val, v) {
			return
		}
		for len(st.queue) > 0 && st.queue[0].time > s.now() {
			st.queue = st.queue[1:]
		}
	}
	if d == 0 && len(st.queue) == 0 {
		st.out, st.started = v, true
		s.drive(a, v, str)
		return
	}
	to := s.after(d)
	st.queue = append(st.queue, timed{to.time, v, str})
	to.active.add(func() {
		for len(st.queue) > 0 && st.queue[0].time <= s.now() {
			x := st.queue[0]
			st.queue = st.queue[1:]
			st.out, st.started = x.val, true
			s.drive(a, x.val, x.str)
		}
	})
}

// delayOf is the longest delay of all bits that change (IEEE 1364-2005 6.1.3, 7.14).
func (s *sim) delayOf(a *design.Assign, from, to logic.Vec) uint64 {
	var d [3]uint64
	for i, e := range a.Delay {
		if e != nil {
			d[i] = s.root.ticks(e)
		}
	}
	if a.Delay[1] == nil {
		d[1] = d[0]
	}
	if a.Delay[2] == nil {
		d[2] = min(d[0], d[1])
	}
	if a.RHS != nil && a.RHS.Real {
		return d[0]
	}
	least := min(d[0], d[1], d[2])
	var longest uint64
	for i := 0; i < to.Width; i++ {
		f, t := from.Bit(i), to.Bit(i)
		var x uint64
		switch {
		case f == t:
		case t == logic.L0:
			x = d[1]
		case t == logic.L1:
			x = d[0]
		case t == logic.LZ:
			x = d[2]
		default:
			x = least
		}
		longest = max(longest, x)
	}
	return longest
}

// drive brings a's value to its targets.
func (s *sim) drive(a *design.Assign, v logic.Vec, str []span) {
	st := &s.assigns[a.ID]
	off := 0
	for i := len(a.LHS) - 1; i >= 0; i-- {
		l := &a.LHS[i]
		part := v
		if len(a.LHS) > 1 || v.Width != l.Width {
			part = logic.Slice(v, off, l.Width)
		}
		var ps []span
		if str != nil {
			ps = str[off : off+l.Width]
		}
		off += l.Width
		if dr := st.drivers[i]; dr != nil {
			if dr.live && dr.str == nil && ps == nil && logic.CaseEq(dr.val, part) {
				continue
			}
			dr.val, dr.str, dr.live = part, ps, true
			s.resolve(l.Sig, dr.word)
			continue
		}
		r := s.root.target(l)
		if !r.ok {
			continue
		}
		s.net(r.sig, r.word, logic.SetSlice(s.raw(r.sig, r.word), r.off, part))
	}
}

// raw is what drives a word, whatever is forced on it.
func (s *sim) raw(sig *design.Signal, word int) logic.Vec {
	st := &s.sigs[sig.ID]
	if st.driven != nil {
		return st.driven[word]
	}
	return st.vals[word]
}

// net makes v what drives a word of a net; bits under a force do not show it.
func (s *sim) net(sig *design.Signal, word int, v logic.Vec) {
	st := &s.sigs[sig.ID]
	if st.driven != nil {
		st.driven[word] = v
	}
	if st.forced.Width > 0 {
		v = keep(v, st.vals[word], st.forced)
	}
	if st.assigned.Width > 0 {
		v = keep(v, st.vals[word], st.assigned)
	}
	s.set(sig, word, v)
}

// resolve combines all drivers of a word of a resolved net, bit by bit.
func (s *sim) resolve(sig *design.Signal, word int) {
	st := &s.sigs[sig.ID]
	old := s.raw(sig, word)
	v := old.Clone()
	moved := false
	for bit := 0; bit < sig.Width; bit++ {
		var b logic.Bit
		switch sig.Net {
		case design.NetWand, design.NetTriand, design.NetWor, design.NetTrior:
			b = st.wired(word, bit, sig.Net == design.NetWand || sig.Net == design.NetTriand)
			if word == 0 && st.strength != nil {
				st.strength[bit] = plainStrength(b)
			}
		default:
			sp := s.combined(sig, word, bit)
			if sig.Net == design.NetTrireg && sp == highZ {
				sp = st.charge(sig, bit, st.vals[word].Bit(bit)) // what a force leaves is a charge, too
			}
			if word == 0 && st.strength != nil {
				moved = moved || st.strength[bit] != sp
				st.strength[bit] = sp
			}
			b = sp.bit()
		}
		if b != v.Bit(bit) {
			v = v.WithBit(bit, b)
		}
	}
	if moved && logic.CaseEq(old, v) {
		s.touchSwitches(sig)
	}
	s.net(sig, word, v)
}

// touchSwitches tells those who pass strengths on that sig's strength has changed, and nothing else of it.
func (s *sim) touchSwitches(sig *design.Signal) {
	for _, w := range s.sigs[sig.ID].stronger {
		w.mark()
	}
	for _, k := range s.fanout.Signals[sig.ID] {
		if k.Assign != nil && k.Assign.RHS != nil && k.Assign.RHS.ThreeState() {
			s.touch(k.Assign, sig)
		}
	}
}

// heldStrength brings the strengths of sig up to date after a force or release.
func (s *sim) heldStrength(sig *design.Signal) {
	if sig.Resolved && (sig.Strong || sig.Net == design.NetTrireg) {
		s.resolve(sig, 0)
	}
	if sig.Strong {
		s.touchSwitches(sig)
	}
}

// charge is what a trireg net keeps when nothing drives it.
func (st *sigState) charge(sig *design.Signal, bit int, old logic.Bit) span {
	level := int8(sig.Charge)
	if level == 0 {
		level = int8(design.Medium)
	}
	switch old {
	case logic.L0:
		return span{-level, -level}
	case logic.L1:
		return span{level, level}
	}
	return span{-level, level}
}

// combined resolves one bit of a net by strength; tri0, tri1 and supply nets add a driver of their own.
func (s *sim) combined(sig *design.Signal, word, bit int) span {
	var sp span
	for _, d := range s.sigs[sig.ID].drivers {
		if !d.live || d.word != word || bit < d.off || bit >= d.off+d.val.Width {
			continue
		}
		if d.str != nil {
			sp = combine(sp, d.str[bit-d.off])
		} else {
			sp = combine(sp, driven(d.val.Bit(bit-d.off), d.a.Strength))
		}
	}
	return combine(sp, own(sig.Net))
}

// own is the strength that a net's type gives it.
func own(n design.NetType) span {
	switch n {
	case design.NetTri0:
		return span{-int8(design.Pull), -int8(design.Pull)}
	case design.NetTri1:
		return span{int8(design.Pull), int8(design.Pull)}
	case design.NetSupply0:
		return span{-int8(design.Supply), -int8(design.Supply)}
	case design.NetSupply1:
		return span{int8(design.Supply), int8(design.Supply)}
	}
	return highZ
}

// wired is wired-and or wired-or of all drivers (IEEE 1364-2005 tables 4-3 and 4-4).
func (st *sigState) wired(word, bit int, and bool) logic.Bit {
	r := logic.LZ
	for _, d := range st.drivers {
		if !d.live || d.word != word || bit < d.off || bit >= d.off+d.val.Width {
			continue
		}
		b := d.val.Bit(bit - d.off)
		switch {
		case b == logic.LZ, b == logic.L0 && d.a.Strength[0] == design.HighZ, b == logic.L1 && d.a.Strength[1] == design.HighZ:
		case r == logic.LZ:
			r = b
		case and:
			r = r.And(b)
		default:
			r = r.Or(b)
		}
	}
	return r
}

// exactStrength gives the strengths of a's value bit by bit where they do not follow from value and drive strength: three-state
// gates with an unknown control drive anything between their output and nothing (L and H), and switches pass their
// input's strength on. It is nil elsewhere.
func (s *sim) exactStrength(a *design.Assign) []span {
	e := a.RHS
	for e != nil && e.Op == design.OpSigned {
		e = e.Args[0]
	}
	if e == nil {
		return nil
	}
	if e.Op == design.OpConcat {
		var out []span
		for i := len(e.Args) - 1; i >= 0; i-- {
			out = append(out, s.gateStrength(a, e.Args[i])...)
		}
		return out
	}
	if !isThreeState(e.Op) {
		return nil
	}
	return s.gateStrength(a, e)
}

func isThreeState(op design.Op) bool {
	switch op {
	case design.OpBufif0, design.OpBufif1, design.OpNotif0, design.OpNotif1, design.OpNmos, design.OpPmos, design.OpCmos:
		return true
	}
	return false
}

func (s *sim) gateStrength(a *design.Assign, e *design.Expr) []span {
	out := make([]span, e.Width)
	if !isThreeState(e.Op) {
		v := s.root.value(e)
		for i := range out {
			out[i] = driven(v.Bit(i), a.Strength)
		}
		return out
	}
	data, ctl := s.root.eval(e.Args[0]), s.root.eval(e.Args[1])
	var ctl2 logic.Vec
	if e.Op == design.OpCmos {
		ctl2 = s.root.eval(e.Args[2])
	}
	// The strength of a net that a switch passes on.
	src, off := e.Args[0], 0
	for src.Op == design.OpPart || src.Op == design.OpSigned {
		off += src.Off
		src = src.Args[0]
	}
	passes := src.Op == design.OpSignal && src.Sig.Net != design.NetVar && src.Sig.Words == 0
	for i := range out {
		d, c := data.Bit(i), ctl.Bit(min(i, ctl.Width-1))
		var on logic.Bit // L1 passes, L0 blocks, LX either
		var full span
		switch e.Op {
		case design.OpBufif1, design.OpBufif0:
			full = driven(noZ(d), a.Strength)
		case design.OpNotif1, design.OpNotif0:
			full = driven(d.Not(), a.Strength)
		default:
			full = driven(d, a.Strength)
			if passes && off+i < src.Sig.Width {
				in := s.strengthOf(src.Sig, off+i)
				full = span{max(in.lo, -6), min(in.hi, 6)}
				if full.lo > 0 { // a known value has one level behind a switch of Icarus, the stronger one
					full.lo = full.hi
				} else if full.hi < 0 {
					full.hi = full.lo
				}
			}
		}
		switch e.Op {
		case design.OpBufif1, design.OpNotif1, design.OpNmos:
			on = noZ(c)
		case design.OpBufif0, design.OpNotif0, design.OpPmos:
			on = c.Not()
		default:
			on = noZ(c).Or(ctl2.Bit(min(i, ctl2.Width-1)).Not())
		}
		switch on {
		case logic.L1:
			out[i] = full
		case logic.LX:
			if (e.Op == design.OpNotif1 || e.Op == design.OpNotif0) && a.Strength == [2]design.Strength{design.Strong, design.Strong} && len(a.LHS[0].Sig.Drivers) == 1 && a.LHS[0].Sig.Net.Plain() && !a.LHS[0].Sig.Switched {
				// Icarus has them, alone on a net, drive x fully.
				out[i] = driven(logic.LX, a.Strength)
				break
			}
			out[i] = span{min(full.lo, 0), max(full.hi, 0)}
		}
	}
	return out
}

func noZ(b logic.Bit) logic.Bit {
	if b == logic.LZ {
		return logic.LX
	}
	return b
}

// strengthOf is the strength of a signal's bit, for %v.
func (s *sim) strengthOf(sig *design.Signal, bit int) span {
	st := &s.sigs[sig.ID]
	if bit < 0 || bit >= sig.Width || sig.Words > 0 {
		return plainStrength(logic.LX)
	}
	if st.strength != nil && (st.forced.Width == 0 || st.forced.Bit(bit) == logic.L0) {
		return st.strength[bit]
	}
	b := st.vals[0].Bit(bit)
	if len(sig.Drivers) == 1 && !sig.Resolved && sig.Net != design.NetVar {
		a := sig.Drivers[0]
		if str := s.exactStrength(a); str != nil && len(a.LHS) == 1 && bit >= a.LHS[0].Off && bit < a.LHS[0].Off+len(str) {
			return str[bit-a.LHS[0].Off]
		}
		return driven(b, a.Strength)
	}
	return plainStrength(b)
}
