package elab

import (
	"slices"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/source"
)

// register enters all names of items into s and notes what later phases must elaborate. Instances and generate
// constructs are left to instantiate.
func (e *elab) register(s *scope, items []ast.Item) {
	for _, it := range items {
		switch it := it.(type) {
		case *ast.ParamDecl:
			e.registerParams(s, it)
		case *ast.PortDecl:
			for _, d := range it.Names {
				e.registerPort(s, it, d)
			}
		case *ast.NetDecl:
			e.registerNets(s, it)
		case *ast.VarDecl:
			e.registerVars(s, it)
		case *ast.EventDecl:
			for _, d := range it.Names {
				e.add(s, &symbol{kind: symEvent, name: d.Name, pos: d.Pos(), dcl: d})
			}
		case *ast.GenvarDecl:
			for _, d := range it.Names {
				e.add(s, &symbol{kind: symGenvar, name: d.Name, pos: d.Pos(), state: stateDone})
			}
		case *ast.FuncDecl:
			e.registerFunc(s, it)
		case *ast.TaskDecl:
			e.registerTask(s, it)
		case *ast.ContAssign:
			s.items = append(s.items, it)
		case *ast.GateInst:
			s.items = append(s.items, it)
			for _, in := range it.Instances {
				e.primitiveName(s, in)
			}
		case *ast.Initial:
			s.items = append(s.items, it)
			e.registerBlocks(s, it.Body)
		case *ast.Always:
			s.items = append(s.items, it)
			e.registerBlocks(s, it.Body)
		case *ast.ModuleInst:
			s.items = append(s.items, it)
		case *ast.GenRegion:
			for _, x := range it.Items {
				if _, nested := x.(*ast.GenRegion); nested {
					e.diags.Errorf("E2034", x.Pos(), "generate regions cannot be nested (IEEE 1364-2005 12.4)")
				}
			}
			e.register(s, it.Items)
		case *ast.GenBlock:
			if it.Name == "" {
				e.register(s, it.Items)
			}
		case *ast.Specify:
			e.registerSpecify(s, it)
		case *ast.Defparam:
			for _, a := range it.Assigns {
				e.defs = append(e.defs, &pendingDefparam{s: s, a: a})
			}
		}
	}
}

// primitiveName enters the name of an instance of a primitive, which nothing else in the scope may have (IEEE 1364-2005 4.11).
func (e *elab) primitiveName(s *scope, in *ast.Instance) {
	if in.Name == "" {
		return
	}
	if old, ok := s.gateNames[in.Name]; ok {
		e.duplicate(in.Name, in.Pos(), old)
		return
	}
	if s.gateNames == nil {
		s.gateNames = map[string]source.Pos{}
	}
	s.gateNames[in.Name] = in.Pos()
}

func (e *elab) registerParams(s *scope, p *ast.ParamDecl) {
	kind := symParam
	if p.Kind == ast.Specparam {
		kind = symSpecparam
	}
	for _, a := range p.Names {
		if a.Pulse {
			continue
		}
		if len(a.Dims) > 0 {
			e.diags.Errorf("E9003", a.Pos(), "a parameter cannot be an array (IEEE 1364-2005 4.10)")
		}
		e.add(s, &symbol{kind: kind, name: a.Name, pos: a.Pos(), param: p, passign: a})
	}
}

// registerPort merges a port declaration with the net or variable of the same name (IEEE 1364-2005 12.3.3).
func (e *elab) registerPort(s *scope, p *ast.PortDecl, d *ast.Declarator) {
	if old := s.names[d.Name]; old != nil && old.kind == symSignal && old.port == nil && old.home == s {
		old.port, old.portDcl = p, d
		if p.Net != ast.NetImplicit || p.Var != ast.VarNone {
			e.duplicate(d.Name, d.Pos(), old.pos)
		}
		if s.sub != nil {
			e.portOrder(s, old)
		}
		return
	}
	sym := e.add(s, &symbol{kind: symSignal, name: d.Name, pos: d.Pos(), port: p, portDcl: d})
	if p.Var != ast.VarNone && d.Init != nil {
		s.items = append(s.items, &ast.VarDecl{Span: p.Span, Kind: p.Var, Signed: p.Signed, Range: p.Range, Inner: p.Inner, Names: []*ast.Declarator{d}})
	}
	if s.sub != nil && sym.port == p {
		e.portOrder(s, sym)
	}
}

