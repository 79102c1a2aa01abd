package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Timing checks (IEEE 1364-2005 clause 15), simulated with Options.Specify: processes that wait for the events of a check,
// note their times, compare, report and toggle the notifier (checkcode.go). Limits are settled here: what the specify block
// says, what SDF files say, and what negative limits make of them (delaynets.go).

// checkEvent is an event of a timing check.
type checkEvent struct {
	edge  string // as it is written, for messages
	name  string
	term  terminalBits
	t     transitions // 0: any change of the value
	plain ast.Edge    // EdgePos or EdgeNeg where t is just that
	cond  *design.Expr
	guard string // the condition as it is written
	late  int64  // ticks by which term.used is behind term.raw
	pos   source.Pos
}

// terminalBits is the signal of an event: what it is, and what the check looks at, which differ where negative limits delay it.
type terminalBits struct {
	raw  *design.Expr
	used *design.Expr
}

// timingCheck is a check with everything settled.
type timingCheck struct {
	decl     *ast.TimingCheck
	name     string
	ref      checkEvent // reference event
	data     checkEvent // data event; of $period and $width made from the reference event
	limits   [2]int64   // ticks, in the order of the arguments
	shown    [2]int64   // the same, before delays of the signals move them
	notifier []design.LValue
	old      *design.Expr // the notifier's value
	// Of $setuphold and $recrem.
	stamp, check *design.Expr // conditions of the first and the second event
	delayed      [2]ast.Expr  // reference and data as signals, or nil
	// Of $timeskew and $fullskew.
	eventBased, remainActive bool
}

// checkForm says where a check has its arguments; 0 is none.
type checkForm struct {
	ref, data      int
	limits         [2]int // indices
	notifier       int
	stamp, delayed int
	flags          int
}

const noArg = -1

var checkForms = map[string]checkForm{
	"$setup":     {ref: 1, data: 0, limits: [2]int{2, noArg}, notifier: 3, stamp: noArg, delayed: noArg, flags: noArg},
	"$hold":      {ref: 0, data: 1, limits: [2]int{2, noArg}, notifier: 3, stamp: noArg, delayed: noArg, flags: noArg},
	"$setuphold": {ref: 0, data: 1, limits: [2]int{2, 3}, notifier: 4, stamp: 5, delayed: 7, flags: noArg},
	"$recovery":  {ref: 0, data: 1, limits: [2]int{2, noArg}, notifier: 3, stamp: noArg, delayed: noArg, flags: noArg},
	"$removal":   {ref: 0, data: 1, limits: [2]int{2, noArg}, notifier: 3, stamp: noArg, delayed: noArg, flags: noArg},
	"$recrem":    {ref: 0, data: 1, limits: [2]int{2, 3}, notifier: 4, stamp: 5, delayed: 7, flags: noArg},
	"$skew":      {ref: 0, data: 1, limits: [2]int{2, noArg}, notifier: 3, stamp: noArg, delayed: noArg, flags: noArg},
	"$timeskew":  {ref: 0, data: 1, limits: [2]int{2, noArg}, notifier: 3, stamp: noArg, delayed: noArg, flags: 4},
	"$fullskew":  {ref: 0, data: 1, limits: [2]int{2, 3}, notifier: 4, stamp: noArg, delayed: noArg, flags: 5},
	"$period":    {ref: 0, data: noArg, limits: [2]int{1, noArg}, notifier: 2, stamp: noArg, delayed: noArg, flags: noArg},
	"$width":     {ref: 0, data: noArg, limits: [2]int{1, 2}, notifier: 3, stamp: noArg, delayed: noArg, flags: noArg},
	"$nochange":  {ref: 0, data: 1, limits: [2]int{2, 3}, notifier: 4, stamp: noArg, delayed: noArg, flags: noArg},
}

// timingChecks elaborates the timing checks of a module instance.
func (e *elab) timingChecks(s *scope) {
	var list []*timingCheck
	for _, c := range s.spec.checks {
		if !e.opts.Specify {
			e.connectDelayed(s, c)
			continue
		}
		if t := e.timingCheck(s, c); t != nil {
			list = append(list, t)
		}
	}
	if len(list) == 0 {
		return
	}
	e.delayNets(s, list)
	for _, t := range list {
		h := &hidden{e, s, t.decl.Pos()}
		h.check(t)
	}
}

// arg is argument i of a check, nil when it is missing or empty.
func checkArg(c *ast.TimingCheck, i int) ast.Node {
	if i < 0 || i >= len(c.Args) {
		return nil
	}
	if x, ok := c.Args[i].(ast.Expr); ok && ast.IsEmpty(x) {
		return nil
	}
	return c.Args[i]
}

