package elab

import (
	"math"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// value is what an expression node comes to: a vector, or a real.
type value struct {
	real bool
	r    float64
	v    logic.Vec
}

func vecValue(v logic.Vec) value      { return value{v: v} }
func bitValue(b logic.Bit) value      { return value{v: b.Vec()} }
func boolValue(b bool) value          { return value{v: logic.FromBool(b).Vec()} }
func realValue(r float64) value       { return value{real: true, r: r} }
func (v value) truth() logic.Bit      { return truthOf(v) }
func constOf(e *design.Expr) value    { return value{real: e.Real, r: e.RealVal, v: e.Val} }
func isConst(e *design.Expr) bool     { return e != nil && e.Op == design.OpConst }
func isTrueConst(e *design.Expr) bool { return isConst(e) && constOf(e).truth() == logic.L1 }

func truthOf(v value) logic.Bit {
	if v.real {
		return logic.FromBool(v.r != 0)
	}
	return logic.Truth(v.v)
}

// konst makes a constant vector node.
func konst(v logic.Vec, signed bool, pos source.Pos) *design.Expr {
	return &design.Expr{Op: design.OpConst, Width: v.Width, Signed: signed, Val: v, Pos: pos}
}

// konstReal makes a constant real node.
func konstReal(r float64, pos source.Pos) *design.Expr {
	return &design.Expr{Op: design.OpConst, Width: 64, Signed: true, Real: true, RealVal: r, Pos: pos}
}

// konstInt makes a signed 32-bit constant, or a wider one where i needs it.
func konstInt(i int64, pos source.Pos) *design.Expr {
	w := 32
	if i != int64(int32(i)) {
		w = 64
	}
	return konst(logic.FromInt64(w, i), true, pos)
}

// konstValue makes a constant node of v; w is the width that a vector is given.
func konstValue(v value, w int, signed bool, pos source.Pos) *design.Expr {
	if v.real {
		return konstReal(v.r, pos)
	}
	if v.v.Width != w {
		v.v = logic.Extend(v.v, w, signed)
	}
	return konst(v.v, signed, pos)
}

// isZeroWidth tells an operand that a zero replication left without bits.
func isZeroWidth(e *design.Expr) bool { return !e.Real && e.Width == 0 }

// fold gives e as a constant when all operands are and the operator needs nothing but them.
func fold(e *design.Expr) *design.Expr {
	if e.Op == design.OpConst || len(e.Args) == 0 {
		return e
	}
	for _, a := range e.Args {
		if !isConst(a) {
			return e
		}
	}
	args := make([]value, len(e.Args))
	for i, a := range e.Args {
		args[i] = constOf(a)
	}
	v, ok := evalOp(e, args)
	if !ok {
		return e
	}
	c := konstValue(v, e.Width, e.Signed, e.Pos)
	return c
}

// resize gives x with w bits, extended by its own signedness (IEEE 1364-2005 5.4.1).
func resize(x *design.Expr, w int) *design.Expr {
	if x.Real || x.Width == w {
		return x
	}
	if x.Op == design.OpResize && w <= x.Width {
		if in := x.Args[0]; w <= in.Width || in.Signed == x.Signed {
			return resize(resign(in, x.Signed), w)
		}
	}
	return fold(&design.Expr{Op: design.OpResize, Width: w, Signed: x.Signed, Pos: x.Pos, Args: []*design.Expr{x}})
}

// resign gives x read as signed or unsigned.
func resign(x *design.Expr, signed bool) *design.Expr {
	if x.Real || x.Signed == signed {
		return x
	}
	if x.Op == design.OpConst {
		c := *x
		c.Signed = signed
		return &c
	}
	if x.Op == design.OpSigned && x.Args[0].Signed == signed {
		return x.Args[0]
	}
	return &design.Expr{Op: design.OpSigned, Width: x.Width, Signed: signed, Pos: x.Pos, Args: []*design.Expr{x}}
}

// fit gives x with w bits and the given signedness, extended by its own signedness first.
func fit(x *design.Expr, w int, signed bool) *design.Expr { return resign(resize(x, w), signed) }

// toReal gives x as a real.
func toReal(x *design.Expr) *design.Expr {
	if x.Real {
		return x
	}
	return fold(&design.Expr{Op: design.OpToReal, Width: 64, Signed: true, Real: true, Pos: x.Pos, Args: []*design.Expr{x}})
}

// toInt gives a real rounded half away from zero to w bits (IEEE 1364-2005 4.8.2).
func toInt(x *design.Expr, w int, signed bool) *design.Expr {
	if !x.Real {
		return fit(x, w, signed)
	}
	return fold(&design.Expr{Op: design.OpToInt, Width: w, Signed: signed, Pos: x.Pos, Args: []*design.Expr{x}})
}

// op1 and op2 build operator nodes and fold them.
func op1(op design.Op, w int, signed bool, pos source.Pos, x *design.Expr) *design.Expr {
	return fold(&design.Expr{Op: op, Width: w, Signed: signed, Real: x.Real && (op == design.OpNeg), Pos: pos, Args: []*design.Expr{x}})
}

func op2(op design.Op, w int, signed bool, pos source.Pos, x, y *design.Expr) *design.Expr {
	return fold(&design.Expr{Op: op, Width: w, Signed: signed, Pos: pos, Args: []*design.Expr{x, y}})
}

// realOp builds an operator on reals with a real result.
func realOp(op design.Op, pos source.Pos, args ...*design.Expr) *design.Expr {
	return fold(&design.Expr{Op: op, Width: 64, Signed: true, Real: true, Pos: pos, Args: args})
}

// concat joins parts, most significant first, dropping those without bits.
func concat(pos source.Pos, parts ...*design.Expr) *design.Expr {
	var kept []*design.Expr
	w := 0
	for _, p := range parts {
		if p.Width > 0 {
			kept = append(kept, p)
			w += p.Width
		}
	}
	if len(kept) == 1 {
		return resign(kept[0], false)
	}
	return fold(&design.Expr{Op: design.OpConcat, Width: w, Pos: pos, Args: kept})
}

// part gives the bits [off +: w] of x.
func part(x *design.Expr, off, w int, pos source.Pos) *design.Expr {
	if off == 0 && w == x.Width {
		return resign(x, false)
	}
	return fold(&design.Expr{Op: design.OpPart, Width: w, Off: off, Pos: pos, Args: []*design.Expr{x}})
}

// maxShiftedOffset bounds a constant offset so that sums with it cannot overflow.
const maxShiftedOffset = 1 << 40

// offsetOf reads a select's offset; known is false for x or z. Far out of range values are clipped to a value
// that is still out of range.
func offsetOf(v logic.Vec, signed bool) (off int, known bool) {
	if !v.IsKnown() {
		return 0, false
	}
	if signed && v.Width > 0 && v.Bit(v.Width-1) == logic.L1 {
		if i, _ := v.Int64(); v.Width <= 64 && i > -maxShiftedOffset {
			return int(i), true
		}
		if n := logic.Neg(v); n.Len() <= 40 {
			u, _ := n.Uint64()
			return -int(u), true
		}
		return -maxShiftedOffset, true
	}
	if v.Len() > 40 {
		return maxShiftedOffset, true
	}
	u, _ := v.Uint64()
	return int(u), true
}

// evalOp computes node e from its operands' values; ok is false for operators that need more than those.
func evalOp(e *design.Expr, a []value) (res value, ok bool) {
	switch e.Op {
	case design.OpConst:
		return constOf(e), true
	case design.OpPart:
		return vecValue(logic.Slice(a[0].v, e.Off, e.Width)), true
	case design.OpPartVar:
		off, known := offsetOf(a[1].v, e.Args[1].Signed)
		if !known {
			return vecValue(logic.Filled(e.Width, logic.LX)), true
		}
		return vecValue(logic.Slice(a[0].v, off, e.Width)), true
	case design.OpResize:
		return vecValue(logic.Extend(a[0].v, e.Width, e.Args[0].Signed)), true
	case design.OpToReal:
		return realValue(logic.ToReal(a[0].v, e.Args[0].Signed)), true
	case design.OpToInt:
		return vecValue(logic.FromReal(e.Width, a[0].r)), true
	case design.OpSigned:
		return a[0], true
	case design.OpNot:
		return vecValue(logic.Not(a[0].v)), true
	case design.OpNeg:
		if e.Real {
			return realValue(-a[0].r), true
		}
		return vecValue(logic.Neg(a[0].v)), true
	case design.OpRedAnd:
		return bitValue(logic.RedAnd(a[0].v)), true
	case design.OpRedNand:
		return bitValue(logic.RedAnd(a[0].v).Not()), true
	case design.OpRedOr:
		return bitValue(logic.RedOr(a[0].v)), true
	case design.OpRedNor:
		return bitValue(logic.RedOr(a[0].v).Not()), true
	case design.OpRedXor:
		return bitValue(logic.RedXor(a[0].v)), true
	case design.OpRedXnor:
		return bitValue(logic.RedXor(a[0].v).Not()), true
	case design.OpLogNot:
		return bitValue(truthOf(a[0]).Not()), true
	case design.OpLogAnd:
		return bitValue(truthOf(a[0]).And(truthOf(a[1]))), true
	case design.OpLogOr:
		return bitValue(truthOf(a[0]).Or(truthOf(a[1]))), true
	case design.OpCond:
		return evalCond(e, a), true
	case design.OpConcat:
		v := logic.New(0)
		if len(a) > 0 {
			rest := make([]logic.Vec, len(a)-1)
			for i := range rest {
				rest[i] = a[i+1].v
			}
			v = logic.Concat(a[0].v, rest...)
		}
		return vecValue(v), true
	case design.OpRepeat:
		return vecValue(logic.Repeat(e.Off, a[0].v)), true
	}
	if len(a) == 2 {
		if a[0].real && a[1].real {
			return evalReal(e, a[0].r, a[1].r)
		}
		return evalBinary(e, a[0].v, a[1].v)
	}
	return value{}, false
}

func evalCond(e *design.Expr, a []value) value {
	switch c := truthOf(a[0]); {
	case c == logic.L1:
		return a[1]
	case c == logic.L0:
		return a[2]
	case e.Real:
		if a[1].r == a[2].r {
			return a[1]
		}
		return realValue(0)
	default:
		return vecValue(logic.Mux(c, a[1].v, a[2].v))
	}
}

func evalReal(e *design.Expr, x, y float64) (value, bool) {
	switch e.Op {
	case design.OpAdd:
		return realValue(x + y), true
	case design.OpSub:
		return realValue(x - y), true
	case design.OpMul:
		return realValue(x * y), true
	case design.OpDiv:
		return realValue(x / y), true
	case design.OpMod:
		return realValue(math.Mod(x, y)), true
	case design.OpPow:
		return realValue(math.Pow(x, y)), true
	case design.OpLt:
		return boolValue(x < y), true
	case design.OpLe:
		return boolValue(x <= y), true
	case design.OpGt:
		return boolValue(x > y), true
	case design.OpGe:
		return boolValue(x >= y), true
	case design.OpEq:
		return boolValue(x == y), true
	case design.OpNe:
		return boolValue(x != y), true
	}
	return value{}, false
}

func evalBinary(e *design.Expr, x, y logic.Vec) (value, bool) {
	signed := e.Args[0].Signed && e.Args[1].Signed
	switch e.Op {
	case design.OpAdd:
		return vecValue(logic.Add(x, y)), true
	case design.OpSub:
		return vecValue(logic.Sub(x, y)), true
	case design.OpMul:
		return vecValue(logic.Mul(x, y)), true
	case design.OpDiv:
		return vecValue(logic.Div(x, y, signed)), true
	case design.OpMod:
		return vecValue(logic.Mod(x, y, signed)), true
	case design.OpPow:
		return vecValue(logic.Pow(x, y, e.Args[0].Signed, e.Args[1].Signed)), true
	case design.OpAnd:
		return vecValue(logic.And(x, y)), true
	case design.OpOr:
		return vecValue(logic.Or(x, y)), true
	case design.OpXor:
		return vecValue(logic.Xor(x, y)), true
	case design.OpXnor:
		return vecValue(logic.Xnor(x, y)), true
	case design.OpShl:
		return vecValue(logic.Shl(x, y)), true
	case design.OpShr:
		return vecValue(logic.Shr(x, y)), true
	case design.OpAShr:
		if e.Signed {
			return vecValue(logic.AShr(x, y)), true
		}
		return vecValue(logic.Shr(x, y)), true
	case design.OpLt:
		return bitValue(logic.Lt(x, y, signed)), true
	case design.OpLe:
		return bitValue(logic.Le(x, y, signed)), true
	case design.OpGt:
		return bitValue(logic.Gt(x, y, signed)), true
	case design.OpGe:
		return bitValue(logic.Ge(x, y, signed)), true
	case design.OpEq:
		return bitValue(logic.Eq(x, y)), true
	case design.OpNe:
		return bitValue(logic.Ne(x, y)), true
	case design.OpCaseEq:
		return boolValue(logic.CaseEq(x, y)), true
	case design.OpCaseNe:
		return boolValue(!logic.CaseEq(x, y)), true
	}
	return value{}, false
}
