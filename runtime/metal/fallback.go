package metal

import (
	"errors"
	"fmt"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/runtime/cpu"
	"github.com/gpga/gpga/scheduler/program"
)

// fallBack lets the cpu engine go on from e.saved, the state before the dispatch that failed. Dispatches that are still under
// way have buffers of their own from here on.
func (e *Engine) fallBack(why error) error {
	k := e.kernels.Specialised
	if k == nil {
		k = e.kernels.Generic
	}
	eng, err := cpu.NewEngine(e.ctx, k.Text, e.p, k.Tables, cpu.EngineOptions{MaxMemory: e.o.MaxMemory})
	if err != nil {
		return errors.Join(why, fmt.Errorf("the cpu engine cannot go on: %w", err))
	}
	a := eng.Arena()
	if n := len(e.saved) - len(a); n > 0 {
		if a, err = eng.Extend(uint32(n)); err != nil {
			eng.Close()
			return errors.Join(why, fmt.Errorf("the cpu engine cannot go on: %w", err))
		}
	}
	copy(a, e.saved)
	layout.Bind(a, e.p, k.Tables)
	e.cpu, e.stats.Lost, e.stats.Form = eng, true, k.Form
	now := uint64(a[program.HdrTimeLo]) | uint64(a[program.HdrTimeHi])<<32
	e.o.Warn(fmt.Sprintf("%s; going on with the cpu engine from simulation time %d", why, now))
	return nil
}
