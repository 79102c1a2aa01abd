package host

import (
	"math"
	"math/bits"

	"github.com/gpga/gpga/frontend/design/logic"
)

var mathServices = map[string]handler{
	"$clog2": (*Host).clog2, "$rtoi": (*Host).convertReal, "$itor": (*Host).convertReal,
	"$realtobits": (*Host).convertReal, "$bitstoreal": (*Host).convertReal,
}

// unaryMath and binaryMath are the real functions of IEEE 1364-2005 17.11.2 and
// of Verilog-AMS 4.3, as Icarus has them.
var unaryMath = map[string]func(float64) float64{
	"$ln": Log, "$log10": Log10, "$exp": Exp, "$sqrt": math.Sqrt, "$floor": math.Floor, "$ceil": math.Ceil,
	"$sin": Sin, "$cos": Cos, "$tan": Tan, "$asin": Asin, "$acos": Acos, "$atan": Atan,
	"$sinh": Sinh, "$cosh": Cosh, "$tanh": Tanh, "$asinh": Asinh, "$acosh": Acosh, "$atanh": Atanh, "$abs": math.Abs,
}

var binaryMath = map[string]func(x, y float64) float64{
	"$pow": Pow, "$atan2": Atan2, "$hypot": math.Hypot, "$fmod": math.Mod,
	"$min": func(x, y float64) float64 {
		if x < y || math.IsNaN(y) {
			return x
		}
		return y
	},
	"$max": func(x, y float64) float64 {
		if x > y || math.IsNaN(y) {
			return x
		}
		return y
	},
}

func init() {
	for name, f := range unaryMath {
		mathServices[name] = func(h *Host, c Caller, args []Arg) Result {
			if !h.need(c, args, 1) {
				return tooFew
			}
			return realResult(f(args[0].real()))
		}
	}
	for name, f := range binaryMath {
		mathServices[name] = func(h *Host, c Caller, args []Arg) Result {
			if !h.need(c, args, 2) {
				return tooFew
			}
			return realResult(f(args[0].real(), args[1].real()))
		}
	}
}

func (h *Host) clog2(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	v := args[0].vector()
	if args[0].isReal() {
		v = clog2Bits(args[0].Real)
	}
	return Result{Value: SignedVec(Clog2(v))}
}

// clog2Bits is what $clog2 makes of a real: rounded, and, where it is negative, in as many bits as it takes, 32 at least.
func clog2Bits(r float64) logic.Vec {
	if math.IsNaN(r) || math.IsInf(r, 0) {
		return logic.Filled(1, logic.LX)
	}
	const width = 1088 // of any real
	v := logic.FromReal(width, r)
	if v.Bit(width-1) == logic.L1 {
		return logic.Slice(v, 0, max(32, logic.Not(v).Len()+1))
	}
	return v
}

// Clog2 is $clog2 of an unsigned vector: the ceiling of its logarithm to base 2,
// with 0 for 0, as a signed 32-bit vector; x or z gives all x (IEEE 1364-2005
// 17.11.1).
func Clog2(v logic.Vec) logic.Vec {
	if !v.IsKnown() {
		return logic.Filled(32, logic.LX)
	}
	n := v.Len()
	ones := 0
	for _, w := range v.Val {
		ones += bits.OnesCount32(w)
	}
	if ones == 1 || n == 0 {
		n = max(n-1, 0)
	}
	return logic.FromInt64(32, int64(n))
}

func (h *Host) convertReal(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	switch c.Name {
	case "$rtoi":
		r := math.Trunc(args[0].real())
		if math.IsNaN(r) || math.IsInf(r, 0) {
			return Result{Value: SignedVec(logic.Filled(32, logic.LX))}
		}
		return Result{Value: SignedVec(logic.FromReal(32, r))}
	case "$itor":
		return realResult(args[0].real())
	case "$realtobits":
		return Result{Value: Vec(logic.FromUint64(64, math.Float64bits(args[0].real())))}
	}
	u, _ := args[0].vector().Uint64()
	return realResult(math.Float64frombits(u))
}
