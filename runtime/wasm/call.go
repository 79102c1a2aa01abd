package wasm

import "github.com/gpga/gpga/codegen/msl"

// call lowers a call and gives its flattened result.
func (b *builder) call(e *msl.Expr) []int32 {
	if nat := natives[e.Func.Name]; nat != nil {
		args := make([]int32, len(e.Args))
		for i, a := range e.Args {
			args[i] = b.scalar(a)
		}
		return []int32{nat(b, args)}
	}
	info := b.mod.info[e.Func]
	if b.mod.inlines(info, b.frame.limit) {
		return b.inlined(e, info)
	}
	f := e.Func
	var list []int32
	var outs []lval
	for i, a := range e.Args {
		if isThreadRef(f.Params[i].Type) {
			lv := b.lvalue(a)
			outs = append(outs, lv)
			list = append(list, b.read(lv)...)
			continue
		}
		list = append(list, b.values(a)...)
	}
	if b.dead {
		return b.zeros(e.Type)
	}
	at := b.add(inst{kind: instCall, fn: int32(info.index), list: list, n: int32(len(info.results))})
	first := int32(len(b.nodes))
	types := flatten(f.Ret)
	nret := len(types)
	for _, lv := range outs {
		types = append(types, flatten(lv.t)...)
	}
	vals := make([]int32, len(types))
	for i, t := range types {
		vals[i] = b.newNode(node{op: opResult, vt: valueType(t), imm: uint64(i), mask: maskOf(t)})
	}
	in := &b.seqs[b.cur].insts[at]
	in.a = first
	if info.writes {
		in.op = 1
		b.forgetAll()
	}
	k := nret
	for _, lv := range outs {
		n := len(flatten(lv.t))
		b.write(lv, vals[k:k+n])
		k += n
	}
	return vals[:nret]
}

// inlined lowers the body of a helper in place of its call.
func (b *builder) inlined(e *msl.Expr, info *funcInfo) []int32 {
	f := e.Func
	base := len(b.env)
	fr := &frame{fn: f, info: info, inline: true, limit: b.frame.limit, slots: newSlots(f.NumVars)}
	for _, t := range flatten(f.Ret) {
		fr.ret = append(fr.ret, b.declare(valueType(t), maskOf(t), rootUnknown, b.constant(valueType(t), 0)))
	}
	type copyOut struct {
		to   lval
		from int32
	}
	var outs []copyOut
	args := make([][]int32, len(e.Args))
	for i, a := range e.Args {
		if p := f.Params[i]; isThreadRef(p.Type) {
			lv := b.lvalue(a)
			if lv.slot >= 0 { // the parameter is another name of the variable
				fr.slots[p.Index] = lv.slot
				continue
			}
			args[i] = b.read(lv)
			outs = append(outs, copyOut{lv, int32(i)})
			continue
		}
		args[i] = b.values(a)
	}
	for i, vals := range args {
		if p := f.Params[i]; vals != nil {
			t := p.Type
			if isThreadRef(t) {
				t = t.Elem
			}
			b.declareVar(fr, p, t, vals)
		}
	}
	outer := b.frame
	b.frame = fr
	if info.jumps {
		fr.done = b.newTarget()
		b.block(fr.done, func() { b.stmts(f.Body.List, true) })
	} else {
		b.scoped(func() { b.stmts(f.Body.List, true) })
	}
	b.frame = outer
	vals := make([]int32, len(fr.ret))
	for i, s := range fr.ret {
		vals[i] = b.env[s]
	}
	for _, o := range outs {
		first := fr.slots[f.Params[o.from].Index]
		n := int32(len(flatten(o.to.t)))
		b.write(o.to, append([]int32(nil), b.env[first:first+n]...))
	}
	b.drop(base)
	return vals
}

// natives are the functions of the soft-float library, whose bodies Metal
// needs and a CPU does not. A NaN that an operation makes is always
// 0x7ff8000000000000, on every machine.
var natives map[string]func(b *builder, a []int32) int32

const canonicalNaN = 0x7ff8000000000000

