package elab

import "github.com/gpga/gpga/frontend/design"

// exprsOf calls f with every expression that statement st itself holds: values read, indices and offsets of targets, delays. The
// expressions of statements inside it are not included. target tells a target's index from a value.
func exprsOf(st design.Stmt, f func(*design.Expr)) {
	put := func(xs ...*design.Expr) {
		for _, x := range xs {
			if x != nil {
				f(x)
			}
		}
	}
	targets := func(ls []design.LValue) {
		for i := range ls {
			put(ls[i].Word, ls[i].OffExpr)
		}
	}
	switch st := st.(type) {
	case *design.AssignStmt:
		put(st.RHS, st.Delay, st.Repeat)
		targets(st.LHS)
	case *design.If:
		put(st.Cond)
	case *design.Case:
		put(st.Sel)
		for _, it := range st.Items {
			put(it.Labels...)
		}
	case *design.Repeat:
		put(st.Count)
	case *design.While:
		put(st.Cond)
	case *design.For:
		put(st.Cond)
	case *design.Delay:
		put(st.Ticks)
	case *design.WaitStmt:
		put(st.Cond)
	case *design.TaskCall:
		for _, in := range st.Ins {
			put(in.Value)
		}
		for _, out := range st.Outs {
			targets(out.Targets)
		}
	case *design.SysTask:
		for _, a := range st.Args {
			put(a.Value)
			if a.Target != nil {
				put(a.Target.Word, a.Target.OffExpr)
			}
		}
	case *design.ProcAssign:
		put(st.RHS)
	}
}

// walkStmt calls f for st and every statement inside it, parents first, until f returns false for one, whose inside is then skipped.
func walkStmt(st design.Stmt, f func(design.Stmt) bool) {
	if st == nil || !f(st) {
		return
	}
	all := func(xs []design.Stmt) {
		for _, x := range xs {
			walkStmt(x, f)
		}
	}
	switch st := st.(type) {
	case *design.Block:
		all(st.Stmts)
	case *design.Fork:
		all(st.Stmts)
	case *design.If:
		walkStmt(st.Then, f)
		walkStmt(st.Else, f)
	case *design.Case:
		for _, it := range st.Items {
			walkStmt(it.Body, f)
		}
		walkStmt(st.Default, f)
	case *design.Forever:
		walkStmt(st.Body, f)
	case *design.Repeat:
		walkStmt(st.Body, f)
	case *design.While:
		walkStmt(st.Body, f)
	case *design.For:
		walkStmt(st.Init, f)
		walkStmt(st.Body, f)
		walkStmt(st.Step, f)
	case *design.Delay:
		walkStmt(st.Body, f)
	case *design.EventCtl:
		walkStmt(st.Body, f)
	case *design.WaitStmt:
		walkStmt(st.Body, f)
	}
}

// mapStmt replaces st and every statement inside it by what f gives for it, inner ones first.
func mapStmt(st design.Stmt, f func(design.Stmt) design.Stmt) design.Stmt {
	if st == nil {
		return nil
	}
	all := func(xs []design.Stmt) {
		for i := range xs {
			xs[i] = mapStmt(xs[i], f)
		}
	}
	switch st := st.(type) {
	case *design.Block:
		all(st.Stmts)
	case *design.Fork:
		all(st.Stmts)
	case *design.If:
		st.Then, st.Else = mapStmt(st.Then, f), mapStmt(st.Else, f)
	case *design.Case:
		for i := range st.Items {
			st.Items[i].Body = mapStmt(st.Items[i].Body, f)
		}
		st.Default = mapStmt(st.Default, f)
	case *design.Forever:
		st.Body = mapStmt(st.Body, f)
	case *design.Repeat:
		st.Body = mapStmt(st.Body, f)
	case *design.While:
		st.Body = mapStmt(st.Body, f)
	case *design.For:
		st.Init, st.Body, st.Step = mapStmt(st.Init, f), mapStmt(st.Body, f), mapStmt(st.Step, f)
	case *design.Delay:
		st.Body = mapStmt(st.Body, f)
	case *design.EventCtl:
		st.Body = mapStmt(st.Body, f)
	case *design.WaitStmt:
		st.Body = mapStmt(st.Body, f)
	}
	return f(st)
}
