package wasm

import "github.com/gpga/gpga/codegen/msl"

// lowerState is what the walk over the AST keeps in the builder.
type lowerState struct {
	frame  *frame
	breaks []*target
	conts  []*target
}

// frame is one body being lowered: a function of its own, or a helper inlined
// into it.
type frame struct {
	fn     *msl.Func
	info   *funcInfo
	slots  []int32 // by Var.Index: first slot, -1 when not declared
	inline bool
	limit  int     // size up to which calls are inlined here
	ret    []int32 // inlined: slots of the result
	done   *target // inlined: where returns jump that do not end the body
}

func valueType(t *msl.Type) uint8 {
	if t.Bits() == 64 {
		return i64
	}
	return i32
}

// maskOf bounds the bits of a scalar of type t in its wasm local.
func maskOf(t *msl.Type) uint64 {
	switch t.Kind {
	case msl.Bool:
		return 1
	case msl.UChar:
		return 0xff
	case msl.UShort:
		return 0xffff
	case msl.Long, msl.ULong:
		return ^uint64(0)
	}
	return 0xffffffff
}

// flatten lists the scalar types that a value of type t becomes.
func flatten(t *msl.Type) []*msl.Type {
	switch t.Kind {
	case msl.Void:
		return nil
	case msl.StructKind:
		list := make([]*msl.Type, len(t.Struct.Fields))
		for i, f := range t.Struct.Fields {
			list[i] = f.Type
		}
		return list
	}
	return []*msl.Type{t}
}

func isThreadRef(t *msl.Type) bool { return t.Kind == msl.Ref && t.Space == msl.Thread }

// lowerFunc builds the funcIR of f.
func (b *builder) lowerFunc(info *funcInfo) {
	f := info.fn
	b.reset(info.params)
	b.results = info.results
	b.frame = &frame{fn: f, info: info, limit: info.limit, slots: newSlots(f.NumVars)}
	b.breaks, b.conts = b.breaks[:0], b.conts[:0]
	for _, p := range info.order {
		v := f.Params[p]
		k := info.paramAt[p]
		b.param(v, k, info.roots[p])
	}
	b.stmts(f.Body.List, false)
	if !b.dead {
		b.leave(b.zeros(f.Ret))
	}
}

