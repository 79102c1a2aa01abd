package layout

import (
	"fmt"
	"sort"

	"github.com/gpga/gpga/scheduler/program"
)

// FormNames are the constants of the kernel library that differ from design to design, in the order of the header words
// (program.HdrForm and on) in which the vm form finds them.
var FormNames = []string{
	"SCHED_WAIT_HEAD", "sched_edge_prev_val", "sched_edge_prev_xz", "SCHED_TRACE_NEXT", "SCHED_POST_THREAD", "SCHED_WIDE_SCRATCH",
	"NEED_NBA_WORDS", "NEED_SVC_WORDS", "NEED_POOL_WORDS", "NEED_STROBE_WORDS", "NEED_HEAP_EVENTS", "NUM_BLOCK", "NUM_PROC",
	"SCHED_WRITES", "VM_TEMPS", "VM_STACK",
	"TAB_FAN_DIR", "TAB_FAN", "TAB_SLOT", "TAB_WIDTH", "TAB_WORDS", "TAB_TRACE", "TAB_TRACED", "TAB_FORCE", "TAB_FLAGS", "TAB_CONST",
	"TAB_ITEM_KIND", "TAB_ITEM_VAL", "TAB_ITEM_XZ", "TAB_WAIT_OFFSET", "TAB_WAIT_COUNT",
	"TAB_NET", "TAB_DRIVER", "TAB_UDP", "TAB_UDP_ROW", "TAB_BLOCK", "TAB_TASK", "TAB_PROC",
	"TAB_FORK", "TAB_VM_SEG", "TAB_VM_CODE", "TAB_VM_CASE",
}

// Groups of vm operations, in the order of their numbers. The interpreter tells the groups apart by ranges.
var (
	vmArith   = []program.Op{program.OpNot, program.OpNeg, program.OpAnd, program.OpOr, program.OpXor, program.OpXnor, program.OpAdd, program.OpSub, program.OpMul, program.OpDiv, program.OpMod, program.OpPow, program.OpShl, program.OpShr, program.OpAShr, program.OpResize, program.OpConcat, program.OpRepeat, program.OpBufif, program.OpMos}
	vmTests   = []program.Op{program.OpRedAnd, program.OpRedNand, program.OpRedOr, program.OpRedNor, program.OpRedXor, program.OpRedXnor, program.OpLogNot, program.OpBool, program.OpLogAnd, program.OpLogOr, program.OpEq, program.OpNe, program.OpCaseEq, program.OpCaseNe, program.OpCaseZ, program.OpCaseX, program.OpLt, program.OpLe, program.OpEdges}
	vmSpecial = []program.Op{program.OpConst, program.OpLoad, program.OpLoadEl, program.OpLoadElL, program.OpFrLoad, program.OpMove, program.OpPart, program.OpIndex, program.OpMux, program.OpUDP, program.OpTime, program.OpRandom, program.OpSpawn, program.OpNewFrame, program.OpFAdd, program.OpFSub, program.OpFMul, program.OpFDiv, program.OpFNeg, program.OpFEq, program.OpFLt, program.OpFLe, program.OpIntToReal, program.OpRealToInt, program.OpRealTrunc}
	vmStores  = []program.Op{program.OpStore, program.OpStoreP, program.OpStoreEl, program.OpNBA, program.OpNBAP, program.OpNBAEl}
	vmLocals  = []program.Op{program.OpStoreL, program.OpStoreLP, program.OpStoreLEl}
	vmEffects = []program.Op{program.OpTrigger, program.OpPublish, program.OpResolve, program.OpSchedule, program.OpCancel, program.OpForce, program.OpRelease, program.OpAssign, program.OpDeassign, program.OpNodeOn, program.OpSpan, program.OpSvc, program.OpSvcArg, program.OpStrobe, program.OpMonitor, program.OpFrStore, program.OpFreeFrame}
	vmStops   = []program.Op{program.OpYield, program.OpWait, program.OpDelay, program.OpFork, program.OpCallTask, program.OpRet, program.OpEnd, program.OpReply, program.OpFinish, program.OpDisable}
)

