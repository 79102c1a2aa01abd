package layout

import (
	"fmt"
	"sort"

	"github.com/gpga/gpga/scheduler/program"
)

// vmEncoder makes the vm's code of one program.
type vmEncoder struct {
	p     *program.Program
	plan  *vmPlan
	quiet *Quiet // nil: every nonblocking assignment is logged
	ops   map[program.Op]uint32
	short map[string]uint32
	base  uint32 // where the code lies among the tables
	out   []uint32
	cases []uint32
	calls []vmCall // to be patched
	looks []uint32 // switches: their place in out, to be patched
	mark  uint32   // the last place to which a jump was patched
	set   int      // the last VM_SET's place in out
	err   error
	// finishes tells that some code calls $finish.
	finishes bool

	// Of the present unit: where its temps lie, constants' addresses, and values that wait for their single use, in order.
	temps  uint32
	spare  uint32
	consts map[uint32]uint32
	pend   map[uint32]*program.Instr
	order  []uint32
	uses   map[uint32]int
}

type vmCall struct {
	at uint32 // instruction
	fn uint32
}

// AddVM adds the vm's code to the tables of p. logAll has it log nonblocking assignments that change nothing, too.
func (t *Tables) AddVM(p *program.Program, logAll bool) error {
	e := &vmEncoder{p: p, plan: newVMPlan(p), set: -1}
	if !logAll {
		e.quiet = NewQuiet(p)
	}
	e.err = e.plan.check(p)
	for i := range p.Code {
		e.finishes = e.finishes || p.Code[i].Op == program.OpFinish && p.Code[i].C == 1
	}
	e.ops, e.short, _ = vmNumbers()
	e.base = uint32(len(t.Words)+len(p.Forks)+len(p.Segs)) + 2
	segs := make([]uint32, len(p.Segs))
	for i := range p.Segs {
		s := &p.Segs[i]
		segs[i] = e.here()
		words := uint32(0)
		for k := range p.Tasks {
			if q := &p.Tasks[k]; uint32(i) >= q.FirstSeg && uint32(i) < q.EndSeg && !q.Keep {
				words = q.FrameWords
			}
		}
		temps := e.plan.seg
		if s.Node {
			temps = e.plan.node
		}
		e.unit(p.Code[s.First:s.First+s.Num], temps, uint32(i), s.Node, words)
	}
	// Behind the segments stand what applies the log and what runs the immediate nodes that a node has marked.
	segs = append(segs, e.here(), e.here()+3*vmWords)
	apply := e.emit("VM_APPLY", 0, 0, e.here()+4*vmWords, 0, 0)
	e.emit("VM_SETTLE", 0, 0, 0, 0, 0)
	e.emit("VM_JUMP", 0, 0, e.base+apply, 0, 0)
	e.emit("VM_SETTLE", 0, 0, 0, 0, 0)
	e.emit("VM_DONE", 0, 0, 0, 0, 0)
	funcs := make([]uint32, len(p.Funcs))
	for i := range p.Funcs {
		f := &p.Funcs[i]
		funcs[i] = e.here()
		e.unit(p.Code[f.First:f.First+f.Num], e.plan.fn[i], program.NoSeg, false, 0)
		e.emit("VM_RETURN", 0, 0, 0, 0, 0)
	}
	for _, c := range e.calls {
		e.out[c.at+vmD] = funcs[c.fn]
	}
	for _, at := range e.looks {
		e.out[at+vmD] += e.here()
	}
	t.add("TAB_FORK", p.Forks)
	t.add("TAB_VM_SEG", segs)
	t.add("TAB_VM_CODE", e.out)
	t.add("TAB_VM_CASE", e.cases)
	return e.err
}

func (e *vmEncoder) fail(format string, args ...any) {
	if e.err == nil {
		e.err = fmt.Errorf("vm: "+format, args...)
	}
}

// here is the place of the next instruction, in words from the start of the tables.
func (e *vmEncoder) here() uint32 { return e.base + uint32(len(e.out)) }

// emit appends a short instruction and returns its place in out.
func (e *vmEncoder) emit(op string, m, n, d, a, b uint32) uint32 {
	e.out = append(e.out, m, n, d, e.short[op], a, b)
	return uint32(len(e.out)) - vmWords
}

// patch lets jumps go to the next instruction.
func (e *vmEncoder) patch(at []uint32) {
	for _, i := range at {
		e.out[i+vmD] = e.here()
		e.mark = e.here()
	}
}

// goTo ends a segment with another to go on at; one that only waits does so at once.
func (e *vmEncoder) goTo(seg uint32) {
	s := &e.p.Segs[seg]
	for _, in := range e.p.Code[s.First : s.First+s.Num] {
		if in.Op == program.OpNop {
			continue
		}
		if in.Op == program.OpWait && in.B != program.NoSeg {
			e.emit("VM_WAIT", 0, in.B, in.A, 0, 0)
			return
		}
		break
	}
	e.emit("VM_GOTO", 0, 0, seg, 0, 0)
}

