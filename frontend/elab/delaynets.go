package elab

import (
	"fmt"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/source"
)

// Negative timing checks (IEEE 1364-2005 15.8). A negative limit of $setuphold or $recrem means that the window in which data may not
// change lies on one side of the reference event. The check, and the model where it names delayed signals, then looks at delayed
// copies of its signals: delayed so far that no limit remains negative, and no further.

// delayNode is a signal of a module instance that such checks use.
type delayNode struct {
	x     *design.Expr
	delay int64 // ticks
	named []ast.Expr
	pos   source.Pos
}

// delayRule says that the delay of to is at least that of from plus by.
type delayRule struct {
	from, to *delayNode
	by       int64
	check    *timingCheck
	limit    int // of the check, that asks for it
}

// delayNets settles the delays of all signals of such checks of s, makes the copies, and moves the checks to them.
func (e *elab) delayNets(s *scope, list []*timingCheck) {
	var nodes []*delayNode
	byKey := map[sourceKey]*delayNode{}
	node := func(x *design.Expr) *delayNode {
		key := sourceKey{sig: x.Sig, width: x.Width}
		if x.Op == design.OpPart && x.Args[0].Op == design.OpSignal {
			key.sig, key.off = x.Args[0].Sig, x.Off
		}
		if n := byKey[key]; n != nil && key.sig != nil {
			return n
		}
		n := &delayNode{x: x, pos: x.Pos}
		nodes = append(nodes, n)
		byKey[key] = n
		return n
	}
	of := map[*timingCheck][2]*delayNode{}
	for _, t := range list {
		t.shown = t.limits
		if t.name != "$setuphold" && t.name != "$recrem" {
			continue
		}
		if t.limits[0] >= 0 && t.limits[1] >= 0 && t.delayed[0] == nil && t.delayed[1] == nil {
			continue
		}
		pair := [2]*delayNode{node(t.ref.term.raw), node(t.data.term.raw)}
		for i, x := range t.delayed {
			if x != nil {
				pair[i].named = append(pair[i].named, x)
			}
		}
		of[t] = pair
	}
	for !e.solveDelays(s, list, nodes, of) {
	}
	for _, n := range nodes {
		n.x = e.delayedCopy(s, n)
	}
	for _, t := range list {
		pair, ok := of[t]
		if !ok {
			continue
		}
		// Moving the reference by d makes the setup limit d longer and the hold limit d shorter.
		d := pair[0].delay - pair[1].delay
		t.shown = t.limits
		setup, hold := t.setupHold()
		*setup, *hold = *setup+d, *hold-d
		t.ref.late, t.data.late = pair[0].delay, pair[1].delay
		t.ref.term.used, t.data.term.used = pair[0].x, pair[1].x
	}
}

// setupHold are the limits in front of and behind the reference event.
func (t *timingCheck) setupHold() (setup, hold *int64) {
	if t.name == "$recrem" {
		return &t.limits[1], &t.limits[0]
	}
	return &t.limits[0], &t.limits[1]
}

// solveDelays finds the least delays that leave no limit negative. Where there are none it sets the most negative limit to 0, says so,
// and is false.
func (e *elab) solveDelays(s *scope, list []*timingCheck, nodes []*delayNode, of map[*timingCheck][2]*delayNode) bool {
	var rules []delayRule
	for _, t := range list {
		pair, ok := of[t]
		if !ok || pair[0] == pair[1] {
			continue
		}
		setup, hold := t.setupHold()
		// The ends of the window are no part of it: a setup limit that has to move stays at 1 tick or more.
		least := *setup
		if least != 0 {
			least--
		}
		rules = append(rules, delayRule{pair[1], pair[0], -least, t, 0}, delayRule{pair[0], pair[1], -*hold, t, 1})
	}
	for _, n := range nodes {
		n.delay = 0
	}
	for range len(nodes) + 1 {
		moved := false
		for _, r := range rules {
			if d := r.from.delay + r.by; d > r.to.delay {
				r.to.delay, moved = d, true
			}
		}
		if !moved {
			return true
		}
	}
	var worst *int64
	var at *timingCheck
	for _, r := range rules {
		for k := range r.check.limits {
			if l := &r.check.limits[k]; *l < 0 && (worst == nil || *l < *worst) {
				worst, at = l, r.check
			}
		}
	}
	if worst == nil {
		return true
	}
	e.diags.Warnf("W2017", at.decl.Pos(), "no delays of the signals of %s make the limits of its timing checks positive: the limit %d counts as 0 (IEEE 1364-2005 15.8)", s.d.Path, *worst)
	*worst = 0
	return false
}

