package sdf

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

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
					continue
				}
				for _, name := range p.split(part.text) {
					if name == "*" {
						c.Wild = true
					} else if name != "" {
						c.Instance = append(c.Instance, name)
					}
				}
			}
		case "DELAY":
			for _, d := range x.list[1:] {
				if err := p.section(&c, d); err != nil {
					return err
				}
			}
		case "LABEL":
			for _, d := range x.list[1:] {
				switch d.head() {
				case "ABSOLUTE", "INCREMENT":
					for _, y := range d.list[1:] {
						if err := p.label(&c, y, d.head() == "INCREMENT"); err != nil {
							return err
						}
					}
				default:
					p.skip(d)
				}
			}
		case "TIMINGCHECK":
			for _, y := range x.list[1:] {
				if err := p.check(&c, y); err != nil {
					return err
				}
			}
		default:
			p.skip(x)
		}
	}
	p.out.Cells = append(p.out.Cells, c)
	return nil
}

// section reads a part of DELAY.
func (p *reader) section(c *Cell, d *node) error {
	switch d.head() {
	case "ABSOLUTE", "INCREMENT":
		for _, y := range d.list[1:] {
			if err := p.delay(c, y, d.head() == "INCREMENT"); err != nil {
				return err
			}
		}
	case "PATHPULSE":
		return p.pulse(c, d, PathPulse)
	case "PATHPULSEPERCENT", "GLOBALPATHPULSE":
		return p.pulse(c, d, PathPulsePercent)
	default:
		p.skip(d)
	}
	return nil
}

// delay reads one entry of ABSOLUTE or INCREMENT.
func (p *reader) delay(c *Cell, n *node, increment bool) error {
	d := Delay{Increment: increment, Pos: n.pos}
	switch n.head() {
	case "COND", "CONDELSE":
		if n.head() == "CONDELSE" {
			d.Guard = CondElse
		} else {
			d.Guard = Cond
		}
		last := n.list[len(n.list)-1]
		if last.head() != "IOPATH" {
			return &Error{n.pos, n.head() + " has no IOPATH"}
		}
		d.Cond = joined(n.list[1 : len(n.list)-1])
		if d.Guard == Cond && d.Cond == "" {
			return &Error{n.pos, "COND has no condition"}
		}
		return p.ioPath(c, d, last)
	case "IOPATH":
		return p.ioPath(c, d, n)
	case "DEVICE":
		d.Kind = Device
		return p.terminals(c, d, n, 0, 1)
	case "PORT":
		d.Kind = Port
		return p.terminals(c, d, n, 1, 1)
	case "INTERCONNECT":
		d.Kind = Interconnect
		return p.terminals(c, d, n, 2, 2)
	}
	p.skip(n)
	return nil
}

func (p *reader) ioPath(c *Cell, d Delay, n *node) error {
	d.Kind, d.Pos = IOPath, n.pos
	return p.terminals(c, d, n, 2, 2)
}

// terminals reads the least to most terminals of a delay, the last of which is where it ends, and its values.
func (p *reader) terminals(c *Cell, d Delay, n *node, least, most int) error {
	rest := n.list[1:]
	var list []Terminal
	for len(rest) > 0 && len(list) < most && (!rest[0].open || edgeOf(rest[0]) != "") {
		t, err := p.terminal(rest[0])
		if err != nil {
			return err
		}
		list, rest = append(list, t), rest[1:]
	}
	if len(list) < least || len(rest) == 0 {
		return &Error{n.pos, fmt.Sprintf("%s needs %s and delays", n.head(), [...]string{"values", "a port", "an input, an output"}[least])}
	}
	if len(list) > 0 {
		d.To = list[len(list)-1]
	}
	if len(list) == 2 {
		d.From = list[0]
	}
	for _, x := range rest {
		if !x.open {
			return &Error{x.pos, fmt.Sprintf("'%s' is no delay", x.text)}
		}
		if x.head() == "RETAIN" {
			p.skip(x)
			continue
		}
		v, err := value(x)
		if err != nil {
			return err
		}
		d.Values = append(d.Values, v)
	}
	if len(d.Values) == 0 || len(d.Values) > 12 {
		return &Error{n.pos, fmt.Sprintf("%s has %d delays, not 1 to 12", n.head(), len(d.Values))}
	}
	c.Delays = append(c.Delays, d)
	return nil
}

// pulse reads PATHPULSE [in out] (reject) [(error)].
func (p *reader) pulse(c *Cell, n *node, kind DelayKind) error {
	d := Delay{Kind: kind, Pos: n.pos}
	rest := n.list[1:]
	if len(rest) >= 2 && (!rest[0].open || edgeOf(rest[0]) != "") {
		var err error
		if d.From, err = p.terminal(rest[0]); err != nil {
			return err
		}
		if d.To, err = p.terminal(rest[1]); err != nil {
			return err
		}
		rest = rest[2:]
	}
	for _, x := range rest {
		v, err := value(x)
		if err != nil {
			return err
		}
		d.Values = append(d.Values, v)
	}
	if len(d.Values) < 1 || len(d.Values) > 2 {
		return &Error{n.pos, n.head() + " has one or two limits"}
	}
	c.Delays = append(c.Delays, d)
	return nil
}

// label reads a specparam and its value.
func (p *reader) label(c *Cell, n *node, increment bool) error {
	if !n.open || len(n.list) != 2 || n.list[0].open {
		return &Error{n.pos, "LABEL takes names of specparams with a value each"}
	}
	v, err := value(n.list[1])
	if err != nil {
		return err
	}
	c.Delays = append(c.Delays, Delay{Kind: SpecParam, To: Terminal{Name: plain(n.list[0].text)}, Values: []Value{v}, Increment: increment, Pos: n.pos})
	return nil
}

