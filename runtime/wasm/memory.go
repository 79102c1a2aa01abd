package wasm

// memory is something known about a place in memory: value is what is there.
type memory struct {
	id    int32 // unique, rising
	base  int32 // node of the address without its constant part
	off   uint32
	size  uint8
	load  uint8 // opcode of the load that would give value
	fixed bool  // nothing writes there during a call
	root  int32
	value int32
	clock int32
}

// address is a place in memory: base + off.
type address struct {
	base  int32
	off   uint32
	root  int32
	fixed bool
}

// maxFold bounds the constant part that may be taken out of an address that is
// itself computed. Addresses of real objects are above this (the guard below
// HeapBase), so that base cannot have wrapped around.
const maxFold = 0x10000

// rootOf tells which buffer the address in n points into.
func (b *builder) rootOf(n int32) int32 {
	for range 6 {
		switch nd := &b.nodes[n]; nd.op {
		case opLocal:
			return nd.b
		case opI32Add:
			if r := b.rootOf(nd.b); r != rootUnknown {
				return r
			}
			n = nd.a
		case opConst:
			if nd.imm >= maxFold {
				return b.mod.rootOfStatic(uint32(nd.imm))
			}
			return rootUnknown
		default:
			return rootUnknown
		}
	}
	return rootUnknown
}

// place splits the pointer in node p into base and constant part.
func (b *builder) place(p int32, fixed bool) address {
	a := address{base: p, root: b.rootOf(p), fixed: fixed}
	if b.fold {
		if n := &b.nodes[p]; n.op == opI32Add && b.isConst(n.b) {
			c := b.nodes[n.b].imm
			if c < maxFold || c < 1<<31 && b.nodes[n.a].op == opLocal {
				a.base, a.off = n.a, uint32(c)
			}
		}
	}
	a.fixed = fixed || b.mod.readOnly(a.root)
	return a
}

// element is the address of p[idx] for elements of size bytes; idx is an i32.
func (b *builder) element(p, idx int32, size int) int32 {
	shift := uint64(0)
	for 1<<shift < size {
		shift++
	}
	scaled := idx
	if 1<<shift == size {
		scaled = b.op2(opI32Shl, idx, b.constant(i32, shift))
	} else {
		scaled = b.op2(opI32Mul, idx, b.constant(i32, uint64(size)))
	}
	return b.op2(opI32Add, p, scaled)
}

func (a address) plus(off int) address {
	a.off += uint32(off)
	return a
}

func accessSize(op uint8) uint8 {
	switch op {
	case opI32Load8S, opI32Load8U, opI32Store8:
		return 1
	case opI32Load16S, opI32Load16U, opI32Store16:
		return 2
	case opI64Load, opI64Store:
		return 8
	}
	return 4
}

// load reads memory at a with a load instruction.
func (b *builder) load(op uint8, a address, mask uint64) int32 {
	if b.forward {
		for i := len(b.mem) - 1; i >= 0; i-- {
			m := &b.mem[i]
			if m.base == a.base && m.off == a.off && m.load == op && b.clock-m.clock < loadWindow {
				m.clock = b.clock
				return m.value
			}
		}
	}
	vt := uint8(i32)
	if op == opI64Load {
		vt = i64
	}
	n := node{op: opLoad, vt: vt, a: a.base, b: a.root, c: int32(op), imm: uint64(a.off), mask: mask & typeMask(vt)}
	if a.fixed {
		n.b = -1 // never disturbed
	}
	v := b.newNode(n)
	b.remember(a, op, v)
	return v
}

// remember notes that a load with op at a gives v.
func (b *builder) remember(a address, op uint8, v int32) {
	if !b.forward {
		return
	}
	if len(b.mem) == rememberedMem {
		b.mem = append(b.mem[:0], b.mem[1:]...)
	}
	b.memID++
	b.mem = append(b.mem, memory{b.memID, a.base, a.off, accessSize(op), op, a.fixed, a.root, v, b.clock})
}

