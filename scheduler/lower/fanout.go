package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/scheduler/program"
)

// canon is the signal whose storage s shares.
func (lw *lowerer) canon(s *design.Signal) *design.Signal {
	if s.ID < 0 || s.ID >= len(lw.rep) {
		return s
	}
	return lw.rep[s.ID]
}

// alias finds the assigns that are plain whole copies and lets their targets share the source's storage. The copy is
// immediate, so nobody can see the two apart.
func (lw *lowerer) alias() {
	d := lw.d
	lw.rep = make([]*design.Signal, len(d.Signals))
	lw.aliased = map[*design.Assign]bool{}
	for i, s := range d.Signals {
		lw.rep[i] = s
	}
	if lw.opts.NoAlias {
		return
	}
	parent := make([]int, len(d.Signals))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for _, a := range d.Assigns {
		if !a.Immediate || a.Delay[0] != nil || a.UDP != nil || len(a.LHS) != 1 || a.RHS == nil || a.RHS.Op != design.OpSignal ||
			a.Strength != [2]design.Strength{design.Strong, design.Strong} {
			continue
		}
		to, from := a.LHS[0].Sig, a.RHS.Sig
		if !a.LHS[0].Whole() || to.Net == design.NetVar || !sharable(to) || !sharable(from) || to.Width != from.Width ||
			to.Real != from.Real || len(to.Drivers) != 1 || to.Resolved || from.Resolved && from.Strong {
			continue
		}
		t, s := find(to.ID), find(from.ID)
		if t == s || t != to.ID {
			continue // a cycle of copies stays as it is
		}
		parent[t] = s
		lw.aliased[a] = true
	}
	for i := range d.Signals {
		lw.rep[i] = d.Signals[find(i)]
	}
}

// sharable tells that nothing but its driver and its readers ever touches s.
func sharable(s *design.Signal) bool {
	return s.Words == 0 && !s.Forced && !s.Strong && s.Frame == nil
}

// fanout builds the rows of every signal, in the order that design.NewFanout lays down, and the items of events.
func (lw *lowerer) fanout() {
	d, p := lw.d, lw.p
	for _, ev := range d.Events {
		for _, it := range ev.Items {
			item := program.Item{Event: uint32(ev.ID)}
			switch {
			case it.Named != nil:
				item.Signal, item.Edge = lw.events[it.Named.ID], program.EdgeNamed
			default:
				st := lw.stor[it.Signal]
				if st.index < 0 {
					lw.errorf(ev.Pos, "an event control on an automatic variable is not supported yet")
					return
				}
				item.Signal, item.Edge = uint32(st.index), uint32(it.Edge)
			}
			p.Items = append(p.Items, item)
		}
	}
	for i := range lw.procs {
		pr := &lw.procs[i]
		if pr.a == nil {
			continue
		}
		for _, s := range pr.a.Reads {
			p.Items = append(p.Items, program.Item{Event: pr.event, Signal: uint32(lw.stor[s].index), Edge: program.EdgeAny})
		}
	}

	groups := make([][]int, len(d.Signals)) // members of each shared storage
	for i, s := range d.Signals {
		r := lw.canon(s).ID
		_ = s
		groups[r] = append(groups[r], i)
	}
	force := make([][]*node, len(d.Signals))
	for _, n := range lw.nodes {
		if n.proc != nil {
			for _, s := range n.proc.Reads {
				if s.ID >= 0 {
					force[s.ID] = append(force[s.ID], n)
				}
			}
		}
	}
	for id, members := range groups {
		s := d.Signals[id]
		st := lw.stor[s]
		if st == nil || st.index < 0 || lw.canon(s) != s {
			continue
		}
		seen := map[program.Fan]bool{}
		add := func(k, t uint32) {
			r := program.Fan{Kind: k, Target: t}
			if !seen[r] {
				seen[r] = true
				st.fan = append(st.fan, r)
			}
		}
		addNode := func(n *node) {
			if n == nil {
				return
			}
			if n.now {
				st.now = true
				add(program.FanNodeNow, n.index)
			} else {
				add(program.FanNodeLate, n.index)
			}
		}
		sinks := func(take func(k design.Sink)) {
			for _, m := range members {
				for _, k := range lw.fan.Signals[m] {
					take(k)
				}
			}
		}
		sinks(func(k design.Sink) {
			if k.Assign != nil && !k.Assign.Immediate {
				addNode(lw.assigns[k.Assign])
			}
		})
		sinks(func(k design.Sink) {
			if k.Assign != nil && k.Assign.Immediate {
				addNode(lw.assigns[k.Assign])
			}
		})
		for _, m := range members {
			for _, n := range force[m] {
				addNode(n)
			}
		}
		for _, n := range lw.nodes {
			if n.watch != nil && lw.canon(n.reads) == s {
				addNode(n)
			}
		}
		sinks(func(k design.Sink) {
			if k.Event != nil {
				add(program.FanItem, p.Events[k.Event.ID].Item+uint32(k.Item))
			}
		})
		for i := range lw.procs {
			pr := &lw.procs[i]
			if pr.a == nil {
				continue
			}
			for j, r := range pr.a.Reads {
				if lw.canon(r) == s {
					add(program.FanItem, p.Events[pr.event].Item+uint32(j))
				}
			}
		}
		for _, m := range members {
			for _, l := range lw.monitorsOf[m] {
				add(program.FanMonitor, uint32(l))
			}
		}
		lw.rows(uint32(st.index), st.fan)
		st.published = st.published || len(st.fan) > 0 || s.Forced
	}
	for _, n := range lw.nodes {
		if n.watch != nil {
			lw.rows(n.copy, []program.Fan{{Kind: program.FanMonitor, Target: uint32(n.label)}})
		}
	}
	for i := range d.NamedEvents {
		var list []program.Fan
		for _, k := range lw.fan.Named[i] {
			list = append(list, program.Fan{Kind: program.FanItem, Target: p.Events[k.Event.ID].Item + uint32(k.Item)})
		}
		lw.rows(lw.events[i], list)
	}
}