// timingCheck reads one check; nil after errors.
func (e *elab) timingCheck(s *scope, c *ast.TimingCheck) *timingCheck {
	before := e.diags.ErrorCount()
	f := checkForms[c.Name]
	t := &timingCheck{decl: c, name: c.Name}
	expr := func(i int) ast.Expr {
		switch a := checkArg(c, i).(type) {
		case nil:
		case ast.Expr:
			return a
		default:
			e.diags.Errorf("E2039", a.Pos(), "an event stands where %s takes an expression", c.Name)
		}
		return nil
	}
	t.ref = e.checkEvent(s, c, f.ref)
	if f.data != noArg {
		t.data = e.checkEvent(s, c, f.data)
	}
	switch c.Name {
	case "$period", "$width", "$nochange":
		if t.ref.t == 0 {
			e.diags.Errorf("E2039", c.Pos(), "the reference event of %s needs an edge (IEEE 1364-2005 15.3)", c.Name)
		}
		if c.Name == "$nochange" && t.ref.plain == ast.EdgeAny {
			e.diags.Errorf("E2039", c.Pos(), "the reference event of $nochange is a posedge or a negedge (IEEE 1364-2005 15.3.6)")
		}
	}
	for k, i := range f.limits {
		x := expr(i)
		switch {
		case x != nil:
			v, ok := e.delayTicks(s, x)
			if !ok {
				return nil
			}
			t.limits[k] = v
		case i == noArg || c.Name == "$width" && k == 1:
		default:
			e.diags.Errorf("E2039", c.Pos(), "%s has no limit", c.Name)
		}
	}
	e.annotateCheck(s, t)
	for k, i := range f.limits {
		if t.limits[k] >= 0 {
			continue
		}
		switch c.Name {
		case "$setuphold", "$recrem", "$nochange":
		default:
			e.diags.Warnf("W2017", checkArg(c, i).Pos(), "a negative limit of %s counts as 0 (IEEE 1364-2005 15.2)", c.Name)
			t.limits[k] = 0
		}
	}
	if x := expr(f.notifier); x != nil {
		lhs, w, isReal, ok := e.target(s, x, targetVar)
		if ok && (w != 1 || isReal) {
			e.diags.Errorf("E2039", x.Pos(), "a notifier is a reg of one bit (IEEE 1364-2005 15.5)")
		}
		if ok {
			t.notifier, t.old = lhs, e.selfExpr(s, x)
		}
	}
	if f.stamp != noArg {
		if x := expr(f.stamp); x != nil {
			t.stamp = e.enabled(s, x, true)
		}
		if x := expr(f.stamp + 1); x != nil {
			t.check = e.enabled(s, x, true)
		}
		t.delayed = [2]ast.Expr{expr(f.delayed), expr(f.delayed + 1)}
	}
	if f.flags != noArg {
		for k, to := range []*bool{&t.eventBased, &t.remainActive} {
			if x := expr(f.flags + k); x != nil {
				if v := e.constValue(s, x); v != nil {
					*to = constOf(v).truth() == logic.L1
				}
			}
		}
	}
	if e.diags.ErrorCount() > before {
		return nil
	}
	return t
}

// checkEvent reads argument i of a check as an event.
func (e *elab) checkEvent(s *scope, c *ast.TimingCheck, i int) checkEvent {
	var ev checkEvent
	var term ast.Expr
	switch a := checkArg(c, i).(type) {
	case nil:
		e.diags.Errorf("E2039", c.Pos(), "%s has no event where it needs one", c.Name)
		return ev
	case *ast.TimingEvent:
		term, ev.pos = a.Term, a.Pos()
		switch a.Edge {
		case ast.EdgePos:
			ev.edge, ev.t, ev.plain = "posedge ", rising, ast.EdgePos
		case ast.EdgeNeg:
			ev.edge, ev.t, ev.plain = "negedge ", falling, ast.EdgeNeg
		case ast.EdgeList:
			ev.edge, ev.t = edgeText(a.Edges), edgeSet(a.Edges)
		}
		if a.Cond != nil {
			ev.cond, ev.guard = e.enabled(s, a.Cond, true), " &&& "+sourceText(a.Cond)
			if isTrueConst(ev.cond) {
				ev.cond = nil
			}
		}
	case ast.Expr:
		term, ev.pos = a, a.Pos()
	}
	ev.name = sourceText(term)
	before := e.diags.ErrorCount()
	x := e.selfExpr(s, term)
	if e.diags.ErrorCount() > before {
		return ev
	}
	if x.Real || len(reads(x)) == 0 {
		e.diags.Errorf("E2039", term.Pos(), "an event of a timing check is a change of a port or net (IEEE 1364-2005 15.4)")
		return ev
	}
	if ev.t != 0 && x.Width > 1 {
		x = part(x, 0, 1, x.Pos)
	}
	ev.term = terminalBits{raw: x, used: x}
	return ev
}

// edgeSet is the set of transitions of an edge-control specifier (15.4); z counts as x.
func edgeSet(list [][2]byte) transitions {
	level := func(c byte) int {
		switch c {
		case '0':
			return 0
		case '1':
			return 1
		}
		return 2
	}
	var t transitions
	for _, d := range list {
		t |= 1 << (level(d[0])*3 + level(d[1]))
	}
	return t
}

func edgeText(list [][2]byte) string {
	out := "edge["
	for i, d := range list {
		if i > 0 {
			out += ","
		}
		out += string(d[:])
	}
	return out + "] "
}

// items is what to wait for; it may make a net.
func (h *hidden) items(ev *checkEvent) []design.EventItem {
	x := ev.term.used
	switch {
	case ev.t != 0 && ev.plain == ast.EdgeAny:
		return []design.EventItem{{Signal: h.toggle(x, ev.t)}}
	case ev.t != 0:
		edge := map[ast.Edge]design.Edge{ast.EdgePos: design.EdgePos, ast.EdgeNeg: design.EdgeNeg}[ev.plain]
		if x.Op == design.OpSignal {
			return []design.EventItem{{Edge: edge, Signal: x.Sig}}
		}
		return []design.EventItem{{Edge: edge, Signal: h.e.eventNet(h.s, x)}}
	case x.Op == design.OpSignal:
		return []design.EventItem{{Signal: x.Sig}}
	}
	return []design.EventItem{{Signal: h.e.eventNet(h.s, x)}}
}

// opposite is the event of the same signal in the other direction, without a condition.
func (ev *checkEvent) opposite() checkEvent {
	out := *ev
	out.t = ev.t.opposite()
	out.plain = map[ast.Edge]ast.Edge{ast.EdgePos: ast.EdgeNeg, ast.EdgeNeg: ast.EdgePos}[ev.plain]
	out.cond, out.guard, out.edge, out.name = nil, "", "", ""
	return out
}
