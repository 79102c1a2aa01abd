package parse

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
)

// primitive parses a user-defined primitive (A.5).
func (p *parser) primitive(attrs []*ast.Attribute) {
	start := p.next()
	u := &ast.UDP{Attrs: attrs, Env: p.state(&start).Env, FromLib: p.fromLib, LibName: p.lib}
	n := p.name("a primitive")
	u.Name, u.NamePos = n.text, n.pos
	if !p.guard(func() { p.primitiveRest(u) }) {
		for t := p.tok(); t.kind != tEOF && !p.isKw("endprimitive") && !p.isKw("module"); t = p.tok() {
			p.next()
		}
		p.acceptKw("endprimitive")
		return
	}
	u.Span = p.since(start)
	p.noDirectives(start.off)
	p.declare(n, "primitive")
	p.src.UDPs = append(p.src.UDPs, u)
}

// udpDecls are the port declarations of a primitive.
type udpDecls struct {
	inputOrder []token
	outputs    []token
	inputs     map[string]bool
	regs       map[string]bool
	inits      *ast.Number
	initFor    string
}

func (p *parser) primitiveRest(u *ast.UDP) {
	d := &udpDecls{inputs: map[string]bool{}, regs: map[string]bool{}}
	p.want("(", "of the port list")
	at := p.i
	p.attrs()
	ansi := isDirection(p.tok())
	p.i = at
	var names []token
	if ansi {
		dir := ""
		for {
			p.attrs()
			if isDirection(p.tok()) {
				dir = p.next().text
				if p.acceptKw("reg") {
					d.regs[p.tok().text] = true
				}
			}
			n := p.name("a port of a primitive")
			names = append(names, n)
			switch dir {
			case "output":
				d.outputs = append(d.outputs, n)
				if p.acceptOp("=") {
					d.initFor, d.inits = n.text, p.udpInit()
				}
			case "input":
				d.inputs[n.text] = true
			default:
				p.fail(diag.ParseBadUDP, n.pos, "a primitive has no inout ports")
			}
			if !p.acceptOp(",") {
				break
			}
		}
	} else {
		for {
			names = append(names, p.name("a port of a primitive"))
			if !p.acceptOp(",") {
				break
			}
		}
	}
	p.want(")", "to close the port list")
	p.want(";", "behind the header of the primitive")
	for !p.isKw("table") {
		p.udpItem(d)
	}
	if len(d.outputs) != 1 {
		p.fail(diag.ParseBadUDP, u.NamePos, "primitive '%s' must have one output", u.Name)
	}
	if names[0].text != d.outputs[0].text {
		p.fail(diag.ParseBadUDP, names[0].pos, "the first port of primitive '%s' must be its output", u.Name)
	}
	u.Output, u.OutputPos = d.outputs[0].text, d.outputs[0].pos
	u.Sequential = d.regs[u.Output]
	for i, n := range names[1:] {
		for _, o := range names[:i+1] {
			if o.text == n.text {
				p.fail(diag.ParseDuplicate, n.pos, "port '%s' is given twice", n.text)
			}
		}
		if !d.inputs[n.text] {
			p.fail(diag.ParseBadUDP, n.pos, "port '%s' of primitive '%s' is not declared as input", n.text, u.Name)
		}
		u.Inputs = append(u.Inputs, n.text)
	}
	for _, n := range d.inputOrder {
		if !slices.ContainsFunc(names, func(o token) bool { return o.text == n.text }) {
			p.errorf(diag.ParseBadUDP, n.pos, "input '%s' is not in the port list of primitive '%s'", n.text, u.Name)
		}
	}
	if len(u.Inputs) == 0 {
		p.fail(diag.ParseBadUDP, u.NamePos, "primitive '%s' has no inputs", u.Name)
	}
	if d.inits != nil {
		if d.initFor != u.Output || !u.Sequential {
			p.errorf(diag.ParseBadUDP, d.inits.From, "only an output that is a reg has an initial value")
		}
		u.Init = d.inits
	}
	p.udpTable(u)
	p.wantKw("endprimitive", "to close primitive '"+u.Name+"'")
	p.noEndLabel()
}

