package preproc

import (
	"bytes"
	"strconv"

	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/source"
)

// macro is a `define.
type macro struct {
	name    string
	def     source.Pos
	hasArgs bool
	formals []formal
	body    []bodyPart
}

type formal struct {
	name       string
	def        []byte
	hasDefault bool
}

// bodyPart is literal text, or an argument when arg >= 0. stop: followed by
// the two backquotes of token pasting.
type bodyPart struct {
	text  []byte
	arg   int
	stop  bool
	quote bool // `"
}

func (m *macro) same(o *macro) bool {
	if m.hasArgs != o.hasArgs || len(m.formals) != len(o.formals) || len(m.body) != len(o.body) {
		return false
	}
	for i := range m.formals {
		if m.formals[i].name != o.formals[i].name || !bytes.Equal(m.formals[i].def, o.formals[i].def) {
			return false
		}
	}
	for i := range m.body {
		if m.body[i].arg != o.body[i].arg || m.body[i].quote != o.body[i].quote || !bytes.Equal(bytes.TrimSpace(m.body[i].text), bytes.TrimSpace(o.body[i].text)) {
			return false
		}
	}
	return true
}

// lineRest takes the rest of a directive's line out of the frame: backslash
// line ends go on (and leave a line end), comments become nothing or a space.
func (p *Preprocessor) lineRest(f *frame) []byte {
	var b []byte
	quoting := false // between two `"
	for !f.done() {
		c := f.peek(0)
		switch {
		case c == '\n' || c == '\r':
			return b
		case c == '\\' && (f.peek(1) == '\n' || f.peek(1) == '\r'):
			f.advance(1)
			if f.peek(0) == '\r' && f.peek(1) == '\n' {
				f.advance(1)
			}
			f.advance(1)
			b = append(b, '\n')
		case c == '/' && f.peek(1) == '/' && !quoting:
			// A comment ends with its line; a backslash at the line's end
			// still continues the definition.
			last := 0
			for !f.done() && f.peek(0) != '\n' && f.peek(0) != '\r' {
				last = f.peek(0)
				f.advance(1)
			}
			if last == '\\' {
				if f.peek(0) == '\r' && f.peek(1) == '\n' {
					f.advance(1)
				}
				f.advance(1)
				b = append(b, '\n')
			}
		case c == '/' && f.peek(1) == '*' && !quoting:
			p.skipComment(f)
			b = append(b, ' ')
		case c == '`' && f.peek(1) == '"':
			quoting = !quoting
			b = append(b, '`', '"')
			f.advance(2)
		case c == '"':
			n, _ := stringLen(f)
			for range n { // unclosed is legal in a macro's text until it is used
				b = append(b, byte(f.peek(0)))
				f.advance(1)
			}
		default:
			b = append(b, byte(c))
			f.advance(1)
		}
	}
	return b
}

// define reads a `define behind its word (19.3.1).
func (p *Preprocessor) define(f *frame, at source.Pos) {
	p.skipBlank(false, false)
	pos := f.pos()
	name := ident(f, 0)
	if name == "" {
		p.errorf(diag.PreBadDefine, pos, "`define needs the name of a macro")
		p.lineRest(f)
		return
	}
	f.advance(len(name))
	m := &macro{name: name, def: pos}
	if f.peek(0) == '(' {
		m.hasArgs = true
		f.advance(1)
		if !p.formals(f, m) {
			p.lineRest(f)
			return
		}
	}
	text := bytes.TrimSpace(p.lineRest(f))
	m.split(text)
	if directives[name] != nil || name == "__FILE__" || name == "__LINE__" {
		p.errorf(diag.PreBadDefine, pos, "the name of the directive `%s cannot be the name of a macro", name)
		return
	}
	if old := p.macros[name]; old != nil && !old.same(m) {
		d := diag.Diagnostic{Code: diag.PreRedefined, Severity: diag.Warning, Pos: pos, Message: "macro '" + name + "' is defined again with another text"}
		if old.def.IsValid() {
			d.Notes = []diag.Diagnostic{{Pos: old.def, Message: "its definition so far"}}
		}
		p.diags.Add(d)
	}
	p.macros[name] = m
}

