package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// finish turns labels into segment ids, scratch into addresses and links the queues of the initial image.
func (lw *lowerer) finish() {
	if len(lw.errs) > 0 {
		return
	}
	lw.thread()
	ids := lw.compact()
	seg := func(label uint32) uint32 {
		if label == program.NoSeg {
			return label
		}
		return ids[lw.labels[label]]
	}
	p := lw.p
	p.Layout.Scratch = lw.alloc(int(lw.scratch[0] + lw.scratch[1] + lw.funcTop))

	// Rows that name segments by label.
	for _, r := range lw.forks {
		for i := range r.num {
			p.Forks[r.first+i] = seg(p.Forks[r.first+i])
		}
	}
	for i := range p.Fanout {
		if p.Fanout[i].Kind == program.FanMonitor {
			p.Fanout[i].Target = seg(p.Fanout[i].Target)
		}
	}
	bound := func(s uint32) uint32 { // ranges keep their order
		for k := s; k < uint32(len(ids)); k++ {
			if ids[k] != program.NoSeg {
				return ids[k]
			}
		}
		return uint32(len(lw.segs))
	}
	for i, t := range lw.tasks {
		p.Tasks[i].Entry = seg(uint32(t.entry))
	}
	kept := lw.segs
	lw.segs = lw.segs[:0:0]
	for i, s := range kept {
		if ids[i] != program.NoSeg {
			lw.segs = append(lw.segs, s)
		}
	}
	for i := range p.Tasks {
		p.Tasks[i].FirstSeg, p.Tasks[i].EndSeg = bound(p.Tasks[i].FirstSeg), bound(p.Tasks[i].EndSeg)
	}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		b.FirstSeg, b.EndSeg = bound(b.FirstSeg), bound(b.EndSeg)
		b.Exit = seg(b.Exit)
	}

	emit := func(code []program.Instr) uint32 {
		first := uint32(len(p.Code))
		for _, in := range code {
			lw.fixup(&in, seg)
			p.Code = append(p.Code, in)
		}
		return first
	}
	for _, s := range lw.segs {
		row := program.Segment{Num: uint32(len(s.code)), Line: s.line, Desc: s.desc, Scope: s.scope, Node: s.node}
		row.First = emit(s.code)
		p.Segs = append(p.Segs, row)
	}
	for _, f := range lw.funcs {
		row := program.Func{Name: f.name, Num: uint32(len(f.code)), Line: f.line}
		row.First = emit(f.code)
		p.Funcs = append(p.Funcs, row)
	}
	for _, n := range lw.nodes {
		lw.nodeRow(n, seg)
	}
	for i := range lw.procs {
		lw.procRow(&lw.procs[i], seg)
	}
	lw.queues()
	lw.needs()
	p.Layout.FixedWords = uint32(len(lw.image))
	p.Image = lw.image
}

// thread makes jumps to segments that only jump go to the end of the chain, and copies a lone wait to where it is jumped to.
func (lw *lowerer) thread() {
	lone := func(label uint32) *program.Instr {
		s := lw.segs[lw.labels[label]]
		if len(s.code) == 1 {
			return &s.code[0]
		}
		return nil
	}
	final := func(label uint32) uint32 {
		for hops := 0; hops < 100; hops++ {
			in := lone(label)
			if in == nil || in.Op != program.OpGoto || lw.labels[in.A] == lw.labels[label] {
				break
			}
			label = in.A
		}
		return label
	}
	for _, s := range lw.segs {
		for i := range s.code {
			in := &s.code[i]
			if !program.Ops[in.Op].Term {
				continue
			}
			for _, o := range in.Operands() {
				if o.Role == program.RoleSeg || o.Role == program.RoleSegOpt && *o.Value != program.NoSeg {
					*o.Value = final(*o.Value)
				}
			}
			if in.Op == program.OpGoto {
				if t := lone(in.A); t != nil && t.Op == program.OpWait {
					line := in.Line
					*in = *t
					in.A = final(in.A)
					in.Line = line
				}
			}
		}
	}
}

