package elab

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Event controls and waits on variables of automatic tasks. The design knows waiters of static storage alone, so such a control becomes
// a loop around a hidden named event of the task: whoever writes a variable that is waited for looks at the edges, counts those that
// somebody waits for in a variable of the same activation, and triggers; whoever waits does so until the count has moved.

// autoItem is one alternative of such an event control: an expression over automatic variables, or any change of an array of them.
type autoItem struct {
	edge  design.Edge
	x     *design.Expr
	array *design.Signal
}

// autoEvent is what an event control waits for that looks at automatic variables.
type autoEvent struct {
	sub    *design.Subroutine
	static []design.EventItem
	items  []autoItem
	count  *design.Signal // hidden, of the activation: how often it has happened
	// loose tells that whoever waits looks for himself whether the event has happened: he may be woken for nothing.
	loose bool
}

// autoState is what automatic.go keeps over an elaboration.
type autoState struct {
	events map[*design.Event]*autoEvent // events that only stand for what automaticWaits puts in their place
	order  []*autoEvent
}

// autoEvent notes an event control in s; the event that it gives stands for it until automaticWaits.
func (e *elab) autoEvent(s *scope, static []design.EventItem, items []autoItem, pos source.Pos) *design.Event {
	a := &autoEvent{sub: s.sub, static: static, items: items}
	for _, it := range items {
		used := []*design.Signal{it.array}
		if it.array == nil {
			used = reads(it.x)
		}
		for _, sig := range used {
			if s.sub == nil || sig.Frame != s.sub {
				e.diags.Errorf(codeNotEvent, pos, "a variable of an automatic task can be waited for in that task alone (IEEE 1364-2005 10.2.1)")
				return nil
			}
		}
	}
	ev := &design.Event{Pos: pos}
	if e.autos.events == nil {
		e.autos.events = map[*design.Event]*autoEvent{}
	}
	e.autos.events[ev] = a
	e.autos.order = append(e.autos.order, a)
	return ev
}

// autoItems gives the alternatives of any change of sigs, the static ones and the automatic ones.
func autoItems(sigs []*design.Signal) (static []design.EventItem, items []autoItem) {
	for _, sig := range sigs {
		switch {
		case sig.Frame == nil:
			static = append(static, design.EventItem{Signal: sig})
		case sig.Words > 0:
			items = append(items, autoItem{array: sig})
		default:
			items = append(items, autoItem{x: wholeOf(sig, sig.Pos)})
		}
	}
	return static, items
}

// wholeOf reads all of a variable that is no array.
func wholeOf(sig *design.Signal, pos source.Pos) *design.Expr {
	return &design.Expr{Op: design.OpSignal, Width: sig.Width, Signed: sig.Signed || sig.Real, Real: sig.Real, Sig: sig, Pos: pos}
}

// autoSub is the work on one subroutine.
type autoSub struct {
	e      *elab
	sub    *design.Subroutine
	scope  *scope
	events []*autoEvent
	wake   *design.NamedEvent
	woken  *design.Signal // static: how often wake was triggered in any activation
	// waiting is, of each activation, how many wait for wake, or more where some were disabled. Without any there is no trigger: other
	// activations keep the order in which they wait.
	waiting *design.Signal
}

// automaticWaits puts loops in the place of event controls on automatic variables.
func (e *elab) automaticWaits() {
	done := map[*design.Subroutine]*autoSub{}
	var list []*autoSub
	for _, ev := range e.autos.order {
		w := done[ev.sub]
		if w == nil {
			w = &autoSub{e: e, sub: ev.sub, scope: e.byDesign[ev.sub.Scope]}
			done[ev.sub] = w
			list = append(list, w)
		}
		w.events = append(w.events, ev)
	}
	for _, w := range list {
		w.wake = &design.NamedEvent{ID: len(e.des.NamedEvents), Name: w.sub.Name + "._wake", Scope: w.sub.Scope, Pos: w.sub.Pos}
		e.des.NamedEvents = append(e.des.NamedEvents, w.wake)
		w.woken = e.newSignal(w.scope, design.Signal{Net: design.NetVar, Width: 32, MSB: 31, Hidden: true, Pos: w.sub.Pos})
		w.waiting = w.local(32, false, w.sub.Pos)
		for _, ev := range w.events {
			ev.count = w.local(32, false, w.sub.Pos)
		}
		zero := konst(logic.New(32), false, w.sub.Pos)
		first := []design.Stmt{set(w.waiting, zero)}
		for _, ev := range w.events {
			first = append(first, set(ev.count, zero))
		}
		w.sub.Body = &design.Block{At: design.At{Pos: w.sub.Pos}, Stmts: append(first, mapStmt(w.sub.Body, w.stmt))}
	}
}

