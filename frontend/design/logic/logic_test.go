package logic

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

var widths = []int{1, 2, 5, 8, 31, 32, 33, 47, 63, 64, 65, 95, 96, 97, 128, 130, 257}

func randVec(r *rand.Rand, width int, unknown bool) Vec {
	v := New(width)
	shape := r.IntN(4)
	for i := range v.Val {
		v.Val[i] = r.Uint32()
		switch shape {
		case 0:
			v.Val[i] &= r.Uint32() & r.Uint32() & r.Uint32()
		case 1:
			v.Val[i] |= r.Uint32() | r.Uint32()
		case 2:
			if i > 0 {
				v.Val[i] = 0
			}
		}
		if unknown {
			v.XZ[i] = r.Uint32() & r.Uint32() & r.Uint32()
		}
	}
	v.trim()
	return v
}

// check verifies the package's invariant on a result.
func check(t *testing.T, v Vec) {
	t.Helper()
	if len(v.Val) != Words(v.Width) || len(v.XZ) != Words(v.Width) {
		t.Fatalf("width %d has %d and %d words", v.Width, len(v.Val), len(v.XZ))
	}
	c := v.Clone()
	c.trim()
	for i := range v.Val {
		if c.Val[i] != v.Val[i] || c.XZ[i] != v.XZ[i] {
			t.Fatalf("bits above width %d are set", v.Width)
		}
	}
}

func wantBig(t *testing.T, what string, got Vec, width int, want *big.Int) {
	t.Helper()
	check(t, got)
	m := new(big.Int).Lsh(big.NewInt(1), uint(width))
	want = new(big.Int).Mod(want, m)
	if got.Width != width || !got.IsKnown() || ToBig(got, false).Cmp(want) != 0 {
		t.Fatalf("%s at width %d: got %v, want %x", what, width, got, want)
	}
}

func TestArithmeticAgainstBig(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, w := range widths {
		for range 300 {
			a, b := randVec(r, w, false), randVec(r, w, false)
			for _, signed := range []bool{false, true} {
				x, y := ToBig(a, signed), ToBig(b, signed)
				wantBig(t, "add", Add(a, b), w, new(big.Int).Add(x, y))
				wantBig(t, "sub", Sub(a, b), w, new(big.Int).Sub(x, y))
				wantBig(t, "mul", Mul(a, b), w, new(big.Int).Mul(x, y))
				wantBig(t, "neg", Neg(a), w, new(big.Int).Neg(x))
				if y.Sign() == 0 {
					if !Div(a, b, signed).AllBits(LX) || !Mod(a, b, signed).AllBits(LX) {
						t.Fatal("division by zero is all x")
					}
				} else {
					wantBig(t, "div", Div(a, b, signed), w, new(big.Int).Quo(x, y))
					wantBig(t, "mod", Mod(a, b, signed), w, new(big.Int).Rem(x, y))
				}
				c := x.Cmp(y)
				if got, want := Lt(a, b, signed), FromBool(c < 0); got != want {
					t.Fatalf("lt %v %v signed %v: %v", a, b, signed, got)
				}
				if Le(a, b, signed) != FromBool(c <= 0) || Gt(a, b, signed) != FromBool(c > 0) || Ge(a, b, signed) != FromBool(c >= 0) {
					t.Fatalf("order of %v and %v", a, b)
				}
				if got := Format(a, 'd', signed); got != x.String() {
					t.Fatalf("decimal: got %s, want %s", got, x)
				}
				wantBig(t, "frombig", FromBig(w, x), w, x)
				if got, _ := new(big.Float).SetInt(x).Float64(); ToReal(a, signed) != got {
					t.Fatalf("real of %v: %g", a, ToReal(a, signed))
				}
			}
			n := r.IntN(w + 3)
			amt := FromUint64(32, uint64(n))
			wantBig(t, "shl", Shl(a, amt), w, new(big.Int).Lsh(ToBig(a, false), uint(n)))
			wantBig(t, "shr", Shr(a, amt), w, new(big.Int).Rsh(ToBig(a, false), uint(n)))
			wantBig(t, "ashr", AShr(a, amt), w, new(big.Int).Rsh(ToBig(a, true), uint(n)))
			e := FromUint64(16, uint64(r.IntN(40)))
			want := new(big.Int).Exp(ToBig(a, true), ToBig(e, false), nil)
			wantBig(t, "pow", Pow(a, e, true, false), w, want)
		}
	}
}

