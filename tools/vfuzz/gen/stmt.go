package gen

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// env is what a statement may use where it stands.
type env struct {
	p     *place
	write []*Var     // variables that may be assigned
	decls *tree.Node // where to declare more
	key   string     // of what is printed; empty: nothing is
	// wait allows statements that take time, and fork with them.
	wait bool
	// nonblocking says what assignments may be: never, sometimes, always.
	nonblocking int
	edges       []string // events to wait for, with the delay back to the process's own times: "@(posedge clk) #1"
	tasks       []*task
	auto        bool // in an automatic subroutine: its variables are no targets of nonblocking assignments, and are not printed by $strobe
	fn          bool // in a function
	loops       int  // around
}

const (
	never = iota
	sometimes
	always
)

// block makes begin-end of up to n statements.
func (g *gen) block(e *env, depth, n int) *tree.Node {
	list := tree.NewList("\n")
	for range 1 + g.below(n) {
		list.Add(g.stmt(e, depth))
	}
	return tree.NewStmt("stmt/block", "begin\n§0\nend", list)
}

// target makes something to assign to, and its width.
func (g *gen) target(e *env) (*tree.Node, int) {
	if len(e.write) > 1 && g.chance(8) {
		list := tree.NewList(", ")
		width := 0
		for range 2 + g.below(2) {
			n, w := g.single(e)
			list.Add(n)
			width += w
		}
		list.Kids[0].Fixed = true
		return &tree.Node{Name: "target/concat", Text: "{§0}", Kids: []*tree.Node{list}}, width
	}
	return g.single(e)
}

func (g *gen) vectors(from []*Var) []*Var {
	var out []*Var
	for _, v := range from {
		if !v.Real {
			out = append(out, v)
		}
	}
	return out
}

func (g *gen) single(e *env) (*tree.Node, int) {
	v := pick(g, g.vectors(e.write))
	n := &tree.Node{Name: "target/whole", Text: v.Name}
	if v.Words > 0 {
		n.Name = "target/word"
		n.Text += "[§0]"
		n.Kids = append(n.Kids, g.index(e.p, v.First, v.Last))
	}
	if !v.Vector || !g.chance(3) {
		return n, v.Width
	}
	v.pin()
	lo, hi := v.LSB, v.MSB
	up := lo <= hi
	if !up {
		lo, hi = hi, lo
	}
	at := len(n.Kids)
	i := g.index(e.p, v.LSB, v.MSB)
	kind := g.below(4)
	if v.Words > 0 && kind == 3 {
		kind = 1 // of a part of a word that begins below it, Icarus 11 stores nothing, or stops
	}
	if i.Const && (kind == 1 || kind == 3) {
		kind = 2 // a part of known place: those beyond the bounds are not for Icarus 11, whose vvp refuses them
	}
	switch kind {
	case 0:
		n.Name = "target/bit"
		n.Text += fmt.Sprintf("[%d]", lo+g.below(v.Width))
		return n, 1
	case 1:
		n.Name = "target/variable bit"
		n.Text += fmt.Sprintf("[§%d]", at)
		n.Kids = append(n.Kids, i)
		return n, 1
	case 2:
		a, b := lo+g.below(v.Width), lo+g.below(v.Width)
		if (a < b) == up {
			a, b = b, a
		}
		n.Name = "target/part"
		n.Text += fmt.Sprintf("[%d:%d]", a, b)
		return n, abs(a-b) + 1
	}
	width := 1 + g.below(min(v.Width, 40))
	n.Name = "target/variable part"
	n.Text += fmt.Sprintf("[§%d %s: §%d]", at, pick(g, []string{"+", "-"}), at+1)
	n.Kids = append(n.Kids, i, tree.NewNum(width, 1))
	return n, width
}

