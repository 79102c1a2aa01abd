package lint

import (
	"math/big"
	"strconv"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
)

// extent is the range of widths in which an expression fits: it has max bits by the rules of IEEE 1364-2005 5.4.1, but its value
// needs no more than min. The two differ where unsized literals take part, whose 32 bits nobody asked for.
type extent struct {
	min, max int
	loose    bool // nothing but unsized literals: fits everywhere from min on
	real     bool
	ok       bool
	grow     int // a sum, product or shift: the widest target that makes use of what the context adds to the operands
}

// maxGrow is the growth of what makes use of any width.
const maxGrow = 1 << 30

// measure is what the extents that are known go by: operands of deep expressions are asked for again and again.
type measure struct {
	s elab.Scope
	x ast.Expr
}

// extentOf measures x. What is constant and made of unsized literals needs the bits of its value.
func (c *checker) extentOf(s elab.Scope, x ast.Expr) extent {
	key := measure{s, x}
	if e, ok := c.extents[key]; ok {
		return e
	}
	e := c.measured(s, x)
	if e.ok && e.loose && !e.real {
		switch x.(type) {
		case *ast.Binary, *ast.Unary, *ast.Cond:
			if v, ok := s.Value(x); ok && v.Const {
				e.min = needed(v)
			}
		}
	}
	c.extents[key] = e
	return e
}

// needed is how many bits a constant value needs.
func needed(v elab.Value) int {
	if !v.Known || v.Signed && v.Bits.Bit(v.Width-1) == logic.L1 {
		return 1 // all bits alike, or negative: fits everywhere
	}
	return max(v.Bits.Len(), 1)
}

func (c *checker) measured(s elab.Scope, x ast.Expr) extent {
	pair := func(a, b ast.Expr) extent {
		l, r := c.extentOf(s, a), c.extentOf(s, b)
		if !l.ok || !r.ok {
			return extent{}
		}
		out := extent{min: max(l.min, r.min), max: max(l.max, r.max), grow: max(l.grow, r.grow), loose: l.loose && r.loose, real: l.real || r.real, ok: true}
		// An unsized literal adapts to the other side, as long as it fits.
		if l.loose && !r.loose {
			out.max = max(r.max, l.min)
			if r.max < 32 {
				out.max = 32
			}
		} else if r.loose && !l.loose {
			out.max = max(l.max, r.min)
			if l.max < 32 {
				out.max = 32
			}
		}
		return out
	}
	switch x := x.(type) {
	case *ast.MinTypMax:
		return c.extentOf(s, x.Typ)
	case *ast.Unary:
		switch x.Op {
		case ast.UnaryPlus, ast.UnaryMinus, ast.BitNot:
			e := c.extentOf(s, x.X)
			if e.loose && x.Op != ast.UnaryPlus {
				e.min = 1 // -1 and ~0 are for filling
			}
			return e
		}
		return extent{min: 1, max: 1, ok: true}
	case *ast.Binary:
		switch x.Op {
		case ast.Add, ast.Sub:
			e := pair(x.X, x.Y)
			e.grow = e.max + 1
			return e
		case ast.Mul:
			e := pair(x.X, x.Y)
			e.grow = c.extentOf(s, x.X).max + c.extentOf(s, x.Y).max
			return e
		case ast.Div:
			return c.extentOf(s, x.X).atLeast(c.extentOf(s, x.Y))
		case ast.Mod:
			e := pair(x.X, x.Y)
			// The result is less than the divisor.
			if r := c.extentOf(s, x.Y); r.ok && e.ok {
				e.min = min(e.min, r.min)
			}
			return e
		case ast.BitAnd:
			e := pair(x.X, x.Y)
			// No more bits than the narrower literal has: x & 3.
			if l, r := c.extentOf(s, x.X), c.extentOf(s, x.Y); l.ok && r.ok && (l.loose || r.loose || isConst(s, x.X) || isConst(s, x.Y)) {
				e.min = min(l.min, r.min)
			}
			return e
		case ast.BitOr, ast.BitXor, ast.BitXnor:
			return pair(x.X, x.Y)
		case ast.Shl, ast.AShl, ast.Shr, ast.AShr, ast.Pow:
			e := c.extentOf(s, x.X)
			if x.Op == ast.Shr || x.Op == ast.AShr {
				if n, ok := s.Int(x.Y); ok && n >= 0 && e.ok && !e.loose {
					e.min = max(e.min-int(min(n, 1<<20)), 1)
				}
				return e
			}
			e.grow = maxGrow
			if e.loose {
				// 1 << n: as wide as the target asks.
				e.min = 1
				if v, ok := s.Value(x); ok && v.Const && v.Known {
					e.min = max(v.Bits.Len(), 1)
				}
			}
			return e
		}
		return extent{min: 1, max: 1, ok: true}
	case *ast.Cond:
		return pair(x.Then, x.Else)
	}
	v, ok := s.Value(x)
	if !ok || v.Width == 0 {
		return extent{}
	}
	e := extent{min: v.Width, max: v.Width, real: v.Real, ok: true}
	switch {
	case v.Real:
	case v.Unsized:
		e.loose, e.min = true, needed(v)
	case v.Text:
		e.loose = true // strings are filled and cut like text
		e.min = 1
	}
	switch x := x.(type) {
	case *ast.Ident:
		n, found := s.Lookup(x)
		if !found || v.Real {
			break
		}
		if n.Kind() == elab.NameGenvar || n.IntegerParam() {
			e.loose, e.min = true, needed(v)
		} else if in, given, typed, isParam := n.Given(); isParam && !typed && given != nil && c.extentOf(in, given).loose {
			e.loose, e.min = true, needed(v)
		}
	case *ast.SysCall:
		switch x.Name {
		case "$signed", "$unsigned":
			if len(x.Args) == 1 {
				return c.extentOf(s, x.Args[0])
			}
		default: // $random, $time, $fopen and the like have a width that nobody chose
			e.loose, e.min = true, 1
		}
	}
	return e
}

