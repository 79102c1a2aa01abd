package host

import (
	"bytes"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/gpga/gpga/frontend/design/logic"
)

func TestStrengthNames(t *testing.T) {
	for _, c := range []struct {
		s    Strength
		want string
	}{
		{BitStrength(logic.L0), "St0"}, {BitStrength(logic.L1), "St1"}, {BitStrength(logic.LX), "StX"}, {BitStrength(logic.LZ), "HiZ"},
		{Strength{-5, -5}, "Pu0"}, {Strength{3, 3}, "We1"}, {Strength{-6, -5}, "650"}, {Strength{2, 5}, "521"},
		{Strength{-5, 0}, "PuL"}, {Strength{0, 7}, "SuH"}, {Strength{-5, 5}, "PuX"}, {Strength{-3, 6}, "36X"}, {Strength{1, 1}, "Sm1"},
	} {
		if got := StrengthString(c.s); got != c.want {
			t.Errorf("%+v prints %s, want %s", c.s, got, c.want)
		}
	}
	h := New(Config{Stdout: io.Discard})
	a := Vec(logic.FromBits("10"))
	a.Strength = []Strength{{-5, -5}, {3, 3}}
	if got := h.Format(Caller{Name: "$display"}, []Arg{Str("%v|%9v|%-9v|"), a, a, a}); got != "We1_Pu0|  We1_Pu0|We1_Pu0  |" {
		t.Errorf("%%v prints %q", got)
	}
}

func TestTimeScaleNames(t *testing.T) {
	for exp, want := range map[int]string{2: "100s", 1: "10s", 0: "1s", -1: "100ms", -3: "1ms", -5: "10us", -9: "1ns", -10: "100ps", -11: "10ps", -12: "1ps", -14: "10fs", -15: "1fs"} {
		if got := TimeScale(exp); got != want {
			t.Errorf("10**%d is %s, want %s", exp, got, want)
		}
	}
	var out bytes.Buffer
	h := New(Config{Stdout: &out})
	h.Call(Caller{Name: "$printtimescale", Scope: "top.u.blk", Module: "top.u", Unit: -9, Precision: -11}, nil)
	h.Flush()
	if out.String() != "Time scale of (top.u) is 1ns / 10ps\n" {
		t.Errorf("%q", out.String())
	}
}

func TestScaledTime(t *testing.T) {
	for _, c := range []struct {
		ticks      uint64
		unit, prec int
		want       uint64
		real       float64
	}{{12345, -9, -12, 12, 12.345}, {12500, -9, -12, 13, 12.5}, {7, -12, -12, 7, 7}, {math.MaxUint64, -12, -12, math.MaxUint64, math.MaxUint64}, {5, 0, -15, 0, 5e-15}} {
		if got := ScaleTime(c.ticks, c.unit, c.prec); got != c.want {
			t.Errorf("time of %d: %d, want %d", c.ticks, got, c.want)
		}
		if got := ScaleRealtime(c.ticks, c.unit, c.prec); got != c.real {
			t.Errorf("realtime of %d: %g, want %g", c.ticks, got, c.real)
		}
	}
	h := New(Config{Stdout: io.Discard, Precision: -12})
	for name, want := range map[string]string{"$time": "13", "$simtime": "12500", "$stime": "13"} {
		r := h.Call(Caller{Name: name, Unit: -9, Precision: -12, Now: 12500}, nil)
		if got := logic.Format(r.Value.Vec, 'd', false); got != want {
			t.Errorf("%s = %s, want %s", name, got, want)
		}
	}
}

// orderedIO notes when output reaches the outside relative to reads.
type orderedIO struct{ log *[]string }

func (o orderedIO) Write(p []byte) (int, error) {
	*o.log = append(*o.log, "out:"+string(p))
	return len(p), nil
}

func (o orderedIO) Read(p []byte) (int, error) {
	*o.log = append(*o.log, "read")
	return copy(p, "ok\n"), io.EOF
}

