package refsim

import (
	"container/heap"
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"

	"github.com/gpga/gpga/frontend/source"
)

// queue is a list of actions that grows at the back and, for pushed threads, at the front.
type queue struct {
	pushed []func() // a stack: the last pushed runs first
	back   []func()
	head   int // back[:head] has run
}

func (q *queue) empty() bool { return len(q.pushed) == 0 && q.head == len(q.back) }

func (q *queue) add(f func()) { q.back = append(q.back, f) }

func (q *queue) push(f func()) { q.pushed = append(q.pushed, f) }

func (q *queue) pop() func() {
	if n := len(q.pushed); n > 0 {
		f := q.pushed[n-1]
		q.pushed[n-1] = nil
		q.pushed = q.pushed[:n-1]
		return f
	}
	f := q.back[q.head]
	q.back[q.head] = nil
	q.head++
	if q.head == len(q.back) {
		q.back, q.head = q.back[:0], 0
	}
	return f
}

// popAny takes an entry that the standard allows to be next (IEEE 1364-2005 11.4.1): any but that what was pushed goes on, and that
// the first fixed entries, nonblocking assignments, keep their order. It tells whether the entry was one of those.
func (q *queue) popAny(r *rand.Rand, fixed int) (func(), bool) {
	n := len(q.back) - q.head
	if len(q.pushed) > 0 || n == 0 || fixed > 0 && (n == fixed || r.IntN(2) == 0) {
		assignment := len(q.pushed) == 0 && fixed > 0
		return q.pop(), assignment
	}
	k := q.head + fixed + r.IntN(n-fixed)
	f := q.back[k]
	q.back = append(q.back[:k], q.back[k+1:]...)
	if q.head == len(q.back) {
		q.back, q.head = q.back[:0], 0
	}
	return f, false
}

// step is one time step and its regions.
type step struct {
	time      uint64
	active    queue
	inactive  queue
	nba       queue
	postponed queue
}

// timeline is the heap of future steps.
type timeline []*step

func (h timeline) Len() int           { return len(h) }
func (h timeline) Less(i, j int) bool { return h[i].time < h[j].time }
func (h timeline) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push implements heap.Interface.
func (h *timeline) Push(x any) { *h = append(*h, x.(*step)) }

// Pop implements heap.Interface.
func (h *timeline) Pop() any {
	old := *h
	s := old[len(old)-1]
	*h = old[:len(old)-1]
	return s
}

// after gives the step that lies delay ticks ahead. A sum beyond 64 bits is past any simulation's end: it is pinned there.
func (s *sim) after(delay uint64) *step {
	if delay == 0 {
		return s.cur
	}
	t := s.cur.time + delay
	if t < delay {
		t = ^uint64(0)
	}
	if st := s.steps[t]; st != nil {
		return st
	}
	st := &step{time: t}
	s.steps[t] = st
	heap.Push(&s.future, st)
	return st
}

// now is the time in ticks.
func (s *sim) now() uint64 { return s.cur.time }

// loop runs the simulation until $finish, $stop, an error, the end of events or a limit.
func (s *sim) loop() {
	for s.err == nil && !s.stopped {
		c := s.cur
		if c.active.empty() {
			if !c.inactive.empty() {
				c.active, c.inactive = c.inactive, queue{}
			} else if !c.nba.empty() {
				c.active, c.nba = c.nba, queue{}
				s.applying = len(c.active.back) - c.active.head
			} else {
				s.region = regionPostponed
				for !c.postponed.empty() && s.err == nil {
					c.postponed.pop()()
				}
				s.region = regionActive
				if !s.nextStep() {
					return
				}
				continue
			}
		}
		s.entries++
		if s.entries&0x3ff == 0 && s.ctx.Err() != nil {
			s.fail(source.NoPos, "interrupted")
			return
		}
		if s.entries-s.stepStart > s.opts.MaxEvents {
			s.spinning()
			return
		}
		if s.order == nil {
			c.active.pop()()
		} else {
			f, assignment := c.active.popAny(s.order, s.applying)
			if assignment {
				s.applying--
			}
			f()
		}
		s.reap()
	}
}

// nextStep advances time. It tells whether there is something left to do.
func (s *sim) nextStep() bool {
	if s.finished || len(s.future) == 0 {
		return false
	}
	if t := s.future[0].time; s.opts.MaxTime != 0 && t > s.opts.MaxTime {
		s.timeUp = true
		return false
	}
	s.cur = heap.Pop(&s.future).(*step)
	delete(s.steps, s.cur.time)
	s.stepStart = s.entries
	s.spin = nil
	return true
}

// spinning reports a zero-delay loop and names the processes that keep it going: all that ran among the last entries.
func (s *sim) spinning() {
	var names []string
	for name := range s.spin {
		names = append(names, name)
	}
	sort.Strings(names)
	if len(names) > 8 {
		names = append(names[:8], "...")
	}
	msg := fmt.Sprintf("time does not advance beyond %d: %d events in one time step", s.now(), s.opts.MaxEvents)
	if len(names) > 0 {
		msg += "; still running: " + strings.Join(names, ", ")
	}
	s.fail(s.lastPos, msg)
}

// spinWindow is how many entries before the limit the names of running processes are collected.
const spinWindow = 2000

// noteSpin remembers what ran when a step comes close to its limit.
func (s *sim) noteSpin(what string, pos source.Pos) {
	if s.entries-s.stepStart+spinWindow < s.opts.MaxEvents {
		return
	}
	if s.spin == nil {
		s.spin = map[string]bool{}
	}
	p := s.d.Files.Position(pos)
	s.spin[fmt.Sprintf("%s at %s:%d", what, p.Filename, p.Line)] = true
	s.lastPos = pos
}

// fail ends the simulation with an error at pos. The first error stays.
func (s *sim) fail(pos source.Pos, msg string) {
	if s.err == nil {
		s.err = &Error{Pos: s.d.Files.Position(pos), Message: msg}
	}
}
