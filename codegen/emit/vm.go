package emit

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gpga/gpga/codegen/kernel"
	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// VM returns the vm form for p: the one text of its kind ({four-state, two-state} x {without, with reals}), the same for every
// design, and the tables that hold the design.
func VM(p *program.Program) (*Kernel, error) { return VMWith(p, Options{}) }

// VMWith is VM with what o says of the log of nonblocking assignments and of waits.
func VMWith(p *program.Program, o Options) (*Kernel, error) {
	t := layout.NewTables(p, o.EvalAll)
	if err := t.AddVM(p, o.LogAll); err != nil {
		return nil, err
	}
	text, err := VMText(p.TwoState, Reals(p))
	if err != nil {
		return nil, err
	}
	return &Kernel{Text: text, Tables: t}, nil
}

// Reals tells that p needs the vm text with reals: random numbers are made with them, too.
func Reals(p *program.Program) bool {
	if p.HasReal {
		return true
	}
	for i := range p.Code {
		if op := p.Code[i].Op; op == program.OpRandom || op >= program.OpFAdd && op <= program.OpRealTrunc {
			return true
		}
	}
	return false
}

// VMText returns one of the four texts.
func VMText(twoState, reals bool) (string, error) {
	p := &program.Program{TwoState: twoState, HasReal: reals}
	lib, err := kernel.Chunks()
	if err != nil {
		return "", err
	}
	e := &emitter{p: p, tab: &layout.Tables{At: map[string]uint32{}}, lib: lib, gen: map[string]chunk{}, arrays: map[string]string{}, state: map[string]uint8{}, names: map[uint32]string{}}
	e.constants()
	for name, v := range layout.VMConstants() {
		e.consts[name] = v
	}
	// What differs from design to design is read from the arena's header.
	at := map[string]string{}
	for i, name := range layout.FormNames {
		at[name] = fmt.Sprintf("GPGA_AT(%d/*%s*/)", program.HdrForm+i, name)
		delete(e.consts, name)
	}
	e.quiet = &layout.Quiet{} // where its words lie is read, too
	pairs := append(e.slots(true), inBuffer(p)...)
	others := "" // operations that only the texts with reals have
	if reals {
		others = "default: gpga_vm_real(st, op, flags, d, a, b, c, w, wa); return;"
	}
	pairs = append(pairs, "GPGA_VM_REALS", others)
	subst := strings.NewReplacer(pairs...)
	for name, c := range e.lib {
		c.Text = formRE.ReplaceAllStringFunc(subst.Replace(c.Text), func(id string) string {
			if s, ok := at[id]; ok {
				return s
			}
			return id
		})
		e.lib[name] = c
	}
	e.subst = strings.NewReplacer()
	states, withReals := "four-state", "without reals"
	if twoState {
		states = "two-state"
	}
	if reals {
		withReals = "with reals"
	}
	fmt.Fprintf(&e.out, "/* gpga kernel, vm form, %s, %s: the same text for every design; the design is in the buffers */\n", states, withReals)
	e.prelude(unsignedIndex)
	consts, prelude := e.consts, e.out.String()
	e.consts = nil
	e.out.Reset()
	e.place("gpga_step")
	return prelude + terseHeads + terse(shortHeads.Replace(fields(e.out.String())), consts), e.err
}

var formRE = regexp.MustCompile(`\b[A-Za-z_][A-Za-z0-9_]*\b`)

// fieldRE finds words at a fixed distance from an address.
var fieldRE = regexp.MustCompile(`GPGA_AT\(([a-z]\w*) \+ ([A-Z]\w*|\d+u)\)`)

// fields has such words read and written through a pointer: the distance then needs no arithmetic.
func fields(text string) string { return fieldRE.ReplaceAllString(text, "AT($1, $2)") }
