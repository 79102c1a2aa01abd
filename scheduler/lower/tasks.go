package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// taskInfo is a subroutine lowered to segments: a task, or a function that stops or recurses.
type taskInfo struct {
	sub   *design.Subroutine
	index uint32 // in Program.Tasks
	entry int    // label
	words uint32 // of a frame so far
}

// maxFrame is how many words the largest block of the pool has, which the variables of an activation share.
const maxFrame = 16 << (program.FreeClasses - 1)

// task gives the task of s; on first use its frame is laid out and its body queued.
func (lw *lowerer) task(s *design.Subroutine) *taskInfo {
	if t := lw.taskOf[s]; t != nil {
		return t
	}
	t := &taskInfo{sub: s, index: uint32(len(lw.p.Tasks)), entry: lw.label(), words: program.FrHeader}
	lw.taskOf[s] = t
	lw.tasks = append(lw.tasks, t)
	lw.p.Tasks = append(lw.p.Tasks, program.Task{Name: lw.str(s.Name), Keep: lw.framed(s)})
	if lw.framed(s) {
		for _, l := range lw.locals[s] {
			st := lw.stor[l]
			st.addr = t.words
			if st.words > maxFrame/st.stride() || int(t.words)+st.words*st.stride() > maxFrame {
				lw.errorf(l.Pos, "the variables of automatic %s take more than %d KiB: a large array belongs in the module", s.Name, maxFrame*4>>10)
				break
			}
			t.words += uint32(st.words * st.stride())
		}
	}
	lw.queue = append(lw.queue, t)
	return t
}

// taskBody lowers the body of t.
func (lw *lowerer) taskBody(t *taskInfo) {
	s := t.sub
	f := &flow{lw: lw, segs: true, task: t, desc: lw.str(s.Name)}
	if s.Scope != nil {
		f.scope = uint32(s.Scope.ID)
	}
	row := &lw.p.Tasks[t.index]
	row.FirstSeg = uint32(len(lw.segs))
	f.place(t.entry)
	f.at(s.Pos)
	f.seg.line = f.u.line
	if lw.framed(s) {
		f.clearLocals(s)
	}
	f.blocks = append(f.blocks, &blockCtx{scope: s.Scope, sub: true})
	f.stmt(s.Body)
	f.u.term(program.Instr{Op: program.OpRet})
	f.close(t.entry)
	row = &lw.p.Tasks[t.index]
	row.EndSeg = uint32(len(lw.segs))
	row.FrameWords = t.words
	if lw.disabls[s.Scope] {
		b := &lw.p.Blocks[lw.block(s.Scope)]
		b.FirstSeg, b.EndSeg, b.Exit, b.Task = row.FirstSeg, row.EndSeg, program.NoSeg, t.index
	}
}

// block is the index in Blocks of a scope that a disable names.
func (lw *lowerer) block(s *design.Scope) uint32 {
	if i, ok := lw.blocks[s]; ok {
		return i
	}
	i := uint32(len(lw.p.Blocks))
	lw.blocks[s] = i
	lw.p.Blocks = append(lw.p.Blocks, program.Block{Name: lw.str(s.Path), Exit: program.NoSeg, Task: program.NoSeg})
	return i
}

// taskArg is an input of a call: a port and its value, hoisted.
type taskArg struct {
	port *design.Signal
	e    *design.Expr
}

// invoke stores the arguments, calls s and goes on in a new segment behind the call. It gives a slot with the address of the frame that
// holds the results of an automatic task, nil for a static one.
func (f *flow) invoke(s *design.Subroutine, args []taskArg) *design.Signal {
	u, lw := f.u, f.lw
	t := lw.task(s)
	framed := lw.framed(s)
	var vals []val
	for _, a := range args {
		v := u.resize(f.plain(a.e), a.port.Width, a.e.Signed)
		if framed {
			vals = append(vals, v)
		} else {
			f.setSignal(a.port, v)
		}
	}
	frame := u.temp(32)
	u.emit(program.Instr{Op: program.OpNewFrame, W: 32, D: frame.t, A: t.index})
	var kept *design.Signal
	if framed {
		for i, a := range args {
			u.emit(program.Instr{Op: program.OpFrStore, Flags: flags(none, vals[i], none), W: uint32(a.port.Width), A: frame.t, B: vals[i].t, C: lw.stor[a.port].addr})
		}
		kept = f.newSlot(32, false)
		u.set(kept, frame)
	}
	l := lw.label()
	u.term(program.Instr{Op: program.OpCallTask, A: uint32(l), B: t.index})
	f.place(l)
	return kept
}

// release gives the frame of an automatic task back.
func (f *flow) release(kept *design.Signal) {
	if kept != nil {
		fr := f.u.get(kept)
		f.u.emit(program.Instr{Op: program.OpFreeFrame, A: fr.t})
	}
}

// taskCall lowers a task enable (IEEE 1364-2005 10.2.2).
func (f *flow) taskCall(s *design.TaskCall) {
	args := make([]taskArg, 0, len(s.Ins))
	for _, in := range s.Ins {
		args = append(args, taskArg{in.Port, f.hoist(in.Value)})
	}
	kept := f.invoke(s.Sub, args)
	for _, out := range s.Outs {
		targets := f.hoistTargets(out.Targets)
		if kept != nil {
			f.callee, f.calleeFrame = s.Sub, f.u.get(kept)
		}
		v := f.plain(out.Value)
		f.callee = nil
		f.assignAll(targets, v)
	}
	f.release(kept)
}

