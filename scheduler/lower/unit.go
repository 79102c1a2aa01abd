package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// val is an operand: a temp of at most 64 bits, or the address of a wider value.
type val struct {
	t     uint32
	w     int
	frame bool // a wide value in the running frame
}

var none = val{t: program.NoTemp}

// needs is what one run of a piece of code can use of the dynamic arenas.
type needs struct{ nba, svc, pool, strobe, heap int }

func (n *needs) add(m needs, times int) {
	n.nba += m.nba * times
	n.svc += m.svc * times
	n.pool += m.pool * times
	n.strobe += m.strobe * times
	n.heap += m.heap * times
}

// unitKind tells what a unit's code belongs to.
type unitKind uint8

const (
	unitProc unitKind = iota // a segment of a process, task, monitor or strobe
	unitNode
	unitFunc
)

// unit is straight or structured code being emitted: a segment or a function.
type unit struct {
	lw   *lowerer
	kind unitKind
	code []program.Instr
	next uint32 // next temp
	line uint32

	scratch uint32 // words of scratch in use
	top     uint32 // of functions: first address of its scratch

	open []frameKind // structured blocks that are open
	dead bool        // the current path has ended

	mult int // how often the current place runs, at most
	need needs
	// settles tells that an OpSettle was emitted or left out because the unit runs in a node.
	settles bool
	inNode  bool
}

// frameKind is an open structured block and what is known of its finished arms.
type frameKind struct {
	op      program.Op
	allDead bool // every finished arm ended dead
	full    bool // an else or default was seen
	times   int
}

func (lw *lowerer) newUnit(kind unitKind) *unit {
	return &unit{lw: lw, kind: kind, mult: 1, inNode: kind == unitNode}
}

// emit appends an instruction unless the place is unreachable.
func (u *unit) emit(in program.Instr) {
	if u.dead {
		return
	}
	in.Line = u.line
	u.code = append(u.code, in)
}

// term emits a terminator.
func (u *unit) term(in program.Instr) {
	u.emit(in)
	u.dead = true
}

// temp makes an operand for a result of w bits.
func (u *unit) temp(w int) val {
	if w <= 64 {
		u.next++
		return val{t: u.next - 1, w: w}
	}
	a := u.scratch
	u.scratch += uint32(2 * logic.Words(w))
	switch u.kind {
	case unitProc:
		u.lw.scratch[0] = max(u.lw.scratch[0], u.scratch)
		return val{t: scratchProc + a, w: w}
	case unitNode:
		u.lw.scratch[1] = max(u.lw.scratch[1], u.scratch)
		return val{t: scratchNode + a, w: w}
	}
	u.lw.funcTop = max(u.lw.funcTop, u.top+u.scratch)
	return val{t: scratchFunc + u.top + a, w: w}
}

// flagA gives FlagFrame* for the operands that are wide and in the frame.
func flags(a, b, c val) uint16 {
	f := uint16(0)
	if a.frame {
		f |= program.FlagFrame
	}
	if b.frame {
		f |= program.FlagFrameB
	}
	if c.frame {
		f |= program.FlagFrameA2
	}
	return f
}

// op emits an operation on up to three temps with a result of w bits; wa is the operands' width where it matters.
func (u *unit) op(op program.Op, w, wa int, f uint16, a, b, c val) val {
	d := u.temp(w)
	u.emit(program.Instr{Op: op, Flags: f | flags(a, b, c), W: uint32(w), WA: uint32(wa), D: d.t, A: a.t, B: b.t, C: c.t})
	return d
}

func (u *unit) un(op program.Op, w, wa int, f uint16, a val) val {
	return u.op(op, w, wa, f, a, none, none)
}

func (u *unit) bin(op program.Op, w, wa int, f uint16, a, b val) val {
	return u.op(op, w, wa, f, a, b, none)
}

// mux is c ? a : b.
func (u *unit) mux(w int, a, b, c val) val { return u.op(program.OpMux, w, 0, 0, a, b, c) }

// constant is a value known now.
func (u *unit) constant(v logic.Vec) val {
	v = u.lw.fix(v)
	switch {
	case v.Width <= 0:
		return u.constant(logic.New(1))
	case v.Width <= 32:
		d := u.temp(v.Width)
		u.emit(program.Instr{Op: program.OpConst, W: uint32(v.Width), D: d.t, A: v.Val[0], B: v.XZ[0]})
		return d
	case v.Width <= 64:
		d := u.temp(v.Width)
		u.emit(program.Instr{Op: program.OpConst, W: uint32(v.Width), D: d.t, A: u.lw.pool(v)})
		return d
	}
	return val{t: u.lw.wideConst(v), w: v.Width}
}

