package refsim

import (
	"fmt"
	"math"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/runtime/host"
)

// value evaluates e to the bits that storage holds: those of a real are its 64-bit pattern.
func (t *thread) value(e *design.Expr) logic.Vec {
	if e.Real {
		return realBits(t.evalReal(e))
	}
	return t.eval(e)
}

// truth tells whether e is true: some bit is 1, or a real is not 0.
func (t *thread) truth(e *design.Expr) bool { return t.logical(e) == logic.L1 }

// logical is e as an operand of && and ||.
func (t *thread) logical(e *design.Expr) logic.Bit {
	if e.Real {
		return logic.FromBool(t.evalReal(e) != 0)
	}
	return logic.Truth(t.eval(e))
}

// evalReal evaluates a real expression.
func (t *thread) evalReal(e *design.Expr) float64 {
	switch e.Op {
	case design.OpConst:
		return e.ConstReal(false)
	case design.OpSignal:
		return bitsReal(t.words(e.Sig)[0])
	case design.OpWord:
		i, known := t.index(e.Args[0])
		w := t.words(e.Sig)
		if !known || i < 0 || i >= int64(len(w)) {
			return 0
		}
		return bitsReal(w[i])
	case design.OpToReal:
		return logic.ToReal(t.eval(e.Args[0]), e.Args[0].Signed)
	case design.OpSigned:
		return t.evalReal(e.Args[0])
	case design.OpNeg:
		return 0 - t.evalReal(e.Args[0]) // 0 stays without a sign, as in Icarus Verilog
	case design.OpAdd:
		return t.evalReal(e.Args[0]) + t.evalReal(e.Args[1])
	case design.OpSub:
		return t.evalReal(e.Args[0]) - t.evalReal(e.Args[1])
	case design.OpMul:
		return t.evalReal(e.Args[0]) * t.evalReal(e.Args[1])
	case design.OpDiv:
		return t.evalReal(e.Args[0]) / t.evalReal(e.Args[1])
	case design.OpMod:
		return math.Mod(t.evalReal(e.Args[0]), t.evalReal(e.Args[1]))
	case design.OpPow:
		return host.Pow(t.evalReal(e.Args[0]), t.evalReal(e.Args[1]))
	case design.OpCond:
		switch t.logical(e.Args[0]) {
		case logic.L1:
			return t.evalReal(e.Args[1])
		case logic.L0:
			return t.evalReal(e.Args[2])
		}
		// An unknown condition gives what both sides agree on, otherwise 0 (IEEE 1364-2005 5.1.13).
		if a, b := t.evalReal(e.Args[1]), t.evalReal(e.Args[2]); a == b {
			return a
		}
		return 0
	case design.OpCall:
		return bitsReal(t.callFunction(e))
	case design.OpSys:
		return t.sysFunc(e).Real
	}
	t.s.fail(e.Pos, fmt.Sprintf("real operator %d is not known to the reference interpreter", e.Op))
	return 0
}

