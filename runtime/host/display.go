package host

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/design/logic"
)

var displayServices = map[string]handler{
	"$sformat": (*Host).sformat, "$sformatf": (*Host).sformatf,
	"$fatal": (*Host).severity, "$error": (*Host).severity, "$warning": (*Host).severity, "$info": (*Host).severity,
	"$finish": (*Host).finish, "$finish_and_return": (*Host).finishAndReturn, "$stop": (*Host).stop,
}

func init() {
	for _, base := range []string{"", "b", "o", "h"} {
		for _, n := range []string{"$display", "$write", "$strobe", "$monitor"} {
			displayServices[n+base] = (*Host).display
			displayServices["$f"+n[1:]+base] = (*Host).fdisplay
		}
		displayServices["$fstrobe"+base+"@"] = (*Host).fstrobeFile
		displayServices["$swrite"+base] = (*Host).swrite
	}
}

// DefaultBase is the base that a task prints arguments without a format in:
// b, o or h by its last letter, otherwise d.
func DefaultBase(name string) byte {
	switch name[max(len(name)-1, 0):] {
	case "b", "o", "h":
		return name[len(name)-1]
	}
	return 'd'
}

// endsLine reports whether a task ends its output with a new line.
func endsLine(name string) bool {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "$"), "f")
	return strings.HasPrefix(name, "display") || strings.HasPrefix(name, "strobe") || strings.HasPrefix(name, "monitor")
}

// Format gives the text that the arguments print in a call of c.Name, without a
// new line. Warnings go to standard output.
func (h *Host) Format(c Caller, args []Arg) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.format(c, args)
}

func (h *Host) display(c Caller, args []Arg) Result {
	s := h.format(c, args)
	h.print(s)
	if endsLine(c.Name) {
		h.print("\n")
	}
	return Result{}
}

func (h *Host) fdisplay(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	fd := uint32(args[0].integer())
	late := strings.HasPrefix(c.Name, "$fstrobe") || strings.HasPrefix(c.Name, "$fmonitor")
	if strings.HasPrefix(c.Name, "$fstrobe") && len(h.strobes) > 0 {
		fd, h.strobes = h.strobes[0], h.strobes[1:]
	}
	if late && (fd == 0 || !h.validFD(fd)) {
		return Result{}
	}
	if !h.checkFD(c, fd) {
		return Result{}
	}
	s := h.format(c, args[1:])
	if endsLine(c.Name) {
		s += "\n"
	}
	h.writeFD(fd, s)
	return Result{}
}

// fstrobeFile takes the descriptor of a $fstrobe, when the task is reached: 0 for one that is not open, of which it says so.
func (h *Host) fstrobeFile(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	c.Name = strings.TrimSuffix(c.Name, "@")
	fd := uint32(args[0].integer())
	if !h.checkFD(c, fd) {
		fd = 0
	}
	h.strobes = append(h.strobes, fd)
	return Result{}
}

func (h *Host) swrite(c Caller, args []Arg) Result {
	if !h.need(c, args, 1) {
		return tooFew
	}
	return h.textInto(c, args[0], h.format(c, args[1:]))
}

func (h *Host) sformat(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	f := formatter{h: h, c: c, args: args[2:], idx: -1}
	f.format(args[1].text())
	if f.idx+1 < len(f.args) {
		h.at(c, "WARNING", "%s has %d extra argument(s).", c.Name, len(f.args)-f.idx-1)
	}
	return h.textInto(c, args[0], f.out.String())
}

func (h *Host) textInto(c Caller, target Arg, s string) Result {
	v := storeText(target, s)
	if strings.Contains(s, "\x00") {
		h.at(c, "WARNING", "%s returned a value with an embedded NULL (see %%u/%%z).", c.Name)
	}
	return Result{Writes: []Write{{Arg: 0, Value: v}}}
}

func (h *Host) sformatf(c Caller, args []Arg) Result {
	return Result{Value: Str(h.format(c, args))}
}

func (h *Host) severity(c Caller, args []Arg) Result {
	var r Result
	if c.Name == "$fatal" {
		r.Finish, r.Level, r.ExitCode = true, 1, 1
		if len(args) > 0 {
			n := int(args[0].integer())
			if n < 0 || n > 2 {
				h.at(c, "WARNING", "$fatal called with finish_number of %d, but it must be 0, 1, or 2.", n)
				n = 1
			}
			r.Level, args = n, args[1:]
		}
	}
	kind := strings.ToUpper(c.Name[1:])
	h.printf("%s: %s:%d: ", kind, c.File, c.Line)
	h.print(h.format(c, args))
	h.printf("\n%*s  Time: %d Scope: %s\n", len(kind), " ", c.Now, c.Scope)
	return r
}

func (h *Host) finish(_ Caller, args []Arg) Result {
	r := Result{Finish: true, Level: 1}
	if len(args) > 0 {
		r.Level = int(args[0].integer())
	}
	return r
}

