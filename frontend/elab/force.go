package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// Procedural continuous assignments (IEEE 1364-2005 9.3) and $deposit.

// heldStmt is an assign, deassign, force or release, in a block of its own that later phases add to.
type heldStmt struct {
	block *design.Block
	force bool
	lhs   []design.LValue
	put   *design.ProcAssign // nil for deassign and release
}

// heldState is what procedural continuous assignments keep over an elaboration.
type heldState struct {
	stmts    []*heldStmt
	elements map[elementKey]*design.Signal // elements of arrays of nets that are targets
	order    []elementKey                  // of elements
	copies   []*design.Assign              // from those to their arrays
	marks    map[*design.Signal]*design.Signal
}

// elementKey names an element of an array of nets.
type elementKey struct {
	array *design.Signal
	word  int
}

// procAssign elaborates assign, deassign, force and release.
func (e *elab) procAssign(s *scope, st *ast.ProcAssign) design.Stmt {
	pos := design.At{Pos: st.Pos()}
	force := st.Kind == ast.ForceStmt || st.Kind == ast.ReleaseStmt
	mode := targetVar
	if force {
		mode = targetAny
	}
	ls, width, real, ok := e.target(s, st.LHS, mode)
	if !ok {
		return &design.Null{At: pos}
	}
	for i := range ls {
		l := &ls[i]
		switch {
		case l.Sig.Frame != nil:
			e.diags.Errorf(codeTarget, l.Pos, "a variable of an automatic task or function cannot be the target of %s", st.Kind)
			return &design.Null{At: pos}
		case l.Word != nil && l.Sig.Net == design.NetVar && len(ls) == 1 && missing(l):
			return &design.Null{At: pos} // there is none, as in Icarus Verilog
		case l.Word != nil && l.Sig.Net == design.NetVar:
			e.diags.Errorf(codeTarget, l.Pos, "a word of an array of variables cannot be the target of %s (IEEE 1364-2005 9.3)", st.Kind)
			return &design.Null{At: pos}
		case l.OffExpr != nil:
			e.diags.Errorf(codeNotConst, l.Pos, "the selects of the target of %s must be constant (IEEE 1364-2005 9.3)", st.Kind)
			return &design.Null{At: pos}
		case l.Word != nil:
			e.elementTarget(s, l)
		}
		l.Sig.Forced = true
		if l.Sig.Net == design.NetVar && !l.Whole() {
			e.diags.Warnf(codeExtension, l.Pos, "the target of %s is a part of a variable, which IEEE 1364-2005 9.3 does not have", st.Kind)
		}
	}
	h := &heldStmt{block: &design.Block{At: pos}, force: force, lhs: ls}
	if st.Kind == ast.DeassignStmt || st.Kind == ast.ReleaseStmt {
		h.block.Stmts = []design.Stmt{&design.Unassign{At: pos, Force: force, LHS: ls}}
	} else {
		rhs := e.exprFor(s, st.RHS, width, real)
		used := reads(rhs)
		for _, sig := range used {
			if sig.Frame != nil {
				e.diags.Errorf(codeTarget, st.RHS.Pos(), "a variable of an automatic task or function cannot be used in %s (IEEE 1364-2005 10.2.1)", st.Kind)
				return &design.Null{At: pos}
			}
		}
		h.put = &design.ProcAssign{At: pos, Force: force, LHS: ls, RHS: rhs, Reads: used}
		h.block.Stmts = []design.Stmt{h.put}
	}
	e.held.stmts = append(e.held.stmts, h)
	return h.block
}

// missing tells that l is an element, with a constant index, that its array does not have.
func missing(l *design.LValue) bool {
	word, known := l.Word.Val.Uint64()
	return !known || word >= uint64(l.Sig.Words)
}

// elementTarget makes l, an element of an array of nets, a target of its own: a hidden net that takes over the element's drivers
// (see elementNets) and that the element follows. An element that does not exist becomes bits that do not.
func (e *elab) elementTarget(s *scope, l *design.LValue) {
	array := l.Sig
	missing := missing(l)
	word := uint64(0)
	if !missing {
		word, _ = l.Word.Val.Uint64()
	}
	key := elementKey{array, int(word)}
	sig := e.held.elements[key]
	if sig == nil {
		sig = e.newSignal(s, design.Signal{Net: array.Net, Real: array.Real, Width: array.Width, Signed: array.Signed, MSB: array.MSB, LSB: array.LSB,
			Charge: array.Charge, Hidden: true, Pos: array.Pos})
		if e.held.elements == nil {
			e.held.elements = map[elementKey]*design.Signal{}
		}
		e.held.elements[key] = sig
		e.held.order = append(e.held.order, key)
	}
	l.Sig, l.Word = sig, nil
	if missing {
		l.Off = sig.Width
	}
}

