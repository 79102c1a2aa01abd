package program

// Role tells what an operand field of an instruction holds.
type Role uint8

// Roles. Those from RoleUseW on are temps that the instruction reads, the RoleDef ones temps that it defines.
const (
	RoleNone   Role = iota
	RoleImm         // a number
	RoleSigned      // a signed number
	RoleConst       // OpConst's A: a value when W <= 32, else an index into Consts
	RoleAddr        // an address, or an offset into the frame
	RoleSig
	RoleArray // a signal that is an array
	RoleNode
	RoleNet
	RoleUDP
	RoleEvent // or NoSeg
	RoleSeg
	RoleSegOpt // or NoSeg
	RoleFunc
	RoleTask
	RoleBlock
	RoleSite
	RoleForks     // first of a run in Forks (segments)
	RoleUDPInputs // first of a run of temps in Forks
	RoleLine
	RoleNodeOpt // a node or NoTemp

	RoleDefW  // defines a temp of W bits
	RoleDef1  // of 1 bit
	RoleDef4  // of 4 bits
	RoleDef32 // of 32 bits
	RoleDef64 // of 64 bits

	RoleUseW   // reads a temp of W bits
	RoleUseWA  // of WA bits
	RoleUseLo  // of W-WA bits (the low part of a concatenation)
	RoleUse1   // of 1 bit
	RoleUse32  // of 32 bits
	RoleUse64  // of 64 bits
	RoleOpt32  // of 32 bits, or NoTemp
	RoleOpt64  // of 64 bits, or NoTemp
	RoleIdx    // an index temp
	RoleIdxVar // an index temp with FlagVar, else a signed number
)

// OpInfo describes an operation: its mnemonic and what each field holds.
type OpInfo struct {
	Name          string
	D, A, B, C, E Role
	Term          bool // ends a path of a segment
}