// local makes a hidden variable of each activation.
func (w *autoSub) local(width int, real bool, pos source.Pos) *design.Signal {
	sig := w.e.newSignal(w.scope, design.Signal{Net: design.NetVar, Width: width, Real: real, MSB: width - 1, Hidden: true, Pos: pos})
	sig.Frame = w.sub
	w.sub.Locals = append(w.sub.Locals, sig)
	return sig
}

func set(sig *design.Signal, x *design.Expr) design.Stmt {
	return &design.AssignStmt{At: design.At{Pos: x.Pos}, LHS: []design.LValue{{Sig: sig, Width: sig.Width, Pos: x.Pos}}, RHS: x}
}

// add makes a counter count, or count back with OpSub.
func add(op design.Op, counter *design.Signal, pos source.Pos) design.Stmt {
	one := konst(logic.FromUint64(32, 1), false, pos)
	return set(counter, op2(op, 32, false, pos, wholeOf(counter, pos), one))
}

// countUp makes sig, a counter that starts as x, count.
func countUp(sig *design.Signal, pos source.Pos) design.Stmt {
	now := wholeOf(sig, pos)
	fresh := op2(design.OpCaseEq, 1, false, pos, op1(design.OpRedXor, 1, false, pos, now), konst(logic.LX.Vec(), false, pos))
	next := op2(design.OpAdd, 32, false, pos, now, konst(logic.FromUint64(32, 1), false, pos))
	return set(sig, &design.Expr{Op: design.OpCond, Width: 32, Pos: pos, Args: []*design.Expr{fresh, konst(logic.New(32), false, pos), next}})
}

// stmt is what stands in the place of st, whose inner statements have been replaced.
func (w *autoSub) stmt(st design.Stmt) design.Stmt {
	switch st := st.(type) {
	case *design.EventCtl:
		if ev := w.e.autos.events[st.Event]; ev != nil {
			return &design.Block{At: st.At, Stmts: append(w.wait(ev, st.Pos), st.Body)}
		}
	case *design.WaitStmt:
		if ev := w.e.autos.events[st.Event]; ev != nil {
			c := *st
			c.Event = w.either(ev, st.Pos)
			c.Body = &design.Block{At: st.At, Stmts: []design.Stmt{add(design.OpSub, w.waiting, st.Pos), st.Body}}
			return &design.Block{At: st.At, Stmts: []design.Stmt{add(design.OpAdd, w.waiting, st.Pos), &c}}
		}
	case *design.AssignStmt:
		return w.assign(st)
	case *design.SysTask:
		for _, a := range st.Args {
			if a.Target != nil {
				return w.watched(st, []design.LValue{*a.Target})
			}
		}
	case *design.TaskCall:
		return w.call(st)
	}
	return st
}

// assign splits what waits inside an assignment from the write, and has the write watched.
func (w *autoSub) assign(st *design.AssignStmt) design.Stmt {
	ev := w.e.autos.events[st.Event]
	targets := st.LHS
	st.RHS.Walk(func(x *design.Expr) bool {
		for i := range x.SysArgs {
			if t := x.SysArgs[i].Target; t != nil {
				targets = append(targets[:len(targets):len(targets)], *t)
			}
		}
		return true
	})
	if st.NonBlocking || ev == nil && (st.Delay == nil && st.Event == nil || len(w.seenBy(targets)) == 0) {
		if st.NonBlocking {
			return st
		}
		return w.watched(st, targets)
	}
	keep := w.local(max(st.RHS.Width, 1), st.RHS.Real, st.Pos)
	list := []design.Stmt{set(keep, resign(st.RHS, false))}
	value := wholeOf(keep, st.Pos)
	if !st.RHS.Real {
		value = resign(value, st.RHS.Signed)
	}
	write := w.watched(&design.AssignStmt{At: st.At, LHS: st.LHS, RHS: value}, st.LHS)
	switch {
	case st.Delay != nil:
		return &design.Block{At: st.At, Stmts: append(list, &design.Delay{At: st.At, Ticks: st.Delay, Body: write})}
	case ev == nil:
		list = append(list, w.times(st, &design.EventCtl{At: st.At, Event: st.Event, Body: &design.Null{At: st.At}}))
	default:
		list = append(list, w.times(st, &design.Block{At: st.At, Stmts: w.wait(ev, st.Pos)}))
	}
	return &design.Block{At: st.At, Stmts: append(list, write)}
}

