package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Bidirectional connections that cannot make two names one Signal: inout ports on parts of nets, and tran switches. Bits
// that such a connection joins are one net (IEEE 1364-2005 12.3.8, 7.7). One bit of each class stands for all: every
// driver of the class is rewritten to drive it, and the other bits copy it. Switches with a control are no such net:
// there each driver on one side is copied to the other, gated by the control.

// inoutJoint joins bits of nets for good, or, with a control, while that is 1.
type inoutJoint struct {
	a, b    []design.LValue // most significant first, equally wide
	scope   *scope
	pos     source.Pos
	desc    string
	control *design.Expr // of tranif1; inverted for tranif0
	weaken  bool         // rtran: strengths are reduced
	tran    bool         // a switch, not a port
}

// netBit is one bit of a net.
type netBit struct {
	sig       *design.Signal
	word, bit int
}

type bitNets struct {
	up    map[netBit]netBit
	joint map[netBit]*inoutJoint // the first that a bit takes part in
}

func (n *bitNets) find(b netBit) netBit {
	r := b
	for {
		p, ok := n.up[r]
		if !ok {
			break
		}
		r = p
	}
	for b != r {
		next := n.up[b]
		n.up[b] = r
		b = next
	}
	return r
}

// outer tells whether a stands for b when both are joined: the net of the outer scope, else the older one.
func outer(a, b *design.Signal) bool {
	da, db := 0, 0
	for s := a.Scope; s != nil; s = s.Parent {
		da++
	}
	for s := b.Scope; s != nil; s = s.Parent {
		db++
	}
	if da != db {
		return da < db
	}
	return a.ID <= b.ID
}

// bitsOf lists the bits of a target list, least significant first.
func bitsOf(list []design.LValue) []netBit {
	var out []netBit
	for i := len(list) - 1; i >= 0; i-- {
		l := &list[i]
		for k := range l.Width {
			out = append(out, netBit{l.Sig, wordOf(l), l.Off + k})
		}
	}
	return out
}

// wordOf is the constant element index of a net target.
func wordOf(l *design.LValue) int {
	if l.Word == nil {
		return 0
	}
	u, _ := l.Word.Val.Uint64()
	return int(u)
}

// target makes the run of n bits from b up a target.
func (b netBit) target(n int, pos source.Pos) design.LValue {
	l := design.LValue{Sig: b.sig, Off: b.bit, Width: n, Pos: pos}
	if b.sig.Words > 0 {
		l.Word = konstInt(int64(b.word), pos)
	}
	return l
}

// value makes the run of n bits from b up a value.
func (b netBit) value(n int, pos source.Pos) *design.Expr {
	x := &design.Expr{Op: design.OpSignal, Width: b.sig.Width, Sig: b.sig, Pos: pos}
	if b.sig.Words > 0 {
		x.Op, x.Args = design.OpWord, []*design.Expr{konstInt(int64(b.word), pos)}
	}
	if n == b.sig.Width {
		return x
	}
	return part(x, b.bit, n, pos)
}

// next is the bit k above b.
func (b netBit) next(k int) netBit { return netBit{b.sig, b.word, b.bit + k} }

// joinNets rewrites the design for all joints.
func (e *elab) joinNets() {
	if len(e.inouts) == 0 {
		return
	}
	for i, s := range e.des.Signals {
		s.ID = i
	}
	n := &bitNets{up: map[netBit]netBit{}, joint: map[netBit]*inoutJoint{}}
	var order []netBit
	supplied := e.supplied()
	for i := range e.inouts {
		j := &e.inouts[i]
		if j.tran && j.control == nil && j.parted(supplied) {
			j.control = filled(1, true, j.pos)
		}
		if j.control != nil {
			continue
		}
		a, b := bitsOf(j.a), bitsOf(j.b)
		for k := range min(len(a), len(b)) {
			for _, x := range [2]netBit{a[k], b[k]} {
				if n.joint[x] == nil {
					n.joint[x] = j
					order = append(order, x)
				}
			}
			x, y := n.find(a[k]), n.find(b[k])
			if x == y {
				continue
			}
			if !outer(x.sig, y.sig) {
				x, y = y, x
			}
			e.mergeType(x.sig, y.sig, j.pos)
			n.up[y] = x
		}
	}
	for i := range e.inouts {
		if j := &e.inouts[i]; j.tran {
			for _, b := range append(bitsOf(j.a), bitsOf(j.b)...) {
				b.sig.Switched, n.find(b).sig.Switched = true, true
			}
		}
	}
	e.redirect(n)
	e.copyBack(n, order)
	e.switches(n)
}

