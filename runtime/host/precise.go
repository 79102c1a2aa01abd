package host

import (
	"math"
	"math/big"
	"sync"
)

// The functions here round the exact value to the nearest double. C libraries
// come so close to that (glibc states errors of 0.51 to 0.55 units for the common
// ones) that their digits agree but for rare last-place ties, which Go's own
// math package, with errors up to one unit, does not reach: $sin(1e22),
// $pow(1.1, 33.3) and $exp(0.7) differ there. They cost tens of microseconds.
// The functions that C libraries compute from these by double arithmetic, with
// its rounding errors, are in hyperbolic.go.

// work is the precision, in bits, of intermediate values.
const work = 200

func bigF(x float64) *big.Float { return new(big.Float).SetPrec(work).SetFloat64(x) }

func newF() *big.Float { return new(big.Float).SetPrec(work) }

func toFloat(x *big.Float) float64 {
	f, _ := x.Float64()
	return f
}

// tiny reports whether the functions f with f(x) = x + O(x**3) give x itself.
func tiny(x float64) bool { return math.Abs(x) < 0x1p-28 }

func special(x float64) bool { return x == 0 || math.IsNaN(x) || math.IsInf(x, 0) }

// bigPi gives pi to at least prec bits, by Machin's formula.
var bigPi = func() func(prec uint) *big.Float {
	var mu sync.Mutex
	var have *big.Float
	return func(prec uint) *big.Float {
		mu.Lock()
		defer mu.Unlock()
		if have == nil || have.Prec() < prec+64 {
			p := prec + 64
			pi := new(big.Float).SetPrec(p).Mul(big.NewFloat(16), arctanInv(5, p))
			have = pi.Sub(pi, new(big.Float).SetPrec(p).Mul(big.NewFloat(4), arctanInv(239, p)))
		}
		return have
	}
}()

// arctanInv is atan(1/n) as a series.
func arctanInv(n int64, prec uint) *big.Float {
	f := func(i int64) *big.Float { return new(big.Float).SetPrec(prec).SetInt64(i) }
	term := new(big.Float).SetPrec(prec).Quo(f(1), f(n))
	sum := new(big.Float).SetPrec(prec).Set(term)
	nn := f(n * n)
	for k := int64(1); ; k++ {
		term.Quo(term, nn)
		t := new(big.Float).SetPrec(prec).Quo(term, f(2*k+1))
		if t.MantExp(nil) < sum.MantExp(nil)-int(prec)-2 {
			return sum
		}
		if k%2 == 1 {
			sum.Sub(sum, t)
		} else {
			sum.Add(sum, t)
		}
	}
}

// bigLn2 is ln 2 = 2 atanh(1/3).
var bigLn2 = sync.OnceValue(func() *big.Float { return atanhSeries(3, 2) })

// atanhSeries is scale * atanh(1/n).
func atanhSeries(n int64, scale float64) *big.Float {
	term := newF().Quo(bigF(1), newF().SetInt64(n))
	sum := newF().Set(term)
	nn := newF().SetInt64(n * n)
	for k := int64(1); ; k++ {
		term.Quo(term, nn)
		t := newF().Quo(term, newF().SetInt64(2*k+1))
		if t.MantExp(nil) < -work-4 {
			return sum.Mul(sum, bigF(scale))
		}
		sum.Add(sum, t)
	}
}

