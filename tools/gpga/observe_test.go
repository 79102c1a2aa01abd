package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	pprof "github.com/google/pprof/profile"

	"github.com/gpga/gpga/tools/flow"
)

// faulty is gpga with a fault: it panics at a construct, or in a pass, that GPGA_TEST_FAULT names.
func faulty() {
	at := os.Getenv("GPGA_TEST_FAULT")
	fault = func(pass, construct string) {
		if pass == at || construct != "" && strings.Contains(construct, at) {
			panic("a fault for the test")
		}
	}
	main()
}

const crashing = `
` + "`include \"inc/width.vh\"" + `
module top;
  reg clk = 0;
  reg [` + "`W" + `-1:0] q = 0;
  always @(posedge clk) q <= q + 1;
  initial begin clk = 1; #1 $display("%d", q); end
endmodule
`

// TestCrash injects faults into passes: the message names pass and construct, the exit status is 3, and the directory holds what
// is needed to see it again.
func TestCrash(t *testing.T) {
	path, err := exec.LookPath("gpga-fault")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ fault, pass, construct string }{
		{"always @(posedge top.clk) of top", "lower/bodies", "top.v:6:3: always @(posedge top.clk) of top"},
		{"always of top", "elaborate/bodies", "always of top"},
		{"emit/place", "emit/place", ""},
		{"compile/wasm", "compile/wasm", ""},
		{"parse/syntax", "parse/syntax", ""},
		{"simulate", "simulate", ""},
	} {
		t.Run(strings.ReplaceAll(c.fault, "/", "-"), func(t *testing.T) {
			dir := t.TempDir()
			work := filepath.Join(dir, "work")
			for name, text := range map[string]string{"work/top.v": crashing, "other/inc/width.vh": "`define W 4\n"} {
				os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755)
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			run := func(in string, name string, args ...string) (int, string) {
				k := exec.Command(name, args...)
				k.Dir = in
				k.Env = append(environ(), "GPGA_TEST_FAULT="+c.fault)
				out, _ := k.CombinedOutput()
				return k.ProcessState.ExitCode(), string(out)
			}
			status, out := run(work, path, "run", "-I", "../other", "top.v", "+seed=it's")
			if status != 3 {
				t.Fatalf("exit status %d\n%s", status, out)
			}
			if !strings.Contains(out, "gpga: pass: "+c.pass+"\n") || !strings.Contains(out, "internal error in pass "+c.pass) || c.construct != "" && !strings.Contains(out, c.construct+"\n") {
				t.Errorf("the message:\n%s", out)
			}
			list, _ := filepath.Glob(filepath.Join(work, "gpga-crash-*"))
			if len(list) != 1 {
				t.Fatalf("directories %q\n%s", list, out)
			}
			read := func(name string) string {
				b, err := os.ReadFile(filepath.Join(list[0], name))
				if err != nil {
					t.Error(err)
				}
				return string(b)
			}
			if got := read("sources/top.v"); got != crashing {
				t.Errorf("the source: %q", got)
			}
			report := read("report.txt")
			for _, want := range []string{"a fault for the test", "pass:      " + c.pass, "version:   gpga " + version, "command:   gpga run -I ../other top.v", c.construct} {
				if !strings.Contains(report, want) {
					t.Errorf("no %q in\n%s", want, report)
				}
			}
			if stack := read("stack.txt"); !strings.Contains(stack, "goroutine ") || !strings.Contains(stack, "faulty.func1") {
				t.Errorf("the stack: %.300s", stack)
			}
			if c.pass == "parse/syntax" || c.pass == "compile/wasm" {
				return
			}
			// The script runs gpga: here, the one with the fault.
			bin := filepath.Join(dir, "bin")
			os.Mkdir(bin, 0o755)
			if err := os.WriteFile(filepath.Join(bin, "gpga"), []byte("#!/bin/sh\nexec "+path+" \"$@\"\n"), 0o755); err != nil {
				t.Fatal(err)
			}
			k := exec.Command("sh", filepath.Join(list[0], "repro.sh"))
			k.Env = append(environ(), "GPGA_TEST_FAULT="+c.fault, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
			again, _ := k.CombinedOutput()
			if k.ProcessState.ExitCode() != 3 || !strings.Contains(string(again), "internal error in pass "+c.pass) {
				t.Errorf("again: exit status %d\n%s\n%s", k.ProcessState.ExitCode(), again, read("repro.sh"))
			}
		})
	}
}

const counted = `module leaf(input clk);
  reg [3:0] n = 0;
  always @(posedge clk) n <= n + 1;
endmodule
module top;
  reg clk = 0;
  leaf a(clk);
  leaf b(clk);
  always #5 clk = ~clk;
  initial #100 $finish;
endmodule
`

