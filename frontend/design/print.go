package design

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/source"
)

// Fprint writes d as indented text for people: every scope with its declarations, all storage, events, drivers,
// subroutines and processes, with source positions. The text is deterministic.
func Fprint(w io.Writer, d *Design) error {
	p := &printer{w: bufio.NewWriter(w), d: d}
	p.line(0, "design tick 1e%d s", d.TickExp)
	for _, s := range d.Tops {
		p.scope(0, s)
	}
	p.section("signals", len(d.Signals))
	for _, s := range d.Signals {
		p.signal(s)
	}
	p.section("named events", len(d.NamedEvents))
	for _, e := range d.NamedEvents {
		p.line(1, "e%d %s%s", e.ID, e.Name, p.at(e.Pos))
	}
	p.section("events", len(d.Events))
	for _, e := range d.Events {
		p.line(1, "#%d %s%s", e.ID, eventText(e), p.at(e.Pos))
	}
	p.section("primitives", len(d.UDPs))
	for _, u := range d.UDPs {
		p.udp(u)
	}
	p.section("assigns", len(d.Assigns))
	for _, a := range d.Assigns {
		p.assign(a)
	}
	p.section("subroutines", len(d.Subs))
	for _, s := range d.Subs {
		p.sub(s)
	}
	p.section("processes", len(d.Processes))
	for _, pr := range d.Processes {
		p.process(pr)
	}
	return p.w.Flush()
}

type printer struct {
	w *bufio.Writer
	d *Design
}

func (p *printer) line(depth int, format string, args ...any) {
	for range depth {
		p.w.WriteString("  ")
	}
	fmt.Fprintf(p.w, format, args...)
	p.w.WriteByte('\n')
}

func (p *printer) section(name string, n int) {
	if n > 0 {
		p.line(0, "%s", name)
	}
}

func (p *printer) at(pos source.Pos) string {
	if !pos.IsValid() || p.d.Files == nil {
		return ""
	}
	return " ; " + p.d.Files.Position(pos).String()
}

var scopeNames = [...]string{"module", "generate", "block", "fork", "task", "function"}

// String is the word of the language.
func (k ScopeKind) String() string { return scopeNames[k] }

var declNames = [...]string{"net", "reg", "integer", "time", "real", "realtime", "parameter", "event"}

// String is the word of the language; nets are "net".
func (k DeclKind) String() string { return declNames[k] }

var netNames = [...]string{"var", "wire", "tri", "wand", "triand", "wor", "trior", "tri0", "tri1", "supply0", "supply1", "trireg", "uwire"}

// String is the word of the language; variables are "var".
func (t NetType) String() string { return netNames[t] }

var portNames = [...]string{"", "input", "output", "inout"}

// String is the word of the language, empty for PortNone.
func (d PortDir) String() string { return portNames[d] }

var strengthNames = [...]string{"highz", "small", "medium", "weak", "large", "pull", "strong", "supply"}

// String is the level's name without its 0 or 1.
func (s Strength) String() string { return strengthNames[s] }

var assignNames = [...]string{"assign", "gate", "port", "event", "udp"}

// String names the construct.
func (k AssignKind) String() string { return assignNames[k] }

func (p *printer) scope(depth int, s *Scope) {
	what := s.Kind.String()
	if s.Kind == ScopeModule {
		what += " " + s.ModuleName
	}
	if s.HasTime {
		what += fmt.Sprintf(" timescale 1e%d/1e%d", s.UnitExp, s.PrecExp)
	}
	if s.Cell {
		what += " cell"
	}
	p.line(depth, "scope %d %s: %s%s", s.ID, s.Name, what, p.at(s.Pos))
	for _, d := range s.Decls {
		p.decl(depth+1, d)
	}
	for _, c := range s.Children {
		p.scope(depth+1, c)
	}
}

func (p *printer) decl(depth int, d *Decl) {
	var b strings.Builder
	if d.Port != PortNone {
		b.WriteString(d.Port.String() + " ")
	}
	switch {
	case d.Kind == DeclNet:
		b.WriteString(d.Type.String())
	case d.Kind == DeclParam && d.Local:
		b.WriteString("localparam")
	default:
		b.WriteString(d.Kind.String())
	}
	if d.Signed {
		b.WriteString(" signed")
	}
	if d.Vector {
		fmt.Fprintf(&b, " [%d:%d]", d.MSB, d.LSB)
	}
	b.WriteString(" " + d.Name)
	switch {
	case d.Value != nil:
		b.WriteString(" = " + d.Value.String())
	case d.Signal != nil:
		fmt.Fprintf(&b, " -> s%d", d.Signal.ID)
	case d.Event != nil:
		fmt.Fprintf(&b, " -> e%d", d.Event.ID)
	}
	p.line(depth, "%s%s", b.String(), p.at(d.Pos))
}

