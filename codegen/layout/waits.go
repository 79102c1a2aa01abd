package layout

import "github.com/gpga/gpga/scheduler/program"

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
	Name   string // as the kernel text spells it
	Words  []uint32
	Type   string // the smallest that its largest number fits
	Size   int    // bytes of an element
	InText bool   // the table form's text, or its table buffer, holds it; the others are for the switch form and for people
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

// WaitArrays are the arrays that describe the waits of p: the items of each wait and what they look at, and each wait's star
// list. Every array has the smallest type that its largest number fits.
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
		list := StarSignals(p, uint32(i))
		starOffset = append(starOffset, uint32(len(stars)))
		starCount = append(starCount, uint32(len(list)))
		stars = append(stars, list...)
	}
	out := []WaitArray{
		{Name: "sched_edge_wait_item_offset", Words: offset, InText: true},
		{Name: "sched_edge_wait_item_count", Words: count, InText: true},
		{Name: "sched_edge_item_kind", Words: kind, InText: true},
		{Name: "sched_edge_item_val", Words: val, InText: true},
		{Name: "sched_edge_item_xz", Words: xz, InText: true},
		{Name: "sched_edge_wait_star_offset", Words: starOffset},
		{Name: "sched_edge_wait_star_count", Words: starCount},
		{Name: "sched_edge_star_signal", Words: stars},
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
