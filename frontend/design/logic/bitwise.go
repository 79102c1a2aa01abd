package logic

import "math/bits"

// same brings two operands to one width, zero-extending the narrower.
func same(a, b Vec) (Vec, Vec) {
	switch {
	case a.Width < b.Width:
		return Extend(a, b.Width, false), b
	case b.Width < a.Width:
		return a, Extend(b, a.Width, false)
	}
	return a, b
}

// Not is bitwise ~: x and z give x.
func Not(a Vec) Vec {
	r := New(a.Width)
	for i, v := range a.Val {
		x := a.XZ[i]
		r.Val[i], r.XZ[i] = ^v|x, x
	}
	r.trim()
	return r
}

// And is bitwise &; a 0 decides against x and z.
func And(a, b Vec) Vec {
	a, b = same(a, b)
	r := New(a.Width)
	for i := range r.Val {
		av, ax, bv, bx := a.Val[i], a.XZ[i], b.Val[i], b.XZ[i]
		zero := ^(av | ax) | ^(bv | bx)
		x := (ax | bx) &^ zero
		r.XZ[i] = x
		r.Val[i] = (av & bv &^ zero) | x
	}
	r.trim()
	return r
}

// Or is bitwise |; a 1 decides against x and z.
func Or(a, b Vec) Vec {
	a, b = same(a, b)
	r := New(a.Width)
	for i := range r.Val {
		av, ax, bv, bx := a.Val[i], a.XZ[i], b.Val[i], b.XZ[i]
		one := av&^ax | bv&^bx
		x := (ax | bx) &^ one
		r.XZ[i] = x
		r.Val[i] = one | x
	}
	return r
}

// Xor is bitwise ^.
func Xor(a, b Vec) Vec {
	a, b = same(a, b)
	r := New(a.Width)
	for i := range r.Val {
		x := a.XZ[i] | b.XZ[i]
		r.XZ[i] = x
		r.Val[i] = a.Val[i] ^ b.Val[i] | x
	}
	return r
}

// Xnor is bitwise ~^.
func Xnor(a, b Vec) Vec {
	a, b = same(a, b)
	r := New(a.Width)
	for i := range r.Val {
		x := a.XZ[i] | b.XZ[i]
		r.XZ[i] = x
		r.Val[i] = ^(a.Val[i] ^ b.Val[i]) | x
	}
	r.trim()
	return r
}

// RedAnd is the reduction &.
func RedAnd(a Vec) Bit {
	unknown := false
	for i, v := range a.Val {
		m := ^uint32(0)
		if i == len(a.Val)-1 && a.Width&31 != 0 {
			m = uint32(1)<<(uint(a.Width)&31) - 1
		}
		if ^(v|a.XZ[i])&m != 0 {
			return L0
		}
		unknown = unknown || a.XZ[i] != 0
	}
	if unknown {
		return LX
	}
	return L1
}

// RedOr is the reduction |.
func RedOr(a Vec) Bit { return Truth(a) }

// RedXor is the reduction ^.
func RedXor(a Vec) Bit {
	n := 0
	for i, v := range a.Val {
		if a.XZ[i] != 0 {
			return LX
		}
		n += bits.OnesCount32(v)
	}
	return Bit(n & 1)
}

// Truth is a vector's value as a condition: 1 where some bit is 1, 0 where all
// are 0, else x (IEEE 1364-2005 5.1.9).
func Truth(a Vec) Bit {
	unknown := uint32(0)
	for i, v := range a.Val {
		if v&^a.XZ[i] != 0 {
			return L1
		}
		unknown |= a.XZ[i]
	}
	if unknown != 0 {
		return LX
	}
	return L0
}

// LogicNot is !.
func LogicNot(a Vec) Bit { return Truth(a).Not() }

// LogicAnd is &&.
func LogicAnd(a, b Vec) Bit { return Truth(a).And(Truth(b)) }

// LogicOr is ||.
func LogicOr(a, b Vec) Bit { return Truth(a).Or(Truth(b)) }

// Eq is ==: bits known on both sides that differ decide 0 before any x or z
// gives x (IEEE 1364-2005 5.1.8).
func Eq(a, b Vec) Bit {
	a, b = same(a, b)
	unknown := uint32(0)
	for i := range a.Val {
		x := a.XZ[i] | b.XZ[i]
		if (a.Val[i]^b.Val[i])&^x != 0 {
			return L0
		}
		unknown |= x
	}
	if unknown != 0 {
		return LX
	}
	return L1
}

// Ne is !=.
func Ne(a, b Vec) Bit { return Eq(a, b).Not() }

// CaseEq is ===: all bits the same, x and z included.
func CaseEq(a, b Vec) bool {
	a, b = same(a, b)
	for i := range a.Val {
		if a.Val[i] != b.Val[i] || a.XZ[i] != b.XZ[i] {
			return false
		}
	}
	return true
}

