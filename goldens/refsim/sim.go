package refsim

import (
	"context"
	"math/rand/v2"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
	"github.com/gpga/gpga/runtime/host"
)

// Options limit and direct a run. Zero values are defaults.
type Options struct {
	MaxTime    uint64 // last time, in ticks, that is simulated; 0: no limit
	MaxSteps   uint64 // statements in all; 0: no limit
	MaxEvents  uint64 // events in one time step (default 10,000,000)
	MaxLoop    uint64 // statements of one event (default 100,000,000)
	MaxThreads int    // threads alive at once (default 1,000,000)
	MaxDepth   int    // nested calls of tasks and functions (default 10,000)
	// Shuffle, when not 0, is the seed of an order in which active events run: one that the standard allows, though no simulator
	// may have it. A design without races does the same in every order.
	Shuffle uint64
	// Suspend, with Shuffle, has processes stop between two statements now and then, so that what follows the first is seen before the
	// second runs: IEEE 1364-2005 11.4.2 allows that, too.
	Suspend bool
	VCDPath string // where $dumpvars writes unless $dumpfile names a file (default dump.vcd)
}

// Result is how a run ended.
type Result struct {
	ExitCode   int    // 0 at $finish or when nothing is left to do; 1 at $stop and on errors
	FinishTime uint64 // ticks
	Finished   bool   // by $finish
	Stopped    bool   // by $stop
	TimeUp     bool   // by Options.MaxTime
	Events     uint64 // entries of the queues that ran
	Statements uint64
}

// Error is an error that the design causes while it runs.
type Error struct {
	Pos     source.Position
	Message string
}

// Error gives "file:line:col: error: message".
func (e *Error) Error() string { return e.Pos.String() + ": error: " + e.Message }

// region tells what the scheduler is doing.
type region uint8

const (
	regionInit region = iota
	regionActive
	regionPostponed
)

// sim is one run.
type sim struct {
	ctx    context.Context
	d      *design.Design
	host   *host.Host
	opts   Options
	fanout *design.Fanout

	sigs    []sigState
	events  []eventState
	assigns []assignState
	named   [][]*watch              // by NamedEvent.ID: waves
	idle    map[*design.Assign]bool // see design.Idle
	inScope [][]*thread
	root    *thread // the context in which continuous assignments are evaluated; it never waits

	cur     *step
	future  timeline
	steps   map[uint64]*step
	initial queue // queued assigns before time 0 starts
	region  region

	entries    uint64 // queue entries run
	stepStart  uint64 // entries when this time step began
	statements uint64
	stmtEntry  uint64 // the entry that stmtStart belongs to
	stmtStart  uint64
	live       int
	ended      []*thread // whose coroutines are to be freed
	all        []*thread // process threads
	nest       int
	spin       map[string]bool
	lastPos    source.Pos

	order    *rand.Rand // nil: Icarus Verilog's
	applying int        // nonblocking assignments at the head of the active queue, with an order

	continuous []*contAssign
	monitor    *monitor
	monitorOff bool
	waves      *waves

	finished bool
	stopped  bool
	timeUp   bool
	exit     int
	err      error
}

// Run simulates d until $finish, $stop, an error, the end of all events, a limit or the end of ctx. What d prints goes
// through h, which stays open. An error that the design causes is an *Error; Result is valid with it.
func Run(ctx context.Context, d *design.Design, h *host.Host, opts Options) (Result, error) {
	if opts.MaxEvents == 0 {
		opts.MaxEvents = 10_000_000
	}
	if opts.MaxLoop == 0 {
		opts.MaxLoop = 100_000_000
	}
	if opts.MaxThreads == 0 {
		opts.MaxThreads = 1_000_000
	}
	if opts.MaxDepth == 0 {
		opts.MaxDepth = 10_000
	}
	s := &sim{ctx: ctx, d: d, host: h, opts: opts, fanout: design.NewFanout(d), cur: &step{}, steps: map[uint64]*step{}}
	if opts.Shuffle != 0 {
		s.order = rand.New(rand.NewPCG(opts.Shuffle, 0))
	}
	s.build()
	s.start()
	s.loop()
	s.closeWaves()
	s.stopThreads()
	r := Result{ExitCode: s.exit, FinishTime: s.now(), Finished: s.finished, Stopped: s.stopped, TimeUp: s.timeUp,
		Events: s.entries, Statements: s.statements}
	if s.stopped && !s.finished || s.err != nil {
		r.ExitCode = 1
	}
	return r, s.err
}

