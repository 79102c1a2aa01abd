package layout

import (
	"slices"
	"testing"

	"github.com/gpga/gpga/scheduler/program"
)

// starring has signals 0: 1 bit, 1: 70 bits, 2: a memory, 3: a named event, and waits for 0: the rise of 0, or any change of 1; 1: any
// change of 1 or 2; 2: the event, or a change of 0.
func starring() *program.Program {
	p := &program.Program{
		Strings: []string{""},
		Signals: []program.Signal{{Width: 1, Words: 1}, {Width: 70, Words: 1}, {Width: 8, Words: 4, Flags: program.SigArray}, {Flags: program.SigEvent}},
		Items:   []program.Item{{Event: 0, Edge: program.EdgePos}, {Event: 0, Signal: 1}, {Event: 1, Signal: 1}, {Event: 1, Signal: 2}, {Event: 2, Signal: 3, Edge: program.EdgeNamed}, {Event: 2}},
		Events:  []program.Event{{Item: 0, NumItem: 2}, {Item: 2, NumItem: 2}, {Item: 4, NumItem: 2}},
		Layout:  program.Layout{FixedWords: program.HdrWords + 40},
	}
	p.Image = make([]uint32, p.Layout.FixedWords)
	slot := uint32(program.HdrWords)
	for i := range p.Signals {
		s := &p.Signals[i]
		s.Slot, s.Fan = slot, uint32(len(p.Fanout))
		slot += 2 * ((s.Width + 31) / 32) * s.Words
		for k, it := range p.Items {
			if it.Signal == uint32(i) {
				p.Fanout = append(p.Fanout, program.Fan{Kind: program.FanItem, Target: uint32(k)})
				s.NumFan++
			}
		}
	}
	for i := program.HdrWords; i < len(p.Image); i++ {
		p.Image[i] = uint32(100 + i)
	}
	return p
}

// Waits with edges are evaluated at any change that they name; others are woken, unless all shall be evaluated. Memories and named
// events wake always. Who is compared has a last row that keeps its value.
func TestFanRowsOfStars(t *testing.T) {
	p := starring()
	for _, c := range []struct {
		all  bool
		sig  int
		rows []uint32
	}{
		{false, 0, []uint32{FanRow(RowEdge, 0), FanRow(RowAny, 2)}},
		{false, 1, []uint32{FanRow(RowEdge, 0), FanRow(RowAny, 1), FanRow(RowStar, 0)}},
		{false, 2, []uint32{FanRow(RowAny, 1)}},
		{false, 3, []uint32{FanRow(RowAny, 2)}},
		{true, 0, []uint32{FanRow(RowEdge, 0), FanRow(RowEdge, 2), FanRow(RowStar, 0)}},
		{true, 1, []uint32{FanRow(RowEdge, 0), FanRow(RowEdge, 1), FanRow(RowStar, 0)}},
		{true, 2, []uint32{FanRow(RowAny, 1)}},
		{true, 3, []uint32{FanRow(RowAny, 2)}},
	} {
		tab := NewTables(p, c.all)
		dir := tab.Words[tab.At["TAB_FAN_DIR"]+uint32(c.sig):]
		rows := tab.Words[tab.At["TAB_FAN"]+dir[0] : tab.At["TAB_FAN"]+dir[1]]
		if !slices.Equal(rows, c.rows) {
			t.Errorf("all %v, signal %d: rows %x, expected %x", c.all, c.sig, rows, c.rows)
		}
	}
}

// The planes begin with the values that the signals begin with.
func TestStarsStart(t *testing.T) {
	p := starring()
	s := NewStars(p)
	if s.words != 4 || s.XZ != s.Val+4 {
		t.Fatalf("planes at %d and %d of %d words", s.Val, s.XZ, s.words)
	}
	a := NewArena(p, NewTables(p, false), Sizes{})
	for sig, n := range []uint32{1, 3} {
		slot, at := p.Signals[sig].Slot, s.Offset[sig]
		if !slices.Equal(a[s.Val+at:s.Val+at+n], a[slot:slot+n]) || !slices.Equal(a[s.XZ+at:s.XZ+at+n], a[slot+n:slot+2*n]) {
			t.Errorf("signal %d does not begin with its value", sig)
		}
	}
	if Fixed(p) != s.XZ+s.words {
		t.Errorf("%d fixed words, the planes end at %d", Fixed(p), s.XZ+s.words)
	}
}
