package host

import (
	"math"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/design/logic"
)

// ArgKind says what an argument is.
type ArgKind uint8

// The kinds of arguments.
const (
	// ArgEmpty is a null argument, as in $display(a,,b); it prints a space.
	ArgEmpty ArgKind = iota
	// ArgString is a string literal or a parameter that holds one: in the
	// $display family it is a format wherever it stands.
	ArgString
	// ArgVec is a vector: a net, a variable, or any integral expression.
	ArgVec
	// ArgReal is a real variable or expression.
	ArgReal
	// ArgTime is the value of $time, $stime or $simtime as an argument of its
	// own: an unsigned vector of 64 or 32 bits, in the module's time unit.
	ArgTime
	// ArgRealtime is $realtime as an argument of its own; alone it prints with
	// the digits of the module's precision.
	ArgRealtime
	// ArgMemory is a whole memory ($readmemh, $writememh, $fread).
	ArgMemory
)

// Strength is the strength of one bit as a range on the scale of IEEE 1364-2005
// 7.10: -7 (supply0) over 0 (high impedance) to 7 (supply1). Lo <= Hi; a bit of
// one known strength has Lo == Hi.
type Strength struct{ Lo, Hi int8 }

// Memory describes a memory argument. Left and Right are its address range as
// declared, Width the bits of a word, Word the current value of a word.
type Memory struct {
	Name        string // full name
	Left, Right int
	Width       int
	Word        func(addr int) logic.Vec
}

// Arg is one argument of a call, or a value.
type Arg struct {
	Kind     ArgKind
	Vec      logic.Vec // ArgVec, ArgTime
	Signed   bool      // ArgVec
	Const    bool      // ArgVec: a constant, see text
	Real     float64   // ArgReal, ArgRealtime
	Str      string    // ArgString: the literal's bytes, escapes already replaced
	Strength []Strength
	Mem      *Memory
	// NetName is the source name of the argument, for messages; may be empty.
	NetName string
	Type    string // VPI's name for what a value is, for messages; may be empty
}

// Str makes a string literal.
func Str(s string) Arg { return Arg{Kind: ArgString, Str: s} }

// Vec makes an unsigned vector.
func Vec(v logic.Vec) Arg { return Arg{Kind: ArgVec, Vec: v} }

// SignedVec makes a signed vector.
func SignedVec(v logic.Vec) Arg { return Arg{Kind: ArgVec, Vec: v, Signed: true} }

// Int makes a signed 32-bit vector.
func Int(i int) Arg { return SignedVec(logic.FromInt64(32, int64(i))) }

// Real makes a real.
func Real(r float64) Arg { return Arg{Kind: ArgReal, Real: r} }

// Time makes the value of $time in a module of the given unit: now in ticks of
// precision, rounded to the unit.
func Time(now uint64, unit, precision int) Arg {
	return Arg{Kind: ArgTime, Vec: logic.FromUint64(64, ScaleTime(now, unit, precision))}
}

// Realtime makes the value of $realtime.
func Realtime(now uint64, unit, precision int) Arg {
	return Arg{Kind: ArgRealtime, Real: ScaleRealtime(now, unit, precision)}
}

// Mem makes a memory argument.
func Mem(m *Memory) Arg { return Arg{Kind: ArgMemory, Mem: m} }

// isReal reports whether the argument's value is a real.
func (a Arg) isReal() bool { return a.Kind == ArgReal || a.Kind == ArgRealtime }

// text is the argument as a C string: the literal up to its first NUL; of a
// vector the bytes after leading NULs, where a NUL reads as a space, with x and z bits as 0; Icarus makes a string of a
// constant when it compiles, and leaves all NULs out.
func (a Arg) text() string {
	switch a.Kind {
	case ArgString:
		s, _, _ := strings.Cut(a.Str, "\x00")
		return s
	case ArgVec, ArgTime:
		b := a.Vec.Bytes()
		for len(b) > 0 && b[0] == 0 {
			b = b[1:]
		}
		nul := " "
		if a.Const {
			nul = ""
		}
		return strings.ReplaceAll(string(b), "\x00", nul)
	case ArgEmpty:
		return " "
	}
	return ""
}

// vector is the argument as a vector: a literal's bytes, a real rounded to 64
// bits.
func (a Arg) vector() logic.Vec {
	switch a.Kind {
	case ArgString:
		return logic.FromBytes(a.text())
	case ArgReal, ArgRealtime:
		return logic.FromInt64(64, roundToInt64(a.Real))
	case ArgEmpty:
		return logic.FromBytes(" ")
	case ArgMemory:
		return logic.Vec{}
	}
	return a.Vec
}

// roundToInt64 is C's conversion of a rounded real: what does not fit gives the
// smallest integer, except that huge values wrap to 0 as vvp's do.
func roundToInt64(r float64) int64 {
	r = math.Round(r)
	switch {
	case math.IsNaN(r):
		return math.MinInt64
	case math.Abs(r) >= 1<<63:
		return 0
	}
	return int64(r)
}

// integer is the argument as VPI's vpiIntVal: the low 32 bits, sign-extended
// first where the argument is signed, x and z as 0; a real is rounded.
func (a Arg) integer() int32 {
	switch a.Kind {
	case ArgReal, ArgRealtime:
		return int32(roundToInt64(a.Real))
	case ArgString, ArgEmpty:
		var n uint32
		for _, c := range []byte(a.text()) {
			n = n<<8 | uint32(c)
		}
		return int32(n)
	case ArgMemory:
		return 0
	}
	if a.Signed {
		i, _ := signedPart(a.Vec)
		return int32(i)
	}
	u, _ := a.Vec.Uint64()
	return int32(uint32(u))
}

