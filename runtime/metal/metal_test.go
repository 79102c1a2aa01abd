package metal

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/metal/objc"
)

// TestPace lets a device take a while for each step and looks at what dispatches come to.
func TestPace(t *testing.T) {
	const target = 20 * time.Millisecond
	for _, c := range []struct {
		name   string
		step   time.Duration
		settle int           // dispatches until it has settled
		least  time.Duration // of a dispatch then
		worst  time.Duration // of any dispatch
	}{
		{"fast", 100 * time.Nanosecond, 10, 10 * time.Millisecond, target},
		{"medium", 10 * time.Microsecond, 5, 14 * time.Millisecond, target},
		{"slow", time.Millisecond, 2, 10 * time.Millisecond, 64 * time.Millisecond},
		{"one step is too long", 100 * time.Millisecond, 2, 0, 6400 * time.Millisecond},
	} {
		p := newPace(target)
		for i := range 50 {
			d := time.Duration(p.steps) * c.step
			if d > c.worst || i >= c.settle && p.steps > 1 && (d > target || d < c.least) {
				t.Errorf("%s: dispatch %d takes %d steps, %v", c.name, i, p.steps, d)
			}
			p.took(d, p.steps, true)
		}
	}
	// A design that becomes slower is met by the next dispatch, and by the following ones as far as it takes.
	p := pace{target, 1000}
	p.took(200*time.Millisecond, 1000, true)
	if p.steps != 100 {
		t.Errorf("%d steps after a dispatch ten times too long, expected 100", p.steps)
	}
	// Dispatches that end early, or had fewer steps than they might, say nothing of room.
	p.took(time.Millisecond, 100, false)
	p.took(time.Millisecond, 50, true)
	if p.steps != 100 {
		t.Errorf("%d steps, expected 100", p.steps)
	}
	p.took(0, 100, true) // no time at all
	if p.steps != 400 {
		t.Errorf("%d steps, expected 400", p.steps)
	}
}

// TestVerify compares the whole table, over a runtime that has all of it, an old one, and one with a wrong row.
func TestVerify(t *testing.T) {
	// rows counts the rows of the classes and methods that a system has. A serializer's archive is only there when one was written.
	rows := func(old, metal4 bool) int {
		classes := map[string]bool{}
		n := 0
		for _, m := range objc.Methods {
			if m.Class == "NSObject" || m.Class == "MTL4Archive" || m.Optional && old || !metal4 && strings.Contains(m.Class+m.Returns, "MTL4") {
				continue
			}
			classes[m.Class] = true
			n++
		}
		return n + 3*len(classes) // NSObject's rows for each
	}
	all := rows(false, true)
	for _, c := range []struct {
		name string
		o    fake.Options
		rows int
		want string
	}{
		{"new", fake.Options{Metal4: true}, all, ""},
		{"without Metal 4", fake.Options{}, rows(false, false), ""},
		{"old", fake.Options{Old: true}, rows(true, false), ""},
		{"wrong", fake.Options{Metal4: true, Encoding: func(m *objc.Method, enc string) string {
			if m.Selector == "setBuffer:offset:atIndex:" {
				return "v40@0:8@16I24Q32"
			}
			return enc
		}}, all, "-[MTLComputeCommandEncoder setBuffer:offset:atIndex:] takes a void at place 2"},
		{"no device", fake.Options{NoDevice: true}, 0, "no Metal device"},
		{"failing", fake.Options{Metal4: true, Dispatch: func(int) fake.Accident { return fake.Accident{Code: 1, Trap: true} }}, all, "41 for 41 + 1"},
	} {
		sys := fake.New(c.o)
		rows, err := Verify(objc.Guard(sys))
		if rows != c.rows {
			t.Errorf("%s: %d rows, expected %d", c.name, rows, c.rows)
		}
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, expected %q", c.name, err, c.want)
		}
		if err := sys.Close(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestErrors are the texts that people see.
func TestErrors(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&LostError{Dispatch: 3, Domain: "MTLCommandBufferErrorDomain", Code: 2, Text: "timeout"}, "the GPU is lost: dispatch 3 ended with MTLCommandBufferErrorDomain 2 (Timeout): timeout"},
		{&LostError{Dispatch: 3, Domain: "Other", Code: 77, Text: "why"}, "the GPU is lost: dispatch 3 ended with Other 77: why"},
		{&LostError{Text: "ended with status 5"}, "the GPU is lost: dispatch 0 ended with status 5"},
		{&CompileError{"table", "library", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm", 3}, "Metal did not make the library of the table kernel (error 3): a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\n..."},
		{&CompileError{"vm", "pipeline", "x", 0}, "Metal did not make the pipeline of the vm kernel: x"},
	} {
		if got := c.err.Error(); got != c.want {
			t.Errorf("%q, expected %q", got, c.want)
		}
	}
	if _, err := openDevice(fake.New(fake.Options{NoDevice: true})); !errors.Is(err, ErrNoDevice) {
		t.Errorf("without a device: %v", err)
	}
}
