package lower

import (
	"math"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// ops maps the operators that are one instruction over operands and a result of the same width.
var ops = map[design.Op]program.Op{
	design.OpAdd: program.OpAdd, design.OpSub: program.OpSub, design.OpMul: program.OpMul, design.OpDiv: program.OpDiv,
	design.OpMod: program.OpMod, design.OpAnd: program.OpAnd, design.OpOr: program.OpOr, design.OpXor: program.OpXor,
	design.OpXnor: program.OpXnor,
}

var realOps = map[design.Op]program.Op{
	design.OpAdd: program.OpFAdd, design.OpSub: program.OpFSub, design.OpMul: program.OpFMul, design.OpDiv: program.OpFDiv,
}

var reductions = map[design.Op]program.Op{
	design.OpRedAnd: program.OpRedAnd, design.OpRedNand: program.OpRedNand, design.OpRedOr: program.OpRedOr,
	design.OpRedNor: program.OpRedNor, design.OpRedXor: program.OpRedXor, design.OpRedXnor: program.OpRedXnor,
}

// expr emits code that computes e and gives the operand that holds it, e.Width bits wide. Calls that stop have been
// hoisted out by then.
func (f *flow) expr(e *design.Expr) val {
	u := f.u
	if e.Width <= 0 {
		return u.constant(logic.New(1))
	}
	e = f.lw.simple(e)
	switch e.Op {
	case design.OpConst:
		return u.constant(f.lw.constVec(e))
	case design.OpSignal:
		return f.signal(e.Sig)
	case design.OpWord:
		return f.word(e)
	case design.OpPart:
		return u.part(f.expr(e.Args[0]), e.Off, e.Width)
	case design.OpPartVar:
		return f.partVar(e)
	case design.OpResize:
		return u.resize(f.expr(e.Args[0]), e.Width, e.Args[0].Signed)
	case design.OpSigned:
		return u.resize(f.expr(e.Args[0]), e.Width, false)
	case design.OpToReal:
		if e.Args[0].Real {
			return f.expr(e.Args[0])
		}
		a := f.expr(e.Args[0])
		return u.un(program.OpIntToReal, 64, a.w, signFlag(e.Args[0].Signed), a)
	case design.OpToInt:
		return u.un(program.OpRealToInt, e.Width, 64, 0, f.expr(e.Args[0]))
	case design.OpNot:
		return u.un(program.OpNot, e.Width, 0, 0, f.operand(e.Args[0], e.Width))
	case design.OpNeg:
		if e.Real {
			return u.un(program.OpFNeg, 64, 0, program.FlagReal, f.expr(e.Args[0]))
		}
		return u.un(program.OpNeg, e.Width, 0, 0, f.operand(e.Args[0], e.Width))
	case design.OpRedAnd, design.OpRedNand, design.OpRedOr, design.OpRedNor, design.OpRedXor, design.OpRedXnor:
		a := f.expr(e.Args[0])
		return f.flagResult(u.un(reductions[e.Op], 1, a.w, 0, a), e)
	case design.OpLogNot:
		if e.Args[0].Real {
			return f.flagResult(u.bin(program.OpFEq, 1, 0, program.FlagReal, f.expr(e.Args[0]), u.real(0)), e)
		}
		a := f.expr(e.Args[0])
		return f.flagResult(u.un(program.OpLogNot, 1, a.w, 0, a), e)
	case design.OpAdd, design.OpSub, design.OpMul, design.OpDiv, design.OpMod:
		if e.Real {
			a, b := f.expr(e.Args[0]), f.expr(e.Args[1])
			op, ok := realOps[e.Op]
			if !ok {
				f.lw.errorf(e.Pos, "%% of reals needs the host, which cannot be asked here")
				return a
			}
			return u.bin(op, 64, 0, program.FlagReal, a, b)
		}
		a, b := f.operand(e.Args[0], e.Width), f.operand(e.Args[1], e.Width)
		return u.bin(ops[e.Op], e.Width, 0, signFlag(e.Signed), a, b)
	case design.OpAnd, design.OpOr, design.OpXor, design.OpXnor:
		a, b := f.operand(e.Args[0], e.Width), f.operand(e.Args[1], e.Width)
		return u.bin(ops[e.Op], e.Width, 0, 0, a, b)
	case design.OpPow:
		if e.Real {
			f.lw.errorf(e.Pos, "** of reals needs the host, which cannot be asked here")
			return u.real(0)
		}
		a, b := f.operand(e.Args[0], e.Width), f.expr(e.Args[1])
		if b.w > 64 {
			b = u.exponent(b, e.Args[1].Signed)
		}
		p := u.bin(program.OpPow, e.Width, b.w, 0, a, b)
		if e.Args[1].Signed {
			return f.negativePower(e, a, b, p)
		}
		return p
	case design.OpShl, design.OpShr, design.OpAShr:
		return f.shift(e)
	case design.OpLt, design.OpLe, design.OpGt, design.OpGe, design.OpEq, design.OpNe, design.OpCaseEq, design.OpCaseNe:
		return f.flagResult(f.relation(e), e)
	case design.OpLogAnd, design.OpLogOr:
		a, b := f.truth(e.Args[0]), f.truth(e.Args[1])
		op := program.OpLogAnd
		if e.Op == design.OpLogOr {
			op = program.OpLogOr
		}
		return f.flagResult(u.bin(op, 1, 1, 0, a, b), e)
	case design.OpCond:
		return f.cond(e)
	case design.OpConcat:
		list := make([]val, 0, len(e.Args))
		for _, a := range e.Args {
			if a.Width > 0 {
				list = append(list, f.expr(a))
			}
		}
		if len(list) == 0 {
			return u.constant(logic.New(e.Width))
		}
		return u.resize(u.concat(list), e.Width, false)
	case design.OpRepeat:
		a := f.expr(e.Args[0])
		if e.Off <= 1 {
			return u.resize(a, e.Width, false)
		}
		d := u.temp(e.Width)
		u.emit(program.Instr{Op: program.OpRepeat, Flags: flags(a, none, none), W: uint32(e.Width), WA: uint32(a.w), D: d.t, A: a.t, C: uint32(e.Off)})
		return d
	case design.OpCall:
		return f.call(e)
	case design.OpSys:
		return f.sysFunc(e)
	case design.OpBufif1, design.OpBufif0, design.OpNotif1, design.OpNotif0:
		d, c := f.operand(e.Args[0], e.Width), f.operand(e.Args[1], e.Width)
		fl, pol := uint16(0), uint32(1)
		if e.Op == design.OpNotif1 || e.Op == design.OpNotif0 {
			fl = program.FlagVar
		}
		if e.Op == design.OpBufif0 || e.Op == design.OpNotif0 {
			pol = 0
		}
		return f.gate(program.OpBufif, e.Width, fl, d, c, pol)
	case design.OpNmos:
		return f.gate(program.OpMos, e.Width, 0, f.operand(e.Args[0], e.Width), f.operand(e.Args[1], e.Width), 1)
	case design.OpPmos:
		return f.gate(program.OpMos, e.Width, 0, f.operand(e.Args[0], e.Width), f.operand(e.Args[1], e.Width), 0)
	case design.OpCmos:
		return f.cmos(e)
	case design.OpBufZ:
		a := f.operand(e.Args[0], e.Width)
		return u.bin(program.OpOr, e.Width, 0, 0, a, a)
	}
	f.lw.errorf(e.Pos, "there is no operator %s", e.Op)
	return u.constant(logic.New(e.Width))
}

func signFlag(signed bool) uint16 {
	if signed {
		return program.FlagSigned
	}
	return 0
}

// real is a real constant.
func (u *unit) real(r float64) val { return u.constant(logic.FromUint64(64, math.Float64bits(r))) }

// operand is expr(e) brought to w bits, should an operand and its operator differ.
func (f *flow) operand(e *design.Expr, w int) val { return f.u.resize(f.expr(e), w, e.Signed) }

// flagResult widens a one-bit result to its node's width.
func (f *flow) flagResult(v val, e *design.Expr) val { return f.u.resize(v, e.Width, false) }

// signal reads a whole signal.
func (f *flow) signal(s *design.Signal) val {
	if f.callee != nil && s.Frame == f.callee && f.lw.framed(f.callee) {
		st := f.lw.stor[s]
		f.useFrame(s)
		d := f.u.temp(s.Width)
		f.u.emit(program.Instr{Op: program.OpFrLoad, W: uint32(s.Width), D: d.t, A: f.calleeFrame.t, C: st.addr})
		return d
	}
	st := f.storage(s)
	v := f.u.load(st.addr, st.width, st.frame)
	if f.volatile {
		v = f.u.copied(v)
	}
	return v
}

// storage finds where s lives, placing a frame variable on its first use.
func (f *flow) storage(s *design.Signal) *storage {
	st := f.lw.stor[s]
	if st.frame && s.Frame != nil {
		f.useFrame(s)
	}
	return st
}

// useFrame makes sure that s has its place in the frame of its task.
func (f *flow) useFrame(s *design.Signal) { f.lw.task(s.Frame) }

// index makes an index temp of e.
func (f *flow) index(e *design.Expr) val {
	for e.Op == design.OpSigned {
		if e.Signed != e.Args[0].Signed {
			break
		}
		e = e.Args[0]
	}
	if e.Op == design.OpConst && !e.Real {
		if n, ok := constIndex(e); ok {
			return f.u.idx(n)
		}
	}
	a := f.expr(e)
	return f.u.un(program.OpIndex, 32, a.w, signFlag(e.Signed), a)
}

// constIndex is a constant index that fits an int32.
func constIndex(e *design.Expr) (int, bool) {
	if e.Op != design.OpConst || e.Real || !e.Val.IsKnown() {
		return 0, false
	}
	if e.Signed && e.Val.Width > 0 && e.Val.Bit(e.Val.Width-1) == logic.L1 {
		n, _ := e.Val.Int64()
		return int(n), e.Val.Width <= 64 && n > math.MinInt32
	}
	for _, w := range e.Val.Val[min(1, len(e.Val.Val)):] {
		if w != 0 {
			return 0, false
		}
	}
	n, _ := e.Val.Uint64()
	return int(n), n <= math.MaxInt32
}

// word reads an array element.
func (f *flow) word(e *design.Expr) val {
	u := f.u
	s := e.Sig
	st := f.storage(s)
	if f.callee != nil && s.Frame == f.callee && f.lw.framed(f.callee) {
		f.lw.errorf(e.Pos, "a task has no array as result")
		return u.constant(logic.New(e.Width))
	}
	if n, ok := constIndex(e.Args[0]); ok {
		if n < 0 || n >= st.words {
			if st.real {
				return u.real(0)
			}
			return u.constant(f.lw.fill(st.width, logic.LX))
		}
		v := u.load(st.addr+uint32(n*st.stride()), st.width, st.frame)
		if f.volatile {
			v = u.copied(v)
		}
		return v
	} else if e.Args[0].Op == design.OpConst {
		if st.real {
			return u.real(0)
		}
		return u.constant(f.lw.fill(st.width, logic.LX))
	}
	i := f.index(e.Args[0])
	d := u.temp(st.width)
	if st.frame {
		u.emit(program.Instr{Op: program.OpLoadElL, Flags: program.FlagFrame, W: uint32(st.width), D: d.t, A: st.addr, B: i.t, E: uint32(st.words)})
	} else {
		u.emit(program.Instr{Op: program.OpLoadEl, W: uint32(st.width), D: d.t, A: uint32(st.index), B: i.t})
	}
	if st.real { // 0.0 outside of the array
		out := u.bin(program.OpCaseEq, 1, 1, 0, u.un(program.OpRedXor, 1, 64, 0, d), u.bit(logic.LX))
		return u.mux(64, u.real(0), d, out)
	}
	return d
}

func (f *flow) partVar(e *design.Expr) val {
	u := f.u
	a := f.expr(e.Args[0])
	if n, ok := constIndex(e.Args[1]); ok {
		return u.part(a, n, e.Width)
	}
	i := f.index(e.Args[1])
	d := u.temp(e.Width)
	u.emit(program.Instr{Op: program.OpPart, Flags: flags(a, none, none) | program.FlagVar, W: uint32(e.Width), WA: uint32(a.w), D: d.t, A: a.t, C: i.t})
	return d
}

func (f *flow) shift(e *design.Expr) val {
	u := f.u
	a := f.operand(e.Args[0], e.Width)
	op := program.OpShl
	switch {
	case e.Op == design.OpShr, e.Op == design.OpAShr && !e.Signed:
		op = program.OpShr
	case e.Op == design.OpAShr:
		op = program.OpAShr
	}
	if n, ok := constIndex(e.Args[1]); ok && n >= 0 && e.Width <= 64 {
		// A shift by a constant is a selection of bits: no test of the amount is left.
		switch {
		case n == 0:
			return a
		case n >= e.Width && op != program.OpAShr:
			return u.constant(logic.New(e.Width))
		case op == program.OpShr:
			return u.resize(u.part(a, n, e.Width-n), e.Width, false)
		case op == program.OpShl:
			return u.concat([]val{u.part(a, 0, e.Width-n), u.constant(logic.New(n))})
		}
	}
	b := f.expr(e.Args[1])
	return u.bin(op, e.Width, b.w, 0, a, b)
}

// relation is a comparison; > and >= become < and <= with exchanged operands.
func (f *flow) relation(e *design.Expr) val {
	u := f.u
	a, b := f.expr(e.Args[0]), f.expr(e.Args[1])
	if e.Args[0].Real || e.Args[1].Real {
		switch e.Op {
		case design.OpLt:
			return u.bin(program.OpFLt, 1, 0, program.FlagReal, a, b)
		case design.OpLe:
			return u.bin(program.OpFLe, 1, 0, program.FlagReal, a, b)
		case design.OpGt:
			return u.bin(program.OpFLt, 1, 0, program.FlagReal, b, a)
		case design.OpGe:
			return u.bin(program.OpFLe, 1, 0, program.FlagReal, b, a)
		}
		eq := u.bin(program.OpFEq, 1, 0, program.FlagReal, a, b)
		if e.Op == design.OpNe || e.Op == design.OpCaseNe {
			return u.un(program.OpLogNot, 1, 1, 0, eq)
		}
		return eq
	}
	signed := e.Args[0].Signed && e.Args[1].Signed
	w := max(a.w, b.w)
	a, b = u.resize(a, w, signed), u.resize(b, w, signed)
	fl := signFlag(signed)
	switch e.Op {
	case design.OpLt:
		return u.bin(program.OpLt, 1, w, fl, a, b)
	case design.OpLe:
		return u.bin(program.OpLe, 1, w, fl, a, b)
	case design.OpGt:
		return u.bin(program.OpLt, 1, w, fl, b, a)
	case design.OpGe:
		return u.bin(program.OpLe, 1, w, fl, b, a)
	case design.OpEq:
		return u.bin(program.OpEq, 1, w, 0, a, b)
	case design.OpNe:
		return u.bin(program.OpNe, 1, w, 0, a, b)
	case design.OpCaseEq:
		return u.bin(program.OpCaseEq, 1, w, 0, a, b)
	}
	return u.bin(program.OpCaseNe, 1, w, 0, a, b)
}

// truth is e as one bit: 1, 0 or x.
func (f *flow) truth(e *design.Expr) val {
	u := f.u
	a := f.expr(e)
	if e.Real {
		z := u.bin(program.OpFEq, 1, 0, program.FlagReal, a, u.real(0))
		return u.un(program.OpLogNot, 1, 1, 0, z)
	}
	if e.Width == 1 && boolean(e) {
		return a
	}
	return u.un(program.OpBool, 1, a.w, 0, a)
}

// boolean tells that a one-bit e is never z, so it is its own truth.
func boolean(e *design.Expr) bool {
	switch e.Op {
	case design.OpConst:
		return e.Val.IsKnown()
	case design.OpRedAnd, design.OpRedNand, design.OpRedOr, design.OpRedNor, design.OpRedXor, design.OpRedXnor, design.OpLogNot,
		design.OpLt, design.OpLe, design.OpGt, design.OpGe, design.OpEq, design.OpNe, design.OpCaseEq, design.OpCaseNe,
		design.OpLogAnd, design.OpLogOr, design.OpAnd, design.OpOr, design.OpXor, design.OpXnor, design.OpNot:
		return true
	}
	return false
}

// condition is what a statement or a segment tests: any width will do, x and z count as false.
func (f *flow) condition(e *design.Expr) val {
	if e.Real {
		return f.truth(e)
	}
	for e.Op == design.OpResize && !e.Args[0].Real && e.Width > e.Args[0].Width || e.Op == design.OpSigned {
		e = e.Args[0]
	}
	return f.expr(e)
}

// cond is ?:. Both arms are computed and selected, unless one of them has effects or is long.
func (f *flow) cond(e *design.Expr) val {
	if e.Args[0].Op == design.OpConst && !e.Args[0].Real {
		switch logic.Truth(f.lw.fix(e.Args[0].Val)) {
		case logic.L1:
			return f.operand(e.Args[1], e.Width)
		case logic.L0:
			return f.operand(e.Args[2], e.Width)
		}
	}
	if f.lw.effects(e.Args[1]) || f.lw.effects(e.Args[2]) {
		return f.condBranches(e)
	}
	c := f.truth(e.Args[0])
	a, b := f.operand(e.Args[1], e.Width), f.operand(e.Args[2], e.Width)
	return f.blend(e, a, b, c)
}

// blend selects by c; an x condition merges bits, or, of different reals, gives 0.0.
func (f *flow) blend(e *design.Expr, a, b, c val) val {
	u := f.u
	if !e.Real {
		return u.mux(e.Width, a, b, c)
	}
	x := u.bin(program.OpCaseEq, 1, 1, 0, c, u.bit(logic.LX))
	one := u.bin(program.OpCaseEq, 1, 1, 0, c, u.bit(logic.L1))
	same := u.bin(program.OpFEq, 1, 0, program.FlagReal, a, b)
	return u.mux(64, u.mux(64, a, u.real(0), same), u.mux(64, a, b, one), x)
}

// condBranches evaluates only the arms that the condition asks for, as Icarus Verilog does.
func (f *flow) condBranches(e *design.Expr) val {
	u := f.u
	c := f.truth(e.Args[0])
	out := f.newSlot(e.Width, e.Real)
	isX := u.bin(program.OpCaseEq, 1, 1, 0, c, u.bit(logic.LX))
	u.ifThen(isX, func() {
		f.branchValue(out, func() val {
			a := u.copied(f.operand(e.Args[1], e.Width))
			b := f.operand(e.Args[2], e.Width)
			return f.blend(e, a, b, c)
		})
	}, func() {
		u.ifThen(c, func() {
			f.branchValue(out, func() val { return f.operand(e.Args[1], e.Width) })
		}, func() {
			f.branchValue(out, func() val { return f.operand(e.Args[2], e.Width) })
		})
	})
	return u.copied(u.get(out))
}

// branchValue stores the value of an arm.
func (f *flow) branchValue(out *design.Signal, value func() val) {
	f.u.set(out, value())
}

func (f *flow) gate(op program.Op, w int, fl uint16, data, ctl val, pol uint32) val {
	d := f.u.temp(w)
	f.u.emit(program.Instr{Op: op, Flags: fl | flags(data, ctl, none), W: uint32(w), D: d.t, A: data.t, B: ctl.t, C: pol})
	return d
}

// cmos passes where one of its controls lets it, bit by bit, whatever the other is (IEEE 1364-2005 7.8).
func (f *flow) cmos(e *design.Expr) val {
	u, w := f.u, e.Width
	on := u.bin(program.OpOr, w, 0, 0, f.operand(e.Args[1], w), u.un(program.OpNot, w, 0, 0, f.operand(e.Args[2], w)))
	return f.gate(program.OpMos, w, 0, f.operand(e.Args[0], w), on, 1)
}

// negativePower puts what table 5-6 of IEEE 1364-2005 says of negative exponents b into the place of p, the power of a as if b
// had no sign: the kernel knows no others, which are rare.
func (f *flow) negativePower(e *design.Expr, a, b, p val) val {
	u, w := f.u, e.Width
	one := u.constant(logic.FromUint64(w, 1))
	is := func(c val) val { return u.bin(program.OpCaseEq, 1, w, 0, a, c) }
	r := u.constant(logic.New(w))
	if e.Args[0].Signed {
		minus := u.constant(logic.Filled(w, logic.L1))
		r = u.mux(w, u.mux(w, minus, one, u.part(b, 0, 1)), r, is(minus))
	}
	r = u.mux(w, one, r, is(one))
	r = u.mux(w, u.constant(f.lw.fill(w, logic.LX)), r, is(u.constant(logic.New(w))))
	// p is unknown where a or b is; a number, it leaves r as it is.
	r = u.bin(program.OpXor, w, 0, 0, r, u.bin(program.OpXor, w, 0, 0, p, p))
	return u.mux(w, r, p, u.part(b, b.w-1, 1))
}

// exponent brings an exponent of more than 64 bits to 64. The powers of odd numbers modulo 2**64 repeat after 2**62, so that
// there only the low bits count, and for even ones it is enough that the exponent stays large, and negative where it was.
// Unknown bits stay unknown. (An odd number of more than 64 bits to a power of 2**62 or more would need more bits.)
func (u *unit) exponent(b val, signed bool) val {
	high := b.w - 62
	if !signed {
		return u.concat([]val{u.un(program.OpRedOr, 1, high, 0, u.part(b, 62, high)), u.resize(b, 63, false)})
	}
	sign := u.part(b, b.w-1, 1)
	large := u.un(program.OpRedOr, 1, high-1, 0, u.part(b, 62, high-1))
	// A negative one has the bit clear, which makes it the more negative.
	large = u.bin(program.OpAnd, 1, 0, 0, large, u.un(program.OpNot, 1, 0, 0, sign))
	return u.concat([]val{sign, large, u.resize(b, 62, false)})
}
