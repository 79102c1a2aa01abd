package measure

import (
	"context"
	"os"
	"strings"
	"testing"
)

func TestMain(m *testing.M) {
	Child()
	os.Exit(m.Run())
}

const two = `#include <metal_stdlib>
using namespace metal;
static uint shared_one(uint a) { return a + 1u; }
static uint only_b(uint a) { return a ^ 3u; }
kernel void a(device uint *st [[buffer(0)]], uint gid [[thread_position_in_grid]]) { st[gid] = shared_one(gid); }
kernel void b(device uint *st [[buffer(0)]], uint gid [[thread_position_in_grid]]) {
    for (uint i = 0u; i < 4u; ++i) if (st[i] > gid) st[i] = only_b(shared_one(gid));
}
`

func TestRun(t *testing.T) {
	if len(Present()) == 0 {
		t.Skip("no backend is present")
	}
	r, err := Run(context.Background(), Request{Name: "two.metal", Text: two, Runs: 2, Empty: true, IR: true, Passes: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Kernels) != 2 || r.Kernels[0].Name != "a" || r.Kernels[1].Name != "b" {
		t.Fatalf("kernels: %+v", r.Kernels)
	}
	if strings.Contains(r.Kernels[0].Text, "only_b") || strings.Count(r.Kernels[0].Text, "\n") != strings.Count(two, "\n") {
		t.Errorf("kernel a alone:\n%s", r.Kernels[0].Text)
	}
	for _, k := range r.Kernels {
		for _, x := range k.Results {
			if x.Error != "" || x.Killed != "" || len(x.Runs) != 2 {
				t.Errorf("%s on %s: %+v", k.Name, x.Backend, x)
				continue
			}
			if x.CPU.Median <= 0 || x.PeakMB.Median < 20 || x.Object == 0 || x.CPU.Min > x.CPU.Median || x.CPU.Max < x.CPU.Median {
				t.Errorf("%s on %s: %+v", k.Name, x.Backend, x)
			}
			if x.IR == nil || x.IR.Before.Instructions == 0 || x.IR.After.Functions == 0 || x.IR.Before.Allocas == 0 {
				t.Errorf("%s on %s: IR %+v", k.Name, x.Backend, x.IR)
			}
			if x.Timing == nil || len(x.Timing.Passes) < 10 || len(x.Timing.Troubles) < 3 {
				t.Errorf("%s on %s: timing %+v", k.Name, x.Backend, x.Timing)
			}
		}
	}
	if a, b := r.Kernels[0].Results[0].IR.After, r.Kernels[1].Results[0].IR.After; a.Blocks >= b.Blocks {
		t.Errorf("blocks of a straight kernel: %d, of one with a loop: %d", a.Blocks, b.Blocks)
	}
}
