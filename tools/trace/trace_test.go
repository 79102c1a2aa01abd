package trace

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/frontend/passes"
)

func text(kind, s string) *passes.IR {
	return &passes.IR{Kind: kind, Unit: "bytes", Size: func() int { return len(s) }, Dump: func(w io.Writer) error { _, err := io.WriteString(w, s); return err }}
}

// sink keeps what a test allocates.
var sink []byte

// line records a small compilation: an outer pass with two inner ones, of which one runs twice, and one more.
func line(r *Recorder) {
	grown := ""
	out := &passes.IR{Kind: "text", Unit: "bytes", Size: func() int { return len(grown) }, Dump: func(w io.Writer) error { _, err := io.WriteString(w, grown); return err }}
	passes.Run(r, passes.Pass{Name: "lower", In: text("design", "module"), Out: out}, func() {
		for range 2 {
			passes.Run(r, passes.Pass{Name: "bodies", In: out, Out: out}, func() {
				passes.At(r, func() string { return "a.v:1:1: always" })
				grown += "0123456789"
				sink = make([]byte, 1<<20)
				for end := time.Now().Add(2 * time.Millisecond); time.Now().Before(end); {
				}
			})
		}
		passes.Run(r, passes.Pass{Name: "finish"}, func() {})
	})
	passes.Run(r, passes.Pass{Name: "emit"}, func() {})
}