func init() {
	real := func(b *builder, n int32) int32 { return b.op1(opF64ReinterpretI64, n) }
	// pattern turns a computed f64 into its bits.
	pattern := func(b *builder, r int32) int32 {
		ok := b.op2(opF64Eq, r, r)
		return b.choose(ok, b.op1(opI64ReinterpretF64, r), b.constant(i64, canonicalNaN))
	}
	two := func(op uint8) func(*builder, []int32) int32 {
		return func(b *builder, a []int32) int32 { return pattern(b, b.op2(op, real(b, a[0]), real(b, a[1]))) }
	}
	one := func(op uint8) func(*builder, []int32) int32 {
		return func(b *builder, a []int32) int32 { return pattern(b, b.op1(op, real(b, a[0]))) }
	}
	compare := func(op uint8) func(*builder, []int32) int32 {
		return func(b *builder, a []int32) int32 { return b.op2(op, real(b, a[0]), real(b, a[1])) }
	}
	natives = map[string]func(*builder, []int32) int32{
		"gpga_f64_add":   two(opF64Add),
		"gpga_f64_sub":   two(opF64Sub),
		"gpga_f64_mul":   two(opF64Mul),
		"gpga_f64_div":   two(opF64Div),
		"gpga_f64_sqrt":  one(opF64Sqrt),
		"gpga_f64_floor": one(opF64Floor),
		"gpga_f64_ceil":  one(opF64Ceil),
		"gpga_f64_trunc": one(opF64Trunc),
		"gpga_f64_eq":    compare(opF64Eq),
		"gpga_f64_lt":    compare(opF64Lt),
		"gpga_f64_le":    compare(opF64Le),
		"gpga_f64_neg": func(b *builder, a []int32) int32 {
			return b.op2(opI64Xor, a[0], b.constant(i64, 1<<63))
		},
		"gpga_f64_abs": func(b *builder, a []int32) int32 {
			return b.op2(opI64And, a[0], b.constant(i64, 1<<63-1))
		},
		"gpga_f64_from_i64": func(b *builder, a []int32) int32 {
			return b.op1(opI64ReinterpretF64, b.op1(opF64ConvertI64S, a[0]))
		},
		"gpga_f64_from_u64": func(b *builder, a []int32) int32 {
			return b.op1(opI64ReinterpretF64, b.op1(opF64ConvertI64U, a[0]))
		},
		"gpga_f64_to_i64_trunc": func(b *builder, a []int32) int32 { return b.op1(opI64TruncSatF64S, real(b, a[0])) },
		"gpga_f64_to_u64_trunc": func(b *builder, a []int32) int32 { return b.op1(opI64TruncSatF64U, real(b, a[0])) },
		"gpga_f64_from_f32bits": func(b *builder, a []int32) int32 {
			return pattern(b, b.op1(opF64PromoteF32, b.op1(opF32ReinterpretI32, a[0])))
		},
	}
}

// builtin lowers a function of Metal's library, as msl.EvalBuiltin has it.
func (b *builder) builtin(e *msl.Expr) int32 {
	t := e.Type
	w := uint64(t.Bits())
	vt := valueType(t)
	signed := t.Signed()
	a := make([]int32, len(e.Args))
	for i, x := range e.Args {
		a[i] = b.scalar(x)
	}
	k := func(v uint64) int32 { return b.constant(vt, v) }
	op := func(code uint8) uint8 {
		if vt == i64 {
			return widen(code)
		}
		return code
	}
	less := func(x, y int32) int32 {
		if signed {
			return b.op2(op(opI32LtS), x, y)
		}
		return b.op2(op(opI32LtU), x, y)
	}
	bits := func(n int32) int32 { // without the sign extension
		if w < 32 && signed {
			return b.op2(opI32And, n, k(1<<w-1))
		}
		return n
	}
	least := func(x, y int32) int32 { return b.choose(less(y, x), y, x) }
	most := func(x, y int32) int32 { return b.choose(less(x, y), y, x) }
	switch e.Builtin {
	case msl.Popcount:
		return b.op1(op(opI32Popcnt), bits(a[0]))
	case msl.Clz:
		n := b.op1(op(opI32Clz), bits(a[0]))
		if w < 32 {
			n = b.op2(opI32Sub, n, k(32-w))
		}
		return n
	case msl.Ctz:
		n := a[0]
		if w < 32 {
			n = b.op2(opI32Or, n, k(1<<w))
		}
		return b.op1(op(opI32Ctz), n)
	case msl.Min:
		return least(a[0], a[1])
	case msl.Max:
		return most(a[0], a[1])
	case msl.Clamp:
		return least(most(a[0], a[1]), a[2])
	case msl.Abs:
		if !signed {
			return a[0]
		}
		neg := b.narrow2(b.op2(op(opI32Sub), k(0), a[0]), t)
		return b.choose(less(a[0], k(0)), neg, a[0])
	case msl.Select:
		return b.choose(a[2], a[1], a[0])
	case msl.MulHi:
		return b.mulHi(t, a[0], a[1])
	case msl.Rotate:
		if w >= 32 {
			return b.op2(op(opI32Rotl), a[0], a[1])
		}
		n := b.op2(opI32And, a[1], k(w-1))
		x := bits(a[0])
		hi := b.op2(opI32Shl, x, n)
		lo := b.op2(opI32ShrU, x, b.op2(opI32Sub, k(w), n))
		return b.narrow(b.op2(opI32Or, hi, lo), t)
	case msl.ReverseBits:
		return b.reverse(t, a[0])
	case msl.ExtractBits:
		return b.extract(t, a[0], a[1], a[2])
	case msl.InsertBits:
		return b.insert(t, a)
	}
	return k(0)
}

