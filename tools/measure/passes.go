package measure

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Timings are the compiler's own: where one run of it went.
type Timings struct {
	Phases []Timing `json:"phases"` // of -ftime-trace: front end, optimizer, code generation; the longest first
	Passes []Timing `json:"passes"` // of -ftime-report, summed by name; the longest first
	// Troubles sums the passes by what feeds them, as gpga cost does its features.
	Troubles []Timing `json:"troubles"`
}

// Timing is a share of the compiler's time.
type Timing struct {
	Name    string  `json:"name"`
	Group   string  `json:"group,omitempty"` // the report that a pass stands in
	Seconds float64 `json:"seconds"`         // CPU of passes, wall of phases
	Count   int     `json:"count,omitempty"` // events
}

// timings compiles once more, with the compiler's timers on.
func timings(ctx context.Context, c Caps, dir string, argv []string) (*Timings, error) {
	// Clang before 16 cannot name the trace: it stands beside the object, under its name with another ending.
	trace := ""
	if i := slices.Index(argv, "-o"); i >= 0 && i+1 < len(argv) {
		object := argv[i+1]
		trace = strings.TrimSuffix(object, filepath.Ext(object)) + ".json"
		if !filepath.IsAbs(trace) {
			trace = filepath.Join(dir, trace)
		}
	}
	o, err := launch(ctx, c, dir, append(slices.Clone(argv), "-ftime-report", "-ftime-trace"))
	if err != nil || o.Killed != "" {
		return nil, err
	}
	if o.Exit != 0 {
		return nil, fmt.Errorf("the compiler gives no timings: %s", firstErrors(o.Output))
	}
	t := &Timings{Passes: ParseTimeReport(o.Output)}
	if text, err := os.ReadFile(trace); err == nil {
		if t.Phases, err = ParseTimeTrace(text); err != nil {
			return nil, err
		}
	}
	t.Troubles = byTrouble(t.Passes)
	return t, nil
}

var (
	columnRE = regexp.MustCompile(`^\s*([0-9]+\.[0-9]+) \(\s*-?[0-9.]+%\)`)
	plainRE  = regexp.MustCompile(`^\s*---`)
)

// ParseTimeReport reads the tables of -ftime-report, in either order of columns, and sums the rows of equal names within reports of
// one title. Tables that hold only others' sums (front end, ungrouped timers) are left out.
func ParseTimeReport(text string) []Timing {
	sum := map[[2]string]*Timing{}
	title, head := "", []string(nil)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		switch {
		case strings.HasPrefix(l, "===---"):
			// the title stands between two such lines
			if i+2 < len(lines) && strings.HasPrefix(lines[i+2], "===---") {
				title, head = strings.TrimSpace(lines[i+1]), nil
			}
			continue
		case plainRE.MatchString(l):
			head = strings.FieldsFunc(l, func(r rune) bool { return r == ' ' || r == '-' })
			continue
		}
		rest, values := l, []float64(nil)
		for {
			m := columnRE.FindStringSubmatch(rest)
			if m == nil {
				break
			}
			v, err := strconv.ParseFloat(m[1], 64)
			if err != nil {
				break
			}
			values, rest = append(values, v), rest[len(m[0]):]
		}
		name := strings.TrimSpace(rest)
		if len(values) == 0 || name == "" || name == "Total" || strings.Contains(title, "Ungrouped") || strings.Contains(title, "front-end") {
			continue
		}
		key := [2]string{title, name}
		if sum[key] == nil {
			sum[key] = &Timing{Name: name, Group: title}
		}
		sum[key].Seconds += values[cpuColumn(head, len(values))]
		sum[key].Count++
	}
	return longest(sum)
}

// cpuColumn finds User+System among the columns that a table has; the last, wall time, when it is not there.
func cpuColumn(head []string, n int) int {
	for i, k := 0, 0; i < len(head) && k < n; i++ {
		switch head[i] {
		case "User+System":
			return k
		case "Time", "Name", "Instr", "Mem":
		default:
			k++
		}
	}
	return n - 1
}

// longest sorts by time, then name, without what took no time.
func longest[K comparable](sum map[K]*Timing) []Timing {
	var list []Timing
	for _, t := range sum {
		if t.Seconds > 0 {
			t.Seconds = round(t.Seconds)
			list = append(list, *t)
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].Seconds != list[j].Seconds {
			return list[i].Seconds > list[j].Seconds
		}
		return list[i].Name < list[j].Name
	})
	return list
}

// phases are the events of -ftime-trace that are no passes, and what they are called here.
var phases = map[string]string{"ExecuteCompiler": "all", "Frontend": "front end", "Optimizer": "optimizer", "CodeGenPasses": "code generation", "Backend": "optimizer and code generation"}

// ParseTimeTrace reads a trace of -ftime-trace and gives the phases.
func ParseTimeTrace(text []byte) ([]Timing, error) {
	var trace struct {
		Events []struct {
			Name string  `json:"name"`
			Dur  float64 `json:"dur"`
			Args struct {
				Count int `json:"count"`
			} `json:"args"`
		} `json:"traceEvents"`
	}
	if err := json.Unmarshal(text, &trace); err != nil {
		return nil, fmt.Errorf("the compiler's trace: %w", err)
	}
	sum := map[string]*Timing{}
	for _, e := range trace.Events {
		name, ok := strings.CutPrefix(e.Name, "Total ")
		if p := phases[name]; ok && p != "" {
			sum[p] = &Timing{Name: p, Seconds: e.Dur / 1e6, Count: e.Args.Count}
		}
	}
	return longest(sum), nil
}

// troubles tells by its name what feeds a pass. The names are LLVM's, of the new and the old pass manager.
var troubles = []struct {
	name string
	re   *regexp.Regexp
}{
	{"cfg simplification", regexp.MustCompile(`(?i)simplify-?cfg|structurize|jump ?threading|CFG|unreachable|branch|tail (dup|merg)|block placement|loop ?simplify|loop ?rotate|unswitch|dominator|if conver|control flow|correlatedvalue`)},
	{"phi growth", regexp.MustCompile(`(?i)SROA|PHI|mem2reg|promote|LCSSA|coalescer|live (variable|interval)|two-address|register alloc|reassociate|spill|SSA`)},
	{"block cloning", regexp.MustCompile(`(?i)inliner|inline|unroll|duplicat|clone|vectoriz|outlin`)},
	{"symbols and metadata", regexp.MustCompile(`(?i)metadata|debug|print(er)?\b|verif|attribut|globalopt|callgraph|assembly printer|asm ?printer|ipsccp`)},
}

// byTrouble sums passes; what none of the four feeds grows with the amount of IR: footprint.
func byTrouble(passes []Timing) []Timing {
	sum := map[string]*Timing{}
	for _, p := range passes {
		name := Trouble(p.Name)
		if sum[name] == nil {
			sum[name] = &Timing{Name: name}
		}
		sum[name].Seconds += p.Seconds
		sum[name].Count++
	}
	return longest(sum)
}

// Trouble tells which of the five known troubles a compiler's pass belongs to.
func Trouble(pass string) string {
	for _, t := range troubles {
		if t.re.MatchString(pass) {
			return t.name
		}
	}
	return "footprint"
}
