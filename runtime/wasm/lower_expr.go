package wasm

import "github.com/gpga/gpga/codegen/msl"

// lval is a place that can be read and assigned: a slot, or memory.
type lval struct {
	t    *msl.Type
	slot int32 // first slot, -1 for memory
	addr address
}

// values lowers e to its flattened scalars.
func (b *builder) values(e *msl.Expr) []int32 {
	if e.Type.Kind == msl.Void {
		b.effect(e)
		return nil
	}
	if e.Type.Kind != msl.StructKind {
		return []int32{b.scalar(e)}
	}
	switch e.Kind {
	case msl.ECall:
		return b.call(e)
	case msl.EInit:
		vals := make([]int32, 0, len(e.Type.Struct.Fields))
		for _, a := range e.Args {
			vals = append(vals, b.scalar(a))
		}
		for _, f := range e.Type.Struct.Fields[len(e.Args):] {
			vals = append(vals, b.constant(valueType(f.Type), 0))
		}
		return vals
	case msl.ECond:
		return b.conditional(e)
	case msl.EAssign:
		return b.assignExpr(e)
	case msl.EComma:
		b.effect(e.X)
		return b.values(e.Y)
	case msl.EConv:
		return b.values(e.X)
	}
	return b.read(b.lvalue(e))
}

// effect lowers e for its side effects.
func (b *builder) effect(e *msl.Expr) {
	if b.dead {
		return
	}
	switch e.Kind {
	case msl.ECall:
		b.call(e)
	case msl.EAssign:
		b.assignExpr(e)
	case msl.EIncDec:
		b.incDec(e)
	case msl.EComma:
		b.effect(e.X)
		b.effect(e.Y)
	case msl.EConv:
		if e.Type.Kind == msl.Void {
			b.effect(e.X)
			return
		}
		b.values(e)
	case msl.EName:
	default:
		b.values(e)
	}
}

// lvalue resolves a place.
func (b *builder) lvalue(e *msl.Expr) lval {
	switch e.Kind {
	case msl.EName:
		v := e.Var
		if v.Type.Kind == msl.Ref && !isThreadRef(v.Type) {
			p := b.env[b.frame.slots[v.Index]]
			return lval{e.Type, -1, b.place(p, v.Type.Space == msl.Constant)}
		}
		if v.AddrTaken {
			return lval{e.Type, -1, b.static(v)}
		}
		if b.frame.slots[v.Index] < 0 {
			// Declared without a value in a case that control did not pass.
			b.declareVar(b.frame, v, e.Type, b.zeros(e.Type))
		}
		return lval{t: e.Type, slot: b.frame.slots[v.Index]}
	case msl.EMember:
		lv := b.lvalue(e.X)
		lv.t = e.Type
		if lv.slot >= 0 {
			lv.slot += e.Field
		} else {
			lv.addr = lv.addr.plus(e.X.Type.Struct.Fields[e.Field].Offset)
		}
		return lv
	case msl.EDeref:
		return lval{e.Type, -1, b.place(b.scalar(e.X), e.X.Type.Space == msl.Constant)}
	}
	// EIndex
	var p int32
	if e.X.Type.Kind == msl.Array {
		p = b.constant(i32, uint64(b.mod.addrOf[e.X.Var]))
	} else {
		p = b.scalar(e.X)
	}
	idx := b.index(e.Y)
	return lval{e.Type, -1, b.place(b.element(p, idx, e.Type.Size()), e.X.Type.Space == msl.Constant)}
}

// index lowers an index to 32 bits, which is what addresses have here.
func (b *builder) index(e *msl.Expr) int32 {
	n := b.scalar(e)
	if b.nodes[n].vt == i64 {
		n = b.op1(opI32WrapI64, n)
	}
	return n
}

// read gives the scalars at lv.
func (b *builder) read(lv lval) []int32 {
	if lv.t.Kind != msl.StructKind {
		return []int32{b.readScalar(lv)}
	}
	vals := make([]int32, len(lv.t.Struct.Fields))
	for i, f := range lv.t.Struct.Fields {
		if lv.slot >= 0 {
			vals[i] = b.env[lv.slot+int32(i)]
		} else {
			vals[i] = b.loadScalar(lv.addr.plus(f.Offset), f.Type)
		}
	}
	return vals
}

func (b *builder) readScalar(lv lval) int32 {
	if lv.slot >= 0 {
		return b.env[lv.slot]
	}
	return b.loadScalar(lv.addr, lv.t)
}

