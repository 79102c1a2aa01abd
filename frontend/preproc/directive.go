package preproc

import (
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/source"
)

// cond is one open `ifdef or `ifndef.
type cond struct {
	pos    source.Pos
	word   string
	active bool // the present branch is read
	taken  bool // some branch was read
	outer  bool // what surrounds it is read
	els    bool // `else was seen
}

func (p *Preprocessor) skipping() bool {
	n := len(p.conds)
	return n > 0 && !p.conds[n-1].active
}

// directives maps a directive's name to its handler, called behind the name.
var directives map[string]func(p *Preprocessor, f *frame, at source.Pos)

func init() {
	directives = map[string]func(p *Preprocessor, f *frame, at source.Pos){
		"define":              (*Preprocessor).define,
		"undef":               (*Preprocessor).undef,
		"undefineall":         func(p *Preprocessor, _ *frame, _ source.Pos) { p.macros = map[string]*macro{} },
		"include":             (*Preprocessor).include,
		"timescale":           (*Preprocessor).timescale,
		"default_nettype":     (*Preprocessor).defaultNettype,
		"line":                (*Preprocessor).line,
		"pragma":              (*Preprocessor).pragma,
		"begin_keywords":      (*Preprocessor).beginKeywords,
		"end_keywords":        (*Preprocessor).endKeywords,
		"unconnected_drive":   (*Preprocessor).unconnectedDrive,
		"default_decay_time":  (*Preprocessor).decayTime,
		"resetall":            resetAll,
		"celldefine":          env(func(e *ast.Env) { e.CellDefine = true }),
		"endcelldefine":       env(func(e *ast.Env) { e.CellDefine = false }),
		"nounconnected_drive": env(func(e *ast.Env) { e.UnconnectedDrive, e.UnconnectedOne = ast.StrengthNone, false }),
		"delay_mode_distributed": env(func(e *ast.Env) {
			e.DelayMode = ast.DelayDistributed
		}),
		"delay_mode_path":         env(func(e *ast.Env) { e.DelayMode = ast.DelayPath }),
		"delay_mode_unit":         env(func(e *ast.Env) { e.DelayMode = ast.DelayUnit }),
		"delay_mode_zero":         env(func(e *ast.Env) { e.DelayMode = ast.DelayZero }),
		"default_trireg_strength": (*Preprocessor).triregStrength,
		// Directives of Verilog-XL and others that change nothing here.
		"suppress_faults": ignore, "nosuppress_faults": ignore, "enable_portfaults": ignore, "disable_portfaults": ignore,
		"protect": ignore, "endprotect": ignore, "protected": ignore, "endprotected": ignore,
		"expand_vectornets": ignore, "noexpand_vectornets": ignore, "autoexpand_vectornets": ignore,
		"accelerate": ignore, "noaccelerate": ignore, "remove_gatenames": ignore, "noremove_gatenames": ignore,
		"remove_netnames": ignore, "noremove_netnames": ignore, "uselib": (*Preprocessor).pragma,
		"ifdef": conditional, "ifndef": conditional, "elsif": conditional, "else": conditional, "endif": conditional,
	}
}

func ignore(*Preprocessor, *frame, source.Pos) {}

// conditional is never called: backquote handles these words, since they are
// read in skipped text too.
func conditional(*Preprocessor, *frame, source.Pos) {}

func env(change func(*ast.Env)) func(*Preprocessor, *frame, source.Pos) {
	return func(p *Preprocessor, _ *frame, _ source.Pos) {
		change(&p.env)
		p.mark()
	}
}

func resetAll(p *Preprocessor, _ *frame, at source.Pos) {
	p.env = p.startEnv()
	p.mark()
	p.outer("resetall", at)
}

// outer notes a directive that must stand outside of modules; the parser knows where they are.
func (p *Preprocessor) outer(name string, at source.Pos) {
	p.out.Outer = append(p.out.Outer, Mark{Off: len(p.out.Text), Pos: at, Name: name})
}

// backquote handles a directive or a macro use.
func (p *Preprocessor) backquote(f *frame) {
	at := f.pos()
	name := ident(f, 1)
	if name == "" {
		switch f.peek(1) {
		case '`':
			p.doubled(f, at)
		case '"', '\\':
			p.errorf(diag.PreUnknownDirective, at, "'`%c' has a meaning only in the text of a macro", rune(f.peek(1)))
			f.advance(2)
		default:
			p.errorf(diag.PreUnknownDirective, at, "a '`' must be followed by the name of a directive or macro")
			f.advance(1)
		}
		return
	}
	switch name {
	case "ifdef", "ifndef", "elsif", "else", "endif":
		f.advance(1 + len(name))
		p.condition(f, name, at)
		return
	}
	if d := directives[name]; d != nil {
		f.advance(1 + len(name))
		p.emit(space, at, true)
		d(p, f, at)
		return
	}
	p.useMacro(f, name)
}