// times repeats a wait as often as an assignment says.
func (w *autoSub) times(st *design.AssignStmt, wait design.Stmt) design.Stmt {
	if st.Repeat == nil {
		return wait
	}
	return &design.Repeat{At: st.At, Count: st.Repeat, Body: wait}
}

// call has what a task gives back written one by one, behind it.
func (w *autoSub) call(st *design.TaskCall) design.Stmt {
	var targets []design.LValue
	for _, out := range st.Outs {
		targets = append(targets, out.Targets...)
	}
	if len(w.seenBy(targets)) == 0 {
		return st
	}
	c := *st
	c.Outs = nil
	list := []design.Stmt{&c}
	for _, out := range st.Outs {
		keep := w.local(out.Value.Width, out.Value.Real, st.Pos)
		c.Outs = append(c.Outs, design.TaskOut{Targets: []design.LValue{{Sig: keep, Width: keep.Width, Pos: st.Pos}}, Value: out.Value})
		value := wholeOf(keep, st.Pos)
		if !out.Value.Real {
			value = resign(value, out.Value.Signed)
		}
		list = append(list, w.watched(&design.AssignStmt{At: st.At, LHS: out.Targets, RHS: value}, out.Targets))
	}
	return &design.Block{At: st.At, Stmts: list}
}

// seenBy lists the event controls that look at something in targets.
func (w *autoSub) seenBy(targets []design.LValue) []*autoEvent {
	var out []*autoEvent
	for _, ev := range w.events {
		for i := range targets {
			if ev.looksAt(targets[i].Sig) {
				out = append(out, ev)
				break
			}
		}
	}
	return out
}

func (ev *autoEvent) looksAt(sig *design.Signal) bool {
	for i := range ev.items {
		if ev.items[i].looksAt(sig) {
			return true
		}
	}
	return false
}

func (it *autoItem) looksAt(sig *design.Signal) bool {
	if sig.Frame == nil {
		return false
	}
	if it.array != nil {
		return it.array == sig
	}
	found := false
	it.x.Walk(func(x *design.Expr) bool {
		found = found || x.Sig == sig
		return !found
	})
	return found
}

// watched is st, which writes targets, with a look at the edges that it makes.
func (w *autoSub) watched(st design.Stmt, targets []design.LValue) design.Stmt {
	events := w.seenBy(targets)
	if len(events) == 0 {
		return st
	}
	pos := st.Position()
	at := design.At{Pos: pos}
	var before, after []design.Stmt
	changed := map[*design.Signal]*design.Expr{} // whether all of a variable is another value
	counts := map[*design.Expr]*design.Block{}   // what follows from that
	for _, ev := range events {
		var hit *design.Expr
		for i := range ev.items {
			it := &ev.items[i]
			seen := false
			for k := range targets {
				seen = seen || it.looksAt(targets[k].Sig)
			}
			if !seen {
				continue
			}
			var edge *design.Expr
			switch whole := it.array == nil && it.x.Op == design.OpSignal && it.edge == design.EdgeAny; {
			case it.array != nil:
				edge = filled(1, true, pos)
			case whole && changed[it.x.Sig] != nil:
				edge = changed[it.x.Sig]
			default:
				old := w.local(it.x.Width, it.x.Real, pos)
				before = append(before, set(old, it.x))
				edge = edgeBetween(it.edge, wholeOf(old, pos), it.x)
				if whole {
					changed[it.x.Sig] = edge
				}
			}
			if hit == nil {
				hit = edge
			} else {
				hit = op2(design.OpLogOr, 1, false, pos, hit, edge)
			}
		}
		if same := counts[hit]; same != nil {
			same.Stmts = append(same.Stmts, add(design.OpAdd, ev.count, pos))
			continue
		}
		wake := &design.Block{At: at, Stmts: []design.Stmt{countUp(w.woken, pos), &design.Trigger{At: at, Event: w.wake}}}
		then := &design.Block{At: at, Stmts: []design.Stmt{&design.If{At: at, Cond: wholeOf(w.waiting, pos), Then: wake}, add(design.OpAdd, ev.count, pos)}}
		counts[hit] = then
		after = append(after, &design.If{At: at, Cond: hit, Then: then})
	}
	list := append(before, st)
	return &design.Block{At: at, Stmts: append(list, after...)}
}

