package parse

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/ast"
	"github.com/gpga/gpga/frontend/diag"
)

// MaxWidth is the largest size, in bits, of an integer literal.
const MaxWidth = 1 << 20

// fills are the value and unknown planes of the literals that fill whatever they are assigned to (IEEE 1800-2017 5.7.1).
var fills = map[string][2]uint32{"0": {0, 0}, "1": {1, 0}, "x": {1, 1}, "X": {1, 1}, "z": {0, 1}, "Z": {0, 1}}

// number decodes an integer literal (IEEE 1364-2005 3.5.1).
func (p *parser) number(t token) *ast.Number {
	n := &ast.Number{Span: ast.Span{From: t.pos, To: t.end}, Text: t.text}
	size, digits := t.text, ""
	if q := strings.IndexByte(t.text, '\''); q >= 0 {
		size, digits = strings.TrimSpace(t.text[:q]), t.text[q+1:]
	} else {
		n.Signed = true
		p.decimal(n, strings.ReplaceAll(size, "_", ""), t)
		return n
	}
	if size != "" {
		w, err := strconv.ParseUint(strings.ReplaceAll(size, "_", ""), 10, 64)
		if err != nil || w > MaxWidth {
			p.errorf(diag.ParseNumberWidth, t.pos, "the size of a number is above the limit of %d bits", MaxWidth)
			w = 32
		}
		if w == 0 {
			p.errorf(diag.ParseNumberWidth, t.pos, "the size of a number cannot be zero")
			w = 1
		}
		n.Sized, n.Width = true, int(w)
	}
	if planes, ok := fills[digits]; ok && size == "" {
		p.extension(&t, "the literal "+t.text)
		n.Sized, n.Width, n.Base, n.Extend = true, 1, 'b', digits[0]|0x20
		n.Val, n.XZ = []uint32{planes[0]}, []uint32{planes[1]}
		return n
	}
	if digits[0] == 's' || digits[0] == 'S' {
		n.Signed = true
		digits = digits[1:]
	}
	n.Base = digits[0] | 0x20
	digits = strings.TrimSpace(digits[1:])
	if strings.HasPrefix(digits, "_") {
		p.errorf(diag.ParseBadNumber, t.pos, "the first digit of a number is no underscore (IEEE 1364-2005 3.5.1)")
	}
	digits = strings.ToLower(strings.ReplaceAll(digits, "_", ""))
	if digits == "" {
		p.errorf(diag.ParseBadNumber, t.pos, "a based number needs digits")
		digits = "0"
	}
	if n.Base == 'd' {
		switch strings.Trim(digits, "xz?") {
		case "":
			if len(digits) > 1 {
				p.errorf(diag.ParseBadNumber, t.pos, "a decimal number has x or z as its only digit")
			}
			p.radix(n, digits[:1], 1, t)
		default:
			p.decimal(n, digits, t)
		}
		return n
	}
	p.radix(n, digits, map[byte]int{'b': 1, 'o': 3, 'h': 4}[n.Base], t)
	return n
}

// decimal sets n from decimal digits.
func (p *parser) decimal(n *ast.Number, digits string, t token) {
	v := new(big.Int)
	if len(digits) > MaxWidth/3 {
		p.errorf(diag.ParseNumberWidth, t.pos, "a number has more than %d digits", MaxWidth/3)
		digits = "0"
	}
	if _, ok := v.SetString(digits, 10); !ok {
		p.errorf(diag.ParseBadNumber, t.pos, "'%s' is not a decimal number", clip(t.text))
		v.SetInt64(0)
	}
	need := v.BitLen()
	if !n.Sized {
		if n.Signed {
			need++
		}
		n.Width, n.Digits = max(32, need), need
	} else if need > n.Width {
		p.diags.Warnf(diag.ParseTruncated, t.pos, "'%s' does not fit in %d bits; its high bits are dropped", clip(t.text), n.Width)
	}
	words := (n.Width + 31) / 32
	n.Val, n.XZ = make([]uint32, words), make([]uint32, words)
	b := v.Bytes()
	for i := range b {
		if w := i / 4; w < words {
			n.Val[w] |= uint32(b[len(b)-1-i]) << (8 * (i % 4))
		}
	}
	if r := n.Width % 32; r != 0 {
		n.Val[words-1] &= 1<<r - 1
	}
}

