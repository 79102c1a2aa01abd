package emit

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/gpga/gpga/scheduler/program"
)

// instr emits one instruction.
func (b *body) instr(in *program.Instr) {
	defer func() { b.label = in.Op == program.OpCase || in.Op == program.OpDefault }()
	b.notesBefore(in)
	info := &program.Ops[in.Op]
	if info.D >= program.RoleDefW && info.D <= program.RoleDef64 {
		if !b.value(in) {
			b.e.fail("segment %d: %s makes no value", b.self, info.Name)
		}
		return
	}
	switch in.Op {
	case program.OpNop:
	case program.OpStore, program.OpStoreP, program.OpStoreEl:
		b.store(in)
	case program.OpStoreL, program.OpStoreLP, program.OpStoreLEl:
		b.storeLocal(in)
	case program.OpNBA, program.OpNBAP, program.OpNBAEl:
		b.nba(in)
	case program.OpTrigger, program.OpPublish:
		b.effect("gpga_publish(st, tab, %s);", b.sig(in.A))
	case program.OpSettle:
		b.effect("gpga_settle(st, tab);")
	case program.OpResolve:
		n := &b.e.p.Nets[in.A]
		if n.Strong {
			b.effect("gpga_resolve_strong(st, tab, %s);", b.ref(refNet, in.A, "u"))
		} else {
			b.effect("gpga_resolve(st, tab, %s);", b.ref(refNet, in.A, "u"))
		}
	case program.OpSpan:
		data, on := b.temp(in.A), b.temp(in.B)
		b.effect("gpga_gate_span(st, %du, %s, %s, %du, %du);", in.C, data, on, in.D, in.E)
	case program.OpSchedule:
		b.effects = true
		b.effect("gpga_node_schedule(st, %s, %s);", b.commit(in.A), b.temp(in.B))
	case program.OpCancel:
		b.effect("gpga_node_cancel(st, %s);", b.commit(in.A))
	case program.OpForce, program.OpAssign:
		b.force(in)
	case program.OpRelease:
		b.effect("gpga_unlay(st, tab, %du, %du, %du, 2u);", in.A, in.C, in.W)
	case program.OpDeassign:
		b.effect("gpga_unlay(st, tab, %du, %du, %du, 5u);", in.A, in.C, in.W)
	case program.OpNodeOn:
		blk := b.e.p.Nodes[in.A].Block
		if in.C != 0 {
			b.effect("GPGA_AT(%du) = GPGA_AT(%du) & ~2u;", blk+program.BState, blk+program.BState)
		} else {
			b.effect("GPGA_AT(%du) = GPGA_AT(%du) | 2u;", blk+program.BState, blk+program.BState)
		}
	case program.OpCall:
		b.effects = true
		b.effect("gpga_fn_%d(st, tab);", in.A)
	case program.OpSvc:
		b.effects = true
		b.effect("gpga_svc(st, %s, %du);", b.ref(refSite, in.A, "u"), in.W)
	case program.OpSvcArg:
		switch class(in.W) {
		case 32:
			b.effect("gpga_arg32(st, %s);", b.temp(in.A))
		case 64:
			b.effect("gpga_arg64(st, %s);", b.temp(in.A))
		default:
			b.effect("gpga_argw(st, %s, %du);", b.wide(in.A, in.Flags&program.FlagFrame != 0), 2*words(in.W))
		}
	case program.OpSvcEnd:
	case program.OpStrobe:
		b.effects = true
		b.effect("gpga_strobe(st, %du, GPGA_AT(th + TH_FRAME));", in.A)
	case program.OpMonitor:
		if in.A == program.NoSeg {
			b.effect("gpga_monitor_on(st, %du);", in.C)
		} else {
			b.effect("gpga_monitor(st, %du);", in.A)
		}
	case program.OpFrStore:
		f := b.temp(in.A)
		switch class(in.W) {
		case 32:
			b.effect("gpga_store32(st, %s.v + %du, %s);", f, in.C, b.temp(in.B))
		case 64:
			b.effect("gpga_store64(st, %s.v + %du, %s);", f, in.C, b.temp(in.B))
		default:
			b.effect("gpga_w_copy(st, %s.v + %du, %s, %du);", f, in.C, b.wide(in.B, in.Flags&program.FlagFrameB != 0), 2*words(in.W))
		}
	case program.OpFreeFrame:
		b.effect("gpga_free_frame(st, tab, %s.v);", b.temp(in.A))
	default:
		b.control(in)
	}
}

