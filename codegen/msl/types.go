package msl

import (
	"fmt"
	"regexp"
	"strings"
)

// Kind says what sort of type a Type is. The scalar kinds come first, in the
// order of C++'s integer conversion rank.
type Kind uint8

// The kinds of types. Widths are Metal's: long and ulong have 64 bits.
const (
	Void Kind = iota
	Bool
	Char
	UChar
	Short
	UShort
	Int
	UInt
	Long
	ULong
	StructKind
	Pointer
	Ref
	Array
	badKind
)

// Space is an address space of Metal.
type Space uint8

// The address spaces of the subset. NoSpace is what a pointer may not have.
const (
	NoSpace Space = iota
	Device
	Constant
	Thread
	Threadgroup
)

func (s Space) String() string {
	return [...]string{"", "device", "constant", "thread", "threadgroup"}[s]
}

// Type is a type of the subset. Types are interned: two are equal when their
// pointers are.
type Type struct {
	Kind   Kind
	Elem   *Type   // pointee, referent or array element
	Space  Space   // of what Pointer, Ref or Array points at
	Const  bool    // what Pointer or Ref points at may not be written
	Len    int     // elements of an Array
	Struct *Struct // for StructKind
}

// Struct is a value struct of scalar members.
type Struct struct {
	Name   string
	Pos    Pos
	Fields []Field
	Size   int // bytes, with padding, as C lays it out
	Align  int // bytes
}

// Field is a member of a Struct.
type Field struct {
	Name   string
	Type   *Type
	Offset int // bytes from the start of the struct
}

// FieldIndex finds a member by name, -1 if there is none.
func (s *Struct) FieldIndex(name string) int {
	for i := range s.Fields {
		if s.Fields[i].Name == name {
			return i
		}
	}
	return -1
}

// The scalar types.
var (
	TypeVoid   = &Type{Kind: Void}
	TypeBool   = &Type{Kind: Bool}
	TypeChar   = &Type{Kind: Char}
	TypeUChar  = &Type{Kind: UChar}
	TypeShort  = &Type{Kind: Short}
	TypeUShort = &Type{Kind: UShort}
	TypeInt    = &Type{Kind: Int}
	TypeUInt   = &Type{Kind: UInt}
	TypeLong   = &Type{Kind: Long}
	TypeULong  = &Type{Kind: ULong}

	typeBad = &Type{Kind: badKind}
)

var scalarNames = [...]string{"void", "bool", "char", "uchar", "short", "ushort", "int", "uint", "long", "ulong"}

var typeNames = map[string]*Type{
	"void": TypeVoid, "bool": TypeBool, "char": TypeChar, "uchar": TypeUChar,
	"short": TypeShort, "ushort": TypeUShort, "int": TypeInt, "uint": TypeUInt,
	"long": TypeLong, "ulong": TypeULong,
	"int8_t": TypeChar, "uint8_t": TypeUChar, "int16_t": TypeShort,
	"uint16_t": TypeUShort, "int32_t": TypeInt, "uint32_t": TypeUInt,
	"int64_t": TypeLong, "uint64_t": TypeULong, "size_t": TypeULong,
}

// outsideTypes are names that a reader of C++ or Metal might expect.
var outsideTypes = map[string]string{
	"double":      "'double' is not a type of Metal",
	"float":       "'float' is outside the subset",
	"half":        "'half' is outside the subset",
	"__int128":    "'__int128' is not a type of Metal",
	"wchar_t":     "'wchar_t' is not a type of Metal",
	"atomic_uint": "atomics are outside the subset",
	"atomic_int":  "atomics are outside the subset",
}

// vectorRE matches Metal's vectors and matrices.
var vectorRE = regexp.MustCompile(`^(packed_)?(bool|u?char|u?short|u?int|u?long|half|float|bfloat)[234](x[234])?$`)

// outsideFamilies are beginnings of names of types that come in families.
var outsideFamilies = []struct{ prefix, what string }{
	{"texture", "a texture"}, {"depth", "a texture"}, {"sampler", "a sampler"}, {"atomic", "an atomic"}, {"simdgroup_", "a matrix of a SIMD group"},
	{"bfloat", "a number with a fraction"}, {"imageblock", "an imageblock"}, {"acceleration_structure", "for ray tracing"}, {"intersect", "for ray tracing"},
}

