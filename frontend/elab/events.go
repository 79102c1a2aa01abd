package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// exprState is what the expression half keeps over an elaboration.
type exprState struct {
	symOf   map[*design.Subroutine]*symbol     // of functions called
	bodies  map[*design.Subroutine]design.Stmt // of constant functions; nil after an error
	selects map[selectKey]*design.Signal       // hidden nets of events on constant selects
	calls   map[*design.Subroutine]*callees    // by subroutine
	endless []*design.Process                  // always constructs to be checked for delays
}

// selectKey names a constant select of a whole signal.
type selectKey struct {
	sig        *design.Signal
	off, width int
}

// eventControl makes the event of @(...) or @*, which waits in front of body. It is nil when there is nothing to wait for.
func (e *elab) eventControl(s *scope, ec *ast.EventControl, body design.Stmt) *design.Event {
	return e.eventWith(s, ec, body, nil)
}

// eventWith is eventControl where some items have been chosen, see chosen; nil is never triggered.
func (e *elab) eventWith(s *scope, ec *ast.EventControl, body design.Stmt, taken map[*ast.EventItem]*design.NamedEvent) *design.Event {
	var items []design.EventItem
	var autos []autoItem
	if ec.Star {
		items, autos = autoItems(implicitReads(body))
		if len(items)+len(autos) == 0 {
			e.diags.Warnf(codeNeverWakes, ec.Pos(), "@* finds nothing to wait for: it never wakes")
		}
	} else {
		for _, it := range ec.Items {
			if ev, is := taken[it]; is {
				if it.Edge != ast.EdgeAny {
					e.diags.Errorf(codeNotEvent, it.Pos(), "a named event has no edges")
				} else if ev != nil {
					items = append(items, design.EventItem{Named: ev})
				}
				continue
			}
			switch item, auto, ok := e.eventItem(s, it); {
			case ok && auto != nil:
				autos = append(autos, *auto)
			case ok:
				items = append(items, item)
			}
		}
	}
	if len(autos) > 0 {
		return e.autoEvent(s, items, autos, ec.Pos())
	}
	if len(items) == 0 {
		return nil
	}
	return e.addEvent(items, ec.Star, ec.Pos())
}

// namedEvent is the event that x names; nil without a word when it names something else.
func (e *elab) namedEvent(s *scope, x ast.Expr) *design.NamedEvent {
	id, ok := x.(*ast.Ident)
	if !ok {
		return nil
	}
	sym, _ := e.find(s, id)
	if sym == nil || sym.kind != symEvent || sym.decl == nil {
		return nil
	}
	return sym.decl.Event
}

// automaticEvent is the variable that stands for the event of an automatic task that x names, nil when it names something else: each
// activation has an event of its own, as it has variables, and a trigger is a change of the variable (IEEE 1364-2005 10.2.3).
func (e *elab) automaticEvent(s *scope, x ast.Expr) *design.Signal {
	id, ok := x.(*ast.Ident)
	if !ok {
		return nil
	}
	sym, _ := e.find(s, id)
	if sym == nil || sym.pulse == nil {
		return nil
	}
	if s.sub != sym.home.sub {
		e.diags.Errorf(codeNotEvent, x.Pos(), "event '%s' is automatic: it cannot be seen from outside its task (IEEE 1364-2005 10.2.3)", identText(id))
	}
	return sym.pulse
}