// vmOpen is an open structured construct.
type vmOpen struct {
	op     program.Op
	at     []uint32 // If, Else: jumps to patch; Switch: the instruction
	start  uint32   // Loop
	leave  []uint32 // jumps to the end
	labels map[uint32]uint32
	order  []uint32
	other  uint32
	has    bool
	arm    bool // an arm is open
}

// unit encodes the code of a segment or func.
func (e *vmEncoder) unit(code []program.Instr, temps, self uint32, node bool, frame uint32) {
	e.begin(code, temps)
	var stack []*vmOpen
	top := func(op program.Op) *vmOpen {
		if n := len(stack); n > 0 && stack[n-1].op == op {
			return stack[n-1]
		}
		e.fail("constructs are not nested")
		return &vmOpen{labels: map[uint32]uint32{}}
	}
	pop := func() {
		if len(stack) > 0 {
			stack = stack[:len(stack)-1]
		}
	}
	jump := func(to uint32) uint32 { return e.emit("VM_JUMP", 0, 0, to, 0, 0) }
	callee := uint32(0)
	var before program.Op
	for i := range code {
		in := &code[i]
		switch in.Op {
		case program.OpNop:
		case program.OpSvcEnd:
			e.over(code, i, self, node)
		case program.OpIf:
			stack = append(stack, &vmOpen{op: in.Op, at: e.test(in.A, in.W, in.Flags&program.FlagFrame, false)})
		case program.OpElse:
			e.flush()
			o := top(program.OpIf)
			j := jump(0)
			e.patch(o.at)
			o.at = []uint32{j}
		case program.OpEndIf:
			e.flush()
			e.patch(top(program.OpIf).at)
			pop()
		case program.OpLoop:
			e.flush()
			stack = append(stack, &vmOpen{op: in.Op, start: e.here()})
		case program.OpBreakIf, program.OpBreakIfNot:
			at := e.test(in.A, in.W, in.Flags&program.FlagFrame, in.Op == program.OpBreakIf)
			for k := len(stack) - 1; k >= 0; k-- {
				if stack[k].op == program.OpLoop {
					stack[k].leave = append(stack[k].leave, at...)
					break
				}
			}
		case program.OpEndLoop:
			e.flush()
			o := top(program.OpLoop)
			jump(o.start)
			e.patch(o.leave)
			pop()
		case program.OpSwitch:
			e.flush(in.A)
			if in.W > 32 {
				e.fail("a switch over %d bits", in.W)
			}
			at := e.emit("VM_SWITCH", 0, 0, 0, e.operand(in.A), 0)
			stack = append(stack, &vmOpen{op: in.Op, at: []uint32{at}, labels: map[uint32]uint32{}})
		case program.OpCase, program.OpDefault:
			e.flush()
			o := top(program.OpSwitch)
			if o.arm && before != program.OpCase && before != program.OpDefault {
				o.leave = append(o.leave, jump(0))
			}
			o.arm, e.mark = true, e.here()
			if in.Op == program.OpDefault {
				o.has, o.other = true, e.here()
			} else if _, dup := o.labels[in.A]; !dup {
				o.labels[in.A] = e.here()
				o.order = append(o.order, in.A)
			}
		case program.OpEndSwitch:
			e.flush()
			o := top(program.OpSwitch)
			e.patch(o.leave)
			if !o.has {
				o.other, e.mark = e.here(), e.here()
			}
			for _, at := range o.at {
				e.out[at+vmD] = uint32(len(e.cases))
				e.looks = append(e.looks, at)
			}
			e.caseTable(o)
			pop()
		case program.OpCall:
			e.flush()
			e.calls = append(e.calls, vmCall{e.emit("VM_CALL", 0, 0, 0, 0, 0), in.A})
		case program.OpReturn:
			e.emit("VM_RETURN", 0, 0, 0, 0, 0)
		case program.OpSettle:
			e.flush()
			e.emit("VM_SETTLE", 0, 0, 0, 0, 0)
		case program.OpGoto:
			e.goTo(in.A)
		case program.OpGotoIf:
			at := e.test(in.B, in.W, in.Flags&program.FlagFrameB, false)
			e.goTo(in.A)
			e.patch(at)
			e.goTo(in.C)
		default:
			if in.Op == program.OpNewFrame {
				callee = in.D
			}
			e.plain(in, self, node, frame, callee)
			if in.Op == program.OpStrobe || in.Op == program.OpMonitor {
				e.over(code, i, self, node)
			}
		}
		before = in.Op
	}
	if len(stack) > 0 {
		e.fail("an open construct")
	}
}

// over encodes what stands behind a system task: when $finish has been called at this time, its thread goes no further, as in
// Icarus.
func (e *vmEncoder) over(code []program.Instr, i int, self uint32, node bool) {
	if !e.finishes || node || self == program.NoSeg || i+1 >= len(code) {
		return
	}
	switch code[i+1].Op {
	case program.OpEnd, program.OpWait, program.OpDelay, program.OpFinish, program.OpReply:
		return
	}
	e.flush()
	w := e.words(&program.Instr{Op: program.OpSvcEnd})
	e.out = append(e.out, w[:]...)
}

