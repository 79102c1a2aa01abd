package parse

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/source"
)

// binaryOps gives each binary operator its precedence (table 5-4; higher binds
// tighter) and its node.
var binaryOps = map[string]struct {
	prec int
	op   ast.BinaryOp
}{
	"**": {11, ast.Pow},
	"*":  {10, ast.Mul}, "/": {10, ast.Div}, "%": {10, ast.Mod},
	"+": {9, ast.Add}, "-": {9, ast.Sub},
	"<<": {8, ast.Shl}, ">>": {8, ast.Shr}, "<<<": {8, ast.AShl}, ">>>": {8, ast.AShr},
	"<": {7, ast.Lt}, "<=": {7, ast.Le}, ">": {7, ast.Gt}, ">=": {7, ast.Ge},
	"==": {6, ast.Eq}, "!=": {6, ast.Ne}, "===": {6, ast.CaseEq}, "!==": {6, ast.CaseNe},
	"&": {5, ast.BitAnd},
	"^": {4, ast.BitXor}, "~^": {4, ast.BitXnor}, "^~": {4, ast.BitXnor},
	"|":  {3, ast.BitOr},
	"&&": {2, ast.LogicAnd},
	"||": {1, ast.LogicOr},
}

var unaryOps = map[string]ast.UnaryOp{"+": ast.UnaryPlus, "-": ast.UnaryMinus, "!": ast.LogicNot, "~": ast.BitNot, "&": ast.RedAnd,
	"~&": ast.RedNand, "|": ast.RedOr, "~|": ast.RedNor, "^": ast.RedXor, "~^": ast.RedXnor, "^~": ast.RedXnor}

// expr parses an expression.
func (p *parser) expr() ast.Expr {
	p.enter()
	if p.exprNest++; p.exprNest == 1 {
		p.chain = 0
	}
	e := p.conditional()
	p.exprNest--
	p.leave()
	return e
}

// link counts a step of a chain of operators, which deepens the tree without
// deepening the recursion here.
func (p *parser) link() {
	if p.chain++; p.chain > MaxChain {
		p.abort(diag.ParseDepth, p.tok().pos, "an expression has a chain of more than %d operators", MaxChain)
	}
}

// conditional parses ?: and what binds tighter. The else branches of a chain
// are taken in a loop, then joined from the right.
func (p *parser) conditional() ast.Expr {
	e := p.binary(1)
	if !p.isOp("?") {
		return e
	}
	var chain []*ast.Cond
	for p.isOp("?") {
		p.link()
		p.next()
		c := &ast.Cond{Attrs: p.attrs(), Cond: e}
		c.Then = p.expr()
		p.want(":", "in the conditional expression")
		chain = append(chain, c)
		e = p.binary(1)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		c := chain[i]
		c.Else = e
		c.Span = ast.Span{From: c.Cond.Pos(), To: e.End()}
		e = c
	}
	return e
}

// binary parses operators of at least the precedence, all left-associative.
func (p *parser) binary(prec int) ast.Expr {
	x := p.unary()
	for {
		t := p.tok()
		if t.kind != tOp {
			return x
		}
		op, ok := binaryOps[t.text]
		reduce := false
		negate := false
		if !ok && !p.strict && (t.text == "~&" || t.text == "~|") { // as Icarus has it: the complement of & or |
			op, ok, negate = binaryOps[t.text[1:]], true, true
		}
		if !ok && t.text == "&&&" && !p.timingArg { // && & written without a space
			op, ok, reduce = binaryOps["&&"], true, true
		}
		if !ok || op.prec < prec {
			return x
		}
		p.link()
		p.next()
		attrs := p.attrs()
		p.enter()
		var y ast.Expr
		if reduce {
			y = p.unaryRest(ast.RedAnd, t.pos.Add(2))
		} else {
			y = p.binary(op.prec + 1)
		}
		p.leave()
		x = &ast.Binary{Span: ast.Span{From: x.Pos(), To: y.End()}, Op: op.op, Attrs: attrs, X: x, Y: y}
		if negate {
			x = &ast.Unary{Span: ast.Span{From: x.Pos(), To: x.End()}, Op: ast.BitNot, X: x}
		}
	}
}

func (p *parser) unaryRest(op ast.UnaryOp, pos source.Pos) ast.Expr {
	x := p.unary()
	return &ast.Unary{Span: ast.Span{From: pos, To: x.End()}, Op: op, X: x}
}

