package design

import "fmt"

// Verify checks the invariants that package documentation states on d's expressions, targets, statements and events. It
// returns what it finds wrong, a line each with the place; nothing for a sound design. It is meant for tests of whoever builds
// or changes designs.
func Verify(d *Design) []string {
	v := &verifier{d: d, seen: map[*Expr]bool{}}
	for _, a := range d.Assigns {
		if a.Kind == AssignUDP {
			for _, x := range a.Inputs {
				v.expr(x)
				v.that(x.Width == 1 && !x.Real, x, "UDP input of %d bits", x.Width)
			}
			v.targets(a.LHS)
		} else {
			v.assignment(a.LHS, a.RHS)
		}
		for i := range a.LHS {
			v.that(a.LHS[i].OffExpr == nil, nil, "assign %d has a variable offset", a.ID)
			v.that(a.LHS[i].Word == nil || a.LHS[i].Word.Op == OpConst, nil, "assign %d has a variable word", a.ID)
		}
		for _, x := range a.Delay {
			if x != nil {
				v.ticks(x)
			}
		}
	}
	for _, e := range d.Events {
		v.that(len(e.Items) > 0, nil, "event %d has no items", e.ID)
		for _, it := range e.Items {
			v.that((it.Signal == nil) != (it.Named == nil), nil, "event %d has an item of no or two kinds", e.ID)
			v.that(it.Signal == nil || it.Signal.Frame == nil, nil, "event %d waits for an automatic variable", e.ID)
		}
	}
	for _, s := range d.Subs {
		v.stmt(s.Body)
	}
	for _, p := range d.Processes {
		v.stmt(p.Body)
	}
	return v.wrong
}

type verifier struct {
	d     *Design
	seen  map[*Expr]bool
	wrong []string
}

func (v *verifier) that(ok bool, x *Expr, format string, args ...any) {
	if ok {
		return
	}
	msg := fmt.Sprintf(format, args...)
	if x != nil {
		msg = fmt.Sprintf("%s: op %d: %s", v.d.Files.Position(x.Pos), x.Op, msg)
	}
	v.wrong = append(v.wrong, msg)
}

func (v *verifier) ticks(x *Expr) {
	v.expr(x)
	v.that(!x.Real && x.Width == 64, x, "a delay of %d bits, real %v", x.Width, x.Real)
}

func (v *verifier) targets(ls []LValue) (width int, real bool) {
	for i := range ls {
		l := &ls[i]
		v.that(l.Sig != nil && l.Width > 0, nil, "a target without signal or bits")
		if l.Sig == nil {
			continue
		}
		v.that((l.Word != nil) == (l.Sig.Words > 0), nil, "target %s: word %v of %d words", l.Sig.Name, l.Word != nil, l.Sig.Words)
		v.that(!l.Sig.Real || len(ls) == 1 && l.Off == 0 && l.OffExpr == nil && l.Width == 64, nil, "real target %s is selected or concatenated", l.Sig.Name)
		for _, x := range []*Expr{l.Word, l.OffExpr} {
			if x != nil {
				v.expr(x)
				v.that(!x.Real, x, "a real index")
			}
		}
		width += l.Width
		real = real || l.Sig.Real
	}
	return width, real
}

func (v *verifier) assignment(ls []LValue, rhs *Expr) {
	width, real := v.targets(ls)
	v.expr(rhs)
	if rhs != nil {
		v.that(rhs.Real == real && (real || rhs.Width == width), rhs, "%d bits, real %v, assigned to %d bits, real %v", rhs.Width, rhs.Real, width, real)
	}
}

// expr checks x and what is below it, once.
func (v *verifier) expr(x *Expr) {
	if x == nil {
		v.that(false, nil, "an expression is nil")
		return
	}
	if v.seen[x] {
		return
	}
	v.seen[x] = true
	v.that(x.Width > 0, x, "width %d", x.Width)
	v.that(!x.Real || x.Width == 64, x, "a real of %d bits", x.Width)
	for _, a := range x.Args {
		v.expr(a)
	}
	for i := range x.SysArgs {
		v.sysArg(&x.SysArgs[i])
	}
	n := len(x.Args)
	want := func(k int) bool {
		v.that(n == k, x, "%d operands, want %d", n, k)
		return n == k
	}
	switch x.Op {
	case OpConst:
		v.that(want(0) && (x.Real || x.Val.Width == x.Width), x, "a value of %d bits for %d", x.Val.Width, x.Width)
	case OpSignal:
		v.that(want(0) && x.Sig != nil && x.Sig.Words == 0 && x.Sig.Width == x.Width && x.Sig.Real == x.Real, x, "does not fit its signal")
	case OpWord:
		v.that(want(1) && x.Sig != nil && x.Sig.Words > 0 && x.Sig.Width == x.Width && x.Sig.Real == x.Real && !x.Args[0].Real, x, "does not fit its array")
	case OpPart, OpResize, OpToReal, OpSigned:
		if want(1) {
			v.that(!x.Args[0].Real && x.Real == (x.Op == OpToReal), x, "real operand or result")
			v.that(x.Op != OpSigned || x.Width == x.Args[0].Width, x, "changes the width")
		}
	case OpPartVar:
		v.that(want(2) && !x.Real && !x.Args[0].Real && !x.Args[1].Real, x, "real operand or result")
	case OpToInt:
		v.that(want(1) && x.Args[0].Real && !x.Real, x, "operand is no real")
	case OpNot, OpNeg:
		v.that(want(1) && x.Args[0].Width == x.Width && x.Args[0].Real == x.Real, x, "operand does not fit")
	case OpRedAnd, OpRedNand, OpRedOr, OpRedNor, OpRedXor, OpRedXnor:
		v.that(want(1) && !x.Args[0].Real && x.Width == 1, x, "operand does not fit")
	case OpLogNot:
		v.that(want(1) && x.Width == 1, x, "result of %d bits", x.Width)
	case OpLogAnd, OpLogOr:
		v.that(want(2) && x.Width == 1, x, "result of %d bits", x.Width)
	case OpAdd, OpSub, OpMul, OpDiv, OpMod, OpAnd, OpOr, OpXor, OpXnor:
		v.that(want(2) && v.fits(x, x.Args[0]) && v.fits(x, x.Args[1]), x, "operands do not fit")
	case OpPow:
		v.that(want(2) && x.Args[0].Width == x.Width && x.Args[0].Real == x.Real && x.Args[1].Real == x.Real, x, "operands do not fit")
	case OpShl, OpShr, OpAShr:
		v.that(want(2) && v.fits(x, x.Args[0]) && !x.Real && !x.Args[1].Real && !x.Args[1].Signed, x, "operands do not fit")
	case OpLt, OpLe, OpGt, OpGe, OpEq, OpNe, OpCaseEq, OpCaseNe:
		v.that(want(2) && x.Width == 1 && v.fits(x.Args[0], x.Args[1]), x, "operands do not fit each other")
	case OpCond:
		v.that(want(3) && v.fits(x, x.Args[1]) && v.fits(x, x.Args[2]), x, "operands do not fit")
	case OpConcat, OpRepeat:
		w := 0
		for _, a := range x.Args {
			w += a.Width
			v.that(!a.Real, a, "a real is concatenated")
		}
		if x.Op == OpRepeat {
			w *= x.Off
		}
		v.that(w == x.Width, x, "%d bits for %d", w, x.Width)
	case OpCall:
		v.call(x)
	case OpSys:
		v.that(x.Sys != "" && x.Scope != nil, x, "a system function without name or scope")
	}
}

