package elab

import "github.com/gpga/gpga/frontend/design"

// walker visits everything that a design holds: each expression node once, all targets, all uses of events.
type walker struct {
	expr  func(*design.Expr)
	lval  func(*design.LValue)
	event func(**design.Event)
	stmt  func(design.Stmt)
	seen  map[*design.Expr]bool
}

func (w *walker) design(d *design.Design) {
	w.seen = map[*design.Expr]bool{}
	for _, a := range d.Assigns {
		w.lvals(a.LHS)
		w.e(a.RHS)
		for _, x := range a.Inputs {
			w.e(x)
		}
		for _, x := range a.Delay {
			w.e(x)
		}
	}
	for _, s := range d.Subs {
		w.s(s.Body)
	}
	for _, p := range d.Processes {
		w.s(p.Body)
	}
}

func (w *walker) e(x *design.Expr) {
	if x == nil || w.seen[x] {
		return
	}
	w.seen[x] = true
	if w.expr != nil {
		w.expr(x)
	}
	for _, a := range x.Args {
		w.e(a)
	}
	w.args(x.SysArgs)
}

func (w *walker) args(list []design.SysArg) {
	for i := range list {
		w.e(list[i].Value)
		if t := list[i].Target; t != nil {
			w.l(t)
		}
	}
}

func (w *walker) l(l *design.LValue) {
	if w.lval != nil {
		w.lval(l)
	}
	w.e(l.Word)
	w.e(l.OffExpr)
}

func (w *walker) lvals(list []design.LValue) {
	for i := range list {
		w.l(&list[i])
	}
}

func (w *walker) ev(p **design.Event) {
	if *p != nil && w.event != nil {
		w.event(p)
	}
}

func (w *walker) all(list []design.Stmt) {
	for _, s := range list {
		w.s(s)
	}
}

func (w *walker) s(st design.Stmt) {
	if st == nil {
		return
	}
	if w.stmt != nil {
		w.stmt(st)
	}
	switch st := st.(type) {
	case *design.Block:
		w.all(st.Stmts)
	case *design.Fork:
		w.all(st.Stmts)
	case *design.AssignStmt:
		w.lvals(st.LHS)
		w.e(st.RHS)
		w.e(st.Delay)
		w.e(st.Repeat)
		w.ev(&st.Event)
	case *design.If:
		w.e(st.Cond)
		w.s(st.Then)
		w.s(st.Else)
	case *design.Case:
		w.e(st.Sel)
		for i := range st.Items {
			for _, l := range st.Items[i].Labels {
				w.e(l)
			}
			w.s(st.Items[i].Body)
		}
		w.s(st.Default)
	case *design.Forever:
		w.s(st.Body)
	case *design.Repeat:
		w.e(st.Count)
		w.s(st.Body)
	case *design.While:
		w.e(st.Cond)
		w.s(st.Body)
	case *design.For:
		w.s(st.Init)
		w.s(st.Step)
		w.e(st.Cond)
		w.s(st.Body)
	case *design.Delay:
		w.e(st.Ticks)
		w.s(st.Body)
	case *design.EventCtl:
		w.ev(&st.Event)
		w.s(st.Body)
	case *design.WaitStmt:
		w.e(st.Cond)
		w.ev(&st.Event)
		w.s(st.Body)
	case *design.TaskCall:
		for _, in := range st.Ins {
			w.e(in.Value)
		}
		for _, out := range st.Outs {
			w.lvals(out.Targets)
			w.e(out.Value)
		}
	case *design.SysTask:
		w.args(st.Args)
	case *design.ProcAssign:
		w.lvals(st.LHS)
		w.e(st.RHS)
		w.e(st.Live)
	case *design.Unassign:
		w.lvals(st.LHS)
	}
}