func TestPromptAppearsBeforeRead(t *testing.T) {
	var log []string
	h := New(Config{Stdout: orderedIO{&log}, Stdin: orderedIO{&log}})
	h.Call(Caller{Name: "$write"}, []Arg{Str("name? ")})
	r := h.Call(Caller{Name: "$fgets"}, []Arg{Vec(logic.New(80)), Vec(logic.FromUint64(32, fdBit))})
	if got := string(bytes.Trim(r.Writes[0].Value.Vec.Bytes(), "\x00")); got != "ok\n" {
		t.Errorf("read %q", got)
	}
	if strings.Join(log, ",") != "out:name? ,read" {
		t.Errorf("order: %v", log)
	}
}

func TestCloseKeepsEverythingAndMayRace(t *testing.T) {
	dir := t.TempDir()
	var out bytes.Buffer
	h := New(Config{Stdout: &out, Dir: dir})
	fd := h.Call(Caller{Name: "$fopen"}, []Arg{Str("log"), Str("w")}).Value
	var wg sync.WaitGroup
	lines := 0
	started := make(chan struct{})
	wg.Go(func() {
		for i := range 2000 {
			h.Call(Caller{Name: "$display"}, []Arg{Str("line")})
			h.Call(Caller{Name: "$fdisplay"}, []Arg{fd, Str("line")})
			if i == 100 {
				close(started)
			}
		}
	})
	<-started
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	lines = strings.Count(out.String(), "line\n")
	if lines < 100 || lines*5 != out.Len() {
		t.Errorf("%d whole lines in %d bytes", lines, out.Len())
	}
	data, err := os.ReadFile(filepath.Join(dir, "log"))
	if n := strings.Count(string(data), "line\n"); err != nil || n < 100 || n*5 != len(data) || lines-n > 1 {
		t.Errorf("the file has %d lines, the output %d: %v", n, lines, err)
	}
}

func TestEveryServiceSurvivesAnyArguments(t *testing.T) {
	dir := t.TempDir()
	mem := &Memory{Name: "m", Left: 0, Right: 1, Width: 4, Word: func(int) logic.Vec { return logic.New(4) }}
	pool := []Arg{{}, Str(""), Str("%d%h%s%t%e"), Str("f"), Int(-1), Int(0), Int(3), Vec(logic.FromBits("xz01")), Vec(logic.Vec{}),
		Real(math.NaN()), Real(1e300), Real(-2.5), Mem(mem), Time(5, -9, -12), Realtime(5, -9, -12), Vec(logic.FromUint64(32, fdBit|2))}
	for name := range services() {
		h := New(Config{Stdout: io.Discard, Stderr: io.Discard, Stdin: strings.NewReader("12 ab"), Dir: dir, PlusArgs: []string{"+f=1"}})
		c := Caller{Name: name, File: "f.v", Line: 1, Scope: "t"}
		h.Call(c, nil)
		pool := pool
		if strings.HasPrefix(name, "$dist_") {
			pool = append(append([]Arg{}, pool[4:9]...), pool[11:]...) // a huge degree of freedom takes its time
		}
		for _, a := range pool {
			h.Call(c, []Arg{a})
			for _, b := range pool {
				h.Call(c, []Arg{a, b})
				h.Call(c, []Arg{b, a, b, a})
				for _, d := range pool[:5] {
					h.Call(c, []Arg{a, b, d})
				}
			}
		}
		h.Close()
	}
	h := New(Config{Stdout: io.Discard})
	if r := h.Call(Caller{Name: "$nope"}, nil); !r.Finish || Known("$nope") || !Known("$display") {
		t.Error("an unknown name ends the simulation")
	}
}

