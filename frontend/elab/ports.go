package elab

import (
	"fmt"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/source"
)

// binding is one port of an instance with what it is connected to.
type binding struct {
	port   *ast.Port
	num    int      // from 1
	actual ast.Expr // never empty
	done   bool     // collapsed
}

// ports is phase 2: it binds connections to ports and collapses whole nets that meet (IEEE 1364-2005 12.3.10).
func (e *elab) ports() {
	root := map[*design.Signal]*design.Signal{}
	var find func(s *design.Signal) *design.Signal
	find = func(s *design.Signal) *design.Signal {
		r := s
		for root[r] != nil {
			r = root[r]
		}
		for root[s] != nil {
			s, root[s] = root[s], r
		}
		return r
	}
	for _, s := range e.scopes {
		if s.conns == nil {
			continue
		}
		s.bindings = e.bindPorts(s)
		for _, b := range s.bindings {
			formal := wholeFormal(s, b.port)
			actual := e.wholeActual(s.conns.from, b.actual)
			if formal == nil || actual == nil || !canCollapse(formal, actual) || formal.decl.Port != design.PortIn && s.hasPaths(formal.name) ||
				formal.decl.Port == design.PortIn && s.hasInputDelay(formal.name) {
				continue
			}
			b.done = true
			top, low := find(actual.decl.Signal), find(formal.decl.Signal)
			if top != low {
				e.mergeType(top, low, b.actual.Pos())
				root[low] = top
			}
		}
	}
	if len(root) == 0 {
		return
	}
	for _, s := range e.scopes {
		for _, sym := range s.order {
			if sym.kind == symSignal && sym.decl != nil && sym.decl.Signal != nil {
				sym.decl.Signal = find(sym.decl.Signal)
			}
		}
	}
	kept := e.des.Signals[:0]
	for _, sig := range e.des.Signals {
		if root[sig] == nil {
			kept = append(kept, sig)
		}
	}
	e.des.Signals = kept
}

// canCollapse tells whether two names are whole nets of one shape.
func canCollapse(a, b *symbol) bool {
	x, y := a.decl.Signal, b.decl.Signal
	return x.Net != design.NetVar && y.Net != design.NetVar && x.Width == y.Width && x.Real == y.Real && x.Words == 0 && y.Words == 0
}

// mergeType gives top the type that table 12-1 of IEEE 1364-2005 makes of both.
func (e *elab) mergeType(top, low *design.Signal, pos source.Pos) {
	t, l := netClass(top.Net), netClass(low.Net)
	if low.Charge > top.Charge {
		top.Charge = low.Charge
	}
	switch {
	case t == l || l == design.NetWire:
	case t == design.NetWire, t == design.NetTrireg && l != design.NetUwire,
		(l == design.NetSupply0 || l == design.NetSupply1) && t != design.NetSupply0 && t != design.NetSupply1:
		top.Net = low.Net
		if top.Net != design.NetTrireg {
			top.Charge = 0
		}
	default:
		e.diags.Warnf("W2002", pos, "a net of type %s is connected to a port of type %s and stays %s", top.Net, low.Net, top.Net)
	}
}

func netClass(t design.NetType) design.NetType {
	switch t {
	case design.NetTri:
		return design.NetWire
	case design.NetTriand:
		return design.NetWand
	case design.NetTrior:
		return design.NetWor
	}
	return t
}

// wholeFormal is the net or variable that a port is, nil when the port is an expression.
func wholeFormal(s *scope, p *ast.Port) *symbol {
	name := ""
	if p.Decl != nil {
		name = p.Decl.Names[0].Name
	} else if id, ok := p.Expr.(*ast.Ident); ok {
		name = id.Last()
	}
	sym := s.names[name]
	if sym == nil || sym.kind != symSignal || sym.decl == nil {
		return nil
	}
	return sym
}

// wholeActual is the net or variable that a connection names, nil when it is another expression.
func (e *elab) wholeActual(from *scope, x ast.Expr) *symbol {
	id, ok := x.(*ast.Ident)
	if !ok {
		return nil
	}
	sym, _ := e.find(from, id)
	if sym == nil || sym.kind != symSignal || sym.decl == nil {
		return nil
	}
	return sym
}