func (b *builder) write(lv lval, vals []int32) {
	if lv.slot < 0 {
		b.storeAll(lv.addr, lv.t, vals)
		return
	}
	for i, v := range vals {
		b.assign(lv.slot+int32(i), v)
	}
}

func (b *builder) loadScalar(a address, t *msl.Type) int32 {
	op := uint8(opI32Load)
	switch t.Kind {
	case msl.Bool:
		return b.op2(opI32Ne, b.load(opI32Load8U, a, 0xff), b.constant(i32, 0))
	case msl.UChar:
		op = opI32Load8U
	case msl.Char:
		op = opI32Load8S
	case msl.UShort:
		op = opI32Load16U
	case msl.Short:
		op = opI32Load16S
	case msl.Long, msl.ULong:
		op = opI64Load
	}
	return b.load(op, a, maskOf(t))
}

func (b *builder) storeScalar(a address, t *msl.Type, v int32) {
	op := uint8(opI32Store)
	switch t.Size() {
	case 1:
		op = opI32Store8
	case 2:
		op = opI32Store16
	case 8:
		op = opI64Store
	}
	b.store(op, a, v)
}

func (b *builder) storeAll(a address, t *msl.Type, vals []int32) {
	if t.Kind != msl.StructKind {
		b.storeScalar(a, t, vals[0])
		return
	}
	for i, f := range t.Struct.Fields {
		b.storeScalar(a.plus(f.Offset), f.Type, vals[i])
	}
}

// isPlace reports whether e can be given to lvalue.
func isPlace(e *msl.Expr) bool {
	switch e.Kind {
	case msl.EName, msl.EIndex, msl.EDeref:
		return true
	case msl.EMember:
		return isPlace(e.X)
	}
	return false
}

// scalar lowers an expression of scalar or pointer type.
func (b *builder) scalar(e *msl.Expr) int32 {
	switch e.Kind {
	case msl.EInt:
		return b.constant(valueType(e.Type), e.Val)
	case msl.EName:
		if e.Var.Kind == msl.Global {
			return b.constant(valueType(e.Type), b.mod.globalValue(e.Var))
		}
		return b.readScalar(b.lvalue(e))
	case msl.EIndex:
		if e.X.Kind == msl.EName && e.X.Var.Kind == msl.Global && b.fold {
			idx := b.index(e.Y)
			if i := b.nodes[idx].imm; b.isConst(idx) && i < uint64(len(e.X.Var.Elems)) {
				return b.constant(valueType(e.Type), e.X.Var.Elems[i])
			}
			p := b.constant(i32, uint64(b.mod.addrOf[e.X.Var]))
			return b.loadScalar(b.place(b.element(p, idx, e.Type.Size()), true), e.Type)
		}
		return b.readScalar(b.lvalue(e))
	case msl.EDeref:
		return b.readScalar(b.lvalue(e))
	case msl.EMember:
		if isPlace(e.X) {
			return b.readScalar(b.lvalue(e))
		}
		return b.values(e.X)[e.Field]
	case msl.ECall:
		return b.call(e)[0]
	case msl.EBuiltin:
		return b.builtin(e)
	case msl.EUnary:
		return b.unary(e)
	case msl.EBinary:
		return b.binary(e)
	case msl.ELogical:
		return b.logical(e)
	case msl.EAssign:
		return b.assignExpr(e)[0]
	case msl.EIncDec:
		return b.incDec(e)
	case msl.ECond:
		return b.conditional(e)[0]
	case msl.EAddr:
		lv := b.lvalue(e.X)
		return b.op2(opI32Add, lv.addr.base, b.constant(i32, uint64(lv.addr.off)))
	case msl.EConv:
		return b.conv(e)
	case msl.EComma:
		b.effect(e.X)
		return b.scalar(e.Y)
	}
	return b.constant(valueType(e.Type), 0)
}

func (b *builder) conv(e *msl.Expr) int32 {
	if e.X.Type.Kind == msl.Array {
		return b.constant(i32, uint64(b.mod.addrOf[e.X.Var]))
	}
	n := b.scalar(e.X)
	if e.Type.Kind == msl.Pointer {
		return n
	}
	return b.convert(n, e.X.Type, e.Type)
}

// convert changes the scalar n from one integer type to another.
func (b *builder) convert(n int32, from, to *msl.Type) int32 {
	if from == to || from.Kind == msl.Bool && to.Bits() < 64 {
		return n
	}
	if to.Kind == msl.Bool {
		if from.Bits() == 64 {
			return b.op2(opI64Ne, n, b.constant(i64, 0))
		}
		return b.op2(opI32Ne, n, b.constant(i32, 0))
	}
	if to.Bits() == 64 {
		switch {
		case from.Bits() == 64:
			return n
		case from.Signed():
			return b.op1(opI64ExtendI32S, n)
		}
		return b.op1(opI64ExtendI32U, n)
	}
	if from.Bits() == 64 {
		n = b.op1(opI32WrapI64, n)
	}
	return b.narrow(n, to)
}

