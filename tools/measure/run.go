package measure

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/gpga/gpga/runtime/clang"
)

// Request says what to measure. Name and Text suffice.
type Request struct {
	Name     string   // of the text, for messages and the report: a file's
	Text     string   // MSL
	Backends []string // names; none: all that are present
	Warmup   int      // runs before those that count; 0: one, below 0: none
	Runs     int      // runs that count; 0: five
	Caps     Caps     // of one run
	Whole    bool     // the text as it is, instead of each kernel on its own
	Empty    bool     // measure an empty kernel as well, whose cost is the compiler's own start
	IR       bool     // count the LLVM IR before and after optimization
	Passes   bool     // read the compiler's own timings of its passes
	// Instructions counts what the compiler executes, with callgrind: the same on every machine of a kind, and some fifty times
	// as slow as compiling.
	Instructions bool
	// Short, where above 0, ends the repeats of a compilation that takes more CPU seconds than that: they vary little.
	Short float64
	// Progress, where not nil, is told of each result.
	Progress func(kernel string, r *Result)
}

// Report is what was measured.
type Report struct {
	Schema      int         `json:"schema"` // 1
	Environment Environment `json:"environment"`
	Runs        int         `json:"runs"`
	Warmup      int         `json:"warmup"`
	Caps        Caps        `json:"caps"`
	Empty       []Result    `json:"empty,omitempty"` // the empty kernel, by backend
	Kernels     []Kernel    `json:"kernels"`
}

// Kernel is one kernel of a text.
type Kernel struct {
	Name     string   `json:"kernel"` // its function; empty for a whole text
	File     string   `json:"file"`
	Text     string   `json:"-"` // what was compiled
	Bytes    int      `json:"bytes"`
	Warnings []string `json:"warnings,omitempty"`
	Results  []Result `json:"results"`
}

// Result is a kernel on a backend.
type Result struct {
	Backend string     `json:"backend"`
	Command [][]string `json:"command"` // the full command lines; @DIR stands for the folder that the text lies in
	CPU     Spread     `json:"cpu_s"`
	Wall    Spread     `json:"wall_s"`
	PeakMB  Spread     `json:"peak_mb"`
	Object  int64      `json:"object_bytes"`
	Runs    []Usage    `json:"runs"`
	// Killed tells that the runs ended at a cap, and at which: "time", "memory", "a signal".
	Killed string `json:"killed,omitempty"`
	// Error is what the compiler said of a text that it rejects.
	Error        string   `json:"error,omitempty"`
	IR           *IR      `json:"ir,omitempty"`
	Timing       *Timings `json:"timing,omitempty"`
	Instructions int64    `json:"instructions,omitempty"`
}

// Figure gives a figure by its name: cpu_s, wall_s, peak_mb, object_bytes, instructions, ir.instructions, ir.blocks, ir.phis. Those
// that were not measured are not there.
func (r *Result) Figure(name string) (float64, bool) {
	if r.Error != "" {
		return 0, false
	}
	switch name {
	case "cpu_s":
		return r.CPU.Median, true
	case "wall_s":
		return r.Wall.Median, true
	case "peak_mb":
		return r.PeakMB.Median, true
	case "object_bytes":
		return float64(r.Object), r.Killed == ""
	case "instructions":
		return float64(r.Instructions), r.Instructions != 0
	}
	if r.IR == nil {
		return 0, false
	}
	switch name {
	case "ir.instructions":
		return float64(r.IR.After.Instructions), true
	case "ir.blocks":
		return float64(r.IR.After.Blocks), true
	case "ir.phis":
		return float64(r.IR.After.Phis), true
	}
	return 0, false
}

// Figures names what Figure knows.
var Figures = []string{"cpu_s", "wall_s", "peak_mb", "object_bytes", "instructions", "ir.instructions", "ir.blocks", "ir.phis"}

// EmptyKernel is the text whose cost is that of starting a compiler.
const EmptyKernel = "#include <metal_stdlib>\nusing namespace metal;\nkernel void gpga_step(device uint *st [[buffer(0)]]) { st[0] = 0u; }\n"

// Run measures.
func Run(ctx context.Context, q Request) (*Report, error) {
	backends, err := Select(q.Backends)
	if err != nil {
		return nil, err
	}
	if q.Runs == 0 {
		q.Runs = 5
	}
	switch {
	case q.Warmup == 0:
		q.Warmup = 1
	case q.Warmup < 0:
		q.Warmup = 0
	}
	if q.Runs < 1 {
		return nil, fmt.Errorf("%d runs: want at least one", q.Runs)
	}
	q.Caps = q.Caps.filled()
	rep := &Report{Schema: 1, Environment: Describe(ctx, backends), Runs: q.Runs, Warmup: q.Warmup, Caps: q.Caps}
	if q.Empty {
		e := Kernel{Name: "gpga_step", File: "empty.metal", Text: EmptyKernel, Bytes: len(EmptyKernel)}
		if rep.Empty, err = q.kernel(ctx, backends, &e); err != nil {
			return nil, err
		}
	}
	rep.Kernels = Kernels(q.Name, q.Text, q.Whole)
	for i := range rep.Kernels {
		k := &rep.Kernels[i]
		if k.Results, err = q.kernel(ctx, backends, k); err != nil {
			return nil, err
		}
	}
	return rep, nil
}

func (q *Request) kernel(ctx context.Context, backends []Backend, k *Kernel) ([]Result, error) {
	var list []Result
	for i := range backends {
		r, err := q.one(ctx, &backends[i], k)
		if err != nil {
			return nil, fmt.Errorf("%s, %s: %w", k.File, backends[i].Name, err)
		}
		if q.Progress != nil {
			q.Progress(k.Name, &r)
		}
		list = append(list, r)
	}
	return list, nil
}