// redirect makes all drivers drive the bits that stand for theirs.
func (e *elab) redirect(n *bitNets) {
	touched := map[*design.Signal]bool{}
	for b := range n.joint {
		touched[b.sig] = true
	}
	for _, a := range e.des.Assigns {
		hit := false
		for i := range a.LHS {
			hit = hit || touched[a.LHS[i].Sig]
		}
		if !hit {
			continue
		}
		bits := bitsOf(a.LHS)
		var out []design.LValue
		for k := 0; k < len(bits); {
			from := n.find(bits[k])
			run := 1
			for k+run < len(bits) && n.find(bits[k+run]) == from.next(run) {
				run++
			}
			out = append(out, from.target(run, a.LHS[0].Pos))
			k += run
		}
		for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
			out[i], out[j] = out[j], out[i]
		}
		a.LHS = out
	}
}

// copyBack makes the other bits of each class follow the one that stands for it.
func (e *elab) copyBack(n *bitNets, order []netBit) {
	done := map[netBit]bool{}
	same := map[*design.Signal]*design.Signal{} // whole nets that are one
	for _, b := range order {
		if n.find(b) == b || done[b] {
			continue
		}
		for n.joint[b.next(-1)] != nil && n.find(b.next(-1)) == n.find(b).next(-1) {
			b = b.next(-1)
		}
		from, run := n.find(b), 1
		for n.joint[b.next(run)] != nil && n.find(b.next(run)) == from.next(run) {
			run++
		}
		for k := range run {
			done[b.next(k)] = true
		}
		if w := from.sig.Width; run == w && run == b.sig.Width && b.bit == 0 && from.bit == 0 && from.sig.Words == 0 && b.sig.Words == 0 &&
			!b.sig.Forced && !from.sig.Forced {
			from.sig.Strong = from.sig.Strong || b.sig.Strong
			from.sig.Resolved = from.sig.Resolved || b.sig.Resolved
			e.moveDelay(b.sig, from.sig)
			same[b.sig] = from.sig
			continue
		}
		j := n.joint[b]
		rhs := from.value(run, j.pos)
		back := &design.Assign{Kind: design.AssignPort, LHS: []design.LValue{b.target(run, j.pos)}, RHS: rhs, Scope: j.scope.d,
			Pos: j.pos, Desc: j.desc, Immediate: immediate(rhs), Reads: reads(rhs)}
		e.addAssign(back)
		if e.backCopies == nil {
			e.backCopies = map[*design.Assign]bool{}
		}
		e.backCopies[back] = true
	}
	if len(same) > 0 {
		e.substitute(same)
	}
}

// parted tells that the two sides of a switch that is always on are not one net: what is forced on one side drives the other, and what
// is as strong as a supply is reduced to strong on the other side (IEEE 1364-2005 7.12).
func (j *inoutJoint) parted(supplied map[*design.Signal]bool) bool {
	return j.touches(func(s *design.Signal) bool { return s.Forced || supplied[s] })
}

// touches tells whether one of the nets that j joins is such a one.
func (j *inoutJoint) touches(such func(*design.Signal) bool) bool {
	for _, list := range [2][]design.LValue{j.a, j.b} {
		for i := range list {
			if such(list[i].Sig) {
				return true
			}
		}
	}
	return false
}

