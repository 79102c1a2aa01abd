package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
)

// targetMode tells what may be assigned.
type targetMode uint8

const (
	targetNet targetMode = iota // continuous assignments: nets, constant selects
	targetVar                   // procedural assignments: variables
	targetAny                   // force and release: nets and variables, constant selects
)

// lvalue elaborates the target of an assignment: its pieces, most significant first, their width together, and whether it is a
// real variable (IEEE 1364-2005 table 6-1, 9.2). ok is false after a diagnostic.
func (e *elab) lvalue(s *scope, x ast.Expr, procedural bool) (ls []design.LValue, width int, isReal, ok bool) {
	mode := targetNet
	if procedural {
		mode = targetVar
	}
	return e.target(s, x, mode)
}

func (e *elab) target(s *scope, x ast.Expr, mode targetMode) (ls []design.LValue, width int, isReal, ok bool) {
	if c, isConcat := x.(*ast.Concat); isConcat {
		for _, el := range c.Elems {
			part, w, real, good := e.target(s, el, mode)
			if !good {
				return nil, 0, false, false
			}
			if real {
				e.diags.Errorf(codeRealOperand, el.Pos(), "a real variable may not be an item of a concatenation")
				return nil, 0, false, false
			}
			ls = append(ls, part...)
			width += w
		}
		return ls, width, false, e.widthOK(x.Pos(), width)
	}
	switch x.(type) {
	case *ast.Ident, *ast.Index, *ast.RangeSelect:
	default:
		e.diags.Errorf(codeTarget, x.Pos(), "this cannot be assigned to")
		return nil, 0, false, false
	}
	p, good := e.place(s, x)
	if !good || !e.assignable(p, mode) {
		return nil, 0, false, false
	}
	l := design.LValue{Sig: p.sig, Word: p.word, Off: p.off, OffExpr: p.offExpr, Width: p.width, Pos: x.Pos()}
	if p.offExpr != nil && p.width == 1 {
		l.OffExpr = offset32(p.offExpr)
	}
	return []design.LValue{l}, p.width, p.real, true
}

// assignable checks what p stands for against the kind of assignment.
func (e *elab) assignable(p *place, mode targetMode) bool {
	if p.sig == nil {
		e.diags.Errorf(codeTarget, p.pos, "%s '%s' cannot be assigned to", symNames[p.sym.kind], p.name)
		return false
	}
	if p.array {
		e.diags.Errorf(codeArrayUse, p.pos, "array '%s' cannot be assigned as a whole", p.name)
		return false
	}
	isNet := p.sym.decl.Kind == design.DeclNet
	switch {
	case mode == targetVar && isNet:
		e.diags.Errorf(codeTarget, p.pos, "'%s' is a net: it cannot be assigned in a procedure (IEEE 1364-2005 9.2)", p.name)
		return false
	case mode == targetNet && !isNet:
		e.diags.Errorf(codeTarget, p.pos, "'%s' is a variable: a continuous assignment or output cannot drive it (IEEE 1364-2005 6.1)", p.name)
		return false
	}
	if mode == targetVar {
		return true
	}
	p.word = e.settled(p.word)
	if off := e.settled(p.offExpr); off != nil && isConst(off) {
		if o, known := offsetOf(off.Val, off.Signed); known && o >= 0 && o+p.width <= p.sig.Width {
			p.off, p.offExpr = o, nil
		}
	}
	if p.offExpr != nil || p.word != nil && !isConst(p.word) {
		e.diags.Errorf(codeNotConst, p.pos, "the selects of '%s' must be constant here", p.name)
		return false
	}
	return true
}

// settled is the value of x if only calls of functions with constant arguments keep it from being a constant
// (IEEE 1364-2005 10.4.5), else x.
func (e *elab) settled(x *design.Expr) *design.Expr {
	if x == nil || isConst(x) || !calls(x) {
		return x
	}
	reads := false
	x.Walk(func(n *design.Expr) bool {
		reads = reads || n.Sig != nil || n.Op == design.OpSys
		return !reads
	})
	if reads {
		return x
	}
	if v := e.mustConst(x, x.Pos); v != nil {
		return v
	}
	return x
}
