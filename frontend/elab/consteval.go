package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Bounds on the evaluation of constant functions.
const (
	maxConstSteps = 10_000_000
	maxConstDepth = 400
	maxConstWords = 1 << 22
)

// constValue elaborates x as a constant expression (IEEE 1364-2005 5), calling constant functions. It returns an OpConst, or nil
// after a diagnostic.
func (e *elab) constValue(s *scope, x ast.Expr) *design.Expr {
	if !e.localNames(x) {
		return nil
	}
	return e.mustConst(e.selfExpr(s, x), x.Pos())
}

// localNames reports hierarchical names in a constant expression: what they stand for may depend on it (IEEE 1364-2005 12.7 and
// its definition of a constant primary, Annex A.8.4, have simple names only).
func (e *elab) localNames(x ast.Expr) bool {
	ok := true
	all := func(xs ...ast.Expr) {
		for _, x := range xs {
			ok = ok && (ast.IsEmpty(x) || e.localNames(x))
		}
	}
	switch x := x.(type) {
	case *ast.Ident:
		if len(x.Parts) > 1 {
			e.diags.Errorf(codeNotConst, x.Pos(), "the hierarchical name '%s' may not stand in a constant expression", identText(x))
			return false
		}
	case *ast.Unary:
		all(x.X)
	case *ast.Binary:
		all(x.X, x.Y)
	case *ast.Cond:
		all(x.Cond, x.Then, x.Else)
	case *ast.Concat:
		all(x.Elems...)
	case *ast.Repl:
		all(x.Count)
		all(x.Elems...)
	case *ast.MinTypMax:
		all(e.corner(x))
	case *ast.Index:
		all(x.X, x.I)
	case *ast.RangeSelect:
		all(x.X, x.L, x.R)
	case *ast.Call:
		all(x.Name)
		all(x.Args...)
	case *ast.SysCall:
		if x.Name != "$bits" && x.Name != "$sizeof" {
			all(x.Args...)
		}
	}
	return ok
}

// constInt gives a constant expression as an integer; reals are rounded.
func (e *elab) constInt(s *scope, x ast.Expr) (int64, bool) {
	c := e.constValue(s, x)
	if c == nil {
		return 0, false
	}
	c = toInt(c, max(c.Width, 64), c.Signed || c.Real)
	off, known := c.Val.Int64()
	if !known {
		e.diags.Errorf(codeNotConst, x.Pos(), "the value has x or z bits where a number is needed")
		return 0, false
	}
	if c.Width > 64 && !logic.CaseEq(logic.FromInt64(c.Width, off), c.Val) {
		e.diags.Errorf(codeNotConst, x.Pos(), "the value is too large")
		return 0, false
	}
	return off, true
}

// mustConst evaluates an elaborated expression that has to be constant.
func (e *elab) mustConst(v *design.Expr, pos source.Pos) *design.Expr {
	if isConst(v) {
		return v
	}
	c := &constEval{e: e}
	res := c.eval(v, nil)
	if c.failed {
		return nil
	}
	return konstValue(res, v.Width, v.Signed, pos)
}

// paramValue evaluates x, in scope from, as the value of a parameter that d declares in scope home (IEEE 1364-2005 4.10): a type or a
// range converts it; without either the parameter takes the value's own.
func (e *elab) paramValue(home *scope, d *ast.ParamDecl, from *scope, x ast.Expr) *design.Expr {
	width, signed, real := 0, d.Signed, false
	switch d.Type {
	case ast.RealVar, ast.Realtime:
		real = true
	case ast.Integer:
		width, signed = 32, true
	case ast.Time:
		width = 64
	}
	if d.Range != nil && !real {
		l, ok1 := e.constInt(home, d.Range.MSB)
		r, ok2 := e.constInt(home, d.Range.LSB)
		if !ok1 || !ok2 {
			return nil
		}
		n := l - r
		if n < 0 {
			n = -n
		}
		if n < 0 || n >= maxWidth {
			e.widthOK(d.Range.Pos(), maxWidth+1)
			return nil
		}
		width = int(n) + 1
	} else if d.Type == ast.Reg && width == 0 {
		width = 1
	}
	if !e.localNames(x) {
		return nil
	}
	var v *design.Expr
	if real || width > 0 {
		v = e.mustConst(e.exprFor(from, x, width, real), x.Pos())
	} else {
		v = e.mustConst(e.hasBits(e.bind(from, x).self(modeExpand)), x.Pos())
		if v != nil && v.Real && d.Signed {
			v = toInt(v, integerWidth, true)
		}
		signed = signed || v != nil && v.Signed
	}
	if v == nil {
		return nil
	}
	if !v.Real {
		v = resign(v, signed)
	}
	return v
}

// constEval runs constant functions (IEEE 1364-2005 10.4.5) on the design's own statements.
type constEval struct {
	e      *elab
	steps  int
	depth  int
	failed bool
}

// cell is a local variable of a running constant function.
type cell struct {
	val   value
	words []value
}

type constFrame struct {
	sub   *design.Subroutine
	cells map[*design.Signal]*cell
}

