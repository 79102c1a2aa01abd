package host

import (
	"fmt"
	"math"
	"testing"
)

// The digits are those of vvp 11 on glibc (%.17g).
func TestDigitsOfGlibc(t *testing.T) {
	for _, c := range []struct {
		name string
		got  float64
		want string
	}{
		{"sin(1e22)", Sin(1e22), "-0.85220084976718879"},
		{"pow(1.1,33.3)", Pow(1.1, 33.3), "23.898817661508915"},
		{"exp(0.7)", Exp(0.7), "2.0137527074704766"},
		{"pow(2,10)", Pow(2, 10), "1024"},
		{"pow(-2,3)", Pow(-2, 3), "-8"},
		{"log10(1000)", Log10(1000), "3"},
		{"log(10)", Log(10), "2.3025850929940459"},
		{"cos(1)", Cos(1), "0.54030230586813977"},
		{"tan(1)", Tan(1), "1.5574077246549023"},
		{"asin(.5)", Asin(.5), "0.52359877559829893"},
		{"acos(.5)", Acos(.5), "1.0471975511965979"},
		{"atan(1)", Atan(1), "0.78539816339744828"},
		{"atan2(1,-1)", Atan2(1, -1), "2.3561944901923448"},
		{"sinh(1)", Sinh(1), "1.1752011936438014"},
		{"cosh(1)", Cosh(1), "1.5430806348152437"},
		{"tanh(.5)", Tanh(.5), "0.46211715726000974"},
		{"asinh(1)", Asinh(1), "0.88137358701954305"},
		{"acosh(2)", Acosh(2), "1.3169578969248166"},
		{"atanh(.5)", Atanh(.5), "0.54930614433405478"},
		{"sin(pi)", Sin(math.Pi), "1.2246467991473532e-16"},
		{"exp(-745)", Exp(-745), "4.9406564584124654e-324"},
		{"exp(710)", Exp(710), "+Inf"},
	} {
		if got := fmt.Sprintf("%.17g", c.got); got != c.want {
			t.Errorf("%s = %s, want %s", c.name, got, c.want)
		}
	}
}

// Against Go's math package, whose results are within a few units in the last
// place everywhere: no branch of a reduction may be lost.
func TestPreciseEverywhere(t *testing.T) {
	near := func(name string, x, got, want float64) {
		t.Helper()
		if math.IsNaN(want) && math.IsNaN(got) || got == want {
			return
		}
		if d := math.Abs(got - want); d > 1e-14*math.Abs(want)+5e-324 {
			t.Errorf("%s(%g) = %.17g, math has %.17g", name, x, got, want)
		}
	}
	xs := []float64{0, math.Copysign(0, -1), 1e-300, 1e-20, 1e-9, 0.1, 0.5, 0.7071, 0.9999999, 1, 1.0000001, 1.5, 2, 3, 3.14159, 4, 5, 6.2, 10, 100.5, 709.5, 1e5, 1e10, 1e300, math.Inf(1), math.NaN()}
	for _, a := range xs {
		for _, x := range []float64{a, -a} {
			near("exp", x, Exp(x), math.Exp(x))
			near("log", x, Log(x), math.Log(x))
			near("sin", x, Sin(x), math.Sin(x))
			near("cos", x, Cos(x), math.Cos(x))
			near("asin", x, Asin(x), math.Asin(x))
			if math.Abs(x) <= 1 && math.Abs(math.Cos(Acos(x))-x) > 1e-15 {
				t.Errorf("acos(%g) = %.17g", x, Acos(x))
			}
			near("atan", x, Atan(x), math.Atan(x))
			near("sinh", x, Sinh(x), math.Sinh(x))
			near("cosh", x, Cosh(x), math.Cosh(x))
			near("tanh", x, Tanh(x), math.Tanh(x))
			near("asinh", x, Asinh(x), math.Asinh(x))
			near("acosh", x, Acosh(x), math.Acosh(x))
			near("atanh", x, Atanh(x), math.Atanh(x))
			for _, y := range []float64{0, 1, -1, 0.5, 2, 3, -3, 1e-20, 33.3, 1e10, math.Inf(-1), math.NaN()} {
				near("pow", x, Pow(x, y), math.Pow(x, y))
				near("atan2", x, Atan2(x, y), math.Atan2(x, y))
			}
		}
	}
}

func BenchmarkLog(b *testing.B) {
	for b.Loop() {
		Log(2.7)
	}
}

func BenchmarkSin(b *testing.B) {
	for b.Loop() {
		Sin(2.7)
	}
}
