package elab

import (
	"fmt"
	"math/bits"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// Arrays of named events (IEEE 1364-2005 9.7.3). The design has single events only, so each element is one. Where an index is not
// constant, a case statement chooses among them, at the moment in which the trigger or the event control is reached.

// Limits of event arrays.
const (
	maxEventElems  = 1 << 16 // elements of one
	maxEventChoice = 1 << 12 // arms of the case statements that one statement takes
)

// completeEvent makes the event of a declaration, or those of an array's elements, in the order of their normalised index.
func (e *elab) completeEvent(sym *symbol) {
	one := func(name string) *design.Decl {
		ev := &design.NamedEvent{ID: len(e.des.NamedEvents), Name: sym.home.d.Path + "." + name, Scope: sym.home.d, Pos: sym.pos}
		e.des.NamedEvents = append(e.des.NamedEvents, ev)
		return &design.Decl{Name: name, Kind: design.DeclEvent, Scope: sym.home.d, Event: ev, Pos: sym.pos}
	}
	if sub := sym.home.sub; sub != nil && sub.Automatic {
		if sym.dcl != nil && len(sym.dcl.Dims) > 0 {
			e.diags.Errorf(codeUnsupported, sym.pos, "an array of events in an automatic task, '%s', is not supported", sym.name)
			return
		}
		sym.pulse = e.newSignal(sym.home, design.Signal{Name: sym.name, Net: design.NetVar, Width: 1, Pos: sym.pos})
		return
	}
	if sym.dcl == nil || len(sym.dcl.Dims) == 0 {
		sym.decl = one(sym.name)
		return
	}
	names := []string{sym.name}
	for _, d := range sym.dcl.Dims {
		r, ok := e.arrayRange(sym.home, d)
		if !ok {
			sym.ranges = nil
			return
		}
		if len(names)*r.Len() > maxEventElems {
			e.diags.Errorf("E2006", d.Pos(), "the array '%s' has more than %d events", sym.name, maxEventElems)
			sym.ranges = nil
			return
		}
		sym.ranges = append(sym.ranges, r)
		var next []string
		for _, n := range names {
			for i := range r.Len() {
				next = append(next, fmt.Sprintf("%s[%d]", n, min(r.Left, r.Right)+i))
			}
		}
		names = next
	}
	for _, n := range names {
		sym.elems = append(sym.elems, one(n))
	}
}

// eventChoice is an element of an event array that is known when the statement is reached.
type eventChoice struct {
	sym  *symbol
	word *design.Expr
}

// eventElement resolves x, an element of an event array. is is false when x is none; ev or choice is set when it is one and right.
// A constant index that is out of range has neither.
func (e *elab) eventElement(s *scope, x ast.Expr) (ev *design.NamedEvent, choice *eventChoice, is bool) {
	id, sels, ok := selected(x)
	if !ok {
		return nil, nil, false
	}
	sym, _ := e.find(s, id)
	if sym == nil || sym.kind != symEvent || len(sym.ranges) == 0 {
		return nil, nil, false
	}
	p := &place{sym: sym, name: identText(id), pos: x.Pos()}
	if len(sels) > len(sym.ranges) {
		e.diags.Errorf(codeSelect, sels[len(sym.ranges)].Pos(), "'%s' has too many selects", p.name)
		return nil, nil, true
	}
	if !e.arrayWord(s, p, sels) {
		return nil, nil, true
	}
	if p.array {
		e.diags.Errorf(codeArrayUse, x.Pos(), "'%s' is an array of events: one of them needs %d indices", p.name, len(sym.ranges))
		return nil, nil, true
	}
	if !isConst(p.word) {
		return nil, &eventChoice{sym, p.word}, true
	}
	if i, known := offsetOf(p.word.Val, p.word.Signed); known && i >= 0 && i < len(sym.elems) {
		return sym.elems[i].Event, nil, true
	}
	return nil, nil, true
}

// choose makes the case statement that selects the element of c: arm is given each, and nil for an index out of range.
func (c *eventChoice) choose(at design.At, arm func(*design.NamedEvent) design.Stmt) design.Stmt {
	return choose(at, c.word, len(c.sym.elems), func(i int) design.Stmt {
		if i < 0 {
			return arm(nil)
		}
		return arm(c.sym.elems[i].Event)
	})
}

// choose makes a case statement over the indices 0 to n-1, and -1 for one out of range; a constant index needs none.
func choose(at design.At, index *design.Expr, n int, arm func(i int) design.Stmt) design.Stmt {
	if isConst(index) {
		if i, known := offsetOf(index.Val, index.Signed); known && i >= 0 && i < n {
			return arm(i)
		}
		return arm(-1)
	}
	out := &design.Case{At: at, Sel: index, Default: arm(-1)}
	room := index.Width
	if index.Signed {
		room--
	}
	for i := range n {
		if bits.Len(uint(i)) > room {
			break // no index is as large
		}
		label := konst(logic.FromUint64(index.Width, uint64(i)), index.Signed, at.Pos)
		out.Items = append(out.Items, design.CaseItem{Labels: []*design.Expr{label}, Body: arm(i), Pos: at.Pos})
	}
	return out
}

// chosen gives an event control, or an assignment with one, a case statement for each element with a variable index in it. leaf makes
// the statement with the event that all of them make together. ok is false when there are none.
func (e *elab) chosen(s *scope, ec *ast.EventControl, body design.Stmt, leaf func(*design.Event) design.Stmt) (out design.Stmt, ok bool) {
	if ec.Star {
		return nil, false
	}
	type part struct {
		item   *ast.EventItem
		choice *eventChoice
	}
	var parts []part
	arms := 1
	before := e.diags.ErrorCount()
	for _, it := range ec.Items {
		if _, c, _ := e.eventElement(s, it.X); c != nil {
			parts = append(parts, part{it, c})
			if arms *= len(c.sym.elems) + 1; arms > maxEventChoice {
				e.diags.Errorf("E2006", it.Pos(), "an event control chooses among more than %d events", maxEventChoice)
				return &design.Null{}, true
			}
		}
	}
	if e.diags.ErrorCount() > before {
		return &design.Null{}, true
	}
	if len(parts) == 0 {
		return nil, false
	}
	at := design.At{Pos: ec.Pos()}
	taken := map[*ast.EventItem]*design.NamedEvent{}
	var build func(k int) design.Stmt
	build = func(k int) design.Stmt {
		if k == len(parts) {
			return leaf(e.eventWith(s, ec, body, taken))
		}
		return parts[k].choice.choose(at, func(ev *design.NamedEvent) design.Stmt {
			taken[parts[k].item] = ev
			return build(k + 1)
		})
	}
	return build(0), true
}

// chosenAssign is an assignment whose event control has elements with a variable index.
func (e *elab) chosenAssign(s *scope, st *ast.Assign, a *design.AssignStmt) (out design.Stmt, ok bool) {
	ec, again := (*ast.EventControl)(nil), (*design.Expr)(nil)
	switch t := st.Timing.(type) {
	case *ast.EventControl:
		ec = t
	case *ast.RepeatControl:
		ec = t.Event
		n := e.selfExpr(s, t.Count)
		again = toInt(n, max(n.Width, 1), n.Signed)
	}
	if ec == nil {
		return nil, false
	}
	return e.chosen(s, ec, a, func(ev *design.Event) design.Stmt {
		if ev == nil { // never triggered: a blocking assignment waits for ever, a nonblocking one never comes
			if a.NonBlocking {
				return &design.Null{At: a.At}
			}
			return &design.EventCtl{At: a.At, Body: &design.Null{At: a.At}}
		}
		c := *a
		c.LHS = append([]design.LValue(nil), a.LHS...)
		c.Event, c.Repeat = ev, again
		return &c
	})
}
