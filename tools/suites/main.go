package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/pflag"
)

// known.json names, for each suite, the programs whose difference from Icarus Verilog is accepted, each with the reason.
//
//go:embed known.json
var knownText []byte

type options struct {
	ways    []string
	only    string
	gpga    string
	keep    string
	jobs    int
	limit   time.Duration
	verbose bool
	all     bool
}

// errDiffer is the end of a suite in which a program differs without a stated reason.
var errDiffer = errors.New("some programs differ")

// errUsage is a command line that is not understood.
var errUsage = errors.New("want: suites yosys DIR, suites verilator DIR or suites ivtest DIR")

func main() {
	var o options
	pflag.StringSliceVar(&o.ways, "ways", []string{"cpu/table"}, "engines of gpga, with the form of the kernel: cpu/table, cpu/vm, ref, ...")
	pflag.StringVar(&o.only, "only", "", "run the programs whose names match the regular expression")
	pflag.StringVar(&o.gpga, "gpga", "", "the gpga to run (default: built from this source)")
	pflag.StringVar(&o.keep, "keep", "", "run the programs in folders below DIR and leave them there (it must be empty)")
	pflag.IntVarP(&o.jobs, "jobs", "j", 2, "programs at the same time")
	pflag.DurationVar(&o.limit, "timeout", 60*time.Second, "time for one process")
	pflag.BoolVarP(&o.verbose, "verbose", "v", false, "name the programs that take no part, too, and why")
	pflag.BoolVar(&o.all, "all", false, "verilator: its other tests, too, which wait for messages of Verilator's")
	pflag.Parse()
	switch err := o.run(pflag.Args(), os.Stdout); {
	case errors.Is(err, errUsage):
		fmt.Fprintln(os.Stderr, "suites:", err)
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "suites:", err)
		os.Exit(1)
	}
}

func (o *options) run(args []string, w io.Writer) error {
	if len(args) != 2 || o.jobs < 1 || o.limit <= 0 || len(o.ways) == 0 {
		return errUsage
	}
	only, err := regexp.Compile(o.only)
	if err != nil {
		return fmt.Errorf("%w: --only: %v", errUsage, err)
	}
	name, sources := args[0], fromUser(args[1])
	dir, cleanup, err := o.folder()
	if err != nil {
		return err
	}
	defer cleanup()
	var s suite
	switch name {
	case "yosys":
		made := filepath.Join(dir, "testbenches")
		s = yosysSuite{dir: sources, made: made, accepts: func(p *program) bool { return o.accepts(p, dir) }}
		if err := os.Mkdir(made, 0o777); err != nil {
			return err
		}
	case "verilator":
		s = verilatorSuite{sources, o.all}
	case "ivtest":
		s = ivtestSuite{sources}
	default:
		return errUsage
	}
	why := s.missing()
	for _, tool := range []string{"iverilog", "vvp"} {
		if _, err := exec.LookPath(tool); err != nil && why == "" {
			why = tool + ", the judge, is not installed"
		}
	}
	if why != "" {
		fmt.Fprintf(w, "NOT RUN: %s: %s\n", name, why)
		return nil
	}
	path, err := o.binary(dir)
	if err != nil {
		return err
	}
	var others []simulator
	for _, way := range o.ways {
		others = append(others, gpga(path, way, o.limit))
	}
	return o.suite(w, name, s, only, dir, icarus(o.limit), others)
}

// suite runs the programs of a suite and prints the report.
func (o *options) suite(w io.Writer, name string, s suite, only *regexp.Regexp, dir string, judge simulator, others []simulator) error {
	known := map[string]map[string]string{}
	if err := json.Unmarshal(knownText, &known); err != nil {
		return fmt.Errorf("known.json: %w", err)
	}
	list, not, err := s.programs(only.MatchString)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return fmt.Errorf("%s: no programs", name)
	}
	verdicts := make([][]verdict, len(list))
	errs := make([]error, len(list))
	parallel(len(list), o.jobs, func(i int) {
		verdicts[i], errs[i] = compare(&list[i], dir, judge, others, known[name])
		if o.keep == "" {
			os.RemoveAll(filepath.Join(dir, strings.ReplaceAll(list[i].Name, "/", "-")))
		}
	})
	if err := errors.Join(errs...); err != nil {
		return err
	}
	r := report{suite: name, verdicts: slices.Concat(verdicts...), left: not, verbose: o.verbose}
	for _, s := range others {
		r.ways = append(r.ways, s.Name)
	}
	if !r.print(w) {
		return errDiffer
	}
	return nil
}

// accepts tells whether Icarus Verilog compiles a program.
func (o *options) accepts(p *program, dir string) bool {
	tmp, err := os.MkdirTemp(dir, "compile-")
	if err != nil {
		return false
	}
	defer os.RemoveAll(tmp)
	if p.place(tmp) != nil {
		return false
	}
	why, err := icarusCompiles(tmp, os.DevNull, p, o.limit)
	return why == "" && err == nil
}

// parallel calls f(0) to f(n-1), at most jobs at the same time.
func parallel(n, jobs int, f func(int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(jobs, n) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// folder makes the folder below which programs run.
func (o *options) folder() (string, func(), error) {
	if o.keep == "" {
		dir, err := os.MkdirTemp("", "gpga-suites-")
		return dir, func() { os.RemoveAll(dir) }, err
	}
	dir, err := filepath.Abs(fromUser(o.keep))
	if err != nil {
		return "", nil, err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", nil, err
	}
	old, err := os.ReadDir(dir)
	if err == nil && len(old) > 0 {
		err = fmt.Errorf("--keep: %s is not empty", o.keep)
	}
	return dir, func() {}, err
}

// fromUser makes a path relative to the folder that bazel run was called in.
func fromUser(path string) string {
	if dir := os.Getenv("BUILD_WORKING_DIRECTORY"); dir != "" && !filepath.IsAbs(path) {
		return filepath.Join(dir, path)
	}
	return path
}

// binary finds the gpga to run, or builds it with the go command.
func (o *options) binary(dir string) (string, error) {
	if o.gpga == "" {
		path := filepath.Join(dir, "gpga")
		text, err := exec.Command("go", "build", "-o", path, "github.com/gpga/gpga/tools/gpga").CombinedOutput()
		if err != nil {
			return "", fmt.Errorf("building gpga: %v\n%s", err, text)
		}
		return path, nil
	}
	// Bazel's argument is relative to the folder of the runfiles, a user's to where the user is.
	var path string
	var err error
	for _, p := range []string{o.gpga, fromUser(o.gpga)} {
		if path, err = filepath.Abs(p); err != nil {
			return "", err
		}
		if _, err = os.Stat(path); err == nil {
			return path, nil
		}
	}
	return "", err
}
