package parse

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
)

var gateKinds = func() map[string]ast.GateKind {
	m := map[string]ast.GateKind{}
	for g := ast.GateAnd; g <= ast.GatePulldown; g++ {
		m[g.String()] = g
	}
	return m
}()

// gates parses an instantiation of built-in primitives (A.3).
func (p *parser) gates(g ast.GateKind, attrs []*ast.Attribute) *ast.GateInst {
	start := p.next()
	d := &ast.GateInst{Attrs: attrs, Gate: g}
	pull := g == ast.GatePullup || g == ast.GatePulldown
	if p.startsStrength() {
		d.Strength = p.strength(pull)
		one, zero := d.Strength.S1 != ast.StrengthNone, d.Strength.S0 != ast.StrengthNone
		switch {
		case g >= ast.GateNmos && g <= ast.GateRtranif1:
			p.errorf(diag.ParseBadStrength, d.Strength.Pos(), "'%s' has no drive strength (IEEE 1364-2005 7.1.2)", g)
		case g == ast.GatePullup && !one, g == ast.GatePulldown && !zero:
			p.errorf(diag.ParseBadStrength, d.Strength.Pos(), "'%s' needs the strength of what it drives (IEEE 1364-2005 7.8)", g)
		}
	}
	if p.isOp("#") {
		n := 3
		switch g {
		case ast.GateAnd, ast.GateNand, ast.GateOr, ast.GateNor, ast.GateXor, ast.GateXnor, ast.GateBuf, ast.GateNot,
			ast.GateTranif0, ast.GateTranif1, ast.GateRtranif0, ast.GateRtranif1:
			n = 2
		case ast.GateTran, ast.GateRtran, ast.GatePullup, ast.GatePulldown:
			p.fail(diag.ParseBadDelay, p.tok().pos, "'%s' has no delay", g)
		}
		d.Delay = p.delay(n)
	}
	for {
		t := *p.tok()
		in := &ast.Instance{}
		if t.isName() {
			in.Name = p.next().text
			in.Range = p.optRange()
		}
		p.want("(", "of the terminals")
		for {
			e := *p.tok()
			if e.isOp(".") {
				p.fail(diag.ParseBadInstance, e.pos, "the terminals of a gate are connected by order")
			}
			c := &ast.Conn{}
			if e.isOp(",") || e.isOp(")") {
				c.Expr = &ast.Empty{Span: ast.Span{From: e.pos, To: e.pos}}
			} else {
				c.Expr = p.expr()
			}
			c.Span = ast.Span{From: c.Expr.Pos(), To: c.Expr.End()}
			in.Conns = append(in.Conns, c)
			if !p.acceptOp(",") {
				break
			}
		}
		p.want(")", "to close the terminals")
		in.Span = p.since(t)
		d.Instances = append(d.Instances, in)
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(";", "behind the gate")
	d.Span = p.since(start)
	return d
}

// svItem names the words of IEEE 1800 that start a module item.
func svItem(w string) bool {
	switch w {
	case "always_comb", "always_ff", "always_latch", "alias", "assert", "assume", "bind", "bit", "byte", "class", "clocking", "const",
		"covergroup", "cover", "enum", "export", "extern", "final", "import", "int", "interface", "let", "logic", "longint", "modport",
		"nettype", "package", "program", "property", "restrict", "sequence", "shortint", "shortreal", "string", "struct",
		"timeprecision", "timeunit", "typedef", "union", "var", "virtual", "static":
		return true
	}
	return false
}

// instantiation parses instances of a module or user-defined primitive (A.4).
func (p *parser) instantiation(attrs []*ast.Attribute) *ast.ModuleInst {
	t, n1, n2 := p.tok(), p.peek(1), p.peek(2)
	if t.kind == tIdent && svItem(t.text) && !n1.isOp("#") && !n1.isOp("(") && !(n1.isName() && (n2.isOp("(") || n2.isOp("["))) ||
		t.kind == tIdent && (t.text == "always_comb" || t.text == "always_ff" || t.text == "always_latch" || t.text == "typedef") {
		p.systemVerilog(t, "'"+t.text+"'")
	}
	start := p.next()
	d := &ast.ModuleInst{Attrs: attrs, Module: start.text, ModulePos: start.pos}
	switch {
	case p.isOp("=") || p.isOp("<=") || p.isOp(";") || p.isOp("."):
		p.fail(diag.ParseUnexpected, start.pos, "a statement must stand in an initial or always block; a module item is needed here")
	case p.isOp(":") && p.peek(1).isKw("begin"):
		p.fail(diag.ParseUnexpected, start.pos, "a label before 'begin' is SystemVerilog (IEEE 1800); write 'begin : %s'", start.text)
	}
	if p.startsStrength() {
		d.Strength = p.strength(false)
	}
	if p.isOp("#") {
		p.next()
		if p.acceptOp("(") {
			d.Params = p.conns("parameter")
		} else {
			d.BareDelay = true
			v := p.delayValue()
			d.Params = []*ast.Conn{{Span: ast.Span{From: v.Pos(), To: v.End()}, Expr: v}}
		}
	}
	for {
		t := *p.tok()
		in := &ast.Instance{}
		if t.isName() {
			in.Name = p.next().text
			in.Range = p.optRange()
			if !p.isOp("(") {
				p.dialect()
				p.fail(diag.ParseBadInstance, p.tok().pos, "instance '%s' of '%s' needs a list of ports in parentheses, not %s", in.Name, d.Module, describe(p.tok()))
			}
		} else if !p.isOp("(") {
			p.unexpected("where an instance name is needed")
		}
		p.next()
		in.Conns = p.conns("port")
		in.Span = p.since(t)
		d.Instances = append(d.Instances, in)
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(";", "behind the instance")
	d.Span = p.since(start)
	return d
}

// nameOf is the reference to what the name n means here.
func nameOf(n token) *ast.Ident {
	sp := span(&n)
	return &ast.Ident{Span: sp, Parts: []ast.NamePart{{Span: sp, Name: n.text, Escaped: n.kind == tEscaped}}}
}

// conns parses a list of connections behind "(", with the ")".
func (p *parser) conns(what string) []*ast.Conn {
	var list []*ast.Conn
	if p.acceptOp(")") {
		return nil
	}
	named := false
	for {
		p.attrs()
		t := *p.tok()
		c := &ast.Conn{}
		switch {
		case t.isOp("."):
			rest := what == "port" && (p.peek(1).isOp("*") || p.peek(1).isOp("*)"))
			p.next()
			if len(list) > 0 && !named {
				p.fail(diag.ParseBadInstance, t.pos, "connections by name and by order cannot be mixed")
			}
			named = true
			if rest {
				p.extension(&t, "'.*'")
				c.Name, c.Expr = "*", &ast.Empty{Span: t.extent()}
				if p.isOp("*)") { // scanned as one
					p.tok().text = ")"
				} else {
					p.next()
				}
				break
			}
			n := p.name("a " + what)
			c.Name = n.text
			switch {
			case !p.isOp("(") && what == "port": // .name stands for .name(name)
				p.extension(&t, "'.name' without '( )'")
				c.Expr = nameOf(n)
			case !p.isOp("("):
				p.systemVerilog(&t, "'."+c.Name+"' without '( )'")
			default:
				p.next()
				if e := p.tok(); e.isOp(")") {
					c.Expr = &ast.Empty{Span: ast.Span{From: e.pos, To: e.pos}}
				} else {
					c.Expr = p.mintypmax()
				}
				p.want(")", "to close the connection")
			}
		case t.isOp(",") || t.isOp(")"):
			if named {
				p.fail(diag.ParseBadInstance, t.pos, "a connection by name is needed here")
			}
			c.Expr = &ast.Empty{Span: ast.Span{From: t.pos, To: t.pos}}
		default:
			if named {
				p.fail(diag.ParseBadInstance, t.pos, "connections by name and by order cannot be mixed")
			}
			c.Expr = p.mintypmax()
		}
		c.Span = p.since(t)
		list = append(list, c)
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(")", "to close the connections")
	return list
}

// genBlock parses a generate block: begin ... end, one item, or `;`.
func (p *parser) genBlock() *ast.GenBlock {
	p.enter()
	start := *p.tok()
	b := &ast.GenBlock{}
	if !p.isKw("begin") {
		b.Bare = true
		if !p.acceptOp(";") {
			b.Items = []ast.Item{p.item(false)}
		}
		b.Span = p.since(start)
		p.leave()
		return b
	}
	p.next()
	if p.acceptOp(":") {
		b.Name = p.name("a generate block").text
	}
	for !p.isKw("end") {
		if t := p.tok(); t.kind == tEOF || t.kind == tKeyword && outer[t.text] {
			p.missing("'end'", "to close the generate block")
		}
		p.itemInto(&b.Items, false)
	}
	p.next()
	p.noEndLabel()
	b.Span = p.since(start)
	p.leave()
	return b
}

// genFor parses a generate loop (A.4.2).
func (p *parser) genFor(attrs []*ast.Attribute) *ast.GenFor {
	start := p.next()
	g := &ast.GenFor{Attrs: attrs}
	p.want("(", "behind 'for'")
	if t := p.tok(); t.isKw("genvar") {
		p.extension(t, "a genvar declared in the loop")
		p.next()
		g.Genvar = true
	}
	n := p.name("a genvar")
	g.Var, g.VarPos = n.text, n.pos
	p.want("=", "in the generate loop")
	g.Init = p.expr()
	p.want(";", "in the generate loop")
	g.Cond = p.expr()
	p.want(";", "in the generate loop")
	t := *p.tok()
	id := &ast.Ident{Span: t.extent()}
	p.namePart(id)
	if id.Parts[0].Name != g.Var {
		p.errorf(diag.ParseBadGenerate, t.pos, "the loop changes '%s', but '%s' is its genvar", id.Parts[0].Name, g.Var)
	}
	p.want("=", "in the generate loop")
	g.Step = &ast.NetAssign{LHS: id, RHS: p.expr()}
	g.Step.Span = p.since(t)
	p.want(")", "to close the generate loop")
	g.Body = p.genBlock()
	g.Span = p.since(start)
	return g
}

// genIf parses a generate conditional; a chain of else-ifs in a loop.
func (p *parser) genIf(attrs []*ast.Attribute) *ast.GenIf {
	var first *ast.GenIf
	var chain []*ast.GenIf
	for {
		start := p.next()
		g := &ast.GenIf{Attrs: attrs}
		p.want("(", "behind 'if'")
		g.Cond = p.expr()
		p.want(")", "to close the condition")
		g.Then = p.genBlock()
		g.Span = p.since(start)
		if first == nil {
			first = g
		} else {
			chain[len(chain)-1].Else = &ast.GenBlock{Span: g.Span, Bare: true, Items: []ast.Item{g}}
		}
		if chain = append(chain, g); len(chain) > MaxChain {
			p.abort(diag.ParseDepth, start.pos, "a chain of more than %d else-ifs", MaxChain)
		}
		if !p.acceptKw("else") {
			break
		}
		if !p.isKw("if") {
			g.Else = p.genBlock()
			break
		}
		attrs = nil
	}
	for _, g := range chain {
		g.To = p.prev().end
		if g.Else != nil {
			g.Else.To = g.To
		}
	}
	return first
}

// genCase parses a generate case.
func (p *parser) genCase(attrs []*ast.Attribute) *ast.GenCase {
	start := p.next()
	g := &ast.GenCase{Attrs: attrs}
	p.want("(", "behind 'case'")
	g.X = p.expr()
	p.want(")", "to close the case expression")
	seen := false
	for !p.isKw("endcase") {
		t := *p.tok()
		it := &ast.GenCaseItem{}
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
		it.Body = p.genBlock()
		it.Span = p.since(t)
		g.Items = append(g.Items, it)
	}
	p.next()
	g.Span = p.since(start)
	return g
}