// finishAndReturn is Icarus Verilog's $finish_and_return(status): $finish, and the exit status of the process (8 bits, as POSIX has).
func (h *Host) finishAndReturn(_ Caller, args []Arg) Result {
	r := Result{Finish: true, Level: 1}
	if len(args) > 0 {
		r.ExitCode = int(args[0].integer() & 0xff)
	}
	return r
}

func (h *Host) stop(_ Caller, args []Arg) Result {
	r := Result{Stop: true, Level: 1}
	if len(args) > 0 {
		r.Level = int(args[0].integer())
	}
	return r
}

func (h *Host) format(c Caller, args []Arg) string {
	f := formatter{h: h, c: c, args: args}
	for f.idx = 0; f.idx < len(args); f.idx++ {
		a := args[f.idx]
		switch a.Kind {
		case ArgString:
			f.format(a.text())
		case ArgEmpty:
			f.out.WriteByte(' ')
		case ArgReal:
			f.out.WriteString(formatFloat('g', a.Real, 6, true))
		case ArgRealtime:
			f.out.WriteString(formatFloat('f', a.Real, max(c.Unit-c.Precision, 0), false))
		case ArgMemory:
			h.at(c, "WARNING", "unknown argument type (%s) given to %s!", "vpiMemory", c.Name)
			f.out.WriteString("<?>")
		default:
			base := DefaultBase(c.Name)
			s, _ := a.digits(base)
			if base == 'd' {
				s = pad(s, logic.DecimalWidth(a.Vec.Width, a.Signed), false)
			}
			f.out.WriteString(s)
		}
	}
	return f.out.String()
}

// formatter prints one call's arguments. idx is the argument last used.
type formatter struct {
	h    *Host
	c    Caller
	args []Arg
	idx  int
	out  strings.Builder
}

// spec is one conversion of a format: %[-+][0][width][.precision]letter.
type spec struct {
	left, plus, zero bool
	width, precision int // -1: not given
	letter           byte
}

func (s spec) String() string {
	var b strings.Builder
	b.WriteByte('%')
	if s.left {
		b.WriteByte('-')
	}
	if s.plus {
		b.WriteByte('+')
	}
	if s.zero {
		b.WriteByte('0')
	}
	if s.width != -1 {
		b.WriteString(strconv.Itoa(s.width))
	}
	if s.precision != -1 {
		fmt.Fprintf(&b, ".%d", s.precision)
	}
	if s.letter != 0 {
		b.WriteByte(s.letter)
	}
	return b.String()
}

// maxFieldWidth bounds what one conversion of a format may print, so that a
// mistyped width cannot take the machine's memory.
const maxFieldWidth = 1 << 20

func (f *formatter) format(s string) {
	for i := 0; i < len(s); {
		if s[i] != '%' {
			n := strings.IndexByte(s[i:], '%')
			if n < 0 {
				n = len(s) - i
			}
			f.out.WriteString(s[i : i+n])
			i += n
			continue
		}
		i++
		p := spec{width: -1, precision: -1}
		for i < len(s) && (s[i] == '-' || s[i] == '+') {
			p.left = p.left || s[i] == '-'
			p.plus = p.plus || s[i] == '+'
			i++
		}
		if i < len(s) && s[i] == '0' {
			p.zero = true
			i++
		}
		number := func() int {
			n := 0
			for i < len(s) && s[i] >= '0' && s[i] <= '9' {
				n = min(n*10+int(s[i]-'0'), maxFieldWidth)
				i++
			}
			return n
		}
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			p.width = number()
		}
		if i < len(s) && s[i] == '.' {
			i++
			p.precision = number()
		}
		if i < len(s) {
			p.letter = s[i]
			i++
		}
		f.out.WriteString(f.convert(p))
	}
}

func (f *formatter) warn(p spec, what string) {
	f.h.at(f.c, "WARNING", "%s %s<%s>.", what, f.c.Name, p)
}

// next gives the argument that a conversion takes; without one it warns.
func (f *formatter) next(p spec) (Arg, bool) {
	f.idx++
	if f.idx >= len(f.args) {
		f.warn(p, "missing argument for")
		return Arg{}, false
	}
	return f.args[f.idx], true
}

func (f *formatter) incompatible(p spec) string {
	f.warn(p, "incompatible value for")
	return "<" + p.String() + ">"
}

