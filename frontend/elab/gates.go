package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/source"
)

// gates elaborates primitive gate and switch instances (IEEE 1364-2005 clause 7): one Assign for each output bit.
func (e *elab) gates(s *scope, g *ast.GateInst) {
	switch g.Gate {
	case ast.GateTran, ast.GateRtran, ast.GateTranif0, ast.GateTranif1, ast.GateRtranif0, ast.GateRtranif1:
		e.tran(s, g)
		return
	}
	delay := e.assignDelay(s, g.Delay)
	for _, in := range g.Instances {
		n, ok := e.arrayCount(s, in)
		if !ok {
			continue
		}
		t := &terminals{e: e, s: s, in: in, count: n}
		t.build(g, delay)
	}
}

// arrayCount is the number of elements of an array of primitives, 0 for a single one.
func (e *elab) arrayCount(s *scope, in *ast.Instance) (int, bool) {
	if in.Range == nil {
		return 0, true
	}
	r, ok := e.arrayRange(s, in.Range)
	if !ok {
		return 0, false
	}
	if r.Len() > maxIterations {
		e.diags.Errorf("E2010", in.Range.Pos(), "an array of %d primitives is too large", r.Len())
		return 0, false
	}
	return r.Len(), true
}

// terminals reads the terminals of one primitive instance.
type terminals struct {
	e     *elab
	s     *scope
	in    *ast.Instance
	count int
}

// outs gives, for terminal i, the single-bit target of each element.
func (t *terminals) outs(i int) ([][]design.LValue, bool) {
	x := t.in.Conns[i].Expr
	if ast.IsEmpty(x) {
		return nil, true
	}
	lhs, w, isReal, ok := t.e.lvalue(t.s, x, false)
	if !ok {
		return nil, false
	}
	if isReal {
		t.e.diags.Errorf("E2027", x.Pos(), "a primitive cannot drive a real")
		return nil, false
	}
	n := max(t.count, 1)
	if t.count == 0 && w != 1 {
		t.e.diags.Errorf("E2025", x.Pos(), "a primitive drives one bit, not %d (IEEE 1364-2005 7.1.6)", w)
		return nil, false
	}
	if w != n && w != 1 && t.count > 0 || w < 1 {
		t.e.diags.Errorf("E2025", x.Pos(), "an array of %d primitives cannot drive %d bits (IEEE 1364-2005 7.1.6)", n, w)
		return nil, false
	}
	out := make([][]design.LValue, n)
	for k := range out {
		out[k] = slice(lhs, min(k, w-1), 1)
	}
	return out, true
}

// ins gives, for terminal i, the single-bit value that each element reads.
func (t *terminals) ins(i int) ([]*design.Expr, bool) {
	x := t.in.Conns[i].Expr
	n := max(t.count, 1)
	out := make([]*design.Expr, n)
	if ast.IsEmpty(x) {
		z := konst(floating, false, t.in.Conns[i].Pos())
		for k := range out {
			out[k] = z
		}
		return out, true
	}
	v := t.e.selfExpr(t.s, x)
	if v == nil {
		return nil, false
	}
	if v.Real {
		t.e.diags.Errorf("E2027", x.Pos(), "a primitive cannot read a real")
		return nil, false
	}
	if t.count == 0 && v.Width != 1 && sized(x) {
		t.e.diags.Warnf("W2002", x.Pos(), "a terminal of %d bits: the primitive reads the least significant one (IEEE 1364-2005 7.1.6)", v.Width)
	}
	switch {
	case v.Width == 1 || t.count == 0 || !sized(x):
		if v.Width != 1 {
			v = part(v, 0, 1, v.Pos)
		}
		for k := range out {
			out[k] = v
		}
	case v.Width == n:
		for k := range out {
			out[k] = part(v, k, 1, v.Pos)
		}
	default:
		t.e.diags.Errorf("E2025", x.Pos(), "an array of %d primitives cannot be connected to %d bits (IEEE 1364-2005 7.1.6)", n, v.Width)
		return nil, false
	}
	return out, true
}

// shape tells how many terminals a gate has: the first outs are outputs, the rest inputs.
func (t *terminals) shape(kind ast.GateKind) (outs int, ok bool) {
	n := len(t.in.Conns)
	want := ""
	switch kind {
	case ast.GateAnd, ast.GateNand, ast.GateOr, ast.GateNor, ast.GateXor, ast.GateXnor:
		if n >= 2 {
			return 1, true
		}
		want = "an output and at least one input"
	case ast.GateBuf, ast.GateNot:
		if n >= 2 {
			return n - 1, true
		}
		want = "at least one output and an input"
	case ast.GateBufif0, ast.GateBufif1, ast.GateNotif0, ast.GateNotif1, ast.GateNmos, ast.GatePmos, ast.GateRnmos, ast.GateRpmos:
		if n == 3 {
			return 1, true
		}
		want = "an output, a data input and a control input"
	case ast.GateCmos, ast.GateRcmos:
		if n == 4 {
			return 1, true
		}
		want = "an output, a data input and two control inputs"
	case ast.GatePullup, ast.GatePulldown:
		if n > 1 {
			t.e.diags.Warnf(codeExtension, t.in.Pos(), "a %s has one terminal in IEEE 1364-2005 7.8, not %d", kind, n)
		}
		if n >= 1 {
			return n, true
		}
		want = "at least one output"
	}
	t.e.diags.Errorf("E2028", t.in.Pos(), "a %s gate has %s, not %d terminals", kind, want, n)
	return 0, false
}

