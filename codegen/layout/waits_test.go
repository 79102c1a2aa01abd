package layout

import (
	"slices"
	"testing"

	"github.com/gpga/gpga/scheduler/program"
)

func TestWordType(t *testing.T) {
	for _, c := range []struct {
		most  uint32
		name  string
		bytes int
	}{
		{0, "uchar", 1}, {255, "uchar", 1}, {256, "ushort", 2}, {65535, "ushort", 2}, {65536, "uint", 4}, {1<<32 - 1, "uint", 4},
	} {
		if name, bytes := WordType(c.most); name != c.name || bytes != c.bytes {
			t.Errorf("numbers up to %d are of type %s, %d bytes; expected %s, %d", c.most, name, bytes, c.name, c.bytes)
		}
	}
}

// stars is a program with one wait for any change of n signals.
func stars(n int) *program.Program {
	p := &program.Program{Strings: []string{""}, Events: []program.Event{{NumItem: uint32(n), Star: true}}}
	for i := range n {
		p.Signals = append(p.Signals, program.Signal{Width: 1, Words: 1})
		p.Items = append(p.Items, program.Item{Signal: uint32(i)})
	}
	return p
}

// The type of an array follows from its largest number, array by array.
func TestWaitArraysTypes(t *testing.T) {
	for _, c := range []struct {
		signals               int
		itemCount, starSignal string
	}{
		{255, "uchar", "uchar"},
		{256, "ushort", "uchar"},
		{257, "ushort", "ushort"},
		{65535, "ushort", "ushort"},
		{65536, "uint", "ushort"},
		{65537, "uint", "uint"},
	} {
		types := map[string]string{}
		for _, a := range WaitArrays(stars(c.signals)) {
			types[a.Name] = a.Type
		}
		if types["sched_edge_wait_item_count"] != c.itemCount || types["sched_edge_wait_star_count"] != c.itemCount || types["sched_edge_star_signal"] != c.starSignal || types["sched_edge_item_kind"] != "uchar" {
			t.Errorf("%d signals: the types are %v, expected %s for counts and %s for signals", c.signals, types, c.itemCount, c.starSignal)
		}
	}
}

func TestStarSignals(t *testing.T) {
	p := stars(3)
	p.Items = []program.Item{
		{Event: 0, Signal: 2},
		{Event: 0, Signal: 0, Edge: program.EdgePos},
		{Event: 0, Signal: 1, Edge: program.EdgeNamed},
		{Event: 0, Signal: 2},
		{Event: 1, Signal: 0, Edge: program.EdgeNeg},
		{Event: 2, Signal: 0},
	}
	p.Events = []program.Event{{Item: 0, NumItem: 4}, {Item: 4, NumItem: 1}, {Item: 5, NumItem: 1}}
	for ev, want := range [][]uint32{{2, 1}, nil, {0}} {
		if got := StarSignals(p, uint32(ev)); !slices.Equal(got, want) {
			t.Errorf("wait %d: star signals %v, expected %v", ev, got, want)
		}
	}
	if got := StarList(p, 0); !slices.Equal(got, []uint32{2, 1}) {
		t.Errorf("wait 0: compared are %v", got)
	}
	arrays := map[string][]uint32{}
	for _, a := range WaitArrays(p) {
		arrays[a.Name] = a.Words
	}
	if !slices.Equal(arrays["sched_edge_wait_star_offset"], []uint32{0, 2, 2}) || !slices.Equal(arrays["sched_edge_wait_star_count"], []uint32{2, 0, 1}) || !slices.Equal(arrays["sched_edge_star_signal"], []uint32{2, 1, 0}) {
		t.Errorf("star arrays: %v", arrays)
	}
}
