package parse

import (
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
)

var netKinds = map[string]ast.NetKind{"wire": ast.Wire, "tri": ast.Tri, "tri0": ast.Tri0, "tri1": ast.Tri1, "triand": ast.TriAnd,
	"trior": ast.TriOr, "trireg": ast.TriReg, "wand": ast.WAnd, "wor": ast.WOr, "supply0": ast.Supply0, "supply1": ast.Supply1,
	"uwire": ast.UWire, "wreal": ast.Wire}

var varKinds = map[string]ast.VarKind{"reg": ast.Reg, "integer": ast.Integer, "time": ast.Time, "real": ast.RealVar,
	"realtime": ast.Realtime}

// paramHead parses parameter or localparam up to its names (A.2.1.1).
func (p *parser) paramHead(attrs []*ast.Attribute) *ast.ParamDecl {
	start := p.next()
	d := &ast.ParamDecl{Attrs: attrs}
	if start.text == "localparam" {
		d.Kind = ast.Localparam
	}
	p.logicType()
	if t := p.tok(); t.kind == tKeyword && varKinds[t.text] != ast.VarNone {
		d.Type = varKinds[t.text]
		p.next()
	}
	if d.Type == ast.VarNone || d.Type == ast.Reg || d.Type == ast.Integer {
		if d.Signed = p.acceptKw("signed"); !d.Signed && p.isKw("unsigned") {
			p.extension(p.tok(), "'unsigned' in a declaration")
			p.next()
		}
		d.Range = p.optRange()
		if d.Type == ast.Integer && d.Range != nil {
			p.errorf(diag.ParseBadDeclaration, d.Range.From, "an integer parameter cannot have a range")
		}
	}
	d.Span = p.since(start)
	return d
}

func (p *parser) paramAssign() *ast.ParamAssign {
	n := p.name("a parameter")
	a := &ast.ParamAssign{Name: n.text}
	if p.isOp("[") {
		p.systemVerilog(p.tok(), "an array of parameters")
	}
	p.want("=", "and the value of parameter '"+n.text+"'")
	a.Value = p.mintypmax()
	a.Span = p.since(n)
	return a
}

// paramDecl parses a whole declaration without the `;`.
func (p *parser) paramDecl(attrs []*ast.Attribute) *ast.ParamDecl {
	d := p.paramHead(attrs)
	d.Names = append(d.Names, p.paramAssign())
	for p.acceptOp(",") {
		d.Names = append(d.Names, p.paramAssign())
	}
	return d
}

