package lower

import (
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
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
		rhs := a.RHS
		for rhs != nil && rhs.Op == design.OpSigned && rhs.Width == rhs.Args[0].Width {
			rhs = rhs.Args[0]
		}
		if !a.Immediate || a.Delay[0] != nil || a.UDP != nil || len(a.LHS) != 1 || rhs == nil || rhs.Op != design.OpSignal ||
			a.Strength != [2]design.Strength{design.Strong, design.Strong} {
			continue
		}
		to, from := a.LHS[0].Sig, rhs.Sig
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
					lw.errorf(ev.Pos, "an event control on an automatic variable was left")
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
		groups[r] = append(groups[r], i)
	}
	// Readers that the design does not know as such, by the signal whose storage they read.
	others := make([][]*node, len(d.Signals))
	other := func(n *node, list ...*design.Signal) {
		for _, s := range list {
			if s.ID >= 0 {
				id := lw.canon(s).ID
				others[id] = append(others[id], n)
			}
		}
	}
	for _, n := range lw.nodes {
		switch {
		case n.proc != nil:
			other(n, n.proc.Reads...)
		case n.watch != nil:
			other(n, n.reads)
		case n.file != nil:
			other(n, n.file.reads...)
		}
	}
	waits := make([][]uint32, len(d.Signals)) // items of assigns that are processes
	for i := range lw.procs {
		if pr := &lw.procs[i]; pr.a != nil {
			for j, r := range pr.a.Reads {
				id := lw.canon(r).ID
				waits[id] = append(waits[id], p.Events[pr.event].Item+uint32(j))
			}
		}
	}
	for id, members := range groups {
		s := d.Signals[id]
		st := lw.stor[s]
		if st == nil || st.index < 0 || lw.canon(s) != s {
			continue
		}
		if lw.signalNow[s] {
			st.now = true
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
			if n.prim {
				// The output has its place in the queue where the input's change finds it, changed or not.
				add(program.FanNodeLate, n.index+1)
			}
			if n.now {
				st.now = true
				add(program.FanNodeNow, n.index)
			} else {
				add(program.FanNodeLate, n.index)
			}
		}
		// The readers of a copy stand where the copy's own assign stood.
		var visit func(id int)
		visit = func(id int) {
			for _, k := range lw.fan.Signals[id] {
				switch {
				case k.Event != nil:
					add(program.FanItem, p.Events[k.Event.ID].Item+uint32(k.Item))
				case lw.aliased[k.Assign]:
					visit(k.Assign.LHS[0].Sig.ID)
				default:
					if _, ok := lw.hidden[k.Assign]; !ok {
						addNode(lw.assigns[k.Assign])
					}
				}
			}
		}
		visit(id)
		for _, n := range others[id] {
			addNode(n)
		}
		for _, item := range waits[id] {
			add(program.FanItem, item)
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
		if n.via != nil && !n.prim {
			kind := uint32(program.FanNodeLate)
			if n.now {
				kind = program.FanNodeNow
			}
			lw.rows(uint32(lw.stor[n.via].index), []program.Fan{{Kind: kind, Target: n.index}})
		}
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

// planWrites notes what triggers the events that nonblocking assignments wait for: behind those the assignments are carried out.
// It tells whether there are any.
func (lw *lowerer) planWrites() bool {
	found := false
	lw.eventNow = map[*design.NamedEvent]bool{}
	lw.signalNow = map[*design.Signal]bool{}
	lw.eachBody(func(b design.Stmt) {
		walkStmts(b, func(s design.Stmt) {
			a, ok := s.(*design.AssignStmt)
			if !ok || !a.NonBlocking || a.Event == nil {
				return
			}
			found = true
			for _, it := range a.Event.Items {
				if it.Named != nil {
					lw.eventNow[it.Named] = true
				} else {
					lw.signalNow[lw.canon(it.Signal)] = true
				}
			}
		})
	})
	return found
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
			if !strings.HasPrefix(t.Name, "$monitor") {
				lw.fileMonitor(t, l)
				return
			}
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

// fileMonitor is a $fmonitor or a $dumpports: unlike $monitor, several can be active. A node that reads its arguments puts its segment
// among the strobes, once a time step.
type fileMonitor struct {
	task    *design.SysTask
	label   int // of the segment that prints
	reads   []*design.Signal
	active  uint32 // address of a bit: the statement was executed
	pending uint32 // address of a bit: it prints at the end of this time step
}

func (lw *lowerer) fileMonitor(t *design.SysTask, l int) {
	m := &fileMonitor{task: t, label: l}
	for i, a := range t.Args {
		if i == 0 || a.Value == nil || isTime(a.Value) {
			continue
		}
		e := a.Value
		for e.Op == design.OpSigned || e.Op == design.OpPart {
			e = e.Args[0]
		}
		if (e.Op == design.OpSignal || e.Op == design.OpWord && e.Args[0].Op == design.OpConst) && e.Sig.Frame == nil {
			m.reads = append(m.reads, e.Sig)
		}
	}
	lw.files[t] = m
	lw.nodes = append(lw.nodes, &node{index: uint32(len(lw.nodes)), file: m, now: true, width: 1})
}

// printLater puts the segment of m among the strobes of this time step unless it is there.
func (f *flow) printLater(m *fileMonitor) {
	u := f.u
	u.ifThen(u.un(program.OpNot, 1, 0, 0, u.load(m.pending, 1, false)), func() {
		u.save(m.pending, false, u.bit(logic.L1))
		u.emit(program.Instr{Op: program.OpStrobe, A: uint32(m.label)})
		u.take(needs{strobe: 2})
	}, nil)
}

// fileCode lowers the node of m.
func (lw *lowerer) fileCode(n *node) {
	m := n.file
	n.commit = -1
	n.seg = lw.pieceOf(unitNode, m.task.Name, nil, m.task.Pos, nil, func(f *flow) {
		f.u.ifThen(f.u.load(m.active, 1, false), func() { f.printLater(m) }, nil)
	})
}