// assign makes an assignment, blocking or not, at once or later.
func (g *gen) assign(e *env, depth int) *tree.Node {
	if r := realsOf(e.write); len(r) > 0 && g.chance(6) {
		rhs := g.real(e.p, 2)
		if g.chance(4) {
			rhs = g.unsigned(g.vec(e.p, 2, 16))
		}
		if e.nonblocking == always {
			return tree.NewStmt("stmt/real nonblocking", pick(g, r).Name+" <= §0;", rhs)
		}
		return tree.NewStmt("stmt/real assign", pick(g, r).Name+" = §0;", rhs)
	}
	to, w := g.target(e)
	rhs := g.vec(e.p, depth, w)
	if g.chance(10) && !e.fn {
		rhs = g.real(e.p, 1) // rounds
		if !e.p.net {
			rhs = g.smallReal(e.p)
		}
	}
	nb := e.nonblocking == always || e.nonblocking == sometimes && g.chance(4)
	later := tree.New("")
	name := "stmt/blocking"
	op := "="
	if nb {
		op, name = "<=", "stmt/nonblocking"
	}
	if (e.wait || e.nonblocking == always) && g.chance(5) {
		// A nonblocking assignment that waits for an event takes place there and then in Icarus, in a race with others that
		// wait (see scene). When an assignment waits for an event, Icarus 11 loses the place of a part of a word, and all targets of a
		// concatenation but one do not wait.
		events := len(e.edges) > 0 && (!nb || g.racy) && to.Name != "target/concat" && !strings.Contains(to.Text, "][")
		switch k := g.below(5); {
		case k < 3 || !events:
			later = tree.New("#§0 ", g.ticks(e)).Fix()
			name += " delayed"
		case k == 3:
			later = tree.New(g.justEvent(e)).Fix()
			name += " event"
		default:
			later = tree.New("repeat (§0) "+g.justEvent(e), tree.NewNum(1+g.below(2), 0)).Fix()
			name += " repeat"
		}
		if !nb && later.Text[0] != '#' { // a blocking assignment goes on at the edge
			return tree.NewStmt(name, "begin §0 = §1§2; #1; end", to, later, rhs).Fix()
		}
	}
	return tree.NewStmt(name, "§0 "+op+" §1§2;", to, later, rhs)
}

func realsOf(from []*Var) []*Var {
	var out []*Var
	for _, v := range from {
		if v.Real && v.Words == 0 {
			out = append(out, v)
		}
	}
	return out
}

// justEvent is an event control without the way back: "@(posedge clk) ".
func (g *gen) justEvent(e *env) string { return pick(g, e.edges) + " " }

// ticks is a delay that keeps a process at its own times.
func (g *gen) ticks(e *env) *tree.Node {
	n := 4 * (1 + g.below(4))
	if g.racy {
		n = g.below(3)
	}
	if g.scaled && g.chance(3) { // rounds to n at the precision
		return tree.New(fmt.Sprintf("%d.0%d", n, g.below(5)))
	}
	return tree.NewNum(n, n)
}

// stmt makes a statement.
func (g *gen) stmt(e *env, depth int) *tree.Node {
	type way = choice[*tree.Node]
	ways := []way{{14, func() *tree.Node { return g.assign(e, 3) }}}
	if e.key != "" {
		ways = append(ways, way{5, func() *tree.Node { return g.print(e) }})
	}
	if depth > 0 {
		ways = append(ways,
			way{4, func() *tree.Node {
				if g.chance(2) {
					return tree.NewStmt("stmt/if", "if (§0) §1", g.vec(e.p, 2, 4), g.block(e, depth-1, 2))
				}
				// The inner statement is a block: an else belongs to the right if, whatever is left of it.
				return tree.NewStmt("stmt/if else", "if (§0) begin §1 end else §2", g.vec(e.p, 2, 4), g.stmt(e, depth-1), g.stmt(e, depth-1))
			}},
			way{4, func() *tree.Node { return g.caseStmt(e, depth) }},
			way{2, func() *tree.Node { return g.block(e, depth-1, 3) }},
			way{1, func() *tree.Node { return g.named(e, depth) }})
		if e.loops < 2 {
			ways = append(ways, way{3, func() *tree.Node { return g.loop(e, depth) }})
		}
		if e.wait {
			ways = append(ways, way{4, func() *tree.Node { return g.pause(e, depth) }}, way{2, func() *tree.Node { return g.fork(e, depth) }})
		}
		if len(e.tasks) > 0 && len(g.vectors(e.write)) > 0 {
			ways = append(ways, way{3, func() *tree.Node { return g.callTask(e) }})
		}
	}
	return choose(g, ways)
}

func (g *gen) caseStmt(e *env, depth int) *tree.Node {
	word := pick(g, []string{"case", "casez", "casex", "case"})
	w := 1 + g.below(6)
	sel := g.leaf(e.p, w)
	if g.chance(5) {
		sel = g.vec(e.p, 2, w)
	}
	known := word == "case" && g.chance(2) // the labels are numbers, for which gpga has tables
	arms := tree.NewList("\n")
	for range 1 + g.below(6) {
		labels := tree.NewList(", ")
		for range 1 + g.below(2) {
			l := g.label(max(1, min(sel.Width, 70)), word)
			if known {
				l.Text = strings.NewReplacer("x", "0", "z", "1", "?", "1").Replace(l.Text)
			} else if g.chance(6) {
				// Icarus 11 cuts leading zeros from constant labels, and then extends the sign of what it compares,
				// within $unsigned, and in what is left of ?:, too.
				if o := g.leaf(e.p, w); !signedBelow(sel) || o.Width <= sel.Width || !o.Const && !strings.HasPrefix(o.Name, "read/parameter") {
					l = o
				}
			}
			labels.Add(l)
		}
		labels.Kids[0].Fixed = true
		arms.Add(tree.NewItem("", "§0: §1", labels, g.stmt(e, depth-1)))
	}
	if g.chance(2) {
		arms.Add(tree.NewItem("stmt/case default", "default: §0", g.stmt(e, depth-1)))
	}
	if g.chance(8) { // reversed: which of several conditions holds
		sel = expr("literal/binary", "1'b1", 1, false)
	}
	arms.Kids[0].Fixed = true
	return tree.NewStmt("stmt/"+word, word+" (§0)\n§1\nendcase", sel, arms)
}

