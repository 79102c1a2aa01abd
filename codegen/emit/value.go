package emit

import (
	"fmt"

	"github.com/gpga/gpga/scheduler/program"
)

// operands lists the temps (not the wide ones, which are storage) that in reads.
func (e *emitter) operands(in *program.Instr) []uint32 {
	info := &program.Ops[in.Op]
	var out []uint32
	for _, f := range [...]struct {
		r program.Role
		v uint32
	}{{info.D, in.D}, {info.A, in.A}, {info.B, in.B}, {info.C, in.C}, {info.E, in.E}} {
		if w, ok := f.r.Use(in); ok && w <= 64 && f.v != program.NoTemp {
			out = append(out, f.v)
		}
	}
	if in.Op == program.OpUDP {
		out = append(out, e.p.Forks[in.B:in.B+in.WA]...)
	}
	return out
}

var binary32 = map[program.Op]string{program.OpAnd: "and", program.OpOr: "or", program.OpXor: "xor"}
var binaryMask = map[program.Op]string{program.OpXnor: "xnor", program.OpAdd: "add", program.OpSub: "sub", program.OpMul: "mul"}
var relation = map[program.Op]string{program.OpEq: "eq", program.OpNe: "ne", program.OpCaseEq: "ceq", program.OpCaseNe: "cne", program.OpCaseZ: "cez", program.OpCaseX: "cex"}
var realBinary = map[program.Op]string{program.OpFAdd: "add", program.OpFSub: "sub", program.OpFMul: "mul", program.OpFDiv: "div"}
var realRelation = map[program.Op]string{program.OpFEq: "eq", program.OpFLt: "lt", program.OpFLe: "le"}

