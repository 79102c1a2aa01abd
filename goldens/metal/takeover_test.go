package metal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gpga/gpga/goldens"
	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/tools/flow"
)

const (
	everyPoint = 140 // designs of so many steps exchange kernels after each one
	somePoints = 700 // designs of so many after a dozen of them
)

// stepping is a plan of single steps, with the exchange after at of them (never: -1) and no bound behind it.
func stepping(at int) func(n int) metal.Plan {
	return func(n int) metal.Plan {
		switch {
		case n == at:
			return metal.Plan{Takeover: true}
		case n > at && at >= 0, n > somePoints:
			return metal.Plan{}
		}
		return metal.Plan{Steps: 1}
	}
}

// TestEveryTakeover starts golden designs on the vm kernel and goes over to the table kernel after each step.
func TestEveryTakeover(t *testing.T) {
	all, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	points := map[bool]int{}
	t.Run("designs", func(t *testing.T) {
		for _, d := range all {
			t.Run(d.Name, func(t *testing.T) {
				t.Parallel()
				b := compile(t, d)
				want := undisturbed(t, d, b)
				generic := &run{design: d, build: b, engine: metal.Options{Tier: metal.TierVM, Plan: stepping(-1)}}
				generic.expect(t, want)
				steps := generic.stats.Dispatches
				stride := 1
				switch {
				case steps > somePoints:
					return
				case steps > everyPoint:
					stride = steps/12 + 1
				}
				if generic.stats.Form != "vm" || generic.stats.Takeover != -1 {
					t.Fatalf("the generic run ended in the %s form", generic.stats.Form)
				}
				n := 0
				for at := 0; at < steps && !t.Failed(); at += stride {
					r := &run{design: d, build: b, engine: metal.Options{Plan: stepping(at)}}
					r.expect(t, want)
					if r.stats.Takeover != at || r.stats.Form != "table" || len(r.warn) > 0 {
						t.Errorf("after %d of %d steps: taken over at %d, form %s, %q", at, steps, r.stats.Takeover, r.stats.Form, r.warn)
					}
					n++
				}
				mu.Lock()
				points[stride == 1] += n
				mu.Unlock()
			})
		}
	})
	t.Logf("%d exchanges at every point, %d at some", points[true], points[false])
	if points[true] < 500 || points[false] < 50 {
		t.Errorf("too few exchanges: %v", points)
	}
}

// long is a design that runs for a while.
const long = `module long;
  reg clk = 0; reg [31:0] n = 0, h = 1;
  always #1 clk = ~clk;
  always @(posedge clk) begin
    n <= n + 1;
    h <= (h << 5) ^ (h >> 3) ^ n;
    if (n % 50000 == 0) $display("%0d %h", n, h);
    if (n == 400000) $finish;
  end
endmodule
`

// TestBackground compiles the table kernel beside the simulation: it is ready half-way, or never, and nobody waits for it.
func TestBackground(t *testing.T) {
	d := inline(t, "long", long)
	b := compile(t, d)
	want := undisturbed(t, d, b)
	t.Run("half-way", func(t *testing.T) {
		gate := make(chan struct{})
		r := &run{design: d, build: b, device: fake.Options{
			Library: func(source string) fake.Failure {
				if source == b.Kernel.Text {
					return fake.Failure{Until: gate}
				}
				return fake.Failure{}
			},
			Dispatch: func(n int) fake.Accident {
				if n == 10 {
					close(gate)
				}
				return fake.Accident{}
			},
		}}
		r.expect(t, want)
		if r.stats.Takeover <= 10 || r.stats.Form != "table" || len(r.warn) > 0 {
			t.Errorf("taken over at %d of %d, form %s, %q", r.stats.Takeover, r.stats.Dispatches, r.stats.Form, r.warn)
		}
	})
	t.Run("never", func(t *testing.T) {
		r := &run{design: d, build: b, device: fake.Options{Library: func(source string) fake.Failure {
			if source == b.Kernel.Text {
				return fake.Failure{Until: make(chan struct{})}
			}
			return fake.Failure{}
		}}}
		r.expect(t, want)
		if r.stats.Takeover != -1 || r.stats.Form != "vm" || len(r.warn) > 0 {
			t.Errorf("taken over at %d, form %s, %q", r.stats.Takeover, r.stats.Form, r.warn)
		}
	})
}

