package lint

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
)

// access is what an expression touches of a name: bits of it, or, with a select that is not constant, some of them.
type access struct {
	name    elab.Name
	lo, hi  int // bits of an element
	dynamic bool
	x       ast.Expr
}

// whole tells that all bits of a scalar or vector are meant.
func (a access) whole() bool {
	return !a.dynamic && a.lo == 0 && a.hi >= a.name.Width() && !a.name.Array()
}

// place finds what x, a name under selects, touches. idx are the expressions of its selects.
func place(s elab.Scope, x ast.Expr) (a access, idx []ast.Expr, ok bool) {
	a.x = x
	var sels []ast.Expr
	cur := x
loop:
	for {
		switch n := cur.(type) {
		case *ast.Index:
			sels = append([]ast.Expr{n}, sels...)
			idx = append(idx, n.I)
			cur = n.X
		case *ast.RangeSelect:
			sels = append([]ast.Expr{n}, sels...)
			idx = append(idx, n.L, n.R)
			cur = n.X
		default:
			break loop
		}
	}
	id, isName := cur.(*ast.Ident)
	if !isName {
		return a, idx, false
	}
	for i := range id.Parts {
		idx = append(idx, id.Parts[i].Index...)
	}
	if a.name, ok = s.Lookup(id); !ok {
		return a, idx, false
	}
	if k := a.name.Kind(); k != elab.NameNet && k != elab.NameVar {
		return a, idx, false
	}
	a.lo, a.hi = 0, a.name.Width()
	if a.name.Array() {
		return a, idx, true // all words count as one
	}
	for i, r := range a.name.Ranges() {
		if i == len(sels) {
			break
		}
		size := (a.hi - a.lo) / r.Len()
		lo, hi, dynamic := selected(s, r, sels[i])
		if dynamic {
			a.dynamic = true
			break
		}
		a.lo, a.hi = a.lo+lo*size, a.lo+hi*size
	}
	return a, idx, true
}

// selected is the range of what r counts that a select takes; dynamic when it is not constant.
func selected(s elab.Scope, r design.Range, sel ast.Expr) (lo, hi int, dynamic bool) {
	offset := func(i int64) int {
		if r.Left >= r.Right {
			return int(i) - r.Right
		}
		return r.Right - int(i)
	}
	width := r.Len()
	clip := func(a, b int) (int, int, bool) {
		a, b = min(a, b), max(a, b)
		return max(a, 0), min(b+1, width), false
	}
	switch sel := sel.(type) {
	case *ast.Index:
		if i, ok := s.Int(sel.I); ok {
			return clip(offset(i), offset(i))
		}
	case *ast.RangeSelect:
		l, ok1 := s.Int(sel.L)
		r, ok2 := s.Int(sel.R)
		if !ok1 || !ok2 {
			break
		}
		switch sel.Kind {
		case ast.SelectConst:
			return clip(offset(l), offset(r))
		case ast.SelectUp:
			return clip(offset(l), offset(l+r-1))
		default:
			return clip(offset(l), offset(l-r+1))
		}
	}
	return 0, width, true
}

// walker goes through expressions and statements and notes who reads and writes what. The zero fields are those of a
// continuous assignment.
type walker struct {
	c       *checker
	proc    *process // the process that is looked at, or nil
	initial bool     // of an initial construct or a declaration
	inTask  bool     // an argument of a system task
	dead    bool     // a branch that is never taken
}

func (w *walker) exprs(s elab.Scope, list ...ast.Expr) {
	for _, x := range list {
		w.expr(s, x)
	}
}

