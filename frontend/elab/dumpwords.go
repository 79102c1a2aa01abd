package elab

import (
	"fmt"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// Words of arrays in $dumpvars, which IEEE 1364-2005 18.1.2 does not have and Icarus Verilog dumps. A word is dumped as a hidden net that
// follows it, under a name such as `mem[3]`; which one an index means is looked up when $dumpvars runs.

// dumpWord names a word of an array.
type dumpWord struct {
	array *design.Signal
	index int
}

// dumpedWord is the declaration of a word, counted from 0, of an array that is not automatic.
func (e *elab) dumpedWord(x *design.Expr, index int) *design.Decl {
	key := dumpWord{x.Sig, index}
	if d := e.dumpWords[key]; d != nil {
		return d
	}
	s := e.byDesign[x.Sig.Scope]
	h := &hidden{e, s, x.Pos}
	word := wordAt(x, index)
	sig := e.newSignal(s, design.Signal{Net: design.NetWire, Width: x.Width, Real: x.Real, MSB: x.Width - 1, Pos: x.Pos})
	e.addAssign(&design.Assign{Kind: design.AssignEvent, LHS: h.whole(sig), RHS: word, Scope: s.d, Pos: x.Pos, Desc: "dumped word",
		Immediate: true, Reads: reads(word)})
	if len(x.Sig.Dims) == 1 {
		index += min(x.Sig.Dims[0].Left, x.Sig.Dims[0].Right)
	}
	d := &design.Decl{Name: fmt.Sprintf("%s[%d]", x.Sig.Name[len(x.Sig.Scope.Path)+1:], index), Kind: design.DeclReg, Scope: x.Sig.Scope,
		Signal: sig, Type: x.Sig.Net, MSB: x.Sig.MSB, LSB: x.Sig.LSB, Vector: x.Width > 1, Word: true, Pos: x.Pos}
	switch {
	case x.Sig.Net != design.NetVar:
		d.Kind = design.DeclNet
	case x.Real:
		d.Kind = design.DeclReal
	}
	if e.dumpWords == nil {
		e.dumpWords = map[dumpWord]*design.Decl{}
	}
	e.dumpWords[key] = d
	s.words = append(s.words, d)
	return d
}

// wordAt is x, a word of an array, with another index.
func wordAt(x *design.Expr, index int) *design.Expr {
	c := *x
	c.Args = []*design.Expr{konst(logic.FromUint64(32, uint64(index)), false, x.Pos)}
	return &c
}

// dumpVars is a call of $dumpvars, cut into one for each of its arguments where a word of an array is among them.
func (e *elab) dumpVars(task *design.SysTask) design.Stmt {
	words := false
	isWord := func(a *design.SysArg) bool {
		return a.Kind == design.ArgExpr && a.Decl == nil && a.Value != nil && a.Value.Op == design.OpWord && a.Value.Sig.Frame == nil
	}
	for i := 1; i < len(task.Args); i++ {
		words = words || isWord(&task.Args[i])
	}
	if !words {
		return task
	}
	out := &design.Block{At: task.At}
	for _, a := range task.Args[1:] {
		call := func(a design.SysArg) design.Stmt {
			one := *task
			one.Args = []design.SysArg{task.Args[0], a}
			return &one
		}
		if !isWord(&a) {
			out.Stmts = append(out.Stmts, call(a))
			continue
		}
		x := a.Value
		if x.Sig.Words > maxEventChoice {
			e.diags.Errorf("E2006", a.Pos, "$dumpvars chooses among more than %d words", maxEventChoice)
			return task
		}
		out.Stmts = append(out.Stmts, choose(task.At, x.Args[0], x.Sig.Words, func(i int) design.Stmt {
			if i < 0 {
				return &design.Null{At: task.At}
			}
			return call(design.SysArg{Kind: design.ArgExpr, Value: wordAt(x, i), Decl: e.dumpedWord(x, i), Pos: a.Pos})
		}))
	}
	return out
}
