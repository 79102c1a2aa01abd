package layout

import (
	"sort"

	"github.com/gpga/gpga/scheduler/program"
)

// Values wait for their single use and are made there: a load is then no instruction but an operand, an extension that changes
// nothing none at all, and what only decides a jump becomes jumps. What waits is made at the latest where a store could change
// what it reads, or where control flow divides.

// mask32 has the w lowest bits.
func mask32(w uint32) uint32 {
	if w >= 32 {
		return ^uint32(0)
	}
	return 1<<w - 1
}

// temp is the address of temp t.
func (e *vmEncoder) temp(t uint32) uint32 { return e.temps + 4*t }

// define takes note of a value of w bits, or makes it now.
func (e *vmEncoder) define(in *program.Instr, w uint32) {
	if in.Op == program.OpConst && w <= 64 {
		e.consts[in.D] = e.plan.consts + e.plan.at[constOf(e.p, in)]
		return
	}
	wide := w > 64
	for _, o := range in.Operands() {
		if u, ok := o.Role.Use(in); ok && u > 64 {
			wide = true
		}
	}
	switch in.Op {
	case program.OpRandom, program.OpSpawn, program.OpNewFrame, program.OpUDP:
		e.flush()
	default:
		if !wide && e.uses[in.D] == 0 {
			return
		}
		if !wide && e.uses[in.D] == 1 {
			e.pend[in.D] = in
			e.order = append(e.order, in.D)
			return
		}
	}
	if wide {
		q := *in
		if w > 64 {
			e.long(&q, in.D)
		} else {
			e.long(&q, e.temp(in.D))
		}
		return
	}
	e.make(in, e.temp(in.D))
}

// flush makes all values that wait, but for those that the temps keep are made of.
func (e *vmEncoder) flush(keep ...uint32) {
	if len(e.order) == 0 {
		return
	}
	kept := map[uint32]bool{}
	var mark func(t uint32)
	mark = func(t uint32) {
		in, ok := e.pend[t]
		if !ok || kept[t] {
			return
		}
		kept[t] = true
		for _, o := range in.Operands() {
			if _, use := o.Role.Use(in); use {
				mark(*o.Value)
			}
		}
	}
	for _, t := range keep {
		mark(t)
	}
	order := e.order
	e.order = nil
	var left []uint32
	for _, t := range order {
		if kept[t] {
			left = append(left, t)
		} else if in, ok := e.take(t); ok {
			e.make(in, e.temp(t))
		}
	}
	e.order = left
}

// take ends the wait of t, if it waits.
func (e *vmEncoder) take(t uint32) (*program.Instr, bool) {
	in, ok := e.pend[t]
	delete(e.pend, t)
	return in, ok
}

// place makes temp t at address to.
func (e *vmEncoder) place(t, to uint32) {
	if in, ok := e.take(t); ok {
		e.make(in, to)
		return
	}
	e.emit("VM_MOVE", 0, 0, to, e.operand(t), 0)
}

// make makes a value at address to.
func (e *vmEncoder) make(in *program.Instr, to uint32) {
	if at := e.value(in, to); at != to {
		if w := defined(in); w > 32 {
			// a 64-bit value that stands elsewhere
			q := program.Instr{Op: program.OpLoad, W: w, A: at}
			e.long(&q, to)
			return
		}
		e.emit("VM_MOVE", 0, 0, to, at, 0)
	}
}

// operand gives the address of temp t, after having it made.
func (e *vmEncoder) operand(t uint32) uint32 {
	if at, ok := e.consts[t]; ok {
		return at
	}
	if in, ok := e.take(t); ok {
		return e.value(in, e.temp(t))
	}
	return e.temp(t)
}

// any is operand for a reader to which z is as good as x: the truth of a single bit is the bit.
func (e *vmEncoder) any(t uint32) uint32 {
	for {
		in, ok := e.pend[t]
		if !ok || in.WA != 1 {
			return e.operand(t)
		}
		switch in.Op {
		case program.OpBool, program.OpRedOr, program.OpRedAnd, program.OpRedXor:
			e.take(t)
			t = in.A
		default:
			return e.operand(t)
		}
	}
}

