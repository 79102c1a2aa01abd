package lower

import "github.com/gpga/gpga/frontend/design"

// exprsOf calls f for every expression that stands directly in s (not in the statements below it).
func exprsOf(s design.Stmt, f func(*design.Expr)) {
	lvals := func(list []design.LValue) {
		for i := range list {
			if list[i].Word != nil {
				f(list[i].Word)
			}
			if list[i].OffExpr != nil {
				f(list[i].OffExpr)
			}
		}
	}
	opt := func(e *design.Expr) {
		if e != nil {
			f(e)
		}
	}
	switch s := s.(type) {
	case *design.AssignStmt:
		opt(s.RHS)
		opt(s.Delay)
		opt(s.Repeat)
		lvals(s.LHS)
	case *design.If:
		opt(s.Cond)
	case *design.Case:
		opt(s.Sel)
		for _, it := range s.Items {
			for _, l := range it.Labels {
				opt(l)
			}
		}
	case *design.Repeat:
		opt(s.Count)
	case *design.While:
		opt(s.Cond)
	case *design.For:
		opt(s.Cond)
	case *design.Delay:
		opt(s.Ticks)
	case *design.WaitStmt:
		opt(s.Cond)
	case *design.TaskCall:
		for _, in := range s.Ins {
			opt(in.Value)
		}
		for _, out := range s.Outs {
			opt(out.Value)
			lvals(out.Targets)
		}
	case *design.SysTask:
		for _, a := range s.Args {
			opt(a.Value)
			if a.Target != nil {
				lvals([]design.LValue{*a.Target})
			}
		}
	case *design.ProcAssign:
		opt(s.RHS)
	}
}

// substmts calls f for every statement directly below s.
func substmts(s design.Stmt, f func(design.Stmt)) {
	opt := func(s design.Stmt) {
		if s != nil {
			f(s)
		}
	}
	switch s := s.(type) {
	case *design.Block:
		for _, t := range s.Stmts {
			opt(t)
		}
	case *design.Fork:
		for _, t := range s.Stmts {
			opt(t)
		}
	case *design.If:
		opt(s.Then)
		opt(s.Else)
	case *design.Case:
		for _, it := range s.Items {
			opt(it.Body)
		}
		opt(s.Default)
	case *design.Forever:
		opt(s.Body)
	case *design.Repeat:
		opt(s.Body)
	case *design.While:
		opt(s.Body)
	case *design.For:
		opt(s.Init)
		opt(s.Step)
		opt(s.Body)
	case *design.Delay:
		opt(s.Body)
	case *design.EventCtl:
		opt(s.Body)
	case *design.WaitStmt:
		opt(s.Body)
	}
}

// walkStmts calls f for s and all statements below it, parents first.
func walkStmts(s design.Stmt, f func(design.Stmt)) {
	if s == nil {
		return
	}
	f(s)
	substmts(s, func(t design.Stmt) { walkStmts(t, f) })
}

// anyExpr tells whether test holds for an expression in s or below.
func anyExpr(s design.Stmt, test func(*design.Expr) bool) bool {
	found := false
	walkStmts(s, func(t design.Stmt) {
		if found {
			return
		}
		exprsOf(t, func(e *design.Expr) { found = found || hasExpr(e, test) })
	})
	return found
}

// hasExpr tells whether test holds for e or an expression below it.
func hasExpr(e *design.Expr, test func(*design.Expr) bool) bool {
	found := false
	e.Walk(func(x *design.Expr) bool {
		found = found || test(x)
		return !found
	})
	return found
}

// bodies calls f for the body of every process and subroutine.
func (lw *lowerer) eachBody(f func(design.Stmt)) {
	for _, p := range lw.d.Processes {
		f(p.Body)
	}
	for _, s := range lw.d.Subs {
		f(s.Body)
	}
}