// begin starts a unit.
func (e *vmEncoder) begin(code []program.Instr, temps uint32) {
	e.temps, e.spare = temps, temps+4*unitTemps(e.p, code)
	e.order, e.consts, e.pend, e.uses = nil, map[uint32]uint32{}, map[uint32]*program.Instr{}, map[uint32]int{}
	defs := map[uint32]bool{}
	for i := range code {
		in := &code[i]
		for _, o := range in.Operands() {
			if w, ok := o.Role.Use(in); ok && w <= 64 {
				e.uses[*o.Value]++
			}
			if w, ok := o.Role.Def(in); ok && w <= 64 {
				if defs[*o.Value] {
					e.uses[*o.Value]++ // two temps of one number: neither waits
				}
				defs[*o.Value] = true
			}
		}
		if in.Op == program.OpUDP {
			for _, t := range e.p.Forks[in.B : in.B+in.WA] {
				e.uses[t]++
			}
		}
	}
}

// plain encodes an instruction that is no jump.
func (e *vmEncoder) plain(in *program.Instr, self uint32, node bool, frame, callee uint32) {
	if w, def := program.Ops[in.Op].D.Def(in); def {
		e.define(in, w)
		return
	}
	var own []uint32
	for _, o := range in.Operands() {
		if w, ok := o.Role.Use(in); ok && w <= 64 && *o.Value != program.NoTemp {
			own = append(own, *o.Value)
		}
	}
	e.flush(own...)
	if e.storeShort(in) {
		return
	}
	q := *in
	commit := func(node uint32) uint32 { return e.p.Nodes[node].Block + program.NodeWords }
	state := func(node uint32) uint32 { return e.p.Nodes[node].Block + program.BState }
	switch in.Op {
	case program.OpWait:
		if in.B != program.NoSeg {
			e.emit("VM_WAIT", 0, in.B, in.A, 0, 0)
			return
		}
	case program.OpEnd:
		if node && in.Flags&program.FlagVar == 0 {
			if k := len(e.out) - vmWords; k >= 0 && k == e.set && e.mark != e.here() {
				e.out[k+vmOp] = e.short["VM_SETDONE"]
				return
			}
			e.emit("VM_DONE", 0, 0, 0, 0, 0)
			return
		}
	}
	w := e.words(&q)
	switch in.Op {
	case program.OpSchedule, program.OpCancel:
		w[vmLongA] = commit(in.A)
	case program.OpNodeOn:
		w[vmLongA] = state(in.A)
	case program.OpForce, program.OpAssign:
		if in.D != program.NoTemp {
			w[vmD] = state(in.D)
		}
	case program.OpRet:
		w[vmLongA] = frame
	case program.OpDisable:
		w[vmC] = self
	case program.OpCallTask:
		w[vmE] = e.temp(callee)
	}
	e.out = append(e.out, w[:]...)
}

// storeShort encodes a store, or a nonblocking assignment, that has a short instruction.
func (e *vmEncoder) storeShort(in *program.Instr) bool {
	if in.W > 32 {
		return false
	}
	switch in.Op {
	case program.OpStore, program.OpNBA, program.OpStoreP:
		s := &e.p.Signals[in.A]
		if s.Force != 0 {
			return false
		}
		switch {
		case in.Op == program.OpStoreP:
			if in.Flags&program.FlagVar != 0 || s.Width > 32 || in.C >= s.Width || in.C+in.W > s.Width {
				return false
			}
			e.emit("VM_SETP", mask32(in.W), in.A, s.Slot, e.operand(in.B), in.C)
		case s.Width != in.W:
			return false
		case in.Op == program.OpStore:
			e.set = int(e.emit("VM_SET", 0, in.A, s.Slot, e.operand(in.B), 0))
		case in.D != program.NoTemp:
			return false
		case e.quiet != nil && e.quiet.Mark[in.A] != 0:
			e.emit("VM_NBAQ", e.quiet.Mark[in.A], in.A, s.Slot, e.operand(in.B), 0)
		default:
			e.emit("VM_NBA", 0, in.A, 0, e.operand(in.B), 0)
		}
		return true
	case program.OpStoreL:
		if in.Flags&program.FlagFrame != 0 {
			return false
		}
		e.place(in.B, in.A)
		return true
	}
	return false
}

// caseTable appends the look-up of a switch: dense where the labels fill their range well, sorted where there are many.
func (e *vmEncoder) caseTable(o *vmOpen) {
	n := uint32(len(o.order))
	sorted := append([]uint32(nil), o.order...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
	if n > 0 {
		if span := uint64(sorted[n-1]-sorted[0]) + 1; n >= 4 && span <= uint64(2*n+16) {
			e.cases = append(e.cases, 2, uint32(span), o.other, sorted[0])
			for v := uint64(0); v < span; v++ {
				t, ok := o.labels[sorted[0]+uint32(v)]
				if !ok {
					t = o.other
				}
				e.cases = append(e.cases, t)
			}
			return
		}
	}
	kind, list := uint32(0), o.order
	if n > 8 {
		kind, list = 1, sorted
	}
	e.cases = append(e.cases, kind, n, o.other)
	for _, v := range list {
		e.cases = append(e.cases, v, o.labels[v])
	}
}