// value emits an instruction that makes a temp; it tells whether in is one.
func (b *body) value(in *program.Instr) bool {
	w, c := in.W, class(in.W)
	if c == 0 {
		return b.wideValue(in)
	}
	fa, fb := in.Flags&program.FlagFrame != 0, in.Flags&program.FlagFrameB != 0
	signed := in.Flags&program.FlagSigned != 0
	ca := class(in.WA)
	set := func(format string, args ...any) { b.def(in.D, w, fmt.Sprintf(format, args...), false) }
	bit := func(format string, args ...any) { b.def(in.D, 1, fmt.Sprintf(format, args...), false) }
	h := func(w uint32) uint32 { return uint32(class(w)) - w }
	switch in.Op {
	case program.OpConst:
		if c == 32 {
			b.constant(in.D, 32, b.known(in.A, in.B))
		} else {
			k := b.e.p.Consts[in.A:]
			v, x := uint64(k[0])|uint64(k[1])<<32, uint64(k[2])|uint64(k[3])<<32
			if x == 0 {
				b.constant(in.D, 64, fmt.Sprintf("gpga_k64(0x%xul)", v))
			} else {
				b.constant(in.D, 64, fmt.Sprintf("gpga_l64{0x%xul, 0x%xul}", v, x))
			}
		}
	case program.OpLoad:
		if fa || b.shape != nil {
			set("gpga_load%d(st, %s)", c, b.addr(in.A, fa))
		} else {
			set("gpga_load%d(st, %s%s)", c, b.addr(in.A, fa), b.e.names[in.A])
		}
	case program.OpLoadEl:
		s := &b.e.p.Signals[in.A]
		label := ""
		if b.shape == nil {
			label = b.e.label(in.A)
		}
		set("gpga_loadel%d(st, %s%s, %s, %du, %s)", c, b.ref(refSlot, in.A, "u"), label, b.temp(in.B), s.Words, mask(w))
	case program.OpLoadElL:
		set("gpga_loadel%d(st, %s, %s, %du, %s)", c, b.addr(in.A, fa), b.temp(in.B), in.E, mask(w))
	case program.OpFrLoad:
		set("gpga_load%d(st, %s.v + %du)", c, b.temp(in.A), in.C)
	case program.OpMove:
		set("%s", b.temp(in.A))
	case program.OpResize:
		b.resize(in, fa, signed)
	case program.OpPart:
		b.part(in, fa)
	case program.OpConcat:
		wb := w - in.WA
		if c == 32 {
			set("gpga_cat32(%s, %s, %du)", b.temp(in.A), b.temp(in.B), wb)
		} else {
			set("gpga_cat64(%s, %s, %du)", b.l64(in.A, in.WA), b.l64(in.B, wb), wb)
		}
	case program.OpRepeat:
		b.repeat(in)
	case program.OpIndex:
		switch {
		case ca == 0:
			a := fmt.Sprintf("gpga_w_index(st, %s, %du, %d)", b.wide(in.A, fa), in.WA, flag01(signed))
			b.def(in.D, 32, a, false)
		case signed:
			b.def(in.D, 32, fmt.Sprintf("gpga_idxs%d(%s, %du)", ca, b.temp(in.A), h(in.WA)), false)
		default:
			b.def(in.D, 32, fmt.Sprintf("gpga_idx%d(%s)", ca, b.temp(in.A)), false)
		}
	case program.OpNot, program.OpNeg:
		name := "not"
		if in.Op == program.OpNeg {
			name = "neg"
		}
		set("gpga_%s%d(%s, %s)", name, c, b.temp(in.A), mask(w))
	case program.OpAnd, program.OpOr, program.OpXor:
		set("gpga_%s%d(%s, %s)", binary32[in.Op], c, b.temp(in.A), b.temp(in.B))
	case program.OpXnor, program.OpAdd, program.OpSub, program.OpMul:
		set("gpga_%s%d(%s, %s, %s)", binaryMask[in.Op], c, b.temp(in.A), b.temp(in.B), mask(w))
	case program.OpDiv, program.OpMod:
		name := "div"
		if in.Op == program.OpMod {
			name = "mod"
		}
		if signed {
			set("gpga_%ss%d(%s, %s, %s, %du)", name, c, b.temp(in.A), b.temp(in.B), mask(w), h(w))
		} else {
			set("gpga_%s%d(%s, %s, %s)", name, c, b.temp(in.A), b.temp(in.B), mask(w))
		}
	case program.OpPow:
		b.pow(in)
	case program.OpShl, program.OpShr, program.OpAShr:
		n := b.count(in)
		if in.Op == program.OpAShr {
			set("gpga_ashr%d(%s, %s, %du, %s)", c, b.temp(in.A), n, h(w), mask(w))
		} else {
			name := map[program.Op]string{program.OpShl: "shl", program.OpShr: "shr"}[in.Op]
			set("gpga_%s%d(%s, %s, %du, %s)", name, c, b.temp(in.A), n, w, mask(w))
		}
	case program.OpRedAnd, program.OpRedNand, program.OpRedOr, program.OpRedNor, program.OpRedXor, program.OpRedXnor, program.OpLogNot, program.OpBool:
		b.reduce(in, fa)
	case program.OpLogAnd:
		bit("gpga_and32(%s, %s)", b.flag(in.A), b.flag(in.B))
	case program.OpLogOr:
		bit("gpga_or32(%s, %s)", b.flag(in.A), b.flag(in.B))
	case program.OpEq, program.OpNe, program.OpCaseEq, program.OpCaseNe, program.OpCaseZ, program.OpCaseX:
		if ca != 0 {
			bit("gpga_%s%d(%s, %s)", relation[in.Op], ca, b.temp(in.A), b.temp(in.B))
			break
		}
		x, y, n := b.wide(in.A, fa), b.wide(in.B, fb), words(in.WA)
		switch in.Op {
		case program.OpEq:
			bit("gpga_w_eq(st, %s, %s, %du)", x, y, n)
		case program.OpNe:
			bit("gpga_flip(gpga_w_eq(st, %s, %s, %du))", x, y, n)
		case program.OpCaseNe:
			bit("gpga_flip(gpga_w_match(st, %s, %s, %du, 0u))", x, y, n)
		default:
			bit("gpga_w_match(st, %s, %s, %du, %du)", x, y, n, map[program.Op]int{program.OpCaseEq: 0, program.OpCaseZ: 1, program.OpCaseX: 2}[in.Op])
		}
	case program.OpLt, program.OpLe:
		name := "lt"
		if in.Op == program.OpLe {
			name = "le"
		}
		switch {
		case ca == 0:
			bit("gpga_w_lt(st, %s, %s, %du, %du, %du)", b.wide(in.A, fa), b.wide(in.B, fb), in.WA, flag01(signed), flag01(in.Op == program.OpLe))
		case signed:
			bit("gpga_%ss%d(%s, %s, %du)", name, ca, b.temp(in.A), b.temp(in.B), h(in.WA))
		default:
			bit("gpga_%s%d(%s, %s)", name, ca, b.temp(in.A), b.temp(in.B))
		}
	case program.OpMux:
		set("gpga_mux%d(%s, %s, %s)", c, b.flag(in.C), b.temp(in.A), b.temp(in.B))
	case program.OpFAdd, program.OpFSub, program.OpFMul, program.OpFDiv:
		set("gpga_l64{gpga_f64_%s(%s.v, %s.v), 0ul}", realBinary[in.Op], b.temp(in.A), b.temp(in.B))
	case program.OpFNeg:
		set("gpga_l64{gpga_f64_sub(0ul, %s.v), 0ul}", b.temp(in.A))
	case program.OpFEq, program.OpFLt, program.OpFLe:
		bit("gpga_l32{gpga_f64_%s(%s.v, %s.v) ? 1u : 0u, 0u}", realRelation[in.Op], b.temp(in.A), b.temp(in.B))
	case program.OpIntToReal:
		s := ""
		if signed {
			s = "s"
		}
		if ca == 0 {
			b.def(in.D, 64, fmt.Sprintf("gpga_w_to_real(st, %s, %du, %du)", b.wide(in.A, fa), in.WA, flag01(signed)), false)
		} else {
			b.def(in.D, 64, fmt.Sprintf("gpga_to_real%s(%s, %du)", s, b.l64(in.A, in.WA), 64-in.WA), false)
		}
	case program.OpRealToInt, program.OpRealTrunc:
		round := flag01(in.Op == program.OpRealToInt)
		if c == 32 {
			set("gpga_down_m(gpga_from_real(%s, %du), %s)", b.temp(in.A), round, mask(w))
		} else {
			set("gpga_trunc64(gpga_from_real(%s, %du), %s)", b.temp(in.A), round, mask(w))
		}
	case program.OpBufif:
		name := "gpga_bufif%d(%s, %s, %du, %s)"
		if in.Flags&program.FlagVar != 0 {
			set(name, c, fmt.Sprintf("gpga_not%d(%s, %s)", c, b.temp(in.A), mask(w)), b.ctl(in), in.C, mask(w))
		} else {
			set(name, c, b.temp(in.A), b.ctl(in), in.C, mask(w))
		}
	case program.OpMos:
		set("gpga_mos32(%s, %s, %du)", b.temp(in.A), b.temp(in.B), in.C)
	case program.OpUDP:
		b.udp(in)
	case program.OpEdges:
		if ca == 0 {
			b.def(in.D, 4, fmt.Sprintf("gpga_w_edges(st, %s, %s, %du)", b.wide(in.A, fa), b.wide(in.B, fb), words(in.WA)), false)
		} else {
			b.def(in.D, 4, fmt.Sprintf("gpga_edges(%s, %s)", b.l64(in.A, in.WA), b.l64(in.B, in.WA)), false)
		}
	case program.OpTime:
		b.def(in.D, 64, "gpga_time(st)", false)
	case program.OpRandom:
		b.flush()
		if in.A == program.NoTemp {
			b.def(in.D, 64, fmt.Sprintf("gpga_random_global(st, %du)", in.C), true)
		} else {
			b.def(in.D, 64, fmt.Sprintf("gpga_random(%s, %du)", b.temp(in.A), in.C), true)
		}
	case program.OpSpawn:
		b.flush()
		b.effects = true
		b.def(in.D, 32, fmt.Sprintf("gpga_spawn_frame(st, %du, %du, %du)", in.A, in.B, in.C), true)
	case program.OpNewFrame:
		b.flush()
		b.effects = true
		b.def(in.D, 32, fmt.Sprintf("gpga_new_frame(st, %du, %du)", in.A, b.e.p.Tasks[in.A].FrameWords), true)
		b.callee(in.D)
	default:
		return false
	}
	return true
}

