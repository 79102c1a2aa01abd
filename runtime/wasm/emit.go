package wasm

import "slices"

// emitter writes the body of one scheduled function.
type emitter struct {
	b      *builder
	code   []byte
	labels []int32 // open wasm blocks, innermost last
	now    int32   // place in program order that has been reached
	expire [][]int32
	free   [4][]int32 // temporaries to use again, by type index
}

// function encodes locals and code of the scheduled function.
func (e *emitter) function(b *builder, touches []touch, lastOrd int32) []byte {
	e.b = b
	e.code, e.labels, e.now = e.code[:0], e.labels[:0], 0
	for len(e.expire) <= int(lastOrd)+1 {
		e.expire = append(e.expire, nil)
	}
	for i := range e.expire[:lastOrd+2] {
		e.expire[i] = e.expire[i][:0]
	}
	for i := range e.free {
		e.free[i] = e.free[i][:0]
	}
	if b.touch {
		for _, t := range touches {
			if t.count >= touchThreshold {
				e.op(opLocalGet)
				e.u(uint64(t.local))
				e.code = append(e.code, opI32Load8U, 0)
				e.u(uint64(t.end - 1))
				e.op(opDrop)
			}
		}
	}
	e.seq(b.root)
	insts := b.seqs[b.root].insts
	if len(insts) == 0 || insts[len(insts)-1].kind != instReturn {
		e.op(opUnreachable)
	}
	e.op(opEnd)

	var body []byte
	body = appendLocals(body, b.locals[len(b.params):])
	return append(body, e.code...)
}

// appendLocals encodes local declarations as runs of one type.
func appendLocals(out []byte, locals []uint8) []byte {
	runs := 0
	for i := range locals {
		if i == 0 || locals[i] != locals[i-1] {
			runs++
		}
	}
	out = appendU(out, uint64(runs))
	for i := 0; i < len(locals); {
		j := i
		for j < len(locals) && locals[j] == locals[i] {
			j++
		}
		out = appendU(out, uint64(j-i))
		out = append(out, locals[i])
		i = j
	}
	return out
}

func (e *emitter) op(op uint8) { e.code = append(e.code, op) }

func (e *emitter) u(v uint64) { e.code = appendU(e.code, v) }

// advance frees the temporaries whose last use is behind.
func (e *emitter) advance(ord int32) {
	for ; e.now < ord; e.now++ {
		for _, l := range e.expire[e.now] {
			i := typeIndex(e.b.locals[l])
			e.free[i] = append(e.free[i], l)
		}
	}
}

// temp gives node n a wasm local until its last use.
func (e *emitter) temp(n *node) int32 {
	l := int32(-1)
	i := typeIndex(n.vt)
	if k := len(e.free[i]); k > 0 && e.b.slots {
		l = e.free[i][k-1]
		e.free[i] = e.free[i][:k-1]
	} else {
		l = int32(len(e.b.locals))
		e.b.locals = append(e.b.locals, n.vt)
	}
	n.local = l
	at := max(n.last, e.now)
	e.expire[at] = append(e.expire[at], l)
	return l
}

func (e *emitter) seq(id int32) {
	b := e.b
	pins := b.seqs[id].pins
	slices.Sort(pins)
	insts := b.seqs[id].insts
	for i := range insts {
		e.advance(insts[i].ord)
		for len(pins) > 0 && b.nodes[pins[0]].pos <= int32(i) {
			e.pin(pins[0])
			pins = pins[1:]
		}
		e.inst(&insts[i], id == b.root && i == len(insts)-1)
	}
	e.advance(b.seqs[id].endOrd)
	for _, p := range pins {
		e.pin(p)
	}
}

func (e *emitter) pin(id int32) {
	n := &e.b.nodes[id]
	if n.local >= 0 {
		return
	}
	e.compute(n)
	e.op(opLocalSet)
	e.u(uint64(e.temp(n)))
}

// value pushes node id.
func (e *emitter) value(id int32) {
	n := &e.b.nodes[id]
	switch {
	case n.op == opConst:
		e.constant(n.vt, n.imm)
	case n.local >= 0:
		e.op(opLocalGet)
		e.u(uint64(n.local))
	case n.op == opLocal:
		e.op(opLocalGet)
		e.u(n.imm)
	default:
		e.compute(n)
		if n.uses > 1 {
			e.op(opLocalTee)
			e.u(uint64(e.temp(n)))
		}
	}
}

func (e *emitter) constant(vt uint8, v uint64) {
	if vt == i64 {
		e.op(opI64Const)
		e.code = appendS(e.code, int64(v))
		return
	}
	e.op(opI32Const)
	e.code = appendS(e.code, int64(int32(v)))
}

