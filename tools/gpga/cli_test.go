package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/tools/measure"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gpga": alone, "gpga-fault": faulty, "gpga-metal": onFake(fake.Options{}), "gpga-lost": onFake(fake.Options{Dispatch: losesDevice}),
		"gpga-hangs": onFake(fake.Options{Library: never}), "gpga-dies": onFake(fake.Options{Library: dies}), "gpga-eats": onFake(fake.Options{Library: eats}),
		"gpga-virtual": onFake(fake.Options{NoArchives: true}), "gpga-spoil": spoils})
}

// alone is gpga as its users start it: Bazel's test main takes SIGTERM for the end of the test's time and panics.
func alone() {
	signal.Reset(syscall.SIGTERM)
	main()
}

// TestScripts runs testdata/*.txtar: commands, their output and their exit status. Beyond testscript's own commands there are
//
//	exits STATUS COMMAND...   runs the command, whose exit status must be STATUS
//	interrupt COMMAND...      runs the command, sends SIGINT after a second, and wants an end soon
//	interrupt -said COMMAND.. likewise, but the second starts with the command's first output
//	same FILE FILE...         wants files with equal bytes, but for the dates of dumps
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits": exits, "interrupt": interrupt, "same": same,
		},
		Condition: func(cond string) (bool, error) {
			if cond == "cpu" {
				return runtime.GOARCH == "amd64" || runtime.GOARCH == "arm64", nil
			}
			if cond == "clang" {
				return len(measure.Present()) > 0, nil
			}
			if cond == "metal" {
				return hasDevice(), nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

func command(ts *testscript.TestScript, args []string) *exec.Cmd {
	path, err := exec.LookPath(args[0])
	ts.Check(err)
	c := exec.Command(path, args[1:]...)
	c.Dir = ts.MkAbs(".")
	for _, name := range []string{"PATH", "HOME", "TMPDIR", "GOCOVERDIR", "BUILD_WORKING_DIRECTORY", "GOMAXPROCS", "REQUIRE_METAL", "CALLS", "XDG_CACHE_HOME"} {
		if v := ts.Getenv(name); v != "" {
			c.Env = append(c.Env, name+"="+v)
		}
	}
	return c
}

func show(ts *testscript.TestScript, stdout, stderr *bytes.Buffer) {
	fmt.Fprint(ts.Stdout(), stdout)
	fmt.Fprint(ts.Stderr(), stderr)
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND...")
	}
	c := command(ts, args[1:])
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	err := c.Run()
	if c.ProcessState == nil {
		ts.Fatalf("%v", err)
	}
	show(ts, &stdout, &stderr)
	if got := fmt.Sprint(c.ProcessState.ExitCode()); got != args[0] {
		ts.Fatalf("exit status %s, want %s\n%s%s", got, args[0], stdout.String(), stderr.String())
	}
	if strings.Contains(stderr.String(), "internal error") {
		ts.Fatalf("%s", stderr.String())
	}
}

func interrupt(ts *testscript.TestScript, neg bool, args []string) {
	said := len(args) > 0 && args[0] == "-said"
	if said {
		args = args[1:]
	}
	c := command(ts, args)
	var stdout, stderr bytes.Buffer
	first := make(chan struct{})
	c.Stdout, c.Stderr = &announcing{Writer: &stdout, first: first}, &stderr
	ts.Check(c.Start())
	if said {
		select {
		case <-first:
		case <-time.After(30 * time.Second):
		}
	}
	time.Sleep(time.Second)
	ts.Check(c.Process.Signal(syscall.SIGINT))
	sent := time.Now()
	killer := time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
	c.Wait()
	killer.Stop()
	show(ts, &stdout, &stderr)
	if took := time.Since(sent); took > 3*time.Second {
		ts.Fatalf("ended %v after the interrupt\n%s", took, stderr.String())
	}
	if c.ProcessState.ExitCode() != 130 {
		ts.Fatalf("exit status %d, want 130\n%s", c.ProcessState.ExitCode(), stderr.String())
	}
}

// announcing closes first when something is written.
type announcing struct {
	io.Writer
	first chan struct{}
	once  sync.Once
}

func (a *announcing) Write(p []byte) (int, error) {
	a.once.Do(func() { close(a.first) })
	return a.Writer.Write(p)
}

// dumpDate is when a dump was made.
var dumpDate = regexp.MustCompile(`\A\$date\n.*\n\$end\n`)

func same(ts *testscript.TestScript, neg bool, args []string) {
	read := func(name string) string {
		text := ts.ReadFile(name)
		if strings.HasSuffix(name, ".vcd") {
			text = dumpDate.ReplaceAllString(text, "")
		}
		return text
	}
	first := read(args[0])
	if first == "" {
		ts.Fatalf("%s is empty", args[0])
	}
	for _, f := range args[1:] {
		if read(f) != first != neg {
			ts.Fatalf("%s and %s: equal is %t", args[0], f, neg)
		}
	}
}

// TestBadBytes gives files of every kind that is no Verilog: a message, exit status 1, no panic.
func TestBadBytes(t *testing.T) {
	dir := t.TempDir()
	deep := func(open, close string, n int) string {
		return "module t; initial $display(" + strings.Repeat(open, n) + "1" + strings.Repeat(close, n) + "); endmodule\n"
	}
	for _, c := range []struct{ name, text, want string }{
		{"nul", "module t;\x00 endmodule", "nul.v:1:10: error: byte 0x00"},
		{"utf16", "\xff\xfem\x00o\x00d\x00", "utf16.v:1:1: error: byte 0xff"},
		{"empty", "", "no module"},
		{"comment", "module t; /* ", "comment.v:1:11: error:"},
		{"string", "module t; initial $display(\"abc\n", "string.v:1:28: error:"},
		{"macroargs", "`define A(x) x\n`A(", "macroargs.v:2:1: error:"},
		{"macrodeep", "`define A `A\n`A\nmodule t; endmodule", "macrodeep.v:2:1: error:"},
		{"includedeep", "`include \"includedeep.v\"\nmodule t; endmodule", "error:"},
		{"includedir", "`include \".\"\nmodule t; endmodule", "includedir.v:1:10: error: included cannot read '.': it is a directory"},
		{"parens", deep("(", ")", 100000), "parens.v:1:1027: error: nested more than"},
		{"unary", deep("~", "", 100000), "error: nested more than"},
		{"concat", deep("{", "}", 100000), "error: nested more than"},
		{"begins", "module t; initial " + strings.Repeat("begin ", 100000), "error: nested more than"},
		{"ifdefs", strings.Repeat("`ifdef A\n", 20000), "error: conditional directives are nested"},
		{"hexdigits", "module t; initial $display('h" + strings.Repeat("f", 2000000) + "); endmodule", "hexdigits.v:1:28: error: a number has more than"},
		{"decdigits", "module t; initial $display('d" + strings.Repeat("9", 2000000) + "); endmodule", "decdigits.v:1:28: error: a number has more than"},
		{"width", "module t; reg [16777216:0] a; endmodule", "width.v:1:15: error: the range [16777216:0] is too large: a vector has at most 16777216 bits"},
		{"words", "module t; reg [7:0] m [0:40'hffffffffff]; endmodule", "words.v:1:23: error: the range"},
		{"replication", "module t; reg a; initial a = ^{1000000000{1'b1}}; endmodule", "replication.v:1:31: error:"},
		{"generate", "module t; genvar i; for (i = 0; i < 1; i = i) begin : g wire w; end endmodule", "generate.v:1:26: error:"},
		{"recursion", "module t; r u(); endmodule module r; r a(); endmodule", "instantiates itself too deep"},
		{"array", "module l; endmodule module t; l u [0:1000000000](); endmodule", "array.v:1:35: error:"},
		{"constloop", "module t; function f; input a; while (1) f = a; endfunction localparam P = f(1); endmodule", "constloop.v:1:42: error:"},
		{"constdepth", "module t; function automatic integer f; input integer a; f = f(a + 1); endfunction localparam P = f(1); endmodule", "calls itself too deeply"},
		{"forever", "module t; initial forever ; endmodule", "forever.v:1:19: error: time does not advance past 0: a zero-delay loop in initial of t"},
		{"zerodelay", "module t; reg a; initial begin a = 0; forever #0 a = ~a; end endmodule", "a zero-delay loop in initial of t"},
		{"ring", "module t; wire a; reg en; nand (a, a, en); initial begin en = 0; #1 en = 1; end endmodule", "ring.v:1:32: error: time does not advance past 1: a zero-delay loop in nand of t"},
		{"pingpong", "module t; reg a, b; initial begin a = 0; b = 0; #1 a = 1; end\nalways @(a) b <= a;\nalways @(b) a <= ~b;\nendmodule", "pingpong.v:2:8: error: time does not advance past 0: a zero-delay loop in always @(t.a) of t, always @(t.b) of t (pingpong.v:3)"},
		{"funcloop", "module t; reg x; function f; input a; begin f = a; while (1) f = ~f; end endfunction initial x = f(1); endmodule", "a loop inside a function ran 67108864 times without end, in t.f"},
		{"dumpdir", "module t; reg a; initial begin $dumpfile(\".\"); $dumpvars; end endmodule", "dumpdir.v:1: .: is a directory"},
		{"dumplost", "module t; reg a; initial begin $dumpfile(\"no/x.vcd\"); $dumpvars; end endmodule", "dumplost.v:1: no/x.vcd: no such file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := c.name + ".v"
			if err := os.WriteFile(filepath.Join(dir, name), []byte(c.text), 0o644); err != nil {
				t.Fatal(err)
			}
			status, out := gpga(t, dir, "run", name)
			if status != 1 || !strings.Contains(out, c.want) || strings.Contains(out, "internal error") {
				t.Errorf("exit status %d; want 1 and %q in\n%.2000s", status, c.want, out)
			}
		})
	}
}

