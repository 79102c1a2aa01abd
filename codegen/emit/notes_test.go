package emit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gpga/gpga/scheduler/program"
)

// TestNotes: stores note their signals; before one too many, before what could tell, and at the end what is noted is published.
func TestNotes(t *testing.T) {
	text := func(stores int, more ...program.Instr) string {
		p := &program.Program{
			Top: "top", Strings: []string{""}, Lines: []program.Line{{}},
			Signals: []program.Signal{{Slot: 100, Width: 8, Words: 1, NumFan: 1}},
			Items:   []program.Item{{}}, Events: []program.Event{{NumItem: 1}}, Fanout: []program.Fan{{Kind: program.FanItem}},
			Layout: program.Layout{WaitHead: 300, ItemPrev: 400},
		}
		p.Code = []program.Instr{{Op: program.OpLoad, D: 0, A: 102, W: 8}}
		for range stores {
			p.Code = append(p.Code, program.Instr{Op: program.OpStore, B: 0, W: 8})
		}
		p.Code = append(p.Code, more...)
		p.Segs = []program.Segment{{Num: uint32(len(p.Code))}}
		k, err := Table(p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		load(t, k.Text)
		return k.Text
	}
	for _, c := range []struct {
		stores     int
		more       []program.Instr
		noted, all int // calls of gpga_note32 and gpga_noted
		wait       string
	}{
		{0, []program.Instr{{Op: program.OpWait}}, 0, 0, "gpga_wait("},
		{1, []program.Instr{{Op: program.OpWait}}, 1, 0, "gpga_wait_behind("},
		{3, []program.Instr{{Op: program.OpSettle}, {Op: program.OpWait}}, 0, 0, "gpga_wait("},
		{4, []program.Instr{{Op: program.OpWait}}, 4, 0, "gpga_wait_behind("},
		{4, []program.Instr{{Op: program.OpFork, A: 0}}, 4, 1, "gpga_join("},
		{4, []program.Instr{{Op: program.OpSettle}, {Op: program.OpWait}}, 4, 1, "gpga_wait("},
		{600, []program.Instr{{Op: program.OpWait}}, 600, 2, "gpga_wait_behind("},
	} {
		s := text(c.stores, c.more...)
		name := fmt.Sprintf("%d stores, %s", c.stores, program.Ops[c.more[0].Op].Name)
		if n := strings.Count(s, "gpga_note32(st, 100"); n != c.noted {
			t.Errorf("%s: %d notes, expected %d", name, n, c.noted)
		}
		// In the body; the scheduler's own two calls stand deeper.
		if n := strings.Count(s, "\n\tgpga_noted(st, tab);"); n != c.all {
			t.Errorf("%s: notes are published at %d places, expected %d", name, n, c.all)
		}
		if !strings.Contains(s, "return "+c.wait) {
			t.Errorf("%s: no %s", name, c.wait)
		}
		if has := strings.Contains(s, "gpga_enlist"); has != (c.noted > 0) {
			t.Errorf("%s: the scheduler enlists: %t", name, has)
		}
	}
}