// narrow cuts a 32-bit value to a type of at most 32 bits.
func (b *builder) narrow(n int32, to *msl.Type) int32 {
	switch to.Kind {
	case msl.Char:
		return b.op1(opI32Extend8S, n)
	case msl.UChar:
		return b.op2(opI32And, n, b.constant(i32, 0xff))
	case msl.Short:
		return b.op1(opI32Extend16S, n)
	case msl.UShort:
		return b.op2(opI32And, n, b.constant(i32, 0xffff))
	}
	return n
}

// pick chooses an opcode by width: the i64 opcode given, or the i32 one.
func pick(t *msl.Type, narrow, wide uint8) uint8 {
	if valueType(t) == i64 {
		return wide
	}
	return narrow
}

func (b *builder) unary(e *msl.Expr) int32 {
	n := b.scalar(e.X)
	t := e.Type
	vt := valueType(t)
	switch e.Op {
	case msl.Neg:
		return b.op2(pick(t, opI32Sub, opI64Sub), b.constant(vt, 0), n)
	case msl.Not:
		return b.op2(pick(t, opI32Xor, opI64Xor), n, b.constant(vt, ^uint64(0)))
	case msl.LNot:
		return b.op1(opI32Eqz, n)
	}
	return n
}

func (b *builder) binary(e *msl.Expr) int32 {
	if e.X.Type.Kind == msl.Pointer {
		x := b.scalar(e.X)
		if e.Y.Type.Kind == msl.Pointer {
			op := uint8(opI32Eq)
			if e.Op == msl.Ne {
				op = opI32Ne
			}
			return b.op2(op, x, b.scalar(e.Y))
		}
		return b.movePointer(e.Op, x, b.index(e.Y), e.X.Type)
	}
	x, y := b.scalar(e.X), b.scalar(e.Y)
	if e.Op == msl.Shl || e.Op == msl.Shr {
		y = b.convert(y, e.Y.Type, shiftType(e.X.Type))
	}
	return b.arith(e.Op, e.X.Type, x, y)
}

// shiftType is the unsigned type of t's width: wasm takes shift counts in the
// width of the value.
func shiftType(t *msl.Type) *msl.Type {
	if t.Bits() == 64 {
		return msl.TypeULong
	}
	return msl.TypeUInt
}

func (b *builder) movePointer(op msl.Op, p, idx int32, t *msl.Type) int32 {
	if op == msl.Sub {
		idx = b.op2(opI32Sub, b.constant(i32, 0), idx)
	}
	return b.element(p, idx, t.Elem.Size())
}

// arith computes x op y in the promoted type t.
func (b *builder) arith(op msl.Op, t *msl.Type, x, y int32) int32 {
	signed := t.Signed()
	by := func(s, u uint8) uint8 {
		if signed {
			return s
		}
		return u
	}
	var code uint8
	switch op {
	case msl.Add:
		code = opI32Add
	case msl.Sub:
		code = opI32Sub
	case msl.Mul:
		code = opI32Mul
	case msl.Div, msl.Mod:
		return b.divide(op, t, x, y)
	case msl.And:
		code = opI32And
	case msl.Or:
		code = opI32Or
	case msl.Xor:
		code = opI32Xor
	case msl.Shl:
		code = opI32Shl
	case msl.Shr:
		code = by(opI32ShrS, opI32ShrU)
	case msl.Eq:
		code = opI32Eq
	case msl.Ne:
		code = opI32Ne
	case msl.Lt:
		code = by(opI32LtS, opI32LtU)
	case msl.Gt:
		code = by(opI32GtS, opI32GtU)
	case msl.Le:
		code = by(opI32LeS, opI32LeU)
	case msl.Ge:
		code = by(opI32GeS, opI32GeU)
	}
	if valueType(t) == i64 {
		code = widen(code)
	}
	return b.op2(code, x, y)
}

// widen gives the i64 twin of an i32 operation.
func widen(op uint8) uint8 {
	if op <= opI32GeU {
		return op - opI32Eqz + opI64Eqz
	}
	return op - opI32Clz + opI64Clz
}

