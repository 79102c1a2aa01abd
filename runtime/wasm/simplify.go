package wasm

import (
	"math"
	"math/bits"
)

// op1 is a numeric operation on one operand.
func (b *builder) op1(op uint8, x int32) int32 {
	vt := resultType(op)
	n := node{op: op, vt: vt, a: x, mask: typeMask(vt)}
	m := b.nodes[x].mask
	switch op {
	case opI32Eqz, opI64Eqz:
		n.mask = 1
	case opI32WrapI64:
		n.mask = m & 0xffffffff
	case opI64ExtendI32U:
		n.mask = m
	case opI64ExtendI32S:
		if m>>31 == 0 {
			n.mask = m
		}
	case opI32Clz, opI32Ctz, opI32Popcnt, opI64Clz, opI64Ctz, opI64Popcnt:
		n.mask = 0x7f
	}
	if b.fold {
		if r := b.simplify1(op, x); r != 0 {
			return r
		}
	}
	return b.number(n)
}

func (b *builder) simplify1(op uint8, x int32) int32 {
	nx := b.nodes[x]
	if nx.op == opConst {
		if v, ok := eval1(op, nx.imm); ok {
			return b.constant(resultType(op), v)
		}
	}
	switch op {
	case opI32Eqz:
		switch {
		case nx.op == opI32Eqz && b.nodes[nx.a].mask <= 1:
			return nx.a
		case nx.op == opI32Eqz:
			return b.op2(opI32Ne, nx.a, b.constant(i32, 0))
		case nx.op == opI64Eqz:
			return b.op2(opI64Ne, nx.a, b.constant(i64, 0))
		case isCompare(nx.op):
			return b.op2(inverse(nx.op), nx.a, nx.b)
		}
	case opI32WrapI64:
		switch nx.op {
		case opI64ExtendI32U, opI64ExtendI32S:
			return nx.a
		}
	case opI64ExtendI32U:
		if nx.op == opI32WrapI64 {
			return b.op2(opI64And, nx.a, b.constant(i64, 0xffffffff))
		}
	case opI64ExtendI32S:
		if nx.mask>>31 == 0 {
			return b.op1(opI64ExtendI32U, x)
		}
	case opI32Extend8S:
		if nx.mask <= 0x7f || nx.op == opLoad && nx.c == opI32Load8S {
			return x
		}
	case opI32Extend16S:
		if nx.mask <= 0x7fff || nx.op == opLoad && nx.c == opI32Load16S {
			return x
		}
	case opI64ReinterpretF64:
		if nx.op == opF64ReinterpretI64 {
			return nx.a
		}
	case opF64ReinterpretI64:
		if nx.op == opI64ReinterpretF64 {
			return nx.a
		}
	}
	return 0
}

func eval1(op uint8, v uint64) (uint64, bool) {
	flag := func(c bool) (uint64, bool) {
		if c {
			return 1, true
		}
		return 0, true
	}
	switch op {
	case opI32Eqz, opI64Eqz:
		return flag(v == 0)
	case opI32Clz:
		return uint64(bits.LeadingZeros32(uint32(v))), true
	case opI32Ctz:
		return uint64(bits.TrailingZeros32(uint32(v))), true
	case opI64Clz:
		return uint64(bits.LeadingZeros64(v)), true
	case opI64Ctz:
		return uint64(bits.TrailingZeros64(v)), true
	case opI32Popcnt, opI64Popcnt:
		return uint64(bits.OnesCount64(v)), true
	case opI32WrapI64, opI64ExtendI32U:
		return v & 0xffffffff, true
	case opI64ExtendI32S:
		return uint64(int64(int32(v))), true
	case opI32Extend8S:
		return uint64(uint32(int8(v))), true
	case opI32Extend16S:
		return uint64(uint32(int16(v))), true
	}
	return 0, false
}

