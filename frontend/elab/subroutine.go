package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
)

// callees are the subroutines that one calls directly.
type callees struct {
	list  []*design.Subroutine
	stops bool // for reasons of its own
}

// subroutine elaborates the body of a task or function.
func (e *elab) subroutine(sym *symbol) {
	sub := sym.sub
	if sub == nil || sub.Body != nil || sym.sc == nil {
		return
	}
	switch {
	case sym.fn != nil:
		sub.Body = e.stmt(sym.sc, sym.fn.Body)
		e.checkFunction(sub)
	case sym.task != nil:
		sub.Body = e.stmt(sym.sc, sym.task.Body)
	}
}

// checkFunction reports what a function may not contain (IEEE 1364-2005 10.4.4).
func (e *elab) checkFunction(sub *design.Subroutine) {
	bad := func(st design.Stmt, what string) {
		e.diags.Errorf(codeStatement, st.Position(), "a function may not contain %s (IEEE 1364-2005 10.4.4)", what)
	}
	walkStmt(sub.Body, func(st design.Stmt) bool {
		switch st := st.(type) {
		case *design.Delay, *design.WaitStmt, *design.EventCtl:
			bad(st, "time controls")
		case *design.Fork:
			bad(st, "fork")
		case *design.TaskCall:
			bad(st, "task enables")
		case *design.AssignStmt:
			if st.NonBlocking {
				bad(st, "nonblocking assignments")
			} else if st.Delay != nil || st.Event != nil {
				bad(st, "time controls")
			}
		case *design.Trigger:
			e.diags.Warnf(codeExtension, st.Position(), "a function triggers an event, which IEEE 1364-2005 10.4.4 does not have")
		case *design.ProcAssign, *design.Unassign:
			bad(st, "procedural continuous assignments")
		}
		return true
	})
}

// taskCall elaborates a task enable: inputs and inouts are assigned to the task's variables, outputs and inouts back from them
// (IEEE 1364-2005 10.2.2).
func (e *elab) taskCall(s *scope, st *ast.TaskCall) design.Stmt {
	pos := design.At{Pos: st.Pos()}
	null := &design.Null{At: pos}
	sym, _, ok := e.resolve(s, st.Name)
	if !ok {
		return null
	}
	if sym.kind != symTask {
		e.diags.Errorf(codeNotTask, st.Pos(), "'%s' is not a task", identText(st.Name))
		return null
	}
	sub := sym.sub
	if sub == nil {
		return null
	}
	xs := st.Args
	if len(sub.Ports) == 0 {
		xs = trimArgs(xs)
	}
	if len(xs) != len(sub.Ports) {
		e.diags.Errorf(codeArgCount, st.Pos(), "task %s has %d arguments, %d given", lastName(sub.Name), len(sub.Ports), len(xs))
		return null
	}
	call := &design.TaskCall{At: pos, Sub: sub, Scope: s.d}
	for i, x := range xs {
		p := sub.Ports[i]
		if ast.IsEmpty(x) {
			e.diags.Errorf(codeArgCount, x.Pos(), "argument %d of task %s is missing", i+1, lastName(sub.Name))
			return null
		}
		if p.Dir == design.PortIn || p.Dir == design.PortInout {
			call.Ins = append(call.Ins, design.TaskIn{Port: p.Signal, Value: e.exprForSignal(s, x, p.Signal)})
		}
		if p.Dir == design.PortOut || p.Dir == design.PortInout {
			ls, width, real, ok := e.target(s, x, targetVar)
			if !ok {
				return null
			}
			call.Outs = append(call.Outs, design.TaskOut{Targets: ls, Value: readSignal(p.Signal, width, real, x)})
		}
	}
	return call
}