// eval evaluates an expression that is not real to e.Width bits.
func (t *thread) eval(e *design.Expr) logic.Vec {
	arg := func(i int) logic.Vec { return t.eval(e.Args[i]) }
	switch e.Op {
	case design.OpConst:
		return e.Val
	case design.OpSignal:
		return t.words(e.Sig)[0]
	case design.OpWord:
		i, known := t.index(e.Args[0])
		w := t.words(e.Sig)
		if !known || i < 0 || i >= int64(len(w)) {
			return logic.Filled(e.Width, logic.LX)
		}
		return w[i]
	case design.OpPart:
		return logic.Slice(arg(0), e.Off, e.Width)
	case design.OpPartVar:
		base := arg(0)
		off, known := t.index(e.Args[1])
		if !known || off >= int64(base.Width) || off+int64(e.Width) <= 0 {
			return logic.Filled(e.Width, logic.LX)
		}
		return logic.Slice(base, int(off), e.Width)
	case design.OpResize:
		return logic.Extend(arg(0), e.Width, e.Args[0].Signed)
	case design.OpToInt:
		return logic.FromReal(e.Width, t.evalReal(e.Args[0]))
	case design.OpSigned:
		return arg(0)
	case design.OpNot:
		return logic.Not(arg(0))
	case design.OpNeg:
		return logic.Neg(arg(0))
	case design.OpRedAnd:
		return logic.RedAnd(arg(0)).Vec()
	case design.OpRedNand:
		return logic.RedAnd(arg(0)).Not().Vec()
	case design.OpRedOr:
		return logic.RedOr(arg(0)).Vec()
	case design.OpRedNor:
		return logic.RedOr(arg(0)).Not().Vec()
	case design.OpRedXor:
		return logic.RedXor(arg(0)).Vec()
	case design.OpRedXnor:
		return logic.RedXor(arg(0)).Not().Vec()
	case design.OpLogNot:
		return t.logical(e.Args[0]).Not().Vec()
	case design.OpAdd:
		return logic.Add(arg(0), arg(1))
	case design.OpSub:
		return logic.Sub(arg(0), arg(1))
	case design.OpMul:
		return logic.Mul(arg(0), arg(1))
	case design.OpDiv:
		return logic.Div(arg(0), arg(1), e.Args[0].Signed && e.Args[1].Signed)
	case design.OpMod:
		return logic.Mod(arg(0), arg(1), e.Args[0].Signed && e.Args[1].Signed)
	case design.OpPow:
		return logic.Pow(arg(0), arg(1), e.Args[0].Signed, e.Args[1].Signed)
	case design.OpAnd:
		return logic.And(arg(0), arg(1))
	case design.OpOr:
		return logic.Or(arg(0), arg(1))
	case design.OpXor:
		return logic.Xor(arg(0), arg(1))
	case design.OpXnor:
		return logic.Xnor(arg(0), arg(1))
	case design.OpShl:
		return logic.Shl(arg(0), arg(1))
	case design.OpShr:
		return logic.Shr(arg(0), arg(1))
	case design.OpAShr:
		if e.Signed {
			return logic.AShr(arg(0), arg(1))
		}
		return logic.Shr(arg(0), arg(1))
	case design.OpLt, design.OpLe, design.OpGt, design.OpGe, design.OpEq, design.OpNe, design.OpCaseEq, design.OpCaseNe:
		return t.relation(e).Vec()
	case design.OpLogAnd:
		// Both operands are always evaluated, as in Icarus Verilog 11: it shows when the second has side effects.
		a := t.logical(e.Args[0])
		return a.And(t.logical(e.Args[1])).Vec()
	case design.OpLogOr:
		a := t.logical(e.Args[0])
		return a.Or(t.logical(e.Args[1])).Vec()
	case design.OpCond:
		switch c := t.logical(e.Args[0]); c {
		case logic.L1:
			return arg(1)
		case logic.L0:
			return arg(2)
		default:
			return logic.Mux(c, arg(1), arg(2))
		}
	case design.OpConcat:
		parts := make([]logic.Vec, len(e.Args))
		for i := range e.Args {
			parts[i] = arg(i)
		}
		if len(parts) == 1 {
			return parts[0]
		}
		return logic.Concat(parts[0], parts[1:]...)
	case design.OpRepeat:
		return logic.Repeat(e.Off, arg(0))
	case design.OpCall:
		return t.callFunction(e)
	case design.OpSys:
		return t.sysFunc(e).Vec
	}
	if v, ok := t.gate(e); ok {
		return v
	}
	t.s.fail(e.Pos, fmt.Sprintf("operator %d is not known to the reference interpreter", e.Op))
	return logic.Filled(e.Width, logic.LX)
}

