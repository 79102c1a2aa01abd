package refsim

import (
	"testing"

	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
)

func TestCombine(t *testing.T) {
	st := func(b logic.Bit, s0, s1 design.Strength) span { return driven(b, [2]design.Strength{s0, s1}) }
	strong := func(b logic.Bit) span { return plainStrength(b) }
	for _, c := range []struct {
		name string
		a, b span
		want string
	}{
		{"a stronger driver wins", st(logic.L0, design.Pull, design.Pull), strong(logic.L1), "St1"},
		{"equal drivers that differ", strong(logic.L0), strong(logic.L1), "StX"},
		{"equal drivers that agree", strong(logic.L1), strong(logic.L1), "St1"},
		{"high impedance drives nothing", strong(logic.LZ), st(logic.L0, design.Weak, design.Weak), "We0"},
		{"nobody drives", strong(logic.LZ), strong(logic.LZ), "HiZ"},
		{"weak 1 under pull 0", st(logic.L1, design.Strong, design.Weak), st(logic.L0, design.Pull, design.Pull), "Pu0"},
		{"H against pull 0", span{0, 6}, st(logic.L0, design.Pull, design.Pull), "56X"},
		{"L against weak 0", span{-6, 0}, st(logic.L0, design.Weak, design.Weak), "630"},
		{"H against weak 1", span{0, 6}, st(logic.L1, design.Weak, design.Weak), "631"},
		{"x swept by a stronger 0", st(logic.LX, design.Weak, design.Weak), strong(logic.L0), "St0"},
		{"x against a weaker 1", strong(logic.LX), st(logic.L1, design.Pull, design.Pull), "StX"},
		{"two ambiguous ones widen", span{-5, 0}, span{0, 3}, "53X"},
		{"L of pull", st(logic.LX, design.Pull, design.HighZ), highZ, "PuL"},
		{"H of supply", st(logic.LX, design.HighZ, design.Supply), highZ, "SuH"},
	} {
		for _, got := range []span{combine(c.a, c.b), combine(c.b, c.a)} {
			if got.String() != c.want {
				t.Errorf("%s: %v with %v gives %s, want %s", c.name, c.a, c.b, got, c.want)
			}
		}
	}
}

func TestQueueOrder(t *testing.T) {
	var got []int
	var q queue
	mark := func(i int) func() { return func() { got = append(got, i) } }
	q.add(mark(1))
	q.add(mark(2))
	q.push(mark(3))
	q.push(mark(4)) // the last pushed runs first
	q.pop()()
	q.push(mark(5))
	q.add(mark(6))
	for !q.empty() {
		q.pop()()
	}
	want := []int{4, 5, 3, 1, 2, 6}
	if len(got) != len(want) {
		t.Fatalf("ran %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("ran %v, want %v", got, want)
		}
	}
}

func TestEdges(t *testing.T) {
	// IEEE 1364-2005 table 9-1, rows from, columns to, both in the order 0 1 x z.
	bits := []logic.Bit{logic.L0, logic.L1, logic.LX, logic.LZ}
	table := []string{".ppp", "n.nn", "np..", "np.."}
	for i, from := range bits {
		for k, to := range bits {
			pos, neg := edgeOf(from, to)
			got := byte('.')
			switch {
			case pos && neg:
				got = '!'
			case pos:
				got = 'p'
			case neg:
				got = 'n'
			}
			if got != table[i][k] {
				t.Errorf("%v to %v is %c, want %c", from, to, got, table[i][k])
			}
		}
	}
}