// op2 is a numeric operation on two operands.
func (b *builder) op2(op uint8, x, y int32) int32 {
	if isCompare(op) {
		// Also with folding off, because of a fault in wazero: see compare.
		if b.isConst(x) {
			x, y = y, x
			op = mirror(op)
		}
		if b.isConst(y) && b.nodes[y].imm == 0 {
			if n := b.againstZero(op, x, y); n != 0 {
				return n
			}
		}
	}
	if b.fold {
		if commutes(op) && !b.isConst(y) && (b.isConst(x) || x > y) {
			x, y = y, x
		}
		if r := b.simplify2(op, x, y); r != 0 {
			return r
		}
	}
	vt := resultType(op)
	return b.number(node{op: op, vt: vt, a: x, b: y, mask: b.mask2(op, vt, x, y)})
}

// againstZero replaces unsigned orderings of x and zero, whose node is y.
func (b *builder) againstZero(op uint8, x, y int32) int32 {
	narrow, _ := fold2(op)
	switch narrow {
	case opI32LtU:
		return b.truth(false)
	case opI32GeU:
		return b.truth(true)
	case opI32GtU:
		return b.op2(op-opI32GtU+opI32Ne, x, y)
	case opI32LeU:
		return b.op2(op-opI32LeU+opI32Eq, x, y)
	}
	return 0
}

// mask2 bounds the bits that may be one in x op y.
func (b *builder) mask2(op, vt uint8, x, y int32) uint64 {
	full := typeMask(vt)
	mx, my := b.nodes[x].mask, b.nodes[y].mask
	w := uint64(bits.Len64(full))
	switch op {
	case opI32And, opI64And:
		return mx & my
	case opI32Or, opI64Or, opI32Xor, opI64Xor:
		return mx | my
	case opI32Shl, opI64Shl:
		if b.isConst(y) {
			return mx << (b.nodes[y].imm & (w - 1)) & full
		}
	case opI32ShrU, opI64ShrU:
		if b.isConst(y) {
			return mx >> (b.nodes[y].imm & (w - 1))
		}
		return onesTo(bits.Len64(mx))
	case opI32ShrS, opI64ShrS:
		if mx>>(w-1) == 0 && b.isConst(y) {
			return mx >> (b.nodes[y].imm & (w - 1))
		}
	case opI32Add, opI64Add:
		return onesTo(max(bits.Len64(mx), bits.Len64(my))+1) & full
	case opI32Mul, opI64Mul:
		return onesTo(bits.Len64(mx)+bits.Len64(my)) & full
	case opI32DivU, opI64DivU:
		return onesTo(bits.Len64(mx))
	case opI32RemU, opI64RemU:
		return onesTo(min(bits.Len64(mx), bits.Len64(my)))
	}
	if isCompare(op) || op >= opF64Eq && op <= 0x66 {
		return 1
	}
	return full
}

// onesTo has its n lowest bits set.
func onesTo(n int) uint64 {
	if n >= 64 {
		return math.MaxUint64
	}
	return 1<<n - 1
}

// fold2 returns op narrowed to i32 numbering, so that one rule serves both
// widths: the 64-bit integer operations mirror the 32-bit ones.
func fold2(op uint8) (narrow uint8, wide bool) {
	switch {
	case op >= opI64Eq && op <= opI64GeU:
		return op - opI64Eq + opI32Eq, true
	case op >= opI64Add && op <= opI64Rotr:
		return op - opI64Add + opI32Add, true
	}
	return op, false
}