// vmNames spells operations in the kernel's text: OP_ and these.
var vmNames = map[program.Op]string{
	program.OpNot: "NOT", program.OpNeg: "NEG", program.OpAnd: "AND", program.OpOr: "OR", program.OpXor: "XOR", program.OpXnor: "XNOR", program.OpAdd: "ADD", program.OpSub: "SUB", program.OpMul: "MUL", program.OpDiv: "DIV", program.OpMod: "MOD", program.OpPow: "POW", program.OpShl: "SHL", program.OpShr: "SHR", program.OpAShr: "ASHR", program.OpResize: "RESIZE", program.OpConcat: "CONCAT", program.OpRepeat: "REPEAT", program.OpBufif: "BUFIF", program.OpMos: "MOS",
	program.OpRedAnd: "REDAND", program.OpRedNand: "REDNAND", program.OpRedOr: "REDOR", program.OpRedNor: "REDNOR", program.OpRedXor: "REDXOR", program.OpRedXnor: "REDXNOR", program.OpLogNot: "LOGNOT", program.OpBool: "BOOL", program.OpLogAnd: "LOGAND", program.OpLogOr: "LOGOR", program.OpEq: "EQ", program.OpNe: "NE", program.OpCaseEq: "CASEEQ", program.OpCaseNe: "CASENE", program.OpCaseZ: "CASEZ", program.OpCaseX: "CASEX", program.OpLt: "LT", program.OpLe: "LE", program.OpEdges: "EDGES",
	program.OpConst: "CONST", program.OpLoad: "LOAD", program.OpLoadEl: "LOADEL", program.OpLoadElL: "LOADELL", program.OpFrLoad: "FRLOAD", program.OpMove: "MOVE", program.OpPart: "PART", program.OpIndex: "INDEX", program.OpMux: "MUX", program.OpUDP: "UDP", program.OpTime: "TIME", program.OpRandom: "RANDOM", program.OpSpawn: "SPAWN", program.OpNewFrame: "NEWFRAME", program.OpFAdd: "FADD", program.OpFSub: "FSUB", program.OpFMul: "FMUL", program.OpFDiv: "FDIV", program.OpFNeg: "FNEG", program.OpFEq: "FEQ", program.OpFLt: "FLT", program.OpFLe: "FLE", program.OpIntToReal: "INTTOREAL", program.OpRealToInt: "REALTOINT", program.OpRealTrunc: "REALTRUNC",
	program.OpStore: "STORE", program.OpStoreP: "STOREP", program.OpStoreEl: "STOREEL", program.OpNBA: "NBA", program.OpNBAP: "NBAP", program.OpNBAEl: "NBAEL", program.OpStoreL: "STOREL", program.OpStoreLP: "STORELP", program.OpStoreLEl: "STORELEL",
	program.OpTrigger: "TRIGGER", program.OpPublish: "PUBLISH", program.OpResolve: "RESOLVE", program.OpSchedule: "SCHEDULE", program.OpCancel: "CANCEL", program.OpForce: "FORCE", program.OpRelease: "RELEASE", program.OpAssign: "ASSIGN", program.OpDeassign: "DEASSIGN", program.OpNodeOn: "NODEON", program.OpSpan: "SPAN", program.OpSvc: "SVC", program.OpSvcArg: "SVCARG", program.OpStrobe: "STROBE", program.OpMonitor: "MONITOR", program.OpFrStore: "FRSTORE", program.OpFreeFrame: "FREEFRAME",
	program.OpYield: "YIELD", program.OpWait: "WAIT", program.OpDelay: "DELAY", program.OpFork: "FORK", program.OpCallTask: "CALLTASK", program.OpRet: "RET", program.OpEnd: "END", program.OpReply: "REPLY", program.OpFinish: "FINISH", program.OpDisable: "DISABLE",
}

// Jumps of the vm: what structured control becomes.
var vmJumps = []string{"VM_IF", "VM_BREAKIF", "VM_TESTIF", "VM_TESTBREAK", "VM_JUMP", "VM_SWITCH", "VM_CALL", "VM_RETURN", "VM_SETTLE", "VM_GOTO", "VM_GOTOIF"}

