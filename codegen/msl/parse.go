package msl

import "strings"

// maxDepth bounds the nesting of expressions, statements and declarators.
const maxDepth = 200

// maxLocalArray is the largest array a function may hold in thread space.
const maxLocalArray = 64

// maxParams bounds the parameters of one function.
const maxParams = 64

type parser struct {
	src     *source
	toks    []token
	i       int
	tok     token // toks[i]
	depth   int
	braces  int // open braces in this program-scope declaration
	types   typeTable
	structs map[string]*Type
	unit    *Unit
	fn      *Func // function whose body is being read
	exprs   []Expr
	stmts   []Stmt
}

// bail is what the parser panics with, inside the package only, to leave a
// construct it cannot read; declaration and statement loops recover from it.
type bail struct{}

// Parse scans, preprocesses and parses src. Name appears in errors. The unit is
// never nil; it is of no use to Check when there are errors.
func Parse(name string, src []byte) (*Unit, []Error) {
	text := string(src)
	s := newSource(name, text)
	u := &Unit{Name: name, Source: text, src: s, types: typeTable{}}
	if len(text) >= 1<<30 {
		s.errorf(0, "text is longer than 1 GiB")
		return u, s.errs
	}
	var toks []token
	toks, u.comments = preprocess(s)
	u.Tokens = len(toks) - 1
	p := &parser{src: s, toks: toks, types: u.types, structs: map[string]*Type{}, unit: u}
	p.tok = toks[0]
	for p.tok.kind != tEOF && len(s.errs) < maxErrors {
		start := p.i
		p.braces = 0
		p.recovering(p.topLevel, p.skipTopLevel)
		if p.i == start { // always get on
			p.next()
		}
	}
	return u, s.sorted()
}

// recovering runs f; when f gives up, skip moves to a place to go on from.
func (p *parser) recovering(f, skip func()) {
	depth := p.depth
	defer func() {
		if r := recover(); r != nil {
			if _, ours := r.(bail); !ours {
				panic(r)
			}
			p.depth = depth
			skip()
		}
	}()
	f()
}

func (p *parser) next() {
	switch p.tok.kind {
	case tLBrace:
		p.braces++
	case tRBrace:
		p.braces--
	}
	if p.i < len(p.toks)-1 {
		p.i++
	}
	p.tok = p.toks[p.i]
}

func (p *parser) peek(n int) token {
	if p.i+n < len(p.toks) {
		return p.toks[p.i+n]
	}
	return p.toks[len(p.toks)-1]
}

func (p *parser) fail(pos Pos, format string, args ...any) {
	p.src.errorf(pos, format, args...)
	panic(bail{})
}

func (p *parser) expect(k tokKind, where string) token {
	t := p.tok
	if t.kind != k {
		p.fail(t.pos, "expected '%s' %s, found %s", punctText[k], where, t.describe())
	}
	p.next()
	return t
}

func (p *parser) accept(k tokKind) bool {
	if p.tok.kind == k {
		p.next()
		return true
	}
	return false
}

func (p *parser) ident(what string) token {
	t := p.tok
	if t.kind != tIdent {
		p.fail(t.pos, "expected %s, found %s", what, t.describe())
	}
	p.next()
	return t
}

func (p *parser) enter(pos Pos) {
	p.depth++
	if p.depth > maxDepth {
		p.fail(pos, "nesting is deeper than %d", maxDepth)
	}
}

// skipTopLevel goes past the ';' or '}' that ends the declaration.
func (p *parser) skipTopLevel() {
	for p.tok.kind != tEOF {
		end := p.tok.kind == tRBrace && p.braces <= 1 || p.tok.kind == tSemi && p.braces <= 0
		brace := p.tok.kind == tRBrace
		p.next()
		if end {
			if brace {
				p.accept(tSemi)
			}
			return
		}
	}
}

// topLevel reads one program-scope declaration.
func (p *parser) topLevel() {
	switch p.tok.kind {
	case tSemi:
		p.next()
		return
	case kwUsing:
		p.next()
		if p.tok.kind != kwNamespace || p.peek(1).text != "metal" {
			p.fail(p.tok.pos, "only 'using namespace metal' is known")
		}
		p.next()
		p.next()
		p.expect(tSemi, "after using")
		return
	case kwStruct:
		if p.peek(2).kind == tLBrace || p.peek(2).kind == tColon {
			p.structDecl()
			return
		}
	case kwForbidden:
		p.fail(p.tok.pos, "'%s' is outside the subset", p.tok.text)
	case tBad, tString:
		p.fail(p.tok.pos, "unexpected %s", p.tok.describe())
	}
	p.globalOrFunc()
}

