package gen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// bitOf makes an expression of one bit for a primitive's input.
func (g *gen) bitOf(p *place) *tree.Node {
	a := g.leaf(p, 1)
	if a.Width == 1 && sizedTree(a) {
		return a
	}
	op := pick(g, []string{"^", "&", "|", "!"})
	return expr("expr/reduced", "("+op+"§0)", 1, false, a)
}

// strength is a drive strength in parentheses, or nothing.
func (g *gen) strength() string {
	if !g.chance(3) {
		return ""
	}
	// Icarus 11 drives z instead of x where one strength is highz.
	levels := []string{"supply", "strong", "pull", "weak"}
	s0, s1 := pick(g, levels)+"0", pick(g, levels)+"1"
	if g.chance(2) {
		s0, s1 = s1, s0
	}
	return "(" + s0 + ", " + s1 + ") "
}

// drive makes a primitive of one of the kinds that drives target, with a drive strength now and then where it may have one: what
// it reads decides when that changes.
func (m *module) drive(target string, p *place, kinds []string, strengths bool) *tree.Node {
	g := m.g
	kind := pick(g, kinds)
	in := tree.NewList(", ")
	n := 1
	switch kind {
	case "and", "or", "nand", "nor", "xor", "xnor":
		n = 2 + g.below(3)
	case "cmos", "rcmos":
		n = 3
	case "buf", "not":
	default:
		n = 2
	}
	queued := slices.Contains(logicGates, kind)
	for range n {
		a := g.bitOf(p)
		// Icarus 11 computes what stands for an input in an event of its own, and such a primitive at once: the other input may have
		// changed twice when the first arrives.
		for k := 0; g.racy && !queued && a.Name != "read/whole" && a.Name != "read/net whole"; k++ {
			if a = g.bitOf(p); k == 20 {
				a = tree.New("kick")
				break
			}
		}
		if kind == "buf" || kind == "not" {
			// Icarus 11 puts out z until the input of buf and not is anything but z for the first time.
			op := pick(g, []struct{ name, text string }{{"and", "&"}, {"or", "|"}})
			a = expr("expr/"+op.name, "(§0 "+op.text+" kick)", 1, false, a)
			a.Const, a.Fixed = false, true
		}
		in.Add(&tree.Node{Text: "§0", Fixed: true, Kids: []*tree.Node{a}})
	}
	s := ""
	if strengths && !strings.HasSuffix(kind, "mos") {
		s = g.strength()
	}
	name := "gate/" + kind
	if s != "" {
		name += " with strength"
	}
	return tree.NewItem(name, kind+" "+s+g.name("u")+" ("+target+", §0);", in)
}

var (
	logicGates = []string{"and", "or", "nand", "nor", "xor", "xnor", "buf", "not"}
	threeState = []string{"bufif0", "bufif1", "notif0", "notif1"}
	switches   = []string{"nmos", "pmos", "cmos"}
)

// gates makes a net of one bit with one or several drivers. Icarus 11 takes what two drivers make that are each between a 0 and z,
// and not equally strong, for 0 (and for x where they are between 1 and z): so either one driver may be at z, or all are as strong.
func (m *module) gates() {
	g := m.g
	p := &place{read: m.vars, net: true}
	kind := pick(g, []string{"wire", "wire", "wire", "wand", "wor", "tri0", "tri1", "tri", "triand", "trior"})
	n := 1
	if kind != "wire" || g.chance(3) {
		n = 1 + g.below(3)
	}
	v := &Var{Name: g.name("g"), Width: 1, Net: true, When: Hazard}
	alike := n > 1 && g.chance(2)
	kinds := slices.Concat(logicGates, threeState, switches)
	if alike {
		kinds = slices.Concat(threeState, []string{"buf", "and"})
	} else if n > 1 {
		kinds = slices.Concat(threeState, switches, []string{"buf", "and"})
	}
	var items []*tree.Node
	for range n {
		var it *tree.Node
		switch {
		case !alike && g.chance(5):
			word := pick(g, []string{"pullup", "pulldown"})
			it = tree.NewItem("gate/"+word, word+" "+g.name("u")+" ("+v.Name+");")
		case !alike && g.chance(4):
			// Icarus 11 forgets the strengths where the value is an expression.
			it = tree.NewItem("net/assign with strength", "assign "+g.strength()+v.Name+" = "+pick(g, []string{"kick", "kick", "rst"})+";")
		default:
			it = m.drive(v.Name, p, kinds, !alike)
			if !alike && !slices.Contains(logicGates, strings.Fields(it.Text)[0]) {
				kinds = []string{"buf", "and", "nor", "xor"}
			}
		}
		v.When |= follows(it, m.vars)
		items = append(items, it)
	}
	m.declare(v, kind)
	m.items.Add(items...)
	m.strengths = append(m.strengths, v)
}

