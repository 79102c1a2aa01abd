package program

import (
	"fmt"
	"io"
	"strings"
)

// Print writes p as text for people: tables with names, code with mnemonics, Verilog positions where they change.
func Print(w io.Writer, p *Program) error {
	d := &printer{p: p}
	d.all()
	_, err := io.WriteString(w, d.b.String())
	return err
}

// printer collects the text. It prints what p holds, however wrong.
type printer struct {
	p     *Program
	b     strings.Builder
	slots map[uint32]string // names of storage
}

// addr names storage: a signal, an element, or a place counted from the end of the header.
func (d *printer) addr(a uint32) string {
	if n, ok := d.slots[a]; ok {
		return n
	}
	return fmt.Sprintf("@%d", int64(a)-HdrWords)
}

// name fills slots. Of large arrays only the first elements get a name.
func (d *printer) name() {
	d.slots = map[uint32]string{}
	for i := range d.p.Signals {
		s := &d.p.Signals[i]
		if s.Flags&SigArray == 0 {
			d.slots[s.Slot] = d.str(s.Name)
			continue
		}
		for k := range min(s.Words, 64) {
			d.slots[s.Slot+k*2*((s.Width+31)/32)] = fmt.Sprintf("%s[%d]", d.str(s.Name), k)
		}
	}
}

func (d *printer) f(format string, args ...any) { fmt.Fprintf(&d.b, format, args...) }

func (d *printer) str(i uint32) string {
	if int64(i) < int64(len(d.p.Strings)) {
		return d.p.Strings[i]
	}
	return fmt.Sprintf("string%d?", i)
}

func (d *printer) line(i uint32) string {
	if i == 0 || int64(i) >= int64(len(d.p.Lines)) {
		return "-"
	}
	l := d.p.Lines[i]
	file := d.str(l.File)
	if k := strings.LastIndexByte(file, '/'); k >= 0 {
		file = file[k+1:]
	}
	return fmt.Sprintf("%s:%d", file, l.Line)
}

func (d *printer) sig(i uint32) string {
	if int64(i) < int64(len(d.p.Signals)) {
		return d.str(d.p.Signals[i].Name)
	}
	return fmt.Sprintf("signal%d?", i)
}

func (d *printer) seg(i uint32) string {
	if i == NoSeg {
		return "-"
	}
	return fmt.Sprintf("s%d", i)
}

var edgeNames = [...]string{"any", "posedge", "negedge", "named"}

func (d *printer) all() {
	p := d.p
	d.name()
	d.f("program %s, 1 tick = 1e%d s", p.Top, p.TickExp)
	if p.TwoState {
		d.f(", two-state")
	}
	if p.HasReal {
		d.f(", reals")
	}
	d.f("\nneed: nba %d, services %d, pool %d, strobes %d words, heap %d events; %d words of state and the header\n",
		p.Need.NBAWords, p.Need.SvcWords, p.Need.PoolWords, p.Need.StrobeWords, p.Need.HeapEvents, int64(p.Layout.FixedWords)-HdrWords)
	d.f("\nsignals\n")
	for i := range p.Signals {
		d.signal(i)
	}
	d.f("\nevents\n")
	for i, e := range p.Events {
		d.f("  e%d", i)
		for k := range e.NumItem {
			if j := e.Item + k; int64(j) < int64(len(p.Items)) {
				it := p.Items[j]
				d.f(" %s(%s)", edgeNames[it.Edge&3], d.sig(it.Signal))
			}
		}
		d.f("  ; %s\n", d.line(e.Line))
	}
	d.f("\nnodes\n")
	for i, n := range p.Nodes {
		d.f("  n%d %s", i, d.seg(n.Seg))
		if n.Now {
			d.f(" now")
		}
		if n.Commit != NoSeg {
			d.f(" commit %s", d.seg(n.Commit))
		}
		if n.Active != 0 {
			d.f(" inactive")
		}
		d.f(" %d bits  ; %s %s\n", n.Width, d.line(n.Line), d.str(n.Desc))
	}
	for i, n := range p.Nets {
		d.f("  net%d %s kind %d, %d drivers", i, d.sig(n.Signal), n.Kind, n.NumDriver)
		if n.Strong {
			d.f(", by strength")
		}
		d.f("\n")
	}
	d.f("\nprocesses\n")
	for i, r := range p.Procs {
		d.f("  p%d %s  ; %s %s\n", i, d.seg(r.Seg), d.line(r.Line), d.str(r.Desc))
	}
	for i, t := range p.Tasks {
		d.f("  task%d %s entry %s, segments [%d, %d), frame %d", i, d.str(t.Name), d.seg(t.Entry), t.FirstSeg, t.EndSeg, t.FrameWords)
		if t.Keep {
			d.f(", kept")
		}
		d.f("\n")
	}
	for i, b := range p.Blocks {
		d.f("  block%d %s segments [%d, %d), exit %s\n", i, d.str(b.Name), b.FirstSeg, b.EndSeg, d.seg(b.Exit))
	}
	if len(p.Sites) > 0 {
		d.f("\nsites\n")
	}
	for i := range p.Sites {
		d.site(i)
	}
	for i, s := range p.Segs {
		node := ""
		if s.Node {
			node = " node"
		}
		d.f("\nsegment s%d%s  ; %s %s\n", i, node, d.line(s.Line), d.str(s.Desc))
		d.code(s.First, s.Num, s.Line)
	}
	for i, f := range p.Funcs {
		d.f("\nfunc f%d %s  ; %s\n", i, d.str(f.Name), d.line(f.Line))
		d.code(f.First, f.Num, f.Line)
	}
}

