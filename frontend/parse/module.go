package parse

import (
	"sort"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
)

// module parses a module or macromodule (A.1.2).
func (p *parser) module(attrs []*ast.Attribute) {
	start := p.next()
	m := &ast.Module{Attrs: attrs, Macro: start.text == "macromodule", Env: p.state(&start).Env, FromLib: p.fromLib, LibName: p.lib}
	if t := p.tok(); t.kind == tIdent && (t.text == "automatic" || t.text == "static") && p.peek(1).isName() || t.isKw("automatic") {
		p.systemVerilog(t, "a lifetime behind 'module'")
	}
	n := p.name("a module")
	m.Name, m.NamePos = n.text, n.pos
	at := p.i
	if !p.guard(func() { p.moduleHeader(m) }) {
		p.skip(at)
	}
	for {
		t := p.tok()
		if t.kind == tEOF {
			p.errorf(diag.ParseEndOfFile, t.pos, "the file ends within module '%s': 'endmodule' is missing", m.Name)
			break
		}
		if t.isKw("endmodule") {
			p.next()
			p.noEndLabel()
			break
		}
		if p.startsDescription() && !t.isKw("config") && !t.isKw("library") {
			p.diags.ErrorNote(diag.ParseUnexpected, t.pos, "'endmodule' is missing before this", m.NamePos, "module '"+m.Name+"' begins here")
			p.lastErr = p.i
			break
		}
		p.itemInto(&m.Items, true)
	}
	m.Span = p.since(start)
	p.noDirectives(start.off)
	p.declare(n, "module")
	p.src.Modules = append(p.src.Modules, m)
}

// noDirectives complains about directives between a byte offset and here that must stand outside of modules.
func (p *parser) noDirectives(from int) {
	list := p.out.Outer
	for i := sort.Search(len(list), func(i int) bool { return list[i].Off > from }); i < len(list) && list[i].Off <= p.prev().off; i++ {
		clause := map[string]string{"timescale": "19.8", "default_nettype": "19.2", "resetall": "19.6", "unconnected_drive": "19.9"}[list[i].Name]
		p.errorf(diag.ParseUnexpected, list[i].Pos, "a `%s cannot stand within a module or primitive (IEEE 1364-2005 %s)", list[i].Name, clause)
	}
}

// noEndLabel complains about `end : name`.
func (p *parser) noEndLabel() {
	if p.isOp(":") && p.peek(1).isName() {
		t := p.tok()
		p.errorf(diag.ParseSystemVerilog, t.pos, "a name behind '%s' is SystemVerilog (IEEE 1800); gpga reads IEEE 1364-2005", p.prev().text)
		p.next()
		p.next()
	}
}

func (p *parser) moduleHeader(m *ast.Module) {
	for p.tok().kind == tIdent && p.tok().text == "import" {
		p.systemVerilog(p.tok(), "'import'")
	}
	if p.acceptOp("#") {
		m.HasParams = true
		p.want("(", "of the parameter list")
		var d *ast.ParamDecl
		for {
			attrs := p.attrs()
			switch {
			case p.isKw("parameter"):
				d = p.paramHead(attrs)
				m.Params = append(m.Params, d)
			case d == nil:
				if p.isOp(")") {
					p.systemVerilog(p.tok(), "an empty parameter list")
				}
				p.missing("'parameter'", "in the parameter list of a module")
			}
			d.Names = append(d.Names, p.paramAssign())
			d.To = p.prev().end
			if !p.acceptOp(",") {
				break
			}
		}
		p.want(")", "to close the parameter list")
	}
	if p.acceptOp("(") {
		p.ports(m)
	}
	p.want(";", "behind the header of module '"+m.Name+"'")
}

// isDirection tells whether the token is a port direction.
func isDirection(t *token) bool {
	return t.kind == tKeyword && (t.text == "input" || t.text == "output" || t.text == "inout")
}