// value makes in's value and returns where it stands: at address to, or in place.
func (e *vmEncoder) value(in *program.Instr, to uint32) uint32 {
	w := defined(in)
	most := w
	for _, o := range in.Operands() {
		if u, ok := o.Role.Use(in); ok && *o.Value != program.NoTemp {
			most = max(most, u)
		}
	}
	switch in.Op {
	case program.OpLoad:
		if in.Flags&program.FlagFrame == 0 {
			return in.A
		}
	case program.OpMove:
		return e.operand(in.A)
	case program.OpResize:
		if in.W == in.WA || in.W > in.WA && in.Flags&program.FlagSigned == 0 && (in.W > 32) == (in.WA > 32) {
			return e.operand(in.A)
		}
	case program.OpLoadEl:
		if s := &e.p.Signals[in.A]; w <= 32 {
			e.emit("VM_LOADEL", mask32(w), s.Words, to, s.Slot, e.operand(in.B))
			return to
		}
	case program.OpLoadElL:
		if w <= 32 && in.Flags&program.FlagFrame == 0 {
			e.emit("VM_LOADEL", mask32(w), in.E, to, in.A, e.operand(in.B))
			return to
		}
	}
	if most <= 32 && e.brief(in, w, to, &to) {
		return to
	}
	q := *in
	e.long(&q, to)
	return to
}

// brief makes a value of at most 32 bits with short instructions, if it can: at to, or in place, as *at then says.
func (e *vmEncoder) brief(in *program.Instr, w, to uint32, at *uint32) bool {
	signed, wa, m := in.Flags&program.FlagSigned != 0, in.WA, mask32(w)
	one := func(op string, m, n uint32) bool { e.emit(op, m, n, to, e.any(in.A), 0); return true }
	two := func(op string, m, n uint32) bool {
		a := e.any(in.A)
		e.emit(op, m, n, to, a, e.any(in.B))
		return true
	}
	// exact operands: z is not x there
	keep := func(op string, m, n uint32) bool { e.emit(op, m, n, to, e.operand(in.A), 0); return true }
	pair := func(op string, m, n uint32) bool {
		a := e.operand(in.A)
		e.emit(op, m, n, to, a, e.operand(in.B))
		return true
	}
	// ne makes a bit that tells that bits [n +: m] of a are others than b, or with same that they are not
	ne := func(m, n, a, b uint32, same bool) bool {
		if same {
			n |= 32
		}
		e.emit("VM_NE", m, n, to, a, b)
		return true
	}
	zero := e.constant(0)
	switch in.Op {
	case program.OpResize:
		if w > wa {
			return keep("VM_SEXT", m, 32-wa)
		}
		return keep("VM_PART", m, 0)
	case program.OpPart:
		switch {
		case in.Flags&program.FlagVar != 0 && w == 1:
			a := e.operand(in.A)
			e.emit("VM_BIT", 0, wa, to, a, e.operand(in.C))
			return true
		case in.Flags&program.FlagVar != 0 || in.C >= wa || in.C+w > wa:
			return false
		case w == wa:
			*at = e.operand(in.A)
			return true
		}
		return keep("VM_PART", m, in.C)
	case program.OpConcat:
		return pair("VM_CAT", 0, w-wa)
	case program.OpRepeat:
		k := uint32(0)
		for i := uint32(0); i < in.C && i*wa < 32; i++ {
			k |= 1 << (i * wa)
		}
		return keep("VM_REP", k, 0)
	case program.OpIndex:
		switch {
		case signed && wa == 32 || !signed && wa < 32:
			*at = e.operand(in.A)
			return true
		case signed:
			return keep("VM_SEXT", ^uint32(0), 32-wa)
		}
		return keep("VM_INDEX", 0, 0)
	case program.OpNot:
		e.emit("VM_XOR", m, 0, to, e.any(in.A), zero)
		return true
	case program.OpAnd, program.OpLogAnd, program.OpOr, program.OpLogOr:
		e.fold(in, e.parts(in, nil), to)
		return true
	case program.OpXor:
		return two("VM_XOR", 0, 0)
	case program.OpXnor:
		return two("VM_XOR", m, 0)
	case program.OpAdd:
		return two("VM_ADD", m, 0)
	case program.OpSub:
		return two("VM_ADD", m, ^uint32(0))
	case program.OpMul:
		return two("VM_MUL", m, 0)
	case program.OpShl:
		return pair("VM_SHL", m, w)
	case program.OpShr:
		return pair("VM_SHR", m, w)
	case program.OpRedAnd, program.OpRedNand:
		return ne(^uint32(0), 0, e.any(in.A), e.constant(mask32(wa)), in.Op == program.OpRedAnd)
	case program.OpRedXor:
		return one("VM_REDXOR", 0, 0)
	case program.OpRedXnor:
		one("VM_REDXOR", 0, 0)
		e.emit("VM_XOR", 1, 0, to, to, zero)
		return true
	case program.OpRedOr, program.OpBool, program.OpRedNor, program.OpLogNot:
		not := in.Op == program.OpRedNor || in.Op == program.OpLogNot
		if l := e.bits(in.A); len(l) > 1 {
			e.fold(&program.Instr{Op: program.OpOr, D: in.D, A: in.A}, l, to)
			if not {
				e.emit("VM_XOR", 1, 0, to, to, zero)
			}
			return true
		}
		if not && wa == 1 {
			e.emit("VM_XOR", 1, 0, to, e.any(in.A), zero)
			return true
		}
		return ne(^uint32(0), 0, e.any(in.A), zero, not)
	case program.OpEq, program.OpNe:
		equal := in.Op == program.OpEq
		if q, ok := e.pend[in.A]; ok && q.Op == program.OpPart && q.Flags&program.FlagVar == 0 && q.WA <= 32 && q.C < q.WA && q.C+q.W <= q.WA {
			e.take(in.A)
			a := e.operand(q.A)
			return ne(mask32(q.W), q.C, a, e.any(in.B), equal)
		}
		a := e.any(in.A)
		return ne(^uint32(0), 0, a, e.any(in.B), equal)
	case program.OpCaseEq:
		return pair("VM_CASENE", 1, 0)
	case program.OpCaseNe:
		return pair("VM_CASENE", 0, 0)
	case program.OpLt:
		return two("VM_LT", 0, bias(in))
	case program.OpLe:
		// a <= b is not b < a
		a := e.any(in.A)
		e.emit("VM_LT", 1, bias(in), to, e.any(in.B), a)
		return true
	case program.OpMux:
		c := e.any(in.C)
		a := e.operand(in.A)
		e.emit("VM_MUX", 0, c, to, a, e.operand(in.B))
		return true
	}
	return false
}

