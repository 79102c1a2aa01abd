package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// stmt lowers one statement at the current place.
func (f *flow) stmt(s design.Stmt) {
	if s == nil || f.u.dead {
		return
	}
	f.at(s.Position())
	mark, kind := f.u.scratch, f.u
	defer func() {
		if f.u == kind {
			f.u.scratch = mark // temps do not outlive their statement
		}
	}()
	split := f.segs && f.lw.fact(s).stops
	switch s := s.(type) {
	case *design.Null:
	case *design.Block:
		f.begin(s)
	case *design.Fork:
		f.fork(s)
	case *design.AssignStmt:
		f.assign(s)
	case *design.If:
		f.ifStmt(s, split)
	case *design.Case:
		f.caseStmt(s, split)
	case *design.Forever:
		f.forever(s)
	case *design.Repeat:
		f.repeat(s, split)
	case *design.While:
		f.while(nil, s.Cond, nil, s.Body, 0, split)
	case *design.For:
		n, ok := f.lw.trips(s)
		if !ok {
			n = 0
		}
		f.while(s.Init, s.Cond, s.Step, s.Body, n, split)
	case *design.Delay:
		f.delay(s)
	case *design.EventCtl:
		f.wait(s.Event)
		f.stmt(s.Body)
	case *design.WaitStmt:
		f.waitStmt(s)
	case *design.Trigger:
		i := f.lw.events[s.Event.ID]
		f.u.emit(program.Instr{Op: program.OpTrigger, A: i})
		if f.lw.eventNow[s.Event] {
			f.u.settle()
		}
	case *design.Disable:
		f.disable(s)
	case *design.TaskCall:
		f.taskCall(s)
	case *design.SysTask:
		f.sysTask(s)
	case *design.ProcAssign:
		f.procAssign(s)
	case *design.Unassign:
		f.unassign(s)
	default:
		f.lw.errorf(s.Position(), "there is no such statement")
	}
}

// list lowers statements one after the other, cutting long straight code into segments.
func (f *flow) list(stmts []design.Stmt) {
	spent := 0
	for _, s := range stmts {
		if s == nil {
			continue
		}
		if f.segs && !f.u.dead && len(f.u.open) == 0 {
			c := f.lw.fact(s).cost
			if spent > 0 && spent+c > f.lw.opts.SegmentCost {
				f.fresh()
				spent = 0
			}
			spent += c
			if f.lw.fact(s).stops {
				spent = 0
			}
		}
		f.stmt(s)
	}
}

// begin lowers begin-end. A named one runs as a pushed thread of its own in Icarus Verilog: the thread yields in front of it and
// behind it.
func (f *flow) begin(s *design.Block) {
	if s.Scope == nil {
		f.list(s.Stmts)
		return
	}
	if !f.segs {
		f.funcBlock(s)
		return
	}
	in, out := f.lw.label(), f.lw.label()
	f.u.term(program.Instr{Op: program.OpYield, A: uint32(in)})
	f.place(in)
	first := len(f.lw.segs) - 1
	ctx := &blockCtx{scope: s.Scope, exit: out}
	f.blocks = append(f.blocks, ctx)
	f.list(s.Stmts)
	f.blocks = f.blocks[:len(f.blocks)-1]
	f.u.term(program.Instr{Op: program.OpYield, A: uint32(out)})
	end := len(f.lw.segs)
	f.place(out)
	f.blockRow(s.Scope, first, end, out)
}

// blockRow fills the table row of a block that a disable names.
func (f *flow) blockRow(s *design.Scope, first, end, exit int) {
	if s == nil || !f.lw.disabls[s] {
		return
	}
	b := &f.lw.p.Blocks[f.lw.block(s)]
	b.FirstSeg, b.EndSeg, b.Exit = uint32(first), uint32(end), uint32(exit)
	if f.task != nil {
		b.Task = f.task.index
	}
}

