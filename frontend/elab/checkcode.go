package elab

import (
	"fmt"
	"strings"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// What the processes of timing checks do. Times are kept plus one, so that 0 is never; a variable that is still x makes every
// comparison false, and so no variable but counters needs a first value.

// check makes the processes of one check.
func (h *hidden) check(t *timingCheck) {
	switch t.name {
	case "$setup", "$removal":
		h.window(t, t.limits[0], 0)
	case "$hold", "$recovery":
		h.window(t, 0, t.limits[0])
	case "$setuphold":
		h.window(t, t.limits[0], t.limits[1])
	case "$recrem":
		h.window(t, t.limits[1], t.limits[0])
	case "$skew":
		h.skew(t)
	case "$timeskew":
		h.timeskew(t)
	case "$fullskew":
		h.fullskew(t)
	case "$period":
		h.period(t)
	case "$width":
		h.width(t)
	case "$nochange":
		h.nochange(t)
	}
}

// since is how long ago a noted time is.
func (h *hidden) since(at *design.Signal) *design.Expr {
	return h.op(design.OpSub, h.stamp(), h.val(at))
}

// noted tells whether a time has been noted.
func (h *hidden) noted(at *design.Signal) *design.Expr {
	return h.is(design.OpNe, h.val(at), h.time(0))
}

// window is what $setup, $hold and their kin have in common (15.2): the data event may not come less than setup ticks in front of the
// reference event, nor less than hold ticks behind it; at the same time only where hold is more than 0.
func (h *hidden) window(t *timingCheck, setup, hold int64) {
	ref, data, earlier := h.variable(timeWidth), h.variable(timeWidth), h.variable(timeWidth)
	setup, hold = max(setup, 0), max(hold, 0)
	// A data event at this very time hides one before it.
	last := h.variable(timeWidth)
	inRef := []design.Stmt{}
	if setup > 0 {
		inRef = append(inRef, h.set(last, h.choose(h.is(design.OpEq, h.val(data), h.stamp()), h.val(earlier), h.val(data))),
			h.when(h.both(h.noted(last), h.is(design.OpLt, h.since(last), h.time(uint64(setup))), t.check), h.violation(t, &t.data, last, &t.ref, nil)))
	}
	if hold > 0 {
		inRef = append(inRef, h.when(h.both(h.is(design.OpEq, h.val(data), h.stamp()), t.check), h.violation(t, &t.ref, nil, &t.data, nil)))
	}
	inRef = append(inRef, h.when(t.stamp, h.set(ref, h.stamp())))
	inData := []design.Stmt{}
	if hold > 0 {
		inData = append(inData, h.when(h.both(h.noted(ref), h.is(design.OpLt, h.since(ref), h.time(uint64(hold))), t.check), h.violation(t, &t.ref, ref, &t.data, nil)))
	}
	inData = append(inData, h.when(h.both(h.is(design.OpCaseNe, h.val(data), h.stamp()), t.stamp), h.set(earlier, h.val(data)), h.set(data, h.stamp())))
	h.on(h.items(&t.ref), h.when(t.ref.cond, inRef...))
	h.on(h.items(&t.data), h.when(t.data.cond, inData...))
}

// skew is $skew (15.3.1): each data event later than the limit behind the last reference event.
func (h *hidden) skew(t *timingCheck) {
	ref := h.variable(timeWidth)
	h.on(h.items(&t.ref), h.when(t.ref.cond, h.set(ref, h.stamp())))
	h.on(h.items(&t.data), h.when(h.both(t.data.cond, h.noted(ref), h.is(design.OpGt, h.since(ref), h.time(uint64(t.limits[0])))),
		h.violation(t, &t.ref, ref, &t.data, nil)))
}

// alarm makes what reports, once, that the limit has passed since the time in at, unless at is 0 by then. It gives the code that starts
// it anew. What happens at the limit itself is still in time, so the alarm looks when all else of that time is done.
func (h *hidden) alarm(at *design.Signal, limit int64, report design.Stmt) design.Stmt {
	arm, late := h.variable(32), h.variable(1)
	tick := h.timer(arm, h.time(uint64(max(limit, 0))))
	h.initially(h.set(arm, h.num(32, 0)), h.set(late, h.bit(logic.L0)))
	h.always(h.wait(design.EventItem{Signal: tick}),
		&design.AssignStmt{At: h.at(), NonBlocking: true, LHS: h.whole(late), RHS: op1(design.OpNot, 1, false, h.pos, h.val(late))},
		h.wait(design.EventItem{Signal: late}),
		&design.Delay{At: h.at(), Ticks: h.time(0), Body: &design.Null{At: h.at()}},
		h.when(h.both(h.noted(at), h.is(design.OpGe, h.since(at), h.time(uint64(max(limit, 0))))), report, h.set(at, h.time(0))))
	return h.set(arm, h.op(design.OpAdd, h.val(arm), h.num(32, 1)))
}

// timeskew is $timeskew (15.3.2). By default it reports when the limit has passed; event-based, when the data event comes. It then
// sleeps until the next reference event, unless it remains active; a reference event whose condition is false puts it to sleep as
// well.
func (h *hidden) timeskew(t *timingCheck) {
	ref := h.variable(timeWidth)
	sleep := h.set(ref, h.time(0))
	start := []design.Stmt{h.set(ref, h.stamp())}
	var onData design.Stmt
	if t.eventBased {
		report := []design.Stmt{h.violation(t, &t.ref, ref, &t.data, nil)}
		if !t.remainActive {
			report = append(report, sleep)
		}
		onData = h.when(h.both(t.data.cond, h.noted(ref), h.is(design.OpGt, h.since(ref), h.time(uint64(t.limits[0])))), report...)
	} else {
		start = append(start, h.alarm(ref, t.limits[0], h.violation(t, &t.ref, ref, &t.data, nil)))
		onData = h.when(t.data.cond, sleep)
	}
	var off design.Stmt
	if !t.remainActive {
		off = sleep
	}
	h.on(h.items(&t.ref), h.either(t.ref.cond, h.block(start...), off))
	h.on(h.items(&t.data), onData)
}

// fullskew is $fullskew (15.3.3): $timeskew both ways.
func (h *hidden) fullskew(t *timingCheck) {
	ref, data := h.variable(timeWidth), h.variable(timeWidth)
	side := func(ev, other *checkEvent, at, otherAt *design.Signal, limit, otherLimit int64) {
		sleep := h.set(otherAt, h.time(0))
		start := []design.Stmt{h.set(at, h.stamp())}
		first := h.noted(otherAt)
		var answer design.Stmt
		if t.eventBased {
			// An event that is late is also the first of the next pair.
			report := []design.Stmt{h.violation(t, other, otherAt, ev, nil)}
			if !t.remainActive {
				report = append(report, sleep)
			}
			report = append(report, h.block(start...))
			answer = h.either(h.is(design.OpGt, h.since(otherAt), h.time(uint64(otherLimit))), h.block(report...), sleep)
		} else {
			start = append(start, h.alarm(at, limit, h.violation(t, ev, at, other, nil)))
			answer = sleep
		}
		on := h.either(first, answer, h.block(start...))
		var off design.Stmt
		if !t.remainActive {
			off = h.set(at, h.time(0))
		}
		h.on(h.items(ev), h.either(ev.cond, on, off))
	}
	side(&t.ref, &t.data, ref, data, t.limits[0], t.limits[1])
	side(&t.data, &t.ref, data, ref, t.limits[1], t.limits[0])
}

// period is $period (15.3.5): equal edges too close to each other.
func (h *hidden) period(t *timingCheck) {
	ref := h.variable(timeWidth)
	again := t.ref
	again.edge, again.name, again.guard = "", "", ""
	h.on(h.items(&t.ref), h.when(t.ref.cond,
		h.when(h.both(h.noted(ref), h.is(design.OpLt, h.since(ref), h.time(uint64(t.limits[0])))), h.violation(t, &t.ref, ref, &again, nil)),
		h.set(ref, h.stamp())))
}

// width is $width (15.3.4): pulses shorter than the limit and longer than the threshold.
func (h *hidden) width(t *timingCheck) {
	ref := h.variable(timeWidth)
	end := t.ref.opposite()
	h.on(h.items(&t.ref), h.either(t.ref.cond, h.set(ref, h.stamp()), h.set(ref, h.time(0))))
	h.on(h.items(&end), h.when(h.both(h.noted(ref), h.is(design.OpLt, h.since(ref), h.time(uint64(t.limits[0]))),
		h.is(design.OpGt, h.since(ref), h.time(uint64(max(t.limits[1], 0))))), h.violation(t, &t.ref, ref, &end, nil)))
}

// nochange is $nochange (15.3.6): a data event from the start offset in front of the leading edge of the reference signal to the
// end offset behind its trailing edge. The offsets may be negative.
func (h *hidden) nochange(t *timingCheck) {
	lead, trail, data := h.variable(timeWidth), h.variable(timeWidth), h.variable(timeWidth)
	open := h.variable(1)
	end := t.ref.opposite()
	start, stop := t.limits[0], t.limits[1]
	// Stamps of events, moved by an offset, are compared as signed numbers would be: both sides get what keeps them positive.
	shift := func(x *design.Expr, by int64) *design.Expr {
		if by > 0 {
			return h.op(design.OpAdd, x, h.time(uint64(by)))
		}
		return x
	}
	after := func(x *design.Expr, y *design.Expr, offset int64) *design.Expr { // x > y + offset
		return h.is(design.OpGt, shift(x, -offset), shift(y, offset))
	}
	before := func(x *design.Expr, y *design.Expr, offset int64) *design.Expr { // x < y + offset
		return h.is(design.OpLt, shift(x, -offset), shift(y, offset))
	}
	isOpen := h.is(design.OpCaseEq, h.val(open), h.bit(logic.L1))
	onLead := []design.Stmt{h.set(lead, h.stamp()), h.set(trail, h.time(0)), h.set(open, h.bit(logic.L1))}
	if start > 0 {
		onLead = append(onLead, h.when(h.both(h.noted(data), after(h.val(data), h.stamp(), -start), h.is(design.OpLt, h.val(data), h.stamp())),
			h.violation(t, &t.data, data, &t.ref, nil)))
	}
	h.on(h.items(&t.ref), h.when(t.ref.cond, onLead...))
	onTrail := []design.Stmt{}
	if stop < 0 {
		onTrail = append(onTrail, h.when(h.both(isOpen, h.noted(data), after(h.val(data), h.val(lead), -start), before(h.val(data), h.stamp(), stop)),
			h.violation(t, &t.ref, lead, &t.data, data)))
	}
	onTrail = append(onTrail, h.when(isOpen, h.set(trail, h.stamp())), h.set(open, h.bit(logic.L0)))
	h.on(h.items(&end), onTrail...)
	onData := []design.Stmt{}
	inside := isOpen
	if stop >= 0 {
		behind := h.both(h.noted(trail), before(h.stamp(), h.val(trail), stop))
		if stop > 0 {
			inside = op2(design.OpLogOr, 1, false, h.pos, isOpen, behind)
		}
		onData = append(onData, h.when(h.both(inside, after(h.stamp(), h.val(lead), -start)), h.violation(t, &t.ref, lead, &t.data, nil)),
			h.set(data, h.stamp()))
	} else {
		// Whether an event is inside is known at the trailing edge: the first one behind the start decides.
		known := h.both(isOpen, h.noted(data), after(h.val(data), h.val(lead), -start))
		onData = append(onData, h.either(known, &design.Null{At: h.at()}, h.set(data, h.stamp())))
	}
	h.on(h.items(&t.data), h.when(t.data.cond, onData...))
}

// violation reports that second came at the wrong time after first, and toggles the notifier (15.5). at and at2 are the variables with
// their times; nil for now.
func (h *hidden) violation(t *timingCheck, first *checkEvent, at *design.Signal, second *checkEvent, at2 *design.Signal) design.Stmt {
	when := func(ev *checkEvent, sig *design.Signal) *design.Expr {
		switch {
		case sig != nil:
			return h.op(design.OpSub, h.val(sig), h.time(uint64(1+ev.late)))
		case ev.late > 0:
			return h.op(design.OpSub, h.now(), h.time(uint64(ev.late)))
		}
		return h.now()
	}
	var limits []string
	for k, i := range checkForms[t.name].limits {
		if i != noArg && (k == 0 || t.name != "$width" || t.shown[k] != 0) {
			limits = append(limits, fmt.Sprint(t.shown[k]))
		}
	}
	p := h.e.set.Position(t.decl.Pos())
	escape := func(s string) string { return strings.ReplaceAll(s, "%", "%%") }
	text := fmt.Sprintf("%s:%d: Timing violation in %s %s( %s%s%s:%%0d, %s%s%s:%%0d, %s )", escape(p.Filename), p.Line, escape(h.s.d.Path), t.name,
		first.edge, escape(first.name), escape(first.guard), second.edge, escape(second.name), escape(second.guard), strings.Join(limits, ", "))
	arg := func(x *design.Expr) design.SysArg { return design.SysArg{Kind: design.ArgExpr, Value: x, Pos: h.pos} }
	print := &design.SysTask{At: h.at(), Name: "$display", Scope: h.s.d, Args: []design.SysArg{arg(konstText(text, h.pos)), arg(when(first, at)), arg(when(second, at2))}}
	if t.notifier == nil {
		return print
	}
	// An unknown notifier becomes 1, one that floats stays. It changes behind everything that the events themselves do.
	is := func(b logic.Bit) *design.Expr { return h.is(design.OpCaseEq, t.old, h.bit(b)) }
	next := h.choose(is(logic.L0), h.bit(logic.L1), h.choose(is(logic.L1), h.bit(logic.L0), h.choose(is(logic.LZ), h.bit(logic.LZ), h.bit(logic.L1))))
	return h.block(print, &design.AssignStmt{At: h.at(), NonBlocking: true, LHS: t.notifier, RHS: next})
}
