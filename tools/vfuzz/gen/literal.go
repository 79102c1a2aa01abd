package gen

import (
	"fmt"

	"github.com/gpga/gpga/tools/vfuzz/tree"
)

// digits makes w bits, most significant first; x and z among them now and then.
func (g *gen) bits(w int) string {
	b := make([]byte, w)
	style := g.below(10)
	for i := range b {
		switch {
		case style == 0:
			b[i] = '0'
		case style == 1:
			b[i] = '1'
		case style == 2 && g.chance(3):
			b[i] = "xz"[g.below(2)]
		case style == 3 && i > 0:
			b[i] = b[i-1] // long runs
			if g.chance(8) {
				b[i] = "01xz"[g.below(4)]
			}
		default:
			b[i] = "01"[g.below(2)]
		}
	}
	return string(b)
}

// literal makes a constant of about w bits.
func (g *gen) literal(w int) *tree.Node {
	if w > 160 {
		w = 160
	}
	n := &tree.Node{Cat: tree.Expr, Width: w, Const: true}
	s := ""
	if n.Signed = g.chance(3); n.Signed {
		s = "s"
	}
	sized := fmt.Sprintf("%d'%s", w, s)
	switch g.below(10) {
	case 0, 1, 2:
		n.Name, n.Text = "literal/binary", sized+"b"+g.bits(w)
	case 3:
		n.Name, n.Text = "literal/short", sized+"b"+g.bits(1+g.below(w)) // extended by 0, x or z
	case 4, 5:
		n.Name, n.Text = "literal/hex", sized+"h"+g.hex((w+3)/4)
	case 6:
		n.Name, n.Text = "literal/octal", sized+"o"+g.octal((w+2)/3)
	case 7:
		d := g.r.Uint64()
		if w < 64 {
			d &= 1<<w - 1
		}
		if g.chance(2) {
			d &= 0xff
			if w < 8 {
				d &= 1<<w - 1
			}
		}
		n.Name, n.Text = "literal/decimal", fmt.Sprintf("%sd%d", sized, d)
		if g.chance(12) {
			n.Name, n.Text = "literal/unknown decimal", sized+"d"+pick(g, []string{"x", "z", "?"})
		}
	case 8:
		n.Name, n.Text = "literal/plain", fmt.Sprint(g.plain())
		n.Width, n.Signed = 32, true
	default:
		// Icarus 11 extends signed ones by the first digit that is written, and not by zeros (IEEE 1364-2005 3.5.1): it is a zero.
		first := ""
		if n.Signed {
			first = "0"
		}
		n.Name, n.Text = "literal/unsized", "'"+s+pick(g, []string{"b" + first + g.bits(1+g.below(31)), "h" + first + g.hex(1+g.below(7)), fmt.Sprintf("d%d", g.r.Uint32()>>1)})
		n.Width = 32
	}
	return n
}

// long makes a constant without a size that takes 32 bits or more. What is computed with it has all the bits that it takes.
func (g *gen) long() *tree.Node {
	n := &tree.Node{Cat: tree.Expr, Name: "literal/long", Width: 64, Const: true}
	switch g.below(4) {
	case 0:
		n.Text = "'b1" + g.bits(31+g.below(20))
	case 1:
		n.Text = "'h1" + g.hex(8+g.below(6))
	case 2:
		n.Text = fmt.Sprintf("'d%d", 1<<32+g.r.Uint64()>>(1+g.below(31)))
	default:
		n.Text, n.Signed = fmt.Sprint(1<<30+g.r.Uint64()>>(1+g.below(33))), true
	}
	return n
}

// plain is a small number most of the time.
func (g *gen) plain() int {
	switch g.below(6) {
	case 0:
		return int(g.r.Uint32() >> 2)
	case 1:
		return g.below(300)
	}
	return g.below(10)
}

func (g *gen) hex(n int) string {
	b := make([]byte, n)
	xz := g.chance(4)
	for i := range b {
		b[i] = "0123456789abcdefABCDEF"[g.below(22)]
		if xz && g.chance(4) {
			b[i] = "xzXZ?"[g.below(5)]
		}
	}
	// The first digit may hold more bits than there is room for: a zero.
	if b[0] != 'x' && b[0] != 'z' && b[0] != 'X' && b[0] != 'Z' && b[0] != '?' {
		b[0] = "01"[g.below(2)]
	}
	return string(b)
}

func (g *gen) octal(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = "01234567"[g.below(8)]
		if g.chance(12) {
			b[i] = "xz"[g.below(2)]
		}
	}
	if b[0] != 'x' && b[0] != 'z' {
		b[0] = "01"[g.below(2)]
	}
	return string(b)
}

// realLiteral makes a real constant.
func (g *gen) realLiteral() *tree.Node {
	t := ""
	switch g.below(5) {
	case 0:
		t = fmt.Sprintf("%d.%d", g.below(1000), g.below(1000))
	case 1:
		t = fmt.Sprintf("%d.5", g.below(100))
	case 2:
		t = fmt.Sprintf("%d.%02de%d", g.below(10), g.below(100), g.below(40)-20)
	case 3:
		t = fmt.Sprintf("%de%d", 1+g.below(9), g.below(12))
	default:
		t = fmt.Sprintf("0.%04d", g.below(10000))
	}
	return &tree.Node{Cat: tree.Expr, Name: "literal/real", Text: t, Real: true, Width: 64, Signed: true, Const: true}
}
