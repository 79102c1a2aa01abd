package lint

import (
	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/diag"
	"github.com/gpga/gpga/frontend/elab"
)

// processKind is what hardware an always construct stands for.
type processKind uint8

const (
	testbench     processKind = iota // none: an initial construct, or one with delays or waits inside
	clocked                          // always @(posedge clk ...)
	combinational                    // always @*, or a list of signals without edges
)

// process is an initial or always construct of an instance with what it reads and writes.
type process struct {
	s      elab.Scope
	item   ast.Item
	kind   processKind
	star   bool
	event  *ast.EventControl
	body   ast.Stmt // behind the event control
	reads  map[elab.Name]bool
	writes map[elab.Name][]write
	order  []elab.Name        // of writes
	other  map[elab.Name]bool // written by calls: nothing is known
	listed map[elab.Name]bool // in the event control
	edges  []elab.Name        // with an edge
	sample []access           // reads that count for the event control, in order
	inBody bool
}

// write is a place where a process writes.
type write struct {
	access
	by *ast.Assign // nil: an argument of a task
}

func (p *process) read(a access, inTask bool) {
	if !p.inBody {
		return
	}
	p.reads[a.name] = true
	if !inTask {
		p.sample = append(p.sample, a)
	}
}

func (p *process) write(a access, by *ast.Assign) {
	if p.writes[a.name] == nil {
		p.order = append(p.order, a.name)
	}
	p.writes[a.name] = append(p.writes[a.name], write{a, by})
}

// process looks at an initial or always construct.
func (c *checker) process(s elab.Scope, it ast.Item) {
	p := &process{s: s, item: it, reads: map[elab.Name]bool{}, writes: map[elab.Name][]write{}, other: map[elab.Name]bool{}, listed: map[elab.Name]bool{}, inBody: true}
	w := &walker{c: c, proc: p}
	switch it := it.(type) {
	case *ast.Initial:
		w.initial = true
		p.body = it.Body
	case *ast.Always:
		p.body = it.Body
		c.classify(p)
	}
	if p.event != nil {
		p.inBody = false
		w.timing(s, p.event)
		p.inBody = true
	}
	w.stmt(s, p.body)
	c.procs = append(c.procs, p)
	c.caseItems(s, p.body, p.event != nil)
}

// classify tells what an always construct stands for.
func (c *checker) classify(p *process) {
	t, ok := p.body.(*ast.Timed)
	if !ok {
		return
	}
	ev, ok := t.Timing.(*ast.EventControl)
	if !ok {
		return
	}
	inner := false
	eachStmt(p.s, t.Body, func(_ elab.Scope, st ast.Stmt) {
		switch st := st.(type) {
		case *ast.Timed, *ast.Wait:
			inner = true
		case *ast.Block:
			inner = inner || st.Fork
		case *ast.Assign:
			if st.Timing != nil && !st.NonBlocking {
				inner = true
			}
		}
	})
	p.event, p.body = ev, t.Body
	if inner {
		return
	}
	edges, levels := 0, 0
	for _, it := range ev.Items {
		a, _, named := place(p.s, it.X)
		switch {
		case it.Edge != ast.EdgeAny:
			edges++
			if named {
				p.edges = append(p.edges, a.name)
			}
		case named:
			levels++
		default:
			return // a named event, or an expression
		}
		if named {
			p.listed[a.name] = true
		}
	}
	switch {
	case ev.Star:
		p.kind, p.star = combinational, true
	case edges > 0 && levels == 0:
		p.kind = clocked
	case edges == 0:
		p.kind = combinational
	}
}

// processes reports what concerns single processes and several together, once all have been walked.
func (c *checker) processes() {
	readers := map[elab.Name]int{}
	for _, p := range c.procs {
		for n := range p.reads {
			readers[n]++
		}
		for n := range p.listed {
			if !p.reads[n] && !p.star {
				readers[n]++
			}
		}
	}
	blocking, nonblocking := map[elab.Name]write{}, map[elab.Name]write{}
	for _, p := range c.procs {
		if p.kind == testbench {
			continue
		}
		flow := c.paths(p)
		for _, n := range p.order {
			if n.Array() && p.kind == combinational {
				continue
			}
			d := c.declare(n)
			shared := c.outside[n] || n.Port() != ast.DirNone || readers[n] > 1 || readers[n] == 1 && !p.reads[n]
			first := map[bool]bool{}
			for _, w := range p.writes[n] {
				if w.by == nil || first[w.by.NonBlocking] {
					continue
				}
				first[w.by.NonBlocking] = true
				switch {
				case p.kind == clocked && !w.by.NonBlocking && shared && !d.loop && !n.Home().Automatic():
					c.warn(diag.LintBlockSeq, w.by, "blocking assignment in clocked code to '%s', which is read elsewhere", n.Text())
				case p.kind == combinational && w.by.NonBlocking:
					c.warn(diag.LintCombDelay, w.by, "nonblocking assignment in combinational code to '%s'", n.Text())
				}
				if w.by.NonBlocking {
					if _, ok := nonblocking[n]; !ok {
						nonblocking[n] = w
					}
				} else if _, ok := blocking[n]; !ok {
					blocking[n] = w
				}
			}
			if p.kind == combinational && shared && !d.loop && !p.other[n] {
				c.latch(p, n, flow)
			}
		}
		if p.kind == combinational {
			c.sensitivity(p, flow)
			c.comesLater(p, flow)
		}
	}
	for _, p := range c.procs {
		for _, n := range p.order {
			b, both := blocking[n]
			if nb, ok := nonblocking[n]; ok && both && !n.Array() {
				c.warnNote(diag.LintBlkAndNblk, b.by, nb.by.Pos(), "a nonblocking assignment is here", "'%s' is written by blocking and nonblocking assignments", n.Text())
				delete(blocking, n)
			}
		}
	}
	c.writers()
	c.resets()
}

