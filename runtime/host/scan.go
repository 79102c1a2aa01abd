package host

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"syscall"

	"github.com/gpga/gpga/frontend/design/logic"
)

// byteSource is what $fscanf and $sscanf read: -1 is the end, and a byte read
// last can be put back.
type byteSource interface {
	get() int
	unget(ch int)
}

type textSource struct {
	s  string
	at int
}

func (t *textSource) get() int {
	if t.at >= len(t.s) {
		return -1
	}
	t.at++
	return int(t.s[t.at-1])
}

func (t *textSource) unget(ch int) {
	if ch >= 0 && t.at > 0 {
		t.at--
	}
}

type streamSource struct {
	h *Host
	s *stream
}

func (t streamSource) get() int { return t.h.getc(t.s) }

func (t streamSource) unget(ch int) {
	if ch >= 0 {
		t.s.ungetc(ch)
	}
}

func (h *Host) fscanf(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	h.setErr(nil)
	fd := uint32(args[0].integer())
	s := h.file(fd)
	if s == nil {
		h.at(c, "ERROR", "invalid file descriptor (0x%x) given to %s.", fd, c.Name)
		h.setErr(syscall.EBADF)
		return intResult(-1)
	}
	return h.scan(c, streamSource{h, s}, args)
}

func (h *Host) sscanf(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	return h.scan(c, &textSource{s: args[0].text()}, args)
}

// outcome of one conversion of a scan format.
type outcome int

const (
	noMatch    outcome = iota // the input does not fit: the scan ends
	matched                   // a variable was given a value
	suppressed                // the input fit, and %* stores nothing
)

// scanner is one $fscanf or $sscanf at work. next is the argument that the next
// conversion stores into.
type scanner struct {
	h    *Host
	c    Caller
	src  byteSource
	args []Arg
	next int
	res  Result
}

func isSpace(ch int) bool { return ch == ' ' || ch >= '\t' && ch <= '\r' }
func isDigit(ch int) bool { return ch >= '0' && ch <= '9' }

func (h *Host) scan(c Caller, src byteSource, args []Arg) Result {
	if args[1].Kind == ArgVec && !args[1].Vec.IsKnown() {
		return intResult(-1)
	}
	s := scanner{h: h, c: c, src: src, args: args, next: 2}
	n := s.run(args[1].text())
	s.res.Value = intResult(n).Value
	return s.res
}

// run gives the number of conversions that stored a value, or -1 where the input
// was at its end before the first.
func (s *scanner) run(format string) int {
	ch := s.src.get()
	if ch < 0 {
		return -1
	}
	s.src.unget(ch)
	count := 0
	for i := 0; i < len(format); {
		switch {
		case isSpace(int(format[i])):
			for i < len(format) && isSpace(int(format[i])) {
				i++
			}
			s.src.unget(s.skipSpace())
			continue
		case format[i] != '%':
			if ch := s.src.get(); ch != int(format[i]) {
				s.src.unget(ch)
				return count
			}
			i++
			continue
		}
		i++
		quiet := false
		if i < len(format) && format[i] == '*' {
			quiet = true
			i++
		}
		width := math.MaxInt
		if i < len(format) && isDigit(int(format[i])) {
			width = 0
			for i < len(format) && isDigit(int(format[i])) {
				width = min(width*10+int(format[i]-'0'), maxFieldWidth)
				i++
			}
		}
		code := byte(0)
		if i < len(format) {
			code = format[i]
			i++
		}
		got := s.convert(code, width, quiet)
		if s.res.Finish {
			return count
		}
		switch {
		case got == matched:
			count++
		case got == noMatch && count == 0 && (code == 'u' || code == 'z'):
			return -1
		case got == noMatch:
			return count
		}
	}
	return count
}

func (s *scanner) skipSpace() int {
	ch := s.src.get()
	for isSpace(ch) {
		ch = s.src.get()
	}
	return ch
}