// relation is a comparison of two vectors or two reals.
func (t *thread) relation(e *design.Expr) logic.Bit {
	if e.Args[0].Real {
		a, b := t.evalReal(e.Args[0]), t.evalReal(e.Args[1])
		switch e.Op {
		case design.OpLt:
			return logic.FromBool(a < b)
		case design.OpLe:
			return logic.FromBool(a <= b)
		case design.OpGt:
			return logic.FromBool(a > b)
		case design.OpGe:
			return logic.FromBool(a >= b)
		case design.OpNe, design.OpCaseNe:
			return logic.FromBool(a != b)
		}
		return logic.FromBool(a == b)
	}
	a, b := t.eval(e.Args[0]), t.eval(e.Args[1])
	signed := e.Args[0].Signed && e.Args[1].Signed
	switch e.Op {
	case design.OpLt:
		return logic.Lt(a, b, signed)
	case design.OpLe:
		return logic.Le(a, b, signed)
	case design.OpGt:
		return logic.Gt(a, b, signed)
	case design.OpGe:
		return logic.Ge(a, b, signed)
	case design.OpEq:
		return logic.Eq(a, b)
	case design.OpNe:
		return logic.Ne(a, b)
	case design.OpCaseNe:
		return logic.FromBool(!logic.CaseEq(a, b))
	}
	return logic.FromBool(logic.CaseEq(a, b))
}

// gate evaluates the operators that stand for gates, bit by bit (IEEE 1364-2005 7.2 to 7.7).
func (t *thread) gate(e *design.Expr) (logic.Vec, bool) {
	if e.Op == design.OpBufZ {
		return logic.Not(logic.Not(t.eval(e.Args[0]))), true
	}
	if !isThreeState(e.Op) {
		return logic.Vec{}, false
	}
	r := logic.New(e.Width)
	data, ctl := t.eval(e.Args[0]), t.eval(e.Args[1])
	ctl2 := ctl
	if e.Op == design.OpCmos {
		ctl2 = t.eval(e.Args[2])
	}
	for i := 0; i < e.Width; i++ {
		d, c := data.Bit(i), noZ(ctl.Bit(min(i, ctl.Width-1)))
		out, on := d, c
		switch e.Op {
		case design.OpBufif1:
			out = noZ(d)
		case design.OpBufif0:
			out, on = noZ(d), c.Not()
		case design.OpNotif1:
			out = d.Not()
		case design.OpNotif0:
			out, on = d.Not(), c.Not()
		case design.OpPmos:
			on = c.Not()
		case design.OpCmos:
			on = c.Or(noZ(ctl2.Bit(min(i, ctl2.Width-1))).Not())
		}
		switch {
		case on == logic.L0:
			out = logic.LZ
		case on == logic.LX && out != logic.LZ:
			out = logic.LX
		}
		r = r.WithBit(i, out)
	}
	return r, true
}

// callFunction runs a user function to its end and gives the bits of its result (IEEE 1364-2005 10.4).
func (t *thread) callFunction(e *design.Expr) logic.Vec {
	sub := e.Sub
	none := logic.Filled(e.Width, logic.LX)
	if t.depth >= t.s.opts.MaxDepth {
		t.s.fail(e.Pos, fmt.Sprintf("more than %d nested calls: %s calls itself without end", t.s.opts.MaxDepth, sub.Name))
		return none
	}
	fr := t.newFrame(sub)
	vals := make([]logic.Vec, len(e.Args))
	for i, a := range e.Args {
		vals[i] = t.value(a)
		if t.dead || t.s.err != nil {
			return none
		}
	}
	in := 0
	for _, p := range sub.Ports {
		if p.Dir == design.PortIn && in < len(vals) {
			t.s.write(ref{sig: p.Signal, frame: fr, width: p.Signal.Width, ok: true}, vals[in])
			in++
		}
	}
	saved := t.frame
	t.frame = fr
	t.depth++
	ok := t.enter(sub.Scope, func() bool { return t.exec(sub.Body) })
	t.depth--
	result := t.words(sub.Result)[0]
	t.frame = saved
	if !ok && t.s.err == nil {
		t.dead = true
	}
	return result
}
