package elab

import (
	"fmt"
	"math"
	"sort"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Module paths (IEEE 1364-2005 clause 14), simulated with Options.Specify. An output port with paths keeps storage of its
// own; what connects it to the outside is a delayed copy, whose delay is an expression of hidden nets: for each path the
// time of its source's last change, and which paths are enabled and had the latest of these times. As in Icarus
// Verilog, a change at the output is due at that time plus the least delay of those paths.

// pathsOf collects the module paths that end in the output named name.
func pathsOf(s *scope, name string) []*ast.PathDecl {
	var out []*ast.PathDecl
	for _, p := range s.paths {
		if hasTerminal(p.Outputs, name) {
			out = append(out, p)
		}
	}
	return out
}

// path is one source of one module path.
type path struct {
	delays [12]uint64 // ticks, in the order of transition
	hit    *design.Expr
}

// transition numbers the changes of a bit as a path's twelve delays do (table 14-3).
func transition(from, to logic.Bit) int {
	switch from {
	case logic.L0:
		return map[logic.Bit]int{logic.L1: 0, logic.LZ: 2, logic.LX: 6}[to]
	case logic.L1:
		return map[logic.Bit]int{logic.L0: 1, logic.LZ: 4, logic.LX: 8}[to]
	case logic.LZ:
		return map[logic.Bit]int{logic.L1: 3, logic.L0: 5, logic.LX: 11}[to]
	}
	return map[logic.Bit]int{logic.L1: 7, logic.L0: 9, logic.LZ: 10}[to]
}

// twelve expands 1, 2, 3, 6 or 12 delays (tables 14-2, 14-3).
func twelve(v []uint64) ([12]uint64, bool) {
	var d [12]uint64
	at := func(i ...int) {
		for k, n := range i {
			d[k] = v[n]
		}
	}
	switch len(v) {
	case 1:
		at(0, 0, 0, 0, 0, 0)
	case 2:
		at(0, 1, 0, 0, 1, 1)
	case 3:
		at(0, 1, 2, 0, 2, 1)
	case 6:
		at(0, 1, 2, 3, 4, 5)
	case 12:
		copy(d[:], v)
		return d, true
	default:
		return d, false
	}
	d[6], d[7] = min(d[0], d[2]), max(d[0], d[3])
	d[8], d[9] = min(d[1], d[4]), max(d[1], d[5])
	d[10], d[11] = max(d[2], d[4]), min(d[3], d[5])
	return d, true
}

// pathDelays are a path's delays in ticks.
func (e *elab) pathDelays(s *scope, p *ast.PathDecl) ([12]uint64, bool) {
	var v []uint64
	for _, x := range p.Delays {
		t := e.ticks(s, x)
		if t == nil || !isConst(t) {
			e.diags.Errorf("E2035", x.Pos(), "a path delay must be constant (IEEE 1364-2005 14.3)")
			return [12]uint64{}, false
		}
		u, _ := t.Val.Uint64()
		v = append(v, u)
	}
	d, ok := twelve(v)
	if !ok {
		e.diags.Errorf("E2035", p.Pos(), "a path has 1, 2, 3, 6 or 12 delays, not %d (IEEE 1364-2005 14.3.1)", len(v))
	}
	return d, ok
}

// hiddenNet is a net that follows an expression at once.
func (e *elab) hiddenNet(s *scope, x *design.Expr, reads []*design.Signal, desc string) *design.Expr {
	sig := e.newSignal(s, design.Signal{Net: design.NetWire, Width: x.Width, MSB: x.Width - 1, Pos: x.Pos})
	e.addAssign(&design.Assign{Kind: design.AssignEvent, LHS: []design.LValue{{Sig: sig, Width: x.Width, Pos: x.Pos}}, RHS: x, Scope: s.d,
		Pos: x.Pos, Desc: desc, Immediate: true, Reads: reads})
	return &design.Expr{Op: design.OpSignal, Width: x.Width, Sig: sig, Pos: x.Pos}
}

// now is the simulation time in ticks.
func (e *elab) now(s *scope, pos source.Pos) *design.Expr {
	t := &design.Expr{Op: design.OpSys, Sys: "$realtime", Width: 64, Signed: true, Real: true, Scope: s.d, Pos: pos}
	if k := s.d.UnitExp - e.des.TickExp; k > 0 {
		t = realOp(design.OpMul, pos, t, konstReal(math.Pow10(k), pos))
	}
	return &design.Expr{Op: design.OpToInt, Width: timeWidth, Pos: pos, Args: []*design.Expr{t}}
}

func time64(v uint64, pos source.Pos) *design.Expr {
	return konst(logic.FromUint64(timeWidth, v), false, pos)
}

func choose(c, a, b *design.Expr) *design.Expr {
	return &design.Expr{Op: design.OpCond, Width: a.Width, Pos: c.Pos, Args: []*design.Expr{c, a, b}}
}

// lastChange is the time at which x last changed, or had the path's edge.
func (e *elab) lastChange(s *scope, p *ast.PathDecl, x *design.Expr) *design.Expr {
	if p.Edge != ast.EdgePos && p.Edge != ast.EdgeNeg {
		return e.hiddenNet(s, e.now(s, x.Pos), reads(x), "path source")
	}
	// The value before stands in a net that follows later: of the readers of a net, the latest made are the first to see
	// a change.
	bit := part(x, 0, 1, x.Pos)
	was := e.hiddenNet(s, bit, reads(bit), "path source")
	last := e.newSignal(s, design.Signal{Net: design.NetWire, Width: timeWidth, MSB: timeWidth - 1, Pos: x.Pos})
	old := &design.Expr{Op: design.OpSignal, Width: timeWidth, Sig: last, Pos: x.Pos}
	hi, lo := logic.L1, logic.L0
	if p.Edge == ast.EdgeNeg {
		hi, lo = lo, hi
	}
	is := func(x *design.Expr, b logic.Bit, op design.Op) *design.Expr {
		return op2(op, 1, false, x.Pos, x, konst(logic.FromBit(b), false, x.Pos))
	}
	edge := op2(design.OpOr, 1, false, x.Pos,
		op2(design.OpAnd, 1, false, x.Pos, is(bit, hi, design.OpCaseEq), is(was, hi, design.OpCaseNe)),
		op2(design.OpAnd, 1, false, x.Pos, is(was, lo, design.OpCaseEq), is(bit, lo, design.OpCaseNe)))
	known := op2(design.OpCaseEq, 1, false, x.Pos, op2(design.OpGe, 1, false, x.Pos, old, time64(0, x.Pos)), filled(1, true, x.Pos))
	rhs := choose(edge, e.now(s, x.Pos), choose(known, old, time64(0, x.Pos)))
	e.addAssign(&design.Assign{Kind: design.AssignEvent, LHS: []design.LValue{{Sig: last, Width: timeWidth, Pos: x.Pos}}, RHS: rhs, Scope: s.d,
		Pos: x.Pos, Desc: "path source", Immediate: true, Reads: reads(bit)})
	return old
}

// delayedPort is the value of output sym of s, which is in sig, as the outside sees it: behind its module paths. ok is
// false when it has none.
func (e *elab) delayedPort(s *scope, sym *symbol, sig *design.Signal) (x *design.Expr, ok bool) {
	if s.conns.delayed[sym.name] != nil {
		return s.conns.delayed[sym.name], true
	}
	decls := pathsOf(s, sym.name)
	if len(decls) == 0 {
		return nil, false
	}
	pos := decls[0].Pos()
	var paths []path
	best := time64(0, pos)
	normal := best
	for _, ifNone := range []bool{false, true} {
		normal = best
		for _, p := range decls {
			if p.IfNone != ifNone {
				continue
			}
			delays, good := e.pathDelays(s, p)
			if !good {
				continue
			}
			for _, in := range p.Inputs {
				src := e.selfExpr(s, in)
				if src == nil || src.Real {
					continue
				}
				key := op2(design.OpAdd, timeWidth, false, pos, e.lastChange(s, p, src), time64(1, pos))
				switch {
				case ifNone:
					key = choose(op2(design.OpGt, 1, false, pos, key, normal), key, time64(0, pos))
				case p.Cond != nil:
					c := e.condition(s, p.Cond)
					if c.Width > 1 {
						c = &design.Expr{Op: design.OpRedOr, Width: 1, Pos: c.Pos, Args: []*design.Expr{c}}
					}
					on := op2(design.OpCaseEq, 1, false, pos, c, filled(1, true, pos))
					key = choose(on, key, time64(0, pos))
				}
				key = e.hiddenNet(s, key, reads(key), "path time")
				best = e.hiddenNet(s, choose(op2(design.OpGt, 1, false, pos, key, best), key, best), reads(key, best), "path time")
				paths = append(paths, path{delays: e.annotated(s, p, terminalName(in), sym.name, delays), hit: key})
			}
		}
	}
	if len(paths) == 0 {
		return nil, false
	}
	zero := time64(0, pos)
	for i := range paths {
		h := op2(design.OpEq, 1, false, pos, paths[i].hit, best)
		paths[i].hit = e.hiddenNet(s, h, reads(h), "path")
	}
	out := e.newSignal(s, design.Signal{Net: design.NetWire, Width: sig.Width, Signed: sig.Signed, MSB: sig.Width - 1, Pos: pos})
	from := &design.Expr{Op: design.OpSignal, Width: sig.Width, Signed: sym.signed, Sig: sig, Pos: pos}
	to := &design.Expr{Op: design.OpSignal, Width: sig.Width, Signed: sym.signed, Sig: out, Pos: pos}
	wait := choose(op2(design.OpEq, 1, false, pos, best, zero), zero, e.due(s, delayOf(paths, part(to, 0, 1, pos), part(from, 0, 1, pos), pos), best))
	// Queued, so that the times of the sources are up to date when the delay is chosen.
	e.addAssign(&design.Assign{Kind: design.AssignPort, LHS: []design.LValue{{Sig: out, Width: sig.Width, Pos: pos}}, RHS: from, Scope: s.d,
		Pos: pos, Desc: fmt.Sprintf("module paths to %s", sym.name), Delay: [3]*design.Expr{wait, wait, wait}, Reads: reads(from)})
	if s.conns.delayed == nil {
		s.conns.delayed = map[string]*design.Expr{}
	}
	s.conns.delayed[sym.name] = to
	return to, true
}

// due is how long to wait for a change that comes d after the tick before best.
func (e *elab) due(s *scope, d, best *design.Expr) *design.Expr {
	pos := d.Pos
	at := op2(design.OpSub, timeWidth, false, pos, op2(design.OpAdd, timeWidth, false, pos, best, d), time64(1, pos))
	now := e.now(s, pos)
	return choose(op2(design.OpGt, 1, false, pos, at, now), op2(design.OpSub, timeWidth, false, pos, at, now), time64(0, pos))
}

// delayOf chooses the delay for the change from one bit to another: the least of the paths that hit.
func delayOf(paths []path, from, to *design.Expr, pos source.Pos) *design.Expr {
	least := func(n int) *design.Expr {
		order := make([]path, len(paths))
		copy(order, paths)
		sort.SliceStable(order, func(i, j int) bool { return order[i].delays[n] < order[j].delays[n] })
		x := time64(order[len(order)-1].delays[n], pos)
		for i := len(order) - 2; i >= 0; i-- {
			x = choose(order[i].hit, time64(order[i].delays[n], pos), x)
		}
		return x
	}
	is := func(x *design.Expr, b logic.Bit) *design.Expr {
		return op2(design.OpCaseEq, 1, false, pos, x, konst(logic.FromBit(b), false, pos))
	}
	// byFrom chooses among the three changes that end in b.
	byFrom := func(b, f1, f2, f3 logic.Bit) *design.Expr {
		return choose(is(from, f1), least(transition(f1, b)), choose(is(from, f2), least(transition(f2, b)), least(transition(f3, b))))
	}
	return choose(is(to, logic.L1), byFrom(logic.L1, logic.L0, logic.LX, logic.LZ),
		choose(is(to, logic.L0), byFrom(logic.L0, logic.L1, logic.LX, logic.LZ),
			choose(is(to, logic.LX), byFrom(logic.LX, logic.L0, logic.L1, logic.LZ), byFrom(logic.LZ, logic.L0, logic.L1, logic.LX))))
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
	e.innerOf[sig] = innerNet{inner, follow}
}

// innerNet is where the drivers of an inout port with paths go, all but the one that makes the port follow the outside.
type innerNet struct {
	sig    *design.Signal
	follow *design.Assign
}

// moveInner rewrites those drivers.
func (e *elab) moveInner() {
	if len(e.innerOf) == 0 {
		return
	}
	for _, a := range e.des.Assigns {
		for i := range a.LHS {
			if in, ok := e.innerOf[a.LHS[i].Sig]; ok && in.follow != a {
				a.LHS[i].Sig = in.sig
			}
		}
	}
}