// elementNets moves the drivers of elements that are forced to nets of their own.
func (e *elab) elementNets() {
	if len(e.held.elements) == 0 {
		return
	}
	for _, a := range e.des.Assigns {
		for i := range a.LHS {
			l := &a.LHS[i]
			if l.Word == nil {
				continue
			}
			if word, known := l.Word.Val.Uint64(); known {
				if sig := e.held.elements[elementKey{l.Sig, int(min(word, maxWords))}]; sig != nil {
					l.Sig, l.Word = sig, nil
				}
			}
		}
	}
	for _, key := range e.held.order {
		sig, array := e.held.elements[key], key.array
		e.moveDelay(array, sig)
		rhs := &design.Expr{Op: design.OpSignal, Width: sig.Width, Signed: sig.Signed, Real: sig.Real, Sig: sig, Pos: array.Pos}
		e.held.copies = append(e.held.copies, &design.Assign{Kind: design.AssignPort, RHS: rhs, Scope: array.Scope, Pos: array.Pos, Desc: "element of " + array.Name,
			LHS:       []design.LValue{{Sig: array, Word: konstInt(int64(key.word), array.Pos), Width: array.Width, Pos: array.Pos}},
			Immediate: true, Reads: reads(rhs)})
	}
}

// cutHeld cuts procedural continuous assignments so that no two overlap in part, and those of several targets into one each: the
// right side of each piece goes on being evaluated until that piece is taken over or released.
func (e *elab) cutHeld() {
	type kind struct {
		sig   *design.Signal
		force bool
	}
	edges := map[kind]map[int]bool{}
	for _, h := range e.held.stmts {
		for i := range h.lhs {
			l := &h.lhs[i]
			k := kind{l.Sig, h.force}
			if edges[k] == nil {
				edges[k] = map[int]bool{}
			}
			edges[k][l.Off], edges[k][l.Off+l.Width] = true, true
		}
	}
	for _, h := range e.held.stmts {
		if h.put == nil || len(h.put.Reads) == 0 || h.put.RHS.Real {
			continue
		}
		var pieces []design.Stmt
		at := 0
		for i := len(h.lhs) - 1; i >= 0; i-- {
			l := &h.lhs[i]
			inner := edges[kind{l.Sig, h.force}]
			for from := 0; from < l.Width; {
				to := from + 1
				for to < l.Width && !inner[l.Off+to] {
					to++
				}
				piece := *l
				piece.Off, piece.Width = l.Off+from, to-from
				rhs := h.put.RHS
				if piece.Width != rhs.Width {
					rhs = part(rhs, at+from, piece.Width, h.put.Pos)
				}
				pieces = append(pieces, &design.ProcAssign{At: h.put.At, Force: h.force, LHS: []design.LValue{piece}, RHS: rhs, Reads: h.put.Reads})
				from = to
			}
			at += l.Width
		}
		if len(pieces) > 1 {
			h.block.Stmts = append(pieces, h.block.Stmts[1:]...)
		}
	}
}

// deposit elaborates Icarus's $deposit(target, value): a net shows the value until a driver changes, a variable until it is written.
func (e *elab) deposit(s *scope, st *ast.SysTaskCall) design.Stmt {
	pos := design.At{Pos: st.Pos()}
	if len(st.Args) != 2 || ast.IsEmpty(st.Args[0]) || ast.IsEmpty(st.Args[1]) {
		e.diags.Errorf(codeSysArgs, st.Pos(), "$deposit takes 2 arguments: a net or variable, and a value")
		return &design.Null{At: pos}
	}
	if _, ok := st.Args[0].(*ast.Concat); ok {
		e.diags.Errorf(codeTarget, st.Args[0].Pos(), "$deposit takes a net or a variable, or a select of one")
		return &design.Null{At: pos}
	}
	ls, width, real, ok := e.target(s, st.Args[0], targetAny)
	if !ok {
		return &design.Null{At: pos}
	}
	if ls[0].Sig.Net != design.NetVar && ls[0].Word == nil {
		ls[0].Sig.Forced = true // so that it shares no storage with its driver
	}
	return &design.AssignStmt{At: pos, LHS: ls, RHS: e.exprFor(s, st.Args[1], width, real)}
}

// markForced is 1 where bits of x, a net that switches join with others, are forced: assigned in the statements that force and release.
func (e *elab) markForced(x *design.Signal) *design.Signal {
	if m := e.held.marks[x]; m != nil {
		return m
	}
	m := e.newSignal(e.byDesign[x.Scope], design.Signal{Net: design.NetVar, Width: x.Width, MSB: x.Width - 1, Hidden: true, Pos: x.Pos})
	if e.held.marks == nil {
		e.held.marks = map[*design.Signal]*design.Signal{}
	}
	e.held.marks[x] = m
	for _, h := range e.held.stmts {
		for i := range h.lhs {
			l := &h.lhs[i]
			if l.Sig != x || !h.force {
				continue
			}
			h.block.Stmts = append(h.block.Stmts, &design.AssignStmt{At: h.block.At, RHS: filled(l.Width, h.put != nil, l.Pos),
				LHS: []design.LValue{{Sig: m, Off: l.Off, Width: l.Width, Pos: l.Pos}}})
		}
	}
	return m
}

// isForced is 1 when bit b of a net is forced, else 0.
func (e *elab) isForced(b netBit) *design.Expr {
	m := e.markForced(b.sig)
	x := &design.Expr{Op: design.OpSignal, Width: m.Width, Sig: m, Pos: b.sig.Pos}
	if m.Width > 1 {
		x = part(x, b.bit, 1, b.sig.Pos)
	}
	return op2(design.OpCaseEq, 1, false, b.sig.Pos, x, konst(logic.L1.Vec(), false, b.sig.Pos))
}
