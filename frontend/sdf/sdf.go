package sdf

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/source"
)

// File is what an SDF file says about module paths.
type File struct {
	Scale   float64 // seconds of one unit of the delays; 1e-9 where the file says nothing
	Divider byte    // hierarchy divider, '.' or '/'
	Cells   []Cell
	Skipped []Skipped // constructs that are read over, each once
}

// Cell is one CELL entry.
type Cell struct {
	Type     string // module name
	Instance []string
	Wild     bool // INSTANCE *: all instances of Type
	Pos      source.Pos
	Paths    []Path
}

// Path is one IOPATH.
type Path struct {
	Edge      string // "", "posedge" or "negedge"
	From, To  string
	Increment bool // add to the delay instead of replacing it
	Values    []Value
	Pos       source.Pos
}

// Value is min:typ:max; Has tells which of them are given. An empty one, (), has none and keeps the delay.
type Value struct {
	V   [3]float64
	Has [3]bool
}

// Corner gives the value for minimum (0), typical (1) or maximum (2) delays: the nearest that is given.
func (v Value) Corner(i int) (float64, bool) {
	for _, k := range [...]int{i, 1, 0, 2} {
		if v.Has[k] {
			return v.V[k], true
		}
	}
	return 0, false
}

// Skipped is a construct that has no effect.
type Skipped struct {
	Keyword string
	Pos     source.Pos
}

// Error is a malformed file.
type Error struct {
	Pos     source.Pos
	Message string
}

// Error gives the message.
func (e *Error) Error() string { return e.Message }

// node is an atom or a parenthesised list.
type node struct {
	pos  source.Pos
	text string // atoms; strings without their quotes
	list []*node
	open bool // a list
}

// head is a list's first atom in upper case.
func (n *node) head() string {
	if n.open && len(n.list) > 0 && !n.list[0].open {
		return strings.ToUpper(n.list[0].text)
	}
	return ""
}

const maxDepth = 1000

// Parse reads a file that is in a source.Set.
func Parse(f *source.File) (*File, error) {
	root, err := read(f)
	if err != nil {
		return nil, err
	}
	if len(root.list) == 0 || root.list[0].head() != "DELAYFILE" {
		return nil, &Error{f.Pos(0), "this is no SDF file: it does not start with (DELAYFILE"}
	}
	p := &reader{out: &File{Scale: 1e-9, Divider: '.'}, seen: map[string]bool{}}
	for _, n := range root.list[0].list[1:] {
		switch n.head() {
		case "DIVIDER":
			if len(n.list) > 1 && len(n.list[1].text) == 1 {
				p.out.Divider = n.list[1].text[0]
			}
		case "TIMESCALE":
			if err := p.scale(n); err != nil {
				return nil, err
			}
		case "CELL":
			if err := p.cell(n); err != nil {
				return nil, err
			}
		}
	}
	return p.out, nil
}

// read makes the tree of a text.
func read(f *source.File) (*node, error) {
	root := &node{open: true}
	stack := []*node{root}
	text := f.Text
	for i := 0; i < len(text); {
		c := text[i]
		top := stack[len(stack)-1]
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
		case c == '/' && i+1 < len(text) && text[i+1] == '/':
			for i < len(text) && text[i] != '\n' {
				i++
			}
		case c == '/' && i+1 < len(text) && text[i+1] == '*':
			end := strings.Index(string(text[i+2:]), "*/")
			if end < 0 {
				return nil, &Error{f.Pos(i), "the comment is not closed"}
			}
			i += end + 4
		case c == '(':
			if len(stack) > maxDepth {
				return nil, &Error{f.Pos(i), fmt.Sprintf("parentheses are nested more than %d deep", maxDepth)}
			}
			n := &node{pos: f.Pos(i), open: true}
			top.list = append(top.list, n)
			stack = append(stack, n)
			i++
		case c == ')':
			if len(stack) == 1 {
				return nil, &Error{f.Pos(i), "')' without '('"}
			}
			stack = stack[:len(stack)-1]
			i++
		case c == '"':
			j := i + 1
			for j < len(text) && text[j] != '"' && text[j] != '\n' {
				j++
			}
			if j >= len(text) || text[j] != '"' {
				return nil, &Error{f.Pos(i), "the string is not closed on its line"}
			}
			top.list = append(top.list, &node{pos: f.Pos(i), text: string(text[i+1 : j])})
			i = j + 1
		default:
			j := i
			for j < len(text) && !strings.ContainsRune(" \t\r\n()\"", rune(text[j])) {
				if text[j] == '\\' && j+1 < len(text) {
					j++
				}
				j++
			}
			top.list = append(top.list, &node{pos: f.Pos(i), text: string(text[i:j])})
			i = j
		}
	}
	if len(stack) > 1 {
		return nil, &Error{stack[len(stack)-1].pos, "'(' is not closed"}
	}
	return root, nil
}

type reader struct {
	out  *File
	seen map[string]bool
}