// off spells a part's bit offset as an index value.
func (b *body) off(in *program.Instr, v uint32) string {
	if in.Flags&program.FlagVar != 0 {
		return b.temp(v)
	}
	return known(v, 0)
}

// commit spells the commit block of a node.
func (b *body) commit(node uint32) string {
	if b.shape != nil {
		return b.ref(refBlock, node, "") + " + NODE_WORDS"
	}
	return fmt.Sprintf("%du", b.e.p.Nodes[node].Block+program.NodeWords)
}

// store emits a store that publishes.
func (b *body) store(in *program.Instr) {
	s := &b.e.p.Signals[in.A]
	w := in.W
	cw := class(w)
	fb := in.Flags&program.FlagFrameB != 0
	if s.Flags&(program.SigForced|program.SigAssigned) != 0 {
		b.storeForced(in)
		return
	}
	slot := func(suffix string) string { return b.ref(refSlot, in.A, suffix) }
	switch in.Op {
	case program.OpStore:
		switch cw {
		case 32, 64:
			if b.notes(in) {
				b.effect("gpga_note%d(st, %s, %s, %s);", cw, slot(""), b.sig(in.A), b.temp(in.B))
				break
			}
			b.effect("gpga_set%d(st, tab, %s, %s, %s);", cw, slot(""), b.sig(in.A), b.temp(in.B))
		default:
			b.effect("gpga_w_set(st, tab, %s, %s, %s, %du);", slot("u"), b.ref(refSig, in.A, "u"), b.wide(in.B, fb), 2*words(w))
		}
	case program.OpStoreP:
		constant := in.Flags&program.FlagVar == 0
		switch {
		case cw == 0:
			b.effect("gpga_w_setbits(st, tab, %s, %s, %du, %s, %s, %du);", slot("u"), b.ref(refSig, in.A, "u"), s.Width, b.off(in, in.C), b.wide(in.B, fb), w)
		case constant && s.Width <= 32 && int32(in.C) >= 0 && in.C+w <= s.Width:
			if b.notes(in) {
				b.effect("gpga_notep32(st, %s, %s, %s, %du, %s);", slot("u"), b.sig(in.A), b.temp(in.B), in.C, mask(w))
				break
			}
			b.effect("gpga_setp32(st, tab, %s, %s, %s, %du, %s);", slot("u"), b.sig(in.A), b.temp(in.B), in.C, mask(w))
		default:
			off := b.off(in, in.C)
			b.effect("gpga_setbits(st, tab, %s, %s, %du, %s, %du, %s);", slot("u"), b.sig(in.A), s.Width, off, w, b.l64(in.B, w))
		}
	case program.OpStoreEl:
		idx := b.temp(in.C)
		whole := in.Flags&program.FlagVar == 0 && in.E == 0 && w == s.Width
		switch {
		case whole && cw != 0:
			b.effect("gpga_setel%d(st, tab, %s, %du, %s, %s, %s);", cw, slot("u"), s.Words, b.sig(in.A), idx, b.temp(in.B))
		case whole:
			b.effect("gpga_w_setel(st, tab, %s, %du, %s, %s, %s, %du);", slot("u"), s.Words, b.ref(refSig, in.A, "u"), idx, b.wide(in.B, fb), 2*words(w))
		case cw != 0:
			off := b.off(in, in.E)
			b.effect("gpga_setelbits(st, tab, %s, %du, %s, %du, %s, %s, %du, %s);", slot("u"), s.Words, b.ref(refSig, in.A, "u"), s.Width, idx, off, w, b.l64(in.B, w))
		default:
			off := b.off(in, in.E)
			b.effect("gpga_w_setelbits(st, tab, %s, %du, %s, %du, %s, %s, %s, %du);", slot("u"), s.Words, b.ref(refSig, in.A, "u"), s.Width, idx, off, b.wide(in.B, fb), w)
		}
	}
}

