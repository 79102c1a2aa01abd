package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/source"
)

// Model answers questions about an elaborated hierarchy in terms of the source: what a name means in a scope, how wide an
// expression is. It is for those who judge the source, as package lint does, and changes nothing of the design.
type Model struct{ e *elab }

// Design is the elaborated design.
func (m *Model) Design() *design.Design { return m.e.des }

// Files is the set of sources.
func (m *Model) Files() *source.Set { return m.e.set }

// Scopes lists all scopes, in the order of their making.
func (m *Model) Scopes() []Scope {
	out := make([]Scope, len(m.e.scopes))
	for i, s := range m.e.scopes {
		out[i] = Scope{m.e, s}
	}
	return out
}

// ScopeOf is the scope of one in the design.
func (m *Model) ScopeOf(d *design.Scope) Scope { return Scope{m.e, m.e.byDesign[d]} }

// quiet runs f; what f reports is dropped, and tells only that there was something.
func (e *elab) quiet(f func()) (clean bool) {
	diags := e.diags
	e.diags = diag.NewList(e.set)
	defer func() { e.diags = diags }()
	f()
	return !e.diags.HasErrors()
}

// Scope is a node of the hierarchy. Scopes are comparable; the zero Scope is none.
type Scope struct {
	e *elab
	s *scope
}

// Valid tells whether there is a scope.
func (s Scope) Valid() bool { return s.s != nil }

// Kind tells what the scope was declared as.
func (s Scope) Kind() design.ScopeKind { return s.s.d.Kind }

// Design is the scope in the design.
func (s Scope) Design() *design.Scope { return s.s.d }

// Module is the definition that encloses the scope.
func (s Scope) Module() *ast.Module { return s.s.module }

// Instance is the enclosing module instance, the scope itself for one.
func (s Scope) Instance() Scope { return Scope{s.e, s.s.inst} }

// InstancePos is where a module instance is made; NoPos for a top and for other scopes.
func (s Scope) InstancePos() source.Pos {
	if s.s.conns == nil || s.s.conns.inst == nil {
		return source.NoPos
	}
	return s.s.conns.inst.Pos()
}

// Parent is the scope around; for a module instance the one that instantiates it. It is none for a top.
func (s Scope) Parent() Scope {
	if s.s.parent == nil {
		return Scope{}
	}
	return Scope{s.e, s.s.parent}
}

// Items are the assignments, gates, instances, processes and declarations with values directly in a module instance or generate
// block, in source order.
func (s Scope) Items() []ast.Item { return s.s.items }

// Body is the statement of a task or function; nil for other scopes.
func (s Scope) Body() ast.Stmt {
	switch {
	case s.s.fnode != nil:
		return s.s.fnode.Body
	case s.s.tnode != nil:
		return s.s.tnode.Body
	}
	return nil
}

// Automatic tells whether the scope is an automatic task or function, or in one.
func (s Scope) Automatic() bool { return s.s.sub != nil && s.s.sub.Automatic }

// Block is the scope of a block in s: its own when it is named.
func (s Scope) Block(b *ast.Block) Scope {
	if in := s.e.blockScope(s.s, b); in != nil {
		return Scope{s.e, in}
	}
	return s
}

// Instances are the module instances that in made, more than one for an array.
func (s Scope) Instances(in *ast.Instance) []Scope {
	var out []Scope
	for _, x := range s.s.insts[in] {
		out = append(out, Scope{s.e, x})
	}
	return out
}

// Primitive is the user-defined primitive that in is an instance of; nil for an instance of a module.
func (s Scope) Primitive(in *ast.Instance) *ast.UDP { return s.s.prims[in] }

// Names lists what the scope declares, in source order.
func (s Scope) Names() []Name {
	out := make([]Name, len(s.s.order))
	for i, sym := range s.s.order {
		out[i] = Name{s.e, sym}
	}
	return out
}

// Declared is the name that the scope itself declares.
func (s Scope) Declared(name string) (Name, bool) {
	sym := s.s.names[name]
	return Name{s.e, sym}, sym != nil
}

