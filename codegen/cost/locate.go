package cost

import (
	"fmt"
	"path"
	"sort"
	"strings"

	"github.com/gpga/gpga/codegen/msl"
)

// Place says what a part of a text was made of: a function, with what was cut off it (its name, an underscore and a number), or, where
// Function is empty, a case of the switches over a variable.
type Place struct {
	Function string
	Switch   string
	Case     uint64
	Origin   Origin
}

// Site is a construct within a function.
type Site struct {
	Origin
	Tokens int     `json:"tokens"`
	Merges int     `json:"merges"`
	Phi    int     `json:"phi"`
	Cost   float64 `json:"cost"` // composite with calls of inlined functions expanded, times the copies of the function
}

// Construct is a construct of the source with all that was made of it.
type Construct struct {
	Origin
	Functions int `json:"functions"`
	Tokens    int `json:"tokens"` // of its own text, as are merges and phi
	Merges    int `json:"merges"`
	Phi       int `json:"phi"`
	// Cost is its part of the composite: what is inlined counts where it is called.
	Cost float64 `json:"cost"`
}

// Library is the construct of functions that were made of nothing in the source.
const Library = "library"

// String spells an origin as file:line and the construct.
func (o Origin) String() string {
	if o.File == "" {
		return o.Construct
	}
	return strings.TrimSpace(fmt.Sprintf("%s:%d %s", path.Base(strings.ReplaceAll(o.File, "\\", "/")), o.Line, o.Construct))
}

// Located measures the text as Report does and fills in what its parts were made of.
func (o *Outline) Located(places []Place) *Report {
	r := o.Report()
	byFunc := map[string]*Origin{}
	bySwitch := map[string]map[uint64]*Origin{}
	for i := range places {
		p := &places[i]
		if p.Function != "" {
			byFunc[p.Function] = &p.Origin
			continue
		}
		if bySwitch[p.Switch] == nil {
			bySwitch[p.Switch] = map[uint64]*Origin{}
		}
		bySwitch[p.Switch][p.Case] = &p.Origin
	}
	for i := range r.Functions {
		f := &r.Functions[i]
		name := f.Name
		for f.Origin == nil {
			f.Origin = byFunc[name]
			cut := strings.LastIndexByte(name, '_')
			if cut < 0 || strings.Trim(name[cut+1:], "0123456789") != "" {
				break
			}
			name = name[:cut]
		}
		if f.Origin == nil && len(places) == 0 { // a text that nobody made: it is its own source
			f.Origin = &Origin{File: o.Name, Line: f.Line, Construct: kind(f) + f.Name}
		}
	}
	if o.unit != nil && len(bySwitch) > 0 {
		for i, f := range o.unit.Funcs {
			r.Functions[i].Sites = o.sites(f, r, r.Functions[i].Copies, bySwitch)
		}
	}
	r.Troubles = r.troubles()
	return r
}

func kind(f *Function) string {
	if f.Kernel {
		return "kernel "
	}
	return "function "
}

// sites measures the cases of a function's switches that have origins.
func (o *Outline) sites(f *msl.Func, r *Report, copies float64, bySwitch map[string]map[uint64]*Origin) []Site {
	sum := map[Origin]*Site{}
	index := map[*msl.Func]int{}
	for i, g := range o.unit.Funcs {
		index[g] = i
	}
	var list []*Site
	var stmt func(s *msl.Stmt, end msl.Pos)
	stmts := func(l []*msl.Stmt, end msl.Pos) {
		for i, s := range l {
			e := end
			if i+1 < len(l) {
				e = l[i+1].Pos
			}
			stmt(s, e)
		}
	}
	stmt = func(s *msl.Stmt, end msl.Pos) {
		if s == nil {
			return
		}
		stmt(s.Init, end)
		elseAt := end
		if s.Else != nil {
			elseAt = s.Else.Pos
		}
		stmt(s.Then, elseAt)
		stmt(s.Else, end)
		stmts(s.List, end)
		var origins map[uint64]*Origin
		if s.Kind == msl.SSwitch {
			x := s.X
			for x.Kind == msl.EConv {
				x = x.X
			}
			if x.Kind == msl.EName {
				origins = bySwitch[x.Var.Name]
			}
		}
		for i := range s.Cases {
			c := &s.Cases[i]
			e := end
			if i+1 < len(s.Cases) {
				e = s.Cases[i+1].Pos
			}
			if len(c.Values) > 0 && origins[c.Values[0]] != nil {
				at := origins[c.Values[0]]
				w := &walker{calls: map[*msl.Func]int{}, declared: map[*msl.Var]int{}, seen: shapes{}}
				w.block(c.Body)
				x := sum[*at]
				if x == nil {
					x = &Site{Origin: *at}
					sum[*at], list = x, append(list, x)
				}
				n := o.tokensBetween(c.Pos, e)
				x.Tokens += n
				x.Merges += w.counts.Merges
				x.Phi += w.counts.Phi
				w.counts.Tokens = n
				own := w.counts.Composite()
				for g, times := range w.calls {
					if i := index[g]; !g.NoInline {
						own += float64(times) * r.Functions[i].Expanded
					}
				}
				x.Cost = min(x.Cost+copies*own, exact)
				continue // what nests in it is part of it
			}
			stmts(c.Body, e)
		}
	}
	stmt(f.Body, f.End)
	sort.SliceStable(list, func(i, j int) bool { return list[i].Cost > list[j].Cost })
	var out []Site
	for _, s := range list {
		out = append(out, *s)
	}
	return out
}

func (o *Outline) tokensBetween(lo, hi msl.Pos) int {
	t := o.lex.Tokens
	first := sort.Search(len(t), func(i int) bool { return t[i].Pos >= lo })
	last := sort.Search(len(t), func(i int) bool { return t[i].Pos >= hi })
	return last - first
}

// Constructs sums the functions by what they were made of, the dearest first. What was made of nothing in the source is the library.
func (r *Report) Constructs() []Construct {
	sum := map[Origin]*Construct{}
	var list []*Construct
	add := func(o Origin, functions, tokens, merges, phi int, cost float64) {
		c := sum[o]
		if c == nil {
			c = &Construct{Origin: o}
			sum[o], list = c, append(list, c)
		}
		c.Functions += functions
		c.Tokens += tokens
		c.Merges += merges
		c.Phi += phi
		c.Cost = min(c.Cost+cost, exact)
	}
	inner := 0.0 // the cost of sites
	for i := range r.Functions {
		f := &r.Functions[i]
		o := Origin{Construct: Library}
		if f.Origin != nil {
			o = *f.Origin
		}
		tokens, merges, phi, cost := f.Tokens, f.Merges, f.Phi, 0.0
		if f.Copies > 0 && (f.Kernel || f.NoInline || len(r.Kernels) == 0) {
			cost = f.Expanded
		}
		for _, s := range f.Sites {
			add(s.Origin, 0, s.Tokens, s.Merges, s.Phi, s.Cost)
			tokens, merges, phi = tokens-s.Tokens, merges-s.Merges, phi-s.Phi
			inner += s.Cost
		}
		add(o, 1, max(tokens, 0), max(merges, 0), max(phi, 0), cost)
	}
	if c := sum[Origin{Construct: Library}]; c != nil && inner > 0 { // the function around the sites, or what it is inlined into
		c.Cost = max(c.Cost-inner, 0)
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Cost > list[j].Cost })
	out := make([]Construct, len(list))
	for i, c := range list {
		c.Cost = round(c.Cost)
		out[i] = *c
	}
	return out
}