func (e extent) atLeast(o extent) extent {
	e.ok = e.ok && o.ok
	e.real = e.real || o.real
	if e.loose && !o.loose {
		e.loose, e.max = false, max(32, o.max)
	} else if !o.loose {
		e.max = max(e.max, o.max)
	}
	return e
}

func isConst(s elab.Scope, x ast.Expr) bool {
	v, ok := s.Value(x)
	return ok && v.Const
}

// targetWidth is the width of the left side of an assignment; 0 where it has errors. Fuzzy tells that a part of it is an
// integer or time variable, whose width nobody chose.
func targetWidth(s elab.Scope, x ast.Expr) (width int, fuzzy, real bool) {
	if c, ok := x.(*ast.Concat); ok {
		for _, el := range c.Elems {
			w, f, r := targetWidth(s, el)
			if w == 0 {
				return 0, false, false
			}
			width, fuzzy, real = width+w, fuzzy || f, real || r
		}
		return width, fuzzy, real
	}
	v, ok := s.Value(x)
	if !ok {
		return 0, false, false
	}
	if id, isName := x.(*ast.Ident); isName {
		n, found := s.Lookup(id)
		fuzzy = found && n.Integer()
	}
	if ix, isWord := x.(*ast.Index); isWord {
		if id, isName := ix.X.(*ast.Ident); isName {
			n, found := s.Lookup(id)
			fuzzy = found && n.Integer() && n.Array()
		}
	}
	return v.Width, fuzzy, v.Real
}

// assignWidth reports an assignment that drops or adds bits, or rounds. A target that is an integer or time takes what is
// narrower.
func (c *checker) assignWidth(s elab.Scope, lhs, rhs ast.Expr) {
	w, fuzzy, real := targetWidth(s, lhs)
	c.storedWidth(s, w, fuzzy, real, rhs)
}

// storedWidth is assignWidth for a target of w bits: the left side of an assignment or an argument.
func (c *checker) storedWidth(s elab.Scope, w int, fuzzy, real bool, rhs ast.Expr) {
	if w == 0 {
		return
	}
	e := c.extentOf(s, rhs)
	switch {
	case !e.ok:
	case e.real && !real:
		if v, ok := s.Value(rhs); ok && v.Real {
			c.warn(diag.LintRealConvert, rhs, "a real value is rounded to %d bits", w)
		}
	case e.real || real:
	case e.min > w:
		c.warn(diag.LintWidthTrunc, rhs, "%s to %d: the upper ones are lost", bits(e.min, "are assigned", "is assigned"), w)
	case e.max < w && !e.loose && !fuzzy && w > e.grow:
		c.warn(diag.LintWidthExpand, rhs, "%s to %d", bits(e.max, "are extended", "is extended"), w)
	}
}

func bits(n int, many, one string) string {
	if n == 1 {
		return "1 bit " + one
	}
	return strconv.Itoa(n) + " bits " + many
}

