package elab

import (
	"math"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// timeWidth is the width of simulation time, in bits.
const timeWidth = 64

// ticks elaborates a delay in the module's time unit as ticks of the design: rounded to the module's precision, 64 bits, unsigned
// (IEEE 1364-2005 19.8). A negative number is read as unsigned (9.7.1).
func (e *elab) ticks(s *scope, x ast.Expr) *design.Expr {
	v := e.selfExpr(s, e.corner(x))
	toPrec := max(0, s.d.UnitExp-s.d.PrecExp)
	toTick := max(0, s.d.PrecExp-e.des.TickExp)
	if v.Real {
		scaled := v
		if toPrec > 0 {
			scaled = realOp(design.OpMul, v.Pos, v, konstReal(math.Pow10(toPrec), v.Pos))
		}
		return e.scale(toInt(scaled, timeWidth, false), toTick)
	}
	return e.scale(resign(resize(v, timeWidth), false), toPrec+toTick)
}

// scale multiplies a time by 10**exp.
func (e *elab) scale(x *design.Expr, exp int) *design.Expr {
	if exp == 0 {
		return x
	}
	p := uint64(1)
	for range min(exp, 19) {
		p *= 10
	}
	return op2(design.OpMul, timeWidth, false, x.Pos, x, konst(logic.FromUint64(timeWidth, p), false, x.Pos))
}

// corner chooses a value of min:typ:max as the options say.
func (e *elab) corner(x ast.Expr) ast.Expr {
	if m, ok := x.(*ast.MinTypMax); ok {
		switch e.opts.Corner {
		case CornerMin:
			return m.Min
		case CornerMax:
			return m.Max
		}
		return m.Typ
	}
	return x
}

// delay3 elaborates the rise, fall and turn-off delays of a net or gate; d may be nil. One value stands for all three; with two, the
// turn-off delay is the lesser of them (IEEE 1364-2005 7.14), which whoever schedules decides.
func (e *elab) delay3(s *scope, d *ast.Delay) [3]*design.Expr {
	var out [3]*design.Expr
	if d == nil {
		return out
	}
	for i, x := range d.Values {
		if i < 3 {
			out[i] = e.ticks(s, x)
		}
	}
	if len(d.Values) == 1 {
		out[1], out[2] = out[0], out[0]
	}
	return out
}
