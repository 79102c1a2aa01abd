package logic

import (
	"math/bits"
	"strings"
)

// Bit is one four-state bit in the code val | xz<<1.
type Bit uint8

// The four values of a bit.
const (
	L0 Bit = 0
	L1 Bit = 1
	LZ Bit = 2
	LX Bit = 3
)

// String gives "0", "1", "z" or "x".
func (b Bit) String() string { return "01zx"[b&3 : b&3+1] }

// Known reports whether b is 0 or 1.
func (b Bit) Known() bool { return b&2 == 0 }

// Vec gives the one-bit vector that holds b.
func (b Bit) Vec() Vec { return FromBit(b) }

// Not is the language's ~ on one bit: x and z give x.
func (b Bit) Not() Bit {
	if b&2 != 0 {
		return LX
	}
	return b ^ 1
}

// And is the language's & on single bits (IEEE 1364-2005 5.1.10).
func (b Bit) And(c Bit) Bit {
	switch {
	case b == L0 || c == L0:
		return L0
	case b == L1 && c == L1:
		return L1
	}
	return LX
}

// Or is the language's | on single bits.
func (b Bit) Or(c Bit) Bit {
	switch {
	case b == L1 || c == L1:
		return L1
	case b == L0 && c == L0:
		return L0
	}
	return LX
}

// Xor is the language's ^ on single bits.
func (b Bit) Xor(c Bit) Bit {
	if (b|c)&2 != 0 {
		return LX
	}
	return b ^ c
}

// FromBool gives L1 for true and L0 for false.
func FromBool(b bool) Bit {
	if b {
		return L1
	}
	return L0
}

// Vec is a four-state vector of Width bits. Bit i lies in word i/32, place
// i%32, of both planes. The zero Vec has no bits.
type Vec struct {
	Width   int
	Val, XZ []uint32
}

// Words is the number of 32-bit words that each plane of a vector of width bits
// takes.
func Words(width int) int { return (width + 31) >> 5 }

// New gives a vector of width zeros. A width below 0 counts as 0.
func New(width int) Vec {
	if width <= 0 {
		return Vec{}
	}
	n := Words(width)
	buf := make([]uint32, 2*n)
	return Vec{Width: width, Val: buf[:n:n], XZ: buf[n:]}
}

// Filled gives a vector whose width bits are all b.
func Filled(width int, b Bit) Vec {
	v := New(width)
	for i := range v.Val {
		if b&1 != 0 {
			v.Val[i] = ^uint32(0)
		}
		if b&2 != 0 {
			v.XZ[i] = ^uint32(0)
		}
	}
	v.trim()
	return v
}

// FromBit gives the one-bit vector that holds b.
func FromBit(b Bit) Vec {
	v := New(1)
	v.Val[0] = uint32(b & 1)
	v.XZ[0] = uint32(b>>1) & 1
	return v
}

// FromUint64 gives the low width bits of u, zero-extended past bit 63.
func FromUint64(width int, u uint64) Vec {
	v := New(width)
	if len(v.Val) > 0 {
		v.Val[0] = uint32(u)
	}
	if len(v.Val) > 1 {
		v.Val[1] = uint32(u >> 32)
	}
	v.trim()
	return v
}

// FromInt64 gives the low width bits of i, sign-extended past bit 63.
func FromInt64(width int, i int64) Vec {
	v := FromUint64(width, uint64(i))
	if i < 0 {
		for k := 2; k < len(v.Val); k++ {
			v.Val[k] = ^uint32(0)
		}
		v.trim()
	}
	return v
}

// FromBits reads a bit string, most significant bit first: 0 1 x X z Z ?, where
// ? is z, and _ is skipped. Any other character stands for x. The width is the
// number of digits.
func FromBits(s string) Vec {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '_' {
			n++
		}
	}
	v := New(n)
	for i := 0; i < len(s); i++ {
		if s[i] == '_' {
			continue
		}
		n--
		switch s[i] {
		case '0':
		case '1':
			v.put(n, L1)
		case 'z', 'Z', '?':
			v.put(n, LZ)
		default:
			v.put(n, LX)
		}
	}
	return v
}