func (p *parser) unary() ast.Expr {
	t := p.tok()
	if t.kind == tOp {
		if op, ok := unaryOps[t.text]; ok {
			p.enter()
			p.next()
			attrs := p.attrs()
			x := p.unary()
			p.leave()
			return &ast.Unary{Span: ast.Span{From: t.pos, To: x.End()}, Op: op, Attrs: attrs, X: x}
		}
	}
	return p.primary()
}

func (p *parser) primary() ast.Expr {
	t := p.tok()
	switch t.kind {
	case tNumber:
		p.next()
		return p.number(*t)
	case tReal:
		p.next()
		return p.real(*t)
	case tString:
		p.next()
		return p.str(*t)
	case tIdent, tEscaped:
		return p.reference(true)
	case tSys:
		p.next()
		c := &ast.SysCall{Span: span(t), Name: t.text}
		if p.isOp("(") {
			c.Parens = true
			c.Args = p.args()
			c.To = p.prev().end
		}
		return c
	case tOp:
		switch t.text {
		case "(":
			p.next()
			e := p.mintypmax()
			p.want(")", "to close the parenthesis")
			return e
		case "{":
			return p.concat()
		case "$":
			p.systemVerilog(t, "'$' as an operand")
		case "'":
			p.systemVerilog(t, "an assignment pattern or cast with '")
		}
	}
	p.unexpectedExpr(t)
	return nil
}

// mintypmax parses e or min:typ:max.
func (p *parser) mintypmax() ast.Expr {
	e := p.expr()
	if !p.isOp(":") {
		return e
	}
	p.next()
	m := &ast.MinTypMax{Min: e}
	m.Typ = p.expr()
	p.want(":", "in min:typ:max")
	m.Max = p.expr()
	m.Span = ast.Span{From: e.Pos(), To: m.Max.End()}
	return m
}

// concat parses {a, b} or {n{a, b}}.
func (p *parser) concat() ast.Expr {
	start := p.next()
	if p.isOp("}") {
		p.fail(diag.ParseExpectedExpr, p.tok().pos, "a concatenation needs at least one operand")
	}
	first := p.expr()
	if p.isOp("{") {
		r := &ast.Repl{Count: first}
		p.next()
		r.Elems = p.exprList()
		p.want("}", "to close the replicated concatenation")
		end := p.want("}", "to close the replication")
		r.Span = ast.Span{From: start.pos, To: end.end}
		return r
	}
	c := &ast.Concat{Elems: []ast.Expr{first}}
	for p.acceptOp(",") {
		c.Elems = append(c.Elems, p.expr())
	}
	end := p.want("}", "to close the concatenation")
	c.Span = ast.Span{From: start.pos, To: end.end}
	return c
}

func (p *parser) exprList() []ast.Expr {
	list := []ast.Expr{p.expr()}
	for p.acceptOp(",") {
		list = append(list, p.expr())
	}
	return list
}

