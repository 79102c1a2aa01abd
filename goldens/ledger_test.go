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
	l, err := ReadLedger(path)
	if err != nil {
		t.Fatal(err)
	}
	l.Record("a", entry(100, 1), "")
	if bad := l.Check("a", entry(100, 1)); len(bad) != 0 {
		t.Errorf("a first record: %q", bad)
	}
	l.Record("a", entry(90, 1), "")
	l.Record("a", entry(95, 1), "")
	if bad := l.Check("a", entry(95, 1)); len(bad) != 1 || !strings.Contains(bad[0], "from 90 to 95 has no reason") {
		t.Errorf("a rise without reason: %q", bad)
	}
	l.Designs["a"].Rises[0].Reason = "wider adders"
	l.Record("a", entry(97, 1), "a faster path")
	if err := l.Write(path); err != nil {
		t.Fatal(err)
	}
	l, err = ReadLedger(path)
	if err != nil {
		t.Fatal(err)
	}
	if bad := l.Check("a", entry(97, 1)); len(bad) != 0 {
		t.Errorf("rises with reasons: %q", bad)
	}
	if r := l.Designs["a"].Rises; len(r) != 2 || r[0].Reason != "wider adders" || r[1] != (Rise{95, 97, "a faster path"}) {
		t.Errorf("the reasons are %v", r)
	}
	l.Keep(map[string]bool{})
	if len(l.Designs) != 0 {
		t.Errorf("records stay of designs that are gone: %v", l.Designs)
	}
}
