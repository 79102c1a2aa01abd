package sdf

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/source"
)

// File is what an SDF file says.
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
	Wild     bool // INSTANCE *: all instances of Type below Instance
	Pos      source.Pos
	Delays   []Delay // in the order of the file
	Checks   []Check
}

// DelayKind tells what a delay is of.
type DelayKind uint8

// The kinds of delays.
const (
	IOPath           DelayKind = iota // a module path
	Device                            // all paths, or those to To
	Port                              // whatever comes to input port To
	Interconnect                      // what comes from port From to input port To
	PathPulse                         // pulse limits of a path, or of all: Values are reject and error limit
	PathPulsePercent                  // the same in percent of the delays
	SpecParam                         // a specparam, To.Name
)

// Guard tells on which state-dependent paths an IOPATH bears.
type Guard uint8

// The guards.
const (
	NoGuard  Guard = iota // all
	Cond                  // the path with this condition
	CondElse              // the one with ifnone
)

// Delay is one entry of a DELAY or LABEL section.
type Delay struct {
	Kind      DelayKind
	Guard     Guard
	Cond      string // Guard == Cond: the condition as it is written, without blanks
	From, To  Terminal
	Increment bool // add to the delay instead of replacing it
	Values    []Value
	Pos       source.Pos
}

// Terminal is a port, or bits of one.
type Terminal struct {
	Path        []string // instances above it
	Name        string   // "" for none
	Selected    bool
	Left, Right int    // the bits, Selected
	Edge        string // "", or "posedge", "negedge", "01", "0z" and so on
	Conditional bool   // of a timing check: under a condition
	Cond        string // as it is written, without blanks
}

// String gives t as messages name it.
func (t Terminal) String() string {
	out := strings.Join(append(append([]string{}, t.Path...), t.Name), ".")
	switch {
	case t.Selected && t.Left == t.Right:
		out += fmt.Sprintf("[%d]", t.Left)
	case t.Selected:
		out += fmt.Sprintf("[%d:%d]", t.Left, t.Right)
	}
	if t.Edge != "" {
		out = t.Edge + " " + out
	}
	return out
}

// Check is one entry of a TIMINGCHECK section, with its terminals in the order of the file.
type Check struct {
	Kind      string // "SETUP" and so on, in upper case
	Terminals []Terminal
	Limits    []Triple
	Pos       source.Pos
}

// Value is a delay with the pulse limits that may come with it.
type Value struct {
	Triple
	Limits []Triple // reject and error limit
}

// Triple is min:typ:max; Has tells which of them are given. An empty one, (), has none and keeps the delay.
type Triple struct {
	V   [3]float64
	Has [3]bool
}

// Corner gives the value for minimum (0), typical (1) or maximum (2) delays: the nearest that is given.
func (v Triple) Corner(i int) (float64, bool) {
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
	str  bool // a string
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
			top.list = append(top.list, &node{pos: f.Pos(i), text: string(text[i+1 : j]), str: true})
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
