package msl

// newExpr takes nodes from slabs: a text of 400 KB has some 150,000 of them.
func (p *parser) newExpr(k ExprKind, pos Pos) *Expr {
	if len(p.exprs) == 0 {
		p.exprs = make([]Expr, 256)
	}
	e := &p.exprs[0]
	p.exprs = p.exprs[1:]
	e.Kind, e.Pos = k, pos
	return e
}

func (p *parser) newStmt(k StmtKind, pos Pos) *Stmt {
	if len(p.stmts) == 0 {
		p.stmts = make([]Stmt, 64)
	}
	s := &p.stmts[0]
	p.stmts = p.stmts[1:]
	s.Kind, s.Pos = k, pos
	return s
}

func (p *parser) block() *Stmt {
	s := p.newStmt(SBlock, p.tok.pos)
	p.enter(s.Pos)
	p.expect(tLBrace, "")
	s.List = p.stmtList(s.Pos, false)
	p.expect(tRBrace, "after a block")
	p.depth--
	return s
}

// stmtList reads statements up to a closing brace (or, in a switch, a label).
func (p *parser) stmtList(open Pos, inSwitch bool) (list []*Stmt) {
	for p.tok.kind != tRBrace {
		if inSwitch && (p.tok.kind == kwCase || p.tok.kind == kwDefault) {
			return list
		}
		if p.tok.kind == tEOF && len(p.src.errs) == 0 {
			p.fail(open, "'{' is not closed")
		}
		if p.tok.kind == tEOF || len(p.src.errs) >= maxErrors {
			panic(bail{})
		}
		start := p.i
		p.recovering(func() { list = append(list, p.stmt()) }, p.skipStmt)
		if p.i == start {
			p.next()
		}
	}
	return list
}

// skipStmt goes past the next ';' or to the '}' that closes this block.
func (p *parser) skipStmt() {
	depth := 0
	for p.tok.kind != tEOF {
		switch p.tok.kind {
		case tLBrace:
			depth++
		case tRBrace:
			if depth == 0 {
				return
			}
			depth--
			if depth == 0 {
				p.next()
				return
			}
		case tSemi:
			if depth == 0 {
				p.next()
				return
			}
		}
		p.next()
	}
}

func (p *parser) stmt() *Stmt {
	t := p.tok
	p.enter(t.pos)
	defer func() { p.depth-- }()
	switch t.kind {
	case tLBrace:
		return p.block()
	case tSemi:
		p.next()
		return p.newStmt(SEmpty, t.pos)
	case kwIf:
		p.next()
		s := p.newStmt(SIf, t.pos)
		s.X = p.parenExpr("if")
		s.Then = p.stmt()
		if p.accept(kwElse) {
			s.Else = p.elseIf()
		}
		return s
	case kwWhile:
		p.next()
		s := p.newStmt(SWhile, t.pos)
		s.X = p.parenExpr("while")
		s.Then = p.stmt()
		return s
	case kwDo:
		p.next()
		s := p.newStmt(SDo, t.pos)
		s.Then = p.stmt()
		if p.tok.kind != kwWhile {
			p.fail(p.tok.pos, "expected 'while' after the body of do, found %s", p.tok.describe())
		}
		p.next()
		s.X = p.parenExpr("while")
		p.expect(tSemi, "after do ... while")
		return s
	case kwFor:
		return p.forStmt()
	case kwSwitch:
		return p.switchStmt()
	case kwBreak, kwContinue:
		p.next()
		s := p.newStmt(SBreak, t.pos)
		if t.kind == kwContinue {
			s.Kind = SContinue
		}
		p.expect(tSemi, "after "+t.text)
		return s
	case kwReturn:
		p.next()
		s := p.newStmt(SReturn, t.pos)
		if p.tok.kind == tLBrace {
			s.X = p.braceList(nil)
		} else if p.tok.kind != tSemi {
			s.X = p.expr()
		}
		p.expect(tSemi, "after return")
		return s
	case kwCase, kwDefault:
		p.fail(t.pos, "a case label stands directly inside its switch only")
	case kwForbidden:
		p.fail(t.pos, "'%s' is outside the subset", t.text)
	case tIdent:
		if p.peek(1).kind == tColon {
			p.fail(t.pos, "labels are outside the subset")
		}
	}
	if p.startsDecl() {
		s := p.declStmt()
		p.expect(tSemi, "after a declaration")
		return s
	}
	s := p.newStmt(SExpr, t.pos)
	s.X = p.expr()
	p.expect(tSemi, "after an expression")
	return s
}

