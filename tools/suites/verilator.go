package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// verilatorSuite is the tests that Verilator is tested with, as far as they check themselves: test_regress/t/t_*.v whose module
// t (the first module where none has that name) can be found, and that know how to print *-* All Finished *-*.
// What a test finds out about its simulator does not matter here: it is compared whether it prints that or stops with an error.
type verilatorSuite struct {
	dir string
	all bool // tests without that text as well
}

// finished is what a test of Verilator prints when all its checks have held. Tests without it wait for messages of Verilator's.
const finished = "*-* All Finished *-*"

// The driver of tests with ports: a rising edge of clk every ten ticks, five of fastclk, no value for what else goes in, and an end
// for those that never come to theirs.
const clockDriver = `module suite_clock;
  reg clk, fastclk;
  %s t(%s);
  initial begin
    clk = 0;
    fastclk = 0;
  end
  always #5 clk = ~clk;
  always #1 fastclk = ~fastclk;
  initial #200000 $finish;
endmodule
`

func (s verilatorSuite) tests() string { return filepath.Join(s.dir, "test_regress", "t") }

func (s verilatorSuite) missing() string {
	if !isDir(s.tests()) {
		return notFolder("verilator", s.tests())
	}
	return ""
}

func (s verilatorSuite) programs(match func(string) bool) ([]program, []left, error) {
	files, err := filepath.Glob(filepath.Join(s.tests(), "t_*.v"))
	if err != nil {
		return nil, nil, err
	}
	var list []program
	var not []left
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".v")
		if !match(name) {
			continue
		}
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, nil, err
		}
		if !s.all && !strings.Contains(string(text), finished) {
			not = append(not, left{name, "does not check itself"})
			continue
		}
		top := "t"
		ports, ok := portsOf(string(text), top)
		if !ok {
			top = firstModule(string(text))
			ports, ok = portsOf(string(text), top)
		}
		if !ok {
			not = append(not, left{name, "its top module is not found"})
			continue
		}
		list = append(list, s.program(name, top, ports))
	}
	return list, not, nil
}

// program is a test, run where its own driver runs it: beside the folder t, with a folder for what it writes.
func (s verilatorSuite) program(name, top string, ports []string) program {
	var pins []string
	for _, port := range ports {
		if port == "clk" || port == "fastclk" {
			pins = append(pins, "."+port+"("+port+")")
		}
	}
	p := program{
		Name:  name,
		Files: []string{"t/" + name + ".v"},
		Args:  []string{"-It", "-yt", "-Iinclude", "-DTEST_OBJ_DIR=obj", "-DIVERILOG=1", "-s" + top},
		place: func(dir string) error {
			if err := os.Mkdir(filepath.Join(dir, "obj"), 0o777); err != nil {
				return err
			}
			if err := link(dir, "t", s.tests()); err != nil {
				return err
			}
			if err := link(dir, "include", filepath.Join(s.dir, "include")); err != nil {
				return err
			}
			return write(dir, "suite_clock.v", fmt.Sprintf(clockDriver, top, strings.Join(pins, ", ")))
		},
	}
	if len(ports) > 0 {
		p.Files = append(p.Files, "suite_clock.v")
		p.Args[len(p.Args)-1] = "-ssuite_clock"
	}
	return p
}
