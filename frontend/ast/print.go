package ast

import (
	"bufio"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/gpga/gpga/frontend/source"
)

// Fprint writes a node and all below it as indented text: a line for each
// node with its kind, its plain fields and its expressions, children indented.
// With a set, each line of a node ends in its line:column. The text is the
// same for the same tree.
func Fprint(w io.Writer, set *source.Set, n any) error {
	b := bufio.NewWriter(w)
	d := &dumper{w: b, set: set}
	d.value(0, "", reflect.ValueOf(n))
	return b.Flush()
}

// maxDump bounds the nesting that is printed; the parser's limits keep trees
// below it except for long chains of else-ifs.
const maxDump = 5000

type dumper struct {
	w   *bufio.Writer
	set *source.Set
}

var (
	exprType  = reflect.TypeFor[Expr]()
	spanType  = reflect.TypeFor[Span]()
	posType   = reflect.TypeFor[source.Pos]()
	edgesType = reflect.TypeFor[[][2]byte]()
	envType   = reflect.TypeFor[Env]()
)

func (d *dumper) indent(n int) {
	for range n {
		d.w.WriteString("  ")
	}
}

// value writes a struct, a pointer to one, or each element of a slice.
func (d *dumper) value(depth int, label string, v reflect.Value) {
	if depth > maxDump {
		d.indent(maxDump)
		d.w.WriteString("...\n")
		return
	}
	for v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return
		}
		if e, ok := v.Interface().(Expr); ok {
			d.indent(depth)
			d.label(label)
			d.w.WriteString(ExprString(e))
			d.w.WriteByte('\n')
			return
		}
		v = v.Elem()
	}
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			d.value(depth, label, v.Index(i))
		}
		return
	}
	if v.Kind() != reflect.Struct || v.IsZero() {
		return
	}
	d.indent(depth)
	d.label(label)
	d.w.WriteString(v.Type().Name())
	t := v.Type()
	var later []int
	for i := range t.NumField() {
		f, x := t.Field(i), v.Field(i)
		switch {
		case f.Type == spanType || f.Type == posType || !f.IsExported():
		case f.Type == envType:
			d.w.WriteString(envString(x.Interface().(Env)))
		case isChild(f.Type):
			if f.Type == exprType && !x.IsNil() {
				fmt.Fprintf(d.w, " %s=%s", f.Name, ExprString(x.Interface().(Expr)))
			} else if r, ok := x.Interface().(*Range); ok {
				if r != nil {
					d.w.WriteString(" " + r.String())
				}
			} else {
				later = append(later, i)
			}
		case f.Type == edgesType:
			for _, e := range x.Interface().([][2]byte) {
				fmt.Fprintf(d.w, " %s", e[:])
			}
		default:
			d.plain(f.Name, x)
		}
	}
	d.position(v)
	d.w.WriteByte('\n')
	for _, i := range later {
		label := ""
		if f := t.Field(i); f.Name != "Items" && f.Name != "Stmts" && f.Name != "Body" {
			label = f.Name
		}
		d.value(depth+1, label, v.Field(i))
	}
}

func (d *dumper) label(s string) {
	if s != "" {
		d.w.WriteString(s + ": ")
	}
}

// isChild tells whether a field of the type is a node or a list of nodes.
func isChild(t reflect.Type) bool {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.Kind() == reflect.Interface || t.Kind() == reflect.Struct
}

func (d *dumper) plain(name string, x reflect.Value) {
	if s, ok := x.Interface().(fmt.Stringer); ok {
		if w := s.String(); w != "none" && w != "implicit" && w != "any" {
			fmt.Fprintf(d.w, " %s", w)
		}
		return
	}
	if x.IsZero() {
		return
	}
	switch v := x.Interface().(type) {
	case bool:
		fmt.Fprintf(d.w, " %s", strings.ToLower(name))
	case string:
		if name == "Name" || name == "Module" {
			fmt.Fprintf(d.w, " %s", v)
		} else {
			fmt.Fprintf(d.w, " %s=%s", name, strconv.Quote(v))
		}
	case byte:
		fmt.Fprintf(d.w, " %s=%c", name, v)
	default:
		fmt.Fprintf(d.w, " %s=%v", name, v)
	}
}

func (d *dumper) position(v reflect.Value) {
	if d.set == nil {
		return
	}
	f := v.FieldByName("Span")
	if !f.IsValid() || f.Type() != spanType {
		return
	}
	if p := d.set.Position(f.Interface().(Span).From); p.IsValid() {
		fmt.Fprintf(d.w, " @%d:%d", p.Line, p.Column)
	}
}

func envString(e Env) string {
	var b strings.Builder
	if e.HasTimescale {
		fmt.Fprintf(&b, " timescale=1e%d/1e%d", e.TimeUnit, e.TimePrecision)
	}
	if e.DefaultNetType != Wire {
		fmt.Fprintf(&b, " default_nettype=%s", e.DefaultNetType)
	}
	if e.CellDefine {
		b.WriteString(" celldefine")
	}
	if e.UnconnectedDrive != StrengthNone {
		v := 0
		if e.UnconnectedOne {
			v = 1
		}
		fmt.Fprintf(&b, " unconnected_drive=%s%d", e.UnconnectedDrive, v)
	}
	if e.DecayTime != nil {
		fmt.Fprintf(&b, " decay_time=%g", *e.DecayTime)
	}
	if e.HasTrireg {
		fmt.Fprintf(&b, " trireg_strength=%d", e.TriregStrength)
	}
	if e.DelayMode != DelayDefault {
		fmt.Fprintf(&b, " delay_mode=%s", e.DelayMode)
	}
	return b.String()
}

