package wasm

// Value types of WebAssembly.
const (
	i32 = 0x7f
	i64 = 0x7e
	f32 = 0x7d
	f64 = 0x7c
)

// Node operations below opNumeric are our own; from there on an operation is
// the opcode of the wasm instruction.
const (
	opConst  = iota // imm
	opLocal         // read of wasm local imm; b: root
	opLoad          // a: address, imm: offset, b: root, c: opcode of the load
	opResult        // result imm of the call instruction
	opSelect        // a ? b : c

	opNumeric = 0x45
)

// Opcodes of the wasm instructions that the lowering uses.
const (
	opUnreachable = 0x00
	opBlock       = 0x02
	opLoop        = 0x03
	opIf          = 0x04
	opElse        = 0x05
	opEnd         = 0x0b
	opBr          = 0x0c
	opBrIf        = 0x0d
	opBrTable     = 0x0e
	opReturn      = 0x0f
	opCall        = 0x10
	opDrop        = 0x1a
	opWasmSelect  = 0x1b
	opLocalGet    = 0x20
	opLocalSet    = 0x21
	opLocalTee    = 0x22
	opI32Const    = 0x41
	opI64Const    = 0x42

	opI32Load    = 0x28
	opI64Load    = 0x29
	opI32Load8S  = 0x2c
	opI32Load8U  = 0x2d
	opI32Load16S = 0x2e
	opI32Load16U = 0x2f
	opI32Store   = 0x36
	opI64Store   = 0x37
	opI32Store8  = 0x3a
	opI32Store16 = 0x3b

	opI32Eqz = 0x45
	opI32Eq  = 0x46
	opI32Ne  = 0x47
	opI32LtS = 0x48
	opI32LtU = 0x49
	opI32GtS = 0x4a
	opI32GtU = 0x4b
	opI32LeS = 0x4c
	opI32LeU = 0x4d
	opI32GeS = 0x4e
	opI32GeU = 0x4f
	opI64Eqz = 0x50
	opI64Eq  = 0x51
	opI64Ne  = 0x52
	opI64LtS = 0x53
	opI64LtU = 0x54
	opI64GtS = 0x55
	opI64GtU = 0x56
	opI64LeS = 0x57
	opI64LeU = 0x58
	opI64GeS = 0x59
	opI64GeU = 0x5a
	opF64Eq  = 0x61
	opF64Ne  = 0x62
	opF64Lt  = 0x63
	opF64Le  = 0x65

	opI32Clz    = 0x67
	opI32Ctz    = 0x68
	opI32Popcnt = 0x69
	opI32Add    = 0x6a
	opI32Sub    = 0x6b
	opI32Mul    = 0x6c
	opI32DivS   = 0x6d
	opI32DivU   = 0x6e
	opI32RemS   = 0x6f
	opI32RemU   = 0x70
	opI32And    = 0x71
	opI32Or     = 0x72
	opI32Xor    = 0x73
	opI32Shl    = 0x74
	opI32ShrS   = 0x75
	opI32ShrU   = 0x76
	opI32Rotl   = 0x77
	opI32Rotr   = 0x78
	opI64Clz    = 0x79
	opI64Ctz    = 0x7a
	opI64Popcnt = 0x7b
	opI64Add    = 0x7c
	opI64Sub    = 0x7d
	opI64Mul    = 0x7e
	opI64DivS   = 0x7f
	opI64DivU   = 0x80
	opI64RemS   = 0x81
	opI64RemU   = 0x82
	opI64And    = 0x83
	opI64Or     = 0x84
	opI64Xor    = 0x85
	opI64Shl    = 0x86
	opI64ShrS   = 0x87
	opI64ShrU   = 0x88
	opI64Rotl   = 0x89
	opI64Rotr   = 0x8a

	opF64Abs   = 0x99
	opF64Neg   = 0x9a
	opF64Ceil  = 0x9b
	opF64Floor = 0x9c
	opF64Trunc = 0x9d
	opF64Sqrt  = 0x9f
	opF64Add   = 0xa0
	opF64Sub   = 0xa1
	opF64Mul   = 0xa2
	opF64Div   = 0xa3

	opI32WrapI64        = 0xa7
	opI64ExtendI32S     = 0xac
	opI64ExtendI32U     = 0xad
	opF64ConvertI64S    = 0xb9
	opF64ConvertI64U    = 0xba
	opF64PromoteF32     = 0xbb
	opI64ReinterpretF64 = 0xbd
	opF32ReinterpretI32 = 0xbe
	opF64ReinterpretI64 = 0xbf
	opI32Extend8S       = 0xc0
	opI32Extend16S      = 0xc1

	// Two-byte instructions (0xfc n) get codes of their own.
	opI64TruncSatF64S = 0xf6 // 0xfc 6
	opI64TruncSatF64U = 0xf7 // 0xfc 7
)

// resultType is the value type that a numeric operation gives.
func resultType(op uint8) uint8 {
	switch {
	case op >= opI32Eqz && op <= 0x66:
		return i32
	case op >= opI32Clz && op <= opI32Rotr:
		return i32
	case op >= opI64Clz && op <= opI64Rotr:
		return i64
	case op >= opF64Abs && op <= 0xa6:
		return f64
	}
	switch op {
	case opI32WrapI64, opI32Extend8S, opI32Extend16S:
		return i32
	case opF64ConvertI64S, opF64ConvertI64U, opF64PromoteF32, opF64ReinterpretI64:
		return f64
	case opF32ReinterpretI32:
		return f32
	}
	return i64
}

// isCompare reports whether op is an integer comparison of two operands.
func isCompare(op uint8) bool {
	return op >= opI32Eq && op <= opI32GeU || op >= opI64Eq && op <= opI64GeU
}

// inverse is the comparison that holds when op does not.
func inverse(op uint8) uint8 {
	base := uint8(opI32Eq)
	if op >= opI64Eq {
		base = opI64Eq
	}
	return base + [...]uint8{1, 0, 8, 9, 6, 7, 4, 5, 2, 3}[op-base]
}

// mirror is the comparison that holds for y and x when op holds for x and y.
func mirror(op uint8) uint8 {
	base := uint8(opI32Eq)
	if op >= opI64Eq {
		base = opI64Eq
	}
	return base + [...]uint8{0, 1, 4, 5, 2, 3, 8, 9, 6, 7}[op-base]
}

// isOrdering reports whether op is an integer comparison other than == and !=.
func isOrdering(op uint8) bool {
	return op >= opI32LtS && op <= opI32GeU || op >= opI64LtS && op <= opI64GeU
}

func commutes(op uint8) bool {
	switch op {
	case opI32Add, opI32Mul, opI32And, opI32Or, opI32Xor, opI32Eq, opI32Ne,
		opI64Add, opI64Mul, opI64And, opI64Or, opI64Xor, opI64Eq, opI64Ne:
		return true
	}
	return false
}
