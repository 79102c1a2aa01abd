package lint

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/elab"
)

// assigned says, for each variable, which bits have been assigned on every path up to some point.
type assigned map[elab.Name]bitset

func (m assigned) clone() assigned {
	out := make(assigned, len(m))
	for n, b := range m {
		out[n] = b.clone()
	}
	return out
}

// and keeps what both have.
func (m assigned) and(o assigned) assigned {
	out := assigned{}
	for n, b := range m {
		x := o[n]
		if x == nil {
			continue
		}
		both := newBits(n.Width())
		for i := range both {
			both[i] = b[i] & x[i]
		}
		out[n] = both
	}
	return out
}

// flow is what is assigned along the paths of a process. A path ends at its end; disable makes the analysis give up.
type flow struct {
	end    assigned
	before map[ast.Expr]bool // reads of what has been assigned before, bit for bit
	gaveUp bool

	inLoop int
}

// paths follows the body of a process.
func (c *checker) paths(p *process) *flow {
	f := &flow{before: map[ast.Expr]bool{}}
	f.end = f.stmt(p.s, p.body, assigned{})
	return f
}

// reads notes which reads in x see only values that have been assigned.
func (f *flow) reads(s elab.Scope, x ast.Expr, have assigned) {
	eachRead(s, x, func(a access) {
		if b := have[a.name]; b != nil && b.covers(a.lo, a.hi) {
			f.before[a.x] = true
		}
	})
}

// eachRead calls f for the names that x reads.
func eachRead(s elab.Scope, x ast.Expr, f func(access)) {
	all := func(list ...ast.Expr) {
		for _, y := range list {
			eachRead(s, y, f)
		}
	}
	switch x := x.(type) {
	case *ast.Ident, *ast.Index, *ast.RangeSelect:
		a, idx, ok := place(s, x)
		all(idx...)
		if ok {
			f(a)
		}
	case *ast.Unary:
		all(x.X)
	case *ast.Binary:
		all(x.X, x.Y)
	case *ast.Cond:
		all(x.Cond, x.Then, x.Else)
	case *ast.Concat:
		all(x.Elems...)
	case *ast.Repl:
		all(x.Elems...)
	case *ast.Call:
		all(x.Args...)
	case *ast.SysCall:
		all(x.Args...)
	}
}

// target adds what an assignment to x assigns. A select that moves with a loop reaches all bits in the end, or so it is hoped:
// the bounds of loops are not followed.
func (f *flow) target(s elab.Scope, x ast.Expr, have assigned) {
	if c, ok := x.(*ast.Concat); ok {
		for _, el := range c.Elems {
			f.target(s, el, have)
		}
		return
	}
	a, idx, ok := place(s, x)
	for _, i := range idx {
		f.reads(s, i, have)
	}
	if !ok || a.name.Array() || a.dynamic && f.inLoop == 0 {
		return
	}
	b := have[a.name]
	if b == nil {
		b = newBits(a.name.Width())
		have[a.name] = b
	}
	b.fill(a.lo, a.hi)
}

// stmt follows st and returns what is assigned behind it. It may change have.
func (f *flow) stmt(s elab.Scope, st ast.Stmt, have assigned) assigned {
	switch st := st.(type) {
	case *ast.Block:
		in := s.Block(st)
		for _, x := range st.Stmts {
			have = f.stmt(in, x, have)
		}
	case *ast.Assign:
		f.reads(s, st.RHS, have)
		if to, _, ok := place(s, st.LHS); ok {
			eachRead(s, st.RHS, func(a access) {
				if a.name == to.name {
					f.before[a.x] = true // n = n + 1 counts, and means to
				}
			})
		}
		f.target(s, st.LHS, have)
	case *ast.If:
		f.reads(s, st.Cond, have)
		if v, ok := s.Value(st.Cond); ok && v.Const && v.Known {
			taken, dead := st.Then, st.Else
			if v.Bits.Len() == 0 {
				taken, dead = dead, taken
			}
			f.stmt(s, dead, have.clone())
			return f.stmt(s, taken, have)
		}
		a := f.stmt(s, st.Then, have.clone())
		b := f.stmt(s, st.Else, have)
		return a.and(b)
	case *ast.Case:
		return f.caseStmt(s, st, have)
	case *ast.For:
		have = f.stmt(s, st.Init, have)
		f.reads(s, st.Cond, have)
		f.inLoop++
		have = f.stmt(s, st.Body, have)
		f.inLoop--
		have = f.stmt(s, st.Step, have)
	case *ast.Repeat:
		f.inLoop++
		have = f.stmt(s, st.Body, have)
		f.inLoop--
	case *ast.While:
		f.reads(s, st.Cond, have)
		f.inLoop++
		f.stmt(s, st.Body, have.clone())
		f.inLoop--
	case *ast.Forever:
		f.gaveUp = true
	case *ast.Disable:
		f.gaveUp = true
	case *ast.TaskCall:
		n, ok := s.Lookup(st.Name)
		if !ok {
			break
		}
		args := n.Args()
		for i, x := range st.Args {
			if i < len(args) && args[i].Port() != ast.Output {
				f.reads(s, x, have)
			}
		}
		for i, x := range st.Args {
			if i < len(args) && args[i].Port() != ast.Input {
				f.target(s, x, have)
			}
		}
	case *ast.SysTaskCall:
		for _, x := range st.Args {
			f.reads(s, x, have)
		}
	}
	return have
}

func (f *flow) caseStmt(s elab.Scope, st *ast.Case, have assigned) assigned {
	f.reads(s, st.X, have)
	full := isFull(s, st)
	var out assigned
	for _, it := range st.Items {
		for _, x := range it.Exprs {
			f.reads(s, x, have)
		}
		arm := f.stmt(s, it.Body, have.clone())
		if out == nil {
			out = arm
		} else {
			out = out.and(arm)
		}
	}
	if out == nil {
		return have
	}
	if !full {
		out = out.and(have)
	}
	return out
}

// isFull tells whether some arm of a case is taken for every value of 0 and 1: it has a default or the attribute full_case, or
// its items cover all values.
func isFull(s elab.Scope, st *ast.Case) bool {
	for _, it := range st.Items {
		if it.Default {
			return true
		}
	}
	for _, a := range st.Attrs {
		if a.Name == "full_case" {
			return true
		}
	}
	t, ok := caseTable(s, st)
	return ok && t.missing < 0
}