func newSlots(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// param declares parameter v, which starts at wasm parameter k.
func (b *builder) param(v *msl.Var, k int, root int32) {
	t := v.Type
	if isThreadRef(t) {
		t = t.Elem
	}
	var vals []int32
	for i, ft := range flatten(t) {
		n := node{op: opLocal, vt: valueType(ft), imm: uint64(k + i), mask: maskOf(ft), b: root}
		vals = append(vals, b.newNode(n))
	}
	b.declareVar(b.frame, v, t, vals)
}

// declareVar makes slots (or fills memory) for v with initial values.
func (b *builder) declareVar(fr *frame, v *msl.Var, t *msl.Type, vals []int32) {
	if v.AddrTaken {
		a := b.static(v)
		fr.slots[v.Index] = -1
		b.storeAll(a, t, vals)
		return
	}
	first := int32(len(b.env))
	for i, ft := range flatten(t) {
		root := int32(rootUnknown)
		if ft.Kind == msl.Pointer || ft.Kind == msl.Ref {
			root = b.mod.varRoot[v]
		}
		b.declare(valueType(ft), maskOf(ft), root, vals[i])
	}
	fr.slots[v.Index] = first
}

// static is the memory of a local whose address is taken.
func (b *builder) static(v *msl.Var) address {
	return b.place(b.constant(i32, uint64(b.mod.addrOf[v])), false)
}

func (b *builder) zeros(t *msl.Type) []int32 {
	var vals []int32
	for _, ft := range flatten(t) {
		vals = append(vals, b.constant(valueType(ft), 0))
	}
	return vals
}

// leave returns vals from the function that is lowered.
func (b *builder) leave(vals []int32) {
	fr := b.frame
	list := append([]int32(nil), vals...)
	for _, p := range fr.fn.Params {
		if isThreadRef(p.Type) {
			for i := range flatten(p.Type.Elem) {
				list = append(list, b.env[fr.slots[p.Index]+int32(i)])
			}
		}
	}
	b.add(inst{kind: instReturn, list: list})
	b.dead = true
}

// stmts lowers a list. In an inlined body, tail says that nothing follows the
// list: then a return needs no jump, and what follows a branch that always
// returns is put into its other arm.
func (b *builder) stmts(list []*msl.Stmt, tail bool) {
	for i, s := range list {
		if b.dead {
			return
		}
		if rest := list[i+1:]; tail && s.Kind == msl.SIf && len(rest) > 0 {
			then, els := returns(s.Then), s.Else != nil && returns(s.Else)
			if then || els {
				cond := b.scalar(s.X)
				b.ifElse(cond, func() { b.arm(s.Then, then, rest) }, func() { b.arm(s.Else, els, rest) })
				return
			}
		}
		b.stmt(s, tail && i == len(list)-1)
		if tail && returns(s) {
			return
		}
	}
}

// arm lowers one arm of a branch and, unless it always returns, the rest of
// the list that the branch stands in.
func (b *builder) arm(s *msl.Stmt, returns bool, rest []*msl.Stmt) {
	if s != nil {
		b.scoped(func() { b.stmt(s, returns) })
	}
	if !returns {
		b.stmts(rest, true)
	}
}

// returns reports whether s always ends in a return that a tail position can
// do without a jump.
func returns(s *msl.Stmt) bool {
	switch s.Kind {
	case msl.SReturn:
		return true
	case msl.SBlock:
		return len(s.List) > 0 && returns(s.List[len(s.List)-1])
	case msl.SIf:
		return s.Else != nil && returns(s.Then) && returns(s.Else)
	}
	return false
}

// jumpsOut reports whether a body, lowered with tail, has returns that need a
// jump.
func jumpsOut(list []*msl.Stmt, tail bool) bool {
	for i, s := range list {
		if rest := list[i+1:]; tail && s.Kind == msl.SIf && len(rest) > 0 {
			then, els := returns(s.Then), s.Else != nil && returns(s.Else)
			if then || els {
				return jumpsOut1(s.Then, then) || s.Else != nil && jumpsOut1(s.Else, els) || jumpsOut(rest, true)
			}
		}
		if jumpsOut1(s, tail && i == len(list)-1) {
			return true
		}
	}
	return false
}

func jumpsOut1(s *msl.Stmt, tail bool) bool {
	switch s.Kind {
	case msl.SReturn:
		return !tail
	case msl.SBlock:
		return jumpsOut(s.List, tail)
	case msl.SIf:
		return jumpsOut1(s.Then, tail) || s.Else != nil && jumpsOut1(s.Else, tail)
	case msl.SFor, msl.SWhile, msl.SDo:
		return jumpsOut1(s.Then, false)
	case msl.SSwitch:
		for i := range s.Cases {
			if jumpsOut(s.Cases[i].Body, false) {
				return true
			}
		}
	}
	return false
}

func (b *builder) scoped(f func()) {
	base := len(b.env)
	f()
	b.drop(base)
}

func (b *builder) stmt(s *msl.Stmt, tail bool) {
	if b.dead {
		return
	}
	switch s.Kind {
	case msl.SBlock:
		b.scoped(func() { b.stmts(s.List, tail) })
	case msl.SDecl:
		for _, v := range s.Vars {
			b.declStmt(v)
		}
	case msl.SExpr:
		b.effect(s.X)
	case msl.SIf:
		cond := b.scalar(s.X)
		var els func()
		if s.Else != nil {
			els = func() { b.stmt(s.Else, tail) }
		}
		b.ifElse(cond, func() { b.stmt(s.Then, tail) }, els)
	case msl.SFor:
		b.scoped(func() {
			if s.Init != nil {
				b.stmt(s.Init, false)
			}
			b.loopStmt(s)
		})
	case msl.SWhile, msl.SDo:
		b.loopStmt(s)
	case msl.SSwitch:
		b.switchStmt(s)
	case msl.SBreak:
		b.jump(b.breaks[len(b.breaks)-1])
	case msl.SContinue:
		b.jump(b.conts[len(b.conts)-1])
	case msl.SReturn:
		b.returnStmt(s, tail)
	}
}

func (b *builder) declStmt(v *msl.Var) {
	fr := b.frame
	if v.Type.Kind == msl.Array {
		fr.slots[v.Index] = -1
		if v.Init == nil {
			return
		}
		a := b.static(v)
		size := v.Type.Elem.Size()
		for i := range v.Type.Len {
			val := b.constant(valueType(v.Type.Elem), 0)
			if i < len(v.Init.Args) {
				val = b.scalar(v.Init.Args[i])
			}
			b.storeScalar(a.plus(i*size), v.Type.Elem, val)
		}
		return
	}
	var vals []int32
	if v.Init != nil {
		vals = b.values(v.Init)
	} else {
		vals = b.zeros(v.Type)
	}
	b.declareVar(fr, v, v.Type, vals)
}

func (b *builder) returnStmt(s *msl.Stmt, tail bool) {
	fr := b.frame
	var vals []int32
	if s.X != nil {
		vals = b.values(s.X)
	}
	if b.dead {
		return
	}
	if !fr.inline {
		b.leave(vals)
		return
	}
	for i, v := range vals {
		b.assign(fr.ret[i], v)
	}
	if !tail {
		b.jump(fr.done)
	}
}

// loopStmt lowers for, while and do:
//
//	block exit { loop { unless cond: exit; block cont { body }; post; again } }
func (b *builder) loopStmt(s *msl.Stmt) {
	slots := b.assigned(s)
	exit := b.newTarget()
	b.block(exit, func() {
		li := b.openLoop(slots)
		if s.X != nil && s.Kind != msl.SDo {
			b.ifElse(b.op1(opI32Eqz, b.scalar(s.X)), func() { b.jump(exit) }, nil)
		}
		cont := b.newTarget()
		b.breaks, b.conts = append(b.breaks, exit), append(b.conts, cont)
		b.block(cont, func() { b.stmt(s.Then, false) })
		b.breaks, b.conts = b.breaks[:len(b.breaks)-1], b.conts[:len(b.conts)-1]
		if s.Post != nil && !b.dead {
			b.effect(s.Post)
		}
		if s.Kind == msl.SDo {
			if !b.dead {
				b.ifElse(b.scalar(s.X), func() { b.again(li) }, nil)
			}
		} else {
			b.again(li)
		}
		b.closeLoop(li)
	})
}

// assigned lists the slots, visible now, that s may assign.
func (b *builder) assigned(s *msl.Stmt) []int32 {
	var slots []int32
	seen := map[int32]bool{}
	note := func(e *msl.Expr) {
		for e.Kind == msl.EMember {
			e = e.X
		}
		if e.Kind != msl.EName || e.Var.Kind == msl.Global {
			return
		}
		first := b.frame.slots[e.Var.Index]
		if first < 0 || e.Var.Type.Kind == msl.Ref && !isThreadRef(e.Var.Type) {
			return
		}
		t := e.Var.Type
		if t.Kind == msl.Ref {
			t = t.Elem
		}
		for i := range int32(len(flatten(t))) {
			if !seen[first+i] {
				seen[first+i] = true
				slots = append(slots, first+i)
			}
		}
	}
	msl.WalkStmt(s, func(e *msl.Expr) {
		switch e.Kind {
		case msl.EAssign, msl.EIncDec:
			note(e.X)
		case msl.ECall:
			for i, p := range e.Func.Params {
				if isThreadRef(p.Type) {
					note(e.Args[i])
				}
			}
		}
	})
	return slots
}

// switchStmt lowers a switch to one instSwitch inside a block that breaks jump
// out of.
func (b *builder) switchStmt(s *msl.Stmt) {
	sel := b.scalar(s.X)
	if b.dead {
		return
	}
	sw := &switchInfo{wide: b.nodes[sel].vt == i64, deflt: -1}
	exit := b.newTarget()
	b.block(exit, func() {
		base := len(b.env)
		outer := b.cur
		head := b.edgeHere(inst{kind: instSets}, base)
		var fall []edge
		b.breaks = append(b.breaks, exit)
		enter := func() {
			b.restore(head.env, head.held)
			b.mem = append(b.mem[:0], head.mem...)
			b.dead = false
			sw.seqs = append(sw.seqs, b.openSeq())
		}
		for i := range s.Cases {
			c := &s.Cases[i]
			for _, v := range c.Values {
				sw.values = append(sw.values, swVal{v & typeMask(b.nodes[sel].vt), int32(i)})
			}
			if c.Default {
				sw.deflt = int32(i)
			}
			enter()
			if len(fall) > 0 {
				b.mergeFall(head, fall[0], base)
			}
			fall = fall[:0]
			b.stmts(c.Body, false)
			if i == len(s.Cases)-1 {
				b.jump(exit)
			} else if !b.dead {
				fall = append(fall, b.edgeHere(inst{kind: instSets}, base))
			}
			for _, d := range c.Body { // a later case sees these without a value
				for _, v := range d.Vars {
					b.frame.slots[v.Index] = -1
				}
			}
			b.drop(base)
			b.closeSeq(outer)
		}
		if sw.deflt < 0 {
			sw.deflt = int32(len(s.Cases))
			enter()
			b.jump(exit)
			b.closeSeq(outer)
		}
		b.breaks = b.breaks[:len(b.breaks)-1]
		b.add(inst{kind: instSwitch, a: sel, sw: sw})
		b.dead = true
	})
}