// bindPorts pairs the ports of instance s with its connections (IEEE 1364-2005 12.3.5, 12.3.6).
func (e *elab) bindPorts(s *scope) []*binding {
	m, c := s.module, s.conns
	conns := c.inst.Conns
	first := c.index == 0
	if len(conns) == 1 && conns[0].Name == "" && ast.IsEmpty(conns[0].Expr) && len(m.Ports) != 1 {
		conns = nil
	}
	got := make([]ast.Expr, len(m.Ports))
	where := make([]source.Pos, len(m.Ports))
	named := len(conns) > 0 && conns[0].Name != ""
	switch {
	case len(conns) == 0:
	case !named:
		if len(conns) != len(m.Ports) {
			if first {
				e.diags.ErrorNote("E2023", c.inst.Pos(), fmt.Sprintf("instance '%s' has %d connections, but module '%s' has %d ports", c.inst.Name, len(conns), m.Name, len(m.Ports)),
					m.NamePos, "the module is here")
			}
			return nil
		}
		for i, k := range conns {
			got[i], where[i] = k.Expr, k.Pos()
		}
	default:
		var rest *ast.Conn
		for _, k := range conns {
			if k.Name == "*" {
				rest = k
				continue
			}
			at := -1
			for i, p := range m.Ports {
				if p.Name == k.Name && p.Name != "" {
					at = i
					break
				}
			}
			switch {
			case k.Name == "":
				if first {
					e.diags.Errorf("E2023", k.Pos(), "connections by order and by name are mixed (IEEE 1364-2005 12.3.6)")
				}
			case at < 0:
				if first {
					e.diags.ErrorNote("E2024", k.Pos(), fmt.Sprintf("module '%s' has no port '%s'", m.Name, k.Name), m.NamePos, "the module is here")
				}
			case got[at] != nil:
				if first {
					e.diags.Errorf("E2024", k.Pos(), "port '%s' is connected twice", k.Name)
				}
			default:
				got[at], where[at] = k.Expr, k.Pos()
			}
		}
		for i, p := range m.Ports {
			if rest == nil || got[i] != nil || p.Name == "" {
				continue
			}
			id := &ast.Ident{Span: rest.Span, Parts: []ast.NamePart{{Span: rest.Span, Name: p.Name}}}
			if sym, _ := e.find(c.from, id); sym != nil {
				got[i], where[i] = id, rest.Pos()
			} else if first {
				e.diags.ErrorNote("E2024", rest.Pos(), fmt.Sprintf("'.*' finds nothing that is named as port '%s' of module '%s'", p.Name, m.Name), m.NamePos, "the module is here")
			}
		}
	}
	var out []*binding
	for i, p := range m.Ports {
		if ast.IsEmpty(got[i]) {
			s.open = append(s.open, p)
			if first {
				e.openPort(s, p, i+1)
			}
			continue
		}
		if p.Decl == nil && ast.IsEmpty(p.Expr) {
			continue // a null port: whatever is connected goes nowhere
		}
		out = append(out, &binding{port: p, num: i + 1, actual: got[i]})
	}
	return out
}

func (e *elab) openPort(s *scope, p *ast.Port, num int) {
	if portDirOf(s, p) == design.PortIn {
		e.diags.Warnf("W2002", s.conns.inst.Pos(), "input port %d (%s) of module '%s' is not connected", num, p.Name, s.module.Name)
	}
}

// portDirOf is a port's direction; of a concatenation, its first name's.
func portDirOf(s *scope, p *ast.Port) design.PortDir {
	if sym := wholeFormal(s, p); sym != nil {
		return sym.decl.Port
	}
	for _, id := range portIdents(p.Expr) {
		if sym := s.names[id.Last()]; sym != nil && sym.decl != nil {
			return sym.decl.Port
		}
	}
	return design.PortNone
}

// joints makes the connections of instance s that are not collapsed, and ties open inputs where `unconnected_drive
// asks for it.
func (e *elab) joints(s *scope) {
	for _, b := range s.bindings {
		if b.done {
			continue
		}
		switch portDirOf(s, b.port) {
		case design.PortIn:
			e.inputJoint(s, b)
		case design.PortOut:
			e.outputJoint(s, b)
		case design.PortInout:
			if sym := wholeFormal(s, b.port); sym != nil && s.hasPaths(sym.name) {
				e.inoutPaths(s, b, sym)
			} else {
				e.inoutPart(s, b)
			}
		}
	}
	env := s.module.Env
	if env.UnconnectedDrive == ast.StrengthNone {
		return
	}
	for _, p := range s.open {
		if portDirOf(s, p) != design.PortIn {
			continue
		}
		lhs, w, ok := e.formal(s, p)
		if !ok {
			continue
		}
		bits := "0"
		if env.UnconnectedOne {
			bits = "1"
		}
		e.addAssign(&design.Assign{Kind: design.AssignPort, LHS: lhs, RHS: filled(w, bits[0] == '1', p.Pos()), Scope: s.d, Pos: p.Pos(),
			Desc: "unconnected port " + p.Name, Strength: [2]design.Strength{design.Pull, design.Pull}, Immediate: true})
	}
}