func (p *parser) structDecl() {
	p.next()
	name := p.ident("a struct name")
	if p.tok.kind == tColon {
		p.fail(p.tok.pos, "inheritance is outside the subset")
	}
	p.expect(tLBrace, "after the struct's name")
	s := &Struct{Name: name.text, Pos: name.pos}
	t := &Type{Kind: StructKind, Struct: s}
	for p.tok.kind != tRBrace {
		if p.tok.kind == tEOF {
			p.fail(name.pos, "struct '%s' is not closed", s.Name)
		}
		ft := p.baseType("a member's type")
		for {
			f := p.ident("a member's name")
			if p.tok.kind == tLParen {
				p.fail(p.tok.pos, "member functions are outside the subset")
			}
			if p.tok.kind == tLBracket {
				p.fail(p.tok.pos, "array members are outside the subset")
			}
			if ft.Kind == Void {
				p.fail(f.pos, "member '%s' has type void", f.text)
			}
			if s.FieldIndex(f.text) >= 0 {
				p.src.errorf(f.pos, "member '%s' is declared twice", f.text)
			}
			s.Fields = append(s.Fields, Field{Name: f.text, Type: ft})
			if !p.accept(tComma) {
				break
			}
		}
		p.expect(tSemi, "after a member")
	}
	p.next()
	p.expect(tSemi, "after a struct")
	if len(s.Fields) == 0 {
		p.src.errorf(name.pos, "struct '%s' has no members", s.Name)
	}
	if p.structs[s.Name] != nil || typeNames[s.Name] != nil {
		p.src.errorf(name.pos, "type '%s' is declared twice", s.Name)
		return
	}
	s.layOut()
	p.structs[s.Name] = t
	p.unit.Structs = append(p.unit.Structs, s)
}

// isType reports whether the token n ahead starts a type.
func (p *parser) isType(n int) bool {
	t := p.peek(n)
	switch t.kind {
	case tIdent:
		if typeNames[t.text] != nil || p.structs[t.text] != nil {
			return true
		}
		return outsideTypes[t.text] != "" || vectorRE.MatchString(t.text) // others may be the names of variables
	case kwConst, kwVolatile, kwUnsigned, kwSigned, kwStruct, kwDevice, kwConstant, kwThread, kwThreadgroup, kwStatic, kwConstexpr:
		return true
	}
	return false
}

// baseType reads a scalar or struct type without qualifiers.
func (p *parser) baseType(what string) *Type {
	t := p.tok
	switch t.kind {
	case kwStruct:
		p.next()
		return p.baseType("a struct's name")
	case kwUnsigned, kwSigned:
		p.next()
		return p.signedType(t)
	case tIdent:
		if t.text == "metal" && p.peek(1).kind == tScope {
			p.next()
			p.next()
			return p.baseType(what)
		}
		if msg := outsideType(t.text); msg != "" && p.structs[t.text] == nil {
			p.fail(t.pos, "%s", msg)
		}
		typ := typeNames[t.text]
		if typ == nil {
			typ = p.structs[t.text]
		}
		if typ == nil {
			break
		}
		p.next()
		if typ == TypeLong && p.tok.text == "long" {
			p.fail(t.pos, "'long long' is not a type of Metal")
		}
		for (typ == TypeLong || typ == TypeShort) && p.tok.text == "int" {
			p.next()
		}
		if typ == TypeLong && p.tok.text == "double" {
			p.fail(t.pos, "'long double' is not a type of Metal")
		}
		return typ
	case kwForbidden:
		p.fail(t.pos, "'%s' is outside the subset", t.text)
	}
	p.fail(t.pos, "expected %s, found %s", what, t.describe())
	return nil
}

// signedType reads what may follow unsigned or signed.
func (p *parser) signedType(first token) *Type {
	base := TypeInt
	switch p.tok.text {
	case "char", "short", "int", "long":
		base = typeNames[p.tok.text]
		p.next()
		if base == TypeLong && p.tok.text == "long" {
			p.fail(first.pos, "'long long' is not a type of Metal")
		}
		if p.tok.text == "int" && base != TypeChar {
			p.next()
		}
	}
	if first.kind == kwUnsigned {
		return map[*Type]*Type{TypeChar: TypeUChar, TypeShort: TypeUShort, TypeInt: TypeUInt, TypeLong: TypeULong}[base]
	}
	return base
}

// spec is the part of a declaration before the names.
type spec struct {
	pos        Pos
	base       *Type
	space      Space
	konst      bool
	static     bool
	inline     bool
	kernel     bool
	constexpr  bool
	attrs      []attr
	threadgrup bool
}

