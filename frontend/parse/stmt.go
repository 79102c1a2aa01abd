package parse

import (
	"strconv"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
)

// startsStatement tells whether the token can begin a statement.
func (p *parser) startsStatement() bool {
	t := p.tok()
	switch t.kind {
	case tIdent, tEscaped, tSys:
		return true
	case tOp:
		return t.text == "#" || t.text == "@" || t.text == "{" || t.text == "->" || t.text == ";" ||
			(t.text == "+" || t.text == "-") && p.peek(1).isOp(t.text)
	case tKeyword:
		switch t.text {
		case "begin", "fork", "if", "case", "casex", "casez", "for", "forever", "repeat", "while", "wait", "disable", "assign",
			"deassign", "force", "release":
			return true
		}
	}
	return false
}

// stmtOrNull parses a statement or `;` (A.6.4).
func (p *parser) stmtOrNull() ast.Stmt {
	at := p.i
	attrs := p.attrs()
	if t := *p.tok(); t.isOp(";") {
		p.next()
		return &ast.Null{Span: t.extent(), Attrs: attrs}
	}
	p.i = at
	return p.stmt()
}

// stmt parses a statement, which may be a lone `;` as in Icarus.
func (p *parser) stmt() ast.Stmt {
	p.enter()
	p.exprNest = 0
	s := p.statement(p.attrs())
	p.leave()
	return s
}

func (p *parser) statement(attrs []*ast.Attribute) ast.Stmt {
	start := *p.tok()
	switch start.kind {
	case tIdent, tEscaped:
		return p.nameStatement(attrs)
	case tSys:
		p.next()
		s := &ast.SysTaskCall{Attrs: attrs, Name: start.text}
		if p.isOp("(") {
			s.Parens = true
			s.Args = p.args()
		}
		p.want(";", "behind the call of '"+start.text+"'")
		s.Span = p.since(start)
		return s
	case tOp:
		switch start.text {
		case ";":
			p.next()
			return &ast.Null{Span: start.extent(), Attrs: attrs}
		case "#", "@":
			s := &ast.Timed{Attrs: attrs, Timing: p.timing()}
			s.Body = p.stmtOrNull()
			s.Span = p.since(start)
			return s
		case "{":
			return p.assignment(p.lvalue(), start, attrs)
		case "+", "-":
			if s := p.prefixed(); s != nil {
				s.Attrs = attrs
				p.want(";", "behind the assignment")
				s.To = p.prev().end
				return s
			}
		case "->":
			p.next()
			if p.isOp(">") {
				p.systemVerilog(&start, "'->>'")
			}
			s := &ast.Trigger{Attrs: attrs, Event: p.reference(false)}
			if _, ok := s.Event.(*ast.RangeSelect); ok {
				p.errorf(diag.ParseBadEvent, s.Event.Pos(), "a part select is no event")
			}
			p.want(";", "behind the event")
			s.Span = p.since(start)
			return s
		}
	case tKeyword:
		if s := p.keywordStatement(start, attrs); s != nil {
			return s
		}
	}
	p.unexpected("where a statement is needed")
	return nil
}

