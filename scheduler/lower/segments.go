package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/scheduler/program"
)

// segment is a finished or running segment. Its terminators and other references to segments hold labels until finish.
type segment struct {
	code  []program.Instr
	line  uint32
	desc  uint32
	scope uint32
	node  bool
	need  needs
}

// forkRun is a run of labels in Program.Forks.
type forkRun struct{ first, num int }

// flow lowers statements and expressions of one body: in segment mode (processes, tasks) it may stop anywhere, in
// function mode (functions, nodes, strobes) it emits one piece of structured code.
type flow struct {
	lw    *lowerer
	u     *unit
	seg   *segment  // the one that u becomes
	segs  bool      // segment mode
	task  *taskInfo // the task whose body this is: hidden slots are in its frame
	scope uint32
	desc  uint32

	volatile bool // wide values must be copied: something may change them before they are used

	// While results of an automatic task are read: the task and the temp with its frame's address.
	callee      *design.Subroutine
	calleeFrame val

	strengths bool // the record being made is of a task that prints strengths

	blocks []*blockCtx      // enclosing named blocks, forks and the subroutine
	loops  int              // function mode: open OpLoops
	flags  []*design.Signal // function mode: of the blocks that a disable leaves, 1 while that goes on
}

// blockCtx is an enclosing scope that a disable may name; a fork has a nil scope and hides what is around it.
type blockCtx struct {
	scope *design.Scope
	fork  bool
	exit  int // segment mode: label behind the block
	loops int // function mode: loops open outside its own
	sub   bool
	used  bool
}

// label makes a new, unplaced label.
func (lw *lowerer) label() int {
	lw.labels = append(lw.labels, -1)
	return len(lw.labels) - 1
}

// place ends the current segment, going on at l, and starts the segment of l.
func (f *flow) place(l int) {
	f.close(l)
	f.lw.labels[l] = len(f.lw.segs)
	line := uint32(0)
	if f.u != nil {
		line = f.u.line
	}
	f.u = f.lw.newUnit(unitProc)
	f.u.line = line
	f.seg = &segment{line: line, desc: f.desc, scope: f.scope}
	f.lw.segs = append(f.lw.segs, f.seg)
}

// close ends the current segment; where its path is still open it goes on at l.
func (f *flow) close(l int) {
	if f.u == nil {
		return
	}
	f.goTo(l)
	f.seg.code, f.seg.need = f.u.code, f.u.need
}

// goTo ends the path at label l.
func (f *flow) goTo(l int) { f.u.term(program.Instr{Op: program.OpGoto, A: uint32(l)}) }

// fresh goes on in a new segment and returns its label.
func (f *flow) fresh() int {
	l := f.lw.label()
	f.place(l)
	return l
}

// at sets the source position of what is emitted next.
func (f *flow) at(pos design.Pos) {
	if l := f.lw.line(pos); l != 0 {
		f.u.line = l
	}
}

// newSlot makes hidden storage in the right place for this body.
func (f *flow) newSlot(width int, real bool) *design.Signal { return f.lw.slot(f.task, width, real) }

// slotExpr reads a hidden slot.
func slotExpr(s *design.Signal, signed bool, pos design.Pos) *design.Expr {
	return &design.Expr{Op: design.OpSignal, Sig: s, Width: s.Width, Real: s.Real, Signed: signed, Pos: pos}
}

// node makes a segment that is not run by a thread: nodes' evaluation and commit, monitors, strobes.
func (lw *lowerer) pieceOf(kind unitKind, desc string, scope *design.Scope, pos design.Pos, task *taskInfo, body func(*flow)) int {
	l := lw.label()
	lw.labels[l] = len(lw.segs)
	s := &segment{node: true, desc: lw.str(desc), line: lw.line(pos)}
	if scope != nil {
		s.scope = uint32(scope.ID)
	}
	lw.segs = append(lw.segs, s)
	f := &flow{lw: lw, u: lw.newUnit(kind), scope: s.scope, desc: s.desc, task: task}
	f.u.line = s.line
	body(f)
	f.u.term(program.Instr{Op: program.OpEnd})
	s.code, s.need = f.u.code, f.u.need
	return l
}

// proc is a process to be lowered: one of the design's, or an assign whose value takes the host or a stopping function.
type proc struct {
	p     *design.Process
	a     *design.Assign
	block uint32
	label int
	event uint32 // of an assign: its event
}

// planProcs lists the processes in start order.
func (lw *lowerer) planProcs() {
	for _, p := range lw.d.Processes {
		lw.procs = append(lw.procs, proc{p: p})
	}
	for _, a := range lw.d.Assigns {
		if _, ok := lw.hidden[a]; ok {
			lw.hidden[a] = len(lw.procs)
			lw.procs = append(lw.procs, proc{a: a})
		}
	}
}

// bodies lowers all code.
func (lw *lowerer) bodies() {
	for i := range lw.procs {
		p := &lw.procs[i]
		passes.At(lw.opts.Passes, func() string { return lw.construct(p.p, p.a) })
		lw.process(p)
	}
	for _, n := range lw.nodes {
		passes.At(lw.opts.Passes, func() string { return lw.construct(nil, n.assign) })
		if n.assign != nil {
			lw.nodeCode(n)
		} else if n.file != nil {
			lw.fileCode(n)
		} else if n.watch != nil {
			lw.watchCode(n)
		} else {
			lw.forceCode(n)
		}
	}
	for len(lw.queue) > 0 {
		t := lw.queue[0]
		lw.queue = lw.queue[1:]
		passes.At(lw.opts.Passes, func() string { return lw.routine(t) })
		lw.taskBody(t)
	}
	for len(lw.later) > 0 {
		run := lw.later[0]
		lw.later = lw.later[1:]
		run()
	}
}

// process lowers one process.
func (lw *lowerer) process(p *proc) {
	f := &flow{lw: lw, segs: true}
	p.label = lw.label()
	if p.a != nil {
		lw.hiddenProcess(f, p)
		return
	}
	f.desc = lw.str(describe(p.p))
	f.scope = uint32(p.p.Scope.ID)
	f.place(p.label)
	f.at(p.p.Pos)
	f.seg.line = f.u.line
	f.stmt(p.p.Body)
	if p.p.Kind == design.ProcAlways {
		f.close(p.label)
		return
	}
	f.u.term(program.Instr{Op: program.OpEnd})
	f.close(p.label)
}

// describe is a process in a few words.
func describe(p *design.Process) string {
	if p.Kind == design.ProcInitial {
		if p.Init {
			return "initialisation"
		}
		return "initial"
	}
	if c, ok := p.Body.(*design.EventCtl); ok {
		return "always " + eventText(c.Event)
	}
	return "always"
}

func eventText(ev *design.Event) string {
	if ev == nil {
		return "@()"
	}
	if ev.Star {
		return "@*"
	}
	out := "@("
	for i, it := range ev.Items {
		if i > 0 {
			out += " or "
		}
		if i == 4 {
			out += "..."
			break
		}
		switch it.Edge {
		case design.EdgePos:
			out += "posedge "
		case design.EdgeNeg:
			out += "negedge "
		}
		switch {
		case it.Named != nil:
			out += it.Named.Name
		case it.Signal != nil:
			out += it.Signal.Name
		}
	}
	return out + ")"
}
