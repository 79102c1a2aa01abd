package cost

import (
	"sort"

	"github.com/gpga/gpga/codegen/msl"
)

// sortedKeys gives the keys in an order that does not depend on the map.
func sortedKeys(m map[int]int) []int {
	list := make([]int, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	sort.Ints(list)
	return list
}

// shapes are the shapes of blocks that have been seen, for Counts.Repeats.
type shapes map[shape]bool

// shape is a sum of the kinds and operators of a tree (FNV-1a).
type shape uint64

// emptyShape begins a sum.
const emptyShape shape = 14695981039346656037

func (h *shape) byte(b byte) { *h = (*h ^ shape(b)) * 1099511628211 }

// repeatSize is the size, in nodes of the tree, from which a block that stands again counts as repeated.
const repeatSize = 24

// walker counts the features of one body. To estimate phi nodes it keeps, for every construct that it is in, the variables
// assigned there.
type walker struct {
	counts   Counts
	calls    map[*msl.Func]int
	declared map[*msl.Var]int // depth of constructs at the declaration
	open     []map[*msl.Var]bool
	scope    int // variables in scope
	seen     shapes
	muted    int // blocks around that repeat one: what is in them has been counted
	times    int // how often what is walked stands there when short loops around it are unrolled; 0 for 1
	unrolled map[*msl.Func]float64
}

// shortLoop is the number of rounds up to which compilers are taken to unroll a loop.
const shortLoop = 32

// rounds is how often a for loop runs whose bounds are literals; 1 where that is not known, or not short.
func rounds(s *msl.Stmt) int {
	if s.Init == nil || s.Init.Kind != msl.SDecl || len(s.Init.Vars) != 1 || s.X == nil || s.X.Kind != msl.EBinary || s.Post == nil {
		return 1
	}
	v := s.Init.Vars[0]
	from, ok := literal(v.Init)
	to, ok2 := literal(s.X.Y)
	x := s.X.X
	for x != nil && x.Kind == msl.EConv {
		x = x.X
	}
	if !ok || !ok2 || x == nil || x.Kind != msl.EName || x.Var != v {
		return 1
	}
	step := uint64(1)
	if s.Post.Kind == msl.EAssign {
		if step, ok = literal(s.Post.Y); !ok || step == 0 {
			return 1
		}
	}
	n := uint64(0)
	switch s.X.Op {
	case msl.Lt, msl.Ne:
		n = (to - from + step - 1) / step
	case msl.Le:
		n = (to-from)/step + 1
	case msl.Gt:
		n = (from - to + step - 1) / step
	case msl.Ge:
		n = (from-to)/step + 1
	}
	if n < 1 || n > shortLoop {
		return 1
	}
	return int(n)
}

func literal(e *msl.Expr) (uint64, bool) {
	for e != nil && e.Kind == msl.EConv {
		e = e.X
	}
	if e == nil || e.Kind != msl.EInt {
		return 0, false
	}
	return e.Val, true
}

// op counts n operations.
func (w *walker) op(n int) { w.counts.Unrolled = min(w.counts.Unrolled+n*max(w.times, 1), maxUnrolled) }

// construct runs f, which walks the arms of a branching statement, and adds to the phi estimate: variables declared outside and
// assigned inside, times the arms that meet.
func (w *walker) construct(arms int, f func()) {
	w.counts.Live += w.scope * (arms - 1)
	w.open = append(w.open, map[*msl.Var]bool{})
	f()
	top := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	n := 0
	for v := range top {
		if w.declared[v] <= len(w.open) {
			n++
		}
	}
	w.counts.Phi += n * arms
	if len(w.open) > 0 {
		outer := w.open[len(w.open)-1]
		for v := range top {
			outer[v] = true
		}
	}
}

func (w *walker) assigned(e *msl.Expr) {
	for e.Kind == msl.EMember {
		e = e.X
	}
	if e.Kind == msl.EName && e.Var.Kind != msl.Global && len(w.open) > 0 {
		if e.Var.Type.Kind == msl.Ref && e.Var.Type.Space != msl.Thread {
			return
		}
		w.open[len(w.open)-1][e.Var] = true
	}
}

// block walks a list of statements that is a scope of its own.
func (w *walker) block(list []*msl.Stmt) {
	scope := w.scope
	again := w.repeated(list)
	if again {
		w.muted++
	}
	for _, s := range list {
		w.stmt(s)
	}
	if again {
		w.muted--
	}
	w.scope = scope
}

// repeated counts a block whose shape (all but names and literals) has stood before.
func (w *walker) repeated(list []*msl.Stmt) bool {
	h := emptyShape
	n := shapeOf(&h, list)
	if n < repeatSize || w.muted > 0 {
		return false
	}
	again := w.seen[h]
	if again {
		w.counts.Repeats += n
	}
	w.seen[h] = true
	return again
}

func (w *walker) stmt(s *msl.Stmt) {
	if s == nil {
		return
	}
	switch s.Kind {
	case msl.SBlock:
		w.block(s.List)
	case msl.SDecl:
		for _, v := range s.Vars {
			w.declared[v] = len(w.open)
			w.counts.Locals++
			w.scope++
			w.expr(v.Init)
		}
	case msl.SIf:
		w.counts.Branches++
		w.counts.Merges++
		w.counts.Blocks += 2
		if s.Else != nil {
			w.counts.Diamonds++
			w.counts.Blocks++
		}
		arms := 1
		for e := s; e != nil && e.Kind == msl.SIf; e = e.Else {
			arms++
		}
		w.counts.Ladder = max(w.counts.Ladder, arms)
		w.expr(s.X)
		w.construct(2, func() {
			w.stmt(s.Then)
			w.stmt(s.Else)
		})
	case msl.SFor, msl.SWhile, msl.SDo:
		w.counts.Loops++
		w.counts.Merges++
		w.counts.Blocks += 3
		scope := w.scope
		w.stmt(s.Init)
		times := w.times
		if s.Kind == msl.SFor {
			w.times = min(max(times, 1)*rounds(s), maxUnrolled)
		}
		w.construct(2, func() { // entry and back edge
			w.expr(s.X)
			w.stmt(s.Then)
			w.expr(s.Post)
		})
		w.scope, w.times = scope, times
	case msl.SSwitch:
		w.counts.Switches++
		w.counts.Merges++
		w.expr(s.X)
		labels, arms, deflt := 0, len(s.Cases), false
		for i := range s.Cases {
			labels += len(s.Cases[i].Labels)
			if s.Cases[i].Default {
				labels++
				deflt = true
			}
		}
		if !deflt {
			arms++
		}
		w.counts.Blocks += arms + 1
		w.counts.SwitchCases += labels
		w.counts.LargestSwitch = max(w.counts.LargestSwitch, labels)
		w.counts.Ladder = max(w.counts.Ladder, arms)
		w.construct(arms, func() {
			for i := range s.Cases {
				w.block(s.Cases[i].Body)
			}
		})
	default:
		w.expr(s.X)
	}
}

func (w *walker) expr(e *msl.Expr) {
	stored := map[*msl.Expr]bool{} // targets of plain assignments: written, not read
	msl.WalkExpr(e, func(e *msl.Expr) {
		switch e.Kind {
		case msl.ECond:
			w.counts.Ternaries++
			w.counts.Branches++
			w.counts.Merges++
			w.counts.Blocks += 3
		case msl.ELogical:
			w.counts.Branches++
			w.counts.Merges++
			w.counts.Blocks += 2
		case msl.EAssign, msl.EIncDec:
			w.assigned(e.X)
			if e.Op != msl.NoOp {
				w.counts.Ops++
				w.op(1)
			}
			if memory(e.X) {
				w.counts.Stores++
				w.op(1)
				if e.Kind == msl.EAssign && e.Op == msl.NoOp {
					t := e.X
					for t.Kind == msl.EMember {
						t = t.X
					}
					stored[t] = true
				}
			}
		case msl.EUnary, msl.EBinary, msl.EBuiltin:
			w.counts.Ops++
			w.op(1)
		case msl.EConv:
			if e.Type != nil && e.X.Type != nil && e.Type.Kind != e.X.Type.Kind && e.X.Kind != msl.EInt && e.Type.Size() != e.X.Type.Size() {
				w.counts.Ops++
				w.op(1)
			}
		case msl.EIndex:
			w.counts.Ops++
			w.op(1)
			if !stored[e] {
				w.counts.Loads++
				w.op(1)
			}
		case msl.EDeref:
			if !stored[e] {
				w.counts.Loads++
				w.op(1)
			}
		case msl.ECall:
			w.counts.Calls++
			w.calls[e.Func]++
			w.op(1)
			if w.unrolled != nil {
				w.unrolled[e.Func] += float64(max(w.times, 1))
			}
			for i, p := range e.Func.Params {
				if p.Type.Kind == msl.Ref && p.Type.Space == msl.Thread {
					w.assigned(e.Args[i])
				}
			}
		}
	})
}

// memory tells whether a target lies behind a pointer or in an array.
func memory(e *msl.Expr) bool {
	for e.Kind == msl.EMember {
		e = e.X
	}
	return e.Kind == msl.EIndex || e.Kind == msl.EDeref
}

// shapeOf writes the shape of statements to h and returns their size in nodes.
func shapeOf(h *shape, list []*msl.Stmt) int {
	n := 0
	for _, s := range list {
		n += stmtShape(h, s)
	}
	return n
}

func stmtShape(h *shape, s *msl.Stmt) int {
	if s == nil {
		h.byte(255)
		return 0
	}
	n := 1
	h.byte(byte(s.Kind))
	expr := func(e *msl.Expr) {
		msl.WalkExpr(e, func(e *msl.Expr) {
			n++
			h.byte(byte(e.Kind) | 128)
			h.byte(byte(e.Op))
		})
	}
	for _, v := range s.Vars {
		n++
		expr(v.Init)
	}
	expr(s.X)
	expr(s.Post)
	n += stmtShape(h, s.Init) + stmtShape(h, s.Then) + stmtShape(h, s.Else) + shapeOf(h, s.List)
	for i := range s.Cases {
		n += 1 + shapeOf(h, s.Cases[i].Body)
	}
	h.byte(254)
	return n
}