func (p *parser) udpItem(d *udpDecls) {
	p.attrs()
	t := *p.tok()
	if t.kind != tKeyword {
		p.unexpected("where a declaration of a primitive or its table is needed")
	}
	switch t.text {
	case "output":
		p.next()
		reg := p.acceptKw("reg")
		n := p.name("an output")
		d.outputs = append(d.outputs, n)
		if reg {
			d.regs[n.text] = true
		}
		if p.acceptOp("=") {
			d.initFor, d.inits = n.text, p.udpInit()
		}
	case "input":
		p.next()
		for {
			n := p.name("an input")
			d.inputs[n.text] = true
			d.inputOrder = append(d.inputOrder, n)
			if !p.acceptOp(",") {
				break
			}
		}
	case "reg":
		p.next()
		n := p.name("an output")
		d.regs[n.text] = true
		if p.acceptOp("=") {
			d.initFor, d.inits = n.text, p.udpInit()
		}
	case "initial":
		p.next()
		d.initFor = p.name("an output").text
		p.want("=", "in the initial statement")
		d.inits = p.udpInit()
	default:
		p.unexpected("where a declaration of a primitive or its table is needed")
	}
	p.want(";", "behind the declaration")
}

// udpInit parses 0, 1, 1'b0, 1'b1 or 1'bx.
func (p *parser) udpInit() *ast.Number {
	t := *p.tok()
	if t.kind == tNumber {
		p.next()
		n := p.number(t)
		one := n.Width == 1 || n.Base == 0 && n.Val[0] <= 1
		if one && !(n.XZ[0] == 1 && n.Val[0] == 0) {
			return n
		}
	}
	p.fail(diag.ParseBadUDP, t.pos, "the initial value of a primitive is 0, 1 or 1'bx")
	return nil
}

// udpTable parses table ... endtable; its tokens are single characters.
func (p *parser) udpTable(u *ast.UDP) {
	p.wantKw("table", "")
	for !p.isKw("endtable") {
		start := *p.tok()
		row := &ast.UDPRow{}
		edges := 0
		for p.udpChar() != ':' {
			s := p.udpSymbol()
			if s.IsEdge() {
				edges++
				if !u.Sequential {
					p.fail(diag.ParseBadUDP, start.pos, "an edge in the table of a combinational primitive")
				}
			}
			row.Inputs = append(row.Inputs, s)
		}
		p.next()
		if edges > 1 {
			p.fail(diag.ParseBadUDP, start.pos, "a table entry has at most one edge")
		}
		if len(row.Inputs) != len(u.Inputs) {
			p.fail(diag.ParseBadUDP, start.pos, "this table entry has %d inputs, primitive '%s' has %d", len(row.Inputs), u.Name, len(u.Inputs))
		}
		if u.Sequential {
			if row.State = p.udpSymbol(); row.State.IsEdge() {
				p.fail(diag.ParseBadUDP, start.pos, "the current state cannot be an edge")
			}
			if p.udpChar() != ':' {
				p.fail(diag.ParseBadUDP, p.tok().pos, "expected ':' and the next state, found %s", describe(p.tok()))
			}
			p.next()
		}
		switch c := p.udpChar(); c {
		case '0', '1', 'x', 'X':
			row.Output = c | 0x20
			if c < 'A' {
				row.Output = c
			}
		case '-':
			if !u.Sequential {
				p.fail(diag.ParseBadUDP, p.tok().pos, "'-' in the table of a combinational primitive")
			}
			row.Output = '-'
		default:
			p.fail(diag.ParseBadUDP, p.tok().pos, "the output of a table entry is 0, 1, x or -, not %s", describe(p.tok()))
		}
		p.next()
		if p.udpChar() != ';' {
			p.fail(diag.ParseBadUDP, p.tok().pos, "expected ';' behind the table entry, found %s", describe(p.tok()))
		}
		p.next()
		row.Span = p.since(start)
		u.Rows = append(u.Rows, row)
	}
	p.next()
	if len(u.Rows) == 0 {
		p.fail(diag.ParseBadUDP, p.prev().pos, "the table of primitive '%s' is empty", u.Name)
	}
}

// udpChar is the present character of the table.
func (p *parser) udpChar() byte {
	t := p.tok()
	if t.kind != tTable {
		p.fail(diag.ParseBadUDP, t.pos, "unexpected %s in the table of a primitive", describe(t))
	}
	return t.text[0]
}

func udpLevel(c byte) (byte, bool) {
	switch c {
	case '0', '1', '?', 'x', 'b':
		return c, true
	case 'X', 'B':
		return c | 0x20, true
	}
	return 0, false
}