// radix sets n from digits of `per` bits each, x, z and ? included.
func (p *parser) radix(n *ast.Number, digits string, per int, t token) {
	if len(digits) > MaxWidth {
		p.errorf(diag.ParseNumberWidth, t.pos, "a number has more than %d digits", MaxWidth)
		digits = digits[len(digits)-MaxWidth/4:]
	}
	if !n.Sized {
		lead := strings.TrimLeft(digits, "0")
		need := len(lead) * per
		if per > 1 && lead != "" && lead[0] >= '1' && lead[0] <= 'f' {
			d, _ := strconv.ParseUint(lead[:1], 16, 8)
			need -= per - big.NewInt(int64(d)).BitLen()
		}
		n.Digits = per * len(digits)
		if n.Signed && need < n.Digits {
			need++ // a zero is written before the first bit: the number is not negative
		}
		n.Width = max(32, need)
	}
	words := (n.Width + 31) / 32
	n.Val, n.XZ = make([]uint32, words), make([]uint32, words)
	set := func(bit int, val, xz uint32) {
		if bit < n.Width {
			n.Val[bit/32] |= val << (bit % 32)
			n.XZ[bit/32] |= xz << (bit % 32)
		}
	}
	bit, lost := 0, false
	for i := len(digits) - 1; i >= 0; i-- {
		c := digits[i]
		switch {
		case c == 'x':
			for k := range per {
				set(bit+k, 1, 1)
			}
		case c == 'z' || c == '?':
			for k := range per {
				set(bit+k, 0, 1)
			}
		default:
			d, err := strconv.ParseUint(string(c), 1<<per, 8)
			if err != nil {
				p.errorf(diag.ParseBadNumber, t.pos, "'%c' is not a digit of '%s'", rune(c), clip(t.text))
				return
			}
			for k := range per {
				b := uint32(d>>k) & 1
				set(bit+k, b, 0)
				lost = lost || b == 1 && bit+k >= n.Width
			}
		}
		bit += per
	}
	// The leftmost x or z goes on to the left (3.5.1).
	var val, xz uint32
	switch digits[0] {
	case 'x':
		val, xz, n.Extend = 1, 1, 'x'
	case 'z', '?':
		val, xz, n.Extend = 0, 1, 'z'
	}
	if xz != 0 {
		for ; bit < n.Width; bit++ {
			set(bit, val, xz)
		}
	}
	if n.Sized {
		n.Extend = 0
	}
	if lost {
		p.diags.Warnf(diag.ParseTruncated, t.pos, "'%s' does not fit in %d bits; its high bits are dropped", clip(t.text), n.Width)
	}
}

// clip shortens a text for a message.
func clip(s string) string {
	if len(s) > 40 {
		return s[:37] + "..."
	}
	return s
}

// real decodes a real literal (3.5.2).
func (p *parser) real(t token) *ast.Real {
	v, err := strconv.ParseFloat(strings.ReplaceAll(t.text, "_", ""), 64)
	if err != nil && v == 0 {
		p.errorf(diag.ParseBadNumber, t.pos, "'%s' is not a real number", clip(t.text))
	}
	return &ast.Real{Span: ast.Span{From: t.pos, To: t.end}, Text: t.text, Value: v}
}

// str decodes a string literal (3.6).
func (p *parser) str(t token) *ast.String {
	raw := strings.TrimPrefix(t.text, `"`)
	if strings.HasSuffix(raw, `"`) {
		raw = raw[:len(raw)-1]
	}
	s := &ast.String{Span: ast.Span{From: t.pos, To: t.end}, Raw: raw, Value: raw}
	if strings.IndexByte(raw, '\\') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c != '\\' || i+1 >= len(raw) {
			b.WriteByte(c)
			continue
		}
		i++
		switch c = raw[i]; {
		case c == 'n':
			b.WriteByte('\n')
		case c == 't':
			b.WriteByte('\t')
		case c == '\\' || c == '"':
			b.WriteByte(c)
		case c >= '0' && c <= '7':
			v := 0
			j := i
			for ; j < len(raw) && j < i+3 && raw[j] >= '0' && raw[j] <= '7'; j++ {
				v = v*8 + int(raw[j]-'0')
			}
			i = j - 1
			b.WriteByte(byte(v))
		case c == '\n':
		case c == '\r':
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
		default:
			p.diags.Warnf(diag.ParseStringEscape, t.pos, "'\\%c' is not an escape sequence; it stands for '%c'", rune(c), rune(c))
			b.WriteByte(c)
		}
	}
	s.Value = b.String()
	return s
}
