package layout

import "github.com/gpga/gpga/scheduler/program"

// FormNames are the constants of the kernel library that differ from design to design, in the order of the header words
// (program.HdrForm and on) in which the vm form finds them.
var FormNames = []string{
	"SCHED_WAIT_HEAD", "sched_edge_prev_val", "sched_edge_prev_xz", "SCHED_TRACE_NEXT", "SCHED_POST_THREAD", "SCHED_WIDE_SCRATCH",
	"NEED_NBA_WORDS", "NEED_SVC_WORDS", "NEED_POOL_WORDS", "NEED_STROBE_WORDS", "NEED_HEAP_EVENTS", "NUM_BLOCK", "NUM_PROC",
	"SCHED_WRITES", "VM_STACK", "VM_APPLY_SEG", "SCHED_NBA_ROUND",
	"TAB_FAN_DIR", "TAB_FAN", "TAB_SLOT", "TAB_WIDTH", "TAB_WORDS", "TAB_TRACE", "TAB_TRACED", "TAB_FORCE", "TAB_FLAGS", "TAB_CONST",
	"TAB_ITEM_KIND", "TAB_ITEM_VAL", "TAB_ITEM_XZ", "TAB_WAIT_OFFSET", "TAB_WAIT_COUNT",
	"TAB_WAIT_STAR_OFFSET", "TAB_WAIT_STAR_COUNT", "TAB_STAR_SIGNAL", "TAB_STAR", "sched_edge_star_prev_val", "sched_edge_star_prev_xz",
	"TAB_NET", "TAB_DRIVER", "TAB_UDP", "TAB_UDP_ROW", "TAB_BLOCK", "TAB_TASK", "TAB_PROC",
	"TAB_FORK", "TAB_VM_SEG",
}

// Groups of the vm's long operations, in the order of their numbers, which follow those of the short ones. The interpreter tells
// the groups apart by ranges.
var (
	vmMaps    = []program.Op{program.OpAnd, program.OpOr, program.OpXor, program.OpMux, program.OpNot, program.OpBufif, program.OpMos}
	vmArith   = []program.Op{program.OpAdd, program.OpSub, program.OpNeg, program.OpMul, program.OpDiv, program.OpMod, program.OpPow}
	vmShapes  = []program.Op{program.OpResize, program.OpPart, program.OpShl, program.OpShr}
	vmTests   = []program.Op{program.OpBool, program.OpRedAnd, program.OpRedXor, program.OpEq, program.OpLt, program.OpLe, program.OpCaseEq, program.OpCaseZ, program.OpCaseX, program.OpEdges}
	vmCopies  = []program.Op{program.OpMove, program.OpLoadElL, program.OpFrLoad}
	vmPieces  = []program.Op{program.OpConcat, program.OpRepeat}
	vmOthers  = []program.Op{program.OpConst, program.OpIndex, program.OpUDP, program.OpTime, program.OpSpawn, program.OpNewFrame, program.OpRandom, program.OpIntToReal, program.OpFAdd, program.OpFSub, program.OpFNeg, program.OpFMul, program.OpFDiv, program.OpFEq, program.OpFLt, program.OpFLe, program.OpRealToInt, program.OpRealTrunc}
	vmStores  = []program.Op{program.OpStore, program.OpNBA}
	vmLocals  = []program.Op{program.OpStoreL, program.OpStoreLP, program.OpStoreLEl, program.OpFrStore, program.OpSvcArg}
	vmEffects = []program.Op{program.OpTrigger, program.OpPublish, program.OpResolve, program.OpSchedule, program.OpCancel, program.OpForce, program.OpRelease, program.OpAssign, program.OpDeassign, program.OpNodeOn, program.OpSpan, program.OpSvc, program.OpStrobe, program.OpMonitor, program.OpFreeFrame}
	vmStops   = []program.Op{program.OpYield, program.OpCallTask, program.OpRet, program.OpWait, program.OpDelay, program.OpFork, program.OpEnd, program.OpReply, program.OpFinish, program.OpDisable, program.OpSvcEnd}
)