// elseIf reads what follows else without taking a level of depth for each
// link of a ladder.
func (p *parser) elseIf() *Stmt {
	if p.tok.kind != kwIf {
		return p.stmt()
	}
	head := p.newStmt(SIf, p.tok.pos)
	for s := head; ; {
		p.next()
		s.X = p.parenExpr("if")
		s.Then = p.stmt()
		if !p.accept(kwElse) {
			return head
		}
		if p.tok.kind != kwIf {
			s.Else = p.stmt()
			return head
		}
		s.Else = p.newStmt(SIf, p.tok.pos)
		s = s.Else
	}
}

func (p *parser) parenExpr(after string) *Expr {
	p.expect(tLParen, "after "+after)
	e := p.expr()
	p.expect(tRParen, "after the condition")
	return e
}

// startsDecl tells a declaration from an expression that begins with a type.
func (p *parser) startsDecl() bool {
	if !p.isType(0) {
		return false
	}
	switch p.tok.kind {
	case tIdent:
		k := p.peek(1).kind
		return k != tLParen && k != tLBrace
	}
	return true
}

func (p *parser) declStmt() *Stmt {
	s := p.newStmt(SDecl, p.tok.pos)
	sp := p.declSpec()
	if sp.static {
		p.fail(sp.pos, "static locals are outside the subset")
	}
	if sp.kernel || sp.inline {
		p.fail(sp.pos, "a local is neither kernel nor inline")
	}
	for {
		d := p.declarator(&sp, false)
		if d.typ.Kind == Void {
			p.fail(d.name.pos, "variable '%s' has type void", d.name.text)
		}
		v := &Var{Name: d.name.text, Pos: d.name.pos, Type: d.typ, Kind: Local, FuncConst: -1, Buffer: -1,
			Const: (sp.konst || sp.constexpr) && d.typ == sp.base}
		v.attrs = sp.attrs
		if d.typ == sp.base && sp.space != NoSpace && sp.space != Thread {
			p.fail(d.name.pos, "local '%s' cannot be in the %s address space", d.name.text, sp.space)
		}
		if p.tok.kind == tLBracket && p.peek(1).kind != tLBracket {
			if d.typ.Kind == Pointer {
				p.fail(p.tok.pos, "only arrays of scalars are in the subset")
			}
			p.arraySuffix(v, Thread)
			if v.Type.Len < 1 || v.Type.Len > maxLocalArray {
				p.fail(v.Pos, "local array '%s' must have 1 to %d elements", v.Name, maxLocalArray)
			}
			v.AddrTaken = true
		}
		v.attrs = append(v.attrs, p.bracketAttrs()...)
		if p.accept(tAssign) {
			v.Init = p.initializer()
		} else if p.tok.kind == tLBrace {
			v.Init = p.braceList(nil)
		} else if p.tok.kind == tLParen {
			p.next()
			v.Init = p.assignExpr()
			p.expect(tRParen, "after an initialiser")
		}
		if p.fn != nil {
			v.Index = p.fn.NumVars
			p.fn.NumVars++
		}
		s.Vars = append(s.Vars, v)
		if !p.accept(tComma) {
			return s
		}
	}
}