// checkShape gives the terminals and limits of each timing check.
var checkShape = map[string][2]int{"SETUP": {2, 1}, "HOLD": {2, 1}, "SETUPHOLD": {2, 2}, "RECOVERY": {2, 1}, "REMOVAL": {2, 1}, "RECREM": {2, 2},
	"SKEW": {2, 1}, "TIMESKEW": {2, 1}, "FULLSKEW": {2, 2}, "BIDIRECTSKEW": {2, 2}, "WIDTH": {1, 1}, "PERIOD": {1, 1}, "NOCHANGE": {2, 2}}

// check reads one entry of TIMINGCHECK.
func (p *reader) check(c *Cell, n *node) error {
	shape, ok := checkShape[n.head()]
	if !ok {
		p.skip(n)
		return nil
	}
	out := Check{Kind: n.head(), Pos: n.pos}
	rest := n.list[1:]
	for len(out.Terminals) < shape[0] {
		if len(rest) == 0 {
			return &Error{n.pos, fmt.Sprintf("%s needs %d ports", out.Kind, shape[0])}
		}
		x := rest[0]
		rest = rest[1:]
		cond := ""
		guarded := x.head() == "COND"
		if guarded {
			if len(x.list) < 3 {
				return &Error{x.pos, "COND needs a condition and a port"}
			}
			cond = joined(x.list[1 : len(x.list)-1])
			x = x.list[len(x.list)-1]
		}
		t, err := p.terminal(x)
		if err != nil {
			return err
		}
		t.Conditional, t.Cond = guarded, cond
		out.Terminals = append(out.Terminals, t)
	}
	for _, x := range rest {
		if h := x.head(); h == "SCOND" || h == "CCOND" {
			continue // they tell what the check's own conditions are
		}
		v, err := value(x)
		if err != nil {
			return err
		}
		out.Limits = append(out.Limits, v.Triple)
	}
	if len(out.Limits) != shape[1] {
		return &Error{n.pos, fmt.Sprintf("%s has %d limits, not %d", out.Kind, shape[1], len(out.Limits))}
	}
	c.Checks = append(c.Checks, out)
	return nil
}

var edges = map[string]bool{"posedge": true, "negedge": true, "01": true, "10": true, "0z": true, "z1": true, "1z": true, "z0": true,
	"0x": true, "x1": true, "1x": true, "x0": true}

// edgeOf is the edge of (posedge port) and the like, "" of anything else.
func edgeOf(n *node) string {
	if n.open && len(n.list) == 2 && !n.list[0].open && !n.list[1].open {
		if e := strings.ToLower(n.list[0].text); edges[e] {
			return e
		}
	}
	return ""
}

// selected matches a select at the end of a name; one whose bracket is escaped is part of the name.
var selected = regexp.MustCompile(`^(.*[^\\])\[(-?\d+)(?::(-?\d+))?\]$`)

// terminal reads a port, with or without an edge.
func (p *reader) terminal(n *node) (Terminal, error) {
	var t Terminal
	if n.open {
		if t.Edge = edgeOf(n); t.Edge == "" {
			return t, &Error{n.pos, "a malformed edge"}
		}
		n = n.list[1]
	}
	text := n.text
	if m := selected.FindStringSubmatch(text); m != nil {
		left, err := strconv.Atoi(m[2])
		right := left
		if err == nil && m[3] != "" {
			right, err = strconv.Atoi(m[3])
		}
		if err != nil {
			return t, &Error{n.pos, "a malformed select"}
		}
		text, t.Selected, t.Left, t.Right = m[1], true, left, right
	}
	parts := p.split(text)
	t.Path, t.Name = parts[:len(parts)-1], parts[len(parts)-1]
	if t.Name == "" {
		return t, &Error{n.pos, "the name of a port is missing"}
	}
	return t, nil
}

// joined is the text of nodes without blanks, and without the name that a condition may begin with.
func joined(list []*node) string {
	var b strings.Builder
	var walk func(n *node)
	walk = func(n *node) {
		if !n.open {
			b.WriteString(plain(n.text))
			return
		}
		b.WriteByte('(')
		for _, x := range n.list {
			walk(x)
		}
		b.WriteByte(')')
	}
	for i, n := range list {
		if i > 0 || !n.str {
			walk(n)
		}
	}
	return b.String()
}

// value reads (v), (min:typ:max), (min::max) or (), or a list of such lists: a delay with pulse limits.
func value(n *node) (Value, error) {
	var v Value
	if !n.open {
		return v, &Error{n.pos, fmt.Sprintf("'%s' is no delay", n.text)}
	}
	if len(n.list) > 0 && n.list[0].open {
		if len(n.list) > 3 {
			return v, &Error{n.pos, "a delay has at most two pulse limits"}
		}
		for i, x := range n.list {
			t, err := triple(x)
			if err != nil {
				return v, err
			}
			if i == 0 {
				v.Triple = t
			} else {
				v.Limits = append(v.Limits, t)
			}
		}
		return v, nil
	}
	t, err := triple(n)
	return Value{Triple: t}, err
}

func triple(n *node) (Triple, error) {
	var v Triple
	text := ""
	for _, x := range n.list {
		if x.open {
			return v, &Error{x.pos, "a delay is one value or min:typ:max"}
		}
		text += x.text
	}
	if !n.open {
		text = n.text
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
