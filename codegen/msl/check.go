package msl

// checker resolves names, gives every expression its type and writes implicit
// conversions down as EConv nodes.
type checker struct {
	u      *Unit
	src    *source
	names  map[string]any  // program scope
	locals map[string]*Var // innermost binding of each local name
	undo   []binding       // what locals held before, for the end of a scope
	block  int             // len(undo) at the start of the innermost block
	fn     *Func
	loops  int // enclosing loops
	breaks int // enclosing loops and switches
	calls  map[*Func]bool
}

type binding struct {
	name string
	old  *Var
}

// Check resolves and checks a parsed unit and returns the errors, sorted by
// position; none means that engines may lower u.
func (u *Unit) Check() []Error {
	if u.checked || len(u.src.errs) > 0 {
		return u.src.sorted()
	}
	u.checked = true
	c := &checker{u: u, src: u.src, names: map[string]any{}, locals: map[string]*Var{}}
	u.names = c.names
	// Program scope in source order: a use must come after the declaration.
	gi := 0
	for _, f := range u.Funcs {
		for gi < len(u.Globals) && u.Globals[gi].Pos < f.Pos {
			c.global(u.Globals[gi])
			gi++
		}
		c.function(f)
	}
	for ; gi < len(u.Globals); gi++ {
		c.global(u.Globals[gi])
	}
	c.unitRules()
	return u.src.sorted()
}

// Load parses and checks a text in one step.
func Load(name string, src []byte) (*Unit, []Error) {
	u, errs := Parse(name, src)
	if len(errs) > 0 {
		return u, errs
	}
	return u, u.Check()
}

func (c *checker) errorf(p Pos, format string, args ...any) { c.src.errorf(p, format, args...) }

func (c *checker) global(v *Var) {
	if _, dup := c.names[v.Name]; dup {
		c.errorf(v.Pos, "'%s' is declared twice", v.Name)
	}
	if _, isBuiltin := builtins[v.Name]; isBuiltin {
		c.errorf(v.Pos, "'%s' is a function of Metal", v.Name)
	}
	for _, a := range v.attrs {
		if a.gnu || a.name != "function_constant" {
			c.badAttr(a, "a program-scope constant")
			continue
		}
		n, ok := c.attrIndex(a, 65535)
		if ok {
			v.FuncConst = n
		}
	}
	defer func() { c.names[v.Name] = v }()
	if v.FuncConst >= 0 {
		if v.Init != nil {
			c.errorf(v.Pos, "function constant '%s' has an initialiser", v.Name)
		}
		if !v.Type.IsInteger() {
			c.errorf(v.Pos, "function constant '%s' must be a scalar", v.Name)
		}
		return
	}
	if v.Init == nil {
		c.errorf(v.Pos, "constant '%s' has no initialiser", v.Name)
		return
	}
	if v.Type.Kind == Array {
		c.globalArray(v)
		return
	}
	if v.Type.Kind == StructKind {
		c.errorf(v.Pos, "program-scope structs are outside the subset")
		return
	}
	if !v.Type.IsInteger() {
		c.errorf(v.Pos, "constant '%s' must be a scalar or an array of scalars", v.Name)
		return
	}
	if v.Init.Kind == EInit {
		c.errorf(v.Init.Pos, "a scalar is initialised by one value")
		return
	}
	v.Init = c.conv(c.expr(v.Init), v.Type, "initialise")
	val, ok := Fold(v.Init)
	if !ok && v.Init.Type.Kind != badKind {
		c.errorf(v.Init.Pos, "the initialiser of '%s' is not a constant", v.Name)
	}
	v.Value = val
}

func (c *checker) globalArray(v *Var) {
	if v.Init.Kind != EInit {
		c.errorf(v.Pos, "array '%s' needs a brace list", v.Name)
		return
	}
	n := len(v.Init.Args)
	if v.Type.Len < 0 {
		if n == 0 {
			c.errorf(v.Pos, "array '%s' has no elements", v.Name)
			return
		}
		v.Type = c.u.types.get(typeKey{kind: Array, elem: v.Type.Elem, space: Constant, len: n})
	}
	if n > v.Type.Len {
		c.errorf(v.Pos, "array '%s' has %d elements but %d values", v.Name, v.Type.Len, n)
		return
	}
	v.Elems = make([]uint64, v.Type.Len)
	for i, e := range v.Init.Args {
		e = c.braceConv(c.exprOrList(e, v.Type.Elem), v.Type.Elem)
		val, ok := Fold(e)
		if !ok && e.Type.Kind != badKind {
			c.errorf(e.Pos, "element %d of '%s' is not a constant", i, v.Name)
			return
		}
		v.Elems[i] = val
	}
	v.Init.Type = v.Type
}

func (c *checker) badAttr(a attr, on string) {
	c.errorf(a.pos, "attribute '%s' is unknown on %s", a.name, on)
}