// formals reads the formal arguments behind "(".
func (p *Preprocessor) formals(f *frame, m *macro) bool {
	for {
		p.skipBlank(false, false)
		if f.peek(0) == ')' && len(m.formals) == 0 {
			f.advance(1)
			return true
		}
		pos := f.pos()
		name := ident(f, 0)
		if name == "" {
			p.errorf(diag.PreBadDefine, pos, "a formal argument of macro '%s' is not a name", m.name)
			return false
		}
		f.advance(len(name))
		for _, o := range m.formals {
			if o.name == name {
				p.errorf(diag.PreBadDefine, pos, "macro '%s' has two arguments called '%s'", m.name, name)
				return false
			}
		}
		arg := formal{name: name}
		p.skipBlank(false, false)
		if f.peek(0) == '=' {
			f.advance(1)
			arg.hasDefault = true
			depth := 0
			for !f.done() {
				c := f.peek(0)
				if c == '\n' || c == '\r' || depth == 0 && (c == ',' || c == ')') {
					break
				}
				n := 1
				switch c {
				case '(', '[', '{':
					depth++
				case ')', ']', '}':
					depth--
				case '"':
					n, _ = stringLen(f)
				}
				for range n {
					arg.def = append(arg.def, byte(f.peek(0)))
					f.advance(1)
				}
			}
			arg.def = bytes.TrimSpace(arg.def)
		}
		if m.formals = append(m.formals, arg); len(m.formals) > maxMacroArgs {
			p.errorf(diag.PreBadDefine, pos, "macro '%s' has more than %d arguments", m.name, maxMacroArgs)
			return false
		}
		p.skipBlank(false, false)
		switch f.peek(0) {
		case ',':
			f.advance(1)
		case ')':
			f.advance(1)
			return true
		default:
			p.errorf(diag.PreBadDefine, f.pos(), "the arguments of macro '%s' need a ',' or ')' here", m.name)
			return false
		}
	}
}

// split cuts a macro's text into literal text and arguments. As in Icarus,
// arguments are also found within strings. `" is a quote within which macros are expanded, `\`" an escaped
// quote, and two backquotes paste tokens (IEEE 1800-2017 22.5.1).
func (m *macro) split(text []byte) {
	var lit []byte
	flush := func() {
		if len(lit) > 0 {
			m.body = append(m.body, bodyPart{text: lit, arg: -1})
			lit = nil
		}
	}
	args := map[string]int{}
	for i, f := range m.formals {
		args[f.name] = i
	}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '`' && i+1 < len(text) && text[i+1] == '`':
			flush()
			if n := len(m.body); n > 0 {
				m.body[n-1].stop = true
			}
			i += 2
		case c == '`' && i+1 < len(text) && text[i+1] == '"':
			flush()
			m.body = append(m.body, bodyPart{text: []byte{'"'}, arg: -1, quote: true})
			i += 2
		case c == '`' && bytes.HasPrefix(text[i:], []byte("`\\`\"")):
			lit = append(lit, '\\', '"')
			i += 4
		case isIdentStart(int(c)):
			j := i + 1
			for j < len(text) && isIdentChar(int(text[j])) {
				j++
			}
			if a, ok := args[string(text[i:j])]; ok && (i == 0 || text[i-1] != '`' || i > 1 && text[i-2] == '`') {
				flush()
				m.body = append(m.body, bodyPart{arg: a})
			} else {
				lit = append(lit, text[i:j]...)
			}
			i = j
		case c >= '0' && c <= '9':
			// A number's digits do not start an argument's name.
			j := i + 1
			for j < len(text) && isIdentChar(int(text[j])) {
				j++
			}
			lit = append(lit, text[i:j]...)
			i = j
		default:
			lit = append(lit, c)
			i++
		}
	}
	flush()
}