// constant is the address of a constant that the plan has.
func (e *vmEncoder) constant(v uint32) uint32 { return e.plan.consts + e.plan.at[known(v)] }

// bias is what both operands of a relation are turned over with to be compared without a sign.
func bias(in *program.Instr) uint32 {
	if in.Flags&program.FlagSigned == 0 {
		return 0
	}
	return 1 << (in.WA - 1)
}

// same tells that a and b are both and, or both or.
func same(a, b program.Op) bool {
	and := func(op program.Op) bool { return op == program.OpAnd || op == program.OpLogAnd }
	or := func(op program.Op) bool { return op == program.OpOr || op == program.OpLogOr }
	return and(a) && and(b) || or(a) && or(b)
}

// defined is the width of the value that in makes.
func defined(in *program.Instr) uint32 {
	w, _ := program.Ops[in.Op].D.Def(in)
	return w
}

// parts appends the temps of which in, an and or an or of as many bits, is made.
func (e *vmEncoder) parts(in *program.Instr, list []uint32) []uint32 {
	for _, t := range []uint32{in.A, in.B} {
		if q, ok := e.pend[t]; ok && same(q.Op, in.Op) && defined(q) == defined(in) {
			e.take(t)
			list = e.parts(q, list)
			continue
		}
		list = append(list, t)
	}
	return list
}

