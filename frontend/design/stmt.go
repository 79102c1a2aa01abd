package design

import (
	"strings"

	"github.com/gpga/gpga/frontend/source"
)

// Stmt is a procedural statement (IEEE 1364-2005 clause 9).
type Stmt interface{ Position() source.Pos }

// At is the position that every statement embeds.
type At struct{ Pos source.Pos }

// Position returns where the statement starts.
func (a At) Position() source.Pos { return a.Pos }

// Null is the empty statement.
type Null struct{ At }

// Block is begin-end. Scope is set when it is named: then, as in Icarus Verilog, its body starts as a pushed event
// (in front of the active queue) and the enclosing thread goes on as another pushed event when it ends.
type Block struct {
	At
	Scope *Scope
	Stmts []Stmt
}

// Fork is fork-join: each statement is a thread of its own, pushed in source order, so the last runs first.
type Fork struct {
	At
	Scope *Scope // nil unless named
	Stmts []Stmt
}

// Assign is a procedural assignment. RHS is as wide as all targets together (or real).
// With Delay or Event the right side is evaluated first, then: blocking waits, nonblocking schedules.
type AssignStmt struct {
	At
	NonBlocking bool
	LHS         []LValue // most significant first
	RHS         *Expr
	Delay       *Expr // ticks, 64 bits; intra-assignment
	Event       *Event
	Repeat      *Expr // repeat (n) @(event); nil for once
}

// If is if-else; Else may be nil. The condition is true when any bit is 1.
type If struct {
	At
	Cond       *Expr
	Then, Else Stmt // Then may be nil too
}

// CaseKind tells case, casez and casex apart.
type CaseKind uint8

// Case kinds.
const (
	CaseExact CaseKind = iota
	CaseZ
	CaseX
)

// Case compares Sel with each label in order; all have the same width (or all are real).
type Case struct {
	At
	Kind    CaseKind
	Sel     *Expr
	Items   []CaseItem
	Default Stmt // nil when absent
}

// CaseItem is one arm.
type CaseItem struct {
	Labels []*Expr
	Body   Stmt
	Pos    source.Pos
}

// Forever loops without end.
type Forever struct {
	At
	Body Stmt
}

// Repeat evaluates Count once and runs Body that often (not at all for x, z or, when signed, negative).
type Repeat struct {
	At
	Count *Expr
	Body  Stmt
}

// While loops while Cond is true.
type While struct {
	At
	Cond *Expr
	Body Stmt
}

// For is a for loop; Init and Step are AssignStmts.
type For struct {
	At
	Init, Step Stmt
	Cond       *Expr
	Body       Stmt
}

// Delay is #d Body; Ticks is 64 bits, x counts as 0. A zero delay goes through the inactive region.
type Delay struct {
	At
	Ticks *Expr
	Body  Stmt
}

// Wait event: @(event) Body. A nil Event (no operands, as in @* on constants) never wakes.
type EventCtl struct {
	At
	Event *Event
	Body  Stmt
}

// WaitStmt is wait (Cond) Body: a loop that tests Cond and waits for Event, any change of what Cond reads.
type WaitStmt struct {
	At
	Cond  *Expr
	Event *Event
	Body  Stmt
}

// Trigger is -> event.
type Trigger struct {
	At
	Event *NamedEvent
}

// Disable ends a named block or a task (IEEE 1364-2005 10.5).
type Disable struct {
	At
	Scope *Scope
}

// TaskCall copies Ins to the task's variables, runs it, and copies Outs back.
type TaskCall struct {
	At
	Sub  *Subroutine
	Ins  []TaskIn
	Outs []TaskOut
	// Scope is the calling scope.
	Scope *Scope
}

// TaskIn is an input (or inout) argument: Value has the port's width and kind.
type TaskIn struct {
	Port  *Signal
	Value *Expr
}

// TaskOut is an output (or inout) argument: Value reads the port and is resized to the targets.
type TaskOut struct {
	Targets []LValue
	Value   *Expr
}

// SysTask is a call of a system task (or of a system function as a statement).
type SysTask struct {
	At
	Name  string // "$display"
	Args  []SysArg
	Scope *Scope
}

// Descriptor is what a $fstrobe does when it is reached, nil for other tasks: it takes its descriptor, as a call of a service with the
// task's name and "@". The text, and late with it, is for the end of the time step.
func (s *SysTask) Descriptor() (now, late *SysTask) {
	if !strings.HasPrefix(s.Name, "$fstrobe") || len(s.Args) == 0 {
		return nil, s
	}
	a, b := *s, *s
	a.Name, a.Args = s.Name+"@", s.Args[:1]
	b.Args = append([]SysArg{{Kind: ArgNull, Pos: s.Args[0].Pos}}, s.Args[1:]...)
	return &a, &b
}

// ProcAssign is a procedural continuous assignment: assign or force. It stays in force until Deassign or Release.
type ProcAssign struct {
	At
	Force bool
	LHS   []LValue // constant offsets; whole variables for assign
	RHS   *Expr
	Reads []*Signal
	// Live is a hidden net that follows RHS, where evaluating RHS may have to stop; nil elsewhere. RHS is what the statement
	// itself evaluates, Live what counts from then on; Reads is that net then.
	Live *Expr
}

// Unassign is deassign or release.
type Unassign struct {
	At
	Force bool // release
	LHS   []LValue
}
