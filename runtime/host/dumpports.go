package host

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gpga/gpga/frontend/design/logic"
)

// portServices write extended value change dumps (IEEE 1364-2005 18.3, 18.4). $dumpports comes again in every time step in which one
// of its values has changed: a file name, a text that says what the values are (package elab documents it), and the values. What a
// time step brings is written when the next one is known to have begun, so that the order of calls within one does not show.
var portServices = map[string]handler{
	"$dumpports": (*Host).dumpPorts, "$dumpportson": (*Host).dumpPortsControl, "$dumpportsoff": (*Host).dumpPortsControl,
	"$dumpportsall": (*Host).dumpPortsControl, "$dumpportsflush": (*Host).dumpPortsControl, "$dumpportslimit": (*Host).dumpPortsControl,
}

// portsFile is a file of $dumpports.
type portsFile struct {
	name  string
	text  string // what its values are
	out   *stream
	ports []dumpedPort
	now   []string // their values at the end of the time step, as the file has them
	shown []string // those written last

	time     uint64   // of the time step that is not written yet
	dirty    bool     // there is something to write
	sections []string // $dumpportson and the like in this time step
	started  bool     // the header is written
	stamped  uint64   // last time written
	off      bool
	bytes    int64
	limit    int64 // 0: none
	full     bool  // the limit is reached
}

// dumpedPort is a port of a file.
type dumpedPort struct {
	scope  string // on the first port of a module, its name
	dir    string
	index  string
	name   string
	width  int
	values []dumpedValue
}

// dumpedValue says what an argument is: "outside", "inside" or "net", and which bits of the port.
type dumpedValue struct {
	kind       string
	off, width int
}

func (h *Host) portsFile(name string) *portsFile {
	for _, f := range h.ports {
		if f.name == name {
			return f
		}
	}
	return nil
}

func (h *Host) dumpPorts(c Caller, args []Arg) Result {
	if !h.need(c, args, 2) {
		return tooFew
	}
	name, text := args[0].text(), args[1].Str
	if args[0].Kind != ArgString {
		name = strings.TrimRight(name, " ")
	}
	f := h.portsFile(name)
	if f == nil {
		file, err := os.Create(h.Path(name))
		if err != nil {
			h.at(c, "ERROR", "%s cannot make the file %q: %v.", c.Name, name, errText(err))
			return Result{Finish: true, Level: 1, ExitCode: 1}
		}
		f = &portsFile{name: name, text: text, out: newStream(file, name, "w", false, true), ports: parsePorts(text), time: c.Now}
		h.ports = append(h.ports, f)
	}
	if f.text != text {
		h.at(c, "WARNING", "%s: %q is the file of another call already.", c.Name, name)
		return Result{}
	}
	f.begin(c.Now, h.cfg.Precision)
	f.now = f.values(args[2:])
	f.dirty = true
	return Result{}
}

