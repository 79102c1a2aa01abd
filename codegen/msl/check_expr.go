package msl

// cond checks e as a condition.
func (c *checker) cond(e *Expr) *Expr {
	x := c.rvalue(c.expr(e))
	if !x.Type.IsInteger() && x.Type.Kind != badKind {
		c.errorf(e.Pos, "a condition must be a scalar, not '%s'", x.Type)
		x.Type = typeBad
		return x
	}
	return c.conv(x, TypeBool, "test")
}

// exprOrList checks e, giving a brace list without a type the type want.
func (c *checker) exprOrList(e *Expr, want *Type) *Expr {
	if e.Kind == EInit && e.Type == nil {
		if want.IsInteger() || want.Kind == Pointer {
			if len(e.Args) == 1 {
				return c.braceConv(c.exprOrList(e.Args[0], want), want)
			}
			if len(e.Args) == 0 && want.IsInteger() {
				return &Expr{Kind: EInt, Pos: e.Pos, Type: want}
			}
			c.errorf(e.Pos, "a scalar is initialised by one value")
			return &Expr{Kind: EInt, Pos: e.Pos, Type: typeBad}
		}
		e.Type = want
	}
	return c.expr(e)
}

func (c *checker) wrapConv(e *Expr, t *Type) *Expr {
	if e.Kind == EInt && t.IsInteger() {
		return &Expr{Kind: EInt, Pos: e.Pos, Type: t, Val: t.Wrap(e.Val)}
	}
	return &Expr{Kind: EConv, Pos: e.Pos, Type: t, X: e}
}

// conv converts e implicitly to t, or complains; verb says what for.
func (c *checker) conv(e *Expr, t *Type, verb string) *Expr {
	e = c.rvalue(e)
	switch from := e.Type; {
	case from == t || from.Kind == badKind || t.Kind == badKind:
		return e
	case from.IsInteger() && t.IsInteger():
		return c.wrapConv(e, t)
	case from.Kind == Pointer && t.Kind == Pointer && from.Elem == t.Elem && from.Space == t.Space && (t.Const || !from.Const):
		return &Expr{Kind: EConv, Pos: e.Pos, Type: t, X: e}
	case from.Kind == Pointer && t.Kind == Pointer && from.Space != t.Space:
		c.errorf(e.Pos, "cannot %s '%s' with '%s': the address spaces differ", verb, t, from)
	default:
		c.errorf(e.Pos, "cannot %s '%s' with '%s'", verb, t, from)
	}
	return &Expr{Kind: EInt, Pos: e.Pos, Type: typeBad}
}

// braceConv is conv inside a brace list, where C++11 forbids narrowing.
func (c *checker) braceConv(e *Expr, t *Type) *Expr {
	e = c.rvalue(e)
	if from := e.Type; from != t && from.IsInteger() && t.IsInteger() {
		if v, ok := Fold(e); ok {
			same := t.Wrap(v) == v && (t.Kind == ULong) == (from.Kind == ULong) ||
				t.Wrap(v) == v && int64(v) >= 0
			if t.Kind == Bool && v > 1 || !same {
				c.errorf(e.Pos, "the constant does not fit '%s' (narrowing in a brace list)", t)
			}
		} else if !holdsAll(t, from) {
			c.errorf(e.Pos, "narrowing from '%s' to '%s' in a brace list", from, t)
		}
	}
	return c.conv(e, t, "initialise")
}

// holdsAll reports whether every value of from is one of t.
func holdsAll(t, from *Type) bool {
	if from.Signed() && !t.Signed() {
		return false
	}
	if t.Signed() && !from.Signed() {
		return t.Bits() > from.Bits()
	}
	return t.Bits() >= from.Bits()
}

// rvalue turns an array into a pointer to its first element.
func (c *checker) rvalue(e *Expr) *Expr {
	if e.Type.Kind != Array {
		return e
	}
	t := c.u.types.pointer(e.Type.Elem, e.Type.Space, e.Type.Space == Constant)
	return &Expr{Kind: EConv, Pos: e.Pos, Type: t, X: e}
}