func (c *constEval) fail(pos source.Pos, format string, args ...any) value {
	if !c.failed {
		c.failed = true
		c.e.diags.Errorf(codeNotConst, pos, format, args...)
	}
	return vecValue(logic.Filled(1, logic.LX))
}

func startValue(sig *design.Signal) value {
	if sig.Real {
		return realValue(0)
	}
	return vecValue(logic.Filled(sig.Width, logic.LX))
}

func (c *constEval) cell(f *constFrame, sig *design.Signal, pos source.Pos) *cell {
	if f == nil || !c.isLocal(f, sig) {
		c.fail(pos, "'%s' is not constant", lastName(sig.Name))
		return nil
	}
	if cl := f.cells[sig]; cl != nil {
		return cl
	}
	cl := &cell{val: startValue(sig)}
	if sig.Words > 0 {
		if sig.Words > maxConstWords {
			c.fail(pos, "array '%s' is too large for a constant function", lastName(sig.Name))
			return nil
		}
		cl.words = make([]value, sig.Words)
		for i := range cl.words {
			cl.words[i] = startValue(sig)
		}
	}
	f.cells[sig] = cl
	return cl
}

func (c *constEval) isLocal(f *constFrame, sig *design.Signal) bool {
	return sig.Scope != nil && sig.Scope.Sub == f.sub
}

// eval computes x; f is the running function, nil outside.
func (c *constEval) eval(x *design.Expr, f *constFrame) value {
	if c.failed {
		return vecValue(logic.Filled(max(x.Width, 1), logic.LX))
	}
	if c.steps++; c.steps > maxConstSteps {
		return c.fail(x.Pos, "the evaluation of a constant function takes more than %d steps", maxConstSteps)
	}
	switch x.Op {
	case design.OpConst:
		return constOf(x)
	case design.OpSignal:
		if cl := c.cell(f, x.Sig, x.Pos); cl != nil {
			return cl.val
		}
		return startValue(x.Sig)
	case design.OpWord:
		cl := c.cell(f, x.Sig, x.Pos)
		i := c.eval(x.Args[0], f)
		if cl == nil || c.failed {
			return startValue(x.Sig)
		}
		if off, known := offsetOf(i.v, x.Args[0].Signed); known && off >= 0 && off < len(cl.words) {
			return cl.words[off]
		}
		return startValue(x.Sig)
	case design.OpCall:
		return c.call(x, f)
	case design.OpSys:
		return c.sys(x, f)
	case design.OpLogAnd, design.OpLogOr:
		a := c.eval(x.Args[0], f)
		if t := a.truth(); x.Op == design.OpLogAnd && t == logic.L0 || x.Op == design.OpLogOr && t == logic.L1 {
			return bitValue(t)
		}
		v, _ := evalOp(x, []value{a, c.eval(x.Args[1], f)})
		return v
	case design.OpCond:
		switch c.eval(x.Args[0], f).truth() {
		case logic.L1:
			return c.eval(x.Args[1], f)
		case logic.L0:
			return c.eval(x.Args[2], f)
		}
	}
	args := make([]value, len(x.Args))
	for i, a := range x.Args {
		args[i] = c.eval(a, f)
	}
	if c.failed {
		return vecValue(logic.Filled(max(x.Width, 1), logic.LX))
	}
	v, ok := evalOp(x, args)
	if !ok {
		return c.fail(x.Pos, "the expression is not constant")
	}
	return v
}

func (c *constEval) sys(x *design.Expr, f *constFrame) value {
	args := make([]value, len(x.SysArgs))
	for i, a := range x.SysArgs {
		if a.Kind != design.ArgExpr {
			return c.fail(x.Pos, "%s is not constant", x.Sys)
		}
		args[i] = c.eval(a.Value, f)
	}
	v, ok := evalSys(x.Sys, args, len(x.SysArgs) > 0 && x.SysArgs[0].Value.Signed)
	if !ok {
		return c.fail(x.Pos, "%s is not constant", x.Sys)
	}
	return v
}

func (c *constEval) call(x *design.Expr, f *constFrame) value {
	args := make([]value, len(x.Args))
	for i, a := range x.Args {
		args[i] = c.eval(a, f)
	}
	if c.failed {
		return startValue(x.Sub.Result)
	}
	if f != nil && c.e.byDesign[f.sub.Scope].inst != c.e.byDesign[x.Sub.Scope].inst {
		return c.fail(x.Pos, "a constant function may not call a function of another module (IEEE 1364-2005 10.4.5)")
	}
	body := c.e.constBody(x.Sub)
	if body == nil {
		return c.fail(x.Pos, "function %s cannot be evaluated as a constant", lastName(x.Sub.Name))
	}
	if c.depth++; c.depth > maxConstDepth {
		return c.fail(x.Pos, "constant function %s calls itself too deeply", lastName(x.Sub.Name))
	}
	frame := &constFrame{sub: x.Sub, cells: map[*design.Signal]*cell{}}
	for i, p := range x.Sub.Ports {
		frame.cells[p.Signal] = &cell{val: args[i]}
	}
	c.exec(body, frame)
	c.depth--
	if cl := c.cell(frame, x.Sub.Result, x.Pos); cl != nil {
		return cl.val
	}
	return startValue(x.Sub.Result)
}

