package logic

import (
	"math/big"
	"math/bits"
)

// allX is the result of arithmetic on operands of which one has x or z
// (IEEE 1364-2005 5.1.5).
func allX(width int) Vec { return Filled(width, LX) }

// Neg is unary -, modulo 2**Width.
func Neg(a Vec) Vec { return Sub(New(a.Width), a) }

// Add is +, modulo 2**Width.
func Add(a, b Vec) Vec {
	a, b = same(a, b)
	if !a.IsKnown() || !b.IsKnown() {
		return allX(a.Width)
	}
	if small(a.Width) {
		return make64(a.Width, lo64(a.Val)+lo64(b.Val), 0)
	}
	r := New(a.Width)
	carry := uint32(0)
	for i := range r.Val {
		r.Val[i], carry = bits.Add32(a.Val[i], b.Val[i], carry)
	}
	r.trim()
	return r
}

// Sub is binary -, modulo 2**Width.
func Sub(a, b Vec) Vec {
	a, b = same(a, b)
	if !a.IsKnown() || !b.IsKnown() {
		return allX(a.Width)
	}
	if small(a.Width) {
		return make64(a.Width, lo64(a.Val)-lo64(b.Val), 0)
	}
	r := New(a.Width)
	borrow := uint32(0)
	for i := range r.Val {
		r.Val[i], borrow = bits.Sub32(a.Val[i], b.Val[i], borrow)
	}
	r.trim()
	return r
}

// Mul is *, modulo 2**Width. Signed and unsigned products agree at one width.
func Mul(a, b Vec) Vec {
	a, b = same(a, b)
	if !a.IsKnown() || !b.IsKnown() {
		return allX(a.Width)
	}
	if small(a.Width) {
		return make64(a.Width, lo64(a.Val)*lo64(b.Val), 0)
	}
	r := New(a.Width)
	for i, x := range a.Val {
		if x == 0 {
			continue
		}
		carry := uint64(0)
		for j := 0; i+j < len(r.Val); j++ {
			t := uint64(x)*uint64(b.Val[j]) + uint64(r.Val[i+j]) + carry
			r.Val[i+j] = uint32(t)
			carry = t >> 32
		}
	}
	r.trim()
	return r
}

// Div is /, truncating towards zero; division by zero gives all x.
func Div(a, b Vec, signed bool) Vec {
	a, b = same(a, b)
	if !a.IsKnown() || !b.IsKnown() || b.IsZero() {
		return allX(a.Width)
	}
	if small(a.Width) {
		if signed {
			x, _ := a.Int64()
			y, _ := b.Int64()
			if y == -1 {
				return Neg(a)
			}
			return make64(a.Width, uint64(x/y), 0)
		}
		return make64(a.Width, lo64(a.Val)/lo64(b.Val), 0)
	}
	q := new(big.Int).Quo(ToBig(a, signed), ToBig(b, signed))
	return FromBig(a.Width, q)
}

// Mod is %; the result has the sign of the first operand, and a zero divisor
// gives all x.
func Mod(a, b Vec, signed bool) Vec {
	a, b = same(a, b)
	if !a.IsKnown() || !b.IsKnown() || b.IsZero() {
		return allX(a.Width)
	}
	if small(a.Width) {
		if signed {
			x, _ := a.Int64()
			y, _ := b.Int64()
			if y == -1 {
				return New(a.Width)
			}
			return make64(a.Width, uint64(x%y), 0)
		}
		return make64(a.Width, lo64(a.Val)%lo64(b.Val), 0)
	}
	q := new(big.Int).Rem(ToBig(a, signed), ToBig(b, signed))
	return FromBig(a.Width, q)
}

// Pow is a ** b for integral operands, with the width of a; b keeps its own
// width. A negative power follows IEEE 1364-2005 5.1.5, table 5-6: 0 gives x, 1
// gives 1, -1 gives 1 or -1 by the power's parity, and any other base gives 0.
func Pow(a, b Vec, aSigned, bSigned bool) Vec {
	if !a.IsKnown() || !b.IsKnown() {
		return allX(a.Width)
	}
	if a.Width == 0 {
		return a
	}
	one := FromUint64(a.Width, 1)
	if bSigned && b.Width > 0 && b.Bit(b.Width-1) == L1 {
		switch {
		case a.IsZero():
			return allX(a.Width)
		case aSigned && RedAnd(a) == L1:
			if b.Bit(0) == L1 {
				return a
			}
			return one
		case CaseEq(a, one):
			return one
		}
		return New(a.Width)
	}
	// Right-to-left squaring; the product modulo 2**Width does not depend on
	// the sign of the base.
	r, base := one, a
	for i, n := 0, b.Len(); i < n; i++ {
		if b.Bit(i) == L1 {
			r = Mul(r, base)
		}
		if i+1 < n {
			base = Mul(base, base)
			if base.IsZero() {
				return base
			}
		}
	}
	return r
}

// ToBig gives the vector as an integer, two's complement with signed; x and z
// bits count as 0.
func ToBig(v Vec, signed bool) *big.Int {
	buf := make([]byte, 4*len(v.Val))
	for i, w := range v.Val {
		w &^= v.XZ[i]
		at := len(buf) - 4*i
		buf[at-1], buf[at-2], buf[at-3], buf[at-4] = byte(w), byte(w>>8), byte(w>>16), byte(w>>24)
	}
	z := new(big.Int).SetBytes(buf)
	if signed && v.Width > 0 && v.Bit(v.Width-1) == L1 {
		z.Sub(z, new(big.Int).Lsh(big.NewInt(1), uint(v.Width)))
	}
	return z
}

// FromBig gives z modulo 2**width.
func FromBig(width int, z *big.Int) Vec {
	v := New(width)
	if z.Sign() < 0 {
		// -z-1 has the complemented bits of z.
		z = new(big.Int).Not(z)
		putBig(v, z)
		for i := range v.Val {
			v.Val[i] = ^v.Val[i]
		}
	} else {
		putBig(v, z)
	}
	v.trim()
	return v
}

func putBig(v Vec, z *big.Int) {
	buf := z.Bytes()
	for i := 0; i < len(buf) && i/4 < len(v.Val); i++ {
		v.Val[i/4] |= uint32(buf[len(buf)-1-i]) << uint(i&3*8)
	}
}