// Ops describes every operation.
var Ops = [NumOps]OpInfo{
	OpNop:     {Name: "nop"},
	OpConst:   {Name: "const", D: RoleDefW, A: RoleConst, B: RoleImm},
	OpLoad:    {Name: "load", D: RoleDefW, A: RoleAddr},
	OpLoadEl:  {Name: "loadel", D: RoleDefW, A: RoleArray, B: RoleIdx},
	OpMove:    {Name: "move", D: RoleDefW, A: RoleUseW},
	OpLoadElL: {Name: "loadel.l", D: RoleDefW, A: RoleAddr, B: RoleIdx, E: RoleImm},
	OpFrLoad:  {Name: "frload", D: RoleDefW, A: RoleUse32, C: RoleImm},

	OpResize: {Name: "resize", D: RoleDefW, A: RoleUseWA},
	OpPart:   {Name: "part", D: RoleDefW, A: RoleUseWA, C: RoleIdxVar},
	OpConcat: {Name: "concat", D: RoleDefW, A: RoleUseWA, B: RoleUseLo},
	OpRepeat: {Name: "repeat", D: RoleDefW, A: RoleUseWA, C: RoleImm},
	OpIndex:  {Name: "index", D: RoleDef32, A: RoleUseWA},

	OpNot:  {Name: "not", D: RoleDefW, A: RoleUseW},
	OpNeg:  {Name: "neg", D: RoleDefW, A: RoleUseW},
	OpAnd:  {Name: "and", D: RoleDefW, A: RoleUseW, B: RoleUseW},
	OpOr:   {Name: "or", D: RoleDefW, A: RoleUseW, B: RoleUseW},
	OpXor:  {Name: "xor", D: RoleDefW, A: RoleUseW, B: RoleUseW},
	OpXnor: {Name: "xnor", D: RoleDefW, A: RoleUseW, B: RoleUseW},
	OpAdd:  {Name: "add", D: RoleDefW, A: RoleUseW, B: RoleUseW},
	OpSub:  {Name: "sub", D: RoleDefW, A: RoleUseW, B: RoleUseW},
	OpMul:  {Name: "mul", D: RoleDefW, A: RoleUseW, B: RoleUseW},
	OpDiv:  {Name: "div", D: RoleDefW, A: RoleUseW, B: RoleUseW},
	OpMod:  {Name: "mod", D: RoleDefW, A: RoleUseW, B: RoleUseW},
	OpPow:  {Name: "pow", D: RoleDefW, A: RoleUseW, B: RoleUseWA},
	OpShl:  {Name: "shl", D: RoleDefW, A: RoleUseW, B: RoleUseWA},
	OpShr:  {Name: "shr", D: RoleDefW, A: RoleUseW, B: RoleUseWA},
	OpAShr: {Name: "ashr", D: RoleDefW, A: RoleUseW, B: RoleUseWA},

	OpRedAnd:  {Name: "red.and", D: RoleDef1, A: RoleUseWA},
	OpRedNand: {Name: "red.nand", D: RoleDef1, A: RoleUseWA},
	OpRedOr:   {Name: "red.or", D: RoleDef1, A: RoleUseWA},
	OpRedNor:  {Name: "red.nor", D: RoleDef1, A: RoleUseWA},
	OpRedXor:  {Name: "red.xor", D: RoleDef1, A: RoleUseWA},
	OpRedXnor: {Name: "red.xnor", D: RoleDef1, A: RoleUseWA},
	OpLogNot:  {Name: "lognot", D: RoleDef1, A: RoleUseWA},
	OpBool:    {Name: "bool", D: RoleDef1, A: RoleUseWA},
	OpLogAnd:  {Name: "logand", D: RoleDef1, A: RoleUse1, B: RoleUse1},
	OpLogOr:   {Name: "logor", D: RoleDef1, A: RoleUse1, B: RoleUse1},
	OpEq:      {Name: "eq", D: RoleDef1, A: RoleUseWA, B: RoleUseWA},
	OpNe:      {Name: "ne", D: RoleDef1, A: RoleUseWA, B: RoleUseWA},
	OpCaseEq:  {Name: "caseeq", D: RoleDef1, A: RoleUseWA, B: RoleUseWA},
	OpCaseNe:  {Name: "casene", D: RoleDef1, A: RoleUseWA, B: RoleUseWA},
	OpCaseZ:   {Name: "casez", D: RoleDef1, A: RoleUseWA, B: RoleUseWA},
	OpCaseX:   {Name: "casex", D: RoleDef1, A: RoleUseWA, B: RoleUseWA},
	OpLt:      {Name: "lt", D: RoleDef1, A: RoleUseWA, B: RoleUseWA},
	OpLe:      {Name: "le", D: RoleDef1, A: RoleUseWA, B: RoleUseWA},
	OpMux:     {Name: "mux", D: RoleDefW, A: RoleUseW, B: RoleUseW, C: RoleUse1},

	OpFAdd:      {Name: "fadd", D: RoleDef64, A: RoleUse64, B: RoleUse64},
	OpFSub:      {Name: "fsub", D: RoleDef64, A: RoleUse64, B: RoleUse64},
	OpFMul:      {Name: "fmul", D: RoleDef64, A: RoleUse64, B: RoleUse64},
	OpFDiv:      {Name: "fdiv", D: RoleDef64, A: RoleUse64, B: RoleUse64},
	OpFNeg:      {Name: "fneg", D: RoleDef64, A: RoleUse64},
	OpFEq:       {Name: "feq", D: RoleDef1, A: RoleUse64, B: RoleUse64},
	OpFLt:       {Name: "flt", D: RoleDef1, A: RoleUse64, B: RoleUse64},
	OpFLe:       {Name: "fle", D: RoleDef1, A: RoleUse64, B: RoleUse64},
	OpIntToReal: {Name: "int2real", D: RoleDef64, A: RoleUseWA},
	OpRealToInt: {Name: "real2int", D: RoleDefW, A: RoleUse64},
	OpRealTrunc: {Name: "realtrunc", D: RoleDefW, A: RoleUse64},

	OpBufif: {Name: "bufif", D: RoleDefW, A: RoleUseW, B: RoleUseW, C: RoleImm},
	OpMos:   {Name: "mos", D: RoleDefW, A: RoleUseW, B: RoleUseW, C: RoleImm},
	OpUDP:   {Name: "udp", D: RoleDef1, A: RoleUDP, B: RoleUDPInputs, C: RoleAddr},
	OpSpan:  {Name: "span", D: RoleImm, A: RoleUse1, B: RoleUse1, C: RoleAddr, E: RoleImm},
	OpEdges: {Name: "edges", D: RoleDef4, A: RoleUseWA, B: RoleUseWA},

	OpTime:   {Name: "time", D: RoleDef64},
	OpRandom: {Name: "random", D: RoleDef64, A: RoleOpt32, C: RoleImm},

	OpStore:    {Name: "store", A: RoleSig, B: RoleUseW},
	OpStoreP:   {Name: "store.p", A: RoleSig, B: RoleUseW, C: RoleIdxVar},
	OpStoreEl:  {Name: "store.el", A: RoleArray, B: RoleUseW, C: RoleIdx, E: RoleIdxVar},
	OpStoreL:   {Name: "store.l", A: RoleAddr, B: RoleUseW},
	OpStoreLP:  {Name: "store.lp", A: RoleAddr, B: RoleUseW, C: RoleIdxVar},
	OpStoreLEl: {Name: "store.lel", A: RoleAddr, B: RoleUseW, C: RoleIdx, E: RoleImm},

	OpNBA:   {Name: "nba", D: RoleOpt64, A: RoleSig, B: RoleUseW},
	OpNBAP:  {Name: "nba.p", D: RoleOpt64, A: RoleSig, B: RoleUseW, C: RoleIdxVar},
	OpNBAEl: {Name: "nba.el", D: RoleOpt64, A: RoleArray, B: RoleUseW, C: RoleIdx, E: RoleIdxVar},

	OpTrigger: {Name: "trigger", A: RoleSig},
	OpPublish: {Name: "publish", A: RoleSig},
	OpSettle:  {Name: "settle"},

	OpResolve:  {Name: "resolve", A: RoleNet},
	OpSchedule: {Name: "schedule", A: RoleNode, B: RoleUse64},
	OpCancel:   {Name: "cancel", A: RoleNode},
	OpForce:    {Name: "force", D: RoleNodeOpt, A: RoleSig, B: RoleUseW, C: RoleImm},
	OpRelease:  {Name: "release", A: RoleSig, C: RoleImm},
	OpAssign:   {Name: "assign", D: RoleNodeOpt, A: RoleSig, B: RoleUseW, C: RoleImm},
	OpDeassign: {Name: "deassign", A: RoleSig, C: RoleImm},
	OpNodeOn:   {Name: "nodeon", A: RoleNode, C: RoleImm},

	OpIf:         {Name: "if", A: RoleUseW},
	OpElse:       {Name: "else"},
	OpEndIf:      {Name: "endif"},
	OpLoop:       {Name: "loop"},
	OpBreakIf:    {Name: "breakif", A: RoleUseW},
	OpBreakIfNot: {Name: "breakifnot", A: RoleUseW},
	OpEndLoop:    {Name: "endloop"},
	OpSwitch:     {Name: "switch", A: RoleUseW, B: RoleImm},
	OpCase:       {Name: "case", A: RoleImm},
	OpDefault:    {Name: "default"},
	OpEndSwitch:  {Name: "endswitch"},
	OpCall:       {Name: "call", A: RoleFunc},
	OpReturn:     {Name: "return", Term: true},

	OpSvc:     {Name: "svc", A: RoleSite},
	OpSvcArg:  {Name: "svcarg", A: RoleUseW},
	OpSvcEnd:  {Name: "svcend"},
	OpStrobe:  {Name: "strobe", A: RoleSeg},
	OpMonitor: {Name: "monitor", A: RoleSegOpt, C: RoleImm},

	OpSpawn:   {Name: "spawn", D: RoleDef32, A: RoleSeg, B: RoleImm, C: RoleEvent},
	OpFrStore: {Name: "frstore", A: RoleUse32, B: RoleUseW, C: RoleImm},

	OpGoto:     {Name: "goto", A: RoleSeg, Term: true},
	OpGotoIf:   {Name: "gotoif", A: RoleSeg, B: RoleUseW, C: RoleSeg, Term: true},
	OpYield:    {Name: "yield", A: RoleSeg, Term: true},
	OpWait:     {Name: "wait", A: RoleSeg, B: RoleEvent, Term: true},
	OpDelay:    {Name: "delay", A: RoleSeg, B: RoleUse64, Term: true},
	OpFork:     {Name: "fork", A: RoleSeg, B: RoleForks, C: RoleImm, Term: true},
	OpCallTask: {Name: "calltask", A: RoleSeg, B: RoleTask, Term: true},
	OpRet:      {Name: "ret", Term: true},
	OpEnd:      {Name: "end", Term: true},
	OpReply:    {Name: "reply", A: RoleSeg, Term: true},
	OpFinish:   {Name: "finish", A: RoleSeg, C: RoleImm, Term: true},
	OpDisable:  {Name: "disable", A: RoleSeg, B: RoleBlock, Term: true},

	OpNewFrame:  {Name: "newframe", D: RoleDef32, A: RoleTask},
	OpFreeFrame: {Name: "freeframe", A: RoleUse32},
}

