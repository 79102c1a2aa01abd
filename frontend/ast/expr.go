package ast

// Ident is a simple or hierarchical name. Only parts before the last may carry
// an Index (of a generate block or instance array); selects behind the last
// part are Index and RangeSelect nodes around the Ident.
type Ident struct {
	Span
	Parts []NamePart // at least one
}

// NamePart is one component of a hierarchical name.
type NamePart struct {
	Span
	Name    string
	Escaped bool
	Index   []Expr
}

// Simple returns the name and true when it has one part only.
func (i *Ident) Simple() (string, bool) {
	if len(i.Parts) == 1 {
		return i.Parts[0].Name, true
	}
	return "", false
}

// Last is the last part's name.
func (i *Ident) Last() string { return i.Parts[len(i.Parts)-1].Name }

// Number is an integer literal with its bits in two planes of 32-bit words,
// least significant word first: 0 = (val 0, xz 0), 1 = (1,0), z = (0,1),
// x = (1,1); bits above Width are zero. An unsized literal has Width 32 or, if
// it needs more, as many bits as it needs, and its leftmost x or z digit is
// extended when the context is wider (IEEE 1364-2005 3.5.1); Extend says so.
type Number struct {
	Span
	Text   string // as written, e.g. "8 'shF_x"
	Width  int    // bits, at least 1
	Sized  bool   // written with a size
	Signed bool   // plain decimal or 's
	Base   byte   // 'd', 'b', 'o', 'h'; 0 for a plain decimal
	Val    []uint32
	XZ     []uint32
	Digits int  // unsized: bits that the digits stand for as written, leading zeros included; of decimal ones the fewest that hold the value
	Extend byte // unsized: 'x' or 'z' when the leftmost digit was one; of the one-bit '0, '1, 'x and 'z: their digit; else 0
}

// Real is a real literal.
type Real struct {
	Span
	Text  string
	Value float64
}

// String is a string literal: Raw as written between the quotes, Value with
// escapes decoded (one byte a character).
type String struct {
	Span
	Raw   string
	Value string
}

// Unary is a unary operator applied to X.
type Unary struct {
	Span
	Op    UnaryOp
	Attrs []*Attribute
	X     Expr
}

// Binary is X Op Y.
type Binary struct {
	Span
	Op    BinaryOp
	Attrs []*Attribute
	X, Y  Expr
}

// Cond is Cond ? Then : Else.
type Cond struct {
	Span
	Attrs []*Attribute
	Cond  Expr
	Then  Expr
	Else  Expr
}

// Concat is {a, b}.
type Concat struct {
	Span
	Elems []Expr
}

// Repl is {Count{a, b}}.
type Repl struct {
	Span
	Count Expr
	Elems []Expr
}

// MinTypMax is min:typ:max.
type MinTypMax struct {
	Span
	Min, Typ, Max Expr
}

// Index is X[I]: a bit select or an array word.
type Index struct {
	Span
	X Expr
	I Expr
}

// RangeSelect is X[L:R], X[L+:R] or X[L-:R].
type RangeSelect struct {
	Span
	X    Expr
	Kind SelectKind
	L, R Expr
}

// Call is a user function call.
type Call struct {
	Span
	Name  *Ident
	Attrs []*Attribute
	Args  []Expr
}

// SysCall is a system function call; Name has its $. Missing arguments are
// *Empty. Parens tells `$f()` from `$f`.
type SysCall struct {
	Span
	Name   string
	Parens bool
	Args   []Expr
}

// Empty stands for a missing argument, port or expression.
type Empty struct{ Span }

func (*Ident) exprNode()       {}
func (*Number) exprNode()      {}
func (*Real) exprNode()        {}
func (*String) exprNode()      {}
func (*Unary) exprNode()       {}
func (*Binary) exprNode()      {}
func (*Cond) exprNode()        {}
func (*Concat) exprNode()      {}
func (*Repl) exprNode()        {}
func (*MinTypMax) exprNode()   {}
func (*Index) exprNode()       {}
func (*RangeSelect) exprNode() {}
func (*Call) exprNode()        {}
func (*SysCall) exprNode()     {}
func (*Empty) exprNode()       {}

// IsEmpty tells whether e is missing: nil or *Empty.
func IsEmpty(e Expr) bool {
	if e == nil {
		return true
	}
	_, ok := e.(*Empty)
	return ok
}
