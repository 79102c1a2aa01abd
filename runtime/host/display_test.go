package host

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/frontend/design/logic"
)

var update = flag.Bool("update", false, "record the expected output again, with the installed iverilog and vvp")

// verilogArg is an argument as Verilog text and as the value a Host gets.
type verilogArg struct {
	text string
	arg  Arg
}

var (
	ubits = func(s string) verilogArg {
		return verilogArg{fmt.Sprintf("%d'b%s", len(s), s), Vec(logic.FromBits(s))}
	}
	sbits = func(s string) verilogArg {
		return verilogArg{fmt.Sprintf("%d'sb%s", len(s), s), SignedVec(logic.FromBits(s))}
	}
	integ = func(i int) verilogArg { return verilogArg{fmt.Sprint(i), Int(i)} }
	rl    = func(s string, r float64) verilogArg { return verilogArg{s, Real(r)} }
	str   = func(s string) verilogArg { return verilogArg{fmt.Sprintf("%q", s), Str(s)} }
	empty = verilogArg{"", Arg{}}
	now   = verilogArg{"$time", Time(12345, -9, -12)}
	stime = verilogArg{"$stime", Arg{Kind: ArgTime, Vec: logic.FromUint64(32, 12)}}
	rtime = verilogArg{"$realtime", Realtime(12345, -9, -12)}
)

type displayCase struct {
	task string
	args []verilogArg
}

func displayCases() []displayCase {
	var out []displayCase
	add := func(task string, args ...verilogArg) { out = append(out, displayCase{task, args}) }
	values := []verilogArg{
		ubits("0"), ubits("1"), ubits("x"), ubits("z"), ubits("01xz"), ubits("10110"), ubits("xxxxx"), ubits("zzzzz"),
		ubits("0000z"), ubits("0000x"), ubits("11111111"), ubits("01000001"), ubits("0100000101000010"), ubits("000000000100000100000000"),
		ubits(strings.Repeat("1", 64)), ubits(strings.Repeat("10", 50)), ubits(strings.Repeat("x1z0", 30)),
		sbits("1"), sbits("10000000"), sbits("01111111"), sbits("x1"), sbits(strings.Repeat("1", 70)),
		integ(0), integ(7), integ(-5), integ(123456),
		str("A"), str("AB"),
	}
	for _, v := range values {
		for _, f := range []string{"%d|%0d|%5d|%-5d|%05d|%12d", "%h|%0h|%8h|%-8h|%08h|%-08h|%x|%X", "%b|%0b|%12b|%-12b|%012b", "%s|%0s|%10s|%-10s|%010s", "%c|%5c|%-5c|%05c|"} {
			if f[1] == 'c' && v.arg.Kind == ArgVec && v.arg.Vec.Width > 32 {
				continue
			}
			n := strings.Count(f, "%")
			args := []verilogArg{str("[" + f + "]")}
			for range n {
				args = append(args, v)
			}
			add("$display", args...)
		}
		if v.arg.Kind != ArgString {
			add("$display", str("%o|%0o|%9o|%-9o|%09o|%D|%H|%O|%B"), v, v, v, v, v, v, v, v, v)
			add("$display", v)
			add("$displayh", v, empty, v)
			add("$displayb", v)
			add("$displayo", v)
			add("$display", str("%e|%f|%g|%t|%0t"), v, v, v, v, v)
		}
	}
	reals := []verilogArg{rl("0.0", 0), rl("1.0", 1), rl("1.5", 1.5), rl("-2.5", -2.5), rl("3.14159265", 3.14159265), rl("1e10", 1e10), rl("1e-10", 1e-10),
		rl("123456789.0", 123456789), rl("1e100", 1e100), rl("0.0001", 0.0001), rl("0.00001", 0.00001), rl("999999.25", 999999.25)}
	for _, v := range reals {
		add("$display", str("[%e|%f|%g|%E|%F|%G]"), v, v, v, v, v, v)
		add("$display", str("[%12.3e|%-12.3f|%012.3f|%+g|%+.0f|%.10g|%8g]"), v, v, v, v, v, v, v)
		add("$display", str("[%d|%0d|%t|%0t|%12d|%-12d|]"), v, v, v, v, v, v)
		add("$display", v, empty, v)
	}
	for _, v := range reals[2:5] {
		add("$display", str("[%h|%b|%o|%10h|%0h]"), v, v, v, v, v)
	}
	for _, v := range []verilogArg{now, stime, rtime} {
		add("$display", v)
		add("$display", str("%d|%0d|%t|%0t|%10t|%-10t|%010t|%.2t"), v, v, v, v, v, v, v, v)
	}
	for _, f := range []string{"%d", "%d %d", "%q %d", "%5%|", "%l", "%m|%30m|%-30m|", "%.3d", "%+d|%+5d|%+05d", "%-+5d|", "%%%d%%", "%", "a%", "%5", "%.5", "%-", "%k", "%.2h", "%+s", "%1.1c", "%.3m"} {
		add("$display", str(f), integ(3))
	}
	add("$display")
	add("$display", str(""))
	add("$display", str("a"), empty, str("b"))
	add("$display", integ(1), str(" x=%d"), integ(2), integ(3), str("%0d"), integ(4))
	add("$display", str("no format"), integ(2), str("%s"), str("lit"))
	add("$write", str("no end "), integ(1))
	add("$writeh", integ(1), str("\n"))
	add("$writeb", ubits("01xz"), str(" %d\n"), ubits("0110"))
	add("$display", str("%u"), ubits("01000001010000100100001101000100"))
	add("$display", str("%5d %d"), integ(1))
	add("$display", integ(5), integ(-6), ubits("1100"))
	add("$error", str("e=%0d"), integ(5))
	add("$warning")
	add("$info", str("hi"))
	for _, c := range []struct{ units, prec, width int }{{-9, 2, 10}, {-12, 0, 0}, {-12, 3, 15}, {-6, 5, 12}, {-3, 9, 5}, {0, 12, 0}} {
		add("$timeformat", integ(c.units), integ(c.prec), str(" u"), integ(c.width))
		for _, v := range []verilogArg{integ(0), integ(5), integ(50), integ(1500), integ(123456), ubits("01xz"), rl("1.5", 1.5), rl("1234.5678", 1234.5678), now, rtime} {
			add("$display", str("%t|%0t|%12t|%.2t"), v, v, v, v)
		}
	}
	add("$timeformat")
	add("$display", str("%t"), now)
	return out
}