// signedPart is Int64 with a top bit of x or z counting as 0.
func signedPart(v logic.Vec) (int64, bool) {
	if v.Width > 0 && !v.Bit(v.Width-1).Known() {
		u, k := v.Uint64()
		return int64(u), k
	}
	return v.Int64()
}

// real is the argument as a real.
func (a Arg) real() float64 {
	switch a.Kind {
	case ArgReal, ArgRealtime:
		return a.Real
	case ArgMemory:
		return 0
	}
	return logic.ToReal(a.vector(), a.Signed)
}

// digits is the argument in base b, o, h or d as VPI gives it: no padding.
func (a Arg) digits(base byte) (string, bool) {
	switch a.Kind {
	case ArgMemory:
		return "", false
	case ArgReal, ArgRealtime:
		if base == 'd' {
			return decimalOfReal(a.Real), true
		}
		return strconv.FormatUint(uint64(roundToInt64(a.Real)), map[byte]int{'b': 2, 'o': 8, 'h': 16}[base]), true
	case ArgString:
		if base == 'd' && len(a.text()) > 4 {
			return logic.Format(logic.FromBytes(a.text()[:4]), 'd', false), true
		}
	case ArgTime:
		// vvp prints $time itself without leading zeros, except in binary.
		if base == 'h' || base == 'o' {
			u, _ := a.Vec.Uint64()
			return strconv.FormatUint(u, map[byte]int{'o': 8, 'h': 16}[base]), true
		}
		if base == 'b' {
			return logic.Extend(a.Vec, 64, false).Bits(), true
		}
	}
	return logic.Format(a.vector(), base, a.Signed), true
}

func decimalOfReal(r float64) string {
	switch {
	case math.IsNaN(r) || math.IsInf(r, 0):
		return formatFloat('f', r, 0, false)
	case math.Abs(r) < 1<<62 && (math.Round(r) != 0 || !math.Signbit(r)):
		return strconv.FormatInt(int64(math.Round(r)), 10)
	}
	return strconv.FormatFloat(math.Round(r), 'f', 0, 64)
}

// size is VPI's vpiSize: bits; a real counts one.
func (a Arg) size() int {
	switch a.Kind {
	case ArgReal, ArgRealtime:
		return 1
	case ArgString:
		return 8 * len(a.text())
	case ArgEmpty:
		return 8
	}
	return a.Vec.Width
}

// store makes the value that target takes when it is given v: its own width, or
// a real.
func store(target Arg, v Arg) Arg {
	if target.Kind == ArgReal {
		return Real(v.real())
	}
	width := target.Vec.Width
	if target.Kind == ArgMemory {
		width = target.Mem.Width
	}
	if v.isReal() {
		return Arg{Kind: ArgVec, Vec: logic.FromReal(width, v.Real), Signed: target.Signed}
	}
	return Arg{Kind: ArgVec, Vec: logic.Extend(v.vector(), width, v.Signed), Signed: target.Signed}
}

// storeText is store for a string: the last characters that fit, zeros above.
func storeText(target Arg, s string) Arg {
	s, _, _ = strings.Cut(s, "\x00")
	return storeBytes(target, s)
}

func storeBytes(target Arg, s string) Arg {
	if target.Kind == ArgReal {
		return Real(0)
	}
	if s == "" {
		return Arg{Kind: ArgVec, Vec: logic.New(target.Vec.Width), Signed: target.Signed}
	}
	return Arg{Kind: ArgVec, Vec: logic.Extend(logic.FromBytes(s), target.Vec.Width, false), Signed: target.Signed}
}

// ParseDigits reads digits of base b, o, h or d into a vector of width bits as
// VPI stores strings of digits: a leading - negates, _ is skipped, a leading x or
// z fills the bits above, and text that is no number gives all x.
func ParseDigits(s string, base byte, width int) logic.Vec {
	if base == 'd' {
		return parseDecimal(s, width)
	}
	per := map[byte]int{'b': 1, 'o': 3, 'h': 4}[base]
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	var bits strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '_':
			continue
		case c == 'x' || c == 'X':
			bits.WriteString(strings.Repeat("x", per))
			continue
		case c == 'z' || c == 'Z':
			bits.WriteString(strings.Repeat("z", per))
			continue
		}
		d, err := strconv.ParseUint(string(c), 16, 8)
		if err != nil || d >= 1<<per {
			return logic.Filled(width, logic.LX)
		}
		for k := per - 1; k >= 0; k-- {
			bits.WriteByte('0' + byte(d>>k&1))
		}
	}
	if bits.Len() == 0 {
		return logic.Filled(width, logic.LX)
	}
	v := logic.FromBits(bits.String())
	if neg {
		v = logic.Neg(v)
	}
	top := v.Bit(v.Width - 1)
	return logic.Extend(v, width, !top.Known() || neg)
}

func parseDecimal(s string, width int) logic.Vec {
	if s == "" {
		return logic.New(width)
	}
	if rest := strings.Trim(s[1:], "_"); rest == "" {
		switch s[0] {
		case 'x', 'X':
			return logic.Filled(width, logic.LX)
		case 'z', 'Z':
			return logic.Filled(width, logic.LZ)
		}
	}
	neg := strings.HasPrefix(s, "-")
	v := logic.New(width)
	ten := logic.FromUint64(width, 10)
	for _, c := range []byte(strings.TrimPrefix(s, "-")) {
		switch {
		case c == '_':
		case c >= '0' && c <= '9':
			v = logic.Add(logic.Mul(v, ten), logic.FromUint64(width, uint64(c-'0')))
		default:
			return logic.Filled(width, logic.LX)
		}
	}
	if neg {
		v = logic.Neg(v)
	}
	return v
}
