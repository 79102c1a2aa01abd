package parse

import (
	"fmt"
	"sort"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/frontend/preproc"
	"github.com/gpga/gpga/frontend/source"
)

// Limits of the parser.
const (
	MaxDepth = 1000   // nesting of expressions, statements and generate blocks together
	MaxChain = 100000 // operators of one expression that follow one another, else-ifs of one if
)

// parser parses one preprocessed text.
type parser struct {
	diags   *diag.List
	out     *preproc.Output
	toks    []token
	i       int
	src     *ast.Source
	fromLib bool
	lib     string              // library of the cells
	strict  bool                // see Options.Strict
	names   map[string]declared // of all files; nil for a library, where the first of several counts

	inAttr     int // inside the values of attributes
	depth      int
	exprNest   int
	chain      int
	tasks      map[string]bool // names of the text's tasks, when asked for
	unnamed    int             // scopes of loops that declare their variable
	inGenerate bool            // between generate and endgenerate
	timingArg  bool            // in a timing check's arguments: &&& is the condition
	lastErr    int             // token of the last error, to report each place once
}

// bailout travels up to the nearest recovery point; the error is reported.
type bailout struct{}

// abandon travels up to the end of the file: nesting is too deep to go on, or
// there are too many errors.
type abandon struct{}

// parseOutput parses a text into src. names holds what was declared so far, or
// is nil for a library file.
func parseOutput(out *preproc.Output, diags *diag.List, src *ast.Source, names map[string]declared, opts Options, lib string) {
	p := &parser{strict: opts.Strict, diags: diags, out: out, toks: scan(out, diags), src: src, fromLib: names == nil, lib: lib, names: names, lastErr: -1}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(abandon); !ok {
				panic(r)
			}
		}
	}()
	passes.At(opts.Passes, func() string { return diags.Set.Position(p.tok().pos).String() })
	p.sourceText()
}

// guard runs f and tells whether it came to its end; when not, the error is
// reported and the caller must find a place to go on from.
func (p *parser) guard(f func()) (ok bool) {
	depth, nest, timing := p.depth, p.exprNest, p.timingArg
	defer func() {
		if r := recover(); r != nil {
			if _, is := r.(bailout); !is {
				panic(r)
			}
			p.depth, p.exprNest, p.timingArg = depth, nest, timing
			ok = false
		}
	}()
	f()
	return true
}

func (p *parser) tok() *token  { return &p.toks[p.i] }
func (p *parser) prev() *token { return &p.toks[max(0, p.i-1)] }

// peek is the token k ahead.
func (p *parser) peek(k int) *token { return &p.toks[min(p.i+k, len(p.toks)-1)] }

// next consumes a token; at the end it stays.
func (p *parser) next() token {
	t := p.toks[p.i]
	if p.i < len(p.toks)-1 {
		p.i++
	}
	return t
}

func (p *parser) isOp(s string) bool {
	t := &p.toks[p.i]
	return t.kind == tOp && t.text == s
}

func (p *parser) isKw(s string) bool {
	t := &p.toks[p.i]
	return t.kind == tKeyword && t.text == s
}

func (t *token) isOp(s string) bool { return t.kind == tOp && t.text == s }
func (t *token) isKw(s string) bool { return t.kind == tKeyword && t.text == s }
func (t *token) isName() bool       { return t.kind == tIdent || t.kind == tEscaped }

func (p *parser) acceptOp(s string) bool {
	if p.isOp(s) {
		p.next()
		return true
	}
	return false
}

func (p *parser) acceptKw(s string) bool {
	if p.isKw(s) {
		p.next()
		return true
	}
	return false
}

func span(t interface{ extent() ast.Span }) ast.Span { return t.extent() }

func (t token) extent() ast.Span { return ast.Span{From: t.pos, To: t.end} }

// since is the span from a token to the last one consumed.
func (p *parser) since(t token) ast.Span { return ast.Span{From: t.pos, To: p.prev().end} }

// from is the span from a position to the last token consumed.
func (p *parser) from(pos source.Pos) ast.Span { return ast.Span{From: pos, To: p.prev().end} }

func (p *parser) enter() {
	if p.depth++; p.depth > MaxDepth {
		p.abort(diag.ParseDepth, p.tok().pos, "nested more than %d deep", MaxDepth)
	}
}

func (p *parser) leave() { p.depth-- }

// errorf reports an error and goes on.
func (p *parser) errorf(code diag.Code, pos source.Pos, format string, args ...any) {
	p.diags.Errorf(code, pos, format, args...)
}

// fail reports an error and goes to the nearest recovery point.
func (p *parser) fail(code diag.Code, pos source.Pos, format string, args ...any) {
	if p.lastErr != p.i {
		p.lastErr = p.i
		p.errorf(code, pos, format, args...)
		if p.diags.Full() {
			panic(abandon{})
		}
	}
	panic(bailout{})
}

