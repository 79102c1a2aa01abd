package logic

import (
	"math"
	"math/big"
	"strconv"
)

func itoa(i int) string { return strconv.Itoa(i) }

// FromReal rounds r to the nearest integer, halves away from zero, and gives its
// low width bits (IEEE 1364-2005 4.8.2). Infinities and NaN give all x.
func FromReal(width int, r float64) Vec {
	if math.IsNaN(r) || math.IsInf(r, 0) {
		return allX(width)
	}
	r = math.Round(r)
	if math.Abs(r) < 1<<63 {
		return FromInt64(width, int64(r))
	}
	z, _ := new(big.Float).SetFloat64(r).Int(nil)
	return FromBig(width, z)
}

// ToReal gives the nearest real; x and z bits count as 0.
func ToReal(v Vec, signed bool) float64 {
	if v.Width <= 64 {
		if signed {
			i, _ := v.Int64()
			return float64(i)
		}
		u, _ := v.Uint64()
		return float64(u)
	}
	f, _ := new(big.Float).SetInt(ToBig(v, signed)).Float64()
	return f
}

// DecimalWidth is the number of columns that the largest value of a vector of
// width bits takes in decimal, with a place for the sign where signed
// (IEEE 1364-2005 17.1.1.2). Like Icarus it counts no sign for a single signed
// bit, and takes log10(2) as 146/485, which is exact below 2621 bits.
func DecimalWidth(width int, signed bool) int {
	if width <= 0 {
		return 1
	}
	if signed {
		return 1 + ((width-1)*146+484)/485
	}
	return (width*146 + 484) / 485
}

// Format gives the vector in base 'b', 'o', 'h' (or 'x') or 'd'. Binary, octal
// and hexadecimal have one digit for each group of bits that the width takes;
// decimal has no leading blanks or zeros. A group that is x or z as a whole is
// x or z; one with some x is X, one with some z and no x is Z; decimal is one
// such letter for the whole vector (IEEE 1364-2005 17.1.1.4).
func Format(v Vec, base byte, signed bool) string {
	switch base {
	case 'b', 'B':
		return v.Bits()
	case 'o', 'O':
		return digits(v, 3)
	case 'h', 'H', 'x', 'X':
		return digits(v, 4)
	}
	if !v.IsKnown() {
		return string(unknownLetter(v))
	}
	if v.Width <= 64 {
		if signed {
			i, _ := v.Int64()
			return strconv.FormatInt(i, 10)
		}
		return strconv.FormatUint(lo64(v.Val), 10)
	}
	return ToBig(v, signed).String()
}

// unknownLetter is the letter of a group that has some x or z bit.
func unknownLetter(v Vec) byte {
	switch {
	case v.AllBits(LX):
		return 'x'
	case v.AllBits(LZ):
		return 'z'
	case v.HasX():
		return 'X'
	}
	return 'Z'
}

func digits(v Vec, n int) string {
	out := make([]byte, (v.Width+n-1)/n)
	for i := range out {
		off := (len(out) - 1 - i) * n
		w := min(n, v.Width-off)
		mask := uint32(1)<<uint(w) - 1
		val, xz := uint32(peek(v.Val, off))&mask, uint32(peek(v.XZ, off))&mask
		switch {
		case xz == 0:
			out[i] = "0123456789abcdef"[val]
		case xz&val == mask:
			out[i] = 'x'
		case xz == mask && val == 0:
			out[i] = 'z'
		case xz&val != 0:
			out[i] = 'X'
		default:
			out[i] = 'Z'
		}
	}
	return string(out)
}

// peek gives 32 bits from bit off on.
func peek(w []uint32, off int) uint64 {
	return lo64(w[off>>5:]) >> (uint(off) & 31)
}