// portOrder keeps a task's or function's port symbols in the order of their declaration, at the front of its order.
func (e *elab) portOrder(s *scope, sym *symbol) {
	for i, x := range s.order {
		if x == sym {
			s.order = append(s.order[:i], s.order[i+1:]...)
			break
		}
	}
	n := 0
	for n < len(s.order) && s.order[n].port != nil {
		n++
	}
	s.order = append(s.order, nil)
	copy(s.order[n+1:], s.order[n:])
	s.order[n] = sym
}

func (e *elab) registerNets(s *scope, n *ast.NetDecl) {
	inits := false
	for _, d := range n.Names {
		inits = inits || d.Init != nil
		if old := s.names[d.Name]; old != nil && old.kind == symSignal && old.port != nil && old.net == nil && old.vari == nil && old.port.Net == ast.NetImplicit && old.port.Var == ast.VarNone {
			old.net, old.dcl = n, d
			continue
		}
		e.add(s, &symbol{kind: symSignal, name: d.Name, pos: d.Pos(), net: n, dcl: d})
	}
	if inits {
		s.items = append(s.items, n)
	}
}

func (e *elab) registerVars(s *scope, v *ast.VarDecl) {
	inits := false
	for _, d := range v.Names {
		inits = inits || d.Init != nil
		if old := s.names[d.Name]; old != nil && old.kind == symSignal && old.port != nil && old.net == nil && old.vari == nil && old.port.Net == ast.NetImplicit && old.port.Var == ast.VarNone {
			if s.d.Kind == design.ScopeModule && s.module.ANSI {
				e.diags.Warnf(codeExtension, d.Pos(), "port '%s' is declared in the list of ports and again (IEEE 1364-2005 12.3.4)", d.Name)
			}
			old.vari, old.dcl = v, d
			continue
		}
		e.add(s, &symbol{kind: symSignal, name: d.Name, pos: d.Pos(), vari: v, dcl: d})
	}
	if inits {
		s.items = append(s.items, v)
	}
}

func (e *elab) registerFunc(s *scope, f *ast.FuncDecl) {
	fs := e.newScope(s, f.Name, design.ScopeFunction, s.module, f.NamePos)
	sub := &design.Subroutine{Name: fs.d.Path, Function: true, Automatic: f.Automatic, Scope: fs.d, Pos: f.NamePos}
	fs.sub, fs.d.Sub, fs.fnode = sub, sub, f
	sym := &symbol{kind: symFunc, name: f.Name, home: s, pos: f.NamePos, fn: f, sc: fs, sub: sub}
	e.addRoutine(s, sym)
	e.registerRoutine(fs, f.Ports, f.Decls, f.Body)
	kind := f.Type
	if kind == ast.VarNone {
		kind = ast.Reg
	}
	result := &ast.VarDecl{Span: f.Span, Kind: kind, Signed: f.Signed, Range: f.Range, Inner: f.Inner}
	d := &ast.Declarator{Span: ast.Span{From: f.NamePos, To: f.NamePos.Add(len(f.Name))}, Name: f.Name}
	e.add(fs, &symbol{kind: symSignal, name: f.Name, pos: f.NamePos, vari: result, dcl: d})
}

func (e *elab) registerTask(s *scope, t *ast.TaskDecl) {
	ts := e.newScope(s, t.Name, design.ScopeTask, s.module, t.NamePos)
	sub := &design.Subroutine{Name: ts.d.Path, Automatic: t.Automatic, Scope: ts.d, Pos: t.NamePos}
	ts.sub, ts.d.Sub, ts.tnode = sub, sub, t
	sym := &symbol{kind: symTask, name: t.Name, home: s, pos: t.NamePos, task: t, sc: ts, sub: sub}
	e.addRoutine(s, sym)
	e.registerRoutine(ts, t.Ports, t.Decls, t.Body)
}

// addRoutine enters a function or task whose scope newScope has just checked for a conflict of names.
func (e *elab) addRoutine(s *scope, sym *symbol) {
	e.subs = append(e.subs, sym)
	if s.names[sym.name] == nil {
		s.names[sym.name] = sym
		s.order = append(s.order, sym)
	}
}