// edgeBetween tells whether two values make an edge (IEEE 1364-2005 table 9-2).
func edgeBetween(edge design.Edge, from, to *design.Expr) *design.Expr {
	pos := to.Pos
	if edge == design.EdgeAny {
		if to.Real {
			return op2(design.OpNe, 1, false, pos, from, to)
		}
		return op2(design.OpCaseNe, 1, false, pos, resign(from, false), resign(to, false))
	}
	a, b := logic.L0, logic.L1
	if edge == design.EdgeNeg {
		a, b = b, a
	}
	is := func(x *design.Expr, v logic.Bit, op design.Op) *design.Expr {
		return op2(op, 1, false, pos, resign(x, false), konst(v.Vec(), false, pos))
	}
	and := func(x, y *design.Expr) *design.Expr { return op2(design.OpLogAnd, 1, false, pos, x, y) }
	return op2(design.OpLogOr, 1, false, pos, and(is(from, a, design.OpCaseEq), is(to, a, design.OpCaseNe)),
		and(is(from, b, design.OpCaseNe), is(to, b, design.OpCaseEq)))
}

// wait is the loop that waits for ev. Static alternatives wake it themselves: where the hidden event was not triggered meanwhile, one
// of them has happened, and else their values are compared.
func (w *autoSub) wait(ev *autoEvent, pos source.Pos) []design.Stmt {
	at := design.At{Pos: pos}
	if ev.loose {
		return []design.Stmt{add(design.OpAdd, w.waiting, pos), &design.EventCtl{At: at, Event: w.either(ev, pos), Body: add(design.OpSub, w.waiting, pos)}}
	}
	counted := w.local(32, false, pos)
	again := op2(design.OpCaseEq, 1, false, pos, wholeOf(ev.count, pos), wholeOf(counted, pos))
	var once []design.Stmt
	if len(ev.static) > 0 {
		woken := w.local(32, false, pos)
		once = append(once, set(woken, wholeOf(w.woken, pos)))
		again = op2(design.OpLogAnd, 1, false, pos, again, op2(design.OpCaseNe, 1, false, pos, wholeOf(w.woken, pos), wholeOf(woken, pos)))
		for _, it := range ev.static {
			if it.Signal == nil || it.Signal.Words > 0 {
				continue
			}
			now := wholeOf(it.Signal, pos)
			if it.Edge != design.EdgeAny {
				now = part(now, 0, 1, pos)
			}
			old := w.local(now.Width, now.Real, pos)
			once = append(once, set(old, resign(now, false)))
			same := op1(design.OpLogNot, 1, false, pos, edgeBetween(it.Edge, wholeOf(old, pos), now))
			again = op2(design.OpLogAnd, 1, false, pos, again, same)
		}
	}
	once = append(once, &design.EventCtl{At: at, Event: w.either(ev, pos), Body: &design.Null{At: at}})
	first := append([]design.Stmt{add(design.OpAdd, w.waiting, pos), set(counted, wholeOf(ev.count, pos))}, once...)
	return append(first, &design.While{At: at, Cond: again, Body: &design.Block{At: at, Stmts: once}}, add(design.OpSub, w.waiting, pos))
}

// either is what wakes those who wait for ev: a static alternative, or a trigger.
func (w *autoSub) either(ev *autoEvent, pos source.Pos) *design.Event {
	return w.e.addEvent(append(ev.static[:len(ev.static):len(ev.static)], design.EventItem{Named: w.wake}), false, pos)
}
