package goldens

import (
	"path/filepath"
	"strings"
	"testing"
)

func entry(cost float64, largestSwitch int) Entry {
	return Entry{Cost: cost, Features: map[string]int{"largest_switch": largestSwitch}}
}

func TestLedger(t *testing.T) {
	l := &Ledger{Caps: map[string]Cap{"largest_switch": {Limit: 64}}, Designs: map[string]Entry{"a": entry(100, 8)}}
	for _, c := range []struct {
		name, design string
		got          Entry
		want         string // in the messages; empty: none
	}{
		{"as recorded", "a", entry(100, 8), ""},
		{"a rise", "a", entry(101, 8), "rises from 100 to 101"},
		{"a fall", "a", entry(99, 8), "falls from 100 to 99"},
		{"another feature", "a", entry(100, 9), "largest_switch is 9, recorded as 8"},
		{"over a cap", "a", entry(100, 65), "over the cap of 64"},
		{"no record", "b", entry(1, 1), "no record"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(l.Check(c.design, c.got), "\n")
			if c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("says %q, want %q", got, c.want)
			}
		})
	}
	if got := (&Ledger{Caps: map[string]Cap{"colour": {}}}).Check("a", entry(1, 1)); !strings.Contains(strings.Join(got, "\n"), "bounds nothing") {
		t.Errorf("a cap on what is not measured: %q", got)
	}
}

func TestRiseNeedsReason(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.json")
	again := func() *Ledger { // as the next run finds it
		l, err := ReadLedger(path)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	write := func(l *Ledger) {
		if err := l.Write(path); err != nil {
			t.Fatal(err)
		}
	}
	l := again()
	l.Record("a", entry(100, 1), "")
	if bad := l.Check("a", entry(100, 1)); len(bad) != 0 {
		t.Errorf("a first record: %q", bad)
	}
	l.Record("a", entry(90, 1), "")
	write(l)
	l = again()
	l.Record("a", entry(95, 1), "")
	if bad := l.Check("a", entry(95, 1)); len(bad) != 1 || !strings.Contains(bad[0], "from 90 to 95 has no reason") {
		t.Errorf("a rise without reason: %q", bad)
	}
	l.History[1].Reason = "wider adders"
	write(l)
	l = again()
	l.Record("a", entry(97, 1), "a faster path")
	l.Record("b", entry(7, 1), "a faster path")
	l.Record("b", entry(8, 1), "a faster path")
	write(l)
	l = again()
	if bad := l.Check("a", entry(97, 1)); len(bad) != 0 {
		t.Errorf("rises with reasons: %q", bad)
	}
	if h := l.History; len(h) != 3 || h[1].Reason != "wider adders" || h[2].Designs["a"] != (Move{95, 97}) || h[2].Designs["b"] != (Move{7, 8}) {
		t.Errorf("the history is %v", h)
	}
	l.Keep(map[string]bool{})
	if len(l.Designs) != 0 {
		t.Errorf("records stay of designs that are gone: %v", l.Designs)
	}
}

// TestRiseNamesConstruct: the message says which construct of the source, or which function of the library, rose by how much.
func TestRiseNamesConstruct(t *testing.T) {
	e := func(cost, always, library, publish float64) Entry {
		return Entry{Cost: cost, Constructs: map[string]float64{"uart.v:12 always @(posedge clk)": always, "library": library}, library: map[string]float64{"gpga_publish": publish}}
	}
	l := &Ledger{Designs: map[string]Entry{"uart": e(1000, 300, 700, 70)}, Library: map[string]float64{"gpga_publish": 70}}
	got := strings.Join(l.Check("uart", e(1150, 350, 800, 170)), "\n")
	for _, want := range []string{"rises from 1000 to 1150", "uart.v:12 always @(posedge clk): from 300 to 350", "library function gpga_publish: from 70 to 170"} {
		if !strings.Contains(got, want) {
			t.Errorf("says %q, want %q", got, want)
		}
	}
}

func TestFamily(t *testing.T) {
	f := NewFamily([]int{16, 64, 256}, []float64{116, 164, 356})
	if f.Floor != 100 || f.Slope != 1 {
		t.Errorf("floor 100 and slope 1 are found as %+v", f)
	}
	l := &Ledger{Families: map[string]Family{"waits/table": f}}
	if bad := l.CheckFamily("waits/table", f); len(bad) != 0 {
		t.Errorf("as recorded: %q", bad)
	}
	if bad := l.CheckFamily("waits/table", NewFamily(f.Sizes, []float64{132, 228, 612})); len(bad) != 1 || !strings.Contains(bad[0], "the slope rises from 1 to 2") {
		t.Errorf("a steeper one: %q", bad)
	}
	if bad := l.CheckFamily("none", f); len(bad) != 1 {
		t.Errorf("no record: %q", bad)
	}
}