// attrIndex reads the index of buffer(n) or function_constant(n).
func (c *checker) attrIndex(a attr, limit uint64) (int, bool) {
	if a.arg == nil {
		c.errorf(a.pos, "attribute '%s' needs an index", a.name)
		return 0, false
	}
	e := c.expr(a.arg)
	n, ok := Fold(e)
	if !ok {
		c.errorf(a.pos, "the index of '%s' is not a constant", a.name)
		return 0, false
	}
	if n > limit {
		c.errorf(a.pos, "the index of '%s' is above %d", a.name, limit)
		return 0, false
	}
	return int(n), true
}

func (c *checker) function(f *Func) {
	for _, a := range f.attrs {
		switch {
		case a.gnu && (a.name == "noinline" || a.name == "always_inline" || a.name == "unused"):
		case !a.gnu && a.name == "max_total_threads_per_threadgroup" && f.Kernel:
			c.attrIndex(a, 1024)
		case !a.gnu && a.name == "maybe_unused":
		default:
			c.badAttr(a, "function '"+f.Name+"'")
		}
	}
	for _, v := range f.Params {
		c.param(f, v)
	}
	c.declareFunc(f)
	if f.Body == nil {
		return
	}
	c.fn, c.loops, c.breaks = f, 0, 0
	c.calls = map[*Func]bool{}
	mark := len(c.undo)
	for _, v := range f.Params {
		c.bind(v)
	}
	c.block = mark // a local of the outermost block may not hide a parameter
	c.stmts(f.Body.List)
	c.unbind(mark)
	c.fn = nil
}

// declareFunc enters f; a second declaration must agree with the first.
func (c *checker) declareFunc(f *Func) {
	if _, isBuiltin := builtins[f.Name]; isBuiltin {
		c.errorf(f.Pos, "'%s' is a function of Metal", f.Name)
	}
	if f.Name == "main" {
		c.errorf(f.Pos, "a function cannot be named 'main'")
	}
	old, dup := c.names[f.Name]
	if !dup {
		c.names[f.Name] = f
		return
	}
	g, ok := old.(*Func)
	if !ok {
		c.errorf(f.Pos, "'%s' is declared twice", f.Name)
		return
	}
	same := g.Ret == f.Ret && len(g.Params) == len(f.Params) && g.Kernel == f.Kernel
	for i := 0; same && i < len(f.Params); i++ {
		same = g.Params[i].Type == f.Params[i].Type
	}
	switch {
	case !same:
		c.errorf(f.Pos, "'%s' is declared with other types before (overloading is outside the subset)", f.Name)
	case g.Body != nil && f.Body != nil:
		c.errorf(f.Pos, "function '%s' is defined twice", f.Name)
	case f.Body != nil:
		f.NoInline = f.NoInline || g.NoInline
		c.names[f.Name] = f
	}
}

func (c *checker) param(f *Func, v *Var) {
	for _, a := range v.attrs {
		switch {
		case a.gnu:
			c.badAttr(a, "a parameter")
		case a.name == "maybe_unused":
		case !f.Kernel:
			c.badAttr(a, "a parameter of a function that is no kernel")
		case a.name == "buffer":
			if n, ok := c.attrIndex(a, 30); ok {
				if v.Buffer >= 0 {
					c.errorf(a.pos, "parameter '%s' has two buffer indices", v.Name)
				}
				v.Buffer = n
			}
		case a.name == "thread_position_in_grid":
			v.GridPos = true
			if v.Type != TypeUInt {
				c.errorf(v.Pos, "thread_position_in_grid must be a uint")
			}
		default:
			c.badAttr(a, "a kernel parameter")
		}
	}
	if v.Type.Kind == Ref && v.Type.Space == Thread && !v.Type.Elem.IsInteger() && v.Type.Elem.Kind != StructKind {
		c.errorf(v.Pos, "a thread reference is to a scalar or a struct")
	}
}

// bind enters a parameter or local into the innermost scope.
func (c *checker) bind(v *Var) {
	old := c.locals[v.Name]
	if old != nil {
		for _, b := range c.undo[c.block:] {
			if b.name == v.Name {
				c.errorf(v.Pos, "'%s' is declared twice", v.Name)
				break
			}
		}
	}
	c.undo = append(c.undo, binding{v.Name, old})
	c.locals[v.Name] = v
	if v.Kind == Local && c.fn != nil {
		c.fn.vars = append(c.fn.vars, v)
	}
}

func (c *checker) unbind(mark int) {
	for i := len(c.undo) - 1; i >= mark; i-- {
		b := c.undo[i]
		if b.old == nil {
			delete(c.locals, b.name)
		} else {
			c.locals[b.name] = b.old
		}
	}
	c.undo = c.undo[:mark]
}

// scope runs f in a new block.
func (c *checker) scope(f func()) {
	mark, outer := len(c.undo), c.block
	c.block = mark
	f()
	c.unbind(mark)
	c.block = outer
}

