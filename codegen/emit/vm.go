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

// vmRealCases are the operations that only the texts with reals have.
const vmRealCases = `case OP_FADD: return gpga_l64{gpga_f64_add(ta.v, tb.v), 0ul};
    case OP_FSUB: return gpga_l64{gpga_f64_sub(ta.v, tb.v), 0ul};
    case OP_FMUL: return gpga_l64{gpga_f64_mul(ta.v, tb.v), 0ul};
    case OP_FDIV: return gpga_l64{gpga_f64_div(ta.v, tb.v), 0ul};
    case OP_FNEG: return gpga_l64{gpga_f64_sub(0ul, ta.v), 0ul};
    case OP_FEQ: return gpga_l64{gpga_f64_eq(ta.v, tb.v) ? 1ul : 0ul, 0ul};
    case OP_FLT: return gpga_l64{gpga_f64_lt(ta.v, tb.v) ? 1ul : 0ul, 0ul};
    case OP_FLE: return gpga_l64{gpga_f64_le(ta.v, tb.v) ? 1ul : 0ul, 0ul};
    case OP_INTTOREAL: return (flags & FLAG_SIGNED) != 0 ? gpga_to_reals(ta, 64u - wa) : gpga_to_real(ta, 64u - wa);
    case OP_REALTOINT: return gpga_trunc64(gpga_from_real(ta, 1u), m);
    case OP_REALTRUNC: return gpga_trunc64(gpga_from_real(ta, 0u), m);
    case OP_RANDOM: return a == NO_SEG ? gpga_random_global(st, c) : gpga_random(gpga_down(ta), c);`

// VMText returns one of the four texts.
func VMText(twoState, reals bool) (string, error) {
	p := &program.Program{TwoState: twoState, HasReal: reals}
	e := &emitter{p: p, tab: &layout.Tables{At: map[string]uint32{}}, lib: kernel.Chunks(twoState), gen: map[string]chunk{}, arrays: map[string]string{}, state: map[string]uint8{}, names: map[uint32]string{}}
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
	if reals {
		pairs = append(pairs, "GPGA_VM_REALS", vmRealCases, "GPGA_VM_W_TO_REAL", "gpga_w_to_real(st, a, wa, sign)",
			"GPGA_VM_W_FROM_REAL(1u);", "gpga_w_from_real(st, d, w, gpga_load64(st, a), 1u);", "GPGA_VM_W_FROM_REAL(0u);", "gpga_w_from_real(st, d, w, gpga_load64(st, a), 0u);")
	} else {
		pairs = append(pairs, "GPGA_VM_REALS", "", "GPGA_VM_W_TO_REAL", "gpga_l64{0ul, 0ul}", "GPGA_VM_W_FROM_REAL(1u); ", "", "GPGA_VM_W_FROM_REAL(0u); ", "")
	}
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
	return prelude + terseHeads + terse(shortHeads.Replace(e.out.String()), consts), e.err
}

var formRE = regexp.MustCompile(`\b[A-Za-z_][A-Za-z0-9_]*\b`)