// bits gives the single bits of which t, a concatenation of nothing else, is made.
func (e *vmEncoder) bits(t uint32) []uint32 {
	var only func(t, w uint32) bool
	only = func(t, w uint32) bool {
		q, ok := e.pend[t]
		return w == 1 || ok && q.Op == program.OpConcat && only(q.A, q.WA) && only(q.B, q.W-q.WA)
	}
	var list func(t, w uint32) []uint32
	list = func(t, w uint32) []uint32 {
		if w == 1 {
			return []uint32{t}
		}
		q, _ := e.take(t)
		return append(list(q.A, q.WA), list(q.B, q.W-q.WA)...)
	}
	q, ok := e.pend[t]
	if !ok || q.Op != program.OpConcat || !only(t, q.W) {
		return nil
	}
	return list(t, q.W)
}

// fold makes the and, or the or, of the temps list at address to. What is between stands where in's own temp does, as to may be a
// variable that is read.
func (e *vmEncoder) fold(in *program.Instr, list []uint32, to uint32) {
	name := "VM_AND"
	if same(in.Op, program.OpOr) {
		name = "VM_OR"
	}
	at := make([]uint32, len(list))
	for i, t := range list {
		at[i] = e.any(t)
	}
	acc := at[0]
	for k := 1; k < len(at); k++ {
		d := e.temp(in.D)
		if k+1 == len(at) {
			d = to
		}
		e.emit(name, 0, 0, d, acc, at[k])
		acc = d
	}
}

// words encodes a long instruction with what it reads: operands are addresses, in the frame where flags say so.
func (e *vmEncoder) words(in *program.Instr) (w [vmLonger]uint32) {
	op := in.Op
	if as, ok := vmAs[op]; ok {
		op = as
	}
	n, ok := e.ops[op]
	if !ok {
		e.fail("no operation for %s", program.Ops[in.Op].Name)
	}
	info := &program.Ops[in.Op]
	w = [vmLonger]uint32{vmFlags: uint32(in.Flags), vmW: in.W, vmD: in.D, vmOp: n, vmWA: in.WA, vmLongA: in.A, vmLongB: in.B, vmC: in.C, vmE: in.E}
	if d, def := info.D.Def(in); def {
		w[vmW] = d
		if d <= 64 {
			w[vmFlags] &^= program.FlagFrameD
		}
	}
	if in.Op == program.OpUDP {
		for _, t := range e.p.Forks[in.B : in.B+in.WA] {
			if at := e.operand(t); at != e.temp(t) {
				e.emit("VM_MOVE", 0, 0, e.temp(t), at, 0)
			}
		}
	}
	place := [...]int{vmD, vmLongA, vmLongB, vmC, vmE}
	for k, o := range in.Operands() {
		u, use := o.Role.Use(in)
		if o.Role == program.RoleNone {
			w[place[k]] = 0 // it may be read all the same
		}
		if !use || *o.Value == program.NoTemp || u > 64 {
			continue
		}
		w[place[k]] = e.operand(*o.Value)
		switch k {
		case 1:
			w[vmFlags] &^= program.FlagFrame
		case 2:
			w[vmFlags] &^= program.FlagFrameB
		}
	}
	e.adapt(in, &w)
	return w
}

// adapt brings an instruction's words into the form that the vm's operations for all widths and places have.
func (e *vmEncoder) adapt(in *program.Instr, w *[vmLonger]uint32) {
	// alone gives an operation on one operand that operand a second time
	alone := func() {
		w[vmLongB] = w[vmLongA]
		w[vmFlags] &^= program.FlagFrameB
		if w[vmFlags]&program.FlagFrame != 0 {
			w[vmFlags] |= program.FlagFrameB
		}
	}
	flip := false
	switch in.Op {
	case program.OpBufif, program.OpMos:
		// the control is where a choice has its condition
		w[vmC], w[vmE] = w[vmLongB], in.C
		flip = in.Op == program.OpBufif && in.Flags&program.FlagVar != 0
		alone()
	case program.OpXnor, program.OpNe, program.OpCaseNe:
		flip = true
	case program.OpNot, program.OpRedNand, program.OpRedNor, program.OpRedXnor, program.OpLogNot:
		flip = true
		alone()
	case program.OpRedAnd, program.OpRedOr, program.OpBool, program.OpRedXor, program.OpNeg, program.OpFNeg:
		alone()
	case program.OpAShr:
		w[vmFlags] |= program.FlagSigned
	case program.OpShl, program.OpShr, program.OpPart:
		w[vmFlags] &^= program.FlagSigned
	case program.OpConcat:
		w[vmC] = 1
	case program.OpLoadEl:
		s := &e.p.Signals[in.A]
		w[vmLongA], w[vmE] = s.Slot, s.Words
	case program.OpStore, program.OpNBA:
		w[vmFlags] &^= program.FlagVar
		w[vmC], w[vmE] = 0, 0
	case program.OpStoreP, program.OpNBAP:
		w[vmC], w[vmE] = 0, w[vmC]
	case program.OpUDP:
		w[vmE] = e.temps
	case program.OpSvcArg:
		alone()
		w[vmLongA] = 0
		w[vmFlags] &^= program.FlagFrame
	}
	if flip {
		w[vmFlags] |= vmFlip
	}
	if op := program.Ops[in.Op]; op.D == program.RoleDefW && op.A == program.RoleUseW && op.B == program.RoleUseW {
		w[vmWA] = w[vmW]
	}
	if in.Op == program.OpNeg {
		w[vmWA] = w[vmW]
	}
}

