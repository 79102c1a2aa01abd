package ast

import "github.com/gpga/gpga/frontend/source"

// Node is anything with a place in the source.
type Node interface {
	Pos() source.Pos // first byte
	End() source.Pos // behind the last byte
}

// Span is the extent of a node; every node embeds one.
type Span struct {
	From source.Pos
	To   source.Pos
}

// Pos is the first byte of the node.
func (s Span) Pos() source.Pos { return s.From }

// End is the byte behind the node.
func (s Span) End() source.Pos { return s.To }

// Expr is an expression (Annex A.8).
type Expr interface {
	Node
	exprNode()
}

// Stmt is a procedural statement (Annex A.6).
type Stmt interface {
	Node
	stmtNode()
}

// Item is a declaration, an instantiation, a process or a generate construct:
// what stands in a module, a generate block, a task, a function or a block.
type Item interface {
	Node
	itemNode()
}

// SpecItem stands in a specify block (Annex A.7).
type SpecItem interface {
	Node
	specNode()
}

// Timing is a delay or event control (Annex A.6.5).
type Timing interface {
	Node
	timingNode()
}

// Attribute is one `name = value` of (* ... *); Value is nil when absent,
// which means 1 (IEEE 1364-2005 3.8).
type Attribute struct {
	Span
	Name  string
	Value Expr
}

// Range is [MSB:LSB]. For an array dimension [N] (extension: [0:N-1]), Size is
// true, MSB is N and LSB is nil.
type Range struct {
	Span
	MSB  Expr
	LSB  Expr
	Size bool
}

// Delay is #d, #(d) or #(d1,d2[,d3]); each value may be a MinTypMax.
type Delay struct {
	Span
	Values []Expr // 1 to 3
}

// Strength is a drive strength pair (IEEE 1364-2005 7.9); a pull gate may give
// one of the two only.
type Strength struct {
	Span
	S0, S1 StrengthLevel // StrengthNone where not given
}

// Source is everything that was read.
type Source struct {
	Modules  []*Module
	UDPs     []*UDP
	Configs  []*Config
	Library  []*LibraryDecl
	LibIncl  []*LibraryInclude
	LibOrder []string // the libraries of the library maps, in the order of their declarations
	Filename []string // the files named by the user, in order
}

// Env is what the compiler directives (IEEE 1364-2005 clause 19) had set where
// a module or primitive began.
type Env struct {
	HasTimescale     bool          // false: no `timescale seen since start or `resetall
	TimeUnit         int           // power of ten of a second, e.g. -9; 0 (1 s) is the value without `timescale, as in Icarus
	TimePrecision    int           // power of ten of a second
	DefaultNetType   NetKind       // NetNone for `default_nettype none
	CellDefine       bool          // between `celldefine and `endcelldefine
	UnconnectedDrive StrengthLevel // StrengthNone, or Pull with UnconnectedOne telling which
	UnconnectedOne   bool          // `unconnected_drive pull1
	DecayTime        *float64      // `default_decay_time in time units; nil: not set or infinite
	TriregStrength   int           // `default_trireg_strength, 0..250
	HasTrireg        bool          // `default_trireg_strength was given
	DelayMode        DelayMode     // `delay_mode_*
}

// Module is a module or macromodule.
type Module struct {
	Span
	Attrs     []*Attribute
	Name      string
	NamePos   source.Pos
	Macro     bool         // macromodule
	Params    []*ParamDecl // of the #( ) header
	HasParams bool         // a #( ) header exists: body parameters are then not overridable by order
	Ports     []*Port
	ANSI      bool // ports are declared in the header
	Items     []Item
	Env       Env
	FromLib   bool   // read from a library file or directory (-v, -y)
	LibName   string // library of a library map, "work" without one
}