// operands reports operators whose operands differ in width, and comparisons that no value changes.
func (c *checker) operands(s elab.Scope, x *ast.Binary) {
	comparison := false
	switch x.Op {
	case ast.Eq, ast.Ne, ast.CaseEq, ast.CaseNe, ast.Lt, ast.Le, ast.Gt, ast.Ge:
		comparison = true
	case ast.Add, ast.Sub, ast.BitAnd, ast.BitOr, ast.BitXor, ast.BitXnor:
	default:
		return
	}
	l, r := c.extentOf(s, x.X), c.extentOf(s, x.Y)
	if !l.ok || !r.ok || l.real || r.real {
		return
	}
	if comparison {
		if c.constantComparison(s, x) {
			return
		}
	}
	fits := func(a, b extent) bool { return a.loose && (b.loose || a.min <= b.max) || b.loose && b.min <= a.max }
	switch {
	case fits(l, r), l.min <= r.max && r.min <= l.max:
	case x.Op == ast.Add || x.Op == ast.Sub:
		// count + enable is what adders are for.
		if l.max != 1 && r.max != 1 && !isConst(s, x.X) && !isConst(s, x.Y) {
			c.warn(diag.LintWidthOperand, x, "operator %s has operands of %d and %d bits", x.Op, l.width(), r.width())
		}
	default:
		c.warn(diag.LintWidthOperand, x, "operator %s has operands of %d and %d bits", x.Op, l.width(), r.width())
	}
}

func (e extent) width() int {
	if e.loose {
		return e.min
	}
	return e.max
}

// literal tells whether x is written as a number, maybe with a sign.
func literal(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.Number:
		return true
	case *ast.Unary:
		return (x.Op == ast.UnaryMinus || x.Op == ast.UnaryPlus) && literal(x.X)
	}
	return false
}

// constantComparison reports a comparison with a literal that is true, or false, for every value of the other side. Values of
// parameters are another matter: with other ones the comparison means something.
func (c *checker) constantComparison(s elab.Scope, x *ast.Binary) bool {
	a, b, op := x.X, x.Y, x.Op
	if literal(a) {
		a, b = b, a
		op = map[ast.BinaryOp]ast.BinaryOp{ast.Lt: ast.Gt, ast.Le: ast.Ge, ast.Gt: ast.Lt, ast.Ge: ast.Le}[op]
		if op == 0 {
			op = x.Op
		}
	}
	if !literal(b) || literal(a) {
		return false
	}
	v, ok1 := s.Value(a)
	k, ok2 := s.Value(b)
	if !ok1 || !ok2 || v.Real || !k.Const || !k.Known || v.Const || v.Unsized {
		return false
	}
	e := c.extentOf(s, a)
	if !e.ok || e.min != e.max {
		return false
	}
	low, high := new(big.Int), new(big.Int)
	value := logic.ToBig(k.Bits, v.Signed && k.Signed)
	if v.Signed && k.Signed {
		high.Sub(high.Lsh(big.NewInt(1), uint(v.Width-1)), big.NewInt(1))
		low.Neg(new(big.Int).Lsh(big.NewInt(1), uint(v.Width-1)))
	} else {
		if v.Signed {
			return false // the comparison is unsigned, whatever was meant
		}
		high.Sub(high.Lsh(big.NewInt(1), uint(v.Width)), big.NewInt(1))
		if k.Bits.Width < 32 && v.Width > k.Bits.Width && k.Signed {
			return false
		}
	}
	below, above := value.Cmp(low), value.Cmp(high)
	result := ""
	switch op {
	case ast.Lt:
		switch {
		case below <= 0:
			result = "false"
		case above > 0:
			result = "true"
		}
	case ast.Ge:
		switch {
		case below <= 0:
			result = "true"
		case above > 0:
			result = "false"
		}
	case ast.Gt:
		switch {
		case above >= 0:
			result = "false"
		case below < 0:
			result = "true"
		}
	case ast.Le:
		switch {
		case above >= 0:
			result = "true"
		case below < 0:
			result = "false"
		}
	case ast.Eq:
		if below < 0 || above > 0 {
			result = "false"
		}
	case ast.Ne:
		if below < 0 || above > 0 {
			result = "true"
		}
	}
	if result == "" {
		return false
	}
	kind := "unsigned"
	if v.Signed && k.Signed {
		kind = "signed"
	}
	c.warn(diag.LintCmpConst, x, "the comparison is always %s: the %s operand has %d bits", result, kind, v.Width)
	return true
}
