package layout

import "github.com/gpga/gpga/scheduler/program"

// Steps are the kernels of a text that has more than one. Whoever starts them writes the budget to HdrNeed; the one that has the
// segment that is to run works, until it comes to another's. It ends with StatusRun then, and with the steps that are left in HdrNeed.
type Steps struct {
	Names []string // of the kernels
	Of    []uint16 // the kernel of each segment
}

// Kernels are the names of the kernels of a text with the tables t.
func (t *Tables) Kernels() []string {
	if t.Steps == nil {
		return []string{"gpga_step"}
	}
	return t.Steps.Names
}

// Run lets an instance take at most budget steps. state is its state, which call, that starts a kernel, may move. Of a text with one
// kernel, whose Steps are nil, it starts that once: the budget is in its parameters.
func (s *Steps) Run(state func() State, budget uint32, call func(kernel int) error) error {
	if s == nil {
		return call(0)
	}
	for {
		a := state()
		a.Set(program.HdrNeed, budget)
		if err := call(s.Next(a)); err != nil {
			return err
		}
		a = state()
		if a.At(program.HdrStatus) != program.StatusRun {
			return nil
		}
		budget = a.At(program.HdrNeed)
	}
}

// Next is the kernel of the segment that is to run, or the first, which alone does what is to be done when none is.
func (s *Steps) Next(a State) int {
	if a.At(program.HdrFinish)&^1 != 0 {
		return 0
	}
	for _, from := range []uint32{program.HdrCur, program.HdrChain, program.HdrActHead} {
		if b := a.At(from); b != 0 {
			return int(s.Of[a.At(b+program.BSeg)])
		}
	}
	return 0
}