// bigExp is e**x for |x| below 2**12.
func bigExp(x *big.Float) *big.Float {
	q := newF().Quo(x, bigLn2())
	qf, _ := q.Float64()
	k := math.Round(qf)
	r := newF().Sub(x, newF().Mul(bigF(k), bigLn2()))
	const halvings = 10
	r.SetMantExp(r, -halvings)
	sum, term := bigF(1), bigF(1)
	for i := int64(1); i < 100; i++ {
		term.Mul(term, r)
		term.Quo(term, newF().SetInt64(i))
		if term.Sign() == 0 || term.MantExp(nil) < -work-4 {
			break
		}
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum.SetMantExp(sum, int(k))
}

// bigLog is ln x for a finite x > 0: one step of Halley's iteration from the
// machine's logarithm triples its 52 bits, a second passes work.
func bigLog(x *big.Float) *big.Float {
	m := newF()
	exp := x.MantExp(m) // m in [0.5, 1)
	mf, _ := m.Float64()
	if mf < math.Sqrt2/2 {
		m.SetMantExp(m, 1)
		exp--
	}
	mf, _ = m.Float64()
	y := bigF(math.Log(mf))
	for range 2 {
		e := bigExp(y)
		num := newF().Sub(m, e)
		num.Mul(num, bigF(2))
		y.Add(y, num.Quo(num, newF().Add(m, e)))
	}
	return y.Add(y, newF().Mul(bigF(float64(exp)), bigLn2()))
}

// Exp is e**x.
func Exp(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0) || x > 720 || x < -760:
		return math.Exp(x)
	case math.Abs(x) < 0x1p-54:
		return 1
	}
	return toFloat(bigExp(bigF(x)))
}

// Log is the natural logarithm.
func Log(x float64) float64 {
	if special(x) || x < 0 || x == 1 {
		return math.Log(x)
	}
	return toFloat(bigLog(bigF(x)))
}

// Pow is x**y, with C's special cases.
func Pow(x, y float64) float64 {
	if special(x) || special(y) || x == 1 || y == 1 || x < 0 && y != math.Trunc(y) {
		return math.Pow(x, y)
	}
	if y > 0 && y <= 4096 && y == math.Trunc(y) {
		if r, ok := powInt(x, int(y)); ok {
			return r
		}
	}
	e := newF().Mul(bigLog(bigF(math.Abs(x))), bigF(y))
	if ef, _ := e.Float64(); ef > 720 || ef < -760 {
		return math.Pow(x, y)
	} else if math.Abs(ef) < 0x1p-56 {
		return math.Copysign(1, oddSign(x, y))
	}
	return math.Copysign(toFloat(bigExp(e)), oddSign(x, y))
}

// powInt is x**n by repeated multiplication of pairs of floats whose sum is the value, which loses less than n parts in 2^100; ok is
// false where that does not decide how the result is rounded, or where something comes near the ends of the range.
func powInt(x float64, n int) (r float64, ok bool) {
	type pair struct{ hi, lo float64 }
	mul := func(a, b pair) pair {
		p := a.hi * b.hi
		e := math.FMA(a.hi, b.hi, -p) + (a.hi*b.lo + a.lo*b.hi)
		s := p + e
		return pair{s, e - (s - p)}
	}
	const small, large = 0x1p-400, 0x1p400
	out, base := pair{1, 0}, pair{x, 0}
	for {
		if n&1 != 0 {
			out = mul(out, base)
		}
		if n >>= 1; n == 0 {
			break
		}
		base = mul(base, base)
		if b := math.Abs(base.hi); b < small || b > large {
			return 0, false
		}
	}
	if b := math.Abs(out.hi); b < small || b > large {
		return 0, false
	}
	err := math.Abs(out.hi) * 0x1p-86
	up, down := out.hi+(out.lo+err), out.hi+(out.lo-err)
	return up, up == down
}

// oddSign is negative where a negative x is raised to an odd integer y.
func oddSign(x, y float64) float64 {
	if x < 0 && math.Abs(y) < 1<<53 && math.Mod(y, 2) != 0 {
		return -1
	}
	return 1
}

// sinCos gives sin and cos of a finite x other than 0.
func sinCos(x float64) (sin, cos *big.Float) {
	_, exp := math.Frexp(x)
	prec := uint(work + max(exp, 0) + 64)
	half := new(big.Float).SetPrec(prec).Set(bigPi(prec))
	half.SetMantExp(half, -1)
	bx := new(big.Float).SetPrec(prec).SetFloat64(x)
	q := new(big.Float).SetPrec(prec).Quo(bx, half)
	if x < 0 {
		q.Sub(q, big.NewFloat(0.5))
	} else {
		q.Add(q, big.NewFloat(0.5))
	}
	k, _ := q.Int(nil) // the nearest multiple of pi/2
	r := new(big.Float).SetPrec(prec).SetInt(k)
	r.Sub(bx, r.Mul(r, half))
	r.SetPrec(work + 64) // a near multiple of pi/2 loses up to 62 bits
	s, c := sinCosSeries(r)
	switch new(big.Int).And(k, big.NewInt(3)).Int64() {
	case 1:
		return c, s.Neg(s)
	case 2:
		return s.Neg(s), c.Neg(c)
	case 3:
		return c.Neg(c), s
	}
	return s, c
}

