package lower

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/scheduler/program"
)

// Case statements (IEEE 1364-2005 9.5) become a switch where all labels are known constants of at most 32 bits, else a
// chain of tests. chainDepth is the longest chain written as nested if-else; longer ones are flat.
const chainDepth = 12

// caseArm is one arm with its labels.
type caseArm struct {
	labels []*design.Expr
	body   design.Stmt
}

func (f *flow) caseStmt(s *design.Case, split bool) {
	lw := f.lw
	s = lw.prune(s)
	if len(s.Items) == 0 && pure(s.Sel) {
		f.stmt(s.Default)
		return
	}
	if f.segs {
		for _, it := range s.Items {
			for _, l := range it.Labels {
				if lw.stopsExpr(l) {
					lw.errorf(l.Pos, "a case label stops")
					return
				}
			}
		}
	}
	arms := make([]caseArm, 0, len(s.Items))
	for _, it := range s.Items {
		arms = append(arms, caseArm{it.Labels, it.Body})
	}
	sel := f.hoist(s.Sel)
	inner := false // an arm stops, or all are too much for one segment
	if split {
		size := 0
		for _, a := range arms {
			inner = inner || lw.fact(a.body).stops
			size += lw.fact(a.body).cost
		}
		inner = inner || lw.fact(s.Default).stops || lw.fact(s).cost > lw.opts.SegmentCost
	}
	end := -1
	var later []func()
	body := func(b design.Stmt) func() {
		if !inner {
			return func() { f.stmt(b) }
		}
		if end < 0 {
			end = lw.label()
		}
		if empty(b) {
			return func() { f.goTo(end) }
		}
		l := lw.label()
		later = append(later, func() {
			f.place(l)
			f.stmt(b)
			f.goTo(end)
		})
		return func() { f.goTo(l) }
	}
	if labels, ok := f.switchable(s); ok {
		v := f.plain(sel)
		list := make([]switchArm, 0, len(arms))
		for i, a := range arms {
			if len(labels[i]) > 0 {
				list = append(list, switchArm{labels[i], body(a.body)})
			}
		}
		f.u.switchOn(v, list, body(s.Default))
	} else {
		f.chain(s, sel, arms, body)
	}
	if inner {
		if !f.u.dead {
			f.goTo(end)
		}
		for _, run := range later {
			run()
		}
		f.place(end)
	}
}

// prune drops the arms of a case over a constant (the idiom case (1'b1)) that constant labels rule out, and those behind one
// that is always taken.
func (lw *lowerer) prune(s *design.Case) *design.Case {
	sel := lw.simple(s.Sel)
	if sel.Op != design.OpConst || sel.Real || s.Kind != design.CaseExact {
		return s
	}
	out := *s
	out.Sel, out.Items = sel, nil
	want := lw.constVec(sel)
	for _, it := range s.Items {
		var labels []*design.Expr
		always := false
		for _, l := range it.Labels {
			c := lw.simple(l)
			if c.Op != design.OpConst || c.Real || c.Width != sel.Width {
				labels = append(labels, c)
			} else if logic.CaseEq(lw.constVec(c), want) {
				always = len(labels) == 0
				labels = append(labels, c)
				break
			}
		}
		if always {
			out.Default = it.Body
			return &out
		}
		if len(labels) > 0 {
			out.Items = append(out.Items, design.CaseItem{Labels: labels, Body: it.Body, Pos: it.Pos})
		}
	}
	return &out
}

// switchable gives the label values of each arm, each value at its first arm, when s can be a switch.
func (f *flow) switchable(s *design.Case) ([][]uint32, bool) {
	if s.Sel.Real || s.Sel.Width > 32 || len(s.Items) < 3 || s.Kind != design.CaseExact || s.Sel.Op == design.OpConst {
		return nil, false
	}
	if !f.segs && f.lw.fact(s).disable {
		return nil, false // a break in a switch would only leave the switch
	}
	seen := map[uint32]bool{}
	out := make([][]uint32, len(s.Items))
	for i, it := range s.Items {
		for _, l := range it.Labels {
			if l.Op != design.OpConst || l.Real {
				return nil, false
			}
			v := f.lw.constVec(l)
			if v.Width != s.Sel.Width || !v.IsKnown() {
				return nil, false
			}
			if n := v.Val[0]; !seen[n] {
				seen[n] = true
				out[i] = append(out[i], n)
			}
		}
	}
	return out, true
}

// chain tests the labels in order.
func (f *flow) chain(s *design.Case, sel *design.Expr, arms []caseArm, body func(design.Stmt) func()) {
	u := f.u
	var v val
	constant := sel.Op == design.OpConst && !sel.Real
	if !constant || sel.Width != 1 || s.Kind != design.CaseExact {
		v = u.copied(f.plain(sel))
	}
	test := func(a caseArm) val {
		var any val
		for i, l := range a.labels {
			t := f.labelTest(s, sel, v, l)
			if i == 0 {
				any = t
			} else {
				any = u.bin(program.OpLogOr, 1, 1, 0, any, t)
			}
		}
		if len(a.labels) == 0 {
			return u.bit(logic.L0)
		}
		return any
	}
	bodies := make([]func(), len(arms))
	for i := range arms {
		bodies[i] = body(arms[i].body)
	}
	def := body(s.Default)
	if len(arms) <= chainDepth {
		var step func(i int)
		step = func(i int) {
			if i == len(arms) {
				def()
				return
			}
			c := test(arms[i])
			if i == len(arms)-1 && empty(s.Default) && f.inPlace(s) {
				u.ifThen(c, bodies[i], nil)
				return
			}
			u.ifThen(c, bodies[i], func() { step(i + 1) })
		}
		step(0)
		return
	}
	flat := func(leave func()) {
		for i := range arms {
			u.ifThen(test(arms[i]), func() {
				bodies[i]()
				leave()
			}, nil)
		}
		def()
		leave()
	}
	if f.segs && f.lw.fact(s).stops {
		flat(func() {}) // every arm ends in a jump
		return
	}
	f.loop(1, func() { flat(u.leave) })
	f.leaving()
}

// inPlace tells that the arms of s are emitted in place, so that an empty default needs no code.
func (f *flow) inPlace(s *design.Case) bool { return !f.segs || !f.lw.fact(s).stops }

// labelTest is one bit that is 1 when the label matches.
func (f *flow) labelTest(s *design.Case, sel *design.Expr, v val, l *design.Expr) val {
	u := f.u
	if sel.Real || l.Real {
		return u.bin(program.OpFEq, 1, 0, program.FlagReal, f.plain(l), v)
	}
	if v == (val{}) {
		// case (1'b1): the label itself is the test.
		t := f.expr(l)
		if b := logic.Truth(f.lw.constVec(sel)); f.lw.constVec(sel).IsKnown() && b == logic.L1 && l.Width == 1 {
			return t
		}
		return u.bin(program.OpCaseEq, 1, 1, 0, u.resize(t, 1, false), u.constant(f.lw.constVec(sel)))
	}
	t := u.resize(f.plain(l), v.w, l.Signed)
	op := program.OpCaseEq
	switch s.Kind {
	case design.CaseZ:
		op = program.OpCaseZ
	case design.CaseX:
		op = program.OpCaseX
	}
	return u.bin(op, 1, v.w, 0, v, t)
}
