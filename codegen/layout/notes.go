package layout

import "github.com/gpga/gpga/scheduler/program"

// A body that stores to several signals which others watch publishes them together, in one loop behind the stores: a compiler that
// inlines everything has that loop once, not once for each store. Until then it notes their numbers in words behind the previous
// values of star lists: how many there are, and the numbers in the order of the stores.
//
// Publishing a signal that only wakes whom any change wakes, marks nodes or the monitor, or is traced, looks at no value. So it may
// come later, if nothing between can tell: no other publishing, settling or call. The end of the segment publishes what is left. Edges and kept values compare,
// so signals with those are published at once.

const (
	// fewNotes is how many stores must follow each other, with nothing between that publishes, for their publishing to be put off, if it
	// has to be done before the end of the segment.
	fewNotes = 4
	// maxNotes is the most signals that are noted before they are published.
	maxNotes = 256
)

// Notes tells which stores of a program note their signals, and where.
type Notes struct {
	At     uint32 // address of the number of noted signals, which follow; 0 between segments
	Max    int    // the most signals that there is room for; 0: no store notes any
	Stores map[*program.Instr]bool
}

// NewNotes finds the stores of p that note their signals. evalAll is NewTables's; there is room in any case for what is noted without.
func NewNotes(p *program.Program, evalAll bool) *Notes {
	stars := NewStars(p)
	n := &Notes{At: stars.XZ + stars.words}
	n.find(p, make([]bool, len(p.Events))) // as if nothing were evaluated
	n.Stores = map[*program.Instr]bool{}
	n.find(p, evaluated(p, evalAll))
	return n
}

func (n *Notes) words() uint32 {
	if n.Max == 0 {
		return 0
	}
	return 1 + uint32(n.Max)
}

// find chooses stores, given which waits are evaluated: runs of them outside loops, for there is no telling how often those turn.
func (n *Notes) find(p *program.Program, eval []bool) {
	notable := make([]bool, len(p.Signals))
	for i := range p.Signals {
		notable[i] = true
		for _, row := range fanRows(p, &p.Signals[i], eval) {
			if kind := row >> 29; kind == RowEdge || kind == RowStar {
				notable[i] = false
			}
		}
	}
	body := func(code []program.Instr, self uint32) {
		again := GoesTo(code, self)
		var run []*program.Instr
		loops := 0
		for i := range code {
			in := &code[i]
			switch in.Op {
			case program.OpLoop:
				loops++
			case program.OpEndLoop:
				loops--
			}
			if loops == 0 && storesAtOnce(p, in) && notable[in.A] {
				run = append(run, in)
			} else if Publishes(in) {
				if self != program.NoSeg && !again && Leaves(in) {
					n.take(run, 1)
				} else {
					n.take(run, fewNotes)
				}
				run = run[:0]
			}
		}
		n.take(run, fewNotes)
	}
	for i := range p.Segs {
		body(p.Code[p.Segs[i].First:p.Segs[i].First+p.Segs[i].Num], uint32(i))
	}
	for i := range p.Funcs {
		body(p.Code[p.Funcs[i].First:p.Funcs[i].First+p.Funcs[i].Num], program.NoSeg)
	}
}

// GoesTo tells that code goes to segment seg: the segment that it is of goes to itself, then.
func GoesTo(code []program.Instr, seg uint32) bool {
	for i := range code {
		if in := &code[i]; in.Op == program.OpGoto && in.A == seg || in.Op == program.OpGotoIf && (in.A == seg || in.C == seg) {
			return true
		}
	}
	return false
}

// take has the stores of a run note their signals, if there are at least few.
func (n *Notes) take(run []*program.Instr, few int) {
	if len(run) < few {
		return
	}
	n.Max = max(n.Max, min(len(run), maxNotes))
	for _, in := range run {
		if n.Stores != nil {
			n.Stores[in] = true
		}
	}
}

// storesAtOnce tells that in stores at most 64 bits, whole, or a constant part of at most 32.
func storesAtOnce(p *program.Program, in *program.Instr) bool {
	if in.Op != program.OpStore && in.Op != program.OpStoreP {
		return false
	}
	s := &p.Signals[in.A]
	if s.Flags&(program.SigForced|program.SigAssigned) != 0 {
		return false
	}
	if in.Op == program.OpStore {
		return in.W <= 64
	}
	return in.Flags&program.FlagVar == 0 && s.Width <= 32 && int32(in.C) >= 0 && in.C+in.W <= s.Width
}

// Leaves tells that in ends a segment and lets what is noted be published behind it: its thread is in front of those that are woken in
// any case, and does not wait before.
func Leaves(in *program.Instr) bool {
	switch in.Op {
	case program.OpWait, program.OpDelay, program.OpGoto, program.OpGotoIf, program.OpYield, program.OpEnd:
		return true
	}
	return false
}

// Publishes tells that in publishes, or that it can tell what has been published.
func Publishes(in *program.Instr) bool {
	switch in.Op {
	case program.OpNop, program.OpStoreL, program.OpStoreLP, program.OpStoreLEl, program.OpFrStore, program.OpNBA, program.OpNBAP, program.OpNBAEl,
		program.OpIf, program.OpElse, program.OpEndIf, program.OpSwitch, program.OpCase, program.OpDefault, program.OpEndSwitch:
		return false
	case program.OpSpawn: // an assignment begins to wait
		return true
	}
	d := program.Ops[in.Op].D
	return d < program.RoleDefW || d > program.RoleDef64
}
