package ast

// Direction of a port.
type Direction uint8

// The directions; DirNone stands where none was given.
const (
	DirNone Direction = iota
	Input
	Output
	Inout
)

// NetKind is a net type (IEEE 1364-2005 4.6).
type NetKind uint8

// The net types. NetImplicit: none written; NetNone: `default_nettype none.
const (
	NetImplicit NetKind = iota
	NetNone
	Wire
	Tri
	Tri0
	Tri1
	TriAnd
	TriOr
	TriReg
	WAnd
	WOr
	Supply0
	Supply1
	UWire
)

// VarKind is a variable type.
type VarKind uint8

// The variable types; VarNone: not a variable, or untyped.
const (
	VarNone VarKind = iota
	Reg
	Integer
	Time
	RealVar
	Realtime
)

// ParamKind tells parameter, localparam and specparam apart.
type ParamKind uint8

// The parameter kinds.
const (
	Parameter ParamKind = iota
	Localparam
	Specparam
)

// StrengthLevel is a strength of table 7-7.
type StrengthLevel uint8

// The strengths by level: HighZ is 0 in the table; StrengthNone: not given.
const (
	StrengthNone StrengthLevel = iota
	HighZ
	SmallCap
	MediumCap
	Weak
	LargeCap
	Pull
	Strong
	Supply
)

// ChargeSize of a trireg.
type ChargeSize uint8

// The charge sizes; ChargeNone means medium.
const (
	ChargeNone ChargeSize = iota
	Small
	Medium
	Large
)

// DelayMode is set by the `delay_mode_* directives.
type DelayMode uint8

// The delay modes.
const (
	DelayDefault DelayMode = iota
	DelayDistributed
	DelayPath
	DelayUnit
	DelayZero
)

// Edge of an event, path or timing check.
type Edge uint8

// The edges; EdgeList: an explicit list of transitions.
const (
	EdgeAny Edge = iota
	EdgePos
	EdgeNeg
	EdgeList
)

// SelectKind of a RangeSelect.
type SelectKind uint8

// [l:r], [l+:r], [l-:r].
const (
	SelectConst SelectKind = iota
	SelectUp
	SelectDown
)

// CaseKind of a case statement.
type CaseKind uint8

// case, casez, casex.
const (
	CasePlain CaseKind = iota
	CaseZ
	CaseX
)

// ProcAssignKind of a procedural continuous assignment.
type ProcAssignKind uint8

// assign, deassign, force, release.
const (
	AssignStmt ProcAssignKind = iota
	DeassignStmt
	ForceStmt
	ReleaseStmt
)

// ConfigRuleKind of a configuration rule.
type ConfigRuleKind uint8

// default, instance, cell.
const (
	ConfigDefault ConfigRuleKind = iota
	ConfigInstance
	ConfigCell
)

// PulseKind of a pulse style declaration.
type PulseKind uint8

// The pulse styles.
const (
	PulseOnEvent PulseKind = iota
	PulseOnDetect
	ShowCancelled
	NoShowCancelled
)

// GateKind is a built-in primitive (IEEE 1364-2005 clause 7).
type GateKind uint8

// The gates and switches.
const (
	GateAnd GateKind = iota
	GateNand
	GateOr
	GateNor
	GateXor
	GateXnor
	GateBuf
	GateNot
	GateBufif0
	GateBufif1
	GateNotif0
	GateNotif1
	GateNmos
	GatePmos
	GateCmos
	GateRnmos
	GateRpmos
	GateRcmos
	GateTran
	GateRtran
	GateTranif0
	GateTranif1
	GateRtranif0
	GateRtranif1
	GatePullup
	GatePulldown
)

// UnaryOp is a unary operator.
type UnaryOp uint8

// The unary operators.
const (
	UnaryPlus UnaryOp = iota
	UnaryMinus
	LogicNot
	BitNot
	RedAnd
	RedNand
	RedOr
	RedNor
	RedXor
	RedXnor
)

