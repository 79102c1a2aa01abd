package elab

import (
	"slices"
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Some places of an expression cannot stop: a case label among others, an input of a primitive, what a force goes on evaluating. Where
// one calls a function that may stop (it recurses, or asks the host), the call moves to where it can: into a statement of its own, or
// into a net. Whole arrays of automatic tasks, which the host cannot see, are copied to static ones for a call.

// plainFuncs are the system functions that no engine asks its host for.
var plainFuncs = map[string]bool{"$time": true, "$stime": true, "$simtime": true, "$realtime": true, "$signed": true, "$unsigned": true,
	"$rtoi": true, "$itor": true, "$realtobits": true, "$bitstoreal": true, "$random": true}

// mayStop tells whether evaluating x may have to stop.
func (e *elab) mayStop(x *design.Expr) bool {
	stops := false
	x.Walk(func(n *design.Expr) bool {
		switch n.Op {
		case design.OpSys:
			stops = stops || !plainFuncs[n.Sys]
		case design.OpPow, design.OpMod:
			stops = stops || n.Real
		case design.OpCall:
			stops = stops || n.Sub.Stops || n.Sub.Recursive
		}
		return !stops
	})
	return stops
}

// desugar is the work on one body.
type desugar struct {
	h   *hidden
	sub *design.Subroutine // of the body; nil for a process
}

// desugarBodies rewrites the statements of all bodies.
func (e *elab) desugarBodies() {
	for _, sub := range e.des.Subs {
		d := &desugar{h: &hidden{e, e.byDesign[sub.Scope], sub.Pos}, sub: sub}
		sub.Body = mapStmt(sub.Body, d.stmt)
	}
	for _, p := range e.des.Processes {
		d := &desugar{h: &hidden{e, e.byDesign[p.Scope], p.Pos}}
		p.Body = mapStmt(p.Body, d.stmt)
	}
}

// temp makes a hidden variable of the body, one for each activation of an automatic one.
func (d *desugar) temp(width int, real bool, pos source.Pos) *design.Signal {
	w := max(width, 1)
	sig := d.h.e.newSignal(d.h.s, design.Signal{Net: design.NetVar, Width: w, Real: real, MSB: w - 1, Hidden: true, Pos: pos})
	if d.sub != nil {
		if d.sub.Automatic {
			sig.Frame = d.sub
		}
		d.sub.Locals = append(d.sub.Locals, sig)
	}
	return sig
}

func (d *desugar) stmt(st design.Stmt) design.Stmt {
	d.h.pos = st.Position()
	switch st := st.(type) {
	case *design.Case:
		return d.caseStmt(st)
	case *design.SysTask:
		if name := strings.TrimPrefix(strings.TrimRight(st.Name, "boh"), "$f"); name == "strobe" || name == "monitor" || name == "$strobe" || name == "$monitor" {
			return d.printed(st)
		}
		return d.arrays(st, st.Args, st.Name != "$writememb" && st.Name != "$writememh", func(args []design.SysArg) design.Stmt {
			c := *st
			c.Args = args
			return &c
		})
	case *design.AssignStmt:
		if st.NonBlocking || st.Delay != nil || st.Event != nil {
			return st
		}
		call := st.RHS
		for call.Op == design.OpResize || call.Op == design.OpSigned || call.Op == design.OpToReal || call.Op == design.OpToInt {
			call = call.Args[0]
		}
		if call.Op != design.OpSys {
			return st
		}
		return d.arrays(st, call.SysArgs, true, func(args []design.SysArg) design.Stmt {
			c := *st
			c.RHS = withArgs(st.RHS, args)
			return &c
		})
	}
	return st
}

// printed gives what prints at the end of a time step nets in the place of values that may stop. Such an argument is no name, whose
// change would make a monitor print: the net is hidden in a concatenation.
func (d *desugar) printed(st *design.SysTask) design.Stmt {
	out := append([]design.SysArg(nil), st.Args...)
	for i, a := range out {
		if a.Value == nil || !d.h.e.mayStop(a.Value) || slices.ContainsFunc(reads(a.Value), func(sig *design.Signal) bool { return sig.Frame != nil }) {
			continue
		}
		sig := d.h.follow(a.Value, true, "argument of "+st.Name)
		sig.Real, sig.Signed = a.Value.Real, a.Value.Signed
		v := wholeOf(sig, a.Pos)
		if !sig.Real {
			v = resign(&design.Expr{Op: design.OpConcat, Width: sig.Width, Args: []*design.Expr{v}, Pos: a.Pos}, sig.Signed)
		}
		out[i].Value = v
	}
	st.Args = out
	return st
}

// withArgs is x, a system function under conversions, with other arguments.
func withArgs(x *design.Expr, args []design.SysArg) *design.Expr {
	c := *x
	if x.Op == design.OpSys {
		c.SysArgs = args
	} else {
		c.Args = []*design.Expr{withArgs(x.Args[0], args)}
	}
	return &c
}

// caseStmt evaluates labels that may stop into variables, each behind the arms in front of it.
func (d *desugar) caseStmt(st *design.Case) design.Stmt {
	any := false
	for _, it := range st.Items {
		for _, l := range it.Labels {
			any = any || d.h.e.mayStop(l)
		}
	}
	if !any {
		return st
	}
	keep := func(x *design.Expr) (design.Stmt, *design.Expr) {
		sig := d.temp(x.Width, x.Real, x.Pos)
		v := wholeOf(sig, x.Pos)
		if !x.Real {
			v = resign(v, x.Signed)
			x = resign(x, false)
		}
		return set(sig, x), v
	}
	first, sel := keep(st.Sel)
	var build func(items []design.CaseItem) design.Stmt
	build = func(items []design.CaseItem) design.Stmt {
		for i, it := range items {
			for j, l := range it.Labels {
				if !d.h.e.mayStop(l) {
					continue
				}
				now, v := keep(l)
				it.Labels = append([]*design.Expr(nil), it.Labels...)
				it.Labels[j] = v
				rest := append([]design.CaseItem{it}, items[i+1:]...)
				then := &design.Block{At: st.At, Stmts: []design.Stmt{now, build(rest)}}
				if i == 0 {
					return then
				}
				return &design.Case{At: st.At, Kind: st.Kind, Sel: sel, Items: items[:i:i], Default: then}
			}
		}
		return &design.Case{At: st.At, Kind: st.Kind, Sel: sel, Items: items, Default: st.Default}
	}
	return &design.Block{At: st.At, Stmts: []design.Stmt{first, build(st.Items)}}
}

// arrays puts static copies in the place of automatic arrays among args; with makes the statement. What it writes is copied back.
func (d *desugar) arrays(st design.Stmt, args []design.SysArg, writes bool, with func([]design.SysArg) design.Stmt) design.Stmt {
	var before, after []design.Stmt
	out := append([]design.SysArg(nil), args...)
	for i, a := range args {
		if a.Kind != design.ArgArray || a.Array == nil || a.Array.Frame == nil {
			continue
		}
		auto := a.Array
		still := d.h.e.newSignal(d.h.s.inst, design.Signal{Net: design.NetVar, Width: auto.Width, Real: auto.Real, Signed: auto.Signed, MSB: auto.Width - 1,
			Words: auto.Words, Dims: auto.Dims, Pos: st.Position()})
		out[i].Array, out[i].Decl = still, nil
		before = append(before, d.copyArray(still, auto, st.Position()))
		if writes {
			after = append(after, d.copyArray(auto, still, st.Position()))
		}
	}
	if before == nil {
		return st
	}
	return &design.Block{At: design.At{Pos: st.Position()}, Stmts: append(append(before, with(out)), after...)}
}

// copyArray copies all elements.
func (d *desugar) copyArray(to, from *design.Signal, pos source.Pos) design.Stmt {
	at := design.At{Pos: pos}
	i := d.temp(32, false, pos)
	index := wholeOf(i, pos)
	n := func(v uint64) *design.Expr { return konst(logic.FromUint64(32, v), false, pos) }
	word := &design.Expr{Op: design.OpWord, Width: from.Width, Signed: from.Signed || from.Real, Real: from.Real, Sig: from, Pos: pos, Args: []*design.Expr{index}}
	if !from.Real {
		word = resign(word, false)
	}
	return &design.For{At: at, Init: set(i, n(0)), Step: set(i, op2(design.OpAdd, 32, false, pos, index, n(1))),
		Cond: op2(design.OpLt, 1, false, pos, index, n(uint64(from.Words))),
		Body: &design.AssignStmt{At: at, LHS: []design.LValue{{Sig: to, Word: index, Width: to.Width, Pos: pos}}, RHS: word}}
}

// liveValues gives forces and primitives nets to look at in the place of what may stop.
func (e *elab) liveValues() {
	w := &walker{stmt: func(st design.Stmt) {
		pa, ok := st.(*design.ProcAssign)
		if !ok || len(pa.Reads) == 0 || pa.Live != nil || !e.mayStop(pa.RHS) {
			return
		}
		for _, sig := range pa.Reads {
			if sig.Frame != nil {
				return
			}
		}
		h := &hidden{e, e.byDesign[pa.LHS[0].Sig.Scope], pa.Pos}
		sig := h.net(max(pa.RHS.Width, 1))
		sig.Real, sig.Signed = pa.RHS.Real, pa.RHS.Signed
		e.addAssign(&design.Assign{Kind: design.AssignEvent, LHS: h.whole(sig), RHS: pa.RHS, Scope: h.s.d, Pos: pa.Pos, Desc: "value of a force", Reads: reads(pa.RHS)})
		pa.Live, pa.Reads = wholeOf(sig, pa.Pos), []*design.Signal{sig}
	}}
	w.design(e.des)
	for _, a := range e.des.Assigns {
		delays := map[*design.Expr]*design.Expr{}
		for i, x := range a.Delay {
			if x != nil && delays[x] == nil && e.mayStop(x) {
				h := &hidden{e, e.byDesign[a.Scope], a.Pos}
				delays[x] = h.val(h.follow(x, true, "delay of "+a.Desc))
			}
			if d := delays[x]; d != nil {
				a.Delay[i] = d
			}
		}
		for i, x := range a.Inputs {
			if e.mayStop(x) {
				h := &hidden{e, e.byDesign[a.Scope], a.Pos}
				a.Inputs[i] = h.val(h.follow(x, true, "input of "+a.Desc))
				a.Reads = reads(a.Inputs...)
			}
		}
	}
}