// formal is a port as targets inside its instance.
func (e *elab) formal(s *scope, p *ast.Port) ([]design.LValue, int, bool) {
	if sym := wholeFormal(s, p); sym != nil {
		sig := sym.decl.Signal
		if sig.Words > 0 {
			e.diags.Errorf("E9004", sym.pos, "a port cannot be an array (IEEE 1364-2005 12.3.3)")
			return nil, 0, false
		}
		return []design.LValue{{Sig: sig, Width: sig.Width, Pos: p.Pos()}}, sig.Width, true
	}
	e.lateNames = true
	lhs, w, _, ok := e.lvalue(s, p.Expr, false)
	e.lateNames = false
	return lhs, w, ok
}

// formalValue is a port as a value inside its instance.
func (e *elab) formalValue(s *scope, p *ast.Port) *design.Expr {
	if sym := wholeFormal(s, p); sym != nil {
		sig := sym.decl.Signal
		if sig.Words > 0 {
			e.diags.Errorf("E9004", sym.pos, "a port cannot be an array (IEEE 1364-2005 12.3.3)")
			return nil
		}
		if x, ok := e.delayedPort(s, sym, sig); ok {
			return x
		}
		return &design.Expr{Op: design.OpSignal, Width: sig.Width, Signed: sym.signed, Real: sig.Real, Sig: sig, Pos: p.Pos(), Name: sym.name}
	}
	e.lateNames = true
	defer func() { e.lateNames = false }()
	return e.selfExpr(s, p.Expr)
}

func (b *binding) desc(s *scope) string {
	name := b.port.Name
	if name == "" {
		name = fmt.Sprint(b.num)
	}
	return "port " + name + " of " + s.d.Name
}

// widthWarning tells of a connection that is padded or cut.
func (e *elab) widthWarning(s *scope, b *binding, want, got int) {
	if want != got && s.conns.index == 0 {
		e.diags.Warnf("W2002", b.actual.Pos(), "port %d (%s) of module '%s' has %d bits, the connection %d", b.num, b.port.Name, s.module.Name, want, got)
	}
}

// sized tells whether x's width is the user's choice, not that of an unsized literal.
func sized(x ast.Expr) bool {
	n, ok := x.(*ast.Number)
	return !ok || n.Sized
}

// coerced tells that an input port has drivers in its module, or an output port none, and that it is connected to nets: as in Icarus
// Verilog it is an inout port then, as it is in any case where it can be one net with what it is connected to.
func (e *elab) coerced(s *scope, b *binding, formal []design.LValue, input bool) bool {
	driven, delayed := false, s.hasInputDelay(b.port.Name) || s.hasPaths(b.port.Name)
	for i := range formal {
		driven = driven || e.driven[formal[i].Sig] || formal[i].Sig.Net == design.NetVar
	}
	if driven != input || formal[0].Sig.Real || delayed {
		return false
	}
	nets := false
	e.quiet(func() { _, _, _, nets = e.lvalue(s.conns.from, b.actual, false) })
	if nets && s.conns.index == 0 {
		what := map[bool]string{true: "input port %d (%s) of module '%s' is driven in it", false: "output port %d (%s) of module '%s' is not driven in it"}[input]
		e.diags.Warnf("W2002", b.actual.Pos(), what+": it is connected as inout", b.num, b.port.Name, s.module.Name)
	}
	return nets
}