func (p *printer) signal(s *Signal) {
	var b strings.Builder
	fmt.Fprintf(&b, "s%d %s: %s", s.ID, s.Name, s.Net)
	switch {
	case s.Real:
		b.WriteString(" real")
	case s.Signed:
		fmt.Fprintf(&b, " signed %d", s.Width)
	default:
		fmt.Fprintf(&b, " %d", s.Width)
	}
	if s.Words > 0 {
		fmt.Fprintf(&b, " x %d", s.Words)
		for _, r := range s.Dims {
			fmt.Fprintf(&b, " [%d:%d]", r.Left, r.Right)
		}
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{s.Hidden, "hidden"}, {s.Resolved, "resolved"}, {s.Strong, "strong"}, {s.Forced, "forced"}, {s.Frame != nil, "automatic"}} {
		if f.on {
			b.WriteString(" " + f.name)
		}
	}
	if s.Charge != 0 {
		fmt.Fprintf(&b, " charge %d", s.Charge)
	}
	if len(s.Drivers) > 0 {
		b.WriteString(" drivers")
		for _, a := range s.Drivers {
			fmt.Fprintf(&b, " a%d", a.ID)
		}
	}
	p.line(1, "%s%s", b.String(), p.at(s.Pos))
}

func eventText(e *Event) string {
	if e == nil {
		return "@never"
	}
	parts := make([]string, len(e.Items))
	for i, it := range e.Items {
		switch it.Edge {
		case EdgePos:
			parts[i] = "posedge "
		case EdgeNeg:
			parts[i] = "negedge "
		}
		if it.Named != nil {
			parts[i] += it.Named.Name
		} else {
			parts[i] += it.Signal.Name
		}
	}
	star := ""
	if e.Star {
		star = "*"
	}
	return "@" + star + "(" + strings.Join(parts, " or ") + ")"
}

func levelSet(m uint8) string {
	switch m {
	case 1:
		return "0"
	case 2:
		return "1"
	case 3:
		return "b"
	case 4:
		return "x"
	case 7:
		return "?"
	}
	return "{" + strconv.Itoa(int(m)) + "}"
}

func (p *printer) udp(u *UDP) {
	kind := "combinational"
	if u.Sequential {
		kind = "sequential, initially " + u.Initial.String()
	}
	p.line(1, "%s: %d inputs, %s%s", u.Name, u.Inputs, kind, p.at(u.Pos))
	for _, r := range u.Rows {
		var b strings.Builder
		for i, in := range r.In {
			if i == r.EdgeInput {
				b.WriteByte('(')
				sep := ""
				for k := range 9 {
					if r.Edges>>k&1 != 0 {
						fmt.Fprintf(&b, "%s%c%c", sep, "01x"[k/3], "01x"[k%3])
						sep = ","
					}
				}
				b.WriteString(") ")
				continue
			}
			b.WriteString(levelSet(in) + " ")
		}
		if u.Sequential {
			b.WriteString(": " + levelSet(r.Cur) + " ")
		}
		if r.Keep {
			b.WriteString(": -")
		} else {
			b.WriteString(": " + r.Next.String())
		}
		p.line(2, "%s", b.String())
	}
}

func (p *printer) assign(a *Assign) {
	var b strings.Builder
	fmt.Fprintf(&b, "a%d %s", a.ID, a.Kind)
	if a.Immediate {
		b.WriteString(" immediate")
	}
	if a.Strength != [2]Strength{Strong, Strong} {
		fmt.Fprintf(&b, " (%s0, %s1)", a.Strength[0], a.Strength[1])
	}
	if a.Delay[0] != nil {
		fmt.Fprintf(&b, " #(%s, %s, %s)", a.Delay[0], a.Delay[1], a.Delay[2])
	}
	fmt.Fprintf(&b, " %s = ", Targets(a.LHS))
	if a.UDP != nil {
		b.WriteString(a.UDP.Name + "(")
		for i, in := range a.Inputs {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(in.String())
		}
		fmt.Fprintf(&b, ") initially %s", a.Init)
	} else {
		b.WriteString(a.RHS.String())
	}
	if len(a.Reads) > 0 {
		b.WriteString(" reads")
		for _, s := range a.Reads {
			b.WriteString(" " + s.Name)
		}
	}
	b.WriteString(" ; " + a.Desc)
	p.line(1, "%s%s", b.String(), p.at(a.Pos))
}

