package cpu

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/gpga/gpga/codegen/msl"
)

// interp executes a checked unit directly on its AST: slow, and as plain as
// possible, to be compared with what the compiled text does.
type interp struct {
	consts  map[int]uint64
	globals map[*msl.Var]*[]byte
	steps   int
}

type pointer struct {
	mem *[]byte
	off int64
}

// cell is a value: one scalar, a pointer, or the members of a struct.
type cell struct {
	u []uint64
	p pointer
}

func scalarCell(u uint64) cell { return cell{u: []uint64{u}} }

func (c cell) clone() cell { return cell{append([]uint64(nil), c.u...), c.p} }

// place is something that can be read and assigned.
type place struct {
	get func() cell
	set func(cell)
	ptr pointer // where in memory, if it is in memory
}

type call struct {
	in   *interp
	vars map[*msl.Var]*cell
	refs map[*msl.Var]place
	mem  map[*msl.Var]*[]byte
}

type flow int

const (
	goOn flow = iota
	doBreak
	doContinue
	doReturn
)

func (in *interp) run(f *msl.Func, args []cell) cell {
	c := &call{in: in, vars: map[*msl.Var]*cell{}, refs: map[*msl.Var]place{}, mem: map[*msl.Var]*[]byte{}}
	return c.body(f, args, nil)
}

func (c *call) body(f *msl.Func, args []cell, refs []*place) cell {
	for i, p := range f.Params {
		switch {
		case refs != nil && refs[i] != nil:
			c.refs[p] = *refs[i]
		case p.Type.Kind == msl.Ref:
			c.refs[p] = c.memPlace(args[i].p, p.Type.Elem)
		default:
			c.declare(p, args[i].clone())
		}
	}
	ret := zeroCell(f.Ret)
	c.stmts(f.Body.List, &ret)
	return ret
}

func zeroCell(t *msl.Type) cell {
	switch t.Kind {
	case msl.StructKind:
		return cell{u: make([]uint64, len(t.Struct.Fields))}
	}
	return cell{u: []uint64{0}}
}

func (c *call) declare(v *msl.Var, x cell) {
	if v.AddrTaken {
		m := make([]byte, v.Type.Size())
		c.mem[v] = &m
		if v.Type.Kind != msl.Array {
			c.memPlace(pointer{&m, 0}, v.Type).set(x)
		}
		return
	}
	c.vars[v] = &x
}

func loadMem(p pointer, t *msl.Type) uint64 {
	var b [8]byte
	copy(b[:], (*p.mem)[p.off:p.off+int64(t.Size())])
	u := binary.LittleEndian.Uint64(b[:])
	return t.Wrap(u)
}

func storeMem(p pointer, t *msl.Type, v uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], v)
	copy((*p.mem)[p.off:p.off+int64(t.Size())], b[:t.Size()])
}

func (c *call) memPlace(p pointer, t *msl.Type) place {
	if t.Kind == msl.StructKind {
		return place{func() cell {
			var x cell
			for _, f := range t.Struct.Fields {
				x.u = append(x.u, loadMem(pointer{p.mem, p.off + int64(f.Offset)}, f.Type))
			}
			return x
		}, func(x cell) {
			for i, f := range t.Struct.Fields {
				storeMem(pointer{p.mem, p.off + int64(f.Offset)}, f.Type, x.u[i])
			}
		}, p}
	}
	return place{func() cell { return scalarCell(loadMem(p, t)) }, func(x cell) { storeMem(p, t, x.u[0]) }, p}
}

func (c *call) stmts(list []*msl.Stmt, ret *cell) flow {
	for _, s := range list {
		if f := c.stmt(s, ret); f != goOn {
			return f
		}
	}
	return goOn
}

func (c *call) test(e *msl.Expr) bool { return c.eval(e).u[0] != 0 }