// compute pushes the operands of n and its operation.
func (e *emitter) compute(n *node) {
	switch n.op {
	case opLocal:
		e.op(opLocalGet)
		e.u(n.imm)
	case opLoad:
		e.value(n.a)
		e.access(uint8(n.c), uint32(n.imm))
	case opSelect:
		e.value(n.b)
		e.value(n.c)
		e.value(n.a)
		e.op(opWasmSelect)
	case opI64TruncSatF64S, opI64TruncSatF64U:
		e.value(n.a)
		e.code = append(e.code, 0xfc, n.op-0xf0)
	default:
		e.operands(n)
		e.op(n.op)
	}
}

// operands pushes the operands of a numeric operation.
//
// Orderings need care: wazero 1.12 compiles a branch on a comparison of an
// "and" with zero to a test instruction without looking at the order of the
// operands (amd64) or at the carry flag, which that instruction clears (arm64),
// so 0 < (a & b) comes out wrong. The builder leaves no unsigned ordering
// against the constant zero and no constant on the left, which suffices, but
// wazero may find out that a wasm local is always zero. An "or" with zero, which
// it does not fold, hides the "and" then.
func (e *emitter) operands(n *node) {
	e.value(n.a)
	if n.b == 0 {
		return
	}
	if isOrdering(n.op) {
		a, b := &e.b.nodes[n.a], &e.b.nodes[n.b]
		if e.mayBeAnd(a) && e.mayBeZero(b) {
			e.hide(a.vt)
		}
		e.value(n.b)
		if e.mayBeAnd(b) && e.mayBeZero(a) {
			e.hide(b.vt)
		}
		return
	}
	e.value(n.b)
}

func (e *emitter) mayBeZero(n *node) bool { return n.op == opLocal && n.c != 0 }

func (e *emitter) mayBeAnd(n *node) bool {
	return n.op == opI32And || n.op == opI64And || !e.b.copy && n.op == opLocal && n.c != 0
}

// hide makes the value on the stack one that wazero does not see as an "and".
func (e *emitter) hide(vt uint8) {
	e.constant(vt, 0)
	if vt == i64 {
		e.op(opI64Or)
	} else {
		e.op(opI32Or)
	}
}

// access encodes a load or store with its offset.
func (e *emitter) access(op uint8, off uint32) {
	align := byte(0)
	for 1<<align < accessSize(op) {
		align++
	}
	e.code = append(e.code, op, align)
	e.u(uint64(off))
}

// sets assigns all at once: every value is pushed before any local is set.
func (e *emitter) sets(list []set) {
	for i := range list {
		if list[i].live {
			e.value(list[i].node)
		}
	}
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].live {
			e.op(opLocalSet)
			e.u(uint64(list[i].local))
		}
	}
}

func (e *emitter) branch(op uint8, label int32) {
	for i := len(e.labels) - 1; i >= 0; i-- {
		if e.labels[i] == label {
			e.op(op)
			e.u(uint64(len(e.labels) - 1 - i))
			return
		}
	}
}

func (e *emitter) open(op uint8, label int32) {
	e.code = append(e.code, op, 0x40)
	e.labels = append(e.labels, label)
}

func (e *emitter) close() {
	e.op(opEnd)
	e.labels = e.labels[:len(e.labels)-1]
}

func (e *emitter) inst(in *inst, final bool) {
	switch in.kind {
	case instStore:
		e.value(in.a)
		e.value(in.b)
		e.access(in.op, in.off)
	case instCall:
		e.call(in)
	case instSets:
		e.sets(in.sets)
	case instBr:
		e.sets(in.sets)
		e.branch(opBr, in.label)
	case instIf:
		e.ifElse(in)
	case instBlock:
		if in.label == 0 {
			e.seq(in.s0)
			return
		}
		e.open(opBlock, in.label)
		e.seq(in.s0)
		e.close()
	case instLoop:
		e.open(opLoop, in.label)
		e.seq(in.s0)
		e.close()
	case instSwitch:
		e.switchOn(in)
	case instReturn:
		for _, n := range in.list {
			e.value(n)
		}
		if !final {
			e.op(opReturn)
		}
	}
}

func (e *emitter) call(in *inst) {
	for _, n := range in.list {
		e.value(n)
	}
	e.op(opCall)
	e.u(uint64(in.fn))
	for i := in.n - 1; i >= 0; i-- {
		n := &e.b.nodes[in.a+i]
		if n.uses == 0 {
			e.op(opDrop)
			continue
		}
		e.op(opLocalSet)
		e.u(uint64(e.temp(n)))
	}
}

