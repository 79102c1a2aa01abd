package gen

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// place is what an expression may use where it stands.
type place struct {
	read  []*Var
	funcs []*function
	// result is the name of the function around: its result's.
	result string
	// net marks continuous assignments and connections, whose operators Icarus makes of other parts than those of processes.
	net bool
	// time allows $time and its kin.
	time bool
}

func (p *place) reals() []*Var {
	var out []*Var
	for _, v := range p.read {
		if v.Real {
			out = append(out, v)
		}
	}
	return out
}

const maxWidth = 300 // bits that no generated expression passes

func expr(name, text string, width int, signed bool, kids ...*tree.Node) *tree.Node {
	n := &tree.Node{Cat: tree.Expr, Name: name, Text: text, Width: width, Signed: signed, Kids: kids, Const: true}
	for _, k := range kids {
		if k.Cat == tree.Expr && !k.Const {
			n.Const = false
		}
	}
	return n
}

// vec makes an expression that is no real. w is a hint for the width of its leaves.
func (g *gen) vec(p *place, depth, w int) *tree.Node {
	if depth <= 0 || g.chance(9) {
		return g.leaf(p, w)
	}
	if w > 64 && g.chance(8) { // a few bits that are extended to many
		if a := g.leaf(p, 1+g.below(64)); sizedTree(a) {
			return expr("expr/$signed", "$signed(§0)", a.Width, true, a)
		}
	}
	type way = choice[*tree.Node]
	sub := func() *tree.Node { return g.vec(p, depth-1, w) }
	return choose(g, []way{
		{12, func() *tree.Node { // arithmetic and bitwise
			op := pick(g, []struct{ name, text string }{{"add", "+"}, {"sub", "-"}, {"and", "&"}, {"or", "|"}, {"xor", "^"}, {"xnor", "~^"}, {"xnor", "^~"}, {"add", "+"}, {"sub", "-"}})
			a, b := sub(), sub()
			return expr("expr/"+op.name, "(§0 "+op.text+" §1)", max(a.Width, b.Width), a.Signed && b.Signed, a, b)
		}},
		{3, func() *tree.Node {
			a, b := sub(), sub()
			return expr("expr/mul", "(§0 * §1)", max(a.Width, b.Width), a.Signed && b.Signed, a, b)
		}},
		{3, func() *tree.Node { return g.division(p, depth, w) }},
		{2, func() *tree.Node { return g.power(p, depth) }},
		{5, func() *tree.Node { // shifts
			op := pick(g, []struct{ name, text string }{{"shl", "<<"}, {"shr", ">>"}, {"ashl", "<<<"}, {"ashr", ">>>"}, {"ashr", ">>>"}})
			a := sub()
			b := g.amount(p, depth, a.Width)
			if (op.name == "shl" || op.name == "ashl") && !sizedTree(a) {
				for vague(a) { // Icarus 11 leaves out bits of it that the target has no room for, and x among them
					a = sub()
				}
				if !b.Const { // Icarus 11 may take 32 bits of what has a constant of more in it
					b = expr("literal/plain", fmt.Sprint(g.below(70)), 32, true)
				}
			}
			if op.name == "ashr" && g.chance(2) && sizedTree(a) {
				return expr("expr/signed ashr", "{($signed(§0) >>> §1)}", a.Width, false, a, b)
			}
			return expr("expr/"+op.name, "(§0 "+op.text+" §1)", a.Width, a.Signed, a, b)
		}},
		{6, func() *tree.Node { // comparisons
			op := pick(g, []struct{ name, text string }{{"lt", "<"}, {"le", "<="}, {"gt", ">"}, {"ge", ">="}, {"eq", "=="}, {"ne", "!="}, {"caseeq", "==="}, {"casene", "!=="}})
			if g.chance(8) && !p.net {
				if a, b := g.real(p, depth-1), g.real(p, depth-1); op.name != "caseeq" && op.name != "casene" {
					return expr("expr/real "+op.name, "(§0 "+op.text+" §1)", 1, false, a, b)
				}
			}
			if g.chance(12) {
				a := expr("expr/long", "(§0 "+pick(g, []string{"+", "-", "*", "&", "|", "^"})+" §1)", 64, false, g.leaf(p, 32), g.long())
				return expr("expr/"+op.name, "(§0 "+op.text+" §1)", 1, false, a, g.leaf(p, 40))
			}
			a := g.vec(p, depth-1, pick(g, []int{w, g.width(), 65 + g.below(64)}))
			b := g.vec(p, depth-1, a.Width)
			if g.chance(2) && sizedTree(a) && sizedTree(b) {
				return expr("expr/signed "+op.name, "($signed(§0) "+op.text+" $signed(§1))", 1, false, a, b)
			}
			return expr("expr/"+op.name, "(§0 "+op.text+" §1)", 1, false, a, b)
		}},
		{3, func() *tree.Node {
			op := pick(g, []struct{ name, text string }{{"logand", "&&"}, {"logor", "||"}})
			return expr("expr/"+op.name, "(§0 "+op.text+" §1)", 1, false, sub(), sub())
		}},
		{5, func() *tree.Node {
			op := pick(g, []struct{ name, text string }{{"not", "~"}, {"neg", "-"}, {"plus", "+"}, {"not", "~"}, {"neg", "-"}})
			a := sub()
			return expr("expr/"+op.name, "("+op.text+"§0)", a.Width, a.Signed, a)
		}},
		{4, func() *tree.Node {
			op := pick(g, []struct{ name, text string }{{"lognot", "!"}, {"redand", "&"}, {"redor", "|"}, {"redxor", "^"}, {"rednand", "~&"}, {"rednor", "~|"}, {"redxnor", "~^"}, {"redxnor", "^~"}})
			return expr("expr/"+op.name, "("+op.text+"§0)", 1, false, g.sized(p, depth-1, w)) // as in $signed
		}},
		{5, func() *tree.Node {
			c, a, b := sub(), sub(), sub()
			return expr("expr/cond", "(§0 ? §1 : §2)", max(a.Width, b.Width), a.Signed && b.Signed, c, a, b)
		}},
		{4, func() *tree.Node { // concatenation
			list := tree.NewList(", ")
			width := 0
			for range 1 + g.below(3) {
				k := g.sized(p, depth-1, w)
				if width+k.Width > maxWidth/2 {
					break
				}
				width += k.Width
				list.Add(k)
			}
			if width == 0 {
				return g.leaf(p, w)
			}
			list.Kids[0].Fixed = true
			n := expr("expr/concat", "{§0}", width, false, list)
			n.Const = all(list.Kids)
			return n
		}},
		{2, func() *tree.Node { // replication
			a := g.sized(p, depth-1, w)
			times := 1 + g.below(5)
			if a.Width*times > maxWidth/2 {
				return a
			}
			return expr("expr/replicate", "{§0{§1}}", a.Width*times, false, tree.NewNum(times, 1), a)
		}},
		{4, func() *tree.Node {
			// Icarus 11 gives unsized constants more than 32 bits here, too.
			a := g.sized(p, depth-1, pick(g, []int{w, 1 + g.below(w)}))
			if g.chance(2) {
				return expr("expr/$signed", "$signed(§0)", a.Width, true, a)
			}
			return expr("expr/$unsigned", "$unsigned(§0)", a.Width, false, a)
		}},
		{2, func() *tree.Node { return g.call(p, depth, w) }},
		{1, func() *tree.Node {
			if p.net {
				return sub()
			}
			return g.fromReal(p, depth)
		}},
	})
}