// has tells whether one of names is in n.
func has(n *tree.Node, names ...string) bool {
	found := false
	n.Walk(func(x *tree.Node) { found = found || slices.Contains(names, x.Name) })
	return found
}

// wired makes a vector with several drivers.
func (m *module) wired() {
	g := m.g
	p := &place{read: m.vars, net: true}
	v := g.vector("w")
	v.Net, v.When = true, Hazard
	kind := pick(g, []string{"wire", "wand", "wor", "tri0", "tri1", "tri"})
	var items []*tree.Node
	for i := range 2 + g.below(2) {
		a, c := g.vec(p, 2, v.Width), g.bitOf(p)
		for i > 0 && c.Const { // Icarus 11 does not tell what reads a net that constants leave at z from the start
			c = g.bitOf(p)
		}
		for c.Const && has(a, "expr/$signed", "expr/$unsigned") { // Icarus 11 drives the variable behind it, too
			a = g.vec(p, 2, v.Width)
		}
		it := tree.NewItem("net/assign to "+kind, "assign "+v.Name+fmt.Sprintf(" = §0 ? §1 : %d'bz;", v.Width), c, a)
		v.When |= follows(it, m.vars)
		v.passing = v.passing || g.racy && twice(it, m.vars)
		items = append(items, it)
	}
	m.declare(v, kind)
	m.items.Add(items...)
}

// gateArray makes an array of gates over the bits of a vector.
func (m *module) gateArray() {
	g := m.g
	p := &place{read: m.vars, net: true}
	v := g.vector("w")
	v.Net, v.Signed = true, false
	if v.Width > 40 {
		v.Width = 40
		g.bounds(v)
	}
	a := g.sized(p, 1, v.Width)
	b := g.bitOf(p)
	wide := expr("expr/concat", fmt.Sprintf("{%d'd0, §0}", v.Width), v.Width+a.Width, false, a)
	iv := &Var{Name: g.name("w"), Width: v.Width, MSB: v.Width - 1, Vector: v.Width > 1, Net: true}
	iv.When = follows(wide, m.vars)
	m.declare(iv, "wire")
	m.items.Add(tree.NewItem("net/assign", "assign "+iv.Name+" = §0;", wide))
	kind := pick(g, []string{"and", "or", "xor", "nand", "bufif1", "notif0", "nmos"})
	it := tree.NewItem("gate/array of "+kind, kind+" "+g.name("u")+fmt.Sprintf(" [%d:0] (", v.Width-1)+v.Name+", "+iv.Name+", §0);", b)
	v.When = follows(it, m.vars) | iv.When
	m.declare(v, "wire")
	m.items.Add(it)
}