// num is an unsigned number of w bits.
func (u *unit) num(w int, n uint64) val { return u.constant(logic.FromUint64(w, n)) }

// bit is a constant bit.
func (u *unit) bit(b logic.Bit) val { return u.constant(logic.FromBit(b)) }

// idx is a constant index.
func (u *unit) idx(n int) val {
	d := u.temp(32)
	u.emit(program.Instr{Op: program.OpConst, W: 32, D: d.t, A: uint32(int32(n))})
	return d
}

// pool is the index in Consts of a constant of 33 to 64 bits.
func (lw *lowerer) pool(v logic.Vec) uint32 {
	key := "p" + v.String()
	if a, ok := lw.wides[key]; ok {
		return a
	}
	at := uint32(len(lw.p.Consts))
	lw.p.Consts = append(lw.p.Consts, v.Val...)
	lw.p.Consts = append(lw.p.Consts, v.XZ...)
	lw.wides[key] = at
	return at
}

// load reads w bits of storage; wide values are used in place.
func (u *unit) load(addr uint32, w int, frame bool) val {
	if w > 64 {
		return val{t: addr, w: w, frame: frame}
	}
	d := u.temp(w)
	f := uint16(0)
	if frame {
		f = program.FlagFrame
	}
	u.emit(program.Instr{Op: program.OpLoad, Flags: f, W: uint32(w), D: d.t, A: addr})
	return d
}

// save writes v to unpublished storage.
func (u *unit) save(addr uint32, frame bool, v val) {
	f := flags(none, v, none)
	if frame {
		f |= program.FlagFrame
	}
	u.emit(program.Instr{Op: program.OpStoreL, Flags: f, W: uint32(v.w), A: addr, B: v.t})
}

// get and set read and write a hidden slot.
func (u *unit) get(s *design.Signal) val {
	st := u.lw.stor[s]
	return u.load(st.addr, st.width, st.frame)
}

func (u *unit) set(s *design.Signal, v val) {
	st := u.lw.stor[s]
	u.save(st.addr, st.frame, v)
}

// copied is v where nothing that runs later can change it: wide values read in place are moved to scratch.
func (u *unit) copied(v val) val {
	if v.w <= 64 || v.t >= scratchProc {
		return v
	}
	return u.un(program.OpMove, v.w, 0, 0, v)
}

// resize extends or truncates v to w bits.
func (u *unit) resize(v val, w int, signed bool) val {
	if v.w == w {
		return v
	}
	if w > v.w && !signed && class(w) == class(v.w) {
		v.w = w // bits above the width are zero anyway
		return v
	}
	f := uint16(0)
	if signed && w > v.w {
		f = program.FlagSigned
	}
	return u.un(program.OpResize, w, v.w, f, v)
}

// class is the representation of a width: 32- or 64-bit words, or a number of words in storage.
func class(w int) int {
	switch {
	case w <= 32:
		return 1
	case w <= 64:
		return 2
	}
	return logic.Words(w)
}

// part is bits [off +: w] of v, x where out of range.
func (u *unit) part(v val, off, w int) val {
	if off == 0 && w == v.w {
		return v
	}
	if off >= v.w || off+w <= 0 {
		return u.constant(u.lw.fill(w, logic.LX))
	}
	lo, hi := max(off, 0), min(off+w, v.w)
	p := v
	if lo != 0 || hi != v.w {
		p = u.emitPart(v, lo, hi-lo)
	}
	if lo > off {
		p = u.concat([]val{p, u.constant(u.lw.fill(lo-off, logic.LX))})
	}
	if hi < off+w {
		p = u.concat([]val{u.constant(u.lw.fill(off+w-hi, logic.LX)), p})
	}
	return p
}

func (u *unit) emitPart(v val, off, w int) val {
	if off == 0 {
		return u.un(program.OpResize, w, v.w, 0, v)
	}
	d := u.temp(w)
	u.emit(program.Instr{Op: program.OpPart, Flags: flags(v, none, none), W: uint32(w), WA: uint32(v.w), D: d.t, A: v.t, C: uint32(off)})
	return d
}