// declSpec reads qualifiers, address space and base type in any usual order.
func (p *parser) declSpec() spec {
	s := spec{pos: p.tok.pos}
	setSpace := func(sp Space) {
		if s.space != NoSpace {
			p.fail(p.tok.pos, "a declaration has two address spaces")
		}
		s.space = sp
		p.next()
	}
	for n := 0; ; n++ {
		if n > 32 {
			p.fail(p.tok.pos, "a declaration has too many qualifiers")
		}
		switch p.tok.kind {
		case kwConst:
			s.konst = true
			p.next()
		case kwConstexpr:
			s.constexpr = true
			p.next()
		case kwStatic:
			s.static = true
			p.next()
		case kwInline:
			s.inline = true
			p.next()
		case kwKernel:
			s.kernel = true
			p.next()
		case kwDevice:
			setSpace(Device)
		case kwConstant:
			setSpace(Constant)
		case kwThread:
			setSpace(Thread)
		case kwThreadgroup:
			p.fail(p.tok.pos, "threadgroup memory is outside the subset")
		case kwVolatile:
			p.fail(p.tok.pos, "'volatile' is outside the subset")
		case kwAttribute:
			s.attrs = append(s.attrs, p.gnuAttrs()...)
		case tLBracket:
			if p.peek(1).kind != tLBracket {
				p.fail(p.tok.pos, "expected a type, found '['")
			}
			s.attrs = append(s.attrs, p.bracketAttrs()...)
		default:
			if s.base != nil {
				return s
			}
			s.base = p.baseType("a type")
		}
	}
}

// gnuAttrs reads __attribute__((name, name(arg))).
func (p *parser) gnuAttrs() (list []attr) {
	p.next()
	p.expect(tLParen, "after __attribute__")
	p.expect(tLParen, "after __attribute__(")
	for p.tok.kind != tRParen {
		list = append(list, p.oneAttr(true))
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRParen, "after an attribute")
	p.expect(tRParen, "after an attribute")
	return list
}

// bracketAttrs reads [[name, name(arg)]], as many as there are.
func (p *parser) bracketAttrs() (list []attr) {
	for p.tok.kind == tLBracket && p.peek(1).kind == tLBracket {
		p.next()
		p.next()
		for {
			list = append(list, p.oneAttr(false))
			if !p.accept(tComma) {
				break
			}
		}
		p.expect(tRBracket, "after an attribute")
		p.expect(tRBracket, "after an attribute")
	}
	return list
}

func (p *parser) oneAttr(gnu bool) attr {
	t := p.tok
	if t.text == "" || !isIdentStart(t.text[0]) {
		p.fail(t.pos, "expected an attribute's name, found %s", t.describe())
	}
	p.next()
	a := attr{name: t.text, pos: t.pos, gnu: gnu}
	if p.accept(tLParen) {
		a.arg = p.condExpr()
		p.expect(tRParen, "after an attribute's argument")
	}
	return a
}

// declared is one declarator: the type it makes and its name.
type declared struct {
	name token
	typ  *Type
}

// declarator reads [*|&] name [N] and applies it to s.
func (p *parser) declarator(s *spec, param bool) declared {
	pos := p.tok.pos
	typ := s.base
	switch p.tok.kind {
	case tMul, tAnd:
		ref := p.tok.kind == tAnd
		p.next()
		if s.space == NoSpace {
			p.fail(pos, "a %s needs an address space", map[bool]string{true: "reference", false: "pointer"}[ref])
		}
		if typ.Kind == Void {
			p.fail(pos, "pointers to void are outside the subset")
		}
		kind := Pointer
		if ref {
			kind = Ref
			if !param {
				p.fail(pos, "references are for parameters only")
			}
		}
		typ = p.types.get(typeKey{kind: kind, elem: typ, space: s.space, konst: s.konst})
		if p.tok.kind == tMul || p.tok.kind == tAnd {
			p.fail(p.tok.pos, "a pointer to a pointer is outside the subset")
		}
		if p.tok.kind == kwConst { // the pointer itself is never reassigned
			p.next()
		}
	case tLParen:
		p.fail(pos, "function pointers are outside the subset")
	case tLAnd:
		p.fail(pos, "rvalue references are outside the subset")
	}
	if p.tok.kind == kwThread || p.tok.kind == kwDevice || p.tok.kind == kwConstant {
		p.fail(p.tok.pos, "an address space stands before the type")
	}
	name := p.ident("a name")
	return declared{name, typ}
}