// rows appends the fan-out of a signal.
func (lw *lowerer) rows(sig uint32, list []program.Fan) {
	p := lw.p
	p.Signals[sig].Fan, p.Signals[sig].NumFan = uint32(len(p.Fanout)), uint32(len(list))
	p.Fanout = append(p.Fanout, list...)
}

// planMonitors gives every $monitor a label and lists, by signal, the monitors that watch it. As in Icarus Verilog, only
// arguments that are names, constant selects and words with constant indices make it print; a part or a word is
// watched through a node that copies it, so that changes elsewhere in the signal do not count.
func (lw *lowerer) planMonitors() {
	lw.monitorsOf = map[int][]int{}
	lw.eachBody(func(b design.Stmt) {
		walkStmts(b, func(s design.Stmt) {
			t, ok := s.(*design.SysTask)
			if !ok || sysTaskKind(t.Name) != taskMonitor {
				return
			}
			if _, ok := lw.monitors[t]; ok {
				return
			}
			l := lw.label()
			lw.monitors[t] = l
			for _, a := range t.Args {
				if a.Value == nil || isTime(a.Value) {
					continue
				}
				e := a.Value
				for e.Op == design.OpSigned {
					e = e.Args[0]
				}
				base := e
				if e.Op == design.OpPart {
					base = e.Args[0]
				}
				switch {
				case e.Op == design.OpSignal && e.Sig.Frame == nil:
					if by := lw.monitorsOf[e.Sig.ID]; len(by) == 0 || by[len(by)-1] != l {
						lw.monitorsOf[e.Sig.ID] = append(by, l)
					}
				case base.Op == design.OpSignal && base.Sig.Frame == nil:
					lw.watch(e, base.Sig, l)
				case base.Op == design.OpWord && base.Sig.Frame == nil:
					if n, ok := constIndex(base.Args[0]); ok && n >= 0 && n < base.Sig.Words {
						lw.watch(e, base.Sig, l)
					}
				}
			}
		})
	})
}

// watch adds a node that copies e, part of sig, to a signal that the monitor at label l watches.
func (lw *lowerer) watch(e *design.Expr, sig *design.Signal, l int) {
	n := &node{index: uint32(len(lw.nodes)), watch: e, reads: sig, now: true, width: e.Width, label: l}
	lw.nodes = append(lw.nodes, n)
}
