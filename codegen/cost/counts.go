package cost

import "math"

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
	Phi           int `json:"phi"`            // see construct
	Calls         int `json:"calls"`          // call expressions, built-in functions not counted
	Ops           int `json:"ops"`            // operators, comparisons, conversions between sizes, computations of addresses
	Loads         int `json:"loads"`          // reads through pointers and of arrays
	Stores        int `json:"stores"`         // writes through pointers and to arrays
	Blocks        int `json:"blocks"`         // basic blocks, as a compiler's front end would make them
	Locals        int `json:"locals"`         // named values: parameters and local variables
	Live          int `json:"live"`           // over all merge points, the variables in scope there
	Ladder        int `json:"ladder"`         // arms of the longest ladder: else-ifs, cases of a switch
	Diamonds      int `json:"diamonds"`       // branches both of whose arms do something
	Repeats       int `json:"repeats"`        // nodes of the tree in blocks of a shape that has stood before
	Unrolled      int `json:"unrolled"`       // ops, loads, stores and calls, those in short loops of a known count as often as they run
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
	c.Ops += d.Ops
	c.Loads += d.Loads
	c.Stores += d.Stores
	c.Blocks += d.Blocks
	c.Locals += d.Locals
	c.Live += d.Live
	c.Ladder = max(c.Ladder, d.Ladder)
	c.Diamonds += d.Diamonds
	c.Repeats += d.Repeats
	c.Unrolled = min(c.Unrolled+d.Unrolled, maxUnrolled)
}

// Composite is tokens + 100 merges + 2 phi: the first estimate, kept because the ledger's history is in it. Estimate ranks better.
func (c Counts) Composite() float64 {
	return float64(c.Tokens) + 100*float64(c.Merges) + 2*float64(c.Phi)
}

// Features are the counts by their names in JSON.
func (c Counts) Features() map[string]float64 {
	return map[string]float64{
		"tokens": float64(c.Tokens), "bytes": float64(c.Bytes), "lines": float64(c.Lines), "branches": float64(c.Branches), "switches": float64(c.Switches),
		"switch_cases": float64(c.SwitchCases), "largest_switch": float64(c.LargestSwitch), "ternaries": float64(c.Ternaries), "loops": float64(c.Loops),
		"merges": float64(c.Merges), "phi": float64(c.Phi), "calls": float64(c.Calls), "ops": float64(c.Ops), "loads": float64(c.Loads), "stores": float64(c.Stores),
		"blocks": float64(c.Blocks), "locals": float64(c.Locals), "live": float64(c.Live), "ladder": float64(c.Ladder), "diamonds": float64(c.Diamonds), "repeats": float64(c.Repeats), "unrolled": float64(c.Unrolled),
	}
}

// Weight is what counts of a function when calls are expanded: sums that can grow past what an int holds.
type Weight struct {
	Tokens float64 `json:"tokens"`
	Merges float64 `json:"merges"`
	Phi    float64 `json:"phi"`
	Ops    float64 `json:"ops"` // with loads, stores and calls
	Blocks float64 `json:"blocks"`
	Memory float64 `json:"memory"` // loads and stores
	Calls  float64 `json:"calls"`
	Live   float64 `json:"live"`
	// Unrolled is Ops, those in short loops of a known count as often as they run.
	Unrolled float64 `json:"unrolled"`
}

func weigh(c Counts) Weight {
	return Weight{float64(c.Tokens), float64(c.Merges), float64(c.Phi), float64(c.Ops + c.Loads + c.Stores + c.Calls), float64(c.Blocks), float64(c.Loads + c.Stores), float64(c.Calls), float64(c.Live), float64(c.Unrolled)}
}

// maxUnrolled bounds Counts.Unrolled, which grows as the power of how deep loops nest.
const maxUnrolled = 1 << 40

// exact is the largest number that is kept: it and all below are the same in JSON.
const exact = 1 << 53

func (w *Weight) add(times, unrolled float64, v Weight) {
	sum := func(a *float64, b float64) { *a = math.Min(*a+times*b, exact) }
	sum(&w.Tokens, v.Tokens)
	sum(&w.Merges, v.Merges)
	sum(&w.Phi, v.Phi)
	sum(&w.Ops, v.Ops)
	sum(&w.Blocks, v.Blocks)
	sum(&w.Memory, v.Memory)
	sum(&w.Calls, v.Calls)
	sum(&w.Live, v.Live)
	w.Unrolled = math.Min(w.Unrolled+unrolled*v.Unrolled, exact)
}

// Composite is the first estimate of the expanded counts.
func (w Weight) Composite() float64 { return math.Min(w.Tokens+100*w.Merges+2*w.Phi, exact) }