// supplied are the nets that may be as strong as a supply, by their type or by a driver, and those that ports make one with them.
func (e *elab) supplied() map[*design.Signal]bool {
	set := map[*design.Signal]bool{}
	for _, a := range e.des.Assigns {
		if a.Strength[0] == design.Supply || a.Strength[1] == design.Supply {
			for i := range a.LHS {
				set[a.LHS[i].Sig] = true
			}
		}
	}
	is := func(s *design.Signal) bool {
		return set[s] || s.Net == design.NetSupply0 || s.Net == design.NetSupply1
	}
	for grew := true; grew; {
		grew = false
		for i := range e.inouts {
			j := &e.inouts[i]
			if !j.touches(is) {
				continue
			}
			for _, list := range [2][]design.LValue{j.a, j.b} {
				for k := range list {
					if s := list[k].Sig; !set[s] && (is(s) || !j.tran) {
						set[s], grew = true, true
					}
				}
			}
		}
	}
	return set
}

// tran elaborates tran, tranif0, tranif1 and their resistive kin (IEEE 1364-2005 7.6).
func (e *elab) tran(s *scope, g *ast.GateInst) {
	want := 3
	if g.Gate == ast.GateTran || g.Gate == ast.GateRtran {
		want = 2
	}
	var delay [3]*design.Expr
	if want == 3 {
		delay = e.assignDelay(s, g.Delay)
	}
	for _, in := range g.Instances {
		if len(in.Conns) != want {
			e.diags.Errorf("E2028", in.Pos(), "a %s switch has %d terminals, not %d", g.Gate, want, len(in.Conns))
			continue
		}
		n, ok := e.arrayCount(s, in)
		if !ok {
			continue
		}
		t := &terminals{e: e, s: s, in: in, count: n}
		a, ok1 := t.outs(0)
		b, ok2 := t.outs(1)
		if !ok1 || !ok2 || a == nil || b == nil {
			continue
		}
		var ctl []*design.Expr
		if want == 3 {
			if ctl, ok = t.ins(2); !ok {
				continue
			}
		}
		for k := range a {
			j := inoutJoint{tran: true, a: a[k], b: b[k], scope: s, pos: in.Pos(), desc: g.Gate.String() + " " + in.Name}
			switch g.Gate {
			case ast.GateRtran:
				j.control = filled(1, true, in.Pos()) // always on, but it reduces strengths
			case ast.GateTranif1, ast.GateRtranif1:
				j.control = ctl[k]
			case ast.GateTranif0, ast.GateRtranif0:
				j.control = op1(design.OpNot, 1, false, in.Pos(), ctl[k])
			}
			if j.control != nil && delay[0] != nil {
				j.control = e.delayed(s, j.control, delay)
			}
			j.weaken = g.Gate == ast.GateRtran || g.Gate == ast.GateRtranif0 || g.Gate == ast.GateRtranif1
			e.inouts = append(e.inouts, j)
		}
	}
}

// delayed is a single-bit value behind a delay of its own: a switch turns on and off that late.
func (e *elab) delayed(s *scope, x *design.Expr, delay [3]*design.Expr) *design.Expr {
	sig := e.newSignal(s, design.Signal{Net: design.NetWire, Width: 1, Pos: x.Pos})
	e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: []design.LValue{{Sig: sig, Width: 1, Pos: x.Pos}}, RHS: x, Scope: s.d, Pos: x.Pos,
		Desc: "switch control", Delay: delay, Reads: reads(x)})
	return &design.Expr{Op: design.OpSignal, Width: 1, Sig: sig, Pos: x.Pos}
}

// wire is one controlled switch seen from one side.
type wire struct {
	to    netBit
	joint *inoutJoint
}

const maxPaths = 1 << 14

