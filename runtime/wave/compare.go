package wave

import (
	"fmt"
	"math"
	"sort"
	"strconv"
)

// Difference is the first place where a variable's values differ.
type Difference struct {
	Name string
	Time uint64 // in ticks of the finer of the two time scales
	A, B string // the values there; "" where the dump has none yet
}

func (d Difference) String() string {
	return fmt.Sprintf("%s at %d: %q and %q", d.Name, d.Time, d.A, d.B)
}

// Report is the outcome of a comparison.
type Report struct {
	Differences  []Difference // by name, one for each variable at most
	OnlyA, OnlyB []string     // variables that only one dump has, by name
	Compared     int          // variables that both have
}

// Same reports whether the variables of both dumps agree and there is at least
// one; variables of only one dump do not count, as simulators leave out different
// ones.
func (r Report) Same() bool { return len(r.Differences) == 0 && r.Compared > 0 }

// Compare compares two dumps by full names, over the time that both cover. Within
// a time only the last value counts, and repeated values are dropped on both
// sides, so that a dump with and one without glitches agree; events are compared
// by the times they are triggered.
func Compare(a, b *Trace) Report {
	var r Report
	exp := min(a.Exponent, b.Exponent)
	scaleA, scaleB := scale(a.Exponent-exp), scale(b.Exponent-exp)
	end := min(times(a.End, scaleA), times(b.End, scaleB))
	for name, va := range a.byName {
		vb := b.byName[name]
		if vb == nil {
			r.OnlyA = append(r.OnlyA, name)
			continue
		}
		r.Compared++
		if d, differ := compareVar(va, vb, scaleA, scaleB, end); differ {
			d.Name = name
			r.Differences = append(r.Differences, d)
		}
	}
	for name := range b.byName {
		if a.byName[name] == nil {
			r.OnlyB = append(r.OnlyB, name)
		}
	}
	sort.Strings(r.OnlyA)
	sort.Strings(r.OnlyB)
	sort.Slice(r.Differences, func(i, k int) bool { return r.Differences[i].Name < r.Differences[k].Name })
	return r
}

func scale(n int) uint64 {
	s := uint64(1)
	for range n {
		s *= 10
	}
	return s
}

// times is t*s, or the largest time where that passes it.
func times(t, s uint64) uint64 {
	if t > math.MaxUint64/s {
		return math.MaxUint64
	}
	return t * s
}

// settle gives the values that a variable ends each time with, without repeats.
func settle(v *TraceVar, s, end uint64) []TraceChange {
	var out []TraceChange
	for i, c := range v.Changes {
		c.Time = times(c.Time, s)
		if c.Time > end {
			break
		}
		if i+1 < len(v.Changes) && times(v.Changes[i+1].Time, s) == c.Time {
			continue
		}
		c.Value = canonical(v.Kind, c.Value)
		if n := len(out); n > 0 && out[n-1].Value == c.Value && v.Kind != Event {
			continue
		}
		out = append(out, c)
	}
	return out
}

// canonical writes reals in one way, so that 1 and 1.0 agree.
func canonical(k VarKind, s string) string {
	if k == Real {
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			return strconv.FormatFloat(f, 'g', -1, 64)
		}
	}
	return s
}

func compareVar(va, vb *TraceVar, sa, sb, end uint64) (Difference, bool) {
	a, b := settle(va, sa, end), settle(vb, sb, end)
	for i := 0; i < max(len(a), len(b)); i++ {
		switch {
		case i >= len(a):
			return Difference{Time: b[i].Time, A: last(a, i), B: b[i].Value}, true
		case i >= len(b):
			return Difference{Time: a[i].Time, A: a[i].Value, B: last(b, i)}, true
		case a[i].Time < b[i].Time:
			return Difference{Time: a[i].Time, A: a[i].Value, B: last(b, i)}, true
		case a[i].Time > b[i].Time:
			return Difference{Time: b[i].Time, A: last(a, i), B: b[i].Value}, true
		case a[i].Value != b[i].Value:
			return Difference{Time: a[i].Time, A: a[i].Value, B: b[i].Value}, true
		}
	}
	return Difference{}, false
}

// last is the value before the i-th change.
func last(c []TraceChange, i int) string {
	if i == 0 || len(c) == 0 {
		return ""
	}
	return c[min(i, len(c))-1].Value
}
