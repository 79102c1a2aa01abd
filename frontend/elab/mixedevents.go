package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// An event expression of both automatic and static variables is no net, and no change of a variable of one activation alone. A control
// with one becomes a loop: it waits for any change of what its expressions read and compares their values with those before.

// mixed elaborates the wait of an event control in which some expression reads both kinds; ok is false when none does.
func (e *elab) mixed(s *scope, ec *ast.EventControl) (wait design.Stmt, ok bool) {
	if s.sub == nil || !s.sub.Automatic || ec.Star {
		return nil, false
	}
	type item struct {
		edge design.Edge
		x    *design.Expr
	}
	var items []item
	var named []design.EventItem
	var operands []*design.Signal
	seen := map[*design.Signal]bool{}
	any := false
	before := e.diags.ErrorCount()
	for _, it := range ec.Items {
		if ev := e.namedEvent(s, it.X); ev != nil {
			named = append(named, design.EventItem{Named: ev})
			continue
		}
		if ev, _, is := e.eventElement(s, it.X); is || e.arraySymbol(s, it.X) != nil {
			if ev == nil {
				return nil, false
			}
			named = append(named, design.EventItem{Named: ev})
			continue
		}
		var x *design.Expr
		if sig := e.automaticEvent(s, it.X); sig != nil {
			x = wholeOf(sig, it.Pos())
		} else {
			x = e.selfExpr(s, it.X)
		}
		if e.diags.ErrorCount() > before {
			return &design.Null{}, true
		}
		edge := map[ast.Edge]design.Edge{ast.EdgePos: design.EdgePos, ast.EdgeNeg: design.EdgeNeg}[it.Edge]
		if edge != design.EdgeAny && x.Width > 1 && !x.Real {
			x = part(x, 0, 1, x.Pos)
		}
		autos, statics := 0, 0
		for _, sig := range reads(x) {
			if !seen[sig] {
				seen[sig] = true
				operands = append(operands, sig)
			}
			if sig.Frame != nil {
				autos++
			} else {
				statics++
			}
		}
		any = any || autos > 0 && statics > 0
		items = append(items, item{edge, x})
	}
	if !any {
		return nil, false
	}
	pos := ec.Pos()
	at := design.At{Pos: pos}
	d := &desugar{h: &hidden{e, e.byDesign[s.sub.Scope], pos}, sub: s.sub}
	var remember []design.Stmt
	var hit *design.Expr
	or := func(x *design.Expr) {
		if hit == nil {
			hit = x
		} else {
			hit = op2(design.OpLogOr, 1, false, pos, hit, x)
		}
	}
	for _, it := range items {
		old := d.local(it.x.Width, it.x.Real)
		x := it.x
		if !x.Real {
			x = resign(x, false)
		}
		remember = append(remember, set(old, x))
		or(edgeBetween(it.edge, wholeOf(old, pos), it.x))
	}
	if len(named) > 0 { // a wake without any change is that of a named event
		var same *design.Expr
		for _, sig := range operands {
			if sig.Words > 0 {
				continue
			}
			old := d.local(sig.Width, sig.Real)
			now := wholeOf(sig, pos)
			if !sig.Real {
				now = resign(now, false)
			}
			remember = append(remember, set(old, now))
			c := op1(design.OpLogNot, 1, false, pos, edgeBetween(design.EdgeAny, wholeOf(old, pos), now))
			if same == nil {
				same = c
			} else {
				same = op2(design.OpLogAnd, 1, false, pos, same, c)
			}
		}
		or(same)
	}
	found := d.local(1, false)
	static, autos := autoItems(operands)
	event := e.autoEvent(s, append(static, named...), autos, pos)
	if event == nil {
		return &design.Null{At: at}, true
	}
	if a := e.autos.events[event]; a != nil {
		a.loose = len(named) == 0 // else a wake for nothing would be taken for a named event
	}
	once := []design.Stmt{&design.EventCtl{At: at, Event: event, Body: &design.Null{At: at}}, set(found, hit)}
	list := append([]design.Stmt{set(found, konst(logic.New(1), false, pos))}, remember...)
	return &design.Block{At: at, Stmts: append(list, &design.While{At: at, Cond: op1(design.OpLogNot, 1, false, pos, wholeOf(found, pos)),
		Body: &design.Block{At: at, Stmts: append(once, remember...)}})}, true
}

// local makes a hidden variable of each activation of the subroutine.
func (d *desugar) local(width int, real bool) *design.Signal { return d.temp(width, real, d.h.pos) }

// mixedAssign is a blocking assignment whose event control is a mixed one.
func (e *elab) mixedAssign(s *scope, st *ast.Assign, a *design.AssignStmt) (out design.Stmt, ok bool) {
	ec, again := (*ast.EventControl)(nil), (*design.Expr)(nil)
	switch t := st.Timing.(type) {
	case *ast.EventControl:
		ec = t
	case *ast.RepeatControl:
		ec = t.Event
		n := e.selfExpr(s, t.Count)
		again = toInt(n, max(n.Width, 1), n.Signed)
	}
	if ec == nil || a.RHS == nil {
		return nil, false
	}
	wait, ok := e.mixed(s, ec)
	if !ok {
		return nil, false
	}
	if a.NonBlocking {
		e.diags.Errorf(codeNotEvent, st.Timing.Pos(), "a nonblocking assignment cannot wait for a variable of an automatic task (IEEE 1364-2005 10.2.1)")
		return &design.Null{At: a.At}, true
	}
	d := &desugar{h: &hidden{e, e.byDesign[s.sub.Scope], st.Pos()}, sub: s.sub}
	keep := d.local(a.RHS.Width, a.RHS.Real)
	value, rhs := wholeOf(keep, st.Pos()), a.RHS
	if !rhs.Real {
		value, rhs = resign(value, a.RHS.Signed), resign(rhs, false)
	}
	if again != nil {
		wait = &design.Repeat{At: a.At, Count: again, Body: wait}
	}
	return &design.Block{At: a.At, Stmts: []design.Stmt{set(keep, rhs), wait, &design.AssignStmt{At: a.At, LHS: a.LHS, RHS: value}}}, true
}