func sinCosSeries(r *big.Float) (sin, cos *big.Float) {
	p := r.Prec()
	f := func() *big.Float { return new(big.Float).SetPrec(p) }
	rr := f().Mul(r, r)
	sin, cos = f().Set(r), f().SetInt64(1)
	st, ct := f().Set(r), f().SetInt64(1)
	for i := int64(1); i < 200; i++ {
		ct.Mul(ct, rr)
		ct.Quo(ct, f().SetInt64((2*i-1)*2*i)).Neg(ct)
		st.Mul(st, rr)
		st.Quo(st, f().SetInt64(2*i*(2*i+1))).Neg(st)
		if ct.Sign() == 0 || ct.MantExp(nil) < -int(p) && st.MantExp(nil) < sin.MantExp(nil)-int(p) {
			break
		}
		sin.Add(sin, st)
		cos.Add(cos, ct)
	}
	return sin, cos
}

// Sin is the sine of x radians.
func Sin(x float64) float64 {
	if special(x) || tiny(x) {
		return math.Sin(x)
	}
	s, _ := sinCos(x)
	return toFloat(s)
}

// Cos is the cosine of x radians.
func Cos(x float64) float64 {
	if special(x) || tiny(x) {
		return math.Cos(x)
	}
	_, c := sinCos(x)
	return toFloat(c)
}

// Tan is the tangent of x radians.
func Tan(x float64) float64 {
	if special(x) {
		return math.Tan(x)
	}
	if tiny(x) {
		return x
	}
	s, c := sinCos(x)
	return toFloat(newF().Quo(s, c))
}

// bigAtan is atan(y/x) within (-pi, pi], from the machine's value a: the angle
// left over between a and the true one is so small that two terms of its series
// are exact.
func bigAtan(y, x *big.Float, a float64) *big.Float {
	if a == 0 {
		return newF().Quo(y, x)
	}
	s, c := sinCos(a)
	num := newF().Sub(newF().Mul(y, c), newF().Mul(x, s))
	den := newF().Add(newF().Mul(x, c), newF().Mul(y, s))
	d := num.Quo(num, den)
	cube := newF().Mul(d, newF().Mul(d, d))
	d.Sub(d, cube.Quo(cube, bigF(3)))
	return d.Add(d, bigF(a))
}

// Atan is the arc tangent.
func Atan(x float64) float64 {
	if special(x) {
		return math.Atan(x)
	}
	if tiny(x) {
		return x
	}
	return toFloat(bigAtan(bigF(x), bigF(1), math.Atan(x)))
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	a := math.Atan2(y, x)
	if special(x) || special(y) || a == 0 || math.Abs(a) < 0x1p-1000 {
		return a
	}
	return toFloat(bigAtan(bigF(y), bigF(x), a))
}

// root1 is sqrt(1 - x*x).
func root1(x float64) *big.Float {
	r := newF().Sub(bigF(1), newF().Mul(bigF(x), bigF(x)))
	return r.Sqrt(r)
}

// Asin is the arc sine.
func Asin(x float64) float64 {
	if special(x) || math.Abs(x) >= 1 {
		return math.Asin(x)
	}
	if tiny(x) {
		return x
	}
	return toFloat(bigAtan(bigF(x), root1(x), math.Asin(x)))
}

// Acos is the arc cosine.
func Acos(x float64) float64 {
	if special(x) || math.Abs(x) >= 1 {
		return math.Acos(x)
	}
	return toFloat(bigAtan(root1(x), bigF(x), math.Acos(x)))
}