// one measures a kernel on a backend.
func (q *Request) one(ctx context.Context, b *Backend, k *Kernel) (Result, error) {
	dir, err := os.MkdirTemp("", "gpga-measure-")
	if err != nil {
		return Result{}, err
	}
	defer os.RemoveAll(dir)
	steps, err := b.prepare(dir, k)
	if err != nil {
		return Result{}, err
	}
	r := Result{Backend: b.Name, Command: portable(steps, dir)}
	for i := -q.Warmup; i < q.Runs; i++ {
		use, rejected, err := runSteps(ctx, q.Caps, dir, steps)
		if err != nil {
			return r, err
		}
		if rejected != "" {
			r.Error = strings.ReplaceAll(rejected, dir+string(filepath.Separator), "")
			return r, nil
		}
		if use.Killed != "" {
			r.Killed, r.Runs = use.Killed, append(r.Runs, use)
			break
		}
		if i >= 0 || q.Short > 0 && use.CPU > q.Short {
			r.Runs = append(r.Runs, use)
		}
		if q.Short > 0 && use.CPU > q.Short {
			break
		}
	}
	r.summarize()
	if st, err := os.Stat(filepath.Join(dir, object)); err == nil && r.Killed == "" {
		r.Object = st.Size()
	}
	if r.Killed != "" || !b.llvm {
		return r, nil
	}
	if q.IR {
		if r.IR, err = countIR(ctx, q.Caps, b, dir, steps[0]); err != nil {
			return r, err
		}
	}
	if q.Passes {
		if r.Timing, err = timings(ctx, q.Caps, dir, steps[0]); err != nil {
			return r, err
		}
	}
	if q.Instructions {
		if r.Instructions, err = callgrind(ctx, dir, steps[0]); err != nil {
			return r, err
		}
	}
	return r, nil
}

// summarize fills in the spreads. Of runs that ended at a cap, the last is what counts.
func (r *Result) summarize() {
	runs := r.Runs
	if r.Killed != "" && len(runs) > 0 {
		runs = runs[len(runs)-1:]
	}
	pick := func(f func(u Usage) float64) Spread {
		var v []float64
		for _, u := range runs {
			v = append(v, f(u))
		}
		return Summarize(v)
	}
	r.CPU = pick(func(u Usage) float64 { return u.CPU })
	r.Wall = pick(func(u Usage) float64 { return u.Wall })
	r.PeakMB = pick(func(u Usage) float64 { return u.PeakMB })
}

// prepare writes a kernel's files to a folder and gives the commands that compile them there.
func (b *Backend) prepare(dir string, k *Kernel) ([][]string, error) {
	args, err := clang.Frontend(dir, k.Text)
	if err != nil {
		return nil, err
	}
	if b.Name != metalName {
		return b.steps(b, dir, args), nil
	}
	// Apple's tools have the real header, and know what a function constant is.
	err = errors.Join(os.Remove(filepath.Join(dir, "metal_stdlib")), os.WriteFile(filepath.Join(dir, "kernel.metal"), []byte(k.Text), 0o644),
		os.WriteFile(filepath.Join(dir, pipelines), []byte(pipelineScript(kernelNames(k))), 0o644))
	return b.steps(b, dir, args), err
}

func kernelNames(k *Kernel) []string {
	if k.Name != "" {
		return []string{k.Name}
	}
	var list []string
	for _, m := range Kernels(k.File, k.Text, false) {
		list = append(list, m.Name)
	}
	return list
}

// portable spells commands without the folder that they ran in.
func portable(steps [][]string, dir string) [][]string {
	out := make([][]string, len(steps))
	for i, s := range steps {
		for _, a := range s {
			out[i] = append(out[i], strings.ReplaceAll(a, dir, "@DIR"))
		}
	}
	return out
}

// runSteps runs the commands one after the other. A step that fails of itself rejects the text.
func runSteps(ctx context.Context, c Caps, dir string, steps [][]string) (total Usage, rejected string, err error) {
	for _, argv := range steps {
		o, err := launch(ctx, c, dir, argv)
		if err != nil {
			return total, "", err
		}
		total.CPU += o.CPU
		total.Wall += o.Wall
		total.PeakMB = max(total.PeakMB, o.PeakMB)
		if o.Killed != "" {
			total.Killed = o.Killed
			return total, "", nil
		}
		if o.Exit != 0 {
			return total, firstErrors(o.Output), nil
		}
	}
	return total, "", nil
}

// firstErrors are the lines of a compiler's output that name errors, at most five.
func firstErrors(text string) string {
	var list []string
	for _, l := range strings.Split(text, "\n") {
		if strings.Contains(l, "error:") && len(list) < 5 {
			list = append(list, strings.TrimSpace(l))
		}
	}
	if len(list) == 0 {
		return "the compiler fails without an error message: " + strings.TrimSpace(tail(text, 400))
	}
	return strings.Join(list, "\n")
}

var collectedRE = regexp.MustCompile(`Collected *: (\d+)`)

// callgrind counts the instructions that a command executes.
func callgrind(ctx context.Context, dir string, argv []string) (int64, error) {
	o, err := launch(ctx, Caps{3600, 1 << 20}, dir, append([]string{"valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"}, argv...))
	if err != nil {
		return 0, err
	}
	m := collectedRE.FindStringSubmatch(o.Output)
	if m == nil {
		return 0, fmt.Errorf("valgrind gives no count: %s", tail(o.Output, 400))
	}
	return strconv.ParseInt(m[1], 10, 64)
}
