package metal

import (
	"context"

	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/runtime/sim"
	"github.com/gpga/gpga/tools/flow"
)

func cpuEngine(ctx context.Context, b *flow.Build) (sim.Engine, error) {
	return cpu.NewEngine(ctx, b.Kernel.Text, b.Program, b.Kernel.Tables, cpu.EngineOptions{})
}