// ports parses a port list behind "(" (A.1.3).
func (p *parser) ports(m *ast.Module) {
	if p.acceptOp(")") {
		return
	}
	at := p.i
	p.attrs()
	if isDirection(p.tok()) {
		p.i = at
		m.ANSI = true
		p.ansiPorts(m)
		return
	}
	p.i = at
	for {
		p.attrs()
		m.Ports = append(m.Ports, p.port())
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(")", "to close the port list")
}

// port parses one entry of a list without directions.
func (p *parser) port() *ast.Port {
	t := *p.tok()
	pt := &ast.Port{}
	switch {
	case t.isOp(",") || t.isOp(")"):
		pt.Span = ast.Span{From: t.pos, To: t.pos}
		pt.Expr = &ast.Empty{Span: pt.Span}
		p.diags.Warnf(diag.ParseEmptyPort, t.pos, "an empty port")
		return pt
	case t.isOp("."):
		p.next()
		pt.Named = true
		pt.Name = p.name("a port").text
		p.want("(", "of the port expression")
		if p.isOp(")") {
			pt.Expr = &ast.Empty{Span: ast.Span{From: p.tok().pos, To: p.tok().pos}}
		} else {
			pt.Expr = p.portExpr()
		}
		p.want(")", "to close the port expression")
	default:
		pt.Expr = p.portExpr()
		x := pt.Expr
		for {
			if r, ok := x.(*ast.RangeSelect); ok {
				x = r.X
			} else if i, ok := x.(*ast.Index); ok {
				x = i.X
			} else {
				break
			}
		}
		// A port that is a plain name, not a select of it, can be connected by
		// that name (12.3.3).
		if id, ok := pt.Expr.(*ast.Ident); ok {
			pt.Name, _ = id.Simple()
		}
	}
	pt.Span = p.since(t)
	return pt
}

func (p *parser) portExpr() ast.Expr {
	t := p.tok()
	switch {
	case t.isName():
		e := p.reference(false)
		if p.tok().isName() { // `logic a`, `my_type a`
			p.dialect()
			p.fail(diag.ParseBadPort, p.prev().pos, "a port list without directions holds names only; a user-defined type is SystemVerilog (IEEE 1800)")
		}
		return e
	case t.isOp("{"):
		e := p.concat()
		p.checkLValue(e)
		return e
	case isDirection(t):
		p.fail(diag.ParseBadPort, t.pos, "'%s' in a port list that began without a direction", t.text)
	}
	p.unexpected("where a port is needed")
	return nil
}

// ansiPorts parses port declarations in the header.
func (p *parser) ansiPorts(m *ast.Module) {
	var d *ast.PortDecl
	for {
		attrs := p.attrs()
		start := *p.tok()
		if isDirection(&start) {
			d = p.portHead(attrs, true)
		} else if !start.isName() {
			p.unexpected("where a port declaration is needed")
		}
		n := p.declarator(d.Var != ast.VarNone && d.Dir == ast.Output, false, "a port")
		one := *d
		one.Names = []*ast.Declarator{n}
		one.To = n.To
		m.Ports = append(m.Ports, &ast.Port{Span: ast.Span{From: start.pos, To: n.To}, Name: n.Name, Decl: &one})
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(")", "to close the port list")
}

var directions = map[string]ast.Direction{"input": ast.Input, "output": ast.Output, "inout": ast.Inout}

// portHead parses a port declaration up to its names (A.2.1.2). nets tells
// that net types are allowed (not in tasks and functions).
func (p *parser) portHead(attrs []*ast.Attribute, nets bool) *ast.PortDecl {
	start := p.next()
	d := &ast.PortDecl{Attrs: attrs, Dir: directions[start.text]}
	if p.logicType() && nets && d.Dir != ast.Output {
		p.next() // an input of this type is a net
	}
	p.realNet()
	t := p.tok()
	if t.kind == tKeyword {
		if k, ok := netKinds[t.text]; ok {
			if !nets {
				p.fail(diag.ParseBadDeclaration, t.pos, "an argument of a task or function cannot be a net")
			}
			d.Net = k
			p.next()
			if t.text == "wreal" || p.acceptKw("real") { // a net of reals, as Icarus has it
				d.Var = ast.RealVar
			}
		} else if k, ok := varKinds[t.text]; ok {
			d.Var = k
			p.next()
			if nets && d.Dir != ast.Output && k != ast.RealVar && k != ast.Realtime {
				p.errorf(diag.ParseBadPort, t.pos, "only an output port can be a variable")
			}
		}
	}
	if d.Var == ast.VarNone || d.Var == ast.Reg {
		if d.Signed = p.acceptKw("signed"); !d.Signed && p.isKw("unsigned") && (p.peek(1).isOp("[") || p.peek(1).isName()) {
			p.extension(p.tok(), "'unsigned' in a declaration")
			p.next()
		}
		d.Range, d.Inner = p.packedRanges()
	}
	d.Span = p.since(start)
	return d
}

// declarator parses name [dims] [= init].
func (p *parser) declarator(init, dims bool, what string) *ast.Declarator {
	n := p.name(what)
	d := &ast.Declarator{Name: n.text}
	if p.isOp("[") {
		if !dims {
			p.fail(diag.ParseBadDeclaration, p.tok().pos, "%s cannot be an array in IEEE 1364-2005", what)
		}
		d.Dims = p.dims()
	}
	if p.isOp("=") {
		if !init {
			p.fail(diag.ParseBadDeclaration, p.tok().pos, "%s cannot have an initial value here", what)
		}
		if d.Dims != nil {
			p.fail(diag.ParseBadDeclaration, p.tok().pos, "an array cannot have an initial value in IEEE 1364-2005")
		}
		p.next()
		d.Init = p.expr()
	}
	d.Span = p.since(n)
	return d
}

func (p *parser) declarators(init, dims bool, what string) []*ast.Declarator {
	list := []*ast.Declarator{p.declarator(init, dims, what)}
	for p.acceptOp(",") {
		list = append(list, p.declarator(init, dims, what))
	}
	return list
}

// itemInto parses a module or generate item and recovers from errors in it.
func (p *parser) itemInto(list *[]ast.Item, moduleLevel bool) {
	start := p.i
	startText := ""
	if p.tok().kind == tKeyword {
		startText = p.tok().text
	}
	ok := p.guard(func() {
		*list = append(*list, p.item(moduleLevel))
	})
	if ok {
		return
	}
	if end := map[string]string{"function": "endfunction", "task": "endtask", "specify": "endspecify"}[startText]; end != "" {
		for p.tok().kind != tEOF && !p.isKw(end) && !p.isKw("endmodule") && !p.startsDescription() {
			p.next()
		}
		p.acceptKw(end)
		return
	}
	p.skip(start)
	if p.i == start { // an end word that closes nothing here
		p.next()
	} else if t := p.tok(); t.kind == tKeyword && closes[t.text] && moduleLevel {
		p.next()
	}
}

// process parses the statement of initial or always, which cannot be empty.
func (p *parser) process(start token) ast.Stmt {
	if p.isOp(";") {
		p.fail(diag.ParseUnexpected, p.tok().pos, "'%s' needs a statement", start.text)
	}
	return p.stmt()
}

// item parses one module or generate item.
func (p *parser) item(moduleLevel bool) ast.Item {
	attrs := p.attrs()
	if !p.logicType() {
		p.realNet()
	}
	t := p.tok()
	switch t.kind {
	case tIdent, tEscaped:
		return p.instantiation(attrs)
	case tKeyword:
		if it, ok := p.keywordItem(t, attrs, moduleLevel); ok {
			return it
		}
	case tSys:
		p.fail(diag.ParseUnexpected, t.pos, "a call of '%s' must stand in an initial or always block", t.text)
	}
	p.unexpected("where a module item is needed")
	return nil
}

func (p *parser) keywordItem(t *token, attrs []*ast.Attribute, moduleLevel bool) (ast.Item, bool) {
	start := *t
	if k, ok := netKinds[t.text]; ok {
		return p.netDecl(k, attrs), true
	}
	if k, ok := varKinds[t.text]; ok {
		return p.varDecl(k, attrs), true
	}
	if g, ok := gateKinds[t.text]; ok {
		return p.gates(g, attrs), true
	}
	switch t.text {
	case "input", "output", "inout":
		if !moduleLevel {
			p.fail(diag.ParseBadPort, t.pos, "a port cannot be declared in a generate block")
		}
		return p.portDecl(attrs), true
	case "parameter", "localparam":
		if !moduleLevel && t.text == "parameter" {
			p.fail(diag.ParseBadGenerate, t.pos, "a parameter cannot be declared in a generate block (IEEE 1364-2005 12.4); use localparam")
		}
		d := p.paramDecl(attrs)
		p.want(";", "behind the declaration")
		d.To = p.prev().end
		return d, true
	case "specparam":
		if !moduleLevel {
			p.fail(diag.ParseBadGenerate, t.pos, "a specparam cannot be declared in a generate block")
		}
		return p.specparam(attrs), true
	case "event":
		return p.eventDecl(attrs), true
	case "genvar":
		p.next()
		d := &ast.GenvarDecl{Attrs: attrs, Names: p.declarators(false, false, "a genvar")}
		p.want(";", "behind the declaration")
		d.Span = p.since(start)
		return d, true
	case "assign":
		return p.contAssign(attrs), true
	case "defparam":
		p.next()
		d := &ast.Defparam{Attrs: attrs}
		for {
			n := *p.tok()
			lhs := p.reference(false)
			if _, ok := lhs.(*ast.Ident); !ok {
				p.fail(diag.ParseBadDeclaration, lhs.Pos(), "defparam needs the hierarchical name of a parameter")
			}
			p.want("=", "in the defparam")
			a := &ast.NetAssign{LHS: lhs, RHS: p.mintypmax()}
			a.Span = p.since(n)
			d.Assigns = append(d.Assigns, a)
			if !p.acceptOp(",") {
				break
			}
		}
		p.want(";", "behind the defparam")
		d.Span = p.since(start)
		return d, true
	case "function":
		return p.function(attrs), true
	case "task":
		return p.task(attrs), true
	case "initial":
		p.next()
		i := &ast.Initial{Attrs: attrs, Body: p.process(start)}
		i.Span = p.since(start)
		return i, true
	case "always":
		p.next()
		a := &ast.Always{Attrs: attrs, Body: p.process(start)}
		a.Span = p.since(start)
		return a, true
	case "specify":
		if !moduleLevel {
			p.fail(diag.ParseBadGenerate, t.pos, "a specify block cannot stand in a generate block")
		}
		return p.specify(), true
	case "generate":
		if p.inGenerate {
			p.errorf(diag.ParseBadGenerate, t.pos, "generate regions do not nest (IEEE 1364-2005 12.4)")
		}
		nested := p.inGenerate
		p.inGenerate = true
		p.next()
		g := &ast.GenRegion{}
		for !p.isKw("endgenerate") {
			if p.tok().kind == tEOF || p.isKw("endmodule") || p.startsDescription() {
				p.inGenerate = nested
				p.missing("'endgenerate'", "")
			}
			p.itemInto(&g.Items, moduleLevel)
		}
		p.inGenerate = nested
		p.next()
		g.Span = p.since(start)
		return g, true
	case "for":
		return p.genFor(attrs), true
	case "if":
		return p.genIf(attrs), true
	case "case":
		return p.genCase(attrs), true
	case "begin":
		b := p.genBlock()
		b.Attrs = attrs
		return b, true
	}
	return nil, false
}
