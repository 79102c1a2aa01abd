package lint

import "fmt"

// bitset is a set of bits of a net or variable, by their offset from the least significant one.
type bitset []uint64

func newBits(width int) bitset { return make(bitset, (width+63)/64) }

// fill adds the bits [lo, hi).
func (b bitset) fill(lo, hi int) {
	for i := max(lo, 0); i < hi && i/64 < len(b); i++ {
		if i%64 == 0 && i+64 <= hi {
			b[i/64] = ^uint64(0)
			i += 63
			continue
		}
		b[i/64] |= 1 << (i % 64)
	}
}

func (b bitset) has(i int) bool { return i/64 < len(b) && b[i/64]>>(i%64)&1 != 0 }

func (b bitset) empty() bool {
	for _, w := range b {
		if w != 0 {
			return false
		}
	}
	return true
}

// covers tells whether all bits [lo, hi) are in b.
func (b bitset) covers(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if !b.has(i) {
			return false
		}
	}
	return true
}

// meets tells whether a and b share a bit.
func (b bitset) meets(o bitset) bool {
	for i := range min(len(b), len(o)) {
		if b[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

func (b bitset) add(o bitset) bitset {
	for len(b) < len(o) {
		b = append(b, 0)
	}
	for i := range o {
		b[i] |= o[i]
	}
	return b
}

func (b bitset) clone() bitset { return append(bitset(nil), b...) }

// ranges writes the bits of [0, width) for which in is what has says, as an index or as a range of the declaration.
func (b bitset) ranges(width int, in bool, index func(int) int) string {
	out := ""
	for i := width - 1; i >= 0; i-- {
		if b.has(i) != in {
			continue
		}
		lo := i
		for lo > 0 && b.has(lo-1) == in {
			lo--
		}
		if out != "" {
			out += ", "
		}
		if lo == i {
			out += fmt.Sprintf("[%d]", index(i))
		} else {
			out += fmt.Sprintf("[%d:%d]", index(i), index(lo))
		}
		i = lo
	}
	return out
}
