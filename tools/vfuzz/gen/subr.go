package gen

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// function is a function that expressions may call.
type function struct {
	name string
	args []*Var
	ret  *Var
}

// task is a task that statements may enable.
type task struct {
	name    string
	args    []*Var
	dirs    []string
	waits   bool
	depth   *Var // an argument that counts down, of recursive ones
	private bool // its variables are its own: automatic
	prints  bool
}

// call makes a function's call.
func (g *gen) call(p *place, depth, w int) *tree.Node {
	if len(p.funcs) == 0 {
		return g.leaf(p, w)
	}
	f := pick(g, p.funcs)
	list := tree.NewList(", ")
	for _, a := range f.args {
		if a.Real {
			list.Add(g.real(p, depth-1).Fix())
		} else {
			list.Add(&tree.Node{Text: "§0", Fixed: true, Kids: []*tree.Node{g.vec(p, depth-2, a.Width)}})
		}
	}
	n := expr("expr/call", f.name+"(§0)", f.ret.Width, f.ret.Signed, list)
	n.Const = false
	return n
}

// function makes a function of its arguments alone. It gives its variables values before it reads them.
func (g *gen) function(known []*function) (*function, *tree.Node) {
	f := &function{name: g.name("f")}
	f.ret = &Var{Name: f.name, Width: g.width(), Signed: g.chance(3)}
	g.bounds(f.ret)
	auto := g.auto && !g.chance(3)
	recursive := auto && g.chance(2)
	decls := tree.NewList("\n")
	body := tree.NewList("\n")
	if recursive {
		f.args = append(f.args, &Var{Name: g.name("k"), Width: 2, MSB: 1, Vector: true})
	}
	for range 1 + g.below(3) {
		f.args = append(f.args, g.vector("a"))
	}
	e := &env{p: &place{funcs: known, result: f.name}, decls: decls, fn: true, auto: auto}
	for _, a := range f.args {
		decls.Add(a.declare("input").Fix())
		e.p.read = append(e.p.read, a)
	}
	e.write = append(e.write, f.args...)
	for range g.below(3) {
		v := g.vector("l")
		decls.Add(v.declare("reg").Fix())
		body.Add(tree.NewStmt("", v.Name+" = §0;", g.vec(&place{read: f.args}, 1, v.Width)).Fix())
		e.p.read = append(e.p.read, v)
		e.write = append(e.write, v)
	}
	body.Add(tree.NewStmt("", f.name+" = §0;", g.vec(e.p, 2, f.ret.Width)).Fix())
	e.write = append(e.write, f.ret)
	if recursive { // nothing else writes what counts
		e.write = e.write[1:]
	}
	e.p.read = append(e.p.read, f.ret)
	for range 1 + g.below(3) {
		body.Add(g.stmt(e, 2))
	}
	name := "function/static"
	word := "function "
	if auto {
		name, word = "function/automatic", "function automatic "
	}
	if recursive {
		name = "function/recursive"
		list := tree.NewList(", ", &tree.Node{Text: f.args[0].Name + " - 2'd1", Fixed: true})
		for _, a := range f.args[1:] {
			list.Add(&tree.Node{Text: "§0", Fixed: true, Kids: []*tree.Node{g.vec(e.p, 1, a.Width)}})
		}
		body.Add(tree.NewStmt("", fmt.Sprintf("if (%s !== 2'd0 && ^%s !== 1'bx) %s = §0 ^ %s(§1);", f.args[0].Name, f.args[0].Name, f.name, f.name), g.vec(e.p, 1, f.ret.Width), list))
	}
	return f, tree.NewItem(name, word+"§0"+f.name+";\n§1\nbegin\n§2\nend\nendfunction", f.ret.typeText(), decls, body)
}

// callTask enables a task. Its outputs go to variables of the caller.
func (g *gen) callTask(e *env) *tree.Node {
	t := pick(g, e.tasks)
	if t.waits && !e.wait || e.fn {
		return g.assign(e, 2)
	}
	list := tree.NewList(", ")
	for i, a := range t.args {
		switch {
		case t.depth == a:
			list.Add(&tree.Node{Text: "§0", Fixed: true, Kids: []*tree.Node{tree.NewNum(g.below(4), 0)}})
		case t.dirs[i] == "input":
			list.Add(&tree.Node{Text: "§0", Fixed: true, Kids: []*tree.Node{g.vec(e.p, 2, a.Width)}})
		default:
			to, _ := g.single(e)
			to.Fixed = true
			list.Add(to)
		}
	}
	return tree.NewStmt("stmt/task", t.name+"(§0);", list)
}

// task makes a task. owner gives what it may read and write besides its own; its statements take time where owner's do.
func (g *gen) task(owner *env) (*task, *tree.Node) {
	t := &task{name: g.name("t")}
	auto := g.auto && !g.chance(5)
	t.waits = owner.wait && g.chance(2)
	recursive := auto && g.chance(3)
	decls := tree.NewList("\n")
	e := &env{p: &place{funcs: owner.p.funcs, time: owner.p.time}, decls: decls, auto: auto, wait: t.waits, key: owner.key, edges: owner.edges}
	add := func(v *Var, dir string) {
		t.args = append(t.args, v)
		t.dirs = append(t.dirs, dir)
		decls.Add(v.declare(dir).Fix())
		e.p.read = append(e.p.read, v)
	}
	if recursive {
		t.depth = &Var{Name: g.name("k"), Width: 3, MSB: 2, Vector: true}
		add(t.depth, "input")
	}
	for range 1 + g.below(3) {
		v := g.vector("a")
		add(v, pick(g, []string{"input", "output", "inout", "input"}))
		e.write = append(e.write, v)
	}
	for range 1 + g.below(2) {
		v := g.vector("l")
		decls.Add(v.declare("reg").Fix())
		e.p.read = append(e.p.read, v)
		e.write = append(e.write, v)
	}
	// Icarus 11 leaves out the call of a task without statements, and what its outputs would bring.
	body := tree.NewList("\n", tree.NewStmt("", pick(g, e.write).Name+" = 1'b1;").Fix())
	for range 1 + g.below(4) {
		body.Add(g.stmt(e, 2))
	}
	name, word := "task/static", "task "
	if auto {
		name, word = "task/automatic", "task automatic "
	}
	if t.waits {
		name += " with delays"
	}
	if recursive {
		name += " recursive"
		list := tree.NewList(", ", &tree.Node{Text: t.depth.Name + " - 3'd1", Fixed: true})
		for i := range t.args[1:] {
			if t.dirs[i+1] == "input" {
				list.Add(&tree.Node{Text: "§0", Fixed: true, Kids: []*tree.Node{g.vec(e.p, 1, 8)}})
			} else {
				to, _ := g.single(e)
				for !all(to.Kids) { // Icarus 11 takes the variables of the activation that has ended for the index
					to, _ = g.single(e)
				}
				to.Fixed = true
				list.Add(to)
			}
		}
		body.Add(tree.NewStmt("", fmt.Sprintf("if (%s !== 3'd0) %s(§0);", t.depth.Name, t.name), list))
	}
	body.Walk(func(n *tree.Node) { t.prints = t.prints || strings.HasPrefix(n.Name, "print/") })
	return t, tree.NewItem(name, word+t.name+";\n§0\nbegin\n§1\nend\nendtask", decls, body)
}
