package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/gpga/gpga/tools/flow"
	"github.com/gpga/gpga/tools/measure"
)

// forms are the kernel's forms, in the order of the report.
var forms = []flow.Form{flow.FormSwitch, flow.FormTable, flow.FormVM}

// formKernels is the table form whose segments are divided among kernels. It is measured with every call inlined, which is what it is for.
const formKernels flow.Form = "kernels"

// point is a measured design.
type point struct {
	Axis   string    `json:"axis"`
	N      int       `json:"n"`
	Form   flow.Form `json:"form"`
	Inline bool      `json:"inline,omitempty"` // every call inlined
	Text   size      `json:"text"`
	// Costs by target; Instructions are the compiler's own, counted by callgrind, where that was asked for.
	Costs        map[string]cost  `json:"costs"`
	Instructions map[string]int64 `json:"instructions,omitempty"`
}

// results is the JSON file.
type results struct {
	Machine  string           `json:"machine"`
	Compiler string           `json:"compiler"`
	Caps     measure.Caps     `json:"caps"`
	Repeat   int              `json:"repeat"`
	Jobs     int              `json:"jobs"`  // compilers at a time
	Empty    map[string]cost  `json:"empty"` // the empty kernel's, by target
	EmptyIns map[string]int64 `json:"empty_instructions,omitempty"`
	Points   []*point         `json:"points"`
	VM       []*point         `json:"vm,omitempty"`      // the vm form's texts, named by Axis
	Designs  []*point         `json:"designs,omitempty"` // whole designs from files, named by Axis
	Speeds   []speed          `json:"speeds,omitempty"`  // of simulating them
}

type options struct {
	axes, forms, targets []string
	designs              []string // NAME=FILE,FILE,-DNAME... of Verilog, or NAME=FILE.metal
	dir                  string   // the folder that designs are simulated in
	repeat, max, jobs    int
	simulate             int
	caps                 measure.Caps
	inline, instructions bool
	fresh                bool
	out                  string
}

func main() {
	measure.Child()
	if len(os.Args) > 1 && os.Args[1] == simulator {
		exit(simulated(os.Args[2:]))
	}
	var o options
	var axisList, formList, targetList string
	flag.StringVar(&axisList, "axes", "waits,processes,statements,star", "axes to measure; empty for none")
	flag.StringVar(&formList, "forms", "switch,table,kernels,vm", "forms to measure; kernels is the table form divided among kernels, with every call inlined")
	flag.StringVar(&targetList, "targets", strings.Join(targets, ","), "targets to measure")
	flag.IntVar(&o.repeat, "repeat", 3, "runs of each point, for the median")
	flag.IntVar(&o.jobs, "jobs", runtime.NumCPU(), "compilers at a time")
	flag.IntVar(&o.caps.Seconds, "seconds", 90, "cap of CPU time of one run")
	flag.IntVar(&o.caps.MB, "mb", 3072, "cap of memory of one run, in MB")
	flag.IntVar(&o.max, "max", 1<<20, "leave out larger sizes")
	flag.BoolVar(&o.inline, "inline", true, "measure the table form with every call inlined as well, in one kernel")
	flag.BoolVar(&o.instructions, "instructions", false, "count the compiler's instructions with callgrind as well, for the fewest and the most waits in the table form and for kernels that take up to 8 s")
	flag.IntVar(&o.simulate, "simulate", 0, "runs of each design in each form on each engine, and of Icarus Verilog, for the median of CPU seconds")
	flag.StringVar(&o.dir, "dir", ".", "the folder that designs are simulated in")
	flag.BoolVar(&o.fresh, "fresh", false, "measure again what the JSON has already")
	flag.StringVar(&o.out, "out", "compile-cost", "files to write, without .json, .md and .svg; points that the JSON has already are kept")
	quick := flag.Bool("quick", false, "sizes up to 64, one run, amdgcn alone, a cap of 10 s: half a minute")
	render := flag.String("render", "", "only render the Markdown and the SVG of this JSON, named without .json")
	flag.Parse()
	if *render != "" {
		r, err := load(*render)
		exit(errors.Join(err, write(*render, r)))
	}
	if *quick {
		o.max, o.repeat, o.caps.Seconds, targetList = 64, 1, 10, "amdgcn"
	}
	o.axes, o.forms, o.targets = list(axisList), list(formList), list(targetList)
	o.designs = flag.Args()
	exit(bench(context.Background(), o))
}

func list(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' })
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "compilecost:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

func load(out string) (*results, error) {
	text, err := os.ReadFile(out + ".json")
	if err != nil {
		return &results{}, err
	}
	r := &results{}
	return r, json.Unmarshal(text, r)
}

func save(out string, r *results) error {
	text, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(out+".json", append(text, '\n'), 0o644)
}