func all(kids []*tree.Node) bool {
	for _, k := range kids {
		if !k.Const {
			return false
		}
	}
	return true
}

// sized makes an expression whose width is its own: no unsized constant, as concatenations want it.
func (g *gen) sized(p *place, depth, w int) *tree.Node {
	for range 8 {
		n := g.vec(p, depth, w)
		if sizedTree(n) {
			return n
		}
	}
	n := g.literal(w)
	for !sizedTree(n) {
		n = g.literal(w)
	}
	return n
}

func sizedTree(n *tree.Node) bool {
	ok := true
	n.Walk(func(x *tree.Node) {
		if x.Name == "literal/plain" || x.Name == "literal/unsized" || x.Name == "literal/long" {
			ok = false
		}
	})
	return ok
}

// vague tells whether a constant without a size that has unknown bits is in n.
func vague(n *tree.Node) bool {
	found := false
	n.Walk(func(x *tree.Node) {
		found = found || x.Name == "literal/unsized" && strings.ContainsAny(x.Text, "xzXZ?")
	})
	return found
}

// ownWidth is sizedTree, but for the amounts of shifts.
func ownWidth(n *tree.Node) bool {
	switch n.Name {
	case "expr/shl", "expr/ashl", "expr/shr", "expr/ashr":
		return ownWidth(n.Kids[0])
	}
	return sizedTree(n)
}

