package refsim

import (
	"github.com/gpga/gpga/frontend/design"
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/runtime/host"
)

// span is the strength of one bit, possibly ambiguous (IEEE 1364-2005 7.10): all levels from lo to hi on one scale, where
// -7 is supply0, 7 is supply1 and 0 is high impedance.
type span struct{ lo, hi int8 }

// highZ drives nothing.
var highZ = span{}

// driven gives the strength of a driver's bit (IEEE 1364-2005 7.9).
func driven(b logic.Bit, st [2]design.Strength) span {
	s0, s1 := -int8(st[0]), int8(st[1])
	switch b {
	case logic.L0:
		return span{s0, s0}
	case logic.L1:
		return span{s1, s1}
	case logic.LX:
		return span{s0, s1}
	}
	return highZ
}

// known tells that a has one level only.
func (a span) known() bool { return a.lo == a.hi }

func abs8(x int8) int8 {
	if x < 0 {
		return -x
	}
	return x
}

// combine resolves two drivers of one net (IEEE 1364-2005 7.10.1 to 7.10.4).
func combine(a, b span) span {
	switch {
	case a == highZ:
		return b
	case b == highZ || a == b:
		return a
	case a.known() && b.known():
		switch {
		case abs8(b.lo) > abs8(a.lo):
			return b
		case abs8(b.lo) < abs8(a.lo):
			return a
		}
		return span{-abs8(a.lo), abs8(a.lo)}
	case a.known():
		return sweep(a.lo, b)
	case b.known():
		return sweep(b.lo, a)
	}
	return span{min(a.lo, b.lo), max(a.hi, b.hi)}
}

// sweep lets an unambiguous level overcome the weaker ends of an ambiguous strength.
func sweep(level int8, r span) span {
	if abs8(level) > abs8(r.hi) {
		r.hi = level
	}
	if abs8(level) > abs8(r.lo) {
		r.lo = level
	}
	if r.lo > r.hi {
		r.lo, r.hi = r.hi, r.lo
	}
	return r
}

// bit is the value that a strength stands for.
func (a span) bit() logic.Bit {
	switch {
	case a == highZ:
		return logic.LZ
	case a.lo > 0:
		return logic.L1
	case a.hi < 0:
		return logic.L0
	}
	return logic.LX
}

// String is the three characters of %v (IEEE 1364-2005 17.1.1.5).
func (a span) String() string { return host.StrengthString(host.Strength{Lo: a.lo, Hi: a.hi}) }

// plainStrength is the strength of a bit on a net or variable that is not resolved by strength.
func plainStrength(b logic.Bit) span {
	return driven(b, [2]design.Strength{design.Strong, design.Strong})
}