// vmAs are the operations that are encoded as others: with other operands, with a flag, or with the result's bits turned over.
var vmAs = map[program.Op]program.Op{
	program.OpXnor: program.OpXor, program.OpLogAnd: program.OpAnd, program.OpLogOr: program.OpOr, program.OpAShr: program.OpShr,
	program.OpRedNand: program.OpRedAnd, program.OpRedOr: program.OpBool, program.OpRedNor: program.OpBool, program.OpLogNot: program.OpBool, program.OpRedXnor: program.OpRedXor,
	program.OpNe: program.OpEq, program.OpCaseNe: program.OpCaseEq, program.OpLoad: program.OpMove, program.OpLoadEl: program.OpLoadElL,
	program.OpStoreP: program.OpStore, program.OpStoreEl: program.OpStore, program.OpNBAP: program.OpNBA, program.OpNBAEl: program.OpNBA,
}

// vmNames spells operations in the kernel's text: OP_ and these.
var vmNames = map[program.Op]string{
	program.OpNot: "NOT", program.OpNeg: "NEG", program.OpAnd: "AND", program.OpOr: "OR", program.OpXor: "XOR", program.OpXnor: "XNOR", program.OpAdd: "ADD", program.OpSub: "SUB", program.OpMul: "MUL", program.OpDiv: "DIV", program.OpMod: "MOD", program.OpPow: "POW", program.OpShl: "SHL", program.OpShr: "SHR", program.OpAShr: "ASHR", program.OpResize: "RESIZE", program.OpConcat: "CONCAT", program.OpRepeat: "REPEAT", program.OpBufif: "BUFIF", program.OpMos: "MOS",
	program.OpRedAnd: "REDAND", program.OpRedNand: "REDNAND", program.OpRedOr: "REDOR", program.OpRedNor: "REDNOR", program.OpRedXor: "REDXOR", program.OpRedXnor: "REDXNOR", program.OpLogNot: "LOGNOT", program.OpBool: "BOOL", program.OpLogAnd: "LOGAND", program.OpLogOr: "LOGOR", program.OpEq: "EQ", program.OpNe: "NE", program.OpCaseEq: "CASEEQ", program.OpCaseNe: "CASENE", program.OpCaseZ: "CASEZ", program.OpCaseX: "CASEX", program.OpLt: "LT", program.OpLe: "LE", program.OpEdges: "EDGES",
	program.OpConst: "CONST", program.OpLoad: "LOAD", program.OpLoadEl: "LOADEL", program.OpLoadElL: "LOADELL", program.OpFrLoad: "FRLOAD", program.OpMove: "MOVE", program.OpPart: "PART", program.OpIndex: "INDEX", program.OpMux: "MUX", program.OpUDP: "UDP", program.OpTime: "TIME", program.OpRandom: "RANDOM", program.OpSpawn: "SPAWN", program.OpNewFrame: "NEWFRAME", program.OpFAdd: "FADD", program.OpFSub: "FSUB", program.OpFMul: "FMUL", program.OpFDiv: "FDIV", program.OpFNeg: "FNEG", program.OpFEq: "FEQ", program.OpFLt: "FLT", program.OpFLe: "FLE", program.OpIntToReal: "INTTOREAL", program.OpRealToInt: "REALTOINT", program.OpRealTrunc: "REALTRUNC",
	program.OpStore: "STORE", program.OpStoreP: "STOREP", program.OpStoreEl: "STOREEL", program.OpNBA: "NBA", program.OpNBAP: "NBAP", program.OpNBAEl: "NBAEL", program.OpStoreL: "STOREL", program.OpStoreLP: "STORELP", program.OpStoreLEl: "STORELEL",
	program.OpTrigger: "TRIGGER", program.OpPublish: "PUBLISH", program.OpResolve: "RESOLVE", program.OpSchedule: "SCHEDULE", program.OpCancel: "CANCEL", program.OpForce: "FORCE", program.OpRelease: "RELEASE", program.OpAssign: "ASSIGN", program.OpDeassign: "DEASSIGN", program.OpNodeOn: "NODEON", program.OpSpan: "SPAN", program.OpSvc: "SVC", program.OpSvcArg: "SVCARG", program.OpStrobe: "STROBE", program.OpMonitor: "MONITOR", program.OpFrStore: "FRSTORE", program.OpFreeFrame: "FREEFRAME",
	program.OpYield: "YIELD", program.OpWait: "WAIT", program.OpDelay: "DELAY", program.OpFork: "FORK", program.OpCallTask: "CALLTASK", program.OpRet: "RET", program.OpEnd: "END", program.OpReply: "REPLY", program.OpFinish: "FINISH", program.OpDisable: "DISABLE", program.OpSvcEnd: "OVER",
}