// amount makes the right operand of a shift of w bits: small most of the time, about w now and then.
func (g *gen) amount(p *place, depth, w int) *tree.Node {
	switch g.below(5) {
	case 4:
		n := max(0, w-2+g.below(5))
		if g.chance(2) {
			return expr("expr/add", "(§0 + §1)", 9, false, expr("literal/decimal", fmt.Sprintf("9'd%d", n), 9, false), p.noResult(g.narrow(p, 1)))
		}
		return expr("literal/plain", fmt.Sprint(n), 32, true)
	case 0:
		return expr("literal/plain", fmt.Sprint(g.below(70)), 32, true)
	case 1:
		return p.noResult(g.leaf(p, 4))
	case 2:
		return p.noResult(g.vec(p, depth-2, 6))
	}
	return p.noResult(g.narrow(p, 1+g.below(7)))
}

// noResult is n, but not the result of the function around alone: of that, as an index or an amount, Icarus 11 makes code that vvp refuses.
func (p *place) noResult(n *tree.Node) *tree.Node {
	if p.result == "" || n.Text != p.result {
		return n
	}
	return expr("expr/and", fmt.Sprintf("(§0 & {%d{1'b1}})", n.Width), n.Width, false, n)
}

// narrow makes an expression of at most w bits, for indices and amounts.
func (g *gen) narrow(p *place, w int) *tree.Node {
	a := g.leaf(p, w)
	if a.Width <= w {
		return a
	}
	return expr("expr/and", "(§0 & §1)", a.Width, false, a, expr("literal/decimal", fmt.Sprintf("%d'd%d", w, (1<<w)-1), w, false))
}

// division keeps to 64 bits in nets: Icarus 11 divides wider nets wrongly. Where a negative number is extended to more it does in
// processes, too, or never ends.
func (g *gen) division(p *place, depth, w int) *tree.Node {
	op := pick(g, []struct{ name, text string }{{"div", "/"}, {"mod", "%"}})
	a, b := g.vec(p, depth-1, w), g.vec(p, depth-1, w)
	if p.net {
		a, b = g.leaf(p, 16), g.leaf(p, 16)
		if a.Width > 32 || b.Width > 32 {
			return a
		}
	}
	if width := max(a.Width, b.Width); w > 64 && width <= 64 && ownWidth(a) && ownWidth(b) {
		return expr("expr/"+op.name, "{(§0 "+op.text+" §1)}", width, false, a, b)
	}
	return expr("expr/"+op.name, "(§0 "+op.text+" §1)", max(a.Width, b.Width), a.Signed && b.Signed, a, b)
}

func (g *gen) power(p *place, depth int) *tree.Node {
	a := g.leaf(p, 8)
	if p.net {
		return a
	}
	if g.chance(3) && a.Width <= 16 {
		// Icarus 11 forgets the sign of exponents where the result has many bits: a concatenation keeps it narrow.
		b := g.leaf(p, 4)
		if b.Width <= 16 && !b.Const && sizedTree(a) {
			return expr("expr/pow signed", "{($signed(§0) ** $signed(§1))}", a.Width, false, a, b)
		}
	}
	b := g.narrow(p, 4)
	if a.Width > 32 { // beside a constant of more, Icarus 11 takes 32 bits
		return expr("expr/pow", "{(§0 ** $unsigned(§1))}", a.Width, false, a, b)
	}
	return expr("expr/pow", "(§0 ** $unsigned(§1))", a.Width, false, a, b)
}

