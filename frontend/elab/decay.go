package elab

import (
	"fmt"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// Charge decay (IEEE 1364-2005 4.6.3, 7.14.2). The third delay of a trireg net is the time after which a bit that nothing
// drives loses its charge and becomes x. It is made of ordinary nets: the drivers move to a wire behind the trireg, which is
// driven through a switch that is always on, and a second driver, as weak as the charge, puts x on each bit that the wire has
// left alone for as long.

// declaredDelay is the delay of a net declaration: of a trireg with three values the third is no turn-off delay.
func declaredDelay(n *ast.NetDecl) *ast.Delay {
	if n.Delay == nil || !decays(n) {
		return n.Delay
	}
	d := *n.Delay
	d.Values = d.Values[:2]
	return &d
}

// decays tells whether n gives a charge decay time.
func decays(n *ast.NetDecl) bool {
	return n.Kind == ast.TriReg && n.Delay != nil && len(n.Delay.Values) == 3
}

// moveDelay gives the delay and the decay time that are declared for one net to another.
func (e *elab) moveDelay(from, to *design.Signal) {
	if d, ok := e.netDelay[from]; ok {
		e.netDelay[to] = d
	}
	if d, ok := e.decay[from]; ok {
		e.decay[to] = d
	}
}

// dropDelay forgets both.
func (e *elab) dropDelay(sig *design.Signal) {
	delete(e.netDelay, sig)
	delete(e.decay, sig)
}

// chargeDecay makes the decay of all nets that have one.
func (e *elab) chargeDecay() {
	if len(e.decay) == 0 {
		return
	}
	count := len(e.des.Signals)
	for _, sig := range e.des.Signals[:count] {
		after := e.decay[sig]
		if after == nil {
			continue
		}
		if sig.Words == 0 {
			e.decayOf(sig, nil, after)
			continue
		}
		for w := range sig.Words {
			e.decayOf(sig, konstInt(int64(w), sig.Pos), after)
		}
	}
}

// decayOf makes the decay of a net, or of the element of an array of nets.
func (e *elab) decayOf(sig *design.Signal, word *design.Expr, after *design.Expr) {
	s := e.byDesign[sig.Scope]
	h := &hidden{e, s, sig.Pos}
	if word == nil && e.wires[sig] != nil { // its charge is shared: what drives it is behind it already
		e.loseCharge(h, sig, e.wires[sig], after)
		return
	}
	net := sig
	if word != nil { // arrays are not resolved: the element is a copy of a net of its own
		net = h.net(sig.Width)
		net.Net, net.Charge = design.NetTrireg, sig.Charge
	}
	inner := h.net(sig.Width)
	for _, n := range [2]*design.Signal{net, inner} {
		n.Resolved, n.Strong = true, true
	}
	for _, a := range e.des.Assigns {
		for i := range a.LHS {
			l := &a.LHS[i]
			if l.Sig == sig && (word == nil || l.Word != nil && logic.CaseEq(l.Word.Val, word.Val)) {
				l.Sig, l.Word = inner, nil
			}
		}
	}
	e.loseCharge(h, net, inner, after)
	on := filled(sig.Width, true, sig.Pos)
	through := &design.Expr{Op: design.OpNmos, Width: sig.Width, Pos: sig.Pos, Args: []*design.Expr{h.val(inner), on}}
	e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: h.whole(net), RHS: through, Scope: sig.Scope, Pos: sig.Pos, Desc: "trireg",
		Immediate: true, Reads: reads(through)})
	if word != nil {
		rhs := h.val(net)
		e.addAssign(&design.Assign{Kind: design.AssignPort, LHS: []design.LValue{{Sig: sig, Word: word, Width: sig.Width, Pos: sig.Pos}},
			RHS: rhs, Scope: sig.Scope, Pos: sig.Pos, Desc: "element of " + sig.Name, Immediate: true, Reads: reads(rhs)})
	}
}

// bitOf is a bit of a value.
func (e *elab) bitOf(x *design.Expr, bit int) *design.Expr {
	if x.Width == 1 {
		return x
	}
	return part(x, bit, 1, x.Pos)
}

// loseCharge puts x on each bit of net that the wire behind it has left alone for long enough.
func (e *elab) loseCharge(h *hidden, net, inner *design.Signal, after *design.Expr) {
	// The tests for the decay come first, so that a bit that is driven again is free of x before its value arrives.
	charge := design.Strength(net.Charge)
	zero := h.num(timeWidth, 0)
	for bit := range net.Width {
		left := h.is(design.OpCaseEq, e.bitOf(h.val(inner), bit), h.bit(logic.LZ))
		gone := h.net(1)
		e.addAssign(&design.Assign{Kind: design.AssignCont, LHS: h.whole(gone), RHS: left, Scope: net.Scope, Pos: h.pos,
			Desc: fmt.Sprintf("charge decay of %s", net.Name), Delay: [3]*design.Expr{after, zero, zero}, Immediate: true, Reads: reads(left)})
		lost := &design.Expr{Op: design.OpBufif1, Width: 1, Pos: h.pos, Args: []*design.Expr{h.bit(logic.LX), h.val(gone)}}
		e.addAssign(&design.Assign{Kind: design.AssignGate, LHS: []design.LValue{{Sig: net, Off: bit, Width: 1, Pos: h.pos}}, RHS: lost,
			Scope: net.Scope, Pos: h.pos, Desc: "lost charge", Strength: [2]design.Strength{charge, charge}, Immediate: true, Reads: reads(lost)})
	}
}
