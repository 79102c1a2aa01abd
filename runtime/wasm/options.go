package wasm

import "sort"

// Pass is one improvement of the lowering that can be switched off by name, to
// bisect a fault or to measure what the pass is worth.
type Pass struct {
	Name string
	Doc  string
	// set switches the pass in the builder's flags.
	set func(*flags, bool)
}

// Passes lists what can be switched, in the order in which the passes act on a
// piece of code. All are on unless Options.Off names them.
var Passes = []Pass{
	{"inline", "replace calls of small helpers by their bodies", func(f *flags, on bool) { f.inline = on }},
	{"fold", "constants and algebra: x&0, x|0, masks that change nothing, branches on constants", func(f *flags, on bool) { f.fold = on }},
	{"copy", "an assigned variable is its value, not a wasm local", func(f *flags, on bool) { f.copy = on }},
	{"cse", "compute an expression once in a straight piece", func(f *flags, on bool) { f.cse = on }},
	{"forward", "reuse loads, and stored values, until a store may change them", func(f *flags, on bool) { f.forward = on }},
	{"select", "turn small branches without effects into selects", func(f *flags, on bool) { f.ifconv = on }},
	{"dce", "drop values and assignments that nothing reads", func(f *flags, on bool) { f.dce = on }},
	{"tree", "keep a value that is used once on the wasm stack", func(f *flags, on bool) { f.tree = on }},
	{"slots", "reuse wasm locals whose value is dead", func(f *flags, on bool) { f.slots = on }},
	{"touch", "touch a function's highest address first, so that later bounds checks fall away", func(f *flags, on bool) { f.touch = on }},
}

// PassNames lists the names of Passes, sorted.
func PassNames() []string {
	var names []string
	for _, p := range Passes {
		names = append(names, p.Name)
	}
	sort.Strings(names)
	return names
}

// flags is what the passes switch.
type flags struct {
	inline, fold, copy, cse, forward, ifconv, dce, tree, slots, touch bool
}

// Options steer Compile. The zero value means: every pass on, no function
// constants, memory up to 4 GiB.
type Options struct {
	// FunctionConstants gives the values of [[function_constant(n)]], by n.
	FunctionConstants map[int]uint64
	// Off names passes to switch off.
	Off map[string]bool
	// MaxPages bounds the memory, in pages of 64 KiB; 0 means 65536.
	MaxPages uint32
	// Workers is the number of goroutines; 0 means one per CPU.
	Workers int
}

func (o *Options) flags() flags {
	var f flags
	for _, p := range Passes {
		p.set(&f, !o.Off[p.Name])
	}
	return f
}

// Limits of the optimiser, chosen by measurement (see the benchmarks).
const (
	inlineLimit    = 160   // expression nodes of a helper, its own inlined helpers included
	inlineBudget   = 40000 // nodes that inlining may add to one function; beyond that
	inlineSmall    = 24    // only helpers of this size are inlined in it
	reuseWindow    = 400   // nodes since its last use after which a value is computed anew
	loadWindow     = 300   // the same for loads
	rememberedMem  = 48    // loads and stores remembered at a time
	selectNodes    = 14    // nodes that both arms of a branch may have to become selects
	selectValues   = 4     // values that such a branch may merge
	touchThreshold = 4     // constant-offset accesses that make a touch worth it
	clobberScan    = 24    // stores looked at to let a load wait for its use
	brTableSlack   = 4     // br_table entries allowed per case label
)
