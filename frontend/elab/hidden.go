package elab

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Specify blocks are simulated by ordinary nets, variables and processes that the source does not spell out, so that every
// engine has them without knowing of them. The times in them are ticks, of $simtime.

// hidden builds processes of scope s; all that it makes stands at pos.
type hidden struct {
	e   *elab
	s   *scope
	pos source.Pos
}

// variable makes a variable of w bits.
func (h *hidden) variable(w int) *design.Signal {
	return h.e.newSignal(h.s, design.Signal{Net: design.NetVar, Width: w, MSB: w - 1, Pos: h.pos})
}

// words makes an array of n elements of w bits.
func (h *hidden) words(n, w int) *design.Signal {
	return h.e.newSignal(h.s, design.Signal{Net: design.NetVar, Width: w, MSB: w - 1, Words: n, Dims: []design.Range{{Left: 0, Right: n - 1}}, Pos: h.pos})
}

// net makes a net of w bits.
func (h *hidden) net(w int) *design.Signal {
	return h.e.newSignal(h.s, design.Signal{Net: design.NetWire, Width: w, MSB: w - 1, Pos: h.pos})
}

// val reads a signal.
func (h *hidden) val(sig *design.Signal) *design.Expr {
	return &design.Expr{Op: design.OpSignal, Width: sig.Width, Sig: sig, Pos: h.pos}
}

// word reads an element of an array.
func (h *hidden) word(sig *design.Signal, index *design.Expr) *design.Expr {
	return &design.Expr{Op: design.OpWord, Width: sig.Width, Sig: sig, Pos: h.pos, Args: []*design.Expr{index}}
}

// time is a number of ticks.
func (h *hidden) time(v uint64) *design.Expr { return h.num(timeWidth, v) }

func (h *hidden) num(w int, v uint64) *design.Expr {
	return konst(logic.FromUint64(w, v), false, h.pos)
}

func (h *hidden) bit(b logic.Bit) *design.Expr { return konst(logic.FromBit(b), false, h.pos) }

// now is the simulation time.
func (h *hidden) now() *design.Expr {
	return &design.Expr{Op: design.OpSys, Sys: "$simtime", Width: timeWidth, Scope: h.s.d, Pos: h.pos}
}

// stamp is the simulation time plus one, so that 0 can stand for never.
func (h *hidden) stamp() *design.Expr { return h.op(design.OpAdd, h.now(), h.time(1)) }

// op is an operator whose result is as wide as its operands.
func (h *hidden) op(op design.Op, x, y *design.Expr) *design.Expr {
	return op2(op, x.Width, false, h.pos, x, y)
}

// is is a comparison.
func (h *hidden) is(op design.Op, x, y *design.Expr) *design.Expr {
	return op2(op, 1, false, h.pos, x, y)
}

// both is the conjunction of conditions; nil ones are true, and so is nil.
func (h *hidden) both(list ...*design.Expr) *design.Expr {
	var out *design.Expr
	for _, c := range list {
		switch {
		case c == nil:
		case out == nil:
			out = c
		default:
			out = op2(design.OpLogAnd, 1, false, h.pos, out, c)
		}
	}
	return out
}

// choose is c ? a : b.
func (h *hidden) choose(c, a, b *design.Expr) *design.Expr {
	if isConst(a) && isConst(b) && logic.CaseEq(a.Val, b.Val) {
		return a
	}
	return &design.Expr{Op: design.OpCond, Width: a.Width, Pos: h.pos, Args: []*design.Expr{c, a, b}}
}

// whole is all of a signal as a target.
func (h *hidden) whole(sig *design.Signal) []design.LValue {
	return []design.LValue{{Sig: sig, Width: sig.Width, Pos: h.pos}}
}

func (h *hidden) at() design.At { return design.At{Pos: h.pos} }

// set is a blocking assignment.
func (h *hidden) set(sig *design.Signal, x *design.Expr) design.Stmt {
	return &design.AssignStmt{At: h.at(), LHS: h.whole(sig), RHS: x}
}

// setWord is one to an element of an array.
func (h *hidden) setWord(sig *design.Signal, index, x *design.Expr) design.Stmt {
	return &design.AssignStmt{At: h.at(), LHS: []design.LValue{{Sig: sig, Word: index, Width: sig.Width, Pos: h.pos}}, RHS: x}
}

// when is an if statement; without a condition it is what it guards.
func (h *hidden) when(c *design.Expr, then ...design.Stmt) design.Stmt {
	return h.either(c, h.block(then...), nil)
}

func (h *hidden) either(c *design.Expr, then, otherwise design.Stmt) design.Stmt {
	if c == nil {
		return then
	}
	return &design.If{At: h.at(), Cond: c, Then: then, Else: otherwise}
}

// block joins statements; nil ones are left out.
func (h *hidden) block(list ...design.Stmt) design.Stmt {
	var out []design.Stmt
	for _, s := range list {
		if s != nil {
			out = append(out, s)
		}
	}
	switch len(out) {
	case 0:
		return &design.Null{At: h.at()}
	case 1:
		return out[0]
	}
	return &design.Block{At: h.at(), Stmts: out}
}