// The scalar tables of IEEE 1364-2005 5.1.10, checked against the vectors, at
// every bit of every width.
func TestBitwiseAgainstScalar(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, w := range widths {
		for range 50 {
			a, b := randVec(r, w, true), randVec(r, w, true)
			and, or, xor, xnor, not := And(a, b), Or(a, b), Xor(a, b), Xnor(a, b), Not(a)
			mux := Mux(LX, a, b)
			ra, ro, rx := L1, L0, L0
			eq, ceq, cz, cx := L1, true, true, true
			for i := range w {
				p, q := a.Bit(i), b.Bit(i)
				m := p
				if p != q {
					m = LX
				}
				if and.Bit(i) != p.And(q) || or.Bit(i) != p.Or(q) || xor.Bit(i) != p.Xor(q) ||
					xnor.Bit(i) != p.Xor(q).Not() || not.Bit(i) != p.Not() || mux.Bit(i) != m {
					t.Fatalf("bit %d of %v and %v", i, a, b)
				}
				ra, ro, rx = ra.And(p), ro.Or(p), rx.Xor(p)
				eq = eq.And(p.Xor(q).Not())
				ceq = ceq && p == q
				cz = cz && (p == q || p == LZ || q == LZ)
				cx = cx && (p == q || !p.Known() || !q.Known())
			}
			for _, v := range []Vec{and, or, xor, xnor, not, mux} {
				check(t, v)
			}
			if RedAnd(a) != ra || RedOr(a) != ro || RedXor(a) != rx {
				t.Fatalf("reductions of %v", a)
			}
			if Eq(a, b) != eq || Ne(a, b) != eq.Not() || CaseEq(a, b) != ceq || CaseZMatch(a, b) != cz || CaseXMatch(a, b) != cx {
				t.Fatalf("comparisons of %v and %v", a, b)
			}
			c := a.WithBit(r.IntN(w), LZ)
			if CaseZMatch(a, c) != true || !CaseXMatch(c, a) || !CaseEq(a, a.Clone()) {
				t.Fatalf("matches of %v and %v", a, c)
			}
		}
	}
}

func TestSlicesAgainstBits(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, w := range widths {
		for range 200 {
			a := randVec(r, w, true)
			off, n := r.IntN(2*w+40)-w/2-20, 1+r.IntN(w+40)
			s := Slice(a, off, n)
			check(t, s)
			for i := range n {
				if s.Bit(i) != a.Bit(off+i) {
					t.Fatalf("Slice(%v, %d, %d) = %v", a, off, n, s)
				}
			}
			b := randVec(r, n, true)
			d := SetSlice(a, off, b)
			check(t, d)
			for i := range w {
				want := a.Bit(i)
				if i >= off && i < off+n {
					want = b.Bit(i - off)
				}
				if d.Width != w || d.Bit(i) != want {
					t.Fatalf("SetSlice(%v, %d, %v) = %v", a, off, b, d)
				}
			}
			for _, signed := range []bool{false, true} {
				e := Extend(a, n, signed)
				check(t, e)
				for i := range n {
					want := L0
					if i < w {
						want = a.Bit(i)
					} else if signed {
						want = a.Bit(w - 1)
					}
					if e.Bit(i) != want {
						t.Fatalf("Extend(%v, %d, %v) = %v", a, n, signed, e)
					}
				}
			}
			cc := Concat(a, b, a)
			check(t, cc)
			if cc.Bits() != a.Bits()+b.Bits()+a.Bits() {
				t.Fatalf("Concat = %v", cc)
			}
			if k := r.IntN(4); Repeat(k, a).Bits() != strings.Repeat(a.Bits(), k) {
				t.Fatalf("Repeat = %v", Repeat(k, a))
			}
			if got := FromBits(a.Bits()); !CaseEq(got, a) {
				t.Fatalf("FromBits(%s) = %v", a.Bits(), got)
			}
			if got := Reverse(Reverse(a)); !CaseEq(got, a) || Reverse(a).Bit(0) != a.Bit(w-1) {
				t.Fatalf("Reverse(%v)", a)
			}
			k := r.IntN(w + 5)
			sa := AShr(a, FromUint64(8, uint64(min(k, 255))))
			check(t, sa)
			for i := range w {
				if want := a.Bit(min(w-1, i+min(k, 255))); sa.Bit(i) != want {
					t.Fatalf("AShr(%v, %d) = %v", a, k, sa)
				}
			}
		}
	}
}