func (s *scanner) convert(code byte, width int, quiet bool) outcome {
	switch code {
	case '%':
		if ch := s.src.get(); ch != '%' {
			s.src.unget(ch)
			return noMatch
		}
		return suppressed
	case 'b':
		return s.based(code, "01xzXZ?_", 'b', width, quiet)
	case 'o':
		return s.based(code, "01234567xzXZ?_", 'o', width, quiet)
	case 'h', 'x':
		return s.based('h', "0123456789abcdefxzABCDEFXZ?_", 'h', width, quiet)
	case 'd':
		return s.decimal(width, quiet)
	case 'c':
		if width == 0 {
			return noMatch
		}
		ch := s.src.get()
		if ch < 0 {
			return noMatch
		}
		return s.put('c', quiet, func(target Arg) Arg { return store(target, Int(ch)) })
	case 'e', 'f', 'g', 't':
		r, ok := s.float(width)
		if !ok {
			return noMatch
		}
		if code == 't' {
			r = s.timeUnits(r)
		}
		return s.put(code, quiet, func(target Arg) Arg { return store(target, Real(r)) })
	case 's':
		return s.word(width, quiet)
	case 'm':
		return s.put('m', quiet, func(target Arg) Arg { return storeText(target, s.c.Scope) })
	case 'u', 'z':
		return s.raw(code, width, quiet)
	case 'v':
		s.h.at(s.c, "SORRY", "%s() format code '%%v' is not currently supported.", s.c.Name)
	default:
		s.h.at(s.c, "ERROR", "%s() was given an invalid format code: %%%c", s.c.Name, code)
	}
	s.res.Finish, s.res.Level = true, 1
	return noMatch
}

// target gives the variable that the next value goes to; without one the
// simulation ends, as with Icarus.
func (s *scanner) target(code byte) (Arg, bool) {
	if s.next >= len(s.args) {
		s.h.print(fmt.Sprintf("ERROR: %s:%d: %s() ran out of variables for %%%c format code.", s.c.File, s.c.Line, s.c.Name, code))
		s.res.Finish, s.res.Level = true, 1
		return Arg{}, false
	}
	return s.args[s.next], true
}

func (s *scanner) put(code byte, quiet bool, value func(target Arg) Arg) outcome {
	if quiet {
		return suppressed
	}
	t, ok := s.target(code)
	if !ok {
		return noMatch
	}
	s.res.Writes = append(s.res.Writes, Write{Arg: s.next, Value: value(t)})
	s.next++
	return matched
}

func (s *scanner) putDigits(code byte, quiet bool, text string, base byte) outcome {
	return s.put(code, quiet, func(target Arg) Arg {
		if target.Kind == ArgReal {
			return Real(logic.ToReal(ParseDigits(text, base, 1024), strings.HasPrefix(text, "-")))
		}
		return Arg{Kind: ArgVec, Vec: ParseDigits(text, base, target.Vec.Width), Signed: target.Signed}
	})
}

func (s *scanner) based(code byte, digits string, base byte, width int, quiet bool) outcome {
	ch := s.skipSpace()
	if width == 0 || ch == '_' {
		s.src.unget(ch)
		return noMatch
	}
	var text []byte
	for ch > 0 && strings.IndexByte(digits, byte(ch)) >= 0 && len(text) < width {
		if ch == '?' {
			ch = 'x'
		}
		text = append(text, byte(ch))
		ch = s.src.get()
	}
	s.src.unget(ch)
	if len(text) == 0 {
		return noMatch
	}
	return s.putDigits(code, quiet, string(text), base)
}

func (s *scanner) decimal(width int, quiet bool) outcome {
	ch := s.skipSpace()
	if width == 0 || ch == '_' {
		s.src.unget(ch)
		return noMatch
	}
	var text []byte
	switch ch {
	case 'x', 'X', '?':
		text = []byte("x")
	case 'z', 'Z':
		text = []byte("z")
	default:
		if ch == '+' || ch == '-' {
			sign := ch
			if width == 1 {
				return noMatch
			}
			if ch = s.src.get(); !isDigit(ch) {
				s.src.unget(ch)
				return noMatch
			}
			if sign == '-' {
				text = append(text, '-')
			} else {
				width--
			}
		}
		for (isDigit(ch) || ch == '_') && len(text) < width {
			text = append(text, byte(ch))
			ch = s.src.get()
		}
		s.src.unget(ch)
		if len(text) == 0 {
			return noMatch
		}
	}
	return s.putDigits('d', quiet, string(text), 'd')
}