// Words and flags of a vm instruction.
const (
	vmWords = 10
	vmModeA = 16 // shift of the mode in which a is read
	vmModeB = 20
	vmWide  = 1 << 24
	vmPlain = 1 << 25 // an arithmetic operation on narrow operands
	vmWhole = 1 << 26 // a store or nonblocking assignment of a whole variable of at most 32 bits that nothing holds; D is its slot
)

// Modes in which an operand is read.
const (
	vmNone   = iota
	vmTemp   // a temp
	vmSlot32 // storage of at most 32 bits
	vmSlot64 // storage of at most 64 bits
	vmNumber // the number itself, fully known
)

// vmNumbers gives every operation and jump its number.
func vmNumbers() (ops map[program.Op]uint32, jumps map[string]uint32, consts map[string]uint32) {
	ops, jumps, consts = map[program.Op]uint32{}, map[string]uint32{}, map[string]uint32{}
	n := uint32(0)
	group := func(list []program.Op) {
		for _, op := range list {
			n++
			ops[op] = n
			consts["OP_"+vmNames[op]] = n
		}
	}
	group(vmArith)
	consts["VM_FIRST_TEST"] = n + 1
	group(vmTests)
	consts["VM_LAST_TEST"] = n
	group(vmSpecial)
	consts["VM_LAST_VALUE"] = n
	group(vmStores)
	consts["VM_LAST_STORE"] = n
	group(vmLocals)
	consts["VM_LAST_LOCAL"] = n
	group(vmEffects)
	consts["VM_LAST_EFFECT"] = n
	for _, j := range vmJumps {
		n++
		jumps[j], consts[j] = n, n
	}
	consts["VM_LAST_JUMP"] = n
	group(vmStops)
	consts["VM_WORDS"], consts["VM_WHOLE"], consts["VM_WIDE"], consts["VM_ARITH"] = vmWords, vmWhole, vmWide, vmPlain
	consts["FLAG_SIGNED"], consts["FLAG_FRAME"], consts["FLAG_FRAME_B"], consts["FLAG_FRAME_D"], consts["FLAG_VAR"] = program.FlagSigned, program.FlagFrame, program.FlagFrameB, program.FlagFrameD, program.FlagVar
	return ops, jumps, consts
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

// vmRoom is how many temps and how deep a stack of calls the vm needs for p.
func vmRoom(p *program.Program) (temps, depth uint32) {
	type need struct{ temps, depth uint32 }
	memo := map[int]need{}
	var fn func(i int) need
	below := func(code []program.Instr) need {
		n := need{temps: unitTemps(p, code)}
		var more need
		for k := range code {
			if code[k].Op == program.OpCall {
				m := fn(int(code[k].A))
				more.temps, more.depth = max(more.temps, m.temps), max(more.depth, m.depth+1)
			}
		}
		return need{n.temps + more.temps, more.depth}
	}
	fn = func(i int) need {
		if n, ok := memo[i]; ok {
			return n
		}
		memo[i] = need{}
		f := &p.Funcs[i]
		memo[i] = below(p.Code[f.First : f.First+f.Num])
		return memo[i]
	}
	var seg, node need
	for i := range p.Segs {
		s := &p.Segs[i]
		n := below(p.Code[s.First : s.First+s.Num])
		seg.temps, seg.depth = max(seg.temps, n.temps), max(seg.depth, n.depth)
		if s.Node {
			node.temps, node.depth = max(node.temps, n.temps), max(node.depth, n.depth)
		}
	}
	return seg.temps + node.temps, seg.depth + node.depth + 2
}

// VMTemps is the address of the vm's temps, VMStack that of its calls.
func VMTemps(p *program.Program) uint32 { return WideScratch(p) + wideScratchWords(p) }

// VMStack is the address of the vm's stack of calls.
func VMStack(p *program.Program) uint32 {
	temps, _ := vmRoom(p)
	return VMTemps(p) + 4*temps
}

// vmEncoder makes the vm's code of one program.
type vmEncoder struct {
	p     *program.Program
	ops   map[program.Op]uint32
	jumps map[string]uint32
	out   []uint32
	cases []uint32
	calls []vmCall // to be patched
	err   error

	// Of the present unit: loads that wait for their single use, in order, and constants, which are repeated.
	loads  []program.Instr
	consts map[uint32]program.Instr
	uses   map[uint32]int
}

type vmCall struct {
	at uint32 // instruction
	fn uint32
}

// AddVM adds the vm's code to the tables of p.
func (t *Tables) AddVM(p *program.Program) error {
	e := &vmEncoder{p: p}
	e.ops, e.jumps, _ = vmNumbers()
	segs := make([]uint32, len(p.Segs))
	for i := range p.Segs {
		s := &p.Segs[i]
		segs[i] = e.here()
		words := uint32(0)
		for k := range p.Tasks {
			if q := &p.Tasks[k]; uint32(i) >= q.FirstSeg && uint32(i) < q.EndSeg && !q.Keep {
				words = q.FrameWords
			}
		}
		e.unit(p.Code[s.First:s.First+s.Num], uint32(i), s.Node, words)
	}
	funcs := make([]uint32, len(p.Funcs))
	for i := range p.Funcs {
		f := &p.Funcs[i]
		funcs[i] = e.here()
		e.unit(p.Code[f.First:f.First+f.Num], program.NoSeg, false, 0)
		e.jump("VM_RETURN", 0)
	}
	for _, c := range e.calls {
		e.out[c.at+9] = funcs[c.fn]
	}
	t.add("TAB_FORK", p.Forks)
	t.add("TAB_VM_SEG", segs)
	t.add("TAB_VM_CODE", e.out)
	t.add("TAB_VM_CASE", e.cases)
	return e.err
}

// here is the place, in words, of the next instruction.
func (e *vmEncoder) here() uint32 { return uint32(len(e.out)) }

// emit appends an instruction and returns its place.
func (e *vmEncoder) emit(w [vmWords]uint32) uint32 {
	e.out = append(e.out, w[:]...)
	return e.here() - vmWords
}

func (e *vmEncoder) jump(kind string, target uint32) uint32 {
	return e.emit([vmWords]uint32{0: e.jumps[kind], 9: target})
}

func (e *vmEncoder) patch(at uint32) { e.out[at+9] = e.here() }

// vmOpen is an open structured construct.
type vmOpen struct {
	op     program.Op
	at     uint32   // If, Else, Switch: the instruction to patch
	start  uint32   // Loop
	leave  []uint32 // jumps to the end
	labels map[uint32]uint32
	order  []uint32
	other  uint32
	has    bool
	arm    bool // an arm is open
	last   program.Op
}

// unit encodes the code of a segment or func.
func (e *vmEncoder) unit(code []program.Instr, self uint32, node bool, frame uint32) {
	temps := unitTemps(e.p, code)
	e.begin(code)
	var stack []*vmOpen
	top := func(op program.Op) *vmOpen {
		if n := len(stack); n > 0 && stack[n-1].op == op {
			return stack[n-1]
		}
		if e.err == nil {
			e.err = fmt.Errorf("vm: constructs are not nested")
		}
		return &vmOpen{labels: map[uint32]uint32{}}
	}
	pop := func() {
		if len(stack) > 0 {
			stack = stack[:len(stack)-1]
		}
	}
	callee := uint32(0)
	var before program.Op
	for i := range code {
		in := &code[i]
		switch in.Op {
		case program.OpNop, program.OpSvcEnd, program.OpIf, program.OpBreakIf, program.OpBreakIfNot, program.OpSwitch, program.OpGotoIf:
		default:
			if program.Ops[in.Op].D < program.RoleDefW || program.Ops[in.Op].D > program.RoleDef64 {
				e.flush(in)
			}
		}
		switch in.Op {
		case program.OpNop, program.OpSvcEnd:
		case program.OpIf:
			stack = append(stack, &vmOpen{op: in.Op, at: e.test("VM_IF", in)})
		case program.OpElse:
			o := top(program.OpIf)
			j := e.jump("VM_JUMP", 0)
			e.patch(o.at)
			o.at = j
		case program.OpEndIf:
			e.patch(top(program.OpIf).at)
			pop()
		case program.OpLoop:
			stack = append(stack, &vmOpen{op: in.Op, start: e.here()})
		case program.OpBreakIf, program.OpBreakIfNot:
			kind := "VM_BREAKIF"
			if in.Op == program.OpBreakIfNot {
				kind = "VM_IF"
			}
			at := e.test(kind, in)
			for k := len(stack) - 1; k >= 0; k-- {
				if stack[k].op == program.OpLoop {
					stack[k].leave = append(stack[k].leave, at)
					break
				}
			}
		case program.OpEndLoop:
			o := top(program.OpLoop)
			e.jump("VM_JUMP", o.start)
			for _, at := range o.leave {
				e.patch(at)
			}
			pop()
		case program.OpSwitch:
			mode, a := e.read(in.A, in.W)
			e.flush(nil)
			w := [vmWords]uint32{0: e.jumps["VM_SWITCH"], 1: mode << vmModeA, 2: in.W, 5: a}
			stack = append(stack, &vmOpen{op: in.Op, at: e.emit(w), labels: map[uint32]uint32{}})
		case program.OpCase, program.OpDefault:
			o := top(program.OpSwitch)
			if o.arm && before != program.OpCase && before != program.OpDefault {
				o.leave = append(o.leave, e.jump("VM_JUMP", 0))
			}
			o.arm = true
			if in.Op == program.OpDefault {
				o.has, o.other = true, e.here()
			} else if _, dup := o.labels[in.A]; !dup {
				o.labels[in.A] = e.here()
				o.order = append(o.order, in.A)
			}
		case program.OpEndSwitch:
			o := top(program.OpSwitch)
			for _, at := range o.leave {
				e.patch(at)
			}
			if !o.has {
				o.other = e.here()
			}
			if int(o.at+9) < len(e.out) {
				e.out[o.at+9] = uint32(len(e.cases))
			}
			e.caseTable(o)
			pop()
		case program.OpCall:
			at := e.emit([vmWords]uint32{0: e.jumps["VM_CALL"], 8: temps})
			e.calls = append(e.calls, vmCall{at, in.A})
		case program.OpReturn:
			e.jump("VM_RETURN", 0)
		case program.OpSettle:
			e.emit([vmWords]uint32{0: e.jumps["VM_SETTLE"], 8: temps})
		case program.OpGoto:
			e.emit([vmWords]uint32{0: e.jumps["VM_GOTO"], 5: in.A})
		case program.OpGotoIf:
			mode, t := e.read(in.B, in.W)
			e.flush(nil)
			e.emit([vmWords]uint32{0: e.jumps["VM_GOTOIF"], 1: uint32(in.Flags) | mode<<vmModeB, 2: in.W, 5: in.A, 6: t, 7: in.C})
		default:
			if in.Op == program.OpNewFrame {
				callee = in.D
			}
			e.plain(in, self, node, frame, callee)
		}
		before = in.Op
	}
	if len(stack) > 0 && e.err == nil {
		e.err = fmt.Errorf("vm: an open construct")
	}
}

// test encodes a jump on the truth of A.
func (e *vmEncoder) test(kind string, in *program.Instr) uint32 {
	if l := e.last(in.A, in.W); l != nil && l[0] >= e.ops[vmTests[0]] && l[0] <= e.ops[vmTests[len(vmTests)-1]] {
		// the test just made and this jump are one instruction
		l[4] = l[0]
		l[0] = e.jumps[map[string]string{"VM_IF": "VM_TESTIF", "VM_BREAKIF": "VM_TESTBREAK"}[kind]]
		return e.here() - vmWords
	}
	mode, a := e.read(in.A, in.W)
	e.flush(nil)
	return e.emit([vmWords]uint32{0: e.jumps[kind], 1: uint32(in.Flags) | mode<<vmModeA, 2: in.W, 5: a})
}

// last is the instruction just emitted when all it does is to make temp t, of w bits, for the one reader that comes now; else nil.
func (e *vmEncoder) last(t, w uint32) []uint32 {
	if w > 64 || e.uses[t] != 1 || len(e.loads) > 0 || len(e.out) < vmWords {
		return nil
	}
	l := e.out[len(e.out)-vmWords:]
	if l[0] > e.ops[vmSpecial[len(vmSpecial)-1]] || l[4] != t || l[1]&vmWide != 0 || l[9] != 0 {
		return nil
	}
	return l
}

// begin starts a unit.
func (e *vmEncoder) begin(code []program.Instr) {
	e.loads, e.consts, e.uses = nil, map[uint32]program.Instr{}, map[uint32]int{}
	for i := range code {
		in := &code[i]
		for _, o := range in.Operands() {
			if w, ok := o.Role.Use(in); ok && w <= 64 {
				e.uses[*o.Value]++
			}
		}
		if in.Op == program.OpUDP {
			for _, t := range e.p.Forks[in.B : in.B+in.WA] {
				e.uses[t]++
			}
		}
	}
}

// read gives how temp t, of w bits, is read: by its mode and value. A wide one is an address.
func (e *vmEncoder) read(t, w uint32) (mode, v uint32) {
	if w > 64 || t == program.NoTemp {
		return vmNone, t
	}
	if c, ok := e.consts[t]; ok {
		return vmNumber, c.A
	}
	for i := range e.loads {
		if l := e.loads[i]; l.D == t {
			e.loads = append(e.loads[:i:i], e.loads[i+1:]...)
			if l.W <= 32 {
				return vmSlot32, l.A
			}
			return vmSlot64, l.A
		}
	}
	return vmTemp, t
}

// need makes sure that temp t stands where temps stand.
func (e *vmEncoder) need(t uint32) {
	if c, ok := e.consts[t]; ok {
		e.emit([vmWords]uint32{e.ops[c.Op], uint32(c.Flags), c.W, 0, c.D, c.A, c.B})
	}
	for i := range e.loads {
		if l := e.loads[i]; l.D == t {
			e.loads = append(e.loads[:i:i], e.loads[i+1:]...)
			e.emit([vmWords]uint32{e.ops[l.Op], uint32(l.Flags), l.W, 0, l.D, l.A})
			return
		}
	}
}

// flush carries out the loads that wait, but for those that in itself reads as operands in place.
func (e *vmEncoder) flush(in *program.Instr) {
	keep := uint32(program.NoTemp)
	if in != nil && vmReadsB[in.Op] {
		if w, ok := program.Ops[in.Op].B.Use(in); ok && w <= 64 {
			keep = in.B
		}
	}
	if in != nil {
		for k, o := range in.Operands() {
			if w, ok := o.Role.Use(in); ok && w <= 64 && *o.Value != program.NoTemp && !(k == 2 && keep == in.B) {
				e.need(*o.Value)
			}
		}
	}
	for i := 0; i < len(e.loads); {
		if e.loads[i].D == keep {
			i++
			continue
		}
		e.need(e.loads[i].D)
	}
}

// vmReadsB are the operations without a result that read operand b by its mode.
var vmReadsB = map[program.Op]bool{
	program.OpStore: true, program.OpStoreP: true, program.OpStoreEl: true, program.OpStoreL: true, program.OpStoreLP: true, program.OpStoreLEl: true,
	program.OpNBA: true, program.OpNBAP: true, program.OpNBAEl: true,
}

// plain encodes an instruction that is no jump.
func (e *vmEncoder) plain(in *program.Instr, self uint32, node bool, frame, callee uint32) {
	n, ok := e.ops[in.Op]
	if !ok {
		if e.err == nil {
			e.err = fmt.Errorf("vm: no operation for %s", program.Ops[in.Op].Name)
		}
		return
	}
	info := &program.Ops[in.Op]
	// What only gives a value that its reader can fetch itself is not carried out here.
	switch {
	case in.Op == program.OpConst && in.W <= 32 && in.B == 0:
		e.consts[in.D] = *in
		return
	case in.Op == program.OpLoad && in.W <= 64 && in.Flags == 0 && e.uses[in.D] == 1:
		e.loads = append(e.loads, *in)
		return
	}
	w := [vmWords]uint32{n, uint32(in.Flags), in.W, in.WA, in.D, in.A, in.B, in.C, in.E, 0}
	if wd, def := info.D.Def(in); def {
		if in.Op != program.OpTime && info.D != program.RoleDefW {
			w[2] = wd
		}
		if wd > 64 {
			w[1] |= vmWide
		}
		if aw, use := info.A.Use(in); use && aw > 64 {
			w[1] |= vmWide
		}
		if bw, use := info.B.Use(in); use && bw > 64 {
			w[1] |= vmWide
		}
		// Operands of wide operations, and those in other places than a and b, are temps.
		for k, o := range in.Operands() {
			ow, use := o.Role.Use(in)
			if !use || ow > 64 || *o.Value == program.NoTemp {
				continue
			}
			switch {
			case k == 1 && w[1]&vmWide == 0:
				mode, v := e.read(in.A, ow)
				w[1] |= mode << vmModeA
				w[5] = v
			case k == 2 && w[1]&vmWide == 0:
				mode, v := e.read(in.B, ow)
				w[1] |= mode << vmModeB
				w[6] = v
			default:
				e.need(*o.Value)
			}
		}
		if in.Op == program.OpUDP {
			for _, t := range e.p.Forks[in.B : in.B+in.WA] {
				e.need(t)
			}
		}
		if in.Op == program.OpRandom || in.Op == program.OpSpawn || in.Op == program.OpNewFrame || in.Op == program.OpUDP {
			e.flush(nil)
		}
		if w[1]&vmWide == 0 && n <= uint32(len(vmArith)) {
			w[1] |= vmPlain
		}
		if in.Op == program.OpPow && wd <= 64 && w[1]&vmWide != 0 && e.err == nil {
			e.err = fmt.Errorf("vm: power with an exponent over 64 bits")
		}
	}
	if l := e.last(in.B, in.W); l != nil && (in.Op == program.OpStore || in.Op == program.OpNBA && in.D == program.NoTemp) && in.W <= 32 {
		if s := &e.p.Signals[in.A]; s.Width == in.W && s.Force == 0 {
			// the value just made goes straight into the variable
			l[4], l[9] = s.Slot, (in.A+1)<<1
			if in.Op == program.OpNBA {
				l[9] |= 1
			}
			return
		}
	}
	if vmReadsB[in.Op] && in.W <= 64 {
		mode, v := e.read(in.B, in.W)
		w[1] |= mode << vmModeB
		w[6] = v
		if g := &e.p.Signals; (in.Op == program.OpStore || in.Op == program.OpNBA && in.D == program.NoTemp) && in.W <= 32 {
			if s := &(*g)[in.A]; s.Width == in.W && s.Force == 0 {
				w[1] |= vmWhole
				w[4] = s.Slot
			}
		}
	}
	commit := func(node uint32) uint32 { return e.p.Nodes[node].Block + program.NodeWords }
	state := func(node uint32) uint32 { return e.p.Nodes[node].Block + program.BState }
	switch in.Op {
	case program.OpSchedule, program.OpCancel:
		w[5] = commit(in.A)
	case program.OpNodeOn:
		w[5] = state(in.A)
	case program.OpForce, program.OpAssign:
		if in.D != program.NoTemp {
			w[4] = state(in.D)
		}
	case program.OpRet:
		w[5] = frame
	case program.OpEnd:
		w[7] = 0
		if node && in.Flags&program.FlagVar == 0 {
			w[7] = 1
		}
	case program.OpDisable:
		w[7] = self
	case program.OpCallTask:
		w[8] = callee
	}
	e.emit(w)
}

// caseTable appends the look-up of a switch: dense where the labels fill their range well, sorted where there are many.
func (e *vmEncoder) caseTable(o *vmOpen) {
	n := uint32(len(o.order))
	sorted := append([]uint32(nil), o.order...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
	if n > 0 {
		if span := uint64(sorted[n-1]-sorted[0]) + 1; n >= 4 && span <= uint64(2*n+16) {
			e.cases = append(e.cases, 2, uint32(span), o.other, sorted[0])
			for v := uint64(0); v < span; v++ {
				t, ok := o.labels[sorted[0]+uint32(v)]
				if !ok {
					t = o.other
				}
				e.cases = append(e.cases, t)
			}
			return
		}
	}
	kind, list := uint32(0), o.order
	if n > 8 {
		kind, list = 1, sorted
	}
	e.cases = append(e.cases, kind, n, o.other)
	for _, v := range list {
		e.cases = append(e.cases, v, o.labels[v])
	}
}
