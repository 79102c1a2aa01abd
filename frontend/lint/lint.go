package lint

import (
	"fmt"
	"sort"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
	"github.com/gpga/gpga/frontend/source"
)

// Check reports what it finds in the model's design to diags.
func Check(m *elab.Model, diags *diag.List) {
	c := &checker{m: m, diags: diags, decls: map[source.Pos]*declaration{}, outside: map[elab.Name]bool{}, extents: map[measure]extent{}}
	walked := map[string]bool{}
	skip := map[elab.Scope]bool{}
	for _, s := range m.Scopes() {
		if s.Kind() != design.ScopeModule {
			continue
		}
		key := signature(s)
		skip[s] = walked[key]
		walked[key] = true
	}
	for _, s := range m.Scopes() {
		if skip[s.Instance()] {
			continue
		}
		c.scopes = append(c.scopes, s)
		c.hidden(s)
		switch s.Kind() {
		case design.ScopeModule, design.ScopeGenerate:
			c.items(s)
		case design.ScopeTask, design.ScopeFunction:
			c.routine(s)
		}
	}
	c.processes()
	c.usage()
	c.unusedNames()
	c.drivers()
}

// signature is equal for instances of one module with equal parameters, which are alike in all that lint looks at.
func signature(s elab.Scope) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d", s.Module().Pos())
	for _, d := range s.Design().Decls {
		if d.Kind == design.DeclParam && d.Value != nil {
			fmt.Fprintf(&b, "|%s=%s%v", d.Name, d.Value.Val, d.Value.RealVal)
		}
	}
	return b.String()
}

// checker is the state of one Check.
type checker struct {
	m       *elab.Model
	diags   *diag.List
	scopes  []elab.Scope // those that are looked at
	decls   map[source.Pos]*declaration
	procs   []*process
	extents map[measure]extent
	outside map[elab.Name]bool // read by assignments, connections, tasks and functions
}

// at is a range of the source.
type at interface {
	Pos() source.Pos
	End() source.Pos
}

func (c *checker) warn(code diag.Code, n at, format string, args ...any) {
	c.diags.Add(diag.Diagnostic{Code: code, Severity: diag.Warning, Pos: n.Pos(), End: n.End(), Message: fmt.Sprintf(format, args...)})
}

func (c *checker) warnNote(code diag.Code, n at, note source.Pos, noteText, format string, args ...any) {
	c.diags.Add(diag.Diagnostic{Code: code, Severity: diag.Warning, Pos: n.Pos(), End: n.End(), Message: fmt.Sprintf(format, args...),
		Notes: []diag.Diagnostic{{Severity: diag.Note, Pos: note, Message: noteText}}})
}

// nameAt is a declaration's name as a range.
func nameAt(n elab.Name) at { return ast.Span{From: n.Pos(), To: n.Pos().Add(len(n.Text()))} }

// items looks at what stands directly in a module instance or generate block.
func (c *checker) items(s elab.Scope) {
	w := &walker{c: c}
	for _, it := range s.Items() {
		switch it := it.(type) {
		case *ast.NetDecl:
			for _, d := range it.Names {
				if d.Init != nil {
					id := idOf(d)
					w.expr(s, d.Init)
					w.target(s, id, nil)
					c.assignWidth(s, id, d.Init)
				}
			}
		case *ast.VarDecl:
			for _, d := range it.Names {
				if d.Init != nil {
					w.expr(s, d.Init)
					w.initial = true
					w.target(s, idOf(d), nil)
					w.initial = false
					c.assignWidth(s, idOf(d), d.Init)
				}
			}
		case *ast.ContAssign:
			for _, a := range it.Assigns {
				w.expr(s, a.RHS)
				w.target(s, a.LHS, nil)
				c.assignWidth(s, a.LHS, a.RHS)
			}
		case *ast.GateInst:
			for _, in := range it.Instances {
				c.gate(w, s, it.Gate, in)
			}
		case *ast.ModuleInst:
			c.instances(w, s, it)
		case *ast.Initial, *ast.Always:
			c.process(s, it)
		}
	}
	for _, x := range s.SpecifyExprs() {
		w.expr(s, x)
		w.quietTarget(s, x)
	}
}

func idOf(d *ast.Declarator) *ast.Ident {
	span := ast.Span{From: d.Pos(), To: d.Pos().Add(len(d.Name))}
	return &ast.Ident{Span: span, Parts: []ast.NamePart{{Span: span, Name: d.Name}}}
}

// routine looks at the body of a task or function.
func (c *checker) routine(s elab.Scope) {
	w := &walker{c: c}
	if b := s.Body(); b != nil {
		w.stmt(s, b)
		c.caseItems(s, b, true)
	}
}

// gate marks the terminals of a primitive (IEEE 1364-2005 clause 7).
func (c *checker) gate(w *walker, s elab.Scope, kind ast.GateKind, in *ast.Instance) {
	n := len(in.Conns)
	for i, conn := range in.Conns {
		if ast.IsEmpty(conn.Expr) {
			continue
		}
		out, both := i == 0, false
		switch kind {
		case ast.GateBuf, ast.GateNot:
			out = i < n-1
		case ast.GatePullup, ast.GatePulldown:
			out = true
		case ast.GateTran, ast.GateRtran, ast.GateTranif0, ast.GateTranif1, ast.GateRtranif0, ast.GateRtranif1:
			both, out = i < 2, i < 2
		}
		if out {
			w.target(s, conn.Expr, nil)
		}
		if !out || both {
			w.expr(s, conn.Expr)
		}
	}
}

// sortedDecls lists all declarations in source order.
func (c *checker) sortedDecls() []*declaration {
	out := make([]*declaration, 0, len(c.decls))
	for _, d := range c.decls {
		out = append(out, d)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].name.Pos() < out[j].name.Pos() })
	return out
}