// funcBlock is a named block in a function: a loop that runs once, so that disable can leave it.
func (f *flow) funcBlock(s *design.Block) {
	uses := false
	walkStmts(s, func(t design.Stmt) {
		if d, ok := t.(*design.Disable); ok && d.Scope == s.Scope {
			uses = true
		}
	})
	if !uses {
		f.list(s.Stmts)
		return
	}
	ctx := &blockCtx{scope: s.Scope, loops: f.loops}
	flag := f.newSlot(1, false)
	f.u.set(flag, f.u.bit(logic.L0))
	f.flags = append(f.flags, flag)
	f.blocks = append(f.blocks, ctx)
	f.loop(1, func() {
		f.list(s.Stmts)
		f.u.leave()
	})
	f.blocks = f.blocks[:len(f.blocks)-1]
	f.flags = f.flags[:len(f.flags)-1]
	f.leaving()
}

// loop is a structured loop; times bounds its trips when it is known.
func (f *flow) loop(times int, body func()) {
	f.loops++
	f.u.loop(times, body)
	f.loops--
}

// leaving goes on leaving loops when a disable in the loop just ended names a block further out.
func (f *flow) leaving() {
	if f.segs || f.loops == 0 {
		return
	}
	for _, flag := range f.flags {
		f.u.breakIf(f.u.get(flag))
	}
}

// disable lowers disable (IEEE 1364-2005 10.5): a jump where the thread itself is inside, else a search for the threads.
func (f *flow) disable(s *design.Disable) {
	if !f.segs {
		f.funcDisable(s)
		return
	}
	for i := len(f.blocks) - 1; i >= 0; i-- {
		b := f.blocks[i]
		if b.scope == s.Scope {
			if f.task != nil && f.task.sub.Stops {
				break // other threads may be in the task, and end with this one
			}
			if b.sub {
				f.u.term(program.Instr{Op: program.OpRet})
				return
			}
			if !b.fork {
				f.u.term(program.Instr{Op: program.OpYield, A: uint32(b.exit)})
				return
			}
		}
		if b.fork {
			break
		}
	}
	l := f.lw.label()
	f.u.term(program.Instr{Op: program.OpDisable, A: uint32(l), B: f.lw.block(s.Scope)})
	f.place(l)
}

// funcDisable leaves a block of the function that is being lowered, or the function.
func (f *flow) funcDisable(s *design.Disable) {
	k := len(f.flags)
	for i := len(f.blocks) - 1; i >= 0; i-- {
		b := f.blocks[i]
		if b.sub {
			if b.scope == s.Scope {
				f.u.term(program.Instr{Op: program.OpReturn})
				return
			}
			break
		}
		k--
		if b.scope == s.Scope {
			if f.loops > b.loops+1 {
				f.u.set(f.flags[k], f.u.bit(logic.L1))
			}
			f.u.leave()
			return
		}
	}
	f.lw.errorf(s.Pos, "a function cannot disable %s, which is outside of it, here", s.Scope.Path)
}

// fork lowers fork-join: a thread per statement.
func (f *flow) fork(s *design.Fork) {
	if !f.segs {
		f.lw.errorf(s.Pos, "a function cannot fork (IEEE 1364-2005 A.6.4)")
		return
	}
	lw := f.lw
	var kids []design.Stmt
	for _, k := range s.Stmts {
		if k != nil {
			kids = append(kids, k)
		}
	}
	if len(kids) == 0 {
		return
	}
	first := len(lw.segs)
	join := lw.label()
	run := forkRun{len(lw.p.Forks), len(kids)}
	lw.forks = append(lw.forks, run)
	for range kids {
		lw.p.Forks = append(lw.p.Forks, uint32(lw.label()))
	}
	f.u.take(needs{pool: len(kids) * poolWords(program.ThWords)})
	f.u.term(program.Instr{Op: program.OpFork, A: uint32(join), B: uint32(run.first), C: uint32(run.num)})
	f.blocks = append(f.blocks, &blockCtx{scope: s.Scope, fork: true, exit: join})
	for i, k := range kids {
		f.place(int(lw.p.Forks[run.first+i]))
		f.stmt(k)
		f.u.term(program.Instr{Op: program.OpEnd})
	}
	f.blocks = f.blocks[:len(f.blocks)-1]
	f.place(join)
	if s.Scope == nil || !lw.disabls[s.Scope] {
		return
	}
	// The thread that waits for its children is inside the block.
	out := lw.label()
	f.u.emit(program.Instr{Op: program.OpNop})
	f.goTo(out)
	end := len(lw.segs)
	f.place(out)
	f.blockRow(s.Scope, first, end, out)
}

