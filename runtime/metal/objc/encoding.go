package objc

import (
	"fmt"
	"strings"
)

// Signature is the runtime's description of a method as kinds. Kinds that C does not tell apart come out as the first of
// them: Pointer for every pointer but a C string.
type Signature struct {
	Result Kind
	Args   []Kind // behind the receiver and the selector
}

// ParseEncoding reads a type encoding as method_getTypeEncoding gives it, such as "@32@0:8Q16Q24".
func ParseEncoding(s string) (Signature, error) {
	var kinds []Kind
	for rest := s; rest != ""; {
		k, n, err := parseType(rest)
		if err != nil {
			return Signature{}, fmt.Errorf("type encoding %q: %w", s, err)
		}
		rest = strings.TrimLeft(rest[n:], "-0123456789")
		kinds = append(kinds, k)
	}
	if len(kinds) < 3 || kinds[1] != Object || kinds[2] != Selector {
		return Signature{}, fmt.Errorf("type encoding %q: no receiver and selector", s)
	}
	return Signature{kinds[0], kinds[3:]}, nil
}

// parseType reads one type and tells how many bytes it took.
func parseType(s string) (Kind, int, error) {
	i := 0
	for i < len(s) && strings.IndexByte("rnNoORVAj", s[i]) >= 0 { // const, in, out, oneway and the like
		i++
	}
	if i == len(s) {
		return Void, 0, fmt.Errorf("it ends early")
	}
	one := func(k Kind) (Kind, int, error) { return k, i + 1, nil }
	switch s[i] {
	case 'v':
		return one(Void)
	case '@':
		if i+1 < len(s) && s[i+1] == '?' {
			n := i + 2
			if n < len(s) && s[n] == '<' { // the block's own signature
				end, err := closing(s, n, '<', '>')
				return Block, end, err
			}
			return Block, n, nil
		}
		if i+1 < len(s) && s[i+1] == '"' {
			if end := strings.IndexByte(s[i+2:], '"'); end >= 0 {
				return Object, i + 2 + end + 1, nil
			}
			return Void, 0, fmt.Errorf("a class name without end")
		}
		return one(Object)
	case '#':
		return one(Object)
	case ':':
		return one(Selector)
	case 'Q', 'L':
		return one(UInt)
	case 'q', 'l':
		return one(Int)
	case 'B', 'c': // BOOL is a signed char on x86_64
		return one(Bool)
	case 'd':
		return one(Double)
	case '*':
		return one(CString)
	case '^':
		if i+1 < len(s) && s[i+1] == '?' {
			return Pointer, i + 2, nil
		}
		_, n, err := parseType(s[i+1:])
		return Pointer, i + 1 + n, err
	case '{':
		end, err := closing(s, i, '{', '}')
		if err != nil {
			return Void, 0, err
		}
		_, body, _ := strings.Cut(s[i+1:end-1], "=")
		if body != "QQQ" {
			return Void, end, nil // a structure that no row has
		}
		return Size, end, nil
	case 'C', 's', 'S', 'i', 'I', 'f':
		return one(Void) // numbers that no row has
	}
	return Void, 0, fmt.Errorf("unknown type %q", s[i:i+1])
}

// closing finds the byte behind the bracket that closes the one at s[i].
func closing(s string, i int, open, end byte) (int, error) {
	depth := 0
	for j := i; j < len(s); j++ {
		switch s[j] {
		case open:
			depth++
		case end:
			if depth--; depth == 0 {
				return j + 1, nil
			}
		}
	}
	return 0, fmt.Errorf("%q is not closed", string(open))
}

// plain is k as an encoding shows it.
func plain(k Kind) Kind {
	switch k {
	case Bytes, Out, Null:
		return Pointer
	}
	return k
}

// Match compares the row with a type encoding.
func (m *Method) Match(encoding string) error {
	s, err := ParseEncoding(encoding)
	if err != nil {
		return err
	}
	if s.Result != plain(m.Result) {
		return fmt.Errorf("%s gives a %s, not a %s (%s)", m, s.Result, plain(m.Result), encoding)
	}
	if len(s.Args) != len(m.Args) {
		return fmt.Errorf("%s takes %d arguments, not %d (%s)", m, len(s.Args), len(m.Args), encoding)
	}
	for i, k := range s.Args {
		if k != plain(m.Args[i].Kind) {
			return fmt.Errorf("%s takes a %s at place %d, not a %s (%s)", m, k, i+1, plain(m.Args[i].Kind), encoding)
		}
	}
	return nil
}

var kindCodes = map[Kind]string{Void: "v", Object: "@", Selector: ":", UInt: "Q", Int: "q", Bool: "B", Double: "d", Size: "{?=QQQ}", CString: "*", Pointer: "^v", Bytes: "r^v", Out: "^@", Null: "^@", Block: "@?"}

// Encoding is the type encoding that the row stands for, with the offsets of a 64-bit machine.
func (m *Method) Encoding() string {
	var b strings.Builder
	at := 16
	for _, a := range m.Args {
		fmt.Fprintf(&b, "%s%d", kindCodes[a.Kind], at)
		if at += 8; a.Kind == Size {
			at += 16
		}
	}
	return fmt.Sprintf("%s%d@0:8%s", kindCodes[m.Result], at, b.String())
}