// concat joins values, most significant first.
func (u *unit) concat(list []val) val {
	total := 0
	for _, v := range list {
		total += v.w
	}
	if total <= 64 || len(list) == 2 && total <= 128 {
		out := list[0]
		for _, v := range list[1:] {
			out = u.bin(program.OpConcat, out.w+v.w, out.w, 0, out, v)
		}
		return out
	}
	d := u.temp(total)
	if total%32 != 0 {
		zero := u.constant(logic.New(total)) // the bits above the width
		u.emit(program.Instr{Op: program.OpMove, W: uint32(total), D: d.t, A: zero.t})
	}
	at := total
	for _, v := range list {
		at -= v.w
		u.emit(program.Instr{Op: program.OpStoreLP, Flags: flags(none, v, none), W: uint32(v.w), WA: uint32(total), A: d.t, B: v.t, C: uint32(at)})
	}
	return d
}

// ---- structured control ----

func (u *unit) push(op program.Op) {
	u.open = append(u.open, frameKind{op: op, allDead: true, times: u.mult})
}

func (u *unit) topFrame() *frameKind { return &u.open[len(u.open)-1] }

// arm closes the current arm of the innermost block and makes the next reachable.
func (u *unit) arm() {
	f := u.topFrame()
	f.allDead = f.allDead && u.dead
	u.dead = false
}

// structured emits a delimiter even where the code before it is dead.
func (u *unit) structured(in program.Instr) {
	in.Line = u.line
	u.code = append(u.code, in)
}

// ifThen emits if (c) then() else els(); els may be nil. Nothing is emitted in dead code.
func (u *unit) ifThen(c val, then, els func()) {
	if u.dead {
		return
	}
	u.emit(program.Instr{Op: program.OpIf, Flags: flags(c, none, none), W: uint32(c.w), A: c.t})
	u.push(program.OpIf)
	then()
	if els != nil {
		u.arm()
		u.structured(program.Instr{Op: program.OpElse})
		els()
		u.topFrame().full = true
	}
	u.arm()
	u.structured(program.Instr{Op: program.OpEndIf})
	f := u.topFrame()
	u.dead = f.allDead && f.full
	u.open = u.open[:len(u.open)-1]
}

// loop emits a loop of at most times trips (0: unknown) around body, which leaves it by breakIf.
func (u *unit) loop(times int, body func()) {
	if u.dead {
		return
	}
	u.emit(program.Instr{Op: program.OpLoop})
	u.push(program.OpLoop)
	u.mult *= max(1, times)
	body()
	u.mult = u.topFrame().times
	u.structured(program.Instr{Op: program.OpEndLoop})
	u.dead = false
	u.open = u.open[:len(u.open)-1]
}

func (u *unit) breakIf(c val) {
	u.emit(program.Instr{Op: program.OpBreakIf, Flags: flags(c, none, none), W: uint32(c.w), A: c.t})
}

func (u *unit) breakIfNot(c val) {
	u.emit(program.Instr{Op: program.OpBreakIfNot, Flags: flags(c, none, none), W: uint32(c.w), A: c.t})
}

// leave breaks out of the innermost loop for sure.
func (u *unit) leave() { u.breakIf(u.bit(logic.L1)) }

// arm of a switch: labels share body. A nil labels is the default.
type switchArm struct {
	labels []uint32
	body   func()
}

func (u *unit) switchOn(sel val, arms []switchArm, def func()) {
	if u.dead {
		return
	}
	u.emit(program.Instr{Op: program.OpSwitch, Flags: flags(sel, none, none), W: uint32(sel.w), A: sel.t, B: uint32(len(arms))})
	u.push(program.OpSwitch)
	first := true
	for _, a := range arms {
		if !first {
			u.arm()
		}
		first = false
		for _, l := range a.labels {
			u.structured(program.Instr{Op: program.OpCase, A: l})
		}
		n := len(u.code)
		a.body()
		if len(u.code) == n {
			u.emit(program.Instr{Op: program.OpNop}) // else the labels would share the next arm
		}
	}
	u.arm()
	u.structured(program.Instr{Op: program.OpDefault})
	if def != nil {
		def()
	}
	u.arm()
	u.structured(program.Instr{Op: program.OpEndSwitch})
	u.dead = u.topFrame().allDead
	u.open = u.open[:len(u.open)-1]
}

// settle runs the immediate nodes that a store may have marked.
func (u *unit) settle() {
	u.settles = true
	if !u.inNode {
		u.emit(program.Instr{Op: program.OpSettle})
	}
}

// take accounts for arena use of what is emitted now.
func (u *unit) take(n needs) {
	if !u.dead {
		u.need.add(n, u.mult)
	}
}