func TestParseDigits(t *testing.T) {
	for _, c := range []struct {
		s    string
		base byte
		w    int
		want string
	}{
		{"1f", 'h', 8, "00011111"}, {"x", 'h', 8, "xxxxxxxx"}, {"z1", 'h', 12, "zzzzzzzz0001"}, {"-1", 'h', 8, "11111111"},
		{"-1f", 'h', 12, "111111100001"}, {"g", 'h', 4, "xxxx"}, {"7_7", 'o', 6, "111111"}, {"8", 'o', 3, "xxx"}, {"", 'b', 2, "xx"},
		{"-12_3", 'd', 12, "111110000101"}, {"", 'd', 2, "00"}, {"Z_", 'd', 2, "zz"}, {"1x", 'd', 2, "xx"}, {"300", 'd', 8, "00101100"},
	} {
		if got := ParseDigits(c.s, c.base, c.w).Bits(); got != c.want {
			t.Errorf("%q in base %c: %s, want %s", c.s, c.base, got, c.want)
		}
	}
}

// A memory image never yields a word outside the range, nor one of another width.
func FuzzReadImage(f *testing.F) {
	for _, s := range serviceFiles {
		f.Add(s, false, 7, 0, 3)
		f.Add(s, true, 40, 5, 2)
	}
	f.Add("@fffffffff 1", false, 8, 0, 1)
	f.Fuzz(func(t *testing.T, text string, binary bool, width, start, stop int) {
		if width < 1 || width > 300 || start < 0 || start > 1000 || stop < 0 || stop > 1000 {
			t.Skip()
		}
		words, messages := ReadImage(text, binary, width, start, stop)
		for _, w := range words {
			if w.Addr < min(start, stop) || w.Addr > max(start, stop) || w.Value.Width != width {
				t.Fatalf("word %+v", w)
			}
			if c := logic.FromPlanes(width, w.Value.Val, w.Value.XZ); !logic.CaseEq(c, w.Value) {
				t.Fatalf("bits above the width: %+v", w)
			}
		}
		for _, m := range messages {
			if m == "" {
				t.Fatal("an empty message")
			}
		}
	})
}

// A scan never stores more values than it counts, and never outside its arguments.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"12 ab 3.5 xyz", "-5_0", "1z?x", "1e5 -2.5e-3", "", "\x00\x01\x02\x03\x04\x05\x06\x07"} {
		for _, fm := range []string{"%d %h %f %s", "%2d%*s%c", "%u%z", "%t %e %b", "x%%%o", "%m"} {
			f.Add(s, fm)
		}
	}
	f.Fuzz(func(t *testing.T, text, format string) {
		h := New(Config{Stdout: io.Discard})
		targets := []Arg{Vec(logic.FromBytes(text)), Str(format), Vec(logic.New(8)), Vec(logic.New(70)), Real(0), Int(0)}
		if text == "" {
			targets[0] = Str("")
		}
		r := h.Call(Caller{Name: "$sscanf", File: "f.v", Line: 1, Scope: "t"}, targets)
		n, _ := r.Value.Vec.Int64()
		if int(n) < len(r.Writes)-1 || n > int64(len(r.Writes)) {
			t.Fatalf("%d stored, %d counted", len(r.Writes), n)
		}
		for i, w := range r.Writes {
			if w.Arg != i+2 || w.Value.Kind != targets[w.Arg].Kind || w.Value.Vec.Width != targets[w.Arg].Vec.Width {
				t.Fatalf("write %d: %+v", i, w)
			}
		}
	})
}

// TestFinishAndReturn: Icarus Verilog's $finish with an exit status, of which POSIX keeps eight bits.
func TestFinishAndReturn(t *testing.T) {
	h := New(Config{Stdout: io.Discard})
	defer h.Close()
	for _, row := range []struct{ status, exit int }{{0, 0}, {7, 7}, {256 + 3, 3}, {-1, 255}} {
		r := h.Call(Caller{Name: "$finish_and_return"}, []Arg{Int(row.status)})
		if !r.Finish || r.ExitCode != row.exit {
			t.Errorf("$finish_and_return(%d): %+v", row.status, r)
		}
	}
}