// useMacro handles `name where name is no directive.
func (p *Preprocessor) useMacro(f *frame, name string) {
	// Text of a macro already stands at the outermost use, and so does what is
	// used in it.
	at := f.pos()
	switch name {
	case "__FILE__":
		f.advance(1 + len(name))
		p.pushPieces(nil, []piece{{text: quote(p.set.Position(at).Filename), pos: at, fixed: true}})
		return
	case "__LINE__":
		f.advance(1 + len(name))
		p.pushPieces(nil, []piece{{text: strconv.AppendInt(nil, int64(p.set.Position(at).Line), 10), pos: at, fixed: true}})
		return
	}
	m := p.macros[name]
	if m == nil {
		p.diags.Warnf(diag.PreUndefinedMacro, at, "macro '%s' is not defined; it stands for nothing", name)
		f.advance(1 + len(name))
		return
	}
	f.advance(1 + len(name))
	var args [][]piece
	if m.hasArgs {
		var ok bool
		if args, ok = p.arguments(m, at); !ok {
			return
		}
	}
	if len(p.frames) > MaxMacroDepth {
		p.macroError(diag.PreRecursion, at, m, "macro '%s' expands into itself, or macros are nested more than %d deep", name, MaxMacroDepth)
		return
	}
	if !p.inMacro() {
		p.set.AddExpansion(at, p.top().pos(), name, m.def)
	}
	var pieces []piece
	size := 0
	for _, b := range m.body {
		if b.arg < 0 {
			pieces = append(pieces, piece{text: b.text, pos: at, fixed: true, stop: b.stop, quote: b.quote})
			size += len(b.text)
			continue
		}
		for i, pc := range args[b.arg] {
			if len(pc.text) == 0 {
				continue
			}
			pc.stop = b.stop && i == len(args[b.arg])-1
			pieces = append(pieces, pc)
			size += len(pc.text)
		}
	}
	p.expanded += size + 8*len(pieces)
	p.expansions++
	if p.expanded > MaxExpansionBytes || p.expansions > MaxExpansions {
		if !p.exhausted {
			p.exhausted = true
			p.macroError(diag.PreExpansionSize, at, m, "macros produce more than %d MB of text", MaxExpansionBytes>>20)
		}
		p.leaveMacros()
		return
	}
	p.pushPieces(m, pieces)
}

// quote makes a Verilog string literal of s.
func quote(s string) []byte {
	b := []byte{'"'}
	for i := range len(s) {
		if s[i] == '"' || s[i] == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, '"')
}

func (p *Preprocessor) pushPieces(m *macro, pieces []piece) {
	if m == nil {
		m = &macro{}
	}
	p.frames = append(p.frames, &frame{pieces: pieces, macro: m})
}

// macroError reports a runaway macro and leaves all macro texts.
func (p *Preprocessor) macroError(code diag.Code, pos source.Pos, m *macro, format string, args ...any) {
	p.errorf(code, pos, format, args...)
	p.leaveMacros()
}

func (p *Preprocessor) leaveMacros() {
	for len(p.frames) > 0 && p.top().file == nil {
		p.pop()
	}
}

func (p *Preprocessor) inMacro() bool { return p.top().file == nil }