func (c *call) stmt(s *msl.Stmt, ret *cell) flow {
	c.in.steps++
	if c.in.steps > 2_000_000 {
		panic("interpreter: too many steps")
	}
	switch s.Kind {
	case msl.SBlock:
		return c.stmts(s.List, ret)
	case msl.SDecl:
		for _, v := range s.Vars {
			if v.Type.Kind == msl.Array {
				c.declare(v, cell{})
				if v.Init != nil {
					for i := range v.Type.Len {
						x := uint64(0)
						if i < len(v.Init.Args) {
							x = c.eval(v.Init.Args[i]).u[0]
						}
						storeMem(pointer{c.mem[v], int64(i * v.Type.Elem.Size())}, v.Type.Elem, x)
					}
				}
				continue
			}
			x := zeroCell(v.Type)
			if v.Init != nil {
				x = c.eval(v.Init).clone()
			}
			c.declare(v, x)
		}
	case msl.SExpr:
		c.eval(s.X)
	case msl.SIf:
		if c.test(s.X) {
			return c.stmt(s.Then, ret)
		} else if s.Else != nil {
			return c.stmt(s.Else, ret)
		}
	case msl.SFor, msl.SWhile, msl.SDo:
		if s.Init != nil {
			c.stmt(s.Init, ret)
		}
		for first := true; ; first = false {
			if s.X != nil && !(first && s.Kind == msl.SDo) && !c.test(s.X) {
				return goOn
			}
			switch c.stmt(s.Then, ret) {
			case doBreak:
				return goOn
			case doReturn:
				return doReturn
			}
			if s.Post != nil {
				c.eval(s.Post)
			}
		}
	case msl.SSwitch:
		x := c.eval(s.X).u[0]
		start := -1
		for i := range s.Cases {
			for _, v := range s.Cases[i].Values {
				if v == x {
					start = i
				}
			}
		}
		for i := range s.Cases {
			if start < 0 && s.Cases[i].Default {
				start = i
			}
		}
		for i := start; i >= 0 && i < len(s.Cases); i++ {
			switch f := c.stmts(s.Cases[i].Body, ret); f {
			case doBreak:
				return goOn
			case doContinue, doReturn:
				return f
			}
		}
	case msl.SBreak:
		return doBreak
	case msl.SContinue:
		return doContinue
	case msl.SReturn:
		if s.X != nil {
			*ret = c.eval(s.X).clone()
		}
		return doReturn
	}
	return goOn
}

func (c *call) place(e *msl.Expr) place {
	switch e.Kind {
	case msl.EName:
		v := e.Var
		if r, ok := c.refs[v]; ok {
			return r
		}
		if v.Kind == msl.Global {
			if v.FuncConst >= 0 {
				return place{get: func() cell { return scalarCell(v.Type.Wrap(c.in.consts[v.FuncConst])) }}
			}
			return place{get: func() cell { return scalarCell(v.Value) }}
		}
		if m := c.mem[v]; m != nil {
			return c.memPlace(pointer{m, 0}, v.Type)
		}
		x := c.vars[v]
		if x == nil {
			z := zeroCell(v.Type)
			c.vars[v] = &z
			x = &z
		}
		return place{get: func() cell { return *x }, set: func(n cell) { *x = n.clone() }}
	case msl.EMember:
		if e.X.Kind == msl.ECall || e.X.Kind == msl.EInit || e.X.Kind == msl.ECond {
			x := c.eval(e.X)
			return place{get: func() cell { return scalarCell(x.u[e.Field]) }}
		}
		p := c.place(e.X)
		return place{func() cell { return scalarCell(p.get().u[e.Field]) }, func(n cell) {
			x := p.get().clone()
			x.u[e.Field] = n.u[0]
			p.set(x)
		}, pointer{p.ptr.mem, p.ptr.off + int64(e.X.Type.Struct.Fields[e.Field].Offset)}}
	case msl.EDeref:
		return c.memPlace(c.eval(e.X).p, e.Type)
	case msl.EIndex:
		var base pointer
		if e.X.Type.Kind == msl.Array {
			base = c.array(e.X.Var)
		} else {
			base = c.eval(e.X).p
		}
		i := int64(c.eval(e.Y).u[0])
		return c.memPlace(pointer{base.mem, base.off + i*int64(e.Type.Size())}, e.Type)
	}
	panic(fmt.Sprintf("interpreter: no place: kind %d", e.Kind))
}

func (c *call) array(v *msl.Var) pointer {
	if v.Kind != msl.Global {
		return pointer{c.mem[v], 0}
	}
	m := c.in.globals[v]
	if m == nil {
		size := v.Type.Elem.Size()
		b := make([]byte, v.Type.Len*size)
		m = &b
		for i, x := range v.Elems {
			storeMem(pointer{m, int64(i * size)}, v.Type.Elem, x)
		}
		c.in.globals[v] = m
	}
	return pointer{m, 0}
}

func flag(b bool) cell {
	if b {
		return scalarCell(1)
	}
	return scalarCell(0)
}