// String is the range as Verilog text.
func (r *Range) String() string {
	if r == nil {
		return ""
	}
	if r.Size || r.LSB == nil {
		return "[" + ExprString(r.MSB) + "]"
	}
	return "[" + ExprString(r.MSB) + ":" + ExprString(r.LSB) + "]"
}

// String is the symbol as in a table.
func (s UDPSymbol) String() string {
	switch {
	case s.Level != 0:
		return string(rune(s.Level))
	case s.From == 0:
		return ""
	case s.From == s.To && (s.From == 'p' || s.From == 'n'):
		return string(rune(s.From))
	}
	return fmt.Sprintf("(%c%c)", s.From, s.To)
}

// String is the row as in a table.
func (r *UDPRow) String() string {
	var b strings.Builder
	for _, s := range r.Inputs {
		b.WriteString(s.String() + " ")
	}
	if st := r.State.String(); st != "" {
		b.WriteString(": " + st + " ")
	}
	fmt.Fprintf(&b, ": %c", r.Output)
	return b.String()
}

// ExprString writes an expression as Verilog text, fully parenthesized.
func ExprString(e Expr) string {
	var b strings.Builder
	writeExpr(&b, e)
	return b.String()
}

func writeList(b *strings.Builder, list []Expr) {
	for i, e := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		writeExpr(b, e)
	}
}

func writeAttrs(b *strings.Builder, list []*Attribute) {
	for _, a := range list {
		b.WriteString(" (* " + a.Name)
		if a.Value != nil {
			b.WriteString(" = ")
			writeExpr(b, a.Value)
		}
		b.WriteString(" *) ")
	}
}

func writeExpr(b *strings.Builder, e Expr) {
	switch e := e.(type) {
	case nil, *Empty:
	case *Ident:
		for i, p := range e.Parts {
			if i > 0 {
				b.WriteByte('.')
			}
			if p.Escaped {
				b.WriteString("\\" + p.Name + " ")
			} else {
				b.WriteString(p.Name)
			}
			for _, x := range p.Index {
				b.WriteByte('[')
				writeExpr(b, x)
				b.WriteByte(']')
			}
		}
	case *Number:
		b.WriteString(strings.Join(strings.Fields(e.Text), ""))
	case *Real:
		b.WriteString(e.Text)
	case *String:
		b.WriteString(strconv.Quote(e.Value))
	case *Unary:
		b.WriteString("(" + e.Op.String())
		writeAttrs(b, e.Attrs)
		writeExpr(b, e.X)
		b.WriteByte(')')
	case *Binary:
		writeBinary(b, e)
	case *Cond:
		// A chain of else branches is written in a loop.
		n := 0
		for {
			b.WriteByte('(')
			n++
			writeExpr(b, e.Cond)
			b.WriteString(" ? ")
			writeAttrs(b, e.Attrs)
			writeExpr(b, e.Then)
			b.WriteString(" : ")
			next, ok := e.Else.(*Cond)
			if !ok {
				writeExpr(b, e.Else)
				break
			}
			e = next
		}
		b.WriteString(strings.Repeat(")", n))
	case *Concat:
		b.WriteByte('{')
		writeList(b, e.Elems)
		b.WriteByte('}')
	case *Repl:
		b.WriteByte('{')
		writeExpr(b, e.Count)
		b.WriteByte('{')
		writeList(b, e.Elems)
		b.WriteString("}}")
	case *MinTypMax:
		b.WriteByte('(')
		writeExpr(b, e.Min)
		b.WriteByte(':')
		writeExpr(b, e.Typ)
		b.WriteByte(':')
		writeExpr(b, e.Max)
		b.WriteByte(')')
	case *Index:
		writeExpr(b, e.X)
		b.WriteByte('[')
		writeExpr(b, e.I)
		b.WriteByte(']')
	case *RangeSelect:
		writeExpr(b, e.X)
		b.WriteByte('[')
		writeExpr(b, e.L)
		b.WriteString(e.Kind.String())
		writeExpr(b, e.R)
		b.WriteByte(']')
	case *Call:
		writeExpr(b, e.Name)
		writeAttrs(b, e.Attrs)
		b.WriteByte('(')
		writeList(b, e.Args)
		b.WriteByte(')')
	case *SysCall:
		b.WriteString(e.Name)
		if e.Parens {
			b.WriteByte('(')
			writeList(b, e.Args)
			b.WriteByte(')')
		}
	}
}

// writeBinary writes a left-leaning chain of operators without recursion into
// its left sides.
func writeBinary(b *strings.Builder, e *Binary) {
	chain := []*Binary{e}
	for {
		l, ok := chain[len(chain)-1].X.(*Binary)
		if !ok {
			break
		}
		chain = append(chain, l)
	}
	b.WriteString(strings.Repeat("(", len(chain)))
	writeExpr(b, chain[len(chain)-1].X)
	for i := len(chain) - 1; i >= 0; i-- {
		b.WriteString(" " + chain[i].Op.String() + " ")
		writeAttrs(b, chain[i].Attrs)
		writeExpr(b, chain[i].Y)
		b.WriteByte(')')
	}
}