// TestOddBytes gives files that are Verilog all the same.
func TestOddBytes(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ name, text, want string }{
		{"bom", "\xef\xbb\xbfmodule t; initial $display(\"bom\"); endmodule", "bom\n"},
		{"crlf", "module t;\r\n`define X(a) \\\r\n a\r\ninitial\r\n $display(\"%0d\", `X(1));\r\nendmodule\r\n", "1\n"},
		{"cr", "module t;\rinitial $display(\"cr\");\rendmodule", "cr\n"},
		{"nonewline", "module t; initial $display(\"end\"); endmodule // no line end", "end\n"},
		{"latin1", "module t; // \xe9\xff\ninitial $display(\"\xe9\"); endmodule", "\xe9\n"},
		{"formfeed", "module t;\f\v\tinitial $display(\"f\"); endmodule", "f\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := c.name + ".v"
			if err := os.WriteFile(filepath.Join(dir, name), []byte(c.text), 0o644); err != nil {
				t.Fatal(err)
			}
			if status, out := gpga(t, dir, "run", name); status != 0 || out != c.want {
				t.Errorf("exit status %d, output %q, want 0 and %q", status, out, c.want)
			}
		})
	}
}

// gpga runs this test's binary as gpga and returns the exit status and all output.
func gpga(t *testing.T, dir string, args ...string) (int, string) {
	t.Helper()
	path, err := exec.LookPath("gpga")
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, args...)
	c.Dir = dir
	c.Env = environ()
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	killer := time.AfterFunc(time.Minute, func() { c.Process.Kill() })
	defer killer.Stop()
	err = c.Run()
	if c.ProcessState == nil {
		t.Fatal(err)
	}
	return c.ProcessState.ExitCode(), out.String()
}

// environ is the environment in which tests start gpga. Under Bazel a test binary goes to its own folder when the test's
// variables are there, and gpga is that binary here.
func environ() []string {
	var env []string
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); !strings.HasPrefix(name, "TEST_") && !strings.HasPrefix(name, "RUNFILES_") && name != "BUILD_WORKING_DIRECTORY" {
			env = append(env, v)
		}
	}
	return env
}
