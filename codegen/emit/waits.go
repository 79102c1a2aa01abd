package emit

import (
	"fmt"
	"io"
	"strings"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

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
	edges, stars := 0, 0
	for i := range p.Events {
		stars += len(layout.StarSignals(p, uint32(i)))
	}
	for _, it := range p.Items {
		if edgeMask(it.Edge) != 0 {
			edges++
		}
	}
	fmt.Fprintf(&b, "%d waits, %d items (%d edges), %d star signals\n", len(p.Events), len(p.Items), edges, stars)
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
		for k := ev.Item; k < ev.Item+ev.NumItem; k++ {
			it := p.Items[k]
			s := &p.Signals[it.Signal]
			if m := edgeMask(it.Edge); m != 0 {
				fmt.Fprintf(&b, "  item %d %s mask 0x%04x %s (signal %d, val %d, xz %d, previous %d)\n", k, EdgeName(it.Edge), m, name(it.Signal), it.Signal, s.Slot, s.Slot+words(s.Width), p.Layout.ItemPrev+2*k)
			} else {
				fmt.Fprintf(&b, "  item %d %s %s (signal %d)\n", k, EdgeName(it.Edge), name(it.Signal), it.Signal)
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
	arrays := layout.WaitArrays(p)
	total := 0
	for i := range arrays {
		if arrays[i].InText {
			total += arrays[i].Bytes()
		}
	}
	place := "constants of the text"
	if total > ConstBytes || len(p.Items) == 0 {
		place = "the table buffer"
	}
	fmt.Fprintf(&b, "\narrays; the table form keeps its own, %d bytes, in %s\n", total, place)
	for i := range arrays {
		a := &arrays[i]
		note := ""
		if !a.InText {
			note = " (switch form: literals; table form: the fan-out wakes them)"
		}
		fmt.Fprintf(&b, "  %-6s %s[%d]%s\n", a.Type, a.Name, len(a.Words), note)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
