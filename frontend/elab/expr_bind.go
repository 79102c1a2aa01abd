package elab

import (
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// badNode stands for an operand that could not be elaborated; its error has been reported.
func badNode(pos source.Pos) *node { return leafNode(konst(logic.Filled(1, logic.LX), false, pos)) }

var unaryOps = map[ast.UnaryOp]design.Op{
	ast.UnaryMinus: design.OpNeg, ast.BitNot: design.OpNot, ast.LogicNot: design.OpLogNot,
	ast.RedAnd: design.OpRedAnd, ast.RedNand: design.OpRedNand, ast.RedOr: design.OpRedOr,
	ast.RedNor: design.OpRedNor, ast.RedXor: design.OpRedXor, ast.RedXnor: design.OpRedXnor,
}

var binaryOps = map[ast.BinaryOp]design.Op{
	ast.Add: design.OpAdd, ast.Sub: design.OpSub, ast.Mul: design.OpMul, ast.Div: design.OpDiv,
	ast.Mod: design.OpMod, ast.Pow: design.OpPow, ast.Eq: design.OpEq, ast.Ne: design.OpNe,
	ast.CaseEq: design.OpCaseEq, ast.CaseNe: design.OpCaseNe, ast.LogicAnd: design.OpLogAnd,
	ast.LogicOr: design.OpLogOr, ast.Lt: design.OpLt, ast.Le: design.OpLe, ast.Gt: design.OpGt,
	ast.Ge: design.OpGe, ast.BitAnd: design.OpAnd, ast.BitOr: design.OpOr, ast.BitXor: design.OpXor,
	ast.BitXnor: design.OpXnor, ast.Shl: design.OpShl, ast.AShl: design.OpShl, ast.Shr: design.OpShr,
	ast.AShr: design.OpAShr,
}

// bind resolves x and builds its node. It never returns nil.
func (e *elab) bind(s *scope, x ast.Expr) *node {
	switch x := x.(type) {
	case *ast.Number:
		return bindNumber(x)
	case *ast.Real:
		return leafNode(konstReal(x.Value, x.Pos()))
	case *ast.String:
		return leafNode(konstText(x.Value, x.Pos()))
	case *ast.MinTypMax:
		return e.bind(s, e.corner(x))
	case *ast.Ident, *ast.Index, *ast.RangeSelect:
		return e.bindPlace(s, x)
	case *ast.Unary:
		return e.bindUnary(s, x)
	case *ast.Binary:
		return e.bindBinary(s, x)
	case *ast.Cond:
		c := e.condition(s, x.Cond)
		return &node{kind: nodeCond, op: design.OpCond, pos: x.Pos(), cond: c, a: e.operand(s, x.Then), b: e.operand(s, x.Else)}
	case *ast.Concat:
		parts := e.concatParts(s, x.Elems)
		return leafNode(e.joined(x.Pos(), parts))
	case *ast.Repl:
		return e.bindRepl(s, x)
	case *ast.Call:
		return e.bindCall(s, x)
	case *ast.SysCall:
		return e.bindSysCall(s, x)
	case nil:
		e.diags.Errorf(codeExpr, source.NoPos, "an expression is missing")
		return badNode(source.NoPos)
	default:
		e.diags.Errorf(codeExpr, x.Pos(), "an expression is missing")
		return badNode(x.Pos())
	}
}

// operand binds an operand of an operator, which must have bits.
func (e *elab) operand(s *scope, x ast.Expr) *node {
	n := e.bind(s, x)
	if n.kind == nodeLeaf && isZeroWidth(n.leaf) {
		return leafNode(e.hasBits(n.leaf))
	}
	return n
}

func bindNumber(x *ast.Number) *node {
	n := leafNode(konst(logic.FromPlanes(x.Width, x.Val, x.XZ), x.Signed, x.Pos()))
	n.literal = true
	n.fill = x.Extend != 0
	if !x.Sized {
		n.how, n.digits = leafUnsized, x.Digits
	}
	return n
}

// condition elaborates a self-determined condition; a vector is reduced by whoever reads it.
func (e *elab) condition(s *scope, x ast.Expr) *design.Expr { return e.bind(s, x).self(modeSized) }

func (e *elab) bindUnary(s *scope, x *ast.Unary) *node {
	a := e.operand(s, x.X)
	op := unaryOps[x.Op] // OpInvalid for unary plus
	switch x.Op {
	case ast.UnaryPlus, ast.UnaryMinus, ast.BitNot:
		n := &node{kind: nodeUnary, op: op, pos: x.Pos(), a: a}
		if x.Op == ast.BitNot && e.isReal(a) {
			return e.realOperand(x.Pos(), x.Op.String())
		}
		return n
	}
	v := a.self(modeSized)
	if v.Real && x.Op != ast.LogicNot {
		return e.realOperand(x.Pos(), x.Op.String())
	}
	return leafNode(op1(op, 1, false, x.Pos(), v))
}

func (e *elab) isReal(n *node) bool {
	var m widthMode
	n.measure(&m)
	return n.real
}

func (e *elab) realOperand(pos source.Pos, op string) *node {
	e.diags.Errorf(codeRealOperand, pos, "operator %s may not have a real operand (IEEE 1364-2005 5.1.2)", op)
	return badNode(pos)
}

func (e *elab) bindBinary(s *scope, x *ast.Binary) *node {
	a, b := e.operand(s, x.X), e.operand(s, x.Y)
	op := binaryOps[x.Op]
	pos := x.Pos()
	switch x.Op {
	case ast.Mod:
		if e.isReal(a) || e.isReal(b) {
			e.diags.Warnf(codeExtension, pos, "operator %% has a real operand, which IEEE 1364-2005 5.1.1 does not have")
		}
		return &node{kind: nodeBinary, op: op, pos: pos, a: a, b: b}
	case ast.Add, ast.Sub, ast.Mul, ast.Div:
		return &node{kind: nodeBinary, op: op, pos: pos, a: a, b: b}
	case ast.BitAnd, ast.BitOr, ast.BitXor, ast.BitXnor:
		if e.isReal(a) || e.isReal(b) {
			return e.realOperand(pos, x.Op.String())
		}
		return &node{kind: nodeBinary, op: op, pos: pos, a: a, b: b}
	case ast.Pow:
		return &node{kind: nodeLeft, op: op, pos: pos, a: a, b: b}
	case ast.Shl, ast.Shr, ast.AShl, ast.AShr:
		if e.isReal(a) || e.isReal(b) {
			return e.realOperand(pos, x.Op.String())
		}
		return &node{kind: nodeLeft, op: op, pos: pos, a: a, b: b}
	case ast.LogicAnd, ast.LogicOr:
		return leafNode(e.logical(op, pos, a.self(modeSized), b.self(modeSized)))
	case ast.CaseEq, ast.CaseNe:
		if e.isReal(a) || e.isReal(b) {
			return e.realOperand(pos, x.Op.String())
		}
	}
	return leafNode(compare(op, pos, a, b))
}

// logical builds && and ||; a constant that decides makes the other operand vanish, as evaluation may stop there
// (IEEE 1364-2005 5.1.9). Of what vanishes e takes note.
func (e *elab) logical(op design.Op, pos source.Pos, a, b *design.Expr) *design.Expr {
	decides := logic.L0
	if op == design.OpLogOr {
		decides = logic.L1
	}
	if isConst(a) && constOf(a).truth() == decides {
		if !isConst(b) {
			e.decided = append(e.decided, b)
		}
		return konst(decides.Vec(), false, pos)
	}
	return op2(op, 1, false, pos, a, b)
}

// concatParts elaborates the items of a concatenation: each self-determined and sized (IEEE 1364-2005 5.1.14).
func (e *elab) concatParts(s *scope, xs []ast.Expr) []*design.Expr {
	var parts []*design.Expr
	for _, x := range xs {
		n := e.bind(s, x)
		if n.kind == nodeLeaf && n.how == leafUnsized {
			e.diags.Errorf(codeUnsized, x.Pos(), "an unsized constant may not be an item of a concatenation (IEEE 1364-2005 5.1.14)")
		}
		v := n.self(modeSized)
		if v.Real {
			e.diags.Errorf(codeRealOperand, x.Pos(), "a real value may not be an item of a concatenation")
			v = badNode(x.Pos()).leaf
		}
		parts = append(parts, v)
	}
	return parts
}

// joined concatenates parts; at least one must have bits.
func (e *elab) joined(pos source.Pos, parts []*design.Expr) *design.Expr {
	w := 0
	var unused []*design.Expr // operands of zero replications that do something: they are evaluated all the same
	for _, p := range parts {
		w += p.Width
		if p.Width == 0 && p.Op == design.OpRepeat {
			unused = append(unused, p.Args...)
		}
	}
	if len(unused) > 0 && w > 0 {
		return part(concat(pos, append(unused, parts...)...), 0, w, pos)
	}
	if w == 0 {
		e.diags.Errorf(codeZeroWidth, pos, "a concatenation has no bits: a replication of zero times needs a sibling with bits (IEEE 1364-2005 5.1.14)")
		return badNode(pos).leaf
	}
	if !e.widthOK(pos, w) {
		return badNode(pos).leaf
	}
	if text, ok := textOf(parts); ok {
		return konstText(text, pos)
	}
	if len(parts) == 1 {
		return copyUnsigned(parts[0])
	}
	return concat(pos, parts...)
}

// textOf joins parts if each of them is a string constant: what is printed of {"a", "b"} is a text, as in Icarus Verilog.
func textOf(parts []*design.Expr) (string, bool) {
	size := 0
	for _, p := range parts {
		if p.Op != design.OpConst || !p.Str || p.Width != 8*max(len(p.Text), 1) {
			return "", false
		}
		size += len(p.Text)
	}
	var b strings.Builder
	b.Grow(size)
	for _, p := range parts {
		if p.Text == "" {
			b.WriteByte(0)
		}
		b.WriteString(p.Text)
	}
	return b.String(), true
}

// konstText is the string constant of text.
func konstText(text string, pos source.Pos) *design.Expr {
	c := konst(logic.FromBytes(text), false, pos)
	c.Str, c.Text = true, text
	return c
}

// copyUnsigned drops an operand's signedness and that it was a text: concatenations are unsigned whatever their operands.
func copyUnsigned(x *design.Expr) *design.Expr {
	if x.Op == design.OpConst && x.Str {
		c := *x
		c.Str, c.Text = false, ""
		return &c
	}
	return resign(x, false)
}

// widthOK refuses vectors of more than maxWidth bits.
func (e *elab) widthOK(pos source.Pos, w int) bool {
	if w > maxWidth || w < 0 {
		e.diags.Errorf(codeTooWide, pos, "an expression of more than %d bits is not supported", maxWidth)
		return false
	}
	return true
}

// bindRepl elaborates {n{...}}. A count of zero leaves no bits, which only a surrounding concatenation may hold.
func (e *elab) bindRepl(s *scope, x *ast.Repl) *node {
	parts := e.concatParts(s, x.Elems)
	in := e.joined(x.Pos(), parts)
	count := e.constValue(s, x.Count)
	if count == nil {
		return badNode(x.Pos())
	}
	count = toInt(count, 64, count.Signed)
	n, known := count.Val.Int64()
	if !known || n < 0 {
		e.diags.Errorf(codeReplCount, x.Count.Pos(), "a replication count must be a known number of 0 or more (IEEE 1364-2005 5.1.14)")
		return badNode(x.Pos())
	}
	if n > maxWidth || !e.widthOK(x.Pos(), int(n)*in.Width) {
		e.widthOK(x.Pos(), maxWidth+1)
		return badNode(x.Pos())
	}
	if n == 0 && calls(in) {
		return leafNode(&design.Expr{Op: design.OpRepeat, Pos: x.Pos(), Args: []*design.Expr{in}})
	}
	if n == 0 {
		return leafNode(konst(logic.New(0), false, x.Pos()))
	}
	if text, ok := textOf([]*design.Expr{in}); ok {
		return leafNode(konstText(strings.Repeat(text, int(n)), x.Pos()))
	}
	if n == 1 {
		return leafNode(copyUnsigned(in))
	}
	return leafNode(fold(&design.Expr{Op: design.OpRepeat, Width: int(n) * in.Width, Off: int(n), Pos: x.Pos(), Args: []*design.Expr{in}}))
}

// calls tells whether x calls a function, which may do more than give a value.
func calls(x *design.Expr) bool {
	found := false
	x.Walk(func(n *design.Expr) bool {
		found = found || n.Op == design.OpCall || n.Op == design.OpSys
		return !found
	})
	return found
}

// bindCall elaborates a call of a user function: each argument is assigned to its port (IEEE 1364-2005 10.4.3).
func (e *elab) bindCall(s *scope, x *ast.Call) *node {
	sym, _, ok := e.resolve(s, x.Name)
	if !ok {
		return badNode(x.Pos())
	}
	if sym.kind == symSignal && sym.home.fnode != nil && sym.home.parent != nil {
		// Inside a function its name is the result; a call of it means the function.
		if f, _ := e.find(sym.home.parent, x.Name); f != nil {
			sym = f
		}
	}
	if sym.kind != symFunc {
		e.diags.Errorf(codeNotFunction, x.Pos(), "'%s' is not a function", x.Name.Last())
		return badNode(x.Pos())
	}
	sub := sym.sub
	if sub == nil || sub.Result == nil {
		return badNode(x.Pos())
	}
	if e.xs.symOf == nil {
		e.xs.symOf = map[*design.Subroutine]*symbol{}
	}
	e.xs.symOf[sub] = sym
	args := e.callArgs(s, sub, x.Args, x.Pos())
	if args == nil {
		return badNode(x.Pos())
	}
	r := sub.Result
	return leafNode(&design.Expr{Op: design.OpCall, Width: r.Width, Signed: r.Signed || r.Real, Real: r.Real, Pos: x.Pos(), Sub: sub, Args: args})
}

func (e *elab) callArgs(s *scope, sub *design.Subroutine, xs []ast.Expr, pos source.Pos) []*design.Expr {
	if len(xs) == 1 && ast.IsEmpty(xs[0]) && len(sub.Ports) == 0 {
		xs = nil
	}
	if len(xs) != len(sub.Ports) {
		e.diags.Errorf(codeArgCount, pos, "function %s has %d arguments, %d given", lastName(sub.Name), len(sub.Ports), len(xs))
		return nil
	}
	args := make([]*design.Expr, len(xs))
	for i, a := range xs {
		p := sub.Ports[i].Signal
		args[i] = e.exprForSignal(s, a, p)
	}
	return args
}

// exprForSignal elaborates x as the right side of an assignment to sig.
func (e *elab) exprForSignal(s *scope, x ast.Expr, sig *design.Signal) *design.Expr {
	return e.exprFor(s, x, sig.Width, sig.Real)
}

// selfExpr elaborates x as self-determined.
func (e *elab) selfExpr(s *scope, x ast.Expr) *design.Expr {
	v := e.bind(s, x).self(modeSized)
	return e.hasBits(v)
}

// hasBits refuses a value without bits: a zero replication outside a concatenation.
func (e *elab) hasBits(v *design.Expr) *design.Expr {
	if isZeroWidth(v) {
		e.diags.Errorf(codeZeroWidth, v.Pos, "a replication of zero times may only stand in a concatenation (IEEE 1364-2005 5.1.14)")
		return badNode(v.Pos).leaf
	}
	return v
}

// exprFor elaborates x as the right side of an assignment to width bits, or to a real: its context is as wide as the wider
// of both sides (IEEE 1364-2005 5.4.1), its signedness its own (5.5.1).
func (e *elab) exprFor(s *scope, x ast.Expr, width int, lhsReal bool) *design.Expr {
	return e.exprForNode(e.bind(s, x), width, lhsReal, x)
}

func (e *elab) exprForNode(n *node, width int, lhsReal bool, x ast.Expr) *design.Expr {
	var m widthMode
	n.measure(&m)
	if lhsReal {
		return toReal(e.hasBits(n.lowerSelf()))
	}
	if n.real {
		return toInt(n.lowerSelf(), width, true)
	}
	if n.width == 0 {
		return resize(e.hasBits(n.lowerSelf()), width)
	}
	w := max(n.width, width)
	if w > width && n.min != noPruning {
		if n.losesUnknowns(width) {
			w = min(w, max(width, n.pruned))
		} else {
			w = min(w, max(width, n.min))
		}
	}
	v := n.lower(w, n.signed)
	if v.Width == width {
		return v
	}
	if v.Width < width && n.kind == nodeLeaf && n.fill {
		return konst(logic.Extend(n.leaf.Val, width, true), n.signed, n.pos)
	}
	return resize(v, width)
}

// lastName is the last part of a hierarchical name.
func lastName(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '.' {
			return path[i+1:]
		}
	}
	return path
}