// Use tells whether r reads a temp, and of how many bits; in is the instruction.
func (r Role) Use(in *Instr) (width uint32, ok bool) {
	switch r {
	case RoleUseW:
		return in.W, true
	case RoleUseWA:
		return in.WA, true
	case RoleUseLo:
		return in.W - in.WA, true
	case RoleUse1:
		return 1, true
	case RoleUse32, RoleIdx:
		return 32, true
	case RoleIdxVar:
		return 32, in.Flags&FlagVar != 0
	case RoleUse64:
		return 64, true
	case RoleOpt32:
		return 32, true
	case RoleOpt64:
		return 64, true
	}
	return 0, false
}

// Def tells whether r defines a temp, and of how many bits.
func (r Role) Def(in *Instr) (width uint32, ok bool) {
	switch r {
	case RoleDefW:
		return in.W, true
	case RoleDef1:
		return 1, true
	case RoleDef4:
		return 4, true
	case RoleDef32:
		return 32, true
	case RoleDef64:
		return 64, true
	}
	return 0, false
}

// Operand is one field of an instruction with its role and the flag that makes a wide one relative to the frame.
type Operand struct {
	Role  Role
	Value *uint32
	Frame uint16
}

// Operands lists the fields of in that mean something, D first.
func (in *Instr) Operands() []Operand {
	if in.Op >= NumOps {
		return nil
	}
	i := &Ops[in.Op]
	return []Operand{{i.D, &in.D, FlagFrameD}, {i.A, &in.A, FlagFrame}, {i.B, &in.B, FlagFrameB}, {i.C, &in.C, FlagFrameA2}, {i.E, &in.E, 0}}
}
