package cost

import "sort"

// Trouble is one of the five ways in which shader compilers are known to come into trouble, with what of the text feeds it.
type Trouble struct {
	Name string `json:"name"`
	// Advice is what to change in the text when it is this one.
	Advice string `json:"advice"`
	// Feeds are the features that feed it.
	Feeds map[string]float64 `json:"feeds"`
	// Functions are those that feed it most, the first the most.
	Functions []Feeder `json:"functions,omitempty"`
}

// Feeder is a function's share in a trouble.
type Feeder struct {
	Name   string  `json:"function"`
	Share  float64 `json:"share"` // 0 to 1
	Origin *Origin `json:"origin,omitempty"`
}

// The names of the five troubles.
const (
	TroubleCFG       = "cfg simplification"
	TroublePhi       = "phi growth"
	TroubleCloning   = "block cloning"
	TroubleSymbols   = "symbols and metadata"
	TroubleFootprint = "footprint"
)

// maxFeeders bounds how many functions a trouble names.
const maxFeeders = 3

// troubles sums what feeds each of the five, over the functions that are reached, as often as they stand in the compiled text.
func (r *Report) troubles() []Trouble {
	t := &r.Total
	var inlined, named float64
	for i := range r.Functions {
		f := &r.Functions[i]
		inlined += cloned(f)
		named += symbols(f)
	}
	return []Trouble{
		{TroubleCFG, "put ladders into tables, split large switches into bounded ones, move bodies into functions that are not inlined",
			map[string]float64{"diamonds": float64(t.Diamonds), "longest_ladder": float64(t.Ladder), "branches": float64(t.Branches), "switch_cases": float64(t.SwitchCases), "expanded_merges": t.Weight.Merges},
			r.feeders(func(f *Function) float64 { return f.Copies * float64(f.Merges+f.SwitchCases) })},
		{TroublePhi, "load, use and store within a straight piece: hold nothing in a local across a ladder of branches",
			map[string]float64{"phi": float64(t.Phi), "live_at_merges": float64(t.Live), "expanded_phi": t.Weight.Phi},
			r.feeders(func(f *Function) float64 { return f.Copies * float64(f.Phi) })},
		{TroubleCloning, "mark helpers noinline, share one function among blocks of equal shape, keep loops from being unrolled",
			map[string]float64{"inlined_tokens": inlined, "repeated_nodes": float64(t.Repeats), "unrolled_ops": t.Weight.Unrolled},
			r.feeders(func(f *Function) float64 { return cloned(f) + float64(f.Repeats) })},
		{TroubleSymbols, "fewer named values and functions: larger expressions, tables in one buffer",
			map[string]float64{"named_values": named, "functions": float64(t.Functions), "calls": float64(t.Calls)},
			r.feeders(symbols)},
		{TroubleFootprint, "less text: bytecode for a vm, tables for what repeats",
			map[string]float64{"tokens": float64(t.Tokens), "expanded_tokens": t.Weight.Tokens, "expanded_ops": t.Weight.Ops, "expanded_blocks": t.Weight.Blocks},
			r.feeders(func(f *Function) float64 { return f.Copies * float64(f.Tokens) })},
	}
}

// cloned is the text of a function that stands in the compiled text beside its first copy.
func cloned(f *Function) float64 { return max(f.Copies-1, 0) * float64(f.Tokens) }

func symbols(f *Function) float64 { return f.Copies * float64(f.Locals+1) }

// feeders gives the functions of the largest shares.
func (r *Report) feeders(of func(f *Function) float64) []Feeder {
	total := 0.0
	order := make([]int, len(r.Functions))
	for i := range r.Functions {
		order[i] = i
		total += of(&r.Functions[i])
	}
	if total == 0 {
		return nil
	}
	sort.SliceStable(order, func(a, b int) bool { return of(&r.Functions[order[a]]) > of(&r.Functions[order[b]]) })
	var list []Feeder
	for _, i := range order[:min(len(order), maxFeeders)] {
		if share := of(&r.Functions[i]) / total; share > 0 {
			list = append(list, Feeder{Name: r.Functions[i].Name, Share: round(share), Origin: r.Functions[i].Origin})
		}
	}
	return list
}