// long makes a value with a long instruction, at address to.
func (e *vmEncoder) long(in *program.Instr, to uint32) {
	w := e.words(in)
	w[vmD] = to
	switch in.Op {
	case program.OpMul, program.OpDiv, program.OpMod, program.OpPow, program.OpResize, program.OpPart, program.OpShl, program.OpShr, program.OpAShr, program.OpConcat, program.OpRepeat:
		// their result must not stand where an operand does
		if w[vmW] <= 64 && (to == w[vmLongA] || to == w[vmLongB]) {
			w[vmD] = e.spare
			e.out = append(e.out, w[:]...)
			move := [vmLonger]uint32{vmW: w[vmW], vmD: to, vmOp: e.ops[program.OpMove], vmLongA: e.spare}
			e.out = append(e.out, move[:]...)
			return
		}
	}
	e.out = append(e.out, w[:]...)
}

// test encodes jumps for when temp t, of w bits, is true, or for when it is not; they are to be patched.
func (e *vmEncoder) test(t, w uint32, frame uint16, when bool) []uint32 {
	e.flush(t)
	if w > 64 {
		q := program.Instr{Op: program.OpBool, W: 1, WA: w, A: t, Flags: 0}
		if frame != 0 {
			q.Flags = program.FlagFrame
		}
		e.long(&q, e.spare)
		return []uint32{e.jump("VM_IF", when, 0, e.spare, 0)}
	}
	return e.branch(t, w, false, when)
}

// jump emits one that is taken when its test holds, or when it does not.
func (e *vmEncoder) jump(op string, when bool, n, a, b uint32) uint32 {
	m := uint32(1)
	if when {
		m = 0
	}
	return e.emit(op, m, n, 0, a, b)
}

// bare tells that a part of a condition needs no instruction that makes it.
func (e *vmEncoder) bare(c vmTerm) bool {
	in, waits := e.pend[c.t]
	return c.w <= 32 && (!waits || in.Op == program.OpLoad && in.Flags&program.FlagFrame == 0)
}

// vmTerm is a part of a condition: temp t of w bits is true or, with zero, known to be 0.
type vmTerm struct {
	t, w uint32
	zero bool
}

// terms splits a condition into those that all must hold (all), or of which one must.
func (e *vmEncoder) terms(c vmTerm, all bool, list []vmTerm) []vmTerm {
	in, ok := e.pend[c.t]
	if !ok || c.w > 64 {
		return append(list, c)
	}
	one := in.WA == 1
	left, right := vmTerm{in.A, in.WA, c.zero}, vmTerm{in.B, in.W - in.WA, c.zero}
	switch op := in.Op; {
	case op == program.OpBool, op == program.OpRedOr, one && (op == program.OpRedAnd || op == program.OpRedXor):
		e.take(c.t)
		return e.terms(left, all, list)
	case op == program.OpLogNot, op == program.OpRedNor, one && (op == program.OpRedNand || op == program.OpRedXnor):
		e.take(c.t)
		left.zero = !c.zero
		return e.terms(left, all, list)
	case op == program.OpNot && c.w == 1:
		e.take(c.t)
		return e.terms(vmTerm{in.A, 1, !c.zero}, all, list)
	case c.w == 1 && (same(op, program.OpAnd) && all != c.zero || same(op, program.OpOr) && all == c.zero):
		left.w, right.w = 1, 1
	case op == program.OpConcat && all == c.zero:
	default:
		return append(list, c)
	}
	e.take(c.t)
	return e.terms(right, all, e.terms(left, all, list))
}