// constBody elaborates the body of a function for evaluation during elaboration; phase 3 elaborates it again for the design.
func (e *elab) constBody(sub *design.Subroutine) design.Stmt {
	if b, ok := e.xs.bodies[sub]; ok {
		return b
	}
	sym := e.xs.symOf[sub]
	if sym == nil || sym.fn == nil || sym.sc == nil {
		return nil
	}
	if e.xs.bodies == nil {
		e.xs.bodies = map[*design.Subroutine]design.Stmt{}
	}
	before := e.diags.ErrorCount()
	b := e.stmt(sym.sc, sym.fn.Body)
	if e.diags.ErrorCount() > before {
		b = nil
	}
	e.xs.bodies[sub] = b
	return b
}

// exec runs st. It returns the scope that a disable statement ends, nil when st ran to its end.
func (c *constEval) exec(st design.Stmt, f *constFrame) *design.Scope {
	if c.failed || st == nil {
		return nil
	}
	if c.steps++; c.steps > maxConstSteps {
		c.fail(st.Position(), "the evaluation of a constant function takes more than %d steps", maxConstSteps)
		return nil
	}
	switch st := st.(type) {
	case *design.Null, *design.SysTask:
	case *design.Block:
		for _, x := range st.Stmts {
			if d := c.exec(x, f); d != nil {
				if d == st.Scope {
					return nil
				}
				return d
			}
			if c.failed {
				return nil
			}
		}
	case *design.AssignStmt:
		c.assign(st, f)
	case *design.If:
		if c.eval(st.Cond, f).truth() == logic.L1 {
			return c.exec(st.Then, f)
		}
		return c.exec(st.Else, f)
	case *design.Case:
		return c.exec(c.choose(st, f), f)
	case *design.Forever:
		for !c.failed {
			if d := c.exec(st.Body, f); d != nil {
				return d
			}
			c.steps++
		}
	case *design.Repeat:
		n := c.eval(st.Count, f)
		count, known := offsetOf(n.v, st.Count.Signed)
		for ; known && count > 0 && !c.failed; count-- {
			if d := c.exec(st.Body, f); d != nil {
				return d
			}
			c.steps++
		}
	case *design.While:
		for !c.failed && c.eval(st.Cond, f).truth() == logic.L1 {
			if d := c.exec(st.Body, f); d != nil {
				return d
			}
		}
	case *design.For:
		for c.exec(st.Init, f); !c.failed && c.eval(st.Cond, f).truth() == logic.L1; c.exec(st.Step, f) {
			if d := c.exec(st.Body, f); d != nil {
				return d
			}
		}
	case *design.Disable:
		return st.Scope
	default:
		c.fail(st.Position(), "this statement may not stand in a constant function (IEEE 1364-2005 10.4.5)")
	}
	return nil
}

func (c *constEval) choose(st *design.Case, f *constFrame) design.Stmt {
	sel := c.eval(st.Sel, f)
	for _, it := range st.Items {
		for _, l := range it.Labels {
			v := c.eval(l, f)
			if c.failed {
				return nil
			}
			match := false
			switch {
			case sel.real:
				match = sel.r == v.r
			case st.Kind == design.CaseZ:
				match = logic.CaseZMatch(sel.v, v.v)
			case st.Kind == design.CaseX:
				match = logic.CaseXMatch(sel.v, v.v)
			default:
				match = logic.CaseEq(sel.v, v.v)
			}
			if match {
				return it.Body
			}
		}
	}
	return st.Default
}

func (c *constEval) assign(st *design.AssignStmt, f *constFrame) {
	v := c.eval(st.RHS, f)
	if st.NonBlocking || st.Delay != nil || st.Event != nil {
		c.fail(st.Position(), "only plain blocking assignments may stand in a constant function (IEEE 1364-2005 10.4.5)")
		return
	}
	at := 0
	for i := len(st.LHS) - 1; i >= 0; i-- {
		l := &st.LHS[i]
		cl := c.cell(f, l.Sig, l.Pos)
		if cl == nil || c.failed {
			return
		}
		dst := &cl.val
		if l.Word != nil {
			w := c.eval(l.Word, f)
			n, known := offsetOf(w.v, l.Word.Signed)
			if !known || n < 0 || n >= len(cl.words) {
				at += l.Width
				continue
			}
			dst = &cl.words[n]
		}
		if l.Sig.Real {
			*dst = v
			continue
		}
		src := v.v
		if len(st.LHS) > 1 {
			src = logic.Slice(v.v, at, l.Width)
		}
		at += l.Width
		off, known := l.Off, true
		if l.OffExpr != nil {
			off, known = offsetOf(c.eval(l.OffExpr, f).v, l.OffExpr.Signed)
		}
		if known {
			dst.v = logic.SetSlice(dst.v, off, src)
		}
	}
}