// outsideType says what is to be said of a name that Metal has for a type that the subset has not; empty for other names.
func outsideType(name string) string {
	if msg := outsideTypes[name]; msg != "" {
		return msg
	}
	switch {
	case vectorRE.MatchString(name) && strings.Contains(name[len(name)-2:], "x"):
		return fmt.Sprintf("'%s', a matrix, is outside the subset", name)
	case vectorRE.MatchString(name) || name == "vec":
		return fmt.Sprintf("'%s', a vector, is outside the subset", name)
	}
	for _, f := range outsideFamilies {
		if strings.HasPrefix(name, f.prefix) {
			return fmt.Sprintf("'%s', %s, is outside the subset", name, f.what)
		}
	}
	return ""
}

func (t *Type) String() string {
	switch t.Kind {
	case StructKind:
		return t.Struct.Name
	case Pointer, Ref:
		var b strings.Builder
		b.WriteString(t.Space.String())
		b.WriteByte(' ')
		if t.Const && t.Space != Constant {
			b.WriteString("const ")
		}
		b.WriteString(t.Elem.String())
		if t.Kind == Pointer {
			b.WriteString(" *")
		} else {
			b.WriteString(" &")
		}
		return b.String()
	case Array:
		return fmt.Sprintf("%s[%d]", t.Elem, t.Len)
	case badKind:
		return "<error>"
	}
	return scalarNames[t.Kind]
}

// IsInteger reports whether t is bool or an integer type.
func (t *Type) IsInteger() bool { return Bool <= t.Kind && t.Kind <= ULong }

// Signed reports whether an integer type is signed.
func (t *Type) Signed() bool {
	switch t.Kind {
	case Char, Short, Int, Long:
		return true
	}
	return false
}

// Bits is the width of a scalar type in bits; bool has 1.
func (t *Type) Bits() int {
	return [...]int{0, 1, 8, 8, 16, 16, 32, 32, 64, 64, 0, 0, 0, 0, 0}[t.Kind]
}

// Size is the size of an object of type t in bytes, as C lays it out.
func (t *Type) Size() int {
	switch t.Kind {
	case Bool:
		return 1
	case StructKind:
		return t.Struct.Size
	case Array:
		return t.Len * t.Elem.Size()
	case Pointer, Ref:
		return 8
	}
	return t.Bits() / 8
}

// align is the alignment of t in bytes.
func (t *Type) align() int {
	switch t.Kind {
	case StructKind:
		return t.Struct.Align
	case Array:
		return t.Elem.align()
	}
	if n := t.Size(); n > 0 {
		return n
	}
	return 1
}

// layOut fills in offsets, size and alignment of s.
func (s *Struct) layOut() {
	off, align := 0, 1
	for i := range s.Fields {
		f := &s.Fields[i]
		a := f.Type.align()
		off = (off + a - 1) &^ (a - 1)
		f.Offset = off
		off += f.Type.Size()
		if a > align {
			align = a
		}
	}
	s.Align = align
	s.Size = (off + align - 1) &^ (align - 1)
}

// promote is C++'s integer promotion: everything below int becomes int.
func promote(t *Type) *Type {
	if t.Kind >= Bool && t.Kind < Int {
		return TypeInt
	}
	return t
}

// usual is the type that C++'s usual arithmetic conversions give a and b.
func usual(a, b *Type) *Type {
	a, b = promote(a), promote(b)
	if a.Kind == badKind || b.Kind == badKind {
		return typeBad
	}
	if a.Kind > b.Kind {
		return a
	}
	return b
}

// Wrap cuts v to what a scalar of type t holds and extends it to 64 bits
// again: sign extended for signed types, zero extended for others, 0 or 1 for
// bool (where v counts as true unless it is 0).
func (t *Type) Wrap(v uint64) uint64 {
	switch t.Kind {
	case Bool:
		if v != 0 {
			return 1
		}
		return 0
	case Char:
		return uint64(int64(int8(v)))
	case UChar:
		return uint64(uint8(v))
	case Short:
		return uint64(int64(int16(v)))
	case UShort:
		return uint64(uint16(v))
	case Int:
		return uint64(int64(int32(v)))
	case UInt:
		return uint64(uint32(v))
	}
	return v
}

type typeKey struct {
	kind  Kind
	elem  *Type
	space Space
	konst bool
	len   int
}

// typeTable interns the derived types of one unit.
type typeTable map[typeKey]*Type

func (tt typeTable) get(k typeKey) *Type {
	if k.space == Constant {
		k.konst = true
	}
	if t := tt[k]; t != nil {
		return t
	}
	t := &Type{Kind: k.kind, Elem: k.elem, Space: k.space, Const: k.konst, Len: k.len}
	tt[k] = t
	return t
}

func (tt typeTable) pointer(elem *Type, space Space, konst bool) *Type {
	return tt.get(typeKey{kind: Pointer, elem: elem, space: space, konst: konst})
}
