package msl

// maxExpansion bounds how many tokens macros may add to one text, so that
// macros that double each other cannot exhaust memory.
const maxExpansion = 2 << 20

// maxMacroDepth bounds macros inside macros.
const maxMacroDepth = 60

type macro struct {
	params   []string
	function bool
	body     []token
	active   bool // being expanded: its name stays as it is
}

// preprocessor runs directives and expands macros, giving the token list that
// the parser reads.
type preprocessor struct {
	src      *source
	sc       *scanner
	macros   map[string]*macro
	conds    []cond
	skipping bool
	out      []token
	added    int
	tooBig   bool
}

type cond struct {
	pos       Pos
	live      bool // this branch is read
	taken     bool // some branch has been read
	outerSkip bool
	sawElse   bool
}

// preprocess scans the whole text.
func preprocess(src *source) (toks []token, comments []span) {
	p := &preprocessor{
		src:    src,
		sc:     &scanner{src: src, text: src.text, bol: true},
		macros: map[string]*macro{"__METAL_VERSION__": {body: []token{{tInt, 0, "310"}}}},
		out:    make([]token, 0, len(src.text)/3+16),
	}
	for {
		t := p.sc.next()
		if t.kind == tEOF {
			break
		}
		if t.kind == tHash {
			p.directive(t.pos)
			continue
		}
		if p.skipping {
			continue
		}
		if t.kind == tIdent {
			if m := p.macros[t.text]; m != nil {
				p.useFromSource(t, m)
				continue
			}
		}
		p.out = append(p.out, t)
	}
	for _, c := range p.conds {
		src.errorf(c.pos, "conditional directive has no #endif")
	}
	p.out = append(p.out, token{kind: tEOF, pos: Pos(len(src.text))})
	return p.out, p.sc.comments
}

// useFromSource expands macro m, whose name t was just read from the text.
func (p *preprocessor) useFromSource(t token, m *macro) {
	if !m.function {
		p.expand(m, t, nil)
		return
	}
	save := *p.sc
	nc := len(save.comments)
	if next := p.sc.next(); next.kind != tLParen {
		comments := p.sc.comments[:nc]
		*p.sc = save
		p.sc.comments = comments
		p.out = append(p.out, t)
		return
	}
	var args [][]token
	var arg []token
	depth := 0
	for {
		a := p.sc.next()
		switch {
		case a.kind == tEOF || a.kind == tHash:
			p.src.errorf(t.pos, "call of macro '%s' is not closed", t.text)
			return
		case depth == 0 && a.kind == tRParen:
			args = append(args, arg)
			p.call(m, t, args)
			return
		case depth == 0 && a.kind == tComma:
			args = append(args, arg)
			arg = nil
			continue
		case a.kind == tLParen:
			depth++
		case a.kind == tRParen:
			depth--
		}
		arg = append(arg, a)
	}
}

// call checks the number of arguments, then expands.
func (p *preprocessor) call(m *macro, t token, args [][]token) {
	if len(m.params) == 0 && len(args) == 1 && len(args[0]) == 0 {
		args = nil
	}
	if len(args) != len(m.params) {
		p.src.errorf(t.pos, "macro '%s' takes %d arguments, not %d", t.text, len(m.params), len(args))
		return
	}
	p.expand(m, t, args)
}

// expand appends the expansion of m, used at t, to the output.
func (p *preprocessor) expand(m *macro, t token, args [][]token) {
	p.out = p.appendExpansion(p.out, m, t, args, 0)
}

func (p *preprocessor) appendExpansion(out []token, m *macro, use token, args [][]token, depth int) []token {
	if p.tooBig {
		return out
	}
	if depth > maxMacroDepth {
		p.src.errorf(use.pos, "macro '%s' nests too deeply", use.text)
		return out
	}
	body := m.body
	if m.function {
		expanded := make([][]token, len(args))
		for i, a := range args {
			expanded[i] = p.rescan(nil, a, use.pos, depth+1)
		}
		sub := make([]token, 0, len(body)+8)
		for _, b := range body {
			if b.kind == tIdent {
				if i := indexOf(m.params, b.text); i >= 0 {
					sub = append(sub, expanded[i]...)
					if !p.grow(len(expanded[i]), use.pos) {
						return out
					}
					continue
				}
			}
			sub = append(sub, b)
		}
		body = sub
	}
	m.active = true
	out = p.rescan(out, body, use.pos, depth+1)
	m.active = false
	return out
}

// rescan appends toks to out, expanding the macros among them.
func (p *preprocessor) rescan(out, toks []token, at Pos, depth int) []token {
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		if !p.grow(1, at) {
			return out
		}
		t.pos = at
		m := p.macros[t.text]
		if t.kind != tIdent || m == nil || m.active {
			out = append(out, t)
			continue
		}
		if !m.function {
			out = p.appendExpansion(out, m, t, nil, depth)
			continue
		}
		args, end, ok := splitArgs(toks, i+1)
		if !ok {
			out = append(out, t)
			continue
		}
		if len(m.params) == 0 && len(args) == 1 && len(args[0]) == 0 {
			args = nil
		}
		if len(args) != len(m.params) {
			p.src.errorf(at, "macro '%s' takes %d arguments, not %d", t.text, len(m.params), len(args))
			i = end
			continue
		}
		out = p.appendExpansion(out, m, t, args, depth)
		i = end
	}
	return out
}

