package host

import (
	"math"
	"math/big"
	"math/rand"
	"testing"
)

// TestPowersOfIntegers holds the fast way of whole exponents against exact rational powers.
func TestPowersOfIntegers(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	decided := 0
	for range 20000 {
		x := math.Ldexp(r.Float64()*2-1, r.Intn(9)-4)
		if r.Intn(2) == 0 {
			x = float64(r.Intn(70000) - 35000)
		}
		n := 1 + r.Intn(30)
		got, ok := powInt(x, n)
		if !ok {
			continue
		}
		decided++
		p := new(big.Float).SetPrec(4000).SetInt64(1)
		b := new(big.Float).SetPrec(4000).SetFloat64(x)
		for range n {
			p.Mul(p, b)
		}
		if want, _ := p.Float64(); got != want {
			t.Fatalf("%g ** %d = %g, want %g", x, n, got, want)
		}
	}
	if decided < 15000 {
		t.Errorf("only %d of 20000 powers were decided", decided)
	}
}
