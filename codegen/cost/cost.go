package cost

import (
	"math"
	"sort"

	"github.com/gpga/gpga/codegen/msl"
)

// Counts are the features of a piece of text.
type Counts struct {
	Tokens        int `json:"tokens"`         // after preprocessing
	Bytes         int `json:"bytes"`          // without comments
	Lines         int `json:"lines"`          // from the first to the last
	Branches      int `json:"branches"`       // if, &&, || and ?:
	Switches      int `json:"switches"`       //
	SwitchCases   int `json:"switch_cases"`   // case labels, default included
	LargestSwitch int `json:"largest_switch"` // labels of the largest
	Ternaries     int `json:"ternaries"`      // ?:
	Loops         int `json:"loops"`          // for, while, do
	Merges        int `json:"merges"`         // if + loop + switch + ?: + && + ||
	Phi           int `json:"phi"`            // see phiOf
	Calls         int `json:"calls"`          // call expressions, built-in functions not counted
}

func (c *Counts) add(d Counts) {
	c.Tokens += d.Tokens
	c.Bytes += d.Bytes
	c.Lines += d.Lines
	c.Branches += d.Branches
	c.Switches += d.Switches
	c.SwitchCases += d.SwitchCases
	c.LargestSwitch = max(c.LargestSwitch, d.LargestSwitch)
	c.Ternaries += d.Ternaries
	c.Loops += d.Loops
	c.Merges += d.Merges
	c.Phi += d.Phi
	c.Calls += d.Calls
}

// Composite is the cost that ranks: tokens + 100 merges + 2 phi. The
// coefficients are a start, fitted to generated kernels on other compilers than
// Apple's.
func (c Counts) Composite() float64 {
	return float64(c.Tokens) + 100*float64(c.Merges) + 2*float64(c.Phi)
}

// Function is one function of the text.
type Function struct {
	Name     string  `json:"name"`
	NoInline bool    `json:"noinline,omitempty"`
	Counts           // of its own text
	Cost     float64 `json:"cost"`     // Composite of its own text
	Expanded float64 `json:"expanded"` // with calls of functions that are not noinline expanded
}

// Kernel sums what one kernel reaches.
type Kernel struct {
	Name            string `json:"name"`
	Functions       int    `json:"functions"` // reached, the kernel included
	LargestFunction string `json:"largest_function"`
	LargestLines    int    `json:"largest_lines"`
	LargestTokens   int    `json:"largest_tokens"`
	CallDepth       int    `json:"call_depth"` // of the call graph; a kernel that calls nothing has 1
	Counts                 // of all functions reached, each once
	// Cost is the composite cost of the kernel and of every noinline function
	// that it reaches, each once, with calls of other functions expanded in
	// place as often as they stand there.
	Cost float64 `json:"cost"`
}

// Report is what a text costs.
type Report struct {
	Bytes      int        `json:"bytes"`       // of the whole text, without comments
	Tokens     int        `json:"tokens"`      // of the whole text
	TableBytes int        `json:"table_bytes"` // constant arrays
	Total      Kernel     `json:"total"`       // over all kernels' functions, each once
	Kernels    []Kernel   `json:"kernels"`     // in source order
	Functions  []Function `json:"functions"`   // in source order
}

// Measure computes the report of a checked unit.
func Measure(u *msl.Unit) *Report {
	r := &Report{Tokens: u.Tokens, Bytes: u.CodeBytes(0, msl.Pos(len(u.Source)))}
	for _, g := range u.Globals {
		if g.Type.Kind == msl.Array {
			r.TableBytes += g.Type.Size()
		}
	}
	m := &meter{u: u, own: map[*msl.Func]*Function{}, calls: map[*msl.Func]map[*msl.Func]int{}, depth: map[*msl.Func]int{}}
	for _, f := range u.BottomUp() {
		m.function(f)
	}
	for _, f := range u.Funcs {
		r.Functions = append(r.Functions, *m.own[f])
	}
	var roots []*msl.Func
	for _, f := range u.Funcs {
		if f.Kernel {
			r.Kernels = append(r.Kernels, m.kernel(f.Name, f))
			roots = append(roots, f)
		}
	}
	r.Total = m.kernel("", roots...)
	return r
}

type meter struct {
	u     *msl.Unit
	own   map[*msl.Func]*Function
	calls map[*msl.Func]map[*msl.Func]int // call expressions, by callee
	depth map[*msl.Func]int
}

// function measures f, whose callees have been measured.
func (m *meter) function(f *msl.Func) {
	w := &walker{calls: map[*msl.Func]int{}, declared: map[*msl.Var]int{}}
	w.stmt(f.Body)
	c := w.counts
	first, _ := m.u.Line(f.Pos)
	last, _ := m.u.Line(f.End - 1)
	c.Lines = last - first + 1
	c.Tokens = f.Tokens
	c.Bytes = m.u.CodeBytes(f.Pos, f.End)
	o := &Function{Name: f.Name, NoInline: f.NoInline, Counts: c, Cost: c.Composite()}
	o.Expanded = o.Cost
	depth := 0
	for _, g := range sortedCallees(w.calls) {
		depth = max(depth, m.depth[g])
		if !g.NoInline {
			o.Expanded += float64(w.calls[g]) * m.own[g].Expanded
		}
	}
	o.Expanded = math.Min(o.Expanded, 1<<53) // an exact number in JSON
	m.depth[f] = depth + 1
	m.own[f], m.calls[f] = o, w.calls
}