// globalOrFunc reads a program-scope constant, a function, or a declaration
// of one.
func (p *parser) globalOrFunc() {
	start := p.i
	s := p.declSpec()
	if s.kernel || p.tok.kind == tIdent && p.peek(1).kind == tLParen || (p.tok.kind == tMul || p.tok.kind == tAnd) && p.peek(2).kind == tLParen {
		p.function(s, start)
		return
	}
	if p.accept(tSemi) {
		return
	}
	for {
		d := p.declarator(&s, false)
		if s.space != Constant {
			p.fail(d.name.pos, "program-scope variable '%s' must be in the constant address space", d.name.text)
		}
		if d.typ.Kind == Pointer {
			p.fail(d.name.pos, "a pointer at program scope is outside the subset")
		}
		v := &Var{Name: d.name.text, Pos: d.name.pos, Type: d.typ, Kind: Global, Const: true, FuncConst: -1, Buffer: -1}
		v.attrs = append(v.attrs, s.attrs...)
		if p.tok.kind == tLBracket && p.peek(1).kind != tLBracket {
			p.arraySuffix(v, Constant)
		}
		v.attrs = append(v.attrs, p.bracketAttrs()...)
		if p.accept(tAssign) {
			v.Init = p.initializer()
		}
		p.unit.Globals = append(p.unit.Globals, v)
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tSemi, "after a declaration")
}

// arraySuffix reads [N] or []; the length expression waits in Len for Check.
func (p *parser) arraySuffix(v *Var, space Space) {
	pos := p.tok.pos
	p.next()
	n := -1
	if p.tok.kind != tRBracket {
		e := p.condExpr()
		n = p.arrayLen(e, pos)
	}
	p.expect(tRBracket, "after an array's length")
	if p.tok.kind == tLBracket && p.peek(1).kind != tLBracket {
		p.fail(p.tok.pos, "arrays of arrays are outside the subset")
	}
	if !v.Type.IsInteger() {
		p.fail(pos, "only arrays of scalars are in the subset")
	}
	v.Type = p.types.get(typeKey{kind: Array, elem: v.Type, space: space, len: n})
}

// arrayLen evaluates a length while names are not resolved yet: integer
// literals, operators, and program-scope constants with such initialisers.
func (p *parser) arrayLen(e *Expr, pos Pos) int {
	v, ok := p.earlyConst(e, 0)
	if !ok {
		p.fail(pos, "an array's length must be a constant")
	}
	if v == 0 || v > 1<<26 {
		p.fail(pos, "an array's length must be between 1 and %d", 1<<26)
	}
	return int(v)
}

func (p *parser) earlyConst(e *Expr, depth int) (uint64, bool) {
	if depth > maxDepth {
		return 0, false
	}
	switch e.Kind {
	case EInt:
		return e.Val, true
	case EName:
		for _, g := range p.unit.Globals {
			if g.Name == e.Name && g.Init != nil && len(g.attrs) == 0 {
				return p.earlyConst(g.Init, depth+1)
			}
		}
	case EBinary:
		a, ok1 := p.earlyConst(e.X, depth+1)
		b, ok2 := p.earlyConst(e.Y, depth+1)
		if ok1 && ok2 {
			return EvalBinary(e.Op, TypeULong, a, b)
		}
	}
	return 0, false
}

func (p *parser) initializer() *Expr {
	if p.tok.kind == tLBrace {
		return p.braceList(nil)
	}
	return p.assignExpr()
}

// braceList reads {a, b, ...} as an EInit of type t (nil: known from context).
func (p *parser) braceList(t *Type) *Expr {
	pos := p.tok.pos
	p.enter(pos)
	defer func() { p.depth-- }()
	p.expect(tLBrace, "")
	e := p.newExpr(EInit, pos)
	e.Type = t
	for p.tok.kind != tRBrace {
		e.Args = append(e.Args, p.initializer())
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRBrace, "after a brace list")
	return e
}