// storeForced emits a store to a signal that a force or procedural assignment may hold: it goes by way of its layers.
func (b *body) storeForced(in *program.Instr) {
	s := &b.e.p.Signals[in.A]
	off := known(0, 0)
	if in.Op == program.OpStoreP {
		off = b.off(in, in.C)
	}
	if in.Op == program.OpStoreEl {
		b.e.fail("segment %d: a forced array", b.self)
		return
	}
	if class(in.W) == 0 {
		b.effect("gpga_drive_wide(st, tab, %du, %s, %s, %du);", in.A, off, b.wide(in.B, in.Flags&program.FlagFrameB != 0), in.W)
		return
	}
	b.effect("gpga_drive(st, tab, %du, %s, %du, %s);", in.A, off, in.W, b.l64(in.B, in.W))
	_ = s
}

func (b *body) force(in *program.Instr) {
	fn, off := "gpga_force", in.C
	if in.Op == program.OpAssign {
		fn = "gpga_hold"
	}
	if class(in.W) == 0 {
		b.effect("%s_wide(st, tab, %du, %du, %s, %du);", fn, in.A, off, b.wide(in.B, in.Flags&program.FlagFrameB != 0), in.W)
	} else {
		b.effect("%s(st, tab, %du, %du, %du, %s);", fn, in.A, off, in.W, b.l64(in.B, in.W))
	}
	if in.D != program.NoTemp {
		blk := b.e.p.Nodes[in.D].Block + program.BState
		b.effect("GPGA_AT(%du) = GPGA_AT(%du) & ~2u;", blk, blk)
	}
}

// storeLocal emits a store that nobody watches.
func (b *body) storeLocal(in *program.Instr) {
	a := b.addr(in.A, in.Flags&program.FlagFrame != 0)
	w, cw := in.W, class(in.W)
	fb := in.Flags&program.FlagFrameB != 0
	switch in.Op {
	case program.OpStoreL:
		if cw != 0 {
			b.effect("gpga_store%d(st, %s, %s);", cw, a, b.temp(in.B))
		} else {
			b.effect("gpga_w_copy(st, %s, %s, %du);", a, b.wide(in.B, fb), 2*words(w))
		}
	case program.OpStoreLP:
		if in.Flags&program.FlagVar == 0 && in.WA <= 32 && int32(in.C) >= 0 && in.C+w <= in.WA {
			b.effect("gpga_storep32(st, %s, %s, %du, %s);", a, b.temp(in.B), in.C, mask(w))
			break
		}
		off := b.off(in, in.C)
		if cw != 0 {
			b.effect("gpga_storebits(st, %s, %du, %s, %du, %s);", a, in.WA, off, w, b.l64(in.B, w))
		} else {
			b.effect("gpga_w_storebits(st, %s, %du, %s, %s, %du);", a, in.WA, off, b.wide(in.B, fb), w)
		}
	case program.OpStoreLEl:
		idx := b.temp(in.C)
		if cw != 0 {
			b.effect("gpga_storeel%d(st, %s, %du, %s, %s);", cw, a, in.E, idx, b.temp(in.B))
		} else {
			b.effect("gpga_w_storeel(st, %s, %du, %s, %s, %du);", a, in.E, idx, b.wide(in.B, fb), 2*words(w))
		}
	}
}

// nba emits a nonblocking assignment: an entry of the log.
func (b *body) nba(in *program.Instr) {
	b.effects = true
	s := &b.e.p.Signals[in.A]
	w, cw := in.W, class(in.W)
	fb := in.Flags&program.FlagFrameB != 0
	delay := ""
	if in.D != program.NoTemp {
		delay = b.temp(in.D)
	}
	el, off := known(0, 0), "gpga_l32{0u, 0u}"
	part := w != s.Width || s.Flags&(program.SigForced|program.SigAssigned) != 0
	switch in.Op {
	case program.OpNBAP:
		off, part = b.off(in, in.C), true
	case program.OpNBAEl:
		el, off, part = b.temp(in.C), b.off(in, in.E), true
	}
	var text string
	switch {
	case cw == 0:
		text = fmt.Sprintf("gpga_nbaw(st, %s, %s, %s, %du, %s);", b.sig(in.A), el, off, w, b.wide(in.B, fb))
	case part:
		text = fmt.Sprintf("gpga_nbap(st, %s, %s, %s, %du, %s);", b.sig(in.A), el, off, w, b.l64(in.B, w))
	case b.e.marked(in.A):
		text = fmt.Sprintf("gpga_nbaq%d(st, %s, %s, %s);", cw, b.ref(refSlot, in.A, ""), b.sig(in.A), b.temp(in.B))
	default:
		text = fmt.Sprintf("gpga_nba%d(st, %s, %s);", cw, b.sig(in.A), b.temp(in.B))
	}
	if delay != "" {
		b.flush()
		e := fmt.Sprintf("n%d", b.n)
		b.n++
		b.cur.line("uint %s = GPGA_AT(SCHED_NBA_END);", e)
		b.cur.line("%s", text)
		b.cur.line("gpga_nba_later(st, %s, %s);", e, delay)
		return
	}
	b.effect("%s", text)
}

