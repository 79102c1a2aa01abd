package layout

import (
	"slices"

	"github.com/gpga/gpga/scheduler/program"
)

// WordType is the smallest type of MSL that holds numbers up to most, and its size in bytes.
func WordType(most uint32) (name string, bytes int) {
	switch {
	case most < 1<<8:
		return "uchar", 1
	case most < 1<<16:
		return "ushort", 2
	}
	return "uint", 4
}

// WaitArray is one of the arrays that describe waits.
type WaitArray struct {
	Name  string // as the kernel text spells it
	Words []uint32
	Type  string // the smallest that its largest number fits
	Size  int    // bytes of an element
	Tab   string // its name in the table buffer
	Index string // what indexes it in the library's text
}

// Bytes is the size of the whole array.
func (a *WaitArray) Bytes() int { return a.Size * len(a.Words) }

// StarSignals are the signals of wait ev of which any change wakes it, in the order of its items, each once: the list of an @*, the
// entries without an edge of another list, named events.
func StarSignals(p *program.Program, ev uint32) []uint32 {
	var out []uint32
	seen := map[uint32]bool{}
	e := &p.Events[ev]
	for _, it := range p.Items[e.Item : e.Item+e.NumItem] {
		if it.Edge != program.EdgePos && it.Edge != program.EdgeNeg && !seen[it.Signal] {
			seen[it.Signal] = true
			out = append(out, it.Signal)
		}
	}
	return out
}

// compared tells that the value of s says whether s has changed: not of a memory, whose change may be in any of its words, nor of a
// named event, which has no value. These wake whom they wake by being published.
func compared(s *program.Signal) bool { return s.Flags&(program.SigArray|program.SigEvent) == 0 }

// StarList is the part of StarSignals that is compared: what the evaluator looks at.
func StarList(p *program.Program, ev uint32) []uint32 {
	return slices.DeleteFunc(StarSignals(p, ev), func(sig uint32) bool { return !compared(&p.Signals[sig]) })
}

// HasStars tells that some wait of p has a star list that the evaluator looks at.
func HasStars(p *program.Program) bool {
	for i := range p.Events {
		if len(StarList(p, uint32(i))) > 0 {
			return true
		}
	}
	return false
}

// WaitArrays are the arrays that describe the waits of p: the items of each wait and what they look at, and each wait's star
// list, without memories and named events. Every array has the smallest type that its largest number fits.
func WaitArrays(p *program.Program) []WaitArray {
	var offset, count, kind, val, xz, starOffset, starCount, stars []uint32
	for _, it := range p.Items {
		s := &p.Signals[it.Signal]
		kind = append(kind, it.Edge)
		val = append(val, s.Slot)
		xz = append(xz, s.Slot+(s.Width+31)/32)
	}
	for i, ev := range p.Events {
		offset = append(offset, ev.Item)
		count = append(count, ev.NumItem)
		list := StarList(p, uint32(i))
		starOffset = append(starOffset, uint32(len(stars)))
		starCount = append(starCount, uint32(len(list)))
		stars = append(stars, list...)
	}
	out := []WaitArray{
		{Name: "sched_edge_wait_item_offset", Words: offset, Tab: "TAB_WAIT_OFFSET", Index: "wait"},
		{Name: "sched_edge_wait_item_count", Words: count, Tab: "TAB_WAIT_COUNT", Index: "wait"},
		{Name: "sched_edge_item_kind", Words: kind, Tab: "TAB_ITEM_KIND", Index: "item"},
		{Name: "sched_edge_item_val", Words: val, Tab: "TAB_ITEM_VAL", Index: "item"},
		{Name: "sched_edge_item_xz", Words: xz, Tab: "TAB_ITEM_XZ", Index: "item"},
		{Name: "sched_edge_wait_star_offset", Words: starOffset, Tab: "TAB_WAIT_STAR_OFFSET", Index: "wait"},
		{Name: "sched_edge_wait_star_count", Words: starCount, Tab: "TAB_WAIT_STAR_COUNT", Index: "wait"},
		{Name: "sched_edge_star_signal", Words: stars, Tab: "TAB_STAR_SIGNAL", Index: "star"},
	}
	for i := range out {
		most := uint32(0)
		for _, w := range out[i].Words {
			most = max(most, w)
		}
		out[i].Type, out[i].Size = WordType(most)
	}
	return out
}
