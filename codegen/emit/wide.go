package emit

import (
	"fmt"

	"github.com/gpga/gpga/scheduler/program"
)

// wideValue emits an instruction whose result is over 64 bits: it is stored at address D.
func (b *body) wideValue(in *program.Instr) bool {
	w := in.W
	n2 := 2 * words(w)
	d := func() string { return b.addr(in.D, in.Flags&program.FlagFrameD != 0) }
	fa, fb, fc := in.Flags&program.FlagFrame != 0, in.Flags&program.FlagFrameB != 0, in.Flags&program.FlagFrameA2 != 0
	signed := in.Flags&program.FlagSigned != 0
	ca := class(in.WA)
	switch in.Op {
	case program.OpConst:
		b.effect("gpga_w_const(st, tab, %s, %du, %du);", d(), in.A, n2)
	case program.OpMove, program.OpLoad:
		b.effect("gpga_w_copy(st, %s, %s, %du);", d(), b.wide(in.A, fa), n2)
	case program.OpLoadEl:
		s := &b.e.p.Signals[in.A]
		b.effect("gpga_w_loadel(st, %s, %s, %s, %du, %du);", d(), b.ref(refSlot, in.A, "u"), b.temp(in.B), s.Words, w)
	case program.OpLoadElL:
		b.effect("gpga_w_loadel(st, %s, %s, %s, %du, %du);", d(), b.addr(in.A, fa), b.temp(in.B), in.E, w)
	case program.OpFrLoad:
		b.effect("gpga_w_copy(st, %s, %s.v + %du, %du);", d(), b.temp(in.A), in.C, n2)
	case program.OpResize:
		if ca == 0 {
			b.effect("gpga_w_resize(st, %s, %du, %s, %du, %du);", d(), w, b.wide(in.A, fa), in.WA, flag01(signed))
		} else {
			b.effect("gpga_w_from(st, %s, %du, %s, %du, %du);", d(), w, b.l64(in.A, in.WA), in.WA, flag01(signed))
		}
	case program.OpPart:
		off := known(in.C, 0)
		if in.Flags&program.FlagVar != 0 {
			off = b.temp(in.C)
		}
		if ca != 0 {
			// wider than its source: the rest is x
			b.effect("gpga_w_part_of(st, %s, %du, %s, %du, %s);", d(), w, b.l64(in.A, in.WA), in.WA, off)
			break
		}
		b.effect("gpga_w_slice(st, %s, %du, %s, %du, %s);", d(), w, b.wide(in.A, fa), in.WA, off)
	case program.OpConcat:
		wb := w - in.WA
		b.effect("gpga_w_fill(st, %s, %du, 0u, 0u);", d(), w)
		b.insert(d(), w, 0, in.B, wb, fb)
		b.insert(d(), w, wb, in.A, in.WA, fa)
	case program.OpRepeat:
		b.effect("gpga_w_fill(st, %s, %du, 0u, 0u);", d(), w)
		if ca == 0 {
			b.effect("for (uint k = 0; k < %du; ++k) gpga_w_insert(st, %s, %du, int(k * %du), %s, %du);", in.C, d(), w, in.WA, b.wide(in.A, fa), in.WA)
		} else {
			name := fmt.Sprintf("w%d", b.n)
			b.n++
			b.effect("gpga_w_repeat(st, %s, %du, %s, %du, %du);", d(), w, b.l64(in.A, in.WA), in.WA, in.C)
			_ = name
		}
	case program.OpNot:
		b.effect("gpga_w_bits(st, %s, %s, %s, %du, 4u);", d(), b.wide(in.A, fa), b.wide(in.A, fa), w)
	case program.OpAnd, program.OpOr, program.OpXor, program.OpXnor:
		op := map[program.Op]int{program.OpAnd: 0, program.OpOr: 1, program.OpXor: 2, program.OpXnor: 3}[in.Op]
		b.effect("gpga_w_bits(st, %s, %s, %s, %du, %du);", d(), b.wide(in.A, fa), b.wide(in.B, fb), w, op)
	case program.OpNeg:
		b.effect("gpga_w_neg(st, %s, %s, %du);", d(), b.wide(in.A, fa), w)
	case program.OpAdd, program.OpSub, program.OpMul:
		name := map[program.Op]string{program.OpAdd: "add", program.OpSub: "sub", program.OpMul: "mul"}[in.Op]
		b.effect("gpga_w_%s(st, %s, %s, %s, %du);", name, d(), b.wide(in.A, fa), b.wide(in.B, fb), w)
	case program.OpDiv, program.OpMod:
		b.effect("gpga_w_divmod(st, %s, %s, %s, %du, %s, %du, %du);", d(), b.wide(in.A, fa), b.wide(in.B, fb), w, b.scratch(4*words(w)), flag01(signed), flag01(in.Op == program.OpMod))
	case program.OpPow:
		if class(in.WA) == 0 {
			b.effect("gpga_w_pow(st, %s, %s, gpga_w_get(st, %s, %du, gpga_l32{0u, 0u}, 64u), %du, %s);", d(), b.wide(in.A, fa), b.wide(in.B, fb), in.WA, w, b.scratch(4*words(w)))
		} else {
			b.effect("gpga_w_pow(st, %s, %s, %s, %du, %s);", d(), b.wide(in.A, fa), b.l64(in.B, in.WA), w, b.scratch(4*words(w)))
		}
	case program.OpShl, program.OpShr, program.OpAShr:
		op := map[program.Op]int{program.OpShl: 0, program.OpShr: 1, program.OpAShr: 2}[in.Op]
		b.effect("gpga_w_shift(st, %s, %s, %s, %du, %du);", d(), b.wide(in.A, fa), b.count(in), w, op)
	case program.OpMux:
		b.effect("gpga_w_mux(st, %s, %s, %s, %s, %du);", d(), b.temp(in.C), b.wide(in.A, fa), b.wide(in.B, fb), w)
	case program.OpRealToInt, program.OpRealTrunc:
		b.effect("gpga_w_from_real(st, %s, %du, %s, %du);", d(), w, b.temp(in.A), flag01(in.Op == program.OpRealToInt))
	case program.OpBufif:
		b.e.fail("segment %d: a gate over 64 bits", b.self)
	default:
		return false
	}
	_ = fc
	return true
}

// insert writes t (w bits) into the wide value at d, at bit offset off.
func (b *body) insert(d string, wd, off, t, w uint32, rel bool) {
	if class(w) == 0 {
		b.effect("gpga_w_insert(st, %s, %du, %d, %s, %du);", d, wd, off, b.wide(t, rel), w)
		return
	}
	b.effect("gpga_putbits(st, %s, %du, %d, %du, %s);", d, wd, off, w, b.l64(t, w))
}

// scratch spells the address of n words that no value of the program uses: they lie behind the arena's fixed part.
func (b *body) scratch(_ uint32) string {
	return "SCHED_WIDE_SCRATCH"
}
