package elab

import (
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// pla is the name of a PLA modeling task, taken apart (IEEE 1364-2005 17.5).
type pla struct {
	async  bool
	plane  bool // else array
	or     bool
	invert bool
}

// plaTask takes $async$and$array and its kin apart.
func plaTask(name string) (p pla, ok bool) {
	parts := strings.Split(name, "$")
	if len(parts) != 4 {
		return p, false
	}
	switch parts[1] {
	case "async":
		p.async = true
	case "sync":
	default:
		return p, false
	}
	switch parts[2] {
	case "and":
	case "nand":
		p.invert = true
	case "or":
		p.or = true
	case "nor":
		p.or, p.invert = true, true
	default:
		return p, false
	}
	switch parts[3] {
	case "array":
	case "plane":
		p.plane = true
	default:
		return p, false
	}
	return p, true
}

// plaCall elaborates a call: memory, input terms, output terms. A synchronous one is an assignment; an asynchronous one is, too, and
// from then on a hidden process repeats it when an input or the memory changes.
func (e *elab) plaCall(s *scope, st *ast.SysTaskCall, p pla) design.Stmt {
	at := design.At{Pos: st.Pos()}
	null := &design.Null{At: at}
	if len(st.Args) != 3 || ast.IsEmpty(st.Args[0]) || ast.IsEmpty(st.Args[1]) || ast.IsEmpty(st.Args[2]) {
		e.diags.Errorf(codeSysArgs, st.Pos(), "%s takes 3 arguments: a memory, input terms and output terms", st.Name)
		return null
	}
	sym := e.arraySymbol(s, st.Args[0])
	if sym == nil || sym.decl.Signal.Real {
		e.diags.Errorf(codeSysArgs, st.Args[0].Pos(), "%s needs a memory (an array) here", st.Name)
		return null
	}
	mem := sym.decl.Signal
	before := e.diags.ErrorCount()
	in := e.selfExpr(s, st.Args[1])
	outs, width, real, ok := e.target(s, st.Args[2], targetVar)
	if !ok || e.diags.ErrorCount() > before {
		return null
	}
	switch {
	case in.Real || real:
		e.diags.Errorf(codeRealOperand, st.Pos(), "%s does not take reals", st.Name)
		return null
	case in.Width != mem.Width:
		e.diags.Errorf(codeSysArgs, st.Args[1].Pos(), "%s has %d input terms, and the words of its memory have %d bits (IEEE 1364-2005 17.5.3)", st.Name, in.Width, mem.Width)
		return null
	case width > mem.Words:
		e.diags.Errorf(codeSysArgs, st.Args[2].Pos(), "%s has %d output terms, and its memory has %d words (IEEE 1364-2005 17.5.3)", st.Name, width, mem.Words)
		return null
	}
	// Term by term, so that no statement is large; the first word is the leftmost output.
	sum := e.newSignal(s, design.Signal{Net: design.NetVar, Width: width, MSB: width - 1, Hidden: true, Pos: st.Pos()})
	var list []design.Stmt
	for k := range width {
		word := &design.Expr{Op: design.OpWord, Width: mem.Width, Sig: mem, Args: []*design.Expr{konstInt(int64(k), st.Pos())}, Pos: st.Pos()}
		list = append(list, &design.AssignStmt{At: at, LHS: []design.LValue{{Sig: sum, Off: width - 1 - k, Width: 1, Pos: st.Pos()}},
			RHS: p.term(resign(in, false), word, st.Pos())})
	}
	put := &design.Block{At: at, Stmts: append(list, &design.AssignStmt{At: at, LHS: outs, RHS: wholeOf(sum, st.Pos())})}
	if !p.async {
		return put
	}
	used := append(reads(in), mem)
	for _, sig := range used {
		if sig.Frame != nil {
			e.diags.Errorf(codeSysArgs, st.Pos(), "%s cannot follow variables of an automatic task", st.Name)
			return null
		}
	}
	for i := range outs {
		for _, x := range []*design.Expr{outs[i].Word, outs[i].OffExpr} {
			if outs[i].Sig.Frame != nil || x != nil && !isConst(x) {
				e.diags.Errorf(codeSysArgs, outs[i].Pos, "the output terms of %s must be static", st.Name)
				return null
			}
		}
	}
	on := e.newSignal(s, design.Signal{Net: design.NetVar, Width: 1, Hidden: true, Pos: st.Pos()})
	var items []design.EventItem
	for _, sig := range used {
		items = append(items, design.EventItem{Signal: sig})
	}
	again := *put
	again.Stmts = append([]design.Stmt(nil), put.Stmts...)
	e.addProcess(&design.Process{Kind: design.ProcAlways, Scope: s.d, Pos: st.Pos(), Body: &design.EventCtl{At: at,
		Event: e.addEvent(items, false, st.Pos()), Body: &design.If{At: at, Cond: wholeOf(on, st.Pos()), Then: &again}}})
	return &design.Block{At: at, Stmts: []design.Stmt{set(on, filled(1, true, st.Pos())), put}}
}

// term is one output. In an array a 1 of the word takes the input term and a 0 does not; in a plane a 1 takes it, a 0 its complement, x
// the worst of both, and z nothing (17.5.4).
func (p pla) term(in, word *design.Expr, pos source.Pos) *design.Expr {
	w := in.Width
	var taken *design.Expr
	switch {
	case !p.plane && p.or:
		taken = op2(design.OpAnd, w, false, pos, in, word)
	case !p.plane:
		taken = op2(design.OpOr, w, false, pos, in, op1(design.OpNot, w, false, pos, word))
	default:
		bits := make([]*design.Expr, w)
		for k := range bits {
			a, m := part(in, w-1-k, 1, pos), part(word, w-1-k, 1, pos)
			open := op2(design.OpCaseEq, 1, false, pos, m, konst(logic.LZ.Vec(), false, pos))
			bits[k] = &design.Expr{Op: design.OpCond, Width: 1, Pos: pos, Args: []*design.Expr{open, filled(1, !p.or, pos), op2(design.OpXnor, 1, false, pos, a, m)}}
		}
		taken = concat(pos, bits...)
	}
	op := [2][2]design.Op{{design.OpRedAnd, design.OpRedNand}, {design.OpRedOr, design.OpRedNor}}
	pick := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	return op1(op[pick(p.or)][pick(p.invert)], 1, false, pos, taken)
}