func (e *elab) registerRoutine(s *scope, ports []*ast.PortDecl, decls []ast.Item, body ast.Stmt) {
	for _, p := range ports {
		for _, d := range p.Names {
			e.registerPort(s, p, d)
		}
	}
	e.register(s, decls)
	e.registerBlocks(s, body)
}

// registerBlocks makes the scopes of all named blocks in a statement.
func (e *elab) registerBlocks(s *scope, st ast.Stmt) {
	switch st := st.(type) {
	case *ast.Block:
		in := s
		if st.Name != "" {
			kind := design.ScopeBlock
			if st.Fork {
				kind = design.ScopeFork
			}
			in = e.newScope(s, st.Name, kind, s.module, st.Pos())
			e.register(in, st.Decls)
		} else if len(st.Decls) > 0 {
			e.diags.Errorf("E2011", st.Decls[0].Pos(), "a block with declarations needs a name (IEEE 1364-2005 9.8)")
		}
		for _, x := range st.Stmts {
			e.registerBlocks(in, x)
		}
	case *ast.If:
		e.registerBlocks(s, st.Then)
		e.registerBlocks(s, st.Else)
	case *ast.Case:
		for _, it := range st.Items {
			e.registerBlocks(s, it.Body)
		}
	case *ast.Forever:
		e.registerBlocks(s, st.Body)
	case *ast.Repeat:
		e.registerBlocks(s, st.Body)
	case *ast.While:
		e.registerBlocks(s, st.Body)
	case *ast.For:
		e.registerBlocks(s, st.Body)
	case *ast.Timed:
		e.registerBlocks(s, st.Body)
	case *ast.Wait:
		e.registerBlocks(s, st.Body)
	case *ast.SysTaskCall:
		e.findSdf(s, st)
	}
}

// complete evaluates what a symbol's declaration says, once.
func (e *elab) complete(sym *symbol) {
	switch sym.state {
	case stateDone:
		return
	case stateBusy:
		e.diags.Errorf("E2005", sym.pos, "the declaration of '%s' depends on itself", sym.name)
		return
	}
	sym.state = stateBusy
	switch sym.kind {
	case symParam, symSpecparam:
		e.completeParam(sym)
	case symSignal:
		e.completeSignal(sym)
	case symEvent:
		e.completeEvent(sym)
	case symFunc, symTask:
		e.completeRoutine(sym)
	}
	sym.state = stateDone
}

// completeRoutine declares ports and result, so that calls can be elaborated.
func (e *elab) completeRoutine(sym *symbol) {
	for _, p := range sym.sc.order {
		if p.port == nil {
			continue
		}
		e.complete(p)
		if p.decl == nil {
			continue
		}
		sym.sub.Ports = append(sym.sub.Ports, design.SubPort{Signal: p.decl.Signal, Dir: portDir(p.port.Dir)})
		if sym.fn != nil && p.port.Dir != ast.Input {
			e.diags.Errorf("E2012", p.pos, "a function's arguments can only be inputs (IEEE 1364-2005 10.4.4)")
		}
	}
	if sym.fn != nil {
		if len(sym.sub.Ports) == 0 && !sym.fn.ANSI {
			e.diags.Warnf("W2011", sym.pos, "function '%s' has no inputs (IEEE 1364-2005 10.4.1)", sym.name)
		}
		if r := sym.sc.names[sym.name]; r != nil && r.kind == symSignal {
			e.complete(r)
			if r.decl != nil {
				sym.sub.Result = r.decl.Signal
			}
		}
	}
}

func portDir(d ast.Direction) design.PortDir {
	switch d {
	case ast.Input:
		return design.PortIn
	case ast.Output:
		return design.PortOut
	case ast.Inout:
		return design.PortInout
	}
	return design.PortNone
}

// completeParam evaluates a parameter, or its override in the overriding scope (IEEE 1364-2005 12.2).
func (e *elab) completeParam(sym *symbol) {
	x, from := sym.passign.Value, sym.home
	if sym.over != nil {
		x, from = sym.over, sym.overScope
	}
	saved := e.inParam
	e.inParam = sym.kind == symParam
	v := e.paramValue(sym.home, sym.param, from, x)
	e.inParam = saved
	d := &design.Decl{Name: sym.name, Kind: design.DeclParam, Scope: sym.home.d, Value: v, Pos: sym.pos,
		Local: sym.param.Kind != ast.Parameter}
	sym.decl, sym.value = d, v
	if v == nil {
		return
	}
	sym.signed, sym.real = v.Signed, v.Real
	if !v.Real {
		sym.vec, sym.vector = design.Range{Left: v.Width - 1}, true
		if r := sym.param.Range; r != nil {
			if rr, ok := e.vectorRange(sym.home, r); ok && rr.Len() == v.Width {
				sym.vec = rr
			}
		}
	}
	d.MSB, d.LSB, d.Vector, d.Signed = sym.vec.Left, sym.vec.Right, sym.vector, sym.signed
}

