package msl

import "math/bits"

// EvalBinary computes x op y in type t, where x and y are values of t as
// Type.Wrap gives them (for shifts y counts bits). Comparisons give 0 or 1. It
// is the meaning of the operators for every engine on the CPU: a shift count is
// taken modulo the width, x/0 is x, x%0 is 0, and INT_MIN/-1 is INT_MIN, all of
// which Metal leaves undefined. ok is false for an operator that is not binary.
func EvalBinary(op Op, t *Type, x, y uint64) (v uint64, ok bool) {
	width := uint64(32)
	if t.Bits() == 64 {
		width = 64
	}
	b := func(c bool) (uint64, bool) {
		if c {
			return 1, true
		}
		return 0, true
	}
	less := func(x, y uint64) bool {
		if t.Signed() {
			return int64(x) < int64(y)
		}
		return x < y
	}
	switch op {
	case Add:
		v = x + y
	case Sub:
		v = x - y
	case Mul:
		v = x * y
	case Div, Mod:
		switch {
		case y == 0 && op == Div:
			v = x
		case y == 0:
			v = 0
		case t.Signed() && int64(y) == -1 && op == Div:
			v = -x
		case t.Signed() && int64(y) == -1:
			v = 0
		case t.Signed() && op == Div:
			v = uint64(int64(x) / int64(y))
		case t.Signed():
			v = uint64(int64(x) % int64(y))
		case op == Div:
			v = x / y
		default:
			v = x % y
		}
	case And:
		v = x & y
	case Or:
		v = x | y
	case Xor:
		v = x ^ y
	case Shl:
		v = x << (y & (width - 1))
	case Shr:
		if t.Signed() {
			v = uint64(int64(x) >> (y & (width - 1)))
		} else {
			v = x >> (y & (width - 1))
		}
	case Eq:
		return b(x == y)
	case Ne:
		return b(x != y)
	case Lt:
		return b(less(x, y))
	case Gt:
		return b(less(y, x))
	case Le:
		return b(!less(y, x))
	case Ge:
		return b(!less(x, y))
	default:
		return 0, false
	}
	return t.Wrap(v), true
}

// EvalUnary computes op x in type t (LNot gives 0 or 1).
func EvalUnary(op Op, t *Type, x uint64) uint64 {
	switch op {
	case Neg:
		return t.Wrap(-x)
	case Not:
		return t.Wrap(^x)
	case LNot:
		if x == 0 {
			return 1
		}
		return 0
	}
	return x
}

// EvalBuiltin computes a built-in function in type t; a holds the arguments as
// Type.Wrap gives them. Bit fields that reach past the width, which Metal
// leaves undefined, take offset and width modulo the operand's width plus one.
func EvalBuiltin(f Builtin, t *Type, a []uint64) uint64 {
	w := uint64(t.Bits())
	low := func(n uint64) uint64 { // n ones
		if n >= 64 {
			return ^uint64(0)
		}
		return 1<<n - 1
	}
	u := func(v uint64) uint64 { return v & low(w) } // the bits alone
	less := func(x, y uint64) bool {
		if t.Signed() {
			return int64(x) < int64(y)
		}
		return x < y
	}
	pick := func(c bool, x, y uint64) uint64 {
		if c {
			return x
		}
		return y
	}
	switch f {
	case Popcount:
		return t.Wrap(uint64(bits.OnesCount64(u(a[0]))))
	case Clz:
		return t.Wrap(uint64(bits.LeadingZeros64(u(a[0]))) - (64 - w))
	case Ctz:
		if u(a[0]) == 0 {
			return t.Wrap(w)
		}
		return t.Wrap(uint64(bits.TrailingZeros64(u(a[0]))))
	case Min:
		return pick(less(a[1], a[0]), a[1], a[0])
	case Max:
		return pick(less(a[0], a[1]), a[1], a[0])
	case Clamp:
		x := pick(less(a[0], a[1]), a[1], a[0])
		return pick(less(a[2], x), a[2], x)
	case Abs:
		return t.Wrap(pick(t.Signed() && int64(a[0]) < 0, -a[0], a[0]))
	case Select:
		return pick(a[2] != 0, a[1], a[0])
	case MulHi:
		if w < 64 {
			if t.Signed() {
				return t.Wrap(uint64((int64(a[0]) * int64(a[1])) >> w))
			}
			return t.Wrap((a[0] * a[1]) >> w)
		}
		hi, _ := bits.Mul64(a[0], a[1])
		if t.Signed() {
			if int64(a[0]) < 0 {
				hi -= a[1]
			}
			if int64(a[1]) < 0 {
				hi -= a[0]
			}
		}
		return hi
	case Rotate:
		n := a[1] & (w - 1)
		x := u(a[0])
		return t.Wrap(x<<n | x>>((w-n)&63)*pick(n != 0, 1, 0))
	case ReverseBits:
		return t.Wrap(bits.Reverse64(u(a[0])) >> (64 - w))
	case ExtractBits:
		off, n := a[1]&63, a[2]&127
		if n == 0 {
			return 0
		}
		x := u(a[0]) >> off & low(n)
		if t.Signed() && n < 64 && x>>(n-1)&1 == 1 {
			x |= ^low(n)
		}
		return t.Wrap(x)
	case InsertBits:
		off, n := a[2]&63, a[3]&127
		m := low(n) << off
		return t.Wrap(u(a[0])&^m | a[1]<<off&m)
	}
	return 0
}

// Fold evaluates a checked expression whose value the text fixes: literals,
// operators on them, and scalar program-scope constants that are not function
// constants.
func Fold(e *Expr) (v uint64, ok bool) {
	switch e.Kind {
	case EInt:
		return e.Val, true
	case EName:
		v := e.Var
		if v != nil && v.Kind == Global && v.FuncConst < 0 && v.Type.IsInteger() && v.Init != nil {
			return v.Value, true
		}
	case EConv:
		if x, ok := Fold(e.X); ok && e.Type.IsInteger() {
			return e.Type.Wrap(x), true
		}
	case EUnary:
		if x, ok := Fold(e.X); ok {
			return EvalUnary(e.Op, e.Type, x), true
		}
	case EBinary:
		x, ok1 := Fold(e.X)
		if !ok1 {
			return 0, false
		}
		y, ok2 := Fold(e.Y)
		if ok2 && e.X.Type.IsInteger() {
			return EvalBinary(e.Op, e.X.Type, x, y)
		}
	case ELogical:
		x, ok1 := Fold(e.X)
		y, ok2 := Fold(e.Y)
		if ok1 && ok2 {
			if e.Op == LAnd {
				return x & y, true
			}
			return x | y, true
		}
	case ECond:
		if c, ok := Fold(e.X); ok {
			if c != 0 {
				return Fold(e.Y)
			}
			return Fold(e.Z)
		}
	}
	return 0, false
}