// place describes what an lvalue denotes.
type place struct {
	ok    bool
	space Space
	konst bool
}

func (c *checker) place(e *Expr) place {
	switch e.Kind {
	case EName:
		switch v := e.Var; {
		case v == nil:
			return place{}
		case v.Kind == Global:
			return place{true, Constant, true}
		case v.Type.Kind == Ref:
			return place{true, v.Type.Space, v.Type.Const}
		default:
			return place{true, Thread, v.Const}
		}
	case EIndex, EDeref:
		t := e.X.Type
		if t.Kind == Array || t.Kind == Pointer {
			return place{true, t.Space, t.Const || t.Space == Constant}
		}
	case EMember:
		return c.place(e.X)
	}
	return place{}
}

// writable complains unless e may be assigned to.
func (c *checker) writable(e *Expr) {
	if e.Type.Kind == badKind {
		return
	}
	p := c.place(e)
	switch {
	case !p.ok:
		c.errorf(e.Pos, "only a variable or memory can be assigned to")
	case e.Type.Kind == Array:
		c.errorf(e.Pos, "an array cannot be assigned to")
	case p.space == Constant:
		c.errorf(e.Pos, "constant memory cannot be written")
	case p.konst:
		c.errorf(e.Pos, "what is const cannot be written")
	}
}

func (c *checker) bad(e *Expr) *Expr {
	e.Kind, e.Type, e.Val = EInt, typeBad, 0
	return e
}

func (c *checker) expr(e *Expr) *Expr {
	switch e.Kind {
	case EInt:
		if e.Type.Kind != badKind {
			e.Val = e.Type.Wrap(e.Val)
		}
	case EName:
		return c.name(e)
	case ECall:
		return c.call(e)
	case EUnary:
		return c.unary(e)
	case EBinary:
		return c.binary(e)
	case ELogical:
		e.X, e.Y = c.cond(e.X), c.cond(e.Y)
		e.Type = TypeBool
	case EAssign:
		return c.assign(e)
	case EIncDec:
		e.X = c.expr(e.X)
		c.writable(e.X)
		e.Type = e.X.Type
		if e.Type.Kind != Pointer && (!e.Type.IsInteger() || e.Type.Kind == Bool) && e.Type.Kind != badKind {
			c.errorf(e.Pos, "++ and -- take an integer or a pointer, not '%s'", e.Type)
			return c.bad(e)
		}
	case ECond:
		return c.ternary(e)
	case EIndex:
		e.X, e.Y = c.expr(e.X), c.rvalue(c.expr(e.Y))
		if e.X.Type.Kind == badKind || e.Y.Type.Kind == badKind {
			return c.bad(e)
		}
		if e.X.Type.Kind != Pointer && e.X.Type.Kind != Array {
			c.errorf(e.Pos, "'%s' cannot be indexed", e.X.Type)
			return c.bad(e)
		}
		if !e.Y.Type.IsInteger() {
			c.errorf(e.Y.Pos, "an index must be an integer, not '%s'", e.Y.Type)
			return c.bad(e)
		}
		if e.X.Type.Kind == Array {
			if n, ok := Fold(e.Y); ok && n >= uint64(e.X.Type.Len) {
				c.errorf(e.Y.Pos, "index %d is outside the array of %d", int64(n), e.X.Type.Len)
			}
		}
		e.Type = e.X.Type.Elem
	case EMember:
		e.X = c.expr(e.X)
		if e.X.Type.Kind == badKind {
			return c.bad(e)
		}
		if e.X.Type.Kind != StructKind {
			c.errorf(e.Pos, "'%s' has no members", e.X.Type)
			return c.bad(e)
		}
		i := e.X.Type.Struct.FieldIndex(e.Name)
		if i < 0 {
			c.errorf(e.Pos, "struct '%s' has no member '%s'", e.X.Type, e.Name)
			return c.bad(e)
		}
		e.Field, e.Type = int32(i), e.X.Type.Struct.Fields[i].Type
	case EDeref:
		e.X = c.rvalue(c.expr(e.X))
		if e.X.Type.Kind == badKind {
			return c.bad(e)
		}
		if e.X.Type.Kind != Pointer {
			c.errorf(e.Pos, "'%s' is not a pointer", e.X.Type)
			return c.bad(e)
		}
		e.Type = e.X.Type.Elem
	case EAddr:
		return c.address(e)
	case EConv, EAsType:
		return c.cast(e)
	case EInit:
		return c.structInit(e)
	case EComma:
		e.X, e.Y = c.expr(e.X), c.rvalue(c.expr(e.Y))
		e.Type = e.Y.Type
	}
	return e
}

