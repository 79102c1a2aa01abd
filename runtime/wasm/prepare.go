package wasm

import (
	"fmt"

	"github.com/gpga/gpga/codegen/msl"
)

// funcInfo is what callers must know of a function.
type funcInfo struct {
	fn      *msl.Func
	index   int     // in the module, -1 when every call is inlined
	params  []uint8 // flattened, in the order of the wasm signature
	results []uint8
	order   []int   // parameters in the order of the wasm signature
	paramAt []int   // by parameter: first wasm parameter
	roots   []int32 // by parameter: what a pointer points into
	size    int     // expression nodes, with those of inlined helpers
	limit   int     // size up to which this function inlines its calls
	inline  bool    // small enough to be inlined
	jumps   bool    // has returns that need a jump when inlined
	writes  bool    // may write memory
}

// module is what all functions of a unit share.
type module struct {
	unit     *msl.Unit
	flags    flags
	consts   map[int]uint64
	info     map[*msl.Func]*funcInfo
	funcs    []*funcInfo // emitted, in module order
	addrOf   map[*msl.Var]uint32
	varRoot  map[*msl.Var]int32
	constEnd uint32
	heapBase uint32
	ro       [32]bool // buffer index: every kernel takes it as const
	data     []byte   // constant arrays, from staticBase on
}

// staticBase is where the module's own memory starts; below is a guard, so
// that taking a small constant out of an address cannot wrap it around.
const staticBase = maxFold

func newModule(u *msl.Unit, o *Options) (*module, error) {
	m := &module{
		unit: u, flags: o.flags(), consts: map[int]uint64{},
		info: map[*msl.Func]*funcInfo{}, addrOf: map[*msl.Var]uint32{}, varRoot: map[*msl.Var]int32{},
	}
	for _, g := range u.Globals {
		if g.FuncConst < 0 {
			continue
		}
		v, ok := o.FunctionConstants[g.FuncConst]
		if !ok {
			line, col := u.Line(g.Pos)
			return nil, fmt.Errorf("%s:%d:%d: no value is given for function constant %d ('%s')", u.Name, line, col, g.FuncConst, g.Name)
		}
		m.consts[g.FuncConst] = g.Type.Wrap(v)
	}
	order := u.BottomUp()
	if len(order) == 0 {
		return nil, fmt.Errorf("%s: the unit has no functions or was not checked", u.Name)
	}
	for _, f := range order {
		if f.Kernel && f.Name == memoryExport {
			line, col := u.Line(f.Pos)
			return nil, fmt.Errorf("%s:%d:%d: a kernel cannot have the name '%s' here", u.Name, line, col, f.Name)
		}
	}
	m.layOut(order)
	for _, f := range order {
		m.describe(f)
	}
	m.findRoots(order)
	m.choose(order)
	return m, nil
}

// layOut places constant arrays and the locals that need memory.
func (m *module) layOut(order []*msl.Func) {
	at := uint32(staticBase)
	place := func(v *msl.Var) {
		at = (at + 7) &^ 7
		m.addrOf[v] = at
		at += uint32(v.Type.Size())
	}
	for _, g := range m.unit.Globals {
		if g.Type.Kind != msl.Array {
			continue
		}
		place(g)
		size := g.Type.Elem.Size()
		m.data = append(m.data, make([]byte, int(at-staticBase)-len(m.data))...)
		to := m.data[m.addrOf[g]-staticBase:]
		for i, v := range g.Elems {
			for k := range size {
				to[i*size+k] = byte(v >> (8 * k))
			}
		}
	}
	m.constEnd = at
	for _, f := range m.unit.Funcs {
		for _, v := range f.Vars() {
			if v.AddrTaken {
				place(v)
			}
		}
	}
	m.heapBase = (at + 0xffff) &^ 0xffff
	var taken, written [32]bool
	for _, f := range order {
		if !f.Kernel {
			continue
		}
		for _, p := range f.Params {
			if p.Buffer >= 0 {
				taken[p.Buffer] = true
				written[p.Buffer] = written[p.Buffer] || !p.Type.Const
			}
		}
	}
	for i := range m.ro {
		m.ro[i] = taken[i] && !written[i]
	}
}