// divide is a division that does not trap: x/0 is x, x%0 is 0, and the most
// negative number by -1 wraps.
func (b *builder) divide(op msl.Op, t *msl.Type, x, y int32) int32 {
	vt := valueType(t)
	code := uint8(opI32DivU)
	if op == msl.Mod {
		code = opI32RemU
	}
	if t.Signed() {
		code-- // DivS, RemS
	}
	eqz, add, eq, sub := uint8(opI32Eqz), uint8(opI32Add), uint8(opI32Eq), uint8(opI32Sub)
	if vt == i64 {
		code, eqz, add, eq, sub = widen(code), opI64Eqz, opI64Add, opI64Eq, opI64Sub
	}
	wide := func(flag int32) int32 {
		if vt == i64 {
			return b.op1(opI64ExtendI32U, flag)
		}
		return flag
	}
	minusOne := b.constant(vt, ^uint64(0))
	if b.isConst(y) && !b.constIs(y, 0) && !(t.Signed() && y == minusOne) {
		return b.op2(code, x, y)
	}
	safe := b.op2(add, y, wide(b.op1(eqz, y)))
	if !t.Signed() {
		return b.op2(code, x, safe)
	}
	isMinus := b.op2(eq, y, minusOne)
	safe = b.choose(isMinus, b.constant(vt, 1), safe)
	q := b.op2(code, x, safe)
	if op == msl.Mod {
		return q // x % 1 is 0, as it is for -1
	}
	return b.choose(isMinus, b.op2(sub, b.constant(vt, 0), x), q)
}

// logical lowers && and ||, evaluating the right side only when it matters
// unless it is cheap and without effects.
func (b *builder) logical(e *msl.Expr) int32 {
	x := b.scalar(e.X)
	if b.fold && b.isConst(x) {
		if (b.nodes[x].imm != 0) == (e.Op == msl.LAnd) {
			return b.scalar(e.Y)
		}
		return x
	}
	s := b.declare(i32, 1, rootUnknown, x)
	right := func() { b.assign(s, b.scalar(e.Y)) }
	if e.Op == msl.LAnd {
		b.ifElse(x, right, nil)
	} else {
		b.ifElse(b.op1(opI32Eqz, x), right, nil)
	}
	n := b.env[s]
	b.drop(int(s))
	return n
}

// conditional lowers ?:.
func (b *builder) conditional(e *msl.Expr) []int32 {
	cond := b.scalar(e.X)
	types := flatten(e.Type)
	first := int32(len(b.env))
	for _, t := range types {
		b.declare(valueType(t), maskOf(t), rootUnknown, b.constant(valueType(t), 0))
	}
	arm := func(x *msl.Expr) func() {
		return func() {
			for i, v := range b.values(x) {
				b.assign(first+int32(i), v)
			}
		}
	}
	b.ifElse(cond, arm(e.Y), arm(e.Z))
	vals := make([]int32, len(types))
	copy(vals, b.env[first:])
	b.drop(int(first))
	return vals
}

// assignExpr lowers = and op=; the right side comes first, then the place.
func (b *builder) assignExpr(e *msl.Expr) []int32 {
	if e.Op == msl.NoOp {
		vals := b.values(e.Y)
		b.write(b.lvalue(e.X), vals)
		return vals
	}
	var y int32
	t := e.X.Type
	if t.Kind == msl.Pointer {
		y = b.index(e.Y)
	} else {
		y = b.scalar(e.Y)
	}
	lv := b.lvalue(e.X)
	x := b.readScalar(lv)
	var v int32
	if t.Kind == msl.Pointer {
		v = b.movePointer(e.Op, x, y, t)
	} else {
		if e.Op == msl.Shl || e.Op == msl.Shr {
			y = b.convert(y, e.Y.Type, shiftType(e.Arith))
		}
		v = b.convert(b.arith(e.Op, e.Arith, b.convert(x, t, e.Arith), y), e.Arith, t)
	}
	vals := []int32{v}
	b.write(lv, vals)
	return vals
}

func (b *builder) incDec(e *msl.Expr) int32 {
	t := e.X.Type
	lv := b.lvalue(e.X)
	x := b.readScalar(lv)
	var v int32
	if t.Kind == msl.Pointer {
		v = b.movePointer(e.Op, x, b.constant(i32, 1), t)
	} else {
		one := b.constant(valueType(t), 1)
		v = b.narrow2(b.arith(e.Op, t, x, one), t)
	}
	b.write(lv, []int32{v})
	if e.Post {
		return x
	}
	return v
}

// narrow2 wraps the result of arithmetic that was done in t's wasm type.
func (b *builder) narrow2(n int32, t *msl.Type) int32 {
	if valueType(t) == i64 {
		return n
	}
	return b.narrow(n, t)
}