// Lookup finds what a name means, seen from s (IEEE 1364-2005 12.5 to 12.7).
func (s Scope) Lookup(id *ast.Ident) (n Name, ok bool) {
	s.e.quiet(func() {
		if sym, _ := s.e.find(s.s, id); sym != nil {
			n, ok = Name{s.e, sym}, true
		}
	})
	return n, ok
}

// Value is what is known of an expression on its own (IEEE 1364-2005 5.4.1, 5.5.1).
type Value struct {
	Width   int // bits; 64 for a real
	Signed  bool
	Real    bool
	Unsized bool // a literal, or a parameter made of such, that has no size of its own
	Known   bool // constant without x and z
	Const   bool
	Bits    logic.Vec // Const and not Real
	Text    bool      // a string literal
}

// Value evaluates x as self-determined; ok is false where it has errors or names an array.
func (s Scope) Value(x ast.Expr) (v Value, ok bool) {
	signals, assigns := len(s.e.des.Signals), len(s.e.des.Assigns)
	defer func() {
		s.e.des.Signals, s.e.des.Assigns = s.e.des.Signals[:signals], s.e.des.Assigns[:assigns]
	}()
	ok = s.e.quiet(func() {
		n := s.e.bind(s.s, x)
		var m widthMode
		n.measure(&m)
		v = Value{Width: n.width, Signed: n.signed, Real: n.real}
		if n.kind == nodeLeaf {
			v.Unsized = n.how == leafUnsized || n.fill
			if isConst(n.leaf) && !n.real {
				v.Unsized = v.Unsized || m >= modeUnsized
			}
			v.Text = n.leaf.Str
		}
		if c := n.lowerSelf(); isConst(c) && !n.real {
			v.Const, v.Bits = true, c.Val
			v.Known = c.Val.IsKnown()
		}
	})
	return v, ok
}

// Int is the value of a constant expression; ok is false where it is not one, or unknown.
func (s Scope) Int(x ast.Expr) (i int64, ok bool) {
	clean := s.e.quiet(func() { i, ok = s.e.constInt(s.s, x) })
	return i, ok && clean
}

// Name is a declared name of a scope. Names are comparable.
type Name struct {
	e   *elab
	sym *symbol
}

// NameKind tells names apart.
type NameKind uint8

// Kinds of names.
const (
	NameOther NameKind = iota // a specparam
	NameNet
	NameVar
	NameParam
	NameGenvar
	NameEvent
	NameFunction
	NameTask
)

// Kind tells what the name stands for.
func (n Name) Kind() NameKind {
	switch n.sym.kind {
	case symParam:
		return NameParam
	case symGenvar:
		return NameGenvar
	case symEvent:
		return NameEvent
	case symFunc:
		return NameFunction
	case symTask:
		return NameTask
	case symSignal:
		if n.sym.decl != nil && n.sym.decl.Kind == design.DeclNet {
			return NameNet
		}
		return NameVar
	}
	return NameOther
}

// Text is the name itself.
func (n Name) Text() string { return n.sym.name }

// Pos is where it is declared, or where an implicit net is first used.
func (n Name) Pos() source.Pos { return n.sym.pos }

// Home is the scope that declares it.
func (n Name) Home() Scope { return Scope{n.e, n.sym.home} }

// Used tells whether elaboration has looked the name up.
func (n Name) Used() bool { return n.sym.touched }

// Implicit tells that a net has no declaration (IEEE 1364-2005 4.5).
func (n Name) Implicit() bool { return n.sym.implicit }

// Local tells that a parameter is a localparam.
func (n Name) Local() bool { return n.sym.param != nil && n.sym.param.Kind == ast.Localparam }

// Given is the expression that a parameter takes its value from, with the scope to read it in; ok is false for other names.
// Typed tells that the parameter was declared with a range or a type.
func (n Name) Given() (s Scope, x ast.Expr, typed, ok bool) {
	p := n.sym
	if p.kind != symParam || p.param == nil || p.passign == nil {
		return Scope{}, nil, false, false
	}
	typed = p.param.Range != nil || p.param.Type != ast.VarNone
	if p.over != nil && p.overScope != nil {
		return Scope{n.e, p.overScope}, p.over, typed, true
	}
	return Scope{n.e, p.home}, p.passign.Value, typed, true
}

