package elab

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// Pulse control (IEEE 1364-2005 14.6). Without it a pulse that is shorter than the delay vanishes, which a net's inertial delay
// does. Outputs with limits of their own, or that show cancelled pulses, have a process with a queue of what is to come out.

// pulseStyle says how pulses look that are neither rejected nor passed.
type pulseStyle struct {
	onDetect bool // x from the time the pulse is seen, not from that at which it would begin
	show     bool // pulses that end before they begin show as x
}

// pulseStyle is the style of an output.
func (e *elab) pulseStyle(s *scope, name string) pulseStyle {
	var out pulseStyle
	for _, d := range s.spec.styles {
		for _, x := range d.Paths {
			if terminalName(x) != name {
				continue
			}
			switch d.Kind {
			case ast.PulseOnEvent:
				out.onDetect = false
			case ast.PulseOnDetect:
				out.onDetect = true
			case ast.ShowCancelled:
				out.show = true
			case ast.NoShowCancelled:
				out.show = false
			}
		}
	}
	return out
}

// needed tells whether the paths to a bit ask for more than an inertial delay.
func (y pulseStyle) needed(list []pathEnd) bool {
	for i := range list {
		if list[i].pulse {
			return true
		}
	}
	return y.show
}

// pulseLimits sets the limits that PATHPULSE$ specparams give a path; those that name it go before those of the module.
func (e *elab) pulseLimits(s *scope, p *pathEnd, from, to string) {
	for _, named := range []bool{false, true} {
		for _, a := range s.spec.pulses {
			if (a.In != nil) != named || named && (terminalName(a.In) != from || terminalName(a.Out) != to) {
				continue
			}
			r, ok := e.delayTicks(s, a.Reject)
			if !ok {
				continue
			}
			x := r
			if a.Error != nil {
				if x, ok = e.delayTicks(s, a.Error); !ok {
					continue
				}
			}
			p.pulse = true
			p.reject, p.error = uint64(max(r, 0)), uint64(max(r, x, 0))
		}
	}
}

// pulseDepth is how many changes of one bit can be on their way; a pulse that finds no room is rejected.
const pulseDepth = 32

// pulsed makes the process of a bit with pulse control and gives the variable in which it comes out.
func (h *hidden) pulsed(list []pathEnd, bit *design.Expr, style pulseStyle) *design.Signal {
	const indexWidth = 5
	raw := h.val(h.follow(bit, true, "path end"))
	out, next, before := h.variable(1), h.variable(1), h.variable(1)
	times, values := h.words(pulseDepth, timeWidth), h.words(pulseDepth, 1)
	head, count := h.variable(indexWidth), h.variable(indexWidth)
	w, reject, limit := h.variable(timeWidth), h.variable(timeWidth), h.variable(timeWidth)
	arm, armed, left := h.variable(32), h.variable(timeWidth), h.variable(timeWidth)

	num := func(n uint64) *design.Expr { return h.num(indexWidth, n) }
	last := h.op(design.OpSub, h.op(design.OpAdd, h.val(head), h.val(count)), num(1))
	push := func(t, v *design.Expr) design.Stmt {
		end := h.op(design.OpAdd, h.val(head), h.val(count))
		return h.block(h.setWord(times, end, t), h.setWord(values, end, v), h.set(count, h.op(design.OpAdd, h.val(count), num(1))))
	}
	pop := h.set(count, h.op(design.OpSub, h.val(count), num(1)))
	empty := h.is(design.OpEq, h.val(count), num(0))
	first := h.word(times, h.val(head))
	deliver := &design.While{At: h.at(), Cond: h.both(op1(design.OpLogNot, 1, false, h.pos, empty), h.is(design.OpLe, first, h.stamp())),
		Body: h.block(h.set(out, h.word(values, h.val(head))), h.set(head, h.op(design.OpAdd, h.val(head), num(1))), pop)}

	// What the pending change at the end of the queue becomes when the change back comes w.
	x := h.bit(logic.LX)
	start := h.word(times, last)
	begin := h.setWord(values, last, x)
	if style.onDetect {
		begin = h.block(h.setWord(times, last, h.stamp()), begin)
	}
	unknown := h.block(begin, push(h.val(w), raw))
	drop := h.block(h.set(before, h.choose(h.is(design.OpEq, h.val(count), num(1)), h.val(out), h.word(values, h.op(design.OpSub, last, num(1))))), pop,
		h.when(h.is(design.OpCaseNe, h.val(before), raw), push(h.val(w), raw)))
	width := h.op(design.OpSub, h.val(w), start)
	pulse := h.either(h.is(design.OpGe, width, h.val(limit)), push(h.val(w), raw),
		h.either(h.is(design.OpGe, width, h.val(reject)), unknown, drop))
	cancelled := drop
	if style.show {
		// It would end before it begins: x in between.
		swap := h.variable(timeWidth)
		seen := h.setWord(times, last, h.val(w))
		if style.onDetect {
			seen = h.setWord(times, last, h.stamp())
		}
		cancelled = h.either(h.is(design.OpEq, h.val(w), start), drop,
			h.block(h.set(swap, start), seen, h.setWord(values, last, x), push(h.val(swap), raw)))
	}
	arrive := h.block(
		h.pathDelay(list, h.val(next), raw, w, reject, limit),
		h.when(h.is(design.OpLt, h.val(w), h.stamp()), h.set(w, h.stamp())),
		h.either(empty, push(h.val(w), raw),
			h.either(h.is(design.OpLe, h.val(w), start), cancelled,
				h.either(h.is(design.OpGe, h.val(count), num(pulseDepth-2)), drop, pulse))),
		h.set(next, raw))
	rearm := h.when(h.both(op1(design.OpLogNot, 1, false, h.pos, empty), h.is(design.OpNe, first, h.val(armed))),
		h.set(armed, first), h.set(left, h.op(design.OpSub, first, h.stamp())), h.set(arm, h.op(design.OpAdd, h.val(arm), h.num(32, 1))))
	tick := h.timer(arm, h.val(left))
	h.initially(h.set(out, x), h.set(next, x), h.set(head, num(0)), h.set(count, num(0)), h.set(arm, h.num(32, 0)), h.set(armed, h.time(0)),
		h.set(reject, h.time(0)), h.set(limit, h.time(0)))
	h.always(deliver, h.when(h.is(design.OpCaseNe, raw, h.val(next)), arrive), deliver, rearm,
		h.wait(design.EventItem{Signal: raw.Sig}, design.EventItem{Signal: tick}))
	return out
}
