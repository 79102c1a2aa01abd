package elab

import (
	"math/bits"
	"slices"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// place is what a name with its selects stands for: an element of storage (or a parameter's value) and a range of bits in it,
// normalised as package design has it.
type place struct {
	sym    *symbol
	name   string
	pos    source.Pos
	val    *design.Expr   // a parameter's value; nil for storage
	sig    *design.Signal // storage
	word   *design.Expr   // element of an array; nil unless sig is one
	array  bool           // fewer indices than dimensions: no value
	signed bool
	real   bool
	elem   int // bits of the element

	part    bool // a bit or part select
	off     int
	offExpr *design.Expr // nil for constant offsets
	width   int
	unknown bool // a constant offset with x or z
	// boundless tells that a part select has a bound with x or z, so that nobody can tell how wide it is: it is x in all bits that
	// its context has, as in Icarus Verilog, which puts 'bx in its place.
	boundless bool
}

// selected takes x apart: the name, and the Index and RangeSelect nodes over it, innermost (leftmost) first. ok is false when there is
// something else under them.
func selected(x ast.Expr) (id *ast.Ident, sels []ast.Expr, ok bool) {
	for {
		switch n := x.(type) {
		case *ast.Index:
			sels, x = append(sels, n), n.X
			continue
		case *ast.RangeSelect:
			sels, x = append(sels, n), n.X
			continue
		}
		slices.Reverse(sels)
		id, ok = x.(*ast.Ident)
		return id, sels, ok
	}
}

// place resolves x, an Ident under Index and RangeSelect nodes. It reports what is wrong and returns false then.
func (e *elab) place(s *scope, x ast.Expr) (*place, bool) {
	id, sels, ok := selected(x)
	if !ok {
		e.diags.Errorf(codeSelect, x.Pos(), "only a name can be selected from")
		return nil, false
	}
	sym, _, ok := e.resolve(s, id)
	if !ok {
		return nil, false
	}
	p := &place{sym: sym, name: identText(id), pos: x.Pos()}
	switch sym.kind {
	case symParam, symGenvar, symSpecparam:
		if sym.value == nil {
			if sym.kind == symGenvar {
				e.diags.Errorf(codeNotValue, x.Pos(), "genvar '%s' has no value outside of its loop (IEEE 1364-2005 12.4.1)", p.name)
			}
			return nil, false
		}
		if sym.kind == symSpecparam && e.inParam {
			e.diags.Warnf("W2018", x.Pos(), "a parameter cannot depend on specparam '%s', which may be annotated (IEEE 1364-2005 4.10.3)", p.name)
		}
		p.val = sym.value
		p.elem, p.signed, p.real = p.val.Width, p.val.Signed, p.val.Real
	case symSignal:
		if sym.decl == nil || sym.decl.Signal == nil {
			return nil, false // its declaration was reported
		}
		p.sig = sym.decl.Signal
		p.elem, p.signed, p.real = p.sig.Width, sym.signed, p.sig.Real
		if sub := sym.home.sub; sub != nil && sub.Automatic && s.sub != sub {
			e.diags.Errorf(codeNotValue, x.Pos(), "'%s' is automatic: it cannot be seen from outside its task or function (IEEE 1364-2005 10.2.3, 10.4.1)", p.name)
			return nil, false
		}
	default:
		e.diags.Errorf(codeNotValue, x.Pos(), "%s '%s' has no value", symNames[sym.kind], p.name)
		return nil, false
	}
	p.width = p.elem
	if n := len(sym.ranges); n > 0 && p.val == nil {
		if !e.arrayWord(s, p, sels) {
			return nil, false
		}
		if p.array {
			return p, true
		}
		sels = sels[n:]
	}
	if len(sels) == 0 {
		return p, true
	}
	if p.val == nil && len(p.sym.packed) > 0 {
		return p, e.packedSelect(s, p, sels)
	}
	if len(sels) > 1 {
		e.diags.Errorf(codeSelect, sels[1].Pos(), "'%s' has too many selects", p.name)
		return nil, false
	}
	if p.real {
		e.diags.Errorf(codeSelect, x.Pos(), "a real, '%s', has no bits to select", p.name)
		return nil, false
	}
	rng, ok := e.declaredRange(p, sels[0].Pos())
	if !ok {
		return nil, false
	}
	return p, e.bitSelect(s, p, sels[0], rng)
}

// arrayWord takes the indices of p's array from sels and normalises them to one element number.
func (e *elab) arrayWord(s *scope, p *place, sels []ast.Expr) bool {
	dims := p.sym.ranges
	if len(sels) < len(dims) {
		p.array = true
		if len(sels) > 0 {
			e.diags.Errorf(codeArrayUse, p.pos, "array '%s' needs %d indices", p.name, len(dims))
			return false
		}
		return true
	}
	idx := make([]*design.Expr, len(dims))
	for i, d := range dims {
		n, ok := sels[i].(*ast.Index)
		if !ok {
			e.diags.Errorf(codeArrayUse, sels[i].Pos(), "a part select cannot take words of array '%s'", p.name)
			return false
		}
		v := e.index(s, n.I)
		if v == nil {
			return false
		}
		lo := min(d.Left, d.Right)
		if v.Width > 32 && !isConst(v) {
			v = resign(resize(v, 32), v.Signed) // so far Icarus looks at it, see offset32
		}
		idx[i] = shifted(v, false, -lo, d.Len(), 1)
		if isConst(idx[i]) {
			if o, known := offsetOf(idx[i].Val, idx[i].Signed); known && (o < 0 || o >= d.Len()) {
				e.diags.Warnf("W2003", sels[i].Pos(), "the index is outside '%s[%d:%d]'", p.name, d.Left, d.Right)
			}
		}
	}
	p.word = linear(idx, dims, p.pos)
	return true
}

// index elaborates an index, which is self-determined and must not be real.
func (e *elab) index(s *scope, x ast.Expr) *design.Expr {
	v := e.selfExpr(s, x)
	if v.Real {
		e.diags.Errorf(codeRealOperand, x.Pos(), "an index may not be real (IEEE 1364-2005 5.2.1)")
		return nil
	}
	return v
}

// linear joins normalised indices of several dimensions in row-major order; one that is out of its dimension makes the
// whole x.
func linear(idx []*design.Expr, dims []design.Range, pos source.Pos) *design.Expr {
	if len(idx) == 1 {
		return idx[0]
	}
	total := 1
	for _, d := range dims {
		total *= d.Len()
	}
	w := max(32, bits.Len(uint(total))+1)
	sum := konst(logic.New(w), false, pos)
	var inside *design.Expr
	for i, x := range idx {
		n := dims[i].Len()
		u := resign(x, false)
		if x.Signed || bits.Len(uint(n-1)) < x.Width || n&(n-1) != 0 {
			// A negative index reads as a huge unsigned one.
			cw := max(x.Width, bits.Len(uint(n))+1)
			wide := resign(resize(x, cw), false)
			in := op2(design.OpLt, 1, false, pos, wide, konst(logic.FromUint64(cw, uint64(n)), false, pos))
			if inside == nil {
				inside = in
			} else {
				inside = op2(design.OpLogAnd, 1, false, pos, inside, in)
			}
		}
		sum = op2(design.OpAdd, w, false, pos,
			op2(design.OpMul, w, false, pos, sum, konst(logic.FromUint64(w, uint64(n)), false, pos)), resize(u, w))
	}
	if inside == nil || isTrueConst(inside) {
		return sum
	}
	none := konst(logic.Filled(w, logic.LX), false, pos)
	if isConst(inside) {
		return none
	}
	return fold(&design.Expr{Op: design.OpCond, Width: w, Pos: pos, Args: []*design.Expr{inside, sum, none}})
}

// shifted gives idx + k, or k - idx with neg, wide enough that an out of range index cannot come out in the range 0 .. bound-1;
// w is the number of bits selected there.
func shifted(idx *design.Expr, neg bool, k, bound, w int) *design.Expr {
	if !neg && k == 0 {
		return idx
	}
	if isConst(idx) {
		off, known := offsetOf(idx.Val, idx.Signed)
		if !known {
			return idx
		}
		if neg {
			off = -off
		}
		return konstInt(int64(off+k), idx.Pos)
	}
	need := bits.Len(uint(abs(k)+bound+w)) + 2
	width, signed := idx.Width, idx.Signed
	switch {
	case signed:
		width = max(width, need)
	case w == 1 && (neg && k+1 >= bound || !neg && k <= 0):
		width = max(width, need) // what wraps stays out of range
	default:
		width, signed = max(width+1, need), true
	}
	x := resign(resize(idx, width), signed)
	c := konst(logic.FromInt64(width, int64(k)), signed, idx.Pos)
	if neg {
		return op2(design.OpSub, width, signed, idx.Pos, c, x)
	}
	return op2(design.OpAdd, width, signed, idx.Pos, x, c)
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}

// bitSelect takes a bit or part select of p's element, whose bits rng counts (IEEE 1364-2005 5.2.1).
func (e *elab) bitSelect(s *scope, p *place, sel ast.Expr, rng design.Range) bool {
	if r, ok := sel.(*ast.RangeSelect); ok && r.Kind == ast.SelectConst {
		p.part, p.signed = true, false
		return e.partSelect(s, p, r, rng)
	}
	idx, w, ok := e.indexed(s, sel)
	if !ok {
		return false
	}
	p.part, p.signed = true, false
	neg, k := lowest(sel, rng, w)
	p.setOffset(idx, neg, k, w)
	e.warnOutside(p, sel, rng)
	return true
}

// warnOutside warns where p, a select of what rng counts, is constant and not all inside.
func (e *elab) warnOutside(p *place, sel ast.Expr, rng design.Range) {
	if p.offExpr == nil && (p.unknown || p.off < 0 || p.off+p.width > p.elem) {
		e.diags.Warnf("W2003", sel.Pos(), "the select is outside '%s[%d:%d]'", p.name, rng.Left, rng.Right)
	}
}

// indexed elaborates the index of a bit select, or the base and the width of a part select that has them.
func (e *elab) indexed(s *scope, sel ast.Expr) (idx *design.Expr, w int, ok bool) {
	w = 1
	x, isIndex := sel.(*ast.Index)
	if isIndex {
		idx = e.index(s, x.I)
		return idx, w, idx != nil
	}
	r := sel.(*ast.RangeSelect)
	n, ok := e.constInt(s, r.R)
	switch {
	case !ok:
		return nil, 0, false
	case n < 1:
		e.diags.Errorf(codeSelect, r.R.Pos(), "the width of a part select must be at least 1")
		return nil, 0, false
	case n > maxWidth:
		return nil, 0, e.widthOK(r.R.Pos(), maxWidth+1)
	}
	idx = e.index(s, r.L)
	return idx, int(n), idx != nil
}

// lowest tells where the lowest of the w bits of a select at an index is: k plus the index or, with neg, k minus it.
func lowest(sel ast.Expr, rng design.Range, w int) (neg bool, k int) {
	neg = rng.Left < rng.Right // ascending
	k = -rng.Right
	if neg {
		k = rng.Right
	}
	if r, ok := sel.(*ast.RangeSelect); ok && neg == (r.Kind == ast.SelectUp) {
		k -= w - 1
	}
	return neg, k
}

// declaredRange is the range that selects of p count in.
func (e *elab) declaredRange(p *place, pos source.Pos) (design.Range, bool) {
	switch {
	case p.sym.vector:
		return p.sym.vec, true
	case p.val != nil: // an untyped parameter (IEEE 1364-2005 4.10.1), or a genvar
		return design.Range{Left: p.elem - 1, Right: 0}, true
	}
	e.diags.Errorf(codeSelect, pos, "'%s' is a scalar: it has no bits to select", p.name)
	return design.Range{}, false
}

// setOffset makes p w bits from k plus idx on or, with neg, from k minus idx on.
func (p *place) setOffset(idx *design.Expr, neg bool, k, w int) {
	p.width = w
	x := shifted(idx, neg, k, p.elem, w)
	if isConst(x) {
		off, known := offsetOf(x.Val, x.Signed)
		p.off, p.unknown = off, !known
		if !known {
			p.off = p.elem
		}
		return
	}
	p.offExpr = x
}

// partSelect takes [l:r] with constant bounds in the order of the declaration.
func (e *elab) partSelect(s *scope, p *place, sel *ast.RangeSelect, rng design.Range) bool {
	lv, rv := e.constValue(s, sel.L), e.constValue(s, sel.R)
	if lv == nil || rv == nil {
		return false
	}
	if lv.Real || rv.Real {
		e.diags.Errorf(codeRealOperand, sel.Pos(), "the bounds of a part select may not be real")
		return false
	}
	l, lk := offsetOf(lv.Val, lv.Signed)
	r, rk := offsetOf(rv.Val, rv.Signed)
	if !lk || !rk {
		p.unknown, p.boundless, p.off, p.width = true, true, p.elem, 1
		return true
	}
	if l < r && rng.Left > rng.Right || l > r && rng.Left < rng.Right {
		e.diags.Errorf(codeSelect, sel.Pos(), "part select [%d:%d] runs against the declaration '%s[%d:%d]'", l, r, p.name, rng.Left, rng.Right)
		return false
	}
	p.width = abs(l-r) + 1
	if !e.widthOK(sel.Pos(), p.width) {
		return false
	}
	if rng.Left >= rng.Right {
		p.off = r - rng.Right
	} else {
		p.off = rng.Right - r
	}
	if p.off < 0 || p.off+p.width > p.elem {
		e.diags.Warnf("W2003", sel.Pos(), "the select is outside '%s[%d:%d]'", p.name, rng.Left, rng.Right)
	}
	return true
}

// element is the whole element that p is (a part of), as an expression.
func (p *place) element() *design.Expr {
	switch {
	case p.val != nil:
		c := *p.val
		c.Pos, c.Name = p.pos, p.name
		return &c
	case p.word != nil:
		return &design.Expr{Op: design.OpWord, Width: p.elem, Signed: p.sym.signed || p.real, Real: p.real, Pos: p.pos, Sig: p.sig,
			Args: []*design.Expr{p.word}}
	default:
		return &design.Expr{Op: design.OpSignal, Width: p.elem, Signed: p.sym.signed || p.real, Real: p.real, Pos: p.pos, Sig: p.sig, Name: p.name}
	}
}

// expr is p as an expression.
func (p *place) expr() *design.Expr {
	x := p.element()
	switch {
	case !p.part:
		return x
	case p.unknown || p.offExpr == nil && (p.off >= p.elem || p.off+p.width <= 0):
		return konst(logic.Filled(p.width, logic.LX), p.boundless, p.pos) // a signed x is extended by x
	case p.offExpr != nil:
		return fold(&design.Expr{Op: design.OpPartVar, Width: p.width, Pos: p.pos, Args: []*design.Expr{x, offset32(p.offExpr)}})
	default:
		return part(x, p.off, p.width, p.pos)
	}
}

// offset32 is an offset modulo 2^32, as a signed number: so far Icarus looks at it, and an unsigned index that wraps around below
// zero reads what it means.
func offset32(x *design.Expr) *design.Expr {
	if x.Width <= 32 {
		return x
	}
	return resign(resize(x, 32), true)
}

// bindPlace elaborates a name with selects as an operand.
func (e *elab) bindPlace(s *scope, x ast.Expr) *node {
	p, ok := e.place(s, x)
	if !ok {
		return badNode(x.Pos())
	}
	if p.array {
		e.diags.Errorf(codeArrayUse, x.Pos(), "array '%s' needs an index for each of its %d dimensions", p.name, len(p.sym.ranges))
		return badNode(x.Pos())
	}
	return leafNode(p.expr())
}
