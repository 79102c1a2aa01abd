package design

import (
	"maps"
	"slices"
	"sort"

	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Sink is one reader of a signal or named event: exactly one of Assign and Event is set. Item is the index of the
// alternative in Event.Items.
type Sink struct {
	Assign *Assign
	Event  *Event
	Item   int
}

// Fanout tells who is visited, and in which order, when a signal changes or a named event is triggered. It is part of
// the contract on the order of events: every engine and the reference interpreter visit sinks in this order.
type Fanout struct {
	Signals [][]Sink // by Signal.ID
	Named   [][]Sink // by NamedEvent.ID
}

// NewFanout builds the fan-out of d, in the order in which the linker of Icarus Verilog hangs readers on a signal. It
// depends on what drives the signal, since a reader that stands in front of its driver in the linker's input is linked
// late, and the last linked is visited first:
//
//   - A variable, or a net without a driver: the gates of its scope and those in front in design order, the events that
//     belong to scopes in front of its home, then scope by scope, the last first, the other assigns, the latest first, the
//     events, and, in scopes behind its own, the gates, the latest first.
//   - A net with several drivers: the gates in design order, the other assigns, the latest first, then the events.
//   - A net that a gate drives: the gates in front of the driver, the other assigns, the latest first, the events, then
//     the gates behind the driver, the latest first. So a process that waits for the net runs before what is computed
//     from it further down in the text.
//   - A net that another assign drives: the events, the gates, the other assigns in front of the driver, then those
//     behind it, the latest first.
//
// A gate here is an assign that is queued, or a plain copy.
//
// Events are in an order of their own, which depends on where the signal is at home (see homes) and where each event
// belongs (see eventPlaces): events of scopes in front of the home, the later ones first; then those of the home and of
// scopes behind it, the last scope first and in it the earlier events first. For a named event, the event control on it
// alone comes first.
func NewFanout(d *Design) *Fanout {
	f := &Fanout{Signals: make([][]Sink, len(d.Signals)), Named: make([][]Sink, len(d.NamedEvents))}
	gates := make([][]*Assign, len(d.Signals))
	others := make([][]*Assign, len(d.Signals))
	for _, a := range d.Assigns {
		for _, s := range a.Reads {
			if a.gate() {
				gates[s.ID] = append(gates[s.ID], a)
			} else {
				others[s.ID] = append(others[s.ID], a)
			}
		}
	}
	o := newScopeOrder(d)
	where := o.eventPlaces(d)
	home := o.homes(d)
	events := make([][]Sink, len(d.Signals))
	for _, ev := range d.Events {
		for i, it := range ev.Items {
			if it.Signal != nil {
				events[it.Signal.ID] = append(events[it.Signal.ID], Sink{Event: ev, Item: i})
			}
		}
	}
	for id, list := range events {
		h := home[id]
		sort.SliceStable(list, func(i, j int) bool {
			a, b := list[i], list[j]
			wa, wb := where[a.Event.ID], where[b.Event.ID]
			front := wa.scope < h
			switch {
			case front != (wb.scope < h):
				return front
			case wa.scope != wb.scope:
				return (wa.scope < wb.scope) == front
			case wa.pos != wb.pos:
				return (wa.pos > wb.pos) == front
			case a.Event != b.Event:
				return (a.Event.ID > b.Event.ID) == front
			}
			return a.Item < b.Item
		})
		var out []Sink
		add := func(list []*Assign, reverse bool, keep func(*Assign) bool) {
			for i := range list {
				a := list[i]
				if reverse {
					a = list[len(list)-1-i]
				}
				if keep(a) {
					out = append(out, Sink{Assign: a})
				}
			}
		}
		all := func(*Assign) bool { return true }
		var driver *Assign
		if s := d.Signals[id]; s.Net != NetVar && len(s.Drivers) == 1 && !s.Drivers[0].Plain() {
			driver = s.Drivers[0]
		}
		front := func(a *Assign) bool { return a.ID < driver.ID }
		behind := func(a *Assign) bool { return a.ID >= driver.ID }
		switch {
		case driver == nil && len(d.Signals[id].Drivers) == 0 && d.Signals[id].Scope != nil:
			// What scopes behind the declaration hold is linked as it is read; all in front of it later, and visited first.
			at := o.before[d.Signals[id].Scope]
			scope := func(a *Assign) int {
				if a.Scope == nil {
					return at
				}
				return o.before[a.Scope]
			}
			add(gates[id], false, func(a *Assign) bool { return scope(a) <= at })
			behind := map[int]bool{at: true}
			for _, list := range [][]*Assign{gates[id], others[id]} {
				for _, a := range list {
					behind[max(scope(a), at)] = true
				}
			}
			for len(list) > 0 && where[list[0].Event.ID].scope < home[id] {
				out, list = append(out, list[0]), list[1:]
			}
			for _, k := range list {
				behind[where[k.Event.ID].scope] = true
			}
			for _, n := range slices.Backward(slices.Sorted(maps.Keys(behind))) {
				add(others[id], true, func(a *Assign) bool { return max(scope(a), at) == n })
				for len(list) > 0 && where[list[0].Event.ID].scope == n {
					out, list = append(out, list[0]), list[1:]
				}
				if n > at {
					add(gates[id], true, func(a *Assign) bool { return scope(a) == n })
				}
			}
			out = append(out, list...)
		case driver == nil:
			add(gates[id], false, all)
			add(others[id], true, all)
			out = append(out, list...)
		case !driver.gate():
			out = append(out, list...)
			add(gates[id], false, all)
			add(others[id], false, front)
			add(others[id], true, behind)
		default:
			add(gates[id], false, front)
			add(others[id], true, all)
			out = append(out, list...)
			add(gates[id], true, behind)
		}
		f.Signals[id] = out
	}
	for _, alone := range []bool{true, false} {
		for _, ev := range d.Events {
			for i, it := range ev.Items {
				if it.Named != nil && (len(ev.Items) == 1) == alone {
					f.Named[it.Named.ID] = append(f.Named[it.Named.ID], Sink{Event: ev, Item: i})
				}
			}
		}
	}
	return f
}

// gate tells that Icarus Verilog makes a gate of a: bitwise and logical operators, selects, and buffers for plain copies.
func (a *Assign) gate() bool { return !a.Immediate || a.RHS != nil && a.RHS.Op == OpSignal }

// scopeOrder numbers scopes by name: before gives parents in front of their children, after behind them.
type scopeOrder struct {
	before, after map[*Scope]int
}

func newScopeOrder(d *Design) *scopeOrder {
	o := &scopeOrder{before: map[*Scope]int{}, after: map[*Scope]int{}}
	var named func(list []*Scope)
	named = func(list []*Scope) {
		list = append([]*Scope(nil), list...)
		sort.SliceStable(list, func(i, j int) bool { return list[i].Name < list[j].Name })
		for _, s := range list {
			o.before[s] = len(o.before)
			named(s.Children)
			o.after[s] = len(o.after)
		}
	}
	named(d.Tops)
	return o
}

// eventPlace is where an event belongs: the number (before) of a scope, and the event control there.
type eventPlace struct {
	scope int
	pos   source.Pos
}

// eventPlaces gives the place of every event: of all scopes that wait for it the one that comes first when children are counted in
// front of their parents, and there the last control that waits for it.
func (o *scopeOrder) eventPlaces(d *Design) []eventPlace {
	first := make([]*Scope, len(d.Events))
	where := make([]eventPlace, len(d.Events))
	see := func(sc *Scope, st Stmt) {
		var ev *Event
		switch st := st.(type) {
		case *EventCtl:
			ev = st.Event
		case *WaitStmt:
			ev = st.Event
		case *AssignStmt:
			ev = st.Event
		}
		if ev == nil {
			return
		}
		if f := first[ev.ID]; f == nil || o.after[sc] < o.after[f] || sc == f && st.Position() > where[ev.ID].pos {
			first[ev.ID] = sc
			where[ev.ID] = eventPlace{o.before[sc], st.Position()}
		}
	}
	for _, s := range d.Subs {
		eachStmt(s.Scope, s.Body, see)
	}
	for _, p := range d.Processes {
		eachStmt(p.Scope, p.Body, see)
	}
	return where
}

// homes gives, per signal, the number (before) of its home: of all scopes that declare it under some name, the one that comes
// first when children are counted in front of their parents.
func (o *scopeOrder) homes(d *Design) []int {
	best := make([]*Scope, len(d.Signals))
	for _, sc := range d.Scopes {
		for _, dc := range sc.Decls {
			if dc.Signal == nil {
				continue
			}
			if b := best[dc.Signal.ID]; b == nil || o.after[sc] < o.after[b] {
				best[dc.Signal.ID] = sc
			}
		}
	}
	home := make([]int, len(d.Signals))
	for i, s := range d.Signals {
		switch {
		case best[i] != nil:
			home[i] = o.before[best[i]]
		case s.Scope != nil:
			home[i] = o.before[s.Scope]
		}
	}
	return home
}

// eachStmt calls f for st and every statement below it, with the scope around each: sc or a named block inside.
func eachStmt(sc *Scope, st Stmt, f func(*Scope, Stmt)) {
	if st == nil {
		return
	}
	f(sc, st)
	all := func(list []Stmt) {
		for _, x := range list {
			eachStmt(sc, x, f)
		}
	}
	switch st := st.(type) {
	case *Block:
		if st.Scope != nil {
			sc = st.Scope
		}
		all(st.Stmts)
	case *Fork:
		if st.Scope != nil {
			sc = st.Scope
		}
		all(st.Stmts)
	case *If:
		all([]Stmt{st.Then, st.Else})
	case *Case:
		for i := range st.Items {
			eachStmt(sc, st.Items[i].Body, f)
		}
		eachStmt(sc, st.Default, f)
	case *Forever:
		eachStmt(sc, st.Body, f)
	case *Repeat:
		eachStmt(sc, st.Body, f)
	case *While:
		eachStmt(sc, st.Body, f)
	case *For:
		all([]Stmt{st.Init, st.Step, st.Body})
	case *Delay:
		eachStmt(sc, st.Body, f)
	case *EventCtl:
		eachStmt(sc, st.Body, f)
	case *WaitStmt:
		eachStmt(sc, st.Body, f)
	}
}

// LateStart tells that a constant takes part in the value of a. In Icarus Verilog constants arrive as active events of
// time 0, behind the processes with Push and in front of all others, so such an assign is first evaluated there (or,
// when it is queued, joins the active queue there) and wakes what already waits: an always @* that reads a tied-off
// input runs at time 0. Gates count too: their unused inputs are tied to constants. All other assigns are evaluated
// before any process starts, and wake nobody.
func (a *Assign) LateStart() bool {
	late := false
	see := func(e *Expr) bool {
		switch e.Op {
		case OpConst, OpAnd, OpOr, OpXor, OpXnor, OpLogAnd, OpLogOr:
			late = true
		case OpResize:
			late = late || len(e.Args) > 0 && e.Width > e.Args[0].Width && !e.Args[0].Signed
		}
		return !late && e.Op != OpWord
	}
	a.RHS.Walk(see)
	for _, in := range a.Inputs {
		in.Walk(see)
	}
	return late
}

// LateLevel tells that s is a net whose type alone gives it its value: a supply or a tri0 or tri1 that nothing drives, but for a
// constant z. Icarus Verilog takes such a value for a constant: it arrives as an event of time 0 (see LateStart).
func (s *Signal) LateLevel() bool {
	switch s.Net {
	case NetTri0, NetTri1, NetSupply0, NetSupply1:
		return len(s.Drivers) == 1 && s.Drivers[0].Plain() && s.Drivers[0].RHS.Val.AllBits(logic.LZ)
	}
	return false
}

// Plain tells that a's right side is a constant alone: it then reaches its target in the event that starts it, even
// when a is not Immediate.
func (a *Assign) Plain() bool { return a.RHS != nil && a.RHS.Op == OpConst }