// wait is an event control with nothing behind it.
func (h *hidden) wait(items ...design.EventItem) design.Stmt {
	return &design.EventCtl{At: h.at(), Event: h.e.addEvent(items, false, h.pos), Body: &design.Null{At: h.at()}}
}

// on makes a process that does list at each event of the items.
func (h *hidden) on(items []design.EventItem, list ...design.Stmt) {
	h.e.addProcess(&design.Process{Kind: design.ProcAlways, Scope: h.s.d, Pos: h.pos,
		Body: &design.EventCtl{At: h.at(), Event: h.e.addEvent(items, false, h.pos), Body: h.block(list...)}})
}

// always makes a process that repeats list, which must wait somewhere.
func (h *hidden) always(list ...design.Stmt) {
	h.e.addProcess(&design.Process{Kind: design.ProcAlways, Scope: h.s.d, Pos: h.pos, Body: h.block(list...)})
}

// initially makes a process that does list once.
func (h *hidden) initially(list ...design.Stmt) {
	h.e.addProcess(&design.Process{Kind: design.ProcInitial, Init: true, Scope: h.s.d, Pos: h.pos, Body: h.block(list...)})
}

// follow makes a net that follows x; at once, or as an active event of its own.
func (h *hidden) follow(x *design.Expr, queued bool, desc string) *design.Signal {
	sig := h.net(x.Width)
	h.e.addAssign(&design.Assign{Kind: design.AssignEvent, LHS: h.whole(sig), RHS: x, Scope: h.s.d, Pos: h.pos, Desc: desc,
		Immediate: !queued, Reads: reads(x)})
	return sig
}

// changed is a net with the time at which one of the signals last changed, 0 before.
func (h *hidden) changed(of []*design.Signal, desc string) *design.Signal {
	sig := h.net(timeWidth)
	h.e.addAssign(&design.Assign{Kind: design.AssignEvent, LHS: h.whole(sig), RHS: h.now(), Scope: h.s.d, Pos: h.pos, Desc: desc,
		Immediate: true, Reads: of})
	return sig
}

// timer makes a net that changes some ticks after arm, a counter, does; a change of arm before that starts it anew.
func (h *hidden) timer(arm *design.Signal, ticks *design.Expr) *design.Signal {
	tick := h.net(arm.Width)
	x := h.val(arm)
	h.e.addAssign(&design.Assign{Kind: design.AssignCont, LHS: h.whole(tick), RHS: x, Scope: h.s.d, Pos: h.pos, Desc: "timer",
		Delay: [3]*design.Expr{ticks, ticks, ticks}, Reads: reads(x)})
	return tick
}

// transitions is a set of changes of a bit, numbered from*3+to with 0, 1, 2 for 0, 1 and x or z.
type transitions uint16

const (
	rising      = transitions(1<<1 | 1<<2 | 1<<7)
	falling     = transitions(1<<3 | 1<<5 | 1<<6)
	anyChange   = rising | falling
	transitionN = 9
)

// opposite has each transition of t the other way.
func (t transitions) opposite() transitions {
	var out transitions
	swap := [3]int{1, 0, 2}
	for from := range 3 {
		for to := range 3 {
			if t>>(from*3+to)&1 != 0 {
				out |= 1 << (swap[from]*3 + swap[to])
			}
		}
	}
	return out
}

// toggle makes a net that changes at each of the transitions of bit x: the output of a primitive, as nothing else sees a bit's value
// before in every form of the kernel.
func (h *hidden) toggle(x *design.Expr, t transitions) *design.Signal {
	sig := h.net(1)
	h.e.addAssign(&design.Assign{Kind: design.AssignUDP, LHS: h.whole(sig), Scope: h.s.d, Pos: h.pos, Desc: "edges", UDP: h.e.edgeDetector(t, h.pos),
		Inputs: []*design.Expr{x}, Init: logic.L0, Reads: reads(x)})
	return sig
}

// edgeDetector is the primitive whose output changes at each of the transitions of its input.
func (e *elab) edgeDetector(t transitions, pos source.Pos) *design.UDP {
	if u := e.detectors[t]; u != nil {
		return u
	}
	const all = 1<<transitionN - 1
	row := func(t transitions, cur uint8, next logic.Bit, keep bool) design.UDPRow {
		return design.UDPRow{In: []uint8{7}, EdgeInput: 0, Edges: uint16(t), Cur: cur, Next: next, Keep: keep}
	}
	u := &design.UDP{ID: len(e.des.UDPs), Name: "edges", Inputs: 1, Sequential: true, Initial: logic.L0, Pos: pos, Rows: []design.UDPRow{
		row(t, 1, logic.L1, false), row(t, 2, logic.L0, false), row(t, 4, logic.L0, false), row(all&^t, 7, logic.L0, true)}}
	if e.detectors == nil {
		e.detectors = map[transitions]*design.UDP{}
	}
	e.detectors[t] = u
	e.des.UDPs = append(e.des.UDPs, u)
	return u
}