// CaseZMatch is the comparison of casez: z in either operand matches anything,
// other bits compare as === (IEEE 1364-2005 9.5.1).
func CaseZMatch(a, b Vec) bool {
	a, b = same(a, b)
	for i := range a.Val {
		z := a.XZ[i]&^a.Val[i] | b.XZ[i]&^b.Val[i]
		if ((a.Val[i]^b.Val[i])|(a.XZ[i]^b.XZ[i]))&^z != 0 {
			return false
		}
	}
	return true
}

// CaseXMatch is the comparison of casex: x and z in either operand match
// anything.
func CaseXMatch(a, b Vec) bool {
	a, b = same(a, b)
	for i := range a.Val {
		if (a.Val[i]^b.Val[i])&^(a.XZ[i]|b.XZ[i]) != 0 {
			return false
		}
	}
	return true
}

// cmp compares two known vectors of one width: -1, 0 or 1.
func cmp(a, b Vec, signed bool) int {
	if signed && a.Width > 0 {
		an, bn := a.Bit(a.Width-1) == L1, b.Bit(b.Width-1) == L1
		if an != bn {
			if an {
				return -1
			}
			return 1
		}
	}
	for i := len(a.Val) - 1; i >= 0; i-- {
		if a.Val[i] != b.Val[i] {
			if a.Val[i] < b.Val[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func order(a, b Vec, signed bool, ok func(int) bool) Bit {
	if a.Width != b.Width {
		w := max(a.Width, b.Width)
		a, b = Extend(a, w, signed), Extend(b, w, signed)
	}
	if !a.IsKnown() || !b.IsKnown() {
		return LX
	}
	return FromBool(ok(cmp(a, b, signed)))
}

// Lt is <; any x or z gives x.
func Lt(a, b Vec, signed bool) Bit {
	return order(a, b, signed, func(c int) bool { return c < 0 })
}

// Le is <=; any x or z gives x.
func Le(a, b Vec, signed bool) Bit {
	return order(a, b, signed, func(c int) bool { return c <= 0 })
}

// Gt is >; any x or z gives x.
func Gt(a, b Vec, signed bool) Bit {
	return order(a, b, signed, func(c int) bool { return c > 0 })
}

// Ge is >=; any x or z gives x.
func Ge(a, b Vec, signed bool) Bit {
	return order(a, b, signed, func(c int) bool { return c >= 0 })
}

// Mux is cond ? a : b. With cond x or z the operands merge bit by bit: bits that
// are the same stay, others become x (IEEE 1364-2005 5.1.13, table 5-21, except
// that z against z stays z, as Icarus has it).
func Mux(cond Bit, a, b Vec) Vec {
	a, b = same(a, b)
	switch cond {
	case L1:
		return a
	case L0:
		return b
	}
	r := New(a.Width)
	for i := range r.Val {
		d := (a.Val[i] ^ b.Val[i]) | (a.XZ[i] ^ b.XZ[i])
		r.Val[i] = a.Val[i] | d
		r.XZ[i] = a.XZ[i] | d
	}
	return r
}

// shiftCount gives the number of places, at most limit, or ok false where the
// amount has x or z.
func shiftCount(amount Vec, limit int) (n int, ok bool) {
	if !amount.IsKnown() {
		return 0, false
	}
	for _, w := range amount.Val[min(2, len(amount.Val)):] {
		if w != 0 {
			return limit, true
		}
	}
	if u := lo64(amount.Val); u < uint64(limit) {
		return int(u), true
	}
	return limit, true
}

// Shl is << and <<<: zeros come in at the bottom. The amount is unsigned; x or z
// in it gives all x (IEEE 1364-2005 5.1.12).
func Shl(v, amount Vec) Vec {
	n, ok := shiftCount(amount, v.Width)
	if !ok {
		return Filled(v.Width, LX)
	}
	if small(v.Width) {
		return make64(v.Width, lo64(v.Val)<<uint(n), lo64(v.XZ)<<uint(n))
	}
	r := New(v.Width)
	orShifted(r.Val, v.Val, n)
	orShifted(r.XZ, v.XZ, n)
	r.trim()
	return r
}

// Shr is >>: zeros come in at the top.
func Shr(v, amount Vec) Vec {
	n, ok := shiftCount(amount, v.Width)
	if !ok {
		return Filled(v.Width, LX)
	}
	if small(v.Width) {
		return make64(v.Width, lo64(v.Val)>>uint(n), lo64(v.XZ)>>uint(n))
	}
	r := New(v.Width)
	shiftRight(r.Val, v.Val, n)
	shiftRight(r.XZ, v.XZ, n)
	return r
}

// AShr is >>> on a signed operand: copies of the top bit, x and z included, come
// in at the top.
func AShr(v, amount Vec) Vec {
	n, ok := shiftCount(amount, v.Width)
	if !ok {
		return Filled(v.Width, LX)
	}
	if n == 0 {
		return v
	}
	r := New(v.Width)
	shiftRight(r.Val, v.Val, n)
	shiftRight(r.XZ, v.XZ, n)
	r.fillFrom(v.Width-n, v.Bit(v.Width-1))
	return r
}
