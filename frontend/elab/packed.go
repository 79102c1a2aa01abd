package elab

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// A packed array, `reg [3:0][7:0] a`, is a vector of all its bits, with selects that count in elements: an extension that Icarus
// Verilog 11 has with -g2005, too, defined in IEEE 1800-2005 4.2. Behind elaboration it is a vector with selects like any other.

// vectors evaluates the ranges before a name.
func (e *elab) vectors(s *scope, ranges []*ast.Range) ([]design.Range, bool) {
	var out []design.Range
	total := 1
	for _, r := range ranges {
		v, ok := e.vectorRange(s, r)
		if !ok {
			return nil, false
		}
		out = append(out, v)
		if total *= v.Len(); total > maxWidth {
			e.diags.Errorf("E2006", r.Pos(), "the ranges %s are too large: a vector has at most %d bits", rangesText(out), maxWidth)
			return nil, false
		}
	}
	return out, true
}

// setVectors makes sym a scalar, a vector or a packed array.
func (sym *symbol) setVectors(ranges []design.Range) {
	switch len(ranges) {
	case 0:
	case 1:
		sym.vec, sym.vector = ranges[0], true
	default:
		total := 1
		for _, r := range ranges {
			total *= r.Len()
		}
		sym.vec, sym.vector, sym.packed = design.Range{Left: total - 1}, true, ranges
	}
}

func rangesText(ranges []design.Range) string {
	var b strings.Builder
	for _, r := range ranges {
		fmt.Fprintf(&b, "[%d:%d]", r.Left, r.Right)
	}
	return b.String()
}

// packedSelect takes selects of p, a packed array: each but the last is an index. The offset is a sum that leaves an element
// where an index is outside of its range, and is computed modulo 2^32, both as in Icarus Verilog; what is outside of the whole
// array, or an index with x or z, reads x and is not written. A slice of elements with constant bounds must be inside, as later
// versions of Icarus Verilog have it.
func (e *elab) packedSelect(s *scope, p *place, sels []ast.Expr) bool {
	dims := p.sym.packed
	if len(sels) > len(dims) {
		e.diags.Errorf(codeSelect, sels[len(dims)].Pos(), "'%s' has too many selects", p.name)
		return false
	}
	p.part, p.signed = true, false
	stride := p.elem
	var sum *design.Expr // of the parts of the offset that are not constant
	for i, sel := range sels {
		d := dims[i]
		stride /= d.Len()
		r, isRange := sel.(*ast.RangeSelect)
		if isRange && i < len(sels)-1 {
			e.diags.Errorf(codeSelect, sel.Pos(), "a part select can only be the last select of '%s'", p.name)
			return false
		}
		one := place{sym: p.sym, name: p.name, elem: d.Len()}
		moves := false
		if isRange && r.Kind == ast.SelectConst {
			if !e.partSelect(s, &one, r, d) {
				return false
			}
		} else {
			idx, w, ok := e.indexed(s, sel)
			if !ok {
				return false
			}
			neg, k := lowest(sel, d, w)
			if moves = !isConst(idx); moves {
				one.off, one.width = k, w
				sum = addTerm(sum, idx, neg, stride)
			} else {
				one.setOffset(idx, neg, k, w)
				e.warnOutside(&one, sel, d)
			}
		}
		if isRange && stride > 1 && !moves && !one.unknown && (one.off < 0 || one.off+one.width > d.Len()) {
			e.diags.Errorf(codeSelect, sel.Pos(), "elements outside of '%s[%d:%d]' cannot be selected", p.name, d.Left, d.Right)
			return false
		}
		p.unknown = p.unknown || one.unknown
		p.boundless = one.boundless
		p.off += one.off * stride
		p.width = one.width * stride
	}
	if !e.widthOK(sels[0].Pos(), p.width) {
		return false
	}
	switch {
	case p.unknown:
		p.off = p.elem
	case sum != nil:
		p.offExpr = op2(design.OpAdd, 32, true, p.pos, sum, konst(logic.FromInt64(32, int64(p.off)), true, p.pos))
		p.off = 0
	}
	return true
}

// addTerm adds idx times stride, or subtracts it with neg, in 32 bits.
func addTerm(sum, idx *design.Expr, neg bool, stride int) *design.Expr {
	term := resign(resize(idx, 32), true)
	if stride != 1 {
		term = op2(design.OpMul, 32, true, idx.Pos, term, konst(logic.FromInt64(32, int64(stride)), true, idx.Pos))
	}
	switch {
	case neg && sum == nil:
		return op1(design.OpNeg, 32, true, idx.Pos, term)
	case neg:
		return op2(design.OpSub, 32, true, idx.Pos, sum, term)
	case sum == nil:
		return term
	}
	return op2(design.OpAdd, 32, true, idx.Pos, sum, term)
}