// trans joins two nets by a bidirectional switch. What turns it on is behind none: Icarus 11 may see it one change late.
func (m *module) trans() {
	g := m.g
	p := &place{net: true}
	for _, v := range m.vars {
		if !slices.Contains(m.joined, v) {
			p.read = append(p.read, v)
		}
	}
	kind := pick(g, []string{"tran", "tranif0", "tranif1", "rtran", "rtranif0", "rtranif1"})
	sources := slices.Concat(logicGates, threeState)
	shown := g.chance(2)
	if kind[0] == 'r' { // as below
		sources = logicGates
	}
	var nets []*Var
	var items []*tree.Node
	when := When(Hazard)
	for i := range 2 {
		v := &Var{Name: g.name("g"), Width: 1, Net: true, passing: g.racy}
		if i == 0 || !g.chance(3) {
			// Shown, drivers are equally strong: Icarus 11 makes one level of the range of a known value's strength.
			it := m.drive(v.Name, p, sources, !shown)
			it.Text = strings.ReplaceAll(it.Text, "(supply", "(strong") // gpga reduces supplies before it resolves nets between switches
			it.Text = strings.ReplaceAll(it.Text, ", supply", ", strong")
			when |= follows(it, m.vars)
			items = append(items, it)
		}
		nets = append(nets, v)
	}
	ends := kind + " " + g.name("u") + " (" + nets[0].Name + ", " + nets[1].Name
	if strings.Contains(kind, "if") {
		c := g.bitOf(p)
		when |= follows(c, m.vars)
		items = append(items, tree.NewItem("gate/"+kind, ends+", §0);", c))
	} else {
		items = append(items, tree.NewItem("gate/"+kind, ends+");"))
	}
	for _, v := range nets {
		v.When = when
		m.declare(v, "wire")
		if shown {
			m.strengths = append(m.strengths, v)
		}
	}
	m.joined = append(m.joined, nets...)
	m.items.Add(items...)
}

// generated makes nets bit by bit, or under a condition.
func (m *module) generated() {
	g := m.g
	v := g.vector("w")
	v.Net = true
	if v.Width > 24 {
		v.Width = 24
	}
	v.Vector, v.LSB, v.MSB = true, 0, v.Width-1
	gv := &Var{Name: g.name("j"), Width: 32, MSB: 31, Signed: true, Param: true, When: AtReset}
	m.decls.Add(tree.NewItem("decl/genvar", "genvar "+gv.Name+";"))
	p := &place{read: append(append([]*Var(nil), m.vars...), gv), net: true}
	l := g.name("l")
	if g.chance(2) {
		// Icarus 11 takes as many bits of a genvar as its value needs, and more where a sum or a shift needs them, not those of an
		// integer (IEEE 1364-2005 12.4.1), and refuses it in concatenations.
		value := func() *tree.Node {
			a := g.vec(p, 2, 1)
			for follows(a, []*Var{gv}) != Hazard && has(a, "expr/shl", "expr/ashl", "expr/mul", "expr/pow", "literal/plain", "literal/unsized", "expr/concat", "expr/replicate", "expr/signed ashr") {
				a = g.vec(p, 2, 1)
			}
			return a
		}
		a, b := value(), value()
		it := tree.NewItem("generate/for", fmt.Sprintf("generate for (%s = 0; %s < %d; %s = %s + 1) begin : %s\nif (%s %% 2) assign %s[%s] = §0; else assign %s[%s] = §1;\nend endgenerate", gv.Name, gv.Name, v.Width, gv.Name, gv.Name, l, gv.Name, v.Name, gv.Name, v.Name, gv.Name), a, b)
		v.When = follows(it, m.vars)
		v.passing = g.racy && (twice(a, m.vars) || twice(b, m.vars))
		m.declare(v, "wire")
		m.items.Add(it)
		return
	}
	p.read = m.vars
	c := expr("literal/decimal", fmt.Sprintf("4'd%d", g.below(4)), 4, false)
	a, b := g.vec(p, 2, v.Width), g.vec(p, 2, v.Width)
	text := "generate if (§0) begin : " + l + "\nassign " + v.Name + " = §1; end else begin : " + l + "\nassign " + v.Name + " = §2; end endgenerate"
	name := "generate/if"
	if g.chance(2) {
		text = "generate case (§0) 0, 1: begin : " + l + "\nassign " + v.Name + " = §1; end default: begin : " + l + "\nassign " + v.Name + " = §2; end endcase endgenerate"
		name = "generate/case"
	}
	c.Fixed = true
	it := tree.NewItem(name, text, c, a, b)
	v.When = follows(it, m.vars)
	v.passing = g.racy && (twice(a, m.vars) || twice(b, m.vars))
	m.declare(v, "wire")
	m.items.Add(it)
}