// switches copies drivers across controlled switches, along every simple path of them.
func (e *elab) switches(n *bitNets) {
	graph := map[netBit][]wire{}
	var nodes []netBit
	add := func(from, to netBit, j *inoutJoint) {
		if graph[from] == nil {
			nodes = append(nodes, from)
		}
		graph[from] = append(graph[from], wire{to, j})
	}
	for i := range e.inouts {
		j := &e.inouts[i]
		if j.control == nil {
			continue
		}
		a, b := n.find(bitsOf(j.a)[0]), n.find(bitsOf(j.b)[0])
		if a != b {
			add(a, b, j)
			add(b, a, j)
		}
	}
	if len(nodes) == 0 {
		return
	}
	drivers := map[netBit][]*design.Assign{}
	place := map[*design.Assign]map[netBit]int{}
	for _, a := range e.des.Assigns {
		for k, b := range bitsOf(a.LHS) {
			if graph[b] != nil {
				drivers[b] = append(drivers[b], a)
				if place[a] == nil {
					place[a] = map[netBit]int{}
				}
				place[a][b] = k
			}
		}
	}
	for _, b := range nodes {
		if a := ownDriver(b.sig); a != nil {
			drivers[b] = append(drivers[b], a)
			place[a] = map[netBit]int{b: 0}
		}
	}
	sources := map[*design.Assign]*design.Expr{}
	paths := 0
	var charges []chargePath
	for _, to := range nodes {
		seen := map[netBit]bool{to: true}
		var walk func(at netBit, control *design.Expr, weaken int)
		walk = func(at netBit, control *design.Expr, weaken int) {
			for _, w := range graph[at] {
				if seen[w.to] || e.stopped {
					continue
				}
				if paths++; paths > maxPaths {
					e.stopped = true
					e.diags.Errorf("E2033", w.joint.pos, "the net of bidirectional switches has more than %d paths", maxPaths)
					return
				}
				c := w.joint.control
				if control != nil {
					c = op2(design.OpAnd, 1, false, w.joint.pos, control, c)
				}
				weak := weaken
				if w.joint.weaken {
					weak++
				}
				free := c
				if w.to.sig.Forced && w.to.sig.Words == 0 {
					forced := e.isForced(w.to)
					free = op2(design.OpAnd, 1, false, w.joint.pos, c, op1(design.OpLogNot, 1, false, w.joint.pos, forced))
					e.passDriver(to, &design.Assign{Strength: strengths(nil), Pos: w.joint.pos}, 0, map[*design.Assign]*design.Expr{},
						c, weak, w.joint, &design.Expr{Op: design.OpCond, Width: 1, Pos: w.joint.pos,
							Args: []*design.Expr{forced, w.to.value(1, w.joint.pos), konst(logic.LZ.Vec(), false, w.joint.pos)}})
				}
				if w.to.sig.Net == design.NetTrireg && w.to.sig.Words == 0 && to.sig.Words == 0 && !w.to.sig.Forced {
					charges = append(charges, chargePath{to, w.to, c, weak, w.joint})
				}
				for _, d := range drivers[w.to] {
					e.passDriver(to, d, place[d][w.to], sources, free, weak, w.joint, nil)
				}
				if w.to.sig.Net == design.NetSupply0 || w.to.sig.Net == design.NetSupply1 {
					continue // what comes from behind it is strong at most, and the supply decides
				}
				seen[w.to] = true
				walk(w.to, c, weak)
				delete(seen, w.to)
			}
		}
		walk(to, nil, 0)
	}
	e.shareCharges(charges)
}

// ownDriver is the driver that a net has by its type alone, nil for most (IEEE 1364-2005 4.6.4, 4.6.5).
func ownDriver(s *design.Signal) *design.Assign {
	one, st := false, design.Supply
	switch s.Net {
	case design.NetSupply0:
	case design.NetSupply1:
		one = true
	case design.NetTri0:
		st = design.Pull
	case design.NetTri1:
		one, st = true, design.Pull
	default:
		return nil
	}
	return &design.Assign{LHS: []design.LValue{{Sig: s, Width: 1}}, RHS: filled(1, one, s.Pos), Strength: [2]design.Strength{st, st}, Pos: s.Pos}
}