// convert gives the text of one conversion. A conversion that fails prints as
// itself, in angle brackets.
func (f *formatter) convert(p spec) string {
	failed := "<" + p.String() + ">"
	noFlags := !p.left && !p.plus && !p.zero && p.width == -1 && p.precision == -1
	letter := p.letter
	if letter >= 'A' && letter <= 'Z' {
		letter += 'a' - 'A'
	}
	invalid := false
	switch letter {
	case 'b', 'o', 'h', 'x', 'c', 'm', 's', 'v':
		invalid = p.plus || p.precision != -1
	case 'd':
		invalid = p.precision != -1
	case 'u', 'z', '%', 0:
		invalid = !noFlags
	}
	if invalid {
		f.warn(p, "invalid format")
	}
	switch letter {
	case 0, '%':
		return "%"
	case 'l':
		f.h.at(f.c, "WARNING", "%%%c currently unsupported %s<%s>.", p.letter, f.c.Name, p)
		return failed
	case 'm':
		return pad(f.c.Scope, p.width, p.left)
	case 'b', 'o', 'h', 'x', 'c', 'd', 'e', 'f', 'g', 's', 't', 'u', 'v', 'z':
	default:
		f.warn(p, "unknown format")
		return failed
	}
	a, ok := f.next(p)
	if !ok {
		return failed
	}
	if a.Kind == ArgMemory || a.isReal() && strings.IndexByte("suvz", letter) >= 0 {
		return f.incompatible(p)
	}
	switch letter {
	case 'b', 'o', 'h', 'x':
		if letter == 'x' {
			letter = 'h'
		}
		s, _ := a.digits(letter)
		return f.based(p, s)
	case 'd':
		s, _ := a.digits('d')
		return f.decimal(p, a, s)
	case 'c':
		width := max(p.width, 1)
		ch := string([]byte{byte(a.integer())})
		if p.zero && !p.left {
			return strings.Repeat("0", width-1) + ch
		}
		return pad(ch, width, p.left)
	case 'e', 'f', 'g':
		return float(p, letter, a.real())
	case 's':
		width := p.width
		if width == -1 && !p.zero {
			width = (a.size() + 7) / 8
		}
		return pad(a.text(), width, p.left)
	case 't':
		return f.h.tf.convert(p, a, f.c)
	case 'u', 'z':
		return raw(a.vector(), letter == 'z')
	}
	return pad(strengths(a), p.width, p.left)
}

func (f *formatter) based(p spec, s string) string {
	if p.zero {
		switch {
		case p.width == -1 || p.left:
			s = stripZeros(s)
		default:
			s = strings.Repeat("0", max(p.width-len(s), 0)) + s
		}
	}
	return pad(s, p.width, p.left)
}

func (f *formatter) decimal(p spec, a Arg, s string) string {
	if p.plus && !strings.HasPrefix(s, "-") {
		s = "+" + s
	}
	if p.zero && !p.left {
		s = zeroPad(s, p.width)
	}
	width := p.width
	if width == -1 && !p.zero {
		width = logic.DecimalWidth(a.size(), a.Signed)
	}
	return pad(s, width, p.left)
}

func float(p spec, verb byte, r float64) string {
	prec := p.precision
	if prec == -1 {
		prec = 6
	}
	s := formatFloat(verb, r, prec, false)
	if p.letter == 'E' || p.letter == 'G' {
		s = strings.ToUpper(s)
	}
	if p.plus && !strings.HasPrefix(s, "-") {
		s = "+" + s
	}
	if p.zero && !p.left && !strings.ContainsAny(s, "nN") {
		s = zeroPad(s, p.width)
	}
	return pad(s, p.width, p.left)
}

// raw is %u (two-state) or %z (four-state): each 32-bit word in the machine's
// byte order, little-endian; %z gives the value plane's word, then the x/z one's.
func raw(v logic.Vec, four bool) string {
	var b strings.Builder
	word := func(w uint32) { b.Write([]byte{byte(w), byte(w >> 8), byte(w >> 16), byte(w >> 24)}) }
	for i, w := range v.Val {
		if four {
			word(w)
			word(v.XZ[i])
		} else {
			word(w &^ v.XZ[i])
		}
	}
	return b.String()
}

var strengthNames = [8]string{"Hi", "Sm", "Me", "We", "La", "Pu", "St", "Su"}

// StrengthString is %v of one bit (IEEE 1364-2005 17.1.1.5): two letters or two
// digits of strength and the value 0, 1, X, Z, L or H.
func StrengthString(s Strength) string {
	lo, hi := int(s.Lo), int(s.Hi)
	span := func(a, b int) string { // the strengths a >= b of one value
		if a == b {
			return strengthNames[a]
		}
		return strconv.Itoa(a) + strconv.Itoa(b)
	}
	switch {
	case lo == 0 && hi == 0:
		return "HiZ"
	case hi < 0:
		return span(-lo, -hi) + "0"
	case lo > 0:
		return span(hi, lo) + "1"
	case hi == 0:
		return strengthNames[-lo] + "L"
	case lo == 0:
		return strengthNames[hi] + "H"
	case -lo == hi:
		return strengthNames[hi] + "X"
	}
	return strconv.Itoa(-lo) + strconv.Itoa(hi) + "X"
}

// BitStrength is the strength of a bit that a variable, or an assignment without
// a strength, gives.
func BitStrength(b logic.Bit) Strength {
	switch b {
	case logic.L0:
		return Strength{-6, -6}
	case logic.L1:
		return Strength{6, 6}
	case logic.LX:
		return Strength{-6, 6}
	}
	return Strength{}
}

func strengths(a Arg) string {
	v := a.vector()
	parts := make([]string, v.Width)
	for i := range parts {
		bit := v.Width - 1 - i
		s := BitStrength(v.Bit(bit))
		if bit < len(a.Strength) {
			s = a.Strength[bit]
		}
		parts[i] = StrengthString(s)
	}
	return strings.Join(parts, "_")
}
