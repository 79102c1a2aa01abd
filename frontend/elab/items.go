package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/frontend/source"
)

// bodies is phase 3.
func (e *elab) bodies() {
	for _, sym := range e.subs {
		passes.At(e.opts.Passes, func() string { return "task or function " + sym.name })
		e.subroutine(sym)
	}
	for _, d := range e.des.Tops {
		e.scopeBodies(e.byDesign[d])
	}
}

// scopeBodies elaborates a module instance or generate block: its generate blocks first, then gates, assigns and
// instances in source order, then processes, as Icarus Verilog does. That order is the order in which processes start.
func (e *elab) scopeBodies(s *scope) {
	if e.diags.Full() {
		return
	}
	if s.d.Kind == design.ScopeModule {
		e.attributes(s, s.module.Attrs)
		for _, p := range s.module.Ports {
			if p.Decl != nil {
				e.attributes(s, p.Decl.Attrs)
			}
		}
	}
	for _, sym := range s.order {
		switch {
		case sym.net != nil:
			e.attributes(s, sym.net.Attrs)
		case sym.vari != nil:
			e.attributes(s, sym.vari.Attrs)
		}
	}
	for _, it := range s.items {
		switch it := it.(type) {
		case *ast.ContAssign:
			e.attributes(s, it.Attrs)
		case *ast.GateInst:
			e.attributes(s, it.Attrs)
		case *ast.ModuleInst:
			e.attributes(s, it.Attrs)
		case *ast.Always:
			e.attributes(s, it.Attrs)
		case *ast.Initial:
			e.attributes(s, it.Attrs)
		}
	}
	e.netDelays(s)
	for _, g := range s.gens {
		e.scopeBodies(g)
	}
	for _, it := range s.items {
		passes.At(e.opts.Passes, func() string { return e.construct(s, it) })
		switch it := it.(type) {
		case *ast.NetDecl:
			e.netInits(s, it)
		case *ast.ContAssign:
			e.contAssign(s, it)
		case *ast.GateInst:
			e.gates(s, it)
		case *ast.ModuleInst:
			done := map[*ast.UDP]bool{nil: true}
			for _, in := range it.Instances {
				if u := s.prims[in]; !done[u] { // a config may have made them different
					done[u] = true
					e.udpInsts(s, it, u)
				}
				for _, sc := range s.insts[in] {
					e.scopeBodies(sc)
					e.joints(sc)
				}
			}
		}
	}
	e.specified(s)
	e.varInits(s)
	for _, it := range s.items {
		passes.At(e.opts.Passes, func() string { return e.construct(s, it) })
		switch it.(type) {
		case *ast.Initial, *ast.Always:
			if p := e.process(s, it); p != nil {
				e.addProcess(p)
			}
		}
	}
}

// attributes wants the values of attributes to be constant (3.8). Nothing here reads them.
func (e *elab) attributes(s *scope, list []*ast.Attribute) {
	for _, a := range list {
		if a.Value != nil {
			e.constValue(s, a.Value)
		}
	}
}

func (e *elab) addProcess(p *design.Process) {
	p.ID = len(e.des.Processes)
	if w, ok := p.Body.(*design.EventCtl); ok && p.Kind == design.ProcAlways && w.Event != nil && len(w.Event.Items) > 0 {
		p.Push = true
		for _, it := range w.Event.Items {
			if it.Edge != design.EdgeAny || it.Named != nil {
				p.Push = false
			}
		}
	}
	e.des.Processes = append(e.des.Processes, p)
}

// constantInit tells whether x reads no signal and calls nothing that is not constant.
func (e *elab) constantInit(x *design.Expr) bool {
	ok := true
	x.Walk(func(n *design.Expr) bool {
		switch n.Op {
		case design.OpSignal, design.OpWord:
			ok = false
		case design.OpSys:
			ok = ok && n.Sys != "$random" && n.Sys != "$urandom" && n.Sys != "$time" && n.Sys != "$stime" && n.Sys != "$realtime"
		}
		return ok
	})
	return ok
}