// signedBelow tells whether n may be signed when casts, and ?: of a constant, are taken away.
func signedBelow(n *tree.Node) bool {
	switch n.Name {
	case "expr/cond":
		return signedBelow(n.Kids[1]) || signedBelow(n.Kids[2])
	case "expr/$unsigned", "expr/plus":
		return signedBelow(n.Kids[0])
	}
	return n.Signed
}

// label makes a constant for an arm, with holes where word allows them.
func (g *gen) label(w int, word string) *tree.Node {
	b := []byte(g.bits(w))
	for i := range b {
		if word != "case" && g.chance(3) || g.chance(12) {
			b[i] = "z?x"[g.below(3)]
		}
	}
	return expr("literal/binary", fmt.Sprintf("%d'b%s", w, b), w, false)
}

// local declares an integer for loops.
func (g *gen) local(e *env) *Var {
	v := &Var{Name: g.name("i"), Width: 32, MSB: 31, Vector: true, Signed: true}
	e.decls.Add(tree.NewItem("decl/integer", "integer "+v.Name+";"))
	return v
}

func (g *gen) loop(e *env, depth int) *tree.Node {
	in := *e
	in.loops++
	n := tree.NewNum(1+g.below(4), 0)
	if g.chance(3) {
		count := n
		if g.chance(3) { // never unknown: Icarus 11 repeats for ever then
			count = expr("expr/shl", "(§0 << §1)", 3, false, g.defined(e.p), n)
			n.N = g.below(3)
			count = expr("expr/concat", "{3'd0, §0}", 4, false, count)
		}
		return tree.NewStmt("stmt/repeat", "repeat (§0) §1", count, g.block(&in, depth-1, 2))
	}
	i := g.local(e)
	p := *e.p
	p.read = append(append([]*Var(nil), p.read...), i)
	in.p = &p
	body := g.block(&in, depth-1, 2)
	switch g.below(4) {
	case 0:
		return tree.NewStmt("stmt/while", "begin "+i.Name+" = 0; while ("+i.Name+" < §0) begin "+i.Name+" = "+i.Name+" + 1; §1 end end", n, body)
	case 1:
		l := g.name("l")
		return tree.NewStmt("stmt/forever", "begin : "+l+"\n"+i.Name+" = 0; forever begin if ("+i.Name+" >= §0) disable "+l+"; "+i.Name+" = "+i.Name+" + 1; §1 end end", n, body)
	}
	step := pick(g, []string{"for (%s = 0; %s < §0; %s = %s + 1) §1", "for (%s = §0; %s > 0; %s = %s - 1) §1"})
	return tree.NewStmt("stmt/for", fmt.Sprintf(step, i.Name, i.Name, i.Name, i.Name), n, body)
}

// named makes a named block, with a variable of its own and a way out.
func (g *gen) named(e *env, depth int) *tree.Node {
	l := g.name("b")
	in := *e
	in.decls = tree.NewList("\n")
	start := tree.New("")
	if !e.auto && !e.fn {
		v := g.vector("n")
		// It keeps its value until the block is entered again: how often that is, is no matter.
		start = tree.New(v.Name+" = §0;\n", g.vec(e.p, 1, v.Width)).Fix()
		in.decls.Add(v.declare("reg"))
		in.write = append(append([]*Var(nil), e.write...), v)
		p := *e.p
		p.read = append(append([]*Var(nil), p.read...), v)
		in.p = &p
	}
	first := g.block(&in, depth-1, 2)
	out := tree.NewStmt("stmt/disable", "if (§0) disable "+l+";", g.vec(e.p, 1, 4))
	return tree.NewStmt("stmt/named block", "begin : "+l+"\n§0\n§4§1\n§2\n§3\nend", in.decls, first, out, g.stmt(&in, depth-1), start)
}