func TestUnknownOperands(t *testing.T) {
	x, k := FromBits("1x01"), FromBits("0011")
	for name, v := range map[string]Vec{
		"add": Add(x, k), "sub": Sub(k, x), "mul": Mul(x, k), "div": Div(k, x, true), "mod": Mod(x, k, false),
		"pow": Pow(k, x, false, false), "neg": Neg(x), "shl": Shl(k, x), "shr": Shr(k, x), "ashr": AShr(k, x),
	} {
		if v.Bits() != "xxxx" {
			t.Errorf("%s: %v", name, v)
		}
	}
	wide := Concat(x, New(100))
	if !Add(wide, wide).AllBits(LX) || !Mul(wide, wide).AllBits(LX) {
		t.Error("wide arithmetic on x is all x")
	}
	if Lt(x, k, false) != LX || Truth(FromBits("0x")) != LX || Truth(FromBits("1z")) != L1 {
		t.Error("conditions with x")
	}
	if LogicAnd(x, New(4)) != L0 || LogicOr(x, New(4)) != L1 || LogicNot(FromBits("z")) != LX {
		t.Error("logic with x")
	}
}

func TestPowTable(t *testing.T) {
	for _, c := range []struct {
		a, b int64
		want string
	}{
		{0, -1, "xxxxxxxx"}, {1, -5, "00000001"}, {-1, -3, "11111111"}, {-1, -4, "00000001"}, {2, -1, "00000000"},
		{-2, -1, "00000000"}, {0, 0, "00000001"}, {-2, 3, "11111000"}, {3, 5, "11110011"}, {7, 0, "00000001"},
	} {
		if got := Pow(FromInt64(8, c.a), FromInt64(8, c.b), true, true); got.Bits() != c.want {
			t.Errorf("%d ** %d = %v, want %s", c.a, c.b, got, c.want)
		}
	}
	if got := Pow(FromUint64(8, 255), FromInt64(8, -3), false, true); got.Bits() != "00000000" {
		t.Errorf("an unsigned 255 is not -1: %v", got)
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct{ bits, b, o, h, d string }{
		{"10110", "10110", "26", "16", "22"},
		{"xxxxx", "xxxxx", "xx", "xx", "x"},
		{"zzzzz", "zzzzz", "zz", "zz", "z"},
		{"0000x", "0000x", "0X", "0X", "X"},
		{"0000z", "0000z", "0Z", "0Z", "Z"},
		{"0zzzz", "0zzzz", "Zz", "0z", "Z"},
		{"1zxxxx", "1zxxxx", "Xx", "Zx", "X"},
		{"1111", "1111", "17", "f", "15"},
	} {
		v := FromBits(c.bits)
		got := fmt.Sprint(Format(v, 'b', false), " ", Format(v, 'o', false), " ", Format(v, 'h', false), " ", Format(v, 'd', false))
		if want := fmt.Sprint(c.b, " ", c.o, " ", c.h, " ", c.d); got != want {
			t.Errorf("%s: got %s, want %s", c.bits, got, want)
		}
	}
	r := rand.New(rand.NewPCG(7, 8))
	for _, w := range widths {
		v := randVec(r, w, false)
		z := ToBig(v, false)
		if got, want := Format(v, 'h', false), fmt.Sprintf("%0*x", (w+3)/4, z); got != want {
			t.Errorf("hex %s, want %s", got, want)
		}
		if got, want := Format(v, 'o', false), fmt.Sprintf("%0*o", (w+2)/3, z); got != want {
			t.Errorf("octal %s, want %s", got, want)
		}
	}
	if v := FromBits("01xz"); v.String() != "4'b01xz" {
		t.Error(v)
	}
}

func TestDecimalWidth(t *testing.T) {
	for _, c := range []struct {
		w      int
		signed bool
		want   int
	}{{1, false, 1}, {1, true, 1}, {4, false, 2}, {8, false, 3}, {8, true, 4}, {32, false, 10}, {32, true, 11}, {64, false, 20}, {64, true, 20}, {128, false, 39}, {2000, false, 603}} {
		if got := DecimalWidth(c.w, c.signed); got != c.want {
			t.Errorf("DecimalWidth(%d, %v) = %d, want %d", c.w, c.signed, got, c.want)
		}
	}
}

func TestReals(t *testing.T) {
	for _, c := range []struct {
		r    float64
		w    int
		want string
	}{{2.5, 8, "3"}, {-2.5, 8, "-3"}, {0.49999999999999994, 8, "0"}, {1e20, 80, "100000000000000000000"}, {-1e20, 80, "-100000000000000000000"}, {300, 8, "44"}} {
		if got := Format(FromReal(c.w, c.r), 'd', true); got != c.want {
			t.Errorf("%g: got %s, want %s", c.r, got, c.want)
		}
	}
	if !FromReal(8, math.NaN()).AllBits(LX) || !FromReal(70, math.Inf(1)).AllBits(LX) {
		t.Error("NaN and Inf are x")
	}
	if got := ToReal(FromBits("1x0z1"), false); got != 17 {
		t.Errorf("x and z count as 0: %g", got)
	}
}

func TestConstructors(t *testing.T) {
	if v := FromBytes("AB"); v.Width != 16 || Format(v, 'h', false) != "4142" || string(v.Bytes()) != "AB" {
		t.Error(v)
	}
	if v := FromBytes(""); v.Width != 8 || !v.IsZero() {
		t.Error(v)
	}
	if v := FromInt64(100, -2); ToBig(v, true).Int64() != -2 {
		t.Error(v)
	}
	if i, ok := FromInt64(20, -7).Int64(); i != -7 || !ok {
		t.Error(i, ok)
	}
	if u, ok := FromBits("1x1").Uint64(); u != 5 || ok {
		t.Error(u, ok)
	}
	if v := FromBits("1_0?"); v.Bits() != "10z" || !v.HasZ() || v.HasX() || v.Len() != 3 {
		t.Error(v)
	}
	for b := L0; b <= LX; b++ {
		for _, w := range widths {
			v := Filled(w, b)
			check(t, v)
			if !v.AllBits(b) || v.Bits() != strings.Repeat(b.String(), w) {
				t.Errorf("Filled(%d, %v)", w, b)
			}
		}
	}
	if New(0).Width != 0 || New(-3).Width != 0 || Truth(Vec{}) != L0 || Format(Vec{}, 'h', false) != "" {
		t.Error("vectors of no bits")
	}
}

func BenchmarkAdd32(b *testing.B) {
	x, y := FromUint64(32, 5), FromUint64(32, 7)
	for b.Loop() {
		x = Add(x, y)
	}
}
