package elab

import (
	"fmt"
	"math"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Module paths (IEEE 1364-2005 clause 14), simulated with Options.Specify. What drives an output with paths inside its module
// reaches a hidden net; the port follows it, bit by bit, behind delays. For each source of a path a hidden net holds the time
// of its last change. When a bit changes inside, a process looks which enabled paths to it have the latest of these
// times (14.3.3), takes the least of their delays for this transition, and lets the change out when that has passed since the
// source changed. As in Icarus Verilog a condition must be 1; one that is unknown does not enable its path.

// sourceKey names the source of a path: bits of a signal, and the transitions that count.
type sourceKey struct {
	sig        *design.Signal
	off, width int
	t          transitions
}

type sourceAt struct{ time *design.Signal }

// pathEnd is a module path that ends in a bit of an output.
type pathEnd struct {
	time          *design.Signal // when the source last changed
	cond          *design.Expr   // nil: always
	ifNone        bool
	delays        [12]uint64
	pulse         bool   // has limits of its own
	reject, error uint64 // ticks
}

// limits gives a path's pulse limits: without any of its own, whatever is shorter than its delay is rejected.
func (p *pathEnd) limits() (reject, err uint64) {
	if p.pulse {
		return p.reject, p.error
	}
	return math.MaxUint64, math.MaxUint64
}

// terminal is a port, or bits of one, that a specify block names.
type terminal struct {
	name       string
	x          *design.Expr
	sig        *design.Signal
	off, width int
}

// terminalName is the name of a terminal.
func terminalName(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Last()
	case *ast.Index:
		return terminalName(x.X)
	case *ast.RangeSelect:
		return terminalName(x.X)
	}
	return ""
}

// terminal elaborates a terminal of a module path.
func (e *elab) terminal(s *scope, x ast.Expr) (terminal, bool) {
	t := terminal{name: terminalName(x)}
	before := e.diags.ErrorCount()
	t.x = e.selfExpr(s, x)
	if t.x == nil || e.diags.ErrorCount() > before {
		return t, false
	}
	switch v := t.x; {
	case v.Real:
	case v.Op == design.OpSignal:
		t.sig, t.width = v.Sig, v.Width
	case v.Op == design.OpPart && v.Args[0].Op == design.OpSignal:
		t.sig, t.off, t.width = v.Args[0].Sig, v.Off, v.Width
	}
	if t.sig == nil {
		e.diags.Errorf("E2035", x.Pos(), "a module path starts and ends at ports, or constant selects of them (IEEE 1364-2005 14.2.1)")
	}
	return t, t.sig != nil
}

// lastChange is the time at which the source of a path last changed, or had the path's edge.
func (e *elab) lastChange(s *scope, x *design.Expr, off, width int, edge ast.Edge) *design.Signal {
	t := map[ast.Edge]transitions{ast.EdgePos: rising, ast.EdgeNeg: falling}[edge]
	key := sourceKey{x.Sig, off, width, t}
	if at := s.spec.times[key]; at != nil {
		return at.time
	}
	h := &hidden{e, s, x.Pos}
	y := part(x, off, width, x.Pos)
	if t != 0 {
		y = part(x, off, 1, x.Pos)
	}
	var sig *design.Signal
	switch {
	case t != 0:
		sig = h.changed([]*design.Signal{h.toggle(y, t)}, "path source")
	case y.Op == design.OpSignal:
		sig = h.changed([]*design.Signal{y.Sig}, "path source")
	default:
		sig = h.changed([]*design.Signal{h.follow(y, false, "path source")}, "path source")
	}
	if s.spec.times == nil {
		s.spec.times = map[sourceKey]*sourceAt{}
	}
	s.spec.times[key] = &sourceAt{sig}
	return sig
}

