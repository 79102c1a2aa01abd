package parse

import (
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
)

// specify parses a specify block (A.7.1).
func (p *parser) specify() *ast.Specify {
	start := p.next()
	s := &ast.Specify{}
	for !p.isKw("endspecify") {
		if t := p.tok(); t.kind == tEOF || t.kind == tKeyword && outer[t.text] {
			p.missing("'endspecify'", "")
		}
		at := p.i
		if !p.guard(func() {
			if it := p.specItem(); it != nil {
				s.Items = append(s.Items, it)
			}
		}) {
			p.skip(at)
			if p.i == at && !p.isKw("endspecify") && !(p.tok().kind == tKeyword && outer[p.tok().text]) {
				p.next()
			}
		}
	}
	p.next()
	s.Span = p.since(start)
	return s
}

var pulseKinds = map[string]ast.PulseKind{"pulsestyle_onevent": ast.PulseOnEvent, "pulsestyle_ondetect": ast.PulseOnDetect,
	"showcancelled": ast.ShowCancelled, "noshowcancelled": ast.NoShowCancelled}

func (p *parser) specItem() ast.SpecItem {
	start := *p.tok()
	switch start.kind {
	case tSys:
		return p.timingCheck()
	case tOp:
		switch start.text {
		case "(":
			return p.pathDecl(start, nil, false)
		case ";":
			p.next()
			return nil
		}
	case tKeyword:
		if k, ok := pulseKinds[start.text]; ok {
			p.next()
			d := &ast.PulseStyle{Kind: k, Paths: p.specTerms()}
			p.want(";", "behind the declaration")
			d.Span = p.since(start)
			return d
		}
		switch start.text {
		case "specparam":
			return p.specparam(nil)
		case "if":
			p.next()
			c := p.paren("behind 'if'")
			if !p.isOp("(") {
				p.unexpected("where a module path is needed")
			}
			return p.pathDecl(start, c, false)
		case "ifnone":
			p.next()
			if !p.isOp("(") {
				p.unexpected("where a module path is needed")
			}
			return p.pathDecl(start, nil, true)
		}
	}
	p.unexpected("in a specify block")
	return nil
}

// specTerms parses a list of terminals: names with optional selects.
func (p *parser) specTerms() []ast.Expr {
	list := []ast.Expr{p.specTerm()}
	for p.acceptOp(",") {
		list = append(list, p.specTerm())
	}
	return list
}

func (p *parser) specTerm() ast.Expr {
	p.exprNest, p.chain = 0, 0
	if !p.tok().isName() {
		p.missing("the name of a port", "in the module path")
	}
	return p.reference(false)
}

func (p *parser) polarity() byte {
	if t := p.tok(); t.isOp("+") || t.isOp("-") {
		return p.next().text[0]
	}
	return 0
}

// pathDecl parses ( path ) = delays ; (A.7.2).
func (p *parser) pathDecl(start token, cond ast.Expr, ifnone bool) *ast.PathDecl {
	d := &ast.PathDecl{Cond: cond, IfNone: ifnone}
	p.next()
	edge := true
	switch {
	case p.acceptKw("posedge"):
		d.Edge = ast.EdgePos
	case p.acceptKw("negedge"):
		d.Edge = ast.EdgeNeg
	default:
		edge = false
	}
	d.Inputs = p.specTerms()
	d.Polarity = p.polarity()
	switch {
	case p.acceptOp("*>"):
		d.Full = true
	case p.acceptOp("=>"):
		if len(d.Inputs) > 1 {
			p.diags.Warnf(diag.ParseExtension, d.Inputs[1].Pos(), "a parallel path (=>) has one source in IEEE 1364-2005 14.2.5; use *>")
		}
	default:
		p.missing("'=>' or '*>'", "in the module path")
	}
	if p.acceptOp("(") {
		d.Outputs = p.specTerms()
		if len(d.Outputs) > 1 && !d.Full {
			p.errorf(diag.ParseBadSpecify, d.Outputs[1].Pos(), "a parallel path (=>) has one destination; use *>")
		}
		switch {
		case p.acceptOp("+:"):
			d.DataPol = '+'
		case p.acceptOp("-:"):
			d.DataPol = '-'
		default:
			if d.DataPol = p.polarity(); !p.isOp(":") {
				p.missing("':'", "and the data source of an edge-sensitive path")
			}
			p.next()
		}
		d.DataSource = p.expr()
		p.want(")", "to close the data path")
		if ifnone {
			p.errorf(diag.ParseBadSpecify, start.pos, "ifnone cannot stand before an edge-sensitive path")
		}
	} else {
		if edge {
			// Icarus takes an edge without a data source too.
			d.Outputs = p.specTerms()
		} else if d.Outputs = p.specTerms(); len(d.Outputs) > 1 && !d.Full {
			p.errorf(diag.ParseBadSpecify, d.Outputs[1].Pos(), "a parallel path (=>) has one destination; use *>")
		}
	}
	p.want(")", "to close the module path")
	p.want("=", "and the delays of the module path")
	d.Delays = p.pathDelays()
	p.want(";", "behind the module path")
	d.Span = p.since(start)
	switch len(d.Delays) {
	case 1, 2, 3, 6, 12:
	default:
		p.errorf(diag.ParseBadSpecify, d.Delays[0].Pos(), "a module path has 1, 2, 3, 6 or 12 delays, not %d", len(d.Delays))
	}
	return d
}