// udp makes a user-defined primitive and an instance of it.
func (m *module) udp() {
	g := m.g
	name := "u" + g.id + "_" + g.name("p")
	n := 1 + g.below(3)
	var ins []string
	for i := range n {
		ins = append(ins, fmt.Sprintf("a%d", i))
	}
	rows := tree.NewList("\n")
	sequential := g.chance(2)
	lev := func() string { return pick(g, []string{"0", "1", "?", "b", "x"}) }
	seen := map[string]bool{}
	var had [][]string
	for range 2 + g.below(6) {
		var row []string
		for range n {
			row = append(row, lev())
		}
		out := pick(g, []string{"0", "1", "x"})
		if sequential {
			out = pick(g, []string{"0", "1", "x", "-"})
			if g.chance(2) {
				row[0] = pick(g, []string{"r", "f", "(01)", "(10)", "*", "p", "n", "(?1)", "(0?)"})
			}
			row = append(row, ":", pick(g, []string{"?", "0", "1", "b", "x"}))
		}
		key := strings.Join(row, " ")
		// Rows for the same inputs must have the same output (IEEE 1364-2005 8.1.4).
		clash := seen[key]
		for _, h := range had {
			clash = clash || overlap(row, h[:len(h)-1]) && h[len(h)-1] != out
		}
		if clash {
			continue
		}
		had = append(had, append(slices.Clone(row), out))
		seen[key] = true
		rows.Add(tree.NewItem("", key+" : "+out+";"))
	}
	rows.Kids[0].Fixed = true
	head := "primitive " + name + " (o, " + strings.Join(ins, ", ") + ");\noutput o; input " + strings.Join(ins, ", ") + ";"
	kind := "udp/combinational"
	p := &place{read: m.vars, net: true}
	v := &Var{Name: g.name("g"), Width: 1, Net: true}
	conns := tree.NewList(", ")
	if sequential {
		kind = "udp/sequential"
		head += " reg o;"
		if g.chance(2) {
			head += " initial o = 1'b" + pick(g, []string{"0", "1", "x"}) + ";"
		}
		p = &place{read: m.settled(AtStimulus), net: true}
		v.When = AtStimulus | AtClock | Later | Hazard
		conns.Add(tree.New("clk").Fix())
		// One input changes with the stimulus at most, and the clock at other times.
		if n > 1 {
			conns.Add(tree.New("kick").Fix())
		}
		if n > 2 {
			conns.Add(tree.New("rst").Fix())
		}
	} else {
		for range n {
			conns.Add(&tree.Node{Text: "§0", Fixed: true, Kids: []*tree.Node{g.bitOf(p)}})
		}
		v.When = follows(conns, m.vars)
	}
	m.g.mods.Add(tree.NewItem(kind, head+"\ntable\n§0\nendtable\nendprimitive", rows))
	m.declare(v, "wire")
	m.items.Add(tree.NewItem("udp/instance", name+" "+g.name("u")+" ("+v.Name+", §0);", conns))
}

// overlap tells whether two rows of a primitive may fit at the same time. Edges are taken to fit whatever there is, but for
// those from rows of levels, which go first.
func overlap(a, b []string) bool {
	levels := map[string]string{"0": "0", "1": "1", "x": "x", "b": "01", "?": "01x"}
	for i := range a {
		x, y := levels[a[i]], levels[b[i]]
		if a[i] != ":" && x != "" && y != "" && !strings.ContainsAny(x, y) {
			return false
		}
	}
	return true
}