// compact finds the segments that can be reached and gives each its id, NoSeg to the others.
func (lw *lowerer) compact() []uint32 {
	reach := make([]bool, len(lw.segs))
	var work []int
	visit := func(label uint32) {
		if label == program.NoSeg {
			return
		}
		if s := lw.labels[label]; !reach[s] {
			reach[s] = true
			work = append(work, s)
		}
	}
	for i := range lw.procs {
		visit(uint32(lw.procs[i].label))
	}
	for _, n := range lw.nodes {
		if n.file != nil && lw.labels[n.file.label] < 0 {
			lw.labels[n.file.label] = lw.labels[lw.idle()] // its $fmonitor stands in code that never runs
			reach = append(reach, make([]bool, len(lw.segs)-len(reach))...)
		}
		visit(uint32(n.seg))
		if n.commit >= 0 {
			visit(uint32(n.commit))
		}
	}
	for _, f := range lw.p.Fanout {
		if f.Kind == program.FanMonitor {
			if lw.labels[f.Target] < 0 { // its $monitor stands in code that never runs
				lw.labels[f.Target] = lw.labels[lw.idle()]
				reach = append(reach, make([]bool, len(lw.segs)-len(reach))...)
			}
			visit(f.Target)
		}
	}
	for _, t := range lw.tasks {
		visit(uint32(t.entry))
	}
	for i := range lw.p.Blocks {
		if e := lw.p.Blocks[i].Exit; e != program.NoSeg {
			visit(e)
		}
	}
	for len(work) > 0 {
		s := lw.segs[work[len(work)-1]]
		work = work[:len(work)-1]
		for i := range s.code {
			in := &s.code[i]
			for _, o := range in.Operands() {
				switch o.Role {
				case program.RoleSeg, program.RoleSegOpt:
					visit(*o.Value)
				case program.RoleForks:
					for k := range in.C {
						visit(lw.p.Forks[in.B+k])
					}
				}
			}
		}
	}
	ids := make([]uint32, len(lw.segs))
	n := uint32(0)
	for i := range ids {
		ids[i] = program.NoSeg
		if reach[i] {
			ids[i] = n
			n++
		}
	}
	return ids
}

// idle is the label of a segment that does nothing.
func (lw *lowerer) idle() int {
	return lw.pieceOf(unitProc, "idle", nil, 0, nil, func(*flow) {})
}

// fixup turns the labels and scratch addresses of an instruction into ids and addresses.
func (lw *lowerer) fixup(in *program.Instr, seg func(uint32) uint32) {
	for _, o := range in.Operands() {
		switch o.Role {
		case program.RoleSeg, program.RoleSegOpt:
			*o.Value = seg(*o.Value)
		case program.RoleAddr:
			if in.Flags&o.Frame == 0 {
				*o.Value = lw.relocate(*o.Value)
			}
		default:
			w, ok := o.Role.Use(in)
			if !ok {
				w, ok = o.Role.Def(in)
			}
			if ok && w > 64 && in.Flags&o.Frame == 0 {
				*o.Value = lw.relocate(*o.Value)
			}
		}
	}
}

func (lw *lowerer) nodeRow(n *node, seg func(uint32) uint32) {
	row := program.Node{Block: n.block, Seg: seg(uint32(n.seg)), Commit: program.NoSeg, Pending: n.pend, Width: uint32(n.width), Now: n.now, Active: n.active}
	lw.image[n.block+program.BSeg] = row.Seg
	if n.commit >= 0 {
		row.Commit = seg(uint32(n.commit))
		lw.image[n.block+program.NodeWords+program.BSeg] = row.Commit
	}
	if n.file != nil {
		row.Line, row.Desc = lw.line(n.file.task.Pos), lw.str(n.file.task.Name)
	} else if n.watch != nil {
		row.Line, row.Desc = lw.line(n.watch.Pos), lw.str("$monitor argument")
	} else if n.assign != nil {
		row.Line, row.Desc = lw.line(n.assign.Pos), lw.str(n.assign.Desc)
	} else {
		row.Line, row.Desc = lw.line(n.proc.Pos), lw.str("force")
		if !n.proc.Force {
			row.Desc = lw.str("assign")
		}
	}
	lw.p.Nodes = append(lw.p.Nodes, row)
}