// pathEnds lists, for every bit of the output named name, the paths that end there.
func (e *elab) pathEnds(s *scope, name string, width int) [][]pathEnd {
	bits := make([][]pathEnd, width)
	for _, p := range s.spec.paths {
		var delays [12]uint64
		var cond *design.Expr
		ready := false
		for _, to := range p.Outputs {
			if terminalName(to) != name {
				continue
			}
			if !ready {
				var ok bool
				if delays, ok = e.pathDelays(s, p); !ok {
					break
				}
				if p.Cond != nil {
					cond = e.enabled(s, p.Cond, false)
				}
				ready = true
			}
			out, ok := e.terminal(s, to)
			if !ok {
				continue
			}
			for _, from := range p.Inputs {
				in, ok := e.terminal(s, from)
				if !ok {
					continue
				}
				if !p.Full && in.width != out.width && in.width != 1 && out.width != 1 {
					e.diags.Errorf("E2035", p.Pos(), "a parallel path (=>) connects %d bits to %d (IEEE 1364-2005 14.2.2); use *>", in.width, out.width)
					continue
				}
				whole := &design.Expr{Op: design.OpSignal, Width: in.sig.Width, Sig: in.sig, Pos: from.Pos()}
				for i := range out.width {
					off, w := in.off, in.width
					if !p.Full && in.width == out.width {
						off, w = in.off+i, 1
					}
					b := pathEnd{time: e.lastChange(s, whole, off, w, p.Edge), cond: cond, ifNone: p.IfNone, delays: delays}
					e.pulseLimits(s, &b, in.name, name)
					e.annotatePath(s, p, &b, terminal{name: in.name, off: off, width: w, sig: in.sig}, terminal{name: name, off: out.off + i, width: 1, sig: out.sig})
					if k := out.off + i; k >= 0 && k < width {
						bits[k] = append(bits[k], b)
					}
				}
			}
		}
	}
	return bits
}

// behindPaths makes the bits of output sym of s, which are driven as inner, come out of to behind the module paths. Where no path
// ends in a bit it passes at once.
func (e *elab) behindPaths(s *scope, name string, inner, to *design.Signal, pos source.Pos) {
	ends := e.pathEnds(s, name, inner.Width)
	style := e.pulseStyle(s, name)
	from := &design.Expr{Op: design.OpSignal, Width: inner.Width, Sig: inner, Pos: pos}
	for i, list := range ends {
		h := &hidden{e, s, pos}
		lhs := []design.LValue{{Sig: to, Off: i, Width: 1, Pos: pos}}
		a := &design.Assign{Kind: design.AssignPort, LHS: lhs, Scope: s.d, Pos: pos, Desc: fmt.Sprintf("module paths to %s", name)}
		bit := part(from, i, 1, pos)
		switch {
		case len(list) == 0:
			a.RHS = bit
		case style.needed(list):
			a.RHS, a.Immediate = h.val(h.pulsed(list, bit, style)), true
		default:
			var wait *design.Expr
			a.RHS, wait = h.inertial(list, bit)
			a.Delay = [3]*design.Expr{wait, wait, wait}
		}
		a.Reads = reads(a.RHS)
		e.addAssign(a)
		e.outward[a] = true
	}
}

// inertial makes the process that sets the delay of each change of bit, and gives the value to be delayed and the delay.
func (h *hidden) inertial(list []pathEnd, bit *design.Expr) (value, wait *design.Expr) {
	// The bit arrives as an event of its own, behind those that bring the times of the sources up to date.
	raw := h.val(h.follow(bit, true, "path end"))
	next, w := h.variable(1), h.variable(timeWidth)
	c := h.pathDelay(list, h.val(next), raw, w, nil, nil)
	h.always(c, h.due(w), h.set(next, raw), h.wait(design.EventItem{Signal: raw.Sig}))
	return h.val(next), h.val(w)
}

// due turns w, the time plus one at which a change comes out, into what is left until then.
func (h *hidden) due(w *design.Signal) design.Stmt {
	return h.set(w, h.choose(h.is(design.OpGt, h.val(w), h.stamp()), h.op(design.OpSub, h.val(w), h.stamp()), h.time(0)))
}

