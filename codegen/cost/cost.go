package cost

import (
	"math"

	"github.com/gpga/gpga/codegen/msl"
)

// Function is one function of the text.
type Function struct {
	Name     string `json:"name"`
	Line     int    `json:"line"` // of the text
	Kernel   bool   `json:"kernel,omitempty"`
	NoInline bool   `json:"noinline,omitempty"`
	Counts          // of its own text
	// Cost is the composite of its own text, Expanded with calls of functions that are not noinline expanded.
	Cost     float64 `json:"cost"`
	Expanded float64 `json:"expanded"`
	Weight   Weight  `json:"weight"` // with calls of functions that are not noinline expanded
	// Copies is how often the function stands in the expanded kernels: once if it is never inlined.
	Copies float64 `json:"copies"`
	// Estimate is what the function adds to the kernel's.
	Estimate float64 `json:"estimate"`
	// Origin is the construct of the source that the function was made of, where that is known: see Locate.
	Origin *Origin `json:"origin,omitempty"`
	// Sites are the dearest constructs within the function, where it holds several of the source.
	Sites []Site `json:"sites,omitempty"`

	lo, hi msl.Pos
}

// Origin is a place of the source, for people.
type Origin struct {
	File      string `json:"file,omitempty"`
	Line      int    `json:"line,omitempty"`
	Col       int    `json:"col,omitempty"`
	Construct string `json:"construct"`
}

// Kernel sums what one kernel reaches.
type Kernel struct {
	Name            string `json:"name"`
	Functions       int    `json:"functions"` // reached, the kernel included
	Text            int    `json:"text"`      // tokens of the whole text, which a compiler reads
	LargestFunction string `json:"largest_function"`
	LargestLines    int    `json:"largest_lines"`
	LargestTokens   int    `json:"largest_tokens"`
	CallDepth       int    `json:"call_depth"` // of the call graph; a kernel that calls nothing has 1
	Counts                 // of all functions reached, each once
	// Cost is the composite cost of the kernel and of every noinline function that it reaches, each once, with calls of other
	// functions expanded in place as often as they stand there.
	Cost float64 `json:"cost"`
	// Weight is the same sum of the expanded counts, Largest the one function of them that has the most operations.
	Weight  Weight `json:"weight"`
	Largest Weight `json:"largest"`
	// Compiled is how many functions are left when all that can be inlined is.
	Compiled int `json:"compiled"`
	// Estimates are by backend; Estimate (CPU time) and Memory are those of Nearest.
	Estimates map[string]Estimates `json:"estimates"`
	Estimate  float64              `json:"estimate"`
	Memory    float64              `json:"memory_estimate"`
}

// Report is what a text costs.
type Report struct {
	Name       string     `json:"file,omitempty"`
	Bytes      int        `json:"bytes"`       // of the whole text, without comments
	Tokens     int        `json:"tokens"`      // of the whole text
	TableBytes int        `json:"table_bytes"` // constant arrays
	Total      Kernel     `json:"total"`       // over all kernels' functions, each once
	Kernels    []Kernel   `json:"kernels"`     // in source order
	Functions  []Function `json:"functions"`   // in source order
	Troubles   []Trouble  `json:"troubles"`    // what feeds each of the five
	// Warnings name what the text has outside the subset. With any, the counts are those of Read's second way: of tokens.
	Warnings []string `json:"warnings,omitempty"`
}

// Measure computes the report of a checked unit.
func Measure(u *msl.Unit) *Report {
	r := &Report{Name: u.Name, Tokens: u.Tokens, Bytes: u.CodeBytes(0, msl.Pos(len(u.Source)))}
	for _, g := range u.Globals {
		if g.Type.Kind == msl.Array {
			r.TableBytes += g.Type.Size()
		}
	}
	seen := shapes{}
	index := map[*msl.Func]int{}
	bodies := make([]body, len(u.Funcs))
	for i, f := range u.Funcs {
		index[f] = i
	}
	for i, f := range u.Funcs {
		w := &walker{calls: map[*msl.Func]int{}, declared: map[*msl.Var]int{}, seen: seen, unrolled: map[*msl.Func]float64{}}
		w.counts.Locals, w.scope = len(f.Params), len(f.Params)
		w.counts.Blocks = 1
		w.stmt(f.Body)
		first, _ := u.Line(f.Pos)
		last, _ := u.Line(f.End - 1)
		c := w.counts
		c.Lines, c.Tokens, c.Bytes = last-first+1, f.Tokens, u.CodeBytes(f.Pos, f.End)
		bodies[i] = body{counts: c, calls: map[int]int{}, unrolled: map[int]float64{}}
		for g, n := range w.calls {
			bodies[i].calls[index[g]] += n
			bodies[i].unrolled[index[g]] += w.unrolled[g]
		}
		r.Functions = append(r.Functions, Function{Name: f.Name, Line: first, Kernel: f.Kernel, NoInline: f.NoInline, lo: f.Pos, hi: f.End})
	}
	r.sum(bodies)
	return r
}