// abort reports an error and gives the file up.
func (p *parser) abort(code diag.Code, pos source.Pos, format string, args ...any) {
	p.errorf(code, pos, format, args...)
	panic(abandon{})
}

// describe names a token in a message.
func describe(t *token) string {
	switch t.kind {
	case tEOF:
		return "the end of the file"
	case tString:
		return "string " + clip(t.text)
	case tNumber, tReal:
		return "number " + clip(t.text)
	}
	return "'" + clip(t.text) + "'"
}

// systemVerilog fails because of a construct of IEEE 1800.
func (p *parser) systemVerilog(t *token, what string) {
	p.fail(diag.ParseSystemVerilog, t.pos, "%s is SystemVerilog (IEEE 1800); gpga reads IEEE 1364-2005", what)
}

// extension warns about a form of IEEE 1800 that is read all the same, since
// Icarus reads it as 1364-2005 too.
func (p *parser) extension(t *token, what string) {
	p.diags.Warnf(diag.ParseExtension, t.pos, "%s is SystemVerilog (IEEE 1800)", what)
}

// logicType takes `logic` where a declaration stands for `reg`, as Icarus does in 1364-2005. What follows it must be
// a range, a signing or a name that is not the instance of a module named logic.
func (p *parser) logicType() bool {
	t, n := p.tok(), p.peek(1)
	if t.kind != tIdent || t.text != "logic" {
		return false
	}
	if n.isName() && !p.peek(2).isOp("(") || n.isOp("[") || n.isKw("signed") || n.isKw("unsigned") {
		p.extension(t, "'logic'")
		t.kind, t.text = tKeyword, "reg"
		return true
	}
	return false
}

// realNet takes `wreal`, which in Verilog-AMS declares nets of reals, where Icarus does: not where an instance of a module of that
// name begins.
func (p *parser) realNet() {
	t := p.tok()
	if t.kind == tIdent && t.text == "wreal" && p.peek(1).isName() && !p.peek(2).isOp("(") {
		p.diags.Warnf(diag.ParseExtension, t.pos, "'wreal' is Verilog-AMS")
		t.kind = tKeyword
	}
}

// dialect fails if what stands here, or just before, looks like SystemVerilog.
func (p *parser) dialect() {
	t, n := p.tok(), p.peek(1)
	if t.kind == tIdent && svWords[t.text] {
		p.systemVerilog(t, "'"+t.text+"'")
	}
	if l := p.prev(); l.kind == tIdent && svWords[l.text] && p.i > 0 {
		p.systemVerilog(l, "'"+l.text+"'")
	}
	if t.kind == tOp && n.kind == tOp && n.off == t.off+len(t.text) {
		switch {
		case t.text == n.text && (t.text == "+" || t.text == "-"),
			n.text == "=" && len(t.text) > 0 && containsOp("+ - * / % & | ^ << >> <<< >>>", t.text),
			t.text == "->" && n.text == ">", t.text == "." && n.text == "*":
			p.systemVerilog(t, "'"+t.text+n.text+"'")
		}
	}
	if t.isOp(".") && n.isOp("*)") {
		p.systemVerilog(t, "'.*'")
	}
	if t.isOp("[") && p.i > 0 && p.prev().isOp("]") {
		p.systemVerilog(t, "a packed array, with several ranges before its name,")
	}
}

func containsOp(list, op string) bool {
	for start := 0; start < len(list); {
		end := start
		for end < len(list) && list[end] != ' ' {
			end++
		}
		if list[start:end] == op {
			return true
		}
		start = end + 1
	}
	return false
}

// unexpected fails at the present token; where ends the sentence.
func (p *parser) unexpected(where string) {
	p.dialect()
	t := p.tok()
	code := diag.ParseUnexpected
	if t.kind == tEOF {
		code = diag.ParseEndOfFile
	}
	p.fail(code, t.pos, "unexpected %s %s", describe(t), where)
}

func (p *parser) unexpectedExpr(t *token) {
	p.dialect()
	if t.kind == tEOF {
		p.fail(diag.ParseEndOfFile, t.pos, "the file ends where an expression is needed")
	}
	p.fail(diag.ParseExpectedExpr, t.pos, "an expression is needed here, not %s", describe(t))
}

// want consumes the operator or fails; why ends the sentence.
func (p *parser) want(op, why string) token {
	if p.isOp(op) {
		return p.next()
	}
	p.missing("'"+op+"'", why)
	return token{}
}

// wantKw consumes the reserved word or fails.
func (p *parser) wantKw(w, why string) token {
	if p.isKw(w) {
		return p.next()
	}
	p.missing("'"+w+"'", why)
	return token{}
}