// pathDelay is code that sets w to the time plus one at which the change of a bit comes out, or to 0 where no path is enabled. reject and
// error, when given, are set to the pulse limits of the path that decides.
func (h *hidden) pathDelay(list []pathEnd, from, to *design.Expr, w, reject, err *design.Signal) design.Stmt {
	take := func(p *pathEnd) design.Stmt {
		d := h.delayFor(p.delays, from, to)
		out := []design.Stmt{h.set(w, h.op(design.OpAdd, h.op(design.OpAdd, h.val(p.time), h.time(1)), d))}
		if reject != nil {
			r, e := p.limits()
			out = append(out, h.set(reject, h.time(r)), h.set(err, h.time(e)))
		}
		return h.block(out...)
	}
	if len(list) == 1 && list[0].cond == nil {
		return take(&list[0])
	}
	// best is the latest time of an enabled source plus one, least the delay from there.
	best, least := h.variable(timeWidth), h.variable(timeWidth)
	take = func(p *pathEnd) design.Stmt {
		out := []design.Stmt{h.set(best, h.op(design.OpAdd, h.val(p.time), h.time(1))), h.set(least, h.delayFor(p.delays, from, to))}
		if reject != nil {
			r, e := p.limits()
			out = append(out, h.set(reject, h.time(r)), h.set(err, h.time(e)))
		}
		return h.block(out...)
	}
	code := []design.Stmt{h.set(best, h.time(0)), h.set(least, h.time(0))}
	var normal *design.Signal
	for _, ifNone := range []bool{false, true} {
		if ifNone {
			normal = h.variable(timeWidth)
			code = append(code, h.set(normal, h.val(best)))
		}
		some := false
		for i := range list {
			p := &list[i]
			if p.ifNone != ifNone {
				continue
			}
			some = true
			key := h.op(design.OpAdd, h.val(p.time), h.time(1))
			later := h.is(design.OpGt, key, h.val(best))
			less := h.both(h.is(design.OpEq, key, h.val(best)), h.is(design.OpLt, h.delayFor(p.delays, from, to), h.val(least)))
			c := h.both(p.cond, op2(design.OpLogOr, 1, false, h.pos, later, less))
			if ifNone {
				// Only where no other path has the same time: the default of state-dependent paths (14.2.4.3).
				c = h.both(h.is(design.OpGt, key, h.val(normal)), c)
			}
			code = append(code, h.when(c, take(p)))
		}
		if ifNone && !some {
			code = code[:len(code)-1]
		}
	}
	out := h.choose(h.is(design.OpEq, h.val(best), h.time(0)), h.time(0), h.op(design.OpAdd, h.val(best), h.val(least)))
	return h.block(append(code, h.set(w, out))...)
}

// delayFor chooses among twelve delays by the value before and the value after.
func (h *hidden) delayFor(d [12]uint64, from, to *design.Expr) *design.Expr {
	is := func(x *design.Expr, b logic.Bit) *design.Expr { return h.is(design.OpCaseEq, x, h.bit(b)) }
	// byFrom chooses among the three changes that end in b; a value that stays counts as the last of them.
	byFrom := func(b, f1, f2, f3 logic.Bit) *design.Expr {
		at := func(f logic.Bit) *design.Expr { return h.time(d[transition(f, b)]) }
		return h.choose(is(from, f1), at(f1), h.choose(is(from, f2), at(f2), at(f3)))
	}
	return h.choose(is(to, logic.L1), byFrom(logic.L1, logic.L0, logic.LZ, logic.LX),
		h.choose(is(to, logic.L0), byFrom(logic.L0, logic.L1, logic.LZ, logic.LX),
			h.choose(is(to, logic.LX), byFrom(logic.LX, logic.L0, logic.L1, logic.LZ), byFrom(logic.LZ, logic.L0, logic.L1, logic.LX))))
}

// pathTerminals holds the ends of module paths to ports of the right direction (14.2.1).
func (e *elab) pathTerminals(s *scope) {
	check := func(list []ast.Expr, what string, dirs ...design.PortDir) {
		for _, x := range list {
			sym := s.names[terminalName(x)]
			if sym == nil || sym.decl == nil {
				continue // that it is unknown is said where it is read
			}
			if d := sym.decl.Port; d != dirs[0] && d != dirs[1] {
				e.diags.Errorf("E2035", x.Pos(), "a module path %s '%s', which is no such port (IEEE 1364-2005 14.2.1)", what, sym.name)
			}
		}
	}
	for _, p := range s.spec.paths {
		check(p.Inputs, "starts at an input or inout, not at", design.PortIn, design.PortInout)
		check(p.Outputs, "ends at an output or inout, not at", design.PortOut, design.PortInout)
	}
}