// sortedCallees gives the keys in an order that does not depend on the map.
func sortedCallees(calls map[*msl.Func]int) []*msl.Func {
	list := make([]*msl.Func, 0, len(calls))
	for g := range calls {
		list = append(list, g)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Pos < list[j].Pos })
	return list
}

// kernel sums over what the roots reach.
func (m *meter) kernel(name string, roots ...*msl.Func) Kernel {
	k := Kernel{Name: name}
	seen := map[*msl.Func]bool{}
	var visit func(f *msl.Func)
	visit = func(f *msl.Func) {
		if seen[f] {
			return
		}
		seen[f] = true
		o := m.own[f]
		k.Functions++
		k.Counts.add(o.Counts)
		if o.Tokens > k.LargestTokens {
			k.LargestTokens, k.LargestLines, k.LargestFunction = o.Tokens, o.Lines, f.Name
		}
		if f.Kernel || f.NoInline {
			k.Cost += o.Expanded
		}
		for _, g := range sortedCallees(m.calls[f]) {
			visit(g)
		}
	}
	for _, f := range roots {
		visit(f)
		k.CallDepth = max(k.CallDepth, m.depth[f])
	}
	k.Cost = math.Min(k.Cost, 1<<53)
	return k
}

// walker counts the features of one body. To estimate phi nodes it keeps, for
// every construct that it is in, the variables assigned there.
type walker struct {
	counts   Counts
	calls    map[*msl.Func]int
	declared map[*msl.Var]int // depth of constructs at the declaration
	open     []map[*msl.Var]bool
}

// construct runs f, which walks the arms of a branching statement, and adds to
// the phi estimate: variables declared outside and assigned inside, times the
// arms that meet.
func (w *walker) construct(arms int, f func()) {
	w.open = append(w.open, map[*msl.Var]bool{})
	f()
	top := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	n := 0
	for v := range top {
		if w.declared[v] <= len(w.open) {
			n++
		}
	}
	w.counts.Phi += n * arms
	if len(w.open) > 0 {
		outer := w.open[len(w.open)-1]
		for v := range top {
			outer[v] = true
		}
	}
}

func (w *walker) assigned(e *msl.Expr) {
	for e.Kind == msl.EMember {
		e = e.X
	}
	if e.Kind == msl.EName && e.Var.Kind != msl.Global && len(w.open) > 0 {
		if e.Var.Type.Kind == msl.Ref && e.Var.Type.Space != msl.Thread {
			return
		}
		w.open[len(w.open)-1][e.Var] = true
	}
}

func (w *walker) stmts(list []*msl.Stmt) {
	for _, s := range list {
		w.stmt(s)
	}
}

func (w *walker) stmt(s *msl.Stmt) {
	if s == nil {
		return
	}
	switch s.Kind {
	case msl.SBlock:
		w.stmts(s.List)
	case msl.SDecl:
		for _, v := range s.Vars {
			w.declared[v] = len(w.open)
			w.expr(v.Init)
		}
	case msl.SIf:
		w.counts.Branches++
		w.counts.Merges++
		w.expr(s.X)
		w.construct(2, func() {
			w.stmt(s.Then)
			w.stmt(s.Else)
		})
	case msl.SFor, msl.SWhile, msl.SDo:
		w.counts.Loops++
		w.counts.Merges++
		w.stmt(s.Init)
		w.construct(2, func() { // entry and back edge
			w.expr(s.X)
			w.stmt(s.Then)
			w.expr(s.Post)
		})
	case msl.SSwitch:
		w.counts.Switches++
		w.counts.Merges++
		w.expr(s.X)
		labels, arms, deflt := 0, len(s.Cases), false
		for i := range s.Cases {
			labels += len(s.Cases[i].Labels)
			if s.Cases[i].Default {
				labels++
				deflt = true
			}
		}
		if !deflt {
			arms++
		}
		w.counts.SwitchCases += labels
		w.counts.LargestSwitch = max(w.counts.LargestSwitch, labels)
		w.construct(arms, func() {
			for i := range s.Cases {
				w.stmts(s.Cases[i].Body)
			}
		})
	default:
		w.expr(s.X)
	}
}

func (w *walker) expr(e *msl.Expr) {
	msl.WalkExpr(e, func(e *msl.Expr) {
		switch e.Kind {
		case msl.ECond:
			w.counts.Ternaries++
			w.counts.Branches++
			w.counts.Merges++
		case msl.ELogical:
			w.counts.Branches++
			w.counts.Merges++
		case msl.EAssign, msl.EIncDec:
			w.assigned(e.X)
		case msl.ECall:
			w.counts.Calls++
			w.calls[e.Func]++
			for i, p := range e.Func.Params {
				if p.Type.Kind == msl.Ref && p.Type.Space == msl.Thread {
					w.assigned(e.Args[i])
				}
			}
		}
	})
}