// build makes the storage.
func (s *sim) build() {
	d := s.d
	s.sigs = make([]sigState, len(d.Signals))
	s.events = make([]eventState, len(d.Events))
	s.assigns = make([]assignState, len(d.Assigns))
	s.inScope = make([][]*thread, len(d.Scopes))
	s.named = make([][]*watch, len(d.NamedEvents))
	s.root = &thread{s: s, name: "continuous assignment"}
	for i, sig := range d.Signals {
		s.sigs[i].vals = initial(sig)
		if sig.Forced && sig.Net != design.NetVar {
			s.sigs[i].driven = append([]logic.Vec(nil), s.sigs[i].vals...)
		}
	}
	s.idle = d.Idle()
	for i, a := range d.Assigns {
		st := &s.assigns[i]
		st.drivers = make([]*driver, len(a.LHS))
		for k := range a.LHS {
			l := &a.LHS[k]
			r := s.root.target(l)
			if !r.ok || l.Sig.Net == design.NetVar {
				continue
			}
			if l.Sig.Resolved || l.Sig.Strong {
				dr := &driver{a: a, word: r.word, off: r.off}
				st.drivers[k] = dr
				s.sigs[l.Sig.ID].drivers = append(s.sigs[l.Sig.ID].drivers, dr)
			}
			// Until it is evaluated, a driver leaves its bits unknown; a function's value is not there before its first call, and
			// what nothing reaches brings none.
			if !l.Sig.Real && !s.idle[a] && (a.Delay[0] != nil || !hasCall(a.RHS)) {
				ss := &s.sigs[l.Sig.ID]
				ss.vals[r.word] = logic.SetSlice(ss.vals[r.word], r.off, logic.Filled(l.Width, logic.LX))
				if ss.driven != nil {
					ss.driven[r.word] = ss.vals[r.word]
				}
			}
		}
		if a.Kind == design.AssignUDP {
			st.udp = &udpState{in: make([]logic.Bit, len(a.Inputs)), out: logic.LX}
			for k := range st.udp.in {
				st.udp.in[k] = logic.LX
			}
			st.udp.out = a.Init
		}
	}
	s.before() // resolving a net can publish what gates make of it
	for i, sig := range d.Signals {
		if sig.Strong && sig.Words == 0 && sig.Net != design.NetVar {
			s.sigs[i].strength = make([]span, sig.Width)
		}
		if (sig.Resolved || sig.Strong || own(sig.Net) != highZ) && sig.Net != design.NetVar && !sig.Real && !sig.LateLevel() {
			for w := range s.sigs[i].vals {
				if len(s.sigs[i].drivers) == 0 || own(sig.Net) != highZ {
					s.resolve(sig, w)
				}
			}
		}
	}
	s.before()
}

// before notes the values that events compare with.
func (s *sim) before() {
	for i, ev := range s.d.Events {
		es := &s.events[i]
		es.prev = make([]logic.Vec, len(ev.Items))
		for k, it := range ev.Items {
			if it.Signal != nil {
				es.prev[k] = s.sigs[it.Signal.ID].vals[0]
			}
		}
	}
}

// start brings everything into time 0. Assigns settle before any process runs, but for those in which a constant takes part: they
// start in the active region, behind the processes with Push and before the others (see design.Assign.LateStart).
func (s *sim) start() {
	var late, calls []*design.Assign
	var inits []func() // initial values of primitives
	for _, a := range s.d.Assigns {
		switch {
		case s.idle[a]:
		case a.Kind == design.AssignUDP:
			u := s.assigns[a.ID].udp
			if u.out != logic.LX {
				inits = append(inits, func() { s.send(a, u.out.Vec(), nil) })
			} else {
				s.udpQueue(a, u)
			}
			if a.LateStart() {
				late = append(late, a)
			} else {
				s.touch(a, nil)
			}
		case hasCall(a.RHS):
			calls = append(calls, a)
		case a.LateStart(), s.order != nil: // nothing says that assigns settle before processes start
			late = append(late, a)
		default:
			s.touch(a, nil)
		}
	}
	for !s.initial.empty() && s.err == nil {
		s.entries++
		if s.entries > s.opts.MaxEvents {
			s.spinning()
			return
		}
		s.initial.pop()()
	}
	s.region = regionActive
	s.stepStart = s.entries
	push := true
	for _, p := range s.d.Processes {
		if push && !p.Push {
			push = false
			for _, f := range inits {
				s.cur.active.add(f)
			}
			inits = nil
			for _, a := range late {
				s.cur.active.add(func() { s.touch(a, nil) })
			}
			late = nil
		}
		s.cur.active.add(s.process(p).resume)
	}
	for _, f := range inits {
		s.cur.active.add(f)
	}
	for _, a := range late {
		s.cur.active.add(func() { s.touch(a, nil) })
	}
	for _, a := range calls {
		s.startCall(a)
	}
}

// startCall starts an assign that calls a function: it is evaluated behind the processes, unless that has happened by then.
func (s *sim) startCall(a *design.Assign) {
	st := &s.assigns[a.ID]
	s.cur.active.add(func() {
		if st.out.Width == 0 && !st.started && !st.pending {
			s.evaluate(a)
		}
	})
}

func hasCall(e *design.Expr) bool {
	found := false
	e.Walk(func(x *design.Expr) bool {
		if x.Op == design.OpCall {
			found = true
		}
		return !found
	})
	return found
}

// process makes the thread of an initial or always construct.
func (s *sim) process(p *design.Process) *thread {
	name := "initial"
	body := func(t *thread) { t.exec(p.Body) }
	if p.Kind == design.ProcAlways {
		name = "always"
		body = func(t *thread) {
			for t.tick(p.Pos) && t.exec(p.Body) {
			}
		}
	}
	t := s.newThread(nil, nil, name, p.Pos, body)
	t.scope = nil
	s.all = append(s.all, t)
	return t
}

// stopThreads ends all coroutines.
func (s *sim) stopThreads() {
	var end func(t *thread)
	end = func(t *thread) {
		t.dead = true
		for _, c := range t.children {
			end(c)
		}
		if t.stop != nil {
			t.stop()
		}
	}
	for _, t := range s.all {
		end(t)
	}
	s.reap()
}