func (c *checker) name(e *Expr) *Expr {
	if v := c.locals[e.Name]; v != nil {
		e.Var, e.Type = v, v.Type
		if v.Type.Kind == Ref {
			e.Type = v.Type.Elem
		}
		return e
	}
	switch d := c.names[e.Name].(type) {
	case *Var:
		e.Var, e.Type = d, d.Type
		return e
	case *Func:
		c.errorf(e.Pos, "function '%s' is used without a call", e.Name)
	default:
		if msg, ok := outsideTypes[e.Name]; ok {
			c.errorf(e.Pos, "%s", msg)
		} else {
			c.errorf(e.Pos, "'%s' is not declared", e.Name)
		}
	}
	return c.bad(e)
}

func (c *checker) unary(e *Expr) *Expr {
	if e.Op == LNot {
		e.X = c.cond(e.X)
		e.Type = TypeBool
		return e
	}
	x := c.rvalue(c.expr(e.X))
	if x.Type.Kind == badKind {
		return c.bad(e)
	}
	if !x.Type.IsInteger() {
		c.errorf(e.Pos, "operator %s takes an integer, not '%s'", e.Op, x.Type)
		return c.bad(e)
	}
	t := promote(x.Type)
	e.X, e.Type = c.conv(x, t, ""), t
	if e.X.Kind == EInt {
		return &Expr{Kind: EInt, Pos: e.Pos, Type: t, Val: EvalUnary(e.Op, t, e.X.Val)}
	}
	return e
}

func (c *checker) binary(e *Expr) *Expr {
	x, y := c.rvalue(c.expr(e.X)), c.rvalue(c.expr(e.Y))
	e.X, e.Y = x, y
	if x.Type.Kind == badKind || y.Type.Kind == badKind {
		return c.bad(e)
	}
	if x.Type.Kind == Pointer || y.Type.Kind == Pointer {
		return c.pointerOp(e)
	}
	if !x.Type.IsInteger() || !y.Type.IsInteger() {
		c.errorf(e.Pos, "operator %s cannot take '%s' and '%s'", e.Op, x.Type, y.Type)
		return c.bad(e)
	}
	switch e.Op {
	case Shl, Shr:
		t := promote(x.Type)
		e.X, e.Y = c.conv(x, t, ""), c.conv(y, promote(y.Type), "")
		e.Type = t
		if n, ok := Fold(e.Y); ok && n >= uint64(t.Bits()) {
			c.errorf(e.Pos, "shift by %d of a value of %d bits", int64(n), t.Bits())
		}
	case Lt, Gt, Le, Ge, Eq, Ne:
		t := usual(x.Type, y.Type)
		e.X, e.Y = c.conv(x, t, ""), c.conv(y, t, "")
		e.Type = TypeBool
	default:
		t := usual(x.Type, y.Type)
		e.X, e.Y = c.conv(x, t, ""), c.conv(y, t, "")
		e.Type = t
		if e.Op == Div || e.Op == Mod {
			if n, ok := Fold(e.Y); ok && n == 0 {
				c.errorf(e.Pos, "division by zero")
			}
		}
	}
	return e
}

