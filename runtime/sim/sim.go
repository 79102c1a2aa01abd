package sim

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/runtime/host"
	"github.com/gpga/gpga/scheduler/program"
)

// Engine executes the kernel's text over one instance's arena.
type Engine interface {
	// Arena is the state arena, in words. The slice is valid until the next Step or Extend.
	Arena() []uint32
	// Extend makes the arena words longer, contents kept, and returns it.
	Extend(words uint32) ([]uint32, error)
	// Step runs the kernel once, for at most budget steps. A step is a segment or one of its inner turns.
	Step(budget uint32) error
	// Close frees what the engine holds.
	Close() error
}

// Shared is an Engine whose arena holds other instances, too. Sim then uses these in the place of Arena and Extend.
type Shared interface {
	Engine
	// State is the instance's own part, valid until the next Step or ExtendState.
	State() layout.State
	// ExtendState makes it words longer, contents kept, and returns it.
	ExtendState(words uint32) (layout.State, error)
	// Ran is how many steps the last Step was for at most: others may have asked for fewer.
	Ran() uint32
}

// Options bound a run.
type Options struct {
	// MaxTime ends the simulation when time would pass it, in ticks; 0 for no bound. The kernel may have gone further: what it
	// asks for at later times is left out.
	MaxTime uint64
	// Budget is the number of steps between looks at the context; 0 for one that follows how long steps take.
	Budget uint32
	// SpinLimit is the number of steps at one time after which the design is taken to loop without delay; 0 for a sensible one.
	SpinLimit uint64
	// VCD, when not empty, dumps all traced signals to this file from time 0, whatever the design says.
	VCD string
	// Snapshot, when set, asks for a snapshot. Unless the run shall go on, it ends with it.
	Snapshot *SnapshotRequest
	// From, when set, is where the run starts. It must fit the program (Snapshot.Fits).
	From *Snapshot
	// Progress, when set, is called between steps with the present time.
	Progress func(now uint64)
}

// Result tells how a simulation ended.
type Result struct {
	ExitCode int    // 0 at $finish or when events ran out; 1 at $stop or what $fatal asked for
	Time     uint64 // when it ended, in ticks
	Finished bool   // $finish was called
	Stopped  bool   // $stop was called
	Canceled bool   // the context ended it
	Kept     bool   // a snapshot was made
	Steps    uint64 // kernel steps, rounded up to whole budgets
	// Abandoned says that the kernel was still at work when the context ended and its answer was not waited for: the engine
	// must not be closed.
	Abandoned bool
}

// Error is a failure of the running design, with the place it comes from when there is one.
type Error struct {
	Code    string // stable code
	File    string
	Line    int
	Col     int
	Message string
	Note    string // what helps; may be empty
}

func (e *Error) Error() string {
	if e.File == "" {
		return fmt.Sprintf("error: %s [%s]", e.Message, e.Code)
	}
	return fmt.Sprintf("%s:%d:%d: error: %s [%s]", e.File, e.Line, e.Col, e.Message, e.Code)
}

const (
	maxBudget   = 1 << 16
	startBudget = 1 << 12
	defaultSpin = 1 << 27
	// The kernel is called for about this long, so that an interrupt is soon seen.
	longCall, shortCall = 40 * time.Millisecond, 10 * time.Millisecond
	// What is printed and dumped is written out at least so often: somebody may be watching, and a full disk ends the run.
	flushEvery = 200 * time.Millisecond
)

// Sim is one running simulation.
type Sim struct {
	p     *program.Program
	eng   Engine
	share Shared // eng, where it shares its arena
	host  *host.Host
	opt   Options
	res   Result
	waves *waves
	exit  int
	snap  *pending     // a snapshot to be made still
	state atomic.Int32 // of the kernel: idle, atWork, abandoned
}

// New prepares a simulation of p on eng.
func New(p *program.Program, eng Engine, h *host.Host, opt Options) *Sim {
	if opt.SpinLimit == 0 {
		opt.SpinLimit = defaultSpin
	}
	s := &Sim{p: p, eng: eng, host: h, opt: opt}
	s.share, _ = eng.(Shared)
	s.waves = newWaves(s)
	if opt.Snapshot != nil {
		s.snap = &pending{SnapshotRequest: opt.Snapshot}
	}
	return s
}