func (m *module) rootOfStatic(addr uint32) int32 {
	switch {
	case addr < m.constEnd:
		return rootConst
	case addr < m.heapBase:
		return rootThread
	}
	return rootUnknown
}

// readOnly reports whether nothing writes what root covers during a call.
func (m *module) readOnly(root int32) bool {
	return root == rootConst || root >= rootBuffer && m.ro[root-rootBuffer]
}

func (m *module) globalValue(v *msl.Var) uint64 {
	if v.FuncConst >= 0 {
		return m.consts[v.FuncConst]
	}
	return v.Value
}

// describe fills in what follows from the function alone and from its callees.
func (m *module) describe(f *msl.Func) {
	in := &funcInfo{fn: f, index: -1, paramAt: make([]int, len(f.Params)), roots: make([]int32, len(f.Params))}
	m.info[f] = in
	for pass := range 2 { // the thread's position comes last
		for i, p := range f.Params {
			if p.GridPos == (pass == 0) {
				continue
			}
			t := p.Type
			if isThreadRef(t) {
				t = t.Elem
			}
			in.order = append(in.order, i)
			in.paramAt[i] = len(in.params)
			for _, ft := range flatten(t) {
				in.params = append(in.params, valueType(ft))
			}
		}
	}
	for _, ft := range flatten(f.Ret) {
		in.results = append(in.results, valueType(ft))
	}
	for _, p := range f.Params {
		if isThreadRef(p.Type) {
			for _, ft := range flatten(p.Type.Elem) {
				in.results = append(in.results, valueType(ft))
			}
		}
	}
	calls := 0 // nodes that inlining brings
	msl.WalkStmt(f.Body, func(e *msl.Expr) {
		in.size++
		switch e.Kind {
		case msl.EAssign, msl.EIncDec:
			in.writes = in.writes || inMemory(e.X)
		case msl.ECall:
			g := m.info[e.Func]
			in.writes = in.writes || g.writes
			if g.inline && natives[e.Func.Name] == nil {
				calls += g.size
			}
		}
	})
	in.limit = inlineLimit
	if calls > inlineBudget {
		in.limit = inlineSmall
	}
	in.size += calls
	in.jumps = jumpsOut(f.Body.List, true)
	in.inline = !f.Kernel && !f.NoInline && in.size <= inlineLimit && !hasLoop(f.Body)
	for _, v := range f.Vars() {
		in.writes = in.writes || v.AddrTaken
	}
}

func hasLoop(s *msl.Stmt) bool {
	for ; s != nil; s = s.Else {
		switch s.Kind {
		case msl.SFor, msl.SWhile, msl.SDo:
			return true
		}
		if s.Then != nil && hasLoop(s.Then) {
			return true
		}
		for _, t := range s.List {
			if hasLoop(t) {
				return true
			}
		}
		for i := range s.Cases {
			for _, t := range s.Cases[i].Body {
				if hasLoop(t) {
					return true
				}
			}
		}
	}
	return false
}

// inMemory reports whether the place e is in memory.
func inMemory(e *msl.Expr) bool {
	switch e.Kind {
	case msl.EName:
		return e.Var.AddrTaken || e.Var.Type.Kind == msl.Ref && !isThreadRef(e.Var.Type)
	case msl.EMember:
		return inMemory(e.X)
	}
	return true
}

// rootTop is the root of a pointer that no call has given a value yet.
const rootTop = -1

func meetRoot(a, b int32) int32 {
	switch {
	case a == rootTop:
		return b
	case b == rootTop || a == b:
		return a
	}
	return rootUnknown
}

