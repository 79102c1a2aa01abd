package main

import (
	"strings"

	"github.com/gpga/gpga/goldens/refsim"
	"github.com/gpga/gpga/tools/vfuzz/lanes"
)

// allowance is a reason why a racy program may print something else than under Icarus Verilog.
type allowance struct {
	name   string
	reason string
	covers func(b *lanes.Build, got, want lanes.Outcome) bool
}

// allowList are the reasons. A difference that none of them covers is a disagreement.
var allowList = []allowance{
	{"order", "each line that differs depends on the order of events at one time, which IEEE 1364-2005 11.4.1 leaves open: it varies when the reference interpreter takes them in other orders", dependsOnOrder},
	{"suspension", "each line that differs depends on when processes stop between statements, as IEEE 1364-2005 11.4.2 lets them: it varies when the reference interpreter has them do so", dependsOnSuspension},
}

const orders = 200 // that are tried

// lines lists the lines of a text under their keys, and how many there are.
func lines(text string) map[string][]string {
	out := map[string][]string{}
	for _, l := range strings.Split(text, "\n") {
		out[lanes.Key(l)] = append(out[lanes.Key(l)], l)
	}
	return out
}

// dependsOnOrder tells whether each line in which got is not want varies with the order of events.
func dependsOnOrder(b *lanes.Build, got, want lanes.Outcome) bool {
	return varies(b, got, want, refsim.Options{})
}

// dependsOnSuspension tells whether each varies when processes stop between statements.
func dependsOnSuspension(b *lanes.Build, got, want lanes.Outcome) bool {
	return varies(b, got, want, refsim.Options{Suspend: true})
}

// varies runs b under other orders, with o, and tells whether each line in which got is not want differs among them, too. Lines are
// told apart by their process and their number in it; what a process prints in another place is not looked at.
func varies(b *lanes.Build, got, want lanes.Outcome, o refsim.Options) bool {
	if got.Refused || want.Refused || got.Err != "" || want.Err != "" {
		return false
	}
	type place struct {
		key string
		n   int
	}
	open := map[place]bool{}
	g, w := lines(got.Text), lines(want.Text)
	at := func(m map[string][]string, p place) string {
		if l := m[p.key]; p.n < len(l) {
			return l[p.n]
		}
		return ""
	}
	for _, m := range []map[string][]string{g, w} {
		for k, list := range m {
			for n := range list {
				if p := (place{k, n}); at(g, p) != at(w, p) {
					open[p] = true
				}
			}
		}
	}
	seen := map[place]string{}
	for p := range open {
		seen[p] = at(g, p)
	}
	for i := range orders {
		o.Shuffle = uint64(i) + 1
		other := b.Ref(o)
		if other.Err != "" {
			continue
		}
		r := lines(other.Text)
		for p := range open {
			if at(r, p) != seen[p] {
				delete(open, p)
			}
		}
		if len(open) == 0 {
			return true
		}
	}
	return len(open) == 0
}
