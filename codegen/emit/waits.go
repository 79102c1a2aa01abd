package emit

import (
	"fmt"
	"io"
	"strings"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// textArrays are the arrays of waits that the text holds as constants: those that it reads, when together they are small.
// Otherwise the table buffer holds them and there are none.
func textArrays(p *program.Program) (arrays []layout.WaitArray) {
	total, stars := 0, layout.HasStars(p)
	for _, a := range layout.WaitArrays(p) {
		if stars || !strings.Contains(a.Name, "_star_") {
			total += a.Bytes()
			arrays = append(arrays, a)
		}
	}
	if total > ConstBytes || len(p.Items) == 0 {
		return nil
	}
	return arrays
}

// inBuffer pairs each use of the arrays of waits in library text with its place in the table buffer.
func inBuffer(p *program.Program) (pairs []string) {
	for _, a := range layout.WaitArrays(p) {
		pairs = append(pairs, a.Name+"["+a.Index+"]", "tab["+a.Tab+" + "+a.Index+"]")
	}
	return pairs
}

// edgeTables writes the constant arrays, each in the smallest type that holds it.
func (e *emitter) edgeTables() {
	for _, a := range textArrays(e.p) {
		var b strings.Builder
		fmt.Fprintf(&b, "constant %s %s[] = {", a.Type, a.Name)
		for i, v := range a.Words {
			if i > 0 {
				b.WriteString(", ")
				if i%24 == 0 {
					b.WriteString("\n    ")
				}
			}
			fmt.Fprintf(&b, "%d", v)
		}
		b.WriteString("};\n")
		e.arrays[a.Name] = b.String()
	}
}

// EdgeName is how Verilog spells an item's edge.
func EdgeName(kind uint32) string {
	switch kind {
	case program.EdgePos:
		return "posedge"
	case program.EdgeNeg:
		return "negedge"
	case program.EdgeNamed:
		return "event"
	}
	return "any"
}

// Waits writes an inventory of p's waits for people: for each its Verilog position, its items with kind, mask, signal and the address of
// its previous value, and its star list; then the arrays that hold them, with the types they have and where the table
// form keeps them.
func Waits(w io.Writer, p *program.Program) error {
	var b strings.Builder
	name := func(sig uint32) string { return p.Strings[p.Signals[sig].Name] }
	stars := layout.NewStars(p)
	edges, listed := 0, 0
	for i := range p.Events {
		listed += len(layout.StarSignals(p, uint32(i)))
	}
	for _, it := range p.Items {
		if edgeMask(it.Edge) != 0 {
			edges++
		}
	}
	fmt.Fprintf(&b, "%d waits, %d items (%d edges), %d star signals\n", len(p.Events), len(p.Items), edges, listed)
	fmt.Fprintf(&b, "masks, bit 4*old + new of 0, 1, z, x: posedge 0x%04x, negedge 0x%04x\n\n", edgeMask(program.EdgePos), edgeMask(program.EdgeNeg))
	for i, ev := range p.Events {
		where := "-"
		if ev.Line != 0 && int(ev.Line) < len(p.Lines) {
			l := p.Lines[ev.Line]
			where = fmt.Sprintf("%s:%d:%d", p.Strings[l.File], l.Line, l.Col)
		}
		kind := ""
		if ev.Star {
			kind = " @*"
		}
		fmt.Fprintf(&b, "wait %d%s at %s: items %d +%d\n", i, kind, where, ev.Item, ev.NumItem)
		compared := map[uint32]bool{}
		for _, sig := range layout.StarList(p, uint32(i)) {
			compared[sig] = true
		}
		for k := ev.Item; k < ev.Item+ev.NumItem; k++ {
			it := p.Items[k]
			s := &p.Signals[it.Signal]
			if m := edgeMask(it.Edge); m != 0 {
				fmt.Fprintf(&b, "  item %d %s mask 0x%04x %s (signal %d, val %d, xz %d, previous %d)\n", k, EdgeName(it.Edge), m, name(it.Signal), it.Signal, s.Slot, s.Slot+words(s.Width), p.Layout.ItemPrev+2*k)
			} else {
				fmt.Fprintf(&b, "  item %d %s %s (signal %d", k, EdgeName(it.Edge), name(it.Signal), it.Signal)
				if compared[it.Signal] {
					at := stars.Offset[it.Signal]
					fmt.Fprintf(&b, ", val %d, xz %d, previous %d and %d", s.Slot, s.Slot+words(s.Width), stars.Val+at, stars.XZ+at)
				}
				b.WriteString(")\n")
			}
		}
		if list := layout.StarSignals(p, uint32(i)); len(list) > 0 {
			names := make([]string, len(list))
			for k, s := range list {
				names[k] = name(s)
			}
			fmt.Fprintf(&b, "  star %s\n", strings.Join(names, ", "))
		}
	}
	place := "words of the table buffer"
	if len(textArrays(p)) > 0 {
		place = "constants of the text"
	}
	fmt.Fprintf(&b, "\narrays, in the smallest type that holds each; the table form has its own as %s\n", place)
	for _, a := range layout.WaitArrays(p) {
		fmt.Fprintf(&b, "  %-6s %s[%d]\n", a.Type, a.Name, len(a.Words))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