// args parses ( [expr] {, [expr]} ); missing ones are *Empty.
func (p *parser) args() []ast.Expr {
	p.want("(", "")
	if p.acceptOp(")") {
		return nil
	}
	var list []ast.Expr
	for {
		if p.isOp(",") || p.isOp(")") {
			t := p.tok()
			list = append(list, &ast.Empty{Span: ast.Span{From: t.pos, To: t.pos}})
		} else {
			list = append(list, p.expr())
		}
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(")", "to close the arguments")
	return list
}

// reference parses a hierarchical name with its selects, or (when calls) a
// function call.
func (p *parser) reference(calls bool) ast.Expr {
	t := p.tok()
	id := &ast.Ident{Span: span(t)}
	p.namePart(id)
	var e ast.Expr = id
	for {
		switch {
		case p.isOp("["):
			p.link()
			e = p.selected(e)
		case p.isOp("."):
			if n := p.peek(1); n.kind != tIdent && n.kind != tEscaped {
				p.next()
				p.unexpected("behind the '.' of a hierarchical name")
			}
			if !foldIndexes(id, e) {
				p.fail(diag.ParseUnexpected, p.tok().pos, "a part select cannot stand within a hierarchical name")
			}
			p.next()
			p.namePart(id)
			e = id
		case p.isOp("(") && calls && e == ast.Expr(id):
			c := &ast.Call{Name: id, Args: p.args()}
			c.Span = ast.Span{From: id.From, To: p.prev().end}
			return c
		case p.isOp("(*") && calls && e == ast.Expr(id) && p.attrThenParen():
			c := &ast.Call{Name: id, Attrs: p.attrs()}
			c.Args = p.args()
			c.Span = ast.Span{From: id.From, To: p.prev().end}
			return c
		default:
			return e
		}
	}
}

// attrThenParen tells whether an attribute here is followed by "(" (A.8.2).
func (p *parser) attrThenParen() bool {
	for k := 1; ; k++ {
		switch t := p.peek(k); {
		case t.kind == tEOF:
			return false
		case t.kind == tOp && t.text == "*)":
			n := p.peek(k + 1)
			return n.kind == tOp && n.text == "("
		}
	}
}

func (p *parser) namePart(id *ast.Ident) {
	t := p.tok()
	if t.kind != tIdent && t.kind != tEscaped {
		p.unexpected("where a name is needed")
	}
	p.next()
	id.Parts = append(id.Parts, ast.NamePart{Span: span(t), Name: t.text, Escaped: t.kind == tEscaped})
	id.To = t.end
}

// foldIndexes moves the Index nodes around id into its last part.
func foldIndexes(id *ast.Ident, e ast.Expr) bool {
	var idx []ast.Expr
	for e != ast.Expr(id) {
		x, ok := e.(*ast.Index)
		if !ok {
			return false
		}
		idx = append(idx, x.I)
		e = x.X
	}
	for i, j := 0, len(idx)-1; i < j; i, j = i+1, j-1 {
		idx[i], idx[j] = idx[j], idx[i]
	}
	id.Parts[len(id.Parts)-1].Index = idx
	return true
}

// selected parses one [ ] behind x.
func (p *parser) selected(x ast.Expr) ast.Expr {
	p.want("[", "")
	l := p.expr()
	k := ast.SelectConst
	switch {
	case p.isOp(":"):
	case p.isOp("+:"):
		k = ast.SelectUp
	case p.isOp("-:"):
		k = ast.SelectDown
	default:
		end := p.want("]", "to close the select")
		return &ast.Index{Span: ast.Span{From: x.Pos(), To: end.end}, X: x, I: l}
	}
	p.next()
	r := p.expr()
	end := p.want("]", "to close the part select")
	return &ast.RangeSelect{Span: ast.Span{From: x.Pos(), To: end.end}, X: x, Kind: k, L: l, R: r}
}

// lvalue parses what may stand left of an assignment: a name with selects or a
// concatenation of such.
func (p *parser) lvalue() ast.Expr {
	p.exprNest, p.chain = 0, 0
	t := p.tok()
	if t.kind == tOp && t.text == "{" {
		e := p.concat()
		p.checkLValue(e)
		return e
	}
	return p.reference(false)
}

// checkLValue complains about operands of a concatenation that cannot be
// assigned to.
func (p *parser) checkLValue(e ast.Expr) {
	switch e := e.(type) {
	case *ast.Ident, *ast.Index, *ast.RangeSelect:
	case *ast.Concat:
		for _, x := range e.Elems {
			p.checkLValue(x)
		}
	default:
		p.fail(diag.ParseBadLValue, e.Pos(), "this cannot be assigned to")
	}
}

// rng parses [msb:lsb] or, for an array, [size].
func (p *parser) rng(array bool) *ast.Range {
	start := p.want("[", "")
	r := &ast.Range{}
	if p.isOp("]") {
		p.systemVerilog(p.tok(), "an empty dimension []")
	}
	r.MSB = p.expr()
	if p.acceptOp(":") {
		r.LSB = p.expr()
	} else if array && p.isOp("]") {
		p.extension(&start, "a dimension with a size")
		r.Size = true
	} else {
		p.dialect()
		p.fail(diag.ParseBadDeclaration, p.tok().pos, "a range needs [msb:lsb]")
	}
	end := p.want("]", "to close the range")
	r.Span = ast.Span{From: start.pos, To: end.end}
	return r
}

// optRange parses a range if one stands here.
func (p *parser) optRange() *ast.Range {
	if p.isOp("[") {
		return p.rng(false)
	}
	return nil
}

// packedRanges parses the range of a net or variable, and the further ones of a packed array.
func (p *parser) packedRanges() (outer *ast.Range, inner []*ast.Range) {
	outer = p.optRange()
	for outer != nil && p.isOp("[") {
		if len(inner) == 0 {
			p.extension(p.tok(), "a packed array, with several ranges before its name,")
		}
		inner = append(inner, p.rng(false))
	}
	return outer, inner
}

// dims parses array dimensions.
func (p *parser) dims() []*ast.Range {
	var d []*ast.Range
	for p.isOp("[") {
		d = append(d, p.rng(true))
	}
	return d
}