// pointerOp checks p + n, n + p, p - n and comparisons of equal pointers.
func (c *checker) pointerOp(e *Expr) *Expr {
	xp, yp := e.X.Type.Kind == Pointer, e.Y.Type.Kind == Pointer
	switch {
	case (e.Op == Eq || e.Op == Ne) && xp && yp && e.X.Type.Elem == e.Y.Type.Elem && e.X.Type.Space == e.Y.Type.Space:
		e.Type = TypeBool
		return e
	case e.Op == Add && yp && e.X.Type.IsInteger():
		e.X, e.Y = e.Y, e.X
		e.Type = e.X.Type
		return e
	case (e.Op == Add || e.Op == Sub) && xp && e.Y.Type.IsInteger():
		e.Type = e.X.Type
		return e
	}
	c.errorf(e.Pos, "operator %s cannot take '%s' and '%s'", e.Op, e.X.Type, e.Y.Type)
	return c.bad(e)
}

func (c *checker) assign(e *Expr) *Expr {
	e.X = c.expr(e.X)
	if e.X.Type.Kind == badKind {
		c.exprOrList(e.Y, e.X.Type)
		return c.bad(e)
	}
	c.writable(e.X)
	t := e.X.Type
	if t.Kind == Array {
		c.exprOrList(e.Y, typeBad)
		return c.bad(e)
	}
	e.Type = t
	if e.Op == NoOp {
		e.Y = c.conv(c.exprOrList(e.Y, t), t, "assign to")
		return e
	}
	y := c.rvalue(c.exprOrList(e.Y, t))
	e.Y = y
	if y.Type.Kind == badKind {
		return c.bad(e)
	}
	if t.Kind == Pointer && (e.Op == Add || e.Op == Sub) && y.Type.IsInteger() {
		e.Arith = t
		return e
	}
	if !t.IsInteger() || !y.Type.IsInteger() {
		c.errorf(e.Pos, "operator %s= cannot take '%s' and '%s'", e.Op, t, y.Type)
		return c.bad(e)
	}
	if e.Op == Shl || e.Op == Shr {
		e.Arith = promote(t)
		e.Y = c.conv(y, promote(y.Type), "")
		if n, ok := Fold(e.Y); ok && n >= uint64(e.Arith.Bits()) {
			c.errorf(e.Pos, "shift by %d of a value of %d bits", int64(n), e.Arith.Bits())
		}
		return e
	}
	e.Arith = usual(t, y.Type)
	e.Y = c.conv(y, e.Arith, "")
	return e
}

func (c *checker) ternary(e *Expr) *Expr {
	e.X = c.cond(e.X)
	y, z := c.expr(e.Y), c.expr(e.Z)
	y, z = c.rvalue(y), c.rvalue(z)
	e.Y, e.Z = y, z
	switch {
	case y.Type.Kind == badKind || z.Type.Kind == badKind:
		return c.bad(e)
	case y.Type == z.Type:
		e.Type = y.Type
	case y.Type.IsInteger() && z.Type.IsInteger():
		t := usual(y.Type, z.Type)
		e.Y, e.Z, e.Type = c.conv(y, t, ""), c.conv(z, t, ""), t
	case y.Type.Kind == Pointer && z.Type.Kind == Pointer && y.Type.Elem == z.Type.Elem && y.Type.Space == z.Type.Space:
		t := c.u.types.pointer(y.Type.Elem, y.Type.Space, true)
		e.Y, e.Z, e.Type = c.conv(y, t, ""), c.conv(z, t, ""), t
	default:
		c.errorf(e.Pos, "the arms of ?: have types '%s' and '%s'", y.Type, z.Type)
		return c.bad(e)
	}
	return e
}

