package design

import (
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Op is an expression's operator.
type Op uint8

// Operators. "w" is the node's Width; operands are Args in source order.
const (
	OpInvalid Op = iota
	OpConst      // Val (or RealVal when Real); Str when written as a string literal
	OpSignal     // the whole of Sig (not an array)
	OpWord       // element Args[0] of array Sig; index normalised, self-determined
	OpPart       // constant select: bits [Off +: w] of Args[0]; bits out of range read x
	OpPartVar    // variable select: bits [Args[1] +: w] of Args[0]; offset signed by Args[1].Signed; x offset reads all x

	OpResize // Args[0] truncated or extended to w; extended by sign when Args[0].Signed
	OpToReal // Args[0] (by its signedness) as a real
	OpToInt  // real Args[0] rounded half away from zero to w bits
	OpSigned // Args[0] with its signedness replaced by Signed (no change of bits): $signed, $unsigned, casts by context

	// Unary, w = operand's width.
	OpNot // ~
	OpNeg // -
	// Reductions, w = 1.
	OpRedAnd
	OpRedNand
	OpRedOr
	OpRedNor
	OpRedXor
	OpRedXnor
	OpLogNot // !

	// Binary, both operands w wide (or all real).
	OpAdd
	OpSub
	OpMul
	OpDiv
	OpMod
	OpPow // Args[1] self-determined, signedness of each operand decides (IEEE 1364-2005 table 5-6)
	OpAnd
	OpOr
	OpXor
	OpXnor
	// Shifts: Args[0] w wide, Args[1] self-determined and read as unsigned.
	OpShl
	OpShr
	OpAShr // arithmetic when the node is Signed, else logical
	// Relations, w = 1; operands have equal width and signedness (or are both real).
	OpLt
	OpLe
	OpGt
	OpGe
	OpEq
	OpNe
	OpCaseEq
	OpCaseNe
	// Logical, w = 1; operands of any width, or real.
	OpLogAnd
	OpLogOr

	OpCond   // Args[0] ? Args[1] : Args[2]; x merges bit by bit (IEEE 1364-2005 5.1.13)
	OpConcat // Args, most significant first
	OpRepeat // Args[0] Off times

	OpCall // function Sub with Args already resized to its ports
	OpSys  // system function Sys with SysArgs; see SysArg

	// Gates that are no plain operators, on single bits.
	OpBufif1 // data Args[0], control Args[1]: data (buffered) when 1, z when 0, x otherwise (L and H read as x)
	OpBufif0
	OpNotif1
	OpNotif0
	OpNmos // pass Args[0] (z kept) when Args[1] is 1, z when 0
	OpPmos // likewise when 0
	OpCmos // Args: data, n control, p control
	OpBufZ // z becomes x, as an input of a gate reads it
)

// Expr is a typed expression. Nodes are immutable once built and may be shared.
type Expr struct {
	Op     Op
	Width  int // bits; 64 for a real
	Signed bool
	Real   bool
	Pos    source.Pos
	Args   []*Expr

	Val     logic.Vec // OpConst
	RealVal float64   // OpConst, Real
	Str     bool      // OpConst from a string literal
	Text    string    // the literal's bytes when Str
	Sig     *Signal   // OpSignal, OpWord
	Off     int       // OpPart: offset of the lowest bit; OpRepeat: count
	Sub     *Subroutine
	Sys     string // "$time"
	SysArgs []SysArg
	Scope   *Scope // OpSys: the calling scope
	// Name is the source text of a plain identifier, as $display-like tasks with no format and $monitor need it.
	Name string
}

// ConstReal is the value of e, a real constant, where it stands in a statement: a zero there has no sign, as in Icarus Verilog, whatever
// sign it had while e was folded. A parameter that is printed keeps it: printed says that e is an argument of such a task.
func (e *Expr) ConstReal(printed bool) float64 {
	if e.RealVal == 0 && !(printed && e.Name != "") {
		return 0
	}
	return e.RealVal
}

// SysArgKind tells what a system task's argument is.
type SysArgKind uint8

// System task argument kinds.
const (
	ArgNull   SysArgKind = iota // an empty argument
	ArgExpr                     // a value; string literals are OpConst with Str
	ArgTarget                   // something the task writes ($fgets' first, $sscanf's, $readmemh's memory is ArgArray)
	ArgArray                    // a whole array
	ArgScope                    // a scope ($dumpvars, $printtimescale)
	ArgEvent                    // a named event
)

// SysArg is one argument of a system task or function. For ArgTarget both Target and Value (the same thing as an
// expression) are set.
type SysArg struct {
	Kind   SysArgKind
	Value  *Expr
	Target *LValue
	Array  *Signal
	Scope  *Scope
	Event  *NamedEvent
	Decl   *Decl // for ArgExpr/ArgArray that is a plain name: its declaration ($dumpvars)
	Pos    source.Pos
}

// VPIType is the name that VPI has for what a value is (IEEE 1364-2005 26.6), as Icarus Verilog gives it in messages.
func (a *SysArg) VPIType() string {
	switch e := a.Value; {
	case a.Decl != nil:
		switch a.Decl.Kind {
		case DeclNet:
			return "vpiNet"
		case DeclInteger:
			return "vpiIntegerVar"
		case DeclReal, DeclRealtime:
			return "vpiRealVar"
		case DeclParam:
			return "vpiParameter"
		}
		return "vpiReg"
	case e == nil:
		return ""
	case e.Op == OpWord:
		return "vpiMemoryWord"
	case (e.Op == OpPart || e.Op == OpPartVar) && e.Args[0].Op == OpSignal:
		return "vpiPartSelect"
	case e.Op == OpSys:
		return "vpiSysFuncCall"
	}
	return "vpiConstant"
}

// LValue is one target of an assignment: an element and a range of bits in it.
type LValue struct {
	Sig *Signal
	// Word is the normalised element index, nil unless Sig is an array.
	Word *Expr
	// The bits are [Off +: Width], or [OffExpr +: Width] when OffExpr is set. Bits out of range are dropped; an
	// offset or index with x or z writes nothing (IEEE 1364-2005 5.2.1, 5.2.2).
	Off     int
	OffExpr *Expr
	Width   int
	Pos     source.Pos
}

// Whole tells that l covers all bits of a scalar, vector or array element.
func (l *LValue) Whole() bool { return l.OffExpr == nil && l.Off == 0 && l.Width == l.Sig.Width }

// Walk calls f for e and every expression below it, parents first, including system function arguments, until f returns false
// for a node, whose operands are then skipped.
func (e *Expr) Walk(f func(*Expr) bool) {
	if e == nil || !f(e) {
		return
	}
	for _, a := range e.Args {
		a.Walk(f)
	}
	for i := range e.SysArgs {
		e.SysArgs[i].Value.Walk(f)
	}
}

// NetBit tells which bit of which net e is, where it is one that stands for itself: a scalar net or a constant select.
func (e *Expr) NetBit() (net *Signal, bit int, ok bool) {
	if e.Width != 1 {
		return nil, 0, false
	}
	for e.Op == OpSigned || e.Op == OpPart {
		bit += e.Off
		e = e.Args[0]
	}
	if e.Op != OpSignal || e.Sig.Net == NetVar || e.Real || bit < 0 || bit >= e.Sig.Width {
		return nil, 0, false
	}
	return e.Sig, bit, true
}

// ThreeState tells that e, or a part of a concatenation that e is, is a three-state gate or a switch: its strength does not
// follow from its value alone (IEEE 1364-2005 7.10.3, 7.12).
func (e *Expr) ThreeState() bool {
	switch e.Op {
	case OpBufif0, OpBufif1, OpNotif0, OpNotif1, OpNmos, OpPmos, OpCmos:
		return true
	case OpSigned:
		return e.Args[0].ThreeState()
	case OpConcat:
		for _, a := range e.Args {
			if a.ThreeState() {
				return true
			}
		}
	}
	return false
}

// Named tells that e is a net or variable, or a constant select of one: as an argument of a system task it is that, and no value
// computed before the task runs.
func (e *Expr) Named() bool {
	for e.Op == OpSigned || e.Op == OpPart {
		e = e.Args[0]
	}
	return e.Op == OpSignal || e.Op == OpWord && e.Args[0].Op == OpConst
}
