package metal

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/gpga/gpga/goldens"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
)

// few are the golden designs that run over the fake where there is no device, so that these tests are themselves tested.
// Everything else runs over the fake in the other tests, here and in goldens/forms.
var few = []string{"hier", "forkjoin", "seeds"}

// device gives the machine's own Metal; real is false where there is none, and sys a fake. REQUIRE_METAL=1 makes that an error.
func device(t *testing.T) (sys objc.System, real bool) {
	t.Helper()
	required, _ := strconv.ParseBool(os.Getenv("REQUIRE_METAL"))
	sys, err := objc.Open()
	if err == nil {
		var m metal.Machine
		if m, err = metal.Survey(sys); err == nil && len(m.Devices) == 0 {
			err = metal.ErrNoDevice
		}
		for _, d := range m.Devices {
			t.Logf("%+v, MSL %s", d, m.Language)
		}
	}
	switch {
	case err == nil:
		return sys, true
	case required:
		t.Fatalf("a device is required: %v", err)
	}
	t.Logf("NO DEVICE IS TESTED, the fake stands in: %v", err)
	f := fake.New(fake.Options{})
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Errorf("the fake: %v", err)
		}
	})
	return objc.Guard(f), false
}

// TestDeviceTable compares the table of selectors with the methods of the machine.
func TestDeviceTable(t *testing.T) {
	sys, _ := device(t)
	n, err := metal.Verify(sys)
	if err != nil {
		t.Error(err)
	}
	if n < len(objc.Methods) {
		t.Errorf("%d methods were compared, and the table has %d", n, len(objc.Methods))
	}
}

// ways are how a design runs on a device: each kernel by itself, in dispatches as the GPU's clock has them, and from one to the
// other in small dispatches.
var ways = []struct {
	name     string
	o        metal.Options
	form     string
	takeover int // the dispatch before which kernels are exchanged; -1: never
}{
	{"vm", metal.Options{Tier: metal.TierVM}, "vm", -1},
	{"table", metal.Options{Tier: metal.TierTable}, "table", 0},
	{"exchange", metal.Options{Plan: func(n int) metal.Plan {
		if n > 40 {
			return metal.Plan{}
		}
		return metal.Plan{Steps: 7, Takeover: n == 3}
	}}, "table", 3},
}

// onDevice runs a design in all ways, which must leave what the cpu engine leaves, without help from that.
func onDevice(t *testing.T, sys objc.System, d goldens.Design) {
	b := compile(t, d)
	want := undisturbed(t, d, b)
	for _, w := range ways {
		t.Run(w.name, func(t *testing.T) {
			r := &run{system: sys, design: d, build: b, engine: w.o}
			r.expect(t, want)
			if r.stats.Lost || len(r.warn) > 0 {
				t.Errorf("lost %t, warnings %q", r.stats.Lost, r.warn)
			}
			if r.stats.Dispatches > w.takeover && (r.stats.Form != w.form || r.stats.Takeover != w.takeover) {
				t.Errorf("the %s form at the end, taken over at %d; expected %s, %d", r.stats.Form, r.stats.Takeover, w.form, w.takeover)
			}
			if r.stats.Dispatches == 0 || r.stats.GPU <= 0 {
				t.Errorf("%+v", r.stats)
			}
			t.Logf("%d dispatches, %v on the GPU, the longest %v", r.stats.Dispatches, r.stats.GPU, r.stats.Longest)
		})
	}
}

// TestDevice runs the golden designs on the machine's GPU, one after the other.
func TestDevice(t *testing.T) {
	sys, real := device(t)
	all, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, d := range all {
		if !real && !slices.Contains(few, d.Name) {
			continue
		}
		n++
		t.Run(d.Name, func(t *testing.T) { onDevice(t, sys, d) })
	}
	if n < len(few) || real && n < len(all) {
		t.Errorf("%d designs", n)
	}
}

// TestDevicePressure runs designs that talk much, fill the ring, and outgrow the arena.
func TestDevicePressure(t *testing.T) {
	sys, _ := device(t)
	for _, c := range []struct{ name, text string }{{"talks", talks}, {"ring", ringing}, {"grows", grows}} {
		t.Run(c.name, func(t *testing.T) { onDevice(t, sys, inline(t, c.name, c.text)) })
	}
}

// TestDeviceInstances runs instances of a design as threads of the GPU, in both orders: each prints what it prints alone.
func TestDeviceInstances(t *testing.T) {
	sys, real := device(t)
	d := golden(t, "seeds")
	b := compile(t, d)
	n := 5
	if real {
		n = 100 // several threadgroups, the last one not full
	}
	plus := func(i int) []string { return []string{fmt.Sprintf("+seed=%d", i)} }
	want := make([]string, n)
	for i := range n {
		var text bytes.Buffer
		if _, err := b.Run(context.Background(), flow.RunOptions{Engine: flow.EngineCPU, Host: host.Config{Stdout: &text, Stderr: &text, PlusArgs: plus(i)}}); err != nil {
			t.Fatal(err)
		}
		want[i] = text.String()
	}
	if want[0] == want[1] {
		t.Fatal("the seeds make no difference")
	}
	for _, state := range []flow.State{flow.StateMajor, flow.StateInterleaved} {
		for _, tier := range []metal.Tier{metal.TierTable, metal.TierVM} {
			texts := make([]bytes.Buffer, n)
			o := flow.ManyOptions{Engine: flow.EngineMetal, State: state, N: n, Metal: metal.Options{System: sys, Tier: tier, Warn: func(text string) { t.Error(text) }}}
			o.Start = func(i int) (flow.Instance, error) {
				return flow.Instance{Host: host.Config{Stdout: &texts[i], Stderr: &texts[i], PlusArgs: plus(i)}}, nil
			}
			o.Done = func(i int, r sim.Result, err error) {
				if err != nil || texts[i].String() != want[i] {
					t.Errorf("%s, %s: instance %d: %v, prints\n%.400s\nexpected\n%.400s", state, tier, i, err, texts[i].String(), want[i])
				}
			}
			if err := b.RunMany(context.Background(), o); err != nil {
				t.Errorf("%s, %s: %v", state, tier, err)
			}
		}
	}
}