// doubled handles two backquotes outside of a macro's text. Before the name of
// a macro they make a string of what it stands for, as in Icarus.
func (p *Preprocessor) doubled(f *frame, at source.Pos) {
	name := ident(f, 2)
	if p.macros[name] == nil {
		f.advance(1)
		return
	}
	f.advance(1)
	depth := len(p.frames)
	p.emit([]byte{'"'}, at, true)
	p.useMacro(f, name)
	if len(p.frames) > depth {
		p.frames[depth].tail, p.frames[depth].tailPos = []byte{'"'}, at
	} else {
		p.emit([]byte{'"'}, at, true)
	}
}

// skip passes over text of a branch that is not read, up to the next
// conditional directive.
func (p *Preprocessor) skip(f *frame) {
	rest := f.rest()
	n := 0
	for n < len(rest) && plain[rest[n]] {
		n++
	}
	if n > 0 {
		for i := range n {
			if rest[i] == '\n' {
				p.emit(newline, f.pieces[f.pi].at(f.i+i), true)
			}
		}
		f.advance(n)
		return
	}
	switch rest[0] {
	case '/':
		if !p.skipComment(f) {
			f.advance(1)
		}
	case '"':
		n, _ := stringLen(f)
		f.advance(n)
	case '\\':
		n := 1
		for c := f.peek(n); c > ' ' && c != 0x7f && n < maxName; c = f.peek(n) {
			n++
		}
		f.advance(n)
	case '`':
		name := ident(f, 1)
		at := f.pos()
		f.advance(1 + len(name))
		switch name {
		case "ifdef", "ifndef", "elsif", "else", "endif":
			p.condition(f, name, at)
		case "define":
			// Its text may hold an odd quote; a conditional in it does not count.
			p.lineRest(f)
		}
	}
}

var newline = []byte{'\n'}

// condition handles the conditional directives (19.4).
func (p *Preprocessor) condition(f *frame, word string, at source.Pos) {
	base := p.fileFrame().conds
	needName := word == "ifdef" || word == "ifndef" || word == "elsif"
	defined := false
	if needName {
		p.skipBlank(false, true)
		f = p.top()
		name := ident(f, 0)
		if name == "" {
			p.errorf(diag.PreBadDirective, at, "`%s needs the name of a macro", word)
		} else {
			f.advance(len(name))
			defined = p.macros[name] != nil || name == "__FILE__" || name == "__LINE__"
		}
	}
	switch word {
	case "ifdef", "ifndef":
		if len(p.conds) >= maxConds {
			p.errorf(diag.PreBadDirective, at, "conditional directives are nested more than %d deep", maxConds)
			return
		}
		outer := !p.skipping()
		on := outer && defined == (word == "ifdef")
		p.conds = append(p.conds, cond{pos: at, word: word, active: on, taken: on, outer: outer})
		return
	}
	if len(p.conds) <= base {
		p.errorf(diag.PreStrayElse, at, "`%s without an `ifdef", word)
		return
	}
	c := &p.conds[len(p.conds)-1]
	switch word {
	case "elsif":
		if c.els {
			p.diags.ErrorNote(diag.PreStrayElse, at, "`elsif behind `else", c.pos, "the conditional starts here")
		}
		c.active = c.outer && !c.taken && defined
		c.taken = c.taken || c.active
	case "else":
		if c.els {
			p.diags.ErrorNote(diag.PreStrayElse, at, "a second `else", c.pos, "the conditional starts here")
		}
		c.els = true
		c.active = c.outer && !c.taken
		c.taken = c.taken || c.active
	case "endif":
		p.conds = p.conds[:len(p.conds)-1]
	}
}

const maxConds = 10000

func (p *Preprocessor) undef(f *frame, at source.Pos) {
	p.skipBlank(false, false)
	name := ident(f, 0)
	if name == "" {
		p.errorf(diag.PreBadDefine, at, "`undef needs the name of a macro")
		return
	}
	f.advance(len(name))
	delete(p.macros, name)
}