func (c *checker) address(e *Expr) *Expr {
	e.X = c.expr(e.X)
	if e.X.Type.Kind == badKind {
		return c.bad(e)
	}
	p := c.place(e.X)
	if !p.ok {
		c.errorf(e.Pos, "& takes a variable or memory")
		return c.bad(e)
	}
	if e.X.Type.Kind == Array {
		c.errorf(e.Pos, "& of an array is outside the subset: its name is the pointer")
		return c.bad(e)
	}
	root := e.X
	for root.Kind == EMember {
		root = root.X
	}
	if root.Kind == EName {
		switch v := root.Var; {
		case v.Kind == Global:
			c.errorf(e.Pos, "& of program-scope constant '%s' is outside the subset", v.Name)
			return c.bad(e)
		case v.Type.Kind == Ref && v.Type.Space == Thread:
			c.errorf(e.Pos, "& of a thread reference is outside the subset")
			return c.bad(e)
		case v.Type.Kind != Ref:
			v.AddrTaken = true
		}
	}
	e.Type = c.u.types.pointer(e.X.Type, p.space, p.konst)
	return e
}

func (c *checker) cast(e *Expr) *Expr {
	if e.X.Kind == EInit && e.X.Type == nil {
		c.errorf(e.X.Pos, "a brace list needs a type")
		return c.bad(e)
	}
	e.X = c.rvalue(c.expr(e.X))
	from, to := e.X.Type, e.Type
	if from.Kind == badKind {
		return c.bad(e)
	}
	if e.Kind == EAsType {
		if !from.IsInteger() || !to.IsInteger() || from.Size() != to.Size() || (from.Kind == Bool) != (to.Kind == Bool) {
			c.errorf(e.Pos, "as_type cannot make '%s' of '%s'", to, from)
			return c.bad(e)
		}
		e.Kind = EConv
		return e
	}
	switch {
	case to.Kind == Void || from == to:
	case from.IsInteger() && to.IsInteger():
		if e.X.Kind == EInt {
			return c.wrapConv(e.X, to)
		}
	case from.Kind == Pointer && to.Kind == Pointer && from.Space == to.Space:
		if from.Const && !to.Const {
			c.errorf(e.Pos, "the cast drops const")
		}
	case from.Kind == Pointer && to.Kind == Pointer:
		c.errorf(e.Pos, "cannot cast '%s' to '%s': the address spaces differ", from, to)
		return c.bad(e)
	default:
		c.errorf(e.Pos, "cannot cast '%s' to '%s'", from, to)
		return c.bad(e)
	}
	return e
}

func (c *checker) structInit(e *Expr) *Expr {
	if e.Type == nil {
		c.errorf(e.Pos, "a brace list needs a type")
		return c.bad(e)
	}
	if e.Type.Kind == badKind {
		return c.bad(e)
	}
	if e.Type.IsInteger() {
		t := e.Type
		e.Type = nil
		return c.exprOrList(e, t)
	}
	if e.Type.Kind != StructKind {
		c.errorf(e.Pos, "a brace list cannot make '%s'", e.Type)
		return c.bad(e)
	}
	s := e.Type.Struct
	if len(e.Args) > len(s.Fields) {
		c.errorf(e.Pos, "struct '%s' has %d members but %d values", s.Name, len(s.Fields), len(e.Args))
		e.Args = e.Args[:len(s.Fields)]
	}
	for i, a := range e.Args {
		t := s.Fields[i].Type
		e.Args[i] = c.braceConv(c.exprOrList(a, t), t)
	}
	return e
}

func (c *checker) call(e *Expr) *Expr {
	if c.locals[e.Name] != nil {
		c.errorf(e.Pos, "'%s' is not a function", e.Name)
		return c.bad(e)
	}
	switch d := c.names[e.Name].(type) {
	case *Func:
		return c.callFunc(e, d)
	case *Var:
		c.errorf(e.Pos, "'%s' is not a function", e.Name)
		return c.bad(e)
	}
	if b, ok := builtins[e.Name]; ok {
		return c.callBuiltin(e, b)
	}
	c.errorf(e.Pos, "function '%s' is not declared", e.Name)
	return c.bad(e)
}