// FromBytes gives the vector of a string literal: eight bits a byte, the first
// byte the most significant. The empty string is the eight bits of a NUL
// (IEEE 1364-2005 5.2.3.3).
func FromBytes(s string) Vec {
	if s == "" {
		return New(8)
	}
	v := New(8 * len(s))
	for i := 0; i < len(s); i++ {
		at := len(s) - 1 - i
		v.Val[at>>2] |= uint32(s[i]) << uint((at&3)*8)
	}
	return v
}

// FromPlanes gives a vector of width bits over copies of the given words, which
// may be fewer or more than the vector needs; bits past the end are dropped.
func FromPlanes(width int, val, xz []uint32) Vec {
	v := New(width)
	copy(v.Val, val)
	copy(v.XZ, xz)
	v.trim()
	return v
}

func make64(width int, val, xz uint64) Vec {
	n := Words(width)
	buf := make([]uint32, 2*n)
	v := Vec{Width: width, Val: buf[:n:n], XZ: buf[n:]}
	if width < 64 {
		m := uint64(1)<<uint(width) - 1
		val &= m
		xz &= m
	}
	v.Val[0], v.XZ[0] = uint32(val), uint32(xz)
	if n > 1 {
		v.Val[1], v.XZ[1] = uint32(val>>32), uint32(xz>>32)
	}
	return v
}

func lo64(w []uint32) uint64 {
	switch len(w) {
	case 0:
		return 0
	case 1:
		return uint64(w[0])
	}
	return uint64(w[0]) | uint64(w[1])<<32
}

// small reports whether both planes fit one machine word, and that there is at
// least one bit.
func small(width int) bool { return width > 0 && width <= 64 }

func (v Vec) trim() {
	if r := uint(v.Width) & 31; r != 0 {
		m := uint32(1)<<r - 1
		v.Val[len(v.Val)-1] &= m
		v.XZ[len(v.XZ)-1] &= m
	}
}

func (v Vec) put(i int, b Bit) {
	w, s := i>>5, uint(i)&31
	v.Val[w] = v.Val[w]&^(1<<s) | uint32(b&1)<<s
	v.XZ[w] = v.XZ[w]&^(1<<s) | uint32(b>>1&1)<<s
}

// Clone gives a copy that shares no words with v.
func (v Vec) Clone() Vec { return FromPlanes(v.Width, v.Val, v.XZ) }

// Bit gives bit i, or x where i is outside the vector.
func (v Vec) Bit(i int) Bit {
	if i < 0 || i >= v.Width {
		return LX
	}
	w, s := i>>5, uint(i)&31
	return Bit(v.Val[w]>>s&1 | v.XZ[w]>>s&1<<1)
}

// WithBit gives v with bit i set to b; an i outside the vector changes nothing.
func (v Vec) WithBit(i int, b Bit) Vec {
	if i < 0 || i >= v.Width {
		return v
	}
	c := v.Clone()
	c.put(i, b)
	return c
}

// Uint64 gives the low 64 bits of the value plane, zero-extended, and whether
// the whole vector is free of x and z. With unknown bits, u has them as 0.
func (v Vec) Uint64() (u uint64, known bool) {
	return lo64(v.Val) &^ lo64(v.XZ), v.IsKnown()
}

// Int64 gives the low 64 bits as a signed number, sign-extended from bit
// Width-1 where the vector is narrower, and whether the vector is free of x and
// z. With unknown bits, i has them as 0.
func (v Vec) Int64() (i int64, known bool) {
	u, k := v.Uint64()
	if v.Width > 0 && v.Width < 64 {
		s := uint(64 - v.Width)
		return int64(u<<s) >> s, k
	}
	return int64(u), k
}

// IsKnown reports whether no bit is x or z.
func (v Vec) IsKnown() bool {
	for _, w := range v.XZ {
		if w != 0 {
			return false
		}
	}
	return true
}

// IsZero reports whether every bit is 0.
func (v Vec) IsZero() bool {
	for i, w := range v.Val {
		if w|v.XZ[i] != 0 {
			return false
		}
	}
	return true
}