// callResult calls a function that is lowered as a task; its result ends up in a slot.
func (f *flow) callResult(e *design.Expr, args []*design.Expr) *design.Expr {
	var list []taskArg
	for i, p := range inputs(e.Sub) {
		if i < len(args) {
			list = append(list, taskArg{p, args[i]})
		}
	}
	kept := f.invoke(e.Sub, list)
	out := f.newSlot(e.Width, e.Real)
	if kept != nil {
		f.callee, f.calleeFrame = e.Sub, f.u.get(kept)
	}
	v := f.signal(e.Sub.Result)
	f.callee = nil
	f.u.set(out, f.u.resize(v, e.Width, e.Sub.Result.Signed))
	f.release(kept)
	return slotExpr(out, e.Signed, e.Pos)
}

// spawned lowers a <= repeat (n) @(event) b: the values are kept in a frame, and the assignment is carried out in the very
// event that it waits for, as Icarus does (IEEE 1364-2005 9.7.7).
func (f *flow) spawned(s *design.AssignStmt) {
	lw := f.lw
	rhs, targets, repeat := f.hoist(s.RHS), f.hoistTargets(s.LHS), f.hoist(s.Repeat)
	u := f.u
	v := f.plain(rhs)
	// The frame: count, value, indices.
	t := &taskInfo{words: program.FrHeader}
	count := lw.slot(t, 32, false)
	value := lw.slot(t, v.w, s.RHS.Real)
	type save struct {
		slot *design.Signal
		v    val
	}
	n := u.num(32, 1)
	if repeat != nil {
		n = f.repeatCount(repeat)
	}
	saves := []save{{count, n}, {value, v}}
	list := append([]design.LValue(nil), targets...)
	keep := func(e *design.Expr) *design.Expr {
		if e == nil || e.Op == design.OpConst {
			return e
		}
		slot := lw.slot(t, e.Width, false)
		saves = append(saves, save{slot, f.plain(e)})
		return slotExpr(slot, e.Signed, e.Pos)
	}
	for i := range list {
		list[i].Word = keep(list[i].Word)
		list[i].OffExpr = keep(list[i].OffExpr)
	}
	var l int
	spawn := func() {
		frame := u.temp(32)
		u.emit(program.Instr{Op: program.OpSpawn, W: 32, D: frame.t, A: uint32(l), B: t.words, C: f.event(s.Event)})
		for _, sv := range saves {
			st := lw.stor[sv.slot]
			u.emit(program.Instr{Op: program.OpFrStore, Flags: flags(none, sv.v, none), W: uint32(sv.v.w), A: frame.t, B: sv.v.t, C: st.addr})
		}
		u.take(needs{pool: poolWords(int(t.words)+8) + poolWords(program.ThWords)})
	}
	l = lw.label()
	if repeat == nil {
		spawn()
	} else {
		u.ifThen(u.un(program.OpBool, 1, 32, 0, n), spawn, func() {
			if s.RHS.Real { // at once, as in Icarus
				f.assignAll(targets, v)
			} else {
				f.nbaAll(targets, v, none)
			}
		})
	}
	pos := s.Pos
	lw.later = append(lw.later, func() {
		at := lw.pieceOf(unitNode, "assignment behind an event", nil, pos, t, func(g *flow) {
			g.assignAll(list, g.u.get(value))
			g.u.term(program.Instr{Op: program.OpEnd, Flags: program.FlagVar})
		})
		lw.labels[l] = lw.labels[at]
	})
}

// repeatCount is the 32-bit number of repetitions that e asks for: 0 for x, z and negative values.
func (f *flow) repeatCount(e *design.Expr) val {
	u := f.u
	if n, ok := constCount(e); ok {
		return u.num(32, uint64(n))
	}
	var v val
	if e.Real {
		v = u.un(program.OpRealToInt, 64, 64, 0, f.plain(e))
	} else {
		v = f.plain(e)
	}
	w := v.w
	zero := u.constant(logic.New(w))
	var pos val
	if e.Signed || e.Real {
		pos = u.bin(program.OpLt, 1, w, program.FlagSigned, zero, v)
	} else {
		pos = u.bin(program.OpLt, 1, w, 0, zero, v)
	}
	// An x comparison has to count as no.
	pos = u.bin(program.OpCaseEq, 1, 1, 0, pos, u.bit(logic.L1))
	n := u.resize(v, 32, false)
	if w > 32 {
		big := u.un(program.OpRedOr, 1, w-32, 0, u.part(v, 32, w-32))
		n = u.mux(32, u.num(32, 0xffffffff), n, big)
	}
	return u.mux(32, n, u.num(32, 0), pos)
}

// waitTimes waits for the event as often as the slot says (once when it is nil).
func (f *flow) waitTimes(ev *design.Event, count *design.Signal) {
	if count == nil {
		f.wait(ev)
		return
	}
	head, body, done := f.lw.label(), f.lw.label(), f.lw.label()
	f.place(head)
	n := f.u.get(count)
	f.u.term(program.Instr{Op: program.OpGotoIf, W: 32, A: uint32(body), B: n.t, C: uint32(done)})
	f.place(body)
	n = f.u.get(count)
	f.u.set(count, f.u.bin(program.OpSub, 32, 0, 0, n, f.u.num(32, 1)))
	next := f.lw.label()
	f.u.term(program.Instr{Op: program.OpWait, A: uint32(next), B: f.event(ev)})
	f.place(next)
	f.goTo(head)
	f.place(done)
}

// wait suspends the thread until ev.
func (f *flow) wait(ev *design.Event) {
	l := f.lw.label()
	f.u.term(program.Instr{Op: program.OpWait, A: uint32(l), B: f.event(ev)})
	f.place(l)
}

// event is the index of ev; no event is one that never comes.
func (f *flow) event(ev *design.Event) uint32 {
	if ev == nil {
		return program.NoSeg
	}
	return uint32(ev.ID)
}
