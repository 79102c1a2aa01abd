package cost

import "math"

// Estimates say what a kernel takes of one compiler, beyond what an empty kernel takes. They are for ranking: the units are those of
// the compiler and the machine that the coefficients were fitted on (clang 14 at -O2; docs/compile-cost.md has the method and how
// well they rank designs that they were not fitted to).
type Estimates struct {
	CPU    float64 `json:"cpu_ms"`    // milliseconds of CPU time
	Memory float64 `json:"memory_kb"` // KiB of peak memory
}

// Backends are the compilers that there are estimates for, by the names of gpga measure.
var Backends = []string{"x86-64", "nvptx64", "amdgcn"}

// Nearest is the one that Kernel.Estimate and Kernel.Memory are of: the GPU compiler whose growth is most like the one that is
// reported of Apple's.
const Nearest = "amdgcn"

// terms are what the estimates are sums of. Each is a figure of the kernel; share is what one function adds to it, and nil where that
// cannot be told.
var terms = []struct {
	name  string
	of    func(k *Kernel) float64
	share func(f *Function) float64
}{
	// What is read: all of the text, once.
	{"text", func(k *Kernel) float64 { return float64(k.Text) }, func(f *Function) float64 { return float64(f.Tokens) }},
	// What is compiled whether it is inlined or not.
	{"compiled", func(k *Kernel) float64 { return float64(k.Compiled) }, func(f *Function) float64 { return oneIf(f.Kernel || f.NoInline) }},
	{"ops", func(k *Kernel) float64 { return operations(&k.Counts) }, func(f *Function) float64 { return operations(&f.Counts) }},
	{"phi", func(k *Kernel) float64 { return float64(k.Phi) }, func(f *Function) float64 { return float64(f.Phi) }},
	{"live", func(k *Kernel) float64 { return float64(k.Live) }, func(f *Function) float64 { return float64(f.Live) }},
	// What is there when all that can be inlined is.
	{"expanded ops", func(k *Kernel) float64 { return k.Weight.Ops }, func(f *Function) float64 { return f.Copies * operations(&f.Counts) }},
	{"expanded merges", func(k *Kernel) float64 { return k.Weight.Merges }, func(f *Function) float64 { return f.Copies * float64(f.Merges) }},
	{"expanded phi", func(k *Kernel) float64 { return k.Weight.Phi }, func(f *Function) float64 { return f.Copies * float64(f.Phi) }},
	{"expanded live", func(k *Kernel) float64 { return k.Weight.Live }, func(f *Function) float64 { return f.Copies * float64(f.Live) }},
	{"expanded calls", func(k *Kernel) float64 { return k.Weight.Calls }, func(f *Function) float64 { return f.Copies * float64(f.Calls) }},
	// What one function is at most: passes over a function take more than in proportion to it, and memory is let go between functions.
	{"largest ops", func(k *Kernel) float64 { return k.Largest.Ops }, nil},
	{"largest blocks", func(k *Kernel) float64 { return k.Largest.Blocks }, nil},
	{"largest ops^1.5", func(k *Kernel) float64 { return math.Pow(k.Largest.Ops, 1.5) }, nil},
}

func operations(c *Counts) float64 { return float64(c.Ops + c.Loads + c.Stores + c.Calls) }

func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// Terms gives the names of the terms that estimates are sums of, and their values in k: what bench/correlate fits coefficients to.
func Terms(k *Kernel) (names []string, values []float64) {
	for _, t := range terms {
		names, values = append(names, t.name), append(values, t.of(k))
	}
	return names, values
}

// coefficients of the terms, by backend: milliseconds and KiB for each. They come from bench/correlate -fit.
var coefficients = map[string]struct{ cpu, memory map[string]float64 }{
	"x86-64": {
		map[string]float64{"text": 0.00511, "compiled": 1.41, "ops": 0.0609, "phi": 0.725, "live": 0.0747, "expanded ops": 0.0154, "expanded merges": 0.00819, "largest ops": 0.0623},
		map[string]float64{"live": 0.375, "expanded calls": 1.55, "largest ops": 0.24, "largest blocks": 0.274},
	},
	"nvptx64": {
		map[string]float64{"compiled": 0.689, "ops": 0.0969, "live": 0.0938, "expanded ops": 0.00051, "expanded merges": 0.0104, "expanded calls": 0.158, "largest ops": 0.03, "largest blocks": 0.0165},
		map[string]float64{"phi": 1.52, "expanded calls": 3.03, "largest ops": 0.0858, "largest blocks": 0.00107},
	},
	"amdgcn": {
		map[string]float64{"compiled": 2.96, "ops": 0.038, "expanded ops": 0.00931, "expanded live": 0.304, "expanded calls": 0.101, "largest ops": 0.0185, "largest ops^1.5": 0.000819},
		map[string]float64{"expanded live": 1.39, "expanded calls": 0.352, "largest ops": 1.32},
	},
}

// EstimatesOf gives the estimates of a kernel from its other figures, for every backend.
func EstimatesOf(k *Kernel) map[string]Estimates {
	list := map[string]Estimates{}
	for _, b := range Backends {
		var e Estimates
		for _, t := range terms {
			v := t.of(k)
			e.CPU += coefficients[b].cpu[t.name] * v
			e.Memory += coefficients[b].memory[t.name] * v
		}
		list[b] = Estimates{round(math.Min(e.CPU, exact)), round(math.Min(e.Memory, exact))}
	}
	return list
}

// share is what a function adds to Kernel.Estimate, as far as that can be told function by function.
func share(f *Function) float64 {
	sum := 0.0
	for _, t := range terms {
		if t.share != nil {
			sum += coefficients[Nearest].cpu[t.name] * t.share(f)
		}
	}
	return round(math.Min(sum, exact))
}