func (s *scanner) word(width int, quiet bool) outcome {
	ch := s.skipSpace()
	if width == 0 {
		s.src.unget(ch)
		return noMatch
	}
	var text []byte
	for ch >= 0 && !isSpace(ch) && len(text) < width {
		text = append(text, byte(ch))
		ch = s.src.get()
	}
	s.src.unget(ch)
	if len(text) == 0 {
		return noMatch
	}
	return s.put('s', quiet, func(target Arg) Arg { return storeText(target, string(text)) })
}

// float reads a real number of at most width characters.
func (s *scanner) float(width int) (r float64, ok bool) {
	ch := s.skipSpace()
	var text []byte
	fail := func() (float64, bool) {
		s.src.unget(ch)
		return 0, false
	}
	take := func() {
		text = append(text, byte(ch))
		ch = s.src.get()
	}
	if width == 0 {
		return fail()
	}
	if ch == '+' || ch == '-' {
		if width == 1 {
			return fail()
		}
		take()
	}
	signs := len(text)
	for isDigit(ch) && len(text) < width {
		take()
	}
	if ch == '.' && len(text) < width {
		take()
		for isDigit(ch) && len(text) < width {
			take()
		}
	}
	if len(text) == signs {
		return fail()
	}
	if (ch == 'e' || ch == 'E') && len(text) < width {
		take()
		if len(text) == width {
			return fail()
		}
		if ch == '-' || ch == '+' {
			take()
			if len(text) == width {
				return fail()
			}
		}
		if !isDigit(ch) {
			return fail()
		}
		for isDigit(ch) && len(text) < width {
			take()
		}
	}
	s.src.unget(ch)
	// A lone point is 0 here; the range error of a huge exponent gives an
	// infinity, as C has it.
	r, err := strconv.ParseFloat(string(text), 64)
	if err != nil && !math.IsInf(r, 0) {
		r = 0
	}
	return r, true
}

// timeUnits rounds to $timeformat's precision and scales from its units to the
// caller's.
func (s *scanner) timeUnits(r float64) float64 {
	tf := s.h.tf
	scale := math.Pow10(tf.precision)
	r = math.Round(r*scale) / scale
	if tf.units >= s.c.Unit {
		return r * math.Pow10(tf.units-s.c.Unit)
	}
	return r / math.Pow10(s.c.Unit-tf.units)
}

// raw is %u and %z: words of four bytes, little-endian, of one plane or two.
func (s *scanner) raw(code byte, width int, quiet bool) outcome {
	if width == 0 {
		return noMatch
	}
	planes := 1
	if code == 'z' {
		planes = 2
	}
	var t Arg
	words := 1
	if !quiet {
		var ok bool
		if t, ok = s.target(code); !ok {
			return noMatch
		}
		words = logic.Words(max(t.Vec.Width, 1))
	}
	if width != math.MaxInt {
		words = logic.Words(width)
	}
	val, xz := make([]uint32, words), make([]uint32, words)
	total := words * planes * 4
	for i := 0; i < total; i++ {
		ch := s.src.get()
		if ch < 0 {
			s.h.at(s.c, "WARNING", "%s() only found %d of %d bytes needed by %%%c format code.", s.c.Name, i, total, code)
			return noMatch
		}
		plane := val
		if planes == 2 && i/4%2 == 1 {
			plane = xz
		}
		plane[i/4/planes] |= uint32(ch) << (i % 4 * 8)
	}
	if quiet {
		return suppressed
	}
	if width != math.MaxInt {
		v := logic.FromPlanes(width, val, xz)
		val, xz = v.Val, v.XZ
	}
	return s.put(code, false, func(target Arg) Arg {
		return store(target, Vec(logic.FromPlanes(32*len(val), val, xz)))
	})
}
