package gen

import (
	"fmt"
	"slices"

	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// module is a program's main module while it is made.
type module struct {
	g         *gen
	decls     *tree.Node
	subs      *tree.Node // functions and tasks
	items     *tree.Node
	vars      []*Var
	shared    []*Var // of scripts, in the racy stream
	strengths []*Var // nets whose strength is shown
	joined    []*Var // nets behind bidirectional switches
	funcs     []*function
}

// settled lists the variables that change at no other times than those of mask.
func (m *module) settled(mask When) []*Var {
	if m.g.racy {
		return append([]*Var(nil), m.vars...)
	}
	return m.only(mask)
}

// only is settled for what no race may enter, in either stream.
func (m *module) only(mask When) []*Var {
	var out []*Var
	for _, v := range m.vars {
		if v.When&^mask == 0 {
			out = append(out, v)
		}
	}
	return out
}

func (m *module) declare(v *Var, kind string) {
	m.decls.Add(v.declare(kind))
	m.vars = append(m.vars, v)
}

// module makes the program's main module and all that it needs.
func (g *gen) module() {
	m := &module{g: g, decls: tree.NewList("\n"), subs: tree.NewList("\n"), items: tree.NewList("\n")}
	m.parameters()
	m.stimulus()
	for range g.below(3) {
		f, n := g.function(m.funcs)
		m.subs.Add(n)
		m.funcs = append(m.funcs, f)
	}
	type way = choice[func()]
	ways := []way{
		{8, func() func() { return m.assign }},
		{4, func() func() { return m.always }},
		{3, func() func() { return m.clocked }},
		{3, func() func() { return m.script }},
		{2, func() func() { return m.delayed }},
		{2, func() func() { return m.latch }},
		{3, func() func() { return m.gates }},
		{2, func() func() { return m.wired }},
		{1, func() func() { return m.gateArray }},
		{1, func() func() { return m.trans }},
		{2, func() func() { return m.generated }},
		{4, func() func() { return m.udp }},
		{2, func() func() { return m.instance }},
	}
	for range 4 + g.below(8) {
		choose(g, ways)()
	}
	if g.chance(16) {
		m.monitor()
	}
	m.checkers()
	g.mods.Add(tree.NewItem("", "module v"+g.id+";\n§0\n§1\n§2\nendmodule", m.decls, m.subs, m.items))
}

func (m *module) parameters() {
	g := m.g
	for range g.below(3) {
		v := &Var{Name: g.name("P"), Param: true}
		c := g.sizedLiteral()
		v.Width, v.Signed = c.Width, c.Signed
		kind := pick(g, []string{"parameter", "localparam"})
		m.decls.Add(tree.NewItem("decl/"+kind, kind+" "+v.Name+" = §0;", c))
		m.vars = append(m.vars, v)
	}
}

func (g *gen) sizedLiteral() *tree.Node {
	for {
		n := g.literal(g.width())
		if sizedTree(n) && n.Name != "literal/string" {
			return n
		}
	}
}

// stimulus makes the variables that change every 20 ticks, the clock and the reset.
func (m *module) stimulus() {
	g := m.g
	m.decls.Add(tree.New("reg kick, clk, rst;").Fix())
	m.vars = append(m.vars, &Var{Name: "kick", Width: 1, When: AtStimulus}, &Var{Name: "rst", Width: 1, When: AtReset | Hazard})
	var mine []*Var
	for range 3 + g.below(5) {
		v := g.vector("s")
		v.When = AtStimulus
		m.declare(v, "reg")
		mine = append(mine, v)
	}
	// What @* blocks miss at time 0, if they start late, they see at 2, so that delayed nets have it before the first change at 20.
	steps := tree.NewList("\n", tree.New("#2 kick = 1; #18").Fix())
	for i := range 9 {
		sets := tree.NewList(" ")
		for _, v := range mine {
			if i > 0 && g.chance(4) {
				continue
			}
			val := g.literal(v.Width)
			if g.chance(6) {
				n := max(1, min(v.Width, 60))
				val = expr("literal/binary", fmt.Sprintf("{%d{%d'b%s}}", 1+v.Width/n, n, g.bits(n)), v.Width, false)
			}
			sets.Add(tree.NewStmt("", v.Name+" = §0;", val))
		}
		wait := "#20 "
		if i == 0 {
			wait = ""
		}
		steps.Add(tree.New(fmt.Sprintf("%skick = %d; §0", wait, i%2), sets).Fix())
	}
	m.items.Add(tree.NewItem("process/stimulus", "initial begin\n§0\nend", steps).Fix())
	m.items.Add(tree.NewItem("process/clock", "initial begin #20; forever begin #9 clk = 1; #8 clk = 0; #3; end end"))
	m.items.Add(tree.NewItem("process/reset", fmt.Sprintf("initial begin #24 rst = 1; #%d rst = 0; #%d rst = 1; #%d rst = 0; end", 20*(1+g.below(2)), 20*(1+g.below(3)), 20*(1+g.below(2)))))
}

// follows is when something changes that is a function of from.
func follows(n *tree.Node, from []*Var) When {
	used := map[string]bool{}
	n.Walk(func(x *tree.Node) {
		for i := 0; i < len(x.Text); {
			j := i
			for j < len(x.Text) && (x.Text[j] >= 'a' && x.Text[j] <= 'z' || x.Text[j] >= 'A' && x.Text[j] <= 'Z' || x.Text[j] >= '0' && x.Text[j] <= '9' || x.Text[j] == '_' || x.Text[j] == '.') {
				j++
			}
			if j > i {
				used[x.Text[i:j]] = true
			}
			i = max(j, i+1)
		}
	})
	when := Hazard
	for _, v := range from {
		if used[v.Name] {
			when |= v.When
		}
	}
	return when
}

// twice tells whether n reads one of the variables from more than once. Icarus 11 computes what it is once for each, and shows what comes
// of the old and the new value in passing.
func twice(n *tree.Node, from []*Var) bool {
	for _, v := range from {
		times := 0
		n.Walk(func(x *tree.Node) {
			if follows(tree.New(x.Text), []*Var{{Name: v.Name, When: AtReset}}) != Hazard {
				times++
			}
		})
		if times > 1 {
			return true
		}
	}
	return false
}

// assign makes a net and a continuous assignment to it, or to its parts.
func (m *module) assign() {
	g := m.g
	v := g.vector("w")
	v.Net = true
	p := &place{read: m.vars, net: true, funcs: m.funcs}
	rhs := g.vec(p, 3, v.Width)
	v.passing = g.racy && twice(rhs, m.vars)
	if v.Vector && v.Width > 2 && g.chance(5) {
		// The two halves have drivers of their own, in one target or in two assignments.
		v.pin()
		half := 1 + g.below(v.Width-1)
		up := v.LSB <= v.MSB
		at := v.LSB + half
		hi, lo := fmt.Sprintf("%s[%d:%d]", v.Name, v.MSB, at), fmt.Sprintf("%s[%d:%d]", v.Name, at-1, v.LSB)
		if !up {
			at = v.LSB - half
			hi, lo = fmt.Sprintf("%s[%d:%d]", v.Name, v.MSB, at), fmt.Sprintf("%s[%d:%d]", v.Name, at+1, v.LSB)
		}
		r2 := g.vec(p, 2, half)
		v.When = follows(rhs, m.vars) | follows(r2, m.vars)
		m.declare(v, "wire")
		if g.chance(2) {
			m.items.Add(tree.NewItem("net/assign concatenation", "assign {"+lo+", "+hi+"} = §0;", rhs))
		} else {
			m.items.Add(tree.NewItem("net/assign part", "assign "+hi+" = §0;", rhs), tree.NewItem("net/assign part", "assign "+lo+" = §0;", r2))
		}
		return
	}
	v.When = follows(rhs, m.vars)
	if g.chance(4) {
		m.decls.Add(tree.NewItem("net/declared with its value", "wire §0"+v.Name+" = §1;", v.typeText(), rhs))
		m.vars = append(m.vars, v)
		return
	}
	m.declare(v, "wire")
	m.items.Add(tree.NewItem("net/assign", "assign "+v.Name+" = §0;", rhs))
}

// delayed makes a net that follows the stimulus after a delay.
func (m *module) delayed() {
	g := m.g
	v := g.vector("d")
	v.Net, v.When = true, AtStimulus|Later|Hazard
	// What comes in passing may put off what is on its way.
	p := &place{read: m.only(AtStimulus | Hazard), net: true}
	// Icarus 11 delays the source with the copy where the value is a net through $unsigned.
	rhs := expr("expr/xor", "(§0 ^ §1)", v.Width, false, g.vec(p, 2, v.Width), g.leaf(p, v.Width))
	rhs.Fixed = true
	m.declare(v, "wire")
	d := func() *tree.Node { n := 4 * (1 + g.below(4)); return tree.NewNum(n, n) }
	if g.chance(2) {
		// The reset changes while the stimulus' change is on its way. It is read once, so that nothing comes in passing, and nothing
		// arrives when it changes.
		rhs = expr("expr/cond", "(rst ? §0 : §1)", v.Width, false, g.vec(p, 2, v.Width), rhs)
		rhs.Const, rhs.Fixed = false, true
		d = func() *tree.Node { n := 8 + 4*g.below(2); return tree.NewNum(n, n) }
	}
	switch g.below(3) {
	case 0:
		m.items.Add(tree.NewItem("net/assign delayed", "assign #§0 "+v.Name+" = §1;", d(), rhs))
	case 1:
		m.items.Add(tree.NewItem("net/assign rise fall", "assign #(§0, §1) "+v.Name+" = §2;", d(), d(), rhs))
	default:
		m.items.Add(tree.NewItem("net/assign rise fall off", "assign #(§0, §1, §2) "+v.Name+" = §3;", d(), d(), d(), rhs))
	}
}

// always makes a block that computes variables whenever something it reads changes.
func (m *module) always() {
	g := m.g
	read := m.vars
	var mine []*Var
	start := tree.NewList("\n")
	for range 1 + g.below(3) {
		v := g.vector("c")
		val := g.vec(&place{read: read, funcs: m.funcs}, 2, v.Width)
		start.Add(tree.NewStmt("", v.Name+" = §0;", val).Fix())
		mine = append(mine, v)
	}
	decls := tree.NewList("\n")
	e := &env{p: &place{read: append(append([]*Var(nil), read...), mine...), funcs: m.funcs}, write: mine, decls: decls}
	body := tree.NewList("\n")
	for range 1 + g.below(3) {
		body.Add(g.stmt(e, 2))
	}
	when := follows(start, read) | follows(body, read) | AtStimulus
	for _, v := range mine {
		v.When = when
		m.declare(v, "reg")
	}
	l := g.name("b")
	if g.racy && g.chance(2) {
		m.items.Add(tree.NewItem("process/racy always @*", "always @* begin : "+l+"\n§0\n§1\n§2\nend", decls, start, body))
		return
	}
	m.items.Add(tree.NewItem("process/always @*", "always @* begin : "+l+"\n§0\nif (kick) ;\n§1\n§2\nend", decls, start, body))
}

// latch keeps what it had, and reads only the stimulus itself.
func (m *module) latch() {
	g := m.g
	v := g.vector("h")
	v.When = AtStimulus | Hazard
	p := &place{read: m.settled(AtStimulus)}
	m.declare(v, "reg")
	m.items.Add(tree.NewItem("process/latch", "always @(kick) if (§0) "+v.Name+" = §1;", g.vec(p, 1, 3), tree.New("§0", g.vec(p, 2, v.Width))))
}

// clocked makes a process at the clock's edges.
func (m *module) clocked() {
	g := m.g
	var mine []*Var
	for range 1 + g.below(3) {
		v := g.vector("q")
		v.When = AtClock | Hazard
		if g.chance(5) {
			g.memory(v)
		}
		m.declare(v, "reg")
		mine = append(mine, v)
	}
	decls := tree.NewList("\n")
	// What follows the reset is not settled when the reset wakes a process.
	reset, mask := g.chance(3), AtStimulus|AtClock|Hazard
	if !reset {
		mask |= AtReset
	}
	e := &env{p: &place{read: m.settled(mask), funcs: m.funcs}, write: mine, decls: decls, nonblocking: always, edges: []string{"@(posedge clk)", "@(negedge clk)"}}
	edge := pick(g, []string{"posedge clk", "negedge clk", "clk", "posedge clk"})
	if g.racy && g.chance(2) { // an edge on what follows other things
		v := pick(g, g.vectors(m.vars))
		for range 20 {
			if v.Words == 0 && !v.Param && !v.passing && v != mine[0] {
				break
			}
			v = pick(g, g.vectors(m.vars))
		}
		if v.Words == 0 && !v.Param && !v.passing && !contains(mine, v) {
			edge = pick(g, []string{"posedge ", "negedge ", ""}) + v.Name
		}
	}
	l := g.name("b")
	body := g.block(e, 3, 4)
	if reset {
		for _, v := range mine {
			if v.Words == 0 {
				re := pick(g, []string{"posedge", "negedge"})
				m.items.Add(tree.NewItem("process/clocked with reset", "always @("+edge+" or "+re+" rst) begin : "+l+"\n§0\nif (rst) "+v.Name+" <= §1; else §2\nend", decls, g.literal(v.Width), body))
				return
			}
		}
	}
	m.items.Add(tree.NewItem("process/clocked", "always @("+edge+") begin : "+l+"\n§0\n§1\nend", decls, body))
}

// checkers print everything at times at which nothing changes.
func (m *module) checkers() {
	g := m.g
	k := g.key()
	list := tree.NewList("\n", tree.NewStmt("", `$display("`+k+` at %0t", $time);`))
	for _, v := range m.vars {
		name := v.Name
		if v.Words > 0 {
			for i := min(v.First, v.Last); i <= max(v.First, v.Last); i++ {
				list.Add(tree.NewStmt("", fmt.Sprintf(`$display("%s %s %%b", %s[%d]);`, k, name, name, i)))
			}
			continue
		}
		f := "%b"
		if slices.Contains(m.strengths, v) {
			f = "%v"
		} else if v.Real {
			f = "%g"
		} else if g.chance(4) {
			f = pick(g, []string{"%h", "%d", "%0d", "%o"})
		}
		list.Add(tree.NewStmt("", fmt.Sprintf(`$display("%s %s %s", %s);`, k, name, f, name)))
	}
	offset := pick(g, []int{27, 31, 35, 39})
	m.items.Add(tree.NewItem("process/checker", fmt.Sprintf("initial begin #%d; repeat (9) begin\n§0\n#%d; end end", offset, pick(g, []int{20, 20, 20, 4, 12})), list).Fix())
}
