package wave

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Trace is a dump in memory.
type Trace struct {
	Exponent int // the power of ten, in seconds, of a tick
	Vars     []*TraceVar
	End      uint64 // the last time in the dump
	byName   map[string]*TraceVar
}

// TraceVar is a variable with its values. Aliases share Changes.
type TraceVar struct {
	Name    string // full, scopes joined by points, without range
	Kind    VarKind
	Width   int
	Changes []TraceChange
	store   *[]TraceChange
}

// TraceChange is a value from a time on: of a vector digits 0, 1, x and z, without
// the leading ones that the dump's own rule of extension gives (Digits puts them
// back); a real's number; "1" for an event.
type TraceChange struct {
	Time  uint64
	Value string
}

// Var gives the variable of a full name, or nil.
func (t *Trace) Var(name string) *TraceVar { return t.byName[name] }

// At gives a variable's value at a time: the last one set up to then, "" before
// the first.
func (v *TraceVar) At(time uint64) string {
	value := ""
	for _, c := range v.Changes {
		if c.Time > time {
			break
		}
		value = c.Value
	}
	return value
}

// ReadFile reads the dump at path.
func ReadFile(path string) (*Trace, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	t, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", path, err)
	}
	return t, nil
}

// tokens splits a dump at white space and counts lines.
type tokens struct {
	r    *bufio.Reader
	line int
	last byte // the byte that ended the last token
}

func (t *tokens) next() (string, error) {
	var b []byte
	for {
		c, err := t.r.ReadByte()
		if err != nil {
			if len(b) > 0 && err == io.EOF {
				return string(b), nil
			}
			return "", err
		}
		space := c == ' ' || c >= '\t' && c <= '\r'
		if t.last == '\n' {
			t.line++
			t.last = 0
		}
		if !space {
			b = append(b, c)
			continue
		}
		t.last = c
		if len(b) > 0 {
			return string(b), nil
		}
	}
}

// maxWidth bounds a variable's width in bits.
const maxWidth = 1 << 22

type reader struct {
	tokens
	t      *Trace
	codes  map[string]*[]TraceChange
	widths map[string]int
	kinds  map[string]VarKind
	scopes []string
	time   uint64
}

// Read reads a dump. An error starts with the line number.
func Read(r io.Reader) (*Trace, error) {
	d := &reader{tokens: tokens{r: bufio.NewReader(r), line: 1}, t: &Trace{byName: map[string]*TraceVar{}},
		codes: map[string]*[]TraceChange{}, widths: map[string]int{}, kinds: map[string]VarKind{}}
	for {
		tok, err := d.next()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = d.item(tok)
		}
		if err != nil {
			return nil, fmt.Errorf("%d: %w", d.line, err)
		}
	}
	for _, v := range d.t.Vars {
		v.Changes = *v.store
	}
	d.t.End = d.time
	return d.t, nil
}

// words gives the tokens up to $end.
func (d *reader) words() ([]string, error) {
	var out []string
	for {
		tok, err := d.next()
		if err == io.EOF {
			return nil, fmt.Errorf("no $end")
		}
		if err != nil || tok == "$end" {
			return out, err
		}
		out = append(out, tok)
	}
}