func (p *reader) skip(n *node) {
	if h := n.head(); h != "" && !p.seen[h] {
		p.seen[h] = true
		p.out.Skipped = append(p.out.Skipped, Skipped{h, n.pos})
	}
}

// scale reads (TIMESCALE 100ps), with or without a blank.
func (p *reader) scale(n *node) error {
	text := ""
	for _, x := range n.list[1:] {
		text += x.text
	}
	k := strings.IndexAny(text, "unpmfs")
	if k < 0 {
		return &Error{n.pos, "a malformed TIMESCALE"}
	}
	v, err := strconv.ParseFloat(text[:k], 64)
	unit, ok := map[string]float64{"s": 1, "ms": 1e-3, "us": 1e-6, "ns": 1e-9, "ps": 1e-12, "fs": 1e-15}[text[k:]]
	if err != nil || !ok || v <= 0 {
		return &Error{n.pos, "a malformed TIMESCALE"}
	}
	p.out.Scale = v * unit
	return nil
}

// plain removes the escapes of an identifier.
func plain(s string) string {
	if !strings.Contains(s, "\\") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// split cuts a hierarchical name at its dividers, which may not be escaped.
func (p *reader) split(s string) []string {
	var out []string
	from := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case s[i] == p.out.Divider || s[i] == '.':
			out = append(out, plain(s[from:i]))
			from = i + 1
		}
	}
	return append(out, plain(s[from:]))
}

func (p *reader) cell(n *node) error {
	c := Cell{Pos: n.pos}
	for _, x := range n.list[1:] {
		switch x.head() {
		case "CELLTYPE":
			if len(x.list) > 1 {
				c.Type = x.list[1].text
			}
		case "INSTANCE":
			for _, part := range x.list[1:] {
				if part.text == "*" {
					c.Wild = true
				} else if part.text != "" {
					c.Instance = append(c.Instance, p.split(part.text)...)
				}
			}
		case "DELAY":
			for _, d := range x.list[1:] {
				switch d.head() {
				case "ABSOLUTE", "INCREMENT":
					for _, y := range d.list[1:] {
						if err := p.delay(&c, y, d.head() == "INCREMENT"); err != nil {
							return err
						}
					}
				default:
					p.skip(d)
				}
			}
		default:
			p.skip(x)
		}
	}
	p.out.Cells = append(p.out.Cells, c)
	return nil
}

// delay reads IOPATH, alone or in COND or CONDELSE; the condition itself is not looked at.
func (p *reader) delay(c *Cell, n *node, increment bool) error {
	switch n.head() {
	case "COND", "CONDELSE":
		for _, x := range n.list[1:] {
			if x.head() == "IOPATH" {
				return p.delay(c, x, increment)
			}
		}
		return nil
	case "IOPATH":
	default:
		p.skip(n)
		return nil
	}
	if len(n.list) < 4 {
		return &Error{n.pos, "IOPATH needs an input, an output and delays"}
	}
	path := Path{Increment: increment, Pos: n.pos}
	in := n.list[1]
	if in.open {
		if len(in.list) != 2 || in.list[0].text != "posedge" && in.list[0].text != "negedge" {
			path.Edge = "other"
			if len(in.list) != 2 {
				return &Error{in.pos, "a malformed edge"}
			}
		} else {
			path.Edge = in.list[0].text
		}
		in = in.list[1]
	}
	path.From, path.To = plain(in.text), plain(n.list[2].text)
	for _, x := range n.list[3:] {
		if !x.open {
			return &Error{x.pos, fmt.Sprintf("'%s' is no delay", x.text)}
		}
		if h := x.head(); h == "RETAIN" {
			p.skip(x)
			continue
		}
		v, err := triple(x)
		if err != nil {
			return err
		}
		path.Values = append(path.Values, v)
	}
	if len(path.Values) == 0 || len(path.Values) > 12 {
		return &Error{n.pos, fmt.Sprintf("IOPATH has %d delays, not 1 to 12", len(path.Values))}
	}
	c.Paths = append(c.Paths, path)
	return nil
}

// triple reads (v), (min:typ:max), (min::max) or (); a list of lists is a value with pulse limits, whose first counts.
func triple(n *node) (Value, error) {
	var v Value
	text := ""
	for _, x := range n.list {
		if x.open {
			return triple(x)
		}
		text += x.text
	}
	if text == "" {
		return v, nil
	}
	parts := strings.Split(text, ":")
	if len(parts) == 1 {
		parts = []string{text, text, text}
	}
	if len(parts) != 3 {
		return v, &Error{n.pos, "a delay is one value or min:typ:max"}
	}
	for i, s := range parts {
		if s == "" {
			continue
		}
		x, err := strconv.ParseFloat(s, 64)
		if err != nil || x != x || x > 1e30 || x < -1e30 {
			return v, &Error{n.pos, fmt.Sprintf("'%s' is no number", s)}
		}
		v.V[i], v.Has[i] = x, true
	}
	return v, nil
}