// leaf makes a variable, a part of one, or a constant.
func (g *gen) leaf(p *place, w int) *tree.Node {
	var from []*Var
	for _, v := range p.read {
		if !v.Real && !(p.net && g.auto && v.Words > 0) {
			from = append(from, v)
		}
	}
	if len(from) == 0 || g.chance(4) {
		return g.literal(pick(g, []int{w, w, g.width(), 1 + g.below(8)}))
	}
	v := pick(g, from)
	for range 2 { // near the wanted width
		if o := pick(g, from); abs(o.Width-w) < abs(v.Width-w) {
			v = o
		}
	}
	return g.readVar(p, v)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// readVar reads a variable, or some of it.
func (g *gen) readVar(p *place, v *Var) *tree.Node {
	text, kids := v.Name, []*tree.Node(nil)
	kind := "read/"
	if v.Words > 0 {
		kind = "read/word "
		kids = append(kids, g.index(p, v.First, v.Last))
		text += "[§0]"
	} else if v.Net {
		kind = "read/net "
	} else if v.Param {
		kind = "read/parameter "
	}
	whole := func() *tree.Node {
		n := expr(kind+"whole", text, v.Width, v.Signed, kids...)
		n.Const = v.Param
		return n
	}
	if !v.Vector || v.Width == 1 || !g.chance(3) {
		return whole()
	}
	lo, hi := v.LSB, v.MSB
	up := lo <= hi
	if !up {
		lo, hi = hi, lo
	}
	part := func(name, sel string, width int, more ...*tree.Node) *tree.Node {
		n := expr(kind+name, text+sel, width, false, append(kids, more...)...)
		n.Const = false
		return n
	}
	at := len(kids)
	v.pin()
	bound := func() int { // now and then out of range
		if g.chance(10) {
			return lo - 2 + g.below(v.Width+4)
		}
		return lo + g.below(v.Width)
	}
	switch g.below(5) {
	case 0:
		i := bound()
		if i < lo || i > hi {
			return part("bit beyond", fmt.Sprintf("[%d]", i), 1)
		}
		return part("bit", fmt.Sprintf("[%d]", i), 1)
	case 1:
		return part("variable bit", fmt.Sprintf("[§%d]", at), 1, g.index(p, lo, hi))
	case 2:
		a, b := lo+g.below(v.Width), lo+g.below(v.Width)
		if a < b {
			a, b = b, a
		}
		if g.chance(10) && !v.Param {
			a += g.below(4)
		}
		if v.Signed && b == lo && a == hi { // as an index or an amount, the whole has its variable's sign in Icarus 11
			b++
		}
		if !up {
			a, b = b, a
		}
		return part("part", fmt.Sprintf("[%d:%d]", a, b), abs(a-b)+1)
	}
	width := 1 + g.below(min(v.Width, 40)) // Icarus 11 reads other bits of parts wider than the whole
	dir := pick(g, []string{"+", "-"})
	i := g.index(p, v.LSB, v.MSB)
	if i.Const || g.chance(4) { // Icarus 11 reads other bits where a constant part passes the bounds
		width = min(width, v.Width)
		if v.Signed && width == v.Width {
			width-- // as above
		}
		from := lo + g.below(v.Width-width+1)
		if dir == "-" {
			from += width - 1
		}
		return part("indexed part", fmt.Sprintf("[%d %s: %d]", from, dir, width), width)
	}
	return part("variable part", fmt.Sprintf("[§%d %s: §%d]", at, dir, at+1), width, i, tree.NewNum(width, 1))
}

// index makes an index that is in range most of the time.
func (g *gen) index(p *place, first, last int) *tree.Node {
	lo, hi := min(first, last), max(first, last)
	n := hi - lo + 1
	if g.chance(3) {
		return expr("literal/plain", fmt.Sprint(lo+g.below(n)), 32, true)
	}
	bits := 1
	for 1<<bits < n {
		bits++
	}
	a := p.noResult(g.narrow(p, min(bits+g.below(2), 8)))
	beyond := false
	a.Walk(func(x *tree.Node) { beyond = beyond || strings.HasSuffix(x.Name, " beyond") })
	if a.Const || beyond { // Icarus 11 makes code of constants out of range that vvp refuses, and extends the x of unknown ones
		return expr("literal/plain", fmt.Sprint(lo+g.below(n)), 32, true)
	}
	if !sizedTree(a) {
		a = expr("literal/binary", "1'b1", 1, false)
	}
	// Where the lowest element or bit is not number 0, Icarus 11 takes the distance to it in as few bits as the index has, so that it
	// wraps.
	if lo != 0 || first > last {
		// And an unsigned sum below zero is in range for it.
		return expr("expr/add", "($signed({1'b0, §0}) + §1)", 32, true, a, expr("literal/plain", fmt.Sprint(lo), 32, true))
	}
	return a
}

// fromReal makes a vector of a real.
func (g *gen) fromReal(p *place, depth int) *tree.Node {
	if g.chance(2) {
		return expr("expr/$rtoi", "$rtoi(§0)", 32, true, g.smallReal(p))
	}
	return expr("expr/$realtobits", "$realtobits(§0)", 64, false, g.smallReal(p))
}

// unsigned is a as it becomes a real: Icarus 11 takes x and z for other bits than 0 in negative numbers. Of more bits than a real
// has, it adds up one after the other, and rounds each time.
func (g *gen) unsigned(a *tree.Node) *tree.Node {
	if a.Width > 53 {
		a = expr("expr/and", "(§0 & §1)", a.Width, false, a, expr("literal/decimal", fmt.Sprintf("53'd%d", uint64(1)<<53-1), 53, false))
		a.Fixed = true
	}
	n := expr("expr/$unsigned", "$unsigned(§0)", a.Width, false, a)
	n.Fixed = true
	return n
}

// smallReal makes a real that fits 32 bits.
func (g *gen) smallReal(p *place) *tree.Node {
	a := g.unsigned(g.narrow(p, 12))
	n := expr("expr/real mul", "(§0 * §1)", 64, true, a, expr("literal/real", fmt.Sprintf("%d.%d", g.below(4), 1+g.below(99)), 64, true))
	n.Real = true
	return n
}

// real makes a real expression.
func (g *gen) real(p *place, depth int) *tree.Node {
	re := func(n *tree.Node) *tree.Node {
		n.Real, n.Width, n.Signed = true, 64, true
		return n
	}
	reals := p.reals()
	if depth <= 0 || g.chance(5) {
		switch {
		case len(reals) > 0 && !g.chance(3):
			n := re(expr("read/real", pick(g, reals).Name, 64, true))
			n.Const = false
			return n
		case g.chance(3):
			return re(expr("expr/$itor", "$itor(§0)", 64, true, g.unsigned(g.narrow(p, 20))))
		}
		return g.realLiteral()
	}
	switch g.below(8) {
	case 0, 1, 2, 3:
		op := pick(g, []struct{ name, text string }{{"add", "+"}, {"sub", "-"}, {"mul", "*"}, {"div", "/"}})
		a, b := g.real(p, depth-1), g.real(p, depth-1)
		if g.chance(4) {
			b = g.unsigned(g.leaf(p, 16)) // an integer that becomes a real
		}
		return re(expr("expr/real "+op.name, "(§0 "+op.text+" §1)", 64, true, a, b))
	case 4:
		return re(expr("expr/real neg", "(-§0)", 64, true, g.real(p, depth-1)))
	case 5:
		return re(expr("expr/real cond", "(§0 ? §1 : §2)", 64, true, g.defined(p), g.real(p, depth-1), g.real(p, depth-1)))
	case 6:
		if p.time {
			n := re(expr("expr/$realtime", "$realtime", 64, true))
			n.Const = false
			return n
		}
	}
	f := pick(g, []string{"$sqrt", "$floor", "$ceil", "$exp", "$ln", "$sin", "$atan"})
	return re(expr("expr/"+f, f+"(§0)", 64, true, g.real(p, depth-1)))
}

// defined makes a condition that is never unknown.
func (g *gen) defined(p *place) *tree.Node {
	a := g.leaf(p, 8)
	return expr("expr/caseeq", "(§0 === §1)", 1, false, a, g.literal(max(1, min(a.Width, 4))))
}