// argument reads one word, number, string or other character of a directive's
// argument from the same line, expanding macros on the way; "" at the end.
func (p *Preprocessor) argument() (string, source.Pos) {
	for {
		p.skipBlank(false, true)
		f := p.top()
		pos := f.pos()
		c := f.peek(0)
		switch {
		case c < 0 || c == '\n' || c == '\r':
			return "", pos
		case c == '`':
			name := ident(f, 1)
			if name == "" || directives[name] != nil {
				return "", pos
			}
			p.useMacro(f, name)
			continue
		case c == '"':
			n, closed := stringLen(f)
			var b strings.Builder
			for range n {
				b.WriteByte(byte(f.peek(0)))
				f.advance(1)
			}
			if !closed {
				p.errorf(diag.PreUnterminatedString, pos, "this string is not closed on its line")
				b.WriteByte('"')
			}
			return b.String(), pos
		case isIdentChar(c):
			var b strings.Builder
			for b.Len() < maxName {
				f = p.top()
				if f.done() && p.inMacro() {
					p.pop() // text of a macro may join with what follows
					continue
				}
				if c := f.peek(0); isIdentChar(c) || c == '.' {
					b.WriteByte(byte(c))
					f.advance(1)
				} else {
					break
				}
			}
			return b.String(), pos
		default:
			f.advance(1)
			return string(rune(c)), pos
		}
	}
}

func (p *Preprocessor) include(f *frame, at source.Pos) {
	arg, pos := p.argument()
	name := ""
	switch {
	case len(arg) >= 2 && arg[0] == '"':
		name = arg[1 : len(arg)-1]
	case arg == "<":
		f := p.top()
		var b strings.Builder
		for c := f.peek(0); c >= ' ' && c != '>' && b.Len() < maxName; c = f.peek(0) {
			b.WriteByte(byte(c))
			f.advance(1)
		}
		if f.peek(0) == '>' {
			f.advance(1)
			name = b.String()
		}
	}
	if name == "" || strings.ContainsRune(name, 0) {
		p.errorf(diag.PreBadInclude, pos, "`include needs a file name in quotes")
		return
	}
	depth := 0
	for _, f := range p.frames {
		if f.file != nil {
			depth++
		}
	}
	if depth >= MaxIncludeDepth {
		p.errorf(diag.PreIncludeDepth, at, "`include is nested more than %d deep", MaxIncludeDepth)
		return
	}
	if len(p.frames) > MaxMacroDepth {
		p.errorf(diag.PreRecursion, at, "files and macros are nested more than %d deep", MaxMacroDepth)
		return
	}
	path, text, err := p.findInclude(filepath.FromSlash(name), p.fileFrame().file.Name)
	if err != nil {
		p.errorf(diag.PreIncludeMissing, pos, "included %s", fileError(name, err))
		return
	}
	file, err := p.set.Add(path, text, at)
	if err != nil {
		p.errorf(diag.PreTooLarge, pos, "%v", err)
		return
	}
	// A file included from a macro's text ends macro expansion records there.
	p.expanded += len(text) / 64
	p.pushFile(file)
}

var timeUnits = map[string]int{"s": 0, "ms": -3, "us": -6, "ns": -9, "ps": -12, "fs": -15}

// timeLiteral reads 1, 10 or 100 and a unit, apart or joined.
func (p *Preprocessor) timeLiteral() (exp int, ok bool) {
	word, _ := p.argument()
	digits := strings.TrimRight(word, "smunpf")
	unit := word[len(digits):]
	if unit == "" {
		unit, _ = p.argument()
	}
	u, ok := timeUnits[unit]
	switch digits {
	case "1":
		return u, ok
	case "10":
		return u + 1, ok
	case "100":
		return u + 2, ok
	}
	return 0, false
}

func (p *Preprocessor) timescale(_ *frame, at source.Pos) {
	unit, ok := p.timeLiteral()
	if ok {
		if slash, _ := p.argument(); slash != "/" {
			ok = false
		}
	}
	prec := 0
	if ok {
		prec, ok = p.timeLiteral()
	}
	if !ok {
		p.errorf(diag.PreBadTimescale, at, "`timescale needs unit / precision, each 1, 10 or 100 of s, ms, us, ns, ps or fs")
		p.leaveMacros()
		p.lineRest(p.top())
		return
	}
	if prec > unit {
		p.errorf(diag.PreBadTimescale, at, "the precision of a `timescale cannot be coarser than its unit")
		return
	}
	p.env.HasTimescale, p.env.TimeUnit, p.env.TimePrecision = true, unit, prec
	p.mark()
	p.outer("timescale", at)
}