// udpSymbol parses a level or an edge.
func (p *parser) udpSymbol() ast.UDPSymbol {
	c := p.udpChar()
	t := p.next()
	if l, ok := udpLevel(c); ok {
		return ast.UDPSymbol{Level: l}
	}
	switch c | 0x20 {
	case 'r':
		return ast.UDPSymbol{From: '0', To: '1'}
	case 'f':
		return ast.UDPSymbol{From: '1', To: '0'}
	case 'p':
		return ast.UDPSymbol{From: 'p', To: 'p'}
	case 'n':
		return ast.UDPSymbol{From: 'n', To: 'n'}
	}
	switch c {
	case '*':
		return ast.UDPSymbol{From: '?', To: '?'}
	case '(':
		a, ok1 := udpLevel(p.udpChar())
		p.next()
		b, ok2 := udpLevel(p.udpChar())
		p.next()
		if ok1 && ok2 && p.udpChar() == ')' {
			p.next()
			return ast.UDPSymbol{From: a, To: b}
		}
		p.fail(diag.ParseBadUDP, t.pos, "an edge is written (vw), where v and w are 0, 1, x, ? or b")
	}
	p.fail(diag.ParseBadUDP, t.pos, "'%s' is no symbol of a table (IEEE 1364-2005 table 8-1)", t.text)
	return ast.UDPSymbol{}
}

// config parses a configuration (A.1.5).
func (p *parser) config() {
	start := p.next()
	c := &ast.Config{LibName: p.lib}
	n := p.name("a config")
	c.Name, c.NamePos = n.text, n.pos
	p.want(";", "behind the header of the config")
	p.wantKw("design", "in the config")
	for !p.isOp(";") {
		c.Design = append(c.Design, p.cellName(false))
	}
	p.next()
	for !p.isKw("endconfig") {
		c.Rules = append(c.Rules, p.configRule())
	}
	p.next()
	p.noEndLabel()
	c.Span = p.since(start)
	p.src.Configs = append(p.src.Configs, c)
}

// cellName parses [library.]cell and, with config, [:config].
func (p *parser) cellName(config bool) ast.CellName {
	n := p.name("a cell")
	c := ast.CellName{Cell: n.text}
	if p.acceptOp(".") {
		c.Lib, c.Cell = n.text, p.name("a cell").text
	}
	if config && p.acceptOp(":") {
		p.wantKw("config", "behind ':'")
		c.Config = true
	}
	c.Span = p.since(n)
	return c
}

func (p *parser) configRule() *ast.ConfigRule {
	start := *p.tok()
	r := &ast.ConfigRule{}
	switch {
	case p.acceptKw("default"):
	case p.acceptKw("instance"):
		r.Kind = ast.ConfigInstance
		r.Instance = []string{p.name("an instance").text}
		for p.acceptOp(".") {
			r.Instance = append(r.Instance, p.name("an instance").text)
		}
	case p.acceptKw("cell"):
		r.Kind = ast.ConfigCell
		r.Cell = p.cellName(false)
	default:
		p.unexpected("where a rule of a config is needed")
	}
	switch {
	case p.acceptKw("liblist"):
		for p.tok().isName() {
			r.Liblist = append(r.Liblist, p.next().text)
		}
	case p.isKw("use") && r.Kind != ast.ConfigDefault:
		p.next()
		c := p.cellName(true)
		r.Use = &c
	default:
		p.missing("'liblist' or 'use'", "in the config")
	}
	p.want(";", "behind the rule")
	r.Span = p.since(start)
	return r
}

// library parses a library declaration of a map file (A.1.1).
func (p *parser) library() {
	start := p.next()
	l := &ast.LibraryDecl{Name: p.name("a library").text}
	for {
		l.Files = append(l.Files, p.filePath())
		if !p.acceptOp(",") {
			break
		}
	}
	if p.isOp("-") && p.peek(1).isKw("incdir") {
		p.next()
		p.next()
		for {
			l.IncDirs = append(l.IncDirs, p.filePath())
			if !p.acceptOp(",") {
				break
			}
		}
	}
	p.want(";", "behind the library")
	l.Span = p.since(start)
	p.src.Library = append(p.src.Library, l)
}

func (p *parser) libraryInclude() {
	start := p.next()
	i := &ast.LibraryInclude{Path: p.filePath()}
	p.want(";", "behind the include")
	i.Span = p.since(start)
	p.src.LibIncl = append(p.src.LibIncl, i)
}

// filePath takes a quoted path, or the tokens up to white space, `,` or `;`.
func (p *parser) filePath() string {
	if t := *p.tok(); t.kind == tString {
		p.next()
		return p.str(t).Value
	}
	var b strings.Builder
	last := -1
	for {
		t := p.tok()
		if t.kind == tEOF || t.isOp(",") || t.isOp(";") || last >= 0 && t.off != last {
			break
		}
		if t.kind == tEscaped {
			b.WriteByte('\\')
			last = t.off + 1
		} else {
			last = t.off
		}
		b.WriteString(t.text)
		last += len(t.text)
		p.next()
	}
	if b.Len() == 0 {
		p.fail(diag.ParseBadConfig, p.tok().pos, "a file path is needed here")
	}
	return b.String()
}

// line is a token's line number, for messages.
func (p *parser) line(t *token) string { return strconv.Itoa(p.diags.Set.Position(t.pos).Line) }
