package refsim_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/goldens/load"
	"github.com/gpga/gpga/goldens/refsim"
	"github.com/gpga/gpga/runtime/host"
)

// run compiles text as t.v and simulates it; err is what the run came to.
func run(t *testing.T, text string, opts refsim.Options) (string, refsim.Result, error) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "t.v")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	d, err := load.Files(load.Options{}, file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	h := host.New(host.Config{Stdout: &out, Precision: d.TickExp, Dir: dir})
	r, err := refsim.Run(context.Background(), d, h, opts)
	h.Close()
	return out.String(), r, err
}

// programs are small designs with what they print, as vvp 11 prints it. TestProgramsAgainstIcarus checks the claim.
var programs = []struct{ name, text, want string }{
	{"a wake detaches the waiter", `module t; reg clk = 0; integer n = 0; always @(posedge clk) n = n + 1;
		initial begin #1 clk = 1; clk = 0; clk = 1; #1 $display(n); end endmodule`, "          1\n"},
	{"waiters are woken last in first out", `module t; reg c = 0; always @(posedge c) $write("A"); always @(posedge c) $write("B");
		initial begin #1 c = 1; #1 c = 0; #1 c = 1; #1 $display; end endmodule`, "BAAB\n"},
	{"branches of a fork run last first", `module t; initial begin fork $write("1"); $write("2"); #1 $write("3"); join $display("."); end endmodule`, "213.\n"},
	{"nonblocking assignments are all applied before anybody wakes", `module t; reg a, b; initial begin a = 0; b = 0; #1 a <= 1; b <= 1; end
		always @(a) if ($time) $display("a sees %b", b); always @(b) if ($time) $display("b sees %b", a); endmodule`, "a sees 1\nb sees 1\n"},
	{"zero delay goes through the inactive region", `module t; reg a; initial begin a = 0; #0 $display("late %b", a); end initial a = 1; endmodule`, "late 1\n"},
	{"the thread stops at $finish, the time step does not", `module t; initial begin #1 $strobe("strobe"); $finish; $display("no"); end
		initial #1 $display("same time"); initial #2 $display("later"); endmodule`, "same time\nstrobe\n"},
	{"disable ends a block with its branches", `module t; initial begin : b fork begin #1 $display("one"); end begin #3 $display("three"); end join $display("no"); end
		initial #2 disable b; endmodule`, "one\n"},
	{"disable of a task from inside returns", `module t; task k(input integer i); begin if (i) disable k; $display("went on"); end endtask
		initial begin k(1); k(0); end endmodule`, "went on\n"},
	{"disable leaves a block of a function", `module t; function integer f(input integer n); begin : top f = 0; begin : l while (1) begin f = f + 1; if (f == n) disable l; end end f = f * 10; end endfunction
		initial $display("%0d", f(4)); endmodule`, "40\n"},
	{"automatic tasks recurse", `module t; task automatic k(input integer n); if (n > 0) begin k(n - 1); #1 $write("%0d ", n); end endtask
		initial begin k(3); $display("at %0t", $time); end endmodule`, "1 2 3 at 3\n"},
	{"automatic functions recurse", `module t; function automatic integer f(input integer n); f = n < 2 ? n : f(n - 1) + f(n - 2); endfunction
		initial $display("%0d", f(15)); endmodule`, "610\n"},
	{"a delayed driver is inertial", `module t; reg a = 0; wire #3 y = a; initial $monitor("%0t %b", $time, y);
		initial begin #10 a = 1; #2 a = 0; #10 a = 1; end endmodule`, "0 x\n3 0\n25 1\n"},
	{"rise, fall and turn-off delays", `module t; reg a = 0, e = 1; wire y; bufif1 #(1, 2, 3) (y, a, e); initial $monitor("%0t %b", $time, y);
		initial begin #10 a = 1; #10 a = 0; #10 e = 0; end endmodule`, "0 x\n2 0\n11 1\n22 0\n33 z\n"},
	{"strengths decide between drivers", `module t; wire a, b, c; assign (strong0, strong1) a = 1; assign (weak0, weak1) a = 0; pullup (b); assign (highz0, strong1) b = 0;
		wand d; assign d = 1; assign d = 0; wor w; assign w = 1; assign w = 0; tri0 n; tri1 m; initial #1 $display("%b %b %b %b %b %v %v", a, b, d, w, n, n, m); endmodule`, "1 1 0 1 0 Pu0 Pu1\n"},
	{"force and release", `module t; reg r = 0; wire w = r; initial begin #1 force w = 1; #1 $display("%b", w); r = 1; r = 0; release w; #1 $display("%b", w);
		force r = 1; r = 0; $display("%b", r); release r; $display("%b", r); r = 0; $display("%b", r); end endmodule`, "1\n0\n1\n1\n0\n"},
	{"assign and deassign", `module t; reg a = 0, q; initial begin assign q = a; #1 a = 1; #1 $display("%b", q); q = 0; $display("%b", q); deassign q; q = 0; $display("%b", q); end endmodule`, "1\n1\n0\n"},
	{"events in intra-assignment controls", `module t; reg c = 0; integer v; initial begin v = 1; v = repeat (2) @(posedge c) v + 1; $display("%0t %0d", $time, v); end
		initial repeat (6) #1 c = ~c; endmodule`, "3 2\n"},
	{"a constant input runs an always @* at time 0", `module s(input e, output reg q); always @* q = e; endmodule
		module t; wire q; s u(1'b1, q); initial #1 $display("%b", q); endmodule`, "1\n"},
	{"primitives with state", `primitive dff(q, c, d); output q; reg q; input c, d; table r 0 : ? : 0; r 1 : ? : 1; n ? : ? : -; ? * : ? : -; endtable endprimitive
		module t; reg c = 0, d = 1; wire q; dff u(q, c, d); initial begin #1 $display("%b", q); #1 c = 1; #1 $display("%b", q); d = 0; #1 $display("%b", q); c = 0; #1 c = 1; #1 $display("%b", q); end endmodule`,
		"x\n1\n1\n0\n"},
	{"$monitor reacts to changes, not to values", `module t; reg a = 0; initial begin $monitor("%0t %b", $time, a); #1 a = 1; #0 a = 0; #1 $finish; end endmodule`, "0 0\n1 0\n"},
	{"reals and times", "`timescale 1ns/1ps\nmodule t; real r; initial begin #1.5 r = $realtime; $display(\"%0.3f %0t %0d\", r, $time, $time); r = r / 4; $display(\"%g\", r); end endmodule", "1.500 2000 2\n0.375\n"},
}