// Port is one entry of a module's port list.
type Port struct {
	Span
	Name  string    // external name; "" for an unnamed port expression or null port
	Expr  Expr      // Ident, Index, RangeSelect, Concat of those; *Empty for a null port; nil when ANSI
	Decl  *PortDecl // when ANSI: the declaration, with exactly this one name; else nil
	Named bool      // written .name(expr)
}

// Declarator is one declared name of a list.
type Declarator struct {
	Span
	Name string
	Dims []*Range // array dimensions
	Init Expr     // nil when absent
}

// PortDecl declares ports of a module, task or function (input, output, inout).
type PortDecl struct {
	Span
	Attrs  []*Attribute
	Dir    Direction
	Net    NetKind // explicit net type, NetImplicit when absent
	Var    VarKind // VarNone unless declared as variable (reg, integer, time, real, realtime); RealVar with a net type or on an input: a net of reals (extension)
	Signed bool
	Range  *Range
	Inner  []*Range // of a packed array: the ranges behind Range (extension)
	Names  []*Declarator
}

// ParamDecl declares parameters, localparams or specparams.
type ParamDecl struct {
	Span
	Attrs  []*Attribute
	Kind   ParamKind
	Type   VarKind // VarNone: untyped; else integer, real, realtime, time, or reg (extension)
	Signed bool
	Range  *Range
	Names  []*ParamAssign
}

// ParamAssign is name = value. For PATHPULSE$ specparams Name is
// "PATHPULSE$", In and Out are the terminals (nil for all paths), and Reject
// and Error the limits (Error nil: same as Reject); Value is nil then.
type ParamAssign struct {
	Span
	Name          string
	Dims          []*Range
	Value         Expr
	Pulse         bool
	In, Out       Expr
	Reject, Error Expr
}

// NetDecl declares nets. An assignment in it (Declarator.Init) is a continuous
// assignment with Strength and Delay.
type NetDecl struct {
	Span
	Attrs    []*Attribute
	Kind     NetKind
	Charge   ChargeSize // trireg only
	Strength *Strength
	Vectored bool
	Scalared bool
	Signed   bool
	Real     bool // `wire real` (extension)
	Range    *Range
	Inner    []*Range // of a packed array: the ranges behind Range (extension)
	Delay    *Delay
	Names    []*Declarator
}

// VarDecl declares reg, integer, time, real, realtime variables.
type VarDecl struct {
	Span
	Attrs  []*Attribute
	Kind   VarKind
	Signed bool
	Range  *Range
	Inner  []*Range // of a packed array: the ranges behind Range (extension)
	Names  []*Declarator
}

// EventDecl declares named events (arrays allowed).
type EventDecl struct {
	Span
	Attrs []*Attribute
	Names []*Declarator
}

// GenvarDecl declares genvars.
type GenvarDecl struct {
	Span
	Attrs []*Attribute
	Names []*Declarator
}

// FuncDecl is a function. Ports holds one PortDecl per declaration, in order,
// both when declared in the header (ANSI) and in the body; body declarations
// that redeclare a port's type stand in Decls.
type FuncDecl struct {
	Span
	Attrs     []*Attribute
	Name      string
	NamePos   source.Pos
	Automatic bool
	ANSI      bool
	Type      VarKind // VarNone: vector or 1 bit; else integer, real, realtime, time
	Signed    bool
	Range     *Range
	Inner     []*Range // of a packed array: the ranges behind Range (extension)
	Ports     []*PortDecl
	Decls     []Item
	Body      Stmt // never nil; several statements (extension) make an unnamed Block
}

// TaskDecl is a task; ports as in FuncDecl.
type TaskDecl struct {
	Span
	Attrs     []*Attribute
	Name      string
	NamePos   source.Pos
	Automatic bool
	ANSI      bool
	Ports     []*PortDecl
	Decls     []Item
	Body      Stmt // Null when empty
}

// NetAssign is one lvalue = expression of a continuous assignment or defparam.
type NetAssign struct {
	Span
	LHS Expr
	RHS Expr
}

