package refsim

import (
	"math"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

// sigState is a signal's storage. Reals are held as the 64 bits of their value.
type sigState struct {
	vals     []logic.Vec // what readers see, one per word
	driven   []logic.Vec // nets that are ever forced: what the drivers give
	watches  []*watch
	stronger []*watch      // of those, what a change of strength alone marks, too
	dynamic  []*contAssign // active procedural continuous assignments that read the signal
	assigned logic.Vec     // mask of bits under a procedural assign (variables)
	forced   logic.Vec     // mask of bits under a force; no bits when there never was one
	strength []span        // strong nets: the resolved strength of each bit
	drivers  []*driver     // resolved nets
}

// watch is a $monitor argument or a dumped variable: mark runs when the watched bits change.
type watch struct {
	word       int // -1 for all
	off, width int // width 0 for all bits
	mark       func()
}

// eventState is an Event's waiters, oldest first, and what its items saw last.
type eventState struct {
	waiters []*thread
	pending []*eventWrite
	prev    []logic.Vec
}

// eventWrite is a nonblocking assignment with an event control: write runs at the count-th trigger.
type eventWrite struct {
	count uint64
	write func()
}

// ref is a place to write: bits [off +: width] of a word. It writes nothing unless ok.
type ref struct {
	sig   *design.Signal
	frame *frame
	word  int
	off   int
	width int
	ok    bool
}

// initial gives the first value of sig's words.
func initial(sig *design.Signal) []logic.Vec {
	n := max(sig.Words, 1)
	vals := make([]logic.Vec, n)
	var v logic.Vec
	switch {
	case sig.Real:
		v = logic.New(64)
	case sig.Net == design.NetVar:
		v = logic.Filled(sig.Width, logic.LX)
	default:
		v = logic.Filled(sig.Width, logic.LZ)
	}
	for i := range vals {
		vals[i] = v
	}
	return vals
}

// words gives the storage of sig as t sees it.
func (t *thread) words(sig *design.Signal) []logic.Vec {
	if sig.Frame != nil && t.frame != nil {
		if v, ok := t.frame.vals[sig.ID]; ok {
			return v
		}
	}
	return t.s.sigs[sig.ID].vals
}

// target finds the place that an lvalue names now.
func (t *thread) target(l *design.LValue) ref {
	r := ref{sig: l.Sig, off: l.Off, width: l.Width, ok: true}
	if l.Sig.Frame != nil {
		r.frame = t.frame
	}
	if l.Word != nil {
		w, known := t.index(l.Word)
		if !known || w < 0 || w >= int64(max(l.Sig.Words, 1)) {
			r.ok = false
		}
		r.word = int(w)
	}
	if l.OffExpr != nil {
		o, known := t.index(l.OffExpr)
		if !known || o >= int64(l.Sig.Width) || o+int64(l.Width) <= 0 {
			r.ok = false
		}
		r.off = int(o)
	}
	return r
}

// index reads e as an index: signed or unsigned as e is, saturated far outside any storage.
func (t *thread) index(e *design.Expr) (int64, bool) {
	v := t.eval(e)
	if !v.IsKnown() {
		return 0, false
	}
	const far = 1 << 40
	if e.Signed {
		if v.Width > 64 {
			b := logic.ToBig(v, true)
			if !b.IsInt64() {
				return far, true
			}
			return min(max(b.Int64(), -far), far), true
		}
		i, _ := v.Int64()
		return min(max(i, -far), far), true
	}
	if v.Width > 64 {
		b := logic.ToBig(v, false)
		if !b.IsInt64() {
			return far, true
		}
	}
	u, _ := v.Uint64()
	return int64(min(u, far)), true
}

// split cuts val, the value of a whole assignment, into what each target gets, least significant target first.
func (t *thread) split(lhs []design.LValue, val logic.Vec, f func(ref, logic.Vec)) {
	off := 0
	for i := len(lhs) - 1; i >= 0; i-- {
		l := &lhs[i]
		w := l.Width
		r := t.target(l)
		v := val
		if len(lhs) > 1 || val.Width != w {
			v = logic.Slice(val, off, w)
		}
		f(r, v)
		off += w
	}
}

// assign writes val to the targets.
func (t *thread) assign(lhs []design.LValue, val logic.Vec) {
	t.split(lhs, val, func(r ref, v logic.Vec) {
		if !t.dead {
			t.s.write(r, v)
		}
	})
}

// write is a procedural write to a variable. Bits under a force or a procedural assign stay as they are.
func (s *sim) write(r ref, v logic.Vec) {
	if !r.ok {
		return
	}
	if r.frame != nil {
		if vals, ok := r.frame.vals[r.sig.ID]; ok {
			old := vals[r.word]
			nv := logic.SetSlice(old, r.off, v)
			if !logic.CaseEq(old, nv) {
				vals[r.word] = nv
				s.publishFrame(r, nv)
			}
			return
		}
	}
	st := &s.sigs[r.sig.ID]
	old := st.vals[r.word]
	nv := logic.SetSlice(old, r.off, v)
	if st.forced.Width > 0 {
		nv = keep(nv, old, st.forced)
	}
	if st.assigned.Width > 0 {
		nv = keep(nv, old, st.assigned)
	}
	s.set(r.sig, r.word, nv)
}

// keep gives v with the bits that mask names taken from old.
func keep(v, old, mask logic.Vec) logic.Vec {
	r := v.Clone()
	for i := range r.Val {
		m := mask.Val[i]
		r.Val[i] = r.Val[i]&^m | old.Val[i]&m
		r.XZ[i] = r.XZ[i]&^m | old.XZ[i]&m
	}
	return r
}

// set makes nv the visible value of a word and, when that changes it, visits the readers.
func (s *sim) set(sig *design.Signal, word int, nv logic.Vec) {
	st := &s.sigs[sig.ID]
	old := st.vals[word]
	if logic.CaseEq(old, nv) {
		return
	}
	st.vals[word] = nv
	s.publish(sig, word, old, nv)
}

// maxNest is how deep immediate assignments may trigger each other: beyond it they feed themselves.
const maxNest = 20000

// publish tells everybody who reads sig that one of its words has changed: waves and monitors first, then the fan-out.
func (s *sim) publish(sig *design.Signal, word int, old, nv logic.Vec) {
	if s.err != nil {
		return
	}
	s.nest++
	defer func() { s.nest-- }()
	if s.nest > maxNest {
		s.fail(sig.Pos, "a loop of continuous assignments through "+sig.Name+" does not settle")
		return
	}
	st := &s.sigs[sig.ID]
	for _, w := range st.watches {
		if w.word >= 0 && w.word != word {
			continue
		}
		if w.width > 0 && logic.CaseEq(logic.Slice(old, w.off, w.width), logic.Slice(nv, w.off, w.width)) {
			continue
		}
		w.mark()
	}
	for _, c := range st.dynamic {
		s.runContinuous(c)
	}
	for _, k := range s.fanout.Signals[sig.ID] {
		if k.Assign != nil {
			s.touch(k.Assign, sig)
		} else {
			s.item(k.Event, k.Item, sig, word)
		}
	}
}

// publishFrame wakes those who wait, in the same activation, for a variable of an automatic subroutine.
func (s *sim) publishFrame(r ref, nv logic.Vec) {
	for _, k := range s.fanout.Signals[r.sig.ID] {
		if k.Event == nil {
			continue
		}
		es := &s.events[k.Event.ID]
		var wake, rest []*thread
		for _, t := range es.waiters {
			if t.frame == r.frame {
				wake = append(wake, t)
			} else {
				rest = append(rest, t)
			}
		}
		if len(wake) > 0 {
			es.waiters = rest
			s.wake(wake)
		}
	}
}

// edges is the table of IEEE 1364-2005 9.7.2: bit from*4+to, with the bit codes of package logic.
func edgeOf(from, to logic.Bit) (pos, neg bool) {
	if from == to {
		return false, false
	}
	switch {
	case from == logic.L0 || to == logic.L1:
		return true, false
	case from == logic.L1 || to == logic.L0:
		return false, true
	}
	return false, false // between x and z
}

// item looks at one alternative of an event whose signal has changed.
func (s *sim) item(ev *design.Event, i int, sig *design.Signal, word int) {
	es := &s.events[ev.ID]
	it := &ev.Items[i]
	hit := true
	if it.Edge != design.EdgeAny || sig.Words == 0 {
		cur := s.sigs[sig.ID].vals[word]
		prev := es.prev[i]
		es.prev[i] = cur
		switch it.Edge {
		case design.EdgePos:
			hit, _ = edgeOf(prev.Bit(0), cur.Bit(0))
		case design.EdgeNeg:
			_, hit = edgeOf(prev.Bit(0), cur.Bit(0))
		default:
			hit = !logic.CaseEq(prev, cur)
		}
	}
	if hit {
		s.fire(ev)
	}
}

// trigger is -> of a named event.
func (s *sim) trigger(ne *design.NamedEvent) {
	for _, w := range s.named[ne.ID] {
		w.mark()
	}
	for _, k := range s.fanout.Named[ne.ID] {
		s.fire(k.Event)
	}
}

// fire runs the nonblocking assignments that wait for ev and wakes its waiters.
func (s *sim) fire(ev *design.Event) {
	es := &s.events[ev.ID]
	if len(es.pending) > 0 {
		list := es.pending
		es.pending = nil
		var rest []*eventWrite
		for _, p := range list {
			p.count--
			if p.count == 0 {
				p.write()
			} else {
				rest = append(rest, p)
			}
		}
		es.pending = append(rest, es.pending...)
	}
	if len(es.waiters) > 0 {
		list := es.waiters
		es.waiters = nil
		s.wake(list)
	}
}

// wake appends one entry that runs the threads of list, which is oldest first, the last to wait first.
func (s *sim) wake(list []*thread) {
	s.cur.active.add(func() {
		for i := len(list) - 1; i >= 0; i-- {
			list[i].resume()
		}
	})
}

// realBits and bitsReal convert between a real and its storage.
func realBits(f float64) logic.Vec { return logic.FromUint64(64, math.Float64bits(f)) }

func bitsReal(v logic.Vec) float64 {
	u, _ := v.Uint64()
	return math.Float64frombits(u)
}