func (p *parser) keywordStatement(start token, attrs []*ast.Attribute) ast.Stmt {
	switch start.text {
	case "begin":
		return p.block(attrs, false)
	case "fork":
		return p.block(attrs, true)
	case "if":
		return p.ifStatement(attrs)
	case "case", "casex", "casez":
		return p.caseStatement(attrs)
	case "forever":
		p.next()
		s := &ast.Forever{Attrs: attrs, Body: p.stmt()}
		s.Span = p.since(start)
		return s
	case "repeat":
		p.next()
		s := &ast.Repeat{Attrs: attrs, Count: p.paren("behind 'repeat'")}
		s.Body = p.stmtOrNull()
		s.Span = p.since(start)
		return s
	case "while":
		p.next()
		s := &ast.While{Attrs: attrs, Cond: p.paren("behind 'while'")}
		s.Body = p.stmtOrNull()
		s.Span = p.since(start)
		return s
	case "for":
		return p.forStatement(attrs)
	case "wait":
		p.next()
		if p.acceptKw("fork") {
			p.systemVerilog(&start, "'wait fork'")
		}
		s := &ast.Wait{Attrs: attrs, Cond: p.paren("behind 'wait'")}
		s.Body = p.stmtOrNull()
		s.Span = p.since(start)
		return s
	case "disable":
		p.next()
		if p.acceptKw("fork") {
			p.systemVerilog(&start, "'disable fork'")
		}
		id, ok := p.reference(false).(*ast.Ident)
		if !ok {
			p.fail(diag.ParseUnexpected, start.pos, "disable needs the name of a task or block")
		}
		p.want(";", "behind 'disable'")
		return &ast.Disable{Span: p.since(start), Attrs: attrs, Name: id}
	case "assign", "force":
		p.next()
		s := &ast.ProcAssign{Attrs: attrs, Kind: ast.AssignStmt}
		if start.text == "force" {
			s.Kind = ast.ForceStmt
		}
		s.LHS = p.lvalue()
		p.want("=", "behind '"+start.text+"'")
		s.RHS = p.expr()
		p.want(";", "behind the assignment")
		s.Span = p.since(start)
		return s
	case "deassign", "release":
		p.next()
		s := &ast.ProcAssign{Attrs: attrs, Kind: ast.DeassignStmt}
		if start.text == "release" {
			s.Kind = ast.ReleaseStmt
		}
		s.LHS = p.lvalue()
		p.want(";", "behind '"+start.text+"'")
		s.Span = p.since(start)
		return s
	case "reg", "integer", "time", "real", "realtime", "event", "parameter", "localparam":
		p.fail(diag.ParseBadDeclaration, start.pos, "a declaration must stand before the statements of a named block, a task or a function")
	}
	return nil
}

// paren parses ( expression ).
func (p *parser) paren(where string) ast.Expr {
	p.want("(", where)
	e := p.expr()
	p.want(")", "to close the parenthesis")
	return e
}

// declaresTask tells whether the text has a task of that name, which in IEEE
// 1364 may be a word that IEEE 1800 reserves.
func (p *parser) declaresTask(name string) bool {
	if p.tasks == nil {
		p.tasks = map[string]bool{}
		for i := range p.toks[:len(p.toks)-1] {
			if t := &p.toks[i]; t.isKw("task") {
				n := &p.toks[i+1]
				if n.isKw("automatic") && i+2 < len(p.toks) {
					n = &p.toks[i+2]
				}
				p.tasks[n.text] = true
			}
		}
	}
	return p.tasks[name]
}

// nameStatement parses an assignment or a task call.
func (p *parser) nameStatement(attrs []*ast.Attribute) ast.Stmt {
	start, n := *p.tok(), p.peek(1)
	if start.kind == tIdent && svWords[start.text] {
		switch start.text {
		case "unique", "unique0", "priority":
			if n.isKw("if") || n.isKw("case") || n.isKw("casex") || n.isKw("casez") {
				p.systemVerilog(&start, "'"+start.text+"'")
			}
		case "return", "break", "continue", "do", "foreach", "final", "const", "static", "import", "typedef", "assert", "assume", "cover", "expect":
			if !n.isOp("=") && !n.isOp("<=") && !n.isOp("[") && !n.isOp(".") && !p.declaresTask(start.text) {
				p.systemVerilog(&start, "'"+start.text+"'")
			}
		}
	}
	e := p.lvalue()
	if p.isOp("=") || p.isOp("<=") {
		return p.assignment(e, start, attrs)
	}
	if s := p.compound(e, start); s != nil {
		s.Attrs = attrs
		p.want(";", "behind the assignment")
		s.To = p.prev().end
		return s
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		p.missing("'=' or '<='", "behind the left side of an assignment")
	}
	s := &ast.TaskCall{Attrs: attrs, Name: id}
	if p.isOp("(") {
		s.Args = p.args()
	}
	if p.isOp(":") && (p.peek(1).isKw("begin") || p.peek(1).isKw("fork")) {
		p.systemVerilog(&start, "a label before '"+p.peek(1).text+"'")
	}
	if !p.isOp(";") {
		p.missing("'=', '<=' or ';'", "behind '"+id.Last()+"'")
	}
	p.next()
	s.Span = p.since(start)
	return s
}

