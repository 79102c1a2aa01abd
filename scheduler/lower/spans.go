package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// Strength ranges. A three-state gate whose control is unknown drives anything between its output and nothing, and a
// switch passes its input's strength on (IEEE 1364-2005 7.10.3, 7.12). On nets that are resolved by strength such a
// driver keeps the range of each bit, written before the net is resolved: a word, and a second one that is always 0, so that
// the range of a value that waits moves as any 32-bit value does, in two planes.

// strengthPair is a's drive strength as the program keeps it.
func strengthPair(a *design.Assign) uint32 { return uint32(a.Strength[0]) | uint32(a.Strength[1])<<4 }

// highSpan is the range of a bit that is not driven.
const highSpan = 0x88

// placeSpans gives driver a of s its words, 0 when its value and drive strength tell all.
func (lw *lowerer) placeSpans(s *design.Signal, a *design.Assign) uint32 {
	if !s.Strong || a.RHS == nil || !a.RHS.ThreeState() {
		return 0
	}
	at := lw.alloc(2 * s.Width)
	for i := range s.Width {
		lw.image[at+2*uint32(i)] = highSpan
	}
	if a.Delay[0] != nil {
		x := uint32(8-int(a.Strength[0])) | uint32(8+int(a.Strength[1]))<<4
		for i := range a.LHS {
			if l := &a.LHS[i]; lw.canon(l.Sig) == s {
				for k := range l.Width {
					lw.image[at+2*uint32(l.Off+k)] = x
				}
			}
		}
	}
	lw.spans[driverKey{s, a}] = at
	return at
}

// hasSpans tells whether some target of a wants ranges.
func (lw *lowerer) hasSpans(a *design.Assign) bool {
	for i := range a.LHS {
		if lw.spans[driverKey{lw.canon(a.LHS[i].Sig), a}] != 0 {
			return true
		}
	}
	return false
}

// spanPlaces lists where the range of each bit of a's value goes, least significant first, 0 for nowhere.
func (lw *lowerer) spanPlaces(a *design.Assign) []uint32 {
	var out []uint32
	for i := len(a.LHS) - 1; i >= 0; i-- {
		l := &a.LHS[i]
		at := lw.spans[driverKey{lw.canon(l.Sig), a}]
		for k := range l.Width {
			p := uint32(0)
			if at != 0 && l.Off+k >= 0 && l.Off+k < l.Sig.Width {
				p = at + 2*uint32(l.Off+k)
			}
			out = append(out, p)
		}
	}
	return out
}

// driveSpans computes the ranges of n's value for its drivers.
func (f *flow) driveSpans(n *node) {
	if f.lw.hasSpans(n.assign) {
		f.spansOf(n.assign, n.assign.RHS, f.lw.spanPlaces(n.assign))
	}
}

// holdSpans computes the ranges of the value that is to wait.
func (f *flow) holdSpans(n *node) {
	if n.spans == 0 {
		return
	}
	places := make([]uint32, n.width)
	for i := range places {
		places[i] = n.spans + 2*uint32(i)
	}
	f.spansOf(n.assign, n.assign.RHS, places)
}

// releaseSpans hands the ranges of the value that waited to the drivers.
func (f *flow) releaseSpans(n *node) {
	if n.spans == 0 {
		return
	}
	for i, at := range f.lw.spanPlaces(n.assign) {
		if at != 0 {
			f.u.save(at, false, f.u.load(n.spans+2*uint32(i), 32, false))
		}
	}
}

// spansOf emits the range of every bit of e to its place.
func (f *flow) spansOf(a *design.Assign, e *design.Expr, places []uint32) {
	u := f.u
	e = f.lw.simple(e)
	if e.Op == design.OpSigned {
		f.spansOf(a, e.Args[0], places)
		return
	}
	if e.Op == design.OpConcat {
		at := 0
		for i := len(e.Args) - 1; i >= 0; i-- {
			w := e.Args[i].Width
			f.spansOf(a, e.Args[i], places[at:at+w])
			at += w
		}
		return
	}
	var data, on val
	source := (*design.Expr)(nil)
	w := e.Width
	switch e.Op {
	case design.OpBufif1, design.OpBufif0, design.OpNmos, design.OpPmos, design.OpNotif0, design.OpNotif1, design.OpCmos:
		data, on = f.operand(e.Args[0], w), f.operand(e.Args[1], w)
		switch e.Op {
		case design.OpBufif0, design.OpNotif0, design.OpPmos:
			on = u.un(program.OpNot, w, 0, 0, on)
		case design.OpCmos:
			p := u.un(program.OpNot, w, 0, 0, f.operand(e.Args[2], w))
			on = u.bin(program.OpOr, w, 0, 0, on, p)
		default:
			on = u.bin(program.OpOr, w, 0, 0, on, on)
		}
		switch e.Op {
		case design.OpBufif1, design.OpBufif0:
			data = u.bin(program.OpOr, w, 0, 0, data, data)
		case design.OpNotif1, design.OpNotif0:
			if a.Strength != [2]design.Strength{design.Strong, design.Strong} || len(a.LHS[0].Sig.Drivers) > 1 || !a.LHS[0].Sig.Net.Plain() || a.LHS[0].Sig.Switched {
				data = u.un(program.OpNot, w, 0, 0, data)
				break
			}
			// Icarus has notif0 and notif1 without strengths of their own, alone on a net, drive x fully when the control is unknown.
			unknown := u.bin(program.OpXor, w, 0, 0, on, on) // x where it is, else 0
			data = u.bin(program.OpXor, w, 0, 0, u.un(program.OpNot, w, 0, 0, data), unknown)
			one := u.constant(f.lw.fill(w, logic.L1))
			zero := u.constant(f.lw.fill(w, logic.L0))
			on = u.mux(w, one, u.mux(w, one, zero, u.un(program.OpRedOr, 1, w, 0, on)), u.bin(program.OpCaseEq, 1, w, 0, unknown, u.constant(f.lw.fill(w, logic.LX))))
		default:
			source = e.Args[0]
		}
	default:
		data, on = f.operand(e, w), val{}
	}
	pair := strengthPair(a)
	off := 0
	for source != nil && (source.Op == design.OpPart || source.Op == design.OpSigned) {
		off += source.Off
		source = source.Args[0]
	}
	var net *program.Net
	if source != nil && source.Op == design.OpSignal {
		s := f.lw.canon(source.Sig)
		if i, ok := f.lw.nets[s]; ok && s.Strong {
			net = &f.lw.p.Nets[i]
		} else if !s.Resolved && s.Net != design.NetVar && len(s.Drivers) == 1 {
			pair = strengthPair(s.Drivers[0])
		}
	}
	for i, at := range places {
		if at == 0 || i >= w {
			continue
		}
		in := program.Instr{Op: program.OpSpan, W: 1, A: u.part(data, i, 1).t, C: at, E: pair}
		if on.w > 0 {
			in.B = u.part(on, min(i, on.w-1), 1).t
		} else {
			in.B = u.num(1, 1).t
		}
		if net != nil && off+i < source.Width {
			in.D = net.Strength + uint32(off+i)
		}
		u.emit(in)
	}
}
