package host

import (
	"math"

	"github.com/gpga/gpga/frontend/design/logic"
)

var randomServices = map[string]handler{
	"$random": (*Host).random, "$urandom": (*Host).urandom, "$urandom_range": (*Host).urandomRange,
	"$dist_uniform": (*Host).dist, "$dist_normal": (*Host).dist, "$dist_exponential": (*Host).dist,
	"$dist_poisson": (*Host).dist, "$dist_chi_square": (*Host).dist, "$dist_t": (*Host).dist, "$dist_erlang": (*Host).dist,
}

// seedWrite stores a new seed in argument i.
func seedWrite(args []Arg, i int, seed uint32) []Write {
	return []Write{{Arg: i, Value: store(args[i], SignedVec(logic.FromUint64(32, uint64(seed))))}}
}

func (h *Host) random(_ Caller, args []Arg) Result {
	if len(args) == 0 || args[0].Kind == ArgEmpty {
		seed := uint32(h.rnd)
		v := Uniform(&seed, math.MinInt32, math.MaxInt32)
		h.rnd = int64(seed)
		return intResult(int(v))
	}
	seed := uint32(args[0].integer())
	r := intResult(int(Uniform(&seed, math.MinInt32, math.MaxInt32)))
	r.Writes = seedWrite(args, 0, seed)
	return r
}

func uintResult(u uint32) Result {
	return Result{Value: Vec(logic.FromUint64(32, uint64(u)))}
}

// urand is Icarus's $urandom: the uniform distribution over min..max, from a seed
// of its own.
func (h *Host) urand(max, min uint64) uint32 {
	seed := uint32(h.urnd)
	v := Uniform(&seed, int64(min)+math.MinInt32, int64(max)+math.MinInt32) - math.MinInt32
	h.urnd = int64(seed)
	return uint32(v)
}

func (h *Host) urandom(_ Caller, args []Arg) Result {
	if len(args) == 0 || args[0].Kind == ArgEmpty {
		return uintResult(h.urand(math.MaxUint32, 0))
	}
	h.urnd = int64(uint32(args[0].integer()))
	r := uintResult(h.urand(math.MaxUint32, 0))
	r.Writes = seedWrite(args, 0, uint32(h.urnd))
	return r
}

func (h *Host) urandomRange(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	hi, lo := uint64(int64(args[0].integer())), uint64(0)
	if len(args) > 1 {
		lo = uint64(int64(args[1].integer()))
	}
	if lo > hi {
		lo, hi = hi, lo
	}
	return uintResult(h.urand(hi, lo))
}

func (h *Host) dist(c Caller, args []Arg) Result {
	n := 2
	switch c.Name {
	case "$dist_uniform", "$dist_normal", "$dist_erlang":
		n = 3
	}
	if !h.need(c, args, n) {
		return tooFew
	}
	seed := uint32(args[0].integer())
	p, q := int64(args[1].integer()), int64(0)
	if n == 3 {
		q = int64(args[2].integer())
	}
	positive := func(what string) bool {
		if p > 0 {
			return true
		}
		h.printf("WARNING: %s\n", what)
		return false
	}
	var v int64
	switch c.Name {
	case "$dist_uniform":
		v = Uniform(&seed, p, q)
	case "$dist_normal":
		v = roundReal(normal(&seed, p, q))
	case "$dist_exponential":
		if positive("Exponential distribution must have a positive mean") {
			v = roundReal(exponential(&seed, p))
		}
	case "$dist_poisson":
		if positive("Poisson distribution must have a positive mean") {
			v = poisson(&seed, p)
		}
	case "$dist_chi_square":
		if positive("Chi_square distribution must have a positive degree of freedom") {
			v = roundReal(chiSquare(&seed, p))
		}
	case "$dist_t":
		if positive("t distribution must have a positive degree of freedom") {
			v = roundReal(studentT(&seed, p))
		}
	case "$dist_erlang":
		if positive("K-stage erlangian distribution must have a positive k") {
			v = roundReal(erlang(&seed, p, q))
		}
	}
	r := intResult(int(v))
	r.Writes = seedWrite(args, 0, seed)
	return r
}

// The generators of IEEE 1364-2005 17.9.3, which fixes them bit for bit. Each
// takes a seed and leaves the next one.

// step advances the congruential generator and gives a real in [1, 2).
func step(seed *uint32) float64 {
	if *seed == 0 {
		*seed = 259341593
	}
	*seed = *seed*69069 + 1
	r := 1 + float64(*seed>>9)*0x1p-23
	return r + r*0x1p-23
}

// spread is the real uniform distribution over [start, end), or over the
// non-negative 32-bit integers where start is not below end.
func spread(seed *uint32, start, end int64) float64 {
	a, b := 0.0, 2147483647.0
	if start < end {
		a, b = float64(start), float64(end)
	}
	return float64((b-a)*(step(seed)-1)) + a
}

// Uniform is $dist_uniform, and over the whole 32-bit range $random: an integer
// in start..end.
func Uniform(seed *uint32, start, end int64) int64 {
	if start >= end {
		return start
	}
	floor := func(r float64) int64 {
		if r >= 0 {
			return int64(r)
		}
		return -int64(-(r - 1))
	}
	switch {
	case end != math.MaxInt32:
		end++
		i := floor(spread(seed, start, end))
		return min(max(i, start), end-1)
	case start != math.MinInt32:
		start--
		i := floor(spread(seed, start, end) + 1)
		return min(max(i, start+1), end)
	}
	r := (spread(seed, start, end) + 2147483648.0) / 4294967295.0
	return floor(float64(r*4294967296.0) - 2147483648.0)
}

// roundReal rounds to the nearest integer, halves away from zero.
func roundReal(r float64) int64 {
	if r >= 0 {
		return int64(r + 0.5)
	}
	return -int64(-r + 0.5)
}

func normal(seed *uint32, mean, deviation int64) float64 {
	for {
		v1 := spread(seed, -1, 1)
		v2 := spread(seed, -1, 1)
		s := float64(v1*v1) + float64(v2*v2)
		if s < 1 && s != 0 {
			return float64(v1*math.Sqrt(-2*Log(s)/s)*float64(deviation)) + float64(mean)
		}
	}
}

func exponential(seed *uint32, mean int64) float64 {
	n := spread(seed, 0, 1)
	if n != 0 {
		n = -Log(n) * float64(mean)
	}
	return n
}

func poisson(seed *uint32, mean int64) int64 {
	n := int64(0)
	p := Exp(-float64(mean))
	for q := spread(seed, 0, 1); p < q; n++ {
		q = spread(seed, 0, 1) * q
	}
	return n
}

func chiSquare(seed *uint32, freedom int64) float64 {
	x := 0.0
	if freedom%2 != 0 {
		x = normal(seed, 0, 1)
		x *= x
	}
	for k := int64(2); k <= freedom; k += 2 {
		x += 2 * exponential(seed, 1)
	}
	return x
}

func studentT(seed *uint32, freedom int64) float64 {
	root := math.Sqrt(chiSquare(seed, freedom) / float64(freedom))
	return normal(seed, 0, 1) / root
}

func erlang(seed *uint32, k, mean int64) float64 {
	x := 1.0
	for i := int64(1); i <= k; i++ {
		x *= spread(seed, 0, 1)
	}
	return -float64(mean) * Log(x) / float64(k)
}