func (p *preprocessor) grow(n int, at Pos) bool {
	p.added += n
	if p.added > maxExpansion {
		if !p.tooBig {
			p.tooBig = true
			p.src.errorf(at, "macro expansion adds more than %d tokens", maxExpansion)
		}
		return false
	}
	return true
}

// splitArgs reads "(a, b, ...)" at toks[i]; end is the closing parenthesis.
func splitArgs(toks []token, i int) (args [][]token, end int, ok bool) {
	if i >= len(toks) || toks[i].kind != tLParen {
		return nil, i, false
	}
	depth, start := 0, i+1
	for j := i + 1; j < len(toks); j++ {
		switch toks[j].kind {
		case tLParen:
			depth++
		case tComma:
			if depth == 0 {
				args = append(args, toks[start:j])
				start = j + 1
			}
		case tRParen:
			if depth == 0 {
				return append(args, toks[start:j]), j, true
			}
			depth--
		}
	}
	return nil, i, false
}

func indexOf(list []string, s string) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}

// directive runs one # line.
func (p *preprocessor) directive(pos Pos) {
	sc := p.sc
	sc.directive = true
	defer func() {
		for sc.next().kind != tEOF {
		}
		sc.directive = false
	}()
	name := sc.next()
	switch name.text {
	case "if":
		p.push(pos, !p.skipping && p.condition(pos))
		return
	case "ifdef", "ifndef":
		id := sc.next()
		if id.text == "" {
			p.src.errorf(pos, "#%s needs a name", name.text)
		}
		p.push(pos, (p.macros[id.text] != nil) == (name.text == "ifdef"))
		return
	case "elif", "else":
		if len(p.conds) == 0 {
			p.src.errorf(pos, "#%s without #if", name.text)
			return
		}
		c := &p.conds[len(p.conds)-1]
		if c.sawElse {
			p.src.errorf(pos, "#%s after #else", name.text)
		}
		c.sawElse = name.text == "else"
		c.live = !c.taken && (name.text == "else" || c.outerSkip || p.condition(pos))
		c.taken = c.taken || c.live
		p.skipping = c.outerSkip || !c.live
		return
	case "endif":
		if len(p.conds) == 0 {
			p.src.errorf(pos, "#endif without #if")
			return
		}
		p.skipping = p.conds[len(p.conds)-1].outerSkip
		p.conds = p.conds[:len(p.conds)-1]
		return
	}
	if p.skipping {
		return
	}
	switch name.text {
	case "define":
		p.define(pos)
	case "undef":
		delete(p.macros, sc.next().text)
	case "include":
		open, id, end := sc.next(), sc.next(), sc.next()
		if open.kind != tLt || id.text != "metal_stdlib" || end.kind != tGt {
			p.src.errorf(pos, "only #include <metal_stdlib> is known")
		}
	case "pragma":
	case "error":
		p.src.errorf(pos, "#error directive")
	default:
		p.src.errorf(pos, "unknown directive #%s", name.text)
	}
}

func (p *preprocessor) push(pos Pos, live bool) {
	c := cond{pos: pos, live: live, taken: live, outerSkip: p.skipping}
	p.conds = append(p.conds, c)
	p.skipping = c.outerSkip || !live
}

// condition evaluates what #if knows: a number, NAME, defined(NAME), and ! in
// front of one of them.
func (p *preprocessor) condition(pos Pos) bool {
	sc := p.sc
	t := sc.next()
	negate := false
	for t.kind == tNot {
		negate = !negate
		t = sc.next()
	}
	value := false
	switch {
	case t.kind == tInt:
		lit, ok := parseInt(t.text)
		value = ok && lit.val != 0
	case t.text == "defined":
		id := sc.next()
		paren := id.kind == tLParen
		if paren {
			id = sc.next()
		}
		value = p.macros[id.text] != nil
		if paren && sc.next().kind != tRParen {
			p.src.errorf(pos, "defined( is not closed")
		}
	case t.kind == tIdent:
		if m := p.macros[t.text]; m != nil && len(m.body) == 1 && m.body[0].kind == tInt {
			lit, ok := parseInt(m.body[0].text)
			value = ok && lit.val != 0
		}
	default:
		p.src.errorf(pos, "#if takes a number, a name or defined(NAME) only")
	}
	if sc.next().kind != tEOF {
		p.src.errorf(pos, "#if takes a number, a name or defined(NAME) only")
	}
	return value != negate
}

func (p *preprocessor) define(pos Pos) {
	sc := p.sc
	id := sc.next()
	if id.text == "" || !isIdentStart(id.text[0]) {
		p.src.errorf(pos, "#define needs a name")
		return
	}
	m := &macro{}
	// A parenthesis directly after the name makes it function-like.
	if sc.off < len(sc.text) && sc.text[sc.off] == '(' {
		sc.next()
		m.function = true
		t := sc.next()
		for t.kind != tRParen {
			if t.text == "" || !isIdentStart(t.text[0]) {
				p.src.errorf(pos, "bad parameter list of macro '%s'", id.text)
				return
			}
			m.params = append(m.params, t.text)
			if t = sc.next(); t.kind == tComma {
				t = sc.next()
			} else if t.kind != tRParen {
				p.src.errorf(pos, "bad parameter list of macro '%s'", id.text)
				return
			}
		}
	}
	for {
		t := sc.next()
		if t.kind == tEOF {
			break
		}
		if t.kind == tHash || t.kind == tBad && t.text == "#" {
			p.src.errorf(t.pos, "# and ## in a macro are outside the subset")
			return
		}
		m.body = append(m.body, t)
	}
	p.macros[id.text] = m
}
