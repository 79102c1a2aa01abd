package emit

import (
	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// notes tells that the store in only notes its signal. Segments that share their code publish at once: their signals are watched in
// different ways.
func (b *body) notes(in *program.Instr) bool {
	return b.e.notes != nil && b.shape == nil && b.e.notes.Stores[in]
}

// notesBefore publishes what is noted where in could tell that it is not yet, and keeps count.
func (b *body) notesBefore(in *program.Instr) {
	if b.e.notes == nil {
		return
	}
	switch {
	case b.notes(in):
		if b.noted == b.e.notes.Max {
			b.publishNotes()
		}
		b.noted++
	case layout.Publishes(in) && !b.leavesNotes(in):
		b.publishNotes()
	}
	switch in.Op {
	case program.OpElse, program.OpCase, program.OpDefault, program.OpEndIf, program.OpEndSwitch:
		if len(b.stack) == 0 {
			return
		}
		f := b.stack[len(b.stack)-1]
		f.after = max(f.after, b.noted)
		b.noted = f.before
		if in.Op == program.OpEndIf || in.Op == program.OpEndSwitch {
			b.noted = max(f.before, f.after)
		}
	}
}

// leavesNotes tells that what is noted at in is published when the segment has ended.
func (b *body) leavesNotes(in *program.Instr) bool {
	return b.self != program.NoSeg && !b.loops && layout.Leaves(in)
}

// publishNotes publishes what is noted.
func (b *body) publishNotes() {
	if b.noted > 0 {
		b.effect("gpga_noted(st, tab);")
		b.noted = 0
	}
}