// vectorRange evaluates [msb:lsb] of a vector.
func (e *elab) vectorRange(s *scope, r *ast.Range) (design.Range, bool) {
	msb, ok := e.constInt(s, r.MSB)
	if !ok {
		return design.Range{}, false
	}
	lsb := int64(0)
	if r.Size {
		msb--
	} else if lsb, ok = e.constInt(s, r.LSB); !ok {
		return design.Range{}, false
	}
	return e.checkedRange(msb, lsb, maxWidth, "a vector", "bits", r.Pos())
}

// arrayRange evaluates an array dimension; [n] means [0:n-1].
func (e *elab) arrayRange(s *scope, r *ast.Range) (design.Range, bool) {
	left, ok := e.constInt(s, r.MSB)
	if !ok {
		return design.Range{}, false
	}
	if r.Size {
		if left < 1 {
			e.diags.Errorf("E2006", r.Pos(), "an array of %d elements is empty", left)
			return design.Range{}, false
		}
		return e.checkedRange(0, left-1, maxWords, "an array", "elements", r.Pos())
	}
	right, ok := e.constInt(s, r.LSB)
	if !ok {
		return design.Range{}, false
	}
	return e.checkedRange(left, right, maxWords, "an array", "elements", r.Pos())
}

func (e *elab) checkedRange(left, right, limit int64, what, unit string, pos source.Pos) (design.Range, bool) {
	const bound = 1 << 40
	n := left - right
	if n < 0 {
		n = -n
	}
	if left > bound || left < -bound || right > bound || right < -bound || n >= limit {
		e.diags.Errorf("E2006", pos, "the range [%d:%d] is too large: %s has at most %d %s", left, right, what, limit, unit)
		return design.Range{}, false
	}
	return design.Range{Left: int(left), Right: int(right)}, true
}

var netTypes = map[ast.NetKind]design.NetType{
	ast.NetImplicit: design.NetWire, ast.NetNone: design.NetWire, ast.Wire: design.NetWire, ast.Tri: design.NetTri,
	ast.Tri0: design.NetTri0, ast.Tri1: design.NetTri1, ast.TriAnd: design.NetTriand, ast.TriOr: design.NetTrior,
	ast.TriReg: design.NetTrireg, ast.WAnd: design.NetWand, ast.WOr: design.NetWor, ast.Supply0: design.NetSupply0,
	ast.Supply1: design.NetSupply1, ast.UWire: design.NetUwire,
}