// latch reports a variable that combinational code does not assign on every path.
func (c *checker) latch(p *process, n elab.Name, flow *flow) {
	if n.Real() || n.Width() == 0 || flow.gaveUp {
		return
	}
	all := newBits(n.Width())
	first := at(nil)
	for _, w := range p.writes[n] {
		if w.by == nil {
			return
		}
		if first == nil {
			first = w.by.LHS
		}
		all.fill(w.lo, w.hi)
	}
	have := flow.end[n]
	missing := newBits(n.Width())
	for i := range n.Width() {
		if all.has(i) && !have.has(i) {
			missing.fill(i, i+1)
		}
	}
	if missing.empty() {
		return
	}
	if r, vector := n.Range(); vector && !missing.covers(0, n.Width()) && r.Len() > 1 {
		c.warn(diag.LintLatch, first, "bits %s of '%s' are not assigned on every path: a latch", missing.ranges(n.Width(), true, index(n)), n.Text())
		return
	}
	c.warn(diag.LintLatch, first, "'%s' is not assigned on every path: a latch", n.Text())
}

// sensitivity reports signals that combinational code with a list reads and that are not in it. What the code writes itself, and
// arguments of system tasks, need not be.
func (c *checker) sensitivity(p *process, flow *flow) {
	if p.star || len(p.order) == 0 {
		return
	}
	said := map[elab.Name]bool{}
	for _, a := range p.sample {
		n := a.name
		if p.listed[n] || said[n] || p.writes[n] != nil || flow.before[a.x] || c.declare(n).loop || !ofInstance(n, p.s) {
			continue
		}
		if d := n.Home().Kind(); d != design.ScopeModule && d != design.ScopeGenerate {
			continue
		}
		said[n] = true
		c.warnNote(diag.LintSensitivity, a.x, p.event.Pos(), "the event control is here", "'%s' is read but is not in the event control", n.Text())
	}
}

// ofInstance tells whether n is declared in the module instance of s.
func ofInstance(n elab.Name, s elab.Scope) bool { return n.Home().Instance() == s.Instance() }

// comesLater reports variables that combinational code reads before it assigns them.
func (c *checker) comesLater(p *process, flow *flow) {
	if flow.gaveUp {
		return
	}
	said := map[elab.Name]bool{}
	for _, a := range p.sample {
		n := a.name
		if said[n] || flow.before[a.x] || n.Array() || c.declare(n).loop || p.other[n] {
			continue
		}
		have, ok := flow.end[n]
		if !ok || a.dynamic || !have.covers(a.lo, a.hi) {
			continue // not written here, or a latch, which is reported as such
		}
		blocking := false
		for _, w := range p.writes[n] {
			blocking = blocking || w.by != nil && !w.by.NonBlocking && w.lo < a.hi && a.lo < w.hi
		}
		if blocking {
			said[n] = true
			c.warn(diag.LintCombOrder, a.x, "'%s' is read before combinational code assigns it", n.Text())
		}
	}
}

// writers reports variables that two always constructs write. Memories with several ports are usual.
func (c *checker) writers() {
	type first struct {
		p *process
		w write
		b bitset
	}
	seen := map[elab.Name][]first{}
	for _, p := range c.procs {
		if p.kind == testbench {
			continue
		}
		for _, n := range p.order {
			if n.Array() || c.declare(n).loop || n.Width() == 0 {
				continue
			}
			b := newBits(n.Width())
			for _, w := range p.writes[n] {
				b.fill(w.lo, w.hi)
			}
			for _, f := range seen[n] {
				if f.b.meets(b) {
					w := p.writes[n][0]
					c.warnNote(diag.LintMultidriven, w.x, f.w.x.Pos(), "another always construct writes it here", "several always constructs write '%s'", n.Text())
					break
				}
			}
			seen[n] = append(seen[n], first{p, p.writes[n][0], b})
		}
	}
}

// resets reports signals that reset some clocked code asynchronously and are data of other clocked code.
func (c *checker) resets() {
	async := map[elab.Name]*process{}
	for _, p := range c.procs {
		if p.kind == clocked && len(p.edges) > 1 {
			for _, n := range p.edges {
				if p.reads[n] && async[n] == nil {
					async[n] = p
				}
			}
		}
	}
	said := map[elab.Name]bool{}
	for _, p := range c.procs {
		if p.kind != clocked {
			continue
		}
		for _, a := range p.sample {
			n := a.name
			if q := async[n]; q != nil && !p.listed[n] && !said[n] {
				said[n] = true
				c.warnNote(diag.LintSyncAsync, a.x, q.event.Pos(), "it resets asynchronously here", "'%s' is data of clocked code and an asynchronous reset elsewhere", n.Text())
			}
		}
	}
}
