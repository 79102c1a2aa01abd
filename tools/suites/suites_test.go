package main

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestPortsOf(t *testing.T) {
	for _, c := range []struct {
		text, module string
		ports        []string
		there        bool
	}{
		{"module t; endmodule", "t", nil, true},
		{"module t (); endmodule", "t", nil, true},
		{"module t (/*AUTOARG*/\n // Inputs\n clk\n );\n input clk;", "t", []string{"clk"}, true},
		{"module a(x); endmodule module t(input wire clk);", "t", []string{"clk"}, true},
		{"module t #(parameter A = (1)) (clk, rst);", "t", []string{"clk", "rst"}, true},
		{"// module t (clk);\nmodule t;", "t", nil, true},
		{`initial $display("module t (clk);");`, "t", nil, false},
		{"module tt (clk);", "t", nil, false},
		{"module t (input [3:0] clk);", "t", []string{"[3:0] clk"}, true},
		{"module t (output clk);", "t", []string{"output clk"}, true},
		{"module t (clk", "t", nil, false},
	} {
		ports, there := portsOf(c.text, c.module)
		if there != c.there || !slices.Equal(ports, c.ports) {
			t.Errorf("%q: %q %v, want %q %v", c.text, ports, there, c.ports, c.there)
		}
	}
	if got := firstModule("/* module a; */ module b(x);"); got != "b" {
		t.Errorf("first module %q", got)
	}
}

