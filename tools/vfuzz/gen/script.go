package gen

import (
	"fmt"

	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// fork makes fork-join whose branches write different variables and read no other branch's.
func (g *gen) fork(e *env, depth int) *tree.Node {
	all := append([]*Var(nil), e.write...)
	g.r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	n := 2 + g.below(2)
	branches := tree.NewList("\n")
	for i := range n {
		mine := all[i*len(all)/n : (i+1)*len(all)/n]
		if len(g.vectors(mine)) == 0 {
			continue
		}
		in := *e
		in.write = mine
		in.tasks = nil
		for _, t := range e.tasks {
			if i == 0 || t.private && !t.prints { // two activations' lines would have no order
				in.tasks = append(in.tasks, t)
			}
		}
		p := *e.p
		p.read = append([]*Var(nil), mine...)
		for _, v := range e.p.read {
			if !contains(e.write, v) && !(v.When&AtScript != 0) {
				p.read = append(p.read, v)
			}
		}
		in.p = &p
		if e.key != "" {
			in.key = g.key()
		}
		l := g.name("b")
		in.decls = tree.NewList("\n")
		body := g.block(&in, depth-1, 3)
		branches.Add(tree.NewStmt("", "begin : "+l+"\n§0\n§1\nend", in.decls, body))
	}
	return tree.NewStmt("stmt/fork", "fork\n§0\njoin", branches)
}

func contains(list []*Var, v *Var) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

// script makes an initial process with variables of its own, and what follows these.
func (m *module) script() {
	g := m.g
	var mine []*Var
	for range 2 + g.below(4) {
		v := g.vector("v")
		v.When = AtScript
		if g.chance(5) {
			g.memory(v)
		}
		m.declare(v, "reg")
		mine = append(mine, v)
	}
	if g.chance(3) {
		v := &Var{Name: g.name("r"), Real: true, Width: 64, Signed: true, When: AtScript}
		m.declare(v, "real")
		mine = append(mine, v)
	}
	if g.racy { // who writes last?
		mine = append(mine, m.shared...)
		m.shared = mine[:min(len(mine), 3)]
	}
	e := &env{write: mine, decls: m.decls, key: g.key(), wait: true, nonblocking: sometimes}
	e.p = &place{read: append(m.settled(AtStimulus|AtClock|AtReset|Hazard), mine...), funcs: m.funcs, time: true}
	e.edges = []string{"@(posedge clk)", "@(negedge clk)", "@(clk)"}
	for range g.below(3) {
		t, n := g.task(e)
		t.private = n.Name != "task/static" && n.Name != "task/static with delays"
		m.subs.Add(n)
		e.tasks = append(e.tasks, t)
	}
	body := tree.NewList("\n")
	for range 3 + g.below(6) {
		if g.chance(3) {
			body.Add(m.scene(e))
		} else {
			body.Add(g.stmt(e, 3))
		}
	}
	if g.chance(4) {
		m.items.Add(tree.NewItem("process/script loop", "initial begin #22; repeat (4) begin\n§0\n#4; end end", body))
	} else {
		m.items.Add(tree.NewItem("process/script", "initial begin #22;\n§0\nend", body))
	}
}

// scene makes a few statements that belong together: what one of them alone would not show.
func (m *module) scene(e *env) *tree.Node {
	g := m.g
	show := func(v *Var) *tree.Node {
		f := "%b"
		if v.Real {
			f = "%g"
		}
		if v.Words > 0 {
			return tree.NewStmt("", fmt.Sprintf(`$display("%s %%b", %s[%d]);`, e.key, v.Name, v.First))
		}
		return tree.NewStmt("", fmt.Sprintf(`$display("%s %s", %s);`, e.key, f, v.Name))
	}
	constant := func(w int) *tree.Node { return g.literal(w) }
	v := pick(g, g.vectors(e.write))
	step := func() *tree.Node { return tree.New("#§0;", g.ticks(e)).Fix() }
	switch g.below(11) {
	case 10: // a nonblocking assignment that waits for an event, to what only checkers read
		n := g.vector("v")
		n.When = AtScript | Later | Hazard
		m.declare(n, "reg")
		// Both wait for the same, which makes one the first, and so does the process: in a loop they would meet the next ones.
		on, times := g.justEvent(e), 2+g.below(2)
		text := fmt.Sprintf("begin %s <= %s§0; %s <= repeat (%d) %s§1; repeat (%d) %s; #1; end", n.Name, on, n.Name, times, on, times, on)
		return tree.NewStmt("scene/nonblocking event", text, g.vec(e.p, 2, n.Width), g.vec(e.p, 2, n.Width)).Fix()
	case 9: // text, of more or fewer characters than there is room for
		if v.Words > 0 {
			break
		}
		return tree.NewStmt("scene/string", "begin "+v.Name+" = \""+pick(g, []string{"a", "hello", "x y z", "0123456789abcdef"})+"\"; §0 end", show(v))
	case 0: // a net is forced and let go
		n := g.vector("w")
		n.When, n.Net = AtScript|Hazard, true
		m.declare(n, "wire")
		rhs := g.vec(&place{read: m.settled(AtStimulus | AtClock | AtReset | Hazard), net: true}, 2, n.Width)
		for rhs.Name == "expr/$signed" || rhs.Name == "expr/$unsigned" { // Icarus 11 forces the variable behind it, too
			rhs = rhs.Kids[0]
		}
		m.items.Add(tree.NewItem("net/assign", "assign "+n.Name+" = §0;", rhs))
		return tree.NewStmt("scene/force net", "begin force "+n.Name+" = §0; §1 §2 release "+n.Name+"; §3 §4 end", constant(n.Width), step(), show(n), step(), show(n))
	case 1: // a variable
		if v.Words > 0 {
			break
		}
		v.forced = true
		return tree.NewStmt("scene/force variable", "begin force "+v.Name+" = §0; §1 "+v.Name+" = §2; §3 release "+v.Name+"; §4 "+v.Name+" = §5; §6 end",
			constant(v.Width), step(), g.vec(e.p, 1, v.Width), show(v), show(v), g.vec(e.p, 1, v.Width), show(v))
	case 2: // procedural continuous assignment
		if v.Words > 0 {
			break
		}
		v.forced = true
		return tree.NewStmt("scene/assign", "begin assign "+v.Name+" = §0; §1 "+v.Name+" = §2; §3 deassign "+v.Name+"; §4 "+v.Name+" = §5; §6 end",
			constant(v.Width), step(), g.vec(e.p, 1, v.Width), show(v), show(v), g.vec(e.p, 1, v.Width), show(v))
	case 3: // an event
		ev := g.name("e")
		m.decls.Add(tree.NewItem("decl/event", "event "+ev+";"))
		return tree.NewStmt("scene/event", "fork begin @("+ev+"); §0 end begin §1 -> "+ev+"; end join", g.assign(e, 2), step())
	case 4: // wait
		f := &Var{Name: g.name("q"), Width: 1, When: AtScript}
		m.declare(f, "reg")
		return tree.NewStmt("scene/wait", "begin "+f.Name+" = 0; fork begin wait ("+f.Name+") §0 end begin §1 "+f.Name+" = 1; end join end", g.assign(e, 2), step())
	case 5: // disable from outside
		l := g.name("b")
		in := *e
		in.wait = false
		return tree.NewStmt("scene/disable", "fork begin : "+l+" §0 #20; §1 #20; §2 end begin #§3; disable "+l+"; end join", g.assign(&in, 2), g.assign(&in, 2), g.assign(&in, 2), tree.NewNum(8+20*g.below(2), 8))
	case 6: // nonblocking assignments in order, and what is read before they come
		if v.Words > 0 {
			break
		}
		return tree.NewStmt("scene/nonblocking", "begin "+v.Name+" <= §0; "+v.Name+" <= #§1 §2; "+v.Name+" = §3; §4 §5 §6 end", g.vec(e.p, 1, v.Width), g.ticks(e), g.vec(e.p, 1, v.Width), constant(v.Width), show(v), step(), show(v))
	case 7: // random numbers
		s := &Var{Name: g.name("s"), Width: 32, MSB: 31, Vector: true, Signed: true, When: AtScript}
		m.decls.Add(tree.NewItem("decl/integer", "integer "+s.Name+";"))
		call := pick(g, []string{"$random(%s)", "$dist_uniform(%s, -10, 100)", "$random(%s) %% 10", "$dist_poisson(%s, 5)", "$dist_normal(%s, 0, 100)", "$dist_exponential(%s, 20)"})
		return tree.NewStmt("scene/random", fmt.Sprintf("begin %s = §0; repeat (3) $display(\"%s %%0d %%0d\", "+call+", %s); end", s.Name, e.key, s.Name, s.Name), tree.NewNum(g.below(1000), 0))
	case 8: // text in a variable
		n := &Var{Name: g.name("s"), Width: 160, MSB: 159, Vector: true, When: AtScript}
		m.declare(n, "reg")
		f := pick(g, []string{"%0d", "%h", "%b", "%0h", "%o"})
		return tree.NewStmt("scene/$sformat", fmt.Sprintf(`begin $sformat(%s, "<%s>", §0); $display("%s %%0s", %s); end`, n.Name, f, e.key, n.Name), g.plainRead(e))
	}
	return g.stmt(e, 2)
}

func (g *gen) memory(v *Var) {
	v.Words = 2 + g.below(7)
	v.First = pick(g, []int{0, 0, 0, 1, 4, -2})
	v.Last = v.First + v.Words - 1
	if g.chance(4) {
		v.First, v.Last = v.Last, v.First
	}
}