// assignment parses the rest of an assignment behind its left side.
func (p *parser) assignment(lhs ast.Expr, start token, attrs []*ast.Attribute) ast.Stmt {
	s := &ast.Assign{Attrs: attrs, LHS: lhs}
	switch {
	case p.acceptOp("<="):
		s.NonBlocking = true
	default:
		p.want("=", "in the assignment")
	}
	switch {
	case p.isOp("#") || p.isOp("@"):
		s.Timing = p.timing()
	case p.isKw("repeat"):
		t := p.next()
		r := &ast.RepeatControl{Count: p.paren("behind 'repeat'")}
		if !p.isOp("@") {
			p.missing("'@'", "behind the repeat count")
		}
		r.Event = p.event()
		r.Span = p.since(t)
		s.Timing = r
	}
	s.RHS = p.expr()
	p.want(";", "behind the assignment")
	s.Span = p.since(start)
	return s
}

// compound parses the rest of `x op= y`, `x++` or `x--` behind x, as the
// assignment it stands for; nil when none stands here.
func (p *parser) compound(lhs ast.Expr, start token) *ast.Assign {
	t, n := *p.tok(), *p.peek(1)
	if t.kind != tOp || n.kind != tOp || n.off != t.off+len(t.text) {
		return nil
	}
	op, ok := binaryOps[t.text]
	s := &ast.Assign{LHS: lhs}
	b := &ast.Binary{Op: op.op, X: lhs}
	switch {
	case ok && n.text == "=" && containsOp("+ - * / % & | ^ << >> <<< >>>", t.text):
		p.extension(&t, "'"+t.text+"='")
		p.next()
		p.next()
		b.Y = p.expr()
	case n.text == t.text && (t.text == "+" || t.text == "-"):
		p.extension(&t, "'"+t.text+n.text+"'")
		p.next()
		p.next()
		b.Y = one(ast.Span{From: t.pos, To: n.end})
	default:
		return nil
	}
	s.Span = p.since(start)
	b.Span = s.Span
	s.RHS = b
	return s
}

// prefixed parses `++x` or `--x` as the assignment it stands for; nil when none stands here.
func (p *parser) prefixed() *ast.Assign {
	t, n := *p.tok(), *p.peek(1)
	if t.kind != tOp || t.text != "+" && t.text != "-" || !n.isOp(t.text) || n.off != t.off+1 {
		return nil
	}
	p.extension(&t, "'"+t.text+n.text+"'")
	p.next()
	p.next()
	x := p.lvalue()
	s := &ast.Assign{LHS: x, RHS: &ast.Binary{Span: p.since(t), Op: binaryOps[t.text].op, X: x, Y: one(ast.Span{From: t.pos, To: n.end})}}
	s.Span = p.since(t)
	return s
}

// one is the integer 1 that ++ and -- mean.
func one(sp ast.Span) *ast.Number {
	return &ast.Number{Span: sp, Text: "1", Width: 32, Signed: true, Val: []uint32{1}, XZ: []uint32{0}}
}

// plainAssign parses lvalue = expression, for a for loop.
func (p *parser) plainAssign() *ast.Assign {
	start := *p.tok()
	if s := p.prefixed(); s != nil {
		return s
	}
	lhs := p.lvalue()
	if c := p.compound(lhs, start); c != nil {
		return c
	}
	s := &ast.Assign{LHS: lhs}
	p.want("=", "in the for loop")
	s.RHS = p.expr()
	s.Span = p.since(start)
	return s
}

