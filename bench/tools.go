package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/gpga/gpga/bench/designs"
)

// tool is a simulator: it compiles and runs a design that has been placed in a folder.
type tool struct {
	Name    string
	Version string
	// commands lists what runs: all but the last compile, the last simulates.
	commands func(d *designs.Design, files, args []string) [][]string
	// agrees tells that its output is to equal Icarus Verilog's.
	agrees bool
}

func icarus() tool {
	return tool{Name: "icarus", agrees: true, commands: func(d *designs.Design, files, args []string) [][]string {
		compile := append(append([]string{"iverilog", "-g2005", "-o", "bench.vvp"}, args...), files...)
		return [][]string{compile, append([]string{"vvp", "-N", "bench.vvp"}, d.Plus...)}
	}}
}

func gpga(name, path, engine string) tool {
	return tool{Name: name, agrees: true, commands: func(d *designs.Design, files, args []string) [][]string {
		run := append([]string{path, "run", "-q", "--engine=" + engine}, args...)
		return [][]string{append(append(run, files...), d.Plus...)}
	}}
}

// verilator has two states and an order of events of its own: its output is not compared.
func verilator() tool {
	return tool{Name: "verilator", commands: func(d *designs.Design, files, args []string) [][]string {
		compile := []string{"verilator", "--binary", "--timing", "-Wno-fatal", "-Wno-lint", "-Wno-style", "-j", "1", "-Mdir", "bench.obj", "-o", "sim"}
		var keep []string
		for _, a := range args {
			switch {
			case strings.HasPrefix(a, "-s"):
				keep = append(keep, "--top-module", a[2:])
			case strings.HasPrefix(a, "-P"):
				_, p, _ := strings.Cut(a[2:], ".")
				keep = append(keep, "-G"+p)
			default:
				keep = append(keep, a)
			}
		}
		return [][]string{append(append(compile, keep...), files...), append([]string{"bench.obj/sim"}, d.Plus...)}
	}}
}

// run is one run of a tool on a design.
type run struct {
	compile, simulate usage
	output            []byte
	commands          [][]string
	exit              int
}

func (r run) total() usage { return r.compile.add(r.simulate) }

// measure places d in a new folder and runs t there. With stop the run ends behind the first clock edge.
func (t tool) measure(d *designs.Design, stop bool) (run, error) {
	tmp, err := os.MkdirTemp("", "gpga-bench-")
	if err != nil {
		return run{}, err
	}
	defer os.RemoveAll(tmp)
	dir, err := d.Place(tmp)
	if err != nil {
		return run{}, err
	}
	files, err := d.Sources(dir)
	if err != nil {
		return run{}, err
	}
	args := d.Args
	if stop {
		f, more, err := d.Stop(dir)
		if err != nil {
			return run{}, err
		}
		files, args = append(files, f), append(append([]string{}, args...), more...)
	}
	var r run
	r.commands = t.commands(d, files, args)
	last := len(r.commands) - 1
	for i, c := range r.commands {
		argv := append([]string{}, c...)
		if strings.HasPrefix(argv[0], "bench.obj") {
			argv[0] = filepath.Join(dir, argv[0])
		}
		if i < last {
			res, err := must(dir, argv...)
			if err != nil {
				return r, err
			}
			r.compile = r.compile.add(res.usage)
			continue
		}
		res, err := child(dir, argv...)
		if err != nil {
			return r, err
		}
		r.simulate, r.output, r.exit = res.usage, res.Output, res.Exit
	}
	return r, nil
}

// differ says where two outputs part; empty when they are equal.
func differ(want, got []byte) string {
	if bytes.Equal(want, got) {
		return ""
	}
	w, g := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range w {
		if i >= len(g) || w[i] != g[i] {
			line := ""
			if i < len(g) {
				line = g[i]
			}
			return fmt.Sprintf("line %d is %q, Icarus Verilog says %q", i+1, line, w[i])
		}
	}
	return fmt.Sprintf("%d lines behind Icarus Verilog's last", len(g)-len(w))
}