// specparam parses a specparam declaration with its `;` (A.2.4).
func (p *parser) specparam(attrs []*ast.Attribute) *ast.ParamDecl {
	start := p.next()
	d := &ast.ParamDecl{Attrs: attrs, Kind: ast.Specparam, Range: p.optRange()}
	for {
		n := p.name("a specparam")
		a := &ast.ParamAssign{Name: n.text}
		p.want("=", "and the value of specparam '"+n.text+"'")
		if rest, ok := strings.CutPrefix(n.text, "PATHPULSE$"); ok && n.kind == tIdent {
			p.pathPulse(a, rest, n)
		} else {
			a.Value = p.mintypmax()
		}
		a.Span = p.since(n)
		d.Names = append(d.Names, a)
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(";", "behind the declaration")
	d.Span = p.since(start)
	return d
}

// pathPulse parses the value of PATHPULSE$in$out (14.6.1).
func (p *parser) pathPulse(a *ast.ParamAssign, terms string, n token) {
	a.Name, a.Pulse = "PATHPULSE$", true
	if terms != "" {
		in, out, ok := strings.Cut(terms, "$")
		if !ok || in == "" || out == "" {
			p.fail(diag.ParseBadSpecify, n.pos, "'%s' must be PATHPULSE$ or PATHPULSE$input$output", n.text)
		}
		sp := n.extent()
		a.In = &ast.Ident{Span: sp, Parts: []ast.NamePart{{Span: sp, Name: in}}}
		a.Out = &ast.Ident{Span: sp, Parts: []ast.NamePart{{Span: sp, Name: out}}}
	}
	if !p.acceptOp("(") {
		a.Reject = p.mintypmax()
		return
	}
	a.Reject = p.mintypmax()
	if p.acceptOp(",") {
		a.Error = p.mintypmax()
	}
	p.want(")", "to close the pulse limits")
}

// netDecl parses a net declaration (A.2.1.3).
func (p *parser) netDecl(k ast.NetKind, attrs []*ast.Attribute) *ast.NetDecl {
	start := p.next()
	d := &ast.NetDecl{Attrs: attrs, Kind: k}
	if p.isOp("(") {
		if c, ok := chargeWords[p.peek(1).text]; ok && p.peek(1).kind == tKeyword {
			if k != ast.TriReg {
				p.fail(diag.ParseBadStrength, p.tok().pos, "only a trireg has a charge strength")
			}
			p.next()
			p.next()
			d.Charge = c
			p.want(")", "to close the charge strength")
		} else {
			d.Strength = p.strength(false)
		}
	}
	switch {
	case p.acceptKw("vectored"):
		d.Vectored = true
	case p.acceptKw("scalared"):
		d.Scalared = true
	}
	if start.text == "wreal" || p.acceptKw("real") { // a net of reals, as Icarus has it
		d.Real = true
	}
	if d.Signed = p.acceptKw("signed"); !d.Signed && p.isKw("unsigned") {
		p.extension(p.tok(), "'unsigned' in a declaration")
		p.next()
	}
	if p.isKw("reg") || p.tok().kind == tIdent && svWords[p.tok().text] && p.peek(1).isName() {
		p.systemVerilog(p.tok(), "a net with data type '"+p.tok().text+"'")
	}
	d.Range, d.Inner = p.packedRanges()
	if p.isOp("#") {
		d.Delay = p.delay(3)
	}
	d.Names = p.declarators(true, true, "a net")
	if d.Strength != nil {
		for _, n := range d.Names {
			if n.Init == nil {
				p.errorf(diag.ParseBadStrength, d.Strength.Pos(), "a drive strength is that of an assignment, and '%s' has none (IEEE 1364-2005 6.1.1)", n.Name)
				break
			}
		}
	}
	p.want(";", "behind the declaration")
	d.Span = p.since(start)
	return d
}

// varDecl parses a variable declaration (A.2.1.3).
func (p *parser) varDecl(k ast.VarKind, attrs []*ast.Attribute) *ast.VarDecl {
	start := p.next()
	d := &ast.VarDecl{Attrs: attrs, Kind: k}
	switch k {
	case ast.Reg:
		if p.isKw("real") { // as Icarus has it
			p.extension(p.tok(), "'reg real'")
			p.next()
			d.Kind = ast.RealVar
			break
		}
		if d.Signed = p.acceptKw("signed"); !d.Signed && p.isKw("unsigned") {
			p.extension(p.tok(), "'unsigned' in a declaration")
			p.next()
		}
		d.Range, d.Inner = p.packedRanges()
	case ast.Integer, ast.Time:
		if p.isKw("signed") || p.isKw("unsigned") {
			p.systemVerilog(p.tok(), "'"+p.tok().text+"' behind '"+start.text+"'")
		}
		if p.isOp("[") {
			p.fail(diag.ParseBadDeclaration, p.tok().pos, "'%s' has no range", start.text)
		}
	}
	d.Names = p.declarators(true, true, "a variable")
	p.want(";", "behind the declaration")
	d.Span = p.since(start)
	return d
}

func (p *parser) eventDecl(attrs []*ast.Attribute) *ast.EventDecl {
	start := p.next()
	d := &ast.EventDecl{Attrs: attrs, Names: p.declarators(false, true, "an event")}
	p.want(";", "behind the declaration")
	d.Span = p.since(start)
	return d
}

// portDecl parses a port declaration in a module's body.
func (p *parser) portDecl(attrs []*ast.Attribute) *ast.PortDecl {
	start := *p.tok()
	d := p.portHead(attrs, true)
	d.Names = p.declarators(d.Var != ast.VarNone && d.Dir == ast.Output, false, "a port")
	p.want(";", "behind the declaration")
	d.Span = p.since(start)
	return d
}

// contAssign parses a continuous assignment (A.6.1).
func (p *parser) contAssign(attrs []*ast.Attribute) *ast.ContAssign {
	start := p.next()
	a := &ast.ContAssign{Attrs: attrs}
	if p.isOp("(") {
		a.Strength = p.strength(false)
	}
	if p.isOp("#") {
		a.Delay = p.delay(3)
	}
	for {
		t := *p.tok()
		n := &ast.NetAssign{LHS: p.lvalue()}
		p.want("=", "in the continuous assignment")
		n.RHS = p.expr()
		n.Span = p.since(t)
		a.Assigns = append(a.Assigns, n)
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(";", "behind the assignment")
	a.Span = p.since(start)
	return a
}

// delay parses #d or #(d [, d [, d]]) with at most n values.
func (p *parser) delay(n int) *ast.Delay {
	start := p.next()
	d := &ast.Delay{}
	if !p.acceptOp("(") {
		d.Values = []ast.Expr{p.delayValue()}
	} else {
		d.Values = []ast.Expr{p.mintypmax()}
		for p.acceptOp(",") {
			d.Values = append(d.Values, p.mintypmax())
		}
		p.want(")", "to close the delay")
		if len(d.Values) > n {
			p.errorf(diag.ParseBadDelay, d.Values[n].Pos(), "at most %d delays are allowed here", n)
			d.Values = d.Values[:n]
		}
	}
	d.Span = p.since(start)
	return d
}

// delayValue is a delay without parentheses: a number or a name.
func (p *parser) delayValue() ast.Expr {
	t := *p.tok()
	switch t.kind {
	case tNumber:
		p.next()
		if u := p.tok(); u.kind == tIdent && u.off == t.off+len(t.text) {
			switch u.text {
			case "s", "ms", "us", "ns", "ps", "fs":
				p.systemVerilog(u, "a time literal such as '"+t.text+u.text+"'")
			}
		}
		return p.number(t)
	case tReal:
		p.next()
		return p.real(t)
	case tIdent, tEscaped:
		id := &ast.Ident{Span: t.extent()}
		p.namePart(id)
		for p.isOp(".") {
			p.next()
			p.namePart(id)
		}
		return id
	case tSys:
		return p.primary()
	}
	p.dialect()
	p.fail(diag.ParseBadDelay, t.pos, "a delay is a number, a name or an expression in parentheses, not %s", describe(&t))
	return nil
}

// strengthWords maps drive strengths; the index tells which value they drive.
var strengthWords = map[string]struct {
	level ast.StrengthLevel
	one   bool
}{
	"supply0": {ast.Supply, false}, "strong0": {ast.Strong, false}, "pull0": {ast.Pull, false}, "weak0": {ast.Weak, false}, "highz0": {ast.HighZ, false},
	"supply1": {ast.Supply, true}, "strong1": {ast.Strong, true}, "pull1": {ast.Pull, true}, "weak1": {ast.Weak, true}, "highz1": {ast.HighZ, true},
}

var chargeWords = map[string]ast.ChargeSize{"small": ast.Small, "medium": ast.Medium, "large": ast.Large}

// startsStrength tells whether "(" here opens a drive strength.
func (p *parser) startsStrength() bool {
	n := p.peek(1)
	_, ok := strengthWords[n.text]
	return p.isOp("(") && n.kind == tKeyword && ok
}

// strength parses a drive strength (A.2.2.2); one alone when single.
func (p *parser) strength(single bool) *ast.Strength {
	start := p.want("(", "of a drive strength")
	s := &ast.Strength{}
	for n := 0; ; n++ {
		t := p.tok()
		w, ok := strengthWords[t.text]
		if !ok || t.kind != tKeyword {
			p.fail(diag.ParseBadStrength, t.pos, "a drive strength such as strong0 or pull1 is needed here, not %s", describe(t))
		}
		if w.one && s.S1 != ast.StrengthNone || !w.one && s.S0 != ast.StrengthNone {
			p.fail(diag.ParseBadStrength, t.pos, "a drive strength needs one for 0 and one for 1")
		}
		if w.one {
			s.S1 = w.level
		} else {
			s.S0 = w.level
		}
		p.next()
		if n == 1 || single && !p.isOp(",") {
			break
		}
		p.want(",", "and the second drive strength")
	}
	p.want(")", "to close the drive strength")
	s.Span = p.since(start)
	if s.S0 == ast.HighZ && s.S1 == ast.HighZ {
		p.errorf(diag.ParseBadStrength, start.pos, "both strengths cannot be highz (IEEE 1364-2005 7.9)")
	}
	return s
}

// function parses a function declaration (A.2.6).
func (p *parser) function(attrs []*ast.Attribute) *ast.FuncDecl {
	start := p.next()
	f := &ast.FuncDecl{Attrs: attrs, Automatic: p.acceptKw("automatic")}
	p.logicType()
	if t := p.tok(); t.kind == tKeyword && varKinds[t.text] != ast.VarNone {
		if f.Type = varKinds[t.text]; f.Type == ast.Reg {
			f.Type = ast.VarNone
		}
		p.next()
	}
	if f.Type == ast.VarNone {
		f.Signed = p.acceptKw("signed")
		f.Range, f.Inner = p.packedRanges()
		if !f.Automatic && p.isKw("automatic") {
			p.fail(diag.ParseBadFunction, p.tok().pos, "'automatic' must follow 'function' directly")
		}
	}
	n := p.name("a function")
	if p.tok().isName() && svWords[n.text] {
		p.dialect()
	}
	f.Name, f.NamePos = n.text, n.pos
	var decls []ast.Item
	if p.acceptOp("(") {
		f.ANSI = true
		f.Ports = p.tfPorts("function")
	}
	p.want(";", "behind the header of function '"+f.Name+"'")
	f.Ports, decls = p.tfDecls(f.Ports, f.ANSI)
	f.Decls = decls
	p.distinct(f.Ports)
	f.Body = p.tfBody("endfunction", "function '"+f.Name+"'")
	if len(f.Ports) == 0 {
		p.errorf(diag.ParseBadFunction, f.NamePos, "function '%s' has no inputs; IEEE 1364-2005 asks for at least one", f.Name)
	}
	for _, d := range f.Ports {
		if d.Dir != ast.Input {
			p.errorf(diag.ParseBadFunction, d.From, "a function has inputs only in IEEE 1364-2005")
		}
	}
	f.Span = p.since(start)
	return f
}

// task parses a task declaration (A.2.7).
func (p *parser) task(attrs []*ast.Attribute) *ast.TaskDecl {
	start := p.next()
	t := &ast.TaskDecl{Attrs: attrs, Automatic: p.acceptKw("automatic")}
	n := p.name("a task")
	t.Name, t.NamePos = n.text, n.pos
	if p.acceptOp("(") {
		t.ANSI = true
		t.Ports = p.tfPorts("task")
	}
	p.want(";", "behind the header of task '"+t.Name+"'")
	t.Ports, t.Decls = p.tfDecls(t.Ports, t.ANSI)
	p.distinct(t.Ports)
	t.Body = p.tfBody("endtask", "task '"+t.Name+"'")
	t.Span = p.since(start)
	return t
}

// tfPorts parses the header list of a task or function behind "(".
func (p *parser) tfPorts(what string) []*ast.PortDecl {
	if p.isOp(")") {
		p.next()
		return nil
	}
	var list []*ast.PortDecl
	for {
		attrs := p.attrs()
		if isDirection(p.tok()) {
			list = append(list, p.portHead(attrs, false))
		} else if len(list) == 0 {
			p.dialect()
			p.fail(diag.ParseBadFunction, p.tok().pos, "an argument of a %s needs a direction in IEEE 1364-2005", what)
		} else if !p.tok().isName() {
			p.unexpected("where an argument is needed")
		}
		d := list[len(list)-1]
		d.Names = append(d.Names, p.declarator(false, false, "an argument"))
		d.To = p.prev().end
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(")", "to close the arguments")
	return list
}

// tfDecls parses the declarations before a task's or function's statement.
func (p *parser) tfDecls(ports []*ast.PortDecl, ansi bool) ([]*ast.PortDecl, []ast.Item) {
	var decls []ast.Item
	for {
		at := p.i
		attrs := p.attrs()
		if !isDirection(p.tok()) {
			p.i = at
			d := p.blockDecl()
			if d == nil {
				return ports, decls
			}
			decls = append(decls, d)
			continue
		}
		if ansi {
			p.errorf(diag.ParseBadFunction, p.tok().pos, "an argument cannot be declared here: the header has an argument list")
		}
		d := p.portHead(attrs, false)
		d.Names = p.declarators(false, false, "an argument")
		p.want(";", "behind the declaration")
		d.To = p.prev().end
		ports = append(ports, d)
	}
}

// distinct complains about two arguments of one name.
func (p *parser) distinct(ports []*ast.PortDecl) {
	seen := map[string]bool{}
	for _, d := range ports {
		for _, n := range d.Names {
			if seen[n.Name] {
				p.errorf(diag.ParseDuplicate, n.From, "argument '%s' is declared twice", n.Name)
			}
			seen[n.Name] = true
		}
	}
}

// blockDecl parses a declaration of a block, task or function; nil when there
// is none.
func (p *parser) blockDecl() ast.Item {
	at := p.i
	attrs := p.attrs()
	p.logicType()
	t := p.tok()
	if t.kind == tKeyword {
		if k, ok := varKinds[t.text]; ok {
			return p.varDecl(k, attrs)
		}
		switch t.text {
		case "event":
			return p.eventDecl(attrs)
		case "parameter", "localparam":
			d := p.paramDecl(attrs)
			p.want(";", "behind the declaration")
			d.To = p.prev().end
			return d
		}
	}
	p.i = at
	return nil
}

// tfBody parses the one statement of a task or function and its end word.
func (p *parser) tfBody(end, what string) ast.Stmt {
	t := *p.tok()
	var body ast.Stmt = &ast.Null{Span: ast.Span{From: t.pos, To: t.pos}}
	if !p.isKw(end) {
		body = p.stmtOrNull()
	}
	if !p.isKw(end) && p.startsStatement() {
		p.fail(diag.ParseBadFunction, p.tok().pos, "%s has several statements without begin and end, which is SystemVerilog (IEEE 1800)", what)
	}
	p.wantKw(end, "to close "+what)
	p.noEndLabel()
	return body
}
