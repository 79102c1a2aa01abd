package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// process elaborates an initial or always construct; nil after errors.
func (e *elab) process(s *scope, it ast.Item) *design.Process {
	before := e.diags.ErrorCount()
	p := &design.Process{Scope: s.d, Pos: it.Pos()}
	switch it := it.(type) {
	case *ast.Initial:
		p.Kind = design.ProcInitial
		p.Body = e.stmt(s, it.Body)
	case *ast.Always:
		p.Kind = design.ProcAlways
		p.Body = e.stmt(s, it.Body)
		if e.opts.Synthesis && !hasAttribute(it.Attrs, "ivl_synthesis_off") {
			e.synthesis(p)
		}
		e.xs.endless = append(e.xs.endless, p)
	default:
		return nil
	}
	if e.diags.ErrorCount() > before {
		return nil
	}
	return p
}

func hasAttribute(list []*ast.Attribute, name string) bool {
	for _, a := range list {
		if a.Name == name {
			return true
		}
	}
	return false
}

// synthesis refuses what cannot become hardware in an always construct.
func (e *elab) synthesis(p *design.Process) {
	walkStmt(p.Body, func(st design.Stmt) bool {
		switch st := st.(type) {
		case *design.ProcAssign, *design.Unassign:
			e.diags.Errorf(codeSynthesis, st.Position(), "a procedural continuous assignment cannot be synthesized (IEEE 1364.1)")
		case *design.Case:
			for _, it := range st.Items {
				for _, l := range it.Labels {
					if !isConst(st.Sel) && !isConst(l) {
						e.diags.Errorf(codeSynthesis, l.Pos, "a case of a variable with a variable label cannot be synthesized (IEEE 1364.1)")
					}
				}
			}
		}
		return true
	})
}

// stmt elaborates a statement; after an error the statement is Null. It never returns nil.
func (e *elab) stmt(s *scope, st ast.Stmt) design.Stmt {
	if st == nil {
		return &design.Null{}
	}
	pos := design.At{Pos: st.Pos()}
	switch st := st.(type) {
	case *ast.Null:
		return &design.Null{At: pos}
	case *ast.Block:
		return e.block(s, st)
	case *ast.Assign:
		return e.assign(s, st)
	case *ast.ProcAssign:
		return e.procAssign(s, st)
	case *ast.If:
		return e.ifStmt(s, st)
	case *ast.Case:
		return e.caseStmt(s, st)
	case *ast.Forever:
		return &design.Forever{At: pos, Body: e.stmt(s, st.Body)}
	case *ast.Repeat:
		n := e.selfExpr(s, st.Count)
		return &design.Repeat{At: pos, Count: toInt(n, max(n.Width, 1), n.Signed), Body: e.stmt(s, st.Body)}
	case *ast.While:
		return &design.While{At: pos, Cond: e.condition(s, st.Cond), Body: e.stmt(s, st.Body)}
	case *ast.For:
		f := &design.For{At: pos, Init: e.assign(s, st.Init), Cond: e.condition(s, st.Cond)}
		f.Body = e.stmt(s, st.Body)
		f.Step = e.assign(s, st.Step)
		return f
	case *ast.Timed:
		return e.timed(s, st)
	case *ast.Wait:
		return e.wait(s, st)
	case *ast.Trigger:
		return e.trigger(s, st)
	case *ast.Disable:
		return e.disable(s, st)
	case *ast.TaskCall:
		return e.taskCall(s, st)
	case *ast.SysTaskCall:
		return e.sysTask(s, st)
	}
	e.diags.Errorf(codeStatement, st.Pos(), "this is no statement of IEEE 1364-2005")
	return &design.Null{At: pos}
}

func (e *elab) block(s *scope, st *ast.Block) design.Stmt {
	var named *design.Scope
	if sc := e.blockScope(s, st); sc != nil {
		s, named = sc, sc.d
	}
	list := make([]design.Stmt, 0, len(st.Stmts))
	for _, x := range st.Stmts {
		// Empty statements are nothing, not even a branch of a fork: so does Icarus Verilog.
		if sub := e.stmt(s, x); sub != nil {
			if _, empty := sub.(*design.Null); !empty {
				list = append(list, sub)
			}
		}
	}
	pos := design.At{Pos: st.Pos()}
	switch {
	case len(list) == 0:
		return &design.Null{At: pos}
	case named == nil && len(list) == 1:
		// A fork of one branch is that statement, run by the thread itself.
		return list[0]
	case st.Fork:
		return &design.Fork{At: pos, Scope: named, Stmts: list}
	}
	return &design.Block{At: pos, Scope: named, Stmts: list}
}