func (t *terminals) build(g *ast.GateInst, delay [3]*design.Expr) {
	nouts, ok := t.shape(g.Gate)
	if !ok {
		return
	}
	var outs [][][]design.LValue
	for i := range nouts {
		o, good := t.outs(i)
		if !good {
			return
		}
		outs = append(outs, o)
	}
	var ins [][]*design.Expr
	for i := nouts; i < len(t.in.Conns); i++ {
		v, good := t.ins(i)
		if !good {
			return
		}
		ins = append(ins, v)
	}
	desc := g.Gate.String()
	if t.in.Name != "" {
		desc += " " + t.in.Name
	}
	st := strengths(g.Strength)
	if g.Gate == ast.GatePullup || g.Gate == ast.GatePulldown {
		st = pullStrengths(g)
	}
	for n, o := range outs {
		if lhs := t.whole(n, o); lhs != nil {
			bits := make([]*design.Expr, t.count)
			for k := range bits {
				args := make([]*design.Expr, len(ins))
				for i := range ins {
					args[i] = ins[i][k]
				}
				bits[t.count-1-k] = gateValue(g.Gate, args, t.in.Pos())
			}
			rhs := concat(t.in.Pos(), bits...)
			t.e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: lhs, RHS: rhs, Scope: t.s.d, Pos: t.in.Pos(), Desc: desc,
				Delay: delay, Strength: st, Reads: reads(rhs)})
			continue
		}
		for k := range max(t.count, 1) {
			if o == nil {
				continue
			}
			args := make([]*design.Expr, len(ins))
			for i := range ins {
				args[i] = ins[i][k]
			}
			rhs := gateValue(g.Gate, args, t.in.Pos())
			t.e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: o[k], RHS: rhs, Scope: t.s.d, Pos: t.in.Pos(), Desc: desc,
				Delay: delay, Strength: st, Reads: reads(rhs)})
		}
	}
}

// whole is terminal i as one target when each of its bits is the output of one element of the array, else nil. Icarus Verilog
// makes one wide gate of such an array: a change of any bit cancels what the whole gate has on its way, and its delay is the
// longest that a bit's change asks for.
func (t *terminals) whole(i int, outs [][]design.LValue) []design.LValue {
	if t.count < 2 || outs == nil {
		return nil
	}
	lhs, w, _, ok := t.e.lvalue(t.s, t.in.Conns[i].Expr, false)
	if !ok || w != t.count {
		return nil
	}
	return lhs
}

// pullStrengths of pullup and pulldown: pull unless given (IEEE 1364-2005 7.8).
func pullStrengths(g *ast.GateInst) [2]design.Strength {
	out := [2]design.Strength{design.Pull, design.Pull}
	if st := g.Strength; st != nil {
		if st.S0 != ast.StrengthNone {
			out[0] = design.Strength(st.S0 - ast.HighZ)
		}
		if st.S1 != ast.StrengthNone {
			out[1] = design.Strength(st.S1 - ast.HighZ)
		}
	}
	return out
}

// gateValue is a gate's output as an expression of its single-bit inputs.
func gateValue(kind ast.GateKind, in []*design.Expr, pos source.Pos) *design.Expr {
	bit := func(op design.Op, args ...*design.Expr) *design.Expr {
		return &design.Expr{Op: op, Width: 1, Pos: pos, Args: args}
	}
	chain := func(op design.Op, invert bool) *design.Expr {
		v := in[0]
		for _, x := range in[1:] {
			v = bit(op, v, x)
		}
		switch {
		case invert:
			return bit(design.OpNot, v)
		case len(in) == 1:
			return bit(design.OpBufZ, v)
		}
		return v
	}
	switch kind {
	case ast.GateAnd:
		return chain(design.OpAnd, false)
	case ast.GateNand:
		return chain(design.OpAnd, true)
	case ast.GateOr:
		return chain(design.OpOr, false)
	case ast.GateNor:
		return chain(design.OpOr, true)
	case ast.GateXor:
		return chain(design.OpXor, false)
	case ast.GateXnor:
		return chain(design.OpXor, true)
	case ast.GateBuf:
		return bit(design.OpBufZ, in[0])
	case ast.GateNot:
		return bit(design.OpNot, in[0])
	case ast.GateBufif0:
		return bit(design.OpBufif0, in...)
	case ast.GateBufif1:
		return bit(design.OpBufif1, in...)
	case ast.GateNotif0:
		return bit(design.OpNotif0, in...)
	case ast.GateNotif1:
		return bit(design.OpNotif1, in...)
	case ast.GateNmos, ast.GateRnmos:
		return bit(design.OpNmos, in...)
	case ast.GatePmos, ast.GateRpmos:
		return bit(design.OpPmos, in...)
	case ast.GateCmos, ast.GateRcmos:
		return bit(design.OpCmos, in...)
	case ast.GatePullup:
		return filled(1, true, pos)
	}
	return filled(1, false, pos)
}