func (b *builder) simplify2(op uint8, x, y int32) int32 {
	nx, ny := b.nodes[x], b.nodes[y]
	narrow, wide := fold2(op)
	vt := uint8(i32)
	if wide {
		vt = i64
	}
	full := typeMask(vt)
	if nx.op == opConst && ny.op == opConst {
		if v, ok := eval2(narrow, wide, nx.imm, ny.imm); ok {
			return b.constant(resultType(op), v)
		}
		return 0
	}
	yc := ny.op == opConst
	c := ny.imm
	again := func(op, x int32, v uint64) int32 { return b.op2(uint8(op), x, b.constant(vt, v)) }
	switch narrow {
	case opI32Add:
		if yc && c == 0 {
			return x
		}
		if yc && nx.op == op && b.isConst(nx.b) {
			return again(int32(op), nx.a, c+b.nodes[nx.b].imm)
		}
		// (p + c) + y = (p + y) + c, so that constants end at the outside.
		if !yc && nx.op == op && b.isConst(nx.b) {
			return again(int32(op), b.op2(op, nx.a, y), b.nodes[nx.b].imm)
		}
		if !yc && ny.op == op && b.isConst(ny.b) {
			return again(int32(op), b.op2(op, x, ny.a), b.nodes[ny.b].imm)
		}
	case opI32Sub:
		if x == y {
			return b.constant(vt, 0)
		}
		if yc {
			if c == 0 {
				return x
			}
			return again(int32(op-opI32Sub+opI32Add), x, -c)
		}
	case opI32Mul:
		if yc {
			switch {
			case c == 0:
				return y
			case c == 1:
				return x
			case c&(c-1) == 0:
				return again(int32(op-opI32Mul+opI32Shl), x, uint64(bits.TrailingZeros64(c)))
			}
		}
	case opI32And:
		if x == y {
			return x
		}
		if nx.mask&ny.mask == 0 {
			return b.constant(vt, 0)
		}
		if yc {
			if nx.mask&^c == 0 {
				return x
			}
			if nx.op == op && b.isConst(nx.b) {
				return again(int32(op), nx.a, c&b.nodes[nx.b].imm)
			}
		}
		if b.isNot(x, y, full) || b.isNot(y, x, full) {
			return b.constant(vt, 0)
		}
	case opI32Or:
		if x == y {
			return x
		}
		if yc {
			if c == 0 {
				return x
			}
			if nx.mask&^c == 0 {
				return y
			}
			if nx.op == op && b.isConst(nx.b) {
				return again(int32(op), nx.a, c|b.nodes[nx.b].imm)
			}
		}
		if b.isNot(x, y, full) || b.isNot(y, x, full) {
			return b.constant(vt, full)
		}
		// (a & c1) | (a & c2): the halves of a value put together again.
		if and := op - opI32Or + opI32And; nx.op == and && ny.op == and && nx.a == ny.a && b.isConst(nx.b) && b.isConst(ny.b) {
			return again(int32(and), nx.a, b.nodes[nx.b].imm|b.nodes[ny.b].imm)
		}
		if wide {
			return b.joinLoads(x, y)
		}
	case opI32Xor:
		if x == y {
			return b.constant(vt, 0)
		}
		if yc {
			if c == 0 {
				return x
			}
			if nx.op == op && b.isConst(nx.b) {
				return again(int32(op), nx.a, c^b.nodes[nx.b].imm)
			}
			if c == 1 && vt == i32 && nx.mask <= 1 {
				return b.op1(opI32Eqz, x)
			}
		}
	case opI32Shl, opI32ShrU, opI32ShrS:
		return b.simplifyShift(op, narrow, vt, x, y)
	case opI32DivU:
		if yc && c != 0 && c&(c-1) == 0 {
			return again(int32(op-opI32DivU+opI32ShrU), x, uint64(bits.TrailingZeros64(c)))
		}
	case opI32RemU:
		if yc && c != 0 && c&(c-1) == 0 {
			return again(int32(op-opI32RemU+opI32And), x, c-1)
		}
	case opI32DivS:
		if yc && c == 1 {
			return x
		}
	case opI32Eq, opI32Ne:
		isEq := narrow == opI32Eq
		if x == y {
			return b.truth(isEq)
		}
		if yc {
			switch {
			case c&^nx.mask != 0:
				return b.truth(!isEq)
			case c == 0 && isEq:
				return b.op1(op-opI32Eq+opI32Eqz, x)
			case c == 0 && nx.op == opI64ExtendI32U:
				return b.op2(opI32Ne, nx.a, b.constant(i32, 0))
			case c == 0 && vt == i32 && nx.mask <= 1:
				return x
			case c == 1 && nx.mask <= 1 && vt == i32 && isEq:
				return x
			case c == 1 && nx.mask <= 1 && vt == i32:
				return b.op1(opI32Eqz, x)
			}
		}
	case opI32LtU, opI32GtU, opI32LeU, opI32GeU:
		if x == y {
			return b.truth(narrow == opI32LeU || narrow == opI32GeU)
		}
		if yc {
			switch {
			case narrow == opI32GtU && nx.mask <= c:
				return b.truth(false)
			case narrow == opI32LeU && nx.mask <= c:
				return b.truth(true)
			case narrow == opI32LtU && nx.mask < c:
				return b.truth(true)
			case narrow == opI32GeU && nx.mask < c:
				return b.truth(false)
			case narrow == opI32LtU && c == 1:
				return again(int32(op-opI32LtU+opI32Eq), x, 0)
			}
		}
	case opI32LtS, opI32GtS:
		if x == y {
			return b.truth(false)
		}
	case opI32LeS, opI32GeS:
		if x == y {
			return b.truth(true)
		}
	}
	return 0
}