func (c *checker) callFunc(e *Expr, f *Func) *Expr {
	e.Func, e.Type = f, f.Ret
	if c.fn == nil {
		c.errorf(e.Pos, "a call is not a constant")
		return c.bad(e)
	}
	if f.Kernel {
		c.errorf(e.Pos, "kernel '%s' cannot be called", f.Name)
	}
	if len(e.Args) != len(f.Params) {
		c.errorf(e.Pos, "function '%s' takes %d arguments, not %d", f.Name, len(f.Params), len(e.Args))
		return c.bad(e)
	}
	if !c.calls[f] {
		c.calls[f] = true
		c.fn.Calls = append(c.fn.Calls, f)
	}
	for i, a := range e.Args {
		pt := f.Params[i].Type
		if pt.Kind != Ref {
			e.Args[i] = c.conv(c.exprOrList(a, pt), pt, "pass")
			continue
		}
		a = c.expr(a)
		e.Args[i] = a
		if a.Type.Kind == badKind {
			continue
		}
		p := c.place(a)
		switch {
		case a.Type != pt.Elem:
			c.errorf(a.Pos, "cannot bind '%s' to '%s'", pt, a.Type)
		case !p.ok:
			c.errorf(a.Pos, "'%s' takes a variable or memory", pt)
		case p.space != pt.Space:
			c.errorf(a.Pos, "cannot bind '%s' to something in the %s address space", pt, p.space)
		case p.konst && !pt.Const:
			c.errorf(a.Pos, "'%s' cannot be bound to what is const", pt)
		case pt.Space != Thread:
			e.Args[i] = c.address(&Expr{Kind: EAddr, Pos: a.Pos, X: a})
		}
	}
	return e
}

// callBuiltin checks a function of Metal's library. As in Metal its templates
// take one type: a mix of types is ambiguous.
func (c *checker) callBuiltin(e *Expr, b Builtin) *Expr {
	e.Kind, e.Builtin = EBuiltin, b
	want := map[Builtin]int{Popcount: 1, Clz: 1, Ctz: 1, Abs: 1, ReverseBits: 1, Min: 2, Max: 2, MulHi: 2, Rotate: 2, Clamp: 3, Select: 3, ExtractBits: 3, InsertBits: 4}[b]
	if len(e.Args) != want {
		c.errorf(e.Pos, "'%s' takes %d arguments, not %d", e.Name, want, len(e.Args))
		return c.bad(e)
	}
	for i, a := range e.Args {
		a = c.rvalue(c.expr(a))
		e.Args[i] = a
		if a.Type.Kind == badKind {
			return c.bad(e)
		}
		if !a.Type.IsInteger() {
			c.errorf(a.Pos, "'%s' takes integers, not '%s'", e.Name, a.Type)
			return c.bad(e)
		}
	}
	t := e.Args[0].Type
	if t.Kind == Bool {
		if b != Select {
			c.errorf(e.Args[0].Pos, "'%s' does not take a bool", e.Name)
			return c.bad(e)
		}
	}
	same := map[Builtin]int{Min: 2, Max: 2, MulHi: 2, Rotate: 2, Clamp: 3, Select: 2, InsertBits: 2}[b]
	for i := 1; i < want; i++ {
		a := e.Args[i]
		switch {
		case i < same:
			if a.Type != t {
				c.errorf(a.Pos, "'%s' is ambiguous: its arguments are '%s' and '%s'", e.Name, t, a.Type)
				return c.bad(e)
			}
		case b == Select:
			e.Args[i] = c.conv(a, TypeBool, "pass")
		default: // offset and bits of a bit field
			e.Args[i] = c.conv(a, TypeUInt, "pass")
		}
	}
	e.Type = t
	return e
}
