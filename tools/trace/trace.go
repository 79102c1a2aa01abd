package trace

import (
	"fmt"
	"io"
	"runtime/metrics"
	"slices"
	"strings"
	"time"

	"github.com/gpga/gpga/frontend/passes"
)

// Event is one run of a pass.
type Event struct {
	Name   string // of the pass and those it stands in: "lower/bodies"
	Depth  int
	Start  time.Duration // since the recorder was made
	Wall   time.Duration
	CPU    time.Duration // of all threads
	Bytes  uint64        // allocated
	Allocs uint64        // objects allocated
	Before Size
	After  Size
}

// Size is how large what a pass works on is; N is negative when nobody knows.
type Size struct {
	N    int
	Unit string
}

func (s Size) String() string {
	if s.N < 0 || s.Unit == "" {
		return "-"
	}
	return fmt.Sprintf("%d %s", s.N, s.Unit)
}

// Dump asks for what a pass reads or writes.
type Dump struct {
	Before []string // passes, by full name or by its last part
	After  []string
	Elide  int       // as in Elide; 0: nothing is left out
	Out    io.Writer // where to
}

// Recorder records passes. It is a passes.Runner, for one goroutine.
type Recorder struct {
	// Full records processor time, allocations and sizes, too; without it only the clock is read.
	Full bool
	Dump Dump
	// Err is the first error of writing a dump.
	Err error
	// Fault, when set, is called at every construct with the pass; a test makes it panic.
	Fault func(pass, construct string)

	began      time.Time
	events     []Event // in the order in which they began
	open       []opened
	where      func() string
	seen       map[string]bool // passes that ran
	dispatches Dispatches
	samples    [2]metrics.Sample
}

type opened struct {
	event  int
	pass   passes.Pass
	start  time.Time
	cpu    time.Duration
	bytes  uint64
	allocs uint64
	where  func() string // of the pass around it
}

// New makes a recorder whose time begins now.
func New() *Recorder {
	r := &Recorder{began: time.Now(), seen: map[string]bool{}}
	r.samples[0].Name = "/gc/heap/allocs:bytes"
	r.samples[1].Name = "/gc/heap/allocs:objects"
	return r
}

func (r *Recorder) heap() (bytes, objects uint64) {
	metrics.Read(r.samples[:])
	for i, v := range r.samples {
		if v.Value.Kind() == metrics.KindUint64 {
			if i == 0 {
				bytes = v.Value.Uint64()
			} else {
				objects = v.Value.Uint64()
			}
		}
	}
	return bytes, objects
}

// Begin starts a pass.
func (r *Recorder) Begin(p passes.Pass) {
	name := p.Name
	if n := len(r.open); n > 0 {
		name = r.events[r.open[n-1].event].Name + "/" + name
	}
	r.seen[name] = true
	e := Event{Name: name, Depth: len(r.open), Before: Size{N: -1}, After: Size{N: -1}}
	if r.Full {
		e.Before = size(p.In)
	}
	if r.wants(r.Dump.Before, name) {
		r.dump("before", name, p.In)
	}
	o := opened{event: len(r.events), pass: p, where: r.where}
	r.where = nil
	r.events = append(r.events, e)
	if r.Full {
		o.bytes, o.allocs = r.heap()
		o.cpu = cpuTime()
	}
	o.start = time.Now()
	r.events[o.event].Start = o.start.Sub(r.began)
	r.open = append(r.open, o)
	if r.Fault != nil {
		r.Fault(name, "")
	}
}

// End ends the pass that began last.
func (r *Recorder) End() {
	now := time.Now()
	if len(r.open) == 0 {
		return
	}
	o := r.open[len(r.open)-1]
	e := &r.events[o.event]
	e.Wall = now.Sub(o.start)
	if r.Full {
		e.CPU = cpuTime() - o.cpu
		bytes, allocs := r.heap()
		e.Bytes, e.Allocs = bytes-o.bytes, allocs-o.allocs
		e.After = size(o.pass.Out)
	}
	r.open = r.open[:len(r.open)-1]
	r.where = o.where
	if r.wants(r.Dump.After, e.Name) {
		r.dump("after", e.Name, o.pass.Out)
	}
}

// At notes what the innermost pass works on.
func (r *Recorder) At(where func() string) {
	r.where = where
	if r.Fault != nil && len(r.open) > 0 {
		r.Fault(r.events[r.open[len(r.open)-1].event].Name, where())
	}
}

// Depth is how many passes are open. Unwind(Depth()) after a stage ends those that it left open by a panic of its own.
func (r *Recorder) Depth() int { return len(r.open) }

// Unwind ends passes until depth are open.
func (r *Recorder) Unwind(depth int) {
	for len(r.open) > depth {
		r.End()
	}
}

// Place is the innermost open pass and the construct that it is at, after a panic; "" for what is not known.
func (r *Recorder) Place() (pass, construct string) {
	if len(r.open) == 0 {
		return "", ""
	}
	pass = r.events[r.open[len(r.open)-1].event].Name
	where := r.where
	for i := len(r.open) - 1; where == nil && i >= 0; i-- {
		where = r.open[i].where
	}
	if where == nil {
		return pass, ""
	}
	defer func() {
		if recover() != nil { // what it looks at may be in any state
			construct = ""
		}
	}()
	return pass, where()
}

// Events are all runs of passes, in the order in which they began.
func (r *Recorder) Events() []Event { return r.events }

// Missing are those passes whose dump was asked for and which did not run, in the order asked for.
func (r *Recorder) Missing() []string {
	var out []string
	for _, want := range slices.Concat(r.Dump.Before, r.Dump.After) {
		found := false
		for name := range r.seen {
			found = found || matches(want, name)
		}
		if !found && !slices.Contains(out, want) {
			out = append(out, want)
		}
	}
	return out
}

// matches tells whether want names the pass: its full name or its last part.
func matches(want, name string) bool {
	return want == name || strings.HasSuffix(name, "/"+want)
}

func (r *Recorder) wants(list []string, name string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return matches(w, name) })
}

func size(ir *passes.IR) Size {
	if ir == nil || ir.Size == nil {
		return Size{N: -1}
	}
	return Size{ir.Size(), ir.Unit}
}

// dump writes one dump with a head that says what it is.
func (r *Recorder) dump(when, name string, ir *passes.IR) {
	if r.Dump.Out == nil || r.Err != nil {
		return
	}
	kind := "nothing"
	if ir != nil {
		kind = ir.Kind
	}
	var text strings.Builder
	if ir != nil && ir.Dump != nil {
		func() {
			defer func() {
				if v := recover(); v != nil {
					fmt.Fprintf(&text, "(the rest cannot be shown at this point: %v)\n", v)
				}
			}()
			if err := ir.Dump(&text); err != nil {
				r.Err = err
			}
		}()
	} else {
		text.WriteString("(no text)\n")
	}
	out := text.String()
	if r.Dump.Elide > 0 {
		out = Elide(out, r.Dump.Elide)
	}
	if out != "" && !strings.HasSuffix(out, "\n") {
		out += "\n"
	}
	if _, err := fmt.Fprintf(r.Dump.Out, "==== %s %s: %s ====\n%s", when, name, kind, out); err != nil && r.Err == nil {
		r.Err = err
	}
}