// tree makes a folder of files.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := write(dir, name, text); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestVerilatorPrograms(t *testing.T) {
	end := "initial $write(\"" + finished + "\\n\");"
	dir := tree(t, map[string]string{
		"test_regress/t/t_alone.v":     "module t; " + end,
		"test_regress/t/t_clocked.v":   "module sub(a); endmodule\nmodule t (input clk); " + end,
		"test_regress/t/t_first.v":     "module other(clk); " + end,
		"test_regress/t/t_more.v":      "module t (input fastclk, clk, input [7:0] d, output q); " + end,
		"test_regress/t/t_no_module.v": end,
		"test_regress/t/t_silent.v":    "module t; endmodule",
		"include/verilated.v":          "",
	})
	s := verilatorSuite{dir: dir}
	if why := s.missing(); why != "" {
		t.Fatal(why)
	}
	if why := (verilatorSuite{dir: t.TempDir()}).missing(); why == "" {
		t.Error("an empty folder has the suite")
	}
	list, not, err := s.programs(func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range list {
		got = append(got, p.Name+" "+strings.Join(p.Files, " ")+" "+p.Args[len(p.Args)-1])
	}
	want := []string{"t_alone t/t_alone.v -st", "t_clocked t/t_clocked.v suite_clock.v -ssuite_clock", "t_first t/t_first.v suite_clock.v -ssuite_clock",
		"t_more t/t_more.v suite_clock.v -ssuite_clock"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if len(not) != 2 || not[0].Name != "t_no_module" || not[1].Name != "t_silent" {
		t.Errorf("%v", not)
	}
	var run string
	for i, want := range map[int]string{3: "t t(.fastclk(fastclk), .clk(clk));", 2: "other t(.clk(clk));"} {
		run = t.TempDir()
		if err := list[i].place(run); err != nil {
			t.Fatal(err)
		}
		if text, err := os.ReadFile(filepath.Join(run, "suite_clock.v")); err != nil || !strings.Contains(string(text), want) {
			t.Errorf("%s %v", text, err)
		}
	}
	if _, err := os.Stat(filepath.Join(run, "t", "t_first.v")); err != nil {
		t.Error(err)
	}
}

// acting is a simulator that does what it is told.
func acting(name string, act func(dir string) outcome) simulator {
	return simulator{name, func(dir string, _ *program) (outcome, string, error) { return act(dir), "", nil }}
}

func TestCompare(t *testing.T) {
	says := func(text string, exit int) func(string) outcome {
		return func(string) outcome { return outcome{Output: []byte(text), Exit: exit} }
	}
	puts := func(name, text string) func(string) outcome {
		return func(dir string) outcome {
			if err := write(dir, name, text); err != nil {
				t.Error(err)
			}
			return outcome{}
		}
	}
	vcd := func(value string) string {
		return "$timescale 1s $end\n$scope module t $end\n$var reg 1 ! a $end\n$upscope $end\n$enddefinitions $end\n#0\n$dumpvars\nx!\n$end\n#1\n" + value + "!\n#2\n"
	}
	for name, c := range map[string]struct {
		judge, other func(string) outcome
		fate         fate
		why          string
	}{
		"equal":          {says("a\nb\n", 0), says("a\nb\n", 0), agrees, ""},
		"text":           {says("a\nb\n", 0), says("a\nc\n", 0), differs, `line 2 is "c"`},
		"shorter":        {says("a\nb\n", 0), says("a\n", 0), differs, `line 2 is ""`},
		"exit":           {says("a", 0), says("a", 1), differs, "exit status 1"},
		"file":           {puts("f", "x"), puts("f", "y"), differs, "f: line 1"},
		"file missing":   {puts("f", "x"), says("", 0), differs, "one of the two"},
		"waves":          {puts("w.vcd", vcd("1")), puts("w.vcd", vcd("0")), differs, "t.a at 1"},
		"same waves":     {puts("w.vcd", vcd("1")), puts("w.vcd", vcd("1")), agrees, ""},
		"broken waves":   {puts("w.vcd", vcd("1")), puts("w.vcd", "$var"), differs, "waves:"},
		"hangs":          {says("a", 0), func(string) outcome { return outcome{Dead: "no end within 1s"} }, differs, "no end"},
		"hangs in judge": {func(string) outcome { return outcome{Dead: "no end within 1s"} }, says("a", 0), unended, "no end"},
	} {
		p := program{Name: name, Written: []string{"f"}, Waves: "w.vcd", place: func(string) error { return nil }}
		for _, known := range []map[string]string{nil, {name: "a reason"}} {
			v, err := compare(&p, t.TempDir(), acting("icarus", c.judge), []simulator{acting("cpu/table", c.other)}, known)
			if err != nil {
				t.Fatal(err)
			}
			want, why := c.fate, c.why
			if known != nil && want == differs {
				want, why = accepted, "a reason"
			}
			if v[0].Fate != want || !strings.Contains(v[0].Why, why) {
				t.Errorf("%s: %s, %s", name, fateNames[v[0].Fate], v[0].Why)
			}
		}
	}
}

func TestRun(t *testing.T) {
	o, err := run("", time.Minute, "sh", "-c", "echo a; echo b >&2; exit 3")
	if err != nil || string(o.Output) != "a\n" || string(o.Errors) != "b\n" || o.Exit != 3 || o.Dead != "" {
		t.Errorf("%+v %v", o, err)
	}
	if o, err = run("", 50*time.Millisecond, "sleep", "20"); err != nil || !strings.Contains(o.Dead, "no end") {
		t.Errorf("%+v %v", o, err)
	}
	if o, err = run("", time.Minute, "sh", "-c", "kill -ABRT $$"); err != nil || !strings.Contains(o.Dead, "abort") {
		t.Errorf("%+v %v", o, err)
	}
	if _, err = run("", time.Minute, "no such command"); err == nil {
		t.Error("a command that is not there runs")
	}
}

// TestSuite runs a suite of two programs from the list to the report.
func TestSuite(t *testing.T) {
	end := "initial $write(\"" + finished + "\\n\");"
	s := verilatorSuite{dir: tree(t, map[string]string{"test_regress/t/t_a.v": "module t; " + end, "test_regress/t/t_b.v": "module t; " + end})}
	judge := acting("icarus", func(string) outcome { return outcome{Output: []byte("x")} })
	other := simulator{"cpu/table", func(_ string, p *program) (outcome, string, error) {
		if p.Name == "t_b" {
			return outcome{}, "b.v:1:1: error: no", nil
		}
		return outcome{Output: []byte("x")}, "", nil
	}}
	o := options{jobs: 2, limit: time.Minute}
	var text strings.Builder
	err := o.suite(&text, "verilator", s, regexp.MustCompile(""), t.TempDir(), judge, []simulator{other})
	if !errors.Is(err, errDiffer) || !strings.Contains(text.String(), "DIFFER t_b (cpu/table): b.v:1:1: error: no\n") ||
		!strings.Contains(text.String(), "verilator, cpu/table: 1 of the 2 programs that Icarus Verilog runs agree") {
		t.Errorf("%v\n%s", err, text.String())
	}
	text.Reset()
	if err := o.suite(&text, "verilator", s, regexp.MustCompile("t_a"), t.TempDir(), judge, []simulator{other}); err != nil {
		t.Errorf("%v\n%s", err, text.String())
	}
}

func TestCommandLine(t *testing.T) {
	var text strings.Builder
	o := options{jobs: 1, limit: time.Second, ways: []string{"cpu/table"}}
	if err := o.run([]string{"yosys", t.TempDir()}, &text); err != nil || !strings.HasPrefix(text.String(), "NOT RUN: yosys: no sources") {
		t.Errorf("%v %s", err, text.String())
	}
	for _, args := range [][]string{nil, {"yosys"}, {"other", "x"}, {"yosys", "a", "b"}} {
		if err := o.run(args, &text); !errors.Is(err, errUsage) {
			t.Errorf("%q: %v", args, err)
		}
	}
	o.only = "("
	if err := o.run([]string{"yosys", "x"}, &text); !errors.Is(err, errUsage) {
		t.Errorf("%v", err)
	}
}