func (c *call) eval(e *msl.Expr) cell {
	switch e.Kind {
	case msl.EInt:
		return scalarCell(e.Val)
	case msl.EName, msl.EMember, msl.EIndex, msl.EDeref:
		return c.place(e).get()
	case msl.ECall:
		return c.callFunc(e)
	case msl.EBuiltin:
		var a []uint64
		for _, x := range e.Args {
			a = append(a, c.eval(x).u[0])
		}
		return scalarCell(msl.EvalBuiltin(e.Builtin, e.Type, a))
	case msl.EUnary:
		return scalarCell(msl.EvalUnary(e.Op, e.Type, c.eval(e.X).u[0]))
	case msl.EBinary:
		x, y := c.eval(e.X), c.eval(e.Y)
		if e.X.Type.Kind == msl.Pointer {
			if e.Y.Type.Kind == msl.Pointer {
				return flag((x.p == y.p) == (e.Op == msl.Eq))
			}
			n := int64(y.u[0]) * int64(e.X.Type.Elem.Size())
			if e.Op == msl.Sub {
				n = -n
			}
			return cell{p: pointer{x.p.mem, x.p.off + n}, u: []uint64{0}}
		}
		v, _ := msl.EvalBinary(e.Op, e.X.Type, x.u[0], y.u[0])
		return scalarCell(v)
	case msl.ELogical:
		x := c.test(e.X)
		if x == (e.Op == msl.LOr) {
			return flag(x)
		}
		return flag(c.test(e.Y))
	case msl.EAssign:
		y := c.eval(e.Y).clone()
		p := c.place(e.X)
		if e.Op != msl.NoOp {
			x := p.get().u[0]
			v, _ := msl.EvalBinary(e.Op, e.Arith, e.Arith.Wrap(x), y.u[0])
			y = scalarCell(e.Type.Wrap(v))
		}
		p.set(y)
		return y
	case msl.EIncDec:
		p := c.place(e.X)
		old := p.get().clone()
		v, _ := msl.EvalBinary(e.Op, msl.TypeLong, old.u[0], 1)
		n := scalarCell(e.Type.Wrap(v))
		p.set(n)
		if e.Post {
			return old
		}
		return n
	case msl.ECond:
		if c.test(e.X) {
			return c.eval(e.Y)
		}
		return c.eval(e.Z)
	case msl.EAddr:
		return cell{p: c.place(e.X).ptr, u: []uint64{0}}
	case msl.EConv:
		if e.X.Type.Kind == msl.Array {
			return cell{p: c.array(e.X.Var), u: []uint64{0}}
		}
		x := c.eval(e.X)
		if e.Type.IsInteger() && e.X.Type.IsInteger() {
			return scalarCell(e.Type.Wrap(x.u[0]))
		}
		return x
	case msl.EInit:
		x := zeroCell(e.Type)
		for i, a := range e.Args {
			x.u[i] = c.eval(a).u[0]
		}
		return x
	case msl.EComma:
		c.eval(e.X)
		return c.eval(e.Y)
	}
	panic(fmt.Sprintf("interpreter: kind %d", e.Kind))
}

func (c *call) callFunc(e *msl.Expr) cell {
	f := e.Func
	args := make([]cell, len(e.Args))
	refs := make([]*place, len(e.Args))
	for i, a := range e.Args {
		if t := f.Params[i].Type; t.Kind == msl.Ref && t.Space == msl.Thread {
			p := c.place(a)
			refs[i] = &p
			continue
		}
		args[i] = c.eval(a).clone()
	}
	if r, ok := realOp(f.Name, args); ok {
		return r
	}
	n := &call{in: c.in, vars: map[*msl.Var]*cell{}, refs: map[*msl.Var]place{}, mem: map[*msl.Var]*[]byte{}}
	return n.body(f, args, refs)
}

func realOp(name string, a []cell) (cell, bool) {
	f := func(i int) float64 { return math.Float64frombits(a[i].u[0]) }
	r := func(x float64) (cell, bool) {
		if x != x {
			return scalarCell(0x7ff8000000000000), true
		}
		return scalarCell(math.Float64bits(x)), true
	}
	switch name {
	case "gpga_f64_add":
		return r(f(0) + f(1))
	case "gpga_f64_sub":
		return r(f(0) - f(1))
	case "gpga_f64_mul":
		return r(f(0) * f(1))
	case "gpga_f64_div":
		return r(f(0) / f(1))
	case "gpga_f64_sqrt":
		return r(math.Sqrt(f(0)))
	case "gpga_f64_floor":
		return r(math.Floor(f(0)))
	case "gpga_f64_lt":
		return flag(f(0) < f(1)), true
	case "gpga_f64_from_i64":
		return r(float64(int64(a[0].u[0])))
	}
	return cell{}, false
}