// instance makes a module of nets and @* blocks, and an instance of it.
func (m *module) instance() {
	g := m.g
	name := "v" + g.id + "_" + g.name("m")
	sub := &module{g: g, decls: tree.NewList("\n"), subs: tree.NewList("\n"), items: tree.NewList("\n")}
	ports := tree.NewList(", ")
	conns := tree.NewList(", ")
	p := &place{read: m.vars, net: true}
	byName := g.chance(2)
	connect := func(port string, n *tree.Node) {
		if byName {
			conns.Add(tree.New("."+port+"(§0)", n).Fix())
		} else {
			conns.Add(tree.New("§0", n).Fix())
		}
	}
	over := tree.New("")
	if g.chance(2) {
		par := &Var{Name: g.name("P"), Param: true, Width: 8, Vector: true, MSB: 7}
		sub.vars = append(sub.vars, par)
		sub.decls.Add(tree.NewItem("decl/parameter with range", "parameter [7:0] "+par.Name+" = §0;", tree.NewNum(g.below(256), 0)))
		switch g.below(3) {
		case 0:
			over = tree.New("#(§0) ", tree.NewNum(g.below(300), 0))
		case 1:
			over = tree.New("#(."+par.Name+"(§0)) ", tree.NewNum(g.below(300), 0))
		}
	}
	when := When(Hazard)
	for range 1 + g.below(3) {
		v := g.vector("a")
		v.Net = true
		ports.Add(tree.New(v.Name).Fix())
		sub.decls.Add(v.declare("input").Fix())
		sub.vars = append(sub.vars, v)
		a := g.sized(p, 2, v.Width)
		if a.Width != v.Width { // Icarus 11 forgets the sign that $signed gives to what is extended to a port's width
			a = expr("expr/concat", "{§0}", a.Width, false, a)
			a.Fixed = true
		}
		when |= follows(a, m.vars)
		connect(v.Name, a)
	}
	kick := &Var{Name: "kick", Width: 1, Net: true}
	ports.Add(tree.New(kick.Name).Fix())
	sub.decls.Add(kick.declare("input").Fix())
	sub.vars = append(sub.vars, kick)
	connect(kick.Name, tree.New("kick"))
	for range 1 + g.below(3) {
		if g.chance(3) {
			sub.always()
		} else {
			sub.assign()
		}
	}
	for range 1 + g.below(2) {
		v := g.vector("o")
		v.Net, v.When = true, when|AtStimulus
		ports.Add(tree.New(v.Name).Fix())
		sub.decls.Add(v.declare("output").Fix())
		sub.items.Add(tree.NewItem("net/assign", "assign "+v.Name+" = §0;", g.vec(&place{read: sub.vars, net: true}, 2, v.Width)))
		// Inside, several inputs, or nets, can follow one variable.
		to := &Var{Name: g.name("w"), Width: v.Width, Signed: g.chance(3), Net: true, When: v.When, passing: g.racy}
		if g.chance(3) {
			to.Width = g.width() // another width than the port's
		}
		g.bounds(to)
		m.declare(to, "wire")
		connect(v.Name, tree.New(to.Name))
	}
	// The module's other variables are printed by name through the hierarchy.
	g.mods.Add(tree.NewItem("module/instantiated", "module "+name+" (§0);\n§1\n§2\n§3\nendmodule", ports, sub.decls, sub.subs, sub.items))
	inst := g.name("u")
	m.items.Add(tree.NewItem("module/instance", name+" §0"+inst+" (§1);", over, conns))
	for _, v := range sub.vars {
		if !v.Net && !v.Param && v.Words == 0 && g.chance(2) {
			m.vars = append(m.vars, &Var{Name: inst + "." + v.Name, Width: v.Width, MSB: v.MSB, LSB: v.LSB, Vector: v.Vector, Signed: v.Signed, When: AtScript | Later | Hazard | when})
		}
	}
}
