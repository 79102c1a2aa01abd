package wasm

import (
	"fmt"
	"strings"
)

// Dump writes the functions of a module that Compile made, one instruction a
// line, for people and for tests. It knows the instructions that Compile emits.
func (m *Module) Dump() string {
	var b strings.Builder
	d := &dumper{in: m.Binary, out: &b}
	d.pos = 8
	for d.pos < len(d.in) {
		id := d.in[d.pos]
		d.pos++
		size := int(d.u())
		end := d.pos + size
		if id == 10 {
			n := int(d.u())
			for i := range n {
				fmt.Fprintf(&b, "func %d\n", i)
				d.body()
			}
		}
		d.pos = end
	}
	return b.String()
}

type dumper struct {
	in  []byte
	pos int
	out *strings.Builder
}

func (d *dumper) u() (v uint64) {
	for shift := 0; d.pos < len(d.in); shift += 7 {
		c := d.in[d.pos]
		d.pos++
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			break
		}
	}
	return v
}

func (d *dumper) s() (v int64) {
	shift := 0
	for d.pos < len(d.in) {
		c := d.in[d.pos]
		d.pos++
		v |= int64(c&0x7f) << shift
		shift += 7
		if c < 0x80 {
			if c&0x40 != 0 && shift < 64 {
				v |= -1 << shift
			}
			break
		}
	}
	return v
}

var dumpNames = map[byte]string{
	opUnreachable: "unreachable", opElse: "else", opReturn: "return", opDrop: "drop", opWasmSelect: "select",
	opI32Load: "i32.load", opI64Load: "i64.load", opI32Load8S: "i32.load8_s", opI32Load8U: "i32.load8_u",
	opI32Load16S: "i32.load16_s", opI32Load16U: "i32.load16_u", opI32Store: "i32.store", opI64Store: "i64.store",
	opI32Store8: "i32.store8", opI32Store16: "i32.store16",
	opI32WrapI64: "i32.wrap_i64", opI64ExtendI32S: "i64.extend_i32_s", opI64ExtendI32U: "i64.extend_i32_u",
	opF64ConvertI64S: "f64.convert_i64_s", opF64ConvertI64U: "f64.convert_i64_u", opF64PromoteF32: "f64.promote_f32",
	opI64ReinterpretF64: "i64.reinterpret_f64", opF32ReinterpretI32: "f32.reinterpret_i32", opF64ReinterpretI64: "f64.reinterpret_i64",
	opI32Extend8S: "i32.extend8_s", opI32Extend16S: "i32.extend16_s",
	opF64Eq: "f64.eq", opF64Ne: "f64.ne", opF64Lt: "f64.lt", opF64Le: "f64.le", opF64Abs: "f64.abs", opF64Neg: "f64.neg",
	opF64Ceil: "f64.ceil", opF64Floor: "f64.floor", opF64Trunc: "f64.trunc", opF64Sqrt: "f64.sqrt",
	opF64Add: "f64.add", opF64Sub: "f64.sub", opF64Mul: "f64.mul", opF64Div: "f64.div",
	opI32Eqz: "i32.eqz", opI64Eqz: "i64.eqz",
}

func init() {
	for i, n := range strings.Fields("eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u") {
		dumpNames[byte(opI32Eq+i)] = "i32." + n
		dumpNames[byte(opI64Eq+i)] = "i64." + n
	}
	for i, n := range strings.Fields("clz ctz popcnt add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr") {
		dumpNames[byte(opI32Clz+i)] = "i32." + n
		dumpNames[byte(opI64Clz+i)] = "i64." + n
	}
}

// body writes one function.
func (d *dumper) body() {
	size := int(d.u())
	end := d.pos + size
	indent := 1
	line := func(format string, args ...any) {
		d.out.WriteString(strings.Repeat("  ", indent))
		fmt.Fprintf(d.out, format, args...)
		d.out.WriteByte('\n')
	}
	if runs := int(d.u()); runs > 0 {
		var list []string
		for range runs {
			n := d.u()
			list = append(list, fmt.Sprintf("%d %s", n, map[byte]string{i32: "i32", i64: "i64"}[d.in[d.pos]]))
			d.pos++
		}
		line("locals %s", strings.Join(list, ", "))
	}
	for d.pos < end {
		op := d.in[d.pos]
		d.pos++
		switch {
		case op == opBlock || op == opLoop || op == opIf:
			d.pos++
			line("%s", map[byte]string{opBlock: "block", opLoop: "loop", opIf: "if"}[op])
			indent++
		case op == opElse:
			indent--
			line("else")
			indent++
		case op == opEnd:
			indent--
			if d.pos < end {
				line("end")
			}
		case op == opBr || op == opBrIf || op == opCall || op >= opLocalGet && op <= opLocalTee:
			name := map[byte]string{opBr: "br", opBrIf: "br_if", opCall: "call", opLocalGet: "local.get", opLocalSet: "local.set", opLocalTee: "local.tee"}[op]
			line("%s %d", name, d.u())
		case op == opBrTable:
			n := d.u()
			var list []string
			for range n + 1 {
				list = append(list, fmt.Sprint(d.u()))
			}
			line("br_table %s", strings.Join(list, " "))
		case op == opI32Const:
			line("i32.const %d", d.s())
		case op == opI64Const:
			line("i64.const %d", d.s())
		case op >= opI32Load && op <= 0x3e:
			d.u()
			line("%s %d", dumpNames[op], d.u())
		case op == 0xfc:
			line("i64.trunc_sat_f64_%c", "su"[d.u()&1])
		default:
			line("%s", dumpNames[op])
		}
	}
	d.pos = end
}
