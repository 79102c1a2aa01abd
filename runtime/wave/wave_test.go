package wave

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gpga/gpga/frontend/design/logic"
)

var update = flag.Bool("update", false, "record testdata/dump.vcd again, with the installed iverilog and vvp")

func bits(s string) logic.Vec { return logic.FromBits(s) }

// tree is the design of testdata/dump.v as Icarus dumps it.
func tree() (top *Scope, v map[string]*Var) {
	v = map[string]*Var{}
	add := func(s *Scope, kind VarKind, width int, name string, left, right int, key any) {
		x := &Var{Kind: kind, Width: width, Name: name, Left: left, Right: right, Key: key}
		s.Vars = append(s.Vars, x)
		v[s.Name+"."+name] = x
	}
	top = &Scope{Kind: Module, Name: "top"}
	// Given out of order: AddTree sorts by kind.
	add(top, Real, 1, "r", 0, 0, nil)
	add(top, Reg, 1, "clk", 0, 0, "clk")
	add(top, Reg, 8, "cnt", 7, 0, nil)
	add(top, Reg, 1, "sc", 0, 0, nil)
	add(top, Reg, 4, "up", 0, 3, nil)
	add(top, Wire, 1, "s1", 0, 0, nil)
	add(top, Wire, 1, "w1", 0, 0, nil)
	add(top, Wire, 4, "q", 3, 0, nil)
	add(top, Wire, 4, "nz", 5, 2, nil)
	add(top, Wire, 4, "c3", 3, 0, nil)
	add(top, Event, 1, "ev", 0, 0, nil)
	fk := &Scope{Kind: Fork, Name: "fk"}
	add(fk, Reg, 1, "ff", 0, 0, nil)
	blk := &Scope{Kind: Begin, Name: "blk"}
	add(blk, Reg, 1, "inner", 0, 0, nil)
	top.Scopes = append(top.Scopes, fk, blk)
	for _, n := range []string{"u", "u2"} {
		u := &Scope{Kind: Module, Name: n}
		add(u, Wire, 1, "clk", 0, 0, "clk")
		add(u, Wire, 4, "d", 3, 0, nil)
		add(u, Reg, 4, "q", 3, 0, nil)
		add(u, Integer, 32, "k", 31, 0, nil)
		tk := &Scope{Kind: Task, Name: "tk"}
		add(tk, Reg, 1, "loc", 0, 0, nil)
		add(tk, Reg, 1, "x", 0, 0, nil)
		f := &Scope{Kind: Function, Name: "f"}
		add(f, Reg, 1, "a", 0, 0, nil)
		u.Scopes = []*Scope{tk, f}
		top.Scopes = append(top.Scopes, u)
	}
	for i := range 2 {
		g := &Scope{Kind: Generate, Name: fmt.Sprintf("gen[%d]", i)}
		add(g, Reg, 1, "b", 0, 0, nil)
		top.Scopes = append(top.Scopes, g)
	}
	return top, v
}

// header drops the lines that name the date and the writer.
func header(s string) string {
	lines := strings.Split(s, "\n")
	if len(lines) < 6 {
		return s
	}
	lines[1], lines[4] = "", ""
	return strings.Join(lines, "\n")
}