// control emits structured control and terminators.
func (b *body) control(in *program.Instr) {
	fa := in.Flags&program.FlagFrame != 0
	switch in.Op {
	case program.OpIf:
		cond := b.truth(in.A, in.W, fa)
		b.flush()
		it := &item{kind: itemIf, text: "if (" + cond + ")", arms: []*block{{}}}
		b.open(in.Op, it)
		b.cur = it.arms[0]
	case program.OpElse:
		f := b.top(program.OpIf)
		if f == nil {
			return
		}
		b.flush()
		f.it.arms = append(f.it.arms, &block{})
		b.cur = f.it.arms[1]
	case program.OpEndIf:
		if b.top(program.OpIf) != nil {
			b.close()
		}
	case program.OpLoop:
		b.flush()
		n := fmt.Sprintf("n%d", b.n)
		b.n++
		// The counter, the loop and the check behind it are one statement, so that cutting keeps them together.
		scope := &item{kind: itemScope, arms: []*block{{}}}
		b.cur.add(scope)
		b.stack = append(b.stack, &frame{op: program.OpNop, it: scope, outer: b.cur})
		b.cur = scope.arms[0]
		b.cur.line("uint %s = 0;", n)
		it := &item{kind: itemLoop, text: fmt.Sprintf("for (; %s < SCHED_LOOP_MAX; ++%s)", n, n), arms: []*block{{}}}
		b.cur.line("#pragma clang loop unroll(disable) vectorize(disable)")
		b.open(in.Op, it)
		b.stack[len(b.stack)-1].flag = "k" + n[1:]
		b.cur = it.arms[0]
	case program.OpEndLoop:
		f := b.top(program.OpLoop)
		if f == nil {
			return
		}
		b.close()
		n := "n" + f.flag[1:]
		b.cur.add(&item{kind: itemIf, text: fmt.Sprintf("if (%s == SCHED_LOOP_MAX)", n), arms: []*block{{items: []*item{{text: "gpga_fail(st, ERR_LOOP);"}}}}})
		b.close() // the scope
	case program.OpBreakIf, program.OpBreakIfNot:
		cond := b.truth(in.A, in.W, fa)
		if in.Op == program.OpBreakIfNot {
			cond = "!" + cond
		}
		b.flush()
		b.breakIf(cond)
	case program.OpSwitch:
		b.openSwitch(in)
	case program.OpCase:
		b.caseLabel(in, false)
	case program.OpDefault:
		b.caseLabel(in, true)
	case program.OpEndSwitch:
		b.closeSwitch()
	case program.OpReturn:
		b.leave("return;")
	case program.OpGoto:
		b.leave("%s", b.goTo(in.A))
	case program.OpGotoIf:
		cond := b.truth(in.B, in.W, in.Flags&program.FlagFrameB != 0)
		b.flush()
		if in.A == b.self || in.C == b.self {
			it := &item{kind: itemIf, text: "if (" + cond + ")", arms: []*block{{items: []*item{{text: b.goTo(in.A), returns: true}}}}}
			b.cur.add(it)
			b.cur.add(&item{text: b.goTo(in.C), returns: true})
			b.markBreak(it)
			return
		}
		b.leave("return %s ? %s : %s;", cond, b.ref(refSeg, in.A, ""), b.ref(refSeg, in.C, ""))
	case program.OpYield:
		b.leave("return gpga_yield(st, th, %s);", b.ref(refSeg, in.A, "u"))
	case program.OpWait:
		if in.B == program.NoSeg {
			b.leave("return gpga_wait_ever(st, th, %s);", b.ref(refSeg, in.A, "u"))
		} else {
			wait := "gpga_wait"
			if b.noted > 0 {
				wait = "gpga_wait_behind"
			}
			b.leave("return %s(st, th, %s, %s);", wait, b.ref(refEvent, in.B, ""), b.ref(refSeg, in.A, ""))
		}
	case program.OpDelay:
		t := b.temp(in.B)
		b.leave("return gpga_delay(st, th, %s, %s);", t, b.ref(refSeg, in.A, "u"))
	case program.OpFork:
		b.effects = true
		b.flush()
		for _, s := range b.e.p.Forks[in.B : in.B+in.C] {
			b.cur.line("gpga_spawn(st, th, GPGA_AT(th + TH_FRAME), %du);", s)
		}
		b.leave("return gpga_join(st, th, %du, %du);", in.C, in.A)
	case program.OpCallTask:
		v := b.vals[calleeTemp]
		if v == nil {
			b.e.fail("segment %d: a call without a frame", b.self)
			return
		}
		b.leave("return gpga_call(st, th, %s.v, %du, %du);", v.text, b.e.p.Tasks[in.B].Entry, in.A)
	case program.OpRet:
		b.leave("return gpga_ret(st, th, %du);", b.keep)
	case program.OpEnd:
		if b.self != program.NoSeg && b.e.p.Segs[b.self].Node && in.Flags&program.FlagVar == 0 {
			b.leave("return GPGA_STOPPED;")
		} else {
			b.leave("return gpga_end(st, th);")
		}
	case program.OpReply:
		b.leave("return gpga_reply(st, th, %s);", b.ref(refSeg, in.A, "u"))
	case program.OpFinish:
		b.leave("return gpga_finish(st, th, %du, %s);", in.C, b.ref(refSeg, in.A, "u"))
	case program.OpDisable:
		b.leave("return gpga_disable(st, tab, th, %du, %du, %du);", in.B, b.self, in.A)
	default:
		b.e.fail("segment %d: no text for %s", b.self, program.Ops[in.Op].Name)
	}
}