// readSignal reads sig converted for an assignment to width bits or to a real.
func readSignal(sig *design.Signal, width int, real bool, at ast.Node) *design.Expr {
	x := &design.Expr{Op: design.OpSignal, Width: sig.Width, Signed: sig.Signed || sig.Real, Real: sig.Real, Pos: at.Pos(), Sig: sig,
		Name: lastName(sig.Name)}
	switch {
	case real:
		return toReal(x)
	case sig.Real:
		return toInt(x, width, true)
	}
	return resize(x, width)
}

// finishSubroutines reports always constructs that never let time pass; all bodies are elaborated by then.
func (e *elab) finishSubroutines() {
	e.callGraph()
	for _, p := range e.xs.endless {
		if c := directCalls(p.Body); !c.waits(p.Body) {
			e.diags.Errorf(codeNoDelay, p.Pos, "this always construct has no delay, event control or wait: it would never let time pass")
		}
	}
}

// callGraph sets Stops and Recursive of all subroutines.
func (e *elab) callGraph() {
	e.xs.calls = map[*design.Subroutine]*callees{}
	for _, sub := range e.des.Subs {
		e.xs.calls[sub] = directCalls(sub.Body)
	}
	for changed := true; changed; {
		changed = false
		for _, sub := range e.des.Subs {
			c := e.xs.calls[sub]
			if sub.Stops {
				continue
			}
			stops := c.stops
			for _, to := range c.list {
				stops = stops || to.Stops
			}
			if stops {
				sub.Stops, changed = true, true
			}
		}
	}
	for _, sub := range e.des.Subs {
		sub.Recursive = e.reaches(sub, sub)
	}
}

// waits tells whether the body may let time pass or end the simulation.
func (c *callees) waits(body design.Stmt) bool {
	for _, to := range c.list {
		if to.Stops {
			return true
		}
	}
	found := false
	walkStmt(body, func(st design.Stmt) bool {
		switch st := st.(type) {
		case *design.Delay, *design.EventCtl, *design.WaitStmt:
			found = true
		case *design.AssignStmt:
			found = found || !st.NonBlocking && (st.Delay != nil || st.Event != nil)
		case *design.SysTask:
			found = found || st.Name == "$finish" || st.Name == "$finish_and_return" || st.Name == "$stop"
		}
		return !found
	})
	return found
}

// reaches tells whether a call chain from sub leads to target.
func (e *elab) reaches(sub, target *design.Subroutine) bool {
	seen := map[*design.Subroutine]bool{}
	work := []*design.Subroutine{sub}
	for len(work) > 0 {
		at := work[len(work)-1]
		work = work[:len(work)-1]
		c := e.xs.calls[at]
		if c == nil {
			continue
		}
		for _, to := range c.list {
			if to == target {
				return true
			}
			if !seen[to] {
				seen[to] = true
				work = append(work, to)
			}
		}
	}
	return false
}

// directCalls lists the subroutines that st calls, and whether st itself may stop.
func directCalls(st design.Stmt) *callees {
	c := &callees{}
	seen := map[*design.Subroutine]bool{}
	add := func(sub *design.Subroutine) {
		if !seen[sub] {
			seen[sub] = true
			c.list = append(c.list, sub)
		}
	}
	expr := func(x *design.Expr) {
		x.Walk(func(n *design.Expr) bool {
			switch n.Op {
			case design.OpCall:
				add(n.Sub)
			case design.OpSys:
				c.stops = c.stops || sysFuncs[n.Sys].host
			case design.OpPow:
				c.stops = c.stops || n.Real
			}
			return true
		})
	}
	walkStmt(st, func(n design.Stmt) bool {
		exprsOf(n, expr)
		switch n := n.(type) {
		case *design.Delay, *design.EventCtl, *design.WaitStmt, *design.Fork:
			c.stops = true
		case *design.AssignStmt:
			c.stops = c.stops || !n.NonBlocking && (n.Delay != nil || n.Event != nil)
		case *design.TaskCall:
			add(n.Sub)
		case *design.SysTask:
			c.stops = c.stops || sysFuncs[n.Name].host
		}
		return true
	})
	return c
}