// pathDelays parses a delay list with or without parentheses.
func (p *parser) pathDelays() []ast.Expr {
	if p.isOp("(") {
		at := p.i
		p.next()
		list := []ast.Expr{p.mintypmax()}
		for p.acceptOp(",") {
			list = append(list, p.mintypmax())
		}
		p.want(")", "to close the delays")
		if p.isOp(";") || len(list) > 1 {
			return list
		}
		p.i = at // ( ) was the start of an expression
	}
	list := []ast.Expr{p.mintypmax()}
	for p.acceptOp(",") {
		list = append(list, p.mintypmax())
	}
	return list
}

// timingChecks gives the least and most arguments of each check (15.2).
var timingChecks = map[string][2]int{"$setup": {3, 4}, "$hold": {3, 4}, "$setuphold": {4, 9}, "$recovery": {3, 4}, "$removal": {3, 4},
	"$recrem": {4, 9}, "$skew": {3, 4}, "$timeskew": {3, 6}, "$fullskew": {4, 7}, "$period": {2, 3}, "$width": {2, 4}, "$nochange": {4, 5}}

// timingCheck parses $setup and its kin (A.7.5).
func (p *parser) timingCheck() *ast.TimingCheck {
	start := p.next()
	c := &ast.TimingCheck{Name: start.text}
	limits, ok := timingChecks[start.text]
	if !ok {
		p.fail(diag.ParseBadSpecify, start.pos, "'%s' is no timing check", start.text)
	}
	p.want("(", "of the timing check")
	for {
		c.Args = append(c.Args, p.timingArgument())
		if !p.acceptOp(",") {
			break
		}
	}
	p.want(")", "to close the timing check")
	p.want(";", "behind the timing check")
	c.Span = p.since(start)
	if n := len(c.Args); n < limits[0] || n > limits[1] {
		p.errorf(diag.ParseBadSpecify, start.pos, "'%s' takes %d to %d arguments, not %d", start.text, limits[0], limits[1], n)
	}
	return c
}

func (p *parser) timingArgument() ast.Node {
	start := *p.tok()
	if start.isOp(",") || start.isOp(")") {
		return &ast.Empty{Span: ast.Span{From: start.pos, To: start.pos}}
	}
	p.timingArg = true
	defer func() { p.timingArg = false }()
	ev := &ast.TimingEvent{}
	switch {
	case p.acceptKw("posedge"):
		ev.Edge = ast.EdgePos
	case p.acceptKw("negedge"):
		ev.Edge = ast.EdgeNeg
	case p.acceptKw("edge"):
		ev.Edge = ast.EdgeList
		ev.Edges = p.edgeList()
	}
	ev.Term = p.mintypmax()
	if p.acceptOp("&&&") {
		ev.Cond = p.expr()
	}
	if ev.Edge == ast.EdgeAny && ev.Cond == nil {
		return ev.Term
	}
	ev.Span = p.since(start)
	return ev
}

// edgeList parses [01, x1, ...] behind `edge` (15.4.2).
func (p *parser) edgeList() [][2]byte {
	p.want("[", "behind 'edge'")
	var list [][2]byte
	for {
		t := *p.tok()
		var b strings.Builder
		for k := p.tok(); (k.kind == tNumber || k.kind == tIdent) && b.Len() < 3; k = p.tok() {
			b.WriteString(k.text)
			p.next()
		}
		s := strings.ToLower(b.String())
		ok := len(s) == 2 && s[0] != s[1] && strings.IndexByte("01xz", s[0]) >= 0 && strings.IndexByte("01xz", s[1]) >= 0 &&
			(s[0] <= '1' || s[1] <= '1')
		if !ok {
			p.fail(diag.ParseBadSpecify, t.pos, "an edge is 01, 10, 0x, x1, 1x or x0")
		}
		list = append(list, [2]byte{s[0], s[1]})
		if !p.acceptOp(",") {
			break
		}
	}
	p.want("]", "to close the list of edges")
	return list
}