// HasZ reports whether some bit is z.
func (v Vec) HasZ() bool {
	for i, w := range v.XZ {
		if w&^v.Val[i] != 0 {
			return true
		}
	}
	return false
}

// HasX reports whether some bit is x.
func (v Vec) HasX() bool {
	for i, w := range v.XZ {
		if w&v.Val[i] != 0 {
			return true
		}
	}
	return false
}

// AllBits reports whether every bit is b; false for a vector of no bits.
func (v Vec) AllBits(b Bit) bool {
	if v.Width == 0 {
		return false
	}
	return CaseEq(v, Filled(v.Width, b))
}

// Len is the number of bits up to and including the highest one that is not 0.
func (v Vec) Len() int {
	for i := len(v.Val) - 1; i >= 0; i-- {
		if w := v.Val[i] | v.XZ[i]; w != 0 {
			return i*32 + bits.Len32(w)
		}
	}
	return 0
}

// String gives the vector as a sized binary literal, such as 4'b01xz.
func (v Vec) String() string {
	var b strings.Builder
	b.WriteString(itoa(v.Width))
	b.WriteString("'b")
	b.WriteString(v.Bits())
	return b.String()
}

// Bits gives the digits 0 1 x z, most significant first, one for each bit.
func (v Vec) Bits() string {
	s := make([]byte, v.Width)
	for i := range s {
		s[i] = "01zx"[v.Bit(v.Width-1-i)]
	}
	return string(s)
}

// Bytes gives the vector as a string: eight bits a byte, most significant byte
// first, x and z bits as 0. A width that is not a multiple of eight is
// zero-extended. Leading NULs are kept.
func (v Vec) Bytes() []byte {
	n := (v.Width + 7) / 8
	out := make([]byte, n)
	for i := range out {
		at := n - 1 - i
		s := uint(at&3) * 8
		out[i] = byte(v.Val[at>>2] &^ v.XZ[at>>2] >> s)
	}
	return out
}

// Extend gives v extended or truncated to width bits. With signed, new bits
// repeat the top bit of v, x and z included; without, they are 0.
func Extend(v Vec, width int, signed bool) Vec {
	if width == v.Width {
		return v
	}
	if width <= 0 {
		return Vec{}
	}
	if width < v.Width {
		n := Words(width)
		if width&31 == 0 {
			return Vec{Width: width, Val: v.Val[:n:n], XZ: v.XZ[:n:n]}
		}
		return FromPlanes(width, v.Val[:n], v.XZ[:n])
	}
	r := New(width)
	copy(r.Val, v.Val)
	copy(r.XZ, v.XZ)
	if signed && v.Width > 0 {
		if top := v.Bit(v.Width - 1); top != L0 {
			r.fillFrom(v.Width, top)
		}
	}
	return r
}

// fillFrom sets bits from..Width-1 to b.
func (v Vec) fillFrom(from int, b Bit) {
	if from >= v.Width {
		return
	}
	if from < 0 {
		from = 0
	}
	var mv, mx uint32
	if b&1 != 0 {
		mv = ^uint32(0)
	}
	if b&2 != 0 {
		mx = ^uint32(0)
	}
	for w := from >> 5; w < len(v.Val); w++ {
		keep := uint32(0)
		if w == from>>5 {
			keep = uint32(1)<<(uint(from)&31) - 1
		}
		v.Val[w] = v.Val[w]&keep | mv&^keep
		v.XZ[w] = v.XZ[w]&keep | mx&^keep
	}
	v.trim()
}

// shiftRight writes src >> by into dst, word-wise; missing words count as 0.
func shiftRight(dst, src []uint32, by int) {
	w, s := by>>5, uint(by)&31
	for i := range dst {
		var lo, hi uint32
		if i+w < len(src) {
			lo = src[i+w]
		}
		if s == 0 {
			dst[i] = lo
			continue
		}
		if i+w+1 < len(src) {
			hi = src[i+w+1]
		}
		dst[i] = lo>>s | hi<<(32-s)
	}
}