func (b *builder) truth(v bool) int32 {
	if v {
		return b.constant(i32, 1)
	}
	return b.constant(i32, 0)
}

// isNot reports whether y is ~x.
func (b *builder) isNot(x, y int32, full uint64) bool {
	n := &b.nodes[y]
	return (n.op == opI32Xor || n.op == opI64Xor) && n.a == x && b.constIs(n.b, full)
}

func (b *builder) simplifyShift(op, narrow, vt uint8, x, y int32) int32 {
	nx, ny := b.nodes[x], b.nodes[y]
	w := uint64(bits.Len64(typeMask(vt)))
	if nx.op == opConst && nx.imm == 0 {
		return x
	}
	if ny.op != opConst {
		return 0
	}
	c := ny.imm & (w - 1)
	if c == 0 {
		return x
	}
	switch {
	case narrow == opI32ShrU && nx.mask>>c == 0, narrow == opI32Shl && nx.mask<<c&typeMask(vt) == 0:
		return b.constant(vt, 0)
	case narrow == opI32ShrS && nx.mask>>(w-1) == 0:
		return b.op2(op+1, x, y)
	case nx.op == op && b.isConst(nx.b):
		sum := c + b.nodes[nx.b].imm&(w-1)
		if sum < w {
			return b.op2(op, nx.a, b.constant(vt, sum))
		}
	case narrow == opI32Shl && nx.op == op-opI32Shl+opI32ShrU && b.constIs(nx.b, c):
		return b.op2(op-opI32Shl+opI32And, nx.a, b.constant(vt, typeMask(vt)<<c))
	case narrow == opI32Shl && nx.op == op-opI32Shl+opI32Mul && b.isConst(nx.b):
		return b.op2(nx.op, nx.a, b.constant(vt, b.nodes[nx.b].imm<<c))
	case narrow == opI32Shl && (nx.op == opI32Add && vt == i32) && b.isConst(nx.b):
		// (a + k) << c = (a << c) + (k << c): the constant joins the address.
		return b.op2(opI32Add, b.op2(op, nx.a, y), b.constant(vt, b.nodes[nx.b].imm<<c))
	}
	return 0
}