// empty reports whether a sequence emits nothing.
func (e *emitter) empty(id int32) bool {
	sq := &e.b.seqs[id]
	if len(sq.pins) > 0 {
		return false
	}
	for i := range sq.insts {
		if sq.insts[i].kind != instSets || !dead(sq.insts[i].sets) {
			return false
		}
	}
	return true
}

func dead(sets []set) bool {
	for i := range sets {
		if sets[i].live {
			return false
		}
	}
	return true
}

// plainBranch gives the label of a sequence that only branches, 0 otherwise.
func (e *emitter) plainBranch(id int32) int32 {
	sq := &e.b.seqs[id]
	if len(sq.pins) == 0 && len(sq.insts) == 1 && sq.insts[0].kind == instBr && dead(sq.insts[0].sets) {
		return sq.insts[0].label
	}
	return 0
}

func (e *emitter) ifElse(in *inst) {
	thenEmpty, elseEmpty := e.empty(in.s0), e.empty(in.s1)
	switch {
	case thenEmpty && elseEmpty:
		e.value(in.a)
		e.op(opDrop)
	case elseEmpty && e.plainBranch(in.s0) != 0:
		e.value(in.a)
		e.branch(opBrIf, e.plainBranch(in.s0))
	case e.plainBranch(in.s1) != 0:
		e.negated(in.a)
		e.branch(opBrIf, e.plainBranch(in.s1))
		e.seq(in.s0)
	case e.plainBranch(in.s0) != 0:
		e.value(in.a)
		e.branch(opBrIf, e.plainBranch(in.s0))
		e.seq(in.s1)
	case thenEmpty:
		e.negated(in.a)
		e.open(opIf, 0)
		e.seq(in.s1)
		e.close()
	default:
		e.value(in.a)
		e.open(opIf, 0)
		e.seq(in.s0)
		if !elseEmpty {
			e.op(opElse)
			e.seq(in.s1)
		}
		e.close()
	}
}

// negated pushes whether condition id is zero.
func (e *emitter) negated(id int32) {
	n := &e.b.nodes[id]
	if n.uses == 1 && n.local < 0 && !n.pinned {
		switch {
		case isCompare(n.op):
			e.operands(n)
			e.op(inverse(n.op))
			return
		case n.op == opI32Eqz:
			e.value(n.a)
			return
		}
	}
	e.value(id)
	e.op(opI32Eqz)
}

// switchOn emits nested blocks, one for each case, the first innermost:
// leaving block i enters case i, and cases follow each other.
func (e *emitter) switchOn(in *inst) {
	sw := in.sw
	k := len(sw.seqs)
	slices.SortFunc(sw.values, func(a, b swVal) int {
		switch {
		case a.val < b.val:
			return -1
		case a.val > b.val:
			return 1
		}
		return 0
	})
	for range k {
		e.open(opBlock, 0)
	}
	e.dispatch(in)
	for i := range k {
		e.close()
		e.seq(sw.seqs[i])
	}
}

// dispatch branches to block i for case i.
func (e *emitter) dispatch(in *inst) {
	sw := in.sw
	n := len(sw.values)
	if n == 0 {
		e.value(in.a)
		e.op(opDrop)
		e.op(opBr)
		e.u(uint64(sw.deflt))
		return
	}
	low := sw.values[0].val
	span := sw.values[n-1].val - low
	if !sw.wide && span < uint64(n*brTableSlack+8) {
		e.value(in.a)
		if low != 0 {
			e.constant(i32, low)
			e.op(opI32Sub)
		}
		e.op(opBrTable)
		e.u(span + 1)
		for v, i := low, 0; ; v++ {
			if sw.values[i].val == v {
				e.u(uint64(sw.values[i].dest))
				i++
			} else {
				e.u(uint64(sw.deflt))
			}
			if i == n {
				break
			}
		}
		e.u(uint64(sw.deflt))
		return
	}
	vt, eq := uint8(i32), uint8(opI32Eq)
	if sw.wide {
		vt, eq = i64, opI64Eq
	}
	l := uint64(len(e.b.locals))
	e.b.locals = append(e.b.locals, vt)
	e.value(in.a)
	e.op(opLocalSet)
	e.u(l)
	for _, v := range sw.values {
		e.op(opLocalGet)
		e.u(l)
		e.constant(vt, v.val)
		e.op(eq)
		e.op(opBrIf)
		e.u(uint64(v.dest))
	}
	e.op(opBr)
	e.u(uint64(sw.deflt))
}