// fits tells that a has the width, kind and signedness of x.
func (v *verifier) fits(x, a *Expr) bool {
	return a.Real == x.Real && (x.Real || a.Width == x.Width && a.Signed == x.Signed)
}

func (v *verifier) call(x *Expr) {
	if x.Sub == nil || x.Sub.Result == nil || len(x.Args) != len(x.Sub.Ports) {
		v.that(false, x, "a call without function, result or all arguments")
		return
	}
	v.that(x.Width == x.Sub.Result.Width && x.Real == x.Sub.Result.Real, x, "the call does not fit the function's result")
	for i, a := range x.Args {
		p := x.Sub.Ports[i].Signal
		v.that(a.Real == p.Real && (a.Real || a.Width == p.Width), a, "argument %d does not fit its port", i)
	}
}

func (v *verifier) sysArg(a *SysArg) {
	switch a.Kind {
	case ArgExpr:
		v.expr(a.Value)
	case ArgTarget:
		v.expr(a.Value)
		if v.that(a.Target != nil, a.Value, "a target argument without a target"); a.Target != nil {
			v.targets([]LValue{*a.Target})
		}
	case ArgArray:
		v.that(a.Array != nil && a.Array.Words > 0, nil, "an array argument without an array")
	case ArgScope:
		v.that(a.Scope != nil, nil, "a scope argument without a scope")
	case ArgEvent:
		v.that(a.Event != nil, nil, "an event argument without an event")
	}
}

// stmt checks a statement and those inside it; nil stands for nothing to do.
func (v *verifier) stmt(st Stmt) {
	switch st := st.(type) {
	case *Block:
		for _, s := range st.Stmts {
			v.stmt(s)
		}
	case *Fork:
		for _, s := range st.Stmts {
			v.stmt(s)
		}
	case *AssignStmt:
		v.assignment(st.LHS, st.RHS)
		if st.Delay != nil {
			v.ticks(st.Delay)
		}
		if st.Repeat != nil {
			v.expr(st.Repeat)
			v.that(!st.Repeat.Real, st.Repeat, "a real repeat count")
		}
	case *If:
		v.expr(st.Cond)
		v.stmt(st.Then)
		v.stmt(st.Else)
	case *Case:
		v.expr(st.Sel)
		for _, it := range st.Items {
			for _, l := range it.Labels {
				v.expr(l)
				v.that(l.Real == st.Sel.Real && l.Width == st.Sel.Width, l, "a label does not fit the selector")
			}
			v.stmt(it.Body)
		}
		v.stmt(st.Default)
	case *Forever:
		v.stmt(st.Body)
	case *Repeat:
		v.expr(st.Count)
		v.that(!st.Count.Real, st.Count, "a real repeat count")
		v.stmt(st.Body)
	case *While:
		v.expr(st.Cond)
		v.stmt(st.Body)
	case *For:
		v.stmt(st.Init)
		v.expr(st.Cond)
		v.stmt(st.Step)
		v.stmt(st.Body)
	case *Delay:
		v.ticks(st.Ticks)
		v.stmt(st.Body)
	case *EventCtl:
		v.stmt(st.Body)
	case *WaitStmt:
		v.expr(st.Cond)
		v.stmt(st.Body)
	case *TaskCall:
		for _, in := range st.Ins {
			v.expr(in.Value)
			v.that(in.Value.Real == in.Port.Real && (in.Port.Real || in.Value.Width == in.Port.Width), in.Value, "an input does not fit its port")
		}
		for _, out := range st.Outs {
			v.assignment(out.Targets, out.Value)
		}
	case *SysTask:
		for i := range st.Args {
			v.sysArg(&st.Args[i])
		}
	case *ProcAssign:
		v.assignment(st.LHS, st.RHS)
		if st.Live != nil {
			v.assignment(st.LHS, st.Live)
		}
	case *Unassign:
		v.targets(st.LHS)
	}
}
