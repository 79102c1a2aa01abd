package program

import (
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
)

// The binary form: magic, version, then every field of Program in the order of its declaration. Unsigned numbers are
// varints, signed ones zigzag varints, slices their length and elements, strings their length and bytes. Slices of words, the
// image among them, are run-length coded. Equal programs have equal bytes.

// magic starts every encoded program.
const magic = "GPGAPRG\x00"

// maxDecoded bounds the elements of one slice, and maxImage the words of an image, that Decode accepts.
const (
	maxDecoded = 1 << 27
	maxImage   = 1 << 30
)

// ErrFormat is returned (wrapped) for bytes that are no encoded program of this version.
var ErrFormat = errors.New("not a gpga program of this version")

// Encode gives the binary form of p.
func Encode(p *Program) []byte {
	b := binary.AppendUvarint([]byte(magic), Version)
	return appendValue(b, reflect.ValueOf(p).Elem())
}

func appendValue(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		return binary.AppendUvarint(b, v.Uint())
	case reflect.Int32:
		return binary.AppendVarint(b, v.Int())
	case reflect.String:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		return append(b, v.String()...)
	case reflect.Slice:
		if words, ok := v.Interface().([]uint32); ok {
			return appendWords(b, words)
		}
		b = binary.AppendUvarint(b, uint64(v.Len()))
		for i := range v.Len() {
			b = appendValue(b, v.Index(i))
		}
		return b
	}
	// What is left is a struct: TestEncodeEveryField fills every field of a Program, and knows no other kind.
	for i := range v.NumField() {
		b = appendValue(b, v.Field(i))
	}
	return b
}

// appendWords codes runs of equal words: length, then (count, word) for runs of at least 4, with the lowest bit of the count
// telling runs (1) from literal words (0).
func appendWords(b []byte, w []uint32) []byte {
	b = binary.AppendUvarint(b, uint64(len(w)))
	run := func(i int) int {
		n := 1
		for i+n < len(w) && w[i+n] == w[i] {
			n++
		}
		return n
	}
	for i := 0; i < len(w); {
		if n := run(i); n >= 4 {
			b = binary.AppendUvarint(b, uint64(n)<<1|1)
			b = binary.AppendUvarint(b, uint64(w[i]))
			i += n
			continue
		}
		start := i
		for i < len(w) {
			n := run(i)
			if n >= 4 {
				break
			}
			i += n
		}
		b = binary.AppendUvarint(b, uint64(i-start)<<1)
		for _, x := range w[start:i] {
			b = binary.AppendUvarint(b, uint64(x))
		}
	}
	return b
}

// Decode reads the binary form. Every program that it returns passes Verify; anything else is an error, whatever the
// bytes are.
func Decode(b []byte) (*Program, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: wrong magic", ErrFormat)
	}
	d := &decoder{b: b[len(magic):]}
	if v := d.uint(1 << 32); d.err == nil && v != Version {
		return nil, fmt.Errorf("%w: version %d, want %d", ErrFormat, v, Version)
	}
	p := &Program{}
	d.value(reflect.ValueOf(p).Elem())
	if d.err != nil {
		return nil, d.err
	}
	if len(d.b) > 0 {
		return nil, fmt.Errorf("%w: %d bytes too many", ErrFormat, len(d.b))
	}
	if err := Verify(p); err != nil {
		return nil, fmt.Errorf("%w: %v", ErrFormat, err)
	}
	return p, nil
}

// decoder reads from b until the first error.
type decoder struct {
	b   []byte
	err error
}

func (d *decoder) fail(what string) {
	if d.err == nil {
		d.err = fmt.Errorf("%w: %s", ErrFormat, what)
	}
}

// uint reads a number below limit.
func (d *decoder) uint(limit uint64) uint64 {
	if d.err != nil {
		return 0
	}
	v, n := binary.Uvarint(d.b)
	if n <= 0 || v >= limit {
		d.fail("a number is cut off or too large")
		return 0
	}
	d.b = d.b[n:]
	return v
}

func (d *decoder) value(v reflect.Value) {
	if d.err != nil {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(d.uint(2) == 1)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		v.SetUint(d.uint(1 << v.Type().Bits()))
	case reflect.Int32:
		u := d.uint(1 << 32)
		v.SetInt(int64(u>>1) ^ -int64(u&1))
	case reflect.String:
		n := d.uint(uint64(len(d.b)) + 1)
		if d.err == nil {
			if n > uint64(len(d.b)) {
				d.fail("a string is cut off")
				return
			}
			v.SetString(string(d.b[:n]))
			d.b = d.b[n:]
		}
	case reflect.Slice:
		if _, ok := v.Interface().([]uint32); ok {
			v.Set(reflect.ValueOf(d.words()))
			return
		}
		n := d.uint(min(maxDecoded, uint64(len(d.b))+1)) // an element takes a byte at least
		if d.err != nil || n == 0 {
			return
		}
		s := reflect.MakeSlice(v.Type(), int(n), int(n))
		for i := range int(n) {
			if d.err != nil {
				return
			}
			d.value(s.Index(i))
		}
		v.Set(s)
	case reflect.Struct:
		for i := range v.NumField() {
			d.value(v.Field(i))
		}
	}
}

// words reads run-length coded words. A run may be far longer than its code, so the total is bounded by what the bytes
// that are left can justify: 64 KiB of state for each, and 16 MiB.
func (d *decoder) words() []uint32 {
	limit := min(maxImage, uint64(len(d.b))<<14+1<<22)
	n := d.uint(limit + 1)
	if d.err != nil || n == 0 {
		return nil
	}
	w := make([]uint32, 0, min(n, 1<<20))
	for uint64(len(w)) < n && d.err == nil {
		c := d.uint(1 << 40)
		k := c >> 1
		if k == 0 || uint64(len(w))+k > n {
			d.fail("a run does not fit")
			return nil
		}
		if c&1 != 0 {
			x := uint32(d.uint(1 << 32))
			for range k {
				w = append(w, x)
			}
			continue
		}
		for range k {
			if d.err != nil {
				return nil
			}
			w = append(w, uint32(d.uint(1<<32)))
		}
	}
	return w
}