// expr notes all reads in x.
func (w *walker) expr(s elab.Scope, x ast.Expr) {
	switch x := x.(type) {
	case *ast.Ident, *ast.Index, *ast.RangeSelect:
		a, idx, ok := place(s, x)
		w.exprs(s, idx...)
		if ok {
			w.c.noteRead(w, a)
		}
	case *ast.Unary:
		w.expr(s, x.X)
	case *ast.Binary:
		w.exprs(s, x.X, x.Y)
		w.c.operands(s, x)
	case *ast.Cond:
		w.exprs(s, x.Cond, x.Then, x.Else)
	case *ast.Concat:
		w.exprs(s, x.Elems...)
	case *ast.Repl:
		w.expr(s, x.Count)
		w.exprs(s, x.Elems...)
	case *ast.MinTypMax:
		w.exprs(s, x.Min, x.Typ, x.Max)
	case *ast.Call:
		w.exprs(s, x.Args...)
		if n, ok := s.Lookup(x.Name); ok {
			for i, a := range n.Args() {
				if i < len(x.Args) {
					w.c.storedWidth(s, a.Width(), a.Integer(), a.Real(), x.Args[i])
				}
			}
		}
	case *ast.SysCall:
		w.sysArgs(s, x.Name, x.Args)
	}
}

// sysArgs notes the arguments of a system task or function. What such a call may write counts as read as well: nobody
// should be told that the target of $fscanf is never read.
func (w *walker) sysArgs(s elab.Scope, name string, args []ast.Expr) {
	saved := w.inTask
	w.inTask = true
	w.exprs(s, args...)
	w.inTask = saved
	switch name {
	case "$readmemh", "$readmemb", "$fgets", "$fread", "$fscanf", "$sscanf", "$value$plusargs", "$random", "$urandom", "$ferror",
		"$swrite", "$swriteb", "$swriteh", "$swriteo", "$sformat", "$q_initialize", "$q_add", "$q_remove", "$q_full", "$q_exam",
		"$dist_uniform", "$dist_normal", "$dist_exponential", "$dist_poisson", "$dist_chi_square", "$dist_t", "$dist_erlang",
		"$deposit", "$countdrivers", "$sreadmemh", "$sreadmemb", "$simparam":
		for _, x := range args {
			w.quietTarget(s, x)
		}
		return
	}
	if len(name) > 7 && (name[:6] == "$async" || name[:6] == "$sync$") {
		for _, x := range args {
			w.quietTarget(s, x)
		}
	}
}

// quietTarget notes that x may be written, where it is something that can be.
func (w *walker) quietTarget(s elab.Scope, x ast.Expr) {
	switch x := x.(type) {
	case *ast.Ident, *ast.Index, *ast.RangeSelect:
		if a, _, ok := place(s, x); ok {
			w.c.declare(a.name).written(a, w.proc)
		}
	case *ast.Concat:
		for _, el := range x.Elems {
			w.quietTarget(s, el)
		}
	}
}

// target notes the writes of an assignment to x, and the reads in its selects.
func (w *walker) target(s elab.Scope, x ast.Expr, by *ast.Assign) {
	switch x := x.(type) {
	case *ast.Concat:
		for _, el := range x.Elems {
			w.target(s, el, by)
		}
	case *ast.Ident, *ast.Index, *ast.RangeSelect:
		a, idx, ok := place(s, x)
		w.exprs(s, idx...)
		if ok {
			w.c.noteWrite(w, a, by)
		}
	}
}

func (w *walker) timing(s elab.Scope, t ast.Timing) {
	switch t := t.(type) {
	case *ast.DelayControl:
		w.expr(s, t.Delay)
	case *ast.EventControl:
		for _, it := range t.Items {
			w.expr(s, it.X)
			w.c.edge(s, it)
		}
	case *ast.RepeatControl:
		w.expr(s, t.Count)
		w.timing(s, t.Event)
	}
}