// eventItem elaborates one alternative; auto is set, in place of the item, for one that looks at automatic variables.
func (e *elab) eventItem(s *scope, it *ast.EventItem) (item design.EventItem, auto *autoItem, ok bool) {
	if ev := e.namedEvent(s, it.X); ev != nil {
		if it.Edge != ast.EdgeAny {
			e.diags.Errorf(codeNotEvent, it.Pos(), "a named event has no edges")
			return item, nil, false
		}
		return design.EventItem{Named: ev}, nil, true
	}
	if ev, _, is := e.eventElement(s, it.X); is {
		if it.Edge != ast.EdgeAny {
			e.diags.Errorf(codeNotEvent, it.Pos(), "a named event has no edges")
			return item, nil, false
		}
		return design.EventItem{Named: ev}, nil, ev != nil
	}
	if sig := e.automaticEvent(s, it.X); sig != nil {
		if it.Edge != ast.EdgeAny {
			e.diags.Errorf(codeNotEvent, it.Pos(), "a named event has no edges")
			return item, nil, false
		}
		return item, &autoItem{x: wholeOf(sig, it.Pos())}, s.sub == sig.Frame
	}
	edge := design.EdgeAny
	switch it.Edge {
	case ast.EdgePos:
		edge = design.EdgePos
	case ast.EdgeNeg:
		edge = design.EdgeNeg
	}
	if sym := e.arraySymbol(s, it.X); sym != nil && edge == design.EdgeAny {
		if sig := sym.decl.Signal; sig.Frame != nil {
			return item, &autoItem{array: sig}, true
		}
		return design.EventItem{Signal: sym.decl.Signal}, nil, true
	}
	before := e.diags.ErrorCount()
	x := e.selfExpr(s, it.X)
	if e.diags.ErrorCount() > before {
		return item, nil, false
	}
	if x.Real && edge != design.EdgeAny {
		e.diags.Errorf(codeRealOperand, it.Pos(), "a real value has no edges")
		return item, nil, false
	}
	if used := reads(x); len(used) > 0 {
		autos := 0
		for _, sig := range used {
			if sig.Frame != nil {
				autos++
			}
		}
		switch {
		case autos == 0:
		case autos < len(used):
			e.diags.Errorf(codeUnsupported, it.Pos(), "an event expression of both automatic and static variables cannot stand here")
			return item, nil, false
		default:
			if edge != design.EdgeAny && x.Width > 1 {
				x = part(x, 0, 1, x.Pos)
			}
			return item, &autoItem{edge: edge, x: x}, true
		}
	}
	if x.Op == design.OpSignal {
		return design.EventItem{Edge: edge, Signal: x.Sig}, nil, true
	}
	if edge != design.EdgeAny && x.Width > 1 {
		x = part(x, 0, 1, x.Pos) // an edge looks at the least significant bit (9.7)
	}
	return design.EventItem{Edge: edge, Signal: e.eventNet(s, x)}, nil, true
}

// eventNet makes the hidden net of an event expression; equal constant selects of one signal share theirs.
func (e *elab) eventNet(s *scope, x *design.Expr) *design.Signal {
	var key selectKey
	if x.Op == design.OpPart && x.Args[0].Op == design.OpSignal {
		key = selectKey{x.Args[0].Sig, x.Off, x.Width}
		if sig := e.xs.selects[key]; sig != nil {
			return sig
		}
	}
	sig := e.newSignal(s, design.Signal{Net: design.NetWire, Real: x.Real, Width: x.Width, Signed: x.Signed,
		MSB: x.Width - 1, Hidden: true, Pos: x.Pos})
	e.addAssign(&design.Assign{Kind: design.AssignEvent, RHS: x, Scope: s.d, Pos: x.Pos, Desc: "event expression",
		LHS:       []design.LValue{{Sig: sig, Width: x.Width, Pos: x.Pos}},
		Immediate: immediate(x), Reads: reads(x)})
	if key.sig != nil {
		if e.xs.selects == nil {
			e.xs.selects = map[selectKey]*design.Signal{}
		}
		e.xs.selects[key] = sig
	}
	return sig
}

// trigger elaborates -> event.
func (e *elab) trigger(s *scope, st *ast.Trigger) design.Stmt {
	pos := design.At{Pos: st.Pos()}
	if ev := e.namedEvent(s, st.Event); ev != nil {
		return &design.Trigger{At: pos, Event: ev}
	}
	if sig := e.automaticEvent(s, st.Event); sig != nil {
		zero := konst(logic.L0.Vec(), false, pos.Pos)
		return set(sig, op2(design.OpCaseEq, 1, false, pos.Pos, wholeOf(sig, pos.Pos), zero)) // x, 0, 1, 0, ...
	}
	if ev, c, is := e.eventElement(s, st.Event); is {
		trigger := func(ev *design.NamedEvent) design.Stmt {
			if ev == nil {
				return &design.Null{At: pos}
			}
			return &design.Trigger{At: pos, Event: ev}
		}
		if c != nil {
			return c.choose(pos, trigger)
		}
		return trigger(ev)
	}
	if id, ok := st.Event.(*ast.Ident); ok {
		if _, _, ok := e.resolve(s, id); !ok {
			return &design.Null{At: pos}
		}
		e.diags.Errorf(codeNotEvent, st.Pos(), "'%s' is not an event", identText(id))
	} else {
		e.diags.Errorf(codeNotEvent, st.Pos(), "'%s' is not an event", sourceText(st.Event))
	}
	return &design.Null{At: pos}
}

// wait elaborates wait (cond) body.
func (e *elab) wait(s *scope, st *ast.Wait) design.Stmt {
	cond := e.condition(s, st.Cond)
	w := &design.WaitStmt{At: design.At{Pos: st.Pos()}, Cond: cond, Body: e.stmt(s, st.Body)}
	switch items, autos := autoItems(reads(cond)); {
	case len(autos) > 0:
		w.Event = e.autoEvent(s, items, autos, st.Pos())
	case len(items) > 0:
		w.Event = e.addEvent(items, false, st.Pos())
	}
	return w
}