func (p *printer) sub(s *Subroutine) {
	what := "task"
	if s.Function {
		what = "function"
	}
	if s.Automatic {
		what += " automatic"
	}
	if s.Recursive {
		what += " recursive"
	}
	if s.Stops {
		what += " stops"
	}
	p.line(1, "%s %s%s", what, s.Name, p.at(s.Pos))
	for _, q := range s.Ports {
		p.line(2, "%s %s", q.Dir, q.Signal.Name)
	}
	for _, l := range s.Locals {
		p.line(2, "local %s", l.Name)
	}
	p.stmt(2, s.Body)
}

func (p *printer) process(pr *Process) {
	what := "initial"
	if pr.Kind == ProcAlways {
		what = "always"
	}
	if pr.Init {
		what += " init"
	}
	if pr.Push {
		what += " push"
	}
	p.line(1, "p%d %s in %s%s", pr.ID, what, pr.Scope.Path, p.at(pr.Pos))
	p.stmt(2, pr.Body)
}

func (p *printer) block(depth int, word string, sc *Scope, list []Stmt) {
	if sc != nil {
		word += " " + sc.Path
	}
	p.line(depth, "%s", word)
	for _, s := range list {
		p.stmt(depth+1, s)
	}
}

func (p *printer) stmt(depth int, s Stmt) {
	switch s := s.(type) {
	case nil:
		p.line(depth, "none")
	case *Null:
		p.line(depth, "null")
	case *Block:
		p.block(depth, "begin", s.Scope, s.Stmts)
	case *Fork:
		p.block(depth, "fork", s.Scope, s.Stmts)
	case *AssignStmt:
		p.line(depth, "%s%s", assignText(s), p.at(s.Pos))
	case *If:
		p.line(depth, "if %s%s", s.Cond, p.at(s.Pos))
		p.stmt(depth+1, s.Then)
		if s.Else != nil {
			p.line(depth, "else")
			p.stmt(depth+1, s.Else)
		}
	case *Case:
		p.line(depth, "%s %s%s", [...]string{"case", "casez", "casex"}[s.Kind], s.Sel, p.at(s.Pos))
		for _, it := range s.Items {
			labels := make([]string, len(it.Labels))
			for i, l := range it.Labels {
				labels[i] = l.String()
			}
			p.line(depth+1, "%s:", strings.Join(labels, ", "))
			p.stmt(depth+2, it.Body)
		}
		if s.Default != nil {
			p.line(depth+1, "default:")
			p.stmt(depth+2, s.Default)
		}
	case *Forever:
		p.line(depth, "forever")
		p.stmt(depth+1, s.Body)
	case *Repeat:
		p.line(depth, "repeat %s%s", s.Count, p.at(s.Pos))
		p.stmt(depth+1, s.Body)
	case *While:
		p.line(depth, "while %s%s", s.Cond, p.at(s.Pos))
		p.stmt(depth+1, s.Body)
	case *For:
		p.line(depth, "for %s%s", s.Cond, p.at(s.Pos))
		p.stmt(depth+1, s.Init)
		p.stmt(depth+1, s.Step)
		p.stmt(depth+1, s.Body)
	case *Delay:
		p.line(depth, "delay %s%s", s.Ticks, p.at(s.Pos))
		p.stmt(depth+1, s.Body)
	case *EventCtl:
		p.line(depth, "%s%s", eventText(s.Event), p.at(s.Pos))
		p.stmt(depth+1, s.Body)
	case *WaitStmt:
		p.line(depth, "wait %s on %s%s", s.Cond, eventText(s.Event), p.at(s.Pos))
		p.stmt(depth+1, s.Body)
	case *Trigger:
		p.line(depth, "-> %s", s.Event.Name)
	case *Disable:
		p.line(depth, "disable %s", s.Scope.Path)
	case *TaskCall:
		p.line(depth, "call %s%s", s.Sub.Name, p.at(s.Pos))
		for _, in := range s.Ins {
			p.line(depth+1, "in %s = %s", in.Port.Name, in.Value)
		}
		for _, out := range s.Outs {
			p.line(depth+1, "out %s = %s", Targets(out.Targets), out.Value)
		}
	case *SysTask:
		p.line(depth, "%s(%s)%s", s.Name, sysArgs(s.Args), p.at(s.Pos))
	case *ProcAssign:
		word := "assign"
		if s.Force {
			word = "force"
		}
		if s.Live != nil {
			word += " (then " + s.Live.String() + ")"
		}
		p.line(depth, "%s %s = %s%s", word, Targets(s.LHS), s.RHS, p.at(s.Pos))
	case *Unassign:
		word := "deassign"
		if s.Force {
			word = "release"
		}
		p.line(depth, "%s %s%s", word, Targets(s.LHS), p.at(s.Pos))
	default:
		p.line(depth, "%T", s)
	}
}

