package ast

// Block is begin ... end, or fork ... join when Fork.
type Block struct {
	Span
	Attrs []*Attribute
	Fork  bool
	Name  string // "" when unnamed
	Decls []Item // ParamDecl, VarDecl, EventDecl
	Stmts []Stmt
}

// Assign is a blocking (=) or nonblocking (<=) assignment; Timing is the
// intra-assignment control or nil.
type Assign struct {
	Span
	Attrs       []*Attribute
	NonBlocking bool
	LHS         Expr
	Timing      Timing
	RHS         Expr
}

// ProcAssign is a procedural assign, deassign, force or release
// (IEEE 1364-2005 9.3); RHS is nil for deassign and release.
type ProcAssign struct {
	Span
	Attrs []*Attribute
	Kind  ProcAssignKind
	LHS   Expr
	RHS   Expr
}

// If is a conditional; Else is nil when absent.
type If struct {
	Span
	Attrs []*Attribute
	Cond  Expr
	Then  Stmt
	Else  Stmt
}

// Case is case, casez or casex.
type Case struct {
	Span
	Attrs []*Attribute
	Kind  CaseKind
	X     Expr
	Items []*CaseItem
}

// CaseItem is one arm; Default has no Exprs.
type CaseItem struct {
	Span
	Default bool
	Exprs   []Expr
	Body    Stmt
}

// Forever is an endless loop.
type Forever struct {
	Span
	Attrs []*Attribute
	Body  Stmt
}

// Repeat runs Body Count times.
type Repeat struct {
	Span
	Attrs []*Attribute
	Count Expr
	Body  Stmt
}

// While loops while Cond is true.
type While struct {
	Span
	Attrs []*Attribute
	Cond  Expr
	Body  Stmt
}

// For is a for loop; Init and Step are blocking assignments without timing.
type For struct {
	Span
	Attrs []*Attribute
	Init  *Assign
	Cond  Expr
	Step  *Assign
	Body  Stmt
}

// Timed is a statement behind a delay or event control; Body is Null for
// `#5;`.
type Timed struct {
	Span
	Attrs  []*Attribute
	Timing Timing
	Body   Stmt
}

// Wait is wait (Cond) Body.
type Wait struct {
	Span
	Attrs []*Attribute
	Cond  Expr
	Body  Stmt
}

// Trigger is -> event; Event is an Ident or an Index around one.
type Trigger struct {
	Span
	Attrs []*Attribute
	Event Expr
}

// Disable is disable name.
type Disable struct {
	Span
	Attrs []*Attribute
	Name  *Ident
}

// TaskCall enables a user task (or calls a function as a statement, which is
// an error that elaboration finds).
type TaskCall struct {
	Span
	Attrs []*Attribute
	Name  *Ident
	Args  []Expr
}

// SysTaskCall enables a system task; Name has its $. Missing arguments are
// *Empty.
type SysTaskCall struct {
	Span
	Attrs  []*Attribute
	Name   string
	Parens bool
	Args   []Expr
}

// Null is the empty statement.
type Null struct {
	Span
	Attrs []*Attribute
}

// DelayControl is #d.
type DelayControl struct {
	Span
	Delay Expr // may be a MinTypMax
}

// EventControl is @(...), @* or @(*).
type EventControl struct {
	Span
	Star  bool
	Items []*EventItem // empty when Star
}

// EventItem is one event expression of an event control.
type EventItem struct {
	Span
	Edge Edge // EdgeAny, EdgePos, EdgeNeg
	X    Expr
}

// RepeatControl is repeat (Count) @(...), allowed within assignments.
type RepeatControl struct {
	Span
	Count Expr
	Event *EventControl
}

func (*Block) stmtNode()       {}
func (*Assign) stmtNode()      {}
func (*ProcAssign) stmtNode()  {}
func (*If) stmtNode()          {}
func (*Case) stmtNode()        {}
func (*Forever) stmtNode()     {}
func (*Repeat) stmtNode()      {}
func (*While) stmtNode()       {}
func (*For) stmtNode()         {}
func (*Timed) stmtNode()       {}
func (*Wait) stmtNode()        {}
func (*Trigger) stmtNode()     {}
func (*Disable) stmtNode()     {}
func (*TaskCall) stmtNode()    {}
func (*SysTaskCall) stmtNode() {}
func (*Null) stmtNode()        {}

func (*DelayControl) timingNode()  {}
func (*EventControl) timingNode()  {}
func (*RepeatControl) timingNode() {}
