package emit

import (
	"fmt"

	"github.com/gpga/gpga/codegen/cost"
	"github.com/gpga/gpga/scheduler/program"
)

// Origins tells which construct of the Verilog each generated function of p's kernel was made of, and in the switch form each case. It
// is made from the program: the text carries nothing for it. The vm form's text is of no design and has no origins.
func Origins(p *program.Program, k *Kernel) []cost.Place {
	var list []cost.Place
	at := func(line, desc uint32) cost.Origin {
		o := cost.Origin{Construct: str(p, desc)}
		if line != 0 && int(line) < len(p.Lines) {
			l := p.Lines[line]
			o.File, o.Line, o.Col = str(p, l.File), int(l.Line), int(l.Col)
		}
		return o
	}
	for i := range p.Funcs {
		f := &p.Funcs[i]
		o := at(f.Line, f.Name)
		o.Construct = "function " + o.Construct
		list = append(list, cost.Place{Function: fmt.Sprintf("gpga_fn_%d", i), Origin: o})
	}
	for name, segs := range k.Shared {
		if len(segs) == 0 {
			continue
		}
		s := &p.Segs[segs[0]]
		o := at(s.Line, s.Desc)
		o.Construct += fmt.Sprintf(", and %d like it", len(segs)-1)
		list = append(list, cost.Place{Function: name, Origin: o})
	}
	for i := range p.Segs {
		s := &p.Segs[i]
		o := at(s.Line, s.Desc)
		list = append(list, cost.Place{Function: fmt.Sprintf("gpga_seg_%d", i), Origin: o}, cost.Place{Switch: "pc", Case: uint64(i), Origin: o})
	}
	for i := range p.Events {
		o := at(p.Events[i].Line, 0)
		o.Construct = "event control"
		list = append(list, cost.Place{Switch: "sched_wait_id", Case: uint64(i), Origin: o})
	}
	return list
}

func str(p *program.Program, i uint32) string {
	if int(i) < len(p.Strings) {
		return p.Strings[i]
	}
	return ""
}