// completeSignal makes the storage of a net or variable from its port, net and variable declarations together.
func (e *elab) completeSignal(sym *symbol) {
	s := sym.home
	d := &design.Decl{Name: sym.name, Kind: design.DeclNet, Scope: s.d, Pos: sym.pos}
	proto := design.Signal{Name: sym.name, Pos: sym.pos}
	varKind := ast.VarNone
	var rng, portRng []*ast.Range
	dims := []*ast.Range(nil)
	if p := sym.port; p != nil {
		d.Port = portDir(p.Dir)
		varKind, portRng, sym.signed = p.Var, vectorRanges(p.Range, p.Inner), p.Signed
		if (p.Net != ast.NetImplicit || p.Dir == ast.Input && s.sub == nil) && (varKind == ast.RealVar || varKind == ast.Realtime) {
			varKind, sym.real = ast.VarNone, true // wire real, input real
		}
		d.Type = netTypes[p.Net]
		dims = sym.portDcl.Dims
		if s.sub != nil && varKind == ast.VarNone {
			varKind = ast.Reg
		}
	}
	if v := sym.vari; v != nil {
		varKind, rng = v.Kind, vectorRanges(v.Range, v.Inner)
		sym.signed = sym.signed || v.Signed
	}
	charge := ast.ChargeNone
	if n := sym.net; n != nil {
		rng = vectorRanges(n.Range, n.Inner)
		sym.signed = sym.signed || n.Signed
		sym.real = n.Real
		d.Type = netTypes[n.Kind]
		charge = n.Charge
	}
	if sym.dcl != nil && len(sym.dcl.Dims) > 0 {
		dims = sym.dcl.Dims
	}
	switch varKind {
	case ast.VarNone:
		if sym.port != nil && sym.net == nil && sym.port.Net == ast.NetImplicit {
			d.Type = netTypes[s.module.Env.DefaultNetType]
		}
		if d.Type == design.NetVar {
			d.Type = design.NetWire
		}
	case ast.Reg:
		d.Kind = design.DeclReg
	case ast.Integer:
		d.Kind = design.DeclInteger
		sym.signed = true
	case ast.Time:
		d.Kind = design.DeclTime
	case ast.RealVar:
		d.Kind, sym.real = design.DeclReal, true
	case ast.Realtime:
		d.Kind, sym.real = design.DeclRealtime, true
	}
	if d.Kind != design.DeclNet {
		d.Type = design.NetVar
		if d.Port == design.PortIn && s.sub == nil {
			e.diags.Errorf("E2013", sym.pos, "input port '%s' cannot be a variable (IEEE 1364-2005 12.3.3)", sym.name)
		}
	}
	ok := true
	switch {
	case sym.real:
		proto.Width, proto.Real, sym.signed = 64, true, true
	case portRng != nil && sym.vari != nil && d.Kind != design.DeclReg:
		e.diags.Errorf("E2007", sym.pos, "port '%s' is declared with a range and as %s", sym.name, d.Kind)
		return
	case d.Kind == design.DeclInteger:
		sym.vec, sym.vector = design.Range{Left: 31}, true
	case d.Kind == design.DeclTime:
		sym.vec, sym.vector = design.Range{Left: 63}, true
	default:
		ok = e.signalRange(sym, rng, portRng)
	}
	if !sym.real {
		proto.Width = sym.vec.Len()
	}
	words := 1
	for _, r := range dims {
		rr, good := e.arrayRange(s, r)
		if !good {
			ok = false
			continue
		}
		sym.ranges = append(sym.ranges, rr)
		if words *= rr.Len(); words > maxWords {
			e.diags.Errorf("E2006", r.Pos(), "the array '%s' has more than %d elements", sym.name, maxWords)
			ok, words = false, 1
		}
	}
	if words*proto.Width > 8*maxWords {
		e.diags.Errorf("E2006", sym.pos, "the array '%s' has more than %d bits", sym.name, 8*maxWords)
		ok = false
	}
	if !ok {
		sym.ranges = nil
	}
	if len(sym.ranges) > 0 {
		proto.Words, proto.Dims = words, sym.ranges
	}
	proto.Signed, proto.Net, proto.MSB, proto.LSB = sym.signed, d.Type, sym.vec.Left, sym.vec.Right
	if d.Type == design.NetTrireg {
		proto.Charge = 2
		switch charge {
		case ast.Small:
			proto.Charge = 1
		case ast.Large:
			proto.Charge = 4
		}
	}
	d.Signal = e.newSignal(s, proto)
	d.MSB, d.LSB, d.Vector, d.Signed = sym.vec.Left, sym.vec.Right, sym.vector, sym.signed
	sym.decl = d
}

// vectorRanges lists the ranges before a name, none for a scalar.
func vectorRanges(outer *ast.Range, inner []*ast.Range) []*ast.Range {
	if outer == nil {
		return nil
	}
	return append([]*ast.Range{outer}, inner...)
}

// signalRange evaluates the ranges of a net or reg; a port declared twice must have them twice (12.3.3).
func (e *elab) signalRange(sym *symbol, own, port []*ast.Range) bool {
	vecs, ok := e.vectors(sym.home, own)
	portVecs, portOK := e.vectors(sym.home, port)
	if !ok || !portOK {
		return false
	}
	sym.setVectors(vecs)
	inModule := sym.home.sub == nil
	switch {
	case len(port) == 0:
		if len(own) > 0 && sym.port != nil && inModule {
			e.diags.Errorf("E2007", sym.pos, "port '%s' is declared as a scalar and as %s", sym.name, rangesText(vecs))
			return false
		}
		return true
	case len(own) > 0 && !slices.Equal(vecs, portVecs):
		e.diags.Errorf("E2007", sym.pos, "port '%s' is declared as %s and as %s", sym.name, rangesText(portVecs), rangesText(vecs))
		return false
	case len(own) == 0 && (sym.net != nil || sym.vari != nil) && inModule:
		e.diags.Errorf("E2007", sym.pos, "port '%s' is declared as %s and as a scalar", sym.name, rangesText(portVecs))
		return false
	}
	sym.setVectors(portVecs)
	return true
}