func TestPrograms(t *testing.T) {
	for _, p := range programs {
		t.Run(p.name, func(t *testing.T) {
			got, _, err := run(t, p.text, refsim.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got != p.want {
				t.Errorf("prints\n%s\nwant\n%s", got, p.want)
			}
		})
	}
}

// TestProgramsAgainstIcarus runs the same programs on the installed vvp: what this file calls right is what Icarus does.
func TestProgramsAgainstIcarus(t *testing.T) {
	if _, err := exec.LookPath("iverilog"); err != nil {
		t.Skip("SKIPPED: iverilog is not installed, so the recorded outputs are not checked against it")
	}
	if v, _ := exec.Command("iverilog", "-V").Output(); !bytes.Contains(v, []byte("version 11.")) {
		t.Skip("SKIPPED: the installed iverilog is not version 11, whose habits the outputs record")
	}
	for _, p := range programs {
		t.Run(p.name, func(t *testing.T) {
			dir := t.TempDir()
			file, bin := filepath.Join(dir, "t.v"), filepath.Join(dir, "t.vvp")
			if err := os.WriteFile(file, []byte(p.text), 0o666); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("iverilog", "-o", bin, file).CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			out, err := exec.Command("vvp", "-n", bin).Output()
			if err != nil {
				t.Fatal(err)
			}
			if string(out) != p.want {
				t.Errorf("Icarus prints\n%s\nrecorded is\n%s", out, p.want)
			}
		})
	}
}

func TestExitStatus(t *testing.T) {
	for _, c := range []struct {
		name, text string
		code       int
		time       uint64
	}{
		{"events run out", "module t; initial #5 ; endmodule", 0, 5},
		{"$finish", "module t; initial #5 $finish; always #1 ; endmodule", 0, 5},
		{"$stop", "module t; initial #5 $stop; always #1 ; endmodule", 1, 5},
	} {
		_, r, err := run(t, c.text, refsim.Options{})
		if err != nil || r.ExitCode != c.code || r.FinishTime != c.time {
			t.Errorf("%s: status %d at %d, error %v; want %d at %d", c.name, r.ExitCode, r.FinishTime, err, c.code, c.time)
		}
	}
}

func TestLimits(t *testing.T) {
	for _, c := range []struct {
		name, text string
		opts       refsim.Options
		want       []string // all in the error
	}{
		{"zero-delay loop", "module t; reg a = 0, b = 0;\nalways @(a) if ($time) b = ~b;\nalways @(b) if ($time) a = ~a;\ninitial #3 a = 1; endmodule", refsim.Options{MaxEvents: 10000},
			[]string{"t.v:", "time does not advance beyond 3", "always at", "t.v:2", "t.v:3"}},
		{"loop without delay", "module t; integer i;\ninitial forever i = 1; endmodule", refsim.Options{MaxLoop: 10000}, []string{"t.v:2:", "without delay"}},
		{"endless recursion", "module t; function automatic integer f(input integer n);\nf = f(n + 1); endfunction initial $display(f(0)); endmodule",
			refsim.Options{MaxDepth: 200}, []string{"t.v:2:", "200 nested calls", "t.f"}},
		{"endless task recursion", "module t; task automatic k;\nk; endtask initial k; endmodule", refsim.Options{MaxDepth: 200}, []string{"t.v:2:", "nested calls"}},
		{"a net that feeds itself", "module t; reg [3:0] r; wire [3:0] a;\nassign a = a + r; initial begin r = 0; force a = 1; r = 1; release a; end endmodule",
			refsim.Options{MaxEvents: 10000}, nil},
		{"statements", "module t; always #1 ; endmodule", refsim.Options{MaxSteps: 1000}, []string{"limit of 1000 statements"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, r, err := run(t, c.text, c.opts)
			if c.want == nil {
				return // it must only end
			}
			if err == nil {
				t.Fatal("no error")
			}
			if r.ExitCode != 1 {
				t.Errorf("status %d", r.ExitCode)
			}
			for _, w := range c.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%q does not name %q", err, w)
				}
			}
		})
	}
}