// eval2 computes constants; op is in 32-bit numbering. Division by zero and
// overflowing division stay for the run (they do not occur: see divide).
func eval2(op uint8, wide bool, x, y uint64) (uint64, bool) {
	w := uint64(32)
	sx, sy := int64(int32(x)), int64(int32(y))
	if wide {
		w, sx, sy = 64, int64(x), int64(y)
	}
	n := y & (w - 1)
	flag := func(c bool) (uint64, bool) {
		if c {
			return 1, true
		}
		return 0, true
	}
	switch op {
	case opI32Add:
		return x + y, true
	case opI32Sub:
		return x - y, true
	case opI32Mul:
		return x * y, true
	case opI32And:
		return x & y, true
	case opI32Or:
		return x | y, true
	case opI32Xor:
		return x ^ y, true
	case opI32Shl:
		return x << n, true
	case opI32ShrU:
		return x >> n, true
	case opI32ShrS:
		return uint64(sx >> n), true
	case opI32Rotl, opI32Rotr:
		k := int(n)
		if op == opI32Rotr {
			k = -k
		}
		if wide {
			return bits.RotateLeft64(x, k), true
		}
		return uint64(bits.RotateLeft32(uint32(x), k)), true
	case opI32DivU:
		if y != 0 {
			return x / y, true
		}
	case opI32RemU:
		if y != 0 {
			return x % y, true
		}
	case opI32DivS:
		if sy != 0 && sy != -1 {
			return uint64(sx / sy), true
		}
	case opI32RemS:
		if sy != 0 && sy != -1 {
			return uint64(sx % sy), true
		}
	case opI32Eq:
		return flag(x == y)
	case opI32Ne:
		return flag(x != y)
	case opI32LtU:
		return flag(x < y)
	case opI32GtU:
		return flag(x > y)
	case opI32LeU:
		return flag(x <= y)
	case opI32GeU:
		return flag(x >= y)
	case opI32LtS:
		return flag(sx < sy)
	case opI32GtS:
		return flag(sx > sy)
	case opI32LeS:
		return flag(sx <= sy)
	case opI32GeS:
		return flag(sx >= sy)
	}
	return 0, false
}

// choose is cond ? x : y without a branch.
func (b *builder) choose(cond, x, y int32) int32 {
	cond = b.condition(cond)
	if b.fold {
		nc := b.nodes[cond]
		switch {
		case x == y:
			return x
		case nc.op == opConst && nc.imm != 0:
			return x
		case nc.op == opConst:
			return y
		case nc.op == opI32Eqz:
			return b.choose(nc.a, y, x)
		}
		if b.nodes[x].vt == i32 && b.nodes[x].mask <= 1 && b.nodes[y].mask <= 1 {
			flag := func() int32 { return b.op2(opI32Ne, cond, b.constant(i32, 0)) }
			switch {
			case b.constIs(x, 1) && b.constIs(y, 0):
				return flag()
			case b.constIs(x, 0) && b.constIs(y, 1):
				return b.op1(opI32Eqz, cond)
			case b.constIs(y, 0), b.condition(y) == cond: // c ? x : c
				return b.op2(opI32And, flag(), x)
			case b.constIs(x, 1), b.condition(x) == cond: // c ? c : y
				return b.op2(opI32Or, flag(), y)
			case b.opposite(y, cond): // c ? x : !c
				return b.op2(opI32Or, y, x)
			case b.opposite(x, cond): // c ? !c : y
				return b.op2(opI32And, x, y)
			}
		}
	}
	n := node{op: opSelect, vt: b.nodes[x].vt, a: cond, b: x, c: y, mask: b.nodes[x].mask | b.nodes[y].mask}
	return b.number(n)
}

// opposite reports whether comparison x holds exactly when y does not.
func (b *builder) opposite(x, y int32) bool {
	nx, ny := &b.nodes[x], &b.nodes[y]
	return isCompare(nx.op) && ny.op == inverse(nx.op) && nx.a == ny.a && nx.b == ny.b
}

// condition strips from n what makes no difference to a test against zero.
func (b *builder) condition(n int32) int32 {
	if !b.fold {
		return n
	}
	for {
		nd := &b.nodes[n]
		switch {
		case nd.op == opI32Ne && b.constIs(nd.b, 0):
			n = nd.a
		case nd.op == opI32Eqz && b.nodes[nd.a].op == opI32Eqz:
			n = b.nodes[nd.a].a
		default:
			return n
		}
	}
}
