package msl

// Unit is one parsed MSL text.
type Unit struct {
	Name    string // file name, for messages
	Source  string
	Structs []*Struct // in source order
	Globals []*Var    // program-scope constants, in source order
	Funcs   []*Func   // defined functions, in source order
	Tokens  int       // tokens after preprocessing

	comments []span
	src      *source
	types    typeTable
	names    map[string]any // *Var or *Func
	order    []*Func
	checked  bool
}

// Line gives the line and column (from 1, columns in bytes) of p.
func (u *Unit) Line(p Pos) (line, col int) { return u.src.lineCol(p) }

// Lookup finds a defined function by name, nil if there is none.
func (u *Unit) Lookup(name string) *Func {
	f, _ := u.names[name].(*Func)
	return f
}

// CodeBytes is the number of bytes between lo and hi that are not comments.
func (u *Unit) CodeBytes(lo, hi Pos) int {
	n := int(hi) - int(lo)
	i, j := 0, len(u.comments)
	for i < j { // first comment that ends after lo
		m := (i + j) / 2
		if u.comments[m].hi <= lo {
			i = m + 1
		} else {
			j = m
		}
	}
	for ; i < len(u.comments) && u.comments[i].lo < hi; i++ {
		n -= int(min(u.comments[i].hi, hi)) - int(max(u.comments[i].lo, lo))
	}
	return n
}

// BottomUp lists the functions so that each stands after those it calls. It is
// empty until Check has found no recursion.
func (u *Unit) BottomUp() []*Func { return u.order }

// VarKind says where a Var lives.
type VarKind uint8

// The kinds of variables.
const (
	Local VarKind = iota
	Param
	Global // program-scope constant
)

// Var is a variable, parameter or program-scope constant.
type Var struct {
	Name  string
	Pos   Pos
	Type  *Type
	Kind  VarKind
	Const bool
	Index int // numbers a function's parameters, then its locals

	Init      *Expr    // initialiser, or nil
	Value     uint64   // value of a scalar Global
	Elems     []uint64 // values of a constant array
	FuncConst int      // index of [[function_constant(n)]], -1 if none
	Buffer    int      // index of [[buffer(n)]], -1 if none
	GridPos   bool     // [[thread_position_in_grid]]
	AddrTaken bool     // & was applied, or it is a local array

	attrs []attr
}

// Func is a function of the unit.
type Func struct {
	Name     string
	Pos, End Pos // from the first token of the declaration to past the }
	Ret      *Type
	Params   []*Var
	Body     *Stmt // nil for a declaration without body
	Kernel   bool
	NoInline bool
	Inline   bool
	NumVars  int     // parameters and locals
	Calls    []*Func // functions called, each once, in order of first call
	Tokens   int     // tokens after preprocessing, from Pos to End

	vars  []*Var
	attrs []attr
}

// Vars lists the parameters and then the locals of a checked function.
func (f *Func) Vars() []*Var { return f.vars }

type attr struct {
	name string
	pos  Pos
	arg  *Expr
	gnu  bool
}

// StmtKind selects which fields of a Stmt have a meaning.
type StmtKind uint8

// The statements.
const (
	SEmpty    StmtKind = iota
	SBlock             // List
	SDecl              // Vars
	SExpr              // X
	SIf                // X, Then, Else (or nil)
	SFor               // Init (or nil), X (or nil), Post (or nil), Then
	SWhile             // X, Then
	SDo                // Then, X
	SSwitch            // X, Cases
	SBreak             //
	SContinue          //
	SReturn            // X (or nil)
)

// Stmt is a statement.
type Stmt struct {
	Kind  StmtKind
	Pos   Pos
	X     *Expr
	Post  *Expr
	Init  *Stmt
	Then  *Stmt
	Else  *Stmt
	List  []*Stmt
	Vars  []*Var
	Cases []Case
}

// Case is a group of case labels and what follows them; control falls through
// to the next group unless the body leaves.
type Case struct {
	Pos     Pos
	Labels  []*Expr  // constant expressions
	Values  []uint64 // their values, in the type of the switch (set by Check)
	Default bool
	Body    []*Stmt
}

// ExprKind selects which fields of an Expr have a meaning.
type ExprKind uint8

// The expressions. T below is the node's Type.
const (
	EInt     ExprKind = iota // Val, a value of type T as Type.Wrap gives it
	EName                    // Var
	ECall                    // Func, Args
	EBuiltin                 // Builtin, Args
	EUnary                   // Op (Neg, Not, LNot, Plus), X
	EBinary                  // Op, X, Y: both of one type, but for shifts and pointers
	ELogical                 // Op (LAnd, LOr), X, Y: bool
	EAssign                  // Op, X = X Op Y; Arith is the type Op works in (nil for plain =)
	EIncDec                  // Op (Add, Sub), X, Post
	ECond                    // X ? Y : Z
	EIndex                   // X[Y], X a pointer or an array
	EMember                  // X.Field
	EDeref                   // *X
	EAddr                    // &X
	EConv                    // X converted to T
	EAsType                  // X's bits seen as T
	EInit                    // struct T built from Args
	EComma                   // X, Y
)

// Op is an operator.
type Op uint8

// The operators.
const (
	NoOp Op = iota
	Mul
	Div
	Mod
	Add
	Sub
	Shl
	Shr
	Lt
	Gt
	Le
	Ge
	Eq
	Ne
	And
	Xor
	Or
	LAnd
	LOr
	Neg
	Not
	LNot
	Plus
)

var opText = [...]string{"=", "*", "/", "%", "+", "-", "<<", ">>", "<", ">", "<=", ">=", "==", "!=", "&", "^", "|", "&&", "||", "-", "~", "!", "+"}

func (o Op) String() string { return opText[o] }

// Expr is an expression. After Check every node has its Type, and operands
// have the type that their operator works in.
type Expr struct {
	Kind    ExprKind
	Op      Op
	Builtin Builtin
	Post    bool // EIncDec: the value is the old one
	Field   int32
	Pos     Pos
	Type    *Type
	X, Y, Z *Expr
	Args    []*Expr
	Val     uint64
	Var     *Var
	Func    *Func
	Arith   *Type
	Name    string
}

// Builtin is a function of Metal's standard library.
type Builtin uint8

// The built-in functions.
const (
	NoBuiltin Builtin = iota
	Popcount
	Clz
	Ctz
	Min
	Max
	Abs
	Clamp
	Select
	MulHi
	Rotate
	ReverseBits
	ExtractBits
	InsertBits
)

var builtins = map[string]Builtin{
	"popcount": Popcount, "clz": Clz, "ctz": Ctz, "min": Min, "max": Max,
	"abs": Abs, "clamp": Clamp, "select": Select, "mulhi": MulHi,
	"rotate": Rotate, "reverse_bits": ReverseBits,
	"extract_bits": ExtractBits, "insert_bits": InsertBits,
}