// varInits makes the initialisations of variables declared in s and in its named blocks, tasks and functions
// (IEEE 1364-2005 6.2.1); they run before all processes.
func (e *elab) varInits(s *scope) {
	for _, it := range s.items {
		v, ok := it.(*ast.VarDecl)
		if !ok {
			continue
		}
		for _, d := range v.Names {
			if d.Init == nil {
				continue
			}
			if s.sub != nil && s.sub.Automatic {
				e.diags.Errorf("E9006", d.Pos(), "a variable of an automatic task or function has no initial value (IEEE 1364-2005 A.2.8): assign it in the body")
				continue
			}
			if len(d.Dims) > 0 {
				e.diags.Errorf("E2026", d.Pos(), "an array cannot have an initial value in its declaration (IEEE 1364-2005 6.2.1)")
				continue
			}
			span := ast.Span{From: d.Pos(), To: d.Pos().Add(len(d.Name))}
			id := &ast.Ident{Span: span, Parts: []ast.NamePart{{Span: span, Name: d.Name}}}
			body := e.stmt(s, &ast.Assign{Span: d.Span, LHS: id, RHS: d.Init})
			if a, ok := body.(*design.AssignStmt); ok && a.RHS != nil && !e.constantInit(a.RHS) {
				e.diags.Errorf("E2038", d.Init.Pos(), "the initial value of '%s' is not constant (IEEE 1364-2005 6.2.1)", d.Name)
				continue
			}
			if body != nil {
				e.addProcess(&design.Process{Kind: design.ProcInitial, Body: body, Scope: s.d, Init: true, Pos: d.Pos()})
			}
		}
	}
	for _, c := range s.d.Children {
		if c.Kind == design.ScopeModule || c.Kind == design.ScopeGenerate {
			continue
		}
		e.varInits(e.byDesign[c])
	}
}

// strengths turns a drive strength into the pair of the design; absent ones are strong.
func strengths(s *ast.Strength) [2]design.Strength {
	out := [2]design.Strength{design.Strong, design.Strong}
	if s != nil {
		if s.S0 != ast.StrengthNone {
			out[0] = design.Strength(s.S0 - ast.HighZ)
		}
		if s.S1 != ast.StrengthNone {
			out[1] = design.Strength(s.S1 - ast.HighZ)
		}
	}
	return out
}

// netInits makes the continuous assignments of net declarations (IEEE 1364-2005 6.1.1), or notes a net's own delay.
func (e *elab) netInits(s *scope, n *ast.NetDecl) {
	for _, d := range n.Names {
		sym := s.names[d.Name]
		if sym == nil || sym.decl == nil || d.Init == nil {
			continue
		}
		sig := sym.decl.Signal
		if sig.Words > 0 {
			e.diags.Errorf("E2026", d.Pos(), "an array of nets cannot be assigned in its declaration")
			continue
		}
		if decays(n) {
			e.decay[sig] = e.ticks(s, n.Delay.Values[2])
		}
		lhs := []design.LValue{{Sig: sig, Width: sig.Width, Pos: d.Pos()}}
		rhs := e.exprFor(s, d.Init, sig.Width, sig.Real)
		if rhs == nil {
			continue
		}
		e.addAssign(&design.Assign{Kind: design.AssignCont, LHS: lhs, RHS: rhs, Scope: s.d, Pos: d.Pos(), Desc: "assign",
			Delay: e.assignDelay(s, declaredDelay(n)), Strength: strengths(n.Strength), Immediate: immediate(rhs), Reads: reads(rhs)})
	}
}

// assignDelay elaborates an optional delay.
func (e *elab) assignDelay(s *scope, d *ast.Delay) [3]*design.Expr {
	if d == nil {
		return [3]*design.Expr{}
	}
	return e.delay3(s, d)
}

func (e *elab) contAssign(s *scope, it *ast.ContAssign) {
	delay := e.assignDelay(s, it.Delay)
	for _, a := range it.Assigns {
		lhs, w, isReal, ok := e.lvalue(s, a.LHS, false)
		if !ok {
			continue
		}
		rhs := e.exprFor(s, a.RHS, w, isReal)
		if rhs == nil {
			continue
		}
		e.addAssign(&design.Assign{Kind: design.AssignCont, LHS: lhs, RHS: rhs, Scope: s.d, Pos: a.Pos(), Desc: "assign", Delay: delay,
			Strength: strengths(it.Strength), Immediate: len(lhs) == 1 && immediate(rhs), Reads: reads(rhs)})
	}
}

// filled is a constant with all bits alike.
func filled(w int, one bool, pos source.Pos) *design.Expr {
	b := logic.L0
	if one {
		b = logic.L1
	}
	return konst(logic.Filled(w, b), false, pos)
}

// netDelays notes the delays of net declarations without an assignment: they hold for every driver of the net
// (IEEE 1364-2005 7.14).
func (e *elab) netDelays(s *scope) {
	for _, sym := range s.order {
		if sym.kind != symSignal || sym.net == nil || sym.net.Delay == nil || sym.decl == nil || sym.dcl != nil && sym.dcl.Init != nil {
			continue
		}
		e.netDelay[sym.decl.Signal] = e.delay3(s, declaredDelay(sym.net))
		if decays(sym.net) {
			e.decay[sym.decl.Signal] = e.ticks(s, sym.net.Delay.Values[2])
		}
	}
}