// body is what a walk over a function finds.
type body struct {
	counts Counts
	calls  map[int]int // call expressions by the callee's number
	// unrolled are the same, those in short loops of a known count as often as they run.
	unrolled map[int]float64
}

// sum fills in the functions' figures and the kernels from what the walks found. Functions may call each other in any order; a
// cycle, which texts outside the subset may have, is entered once.
func (r *Report) sum(bodies []body) {
	depth := make([]int, len(bodies))
	state := make([]uint8, len(bodies)) // 1: being measured, 2: measured
	var measure func(i int)
	measure = func(i int) {
		state[i] = 1
		f, b := &r.Functions[i], &bodies[i]
		f.Counts = b.counts
		f.Cost, f.Weight = f.Counts.Composite(), weigh(f.Counts)
		for _, g := range sortedKeys(b.calls) {
			if state[g] == 0 {
				measure(g)
			}
			if state[g] != 2 {
				continue
			}
			depth[i] = max(depth[i], depth[g])
			if !r.Functions[g].NoInline {
				f.Weight.add(float64(b.calls[g]), b.unrolled[g], r.Functions[g].Weight)
			}
		}
		depth[i]++
		f.Expanded = f.Weight.Composite()
		state[i] = 2
	}
	for i := range bodies {
		if state[i] == 0 {
			measure(i)
		}
	}
	var roots []int
	for i := range r.Functions {
		if r.Functions[i].Kernel {
			r.Kernels = append(r.Kernels, r.kernel(r.Functions[i].Name, bodies, depth, i))
			roots = append(roots, i)
		}
	}
	if len(roots) == 0 { // a library of functions: each counts for itself
		for i := range r.Functions {
			roots = append(roots, i)
		}
	}
	r.Total = r.kernel("", bodies, depth, roots...)
	r.copies(bodies, roots)
	for i := range r.Functions {
		r.Functions[i].Estimate = share(&r.Functions[i])
	}
	r.Troubles = r.troubles()
}

func round(x float64) float64 { return math.Round(x*100) / 100 }

// kernel sums over what the roots reach.
func (r *Report) kernel(name string, bodies []body, depth []int, roots ...int) Kernel {
	k := Kernel{Name: name, Text: r.Tokens}
	seen := make([]bool, len(bodies))
	var visit func(i int)
	visit = func(i int) {
		if seen[i] {
			return
		}
		seen[i] = true
		f := &r.Functions[i]
		k.Functions++
		k.Counts.add(f.Counts)
		if f.Tokens > k.LargestTokens {
			k.LargestTokens, k.LargestLines, k.LargestFunction = f.Tokens, f.Lines, f.Name
		}
		if f.Kernel || f.NoInline {
			k.Cost += f.Expanded
			k.Compiled++
			k.Weight.add(1, 1, f.Weight)
			if f.Weight.Ops > k.Largest.Ops {
				k.Largest = f.Weight
			}
		}
		for _, g := range sortedKeys(bodies[i].calls) {
			visit(g)
		}
	}
	for _, i := range roots {
		visit(i)
		k.CallDepth = max(k.CallDepth, depth[i])
	}
	k.Cost = math.Min(k.Cost, exact)
	k.Estimates = EstimatesOf(&k)
	k.Estimate, k.Memory = k.Estimates[Nearest].CPU, k.Estimates[Nearest].Memory
	return k
}

// copies counts, for each function, how often it stands in what is compiled: the kernels and the noinline functions that they
// reach once each, and in them all that is inlined, as often as it is called.
func (r *Report) copies(bodies []body, roots []int) {
	times := make([]float64, len(bodies))
	order := make([]int, 0, len(bodies)) // callers before callees
	state := make([]uint8, len(bodies))
	var visit func(i int)
	visit = func(i int) {
		state[i] = 1
		for _, g := range sortedKeys(bodies[i].calls) {
			if state[g] == 0 {
				visit(g)
			}
		}
		order = append(order, i)
	}
	for _, i := range roots {
		if state[i] == 0 {
			visit(i)
		}
		times[i] = 1
	}
	for k := len(order) - 1; k >= 0; k-- {
		i := order[k]
		if r.Functions[i].NoInline {
			times[i] = 1
		}
		for _, g := range sortedKeys(bodies[i].calls) {
			if !r.Functions[g].NoInline {
				times[g] = math.Min(times[g]+times[i]*float64(bodies[i].calls[g]), exact)
			}
		}
	}
	for i := range r.Functions {
		r.Functions[i].Copies = times[i]
	}
}