// arguments reads the actual arguments of a macro use.
func (p *Preprocessor) arguments(m *macro, at source.Pos) ([][]piece, bool) {
	p.skipBlank(true, true)
	f := p.top()
	if f.peek(0) != '(' {
		p.errorf(diag.PreMacroArgs, at, "macro '%s' needs an argument list", m.name)
		return nil, false
	}
	f.advance(1)
	var args [][]piece
	var cur []piece
	depth := 0
	size := 0
	take := func(f *frame, n int) {
		for n > 0 && !f.done() {
			pc := f.pieces[f.pi]
			k := min(n, len(pc.text)-f.i)
			q := piece{text: pc.text[f.i : f.i+k], pos: pc.at(f.i), fixed: pc.fixed, stop: pc.stop && f.i+k == len(pc.text)}
			if last := len(cur) - 1; last >= 0 && !q.fixed && !cur[last].fixed && !cur[last].stop && adjacent(cur[last], q) {
				cur[last].text = cur[last].text[:len(cur[last].text)+len(q.text)]
				cur[last].stop = q.stop
			} else if last >= 0 && q.fixed && cur[last].fixed && !cur[last].stop && cur[last].pos == q.pos && sharesEnd(cur[last].text, q.text) {
				cur[last].text = cur[last].text[:len(cur[last].text)+len(q.text)]
				cur[last].stop = q.stop
			} else {
				cur = append(cur, q)
			}
			f.advance(k)
			n -= k
			size += k
		}
	}
	for {
		for p.top().done() && p.inMacro() {
			p.pop()
		}
		f = p.top()
		if f.done() {
			p.errorf(diag.PreUnterminatedString, at, "the argument list of macro '%s' is not closed", m.name)
			return nil, false
		}
		if size > MaxExpansionBytes || len(args) > maxMacroArgs {
			p.errorf(diag.PreExpansionSize, at, "the arguments of macro '%s' are too long", m.name)
			return nil, false
		}
		switch c := f.peek(0); c {
		case '/':
			pos := f.pos()
			if p.skipComment(f) {
				cur = append(cur, piece{text: space, pos: pos, fixed: true})
			} else {
				take(f, 1)
			}
		case '"':
			n, _ := stringLen(f)
			take(f, n)
		case '\\':
			n := 1
			for c := f.peek(n); c > ' ' && c != 0x7f && n < maxName; c = f.peek(n) {
				n++
			}
			take(f, n)
		case '(', '[', '{':
			depth++
			take(f, 1)
		case ',', ')', ']', '}':
			if depth > 0 || c == ']' || c == '}' {
				if c != ',' && depth > 0 {
					depth--
				}
				take(f, 1)
				continue
			}
			args = append(args, trim(cur))
			cur = nil
			f.advance(1)
			if c == ')' {
				return p.complete(m, args, at)
			}
		default:
			rest := f.rest()
			n := 1
			for n < len(rest) && argPlain[rest[n]] {
				n++
			}
			take(f, n)
		}
	}
}

var space = []byte{' '}

// argPlain tells the bytes that mean nothing within an argument.
var argPlain = func() (t [256]bool) {
	for i := range t {
		t[i] = true
	}
	for _, c := range []byte("/\"\\()[]{},") {
		t[c] = false
	}
	return
}()

// adjacent tells whether b follows a in the same source text.
func adjacent(a, b piece) bool {
	return a.pos.Add(len(a.text)) == b.pos && sharesEnd(a.text, b.text)
}

// sharesEnd tells whether b's bytes directly follow a's in memory.
func sharesEnd(a, b []byte) bool {
	return len(b) > 0 && cap(a) >= len(a)+len(b) && &a[:len(a)+1][len(a)] == &b[0]
}

func blank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'
}

// trim takes the blanks off both ends of an argument.
func trim(arg []piece) []piece {
	for len(arg) > 0 {
		a := &arg[0]
		for len(a.text) > 0 && blank(a.text[0]) {
			a.text = a.text[1:]
			if !a.fixed {
				a.pos = a.pos.Add(1)
			}
		}
		if len(a.text) > 0 {
			break
		}
		arg = arg[1:]
	}
	for n := len(arg); n > 0; n = len(arg) {
		a := &arg[n-1]
		for len(a.text) > 0 && blank(a.text[len(a.text)-1]) {
			a.text = a.text[:len(a.text)-1]
		}
		if len(a.text) > 0 {
			break
		}
		arg = arg[:n-1]
	}
	return arg
}

// complete checks the number of arguments and puts the defaults in.
func (p *Preprocessor) complete(m *macro, args [][]piece, at source.Pos) ([][]piece, bool) {
	if len(args) == 1 && len(args[0]) == 0 && len(m.formals) == 0 {
		return nil, true
	}
	if len(args) > len(m.formals) {
		p.errorf(diag.PreMacroArgs, at, "macro '%s' takes %d arguments, not %d", m.name, len(m.formals), len(args))
		return nil, false
	}
	given := len(args)
	for i, f := range m.formals {
		if i < given && (len(args[i]) > 0 || !f.hasDefault) {
			continue
		}
		if i >= given && !f.hasDefault {
			p.errorf(diag.PreMacroArgs, at, "macro '%s' takes %d arguments, not %d", m.name, len(m.formals), given)
			return nil, false
		}
		def := []piece{{text: f.def, pos: at, fixed: true}}
		if i < given {
			args[i] = def
		} else {
			args = append(args, def)
		}
	}
	return args, true
}