func assignText(s *AssignStmt) string {
	op := "="
	if s.NonBlocking {
		op = "<="
	}
	ctl := ""
	if s.Repeat != nil {
		ctl = fmt.Sprintf("repeat(%s) ", s.Repeat)
	}
	if s.Event != nil {
		ctl += eventText(s.Event) + " "
	}
	if s.Delay != nil {
		ctl += "#" + s.Delay.String() + " "
	}
	return fmt.Sprintf("%s %s %s%s", Targets(s.LHS), op, ctl, s.RHS)
}

// Targets is the readable form of an assignment's left side.
func Targets(list []LValue) string {
	parts := make([]string, len(list))
	for i := range list {
		parts[i] = list[i].String()
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// String is the target's readable form: name, element, and bits as [offset +: width] unless whole.
func (l *LValue) String() string {
	var b strings.Builder
	b.WriteString(l.Sig.Name)
	if l.Word != nil {
		fmt.Fprintf(&b, "[%s]", l.Word)
	}
	switch {
	case l.OffExpr != nil:
		fmt.Fprintf(&b, "[%s +: %d]", l.OffExpr, l.Width)
	case !l.Whole():
		fmt.Fprintf(&b, "[%d +: %d]", l.Off, l.Width)
	}
	return b.String()
}

var opNames = [...]string{
	OpInvalid: "invalid", OpPart: "part", OpPartVar: "partvar", OpResize: "resize", OpToReal: "real", OpToInt: "int",
	OpSigned: "as", OpNot: "~", OpNeg: "-", OpRedAnd: "&", OpRedNand: "~&", OpRedOr: "|", OpRedNor: "~|", OpRedXor: "^",
	OpRedXnor: "~^", OpLogNot: "!", OpAdd: "+", OpSub: "-", OpMul: "*", OpDiv: "/", OpMod: "%", OpPow: "**", OpAnd: "&",
	OpOr: "|", OpXor: "^", OpXnor: "~^", OpShl: "<<", OpShr: ">>", OpAShr: ">>>", OpLt: "<", OpLe: "<=", OpGt: ">",
	OpGe: ">=", OpEq: "==", OpNe: "!=", OpCaseEq: "===", OpCaseNe: "!==", OpLogAnd: "&&", OpLogOr: "||", OpCond: "?:",
	OpBufif1: "bufif1", OpBufif0: "bufif0", OpNotif1: "notif1", OpNotif0: "notif0", OpNmos: "nmos", OpPmos: "pmos",
	OpCmos: "cmos", OpBufZ: "buf",
}

// String is the operator's sign or name.
func (o Op) String() string {
	if int(o) < len(opNames) && opNames[o] != "" {
		return opNames[o]
	}
	switch o {
	case OpConst:
		return "const"
	case OpSignal:
		return "signal"
	case OpWord:
		return "word"
	case OpConcat:
		return "concat"
	case OpRepeat:
		return "repeat"
	case OpCall:
		return "call"
	case OpSys:
		return "sys"
	}
	return "op" + strconv.Itoa(int(o))
}

// String is the expression in a Verilog-like prefix-free form; resizes show as {width 'u or 's value}.
func (e *Expr) String() string {
	var b strings.Builder
	e.write(&b)
	return b.String()
}

func writeArgs(b *strings.Builder, args []*Expr, sep string) {
	for i, a := range args {
		if i > 0 {
			b.WriteString(sep)
		}
		a.write(b)
	}
}

func (e *Expr) write(b *strings.Builder) {
	if e == nil {
		b.WriteString("nil")
		return
	}
	sign := "u"
	if e.Signed {
		sign = "s"
	}
	switch e.Op {
	case OpConst:
		switch {
		case e.Str:
			b.WriteString(strconv.Quote(e.Text))
		case e.Real && e.RealVal == math.Trunc(e.RealVal) && math.Abs(e.RealVal) < 1e15:
			b.WriteString(strconv.FormatFloat(e.RealVal, 'f', 1, 64))
		case e.Real:
			b.WriteString(strconv.FormatFloat(e.RealVal, 'g', -1, 64))
		default:
			mark := ""
			if e.Signed {
				mark = "s"
			}
			if e.Val.IsKnown() {
				fmt.Fprintf(b, "%d'%sh%s", e.Width, mark, hexText(e))
			} else {
				fmt.Fprintf(b, "%d'%sb%s", e.Width, mark, e.Val.Bits())
			}
		}
	case OpSignal:
		b.WriteString(e.Sig.Name)
	case OpWord:
		b.WriteString(e.Sig.Name + "[")
		writeArgs(b, e.Args, ", ")
		b.WriteByte(']')
	case OpPart:
		writeArgs(b, e.Args, ", ")
		fmt.Fprintf(b, "[%d +: %d]", e.Off, e.Width)
	case OpPartVar:
		e.Args[0].write(b)
		b.WriteByte('[')
		e.Args[1].write(b)
		fmt.Fprintf(b, " +: %d]", e.Width)
	case OpResize, OpToInt:
		fmt.Fprintf(b, "%s%d(", sign, e.Width)
		writeArgs(b, e.Args, ", ")
		b.WriteByte(')')
	case OpSigned:
		fmt.Fprintf(b, "%s(", sign)
		writeArgs(b, e.Args, ", ")
		b.WriteByte(')')
	case OpConcat:
		b.WriteByte('{')
		writeArgs(b, e.Args, ", ")
		b.WriteByte('}')
	case OpRepeat:
		fmt.Fprintf(b, "{%d{", e.Off)
		writeArgs(b, e.Args, ", ")
		b.WriteString("}}")
	case OpCall:
		b.WriteString(e.Sub.Name + "(")
		writeArgs(b, e.Args, ", ")
		b.WriteByte(')')
	case OpSys:
		b.WriteString(e.Sys)
		if len(e.SysArgs) > 0 {
			b.WriteString("(" + sysArgs(e.SysArgs) + ")")
		} else if len(e.Args) > 0 {
			b.WriteByte('(')
			writeArgs(b, e.Args, ", ")
			b.WriteByte(')')
		}
	case OpCond:
		b.WriteByte('(')
		e.Args[0].write(b)
		b.WriteString(" ? ")
		e.Args[1].write(b)
		b.WriteString(" : ")
		e.Args[2].write(b)
		b.WriteByte(')')
	default:
		switch {
		case len(e.Args) == 2 && e.Op < OpBufif1:
			b.WriteByte('(')
			writeArgs(b, e.Args, " "+e.Op.String()+" ")
			b.WriteByte(')')
		case len(e.Args) == 1 && e.Op < OpBufif1 && e.Op != OpToReal:
			b.WriteString(e.Op.String() + "(")
			writeArgs(b, e.Args, "")
			b.WriteByte(')')
		default:
			b.WriteString(e.Op.String() + "(")
			writeArgs(b, e.Args, ", ")
			b.WriteByte(')')
		}
	}
}

// hexText is a known constant in base 16 without leading zeros.
func hexText(e *Expr) string {
	var b strings.Builder
	started := false
	for i := (e.Width+3)/4 - 1; i >= 0; i-- {
		d := 0
		for k := 3; k >= 0; k-- {
			d <<= 1
			if n := i*4 + k; n < e.Width && e.Val.Bit(n)&1 != 0 {
				d |= 1
			}
		}
		if d == 0 && !started && i > 0 {
			continue
		}
		started = true
		b.WriteByte("0123456789abcdef"[d])
	}
	return b.String()
}

func sysArgs(args []SysArg) string {
	parts := make([]string, len(args))
	for i, a := range args {
		switch {
		case a.Kind == ArgNull:
		case a.Kind == ArgTarget && a.Target != nil:
			parts[i] = "&" + a.Target.String()
		case a.Kind == ArgArray && a.Array != nil:
			parts[i] = a.Array.Name + "[]"
		case a.Kind == ArgScope && a.Scope != nil:
			parts[i] = "scope " + a.Scope.Path
		case a.Kind == ArgEvent && a.Event != nil:
			parts[i] = "event " + a.Event.Name
		default:
			parts[i] = a.Value.String()
		}
	}
	return strings.Join(parts, ", ")
}