// delayedCopy is a signal behind its delay, which also drives the nets that checks name for it.
func (e *elab) delayedCopy(s *scope, n *delayNode) *design.Expr {
	h := &hidden{e, s, n.pos}
	x := n.x
	if n.delay > 0 {
		copied := h.variable(x.Width)
		h.always(&design.AssignStmt{At: h.at(), NonBlocking: true, LHS: h.whole(copied), RHS: n.x, Delay: h.time(uint64(n.delay))},
			h.wait(h.changes(n.x)...))
		x = h.val(copied)
	}
	for _, name := range n.named {
		e.driveDelayed(s, name, x)
	}
	return x
}

// changes waits for any change of x.
func (h *hidden) changes(x *design.Expr) []design.EventItem {
	if x.Op == design.OpSignal {
		return []design.EventItem{{Signal: x.Sig}}
	}
	return []design.EventItem{{Signal: h.e.eventNet(h.s, x)}}
}

// driveDelayed connects a delayed signal, which several checks may name.
func (e *elab) driveDelayed(s *scope, name ast.Expr, x *design.Expr) {
	lhs, w, isReal, ok := e.lvalue(s, name, false)
	if !ok {
		return
	}
	if isReal || w != x.Width || len(lhs) != 1 {
		e.diags.Errorf("E2039", name.Pos(), "the delayed signal '%s' has %d bits, what it is a copy of %d", sourceText(name), w, x.Width)
		return
	}
	key := fmt.Sprint(lhs[0].Sig.Name, " ", lhs[0].Off, " ", w)
	if s.spec.driven[key] {
		return
	}
	if s.spec.driven == nil {
		s.spec.driven = map[string]bool{}
	}
	s.spec.driven[key] = true
	e.addAssign(&design.Assign{Kind: design.AssignCont, LHS: lhs, RHS: x, Scope: s.d, Pos: name.Pos(), Desc: "delayed signal",
		Immediate: immediate(x), Reads: reads(x)})
}

// connectDelayed makes the delayed signals of a check that is not simulated copies of what they stand for: the model reads them.
func (e *elab) connectDelayed(s *scope, c *ast.TimingCheck) {
	f := checkForms[c.Name]
	if f.delayed == noArg {
		return
	}
	for i, from := range []int{f.ref, f.data} {
		name, ok := checkArg(c, f.delayed+i).(ast.Expr)
		if !ok {
			continue
		}
		term, isExpr := checkArg(c, from).(ast.Expr)
		if ev, isEvent := checkArg(c, from).(*ast.TimingEvent); isEvent {
			term, isExpr = ev.Term, true
		}
		before := e.diags.ErrorCount()
		if !isExpr {
			continue
		}
		if x := e.selfExpr(s, term); e.diags.ErrorCount() == before {
			e.driveDelayed(s, name, x)
		}
	}
}

// delayedNames declares the delayed signals that the module does not declare.
func (e *elab) delayedNames(s *scope) {
	for _, c := range s.spec.checks {
		f := checkForms[c.Name]
		if f.delayed == noArg {
			continue
		}
		for i := range 2 {
			if x, ok := checkArg(c, f.delayed+i).(ast.Expr); ok {
				e.implicitTarget(s, x)
			}
		}
	}
}
