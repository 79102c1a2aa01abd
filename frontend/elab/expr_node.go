package elab

import (
	"math"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// An expression is elaborated in three steps. Binding resolves its names and builds a tree of nodes in which everything
// that is self-determined (selects, concatenations, comparisons, calls) is a finished leaf. Measuring finds width and
// signedness bottom up (IEEE 1364-2005 5.4.1, 5.5.1). Lowering pushes the final ones down to the leaves and makes the design's
// expression (5.5.2).

// widthMode tells how far an expression's width is settled. In the value of an untyped parameter, and around unsized literals of
// 32 bits and more, sums get a carry bit and products their full width, since such constants have no size of their own
// (IEEE 1364-2005 3.5.1 asks for at least 32 bits); Icarus Verilog does the same, and %h of a parameter shows it.
type widthMode uint8

const (
	modeSized    widthMode = iota
	modeUnsized            // an unsized literal took part; widths are the standard's
	modeExpand             // asked for from outside: values of untyped parameters
	modeLossless           // an unsized literal as wide as an integer, or wider, took part
	modeUpsize             // lossless with a change of sign: at least integer width
)

const (
	integerWidth = 32
	widthCap     = 1 << 16 // widest that lossless modes let an expression become
	noPruning    = math.MaxInt
)

type nodeKind uint8

const (
	nodeLeaf   nodeKind = iota
	nodeUnary           // + - ~
	nodeBinary          // + - * / % & | ^ ~^: both operands context-determined
	nodeLeft            // shifts and **: the left operand alone is
	nodeCond            // ?:
)

type leafKind uint8

const (
	leafPlain   leafKind = iota
	leafUnsized          // an unsized literal
	leafParam            // a parameter whose value has no size of its own
	leafCast             // $signed or $unsigned of something lossless
)

type node struct {
	kind    nodeKind
	op      design.Op
	pos     source.Pos
	a, b    *node
	cond    *design.Expr // nodeCond
	leaf    *design.Expr
	how     leafKind
	digits  int  // leafUnsized: bits that the number's digits stand for
	literal bool // the leaf is a number as written
	fill    bool // the leaf's topmost x or z digit extends (IEEE 1364-2005 3.5.1)

	width  int // result of measure
	min    int // narrowest width with the same low bits
	pruned int // the width that Icarus Verilog takes of it for a narrower target
	signed bool
	real   bool
}

func leafNode(x *design.Expr) *node { return &node{kind: nodeLeaf, pos: x.Pos, leaf: x} }

// measure computes n's width, signedness and kind.
func (n *node) measure(m *widthMode) {
	switch n.kind {
	case nodeLeaf:
		n.measureLeaf(m)
		return
	case nodeUnary:
		n.a.measure(m)
		n.width, n.min, n.pruned, n.signed, n.real = n.a.width, n.a.min, n.a.pruned, n.a.signed, n.a.real
	case nodeBinary, nodeCond:
		n.measurePair(m)
		if n.real {
			break
		}
		if *m == modeLossless && n.a.signed != n.b.signed {
			*m = modeUpsize
		}
		switch n.op {
		case design.OpAdd, design.OpSub:
			if *m >= modeExpand {
				n.width++
			}
		case design.OpMul:
			if *m >= modeExpand {
				n.width = n.a.width + n.b.width
			}
		case design.OpDiv, design.OpMod:
			n.min = noPruning
		}
	case nodeLeft:
		n.measureLeft(m)
	}
	if *m >= modeExpand && n.width > widthCap && n.width > n.a.width {
		n.width = max(n.a.width, widthCap)
	}
	if *m == modeUpsize && !n.real && n.width < integerWidth {
		n.width = integerWidth
	}
}

func (n *node) measureLeaf(m *widthMode) {
	x := n.leaf
	n.width, n.signed, n.real = x.Width, x.Signed, x.Real
	n.min, n.pruned = n.width, n.width
	if n.real {
		return
	}
	if n.how == leafUnsized {
		n.pruned = max(n.digits, 1)
	}
	if isConst(x) && x.Val.IsKnown() {
		n.min = 1
	}
	switch n.how {
	case leafUnsized:
		if *m < modeLossless {
			if n.digits >= integerWidth {
				*m = modeLossless
				n.width = n.digits
			} else if *m < modeUnsized {
				*m = modeUnsized
			}
		} else {
			n.width = max(n.digits, 1)
		}
	case leafCast:
		if *m < modeLossless {
			*m = modeLossless
		}
	}
}

// losesUnknowns tells whether n, made as narrow as a target of width bits allows, may lose an x beyond the bits that are wanted: it
// makes sums and products unknown as a whole. << moves an x there. In a sum, where its operands are constants with bits there, ?: with
// an unknown condition makes an x where they differ, and & and | leave one of what the extension by the sign repeats there, though
// they may hide the sign itself.
func (n *node) losesUnknowns(width int) bool {
	var visit func(n *node, sum, apart bool) bool
	visit = func(x *node, sum, apart bool) bool {
		switch x.kind {
		case nodeLeaf:
			return apart && isConst(x.leaf) && !x.leaf.Real && significantBits(x.leaf.Val, x.leaf.Signed) > width
		case nodeLeft:
			return x.op == design.OpShl || visit(x.a, sum, apart)
		case nodeUnary, nodeBinary:
			apart = apart || sum && n.signed && (x.op == design.OpAnd || x.op == design.OpOr)
			sum = sum || x.op == design.OpAdd || x.op == design.OpSub || x.op == design.OpMul || x.op == design.OpNeg
		case nodeCond:
			apart = apart || sum && !(isConst(x.cond) && x.cond.Val.IsKnown())
		}
		return visit(x.a, sum, apart) || x.b != nil && visit(x.b, sum, apart)
	}
	return visit(n, false, false)
}

// significantBits is the fewest bits that hold the known vector v.
func significantBits(v logic.Vec, signed bool) int {
	if !signed {
		return max(v.Len(), 1)
	}
	top := v.Bit(v.Width - 1)
	n := v.Width
	for n > 1 && v.Bit(n-2) == top {
		n--
	}
	return n
}

func (n *node) measurePair(m *widthMode) {
	n.b.measure(m)
	saved := *m
	n.a.measure(m)
	if *m >= modeLossless && saved < modeLossless {
		n.b.measure(m)
	}
	n.real = n.a.real || n.b.real
	if n.real {
		n.width, n.min, n.signed = 64, 64, true
		return
	}
	n.width = max(n.a.width, n.b.width)
	n.min, n.pruned = max(n.a.min, n.b.min), max(n.a.pruned, n.b.pruned)
	n.signed = n.a.signed && n.b.signed
}

func (n *node) measureLeft(m *widthMode) {
	var rm, lm widthMode
	n.b.measure(&rm)
	n.a.measure(&lm)
	n.width, n.signed, n.real = n.a.width, n.a.signed, n.a.real
	if n.op == design.OpPow && n.b.real {
		n.real = true
	}
	if n.real {
		n.width, n.min, n.signed = 64, 64, true
		return
	}
	n.min = noPruning
	if n.op == design.OpShl {
		n.min, n.pruned = n.a.min, n.a.pruned
	}
	if *m == modeSized {
		*m = lm
	}
	if *m < modeExpand {
		return
	}
	var amount int
	right := n.b.lower(n.b.width, n.b.signed)
	known := isConst(right) && right.Val.IsKnown()
	if known {
		amount, _ = offsetOf(right.Val, right.Signed)
	} else if n.b.width < 32 {
		amount = 1<<n.b.width - 1
	} else {
		amount = math.MaxInt32
	}
	amount = min(max(amount, 0), widthCap)
	use := n.width
	switch n.op {
	case design.OpShl:
		if lm != modeSized {
			use += amount
		}
	case design.OpShr, design.OpAShr:
		if *m == modeLossless && n.signed {
			*m = modeUpsize
		}
	case design.OpPow:
		switch left := n.a; {
		case known && left.how == leafUnsized && left.leaf.Val.IsKnown():
			// The width that the value takes, with a 0 in front of one without a sign, as in Icarus Verilog.
			w := min(n.width*max(amount, 1), widthCap) + 1
			v := logic.Pow(logic.Extend(left.leaf.Val, w, left.signed), right.Val, left.signed, right.Signed)
			use = significantBits(v, n.signed)
			if !n.signed {
				use++
			}
		case known && left.literal:
		case n.signed:
			use = (use-1)*amount + 2
		default:
			use *= amount
		}
		use = max(use, n.width)
	}
	if !known && use > n.width && use > integerWidth {
		use = max(n.width, integerWidth)
	}
	n.width = use
}

// lower makes n's expression with width bits and the given signedness; for a real node both are ignored.
func (n *node) lower(width int, signed bool) *design.Expr {
	if n.real {
		return n.lowerReal()
	}
	switch n.kind {
	case nodeLeaf:
		x := n.leaf
		if n.fill && width > x.Width {
			return konst(logic.Extend(x.Val, width, true), signed, x.Pos)
		}
		x = resign(x, signed)
		if x.Width == width {
			return x
		}
		return resize(x, width)
	case nodeUnary:
		a := n.a.lower(width, signed)
		if n.op == design.OpInvalid { // unary plus
			return a
		}
		return op1(n.op, width, signed, n.pos, a)
	case nodeBinary:
		return op2(n.op, width, signed, n.pos, n.a.lower(width, signed), n.b.lower(width, signed))
	case nodeLeft:
		a := n.a.lower(width, signed)
		b := n.b.lowerSelf()
		if n.op == design.OpPow {
			return op2(n.op, width, signed, n.pos, a, b)
		}
		if isConst(b) && !b.Val.IsKnown() {
			return konst(logic.Filled(width, logic.LX), signed, n.pos)
		}
		return op2(n.op, width, signed, n.pos, a, resign(b, false))
	default:
		if isConst(n.cond) {
			switch constOf(n.cond).truth() {
			case logic.L1:
				return n.a.lower(width, signed)
			case logic.L0:
				return n.b.lower(width, signed)
			}
		}
		return fold(&design.Expr{Op: design.OpCond, Width: width, Signed: signed, Pos: n.pos,
			Args: []*design.Expr{n.cond, n.a.lower(width, signed), n.b.lower(width, signed)}})
	}
}

// lowerSelf lowers n as self-determined, after measure.
func (n *node) lowerSelf() *design.Expr { return n.lower(n.width, n.signed) }

func (n *node) lowerReal() *design.Expr {
	arg := func(x *node) *design.Expr { return toReal(x.lowerSelf()) }
	switch n.kind {
	case nodeLeaf:
		return n.leaf
	case nodeUnary:
		a := arg(n.a)
		if n.op == design.OpInvalid {
			return a
		}
		return realOp(n.op, n.pos, a)
	case nodeBinary, nodeLeft:
		return realOp(n.op, n.pos, arg(n.a), arg(n.b))
	default:
		if isConst(n.cond) {
			switch constOf(n.cond).truth() {
			case logic.L1:
				return arg(n.a)
			case logic.L0:
				return arg(n.b)
			}
		}
		return realOp(design.OpCond, n.pos, n.cond, arg(n.a), arg(n.b))
	}
}

// self measures and lowers n as self-determined.
func (n *node) self(m widthMode) *design.Expr {
	n.measure(&m)
	x := n.lowerSelf()
	return trimLossless(x, m)
}

// trimLossless drops the unneeded bits of a constant that a lossless mode widened past an integer.
func trimLossless(x *design.Expr, m widthMode) *design.Expr {
	if m >= modeLossless && isConst(x) && !x.Real && x.Width > integerWidth && x.Val.IsKnown() {
		return resize(x, max(integerWidth, significantBits(x.Val, x.Signed)))
	}
	return x
}

// compare builds a relation: the operands size each other and decide the signedness together (IEEE 1364-2005 5.5.2).
func compare(op design.Op, pos source.Pos, a, b *node) *design.Expr {
	x, y := matchPair(a, b)
	return op2(op, 1, false, pos, x, y)
}

// matchPair lowers two nodes to one width and signedness, or to reals.
func matchPair(a, b *node) (x, y *design.Expr) {
	xs := matchAll(a, b)
	return xs[0], xs[1]
}

// matchAll lowers nodes that are compared with one another to one width and signedness, or to reals.
func matchAll(ns ...*node) []*design.Expr {
	var m widthMode
	for _, n := range ns {
		n.measure(&m)
	}
	if m >= modeLossless {
		for _, n := range ns {
			n.measure(&m)
		}
	}
	width, signed, real := 0, true, false
	for _, n := range ns {
		if n.real {
			real = true
			continue
		}
		width = max(width, n.width)
		signed = signed && n.signed
	}
	if m >= modeExpand && width < integerWidth {
		width++
	}
	out := make([]*design.Expr, len(ns))
	for i, n := range ns {
		if real {
			out[i] = toReal(n.lowerSelf())
		} else {
			out[i] = n.lower(width, signed)
		}
	}
	return out
}