// goTo spells going on at seg: in the inner loop of a segment that goes to itself, the next turn.
func (b *body) goTo(seg uint32) string {
	if seg == b.self && b.loops {
		for _, f := range b.stack {
			if f.op == program.OpLoop {
				return fmt.Sprintf("return %s;", b.ref(refSeg, seg, ""))
			}
		}
		return "continue;"
	}
	return fmt.Sprintf("return %s;", b.ref(refSeg, seg, ""))
}

// markBreak notes that the text of it holds a continue of the surrounding loop.
func (b *body) markBreak(it *item) {
	for _, a := range it.arms {
		for _, x := range a.items {
			if x.text == "continue;" {
				x.breaks, x.returns = true, false
			}
		}
	}
	for _, x := range b.cur.items {
		if x.text == "continue;" {
			x.breaks, x.returns = true, false
		}
	}
}

func (b *body) open(op program.Op, it *item) {
	b.cur.add(it)
	b.stack = append(b.stack, &frame{op: op, it: it, outer: b.cur, before: b.noted})
}

func (b *body) top(op program.Op) *frame {
	if n := len(b.stack); n > 0 && b.stack[n-1].op == op {
		return b.stack[n-1]
	}
	b.e.fail("segment %d: constructs are not nested", b.self)
	return nil
}

func (b *body) close() {
	b.flush()
	f := b.stack[len(b.stack)-1]
	b.stack = b.stack[:len(b.stack)-1]
	b.cur = f.outer
}

// breakIf leaves the innermost loop when cond holds; out of a switch it goes by way of a flag.
func (b *body) breakIf(cond string) {
	inSwitch := false
	var loop *frame
	for i := len(b.stack) - 1; i >= 0; i-- {
		if b.stack[i].op == program.OpSwitch {
			inSwitch = true
		}
		if b.stack[i].op == program.OpLoop {
			loop = b.stack[i]
			break
		}
	}
	if loop == nil {
		b.e.fail("segment %d: a break outside a loop", b.self)
		return
	}
	if inSwitch {
		b.e.fail("segment %d: a break inside a switch", b.self)
		return
	}
	b.cur.add(&item{kind: itemIf, text: "if (" + cond + ")", arms: []*block{{items: []*item{{text: "break;", breaks: true}}}}})
}