// branch encodes jumps for temp t of w <= 64 bits: the test is that it is true or, with zero, that it is known to be 0. Where the
// outcome of one part decides, the others are not looked at; those that cost least come first.
func (e *vmEncoder) branch(t, w uint32, zero, when bool) []uint32 {
	all := true
	list := e.terms(vmTerm{t, w, zero}, all, nil)
	if len(list) == 1 {
		all = false
		list = e.terms(list[0], all, nil)
	}
	if len(list) == 1 {
		return []uint32{e.single(list[0], when)}
	}
	sort.SliceStable(list, func(i, j int) bool { return e.bare(list[i]) && !e.bare(list[j]) })
	var out, skip []uint32
	for i := 0; i < len(list); {
		n := 1
		if i+1 < len(list) && e.bare(list[i+1]) {
			n = 2
		}
		// jumps with this outcome of the part decide the whole
		sense, last := !all, i+n == len(list)
		if last {
			sense = when
		}
		var at []uint32
		if n == 2 {
			at = []uint32{e.double(list[i], list[i+1], all, sense)}
		} else {
			at = e.branch(list[i].t, list[i].w, list[i].zero, sense)
		}
		if last || sense == when {
			out = append(out, at...)
		} else {
			skip = append(skip, at...)
		}
		i += n
	}
	e.patch(skip)
	return out
}

// double encodes one jump for two parts that need no instructions.
func (e *vmEncoder) double(p, q vmTerm, all, when bool) uint32 {
	if p.zero && !q.zero {
		p, q = q, p
	}
	n := uint32(0)
	for i, set := range []bool{p.zero, q.zero, all} {
		if set {
			n |= 1 << i
		}
	}
	a := e.operand(p.t)
	return e.jump("VM_IFTWO", when, n, a, e.operand(q.t))
}

// single encodes one jump for a condition that has no parts.
func (e *vmEncoder) single(c vmTerm, when bool) uint32 {
	in, ok := e.pend[c.t]
	if ok && in.WA <= 32 {
		switch op := in.Op; op {
		case program.OpEq, program.OpNe:
			e.take(c.t)
			a := e.any(in.A)
			b := e.any(in.B)
			if (op == program.OpNe) != c.zero {
				return e.jump("VM_IFNE", when, 0, a, b)
			}
			return e.jump("VM_IFDIFF", !when, 0, a, b)
		case program.OpLt, program.OpLe:
			e.take(c.t)
			a := e.any(in.A)
			b := e.any(in.B)
			less := op == program.OpLt
			if c.zero {
				a, b, less = b, a, !less
			}
			if less {
				return e.jump("VM_IFLT", when, bias(in), a, b)
			}
			return e.jump("VM_IFLE", when, bias(in), a, b)
		case program.OpCaseEq, program.OpCaseNe, program.OpCaseZ, program.OpCaseX:
			e.take(c.t)
			a := e.operand(in.A)
			b := e.operand(in.B)
			differ := when == (c.zero != (op == program.OpCaseNe))
			switch op {
			case program.OpCaseZ:
				return e.jump("VM_IFMISS", differ, 0, a, b)
			case program.OpCaseX:
				return e.jump("VM_IFMISS", differ, ^uint32(0), a, b)
			}
			return e.jump("VM_IFCASENE", differ, 0, a, b)
		}
	}
	at := e.operand(c.t)
	if c.w > 32 {
		n := [vmLonger]uint32{vmW: 1, vmD: e.spare, vmOp: e.ops[program.OpBool], vmWA: c.w, vmLongA: at, vmLongB: at}
		e.out = append(e.out, n[:]...)
		at = e.spare
	}
	if c.zero {
		// not known to be other than 0
		return e.jump("VM_IFDIFF", !when, 0, at, e.constant(0))
	}
	return e.jump("VM_IF", when, 0, at, at)
}