// assign elaborates blocking and nonblocking assignments (IEEE 1364-2005 9.2).
func (e *elab) assign(s *scope, st *ast.Assign) design.Stmt {
	pos := design.At{Pos: st.Pos()}
	ls, width, real, ok := e.target(s, st.LHS, targetVar)
	if !ok {
		e.bind(s, st.RHS).self(modeSized) // for its diagnostics
		return &design.Null{At: pos}
	}
	a := &design.AssignStmt{At: pos, NonBlocking: st.NonBlocking, LHS: ls}
	a.RHS = e.exprFor(s, st.RHS, width, real)
	if out, ok := e.mixedAssign(s, st, a); ok {
		return out
	}
	if out, ok := e.chosenAssign(s, st, a); ok {
		return out
	}
	switch t := st.Timing.(type) {
	case *ast.DelayControl:
		a.Delay = e.ticks(s, t.Delay)
	case *ast.EventControl:
		a.Event = e.eventControl(s, t, &design.AssignStmt{At: pos, LHS: ls, RHS: a.RHS})
	case *ast.RepeatControl:
		n := e.selfExpr(s, t.Count)
		a.Repeat = toInt(n, max(n.Width, 1), n.Signed)
		a.Event = e.eventControl(s, t.Event, &design.AssignStmt{At: pos, LHS: ls, RHS: a.RHS})
	}
	if st.Timing != nil && a.Delay == nil && a.Event == nil {
		e.diags.Errorf(codeNotEvent, st.Timing.Pos(), "the event control of this assignment has nothing to wait for")
	}
	if st.NonBlocking && e.autos.events[a.Event] != nil {
		e.diags.Errorf(codeNotEvent, st.Timing.Pos(), "a nonblocking assignment cannot wait for a variable of an automatic task (IEEE 1364-2005 10.2.1)")
	}
	for i := range ls {
		if ls[i].Sig.Frame != nil && st.NonBlocking {
			e.diags.Errorf(codeTarget, ls[i].Pos, "a nonblocking assignment may not write a variable of an automatic task or function (IEEE 1364-2005 10.2.1)")
		}
	}
	return a
}

// ifStmt elaborates only the branch that a constant condition leaves: as with generate, the other may name what this instance does
// not have, and Icarus Verilog does not look at it.
func (e *elab) ifStmt(s *scope, st *ast.If) design.Stmt {
	pos := design.At{Pos: st.Pos()}
	cond := e.condition(s, st.Cond)
	if isConst(cond) {
		switch {
		case constOf(cond).truth() == logic.L1:
			return e.stmt(s, st.Then)
		case st.Else != nil:
			return e.stmt(s, st.Else)
		}
		return &design.Null{At: pos}
	}
	branch := &design.If{At: pos, Cond: cond, Then: e.stmt(s, st.Then)}
	if st.Else != nil {
		branch.Else = e.stmt(s, st.Else)
	}
	return branch
}

// caseStmt gives the selector and all labels one width and signedness (IEEE 1364-2005 9.5).
func (e *elab) caseStmt(s *scope, st *ast.Case) design.Stmt {
	nodes := []*node{e.bind(s, st.X)}
	for _, it := range st.Items {
		for _, x := range it.Exprs {
			nodes = append(nodes, e.bind(s, x))
		}
	}
	xs := matchAll(nodes...)
	c := &design.Case{At: design.At{Pos: st.Pos()}, Kind: design.CaseKind(st.Kind), Sel: xs[0]}
	if xs[0].Real && st.Kind != ast.CasePlain {
		e.diags.Errorf(codeRealOperand, st.X.Pos(), "%s does not take real values", st.Kind)
	}
	n := 1
	for _, it := range st.Items {
		body := e.stmt(s, it.Body)
		if it.Default {
			if c.Default != nil {
				e.diags.Errorf(codeStatement, it.Pos(), "a case statement has more than one default (IEEE 1364-2005 9.5)")
			}
			c.Default = body
			continue
		}
		c.Items = append(c.Items, design.CaseItem{Labels: xs[n : n+len(it.Exprs) : n+len(it.Exprs)], Body: body, Pos: it.Pos()})
		n += len(it.Exprs)
	}
	return c
}

// timed elaborates a statement behind a delay or event control.
func (e *elab) timed(s *scope, st *ast.Timed) design.Stmt {
	pos := design.At{Pos: st.Pos()}
	switch t := st.Timing.(type) {
	case *ast.DelayControl:
		ticks := e.ticks(s, t.Delay)
		return &design.Delay{At: pos, Ticks: ticks, Body: e.stmt(s, st.Body)}
	case *ast.EventControl:
		mark := len(e.decided)
		body := e.stmt(s, st.Body)
		// @* hears operands as well that a constant beside them made vanish, as in Icarus.
		seen := []design.Stmt{body}
		for _, x := range e.decided[mark:] {
			if st.Body.Pos() <= x.Pos && x.Pos < st.Body.End() {
				seen = append(seen, &design.If{At: pos, Cond: x})
			}
		}
		if wait, ok := e.mixed(s, t); ok {
			return &design.Block{At: pos, Stmts: []design.Stmt{wait, body}}
		}
		if wait, ok := e.chosen(s, t, body, func(ev *design.Event) design.Stmt {
			return &design.EventCtl{At: pos, Event: ev, Body: &design.Null{At: pos}}
		}); ok {
			return &design.Block{At: pos, Stmts: []design.Stmt{wait, body}}
		}
		return &design.EventCtl{At: pos, Event: e.eventControl(s, t, &design.Block{At: pos, Stmts: seen}), Body: body}
	}
	e.diags.Errorf(codeStatement, st.Pos(), "repeat in front of an event control may only stand in an assignment (IEEE 1364-2005 9.7.7)")
	return &design.Null{At: pos}
}

func (e *elab) disable(s *scope, st *ast.Disable) design.Stmt {
	pos := design.At{Pos: st.Pos()}
	sc := e.lookupScope(s, st.Name)
	if sc == nil {
		e.diags.Errorf(codeDisable, st.Name.Pos(), "cannot find '%s' to disable it", identText(st.Name))
		return &design.Null{At: pos}
	}
	switch sc.d.Kind {
	case design.ScopeBlock, design.ScopeFork, design.ScopeTask:
		return &design.Disable{At: pos, Scope: sc.d}
	case design.ScopeFunction:
		if s.d.Sub != nil && s.d.Sub == sc.d.Sub {
			return &design.Disable{At: pos, Scope: sc.d}
		}
	}
	e.diags.Errorf(codeDisable, st.Name.Pos(), "'%s' is neither a named block nor a task (IEEE 1364-2005 10.5)", identText(st.Name))
	return &design.Null{At: pos}
}
