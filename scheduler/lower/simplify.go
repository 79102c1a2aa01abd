package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// simple returns e without the operators that a constant operand decides: parameters switch whole features of a design off,
// and what is left of them must cost nothing. Results are kept, for expressions are shared.
func (lw *lowerer) simple(e *design.Expr) *design.Expr {
	if e == nil || len(e.Args) == 0 {
		return e
	}
	if s, ok := lw.simplified[e]; ok {
		return s
	}
	s := lw.simplify(e)
	if lw.simplified == nil {
		lw.simplified = map[*design.Expr]*design.Expr{}
	}
	lw.simplified[e] = s
	return s
}

func (lw *lowerer) simplify(e *design.Expr) *design.Expr {
	if e.Real || e.Op == design.OpCall || e.Op == design.OpSys {
		return e
	}
	args := e.Args
	for i, a := range e.Args {
		if s := lw.simple(a); s != a {
			if &args[0] == &e.Args[0] {
				args = append([]*design.Expr(nil), e.Args...)
			}
			args[i] = s
		}
	}
	if &args[0] != &e.Args[0] {
		c := *e
		c.Args = args
		e = &c
	}
	switch e.Op {
	case design.OpLogAnd, design.OpLogOr:
		decides := logic.L0
		if e.Op == design.OpLogOr {
			decides = logic.L1
		}
		for i, a := range e.Args {
			if a.Op != design.OpConst || a.Real {
				continue
			}
			other := e.Args[1-i]
			switch t := logic.Truth(a.Val); {
			case t == decides && pure(other):
				return &design.Expr{Op: design.OpConst, Width: 1, Signed: e.Signed, Pos: e.Pos, Val: logic.FromUint64(1, uint64(decides))}
			case t.Known() && t != decides && !other.Real:
				return &design.Expr{Op: design.OpRedOr, Width: 1, Signed: e.Signed, Pos: e.Pos, Args: []*design.Expr{other}}
			}
		}
	case design.OpLogNot:
		if a := e.Args[0]; a.Op == design.OpConst && !a.Real {
			return lw.bit(e, logic.Truth(a.Val).Not())
		}
	case design.OpRedOr:
		if a := e.Args[0]; a.Op == design.OpConst {
			return lw.bit(e, logic.RedOr(a.Val))
		}
	case design.OpAnd, design.OpOr:
		for i, a := range e.Args {
			if a.Op != design.OpConst || !a.Val.IsKnown() {
				continue
			}
			other := e.Args[1-i]
			zero, ones := a.Val.IsZero(), logic.Not(a.Val).IsZero()
			if (e.Op == design.OpAnd && zero || e.Op == design.OpOr && ones) && pure(other) && other.Width == e.Width {
				c := *a
				c.Signed, c.Width = e.Signed, e.Width
				return &c
			}
		}
	case design.OpCond:
		if c := e.Args[0]; c.Op == design.OpConst && !c.Real {
			switch logic.Truth(c.Val) {
			case logic.L1:
				return lw.as(e, e.Args[1])
			case logic.L0:
				return lw.as(e, e.Args[2])
			}
		}
	}
	return e
}

func (lw *lowerer) bit(e *design.Expr, b logic.Bit) *design.Expr {
	return &design.Expr{Op: design.OpConst, Width: 1, Signed: e.Signed, Pos: e.Pos, Val: logic.FromBit(b)}
}

// as is a in the place of e: with its width and signedness.
func (lw *lowerer) as(e, a *design.Expr) *design.Expr {
	if a.Width != e.Width || a.Real != e.Real {
		return e
	}
	if a.Signed == e.Signed {
		return a
	}
	return &design.Expr{Op: design.OpSigned, Width: e.Width, Signed: e.Signed, Pos: e.Pos, Args: []*design.Expr{a}}
}

// pure tells that evaluating e does nothing but give a value.
func pure(e *design.Expr) bool {
	ok := true
	e.Walk(func(x *design.Expr) bool {
		if x.Op == design.OpCall || x.Op == design.OpSys {
			ok = false
		}
		return ok
	})
	return ok
}