func (p *parser) forStatement(attrs []*ast.Attribute) ast.Stmt {
	start := p.next()
	s := &ast.For{Attrs: attrs}
	p.want("(", "behind 'for'")
	var local *ast.VarDecl
	if t := *p.tok(); t.kind == tKeyword && varKinds[t.text] != ast.VarNone {
		p.extension(&t, "a variable declared in the loop")
		p.next()
		local = &ast.VarDecl{Kind: varKinds[t.text]}
		if local.Kind == ast.Reg {
			local.Signed = p.acceptKw("signed")
			local.Range, local.Inner = p.packedRanges()
		}
		n := p.tok()
		local.Names = []*ast.Declarator{{Span: n.extent(), Name: n.text}}
		local.Span = ast.Span{From: t.pos, To: n.end}
	}
	s.Init = p.plainAssign()
	p.want(";", "in the for loop")
	s.Cond = p.expr()
	p.want(";", "in the for loop")
	s.Step = p.plainAssign()
	p.want(")", "to close the for loop")
	s.Body = p.stmtOrNull()
	s.Span = p.since(start)
	if local == nil {
		return s
	}
	// The loop has a scope of its own, which Icarus names like this.
	p.unnamed++
	return &ast.Block{Span: s.Span, Name: "$unm_blk_" + strconv.Itoa(p.unnamed), Decls: []ast.Item{local}, Stmts: []ast.Stmt{s}}
}

// block parses begin ... end or fork ... join.
func (p *parser) block(attrs []*ast.Attribute, fork bool) ast.Stmt {
	start := p.next()
	b := &ast.Block{Attrs: attrs, Fork: fork}
	end := "end"
	if fork {
		end = "join"
	}
	if p.acceptOp(":") {
		b.Name = p.name("a block").text
	}
	for {
		at := p.i
		done := false
		if !p.guard(func() {
			t := *p.tok()
			d := p.blockDecl()
			if d == nil {
				done = true
				return
			}
			if b.Name == "" {
				p.errorf(diag.ParseBadDeclaration, t.pos, "a declaration needs a named block in IEEE 1364-2005; write '%s : name'", start.text)
			}
			b.Decls = append(b.Decls, d)
		}) {
			p.skip(at)
		}
		if done || p.tok().kind == tEOF {
			break
		}
		if t := p.tok(); p.i == at && t.kind == tKeyword && outer[t.text] {
			break
		}
	}
	for !p.isKw(end) {
		t := p.tok()
		if t.kind == tEOF || t.kind == tKeyword && (outer[t.text] || closes[t.text]) {
			p.missing("'"+end+"'", "to close the block of line "+p.line(&start))
		}
		if t.kind == tIdent && fork && (t.text == "join_any" || t.text == "join_none") {
			p.errorf(diag.ParseSystemVerilog, t.pos, "'%s' is SystemVerilog (IEEE 1800); gpga reads IEEE 1364-2005", t.text)
			break
		}
		at := p.i
		if !p.guard(func() { b.Stmts = append(b.Stmts, p.stmtOrNull()) }) {
			p.skip(at)
			if t := p.tok(); p.i == at && !p.isKw(end) && !(t.kind == tKeyword && (outer[t.text] || closes[t.text])) {
				p.next()
			}
		}
	}
	p.next()
	p.noEndLabel()
	b.Span = p.since(start)
	return b
}

// ifStatement parses a conditional; a chain of else-ifs in a loop.
func (p *parser) ifStatement(attrs []*ast.Attribute) ast.Stmt {
	var chain []*ast.If
	for {
		start := p.next()
		s := &ast.If{Attrs: attrs, Cond: p.paren("behind 'if'")}
		s.Then = p.stmtOrNull()
		s.Span = p.since(start)
		if len(chain) > 0 {
			chain[len(chain)-1].Else = s
		}
		if chain = append(chain, s); len(chain) > MaxChain {
			p.abort(diag.ParseDepth, start.pos, "a chain of more than %d else-ifs", MaxChain)
		}
		if !p.acceptKw("else") {
			break
		}
		if !p.isKw("if") {
			s.Else = p.stmtOrNull()
			break
		}
		attrs = nil
	}
	for _, s := range chain {
		s.To = p.prev().end
	}
	return chain[0]
}