func (lw *lowerer) procRow(pr *proc, seg func(uint32) uint32) {
	row := program.Proc{Block: pr.block, Seg: seg(uint32(pr.label))}
	lw.image[pr.block+program.BSeg] = row.Seg
	if pr.a != nil {
		row.Line, row.Desc = lw.line(pr.a.Pos), lw.str(pr.a.Desc)
	} else {
		row.Line, row.Desc = lw.line(pr.p.Pos), lw.str(describe(pr.p))
	}
	lw.p.Procs = append(lw.p.Procs, row)
}

// queues links what starts at time 0. First, as one phase that wakes nobody: the assigns that something reaches. Then: processes with
// Push, assigns with constants that come through at once, the other processes, assigns with constants that are queued and those that
// call functions.
func (lw *lowerer) queues() {
	var first, push, early, rest, late, calls []uint32
	for i := range lw.procs {
		pr := &lw.procs[i]
		switch {
		case pr.a != nil:
		case pr.p.Push:
			push = append(push, pr.block)
		default:
			rest = append(rest, pr.block)
		}
	}
	place := func(a *design.Assign, now bool, block uint32) {
		switch {
		case hasExpr(a.RHS, func(e *design.Expr) bool { return e.Op == design.OpCall }):
			calls = append(calls, block)
		case !a.LateStart():
			first = append(first, block)
		case now || a.Plain():
			early = append(early, block)
		default:
			late = append(late, block)
		}
	}
	nodes, procs := lw.assigns, lw.hidden
	for _, a := range lw.d.Assigns {
		if i, ok := procs[a]; ok {
			calls = append(calls, lw.procs[i].block)
		} else if n := nodes[a]; n != nil && !lw.idles[a] {
			lw.image[n.block+program.BState] |= 1
			place(a, n.now, n.block)
			if n.prim { // the node of its output is the next
				out := lw.nodes[n.index+1]
				lw.image[out.block+program.BState] |= 1
				if a.Init == logic.LX || lw.opts.TwoState {
					place(a, false, out.block)
				} else { // the initial value arrives as an event of time 0
					early = append(early, out.block)
				}
			}
		}
	}
	second := append(append(append(push, early...), rest...), append(late, calls...)...)
	for _, n := range lw.nodes {
		if n.watch != nil {
			lw.image[n.block+program.BState] |= 1
			first = append(first, n.block)
		}
	}
	lw.link(first, program.HdrActHead, program.HdrActTail)
	lw.link(second, program.HdrProcHead, program.HdrProcTail)
	lw.image[program.HdrMonOn] = 1
}

// link chains blocks and sets the header words of the queue's ends.
func (lw *lowerer) link(blocks []uint32, head, tail int) {
	for i, b := range blocks {
		if i == 0 {
			lw.image[head] = b
		} else {
			lw.image[blocks[i-1]+program.BQNext] = b
		}
		lw.image[tail] = b
	}
}

// needs takes the most that any segment can use of each dynamic arena.
func (lw *lowerer) needs() {
	p := lw.p
	n := &p.Need
	for _, s := range lw.segs {
		pool := s.need.pool
		for _, in := range s.code {
			if in.Op == program.OpNewFrame {
				pool += poolWords(int(p.Tasks[in.A].FrameWords))
			}
		}
		n.NBAWords = max(n.NBAWords, uint32(s.need.nba))
		n.SvcWords = max(n.SvcWords, uint32(s.need.svc))
		n.PoolWords = max(n.PoolWords, uint32(pool))
		n.StrobeWords = max(n.StrobeWords, uint32(s.need.strobe))
		n.HeapEvents = max(n.HeapEvents, uint32(s.need.heap))
	}
	if len(lw.monitors) > 0 {
		n.StrobeWords += 4 + 2*uint32(len(lw.files)) // a change puts the monitor among the strobes
	}
	for _, nd := range lw.nodes {
		if nd.delayed {
			n.HeapEvents++ // an OpSettle can schedule each of them, once
		}
	}
}