// implicitNet declares a scalar net for a name that a connection or an assign uses without a declaration
// (IEEE 1364-2005 4.5).
func (e *elab) implicitNet(s *scope, name string, pos source.Pos) *symbol {
	kind := s.module.Env.DefaultNetType
	if kind == ast.NetNone {
		e.diags.Errorf("E2008", pos, "'%s' is not declared, and `default_nettype is none", name)
		kind = ast.Wire
	} else {
		e.diags.Warnf("W2001", pos, "net '%s' is declared implicitly", name)
	}
	if kind == ast.NetImplicit {
		kind = ast.Wire
	}
	span := ast.Span{From: pos, To: pos.Add(len(name))}
	sym := e.add(s, &symbol{kind: symSignal, name: name, pos: pos, implicit: true,
		net: &ast.NetDecl{Span: span, Kind: kind}, dcl: &ast.Declarator{Span: span, Name: name}})
	e.complete(sym)
	return sym
}

// implicitNets declares the implicit nets of one item's connections.
func (e *elab) implicitNets(s *scope, it ast.Item) {
	conns := func(insts []*ast.Instance) {
		for _, in := range insts {
			for _, c := range in.Conns {
				e.implicitIn(s, c.Expr)
			}
		}
	}
	switch it := it.(type) {
	case *ast.ContAssign:
		for _, a := range it.Assigns {
			if !e.opts.NoImplicitTargets {
				e.implicitTarget(s, a.LHS)
			}
		}
	case *ast.GateInst:
		conns(it.Instances)
	case *ast.ModuleInst:
		conns(it.Instances)
	}
}

// declaredOutsideLater tells that a name in a generate block has a declaration in scopes around the block only, and further down in
// the text: a net is implicit where its name has not been declared previously (4.5), so the block has one of its own. Implicit nets
// are declared where they stand first, those of the scopes around a block before its own.
func (e *elab) declaredOutsideLater(s *scope, id *ast.Ident, name string) bool {
	later := false
	for cur := s; cur != nil; cur = cur.parent {
		if sym := cur.names[name]; sym != nil {
			if cur == s || sym.kind != symSignal || id.Pos().File() != sym.pos.File() || id.Pos() >= sym.pos {
				return false
			}
			later = true
		}
		if cur == s.inst {
			break
		}
	}
	return later
}

func (e *elab) implicitTarget(s *scope, x ast.Expr) {
	switch x := x.(type) {
	case *ast.Ident:
		e.implicitIn(s, x)
	case *ast.Concat:
		for _, el := range x.Elems {
			e.implicitTarget(s, el)
		}
	}
}

func (e *elab) implicitIn(s *scope, x ast.Expr) {
	all := func(list []ast.Expr) {
		for _, x := range list {
			e.implicitIn(s, x)
		}
	}
	switch x := x.(type) {
	case *ast.Ident:
		name, ok := x.Simple()
		if !ok {
			return
		}
		if e.declaredOutsideLater(s, x, name) {
			e.implicitNet(s, name, x.Pos())
		} else if sym, _ := e.find(s, x); sym == nil && s.children[name] == nil && s.inst.children[name] == nil {
			e.implicitNet(s, name, x.Pos())
		}
	case *ast.Unary:
		e.implicitIn(s, x.X)
	case *ast.Binary:
		e.implicitIn(s, x.X)
		e.implicitIn(s, x.Y)
	case *ast.Cond:
		all([]ast.Expr{x.Cond, x.Then, x.Else})
	case *ast.Concat:
		all(x.Elems)
	case *ast.Repl:
		all(x.Elems)
	case *ast.Index:
		e.implicitIn(s, x.X)
		e.implicitIn(s, x.I)
	case *ast.RangeSelect:
		e.implicitIn(s, x.X)
	case *ast.Call:
		all(x.Args)
	}
}