// ContAssign is `assign`.
type ContAssign struct {
	Span
	Attrs    []*Attribute
	Strength *Strength
	Delay    *Delay
	Assigns  []*NetAssign
}

// Defparam overrides parameters by hierarchical name; each LHS is an *Ident.
type Defparam struct {
	Span
	Attrs   []*Attribute
	Assigns []*NetAssign
}

// GateInst instantiates primitive gates or switches.
type GateInst struct {
	Span
	Attrs     []*Attribute
	Gate      GateKind
	Strength  *Strength
	Delay     *Delay
	Instances []*Instance // Conns are all by order
}

// ModuleInst instantiates a module or a user-defined primitive. For a
// primitive, Params by order are the delays (1 or 2).
type ModuleInst struct {
	Span
	Attrs     []*Attribute
	Module    string
	ModulePos source.Pos
	Strength  *Strength // primitives only
	Params    []*Conn   // of #( ) or #value
	BareDelay bool      // written #value without parentheses: a primitive's delay
	Instances []*Instance
}

// Instance is one name with its connections.
type Instance struct {
	Span
	Name  string // "" for an unnamed gate or primitive
	Range *Range // array of instances
	Conns []*Conn
}

// Conn is a parameter or port connection. By order: Name is "". Expr is *Empty
// for a missing one and for `.name()`.
type Conn struct {
	Span
	Name string // "*": all ports that are not named are connected to what their names mean here (extension)
	Expr Expr
}

// Initial is an initial process.
type Initial struct {
	Span
	Attrs []*Attribute
	Body  Stmt
}

// Always is an always process.
type Always struct {
	Span
	Attrs []*Attribute
	Body  Stmt
}

// GenFor is a generate loop. Genvar tells that the init declares its genvar
// (extension).
type GenFor struct {
	Span
	Attrs  []*Attribute
	Genvar bool
	Var    string
	VarPos source.Pos
	Init   Expr
	Cond   Expr
	Step   *NetAssign // var = expression
	Body   *GenBlock
}

// GenIf is a generate conditional; Else is nil when absent.
type GenIf struct {
	Span
	Attrs []*Attribute
	Cond  Expr
	Then  *GenBlock
	Else  *GenBlock
}

// GenCase is a generate case.
type GenCase struct {
	Span
	Attrs []*Attribute
	X     Expr
	Items []*GenCaseItem
}

// GenCaseItem is one arm; Default has no Exprs.
type GenCaseItem struct {
	Span
	Default bool
	Exprs   []Expr
	Body    *GenBlock
}

// GenBlock is a generate block. Bare: written without begin/end, one item (or
// none, for `;`). As an Item of a module (1364-1995/2001 style) it is a scope
// when named.
type GenBlock struct {
	Span
	Attrs []*Attribute
	Name  string // "" when unnamed: elaboration gives genblk<n> (12.4.3)
	Bare  bool
	Items []Item
}

// GenRegion is generate ... endgenerate.
type GenRegion struct {
	Span
	Items []Item
}

// Specify is a specify block.
type Specify struct {
	Span
	Items []SpecItem
}

func (*ParamDecl) itemNode()  {}
func (*NetDecl) itemNode()    {}
func (*VarDecl) itemNode()    {}
func (*EventDecl) itemNode()  {}
func (*GenvarDecl) itemNode() {}
func (*PortDecl) itemNode()   {}
func (*FuncDecl) itemNode()   {}
func (*TaskDecl) itemNode()   {}
func (*ContAssign) itemNode() {}
func (*GateInst) itemNode()   {}
func (*ModuleInst) itemNode() {}
func (*Defparam) itemNode()   {}
func (*Initial) itemNode()    {}
func (*Always) itemNode()     {}
func (*GenFor) itemNode()     {}
func (*GenIf) itemNode()      {}
func (*GenCase) itemNode()    {}
func (*GenBlock) itemNode()   {}
func (*GenRegion) itemNode()  {}
func (*Specify) itemNode()    {}