// findRoots finds for every pointer parameter and pointer local what it points
// into, if all that flows into it agrees. Callers come first.
func (m *module) findRoots(order []*msl.Func) {
	root := m.varRoot
	for _, f := range order {
		for _, v := range f.Vars() {
			if v.Type.Kind == msl.Pointer || v.Type.Kind == msl.Ref {
				root[v] = rootTop
			}
		}
		if f.Kernel {
			for _, p := range f.Params {
				if p.Buffer >= 0 {
					root[p] = rootBuffer + int32(p.Buffer)
				}
			}
		}
	}
	for i := len(order) - 1; i >= 0; i-- {
		f := order[i]
		for changed := true; changed; {
			changed = false
			meet := func(v *msl.Var, r int32) {
				if n := meetRoot(root[v], r); n != root[v] {
					root[v] = n
					changed = changed || v.Kind == msl.Local
				}
			}
			var stmt func(s *msl.Stmt)
			expr := func(e *msl.Expr) {
				switch e.Kind {
				case msl.EAssign:
					if e.X.Kind == msl.EName && e.X.Type.Kind == msl.Pointer && e.Op == msl.NoOp {
						meet(e.X.Var, m.exprRoot(e.Y))
					}
				case msl.ECall:
					for k, p := range e.Func.Params {
						if p.Type.Kind == msl.Pointer || p.Type.Kind == msl.Ref && !isThreadRef(p.Type) {
							meet(p, m.exprRoot(e.Args[k]))
						}
					}
				}
			}
			stmt = func(s *msl.Stmt) {
				for ; s != nil; s = s.Else {
					for _, v := range s.Vars {
						if v.Type.Kind == msl.Pointer && v.Init != nil {
							meet(v, m.exprRoot(v.Init))
						}
						msl.WalkExpr(v.Init, expr)
					}
					msl.WalkExpr(s.X, expr)
					msl.WalkExpr(s.Post, expr)
					if s.Init != nil {
						stmt(s.Init)
					}
					if s.Then != nil {
						stmt(s.Then)
					}
					for _, t := range s.List {
						stmt(t)
					}
					for c := range s.Cases {
						for _, t := range s.Cases[c].Body {
							stmt(t)
						}
					}
				}
			}
			stmt(f.Body)
		}
	}
	for v, r := range root {
		if r == rootTop {
			root[v] = rootUnknown
		}
	}
	for _, in := range m.info {
		for i, p := range in.fn.Params {
			in.roots[i] = root[p]
		}
	}
}

// exprRoot tells what the pointer e points into.
func (m *module) exprRoot(e *msl.Expr) int32 {
	switch e.Kind {
	case msl.EName:
		switch {
		case e.Var.Type.Kind == msl.Array && e.Var.Kind == msl.Global:
			return rootConst
		case e.Var.Type.Kind == msl.Array:
			return rootThread
		case e.Var.Type.Kind == msl.Pointer || e.Var.Type.Kind == msl.Ref:
			return m.varRoot[e.Var]
		}
		return rootThread // the place of & of a local
	case msl.EConv:
		return m.exprRoot(e.X)
	case msl.EBinary, msl.EAssign:
		return m.exprRoot(e.X)
	case msl.EAddr:
		p := e.X
		for {
			switch p.Kind {
			case msl.EMember:
				p = p.X
				continue
			case msl.EIndex, msl.EDeref:
				return m.exprRoot(p.X)
			}
			return m.exprRoot(p)
		}
	case msl.ECond:
		return meetRoot(m.exprRoot(e.Y), m.exprRoot(e.Z))
	case msl.EComma:
		return m.exprRoot(e.Y)
	}
	return rootUnknown
}

// inlines reports whether a call of g is inlined in a function of this limit.
func (m *module) inlines(g *funcInfo, limit int) bool {
	return m.flags.inline && g.inline && g.size <= limit
}

// choose lists the functions that the module needs: the kernels and what they
// call without inlining.
func (m *module) choose(order []*msl.Func) {
	type visit struct {
		f     *msl.Func
		limit int
	}
	need := map[*msl.Func]bool{}
	seen := map[visit]bool{}
	var collect func(f *msl.Func, limit int)
	require := func(f *msl.Func) {
		if !need[f] {
			need[f] = true
			collect(f, m.info[f].limit)
		}
	}
	collect = func(f *msl.Func, limit int) {
		if seen[visit{f, limit}] {
			return
		}
		seen[visit{f, limit}] = true
		for _, g := range f.Calls {
			switch {
			case natives[g.Name] != nil:
			case m.inlines(m.info[g], limit):
				collect(g, limit)
			default:
				require(g)
			}
		}
	}
	for _, f := range order {
		if f.Kernel {
			require(f)
		}
	}
	for _, f := range order {
		if need[f] {
			m.info[f].index = len(m.funcs)
			m.funcs = append(m.funcs, m.info[f])
		}
	}
}