func (c *checker) stmts(list []*Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

func (c *checker) stmt(s *Stmt) {
	switch s.Kind {
	case SBlock:
		c.scope(func() { c.stmts(s.List) })
	case SDecl:
		for _, v := range s.Vars {
			c.local(v)
		}
	case SExpr:
		s.X = c.expr(s.X)
	case SIf:
		for {
			s.X = c.cond(s.X)
			c.scope(func() { c.stmt(s.Then) })
			if s.Else == nil || s.Else.Kind != SIf {
				break
			}
			s = s.Else
		}
		if s.Else != nil {
			c.scope(func() { c.stmt(s.Else) })
		}
	case SFor:
		c.scope(func() {
			if s.Init != nil {
				c.stmt(s.Init)
			}
			if s.X != nil {
				s.X = c.cond(s.X)
			}
			if s.Post != nil {
				s.Post = c.expr(s.Post)
			}
			c.loop(s.Then)
		})
		c.loopExit(s)
	case SWhile:
		s.X = c.cond(s.X)
		c.loop(s.Then)
		c.loopExit(s)
	case SDo:
		c.loop(s.Then)
		s.X = c.cond(s.X)
		c.loopExit(s)
	case SSwitch:
		c.switchStmt(s)
	case SBreak:
		if c.breaks == 0 {
			c.errorf(s.Pos, "break outside a loop or switch")
		}
	case SContinue:
		if c.loops == 0 {
			c.errorf(s.Pos, "continue outside a loop")
		}
	case SReturn:
		c.returnStmt(s)
	}
}

func (c *checker) loop(body *Stmt) {
	c.loops++
	c.breaks++
	c.scope(func() { c.stmt(body) })
	c.loops--
	c.breaks--
}

func (c *checker) local(v *Var) {
	for _, a := range v.attrs {
		if a.name != "maybe_unused" && a.name != "unused" {
			c.badAttr(a, "a local")
		}
	}
	if v.Init == nil {
		if v.Const {
			c.errorf(v.Pos, "constant '%s' has no initialiser", v.Name)
		}
		c.bind(v)
		return
	}
	if v.Type.Kind == Array {
		if v.Init.Kind != EInit {
			c.errorf(v.Pos, "array '%s' needs a brace list", v.Name)
			return
		}
		if len(v.Init.Args) > v.Type.Len {
			c.errorf(v.Pos, "array '%s' has %d elements but %d values", v.Name, v.Type.Len, len(v.Init.Args))
		}
		for i, e := range v.Init.Args {
			v.Init.Args[i] = c.braceConv(c.exprOrList(e, v.Type.Elem), v.Type.Elem)
		}
		v.Init.Type = v.Type
		c.bind(v)
		return
	}
	v.Init = c.conv(c.exprOrList(v.Init, v.Type), v.Type, "initialise")
	c.bind(v)
}

func (c *checker) returnStmt(s *Stmt) {
	ret := c.fn.Ret
	if s.X == nil {
		if ret.Kind != Void {
			c.errorf(s.Pos, "function '%s' must return a value", c.fn.Name)
		}
		return
	}
	if ret.Kind == Void {
		c.errorf(s.Pos, "function '%s' returns nothing", c.fn.Name)
		return
	}
	s.X = c.conv(c.exprOrList(s.X, ret), ret, "return")
}

func (c *checker) switchStmt(s *Stmt) {
	x := c.rvalue(c.expr(s.X))
	if !x.Type.IsInteger() && x.Type.Kind != badKind {
		c.errorf(s.X.Pos, "a switch takes an integer, not '%s'", x.Type)
		x.Type = typeBad
	}
	t := promote(x.Type)
	s.X = c.conv(x, t, "switch on")
	c.breaks++
	seen := map[uint64]bool{}
	hasDefault := false
	c.scope(func() {
		for i := range s.Cases {
			cs := &s.Cases[i]
			if cs.Default {
				if hasDefault {
					c.errorf(cs.Pos, "a switch has two defaults")
				}
				hasDefault = true
			}
			for j, l := range cs.Labels {
				l = c.expr(l)
				cs.Labels[j] = l
				val, ok := Fold(l)
				if !ok || !l.Type.IsInteger() {
					if l.Type.Kind != badKind {
						c.errorf(l.Pos, "a case label is not a constant")
					}
					continue
				}
				if t.Wrap(val) != val && t.Kind != badKind {
					c.errorf(l.Pos, "case label does not fit '%s'", t)
				}
				val = t.Wrap(val)
				if seen[val] {
					c.errorf(l.Pos, "case label %d stands twice", int64(val))
				}
				seen[val] = true
				cs.Values = append(cs.Values, val)
			}
			for _, b := range cs.Body {
				if b.Kind == SDecl && i < len(s.Cases)-1 {
					for _, v := range b.Vars {
						if v.Init != nil {
							c.errorf(v.Pos, "the next case jumps past the initialiser of '%s': put the case in braces", v.Name)
						}
					}
				}
			}
			c.stmts(cs.Body)
		}
	})
	c.breaks--
}
