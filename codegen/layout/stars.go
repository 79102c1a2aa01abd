package layout

import "github.com/gpga/gpga/scheduler/program"

// The evaluator of waits tells by comparing which signals of a star list have changed. Their previous values lie behind the marks of
// nonblocking assignments, in two planes: every publish of such a signal writes its value there, whether or not anyone
// waits, after it has visited the waits. So the one signal that differs while a wait is evaluated is the one being published.
//
// Only changes are published. A wait whose items are all without an edge is therefore always hit when it is evaluated, and
// the fan-out wakes it without asking (RowAny). Only the signals of waits that the evaluator does look at need previous values: waits
// that have edges as well, or all, where NewTables is asked for that.

// Stars tells where previous values lie. It is the same in every form, and whichever waits are evaluated.
type Stars struct {
	Val, XZ uint32   // addresses of the planes, sched_edge_star_prev_val and sched_edge_star_prev_xz
	Offset  []uint32 // of each signal: where its words begin in both; 0, too, for one that is in no list
	words   uint32   // of a plane
}

// NewStars places the previous values of p.
func NewStars(p *program.Program) *Stars {
	q := NewQuiet(p)
	s := &Stars{Val: q.Round + q.words, Offset: make([]uint32, len(p.Signals))}
	placed := make([]bool, len(p.Signals))
	for i := range p.Events {
		for _, sig := range StarList(p, uint32(i)) {
			if !placed[sig] {
				placed[sig] = true
				s.Offset[sig] = s.words
				s.words += (p.Signals[sig].Width + 31) / 32
			}
		}
	}
	s.XZ = s.Val + s.words
	return s
}

// evaluated lists the waits whose star lists the evaluator looks at; all: those of waits without an edge, too.
func evaluated(p *program.Program, all bool) []bool {
	waits := make([]bool, len(p.Events))
	for i := range p.Events {
		waits[i] = all
		e := &p.Events[i]
		for _, it := range p.Items[e.Item : e.Item+e.NumItem] {
			if it.Edge == program.EdgePos || it.Edge == program.EdgeNeg {
				waits[i] = true
			}
		}
	}
	return waits
}

// previous writes the signals' values in arena a as their previous ones.
func (s *Stars) previous(p *program.Program, a []uint32) {
	for i := range p.Events {
		for _, sig := range StarList(p, uint32(i)) {
			slot, n, at := p.Signals[sig].Slot, (p.Signals[sig].Width+31)/32, s.Offset[sig]
			copy(a[s.Val+at:s.Val+at+n], a[slot:])
			copy(a[s.XZ+at:s.XZ+at+n], a[slot+n:])
		}
	}
}
