package cost

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// Delta is what moved between two reports.
type Delta struct {
	From     float64     `json:"from"` // composites of the whole texts
	To       float64     `json:"to"`
	Estimate Change      `json:"estimate"`
	Features []Change    `json:"features"` // of the total, those that moved
	Parts    []PartDelta `json:"parts"`    // functions, the largest move first
	Troubles []Change    `json:"troubles"` // feeds of the five that moved, as trouble: feed
}

// Change is a figure before and after.
type Change struct {
	Name string  `json:"name"`
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// PartDelta is a function that moved.
type PartDelta struct {
	Function string  `json:"function"` // its name in the new text, in the old where it is gone
	Origin   *Origin `json:"origin,omitempty"`
	State    string  `json:"state"` // new, gone, changed
	From     float64 `json:"from"`  // composite of its own text, times its copies
	To       float64 `json:"to"`
	// Why are the features that moved, those that explain the most of the composite first.
	Why []Change `json:"why"`
	// Sites are constructs within the function that moved.
	Sites []Change `json:"sites,omitempty"`
}

// Totals are the figures of a whole text by name: the counts, what is expanded, and the estimates.
func (r *Report) Totals() map[string]float64 {
	t := &r.Total
	m := t.Counts.Features()
	m["bytes"], m["tokens"], m["table_bytes"] = float64(r.Bytes), float64(r.Tokens), float64(r.TableBytes)
	m["functions"], m["call_depth"] = float64(t.Functions), float64(t.CallDepth)
	m["largest_function_tokens"], m["largest_function_lines"] = float64(t.LargestTokens), float64(t.LargestLines)
	m["expanded_tokens"], m["expanded_merges"], m["expanded_phi"], m["expanded_ops"], m["expanded_blocks"], m["unrolled_ops"] =
		t.Weight.Tokens, t.Weight.Merges, t.Weight.Phi, t.Weight.Ops, t.Weight.Blocks, t.Weight.Unrolled
	m["compiled_functions"], m["largest_compiled_ops"] = float64(t.Compiled), t.Largest.Ops
	m["composite"], m["estimate"], m["memory_estimate"] = round(t.Cost), t.Estimate, t.Memory
	for _, b := range Backends {
		m["estimate_"+b], m["memory_estimate_"+b] = t.Estimates[b].CPU, t.Estimates[b].Memory
	}
	return m
}

// Figures are a function's by name: its counts, composite, and what it is expanded.
func (f *Function) Figures() map[string]float64 {
	m := f.Counts.Features()
	m["composite"], m["expanded"], m["copies"], m["estimate"] = f.Cost, f.Expanded, f.Copies, f.Estimate
	return m
}

// weightOf is what one more of a feature adds to the composite, 0 for features that are not in it.
func weightOf(feature string) float64 {
	switch feature {
	case "tokens", "expanded_tokens":
		return 1
	case "merges", "expanded_merges":
		return 100
	case "phi", "expanded_phi":
		return 2
	}
	return 0
}

// changes lists what differs, by its weight in the composite, then by name.
func changes(from, to map[string]float64) []Change {
	var list []Change
	for k, v := range to {
		if from[k] != v {
			list = append(list, Change{k, from[k], v})
		}
	}
	for k, v := range from {
		if _, have := to[k]; !have && v != 0 {
			list = append(list, Change{k, v, 0})
		}
	}
	size := func(c Change) float64 {
		d := (c.To - c.From) * weightOf(c.Name)
		return max(d, -d)
	}
	sort.Slice(list, func(i, j int) bool {
		if a, b := size(list[i]), size(list[j]); a != b {
			return a > b
		}
		return list[i].Name < list[j].Name
	})
	return list
}

// Compare says what moved from old to new. Functions are matched by what they were made of where that is known, as the numbers in their
// names move with every edit of the source, and by name otherwise.
func Compare(old, new *Report) *Delta {
	d := &Delta{From: round(old.Total.Cost), To: round(new.Total.Cost), Estimate: Change{"estimate", old.Total.Estimate, new.Total.Estimate},
		Features: changes(old.Totals(), new.Totals()), Troubles: changes(feeds(old), feeds(new))}
	pairs := match(old, new)
	for _, p := range pairs {
		var x PartDelta
		from, to := map[string]float64{}, map[string]float64{}
		var sitesFrom, sitesTo = map[string]float64{}, map[string]float64{}
		if p.old != nil {
			x.Function, x.Origin, x.From, from = p.old.Name, p.old.Origin, round(p.old.Copies*p.old.Cost), p.old.Figures()
			siteCosts(p.old, sitesFrom)
		}
		if p.new != nil {
			x.Function, x.Origin, x.To, to = p.new.Name, p.new.Origin, round(p.new.Copies*p.new.Cost), p.new.Figures()
			siteCosts(p.new, sitesTo)
		}
		switch {
		case p.old == nil:
			x.State = "new"
		case p.new == nil:
			x.State = "gone"
		default:
			x.State = "changed"
			delete(from, "bytes")
			delete(to, "bytes")
			delete(from, "estimate")
			delete(to, "estimate")
		}
		x.Why = changes(from, to)
		x.Sites = changes(sitesFrom, sitesTo)
		if x.State == "changed" && x.From == x.To && !slices.ContainsFunc(x.Why, func(c Change) bool { return c.Name != "expanded" }) {
			continue // nothing of its own: only what it calls has moved
		}
		d.Parts = append(d.Parts, x)
	}
	sort.SliceStable(d.Parts, func(i, j int) bool {
		a, b := d.Parts[i].To-d.Parts[i].From, d.Parts[j].To-d.Parts[j].From
		return max(a, -a) > max(b, -b)
	})
	return d
}

func siteCosts(f *Function, m map[string]float64) {
	for _, s := range f.Sites {
		m[s.Origin.String()] += round(s.Cost)
	}
}

func feeds(r *Report) map[string]float64 {
	m := map[string]float64{}
	for _, t := range r.Troubles {
		for k, v := range t.Feeds {
			m[t.Name+": "+k] = v
		}
	}
	return m
}

type pair struct{ old, new *Function }

// match pairs the functions of two reports, in the order of the new and then of what is gone.
func match(old, new *Report) []pair {
	key := func(f *Function, n map[string]int) string {
		name := f.Name
		if f.Origin != nil && f.Origin.File != "" {
			// the numbers in the name are of segments; what was cut off is counted in order
			name = strings.TrimRight(strings.TrimRight(name, "0123456789"), "_0123456789") + " " + f.Origin.Construct
		}
		n[name]++
		return fmt.Sprintf("%s #%d", name, n[name])
	}
	byKey := map[string]*Function{}
	count := map[string]int{}
	for i := range old.Functions {
		byKey[key(&old.Functions[i], count)] = &old.Functions[i]
	}
	var list []pair
	count = map[string]int{}
	used := map[*Function]bool{}
	for i := range new.Functions {
		f := &new.Functions[i]
		o := byKey[key(f, count)]
		if o != nil {
			used[o] = true
		}
		list = append(list, pair{o, f})
	}
	for i := range old.Functions {
		if f := &old.Functions[i]; !used[f] {
			list = append(list, pair{f, nil})
		}
	}
	return list
}