// callee remembers the temp that holds the frame for the OpCallTask to come.
func (b *body) callee(t uint32) {
	if v := b.vals[t]; v != nil && !v.ready {
		b.place(t, v)
	}
	b.vals[calleeTemp] = b.vals[t]
}

// calleeTemp is the key of the pending callee's frame; no temp has this number.
const calleeTemp = program.NoTemp - 1

// known spells a constant of at most 32 bits.
func known(v, x uint32) string {
	if x == 0 {
		return "gpga_k(" + num(v) + ")"
	}
	return fmt.Sprintf("gpga_l32{%s, %s}", num(v), num(x))
}

func flag01(x bool) int {
	if x {
		return 1
	}
	return 0
}

func (b *body) ctl(in *program.Instr) string {
	if class(in.W) == 64 {
		return "gpga_down(" + b.temp(in.B) + ")"
	}
	return b.temp(in.B)
}

// count spells a shift count.
func (b *body) count(in *program.Instr) string {
	switch class(in.WA) {
	case 32:
		return "gpga_count32(" + b.temp(in.B) + ")"
	case 64:
		return "gpga_count64(" + b.temp(in.B) + ")"
	}
	return fmt.Sprintf("gpga_w_count(st, %s, %du)", b.wide(in.B, in.Flags&program.FlagFrameB != 0), words(in.WA))
}

