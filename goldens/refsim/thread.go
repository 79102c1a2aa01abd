package refsim

import (
	"iter"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// thread is a process, a branch of a fork, the body of a task call or of a named block: whatever Icarus Verilog runs as
// a thread of its own. A thread that calls a task waits for the child that runs it.
type thread struct {
	s        *sim
	name     string // for messages: "always", "task t.f"
	pos      source.Pos
	scope    *design.Scope // the scope that a disable must name to end it
	parent   *thread
	children []*thread // forked and not joined
	joining  bool      // waits for a child to end
	ended    bool      // by itself or by disable
	dead     bool      // must run nothing more: disabled, or the simulation ends
	gone     bool      // out of the books of its scope
	frame    *frame    // of the innermost automatic subroutine
	inline   []*inlineScope
	depth    int // of tasks and functions, to stop runaway recursion

	body    func(*thread)
	next    func() (struct{}, bool)
	stop    func()
	yieldFn func(struct{}) bool
}

// frame holds the variables of one activation of an automatic task or function.
type frame struct {
	sub  *design.Subroutine
	vals map[int][]logic.Vec // by Signal.ID
}

// inlineScope is a named block, or the body, of a function that is being evaluated: functions run to completion inside
// the evaluation of an expression, so that disable inside them unwinds instead of ending a thread.
type inlineScope struct {
	scope *design.Scope
	left  bool
}

// newThread makes a thread that runs body; it does not schedule it.
func (s *sim) newThread(parent *thread, scope *design.Scope, name string, pos source.Pos, body func(*thread)) *thread {
	t := &thread{s: s, name: name, pos: pos, scope: scope, parent: parent, body: body}
	if parent != nil {
		t.frame, t.depth = parent.frame, parent.depth
		parent.children = append(parent.children, t)
	}
	s.live++
	if s.live > s.opts.MaxThreads {
		s.fail(pos, "too many threads at once: runaway recursion or fork")
	}
	if scope != nil {
		s.inScope[scope.ID] = append(s.inScope[scope.ID], t)
	}
	return t
}

// resume runs t until it waits again or ends.
func (t *thread) resume() {
	if t.dead || t.s.err != nil {
		return
	}
	if t.s.entries-t.s.stepStart+spinWindow >= t.s.opts.MaxEvents {
		t.s.noteSpin(t.name, t.pos)
	}
	if t.next == nil {
		t.next, t.stop = iter.Pull(func(yield func(struct{}) bool) {
			t.yieldFn = yield
			t.body(t)
			if !t.dead {
				t.end()
			}
		})
	}
	t.next()
}

// wait gives control back to the scheduler until somebody resumes t. It is false when t must unwind and do nothing more.
func (t *thread) wait() bool {
	if t.dead || t.yieldFn == nil {
		return false
	}
	return t.yieldFn(struct{}{}) && !t.dead
}

// end is the end of t's body: a parent that waits for a child is pushed to the front of the active queue.
func (t *thread) end() {
	t.ended = true
	t.s.leave(t)
	if p := t.parent; p != nil && p.joining {
		p.joining = false
		p.forget(t)
		t.s.cur.active.push(p.resume)
	}
}

// leave takes t out of the books of its scope.
func (s *sim) leave(t *thread) {
	t.gone = true
	s.live--
	s.ended = append(s.ended, t)
	if t.scope == nil {
		return
	}
	in := s.inScope[t.scope.ID]
	for i, x := range in {
		if x == t {
			s.inScope[t.scope.ID] = append(in[:i:i], in[i+1:]...)
			break
		}
	}
}

func (t *thread) forget(child *thread) {
	for i, x := range t.children {
		if x == child {
			t.children = append(t.children[:i:i], t.children[i+1:]...)
			return
		}
	}
}

// reap frees the coroutines of threads that have ended.
func (s *sim) reap() {
	for len(s.ended) > 0 {
		list := s.ended
		s.ended = nil
		for _, t := range list {
			if t.stop != nil {
				t.dead = true
				t.stop()
			}
		}
	}
}

// join waits until one child has ended.
func (t *thread) join() bool {
	for _, c := range t.children {
		if c.ended {
			t.forget(c)
			return true
		}
	}
	t.joining = true
	return t.wait()
}

// call runs body as a child thread in front of everything else, and waits for its end: a named block or a task.
func (t *thread) call(scope *design.Scope, name string, pos source.Pos, prepare func(*thread), body func(*thread)) bool {
	child := t.s.newThread(t, scope, name, pos, body)
	if prepare != nil {
		prepare(child)
	}
	t.s.cur.active.push(child.resume)
	return t.join()
}

// kill ends t and everything it has started (IEEE 1364-2005 10.5). A parent that waits for t goes on.
func (t *thread) kill() {
	t.dead, t.ended = true, true
	if t.gone {
		return
	}
	t.s.leave(t)
	for len(t.children) > 0 {
		c := t.children[0]
		t.joining = false
		c.kill()
		t.forget(c)
	}
	if p := t.parent; p != nil && p.joining {
		p.joining = false
		p.forget(t)
		if !p.ended {
			t.s.cur.active.push(p.resume)
		}
	}
}

// disable ends all threads of a scope; it is false when t was among them.
func (t *thread) disable(sc *design.Scope) bool {
	for i := len(t.inline) - 1; i >= 0; i-- { // of functions that are in each other, the innermost
		if t.inline[i].scope == sc {
			for _, x := range t.inline[i:] {
				x.left = true
			}
			return false
		}
	}
	for {
		in := t.s.inScope[sc.ID]
		if len(in) == 0 {
			return !t.dead
		}
		in[0].kill()
	}
}

// enter runs body as a scope of a function: disable inside unwinds to here.
func (t *thread) enter(sc *design.Scope, body func() bool) bool {
	in := &inlineScope{scope: sc}
	t.inline = append(t.inline, in)
	ok := body()
	t.inline = t.inline[:len(t.inline)-1]
	if in.left && !t.dead {
		// Only the innermost scope whose enclosing one goes on absorbs the unwinding.
		if n := len(t.inline); n > 0 && t.inline[n-1].left {
			return false
		}
		return true
	}
	return ok
}