// Run simulates until the design ends, ctx is done or something fails. Waves and output are complete when it returns.
func (s *Sim) Run(ctx context.Context) (Result, error) {
	err := s.watched(ctx)
	end := s.now()
	if s.opt.MaxTime != 0 {
		end = min(end, s.opt.MaxTime)
	}
	if q := s.opt.Snapshot; q != nil && s.res.Kept && !q.Go {
		end = q.At
	}
	if err == nil && s.snap != nil && !s.res.Kept && !s.res.Canceled {
		err = &Error{Code: "R110", Message: fmt.Sprintf("no snapshot was made: the simulation ended at time %d, and not after %d", end, s.snap.At)}
	}
	if cerr := s.waves.close(end); err == nil {
		err = cerr
	}
	if ferr := s.host.Flush(); err == nil && ferr != nil {
		err = ferr
	}
	s.res.Time = end
	s.res.ExitCode = s.exit
	if err != nil && s.res.ExitCode == 0 {
		s.res.ExitCode = 1
	}
	return s.res, err
}

func (s *Sim) flush() error {
	err := s.host.Flush()
	if s.waves.w != nil {
		if werr := s.waves.w.Flush(); err == nil {
			err = werr
		}
	}
	return err
}

// arena is the instance's state.
func (s *Sim) arena() layout.State {
	if s.share != nil {
		return s.share.State()
	}
	return layout.Plain(s.eng.Arena())
}

func (s *Sim) extend(words uint32) (layout.State, error) {
	if s.share != nil {
		return s.share.ExtendState(words)
	}
	a, err := s.eng.Extend(words)
	return layout.Plain(a), err
}

func (s *Sim) now() uint64 { return s.arena().Time() }

func (s *Sim) loop(ctx context.Context) error {
	switch {
	case s.opt.From != nil:
		if err := s.restore(s.opt.From); err != nil {
			return err
		}
	case s.opt.VCD != "":
		if err := s.waves.openAll(s.opt.VCD, 0); err != nil {
			return err
		}
	}
	var spin uint64
	var turns cycle
	flushed := time.Now()
	last := ^uint64(0)
	budget := s.opt.Budget
	if budget == 0 {
		budget = startBudget
	}
	for {
		if s.snap != nil && s.now() > s.snap.At {
			if err := s.capture(); err != nil {
				return err
			}
			if !s.snap.Go {
				return nil
			}
			s.snap = nil
		}
		s.arena().Set(program.HdrStatus, program.StatusRun)
		ask := budget
		if s.snap != nil {
			ask = s.snap.keep(s, budget)
		}
		start := time.Now()
		if err := s.step(ask); err == errAbandoned {
			return err
		} else if err != nil {
			return s.running("R100", "the kernel failed: "+err.Error())
		}
		ran := ask
		if s.share != nil {
			ran = s.share.Ran()
		}
		stopped := time.Now()
		if s.opt.Budget == 0 {
			switch took := stopped.Sub(start); {
			case took > longCall && budget > 1:
				budget /= 2
			case took < shortCall && budget < maxBudget:
				budget *= 2
			}
		}
		if s.snap != nil && s.snap.undo(s, ran) {
			continue
		}
		status := s.arena().At(program.HdrStatus)
		ended, err := s.drain(status == program.StatusReply)
		if err != nil {
			return err
		}
		if ended {
			return nil
		}
		a := s.arena()
		now := a.Time()
		s.res.Steps += uint64(ran)
		if stopped.Sub(flushed) > flushEvery {
			flushed = stopped
			if err := s.flush(); err != nil {
				return err
			}
		}
		if s.opt.MaxTime != 0 && now > s.opt.MaxTime && (s.snap == nil || now <= s.snap.At) {
			return nil
		}
		switch status {
		case program.StatusBudget:
			if now == last {
				spin += uint64(ran)
			} else {
				last, spin = now, 0
				turns = cycle{}
			}
			if spin >= s.opt.SpinLimit || spin >= cycleAfter && turns.closed(a) {
				return s.spinning(now)
			}
		case program.StatusReply:
			turns = cycle{} // what the host answers is not in the arena
		case program.StatusNeed:
			if err := layout.GrowState(s.p, a, a.At(program.HdrNeed), s.extend); err != nil {
				return s.running("R101", err.Error())
			}
		case program.StatusFinish:
			s.res.Finished = true
			return nil
		case program.StatusStop:
			s.res.Stopped = true
			if s.exit == 0 {
				s.exit = 1
			}
			return nil
		case program.StatusIdle:
			return nil
		case program.StatusSpin:
			return s.spinning(now)
		case program.StatusError:
			return s.endless()
		default:
			return &Error{Code: "R100", Message: fmt.Sprintf("the kernel ended with status %d", status)}
		}
		if err := ctx.Err(); err != nil {
			s.res.Canceled = true
			if errors.Is(err, context.DeadlineExceeded) {
				return &Error{Code: "R103", Message: fmt.Sprintf("stopped by the time limit at simulation time %d", now)}
			}
			return nil
		}
		if s.opt.Progress != nil {
			s.opt.Progress(now)
		}
	}
}
