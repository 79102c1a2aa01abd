package instances

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gpga/gpga/codegen/emit"
	"github.com/gpga/gpga/goldens"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/metal"
	"github.com/gpga/gpga/runtime/metal/fake"
	"github.com/gpga/gpga/runtime/metal/objc"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
)

// lanes runs instances on the metal engine over a fake device, and gives its warnings.
func lanes(t *testing.T, d goldens.Design, b *flow.Build, n int, state flow.State, device fake.Options, o metal.Options) (out []outcome, warned []string) {
	t.Helper()
	sys := fake.New(device)
	var mu sync.Mutex
	o.System = objc.Guard(sys)
	o.Warn = func(text string) {
		mu.Lock()
		defer mu.Unlock()
		warned = append(warned, text)
	}
	out = many(t, d, b, flow.ManyOptions{Engine: flow.EngineMetal, State: state, Metal: o, N: n}, func(i int) []string { return seeded(d, i) })
	if err := sys.Close(); err != nil {
		t.Errorf("the fake: %v", err)
	}
	if sys.Stats().Dispatches == 0 {
		t.Error("nothing was dispatched")
	}
	return out, warned
}

// fewSteps are designs of so few steps that their segments can be divided among kernels: the fake takes long to start one.
var fewSteps = []string{"delays", "edges", "forkjoin", "disable", "reals"}

// TestMetal runs instances of golden designs as threads of a GPU, in both orders, with each kernel; each does what it does alone.
func TestMetal(t *testing.T) {
	if !cpu.Supported() {
		t.Skip("the fake runs kernels on the cpu engine")
	}
	designs, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for k, d := range designs {
		few := slices.Contains(fewSteps, d.Name)
		if k%6 != 0 && d.Name != "seeds" && !few {
			continue // all of them run in one arena in TestShared
		}
		ran++
		t.Run(d.Name, func(t *testing.T) {
			t.Parallel()
			const n = 3
			type cell struct {
				state flow.State
				tier  metal.Tier
			}
			cells := []cell{{flow.StateMajor, metal.TierAuto}, {flow.StateInterleaved, metal.TierTable}, {flow.StateInterleaved, metal.TierVM}}
			var o emit.Options
			if few {
				cells, o.KernelLimit = []cell{{flow.StateMajor, metal.TierTable}, {flow.StateInterleaved, metal.TierTable}}, 25
			}
			b := compileWith(t, place(t, d), d, flow.FormTable, o)
			if k := b.Kernel.Tables.Kernels(); few != (len(k) > 1) {
				t.Fatalf("the kernels are %q", k)
			}
			var want [n]outcome
			for i := range n {
				want[i] = single(t, d, b, flow.EngineCPU, seeded(d, i), sim.Options{})
			}
			for _, c := range cells {
				got, warned := lanes(t, d, b, n, c.state, fake.Options{}, metal.Options{Tier: c.tier})
				for i := range n {
					same(t, fmt.Sprintf("%s, %s, instance %d", c.state, c.tier, i), got[i], want[i])
				}
				if len(warned) > 0 {
					t.Errorf("%q", warned)
				}
			}
		})
	}
	if ran < 5 {
		t.Errorf("%d designs", ran)
	}
}

// TestMetalLost loses the device at some dispatches of a batch, with its memory full of garbage, and gives it kernels that it does
// not take: nothing is printed twice or left out.
func TestMetalLost(t *testing.T) {
	if !cpu.Supported() {
		t.Skip("the fake runs kernels on the cpu engine")
	}
	designs, err := goldens.Designs("../designs")
	if err != nil {
		t.Fatal(err)
	}
	d := designs[slices.IndexFunc(designs, func(d goldens.Design) bool { return d.Name == "seeds" })]
	const n = 4
	b := compile(t, place(t, d), d, flow.FormTable)
	var want [n]outcome
	for i := range n {
		want[i] = single(t, d, b, flow.EngineCPU, seeded(d, i), sim.Options{})
	}
	expect := func(what string, device fake.Options, says ...string) {
		t.Helper()
		for _, state := range []flow.State{flow.StateMajor, flow.StateInterleaved} {
			got, warned := lanes(t, d, b, n, state, device, metal.Options{Plan: func(int) metal.Plan { return metal.Plan{Steps: 100} }})
			for i := range n {
				same(t, fmt.Sprintf("%s, %s, instance %d", what, state, i), got[i], want[i])
			}
			if len(warned) != len(says) {
				t.Errorf("%s: %q", what, warned)
				continue
			}
			for i, s := range says {
				if !strings.Contains(warned[i], s) {
					t.Errorf("%s: %q, without %q", what, warned[i], s)
				}
			}
		}
	}
	for _, at := range []int{0, 1, 2, 7, 30} {
		expect(fmt.Sprintf("lost at %d", at), fake.Options{Dispatch: func(n int) fake.Accident {
			if n == at {
				return fake.Accident{Code: 2, Text: "late", Wreck: true}
			}
			return fake.Accident{}
		}}, fmt.Sprintf("the GPU is lost: dispatch %d ended with MTLCommandBufferErrorDomain 2 (Timeout): late; going on with the cpu engine", at))
	}
	expect("no table kernel", fake.Options{Library: func(source string) fake.Failure {
		if source == b.Kernel.Text {
			return fake.Failure{Text: "too large"}
		}
		return fake.Failure{}
	}}, "table kernel (error 3): program_source: too large; trying the other form")
}