func (p *parser) forStmt() *Stmt {
	s := p.newStmt(SFor, p.tok.pos)
	p.next()
	p.expect(tLParen, "after for")
	if !p.accept(tSemi) {
		if p.startsDecl() {
			s.Init = p.declStmt()
		} else {
			s.Init = p.newStmt(SExpr, p.tok.pos)
			s.Init.X = p.expr()
		}
		p.expect(tSemi, "after the first part of for")
	}
	if p.tok.kind != tSemi {
		s.X = p.expr()
	}
	p.expect(tSemi, "after the second part of for")
	if p.tok.kind != tRParen {
		s.Post = p.expr()
	}
	p.expect(tRParen, "after the third part of for")
	s.Then = p.stmt()
	return s
}

func (p *parser) switchStmt() *Stmt {
	s := p.newStmt(SSwitch, p.tok.pos)
	p.next()
	s.X = p.parenExpr("switch")
	open := p.tok.pos
	p.expect(tLBrace, "after switch (...)")
	for p.tok.kind != tRBrace {
		if p.tok.kind != kwCase && p.tok.kind != kwDefault {
			p.fail(p.tok.pos, "expected 'case' or 'default', found %s", p.tok.describe())
		}
		c := Case{Pos: p.tok.pos}
		for p.tok.kind == kwCase || p.tok.kind == kwDefault {
			if p.tok.kind == kwDefault {
				if c.Default {
					p.src.errorf(p.tok.pos, "a switch has two defaults")
				}
				c.Default = true
				p.next()
			} else {
				p.next()
				c.Labels = append(c.Labels, p.condExpr())
			}
			p.expect(tColon, "after a case label")
		}
		c.Body = p.stmtList(open, true)
		s.Cases = append(s.Cases, c)
	}
	p.next()
	return s
}

// expr reads a comma expression.
func (p *parser) expr() *Expr {
	e := p.assignExpr()
	for p.tok.kind == tComma {
		c := p.newExpr(EComma, p.tok.pos)
		p.next()
		c.X, c.Y = e, p.assignExpr()
		e = c
	}
	return e
}

var assignOps = map[tokKind]Op{
	tAssign: NoOp, tMulAssign: Mul, tDivAssign: Div, tModAssign: Mod,
	tAddAssign: Add, tSubAssign: Sub, tShlAssign: Shl, tShrAssign: Shr,
	tAndAssign: And, tXorAssign: Xor, tOrAssign: Or,
}

func (p *parser) assignExpr() *Expr {
	e := p.condExpr()
	if p.tok.kind < tAssign || p.tok.kind > tOrAssign {
		return e
	}
	a := p.newExpr(EAssign, p.tok.pos)
	p.enter(a.Pos)
	a.Op = assignOps[p.tok.kind]
	p.next()
	a.X = e
	if p.tok.kind == tLBrace {
		a.Y = p.braceList(nil)
	} else {
		a.Y = p.assignExpr()
	}
	p.depth--
	return a
}

func (p *parser) condExpr() *Expr {
	e := p.binaryExpr(1)
	if p.tok.kind != tQuestion {
		return e
	}
	c := p.newExpr(ECond, p.tok.pos)
	p.enter(c.Pos)
	p.next()
	c.X = e
	c.Y = p.expr()
	p.expect(tColon, "in ?:")
	c.Z = p.assignExpr()
	p.depth--
	return c
}

type binOp struct {
	op   Op
	prec int8
}

// binOps is indexed by token kind; precedence 0 means: not a binary operator.
var binOps = func() (t [tAssign]binOp) {
	t[tLOr] = binOp{LOr, 1}
	t[tLAnd] = binOp{LAnd, 2}
	t[tOr] = binOp{Or, 3}
	t[tXor] = binOp{Xor, 4}
	t[tAnd] = binOp{And, 5}
	t[tEq] = binOp{Eq, 6}
	t[tNe] = binOp{Ne, 6}
	t[tLt] = binOp{Lt, 7}
	t[tGt] = binOp{Gt, 7}
	t[tLe] = binOp{Le, 7}
	t[tGe] = binOp{Ge, 7}
	t[tShl] = binOp{Shl, 8}
	t[tShr] = binOp{Shr, 8}
	t[tAdd] = binOp{Add, 9}
	t[tSub] = binOp{Sub, 9}
	t[tMul] = binOp{Mul, 10}
	t[tDiv] = binOp{Div, 10}
	t[tMod] = binOp{Mod, 10}
	return t
}()