// passDriver makes a driver of to out of bit k of driver d, or of the value src with d's strength.
func (e *elab) passDriver(to netBit, d *design.Assign, k int, sources map[*design.Assign]*design.Expr, control *design.Expr, weaken int, j *inoutJoint, src *design.Expr) {
	var rhs *design.Expr
	if src == nil {
		rhs = passGate(d, k, control, j.pos)
		src = sources[d]
	}
	if src == nil {
		src = d.RHS
		if d.Delay[0] != nil || d.UDP != nil {
			w := totalWidth(d.LHS)
			sig := e.newSignal(j.scope, design.Signal{Net: design.NetWire, Width: w, MSB: w - 1, Pos: d.Pos})
			c := *d
			c.LHS = []design.LValue{{Sig: sig, Width: w, Pos: d.Pos}}
			c.Strength = [2]design.Strength{}
			e.addAssign(&c)
			src = &design.Expr{Op: design.OpSignal, Width: w, Sig: sig, Pos: d.Pos}
		}
		sources[d] = src
	}
	bit := src
	if src.Width > 1 {
		bit = part(src, k, 1, j.pos)
	}
	bit = unstrong(bit)
	st := d.Strength
	for i := range st {
		if st[i] == design.Supply {
			st[i] = design.Strong // 7.12
		}
		for range min(weaken, 8) {
			st[i] = reduced(st[i])
		}
	}
	if rhs == nil {
		rhs = &design.Expr{Op: design.OpNmos, Width: 1, Pos: j.pos, Args: []*design.Expr{bit, control}}
	}
	e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: []design.LValue{to.target(1, j.pos)}, RHS: rhs, Scope: j.scope.d, Pos: j.pos,
		Desc: j.desc, Strength: st, Reads: reads(rhs)})
}

// passGate is bit k of a driver that is a three-state gate, as such a gate that a switch's control turns off, too: what either control
// leaves open is between the gate's value and z (IEEE 1364-2005 7.10.2), which its value alone does not tell. It is nil for other drivers.
func passGate(d *design.Assign, k int, control *design.Expr, pos source.Pos) *design.Expr {
	x := d.RHS
	if d.Delay[0] != nil || d.UDP != nil || x == nil {
		return nil
	}
	bit := func(a *design.Expr) *design.Expr {
		if a.Width == 1 {
			return a
		}
		return part(a, min(k, a.Width-1), 1, pos)
	}
	and := func(a *design.Expr) *design.Expr { return op2(design.OpAnd, 1, false, pos, bit(a), control) }
	off := func(a *design.Expr) *design.Expr {
		return op2(design.OpOr, 1, false, pos, bit(a), op1(design.OpNot, 1, false, pos, control))
	}
	g := &design.Expr{Op: x.Op, Width: 1, Pos: pos}
	switch x.Op {
	case design.OpBufif1, design.OpNotif1:
		g.Args = []*design.Expr{bit(x.Args[0]), and(x.Args[1])}
	case design.OpBufif0, design.OpNotif0:
		g.Args = []*design.Expr{bit(x.Args[0]), off(x.Args[1])}
	case design.OpNmos:
		g.Args = []*design.Expr{unstrong(bit(x.Args[0])), and(x.Args[1])}
	case design.OpPmos:
		g.Args = []*design.Expr{unstrong(bit(x.Args[0])), off(x.Args[1])}
	case design.OpCmos:
		g.Args = []*design.Expr{unstrong(bit(x.Args[0])), and(x.Args[1]), off(x.Args[2])}
	default:
		return nil
	}
	return g
}

// unstrong is a net's bit as a value alone: a switch passes on the strength of a net that it reads, and that of what passes here is
// the driver's.
func unstrong(x *design.Expr) *design.Expr {
	src := x
	for src.Op == design.OpPart || src.Op == design.OpSigned {
		src = src.Args[0]
	}
	if src.Op != design.OpSignal || src.Sig.Net == design.NetVar {
		return x
	}
	return &design.Expr{Op: design.OpConcat, Width: x.Width, Args: []*design.Expr{x}, Pos: x.Pos}
}

// reduced is a strength behind a resistive switch (IEEE 1364-2005 table 7-8).
func reduced(s design.Strength) design.Strength {
	switch s {
	case design.Supply, design.Strong:
		return design.Pull
	case design.Pull:
		return design.Weak
	case design.Large, design.Weak:
		return design.Medium
	case design.Medium:
		return design.Small
	}
	return s
}