// IntegerParam tells that a parameter was declared as integer or time.
func (n Name) IntegerParam() bool {
	return n.sym.param != nil && (n.sym.param.Type == ast.Integer || n.sym.param.Type == ast.Time)
}

// Port is the direction of a port, DirNone for other names.
func (n Name) Port() ast.Direction {
	if n.sym.port == nil {
		return ast.DirNone
	}
	return n.sym.port.Dir
}

// Range is the declared range, 0:0 for a scalar; Vector tells them apart.
func (n Name) Range() (r design.Range, vector bool) { return n.sym.vec, n.sym.vector }

// Ranges are the ranges that selects count in, outermost first: one, or several of a packed array.
func (n Name) Ranges() []design.Range {
	if n.sym.packed != nil {
		return n.sym.packed
	}
	return []design.Range{n.sym.vec}
}

// Width is the number of bits of one element.
func (n Name) Width() int {
	if n.sym.decl == nil || n.sym.decl.Signal == nil {
		return 0
	}
	return n.sym.decl.Signal.Width
}

// Array tells that the name is an array of nets or variables.
func (n Name) Array() bool { return len(n.sym.ranges) > 0 }

// Real tells that it holds a real value.
func (n Name) Real() bool { return n.sym.real }

// Integer tells that it was declared as integer or time.
func (n Name) Integer() bool {
	k := n.sym.vari
	return k != nil && (k.Kind == ast.Integer || k.Kind == ast.Time)
}

// Net is a net's type.
func (n Name) Net() design.NetType {
	if n.sym.decl == nil {
		return design.NetVar
	}
	return n.sym.decl.Type
}

// Signal is the storage of a net or variable, which connected ports share; nil for other names.
func (n Name) Signal() *design.Signal {
	if n.sym.decl == nil {
		return nil
	}
	return n.sym.decl.Signal
}

// Initial is the value in a variable's declaration; nil when there is none.
func (n Name) Initial() ast.Expr {
	if n.sym.vari != nil && n.sym.dcl != nil {
		return n.sym.dcl.Init
	}
	if n.sym.portDcl != nil {
		return n.sym.portDcl.Init
	}
	return nil
}

// Args are a task's or function's arguments, in order.
func (n Name) Args() []Name {
	var out []Name
	if n.sym.sc != nil {
		for _, p := range n.sym.sc.order {
			if p.port != nil {
				out = append(out, Name{n.e, p})
			}
		}
	}
	return out
}

// Ports are the ports of a module instance as names of its scope, in the order of its list; a port that is an expression has
// several names or none.
func (s Scope) Ports() [][]Name {
	out := make([][]Name, len(s.s.module.Ports))
	for i, p := range s.s.module.Ports {
		if p.Decl != nil || p.Expr == nil {
			if sym := s.s.names[p.Name]; sym != nil {
				out[i] = []Name{{s.e, sym}}
			}
			continue
		}
		for _, id := range portIdents(p.Expr) {
			if sym := s.s.names[id.Last()]; sym != nil {
				out[i] = append(out[i], Name{s.e, sym})
			}
		}
	}
	return out
}

// SpecifyExprs lists the names that module paths and timing checks of a module instance look at or write.
func (s Scope) SpecifyExprs() []ast.Expr {
	var out []ast.Expr
	add := func(list ...ast.Expr) {
		for _, x := range list {
			if !ast.IsEmpty(x) {
				out = append(out, x)
			}
		}
	}
	for _, p := range s.s.spec.paths {
		add(p.Cond, p.DataSource)
		add(p.Inputs...)
	}
	for _, c := range s.s.spec.checks {
		for _, a := range c.Args {
			switch a := a.(type) {
			case *ast.TimingEvent:
				add(a.Term, a.Cond)
			case ast.Expr:
				add(a)
			}
		}
	}
	return out
}

// EachStmt calls f for a statement of the design and all statements in it, outer ones first.
func EachStmt(st design.Stmt, f func(design.Stmt)) {
	walkStmt(st, func(st design.Stmt) bool {
		f(st)
		return true
	})
}
