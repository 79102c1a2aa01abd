package msl

// Loops. A loop without side effects that never ends has no defined behaviour in C++14, so a compiler may drop it, and one that does
// not end at all hangs a GPU. So a loop that provably has no exit is an error, and one that no counter bounds is a warning, which
// the text of a kernel that is to run on a device should not have.

// Warnings lists what Check lets pass and a careful author does not: loops that no counter bounds, and functions that can end
// without returning their value. They are sorted by position; the unit must have been checked without errors.
func (u *Unit) Warnings() []Error {
	if !u.checked || len(u.src.errs) > 0 {
		return nil
	}
	s := newSource(u.Name, u.Source)
	for _, f := range u.Funcs {
		l := &looper{src: s}
		l.stmt(f.Body)
		if f.Ret.Kind != Void && !ends(f.Body) {
			s.errorf(f.Pos, "function '%s' can end without returning a value", f.Name)
		}
	}
	return s.sorted()
}

// looper finds loops that no counter bounds.
type looper struct{ src *source }

func (l *looper) stmt(s *Stmt) {
	eachStmt(s, func(s *Stmt) {
		if (s.Kind == SFor || s.Kind == SWhile || s.Kind == SDo) && !bounded(s) {
			l.src.errorf(s.Pos, "no counter bounds the loop")
		}
	})
}

// eachStmt calls f for s and every statement under it, parents first.
func eachStmt(s *Stmt, f func(*Stmt)) {
	for ; s != nil; s = s.Else {
		f(s)
		eachStmt(s.Init, f)
		eachStmt(s.Then, f)
		for _, t := range s.List {
			eachStmt(t, f)
		}
		for i := range s.Cases {
			for _, t := range s.Cases[i].Body {
				eachStmt(t, f)
			}
		}
	}
}

// loopExit complains about a loop that has no exit, or whose condition nothing in it can change. The body has been checked.
func (c *checker) loopExit(s *Stmt) {
	always := s.X == nil
	if s.X != nil {
		v, ok := Fold(s.X)
		always = ok && v != 0
		if ok && v == 0 {
			return
		}
	}
	if leaves(s.Then, true) {
		return
	}
	if always {
		c.errorf(s.Pos, "the loop has no exit")
		return
	}
	vars, pure := reads(s.X)
	if !pure {
		return
	}
	for _, v := range vars {
		if v.AddrTaken || v.Type.Kind == Ref || changes(s, v) {
			return
		}
	}
	c.errorf(s.Pos, "nothing in the loop changes its condition")
}

// leaves tells whether s has a statement that leaves the loop whose body it is: return, or a break of that loop.
func leaves(s *Stmt, mine bool) bool {
	for ; s != nil; s = s.Else {
		switch s.Kind {
		case SReturn:
			return true
		case SBreak:
			if mine {
				return true
			}
		}
		inner := mine && s.Kind != SFor && s.Kind != SWhile && s.Kind != SDo
		if leaves(s.Then, inner) {
			return true
		}
		for _, t := range s.List {
			if leaves(t, mine) {
				return true
			}
		}
		for i := range s.Cases {
			for _, t := range s.Cases[i].Body {
				if leaves(t, false) {
					return true
				}
			}
		}
	}
	return false
}

// reads lists the variables that e reads; pure is false when e reads memory, calls or writes.
func reads(e *Expr) (vars []*Var, pure bool) {
	pure = true
	WalkExpr(e, func(e *Expr) {
		switch e.Kind {
		case EName:
			if e.Var == nil || e.Var.Type.Kind == Array || e.Var.Type.Kind == Pointer {
				pure = false
			} else if e.Var.Kind != Global {
				vars = append(vars, e.Var)
			}
		case ECall, EAssign, EIncDec, EIndex, EDeref, EAddr:
			pure = false
		}
	})
	return vars, pure
}

// root is the variable that an lvalue is a part of, nil for memory.
func root(e *Expr) *Var {
	for e.Kind == EMember || e.Kind == EConv {
		e = e.X
	}
	if e.Kind == EName {
		return e.Var
	}
	return nil
}

// changes tells whether anything in loop s assigns to v or hands out a reference to it.
func changes(s *Stmt, v *Var) bool {
	found := false
	see := func(e *Expr) {
		switch e.Kind {
		case EAssign, EIncDec, EAddr:
			found = found || root(e.X) == v
		case ECall:
			for i, a := range e.Args {
				if e.Func.Params[i].Type.Kind == Ref {
					found = found || root(a) == v
				}
			}
		}
	}
	WalkExpr(s.X, see)
	WalkExpr(s.Post, see)
	WalkStmt(s.Then, see)
	return found
}

// bounded tells whether a counter bounds loop s: its condition, or one that && joins to it, compares a variable that steps by a
// constant, always the same way, in the third part of for or at the top level of the body, and in no other place. What it is compared
// with by < or > may be anything; by other operators, what the loop does not change.
func bounded(s *Stmt) bool {
	if s.X == nil {
		return false
	}
	if v, ok := Fold(s.X); ok {
		return v == 0
	}
	var conds []*Expr
	var split func(e *Expr)
	split = func(e *Expr) {
		if e.Kind == ELogical && e.Op == LAnd {
			split(e.X)
			split(e.Y)
			return
		}
		conds = append(conds, e)
	}
	split(s.X)
	for _, e := range conds {
		for e.Kind == EConv {
			e = e.X
		}
		var sides []*Expr
		switch {
		case e.Kind == EBinary && e.Op >= Lt && e.Op <= Ne:
			sides = []*Expr{e.X, e.Y}
		case e.Kind == EName:
			sides = []*Expr{e}
		}
		for i, x := range sides {
			other := &Expr{Kind: EInt}
			if len(sides) == 2 {
				other = sides[1-i]
			}
			// A counter that goes up to anything ends at its own largest value; whether two are equal is another matter.
			if e.Kind == EBinary && e.Op != Lt && e.Op != Gt && !steady(s, other) {
				continue
			}
			if counter(s, x) {
				return true
			}
		}
	}
	return false
}