func (b *body) resize(in *program.Instr, fa, signed bool) {
	w, wa := in.W, in.WA
	c, ca := class(w), class(wa)
	m := mask(w)
	var text string
	switch {
	case ca == 0:
		text = fmt.Sprintf("gpga_w_get(st, %s, %du, gpga_l32{0u, 0u}, %du)", b.wide(in.A, fa), wa, w)
		if c == 32 {
			text = "gpga_down(" + text + ")"
		}
	case c == 32 && ca == 32:
		a := b.temp(in.A)
		switch {
		case w < wa:
			text = fmt.Sprintf("gpga_trunc32(%s, %s)", a, m)
		case w > wa && signed:
			text = fmt.Sprintf("gpga_sext32(%s, %du, %s)", a, 32-wa, m)
		default:
			text = a
		}
	case c == 64 && ca == 32:
		text = "gpga_up(" + b.temp(in.A) + ")"
		if signed {
			text = fmt.Sprintf("gpga_sext64(%s, %du, %s)", text, 64-wa, m)
		}
	case c == 32:
		if w == 32 {
			text = "gpga_down(" + b.temp(in.A) + ")"
		} else {
			text = fmt.Sprintf("gpga_down_m(%s, %s)", b.temp(in.A), m)
		}
	default:
		a := b.temp(in.A)
		switch {
		case w < wa:
			text = fmt.Sprintf("gpga_trunc64(%s, %s)", a, m)
		case w > wa && signed:
			text = fmt.Sprintf("gpga_sext64(%s, %du, %s)", a, 64-wa, m)
		default:
			text = a
		}
	}
	if v := b.vals[in.A]; ca != 0 && v != nil && v.pure && text == v.text {
		b.constant(in.D, c, text)
		return
	}
	b.def(in.D, w, text, false)
}

func (b *body) part(in *program.Instr, fa bool) {
	w, wa := in.W, in.WA
	c, ca := class(w), class(wa)
	variable := in.Flags&program.FlagVar != 0
	var text string
	off := ""
	if variable {
		off = b.temp(in.C)
	} else {
		off = known(in.C, 0)
	}
	inside := !variable && int64(int32(in.C)) >= 0 && uint64(in.C)+uint64(w) <= uint64(wa)
	switch {
	case ca == 0:
		text = fmt.Sprintf("gpga_w_get(st, %s, %du, %s, %du)", b.wide(in.A, fa), wa, off, w)
		if c == 32 {
			text = "gpga_down(" + text + ")"
		}
	case inside && ca == 32:
		text = fmt.Sprintf("gpga_part32(%s, %du, %s)", b.temp(in.A), in.C, maskIn(w, 32))
	case inside:
		text = fmt.Sprintf("gpga_part64(%s, %du, %s)", b.temp(in.A), in.C, maskIn(w, 64))
		if c == 32 {
			text = "gpga_down(" + text + ")"
		}
	case variable && w == 1:
		text = fmt.Sprintf("gpga_bitv%d(%s, %s, %du)", ca, b.temp(in.A), off, wa)
	case ca == 32 && c == 32:
		text = fmt.Sprintf("gpga_partv32(%s, %s, %du, %du, %s)", b.temp(in.A), off, wa, w, mask(w))
	default:
		text = fmt.Sprintf("gpga_partv64(%s, %s, %du, %du, %s)", b.l64(in.A, wa), off, wa, w, maskIn(w, 64))
		if c == 32 {
			text = "gpga_down(" + text + ")"
		}
	}
	b.def(in.D, w, text, false)
}