var caseKinds = map[string]ast.CaseKind{"case": ast.CasePlain, "casez": ast.CaseZ, "casex": ast.CaseX}

func (p *parser) caseStatement(attrs []*ast.Attribute) ast.Stmt {
	start := p.next()
	s := &ast.Case{Attrs: attrs, Kind: caseKinds[start.text], X: p.paren("behind '" + start.text + "'")}
	if t := p.tok(); t.kind == tIdent && (t.text == "inside" || t.text == "matches") {
		p.systemVerilog(t, "'"+t.text+"'")
	}
	seen := false
	for !p.isKw("endcase") {
		t := *p.tok()
		if t.kind == tEOF || t.kind == tKeyword && (outer[t.text] || closes[t.text]) {
			p.missing("'endcase'", "to close the "+start.text+" of line "+p.line(&start))
		}
		at := p.i
		if !p.guard(func() {
			it := &ast.CaseItem{}
			if p.acceptKw("default") {
				if it.Default = true; seen {
					p.errorf(diag.ParseDuplicate, t.pos, "a second default")
				}
				seen = true
				p.acceptOp(":")
			} else {
				it.Exprs = p.exprList()
				p.want(":", "behind the case item")
			}
			it.Body = p.stmtOrNull()
			it.Span = p.since(t)
			s.Items = append(s.Items, it)
		}) {
			p.skip(at)
			if t := p.tok(); p.i == at && !p.isKw("endcase") && !(t.kind == tKeyword && (outer[t.text] || closes[t.text])) {
				p.next()
			}
		}
	}
	if len(s.Items) == 0 {
		p.errorf(diag.ParseUnexpected, p.tok().pos, "a case needs at least one item")
	}
	p.next()
	s.Span = p.since(start)
	return s
}

// timing parses # or @ (A.6.5).
func (p *parser) timing() ast.Timing {
	if p.isOp("@") {
		return p.event()
	}
	start := *p.tok()
	if n := p.peek(1); n.isOp("#") {
		p.systemVerilog(n, "'##'")
	}
	p.next()
	d := &ast.DelayControl{}
	if p.acceptOp("(") {
		d.Delay = p.mintypmax()
		p.want(")", "to close the delay")
	} else {
		d.Delay = p.delayValue()
	}
	d.Span = p.since(start)
	return d
}

// event parses an event control.
func (p *parser) event() *ast.EventControl {
	start := p.next()
	e := &ast.EventControl{}
	switch {
	case p.acceptOp("*"):
		e.Star = true
	case p.isOp("("):
		p.next()
		if p.isOp("*") {
			p.next()
			e.Star = true
			p.want(")", "to close the event control")
			break
		}
		for {
			e.Items = append(e.Items, p.eventItem())
			if !p.acceptKw("or") && !p.acceptOp(",") {
				break
			}
		}
		p.want(")", "to close the event control")
	case p.tok().isName():
		x := p.reference(false)
		e.Items = []*ast.EventItem{{Span: ast.Span{From: x.Pos(), To: x.End()}, X: x}}
	default:
		p.dialect()
		p.fail(diag.ParseBadEvent, p.tok().pos, "an event control is @name, @*, or @( ), not @ and %s", describe(p.tok()))
	}
	e.Span = p.since(start)
	return e
}

func (p *parser) eventItem() *ast.EventItem {
	t := *p.tok()
	it := &ast.EventItem{}
	switch {
	case p.acceptKw("posedge"):
		it.Edge = ast.EdgePos
	case p.acceptKw("negedge"):
		it.Edge = ast.EdgeNeg
	case p.isKw("edge"):
		p.systemVerilog(p.tok(), "'edge' in an event control")
	}
	it.X = p.expr()
	it.Span = p.since(t)
	return it
}
