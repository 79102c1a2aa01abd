package host

import "math"

// C libraries compute the functions of this file by identities in double
// arithmetic, whose rounding shows in the last digit; the same identities give
// the same digits. Log and Exp are exact to the last place, math.Expm1 and
// math.Log1p descend from the same source as the C libraries' own.

// ln 10 and log10 2, the latter as a sum of which the first part has few bits.
const (
	invLn10   = 4.34294481903251816668e-01
	log2of10h = 3.01029995663611771306e-01
	log2of10l = 3.69423907715893078616e-13
)

// Log10 is the logarithm to base 10.
func Log10(x float64) float64 {
	if special(x) || x < 0 || x == 1 {
		return math.Log10(x)
	}
	m, exp := math.Frexp(x) // m in [0.5, 1)
	m, exp = 2*m, exp-1
	k := float64(exp)
	if exp < 0 {
		m, k = m/2, k+1
	}
	z := float64(k*log2of10l) + float64(invLn10*Log(m))
	return z + float64(k*log2of10h)
}

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case special(x) || a > 709:
		return math.Sinh(x)
	case tiny(x):
		return x
	}
	h := math.Copysign(0.5, x)
	if a >= 22 {
		return h * Exp(a)
	}
	t := math.Expm1(a)
	if a < 1 {
		return h * (2*t - float64(t*t)/(t+1))
	}
	return h * (t + t/(t+1))
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case special(x) || a > 709:
		return math.Cosh(x)
	case a < 0.5*math.Ln2:
		t := math.Expm1(a)
		w := 1 + t
		return 1 + float64(t*t)/(w+w)
	case a < 22:
		t := Exp(a)
		return float64(0.5*t) + 0.5/t
	}
	return 0.5 * Exp(a)
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case special(x) || a >= 22:
		return math.Tanh(x)
	case tiny(x):
		return x
	case a >= 1:
		t := math.Expm1(2 * a)
		return math.Copysign(1-2/(t+2), x)
	}
	t := math.Expm1(-2 * a)
	return math.Copysign(-t/(t+2), x)
}

// Asinh is the inverse hyperbolic sine.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case special(x):
		return math.Asinh(x)
	case tiny(x):
		return x
	case a > 0x1p28:
		return math.Copysign(Log(a)+math.Ln2, x)
	case a > 2:
		return math.Copysign(Log(2*a+1/(math.Sqrt(float64(x*x)+1)+a)), x)
	}
	t := float64(x * x)
	return math.Copysign(math.Log1p(a+t/(1+math.Sqrt(1+t))), x)
}

// Acosh is the inverse hyperbolic cosine.
func Acosh(x float64) float64 {
	switch {
	case special(x) || x <= 1:
		return math.Acosh(x)
	case x > 0x1p28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(float64(x*x)-1)))
	}
	t := x - 1
	return math.Log1p(t + math.Sqrt(2*t+float64(t*t)))
}

// Atanh is the inverse hyperbolic tangent.
func Atanh(x float64) float64 { return math.Atanh(x) }