// assign lowers procedural assignments (IEEE 1364-2005 9.2, 9.7.7).
func (f *flow) assign(s *design.AssignStmt) {
	if s.NonBlocking {
		if s.Event != nil {
			f.spawned(s)
			return
		}
		rhs, targets, delay := f.hoist(s.RHS), f.hoistTargets(s.LHS), f.hoist(s.Delay)
		d := none
		if delay != nil {
			if n, ok := constIndex(delay); !ok || n != 0 {
				d = f.ticks(delay)
			}
		}
		v := f.plain(rhs)
		if len(targets) == 1 {
			v = f.u.resize(v, targets[0].Width, s.RHS.Signed)
		}
		f.nbaAll(targets, v, d)
		return
	}
	rhs := f.hoist(s.RHS)
	if s.Delay != nil || s.Event != nil {
		if !f.segs {
			f.lw.errorf(s.Pos, "a delay in a function is not allowed")
			return
		}
		keep := f.newSlot(max(1, rhs.Width), rhs.Real)
		f.u.set(keep, f.plain(rhs))
		if s.Delay != nil {
			l := f.lw.label()
			d := f.ticks(f.hoist(s.Delay))
			f.u.take(needs{heap: 1})
			f.u.term(program.Instr{Op: program.OpDelay, A: uint32(l), B: d.t})
			f.place(l)
		} else {
			var count *design.Signal
			if s.Repeat != nil {
				rep := f.hoist(s.Repeat)
				count = f.newSlot(32, false)
				f.u.set(count, f.repeatCount(rep))
			}
			f.waitTimes(s.Event, count)
		}
		targets := f.hoistTargets(s.LHS)
		f.assignAll(targets, f.u.get(keep))
		return
	}
	targets := f.hoistTargets(s.LHS)
	v := f.plain(rhs)
	if len(targets) == 1 {
		v = f.u.resize(v, targets[0].Width, s.RHS.Signed)
	}
	f.assignAll(targets, v)
}

// ticks is a delay as 64 bits.
func (f *flow) ticks(e *design.Expr) val {
	if e.Op == design.OpConst && !e.Real && !e.Val.IsKnown() {
		return f.u.num(64, 0)
	}
	v := f.plain(e)
	if e.Real {
		return f.u.un(program.OpRealToInt, 64, 64, 0, v)
	}
	return f.u.resize(v, 64, e.Signed)
}

func (f *flow) delay(s *design.Delay) {
	if !f.segs {
		f.lw.errorf(s.Pos, "a delay in a function is not allowed")
		return
	}
	t := f.hoist(s.Ticks)
	d := f.ticks(t)
	l := f.lw.label()
	f.u.take(needs{heap: 1})
	f.u.term(program.Instr{Op: program.OpDelay, A: uint32(l), B: d.t})
	f.place(l)
	f.stmt(s.Body)
}

// waitStmt is wait (e) body: a loop that tests and waits.
func (f *flow) waitStmt(s *design.WaitStmt) {
	head, body := f.lw.label(), f.lw.label()
	f.place(head)
	c := f.test(s.Cond)
	f.u.ifThen(c, func() { f.goTo(body) }, func() {
		f.u.term(program.Instr{Op: program.OpWait, A: uint32(head), B: f.event(s.Event)})
	})
	f.place(body)
	f.stmt(s.Body)
}