// counter tells whether e is a variable that steps in loop s, or the sum of one and of what the loop does not change.
func counter(s *Stmt, e *Expr) bool {
	for e.Kind == EConv || e.Kind == EIncDec {
		e = e.X
	}
	if e.Kind == EBinary && (e.Op == Add || e.Op == Sub) && e.Type.IsInteger() {
		return counter(s, e.X) && steady(s, e.Y) || counter(s, e.Y) && steady(s, e.X)
	}
	v := root(e)
	return v != nil && v.Kind != Global && v.Type.Kind != Ref && v.Type.IsInteger() && !v.AddrTaken && steps(s, v)
}

// steady tells that the loop does not change what e reads, or that e is a counter itself, as in for (i = 0, j = n; i < j; ++i, --j).
func steady(s *Stmt, e *Expr) bool {
	vars, pure := reads(e)
	if !pure {
		return false
	}
	for _, v := range vars {
		if v.Type.Kind == Ref || (v.AddrTaken || changes(s, v)) && !steps(s, v) {
			return false
		}
	}
	return true
}

// steps tells whether v steps by a constant wherever the loop changes it, and does so on every turn.
func steps(s *Stmt, v *Var) bool {
	sure, wrong := false, false
	direction := NoOp
	step := func(e *Expr, always bool) bool {
		op := NoOp
		switch {
		case e.Kind == EIncDec && root(e.X) == v:
			op = e.Op
		case e.Kind == EAssign && root(e.X) == v:
			n, known := Fold(e.Y)
			switch e.Op {
			case Add, Sub, Shr, Shl:
				if known && n != 0 && int64(n) > 0 {
					op = e.Op
				}
			}
			wrong = wrong || op == NoOp
		default:
			return false
		}
		if op != NoOp {
			wrong = wrong || direction != NoOp && direction != op
			direction = op
			sure = sure || always
		}
		return true
	}
	var look func(e *Expr, always bool)
	look = func(e *Expr, always bool) {
		if e == nil {
			return
		}
		step(e, always)
		if e.Kind == EAddr && root(e.X) == v {
			wrong = true
		}
		if e.Kind == ECall {
			for i, a := range e.Args {
				wrong = wrong || e.Func.Params[i].Type.Kind == Ref && root(a) == v
			}
		}
		below := always && e.Kind != ELogical && e.Kind != ECond
		look(e.X, always)
		look(e.Y, below)
		look(e.Z, below)
		for _, a := range e.Args {
			look(a, always)
		}
	}
	look(s.X, true)
	look(s.Post, true)
	var body func(t *Stmt, always bool) bool // false when what follows may be left out
	body = func(t *Stmt, always bool) bool {
		switch t.Kind {
		case SBlock:
			for _, u := range t.List {
				if !body(u, always) {
					always = false
				}
			}
			return always
		case SExpr:
			look(t.X, always)
			return true
		}
		skips := false
		eachStmt(&Stmt{Kind: SBlock, List: []*Stmt{t}}, func(u *Stmt) {
			skips = skips || u.Kind == SContinue
		})
		WalkStmt(t, func(e *Expr) {
			step(e, false)
			if e.Kind == EAddr && root(e.X) == v {
				wrong = true
			}
			if e.Kind == ECall {
				for i, a := range e.Args {
					wrong = wrong || e.Func.Params[i].Type.Kind == Ref && root(a) == v
				}
			}
		})
		return !skips
	}
	body(s.Then, true)
	return sure && !wrong
}

// ends tells whether control never reaches the end of s.
func ends(s *Stmt) bool {
	switch s.Kind {
	case SReturn:
		return true
	case SBlock:
		for _, t := range s.List {
			if ends(t) {
				return true
			}
		}
	case SIf:
		for ; s != nil; s = s.Else {
			if s.Kind != SIf {
				return ends(s)
			}
			if !ends(s.Then) {
				return false
			}
		}
	case SFor, SWhile, SDo:
		if s.X != nil {
			if v, ok := Fold(s.X); !ok || v == 0 {
				return s.Kind == SDo && ends(s.Then)
			}
		}
		return !breaks(s.Then)
	case SSwitch:
		hasDefault := false
		for i := range s.Cases {
			c := &s.Cases[i]
			hasDefault = hasDefault || c.Default
			last := i == len(s.Cases)-1
			done := false
			for _, t := range c.Body {
				if breaks(t) {
					return false
				}
				done = done || ends(t)
			}
			if last && !done {
				return false
			}
		}
		return hasDefault
	}
	return false
}

// breaks tells whether s has a break that leaves the loop or switch around it.
func breaks(s *Stmt) bool {
	for ; s != nil; s = s.Else {
		if s.Kind == SBreak {
			return true
		}
		if s.Kind == SFor || s.Kind == SWhile || s.Kind == SDo || s.Kind == SSwitch {
			continue
		}
		if breaks(s.Then) {
			return true
		}
		for _, t := range s.List {
			if breaks(t) {
				return true
			}
		}
	}
	return false
}