var netTypes = map[string]ast.NetKind{"wire": ast.Wire, "tri": ast.Tri, "tri0": ast.Tri0, "tri1": ast.Tri1, "wand": ast.WAnd,
	"triand": ast.TriAnd, "wor": ast.WOr, "trior": ast.TriOr, "trireg": ast.TriReg, "uwire": ast.UWire, "none": ast.NetNone}

func (p *Preprocessor) defaultNettype(_ *frame, at source.Pos) {
	word, pos := p.argument()
	k, ok := netTypes[word]
	if !ok {
		p.errorf(diag.PreBadDirective, pos, "`default_nettype needs a net type or none, not '%s'", word)
		return
	}
	p.env.DefaultNetType = k
	p.mark()
	p.outer("default_nettype", at)
}

func (p *Preprocessor) unconnectedDrive(_ *frame, at source.Pos) {
	word, pos := p.argument()
	if word != "pull0" && word != "pull1" {
		p.errorf(diag.PreBadDirective, pos, "`unconnected_drive needs pull0 or pull1, not '%s'", word)
		return
	}
	p.env.UnconnectedDrive, p.env.UnconnectedOne = ast.Pull, word == "pull1"
	p.mark()
	p.outer("unconnected_drive", at)
}

func (p *Preprocessor) decayTime(_ *frame, at source.Pos) {
	word, pos := p.argument()
	if word == "infinite" {
		p.env.DecayTime = nil
		p.mark()
		return
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(word, "_", ""), 64)
	if err != nil || v < 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		p.errorf(diag.PreBadDirective, pos, "`default_decay_time needs a number or infinite, not '%s'", word)
		return
	}
	p.env.DecayTime = &v
	p.mark()
}

func (p *Preprocessor) triregStrength(_ *frame, at source.Pos) {
	word, pos := p.argument()
	v, err := strconv.Atoi(word)
	if err != nil || v < 0 || v > 250 {
		p.errorf(diag.PreBadDirective, pos, "`default_trireg_strength needs a number from 0 to 250, not '%s'", word)
		return
	}
	p.env.TriregStrength, p.env.HasTrireg = v, true
	p.mark()
}

// line handles `line number "file" level (19.7): it names the next line.
func (p *Preprocessor) line(f *frame, at source.Pos) {
	num, pos := p.argument()
	name, _ := p.argument()
	level, _ := p.argument()
	n, err := strconv.Atoi(num)
	if err != nil || n < 1 || n > 1<<30 || len(name) < 2 || name[0] != '"' || level != "0" && level != "1" && level != "2" {
		p.errorf(diag.PreBadDirective, pos, "`line needs a line number, a file name in quotes and 0, 1 or 2")
		return
	}
	if p.inMacro() {
		return
	}
	f = p.top()
	off := f.i
	text := f.file.Text
	for off < len(text) && text[off] != '\n' {
		off++
	}
	if off < len(text) {
		f.file.AddLine(off+1, name[1:len(name)-1], n)
	}
}

// pragma skips the rest of its line: no pragma is known (19.10).
func (p *Preprocessor) pragma(f *frame, at source.Pos) {
	p.lineRest(f)
	p.diags.Warnf(diag.PrePragmaIgnored, at, "this directive is ignored")
}

var keywordSets = map[string]Keywords{"1364-1995": Keywords1995, "1364-2001": Keywords2001, "1364-2001-noconfig": Keywords2001NoConfig,
	"1364-2005": Keywords2005, "1800-2005": Keywords2005, "1800-2009": Keywords2005, "1800-2012": Keywords2005, "1800-2017": Keywords2005, "1800-2023": Keywords2005,
	"VAMS-2.3": Keywords2005}

func (p *Preprocessor) beginKeywords(_ *frame, at source.Pos) {
	word, pos := p.argument()
	k, ok := keywordSets[strings.Trim(word, `"`)]
	if !ok || word[0] != '"' {
		p.errorf(diag.PreKeywords, pos, "`begin_keywords needs a version such as \"1364-2005\", not %s", word)
		return
	}
	if len(p.kwStack) >= maxConds {
		p.errorf(diag.PreKeywords, at, "`begin_keywords is nested more than %d deep", maxConds)
		return
	}
	p.kwStack = append(p.kwStack, p.kw)
	p.kw = k
	p.mark()
}

func (p *Preprocessor) endKeywords(_ *frame, at source.Pos) {
	n := len(p.kwStack)
	if n == 0 {
		p.errorf(diag.PreKeywords, at, "`end_keywords without a `begin_keywords")
		return
	}
	p.kw = p.kwStack[n-1]
	p.kwStack = p.kwStack[:n-1]
	p.mark()
}