func (p *parser) missing(what, why string) {
	p.dialect()
	t := p.tok()
	code := diag.ParseUnexpected
	if t.kind == tEOF {
		code = diag.ParseEndOfFile
	}
	if why != "" {
		what += " " + why
	}
	p.fail(code, t.pos, "expected %s, found %s", what, describe(t))
}

// name consumes an identifier or fails; what says of what.
func (p *parser) name(what string) token {
	if p.tok().isName() {
		return p.next()
	}
	t := p.tok()
	if t.isKw("unsigned") {
		p.systemVerilog(t, "'unsigned'") // 1364 reserves the word and has no use for it
	}
	if t.kind == tKeyword {
		p.fail(diag.ParseUnexpected, t.pos, "'%s' is a reserved word and cannot be the name of %s", t.text, what)
	}
	p.missing("the name of "+what, "")
	return token{}
}

// state is the directive state at a token.
func (p *parser) state(t *token) preproc.State {
	st := p.out.States
	i := sort.Search(len(st), func(i int) bool { return st[i].Off > t.off }) - 1
	if i < 0 {
		return preproc.State{Env: preproc.DefaultEnv()}
	}
	return st[i]
}

// attrs parses attribute instances (3.8).
func (p *parser) attrs() []*ast.Attribute {
	var list []*ast.Attribute
	for p.isOp("(*") {
		if p.inAttr > 0 {
			p.errorf(diag.ParseBadAttribute, p.tok().pos, "the value of an attribute cannot have attributes (IEEE 1364-2005 3.8)")
		}
		p.next()
		for {
			n := p.name("an attribute")
			a := &ast.Attribute{Name: n.text}
			if p.acceptOp("=") {
				p.inAttr++
				a.Value = p.expr()
				p.inAttr--
			}
			a.Span = p.since(n)
			list = append(list, a)
			if !p.acceptOp(",") {
				break
			}
		}
		p.want("*)", "to close the attribute")
	}
	return list
}

// opening and closing words, for skipping.
var opens = map[string]bool{"begin": true, "fork": true, "case": true, "casex": true, "casez": true}
var closes = map[string]bool{"end": true, "join": true, "endcase": true}

// outer are the words at which skipping always stops.
var outer = map[string]bool{"endmodule": true, "module": true, "macromodule": true, "primitive": true, "endprimitive": true,
	"config": true, "endconfig": true, "endgenerate": true, "endfunction": true, "endtask": true, "endspecify": true, "endtable": true}

// skip passes over a broken statement or item that began at token start: up to
// and with the next `;` that is not within a nested block, or to an end word.
func (p *parser) skip(start int) {
	nest := 0
	for {
		t := p.tok()
		switch {
		case t.kind == tEOF:
			return
		case t.kind == tKeyword && outer[t.text]:
			return
		case t.kind == tKeyword && opens[t.text]:
			nest++
		case t.kind == tKeyword && closes[t.text]:
			if nest == 0 {
				return
			}
			if nest--; nest == 0 {
				p.next()
				return
			}
		case t.isOp(";") && nest == 0:
			p.next()
			return
		}
		p.next()
	}
}

// sourceText parses all descriptions (A.1.2, A.1.3).
func (p *parser) sourceText() {
	for p.tok().kind != tEOF {
		start := p.i
		if p.guard(p.description) {
			continue
		}
		for p.i == start || p.tok().kind != tEOF && !p.startsDescription() {
			if p.tok().kind == tEOF {
				return
			}
			p.next()
		}
	}
}

func (p *parser) startsDescription() bool {
	t := p.tok()
	if t.kind != tKeyword {
		return false
	}
	switch t.text {
	case "module", "macromodule", "primitive", "config", "library":
		return true
	}
	return false
}

// declared is where a module or primitive was declared.
type declared struct {
	what string
	pos  source.Pos
}

// declare complains when the name of a module or primitive is taken.
func (p *parser) declare(n token, what string) {
	key := p.lib + "." + n.text
	if old, ok := p.names[key]; ok {
		p.diags.ErrorNote(diag.ParseDuplicate, n.pos, fmt.Sprintf("%s '%s' has the name of a %s declared before", what, n.text, old.what),
			old.pos, "that "+old.what)
		return
	}
	if p.names != nil {
		p.names[key] = declared{what, n.pos}
	}
}

func (p *parser) description() {
	attrs := p.attrs()
	t := p.tok()
	if t.kind == tKeyword {
		switch t.text {
		case "module", "macromodule":
			p.module(attrs)
			return
		case "primitive":
			p.primitive(attrs)
			return
		case "config":
			p.config()
			return
		case "library":
			p.library()
			return
		case "include":
			p.libraryInclude()
			return
		case "function", "task", "parameter", "localparam":
			p.systemVerilog(t, fmt.Sprintf("a '%s' outside of a module", t.text))
		}
	}
	p.unexpected("where a module, primitive or config is needed")
}