// openSwitch starts a case over constants. An unknown selector takes a value that no label has.
func (b *body) openSwitch(in *program.Instr) {
	text := b.temp(in.A)
	name := fmt.Sprintf("s%d", b.n)
	b.n++
	b.flush()
	b.cur.line("gpga_l32 %s = %s;", "t9"+fmt.Sprintf("%07d", b.n), text)
	b.types["t9"+fmt.Sprintf("%07d", b.n)] = "gpga_l32"
	it := &item{kind: itemSwitch, text: "t9" + fmt.Sprintf("%07d", b.n)}
	b.open(in.Op, it)
	f := b.stack[len(b.stack)-1]
	f.used = map[uint32]bool{}
	f.sel = value{text: it.text}
	b.cur = nil
	_ = name
}

func (b *body) caseLabel(in *program.Instr, def bool) {
	n := len(b.stack)
	if n == 0 || b.stack[n-1].op != program.OpSwitch {
		b.e.fail("segment %d: a case outside a switch", b.self)
		return
	}
	f := b.stack[n-1]
	b.flush()
	label := "default:"
	if !def {
		label = fmt.Sprintf("case %s:", num(in.A))
		f.used[in.A] = true
	}
	// Labels in a row share an arm; with anything between them, a nop if need be, they do not.
	if k := len(f.it.arms); k > 0 && b.label {
		f.it.labels[k-1] += " " + label
		return
	}
	a := &block{}
	f.it.arms = append(f.it.arms, a)
	f.it.labels = append(f.it.labels, label)
	b.cur = a
}

// closeSwitch writes the head, and bounds the switch: over BucketSize labels become a ladder over ranges of values.
func (b *body) closeSwitch() {
	n := len(b.stack)
	if n == 0 || b.stack[n-1].op != program.OpSwitch {
		b.e.fail("segment %d: switches are not nested", b.self)
		return
	}
	f := b.stack[n-1]
	if b.cur == nil {
		b.cur = &block{}
	}
	b.close()
	none := uint32(0)
	for f.used[none] {
		none++
	}
	t := f.sel.text
	head := fmt.Sprintf("switch (%s.x != 0u ? %s : %s.v)", t, num(none), t)
	f.it.text = head
	if len(f.used) <= BucketSize {
		return
	}
	f.it.kind, f.it.text, f.it.labels, f.it.arms = itemScope, "", nil, []*block{split(t, head, f.it)}
}

// split makes a ladder over ranges of the selector t of a switch with too many labels: a switch in each range, whose default is
// the whole switch's. No flag tells whether an arm has run, so every part of the ladder can be cut out as it is.
func split(t, head string, whole *item) *block {
	type label struct {
		value uint32
		arm   *block
	}
	var labels []label
	var def *block
	for i, arm := range whole.arms {
		for _, l := range strings.Split(whole.labels[i], ":") {
			switch l = strings.TrimSpace(l); l {
			case "":
			case "default":
				def = arm
			default:
				v, _ := strconv.ParseUint(strings.TrimSuffix(strings.TrimPrefix(l, "case "), "u"), 0, 32)
				labels = append(labels, label{uint32(v), arm})
			}
		}
	}
	sort.SliceStable(labels, func(i, j int) bool { return labels[i].value < labels[j].value })
	out := &block{}
	at := out
	for len(labels) > 0 {
		n := min(len(labels), BucketSize-1)
		sw := &item{kind: itemSwitch, text: head}
		arms := map[*block]int{}
		for _, l := range labels[:n] {
			text := "case " + num(l.value) + ":"
			if k, ok := arms[l.arm]; ok {
				sw.labels[k] += " " + text
				continue
			}
			arms[l.arm] = len(sw.arms)
			sw.arms = append(sw.arms, l.arm.clone())
			sw.labels = append(sw.labels, text)
		}
		if def != nil {
			sw.arms = append(sw.arms, def.clone())
			sw.labels = append(sw.labels, "default:")
		}
		labels = labels[n:]
		if len(labels) == 0 {
			at.add(sw)
			break
		}
		rest := &block{}
		at.add(&item{kind: itemIf, text: fmt.Sprintf("if (%s.v < %su)", t, strings.TrimSuffix(num(labels[0].value), "u")),
			arms: []*block{{items: []*item{sw}}, rest}})
		at = rest
	}
	return out
}
