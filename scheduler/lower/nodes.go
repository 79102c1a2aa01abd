package lower

import (
	"sort"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// node is a continuous assignment, or the right side of a force or a procedural continuous assignment.
type node struct {
	index   uint32
	assign  *design.Assign
	proc    *design.ProcAssign
	delayed bool
	force   bool
	now     bool

	watch *design.Expr // what a monitor watches: part of reads, copied to the signal copy
	reads *design.Signal
	copy  uint32 // in Signals
	label int    // of the monitor
	file  *fileMonitor
	via   *design.Signal // the value of a right side that a process or a primitive's node evaluates
	prim  bool           // looks a primitive's inputs up, each change at once, and leaves the output to the node of via

	block  uint32
	pend   uint32 // delayed: value that waits
	spans  uint32 // delayed, with strengths of its own: those of the value that waits, two words per bit
	cur    uint32 // delayed: value that went out last
	active uint32 // force: 1 while in effect
	state  uint32 // UDP
	width  int
	seg    int
	commit int
}

// driverKey is one driver of a resolved net.
type driverKey struct {
	sig    *design.Signal
	assign *design.Assign
}

// forceUse is a target of a force, or of a procedural continuous assignment.
type forceUse struct {
	stmt *design.ProcAssign
	lv   *design.LValue
}

// planNodes decides which assigns become nodes, which processes.
func (lw *lowerer) planNodes() {
	add := func(n *node) {
		n.index = uint32(len(lw.nodes))
		lw.nodes = append(lw.nodes, n)
	}
	for _, a := range lw.d.Assigns {
		if lw.aliased[a] {
			continue
		}
		stops := lw.stopsExpr(a.RHS)
		for _, in := range a.Inputs {
			stops = stops || lw.stopsExpr(in)
		}
		if stops && a.UDP != nil {
			lw.errorf(a.Pos, "an input of a primitive stops")
			continue
		}
		n := &node{assign: a, delayed: a.Delay[0] != nil, now: a.Immediate}
		if stops {
			lw.hidden[a] = -1
			if !n.delayed {
				continue
			}
			// The process hands its value to a node that delays it.
			n.via = &design.Signal{ID: -1 << 30, Hidden: true, Width: max(1, a.RHS.Width), Real: a.RHS.Real, Signed: a.RHS.Signed}
			n.now = true
		}
		for i := range a.LHS {
			n.width += a.LHS[i].Width
		}
		if n.now && !stops && hasExpr(a.RHS, func(e *design.Expr) bool { return e.Op == design.OpCall && lw.info(e.Sub).service }) {
			n.now = false // its records need the room that only a segment of its own is given
		}
		lw.assigns[a] = n
		if a.UDP != nil {
			n.via, n.now = &design.Signal{ID: -1 << 30, Hidden: true, Width: 1}, false
			m := &node{assign: a, prim: true, now: true, via: n.via, width: 1}
			lw.assigns[a] = m
			add(m)
		}
		add(n)
	}
	lw.eachBody(func(b design.Stmt) {
		walkStmts(b, func(s design.Stmt) {
			pa, ok := s.(*design.ProcAssign)
			if !ok || lw.forces[pa] != nil || len(pa.Reads) == 0 {
				return
			}
			n := &node{proc: pa, force: true, now: immediate(live(pa))}
			for i := range pa.LHS {
				n.width += pa.LHS[i].Width
			}
			lw.forces[pa] = n
			add(n)
		})
	})
	lw.planMonitors()
}

// live is what s, in force, goes on evaluating.
func live(s *design.ProcAssign) *design.Expr {
	if s.Live != nil {
		return s.Live
	}
	return s.RHS
}

// immediate tells that Icarus Verilog propagates every operator of e at once.
func immediate(e *design.Expr) bool {
	switch e.Op {
	case design.OpConst, design.OpSignal, design.OpWord, design.OpPartVar, design.OpResize, design.OpSigned, design.OpNeg,
		design.OpRedAnd, design.OpRedNand, design.OpRedOr, design.OpRedNor, design.OpRedXor, design.OpRedXnor, design.OpLogNot,
		design.OpAdd, design.OpSub, design.OpMul, design.OpDiv, design.OpMod, design.OpPow, design.OpLt, design.OpLe, design.OpGt,
		design.OpGe, design.OpEq, design.OpNe, design.OpCaseEq, design.OpCaseNe, design.OpToReal, design.OpToInt:
	case design.OpShl, design.OpShr, design.OpAShr:
		if e.Args[1].Op == design.OpConst {
			return false
		}
	default:
		return false
	}
	for _, a := range e.Args {
		if !immediate(a) {
			return false
		}
	}
	return true
}

// resolutions maps net types to resolution kinds.
var resolutions = map[design.NetType]uint32{
	design.NetWand: program.NetAnd, design.NetTriand: program.NetAnd, design.NetWor: program.NetOr, design.NetTrior: program.NetOr,
	design.NetTri0: program.NetTri0, design.NetTri1: program.NetTri1, design.NetSupply0: program.NetSupply0,
	design.NetSupply1: program.NetSupply1, design.NetTrireg: program.NetTrireg,
}

// ownStrength is the range of strengths that a net's type gives it, as the kernel keeps it (see gpga_resolve_strong).
func ownStrength(n design.NetType) (lo, hi int8) {
	switch n {
	case design.NetTri0:
		return -int8(design.Pull), -int8(design.Pull)
	case design.NetTri1:
		return int8(design.Pull), int8(design.Pull)
	case design.NetSupply0:
		return -int8(design.Supply), -int8(design.Supply)
	case design.NetSupply1:
		return int8(design.Supply), int8(design.Supply)
	}
	return 0, 0
}

// placeNets gives every resolved net its drivers' slots. Nets decided by strength are resolved in any case.
func (lw *lowerer) placeNets() {
	p := lw.p
	for _, s := range lw.d.Signals {
		if lw.canon(s) != s || !s.Resolved && !s.Strong || s.Net == design.NetVar || lw.stor[s] == nil || lw.stor[s].array {
			continue
		}
		st := lw.stor[s]
		net := program.Net{Signal: uint32(st.index), Kind: resolutions[s.Net], Driver: uint32(len(p.Drivers)), Strong: s.Strong}
		if s.Strong {
			net.Strength = lw.alloc(int(program.StrengthWords(uint32(s.Width))))
			net.Charge = uint32(s.Charge)
			if net.Charge == 0 {
				net.Charge = uint32(design.Medium)
			}
			if len(s.Drivers) == 0 { // nothing resolves it: what it has of its own is there from the start
				lo, hi := ownStrength(s.Net)
				for i := range s.Width {
					lw.image[int(net.Strength)+i] = uint32(uint8(lo)) | uint32(uint8(hi))<<8
				}
			}
		}
		for _, a := range s.Drivers {
			if _, ok := lw.driver[driverKey{s, a}]; ok {
				continue
			}
			slot := lw.alloc(st.stride())
			b := logic.LZ
			if a.Delay[0] != nil {
				b = logic.LX
			}
			v := lw.fill(s.Width, logic.LZ)
			for i := range a.LHS {
				if l := &a.LHS[i]; lw.canon(l.Sig) == s {
					v = logic.SetSlice(v, l.Off, lw.fill(l.Width, b))
				}
			}
			lw.put(slot, v)
			lw.driver[driverKey{s, a}] = slot
			p.Drivers = append(p.Drivers, program.Driver{Slot: slot, Strength: strengthPair(a), Span: lw.placeSpans(s, a)})
			net.NumDriver++
		}
		lw.nets[s] = uint32(len(p.Nets))
		p.Nets = append(p.Nets, net)
	}
}

// placeNodes gives nodes what else they keep.
func (lw *lowerer) placeNodes() {
	for _, n := range lw.nodes {
		if n.delayed {
			words := 2 * logic.Words(n.width)
			n.pend, n.cur = lw.alloc(words), lw.alloc(words)
			x := lw.fill(n.width, logic.LX)
			if n.assign.RHS != nil && n.assign.RHS.Real {
				x = logic.New(n.width)
			}
			lw.put(n.pend, x)
			lw.put(n.cur, x)
			if lw.hasSpans(n.assign) {
				n.spans = lw.alloc(2 * n.width)
			}
		}
		if n.file != nil {
			n.file.active, n.file.pending = lw.alloc(2), lw.alloc(2)
		}
		if n.force {
			n.active = lw.alloc(1)
			lw.image[n.block+program.BState] = 2
		}
		if n.prim {
			u := n.assign.UDP
			n.state = lw.alloc(1 + u.Inputs)
			lw.image[n.state] = uint32(lw.fill(1, n.assign.Init).Bit(0))
			for i := range u.Inputs {
				lw.image[n.state+1+uint32(i)] = uint32(lw.fill(1, logic.LX).Bit(0))
			}
		}
	}
}

// watchCode lowers the copy of what a monitor watches.
func (lw *lowerer) watchCode(n *node) {
	n.commit = -1
	n.seg = lw.pieceOf(unitNode, "$monitor argument", nil, n.watch.Pos, nil, func(f *flow) {
		v := f.plain(n.watch)
		f.u.emit(program.Instr{Op: program.OpStore, Flags: flags(none, v, none), W: uint32(v.w), A: n.copy, B: v.t})
	})
}

// nodeCode lowers the evaluation, and with delays the commit, of an assign.
func (lw *lowerer) nodeCode(n *node) {
	a := n.assign
	n.commit = -1
	n.seg = lw.pieceOf(unitNode, a.Desc, a.Scope, a.Pos, nil, func(f *flow) {
		v := f.source(n)
		if n.prim {
			f.setSignal(n.via, v)
			return
		}
		if n.delayed {
			f.delayed(n, v)
			return
		}
		f.driveSpans(n)
		f.drive(a, v)
	})
	if n.delayed {
		n.commit = lw.pieceOf(unitNode, a.Desc, a.Scope, a.Pos, nil, func(f *flow) {
			v := f.u.load(n.pend, n.width, false)
			f.u.save(n.cur, false, v)
			f.releaseSpans(n)
			f.drive(a, v)
		})
	}
}

// source evaluates the right side of an assign.
func (f *flow) source(n *node) val {
	a := n.assign
	if n.via != nil && !n.prim {
		return f.u.resize(f.signal(n.via), n.width, n.via.Signed)
	}
	if a.UDP == nil {
		return f.u.resize(f.plain(a.RHS), n.width, a.RHS.Signed)
	}
	ins := make([]uint32, len(a.Inputs))
	for i, in := range a.Inputs {
		ins[i] = f.u.resize(f.plain(in), 1, false).t
	}
	d := f.u.temp(1)
	at := uint32(len(f.lw.p.Forks))
	f.lw.p.Forks = append(f.lw.p.Forks, ins...)
	f.u.emit(program.Instr{Op: program.OpUDP, W: 1, WA: uint32(len(ins)), D: d.t, A: uint32(a.UDP.ID), B: at, C: n.state})
	return d
}

// drive gives v to the targets of an assign: to the driver's slot of a resolved net, else straight to the net.
func (f *flow) drive(a *design.Assign, v val) {
	lw, u := f.lw, f.u
	if len(a.LHS) > 1 {
		v = u.copied(v)
	}
	at := 0
	for i := len(a.LHS) - 1; i >= 0; i-- {
		l := &a.LHS[i]
		p := v
		if len(a.LHS) > 1 {
			p = u.part(v, at, l.Width)
		}
		at += l.Width
		s := lw.canon(l.Sig)
		net, ok := lw.nets[s]
		if !ok {
			t := f.target(l)
			f.write(&t, p)
			continue
		}
		st := lw.stor[s]
		slot := storage{sig: s, addr: lw.driver[driverKey{s, a}], index: -1, width: st.width, words: 1}
		t := f.target(l)
		if t.drop {
			continue
		}
		t.st = &slot
		f.writeLocal(&t, u.part(p, t.lo, t.w))
		u.emit(program.Instr{Op: program.OpResolve, A: net})
		if st.now {
			u.settle()
		}
	}
}

// delayed schedules v: not at all when it already waits, at once when no time passes, else after the delay that the
// change asks for, in place of what waits (IEEE 1364-2005 6.1.3; one vector is one pulse).
func (f *flow) delayed(n *node, v val) {
	u, a := f.u, n.assign
	v = u.copied(v)
	waits := u.load(n.block+program.NodeWords+program.EvPos, 32, false)
	same := u.bin(program.OpCaseEq, 1, n.width, 0, v, u.load(n.pend, n.width, false))
	skip := u.bin(program.OpLogAnd, 1, 1, 0, u.un(program.OpBool, 1, 32, 0, waits), same)
	u.ifThen(skip, func() {
		u.term(program.Instr{Op: program.OpEnd})
	}, nil)
	cur := u.load(n.cur, n.width, false)
	f.holdSpans(n)
	start := func(d val) {
		u.save(n.pend, false, v)
		u.emit(program.Instr{Op: program.OpSchedule, A: n.index, B: d.t})
	}
	atOnce := func() {
		u.emit(program.Instr{Op: program.OpCancel, A: n.index})
		u.save(n.cur, false, v)
		f.releaseSpans(n)
		f.drive(a, v)
	}
	if d, ok := sameDelay(a); ok {
		if d == 0 {
			atOnce()
			return
		}
		eq := u.bin(program.OpCaseEq, 1, n.width, 0, v, cur)
		u.ifThen(eq, atOnce, func() { start(u.num(64, d)) })
		return
	}
	if a.RHS != nil && a.RHS.Real {
		d := f.ticks(a.Delay[0])
		eq := u.bin(program.OpCaseEq, 1, n.width, 0, v, cur)
		u.ifThen(eq, atOnce, func() { start(d) })
		return
	}
	d := f.pickDelay(n, v, cur)
	zero := u.un(program.OpLogNot, 1, 64, 0, d)
	u.ifThen(zero, atOnce, func() { start(d) })
}

// sameDelay is the delay of a when all three are one constant.
func sameDelay(a *design.Assign) (uint64, bool) {
	d, ok := constDelays(a)
	return d[0], ok && d[0] == d[1] && d[1] == d[2]
}

// constDelays gives rise, fall and turn-off delays when they are constants; x and z count as 0.
func constDelays(a *design.Assign) (d [3]uint64, ok bool) {
	for i, e := range a.Delay {
		if e == nil {
			continue
		}
		if e.Op != design.OpConst || e.Real {
			return d, false
		}
		if n, known := e.Val.Uint64(); known {
			d[i] = n
		}
	}
	if a.Delay[1] == nil {
		d[1] = d[0]
	}
	if a.Delay[2] == nil {
		d[2] = min(d[0], d[1]) // IEEE 1364-2005 7.14
	}
	return d, true
}

// pickDelay chooses the longest delay that a change of bits from cur to v asks for: rise to 1, fall to 0, turn-off to z,
// the shortest of all to x.
func (f *flow) pickDelay(n *node, v, cur val) val {
	u, a := f.u, n.assign
	edges := u.bin(program.OpEdges, 4, n.width, 0, v, cur)
	bit := func(k int) val { return u.part(edges, k, 1) }
	if d, ok := constDelays(a); ok {
		type choice struct {
			bit   int
			ticks uint64
		}
		list := []choice{{0, d[0]}, {1, d[1]}, {2, d[2]}, {3, min(d[0], d[1], d[2])}}
		sort.SliceStable(list, func(i, j int) bool { return list[i].ticks < list[j].ticks })
		out := u.num(64, 0)
		for _, c := range list {
			out = u.mux(64, u.num(64, c.ticks), out, bit(c.bit))
		}
		return out
	}
	var d [4]val
	lesser := func(a, b val) val { return u.mux(64, a, b, u.bin(program.OpLt, 1, 64, 0, a, b)) }
	for i := range 3 {
		e := a.Delay[i]
		switch {
		case e == nil && i == 1:
			d[1] = d[0]
			continue
		case e == nil:
			d[2] = lesser(d[0], d[1])
			continue
		}
		t := f.ticks(e)
		isX := u.bin(program.OpCaseEq, 1, 1, 0, u.un(program.OpRedXor, 1, 64, 0, t), u.bit(logic.LX))
		if f.lw.opts.TwoState {
			isX = u.bit(logic.L0)
		}
		d[i] = u.mux(64, u.num(64, 0), t, isX)
	}
	d[3] = lesser(lesser(d[0], d[1]), d[2])
	out := u.num(64, 0)
	for k := range 4 {
		c := u.mux(64, d[k], u.num(64, 0), bit(k))
		out = u.mux(64, c, out, u.bin(program.OpLt, 1, 64, 0, out, c))
	}
	return out
}

// hiddenProcess lowers an assign whose value cannot be had in one piece: evaluate, drive, wait for an operand, again.
func (lw *lowerer) hiddenProcess(f *flow, p *proc) {
	a := p.a
	f.desc = lw.str(a.Desc)
	if a.Scope != nil {
		f.scope = uint32(a.Scope.ID)
	}
	f.place(p.label)
	f.at(a.Pos)
	f.seg.line = f.u.line
	w := 0
	for i := range a.LHS {
		w += a.LHS[i].Width
	}
	if n := lw.assigns[a]; n != nil {
		f.setSignal(n.via, f.value(a.RHS))
	} else {
		f.drive(a, f.u.resize(f.value(a.RHS), w, a.RHS.Signed))
	}
	f.u.term(program.Instr{Op: program.OpWait, A: uint32(p.label), B: p.event})
	f.close(p.label)
}

// ---- force and procedural continuous assignments (IEEE 1364-2005 9.3) ----

// forceCode lowers the re-evaluation of a force's right side.
func (lw *lowerer) forceCode(n *node) {
	n.commit = -1
	what := "assign"
	if n.proc.Force {
		what = "force"
	}
	n.seg = lw.pieceOf(unitNode, what, nil, n.proc.Pos, nil, func(f *flow) {
		f.forceAll(n.proc, f.u.resize(f.plain(live(n.proc)), n.width, n.proc.RHS.Signed), program.NoTemp)
	})
}

// forceAll gives v to all targets of a force or assign; on is the node to activate.
func (f *flow) forceAll(s *design.ProcAssign, v val, on uint32) {
	u := f.u
	v = u.copied(v)
	at := 0
	for i := len(s.LHS) - 1; i >= 0; i-- {
		l := &s.LHS[i]
		p := v
		if len(s.LHS) > 1 {
			p = u.part(v, at, l.Width)
		}
		at += l.Width
		st := f.lw.stor[l.Sig]
		if st.index < 0 || st.array || l.Word != nil || l.OffExpr != nil {
			f.lw.errorf(s.Pos, "an array element or an automatic variable cannot be forced")
			return
		}
		// Bits out of range are dropped.
		lo, hi := max(l.Off, 0), min(l.Off+l.Width, l.Sig.Width)
		if lo >= hi {
			continue
		}
		p = u.part(p, lo-l.Off, hi-lo)
		in := program.Instr{Op: program.OpForce, Flags: flags(none, p, none), W: uint32(hi - lo), A: uint32(st.index), B: p.t, C: uint32(lo), D: on}
		if !s.Force {
			in.Op = program.OpAssign
		}
		u.emit(in)
		f.heldStrength(l.Sig)
		if st.now {
			u.settle()
		}
	}
}

// heldStrength brings the strengths of a net up to date after a force or release: a force drives strongly, and what it leaves on
// a trireg net that nothing drives is its charge from then on.
func (f *flow) heldStrength(sig *design.Signal) {
	s := f.lw.canon(sig)
	if net, ok := f.lw.nets[s]; ok && (s.Strong || s.Net == design.NetTrireg) {
		f.u.emit(program.Instr{Op: program.OpResolve, A: net})
	}
}

// othersOff makes the nodes of other forces of the same bits inactive.
func (f *flow) othersOff(force bool, l *design.LValue, but *design.ProcAssign) {
	for _, use := range f.lw.forceOf[l.Sig] {
		n := f.lw.forces[use.stmt]
		if n == nil || use.stmt == but || use.stmt.Force != force {
			continue
		}
		if use.lv.Off >= l.Off && use.lv.Off+use.lv.Width <= l.Off+l.Width { // front ends cut them so that none overlap in part
			f.u.emit(program.Instr{Op: program.OpNodeOn, A: n.index, C: 0})
		}
	}
}

func (f *flow) procAssign(s *design.ProcAssign) {
	rhs := f.hoist(s.RHS)
	w := 0
	for i := range s.LHS {
		w += s.LHS[i].Width
		f.othersOff(s.Force, &s.LHS[i], s)
	}
	on := uint32(program.NoTemp)
	if n := f.lw.forces[s]; n != nil {
		on = n.index
	}
	f.forceAll(s, f.u.resize(f.plain(rhs), w, s.RHS.Signed), on)
}

func (f *flow) unassign(s *design.Unassign) {
	for i := range s.LHS {
		l := &s.LHS[i]
		st := f.lw.stor[l.Sig]
		if st.index < 0 || st.array {
			f.lw.errorf(s.Pos, "an array element or an automatic variable cannot be released")
			return
		}
		if !l.Sig.Forced {
			continue // nothing ever forces it
		}
		f.othersOff(s.Force, l, nil)
		lo, hi := max(l.Off, 0), min(l.Off+l.Width, l.Sig.Width)
		if lo >= hi {
			continue
		}
		in := program.Instr{Op: program.OpRelease, W: uint32(hi - lo), A: uint32(st.index), C: uint32(lo)}
		if !s.Force {
			in.Op = program.OpDeassign
		}
		f.u.emit(in)
		f.heldStrength(l.Sig)
		if st.now {
			f.u.settle()
		}
	}
}
