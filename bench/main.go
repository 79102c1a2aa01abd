package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/pflag"

	"github.com/gpga/gpga/bench/designs"
)

type options struct {
	repeats              int
	out, outside, only   string
	gpga                 string
	clang, verilator, no bool
}

func main() {
	var o options
	pflag.IntVarP(&o.repeats, "repeats", "n", 3, "runs of each tool on each design, of which the median counts")
	pflag.StringVarP(&o.out, "output", "o", "", "write every figure to FILE as JSON")
	pflag.StringVar(&o.outside, "outside", "", "measure the designs of DIR/outside.json, too (see bench/README.md)")
	pflag.StringVar(&o.only, "only", "", "measure the designs whose names match the regular expression")
	pflag.StringVar(&o.gpga, "gpga", "", "the gpga to measure (default: built from this source)")
	pflag.BoolVar(&o.clang, "clang", false, "measure gpga --engine=clang, too")
	pflag.BoolVar(&o.verilator, "verilator", false, "measure verilator --binary, too (its output is not compared)")
	pflag.BoolVar(&o.no, "no-own", false, "leave the benchmark's own designs out")
	pflag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (o *options) run() error {
	if o.repeats < 1 {
		return errors.New("-n wants at least 1")
	}
	if _, err := exec.LookPath("iverilog"); err != nil {
		return errors.New("iverilog, the yardstick, is not installed")
	}
	only, err := regexp.Compile(o.only)
	if err != nil {
		return fmt.Errorf("--only: %w", err)
	}
	list, err := o.designs(only)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return errors.New("no design to measure")
	}
	path, cleanup, err := o.binary()
	if err != nil {
		return err
	}
	defer cleanup()
	version := firstLine(path, "version")
	iv := icarus()
	iv.Version = firstLine("iverilog", "-V")
	tools := []tool{iv, gpga("gpga", path, "cpu")}
	if o.clang {
		tools = append(tools, gpga("gpga-clang", path, "clang"))
	}
	for i := range tools[1:] {
		tools[1+i].Version = version
	}
	if o.verilator {
		v := verilator()
		v.Version = firstLine("verilator", "--version")
		tools = append(tools, v)
	}
	rep := report{Date: now(), Environment: describe(tools), Repeats: o.repeats}
	failed := false
	for i := range list {
		fmt.Fprintf(os.Stderr, "%s\n", list[i].Name)
		rows := compare(&list[i], tools, o.repeats)
		for _, r := range rows {
			failed = failed || r.Error != ""
		}
		rep.Rows = append(rep.Rows, rows...)
	}
	rep.finish()
	rep.print(os.Stdout)
	if o.out != "" {
		if err := rep.write(o.out); err != nil {
			return err
		}
	}
	if failed {
		return errors.New("some designs failed or differ")
	}
	return nil
}

func (o *options) designs(only *regexp.Regexp) ([]designs.Design, error) {
	var list []designs.Design
	if !o.no {
		own, err := designs.Own()
		if err != nil {
			return nil, err
		}
		list = own
	}
	if o.outside != "" {
		others, missing, err := designs.Outside(fromUser(o.outside))
		if err != nil {
			return nil, err
		}
		if len(missing) > 0 {
			fmt.Fprintln(os.Stderr, "not there:", strings.Join(missing, ", "))
		}
		list = append(list, others...)
	}
	var out []designs.Design
	for _, d := range list {
		if d.Bench && only.MatchString(d.Name) {
			out = append(out, d)
		}
	}
	return out, nil
}

// fromUser makes a path relative to the folder that bazel run was called in.
func fromUser(path string) string {
	if dir := os.Getenv("BUILD_WORKING_DIRECTORY"); dir != "" && !filepath.IsAbs(path) {
		return filepath.Join(dir, path)
	}
	return path
}

// binary finds the gpga to measure, or builds it with the go command.
func (o *options) binary() (path string, cleanup func(), err error) {
	cleanup = func() {}
	if o.gpga != "" {
		// Bazel's argument is relative to the folder of the runfiles, a user's to where the user is.
		for _, p := range []string{o.gpga, fromUser(o.gpga)} {
			if path, err = filepath.Abs(p); err != nil {
				return "", cleanup, err
			}
			if _, err = os.Stat(path); err == nil {
				return path, cleanup, nil
			}
		}
		return "", cleanup, err
	}
	tmp, err := os.MkdirTemp("", "gpga-bench-")
	if err != nil {
		return "", cleanup, err
	}
	cleanup = func() { os.RemoveAll(tmp) }
	path = filepath.Join(tmp, "gpga")
	_, err = must("", "go", "build", "-o", path, "github.com/gpga/gpga/tools/gpga")
	return path, cleanup, err
}

// compare runs all tools on d, in turns, and gives a row for each.
func compare(d *designs.Design, tools []tool, repeats int) []row {
	rows := make([]row, len(tools))
	totals, compiles, starts := make([][]usage, len(tools)), make([][]usage, len(tools)), make([][]usage, len(tools))
	for i, t := range tools {
		rows[i] = row{Design: d.Name, Tool: t.Name}
	}
	var want run
	for n := range repeats {
		for i, t := range tools {
			w := &rows[i]
			if w.Error != "" {
				continue
			}
			r, err := t.measure(d, false)
			if err != nil {
				w.Error = err.Error()
				continue
			}
			if i == 0 && n == 0 {
				want = r
			}
			if t.agrees {
				if msg := differ(want.output, r.output); msg != "" {
					w.Error = "output differs: " + msg
					continue
				}
				if r.exit != want.exit {
					w.Error = fmt.Sprintf("exit status %d, Icarus Verilog's is %d", r.exit, want.exit)
					continue
				}
			}
			w.Commands, w.Cycles = r.commands, d.Count(r.output)
			totals[i], compiles[i] = append(totals[i], r.total()), append(compiles[i], r.compile)
			s, err := t.measure(d, true)
			if err != nil {
				w.Error = err.Error()
				continue
			}
			starts[i] = append(starts[i], s.total())
		}
	}
	for i := range rows {
		w := &rows[i]
		if w.Error != "" {
			continue
		}
		w.Runs, w.Result, w.Compile, w.Start = totals[i], median(totals[i]), median(compiles[i]), median(starts[i])
		if w.Cycles > 0 && w.Result.CPU > w.Start.CPU {
			w.Steady = float64(w.Cycles) / (w.Result.CPU - w.Start.CPU)
		}
	}
	return rows
}
