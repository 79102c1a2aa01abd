package lint

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
)

// hidden reports names of inner scopes that hide one of an outer scope of the same module (IEEE 1364-2005 12.7). The names of
// loop variables, integers in both places, may repeat: hiding the outer one is what the inner one is for.
func (c *checker) hidden(s elab.Scope) {
	if s.Kind() == design.ScopeModule {
		return
	}
	for _, n := range s.Names() {
		if k := n.Kind(); k != elab.NameNet && k != elab.NameVar && k != elab.NameParam {
			continue
		}
		if s.Kind() == design.ScopeFunction && n.Text() == s.Design().Name || n.Implicit() {
			continue
		}
		for o := s.Parent(); o.Valid(); o = o.Parent() {
			old, ok := o.Declared(n.Text())
			if ok && !(old.Integer() && n.Integer()) && old.Kind() != elab.NameFunction && old.Kind() != elab.NameTask {
				c.warnNote(diag.LintShadow, nameAt(n), old.Pos(), "it is declared here", "'%s' hides a declaration of the scope around", n.Text())
				break
			}
			if o.Kind() == design.ScopeModule {
				break
			}
		}
	}
}

// instances marks the connections of module and primitive instances, and reports ports that are left out.
func (c *checker) instances(w *walker, s elab.Scope, it *ast.ModuleInst) {
	for _, p := range it.Params {
		if !ast.IsEmpty(p.Expr) {
			w.expr(s, p.Expr)
		}
	}
	for _, in := range it.Instances {
		if s.Primitive(in) != nil {
			for i, conn := range in.Conns {
				if ast.IsEmpty(conn.Expr) {
					continue
				}
				if i == 0 {
					w.target(s, conn.Expr, nil)
				} else {
					w.expr(s, conn.Expr)
				}
			}
			continue
		}
		list := s.Instances(in)
		if len(list) == 0 {
			for _, conn := range in.Conns { // an error, or a primitive that is not found
				if !ast.IsEmpty(conn.Expr) {
					w.expr(s, conn.Expr)
				}
			}
			continue
		}
		c.connections(w, s, it, in, list[0])
	}
}

func (c *checker) connections(w *walker, s elab.Scope, it *ast.ModuleInst, in *ast.Instance, inner elab.Scope) {
	ports := inner.Module().Ports
	names := inner.Ports()
	direction := func(i int) ast.Direction {
		dir := ast.DirNone
		for _, n := range names[i] {
			if d := n.Port(); dir == ast.DirNone || dir == d {
				dir = d
			} else {
				dir = ast.Inout
			}
		}
		return dir
	}
	connect := func(i int, x ast.Expr) {
		switch direction(i) {
		case ast.Output:
			w.target(s, x, nil)
		case ast.Inout:
			w.expr(s, x)
			w.target(s, x, nil)
		default:
			w.expr(s, x)
		}
	}
	seen := make([]bool, len(ports))
	star := false
	for k, conn := range in.Conns {
		i := k
		switch {
		case conn.Name == "*":
			star = true
			continue
		case conn.Name != "":
			i = -1
			for p := range ports {
				if ports[p].Name == conn.Name {
					i = p
				}
			}
		}
		if i < 0 || i >= len(ports) {
			continue
		}
		seen[i] = true
		if !ast.IsEmpty(conn.Expr) {
			connect(i, conn.Expr)
			continue
		}
		if ports[i].Name != "" && direction(i) != ast.Input {
			c.warn(diag.LintPinEmpty, in, "port '%s' of module '%s' is left open", ports[i].Name, it.Module)
		}
	}
	for i, p := range ports {
		switch {
		case seen[i] || p.Name == "":
		case star:
			span := ast.Span{From: in.Pos(), To: in.Pos()}
			connect(i, &ast.Ident{Span: span, Parts: []ast.NamePart{{Span: span, Name: p.Name}}})
		case direction(i) != ast.Input:
			c.warnNote(diag.LintPinMissing, in, p.Pos(), "the port is declared here", "port '%s' of module '%s' is not connected", p.Name, it.Module)
		}
	}
}

// edge reports posedge and negedge of vectors (IEEE 1364-2005 9.7.2).
func (c *checker) edge(s elab.Scope, it *ast.EventItem) {
	if it.Edge == ast.EdgeAny {
		return
	}
	if v, ok := s.Value(it.X); ok && !v.Real && v.Width > 1 {
		c.warn(diag.LintEdgeVector, it.X, "an edge looks at bit 0 of these %d bits only", v.Width)
	}
}
