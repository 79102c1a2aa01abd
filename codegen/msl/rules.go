package msl

// unitRules checks what concerns the unit as a whole: kernels' signatures,
// functions that are called but not defined, and recursion. It also orders the
// functions bottom-up.
func (c *checker) unitRules() {
	u := c.u
	// Only definitions stay; calls point to them.
	all := u.Funcs
	u.Funcs = nil
	for _, f := range all {
		if f.Body != nil {
			u.Funcs = append(u.Funcs, f)
		}
	}
	for _, f := range u.Funcs {
		for i, g := range f.Calls {
			if g.Body != nil {
				continue
			}
			if d, ok := c.names[g.Name].(*Func); ok && d.Body != nil {
				f.Calls[i] = d
			} else {
				c.errorf(g.Pos, "function '%s' is called but not defined", g.Name)
			}
		}
	}
	for _, f := range all {
		if f.Kernel {
			c.kernel(f)
		}
	}
	if len(c.src.errs) > 0 {
		return
	}
	c.resolveCalls()
	c.orderFuncs()
}

// resolveCalls points call expressions that saw only a declaration at the
// definition.
func (c *checker) resolveCalls() {
	for _, f := range c.u.Funcs {
		WalkStmt(f.Body, func(e *Expr) {
			if e.Kind == ECall && e.Func.Body == nil {
				e.Func = c.names[e.Func.Name].(*Func)
			}
		})
	}
}

func (c *checker) kernel(f *Func) {
	if f.Ret.Kind != Void {
		c.errorf(f.Pos, "kernel '%s' must return void", f.Name)
	}
	used := map[int]bool{}
	grid := false
	for _, v := range f.Params {
		t := v.Type
		if v.GridPos {
			if grid {
				c.errorf(v.Pos, "kernel '%s' takes thread_position_in_grid twice", f.Name)
			}
			grid = true
			if v.Buffer >= 0 {
				c.errorf(v.Pos, "parameter '%s' is a buffer and a thread position", v.Name)
			}
			continue
		}
		if t.Kind != Pointer && t.Kind != Ref {
			c.errorf(v.Pos, "kernel parameter '%s' needs an attribute (a scalar is passed as 'constant %s &')", v.Name, t)
			continue
		}
		if t.Space != Device && t.Space != Constant {
			c.errorf(v.Pos, "kernel parameter '%s' must be in the device or constant address space", v.Name)
		}
		if v.Buffer < 0 {
			c.errorf(v.Pos, "kernel parameter '%s' has no [[buffer(n)]]", v.Name)
			continue
		}
		if used[v.Buffer] {
			c.errorf(v.Pos, "buffer index %d is used twice in kernel '%s'", v.Buffer, f.Name)
		}
		used[v.Buffer] = true
	}
}

// orderFuncs sorts the functions so that callees come first and complains
// about recursion, which Metal does not have.
func (c *checker) orderFuncs() {
	const (
		fresh = iota
		open
		done
	)
	state := map[*Func]int{}
	var order []*Func
	type frame struct {
		f *Func
		i int
	}
	for _, root := range c.u.Funcs {
		if state[root] != fresh {
			continue
		}
		stack := []frame{{root, 0}}
		state[root] = open
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if top.i == len(top.f.Calls) {
				state[top.f] = done
				order = append(order, top.f)
				stack = stack[:len(stack)-1]
				continue
			}
			g := top.f.Calls[top.i]
			top.i++
			switch state[g] {
			case fresh:
				state[g] = open
				stack = append(stack, frame{g, 0})
			case open:
				c.errorf(g.Pos, "function '%s' reaches itself: Metal has no recursion", g.Name)
			}
		}
	}
	if len(c.src.errs) == 0 {
		c.u.order = order
	}
}

// WalkStmt calls f for every expression under s, parents before children.
func WalkStmt(s *Stmt, f func(*Expr)) {
	if s == nil {
		return
	}
	for s != nil {
		WalkExpr(s.X, f)
		WalkExpr(s.Post, f)
		WalkStmt(s.Init, f)
		WalkStmt(s.Then, f)
		for _, t := range s.List {
			WalkStmt(t, f)
		}
		for _, v := range s.Vars {
			WalkExpr(v.Init, f)
		}
		for i := range s.Cases {
			for _, t := range s.Cases[i].Body {
				WalkStmt(t, f)
			}
		}
		s = s.Else
	}
}

// WalkExpr calls f for e and every expression under it, parents first.
func WalkExpr(e *Expr, f func(*Expr)) {
	if e == nil {
		return
	}
	f(e)
	WalkExpr(e.X, f)
	WalkExpr(e.Y, f)
	WalkExpr(e.Z, f)
	for _, a := range e.Args {
		WalkExpr(a, f)
	}
}