func TestMaxTime(t *testing.T) {
	got, r, err := run(t, `module t; always #10 $display("%0d", $time); endmodule`, refsim.Options{MaxTime: 25})
	if err != nil || !r.TimeUp || got != "                  10\n                  20\n" && got != "10\n20\n" {
		t.Errorf("%q, %+v, %v", got, r, err)
	}
}

// TestDump checks the text of a dump: the scopes, the values at the start, changes, and what $dumpoff leaves out.
func TestDump(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "t.v")
	text := `module s(input a); wire n = ~a; endmodule
module t; reg a = 0; reg [3:0] v; real r; event e; s u(a);
initial begin $dumpfile("w"); $dumpvars; #1 a = 1; v = 3; r = 0.5; -> e; #1 $dumpoff; v = 4; #1 $dumpon; #1 v = 5; end endmodule`
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	d, err := load.Files(load.Options{}, file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	h := host.New(host.Config{Stdout: &out, Precision: d.TickExp, Dir: dir})
	_, err = refsim.Run(context.Background(), d, h, refsim.Options{})
	h.Close()
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != "VCD info: dumpfile w.vcd opened for output.\n" {
		t.Errorf("prints %q", out.String())
	}
	dump, err := os.ReadFile(filepath.Join(dir, "w.vcd"))
	if err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(string(dump), "$scope")
	want := ` module t $end
$var event 1 ! e $end
$var reg 1 " a $end
$var reg 4 # v [3:0] $end
$var real 1 $ r $end
$scope module u $end
$var wire 1 " a $end
$var wire 1 % n $end
$upscope $end
$upscope $end
$enddefinitions $end
#0
$dumpvars
1%
r0 $
bx #
0"
1!
$end
#1
0%
1!
r0.5 $
b11 #
1"
#2
$dumpoff
x%
rNaN $
bx #
x"
$end
#3
$dumpon
0%
r0.5 $
b100 #
1"
1!
$end
#4
b101 #
`
	if got != want {
		t.Errorf("dump is\n%s\nwant\n%s", got, want)
	}
}