const displayFile = "display.v"

// verilog gives the program that makes vvp print every case, one to a line.
func verilog(cases []displayCase) string {
	var b strings.Builder
	b.WriteString("`timescale 1ns/1ps\nmodule top; initial begin #12.345\n")
	for _, c := range cases {
		texts := make([]string, len(c.args))
		for i, a := range c.args {
			texts[i] = a.text
		}
		b.WriteString(c.task)
		if len(texts) > 0 {
			fmt.Fprintf(&b, "(%s)", strings.Join(texts, ", "))
		}
		b.WriteString(";\n")
	}
	b.WriteString("end endmodule\n")
	return b.String()
}

// record runs a Verilog program with vvp and keeps what it prints.
func record(t *testing.T, name, program string, files map[string]string, plus ...string) {
	t.Helper()
	dir := t.TempDir()
	for n, s := range files {
		if err := os.WriteFile(filepath.Join(dir, n), []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte(program), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(arg ...string) []byte {
		cmd := exec.Command(arg[0], arg[1:]...)
		cmd.Dir = dir
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %v\n%s", arg, err, out)
		}
		return out
	}
	run("iverilog", "-g2012", "-o", "p", name)
	out := run(append([]string{"vvp", "-n", "p"}, plus...)...)
	if err := os.WriteFile(filepath.Join("testdata", name+".out"), out, 0o644); err != nil {
		t.Fatal(err)
	}
}

func recorded(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name+".out"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// sameLines reports the first lines that differ.
func sameLines(t *testing.T, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	bad := 0
	for i := 0; i < max(len(g), len(w)) && bad < 15; i++ {
		a, b := "(end)", "(end)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			bad++
			t.Errorf("line %d:\n got %q\nwant %q", i+1, a, b)
		}
	}
}

func TestDisplayAsIcarus(t *testing.T) {
	cases := displayCases()
	if *update {
		record(t, displayFile, verilog(cases), nil)
	}
	var out bytes.Buffer
	h := New(Config{Stdout: &out, Precision: -12})
	for i, c := range cases {
		args := make([]Arg, len(c.args))
		for k, a := range c.args {
			args[k] = a.arg
			args[k].Const = args[k].Kind == ArgVec // the program has literals there
		}
		h.Call(Caller{Name: c.task, File: displayFile, Line: i + 3, Scope: "top", Unit: -9, Precision: -12, Now: 12345}, args)
	}
	h.Close()
	sameLines(t, out.String(), recorded(t, displayFile))
}

func BenchmarkDisplay(b *testing.B) {
	h := New(Config{Stdout: io.Discard})
	c := Caller{Name: "$display", Scope: "top"}
	args := []Arg{Str("t=%0d a=%h b=%b"), Int(5), Vec(logic.FromUint64(32, 0xdeadbeef)), Vec(logic.FromUint64(8, 3))}
	for b.Loop() {
		h.Call(c, args)
	}
}
