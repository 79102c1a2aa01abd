package layout

import "github.com/gpga/gpga/scheduler/program"

// Most nonblocking assignments assign what the signal holds already. Such a one may be left out of the log when nothing can change
// the signal before the log is applied: when only whole, undelayed nonblocking assignments ever write it, and none for it stands in
// the log. A word for each such signal, its mark, holds the number of the round in which it was last logged. The first round of
// the processes' phase has the number that all marks have at first, so that nothing is left out in it: there the processes start,
// and those that only set initial values end.

// Quiet tells where the words of that scheme lie.
type Quiet struct {
	Round uint32   // address of the number of the round
	Mark  []uint32 // of each signal: the address of its mark, Round+1 and the signal's number; 0 when its assignments are all logged
	words uint32
}

// NewQuiet finds the signals of p whose assignments may be left out.
func NewQuiet(p *program.Program) *Quiet {
	q := &Quiet{Round: newVMPlan(p).end, Mark: make([]uint32, len(p.Signals)), words: 1}
	const (
		logged = 1 << iota
		other
	)
	use := make([]uint8, len(p.Signals))
	first := make([]bool, len(p.Segs))
	for i := range p.Procs {
		first[p.Procs[i].Seg] = true
	}
	at := map[uint32]uint32{}
	for i := range p.Signals {
		if s := &p.Signals[i]; s.Slot != 0 {
			at[s.Slot] = uint32(i)
		}
	}
	note := func(code []program.Instr, initial bool) bool {
		for i := range code {
			in := &code[i]
			switch in.Op {
			case program.OpSpawn:
				return false // such threads run while the log is applied
			case program.OpNBA:
				if in.D == program.NoTemp && in.W == p.Signals[in.A].Width {
					use[in.A] |= logged
				} else {
					use[in.A] |= other
				}
			case program.OpStore:
				if !initial {
					use[in.A] |= other
				}
			case program.OpStoreL, program.OpStoreLP, program.OpStoreLEl:
				if i, ok := at[in.A]; ok && in.Flags&program.FlagFrame == 0 && !initial {
					use[i] |= other
				}
			case program.OpLoadEl:
			default:
				info := &program.Ops[in.Op]
				if info.A == program.RoleSig || info.A == program.RoleArray {
					use[in.A] |= other
				}
			}
		}
		return true
	}
	for i := range p.Segs {
		s := &p.Segs[i]
		code := p.Code[s.First : s.First+s.Num]
		if !note(code, first[i] && runsOnce(code)) {
			return q
		}
	}
	for i := range p.Funcs {
		f := &p.Funcs[i]
		if !note(p.Code[f.First:f.First+f.Num], false) {
			return q
		}
	}
	for i := range p.Nets {
		use[p.Nets[i].Signal] |= other
	}
	for i := range p.Signals {
		s := &p.Signals[i]
		if use[i] == logged && s.Width <= 64 && s.Flags&(program.SigArray|program.SigEvent|program.SigForced|program.SigAssigned) == 0 {
			q.Mark[i] = q.Round + 1 + uint32(i)
			q.words = 1 + uint32(len(p.Signals))
		}
	}
	return q
}

// runsOnce tells that a thread which starts with code ends with it.
func runsOnce(code []program.Instr) bool {
	for i := range code {
		if program.Ops[code[i].Op].Term && code[i].Op != program.OpEnd {
			return false
		}
	}
	return len(code) > 0
}