func (b *builder) mulHi(t *msl.Type, x, y int32) int32 {
	w := uint64(t.Bits())
	signed := t.Signed()
	k := func(v uint64) int32 { return b.constant(i64, v) }
	if w < 64 {
		ext, shr := uint8(opI64ExtendI32U), uint8(opI64ShrU)
		if signed {
			ext, shr = opI64ExtendI32S, opI64ShrS
		}
		p := b.op2(opI64Mul, b.op1(ext, x), b.op1(ext, y))
		return b.narrow(b.op1(opI32WrapI64, b.op2(shr, p, k(w))), t)
	}
	// Schoolbook, in halves of 32 bits.
	lo := func(n int32) int32 { return b.op2(opI64And, n, k(0xffffffff)) }
	hi := func(n int32) int32 { return b.op2(opI64ShrU, n, k(32)) }
	add := func(p, q int32) int32 { return b.op2(opI64Add, p, q) }
	mul := func(p, q int32) int32 { return b.op2(opI64Mul, p, q) }
	mid := add(mul(hi(x), lo(y)), hi(mul(lo(x), lo(y))))
	mid2 := add(mul(lo(x), hi(y)), lo(mid))
	r := add(add(mul(hi(x), hi(y)), hi(mid)), hi(mid2))
	if signed {
		sign := func(n int32) int32 { return b.op2(opI64ShrS, n, k(63)) }
		r = b.op2(opI64Sub, r, b.op2(opI64And, sign(x), y))
		r = b.op2(opI64Sub, r, b.op2(opI64And, sign(y), x))
	}
	return r
}

func (b *builder) reverse(t *msl.Type, n int32) int32 {
	w := uint64(t.Bits())
	vt, shl, shr, and, or := uint8(i32), uint8(opI32Shl), uint8(opI32ShrU), uint8(opI32And), uint8(opI32Or)
	full := uint64(32)
	if w == 64 {
		vt, shl, shr, and, or, full = i64, opI64Shl, opI64ShrU, opI64And, opI64Or, 64
	}
	k := func(v uint64) int32 { return b.constant(vt, v) }
	for _, s := range []struct{ by, mask uint64 }{{1, 0x5555555555555555}, {2, 0x3333333333333333}, {4, 0x0f0f0f0f0f0f0f0f}, {8, 0x00ff00ff00ff00ff}, {16, 0x0000ffff0000ffff}, {32, 0xffffffff}} {
		if s.by == full {
			break
		}
		n = b.op2(or, b.op2(shl, b.op2(and, n, k(s.mask)), k(s.by)), b.op2(and, b.op2(shr, n, k(s.by)), k(s.mask)))
	}
	if w == 64 {
		return n
	}
	return b.narrow(b.op2(shr, n, k(32-w)), t)
}

// extract is extract_bits, computed in 64 bits.
func (b *builder) extract(t *msl.Type, x, off, n int32) int32 {
	k := func(v uint64) int32 { return b.constant(i64, v) }
	wideOff, wideN := b.op1(opI64ExtendI32U, off), b.op1(opI64ExtendI32U, n)
	v := b.op2(opI64ShrU, b.convert(x, t, msl.TypeULong), wideOff)
	up := b.op2(opI64Sub, k(64), wideN)
	shr := uint8(opI64ShrU)
	if t.Signed() {
		shr = opI64ShrS
	}
	if !t.Signed() && b.isConst(n) && b.nodes[n].imm < 64 {
		v = b.op2(opI64And, v, k(1<<b.nodes[n].imm-1))
	} else {
		v = b.choose(n, b.op2(shr, b.op2(opI64Shl, v, up), up), k(0))
	}
	return b.convert(v, msl.TypeULong, t)
}

func (b *builder) insert(t *msl.Type, a []int32) int32 {
	k := func(v uint64) int32 { return b.constant(i64, v) }
	off, n := b.op1(opI64ExtendI32U, a[2]), b.op1(opI64ExtendI32U, a[3])
	ones := b.op2(opI64ShrU, k(^uint64(0)), b.op2(opI64Sub, k(64), n))
	m := b.op2(opI64Shl, b.choose(a[3], ones, k(0)), off)
	base := b.convert(a[0], t, msl.TypeULong)
	ins := b.op2(opI64Shl, b.convert(a[1], t, msl.TypeULong), off)
	keep := b.op2(opI64And, base, b.op2(opI64Xor, m, k(^uint64(0))))
	return b.convert(b.op2(opI64Or, keep, b.op2(opI64And, ins, m)), msl.TypeULong, t)
}