// TestProfile reads a profile of a run: lines of Verilog with their scopes, and how often they ran.
func TestProfile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "t.v"), []byte(counted), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, share := range []string{"-1", "2"} {
		if status, out := gpga(t, dir, "run", "--share", share, "--pprof", "p.pb.gz", "--trace", "t.json", "t.v"); status != 0 || out != "" {
			t.Fatal(status, out)
		}
		f, err := os.Open(filepath.Join(dir, "p.pb.gz"))
		if err != nil {
			t.Fatal(err)
		}
		p, err := pprof.Parse(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		if len(p.SampleType) != 3 || p.SampleType[2].Type != "executions" {
			t.Fatalf("sample types %v", p.SampleType)
		}
		runs, bytes, stacks := map[string]int64{}, int64(0), map[string]string{}
		for _, s := range p.Sample {
			bytes += s.Value[0]
			leaf := s.Location[0].Line[0]
			where := leaf.Function.Name + " " + filepath.Base(leaf.Function.Filename) + ":" + itoa(leaf.Line)
			runs[where] += s.Value[2]
			up := ""
			for _, l := range s.Location[1:] {
				up += " " + l.Line[0].Function.Name + ":" + itoa(l.Line[0].Line)
			}
			stacks[where] = up
		}
		// Rising edges at 5, 15, ... 95, and the wait before the first.
		if runs["top.a t.v:3"] < 10 || runs["top.a t.v:3"] > 22 || runs["top.b t.v:3"] != runs["top.a t.v:3"] {
			t.Errorf("share %s: %v", share, runs)
		}
		if n := runs["top t.v:9"]; n < 20 || n > 42 {
			t.Errorf("share %s: the clock ran %d times: %v", share, n, runs)
		}
		if stacks["top.a t.v:3"] != " top:7" || stacks["top.b t.v:3"] != " top:8" {
			t.Errorf("share %s: callers %q", share, stacks)
		}
		if bytes < 5000 {
			t.Errorf("share %s: %d bytes", share, bytes)
		}
	}
	var timeline struct{ TraceEvents []struct{ Name string } }
	text, err := os.ReadFile(filepath.Join(dir, "t.json"))
	if err == nil {
		err = json.Unmarshal(text, &timeline)
	}
	seen := map[string]bool{}
	for _, e := range timeline.TraceEvents {
		seen[e.Name] = true
	}
	if err != nil || !seen["dispatch"] || !seen["lower/bodies"] || !seen["simulate"] {
		t.Errorf("the timeline: %v %v", err, seen)
	}
	if status, out := gpga(t, dir, "run", "--form=vm", "--pprof", "p", "t.v"); status != 2 || !strings.Contains(out, "--pprof counts the segments of kernels of the form table") {
		t.Error(status, out)
	}
}

func itoa(n int64) string {
	b, _ := json.Marshal(n)
	return string(b)
}

// TestPassNames: every pass that runs is in the list by which options are checked, and every pass in the list runs and can be
// dumped on both sides.
func TestPassNames(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "t.v"), []byte(counted), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"run", "-W", "lint", "--timing", "--json", "r.json", "--dump-ir-to", "dump.txt", "--dump-elide", "8", "t.v"}
	for _, name := range flow.PassNames() {
		args = append(args, "--dump-ir-before", name, "--dump-ir-after", name)
	}
	if status, out := gpga(t, dir, args...); status != 0 {
		t.Fatal(status, out)
	}
	var rep report
	text, err := os.ReadFile(filepath.Join(dir, "r.json"))
	if err == nil {
		err = json.Unmarshal(text, &rep)
	}
	if err != nil {
		t.Fatal(err)
	}
	ran := map[string]bool{}
	for _, r := range rep.Passes {
		ran[r.Name] = true
		if !flow.KnownPass(r.Name) {
			t.Errorf("%s ran, but is in no list", r.Name)
		}
	}
	dump, err := os.ReadFile(filepath.Join(dir, "dump.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range flow.PassNames() {
		if !ran[name] {
			t.Errorf("%s did not run", name)
		}
		for _, when := range []string{"before", "after"} {
			if !strings.Contains(string(dump), "==== "+when+" "+name+": ") {
				t.Errorf("no dump %s %s", when, name)
			}
		}
	}
	if i := strings.Index(string(dump), "cannot be shown"); i >= 0 {
		t.Errorf("a dump failed: %.500s", dump[max(0, i-300):])
	}
	for _, want := range []string{"==== after lower: program ====\nprogram top", "==== after emit: msl ====\n/* gpga kernel", "kernel void gpga_step", "local.get"} {
		if !strings.Contains(string(dump), want) {
			t.Errorf("no %q in the dumps", want)
		}
	}
}