// TestTwoCompilations opens many engines at once: the compiler service gets two texts at a time.
func TestTwoCompilations(t *testing.T) {
	b := compile(t, golden(t, "hier"))
	gate := make(chan struct{})
	sys := fake.New(fake.Options{Library: func(string) fake.Failure { return fake.Failure{Until: gate} }})
	var wait sync.WaitGroup
	for range 6 {
		wait.Go(func() {
			e, err := b.MetalEngine(context.Background(), flow.RunOptions{Metal: metal.Options{System: sys}})
			if err != nil {
				t.Error(err)
				return
			}
			e.Close()
		})
	}
	time.Sleep(100 * time.Millisecond)
	close(gate)
	wait.Wait()
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
	if n := sys.Stats().Compiling; n != 2 {
		t.Errorf("%d compilations at one time, expected 2", n)
	}
}

// TestUncompiled gives kernels that Metal does not take: the other form runs, or the cpu engine.
func TestUncompiled(t *testing.T) {
	d := golden(t, "forkjoin")
	b := compile(t, d)
	want := undisturbed(t, d, b)
	table := func(source string) bool { return source == b.Kernel.Text }
	vm := func(source string) bool { return source != b.Kernel.Text }
	both := func(string) bool { return true }
	for _, f := range []struct {
		name, says string
		how        fake.Failure
		pipeline   bool
	}{
		{"no functions", "the library has no function gpga_step among its 0", fake.Failure{Empty: true}, false},
		{"library", "(error 3): program_source: out of registers", fake.Failure{Text: "out of registers"}, false},
		{"pipeline", "Metal did not make the pipeline of the %s kernel (error 3): internal error", fake.Failure{Text: "internal error"}, true},
	} {
		for _, c := range []struct {
			name string
			tier metal.Tier
			bad  func(source string) bool
			form string
			lost bool
			warn []string
		}{
			{"vm of auto", metal.TierAuto, vm, "table", false, []string{"vm kernel|; trying the other form"}},
			{"table of auto", metal.TierAuto, table, "vm", false, []string{"table kernel|; the vm kernel stays"}},
			{"both of auto", metal.TierAuto, both, "table", true, []string{"vm kernel|; trying the other form", "table kernel|; going on with the cpu engine from simulation time 0"}},
			{"vm of vm", metal.TierVM, vm, "table", true, []string{"vm kernel|; going on with the cpu engine from simulation time 0"}},
			{"table of table", metal.TierTable, table, "vm", false, []string{"table kernel|; trying the other form"}},
			{"both of table", metal.TierTable, both, "table", true, []string{"table kernel|; trying the other form", "vm kernel|; going on with the cpu engine from simulation time 0"}},
		} {
			t.Run(f.name+"/"+c.name, func(t *testing.T) {
				fail := func(source string) fake.Failure {
					if c.bad(source) {
						return f.how
					}
					return fake.Failure{}
				}
				r := &run{design: d, build: b, engine: metal.Options{Tier: c.tier, Plan: func(n int) metal.Plan { return metal.Plan{Takeover: n == 1, Steps: 20} }}}
				if f.pipeline {
					r.device.Pipeline = fail
				} else {
					r.device.Library = fail
				}
				r.expect(t, want)
				if r.stats.Form != c.form || r.stats.Lost != c.lost {
					t.Errorf("the %s form, lost %v; expected %s, %v", r.stats.Form, r.stats.Lost, c.form, c.lost)
				}
				if len(r.warn) != len(c.warn) {
					t.Fatalf("warnings %q, expected %q", r.warn, c.warn)
				}
				for i, w := range c.warn {
					kernel, end, _ := strings.Cut(w, "|")
					says := f.says
					if strings.Contains(says, "%s") {
						says = fmt.Sprintf(says, strings.Fields(kernel)[0])
					}
					if !strings.Contains(r.warn[i], kernel) || !strings.Contains(r.warn[i], says) || !strings.HasSuffix(r.warn[i], end) {
						t.Errorf("warning %d is %q, expected %q, %q and %q", i, r.warn[i], kernel, says, end)
					}
				}
			})
		}
	}
}

// TestStages: library and pipeline of each kernel are timed apart.
func TestStages(t *testing.T) {
	b := compile(t, golden(t, "hier"))
	sys := fake.New(fake.Options{})
	e, err := b.MetalEngine(context.Background(), flow.RunOptions{Metal: metal.Options{System: sys, Plan: func(n int) metal.Plan { return metal.Plan{Takeover: true} }}})
	if err != nil {
		t.Fatal(err)
	}
	e.Arena()[0] = 0
	if err := e.Step(1); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range e.Stages() {
		if s.Wall <= 0 {
			t.Errorf("%s took %v", s.Name, s.Wall)
		}
		names = append(names, s.Name)
	}
	if want := []string{"metal library (vm)", "metal pipeline (vm)", "metal library (table)", "metal pipeline (table)"}; !slices.Equal(names, want) {
		t.Errorf("stages %q, expected %q", names, want)
	}
	e.Close()
	e.Close()
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
}