// modulePaths puts the output nets of s behind their paths: what drives one inside the module moves to a net of its own. Output
// variables keep their drivers; what connects them to the outside is delayed, see delayedPort.
func (e *elab) modulePaths(s *scope) {
	e.pathTerminals(s)
	for _, sym := range s.order {
		if sym.kind != symSignal || sym.decl == nil || sym.decl.Signal == nil || sym.decl.Port != design.PortOut || !s.hasPaths(sym.name) {
			continue
		}
		sig := sym.decl.Signal
		if sig.Net == design.NetVar || sig.Real || sig.Words > 0 || e.innerOf[sig].sig != nil {
			continue
		}
		inner := e.newSignal(s, design.Signal{Net: sig.Net, Width: sig.Width, Signed: sig.Signed, MSB: sig.Width - 1, Charge: sig.Charge, Pos: sym.pos})
		e.behindPaths(s, sym.name, inner, sig, sym.pos)
		e.innerOf[sig] = innerNet{sig: inner, output: true}
		if sig.Net != design.NetSupply0 && sig.Net != design.NetSupply1 {
			sig.Net = design.NetWire
		}
		e.moveDelay(sig, inner)
		e.dropDelay(sig)
	}
}

// delayedPort is the value of output sym of s, a variable, as the outside sees it: behind its module paths. ok is false when it
// has none.
func (e *elab) delayedPort(s *scope, sym *symbol, sig *design.Signal) (x *design.Expr, ok bool) {
	if s.conns.delayed[sym.name] != nil {
		return s.conns.delayed[sym.name], true
	}
	if !s.hasPaths(sym.name) || sig.Real || sig.Net != design.NetVar && sym.decl.Port == design.PortOut {
		return nil, false
	}
	pos := sym.pos
	out := e.newSignal(s, design.Signal{Net: design.NetWire, Width: sig.Width, Signed: sig.Signed, MSB: sig.Width - 1, Pos: pos})
	e.behindPaths(s, sym.name, sig, out, pos)
	to := &design.Expr{Op: design.OpSignal, Width: sig.Width, Signed: sym.signed, Sig: out, Pos: pos}
	if s.conns.delayed == nil {
		s.conns.delayed = map[string]*design.Expr{}
	}
	s.conns.delayed[sym.name] = to
	return to, true
}

// inoutPaths connects an inout port with module paths: what drives it inside reaches the outer net delayed, and the port
// itself follows the outer net.
func (e *elab) inoutPaths(s *scope, b *binding, sym *symbol) {
	sig := sym.decl.Signal
	lhs, w, isReal, ok := e.lvalue(s.conns.from, b.actual, false)
	read := e.selfExpr(s.conns.from, b.actual)
	if !ok || read == nil {
		return
	}
	if w != sig.Width || isReal || s.conns.count > 1 || sig.Words > 0 {
		e.diags.Errorf("E9010", b.actual.Pos(), "an inout port with module paths must be connected to as many bits as it has")
		return
	}
	inner := e.newSignal(s, design.Signal{Net: design.NetWire, Width: w, MSB: w - 1, Pos: b.port.Pos()})
	x, ok := e.delayedPort(s, sym, inner)
	if !ok {
		return
	}
	e.addAssign(&design.Assign{Kind: design.AssignPort, LHS: lhs, RHS: x, Scope: s.conns.from.d, Pos: b.actual.Pos(), Desc: b.desc(s),
		Immediate: len(lhs) == 1, Reads: reads(x)})
	follow := &design.Assign{Kind: design.AssignPort, LHS: []design.LValue{{Sig: sig, Width: w, Pos: b.port.Pos()}}, RHS: read, Scope: s.d,
		Pos: b.actual.Pos(), Desc: b.desc(s), Immediate: immediate(read), Reads: reads(read)}
	e.addAssign(follow)
	e.outward[follow] = true
	e.innerOf[sig] = innerNet{sig: inner}
}

// innerNet is where the drivers of a port with paths go, all but those that are marked as outward.
type innerNet struct {
	sig    *design.Signal
	output bool // of an output port
}

// moveInner rewrites those drivers.
func (e *elab) moveInner() {
	if len(e.innerOf) == 0 {
		return
	}
	move := func(list []design.LValue, outputs bool) {
		for i := range list {
			if in := e.innerOf[list[i].Sig]; in.sig != nil && (in.output || !outputs) {
				list[i].Sig = in.sig
			}
		}
	}
	for _, a := range e.des.Assigns {
		if !e.outward[a] {
			move(a.LHS, false)
		}
	}
	for _, j := range e.inouts {
		move(j.a, true)
		move(j.b, true)
	}
}
