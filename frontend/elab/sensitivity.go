package elab

import (
	"github.com/gpga/gpga/frontend/design"
)

// readSet collects signals in order of first use.
type readSet struct {
	list []*design.Signal
	seen map[*design.Signal]bool
}

func (r *readSet) add(sig *design.Signal) {
	if sig == nil || r.seen[sig] {
		return
	}
	if r.seen == nil {
		r.seen = map[*design.Signal]bool{}
	}
	r.seen[sig] = true
	r.list = append(r.list, sig)
}

// expr adds the operands of x. A function contributes its arguments, not what its body reads: that is no operand
// (IEEE 1364-2005 6.1.2), and Icarus Verilog does not wait for it either.
func (r *readSet) expr(x *design.Expr) {
	x.Walk(func(n *design.Expr) bool {
		switch n.Op {
		case design.OpSignal, design.OpWord:
			r.add(n.Sig)
		case design.OpSys:
			for _, a := range n.SysArgs {
				if a.Kind == design.ArgArray {
					r.add(a.Array)
				}
			}
		}
		return true
	})
}

// reads lists the signals that the value of the expressions depends on, each once, in order of first use; an array stands for all of
// its words.
func reads(exprs ...*design.Expr) []*design.Signal {
	var r readSet
	for _, x := range exprs {
		r.expr(x)
	}
	return r.list
}

// implicitReads gives what @* before st waits for (IEEE 1364-2005 9.7.5): everything st reads, wait conditions and event controls
// excepted, whether or not st writes it too. The variable that a for loop counts with is no operand of that loop: blocks that
// share a loop variable would wake each other for ever (Icarus Verilog leaves it out, too).
func implicitReads(st design.Stmt) []*design.Signal {
	var r readSet
	r.implicit(st)
	return r.list
}

func (r *readSet) implicit(st design.Stmt) {
	walkStmt(st, func(n design.Stmt) bool {
		switch n := n.(type) {
		case *design.WaitStmt:
			return true
		case *design.For:
			var in readSet
			in.expr(n.Cond)
			for _, part := range []design.Stmt{n.Init, n.Step, n.Body} {
				in.implicit(part)
			}
			index := loopVariable(n)
			for _, sig := range in.list {
				if sig != index {
					r.add(sig)
				}
			}
			return false
		}
		exprsOf(n, r.expr)
		return true
	})
}

// loopVariable is the whole variable that a for loop's first assignment sets, or nil.
func loopVariable(f *design.For) *design.Signal {
	if a, ok := f.Init.(*design.AssignStmt); ok && len(a.LHS) == 1 && a.LHS[0].Whole() && a.LHS[0].Word == nil {
		return a.LHS[0].Sig
	}
	return nil
}

// immediate tells whether a continuous assignment of x reaches its target in the same event that changes an operand, as Icarus
// Verilog's functors for these operators do; all other operators go through the active queue once.
func immediate(x *design.Expr) bool {
	ok := true
	x.Walk(func(n *design.Expr) bool {
		switch n.Op {
		case design.OpNot, design.OpAnd, design.OpOr, design.OpXor, design.OpXnor, design.OpLogAnd, design.OpLogOr,
			design.OpCond, design.OpPart, design.OpCall, design.OpSys,
			design.OpBufif1, design.OpBufif0, design.OpNotif1, design.OpNotif0, design.OpNmos, design.OpPmos, design.OpCmos, design.OpBufZ:
			ok = false
		case design.OpShl, design.OpShr, design.OpAShr:
			if isConst(n.Args[1]) {
				ok = false
			}
		case design.OpResize:
			if n.Width < n.Args[0].Width {
				ok = false
			}
		case design.OpWord:
			// A change of the word is seen at once; see hoistIndexes for what its index is made of.
			return false
		}
		return ok
	})
	return ok
}

// hoistIndexes gives every index of an array in an immediate assignment that Icarus Verilog would queue a hidden net of its own: a
// change of the array reaches the target at once, a change of the index when the queue gets to it.
func (e *elab) hoistIndexes(a *design.Assign) {
	if !a.Immediate || a.RHS == nil {
		return
	}
	if x := e.hoistIn(a, a.RHS); x != a.RHS {
		a.RHS = x
		a.Reads = reads(x)
	}
}

// hoistIn gives x with its indices hoisted; x itself when there are none.
func (e *elab) hoistIn(a *design.Assign, x *design.Expr) *design.Expr {
	var args []*design.Expr
	for i, arg := range x.Args {
		y := e.hoistIn(a, arg)
		if x.Op == design.OpWord && !immediate(y) {
			sig := e.newSignal(e.byDesign[a.Scope], design.Signal{Net: design.NetWire, Width: y.Width, Signed: y.Signed, MSB: y.Width - 1,
				Hidden: true, Pos: y.Pos})
			e.addAssign(&design.Assign{Kind: design.AssignCont, RHS: y, Scope: a.Scope, Pos: y.Pos, Desc: "index",
				LHS: []design.LValue{{Sig: sig, Width: y.Width, Pos: y.Pos}}, Reads: reads(y)})
			y = &design.Expr{Op: design.OpSignal, Width: y.Width, Signed: y.Signed, Pos: y.Pos, Sig: sig}
		}
		if y != arg {
			if args == nil {
				args = append(args, x.Args...)
			}
			args[i] = y
		}
	}
	if args == nil {
		return x
	}
	c := *x
	c.Args = args
	return &c
}
