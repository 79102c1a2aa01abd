package elab

import "github.com/gpga/gpga/frontend/design"

// share lets a net that only copies a variable through a port, or another net by an assign of its name alone, be that
// signal: one storage, so that a clock is one signal in the whole hierarchy. Nothing can tell the two apart when the copy
// is the net's only driver and no force names either; Icarus Verilog joins them, too, but not an assign of a variable.
func (e *elab) share() {
	count := map[*design.Signal]int{}
	for _, a := range e.des.Assigns {
		for i := range a.LHS {
			count[a.LHS[i].Sig]++
		}
	}
	plain := func(s *design.Signal) bool {
		return !s.Forced && !s.Resolved && !s.Strong && !needsResolution(s.Net) && s.Words == 0 && s.Frame == nil && e.netDelay[s][0] == nil
	}
	strong := [2]design.Strength{design.Strong, design.Strong}
	to := map[*design.Signal]*design.Signal{}
	root := func(s *design.Signal) *design.Signal {
		for to[s] != nil {
			s = to[s]
		}
		return s
	}
	kept := e.des.Assigns[:0]
	for _, a := range e.des.Assigns {
		if (a.Kind == design.AssignPort || a.Kind == design.AssignCont) && a.Immediate && a.Delay[0] == nil && a.Strength == strong &&
			len(a.LHS) == 1 && a.RHS != nil && a.RHS.Op == design.OpSignal {
			t, s := a.LHS[0].Sig, root(a.RHS.Sig)
			if a.LHS[0].Whole() && a.LHS[0].Word == nil && count[t] == 1 && t.Net != design.NetVar && plain(t) && plain(s) && t != s &&
				count[s] <= 1 && s.Width == t.Width && s.Real == t.Real && !s.Hidden && (a.Kind == design.AssignPort || a.RHS.Sig.Net != design.NetVar) {
				to[t] = s
				continue
			}
		}
		kept = append(kept, a)
	}
	for t := range to {
		to[t] = root(t)
	}
	if len(to) == 0 {
		return
	}
	e.des.Assigns = kept
	e.substitute(to)
}

// substitute replaces signals by others in the whole design, and removes them; events that become equal become one.
func (e *elab) substitute(to map[*design.Signal]*design.Signal) {
	same := func(p **design.Signal) {
		if s := to[*p]; s != nil {
			*p = s
		}
	}
	for _, sc := range e.scopes {
		for _, sym := range sc.order {
			if sym.decl != nil && sym.decl.Signal != nil {
				same(&sym.decl.Signal)
			}
		}
	}
	merged := map[*design.Event]*design.Event{}
	events := e.des.Events[:0]
	byKey := map[string]*design.Event{}
	for _, ev := range e.des.Events {
		for i := range ev.Items {
			if ev.Items[i].Signal != nil {
				same(&ev.Items[i].Signal)
			}
		}
		key := e.eventKey(ev.Items)
		if first := byKey[key]; first != nil {
			merged[ev] = first
			continue
		}
		byKey[key] = ev
		uniq := ev.Items[:0]
		seen := map[design.EventItem]bool{}
		for _, it := range ev.Items {
			if !seen[it] {
				seen[it] = true
				uniq = append(uniq, it)
			}
		}
		ev.Items = uniq
		events = append(events, ev)
	}
	e.des.Events = events
	sameReads := func(list []*design.Signal) []*design.Signal {
		out := list[:0]
		seen := map[*design.Signal]bool{}
		for _, s := range list {
			same(&s)
			if !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
		return out
	}
	for _, a := range e.des.Assigns {
		a.Reads = sameReads(a.Reads)
	}
	w := &walker{
		expr: func(x *design.Expr) {
			if x.Sig != nil {
				same(&x.Sig)
			}
		},
		lval: func(l *design.LValue) { same(&l.Sig) },
		event: func(p **design.Event) {
			if ev := merged[*p]; ev != nil {
				*p = ev
			}
		},
		stmt: func(s design.Stmt) {
			if f, ok := s.(*design.ProcAssign); ok {
				f.Reads = sameReads(f.Reads)
			}
		},
	}
	w.design(e.des)
	for i := range e.inouts { // what turns switches on is in no assign yet
		w.e(e.inouts[i].control)
	}
	signals := e.des.Signals[:0]
	for _, s := range e.des.Signals {
		if to[s] == nil {
			signals = append(signals, s)
		}
	}
	e.des.Signals = signals
}
