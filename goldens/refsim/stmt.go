package refsim

import (
	"fmt"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// tick counts a statement against the limits. It is false when the simulation must end.
func (t *thread) tick(pos source.Pos) bool {
	s := t.s
	s.statements++
	if s.statements&0xfff == 0 && s.ctx.Err() != nil {
		s.fail(pos, "interrupted")
	}
	if s.opts.MaxSteps != 0 && s.statements > s.opts.MaxSteps {
		s.fail(pos, fmt.Sprintf("the limit of %d statements is reached", s.opts.MaxSteps))
	}
	if s.stmtEntry != s.entries {
		s.stmtEntry, s.stmtStart = s.entries, s.statements
	} else if s.statements-s.stmtStart > s.opts.MaxLoop {
		s.fail(pos, fmt.Sprintf("a loop without delay: %s has run %d statements without waiting", t.name, s.opts.MaxLoop))
	}
	return s.err == nil
}

// suspended stops t before a statement, if that is what the order of events is to be. It is false as exec is.
func (t *thread) suspended() bool {
	s := t.s
	if !s.opts.Suspend || s.order == nil || t.yieldFn == nil || t.inFunction() || s.region != regionActive || s.order.IntN(3) > 0 {
		return true
	}
	s.cur.active.add(t.resume)
	return t.wait()
}

// exec runs st. It is false when the thread must unwind: it was disabled, or the simulation ends.
func (t *thread) exec(st design.Stmt) bool {
	if st == nil {
		return true
	}
	if !t.tick(st.Position()) || !t.suspended() {
		return false
	}
	switch st := st.(type) {
	case *design.Null:
		return true
	case *design.Block:
		return t.execBlock(st)
	case *design.Fork:
		return t.execFork(st)
	case *design.AssignStmt:
		return t.execAssign(st)
	case *design.If:
		c := t.truth(st.Cond)
		if t.dead {
			return false
		}
		if c {
			return t.exec(st.Then)
		}
		return t.exec(st.Else)
	case *design.Case:
		return t.execCase(st)
	case *design.Forever:
		for t.tick(st.Pos) {
			if !t.exec(st.Body) {
				return false
			}
		}
		return false
	case *design.Repeat:
		return t.execRepeat(st)
	case *design.While:
		for t.tick(st.Pos) {
			c := t.truth(st.Cond)
			if t.dead {
				return false
			}
			if !c {
				return true
			}
			if !t.exec(st.Body) {
				return false
			}
		}
		return false
	case *design.For:
		if !t.exec(st.Init) {
			return false
		}
		for t.tick(st.Pos) {
			c := t.truth(st.Cond)
			if t.dead {
				return false
			}
			if !c {
				return true
			}
			if !t.exec(st.Body) || !t.exec(st.Step) {
				return false
			}
		}
		return false
	case *design.Delay:
		d := t.ticks(st.Ticks)
		return !t.dead && t.delay(d) && t.exec(st.Body)
	case *design.EventCtl:
		return t.waitEvent(st.Event) && t.exec(st.Body)
	case *design.WaitStmt:
		for t.tick(st.Pos) {
			c := t.truth(st.Cond)
			if t.dead {
				return false
			}
			if c {
				return t.exec(st.Body)
			}
			if !t.waitEvent(st.Event) {
				return false
			}
		}
		return false
	case *design.Trigger:
		t.s.trigger(st.Event)
		return !t.dead
	case *design.Disable:
		return t.disable(st.Scope)
	case *design.TaskCall:
		return t.execTask(st)
	case *design.SysTask:
		return t.sysTask(st)
	case *design.ProcAssign:
		t.s.startContinuous(t, st)
		return !t.dead && t.s.err == nil
	case *design.Unassign:
		for i := range st.LHS {
			t.s.endContinuous(t, &st.LHS[i], st.Force)
		}
		return true
	}
	t.s.fail(st.Position(), fmt.Sprintf("statement %T is not known to the reference interpreter", st))
	return false
}

func (t *thread) execAll(list []design.Stmt) bool {
	for _, st := range list {
		if !t.exec(st) {
			return false
		}
	}
	return true
}

// inFunction tells that t is evaluating a function: its blocks run in place.
func (t *thread) inFunction() bool { return len(t.inline) > 0 }

func (t *thread) execBlock(st *design.Block) bool {
	if st.Scope == nil {
		return t.execAll(st.Stmts)
	}
	if t.inFunction() {
		return t.enter(st.Scope, func() bool { return t.execAll(st.Stmts) })
	}
	return t.call(st.Scope, "block "+st.Scope.Path, st.Pos, nil, func(c *thread) { c.execAll(st.Stmts) })
}

// execFork pushes one thread per statement, so that the last runs first, and joins them all.
func (t *thread) execFork(st *design.Fork) bool {
	scope := st.Scope
	if scope == nil {
		scope = t.scope
	}
	for _, sub := range st.Stmts {
		c := t.s.newThread(t, scope, "fork branch", sub.Position(), func(c *thread) { c.exec(sub) })
		t.s.cur.active.push(c.resume)
	}
	for range st.Stmts {
		if !t.join() {
			return false
		}
	}
	return true
}

func (t *thread) execCase(st *design.Case) bool {
	if st.Sel.Real {
		sel := t.evalReal(st.Sel)
		for i := range st.Items {
			for _, l := range st.Items[i].Labels {
				if t.evalReal(l) == sel {
					return t.exec(st.Items[i].Body)
				}
			}
		}
		return t.exec(st.Default)
	}
	sel := t.eval(st.Sel)
	for i := range st.Items {
		for _, l := range st.Items[i].Labels {
			v := t.eval(l)
			if t.dead {
				return false
			}
			var hit bool
			switch st.Kind {
			case design.CaseZ:
				hit = logic.CaseZMatch(sel, v)
			case design.CaseX:
				hit = logic.CaseXMatch(sel, v)
			default:
				hit = logic.CaseEq(sel, v)
			}
			if hit {
				return t.exec(st.Items[i].Body)
			}
		}
	}
	return t.exec(st.Default)
}

func (t *thread) execRepeat(st *design.Repeat) bool {
	n := t.count(st.Count)
	if t.dead {
		return false
	}
	for ; n > 0; n-- {
		if !t.exec(st.Body) {
			return false
		}
	}
	return true
}

// count is a repeat count: 0 for x and z and for negative values.
func (t *thread) count(e *design.Expr) uint64 {
	if e.Real {
		if r := t.evalReal(e); r > 0 {
			return uint64(r)
		}
		return 0
	}
	v := t.eval(e)
	if !v.IsKnown() {
		return 0
	}
	if e.Signed && v.Bit(v.Width-1) == logic.L1 {
		return 0
	}
	n, _ := v.Uint64()
	return n
}

// ticks is a delay: 0 for x and z.
func (t *thread) ticks(e *design.Expr) uint64 {
	if e.Real {
		if r := t.evalReal(e); r > 0 {
			return uint64(r + 0.5)
		}
		return 0
	}
	n, known := t.eval(e).Uint64()
	if !known {
		return 0
	}
	return n
}

// delay suspends t for d ticks; none at all means the inactive region.
func (t *thread) delay(d uint64) bool {
	if d == 0 {
		t.s.cur.inactive.add(t.resume)
	} else {
		t.s.after(d).active.add(t.resume)
	}
	return t.wait()
}

func (t *thread) waitEvent(ev *design.Event) bool {
	if ev != nil {
		t.s.events[ev.ID].waiters = append(t.s.events[ev.ID].waiters, t)
	}
	return t.wait()
}

func (t *thread) execAssign(st *design.AssignStmt) bool {
	val := t.value(st.RHS)
	if t.dead {
		return false
	}
	if !st.NonBlocking {
		switch {
		case st.Delay != nil:
			if d := t.ticks(st.Delay); t.dead || !t.delay(d) {
				return false
			}
		case st.Event != nil || st.Repeat != nil:
			n := uint64(1)
			if st.Repeat != nil {
				n = t.count(st.Repeat)
			}
			for ; n > 0; n-- {
				if !t.waitEvent(st.Event) {
					return false
				}
			}
		}
		t.assign(st.LHS, val)
		return !t.dead && t.s.err == nil
	}
	var parts []func()
	t.split(st.LHS, val, func(r ref, v logic.Vec) {
		parts = append(parts, func() { t.s.write(r, v) })
	})
	if t.dead {
		return false
	}
	switch {
	case st.Delay != nil:
		to := t.s.after(t.ticks(st.Delay))
		for _, p := range parts {
			to.nba.add(p)
		}
	case st.Event != nil || st.Repeat != nil:
		n := uint64(1)
		if st.Repeat != nil {
			n = t.count(st.Repeat)
		}
		if n == 0 {
			for _, p := range parts {
				if st.RHS.Real {
					p() // a real is stored at once when there is nothing to wait for, as in Icarus Verilog
				} else {
					t.s.cur.nba.add(p)
				}
			}
			break
		}
		if st.Event == nil {
			break
		}
		es := &t.s.events[st.Event.ID]
		for _, p := range parts {
			es.pending = append(es.pending, &eventWrite{count: n, write: p})
		}
	default:
		for _, p := range parts {
			t.s.cur.nba.add(p)
		}
	}
	return !t.dead
}

func (t *thread) execTask(st *design.TaskCall) bool {
	sub := st.Sub
	if t.depth >= t.s.opts.MaxDepth {
		t.s.fail(st.Pos, fmt.Sprintf("more than %d nested calls: %s calls itself without end", t.s.opts.MaxDepth, sub.Name))
		return false
	}
	fr := t.newFrame(sub)
	ins := make([]logic.Vec, len(st.Ins))
	if fr != t.frame {
		for i := range st.Ins {
			ins[i] = t.value(st.Ins[i].Value)
		}
	}
	for i := range st.Ins {
		if fr == t.frame {
			// A static task's arguments are stored one after the other, each before the next is evaluated.
			ins[i] = t.value(st.Ins[i].Value)
		}
		if t.dead {
			return false
		}
		t.s.write(ref{sig: st.Ins[i].Port, frame: fr, width: st.Ins[i].Port.Width, ok: true}, ins[i])
	}
	run := func(c *thread) { c.exec(sub.Body) }
	if t.inFunction() {
		saved := t.frame
		t.frame = fr
		ok := t.enter(sub.Scope, func() bool { return t.exec(sub.Body) })
		t.frame = saved
		if !ok {
			return false
		}
	} else {
		ok := t.call(sub.Scope, "task "+sub.Name, st.Pos, func(c *thread) { c.frame = fr; c.depth++ }, run)
		if !ok {
			return false
		}
	}
	for i := range st.Outs {
		saved := t.frame
		t.frame = fr
		v := t.value(st.Outs[i].Value)
		t.frame = saved
		t.assign(st.Outs[i].Targets, v)
		if t.dead {
			return false
		}
	}
	return true
}

// newFrame makes the variables of one activation of an automatic subroutine, all x; a static one keeps the caller's frame.
func (t *thread) newFrame(sub *design.Subroutine) *frame {
	if !sub.Automatic {
		return t.frame
	}
	fr := &frame{sub: sub, vals: map[int][]logic.Vec{}}
	for _, sig := range sub.Locals {
		if sig.Frame != nil {
			fr.vals[sig.ID] = initial(sig)
		}
	}
	return fr
}