// pause takes time.
func (g *gen) pause(e *env, depth int) *tree.Node {
	if len(e.edges) > 0 && g.chance(3) {
		return tree.NewStmt("stmt/event control", g.justEvent(e)+"#1;").Fix()
	}
	if g.chance(2) {
		return tree.NewStmt("stmt/delay", "#§0;", g.ticks(e)).Fix()
	}
	return tree.NewStmt("stmt/delay", "#§0 §1", g.ticks(e), g.stmt(e, depth-1)).Fix()
}

// plainRead makes a variable as a whole.
func (g *gen) plainRead(e *env) *tree.Node {
	var from []*Var
	for _, v := range e.p.read {
		if !v.Real && v.Words == 0 && !v.Param {
			from = append(from, v)
		}
	}
	if len(from) == 0 {
		return expr("literal/binary", "1'b1", 1, false)
	}
	v := pick(g, from)
	n := expr("read/whole", v.Name, v.Width, v.Signed)
	n.Const, n.Fixed = false, true
	return n
}

// print shows something.
func (g *gen) print(e *env) *tree.Node {
	if r := realsOf(e.p.read); len(r) > 0 && g.chance(4) {
		f := pick(g, []string{"%g", "%f", "%e", "%0.3f", "%10.2e", "%b", "%d", "%h"})
		if f[len(f)-1] == 'g' && g.chance(2) {
			return tree.NewStmt("print/real "+f, fmt.Sprintf(`$display("%s %s", §0);`, e.key, f), g.real(e.p, 2))
		}
		if f == "%b" || f == "%d" || f == "%h" {
			return tree.NewStmt("print/real "+f, fmt.Sprintf(`$display("%s %s", §0);`, e.key, f), g.smallReal(e.p))
		}
		return tree.NewStmt("print/real "+f, fmt.Sprintf(`$display("%s %s", §0);`, e.key, f), g.real(e.p, 2))
	}
	f := pick(g, []string{"%b", "%b", "%h", "%h", "%d", "%d", "%0d", "%0h", "%o", "%0o", "%0b", "%s", "%c", "%t", "%0t", "%x", "%D", "%H", "%5d", "%12b", "%v"})
	what := shown(g.sized(e.p, 3, 8)) // Icarus 11 shows a bit more of what has unsized constants in it
	// Icarus 11 shows X for the first digit of an expression that is x throughout, where that stands for fewer bits than others,
	// and x for a variable (IEEE 1364-2005 17.1.1.4).
	if l := f[len(f)-1] | 0x20; l == 'h' || l == 'x' || l == 'o' {
		what = g.plainRead(e)
	}
	switch {
	case f == "%v":
		f = "%m"
		if e.fn || g.chance(2) {
			f = "%b"
		} else {
			return tree.NewStmt("print/%m", fmt.Sprintf(`$display("%s %%m");`, e.key))
		}
	case f == "%s" || f == "%c":
		// Bytes that are no characters are the terminal's business, not the simulator's.
		what = expr("literal/string", `"`+pick(g, []string{"a", "hello", "x y", "%"})+`"`, 8, false)
	case g.chance(8) && !e.auto && !e.fn && !g.racy:
		return tree.NewStmt("print/$strobe", fmt.Sprintf(`$strobe("%s s %s", §0);`, e.key, f), g.plainRead(e)) // Icarus 11 refuses others
	case g.chance(6):
		return tree.NewStmt("print/two", fmt.Sprintf(`$display("%s %%b ", §0,, §1);`, e.key), what, shown(g.sized(e.p, 2, 8)))
	case g.chance(8):
		word := pick(g, []string{"b", "h", "o"})
		return tree.NewStmt("print/$display"+word, fmt.Sprintf(`$display%s("%s ", §0);`, word, e.key), g.plainRead(e))
	}
	return tree.NewStmt("print/"+f, fmt.Sprintf(`$display("%s %s", §0);`, e.key, f), what)
}

// shown is what as it may be displayed: Icarus 11 gives $signed and $unsigned of a parameter as many columns as the parameter's own
// sign needs, and a signed word at a constant index as many as an unsigned one.
func shown(what *tree.Node) *tree.Node {
	cast := func(n *tree.Node) bool {
		return n.Name == "expr/$signed" || n.Name == "expr/$unsigned" || n.Name == "expr/plus"
	}
	bare := what
	for cast(bare) {
		bare = bare.Kids[0]
	}
	if what.Const && bare != what || bare.Name == "read/word whole" && bare.Signed && bare.Kids[0].Const {
		what = expr("expr/concat", "{§0}", what.Width, false, what)
		what.Fixed = true
	}
	return what
}