func (d *printer) signal(i int) {
	p := d.p
	s := &p.Signals[i]
	d.f("  %s @%d", d.str(s.Name), int64(s.Slot)-HdrWords)
	switch {
	case s.Flags&SigEvent != 0:
		d.f(" event")
	case s.Flags&SigArray != 0:
		d.f(" %d x %d", s.Words, s.Width)
	default:
		d.f(" %d", s.Width)
	}
	for _, n := range []struct {
		bit  uint32
		name string
	}{{SigReal, "real"}, {SigSigned, "signed"}, {SigForced, "forced"}, {SigTraced, "traced"}, {SigNet, "net"}, {SigAssigned, "assigned"}} {
		if s.Flags&n.bit != 0 {
			d.f(" %s", n.name)
		}
	}
	for k := range s.NumFan {
		j := s.Fan + k
		if int64(j) >= int64(len(p.Fanout)) {
			break
		}
		r := p.Fanout[j]
		switch r.Kind {
		case FanItem:
			if int64(r.Target) < int64(len(p.Items)) {
				it := p.Items[r.Target]
				d.f(" ->%s e%d", edgeNames[it.Edge&3], it.Event)
			}
		case FanNodeNow:
			d.f(" ->now n%d", r.Target)
		case FanNodeLate:
			d.f(" ->late n%d", r.Target)
		default:
			d.f(" ->monitor %s", d.seg(r.Target))
		}
	}
	d.f("\n")
}

var siteKinds = [...]string{"null", "vec", "real", "string", "scope", "array", "target", "var", "event"}

func (d *printer) site(i int) {
	s := &d.p.Sites[i]
	d.f("  site%d %s(", i, d.str(s.Name))
	for k := range s.NumArg {
		j := s.Arg + k
		if int64(j) >= int64(len(d.p.SiteArgs)) {
			break
		}
		a := &d.p.SiteArgs[j]
		if k > 0 {
			d.f(", ")
		}
		if a.Kind == SiteString {
			d.f("%q", d.str(a.Str))
			continue
		}
		kind := "?"
		if int(a.Kind) < len(siteKinds) {
			kind = siteKinds[a.Kind]
		}
		d.f("%s", kind)
		if a.Width > 0 {
			d.f(" %d", a.Width)
		}
		if a.Signed {
			d.f(" signed")
		}
		if a.Time {
			d.f(" time")
		}
		if a.Str != 0 {
			d.f(" %s", d.str(a.Str))
		}
	}
	d.f(")")
	if s.Waits {
		d.f(" waits")
	}
	if s.Reply != 0 {
		d.f(" reply %s %d", d.addr(s.Reply), s.ReplyWidth)
	}
	d.f("  ; %s\n", d.line(s.Line))
}

func (d *printer) code(first, num, line uint32) {
	if uint64(first)+uint64(num) > uint64(len(d.p.Code)) {
		d.f("    code outside of the program\n")
		return
	}
	depth := 0
	for i := range num {
		in := &d.p.Code[first+i]
		switch in.Op {
		case OpElse, OpEndIf, OpEndLoop, OpEndSwitch, OpCase, OpDefault:
			depth--
		}
		text := strings.Repeat("  ", 2+max(depth, 0)) + d.instr(in)
		if in.Line != line {
			line = in.Line
			text = fmt.Sprintf("%-56s ; %s", text, d.line(line))
		}
		d.f("%s\n", text)
		switch in.Op {
		case OpIf, OpElse, OpLoop, OpSwitch, OpCase, OpDefault:
			depth++
		}
	}
}