func (e *elab) inputJoint(s *scope, b *binding) {
	lhs, w, ok := e.formal(s, b.port)
	if ok && e.coerced(s, b, lhs, true) {
		e.inoutPart(s, b)
		return
	}
	rhs := e.selfExpr(s.conns.from, b.actual)
	if !ok || rhs == nil {
		return
	}
	c := s.conns
	sliced := c.count > 0 && rhs.Width == c.count*w && c.count > 1 && !rhs.Real
	switch {
	case lhs[0].Sig.Real:
		if !rhs.Real {
			rhs = toReal(rhs)
		}
	case rhs.Real:
		rhs = toInt(rhs, w, false)
	case sliced:
		rhs = part(rhs, c.index*w, w, rhs.Pos)
	case c.count > 0 && rhs.Width != w && rhs.Width != 1 && sized(b.actual):
		if c.index == 0 {
			e.diags.Errorf("E2025", b.actual.Pos(), "an array of %d instances with a port of %d bits cannot be connected to %d bits (IEEE 1364-2005 12.1.3)", c.count, w, rhs.Width)
		}
		return
	default:
		if sized(b.actual) {
			e.widthWarning(s, b, w, rhs.Width)
		}
		rhs = resize(rhs, w)
	}
	joint := design.Assign{Kind: design.AssignPort, LHS: lhs, RHS: rhs, Scope: s.d, Pos: b.actual.Pos(), Desc: b.desc(s),
		Immediate: len(lhs) == 1 && immediate(rhs), Reads: reads(rhs)}
	if s.hasInputDelay(b.port.Name) && !rhs.Real {
		e.delayInput(s, b.port.Name, lhs, rhs, joint)
		return
	}
	e.addAssign(&joint)
}

func (e *elab) outputJoint(s *scope, b *binding) {
	if formal, _, ok := e.formal(s, b.port); ok && e.coerced(s, b, formal, false) {
		e.inoutPart(s, b)
		return
	}
	rhs := e.formalValue(s, b.port)
	lhs, w, isReal, ok := e.lvalue(s.conns.from, b.actual, false)
	if !ok || rhs == nil {
		return
	}
	c := s.conns
	switch {
	case isReal:
		if !rhs.Real {
			rhs = toReal(rhs)
		}
	case rhs.Real:
		rhs = toInt(rhs, w, false)
	case c.count > 1 && w == c.count*rhs.Width:
		lhs, w = slice(lhs, c.index*rhs.Width, rhs.Width), rhs.Width
	case c.count > 1 && w != rhs.Width:
		if c.index == 0 {
			e.diags.Errorf("E2025", b.actual.Pos(), "an array of %d instances with a port of %d bits cannot be connected to %d bits (IEEE 1364-2005 12.1.3)", c.count, rhs.Width, w)
		}
		return
	default:
		e.widthWarning(s, b, rhs.Width, w)
		rhs = resize(rhs, w)
	}
	e.addAssign(&design.Assign{Kind: design.AssignPort, LHS: lhs, RHS: rhs, Scope: c.from.d, Pos: b.actual.Pos(), Desc: b.desc(s),
		Immediate: len(lhs) == 1 && immediate(rhs), Reads: reads(rhs)})
}

func (e *elab) inoutPart(s *scope, b *binding) {
	formal, w, ok := e.formal(s, b.port)
	actual, aw, isReal, ok2 := e.lvalue(s.conns.from, b.actual, false)
	if !ok || !ok2 {
		return
	}
	if isReal || formal[0].Sig.Real {
		e.diags.Errorf("E9005", b.actual.Pos(), "an inout port cannot be connected to a real (IEEE 1364-2005 12.3.7): $realtobits makes a vector of one")
		return
	}
	c := s.conns
	switch {
	case c.count > 1 && aw == c.count*w:
		actual = slice(actual, c.index*w, w)
	case c.count > 1 && aw != w:
		if c.index == 0 {
			e.diags.Errorf("E2025", b.actual.Pos(), "an array of %d instances with a port of %d bits cannot be connected to %d bits (IEEE 1364-2005 12.1.3)", c.count, w, aw)
		}
		return
	default:
		e.widthWarning(s, b, w, aw)
	}
	e.inouts = append(e.inouts, inoutJoint{a: actual, b: formal, scope: s, pos: b.actual.Pos(), desc: b.desc(s)})
}

// slice takes bits [off +: w] of a target list; what lies above its top is left out.
func slice(list []design.LValue, off, w int) []design.LValue {
	var out []design.LValue
	low := 0
	for i := len(list) - 1; i >= 0 && w > 0; i-- {
		l := list[i]
		from, to := max(off-low, 0), min(off+w-low, l.Width)
		if from < to {
			x := l
			x.Off, x.Width = l.Off+from, to-from
			out = append([]design.LValue{x}, out...)
		}
		low += l.Width
	}
	return out
}

func totalWidth(list []design.LValue) int {
	w := 0
	for i := range list {
		w += list[i].Width
	}
	return w
}