func (d *reader) item(tok string) error {
	switch tok {
	case "$dumpvars", "$dumpall", "$dumpon", "$dumpoff", "$end":
		return nil
	case "$scope":
		w, err := d.words()
		if err != nil {
			return err
		}
		if len(w) < 2 {
			return fmt.Errorf("$scope without a type and a name")
		}
		d.scopes = append(d.scopes, w[1])
		return nil
	case "$upscope":
		if len(d.scopes) == 0 {
			return fmt.Errorf("$upscope outside a scope")
		}
		d.scopes = d.scopes[:len(d.scopes)-1]
		_, err := d.words()
		return err
	case "$timescale":
		w, err := d.words()
		if err != nil {
			return err
		}
		d.t.Exponent, err = parseTimeScale(strings.Join(w, ""))
		return err
	case "$var":
		w, err := d.words()
		if err != nil {
			return err
		}
		return d.declare(w)
	}
	switch tok[0] {
	case '$':
		_, err := d.words()
		return err
	case '#':
		t, err := strconv.ParseUint(tok[1:], 10, 64)
		if err != nil || t < d.time {
			return fmt.Errorf("bad time %q", tok)
		}
		d.time = t
		return nil
	case 'b', 'B', 'r', 'R', 's', 'S':
		id, err := d.next()
		if err != nil {
			return fmt.Errorf("a value without an identifier")
		}
		return d.change(id, tok[1:], tok[0])
	case '0', '1', 'x', 'X', 'z', 'Z':
		return d.change(tok[1:], tok[:1], 'b')
	}
	return fmt.Errorf("unexpected %q", tok)
}

func parseTimeScale(s string) (int, error) {
	for i, unit := range []string{"fs", "ps", "ns", "us", "ms", "s"} {
		n, ok := strings.CutSuffix(s, unit)
		if !ok {
			continue
		}
		switch n {
		case "1", "10", "100":
			return -15 + 3*i + len(n) - 1, nil
		}
	}
	return 0, fmt.Errorf("bad $timescale %q", s)
}

func (d *reader) declare(w []string) error {
	if len(w) < 4 {
		return fmt.Errorf("$var needs a type, a width, an identifier and a name")
	}
	width, err := strconv.Atoi(w[1])
	if err != nil || width < 0 || width > maxWidth {
		return fmt.Errorf("bad width %q", w[1])
	}
	id := w[2]
	name := strings.TrimPrefix(w[3], "\\")
	if i := strings.IndexByte(name, '['); i > 0 && w[3][0] != '\\' {
		name = name[:i]
	}
	v := &TraceVar{Kind: VarKind(w[0]), Width: width, Name: strings.Join(append(d.scopes[:len(d.scopes):len(d.scopes)], name), ".")}
	if have, ok := d.codes[id]; ok {
		if d.widths[id] != width {
			return fmt.Errorf("%s shares its identifier with a variable of another width", v.Name)
		}
		v.store = have
	} else {
		v.store = new([]TraceChange)
		d.codes[id], d.widths[id], d.kinds[id] = v.store, width, v.Kind
	}
	d.t.Vars = append(d.t.Vars, v)
	if d.t.byName[v.Name] == nil {
		d.t.byName[v.Name] = v
	}
	return nil
}

func (d *reader) change(id, value string, form byte) error {
	list, ok := d.codes[id]
	if !ok {
		return fmt.Errorf("no variable has the identifier %q", id)
	}
	switch form {
	case 'r', 'R', 's', 'S':
	default:
		var err error
		if value, err = canonicalBits(strings.ToLower(value), d.widths[id]); err != nil {
			return err
		}
	}
	*list = append(*list, TraceChange{d.time, value})
	return nil
}

// canonicalBits gives a vector's value without the leading bits that a reader would
// put back; two texts of one value become the same.
func canonicalBits(s string, width int) (string, error) {
	if s == "" || strings.Trim(s, "01xz") != "" {
		return "", fmt.Errorf("bad value %q", s)
	}
	if extra := len(s) - max(width, 1); extra > 0 {
		if strings.Trim(s[:extra], "0") != "" {
			return "", fmt.Errorf("the value %q is wider than %d bits", s, width)
		}
		s = s[extra:]
	}
	return shorten(s), nil
}

// Digits gives a vector's value at a time with all its Width digits, or "" before
// the first value.
func (v *TraceVar) Digits(time uint64) string {
	s := v.At(time)
	if s == "" || v.Kind == Real || v.Kind == Event || len(s) >= v.Width {
		return s
	}
	fill := "0"
	if s[0] != '1' {
		fill = s[:1]
	}
	return strings.Repeat(fill, v.Width-len(s)) + s
}
