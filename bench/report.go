package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"
)

// report is the JSON report.
type report struct {
	Date        string      `json:"date"`
	Environment environment `json:"environment"`
	Repeats     int         `json:"repeats"`
	Rows        []row       `json:"designs"`
	// Means are geometric means over the designs that were measured, by tool: Icarus Verilog's time divided by the tool's.
	Means map[string]mean `json:"means"`
}

type mean struct {
	Result float64 `json:"result_ratio"` // time to result, compile included
	Steady float64 `json:"steady_ratio"` // cycles per second once running
}

type environment struct {
	CPU      string            `json:"cpu"`
	Cores    int               `json:"cores"`
	System   string            `json:"system"`
	Load     string            `json:"load"`
	Versions map[string]string `json:"versions"`
}

// row is one design with one tool.
type row struct {
	Design   string     `json:"design"`
	Tool     string     `json:"tool"`
	Commands [][]string `json:"commands"`
	Result   usage      `json:"result"`    // median, from source to the end
	Compile  usage      `json:"compile"`   // median, of the commands in front of the last; none for gpga, which compiles as it starts
	Start    usage      `json:"start"`     // median, from source to the first clock edge simulated
	Cycles   uint64     `json:"cycles"`    // clock cycles, as the design counts them
	Steady   float64    `json:"cycles_ps"` // per CPU second behind the first edge
	Ratio    float64    `json:"result_ratio"`
	SRatio   float64    `json:"steady_ratio"`
	Runs     []usage    `json:"runs"`
	Error    string     `json:"error,omitempty"`
}

func describe(tools []tool) environment {
	e := environment{Cores: runtime.NumCPU(), System: runtime.GOOS + "/" + runtime.GOARCH, Versions: map[string]string{"go": runtime.Version()}}
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for _, l := range strings.Split(string(text), "\n") {
			if k, v, ok := strings.Cut(l, ":"); ok && strings.TrimSpace(k) == "model name" {
				e.CPU = strings.TrimSpace(v)
				break
			}
		}
	} else if out, err := exec.Command("sysctl", "-n", "machdep.cpu.brand_string").Output(); err == nil {
		e.CPU = strings.TrimSpace(string(out))
	}
	if text, err := os.ReadFile("/proc/loadavg"); err == nil {
		e.Load = strings.TrimSpace(string(text))
	}
	for _, t := range tools {
		e.Versions[t.Name] = t.Version
	}
	return e
}

// firstLine runs a command for the first line it prints.
func firstLine(argv ...string) string {
	out, _ := exec.Command(argv[0], argv[1:]...).Output()
	line, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSpace(line)
}

// finish computes what follows from the medians: ratios to Icarus Verilog's row of the same design, and the means.
func (r *report) finish() {
	base := map[string]row{}
	for _, w := range r.Rows {
		if w.Tool == "icarus" && w.Error == "" {
			base[w.Design] = w
		}
	}
	logs := map[string][2]float64{}
	counts := map[string][2]int{}
	for i := range r.Rows {
		w := &r.Rows[i]
		b, ok := base[w.Design]
		if !ok || w.Error != "" {
			continue
		}
		l, n := logs[w.Tool], counts[w.Tool]
		if w.Result.CPU > 0 && b.Result.CPU > 0 {
			w.Ratio = b.Result.CPU / w.Result.CPU
			l[0] += math.Log(w.Ratio)
			n[0]++
		}
		if w.Steady > 0 && b.Steady > 0 {
			w.SRatio = w.Steady / b.Steady
			l[1] += math.Log(w.SRatio)
			n[1]++
		}
		logs[w.Tool], counts[w.Tool] = l, n
	}
	r.Means = map[string]mean{}
	for t, l := range logs {
		if n := counts[t]; t != "icarus" && n[0] > 0 {
			m := mean{Result: math.Exp(l[0] / float64(n[0]))}
			if n[1] > 0 {
				m.Steady = math.Exp(l[1] / float64(n[1]))
			}
			r.Means[t] = m
		}
	}
}

func (r *report) print(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "design\ttool\tresult CPU s\twall s\tcompile CPU s\tstart CPU s\tstart wall s\tcycles\tcycles/CPU s\tpeak MB\tratio\tsteady ratio\t")
	for _, x := range r.Rows {
		if x.Error != "" {
			fmt.Fprintf(t, "%s\t%s\tERROR\t\t\t\t\t\t\t\t\t\t\n", x.Design, x.Tool)
			continue
		}
		fmt.Fprintf(t, "%s\t%s\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%d\t%.0f\t%.1f\t%s\t%s\t\n", x.Design, x.Tool, x.Result.CPU, x.Result.Wall, x.Compile.CPU,
			x.Start.CPU, x.Start.Wall, x.Cycles, x.Steady, float64(x.Result.Memory)/1024, times(x.Ratio), times(x.SRatio))
	}
	t.Flush()
	for _, x := range r.Rows {
		if x.Error != "" {
			fmt.Fprintf(w, "%s, %s: %s\n", x.Design, x.Tool, x.Error)
		}
	}
	for name, m := range r.Means {
		fmt.Fprintf(w, "geometric mean of Icarus Verilog's time over %s's: %.2f to the result, %.2f in the steady state\n", name, m.Result, m.Steady)
	}
	fmt.Fprintf(w, "%s, %d cores, %s, load %s; %d repeats\n", r.Environment.CPU, r.Environment.Cores, r.Environment.System, r.Environment.Load, r.Repeats)
}

func times(x float64) string {
	if x == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", x)
}

func (r *report) write(path string) error {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if dir := os.Getenv("BUILD_WORKING_DIRECTORY"); dir != "" && !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	return os.WriteFile(path, append(text, '\n'), 0o666)
}

func now() string { return time.Now().UTC().Format(time.RFC3339) }