// ifStmt lowers if-else; one whose arms stop becomes branches between segments.
func (f *flow) ifStmt(s *design.If, split bool) {
	if c := f.lw.simple(s.Cond); c.Op == design.OpConst && !c.Real {
		if logic.Truth(f.lw.fix(c.Val)) == logic.L1 {
			f.stmt(s.Then)
		} else {
			f.stmt(s.Else)
		}
		return
	}
	if !split || !f.lw.fact(s.Then).stops && !f.lw.fact(s.Else).stops && f.lw.fact(s).cost <= f.lw.opts.SegmentCost {
		c := f.test(s.Cond)
		if empty(s.Then) && empty(s.Else) {
			return
		}
		then := func() { f.stmt(s.Then) }
		if empty(s.Else) {
			f.u.ifThen(c, then, nil)
		} else {
			f.u.ifThen(c, then, func() { f.stmt(s.Else) })
		}
		return
	}
	c := f.test(s.Cond)
	then, end := f.lw.label(), f.lw.label()
	els := end
	if !empty(s.Else) {
		els = f.lw.label()
	}
	f.u.term(program.Instr{Op: program.OpGotoIf, Flags: flags(none, c, none), W: uint32(c.w), A: uint32(then), B: c.t, C: uint32(els)})
	f.place(then)
	f.stmt(s.Then)
	f.goTo(end)
	if els != end {
		f.place(els)
		f.stmt(s.Else)
		f.goTo(end)
	}
	f.place(end)
}

// empty tells that s does nothing.
func empty(s design.Stmt) bool {
	switch s := s.(type) {
	case nil:
		return true
	case *design.Null:
		return true
	case *design.Block:
		if s.Scope != nil {
			return false
		}
		for _, t := range s.Stmts {
			if !empty(t) {
				return false
			}
		}
		return true
	}
	return false
}

func (f *flow) forever(s *design.Forever) {
	if !f.segs {
		f.loop(0, func() { f.stmt(s.Body) })
		f.leaving()
		return
	}
	head := f.lw.label()
	f.place(head)
	f.stmt(s.Body)
	f.goTo(head) // nothing goes on behind it
}

// while lowers while and for loops.
func (f *flow) while(init design.Stmt, cond *design.Expr, step, body design.Stmt, times int, split bool) {
	f.stmt(init)
	if !split {
		f.loop(times, func() {
			c := f.test(cond)
			f.u.breakIfNot(c)
			f.stmt(body)
			f.stmt(step)
		})
		f.leaving()
		return
	}
	head, exit := f.lw.label(), f.lw.label()
	f.place(head)
	c := f.test(cond)
	if !f.lw.fact(body).stops && !f.lw.fact(step).stops {
		f.u.ifThen(c, func() {
			f.stmt(body)
			f.stmt(step)
			f.goTo(head)
		}, func() { f.goTo(exit) })
	} else {
		in := f.lw.label()
		f.u.term(program.Instr{Op: program.OpGotoIf, Flags: flags(none, c, none), W: uint32(c.w), A: uint32(in), B: c.t, C: uint32(exit)})
		f.place(in)
		f.stmt(body)
		f.stmt(step)
		f.goTo(head)
	}
	f.place(exit)
}

// repeat evaluates its count once and keeps it in a slot.
func (f *flow) repeat(s *design.Repeat, split bool) {
	n, known := constCount(s.Count)
	if known && n == 0 {
		return
	}
	rep := f.hoist(s.Count)
	count := f.newSlot(32, false)
	f.u.set(count, f.repeatCount(rep))
	down := func() {
		f.u.set(count, f.u.bin(program.OpSub, 32, 0, 0, f.u.get(count), f.u.num(32, 1)))
	}
	if !split {
		f.loop(n, func() {
			f.u.breakIfNot(f.u.get(count))
			down()
			f.stmt(s.Body)
		})
		f.leaving()
		return
	}
	head, exit := f.lw.label(), f.lw.label()
	f.place(head)
	c := f.u.get(count)
	if !f.lw.fact(s.Body).stops {
		f.u.ifThen(c, func() {
			down()
			f.stmt(s.Body)
			f.goTo(head)
		}, func() { f.goTo(exit) })
	} else {
		in := f.lw.label()
		f.u.term(program.Instr{Op: program.OpGotoIf, W: 32, A: uint32(in), B: c.t, C: uint32(exit)})
		f.place(in)
		down()
		f.stmt(s.Body)
		f.goTo(head)
	}
	f.place(exit)
}