// vmShort are the short operations: values of at most 32 bits, jumps, and what segments do most.
var vmShort = []string{
	"VM_MOVE", "VM_AND", "VM_OR", "VM_XOR", "VM_ADD", "VM_MUL", "VM_SHL", "VM_SHR", "VM_SEXT", "VM_PART", "VM_CAT", "VM_REP", "VM_BIT", "VM_MUX",
	"VM_REDXOR", "VM_NE", "VM_LT", "VM_CASENE", "VM_INDEX", "VM_LOADEL",
	"VM_SET", "VM_SETP", "VM_NBAQ", "VM_NBA",
	"VM_IF", "VM_IFTWO", "VM_IFNE", "VM_IFDIFF", "VM_IFLT", "VM_IFLE", "VM_IFCASENE", "VM_IFMISS",
	"VM_JUMP", "VM_SWITCH", "VM_CALL", "VM_SETTLE", "VM_APPLY", "VM_GOTO", "VM_WAIT", "VM_SETDONE", "VM_DONE", "VM_RETURN",
}

// Words of an instruction.
const (
	vmM      = 0 // short: a mask, or a mark, or for jumps: 0 to jump when it holds, 1 when not
	vmN      = 1 // short: a number
	vmFlags  = 0 // long
	vmW      = 1 // long
	vmD      = 2
	vmOp     = 3
	vmA      = 4 // short; a long one has 0 there, which can be read
	vmB      = 5 // likewise
	vmWA     = 6 // and on: long ones only
	vmLongA  = 7
	vmLongB  = 8
	vmC      = 9
	vmE      = 10
	vmWords  = 6
	vmLonger = 11
)

// vmFlip is the flag of a long instruction whose result's bits are turned over.
const vmFlip = 1 << 24

// vmNumbers gives every operation its number.
func vmNumbers() (ops map[program.Op]uint32, short map[string]uint32, consts map[string]uint32) {
	ops, short, consts = map[program.Op]uint32{}, map[string]uint32{}, map[string]uint32{}
	n := uint32(0)
	group := func(list []program.Op) {
		for _, op := range list {
			n++
			ops[op] = n
			consts["OP_"+vmNames[op]] = n
		}
	}
	for _, j := range vmShort {
		n++
		short[j], consts[j] = n, n
	}
	consts["VM_LAST_SHORT"] = n
	group(vmMaps)
	consts["VM_LAST_MAP"] = n
	group(vmArith)
	consts["VM_LAST_ARITH"] = n
	group(vmShapes)
	consts["VM_LAST_SHAPE"] = n
	group(vmTests)
	consts["VM_LAST_TEST"] = n
	group(vmCopies)
	consts["VM_LAST_COPY"] = n
	group(vmPieces)
	consts["VM_LAST_PIECE"] = n
	group(vmOthers)
	consts["VM_LAST_VALUE"] = n
	group(vmStores)
	consts["VM_LAST_STORE"] = n
	group(vmLocals)
	consts["VM_LAST_LOCAL"] = n
	group(vmEffects)
	consts["VM_LAST_EFFECT"] = n
	group(vmStops)
	consts["VM_LAST_FRONT"] = ops[program.OpRet]
	consts["VM_SHORT"], consts["VM_LONG"], consts["VM_FLIP"] = vmWords, vmLonger, vmFlip
	consts["FLAG_SIGNED"], consts["FLAG_FRAME"], consts["FLAG_FRAME_B"], consts["FLAG_FRAME_D"], consts["FLAG_VAR"] = program.FlagSigned, program.FlagFrame, program.FlagFrameB, program.FlagFrameD, program.FlagVar
	return ops, short, consts
}

// VMConstants are the numbers by which the vm's text knows operations and flags: the same for every design.
func VMConstants() map[string]uint32 {
	_, _, c := vmNumbers()
	return c
}

// unitTemps counts the narrow temps of code.
func unitTemps(p *program.Program, code []program.Instr) uint32 {
	n := uint32(0)
	for i := range code {
		in := &code[i]
		for _, o := range in.Operands() {
			w, ok := o.Role.Use(in)
			if !ok {
				w, ok = o.Role.Def(in)
			}
			if ok && w <= 64 && *o.Value != program.NoTemp {
				n = max(n, *o.Value+1)
			}
		}
		if in.Op == program.OpUDP {
			for _, t := range p.Forks[in.B : in.B+in.WA] {
				n = max(n, t+1)
			}
		}
	}
	return n
}