// BinaryOp is a binary operator.
type BinaryOp uint8

// The binary operators.
const (
	Add BinaryOp = iota
	Sub
	Mul
	Div
	Mod
	Pow
	Eq
	Ne
	CaseEq
	CaseNe
	LogicAnd
	LogicOr
	Lt
	Le
	Gt
	Ge
	BitAnd
	BitOr
	BitXor
	BitXnor
	Shl
	Shr
	AShl
	AShr
)

var (
	directionNames = [...]string{"none", "input", "output", "inout"}
	netNames       = [...]string{"implicit", "none", "wire", "tri", "tri0", "tri1", "triand", "trior", "trireg", "wand", "wor", "supply0", "supply1", "uwire"}
	varNames       = [...]string{"none", "reg", "integer", "time", "real", "realtime"}
	paramNames     = [...]string{"parameter", "localparam", "specparam"}
	strengthNames  = [...]string{"none", "highz", "small", "medium", "weak", "large", "pull", "strong", "supply"}
	chargeNames    = [...]string{"none", "small", "medium", "large"}
	delayModeNames = [...]string{"default", "distributed", "path", "unit", "zero"}
	edgeNames      = [...]string{"any", "posedge", "negedge", "edge"}
	selectNames    = [...]string{":", "+:", "-:"}
	caseNames      = [...]string{"case", "casez", "casex"}
	procNames      = [...]string{"assign", "deassign", "force", "release"}
	ruleNames      = [...]string{"default", "instance", "cell"}
	pulseNames     = [...]string{"pulsestyle_onevent", "pulsestyle_ondetect", "showcancelled", "noshowcancelled"}
	gateNames      = [...]string{"and", "nand", "or", "nor", "xor", "xnor", "buf", "not", "bufif0", "bufif1", "notif0", "notif1",
		"nmos", "pmos", "cmos", "rnmos", "rpmos", "rcmos", "tran", "rtran", "tranif0", "tranif1", "rtranif0", "rtranif1", "pullup", "pulldown"}
	unaryNames  = [...]string{"+", "-", "!", "~", "&", "~&", "|", "~|", "^", "~^"}
	binaryNames = [...]string{"+", "-", "*", "/", "%", "**", "==", "!=", "===", "!==", "&&", "||", "<", "<=", ">", ">=", "&", "|", "^", "~^", "<<", ">>", "<<<", ">>>"}
)

func nameOf(names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return "?"
}

func (d Direction) String() string      { return nameOf(directionNames[:], uint8(d)) }
func (k NetKind) String() string        { return nameOf(netNames[:], uint8(k)) }
func (k VarKind) String() string        { return nameOf(varNames[:], uint8(k)) }
func (k ParamKind) String() string      { return nameOf(paramNames[:], uint8(k)) }
func (s StrengthLevel) String() string  { return nameOf(strengthNames[:], uint8(s)) }
func (c ChargeSize) String() string     { return nameOf(chargeNames[:], uint8(c)) }
func (m DelayMode) String() string      { return nameOf(delayModeNames[:], uint8(m)) }
func (e Edge) String() string           { return nameOf(edgeNames[:], uint8(e)) }
func (k SelectKind) String() string     { return nameOf(selectNames[:], uint8(k)) }
func (k CaseKind) String() string       { return nameOf(caseNames[:], uint8(k)) }
func (k ProcAssignKind) String() string { return nameOf(procNames[:], uint8(k)) }
func (k ConfigRuleKind) String() string { return nameOf(ruleNames[:], uint8(k)) }
func (k PulseKind) String() string      { return nameOf(pulseNames[:], uint8(k)) }
func (g GateKind) String() string       { return nameOf(gateNames[:], uint8(g)) }
func (o UnaryOp) String() string        { return nameOf(unaryNames[:], uint8(o)) }
func (o BinaryOp) String() string       { return nameOf(binaryNames[:], uint8(o)) }