func TestRows(t *testing.T) {
	r := New()
	r.Full = true
	line(r)
	rows := r.Rows()
	var names []string
	for _, row := range rows {
		names = append(names, fmt.Sprintf("%s %d %d", row.Name, row.Depth, row.Runs))
	}
	if want := []string{"lower 0 1", "lower/bodies 1 2", "lower/finish 1 1", "emit 0 1"}; !reflect.DeepEqual(names, want) {
		t.Fatalf("%q", names)
	}
	l, b := rows[0], rows[1]
	if *l.Before != 6 || *l.After != 20 || l.Unit != "bytes" || *b.Before != 0 || *b.After != 20 || rows[3].Before != nil {
		t.Errorf("sizes: %+v %+v", l, b)
	}
	if b.Seconds < 0.004 || l.Seconds < b.Seconds || b.Bytes < 2<<20 || b.Bytes > 3<<20 || b.CPU <= 0 {
		t.Errorf("time and memory: %+v %+v", l, b)
	}
	if total := Total(rows); total.Seconds < l.Seconds || total.Seconds > l.Seconds+rows[3].Seconds+1e-9 {
		t.Errorf("%+v", total)
	}
	var out bytes.Buffer
	if err := r.Print(&out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"6 bytes  20 bytes  lower\n", "0 bytes  20 bytes    bodies (2 runs)\n", "  total\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// TestLight: without Full only the clock is read.
func TestLight(t *testing.T) {
	r := New()
	passes.Run(r, passes.Pass{Name: "p", In: &passes.IR{Size: func() int { t.Error("a size was asked for"); return 0 }}}, func() {})
	if e := r.Events()[0]; e.Bytes != 0 || e.Before.N != -1 {
		t.Errorf("%+v", e)
	}
}

func TestDumps(t *testing.T) {
	for _, c := range []struct {
		before, after []string
		want          string
		missing       []string
	}{
		{[]string{"lower"}, nil, "==== before lower: design ====\nmodule\n", nil},
		{nil, []string{"bodies"}, "==== after lower/bodies: text ====\n0123456789\n==== after lower/bodies: text ====\n01234567890123456789\n", nil},
		{[]string{"lower/finish"}, []string{"shapes", "shapes"}, "==== before lower/finish: nothing ====\n(no text)\n", []string{"shapes"}},
	} {
		var out bytes.Buffer
		r := New()
		r.Dump = Dump{Before: c.before, After: c.after, Out: &out}
		line(r)
		if out.String() != c.want || !reflect.DeepEqual(r.Missing(), c.missing) {
			t.Errorf("%v %v: missing %q\n%s", c.before, c.after, r.Missing(), out.String())
		}
	}
	var out bytes.Buffer
	r := New()
	r.Dump = Dump{After: []string{"p"}, Out: &out}
	passes.Run(r, passes.Pass{Name: "p", Out: &passes.IR{Kind: "k", Dump: func(w io.Writer) error {
		io.WriteString(w, "half\n")
		panic("not ready")
	}}}, func() {})
	if !strings.HasSuffix(out.String(), "half\n(the rest cannot be shown at this point: not ready)\n") {
		t.Error(out.String())
	}
}

// TestPlace: after a panic the recorder knows the pass and the construct, and a stage that recovers on its own leaves none open.
func TestPlace(t *testing.T) {
	r := New()
	func() {
		defer func() { recover() }()
		passes.Run(r, passes.Pass{Name: "lower"}, func() {
			passes.At(r, func() string { return "outer" })
			passes.Run(r, passes.Pass{Name: "tables"}, func() {})
			passes.Run(r, passes.Pass{Name: "bodies"}, func() {
				passes.At(r, func() string { return "a.v:3:1: always" })
				panic("no")
			})
		})
	}()
	if pass, at := r.Place(); pass != "lower/bodies" || at != "a.v:3:1: always" {
		t.Errorf("%s at %s", pass, at)
	}
	r.Unwind(1)
	if pass, at := r.Place(); pass != "lower" || at != "outer" {
		t.Errorf("%s at %s", pass, at)
	}
	r.Unwind(0)
	if pass, _ := r.Place(); pass != "" || r.Depth() != 0 {
		t.Errorf("%s is still open", pass)
	}
	r.End() // one too many does nothing
}

// TestChrome reads the timeline as a viewer does: inner passes lie within outer ones.
func TestChrome(t *testing.T) {
	r := New()
	r.Full = true
	line(r)
	start := time.Now()
	for i := range 100000 {
		r.Dispatched(start.Add(time.Duration(i)*time.Microsecond), time.Microsecond, 64, 1, uint64(i))
	}
	var out bytes.Buffer
	if err := r.Chrome(&out, map[string]string{"command": "gpga run x.v"}); err != nil {
		t.Fatal(err)
	}
	var got struct {
		TraceEvents []struct {
			Name    string
			Ph      string
			Ts, Dur float64
			Tid     int
			Args    map[string]any
		}
		OtherData map[string]any
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	ends := map[string][2]float64{}
	dispatches, last := 0, -1.0
	for _, e := range got.TraceEvents {
		if e.Ph == "X" && e.Tid == tidPasses {
			ends[e.Name] = [2]float64{e.Ts, e.Ts + e.Dur}
		}
		if e.Name == "dispatch" {
			dispatches++
			if e.Ts <= last {
				t.Fatal("dispatches are out of order")
			}
			last = e.Ts
		}
	}
	if in, outer := ends["lower/bodies"], ends["lower"]; in[0] < outer[0] || in[1] > outer[1] || outer[1] <= outer[0] {
		t.Errorf("%v within %v", in, outer)
	}
	if dispatches < maxDispatches/2 || dispatches > maxDispatches || got.OtherData["dispatches"] != 100000.0 || got.OtherData["command"] != "gpga run x.v" {
		t.Errorf("%d dispatches, %v", dispatches, got.OtherData)
	}
	if d := r.Dispatches(); d.Sum != 100*time.Millisecond || d.Longest != time.Microsecond {
		t.Errorf("%v %v", d.Sum, d.Longest)
	}
}

func TestElide(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"x = {1, 2, 3};", "x = {1, 2, 3};"},
		{"x = {1u, 2u, 0x3u, 4u,\n 5u};", "x = {1u, 2u, 0x3u, /* 2 more */};"},
		{"12'hffff", "12'hffff"},
		{"0x123456789abcdef0123", "0x123456789a...(9 more)"},
		{"deadbeefdeadbeef", "deadbeefdeadbeef"}, // a name
		{`"a string that is long"`, `"a string th...(10 more)"`},
		{"f(1, x, 2)", "f(1, x, 2)"},
	} {
		if got := Elide(c.in, 3); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
		if got := Elide(c.in, 0); got != c.in {
			t.Errorf("%q: %q", c.in, got)
		}
	}
}

// BenchmarkPass is what recording one pass costs.
func BenchmarkPass(b *testing.B) {
	r := New()
	r.Full = true
	p := passes.Pass{Name: "p", In: text("t", "x"), Out: text("t", "x")}
	for b.Loop() {
		passes.Run(r, p, func() {})
		if len(r.events) > 1000 {
			r.events = r.events[:0]
		}
	}
}
