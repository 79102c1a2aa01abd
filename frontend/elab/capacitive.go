package elab

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// Capacitive networks (IEEE 1364-2005 4.6.3). A trireg net that nothing drives shares its charge with the nets that switches connect it
// to: the larger charge decides, equal ones that differ make x. The bits of such nets are made of ordinary nets: what drives them
// moves to a wire behind, as for charge decay; a variable holds the charge, and drives the net, and through the switches the
// others, as strongly as the charge is large, while nothing drives the wire.

// chargePath is a way through switches along which the charge of one bit reaches another.
type chargePath struct {
	to, from netBit
	control  *design.Expr
	weaken   int
	joint    *inoutJoint
}

// shareCharges makes the charges of all trireg bits among the paths.
func (e *elab) shareCharges(paths []chargePath) {
	offers := map[netBit]*design.Signal{} // the charge of a bit, z while it is driven
	left := map[netBit]*design.Expr{}     // nothing drives the bit
	for _, p := range paths {
		if offers[p.from] == nil {
			offers[p.from], left[p.from] = e.charge(p.from)
		}
	}
	for _, p := range paths {
		h := &hidden{e, e.byDesign[p.joint.scope.d], p.joint.pos}
		control := p.control
		if u := left[p.to]; u != nil {
			control = op2(design.OpAnd, 1, false, h.pos, control, u)
		}
		level := design.Strength(p.from.sig.Charge)
		for range min(p.weaken, 8) {
			level = reduced(level)
		}
		rhs := &design.Expr{Op: design.OpNmos, Width: 1, Pos: h.pos, Args: []*design.Expr{unstrong(h.val(offers[p.from])), control}}
		e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: []design.LValue{p.to.target(1, h.pos)}, RHS: rhs, Scope: h.s.d, Pos: h.pos,
			Desc: "charge through " + p.joint.desc, Strength: [2]design.Strength{level, level}, Reads: reads(rhs)})
	}
}

// charge makes the charge of a bit drive it.
func (e *elab) charge(b netBit) (offer *design.Signal, left *design.Expr) {
	sig := b.sig
	h := &hidden{e, e.byDesign[sig.Scope], sig.Pos}
	inner := e.behind(h, sig)
	left = h.is(design.OpCaseEq, e.bitOf(h.val(inner), b.bit), h.bit(logic.LZ))
	alone := h.follow(left, false, "undriven "+sig.Name)
	left = h.val(alone)
	held := h.variable(1)
	now := b.value(1, sig.Pos)
	h.always(h.set(held, now), h.wait(h.changes(now)...))
	level := design.Strength(sig.Charge)
	offer = h.net(1)
	give := &design.Expr{Op: design.OpNmos, Width: 1, Pos: sig.Pos, Args: []*design.Expr{h.val(held), left}}
	e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: h.whole(offer), RHS: give, Scope: sig.Scope, Pos: sig.Pos, Desc: "charge of " + sig.Name,
		Strength: [2]design.Strength{level, level}, Reads: reads(give)})
	own := &design.Expr{Op: design.OpNmos, Width: 1, Pos: sig.Pos, Args: []*design.Expr{h.val(held), left}}
	e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: []design.LValue{b.target(1, sig.Pos)}, RHS: own, Scope: sig.Scope, Pos: sig.Pos,
		Desc: "charge of " + sig.Name, Strength: [2]design.Strength{level, level}, Reads: reads(own)})
	return offer, left
}

// behind moves what drives a trireg net to a wire that drives it through a switch that is always on; again it gives that wire.
func (e *elab) behind(h *hidden, sig *design.Signal) *design.Signal {
	if inner := e.wires[sig]; inner != nil {
		return inner
	}
	inner := h.net(sig.Width)
	for _, n := range [2]*design.Signal{sig, inner} {
		n.Resolved, n.Strong = true, true
	}
	for _, a := range e.des.Assigns {
		for i := range a.LHS {
			if l := &a.LHS[i]; l.Sig == sig {
				l.Sig = inner
			}
		}
	}
	if e.wires == nil {
		e.wires = map[*design.Signal]*design.Signal{}
	}
	e.wires[sig] = inner
	on := filled(sig.Width, true, sig.Pos)
	through := &design.Expr{Op: design.OpNmos, Width: sig.Width, Pos: sig.Pos, Args: []*design.Expr{h.val(inner), on}}
	e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: h.whole(sig), RHS: through, Scope: sig.Scope, Pos: sig.Pos, Desc: "trireg",
		Immediate: true, Reads: reads(through)})
	return inner
}