func (b *body) repeat(in *program.Instr) {
	c := class(in.W)
	if in.WA == 1 {
		// one bit to all
		if c == 32 {
			b.def(in.D, in.W, fmt.Sprintf("gpga_sext32(%s, 31u, %s)", b.temp(in.A), mask(in.W)), false)
		} else {
			b.def(in.D, in.W, fmt.Sprintf("gpga_sext64(%s, 63u, %s)", b.l64(in.A, 1), mask(in.W)), false)
		}
		return
	}
	// a multiplication by 1 at the right places puts copies side by side
	var k uint64
	for i := uint32(0); i < in.C; i++ {
		k |= 1 << (i * in.WA)
	}
	if c == 32 {
		b.def(in.D, in.W, fmt.Sprintf("gpga_rep32(%s, 0x%xu)", b.temp(in.A), k), false)
	} else {
		b.def(in.D, in.W, fmt.Sprintf("gpga_rep64(%s, 0x%xul)", b.l64(in.A, in.WA), k), false)
	}
}

func (b *body) pow(in *program.Instr) {
	c, cb := class(in.W), class(in.WA)
	if cb == 0 {
		b.e.fail("segment %d: power with an exponent over 64 bits", b.self)
		return
	}
	text := fmt.Sprintf("gpga_pow(%s, %s, %du)", b.l64(in.A, in.W), b.l64(in.B, in.WA), in.W)
	if c == 32 {
		text = "gpga_down(" + text + ")"
	}
	b.def(in.D, in.W, text, false)
}

func (b *body) reduce(in *program.Instr, fa bool) {
	ca := class(in.WA)
	var text string
	if ca == 0 {
		a, n := b.wide(in.A, fa), words(in.WA)
		switch in.Op {
		case program.OpRedAnd:
			text = fmt.Sprintf("gpga_w_redand(st, %s, %du)", a, in.WA)
		case program.OpRedNand:
			text = fmt.Sprintf("gpga_flip(gpga_w_redand(st, %s, %du))", a, in.WA)
		case program.OpRedXor:
			text = fmt.Sprintf("gpga_w_redxor(st, %s, %du)", a, n)
		case program.OpRedXnor:
			text = fmt.Sprintf("gpga_flip(gpga_w_redxor(st, %s, %du))", a, n)
		case program.OpRedOr, program.OpBool:
			text = fmt.Sprintf("gpga_w_bool(st, %s, %du)", a, n)
		default:
			text = fmt.Sprintf("gpga_flip(gpga_w_bool(st, %s, %du))", a, n)
		}
		b.def(in.D, 1, text, false)
		return
	}
	a := b.flag(in.A)
	switch in.Op {
	case program.OpRedAnd:
		text = fmt.Sprintf("gpga_redand%d(%s, %s)", ca, a, mask(in.WA))
	case program.OpRedNand:
		text = fmt.Sprintf("gpga_rednand%d(%s, %s)", ca, a, mask(in.WA))
	case program.OpRedXor:
		text = fmt.Sprintf("gpga_redxor%d(%s)", ca, a)
	case program.OpRedXnor:
		text = fmt.Sprintf("gpga_redxnor%d(%s)", ca, a)
	case program.OpRedOr, program.OpBool:
		if in.WA == 1 {
			b.def(in.D, 1, fmt.Sprintf("gpga_bit(%s)", a), false)
			b.vals[in.D].inner = a
			return
		} else {
			text = fmt.Sprintf("gpga_bool%d(%s)", ca, a)
		}
	default:
		text = fmt.Sprintf("gpga_lognot%d(%s)", ca, a)
	}
	b.def(in.D, 1, text, false)
}

func (b *body) udp(in *program.Instr) {
	u := &b.e.p.UDPs[in.A]
	// inputs are packed two bits each: val, xz
	text := "0ul"
	for i := uint32(0); i < in.WA; i++ {
		t := b.e.p.Forks[in.B+i]
		text += fmt.Sprintf(" | gpga_pin(%s, %du)", b.temp(t), 2*i)
	}
	b.flush()
	b.def(in.D, 1, fmt.Sprintf("gpga_udp(st, tab, %du, %s, %s)", in.A, b.ref(refAddr, in.C, "u"), text), true)
	_ = u
}