// The writer, given the changes of testdata/dump.v in the order vvp makes them,
// writes vvp's dump byte for byte.
func TestDumpAsIcarus(t *testing.T) {
	if *update {
		dir := t.TempDir()
		for _, c := range [][]string{{"iverilog", "-o", filepath.Join(dir, "p"), "testdata/dump.v"}, {"vvp", "p"}} {
			cmd := exec.Command(c[0], c[1:]...)
			if c[0] == "vvp" {
				cmd.Dir = dir
			}
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v: %v\n%s", c, err, out)
			}
		}
		b, err := os.ReadFile(filepath.Join(dir, "v.vcd"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("testdata/dump.vcd", b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	w := NewWriter(&out, -11, time.Unix(0, 0))
	top, v := tree()
	w.AddTree(top, 0)
	set := func(text string, names ...string) {
		for _, n := range names {
			x := v[n]
			w.Change(x.ID, logic.Extend(bits(text), x.Width, false))
		}
	}
	set("0", "fk.ff", "gen[0].b", "top.clk", "top.w1", "top.cnt", "top.nz", "top.c3", "u2.d")
	set("1", "blk.inner", "gen[1].b", "top.s1")
	set("101", "u2.k")
	set("01xz", "top.up")
	w.ChangeReal(v["top.r"].ID, 1.5)
	u := top.Scopes[2]
	w.Change(u.Vars[1].ID, bits("0000"))
	w.Change(u.Vars[3].ID, logic.FromUint64(32, 5))
	w.Start(0, nil)
	w.Time(300)
	set("0", "blk.inner")
	w.Time(500)
	set("1", "top.clk", "top.w1")
	set("1111", "top.cnt")
	w.Trigger(v["top.ev"].ID)
	w.Change(u.Vars[1].ID, bits("1111"))
	set("1111", "top.nz", "u2.d", "top.c3", "u2.q")
	w.Change(u.Vars[2].ID, bits("0000"))
	set("0000", "u2.q", "top.q")
	w.Time(1000)
	set("0", "top.clk", "top.w1")
	set("xxxx0000", "top.cnt")
	w.ChangeReal(v["top.r"].ID, -2.25e10)
	w.Change(u.Vars[1].ID, bits("0000"))
	set("0", "top.nz", "u2.d", "top.c3")
	w.Change(u.Vars[2].ID, bits("1111"))
	set("1111", "top.q", "u2.q")
	w.Time(1500)
	set("zzzzzzzz", "top.cnt")
	w.Change(u.Vars[1].ID, bits("zzzz"))
	set("zzzz", "top.nz", "u2.d", "top.c3")
	w.Time(1600)
	w.Off()
	w.Time(1700)
	set("11", "top.cnt", "top.nz", "u2.d", "top.c3")
	w.Change(u.Vars[1].ID, bits("0011"))
	w.Time(1800)
	w.On()
	w.Time(1900)
	w.All()
	w.ChangeReal(v["top.r"].ID, 0.1)
	w.Time(2000)
	set("1x", "top.cnt")
	set("1", "top.sc")
	w.Change(u.Vars[1].ID, bits("001x"))
	set("1x", "u2.d", "top.nz", "top.c3")
	w.Time(2100)
	set("0", "top.up")
	set("1111", "top.up")
	if err := w.Close(2400); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/dump.vcd")
	if err != nil {
		t.Fatal(err)
	}
	g, x := sections(header(out.String())), sections(header(string(want)))
	for i := range max(len(g), len(x)) {
		if i >= len(g) || i >= len(x) || g[i] != x[i] {
			t.Fatalf("section %d:\n%s\nwant:\n%s", i, at(g, i), at(x, i))
		}
	}
	a, errA := Read(&out)
	b, errB := Read(bytes.NewReader(want))
	if errA != nil || errB != nil {
		t.Fatal(errA, errB)
	}
	if r := Compare(a, b); !r.Same() || r.Compared != len(b.Vars) {
		t.Errorf("%+v", r)
	}
}

func at(s []string, i int) string {
	if i < len(s) {
		return s[i]
	}
	return "(none)"
}

// sections cuts a dump at its times and sorts the changes within one, whose order
// follows that of an engine's events.
func sections(s string) []string {
	parts := strings.Split(s, "\n#")
	for i, p := range parts {
		if i == 0 || strings.Contains(p, "$") {
			continue
		}
		lines := strings.Split(strings.TrimSpace(p), "\n")
		rest := lines[1:]
		for a := range rest {
			for b := range rest[:a] {
				if rest[a] < rest[b] {
					rest[a], rest[b] = rest[b], rest[a]
				}
			}
		}
		parts[i] = strings.Join(lines, "\n")
	}
	return parts
}

func TestLastChangedIsWrittenFirstAndOnce(t *testing.T) {
	var out bytes.Buffer
	w := NewWriter(&out, -9, time.Unix(0, 0))
	w.EnterScope(Module, "t")
	a := w.AddVar(Reg, 1, "a", 0, 0, 0)
	b := w.AddVar(Reg, 4, "b", 3, 0, 0)
	alias := w.AddVar(Wire, 1, "a2", 0, 0, a)
	esc := w.AddVar(Reg, 1, "x+y", 3, 3, 0)
	if alias != a || esc == a {
		t.Error("an alias has the ID of its variable")
	}
	w.LeaveScope()
	w.Start(0, func(ID) Value { return Value{Vec: bits("0000")} })
	w.Change(a, bits("1"))
	w.Change(b, bits("0001"))
	w.Change(a, bits("0"))
	w.EndStep()
	w.Time(7)
	w.Time(5)
	w.Change(b, bits("001z"))
	w.Close(7)
	_, got, _ := strings.Cut(out.String(), "$timescale")
	want := "\n\t1ns\n$end\n$scope module t $end\n$var reg 1 ! a $end\n$var reg 4 \" b [3:0] $end\n$var wire 1 ! a2 $end\n" +
		"$var reg 1 # \\x+y [3:3] $end\n$upscope $end\n$enddefinitions $end\n#0\n$dumpvars\n0#\nb0 \"\n0!\n$end\nb1 \"\n0!\n#7\nb1z \"\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestShorten(t *testing.T) {
	for s, want := range map[string]string{"0000": "0", "0001": "1", "0101": "101", "000x": "0x", "xx01": "x01", "zzzz": "z", "1x": "1x", "x": "x", "0": "0", "00z1": "0z1", "xz": "xz", "": ""} {
		if got := shorten(s); got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}

func TestCodes(t *testing.T) {
	seen := map[string]bool{}
	for i := range 20000 {
		c := code(i)
		if seen[c] || strings.Trim(c, "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~") != "" {
			t.Fatalf("code %d is %q", i, c)
		}
		seen[c] = true
	}
	if code(0) != "!" || code(93) != "~" || code(94) != "!\"" {
		t.Error(code(0), code(93), code(94))
	}
}

func TestLimit(t *testing.T) {
	var out bytes.Buffer
	w := NewWriter(&out, -9, time.Unix(0, 0))
	a := w.AddVar(Reg, 1, "a", 0, 0, 0)
	hit := 0
	w.Limit(250, func(n int64) { hit += int(n) })
	w.Start(0, nil)
	for i := range 1000 {
		w.Time(uint64(i))
		w.Change(a, bits(fmt.Sprint(i%2)))
	}
	w.Close(2000)
	if hit != 250 || out.Len() > 400 || !strings.HasSuffix(out.String(), "$comment Dump file limit (250 bytes) exceeded. $end\n") {
		t.Errorf("%d, %d bytes: %s", hit, out.Len(), out.String())
	}
}

func TestOffBeforeStart(t *testing.T) {
	var out bytes.Buffer
	w := NewWriter(&out, -9, time.Unix(0, 0))
	w.AddVar(Reg, 2, "a", 1, 0, 0)
	w.Off()
	w.Start(3, nil)
	w.Time(4)
	w.On()
	w.Close(4)
	if !strings.HasSuffix(out.String(), "$enddefinitions $end\n#4\n$dumpon\nbx !\n$end\n") {
		t.Error(out.String())
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestCloseTellsAndMayRace(t *testing.T) {
	w := NewWriter(failing{}, -9, time.Unix(0, 0))
	if err := w.Close(0); err == nil || !strings.Contains(err.Error(), "disk full") {
		t.Errorf("a lost dump is an error: %v", err)
	}
	path := filepath.Join(t.TempDir(), "d.vcd")
	w, err := New(path, -9)
	if err != nil {
		t.Fatal(err)
	}
	a := w.AddVar(Reg, 8, "a", 7, 0, 0)
	w.Start(0, nil)
	var wg sync.WaitGroup
	started := make(chan struct{})
	wg.Go(func() {
		for i := range 5000 {
			w.Time(uint64(i))
			w.Change(a, logic.FromUint64(8, uint64(i)))
			if i == 100 {
				close(started)
			}
		}
	})
	<-started
	if err := w.Close(0); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	tr, err := ReadFile(path)
	if err != nil || len(tr.Vars) != 1 || len(tr.Vars[0].Changes) < 100 {
		t.Errorf("an interrupted dump is whole up to there: %v", err)
	}
	if _, err := New(filepath.Join(t.TempDir(), "no", "d.vcd"), -9); err == nil {
		t.Error("a dump that cannot be opened is an error")
	}
}

func TestReader(t *testing.T) {
	tr, err := Read(strings.NewReader("$timescale 10 ps $end $scope module t $end $var reg 4 ! a [3:0] $end\n$var real 1 r r $end $var wire 4 ! b $end\n" +
		"$scope begin \\x.y $end $var event 1 e ev $end $upscope $end $upscope $end $enddefinitions $end\n#0\n$dumpvars bx ! r1.5 r\n$end\n#5\nb01 !\n1e\n#7 b000001 ! bz0 !\n#9\n"))
	if err != nil {
		t.Fatal(err)
	}
	a, b := tr.Var("t.a"), tr.Var("t.b")
	if tr.Exponent != -11 || tr.End != 9 || len(tr.Vars) != 4 || tr.Var("t.\\x.y.ev") == nil || !reflect.DeepEqual(a.Changes, b.Changes) {
		t.Fatalf("%+v", tr)
	}
	for at, want := range map[uint64]string{0: "xxxx", 4: "xxxx", 5: "0001", 6: "0001", 7: "zzz0", 100: "zzz0"} {
		if got := a.Digits(at); got != want {
			t.Errorf("a at %d: %s, want %s", at, got, want)
		}
	}
	for text, want := range map[string]string{
		"$var reg 4 ! $end":           "1: $var needs",
		"\n\n#x":                      "3: bad time",
		"#5 #4":                       "1: bad time",
		"$upscope $end":               "1: $upscope outside",
		"1!":                          "1: no variable",
		"$scope module":               "1: no $end",
		"$timescale 3ns $end":         "1: bad $timescale",
		"hello":                       "1: unexpected",
		"$var reg 2 ! a $end\nb111 !": "2: the value",
		"$var reg 2 ! a $end\nb12 !":  "2: bad value",
		"$var reg 2 ! a $end $var reg 3 ! b $end":   "1: b shares",
		"$var reg 99999999999 ! a $end":             "1: bad width",
		"$var reg 1 ! a $end $scope module $end 1!": "1: $scope without",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestCompare(t *testing.T) {
	read := func(scale, body string) *Trace {
		t.Helper()
		tr, err := Read(strings.NewReader("$timescale " + scale + " $end $var reg 4 ! a $end $var real 1 r r $end $var event 1 e e $end " + body))
		if err != nil {
			t.Fatal(err)
		}
		return tr
	}
	base := read("1ns", "#0 b0 ! r1 r #5 b1 ! 1e #9 b10 ! #12")
	for _, c := range []struct{ scale, body, want string }{
		{"1ns", "#0 b0 ! r1 r #5 b1 ! 1e #9 b10 ! #12", ""},
		{"1ns", "#0 b1 ! b0000 ! r1.0 r #3 b0 ! #5 b0 ! b1 ! 1e #6 b1 ! #9 b10 ! #12", ""},
		{"100ps", "#0 b0 ! r1 r #50 b1 ! 1e #90 b10 ! #120", ""},
		{"1ns", "#0 b0 ! r1 r #5 b1 ! 1e #6", ""}, // up to where both reach
		{"1ns", "#0 b0 ! r1 r #5 b1 ! 1e #8 b10 ! #12", `a at 8: "1" and "10"`},
		{"1ns", "#0 b0 ! r1 r #5 b1 ! 1e #12", `a at 9: "10" and "1"`},
		{"1ns", "#0 b0 ! r2 r #5 b1 ! 1e #9 b10 ! #12", `r at 0: "1" and "2"`},
		{"1ns", "#0 b0 ! r1 r #5 b1 ! 1e #6 1e #9 b10 ! #12", `e at 6: "1" and "1"`},
		{"1ns", "#1 b0 ! r1 r #5 b1 ! 1e #9 b10 ! #12", `a at 0: "0" and ""`},
	} {
		r := Compare(base, read(c.scale, c.body))
		got := ""
		if len(r.Differences) > 0 {
			got = r.Differences[0].String()
		}
		if got != c.want || r.Same() != (c.want == "") || r.Compared != 3 {
			t.Errorf("%s: %v, want %q", c.body, r, c.want)
		}
	}
	other, _ := Read(strings.NewReader("$var reg 1 ! z $end"))
	if r := Compare(base, other); r.Same() || len(r.OnlyA) != 3 || !reflect.DeepEqual(r.OnlyB, []string{"z"}) {
		t.Errorf("no common variable is no agreement: %+v", r)
	}
}

// The reader takes any text, and what it takes agrees with itself.
func FuzzRead(f *testing.F) {
	if b, err := os.ReadFile("testdata/dump.vcd"); err == nil {
		f.Add(string(b))
	}
	f.Add("$timescale 1ns $end $var reg 4 ! a [3:0] $end #0 b01xz ! #5 x! $comment x $end")
	f.Fuzz(func(t *testing.T, s string) {
		tr, err := Read(strings.NewReader(s))
		if err != nil {
			return
		}
		if r := Compare(tr, tr); len(r.Differences) > 0 || len(r.OnlyA)+len(r.OnlyB) > 0 {
			t.Fatalf("a dump differs from itself: %+v", r)
		}
		for _, v := range tr.Vars {
			last := uint64(0)
			for _, c := range v.Changes {
				if c.Time < last || c.Time > tr.End {
					t.Fatalf("%s goes back in time", v.Name)
				}
				last = c.Time
			}
		}
	})
}

func BenchmarkChange(b *testing.B) {
	w := NewWriter(discard{}, -9, time.Unix(0, 0))
	id := w.AddVar(Reg, 32, "a", 31, 0, 0)
	w.Start(0, nil)
	v := logic.FromUint64(32, 0xdeadbeef)
	for i := range b.N {
		w.Time(uint64(i))
		w.Change(id, v)
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
