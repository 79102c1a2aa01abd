package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// yosysSuite is the designs that yosys is tested with, tests/simple, tests/hana and tests/asicworld, under testbenches of random
// stimuli that yosys writes (test_autotb -seed 1 -n 300). The few designs that have a testbench of their own, NAME_tb.v, run under
// that.
type yosysSuite struct {
	dir string
	// made is a folder for testbenches.
	made string
	// accepts tells whether Icarus Verilog compiles a program.
	accepts func(p *program) bool
}

func (s yosysSuite) missing() string {
	if d := filepath.Join(s.dir, "tests", "simple"); !isDir(d) {
		return notFolder("yosys", d)
	}
	if _, err := exec.LookPath("yosys"); err != nil {
		return "yosys, which writes the testbenches, is not installed"
	}
	return ""
}

func (s yosysSuite) programs(match func(string) bool) ([]program, []left, error) {
	var list []program
	var not []left
	for _, folder := range []string{"simple", "hana", "asicworld"} {
		files, err := filepath.Glob(filepath.Join(s.dir, "tests", folder, "*.v"))
		if err != nil {
			return nil, nil, err
		}
		for _, f := range files {
			base := strings.TrimSuffix(filepath.Base(f), ".v")
			name := folder + "/" + base
			if !match(name) {
				continue
			}
			if base == "hana_vlib" {
				not = append(not, left{name, "a library, which others use"})
				continue
			}
			p, why := s.program(name, f)
			if why != "" {
				not = append(not, left{name, why})
				continue
			}
			list = append(list, p)
		}
	}
	return list, not, nil
}

func (s yosysSuite) program(name, file string) (program, string) {
	base := filepath.Base(file)
	stem := strings.TrimSuffix(base, ".v")
	dir := filepath.Dir(file)
	links := []string{base}
	p := program{
		Name:    name,
		Files:   []string{"tb.v", base},
		Args:    []string{"-stestbench"},
		Plus:    []string{"+OUT=autotb.out", "+VCD=autotb.vcd"},
		Written: []string{"autotb.out"},
		Waves:   "autotb.vcd",
	}
	if filepath.Base(dir) == "hana" {
		p.Files = append(p.Files, "hana_vlib.v")
		links = append(links, "hana_vlib.v")
	}
	bench := ""
	place := func(dir2 string) error {
		for _, l := range links {
			if err := link(dir2, l, filepath.Join(dir, l)); err != nil {
				return err
			}
		}
		if bench == "" {
			return nil
		}
		return link(dir2, "tb.v", bench)
	}
	if design, is := strings.CutSuffix(stem, "_tb"); is {
		// Its own testbench: run with the design, and waves of all that the testbench sees.
		p.Files = []string{base, design + ".v"}
		p.Args = append(p.Args, `-Doutfile="autotb.out"`)
		p.Plus, p.Waves = nil, ""
		links = append(links, design+".v")
		p.place = place
		if _, err := os.Stat(filepath.Join(dir, design+".v")); err != nil {
			return p, "a testbench without its design"
		}
		return p, ""
	}
	p.place = place
	// hierarchy gives parametrised modules names that Verilog text cannot use; the testbench is then written without it.
	why := ""
	for i, script := range []string{"hierarchy -auto-top; proc; ", "proc; "} {
		tb, err := s.testbench(fmt.Sprintf("%s.%d", strings.ReplaceAll(name, "/", "-"), i), file, script)
		if err != nil {
			why = "yosys: " + err.Error()
			continue
		}
		first := bench
		bench = tb
		if s.accepts(&p) {
			break
		}
		if first != "" {
			bench = first
		}
	}
	if bench == "" {
		return p, why
	}
	return p, ""
}

// testbench has yosys write a testbench for a design.
func (s yosysSuite) testbench(name, file, script string) (string, error) {
	out, err := filepath.Abs(filepath.Join(s.made, name+".v"))
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, "yosys", "-q", "-p", fmt.Sprintf("read_verilog %s; %stest_autotb -seed 1 -n 300 %s", filepath.Base(file), script, out))
	c.Dir = filepath.Dir(file)
	text, err := c.CombinedOutput()
	if err != nil {
		lines := strings.Split(strings.TrimSpace(string(text)), "\n")
		return "", fmt.Errorf("%s", lines[len(lines)-1])
	}
	return out, nil
}
