package design

// A flow is what reaches a net, or an expression, when a simulation starts.
type flow uint8

const (
	flowNone flow = iota // nothing ever does
	flowZ                // z: from nets without a driver
	flowAny
)

// Idle finds the assigns that bring nothing but z when the simulation starts: nets that nothing drives, or that drive each other in a
// circle, are all that they read, as in
//
//	assign v = ~w; assign w = v;
//
// In Icarus Verilog these nets are z, and nothing is evaluated until something comes from outside, as by a force; what another driver
// drives is x until it is evaluated. So it is with an undriven net that goes through copies and operators that look at each bit alone:
// they take a z for what was there before. Others, as + or ==, make x of it.
func (d *Design) Idle() map[*Assign]bool {
	levels := map[*Assign]flow{}
	readers := map[*Signal][]*Assign{}
	var work []*Assign
	for _, a := range d.Assigns {
		if a.Delay[0] != nil || a.UDP != nil || a.RHS == nil {
			levels[a] = flowAny
			continue
		}
		work = append(work, a)
		for _, s := range a.Reads {
			readers[s] = append(readers[s], a)
		}
	}
	for len(work) > 0 {
		a := work[len(work)-1]
		work = work[:len(work)-1]
		if l := a.RHS.arriving(levels, 0, a.RHS.Width); l > levels[a] {
			levels[a] = l
			for k := range a.LHS {
				work = append(work, readers[a.LHS[k].Sig]...)
			}
		}
	}
	idle := map[*Assign]bool{}
	for _, a := range d.Assigns {
		if levels[a] != flowAny {
			idle[a] = true
		}
	}
	return idle
}

// arriving is what reaches bits [off +: width] of e, given what the assigns bring.
func (e *Expr) arriving(levels map[*Assign]flow, off, width int) flow {
	switch e.Op {
	case OpSignal:
		return e.Sig.arriving(levels, off, width)
	case OpPart:
		if off += e.Off; off >= 0 && off+width <= e.Args[0].Width {
			return e.Args[0].arriving(levels, off, width)
		}
		return flowAny
	case OpResize:
		switch x := e.Args[0]; {
		case off+width <= x.Width:
			return x.arriving(levels, off, width)
		case !x.Signed: // zeros
			return flowAny
		}
	case OpConcat:
		l, end := flowNone, e.Width // of the operand's bits in e
		for _, x := range e.Args {
			at := end - x.Width
			if from, to := max(off, at), min(off+width, end); from < to {
				l = max(l, x.arriving(levels, from-at, to-from))
			}
			end = at
		}
		return l
	case OpCall, OpWord, OpAnd, OpOr, OpXor, OpXnor, OpLogAnd, OpLogOr, OpNeg: // constants take part in them: see LateStart
		return flowAny
	}
	if len(e.Args) == 0 {
		return flowAny
	}
	l := flowNone
	for _, x := range e.Args {
		l = max(l, x.arriving(levels, 0, x.Width))
	}
	if l == flowZ {
		switch e.Op {
		case OpSigned, OpResize, OpRepeat, OpNmos, OpPmos, OpCmos:
		case OpNot, OpCond, OpBufZ:
			return flowNone
		default:
			return flowAny
		}
	}
	return l
}

// arriving is what reaches bits [off +: width] of s.
func (s *Signal) arriving(levels map[*Assign]flow, off, width int) flow {
	switch s.Net {
	case NetWire, NetTri, NetUwire, NetWand, NetTriand, NetWor, NetTrior:
	default:
		return flowAny
	}
	if s.Real || s.Words != 0 || s.Switched || s.Strong {
		return flowAny
	}
	l, bits := flowNone, 0
	for _, a := range s.Drivers {
		for k := range a.LHS {
			if t := &a.LHS[k]; t.Sig == s && t.Off < off+width && off < t.Off+t.Width {
				l = max(l, levels[a])
				bits += min(t.Off+t.Width, off+width) - max(t.Off, off)
			}
		}
		if l == flowAny {
			return l
		}
	}
	if bits < width {
		l = max(l, flowZ)
	}
	return l
}
