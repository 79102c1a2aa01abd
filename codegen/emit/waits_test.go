package emit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gpga/gpga/codegen/msl"
	"github.com/gpga/gpga/scheduler/program"
)

// waiting is a program with waits for the rising edge of a signal at slot, each with one item, and nothing else.
func waiting(waits int, slot uint32) *program.Program {
	p := &program.Program{
		Top: "top", Strings: []string{"", "top.clk", "top.v"}, Lines: []program.Line{{}, {File: 2, Line: 7, Col: 3}},
		Signals: []program.Signal{{Name: 1, Slot: slot, Width: 1, Words: 1, NumFan: uint32(waits)}},
		Layout:  program.Layout{WaitHead: 300, ItemPrev: 400},
	}
	for i := range waits {
		p.Events = append(p.Events, program.Event{Item: uint32(i), NumItem: 1, Line: 1})
		p.Items = append(p.Items, program.Item{Event: uint32(i), Edge: program.EdgePos})
		p.Fanout = append(p.Fanout, program.Fan{Kind: program.FanItem, Target: uint32(i)})
	}
	return p
}

// published adds a segment that publishes the signal, so that the evaluator is in the text.
func published(p *program.Program) *program.Program {
	p.Code = []program.Instr{{Op: program.OpPublish}, {Op: program.OpEnd}}
	p.Segs = []program.Segment{{Num: 2}}
	return p
}

func load(t *testing.T, text string) {
	t.Helper()
	if _, errs := msl.Load("kernel.metal", []byte(text)); len(errs) > 0 {
		t.Fatalf("the text is wrong: %v", errs[0])
	}
}