// stmt notes all reads and writes in a statement.
func (w *walker) stmt(s elab.Scope, st ast.Stmt) {
	switch st := st.(type) {
	case *ast.Block:
		in := s.Block(st)
		for _, x := range st.Stmts {
			w.stmt(in, x)
		}
	case *ast.Assign:
		if st.Timing != nil {
			w.timing(s, st.Timing)
		}
		w.expr(s, st.RHS)
		w.target(s, st.LHS, st)
		w.c.assignWidth(s, st.LHS, st.RHS)
	case *ast.ProcAssign:
		if st.RHS != nil {
			w.expr(s, st.RHS)
			w.quietTarget(s, st.LHS)
		}
	case *ast.If:
		w.expr(s, st.Cond)
		thenDead, elseDead := false, false
		if v, ok := s.Value(st.Cond); ok && v.Const && v.Known {
			thenDead, elseDead = v.Bits.Len() == 0, v.Bits.Len() > 0
		}
		w.branch(s, st.Then, thenDead)
		w.branch(s, st.Else, elseDead)
	case *ast.Case:
		w.expr(s, st.X)
		for _, it := range st.Items {
			w.exprs(s, it.Exprs...)
			w.stmt(s, it.Body)
		}
	case *ast.Forever:
		w.stmt(s, st.Body)
	case *ast.Repeat:
		w.expr(s, st.Count)
		w.stmt(s, st.Body)
	case *ast.While:
		w.expr(s, st.Cond)
		w.stmt(s, st.Body)
	case *ast.For:
		w.stmt(s, st.Init)
		w.expr(s, st.Cond)
		w.stmt(s, st.Body)
		w.stmt(s, st.Step)
		if a, _, ok := place(s, st.Init.LHS); ok {
			w.c.declare(a.name).loop = true
		}
	case *ast.Timed:
		w.timing(s, st.Timing)
		w.stmt(s, st.Body)
	case *ast.Wait:
		w.expr(s, st.Cond)
		w.stmt(s, st.Body)
	case *ast.TaskCall:
		w.call(s, st)
	case *ast.SysTaskCall:
		w.sysArgs(s, st.Name, st.Args)
	}
}

// branch is stmt for a branch that is dead where a parameter decides so: what it does with names counts, what the process does not.
func (w *walker) branch(s elab.Scope, st ast.Stmt, dead bool) {
	saved := w.dead
	w.dead = w.dead || dead
	w.stmt(s, st)
	w.dead = saved
}

// call notes the arguments of a task.
func (w *walker) call(s elab.Scope, st *ast.TaskCall) {
	n, ok := s.Lookup(st.Name)
	if !ok || n.Kind() != elab.NameTask {
		return
	}
	args := n.Args()
	for i, x := range st.Args {
		if i >= len(args) {
			break
		}
		a := args[i]
		if a.Port() != ast.Output {
			w.expr(s, x)
			w.c.storedWidth(s, a.Width(), a.Integer(), a.Real(), x)
		}
		if a.Port() != ast.Input {
			w.target(s, x, nil)
			if width, fuzzy, real := targetWidth(s, x); width > 0 && a.Width() > width && !a.Integer() && !fuzzy && !real && !a.Real() {
				w.c.warn(diag.LintWidthTrunc, x, "%s to %d: the upper ones are lost", bits(a.Width(), "are assigned", "is assigned"), width)
			}
		}
	}
}

// eachStmt calls f for st and all statements below it.
func eachStmt(s elab.Scope, st ast.Stmt, f func(elab.Scope, ast.Stmt)) {
	if st == nil {
		return
	}
	f(s, st)
	switch st := st.(type) {
	case *ast.Block:
		in := s.Block(st)
		for _, x := range st.Stmts {
			eachStmt(in, x, f)
		}
	case *ast.If:
		eachStmt(s, st.Then, f)
		eachStmt(s, st.Else, f)
	case *ast.Case:
		for _, it := range st.Items {
			eachStmt(s, it.Body, f)
		}
	case *ast.Forever:
		eachStmt(s, st.Body, f)
	case *ast.Repeat:
		eachStmt(s, st.Body, f)
	case *ast.While:
		eachStmt(s, st.Body, f)
	case *ast.For:
		eachStmt(s, st.Init, f)
		eachStmt(s, st.Step, f)
		eachStmt(s, st.Body, f)
	case *ast.Timed:
		eachStmt(s, st.Body, f)
	case *ast.Wait:
		eachStmt(s, st.Body, f)
	}
}
