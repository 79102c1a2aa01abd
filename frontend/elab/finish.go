package elab

import (
	"sort"
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// finish is phase 4: from here on the design is whole, and only rearranged.
func (e *elab) finish() {
	e.des.Subs = e.des.Subs[:0]
	for _, sym := range e.subs {
		if sym.sub != nil {
			e.des.Subs = append(e.des.Subs, sym.sub) // for the walks below; order numbers them
		}
	}
	e.callGraph()
	e.desugarBodies()
	e.automaticWaits()
	e.moveInner()
	e.usage()
	e.cutHeld()
	e.liveValues()
	e.elementNets()
	e.joinNets()
	e.applyNetDelays()
	e.chargeDecay()
	for _, a := range e.held.copies {
		e.addAssign(a)
	}
	e.share()
	e.portDumps()
	e.drivers()
	e.order()
	e.finishSubroutines()
}

// applyNetDelays gives the delays of net declarations to the drivers of those nets.
func (e *elab) applyNetDelays() {
	if len(e.netDelay) == 0 {
		return
	}
	for _, a := range e.des.Assigns {
		if len(a.LHS) == 0 {
			continue
		}
		d, ok := e.netDelay[a.LHS[0].Sig]
		if !ok || d[0] == nil {
			continue
		}
		for i := range a.Delay {
			if a.Delay[i] == nil {
				a.Delay[i] = d[i]
			} else {
				a.Delay[i] = op2(design.OpAdd, 64, false, a.Pos, a.Delay[i], d[i])
			}
		}
	}
}

// usage marks what is forced, and the nets whose strength is printed.
func (e *elab) usage() {
	forced := func(list []design.LValue) {
		for i := range list {
			list[i].Sig.Forced = true
		}
	}
	w := &walker{stmt: func(s design.Stmt) {
		switch s := s.(type) {
		case *design.ProcAssign:
			forced(s.LHS)
		case *design.Unassign:
			forced(s.LHS)
		case *design.SysTask:
			countsDrivers(s.Name, s.Args)
			if !printsStrength(s.Args) {
				return
			}
			for _, a := range s.Args {
				if a.Value != nil {
					a.Value.Walk(func(x *design.Expr) bool {
						if x.Op == design.OpSignal && x.Sig.Net != design.NetVar {
							x.Sig.Strong, x.Sig.Resolved = true, true
						}
						return true
					})
				}
			}
		}
	}, expr: func(x *design.Expr) {
		if x.Op == design.OpSys {
			countsDrivers(x.Sys, x.SysArgs)
		}
	}}
	w.design(e.des)
}

// countsDrivers gives the net whose drivers a call counts a value for each of them.
func countsDrivers(name string, args []design.SysArg) {
	if name != "$countdrivers" || len(args) == 0 || args[0].Value == nil {
		return
	}
	if net, _, ok := args[0].Value.NetBit(); ok {
		net.Resolved = true
	}
}

// printsStrength tells whether a format among args has a %v.
func printsStrength(args []design.SysArg) bool {
	for _, a := range args {
		if a.Value == nil || !a.Value.Str {
			continue
		}
		t := a.Value.Text
		for i := strings.IndexByte(t, '%'); i >= 0 && i+1 < len(t); {
			k := i + 1
			for k < len(t) && (t[k] >= '0' && t[k] <= '9' || t[k] == '-' || t[k] == '.') {
				k++
			}
			if k < len(t) && t[k]|0x20 == 'v' {
				return true
			}
			n := strings.IndexByte(t[min(k+1, len(t)):], '%')
			if n < 0 {
				break
			}
			i = k + 1 + n
		}
	}
	return false
}

func needsResolution(t design.NetType) bool {
	switch t {
	case design.NetWire, design.NetTri, design.NetUwire, design.NetVar:
		return false
	}
	return true
}

// drivers fills Signal.Drivers and decides which nets need a resolution and strengths.
func (e *elab) drivers() {
	type span struct{ word, from, to int }
	taken := map[*design.Signal][]span{}
	for _, a := range e.des.Assigns {
		if a.Kind == design.AssignEvent {
			for i := range a.LHS {
				a.LHS[i].Sig.Drivers = append(a.LHS[i].Sig.Drivers, a)
			}
			continue
		}
		seen := map[*design.Signal]bool{}
		for i := range a.LHS {
			l := &a.LHS[i]
			if !seen[l.Sig] {
				seen[l.Sig] = true
				l.Sig.Drivers = append(l.Sig.Drivers, a)
			}
			if l.Word != nil {
				if u, known := l.Word.Val.Uint64(); !known || u >= uint64(l.Sig.Words) {
					continue // drives nothing
				}
			}
			taken[l.Sig] = append(taken[l.Sig], span{wordOf(l), l.Off, l.Off + l.Width})
		}
	}
	for _, s := range e.des.Signals {
		if s.Net == design.NetVar || s.Hidden && len(s.Drivers) <= 1 {
			continue
		}
		list := taken[s]
		sort.SliceStable(list, func(i, j int) bool {
			if list[i].word != list[j].word {
				return list[i].word < list[j].word
			}
			return list[i].from < list[j].from
		})
		overlap := false
		for i, end := 1, 0; i < len(list); i++ {
			if i == 1 || list[i].word != list[i-1].word {
				end = 0
			}
			end = max(end, list[i-1].to)
			overlap = overlap || list[i].word == list[i-1].word && list[i].from < end
		}
		s.Resolved = s.Resolved || overlap || needsResolution(s.Net)
		if overlap && s.Net == design.NetUwire {
			e.diags.Errorf("E2031", s.Pos, "uwire '%s' has more than one driver (IEEE 1364-2005 4.6.6)", s.Name)
		}
		if s.Real && overlap {
			e.diags.Errorf("E2031", s.Pos, "the real net '%s' has more than one driver", s.Name)
		}
		for _, a := range s.Drivers {
			if s.Resolved && a.RHS != nil && a.RHS.ThreeState() {
				s.Strong = true
			}
			if a.Strength == [2]design.Strength{design.Strong, design.Strong} {
				continue
			}
			if s.Resolved || a.Strength[0] == design.HighZ || a.Strength[1] == design.HighZ {
				s.Resolved, s.Strong = true, true
			}
		}
	}
	e.spreadStrength()
	e.floating()
}

// spreadStrength resolves by strength, too, what a switch passes on to a net that is.
func (e *elab) spreadStrength() {
	var work []*design.Signal
	for _, s := range e.des.Signals {
		if s.Strong {
			work = append(work, s)
		}
	}
	for len(work) > 0 {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		for _, a := range s.Drivers {
			if a.RHS == nil || !a.RHS.ThreeState() {
				continue
			}
			a.RHS.Walk(func(x *design.Expr) bool {
				if x.Op != design.OpSignal || x.Sig.Strong || x.Sig.Net == design.NetVar || x.Sig.Words > 0 || x.Sig.Real {
					return true
				}
				for _, d := range x.Sig.Drivers {
					if x.Sig.Resolved || d.RHS != nil && d.RHS.ThreeState() {
						x.Sig.Strong, x.Sig.Resolved = true, true
						work = append(work, x.Sig)
						break
					}
				}
				return true
			})
		}
	}
}

// floating gives a driver of z to every plain net without drivers that some event control waits for, and to every undriven supply, tri0
// or tri1 net: its value arrives at time 0 as that of any constant does, and wakes an always @* that is already waiting (see
// design.Assign.LateStart and design.Signal.LateLevel).
func (e *elab) floating() {
	done := map[*design.Signal]bool{}
	var list []*design.Signal
	see := func(s *design.Signal) {
		if !done[s] && s.Net != design.NetVar && !s.Hidden && !s.Real && s.Words == 0 && len(s.Drivers) == 0 {
			done[s] = true
			list = append(list, s)
		}
	}
	for _, s := range e.des.Signals {
		switch s.Net {
		case design.NetTri0, design.NetTri1, design.NetSupply0, design.NetSupply1:
			see(s)
		}
	}
	for _, ev := range e.des.Events {
		for _, it := range ev.Items {
			if it.Signal != nil && !it.Signal.Resolved {
				see(it.Signal)
			}
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	for _, s := range list {
		a := &design.Assign{Kind: design.AssignCont, LHS: []design.LValue{{Sig: s, Width: s.Width, Pos: s.Pos}}, Scope: s.Scope, Pos: s.Pos,
			RHS: konst(logic.Filled(s.Width, logic.LZ), false, s.Pos), Desc: "nothing drives " + s.Name, Immediate: true}
		e.addAssign(a)
		s.Drivers = append(s.Drivers, a)
	}
}

// order sorts scopes, declarations and processes into their final order and numbers everything.
func (e *elab) order() {
	e.des.Scopes = nil
	var visit func(d *design.Scope)
	visit = func(d *design.Scope) {
		d.ID = len(e.des.Scopes)
		e.des.Scopes = append(e.des.Scopes, d)
		for _, sym := range e.byDesign[d].order {
			if sym.decl != nil {
				d.Decls = append(d.Decls, sym.decl)
			}
			d.Decls = append(d.Decls, sym.elems...)
			if (sym.kind == symFunc || sym.kind == symTask) && sym.sub != nil {
				sym.sub.ID = len(e.des.Subs)
				e.des.Subs = append(e.des.Subs, sym.sub)
			}
		}
		d.Decls = append(d.Decls, e.byDesign[d].words...)
		sort.SliceStable(d.Children, func(i, j int) bool { return d.Children[i].Pos < d.Children[j].Pos })
		for _, c := range d.Children {
			visit(c)
		}
	}
	e.des.Subs = nil
	for _, t := range e.des.Tops {
		visit(t)
	}
	sort.SliceStable(e.des.Signals, func(i, j int) bool {
		a, b := e.des.Signals[i], e.des.Signals[j]
		if a.Hidden != b.Hidden {
			return b.Hidden
		}
		if a.Hidden {
			return false
		}
		if a.Scope.ID != b.Scope.ID {
			return a.Scope.ID < b.Scope.ID
		}
		return a.Pos < b.Pos
	})
	for i, s := range e.des.Signals {
		s.ID = i
	}
	for i, x := range e.des.NamedEvents {
		x.ID = i
	}
	for i, x := range e.des.Events {
		x.ID = i
	}
	for i, x := range e.des.Assigns {
		x.ID = i
	}
	rank := func(p *design.Process) int {
		if p.Push {
			return 1
		}
		return 2
	}
	ps := e.des.Processes
	sort.SliceStable(ps, func(i, j int) bool {
		a, b := ps[i], ps[j]
		if ra, rb := rank(a), rank(b); ra != rb {
			return ra < rb
		} else if ra == 1 {
			return a.ID > b.ID
		}
		return a.ID < b.ID
	})
	for i, p := range ps {
		p.ID = i
	}
}