func (d *printer) instr(in *Instr) string {
	if in.Op >= NumOps {
		return fmt.Sprintf("op%d?", in.Op)
	}
	info := &Ops[in.Op]
	var b strings.Builder
	ops := in.Operands()
	if w, ok := info.D.Def(in); ok {
		b.WriteString(d.operand(in, ops[0]))
		fmt.Fprintf(&b, ":%d = ", w)
	}
	b.WriteString(info.Name)
	if in.Flags&FlagSigned != 0 {
		b.WriteString(" signed")
	}
	if _, ok := info.D.Def(in); !ok && in.W > 0 {
		fmt.Fprintf(&b, ":%d", in.W)
	}
	for i, o := range ops {
		if i == 0 {
			if _, ok := o.Role.Def(in); ok {
				continue
			}
		}
		if o.Role == RoleNone || o.Role == RoleImm && i == 2 && in.Op == OpConst && *o.Value == 0 {
			continue
		}
		b.WriteByte(' ')
		b.WriteString(d.operand(in, o))
	}
	return b.String()
}

func (d *printer) operand(in *Instr, o Operand) string {
	x := *o.Value
	wide := func(w uint32) string {
		if x == NoTemp {
			return "-"
		}
		if w <= 64 {
			return fmt.Sprintf("t%d", x)
		}
		if in.Flags&o.Frame != 0 {
			return fmt.Sprintf("frame+%d", x)
		}
		return d.addr(x)
	}
	switch o.Role {
	case RoleImm:
		return fmt.Sprint(x)
	case RoleSigned:
		return fmt.Sprint(int32(x))
	case RoleConst:
		if in.W <= 32 {
			return fmt.Sprintf("0x%x", x)
		}
		n := (in.W + 31) / 32
		if uint64(x)+2*uint64(n) > uint64(len(d.p.Consts)) {
			return fmt.Sprintf("consts[%d]?", x)
		}
		s := "0x"
		for k := range 2 * n {
			if k == n {
				s += "/0x"
			}
			w := d.p.Consts[x+(n-1)-k%n+k/n*n]
			s += fmt.Sprintf("%08x", w)
		}
		return s
	case RoleAddr:
		if in.Flags&o.Frame != 0 {
			return fmt.Sprintf("frame+%d", x)
		}
		return d.addr(x)
	case RoleSig, RoleArray:
		return d.sig(x)
	case RoleNode, RoleNodeOpt:
		if x == NoTemp {
			return "-"
		}
		return fmt.Sprintf("n%d", x)
	case RoleNet:
		return fmt.Sprintf("net%d", x)
	case RoleUDP:
		if int64(x) < int64(len(d.p.UDPs)) {
			return d.str(d.p.UDPs[x].Name)
		}
	case RoleEvent:
		if x == NoSeg {
			return "never"
		}
		return fmt.Sprintf("e%d", x)
	case RoleSeg, RoleSegOpt:
		return d.seg(x)
	case RoleFunc:
		if int64(x) < int64(len(d.p.Funcs)) {
			return fmt.Sprintf("f%d(%s)", x, d.str(d.p.Funcs[x].Name))
		}
	case RoleTask:
		if int64(x) < int64(len(d.p.Tasks)) {
			return d.str(d.p.Tasks[x].Name)
		}
	case RoleBlock:
		if int64(x) < int64(len(d.p.Blocks)) {
			return d.str(d.p.Blocks[x].Name)
		}
	case RoleSite:
		if int64(x) < int64(len(d.p.Sites)) {
			return fmt.Sprintf("site%d(%s)", x, d.str(d.p.Sites[x].Name))
		}
	case RoleForks, RoleUDPInputs:
		n, pre := in.C, "s"
		if o.Role == RoleUDPInputs {
			n, pre = in.WA, "t"
		}
		if uint64(x)+uint64(n) <= uint64(len(d.p.Forks)) {
			parts := make([]string, n)
			for k := range parts {
				parts[k] = fmt.Sprintf("%s%d", pre, d.p.Forks[x+uint32(k)])
			}
			return "[" + strings.Join(parts, " ") + "]"
		}
	}
	if w, ok := o.Role.Use(in); ok {
		return wide(w)
	}
	if w, ok := o.Role.Def(in); ok {
		return wide(w)
	}
	if o.Role == RoleIdxVar {
		return fmt.Sprint(int32(x))
	}
	return fmt.Sprintf("%d?", x)
}