// orShifted ors src << by into dst, word-wise; what passes the end is dropped.
func orShifted(dst, src []uint32, by int) {
	w, s := by>>5, uint(by)&31
	for i, x := range src {
		if i+w >= len(dst) {
			return
		}
		dst[i+w] |= x << s
		if s != 0 && i+w+1 < len(dst) {
			dst[i+w+1] |= x >> (32 - s)
		}
	}
}

// Slice gives bits off..off+width-1 of v; those outside v are x, as a part
// select out of range reads (IEEE 1364-2005 5.2.1). off may be negative.
func Slice(v Vec, off int, width int) Vec {
	if width <= 0 {
		return Vec{}
	}
	if off == 0 && width == v.Width {
		return v
	}
	if off >= v.Width || off+width <= 0 {
		return Filled(width, LX)
	}
	if off >= 0 && off+width <= v.Width && width <= 32 {
		r := New(width)
		shiftRight(r.Val, v.Val, off)
		shiftRight(r.XZ, v.XZ, off)
		r.trim()
		return r
	}
	r := New(width)
	if off >= 0 {
		shiftRight(r.Val, v.Val, off)
		shiftRight(r.XZ, v.XZ, off)
		r.trim()
		r.fillFrom(v.Width-off, LX)
		return r
	}
	orShifted(r.Val, v.Val, -off)
	orShifted(r.XZ, v.XZ, -off)
	r.trim()
	r.fillFrom(v.Width-off, LX)
	low := Filled(-off, LX)
	orShifted(r.Val, low.Val, 0)
	orShifted(r.XZ, low.XZ, 0)
	return r
}

// SetSlice gives dst with its bits off..off+src.Width-1 replaced by src. Bits
// of src that fall outside dst are dropped. off may be negative.
func SetSlice(dst Vec, off int, src Vec) Vec {
	if off == 0 && src.Width == dst.Width {
		return src
	}
	if off < 0 {
		if off+src.Width <= 0 {
			return dst
		}
		src = Slice(src, -off, src.Width+off)
		off = 0
	}
	if off >= dst.Width || src.Width == 0 {
		return dst
	}
	if off+src.Width > dst.Width {
		src = Extend(src, dst.Width-off, false)
	}
	r := dst.Clone()
	r.clearRange(off, off+src.Width)
	orShifted(r.Val, src.Val, off)
	orShifted(r.XZ, src.XZ, off)
	return r
}

func (v Vec) clearRange(from, to int) {
	for w := from >> 5; w < Words(to); w++ {
		m := ^uint32(0)
		if lo := from - w*32; lo > 0 {
			m &^= uint32(1)<<uint(lo) - 1
		}
		if hi := to - w*32; hi < 32 {
			m &= uint32(1)<<uint(hi) - 1
		}
		v.Val[w] &^= m
		v.XZ[w] &^= m
	}
}

// Concat joins vectors, the first the most significant (IEEE 1364-2005 5.1.14).
func Concat(hi Vec, lo ...Vec) Vec {
	width := hi.Width
	for _, v := range lo {
		width += v.Width
	}
	r := New(width)
	at := 0
	for i := len(lo) - 1; i >= 0; i-- {
		orShifted(r.Val, lo[i].Val, at)
		orShifted(r.XZ, lo[i].XZ, at)
		at += lo[i].Width
	}
	orShifted(r.Val, hi.Val, at)
	orShifted(r.XZ, hi.XZ, at)
	return r
}

// Repeat joins n copies of v; n below 1 gives the vector of no bits.
func Repeat(n int, v Vec) Vec {
	if n <= 0 {
		return Vec{}
	}
	r := New(n * v.Width)
	for i := 0; i < n; i++ {
		orShifted(r.Val, v.Val, i*v.Width)
		orShifted(r.XZ, v.XZ, i*v.Width)
	}
	return r
}

// Reverse gives the bits of v in the opposite order.
func Reverse(v Vec) Vec {
	r := New(v.Width)
	for i := 0; i < v.Width; i++ {
		if b := v.Bit(i); b != L0 {
			r.put(v.Width-1-i, b)
		}
	}
	return r
}