func (p *parser) binaryExpr(minPrec int8) *Expr {
	e := p.unaryExpr()
	for n := 0; p.tok.kind < tAssign; n++ {
		b := binOps[p.tok.kind]
		if b.prec == 0 || b.prec < minPrec {
			break
		}
		if n > 4000 {
			p.fail(p.tok.pos, "an expression has more than 4000 operators in a row")
		}
		x := p.newExpr(EBinary, p.tok.pos)
		x.Op = b.op
		if b.op == LAnd || b.op == LOr {
			x.Kind = ELogical
		}
		p.next()
		x.X, x.Y = e, p.binaryExpr(b.prec+1)
		e = x
	}
	return e
}

func (p *parser) unaryExpr() *Expr {
	t := p.tok
	p.enter(t.pos)
	defer func() { p.depth-- }()
	unary := func(op Op) *Expr {
		p.next()
		e := p.newExpr(EUnary, t.pos)
		e.Op = op
		e.X = p.unaryExpr()
		return e
	}
	switch t.kind {
	case tSub:
		return unary(Neg)
	case tAdd:
		return unary(Plus)
	case tTilde:
		return unary(Not)
	case tNot:
		return unary(LNot)
	case tMul, tAnd:
		p.next()
		e := p.newExpr(EDeref, t.pos)
		if t.kind == tAnd {
			e.Kind = EAddr
		}
		e.X = p.unaryExpr()
		return e
	case tInc, tDec:
		p.next()
		e := p.newExpr(EIncDec, t.pos)
		e.Op = Add
		if t.kind == tDec {
			e.Op = Sub
		}
		e.X = p.unaryExpr()
		return e
	case tLParen:
		if p.isType(1) {
			k := p.peek(2).kind
			if p.peek(1).kind != tIdent || k == tRParen || k == tMul {
				p.next()
				typ := p.abstractType()
				p.expect(tRParen, "after the type of a cast")
				e := p.newExpr(EConv, t.pos)
				e.Type = typ
				e.X = p.unaryExpr()
				return e
			}
		}
	}
	return p.postfixExpr()
}

// abstractType reads a type without a name, as in a cast.
func (p *parser) abstractType() *Type {
	s := p.declSpec()
	if s.static || s.inline || s.kernel || len(s.attrs) > 0 {
		p.fail(s.pos, "a cast takes a plain type")
	}
	switch {
	case p.tok.kind == tMul:
		if s.space == NoSpace {
			p.fail(p.tok.pos, "a pointer needs an address space")
		}
		if s.base.Kind == Void {
			p.fail(p.tok.pos, "pointers to void are outside the subset")
		}
		p.next()
		if p.tok.kind == tMul {
			p.fail(p.tok.pos, "a pointer to a pointer is outside the subset")
		}
		return p.types.pointer(s.base, s.space, s.konst)
	case s.space != NoSpace:
		p.fail(s.pos, "a cast takes an address space for pointers only")
	}
	return s.base
}

