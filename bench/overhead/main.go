package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/pflag"

	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/tools/trace"
)

// way is one way to run gpga.
type way struct {
	name string
	args []string
	cpu  []float64 // seconds, of each run
}

func main() {
	n := pflag.IntP("runs", "n", 21, "runs of each way")
	gpga := pflag.String("gpga", "", "the gpga to measure (default: built from this source)")
	counted := pflag.Bool("instructions", false, "count instructions with valgrind instead of taking processor time: they do not vary with what else the machine does")
	limit := pflag.Float64("max", 0, "fail when --timing takes more than this many times the plain run; 0: never")
	pflag.Parse()
	o := options{runs: *n, gpga: *gpga, files: pflag.Args(), counted: *counted}
	ratio, err := o.run()
	if err == nil && *limit > 0 && ratio > *limit {
		err = fmt.Errorf("--timing takes %.4f times the plain run, more than %.4f", ratio, *limit)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "overhead:", err)
		os.Exit(1)
	}
}

// options are the command's.
type options struct {
	runs    int
	gpga    string // the program; empty: built from this source
	files   []string
	counted bool
}

func (o options) run() (ratio float64, err error) {
	n, gpga, files := o.runs, o.gpga, o.files
	if n < 3 {
		return 0, fmt.Errorf("-n %d: want at least 3", n)
	}
	dir, err := os.MkdirTemp("", "overhead-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	if gpga == "" {
		gpga = filepath.Join(dir, "gpga")
		if out, err := exec.Command("go", "build", "-o", gpga, "github.com/gpga/gpga/tools/gpga").CombinedOutput(); err != nil {
			return 0, fmt.Errorf("%w\n%s", err, out)
		}
	}
	if len(files) == 0 {
		file := filepath.Join(dir, "grown.v")
		if err := os.WriteFile(file, []byte(grown(120)), 0o644); err != nil {
			return 0, err
		}
		files = []string{file}
	}
	if o.counted {
		return instructions(n, gpga, files)
	}
	ways := []*way{
		{name: "plain"},
		{name: "plain again"}, // how far two equal ways are apart: the noise
		{name: "--timing", args: []string{"--timing"}},
		{name: "--trace", args: []string{"--trace", filepath.Join(dir, "t.json")}},
		{name: "--pprof", args: []string{"--pprof", filepath.Join(dir, "p.pb.gz")}},
	}
	for turn := range n + 1 {
		for i := range ways {
			w := ways[(i+turn)%len(ways)]
			s, err := once(gpga, slices.Concat([]string{"run", "-q"}, w.args, files))
			if err != nil {
				return 0, err
			}
			if turn > 0 { // the first warms the file cache
				w.cpu = append(w.cpu, s)
			}
		}
	}
	t := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintf(t, "way\tcpu, median\tratio to plain\t± standard error\n")
	base := ways[0]
	for _, w := range ways {
		pairs := make([]float64, len(w.cpu))
		for i := range pairs {
			pairs[i] = w.cpu[i] / base.cpu[i]
		}
		r := median(pairs)
		if w.name == "--timing" {
			ratio = r
		}
		fmt.Fprintf(t, "%s\t%.1f ms\t%.4f\t%.4f\n", w.name, 1e3*median(w.cpu), r, spread(pairs))
	}
	if err := t.Flush(); err != nil {
		return 0, err
	}
	count, each, err := recording(gpga, dir, files)
	if err != nil {
		return 0, err
	}
	fmt.Printf("--timing records %d runs of passes; recording one takes %.2f µs, all of them %.3f %% of the plain run\n", count, 1e6*each, 100*float64(count)*each/median(base.cpu))
	return ratio, nil
}

// recording counts the passes that a run records, and measures what recording one takes, in seconds of processor time: a figure
// that does not drown in the noise of whole runs.
func recording(gpga, dir string, files []string) (runs int, each float64, err error) {
	report := filepath.Join(dir, "report.json")
	if _, err := once(gpga, slices.Concat([]string{"run", "-q", "--timing", "--json", report}, files)); err != nil {
		return 0, 0, err
	}
	text, err := os.ReadFile(report)
	if err != nil {
		return 0, 0, err
	}
	var got struct{ Passes []trace.Row }
	if err := json.Unmarshal(text, &got); err != nil {
		return 0, 0, err
	}
	for _, p := range got.Passes {
		runs += p.Runs
	}
	const n = 20000
	r := trace.New()
	r.Full = true
	size := &passes.IR{Unit: "bytes", Size: func() int { return n }}
	start := time.Now()
	for range n {
		passes.Run(r, passes.Pass{Name: "pass", In: size, Out: size}, func() {})
	}
	return runs, time.Since(start).Seconds() / n, nil
}

// once runs gpga and gives its processor time.
func once(gpga string, args []string) (float64, error) {
	c := exec.Command(gpga, args...)
	c.Env = append(os.Environ(), "GOMAXPROCS=1") // one processor: what other threads wait for is no work
	killer := time.AfterFunc(5*time.Minute, func() { c.Process.Kill() })
	defer killer.Stop()
	out, err := c.CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("gpga %s: %w\n%.2000s", strings.Join(args, " "), err, out)
	}
	return (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), nil
}

func median(v []float64) float64 {
	s := slices.Clone(v)
	slices.Sort(s)
	if len(s)%2 == 1 {
		return s[len(s)/2]
	}
	return (s[len(s)/2-1] + s[len(s)/2]) / 2
}

// spread is the standard error of the median, from the median distance to it.
func spread(v []float64) float64 {
	m := median(v)
	d := make([]float64, len(v))
	for i := range v {
		d[i] = math.Abs(v[i] - m)
	}
	return 1.2533 * 1.4826 * median(d) / math.Sqrt(float64(len(v)))
}

// grown is a design of n processes, all different, with a clock of a thousand edges.
func grown(n int) string {
	var b strings.Builder
	b.WriteString("module top;\n  reg clk = 0;\n  integer edges = 0;\n  always #1 clk = ~clk;\n")
	for i := range n {
		fmt.Fprintf(&b, "  reg [%d:0] a%d = %d;\n  always @(posedge clk) begin\n    if (a%d[%d]) a%d <= a%d + %d; else a%d <= {a%d, a%d[%d]};\n    case (a%d[1:0]) 0: a%d[2] <= 1; 1: a%d[3] <= ^a%d; default: ; endcase\n  end\n",
			7+i%50, i, i+1, i, i%7, i, i, 3*i+1, i, i, max(0, i-1), i%8, i, i, i, i)
	}
	b.WriteString("  always @(posedge clk) begin edges = edges + 1; if (edges == 1000) $finish; end\nendmodule\n")
	return b.String()
}