// store writes v at a and forgets what it may have changed.
func (b *builder) store(op uint8, a address, v int32) {
	if b.dead {
		return
	}
	size := uint32(accessSize(op))
	keep := b.mem[:0]
	for _, m := range b.mem {
		switch {
		case m.fixed:
		case m.base == a.base && (m.off+uint32(m.size) <= a.off || a.off+size <= m.off):
		case m.base != a.base && m.root != a.root && m.root != rootUnknown && a.root != rootUnknown:
		default:
			continue
		}
		keep = append(keep, m)
	}
	b.mem = keep
	if op == opI32Store && b.fold && b.joinStore(a, v) {
		return
	}
	b.add(inst{kind: instStore, op: op, a: a.base, b: v, off: a.off, n: a.root})
	b.stored = int32(len(b.nodes))
	switch op {
	case opI32Store:
		b.remember(a, opI32Load, v)
	case opI64Store:
		b.remember(a, opI64Load, v)
	}
}

// joinStore makes one 64-bit store of this store and the one before it, when
// together they store both halves of one value, or a value and a zero above it
// (the xz plane of something known).
func (b *builder) joinStore(a address, v int32) bool {
	insts := b.seqs[b.cur].insts
	if len(insts) == 0 {
		return false
	}
	prev := insts[len(insts)-1]
	if prev.kind != instStore || prev.op != opI32Store || prev.a != a.base || prev.off+4 != a.off {
		return false
	}
	for _, n := range b.nodes[b.stored:] {
		if n.op == opLoad || n.op == opLocal && n.c != 0 {
			return false // made between the stores
		}
	}
	lo, hi := b.nodes[prev.b], b.nodes[v]
	whole := int32(0)
	switch {
	case hi.op == opConst && lo.op == opConst:
	case hi.op == opConst && hi.imm == 0:
	case hi.op == opI32WrapI64 && lo.op == opI32WrapI64:
		sh := b.nodes[hi.a]
		if sh.op != opI64ShrU || sh.a != lo.a || !b.constIs(sh.b, 32) {
			return false
		}
		whole = lo.a
	default:
		return false
	}
	s := &b.seqs[b.cur]
	s.insts = s.insts[:len(insts)-1]
	switch {
	case whole != 0:
	case lo.op == opConst:
		whole = b.constant(i64, lo.imm|hi.imm<<32)
	default:
		whole = b.op1(opI64ExtendI32U, prev.b)
	}
	first := a
	first.off -= 4
	b.add(inst{kind: instStore, op: opI64Store, a: a.base, b: whole, off: first.off, n: a.root})
	b.stored = int32(len(b.nodes))
	b.remember(a, opI32Load, v)
	b.remember(first, opI64Load, whole)
	return true
}

// joinLoads reads both halves of a 64-bit value with one load: x and y are the
// operands of an or, and what they load must still be in memory.
func (b *builder) joinLoads(x, y int32) int32 {
	if !b.forward {
		return 0
	}
	half := func(n int32) int32 { // the 32-bit load under an extension
		if nd := &b.nodes[n]; nd.op == opI64ExtendI32U && b.nodes[nd.a].op == opLoad && b.nodes[nd.a].c == opI32Load {
			return nd.a
		}
		return 0
	}
	if b.nodes[x].op == opI64Shl {
		x, y = y, x
	}
	up := b.nodes[y]
	if up.op != opI64Shl || !b.constIs(up.b, 32) {
		return 0
	}
	lo, hi := half(x), half(up.a)
	if lo == 0 || hi == 0 {
		return 0
	}
	nl, nh := b.nodes[lo], b.nodes[hi]
	if nl.a != nh.a || nl.imm+4 != nh.imm {
		return 0
	}
	known := 0
	var at memory
	for i := range b.mem {
		switch m := &b.mem[i]; {
		case m.base == nl.a && m.load == opI32Load && m.value == lo && uint64(m.off) == nl.imm:
			known |= 1
			at = *m
		case m.base == nl.a && m.load == opI32Load && m.value == hi && uint64(m.off) == nh.imm:
			known |= 2
		}
	}
	if known != 3 {
		return 0
	}
	return b.load(opI64Load, address{at.base, at.off, at.root, at.fixed}, ^uint64(0))
}

// forgetAll drops what a call may have changed.
func (b *builder) forgetAll() {
	keep := b.mem[:0]
	for _, m := range b.mem {
		if m.fixed {
			keep = append(keep, m)
		}
	}
	b.mem = keep
}

// meetMemory keeps what is known on both ways. Both lists rise by id.
func meetMemory(x, y []memory) []memory {
	keep := x[:0]
	j := 0
	for _, m := range x {
		for j < len(y) && y[j].id < m.id {
			j++
		}
		if j < len(y) && y[j].id == m.id {
			keep = append(keep, m)
		}
	}
	return keep
}