func (p *parser) function(s spec, start int) {
	f := &Func{Pos: s.pos, Inline: s.inline, Kernel: s.kernel, Ret: s.base}
	if p.tok.kind == tMul || p.tok.kind == tAnd {
		ref := p.tok.kind == tAnd
		pos := p.tok.pos
		p.next()
		if ref || s.space == NoSpace {
			p.fail(pos, "a function returns a scalar, a struct or a pointer with an address space")
		}
		f.Ret = p.types.pointer(s.base, s.space, s.konst)
	} else if s.space != NoSpace {
		p.fail(s.pos, "a function's value has no address space")
	}
	name := p.ident("a function's name")
	f.Name = name.text
	f.attrs = append(f.attrs, s.attrs...)
	p.expect(tLParen, "after the function's name")
	if p.tok.text == "void" && p.peek(1).kind == tRParen {
		p.next()
	}
	for p.tok.kind != tRParen {
		if len(f.Params) == maxParams {
			p.fail(p.tok.pos, "function '%s' has more than %d parameters", f.Name, maxParams)
		}
		ps := p.declSpec()
		if p.tok.kind == tComma || p.tok.kind == tRParen {
			if p.tok.kind == tRParen && ps.base.Kind == Void {
				break
			}
			p.fail(p.tok.pos, "a parameter of '%s' has no name", f.Name)
		}
		d := p.declarator(&ps, true)
		if p.tok.kind == tLBracket && p.peek(1).kind != tLBracket {
			p.fail(p.tok.pos, "array parameters are outside the subset; pass a pointer")
		}
		if d.typ.Kind == Void {
			p.fail(d.name.pos, "parameter '%s' has type void", d.name.text)
		}
		if d.typ == ps.base && ps.space != NoSpace && ps.space != Thread {
			p.fail(d.name.pos, "parameter '%s' has an address space but is no pointer", d.name.text)
		}
		v := &Var{Name: d.name.text, Pos: d.name.pos, Type: d.typ, Kind: Param, FuncConst: -1, Buffer: -1,
			Const: ps.konst && d.typ == ps.base, Index: len(f.Params)}
		v.attrs = append(ps.attrs, p.bracketAttrs()...)
		f.Params = append(f.Params, v)
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRParen, "after the parameters")
	for p.tok.kind == kwAttribute || p.tok.kind == tLBracket {
		if p.tok.kind == kwAttribute {
			f.attrs = append(f.attrs, p.gnuAttrs()...)
		} else if p.peek(1).kind == tLBracket {
			f.attrs = append(f.attrs, p.bracketAttrs()...)
		} else {
			break
		}
	}
	for _, a := range f.attrs {
		if a.gnu && a.name == "noinline" {
			f.NoInline = true
		}
	}
	f.NumVars = len(f.Params)
	f.vars = f.Params
	if p.accept(tSemi) {
		p.unit.Funcs = append(p.unit.Funcs, f)
		return
	}
	if p.tok.kind != tLBrace {
		p.fail(p.tok.pos, "expected '{' or ';' after the parameters of '%s', found %s", f.Name, p.tok.describe())
	}
	p.fn = f
	f.Body = p.block()
	p.fn = nil
	f.End = p.toks[p.i-1].pos + 1
	f.Tokens = p.i - start
	p.unit.Funcs = append(p.unit.Funcs, f)
}

// literal is an integer literal as the scanner's text gives it.
type literal struct {
	val      uint64
	typ      *Type
	overflow bool
}

// parseInt reads an integer literal with C++'s suffixes and types.
func parseInt(text string) (literal, bool) {
	digits := strings.TrimRight(text, "uUlL")
	suffix := strings.ToLower(text[len(digits):])
	base := uint64(10)
	hex := false
	if len(digits) > 1 && digits[0] == '0' {
		switch digits[1] {
		case 'x', 'X':
			base, digits, hex = 16, digits[2:], true
		case 'b', 'B':
			base, digits, hex = 2, digits[2:], true
		default:
			base, digits, hex = 8, digits[1:], true
		}
	}
	if digits == "" {
		return literal{}, false
	}
	l := literal{}
	for i := 0; i < len(digits); i++ {
		c := digits[i]
		d := uint64(255)
		switch {
		case isDigit(c):
			d = uint64(c - '0')
		case 'a' <= c && c <= 'f':
			d = uint64(c-'a') + 10
		case 'A' <= c && c <= 'F':
			d = uint64(c-'A') + 10
		}
		if d >= base {
			return literal{}, false
		}
		if l.val > (^uint64(0)-d)/base {
			l.overflow = true
		}
		l.val = l.val*base + d
	}
	unsigned := strings.Contains(suffix, "u")
	long := strings.Contains(suffix, "l")
	switch suffix {
	case "", "u", "l", "ul", "lu":
	default:
		return literal{}, false
	}
	switch {
	case !unsigned && !long && l.val < 1<<31:
		l.typ = TypeInt
	case (unsigned || hex) && !long && l.val < 1<<32:
		l.typ = TypeUInt
	case !unsigned && l.val < 1<<63:
		l.typ = TypeLong
	default:
		l.typ = TypeULong
		if !unsigned && !hex {
			l.overflow = true
		}
	}
	return l, true
}