func (p *parser) args() (list []*Expr) {
	p.expect(tLParen, "before arguments")
	for p.tok.kind != tRParen {
		if p.tok.kind == tLBrace {
			list = append(list, p.braceList(nil))
		} else {
			list = append(list, p.assignExpr())
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRParen, "after arguments")
	return list
}

func (p *parser) primary() *Expr {
	t := p.tok
	switch t.kind {
	case tInt:
		p.next()
		l, ok := parseInt(t.text)
		if !ok {
			p.fail(t.pos, "'%s' is not an integer literal of the subset", t.text)
		}
		if l.overflow {
			p.src.errorf(t.pos, "integer literal '%s' is too large", t.text)
		}
		e := p.newExpr(EInt, t.pos)
		e.Val, e.Type = l.val, l.typ
		return e
	case kwTrue, kwFalse:
		p.next()
		e := p.newExpr(EInt, t.pos)
		e.Type = TypeBool
		if t.kind == kwTrue {
			e.Val = 1
		}
		return e
	case tLParen:
		p.next()
		e := p.expr()
		p.expect(tRParen, "after an expression")
		return e
	case kwStaticCast, kwAsType:
		p.next()
		p.expect(tLt, "after "+t.text)
		typ := p.abstractType()
		p.expect(tGt, "after the type of "+t.text)
		p.expect(tLParen, "after "+t.text+"<...>")
		e := p.newExpr(EConv, t.pos)
		if t.kind == kwAsType {
			e.Kind = EAsType
		}
		e.Type = typ
		e.X = p.expr()
		p.expect(tRParen, "after "+t.text)
		return e
	case kwUnsigned, kwSigned:
		return p.typeExpr(p.baseType("a type"), t)
	case tIdent:
		if t.text == "metal" && p.peek(1).kind == tScope {
			p.next()
			p.next()
			return p.primary()
		}
		if p.isType(0) {
			return p.typeExpr(p.baseType("a type"), t)
		}
		p.next()
		if p.tok.kind == tLParen {
			e := p.newExpr(ECall, t.pos)
			e.Name = t.text
			e.Args = p.args()
			return e
		}
		e := p.newExpr(EName, t.pos)
		e.Name = t.text
		return e
	case tLBracket:
		p.fail(t.pos, "lambdas are outside the subset")
	case kwForbidden:
		p.fail(t.pos, "'%s' is outside the subset", t.text)
	}
	p.fail(t.pos, "expected an expression, found %s", t.describe())
	return nil
}

// typeExpr reads T(x), T() or T{...} after T.
func (p *parser) typeExpr(typ *Type, t token) *Expr {
	if p.tok.kind == tLBrace {
		e := p.braceList(typ)
		e.Pos = t.pos
		return e
	}
	if p.tok.kind != tLParen {
		p.fail(p.tok.pos, "expected '(' or '{' after type '%s', found %s", typ, p.tok.describe())
	}
	args := p.args()
	if typ.Kind == StructKind {
		e := p.newExpr(EInit, t.pos)
		if len(args) == 1 {
			p.src.errorf(t.pos, "build a struct with braces: %s{...}", typ)
		}
		e.Type, e.Args = typ, args
		return e
	}
	if len(args) == 0 && typ.IsInteger() {
		e := p.newExpr(EInt, t.pos)
		e.Type = typ
		return e
	}
	if len(args) != 1 {
		p.fail(t.pos, "a conversion to '%s' takes one value", typ)
	}
	e := p.newExpr(EConv, t.pos)
	e.Type, e.X = typ, args[0]
	return e
}

func (p *parser) postfixExpr() *Expr {
	e := p.primary()
	for n := 0; ; n++ {
		t := p.tok
		if n > 64 {
			p.fail(t.pos, "an expression has too many postfix operators")
		}
		switch t.kind {
		case tLBracket:
			p.next()
			x := p.newExpr(EIndex, t.pos)
			x.X, x.Y = e, p.expr()
			p.expect(tRBracket, "after an index")
			e = x
		case tDot, tArrow:
			p.next()
			f := p.ident("a member's name")
			if t.kind == tArrow {
				d := p.newExpr(EDeref, t.pos)
				d.X = e
				e = d
			}
			x := p.newExpr(EMember, f.pos)
			x.X, x.Name = e, f.text
			e = x
		case tInc, tDec:
			p.next()
			x := p.newExpr(EIncDec, t.pos)
			x.Op, x.Post, x.X = Add, true, e
			if t.kind == tDec {
				x.Op = Sub
			}
			e = x
		default:
			return e
		}
	}
}