// errText is an error without the file's name.
func errText(err error) string {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// dumpPortsControl carries out what is said of one file, or of all.
func (h *Host) dumpPortsControl(c Caller, args []Arg) Result {
	n := int64(0)
	if c.Name == "$dumpportslimit" {
		if !h.need(c, args, 1) {
			return tooFew
		}
		n, args = int64(args[0].integer()), args[1:]
	}
	list := h.ports
	if len(args) > 0 && args[0].Kind != ArgEmpty {
		name := strings.TrimRight(args[0].text(), " ")
		f := h.portsFile(name)
		if f == nil {
			h.at(c, "WARNING", "%s: no $dumpports has made %q.", c.Name, name)
			return Result{}
		}
		list = []*portsFile{f}
	}
	for _, f := range list {
		f.begin(c.Now, h.cfg.Precision)
		switch c.Name {
		case "$dumpportsflush":
			f.out.flush()
		case "$dumpportslimit":
			f.limit = max(n, 1)
		default:
			f.sections = append(f.sections, c.Name)
			f.dirty = true
		}
	}
	return Result{}
}

// closePorts writes the ends of all files.
func (h *Host) closePorts() {
	for _, f := range h.ports {
		f.end(h.cfg.Precision)
		if f.started && !f.full {
			f.put(fmt.Sprintf("$vcdclose #%d $end\n", max(h.now, f.time)))
		}
		f.out.close()
	}
	h.ports = nil
}

// parsePorts reads the text of a call.
func parsePorts(text string) []dumpedPort {
	var out []dumpedPort
	scope := ""
	for _, line := range strings.Split(text, "\n") {
		w := strings.Split(line, " ")
		switch {
		case w[0] == "scope" && len(w) == 2:
			scope = w[1]
			out = append(out, dumpedPort{scope: scope})
		case w[0] == "port" && len(w) == 5:
			width, _ := strconv.Atoi(w[4])
			out = append(out, dumpedPort{dir: w[1], index: w[2], name: w[3], width: width})
		case len(w) == 3 && len(out) > 0:
			off, _ := strconv.Atoi(w[1])
			width, _ := strconv.Atoi(w[2])
			p := &out[len(out)-1]
			p.values = append(p.values, dumpedValue{w[0], off, width})
		}
	}
	return out
}

// begin tells f the time: what an earlier time step brought is written.
func (f *portsFile) begin(now uint64, precision int) {
	if now > f.time {
		f.end(precision)
		f.time = now
	}
}

// end writes what the time step brought.
func (f *portsFile) end(precision int) {
	if !f.dirty || f.full || f.now == nil {
		return
	}
	f.dirty = false
	sections := f.sections
	f.sections = nil
	if !f.started {
		f.header(precision)
		f.section("$dumpports", f.now)
		f.started = true
	} else if !f.off {
		for i, v := range f.now {
			if v != f.shown[i] {
				f.stamp()
				f.put(v + "\n")
			}
		}
	}
	f.shown = slices.Clone(f.now)
	for _, s := range sections {
		switch s {
		case "$dumpportsoff":
			if !f.off {
				f.section(s, f.unknown())
			}
			f.off = true
		case "$dumpportson":
			if f.off {
				f.section(s, f.now)
			}
			f.off = false
		case "$dumpportsall":
			if !f.off {
				f.section(s, f.now)
			}
		}
	}
	if f.limit > 0 && f.bytes > f.limit {
		f.put(fmt.Sprintf("$comment the limit of %d bytes is reached $end\n", f.limit))
		f.full = true
	}
}

func (f *portsFile) put(text string) {
	f.bytes += int64(len(text))
	f.out.write(text)
}

// stamp writes the time, once.
func (f *portsFile) stamp() {
	if !f.started || f.stamped != f.time {
		f.stamped = f.time
		f.put(fmt.Sprintf("#%d\n", f.time))
	}
}

func (f *portsFile) section(name string, values []string) {
	f.stamp()
	f.put(name + "\n")
	for _, v := range values {
		f.put(v + "\n")
	}
	f.put("$end\n")
}

func (f *portsFile) header(precision int) {
	unit := [...]string{"1", "10", "100"}[((precision%3)+3)%3]
	names := map[int]string{0: "s", -1: "ms", -2: "us", -3: "ns", -4: "ps", -5: "fs"}
	scale := names[(precision-((precision%3)+3)%3)/3]
	f.put("$date\n    " + time.Now().Format(time.ANSIC) + "\n$end\n$version\n    gpga $dumpports\n$end\n$timescale " + unit + " " + scale + " $end\n")
	open := false
	id := 0
	for i := range f.ports {
		p := &f.ports[i]
		if p.scope != "" {
			if open {
				f.put("$upscope $end\n")
			}
			f.put("$scope module " + p.scope + " $end\n")
			open = true
			continue
		}
		f.put(fmt.Sprintf("$var port %s <%d %s $end\n", p.index, id, p.name))
		id++
	}
	if open {
		f.put("$upscope $end\n")
	}
	f.put("$enddefinitions $end\n")
}

// unknown is what a dump that is off shows.
func (f *portsFile) unknown() []string {
	var out []string
	for i := range f.ports {
		p := &f.ports[i]
		if p.scope == "" {
			six := strings.Repeat("6", p.width)
			out = append(out, fmt.Sprintf("p%s %s %s <%d", strings.Repeat("X", p.width), six, six, len(out)))
		}
	}
	return out
}

// values makes the lines of all ports.
func (f *portsFile) values(args []Arg) []string {
	var out []string
	for i := range f.ports {
		p := &f.ports[i]
		if p.scope != "" {
			continue
		}
		n := min(len(p.values), len(args))
		out = append(out, fmt.Sprintf("%s <%d", p.line(args[:n]), len(out)))
		args = args[n:]
	}
	return out
}

// portBit is what drives a bit of a port from one side.
type portBit struct {
	strength Strength
	drivers  int // there are
	active   int // not at high impedance
}

func (b *portBit) add(s Strength) {
	b.drivers++
	if s != (Strength{}) {
		b.active++
		b.strength = combined(b.strength, s)
	}
}

// line is the value of a port: states, then strengths of 0 and of 1, most significant bit first (18.4.3).
func (p *dumpedPort) line(args []Arg) string {
	state, s0, s1 := make([]byte, p.width), make([]byte, p.width), make([]byte, p.width)
	for bit := range p.width {
		var in, out portBit // from outside, from inside
		var net Strength
		has := false
		for k, v := range p.values[:len(args)] {
			at := bit - v.off
			if at < 0 || at >= v.width {
				continue
			}
			s := args[k].strengthOf(at)
			switch v.kind {
			case "inside":
				out.add(s)
			case "outside":
				in.add(s)
			default:
				net, has = s, true
			}
		}
		both := combined(in.strength, out.strength)
		if has && net != both { // a force, or the net's own value
			one := portBit{net, 1, 1}
			in, out, both = portBit{}, portBit{}, net
			if p.dir == "output" {
				out = one
			} else {
				in = one
			}
		}
		c := p.state(in, out)
		i := p.width - 1 - bit
		state[i], s0[i], s1[i] = c, level(-both.Lo), level(both.Hi)
	}
	return fmt.Sprintf("p%s %s %s", state, s0, s1)
}

func level(n int8) byte { return '0' + byte(max(n, 0)) }

// state is the character of a bit (18.4.3.1).
func (p *dumpedPort) state(in, out portBit) byte {
	pick := func(b portBit, one, many string) byte {
		set := one
		if b.active > 1 {
			set = many
		}
		switch b.strength.bit() {
		case logic.L0:
			return set[0]
		case logic.L1:
			return set[1]
		case logic.LX:
			return set[2]
		}
		return set[3]
	}
	const fromIn, fromIn2, fromOut, fromOut2 = "DUNZ", "duNZ", "LHXT", "lhXT"
	switch {
	case in.active > 0 && out.active > 0:
		i, o := in.strength.bit(), out.strength.bit()
		switch {
		case i == logic.L0 && o == logic.L0:
			return '0'
		case i == logic.L1 && o == logic.L1:
			return '1'
		case i == logic.L0 && o == logic.L1:
			return 'A'
		case i == logic.L0:
			return 'a'
		case i == logic.L1 && o == logic.L0:
			return 'B'
		case i == logic.L1:
			return 'b'
		case o == logic.L0:
			return 'C'
		case o == logic.L1:
			return 'c'
		}
		return '?'
	case in.active > 0:
		return pick(in, fromIn, fromIn2)
	case out.active > 0:
		return pick(out, fromOut, fromOut2)
	case p.dir == "input":
		return 'Z'
	case p.dir == "output":
		return 'T'
	case in.drivers+out.drivers > 0:
		return 'f'
	}
	return 'F'
}

// strengthOf is the strength of a bit of a value; strong where none is known.
func (a Arg) strengthOf(bit int) Strength {
	if bit < len(a.Strength) {
		return a.Strength[bit]
	}
	switch a.vector().Bit(bit) {
	case logic.L0:
		return Strength{-6, -6}
	case logic.L1:
		return Strength{6, 6}
	case logic.LX:
		return Strength{-6, 6}
	}
	return Strength{}
}

// bit is the value that a strength stands for.
func (s Strength) bit() logic.Bit {
	switch {
	case s == Strength{}:
		return logic.LZ
	case s.Lo > 0:
		return logic.L1
	case s.Hi < 0:
		return logic.L0
	}
	return logic.LX
}

// combined resolves two drivers (7.10): the stronger one decides; an ambiguous strength keeps the levels that the other does not
// overcome.
func combined(a, b Strength) Strength {
	size := func(x int8) int8 { return max(x, -x) }
	none := Strength{}
	switch {
	case a == none:
		return b
	case b == none || a == b:
		return a
	case a.Lo != a.Hi && b.Lo != b.Hi:
		return Strength{min(a.Lo, b.Lo), max(a.Hi, b.Hi)}
	case a.Lo == a.Hi && b.Lo == b.Hi:
		switch {
		case size(a.Lo) > size(b.Lo):
			return a
		case size(a.Lo) < size(b.Lo):
			return b
		}
		return Strength{-size(a.Lo), size(a.Lo)}
	case b.Lo == b.Hi:
		a, b = b, a
	}
	for _, end := range []*int8{&b.Lo, &b.Hi} {
		if size(a.Lo) > size(*end) {
			*end = a.Lo
		}
	}
	return Strength{min(b.Lo, b.Hi), max(b.Lo, b.Hi)}
}

// savedPort is a file of $dumpports in a snapshot.
type savedPort struct {
	File     savedFile `json:"file"`
	Text     []byte    `json:"text"`
	Now      []string  `json:"now"`
	Shown    []string  `json:"shown"`
	Time     uint64    `json:"time"`
	Dirty    bool      `json:"dirty"`
	Sections []string  `json:"sections"`
	Started  bool      `json:"started"`
	Stamped  uint64    `json:"stamped"`
	Off      bool      `json:"off"`
	Bytes    int64     `json:"bytes"`
	Limit    int64     `json:"limit"`
	Full     bool      `json:"full"`
}

func (f *portsFile) save() (savedPort, error) {
	file, err := f.out.save()
	return savedPort{file, []byte(f.text), f.now, f.shown, f.time, f.dirty, f.sections, f.started, f.stamped, f.off, f.bytes, f.limit, f.full}, err
}

func (h *Host) restorePorts(p savedPort) (*portsFile, error) {
	out, err := h.reopen(p.File)
	if err != nil {
		return nil, err
	}
	f := &portsFile{name: string(p.File.Name), text: string(p.Text), out: out, ports: parsePorts(string(p.Text)), now: p.Now, shown: p.Shown,
		time: p.Time, dirty: p.Dirty, sections: p.Sections, started: p.Started, stamped: p.Stamped, off: p.Off, bytes: p.Bytes, limit: p.Limit, full: p.Full}
	n := 0
	for _, d := range f.ports {
		if d.scope == "" {
			n++
		}
	}
	if f.now != nil && len(f.now) != n || f.started && len(f.shown) != n {
		out.close()
		return nil, fmt.Errorf("the state of %s does not fit its ports", f.name)
	}
	return f, nil
}
