package refsim

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// contAssign is a procedural continuous assignment in force (IEEE 1364-2005 9.3): assign or force.
type contAssign struct {
	st    *design.ProcAssign
	frame *frame
	owned []logic.Vec // per target: the bits that it still holds, as a mask of the signal's width
	busy  bool
}

// startContinuous puts st in force; it takes over the bits of its targets from earlier ones of the same kind.
func (s *sim) startContinuous(t *thread, st *design.ProcAssign) {
	c := &contAssign{st: st, frame: t.frame}
	for i := range st.LHS {
		l := &st.LHS[i]
		if l.Sig.Words > 0 || l.Sig.Frame != nil {
			s.fail(l.Pos, l.Sig.Name+" cannot be the target of a procedural continuous assignment")
			return
		}
		m := maskOf(l)
		s.disown(l.Sig, m, st.Force)
		c.owned = append(c.owned, m)
	}
	s.continuous = append(s.continuous, c)
	for _, sig := range st.Reads {
		s.sigs[sig.ID].dynamic = append(s.sigs[sig.ID].dynamic, c)
	}
	for i := range st.LHS {
		sig := st.LHS[i].Sig
		ss := &s.sigs[sig.ID]
		if st.Force {
			if sig.Net != design.NetVar && ss.driven == nil {
				ss.driven = append([]logic.Vec(nil), ss.vals...)
			}
			ss.forced = orMask(ss.forced, c.owned[i], sig.Width)
		} else {
			ss.assigned = orMask(ss.assigned, c.owned[i], sig.Width)
		}
	}
	s.showContinuous(c, st.RHS)
}

func maskOf(l *design.LValue) logic.Vec {
	return logic.SetSlice(logic.New(l.Sig.Width), l.Off, logic.Filled(l.Width, logic.L1))
}

func orMask(a, b logic.Vec, width int) logic.Vec {
	if a.Width == 0 {
		a = logic.New(width)
	}
	return logic.Or(a, b)
}

// disown takes the bits of mask from every procedural continuous assignment of the kind that holds them.
func (s *sim) disown(sig *design.Signal, mask logic.Vec, force bool) {
	var rest []*contAssign
	for _, c := range s.continuous {
		holds := false
		for i := range c.st.LHS {
			if c.st.Force == force && c.st.LHS[i].Sig == sig {
				c.owned[i] = logic.And(c.owned[i], logic.Not(mask))
			}
			holds = holds || !c.owned[i].IsZero()
		}
		if holds {
			rest = append(rest, c)
			continue
		}
		for _, r := range c.st.Reads {
			list := s.sigs[r.ID].dynamic
			for i, x := range list {
				if x == c {
					s.sigs[r.ID].dynamic = append(list[:i:i], list[i+1:]...)
					break
				}
			}
		}
	}
	s.continuous = rest
}

// runContinuous evaluates c and shows its value on the bits that it holds.
func (s *sim) runContinuous(c *contAssign) {
	if c.st.Live != nil {
		s.showContinuous(c, c.st.Live)
	} else {
		s.showContinuous(c, c.st.RHS)
	}
}

// showContinuous is runContinuous for the value x.
func (s *sim) showContinuous(c *contAssign, x *design.Expr) {
	if c.busy {
		return
	}
	c.busy = true
	defer func() { c.busy = false }()
	saved := s.root.frame
	s.root.frame = c.frame
	v := s.root.value(x)
	s.root.frame = saved
	off := 0
	for i := len(c.st.LHS) - 1; i >= 0; i-- {
		l := &c.st.LHS[i]
		part := logic.Slice(v, off, l.Width)
		off += l.Width
		st := &s.sigs[l.Sig.ID]
		show := c.owned[i]
		if !c.st.Force && st.forced.Width > 0 {
			show = logic.And(show, logic.Not(st.forced))
		}
		full := logic.SetSlice(st.vals[0], l.Off, part)
		s.set(l.Sig, 0, keep(st.vals[0], full, show))
		s.heldStrength(l.Sig)
	}
}

// endContinuous is deassign or release of l.
func (s *sim) endContinuous(t *thread, l *design.LValue, force bool) {
	st := &s.sigs[l.Sig.ID]
	if l.Sig.Words > 0 || l.Sig.Frame != nil {
		return
	}
	mask := maskOf(l)
	s.disown(l.Sig, mask, force)
	if !force {
		if st.assigned.Width > 0 {
			st.assigned = logic.And(st.assigned, logic.Not(mask))
		}
		return
	}
	if st.forced.Width == 0 {
		return
	}
	freed := logic.And(st.forced, mask)
	st.forced = logic.And(st.forced, logic.Not(mask))
	if st.driven != nil {
		// A net shows its drivers again.
		s.set(l.Sig, 0, keep(st.vals[0], st.driven[0], freed))
		s.heldStrength(l.Sig)
		return
	}
	// A variable keeps its value, unless a procedural assign holds it.
	if st.assigned.Width > 0 {
		for _, c := range s.continuous {
			if !c.st.Force {
				for i := range c.st.LHS {
					if c.st.LHS[i].Sig == l.Sig {
						s.runContinuous(c)
						break
					}
				}
			}
		}
	}
}