// Each array of the text has the smallest type that its largest number fits.
func TestEdgeTableTypes(t *testing.T) {
	for _, c := range []struct {
		slot    uint32
		val, xz string
	}{
		{254, "uchar", "uchar"}, {255, "uchar", "ushort"}, {256, "ushort", "ushort"},
		{65534, "ushort", "ushort"}, {65535, "ushort", "uint"}, {65536, "uint", "uint"},
	} {
		k, err := Table(published(waiting(1, c.slot)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		load(t, k.Text)
		for _, want := range []string{
			fmt.Sprintf("constant %s sched_edge_item_val[] = {%d};", c.val, c.slot),
			fmt.Sprintf("constant %s sched_edge_item_xz[] = {%d};", c.xz, c.slot+1),
			"constant uchar sched_edge_item_kind[] = {1};",
		} {
			if !strings.Contains(k.Text, want) {
				t.Errorf("a signal at %d: the text has no %q", c.slot, want)
			}
		}
	}
}

// Up to ConstBytes the arrays stand in the text; beyond, in the table buffer, and the text is the same however many waits there are.
func TestEdgeTablesInBuffer(t *testing.T) {
	text := func(waits int) string {
		k, err := Table(published(waiting(waits, 100)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		load(t, k.Text)
		return k.Text
	}
	// Offsets of over 256 waits take two bytes, the other four arrays one: six bytes a wait.
	last := ConstBytes / 6
	if !strings.Contains(text(last), "constant ushort sched_edge_wait_item_offset[]") {
		t.Errorf("%d waits are not in the text", last)
	}
	if s := text(last + 1); strings.Contains(s, "sched_edge_wait_item_offset") {
		t.Errorf("%d waits are in the text", last+1)
	}
	if a, b := text(last+1), text(4*last); len(b)-len(a) > 64 {
		t.Errorf("the text grows from %d to %d bytes with its waits", len(a), len(b))
	}
}

// Star lists are tables, too, and the evaluator walks them; a text without any has no such walk.
func TestStarTables(t *testing.T) {
	starred := func(waits int, edge bool) *program.Program {
		p := published(waiting(waits, 100))
		for i := range p.Items {
			if i > 0 || !edge {
				p.Items[i].Edge = program.EdgeAny
			}
		}
		if edge { // one wait for the edge and for any change
			p.Events = []program.Event{{NumItem: uint32(waits), Line: 1}}
			for i := range p.Items {
				p.Items[i].Event = 0
			}
		}
		return p
	}
	text := func(p *program.Program, o Options) string {
		k, err := Table(p, o)
		if err != nil {
			t.Fatal(err)
		}
		load(t, k.Text)
		return k.Text
	}
	walk := "hit = gpga_star_moved(st, tab, sched_edge_star_signal[star], false);"
	mixed := text(starred(3, true), Options{})
	for _, want := range []string{
		"constant uchar sched_edge_wait_star_offset[] = {0};", "constant uchar sched_edge_wait_star_count[] = {1};", "constant uchar sched_edge_star_signal[] = {0};",
		"constant uint sched_edge_star_prev_val = ", "constant uint sched_edge_star_prev_xz = ", walk,
	} {
		if !strings.Contains(mixed, want) {
			t.Errorf("the text has no %q", want)
		}
	}
	if s := text(published(waiting(3, 100)), Options{}); strings.Contains(s, "_star") {
		t.Error("a text without star lists has a walk over them")
	}
	// An array of offsets has the type of its last.
	if s := text(starred(256, false), Options{}); !strings.Contains(s, "constant uchar sched_edge_wait_star_offset[]") {
		t.Error("the offsets of 256 lists take more than a byte each")
	}
	if s := text(starred(257, false), Options{}); !strings.Contains(s, "constant ushort sched_edge_wait_star_offset[]") {
		t.Error("the offsets of 257 lists take no ushort")
	}
	big := text(starred(1000, false), Options{})
	if strings.Contains(big, "sched_edge_wait_star_offset") || !strings.Contains(big, "tab[TAB_WAIT_STAR_OFFSET + wait]") {
		t.Error("the lists of 1000 waits are not in the table buffer")
	}
	// What is evaluated is data.
	if a, b := text(starred(3, false), Options{}), text(starred(3, false), Options{EvalAll: true}); strings.Count(a, "\n") != strings.Count(b, "\n") {
		t.Error("another text is emitted when every wait is evaluated")
	}
}

// The switch form has every wait in four places and says what it is; the other forms have none.
func TestSwitchSites(t *testing.T) {
	p := published(waiting(3, 100))
	p.Items[1].Edge = program.EdgeAny
	const site = "switch (sched_wait_id)"
	k, err := Switch(p)
	if err != nil {
		t.Fatal(err)
	}
	load(t, k.Text)
	if n := strings.Count(k.Text, site); n != 4 {
		t.Errorf("%d sites, expected 4", n)
	}
	for text, want := range map[string]int{"case 0u: { /* top.v:7: items 0 to 0 */": 2, "case 1u: /* top.v:7 */": 2, "case 2u: { /* top.v:7: items 2 to 2 */": 2, "GPGA_EDGE_SITE": 0, "gpga_switch_run": 0, "never a default": 1} {
		if n := strings.Count(k.Text, text); n != want {
			t.Errorf("%q stands %d times, expected %d", text, n, want)
		}
	}
	for name, emit := range map[string]func() (*Kernel, error){"table": func() (*Kernel, error) { return Table(p, Options{}) }, "vm": func() (*Kernel, error) { return VM(p) }} {
		k, err := emit()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(k.Text, "sched_wait_id") {
			t.Errorf("the %s form has %q", name, "sched_wait_id")
		}
	}
}

func TestWaits(t *testing.T) {
	p := waiting(2, 100)
	p.Items[1].Edge = program.EdgeAny
	p.Events[1].Star = true
	var b strings.Builder
	if err := Waits(&b, p); err != nil {
		t.Fatal(err)
	}
	want := `2 waits, 2 items (1 edges), 1 star signals
masks, bit 4*old + new of 0, 1, z, x: posedge 0x220e, negedge 0x11d0

wait 0 at top.v:7:3: items 0 +1
  item 0 posedge mask 0x220e top.clk (signal 0, val 100, xz 101, previous 400)
wait 1 @* at top.v:7:3: items 1 +1
  item 1 any top.clk (signal 0, val 100, xz 101, previous 33 and 34)
  star top.clk

arrays, in the smallest type that holds each; the table form has its own as constants of the text
  uchar  sched_edge_wait_item_offset[2]
  uchar  sched_edge_wait_item_count[2]
  uchar  sched_edge_item_kind[2]
  uchar  sched_edge_item_val[2]
  uchar  sched_edge_item_xz[2]
  uchar  sched_edge_wait_star_offset[2]
  uchar  sched_edge_wait_star_count[2]
  uchar  sched_edge_star_signal[1]
`
	if b.String() != want {
		t.Errorf("the inventory is\n%s\nexpected\n%s", b.String(), want)
	}
}
