package ast

import "github.com/gpga/gpga/frontend/source"

// UDP is a user-defined primitive (IEEE 1364-2005 clause 8).
type UDP struct {
	Span
	Attrs      []*Attribute
	Name       string
	NamePos    source.Pos
	Output     string
	OutputPos  source.Pos
	Inputs     []string // in port order
	Sequential bool     // the output is a reg
	Init       *Number  // initial value of a sequential output, or nil
	Rows       []*UDPRow
	Env        Env
	FromLib    bool
	LibName    string
}

// UDPRow is one table line.
type UDPRow struct {
	Span
	Inputs []UDPSymbol // one per input
	State  UDPSymbol   // current state; Level 0 when combinational
	Output byte        // '0', '1', 'x', or '-' (no change, sequential only)
}

// UDPSymbol is a level (0 1 x ? b) or an edge. For an edge Level is 0 and From
// and To are levels; the shorthands r f p n * become ('0','1') ('1','0')
// ('p','p') ('n','n') ('?','?'), where p and n keep their meaning of table 8-1.
type UDPSymbol struct {
	Level    byte
	From, To byte
}

// IsEdge tells whether the symbol is an edge.
func (s UDPSymbol) IsEdge() bool { return s.Level == 0 && s.From != 0 }

// WorkLibrary is the library of what no library map places (IEEE 1364-2005 13.2.1).
const WorkLibrary = "work"

// Config is a configuration (IEEE 1364-2005 13.3).
type Config struct {
	Span
	Name    string
	NamePos source.Pos
	Design  []CellName
	Rules   []*ConfigRule
	LibName string // library that the config itself is in
}

// CellName is [library.]cell[:config].
type CellName struct {
	Span
	Lib    string
	Cell   string
	Config bool
}

// ConfigRule is one default, instance or cell clause with its liblist or use.
type ConfigRule struct {
	Span
	Kind     ConfigRuleKind
	Instance []string // path, for ConfigInstance
	Cell     CellName // for ConfigCell
	Liblist  []string
	Use      *CellName // nil: Liblist
}

// LibraryDecl is a library declaration of a library map file (13.2).
type LibraryDecl struct {
	Span
	Name    string
	Files   []string
	IncDirs []string
}

// LibraryInclude is an include of a library map file.
type LibraryInclude struct {
	Span
	Path string
}

// PulseStyle is pulsestyle_onevent, pulsestyle_ondetect, showcancelled or
// noshowcancelled.
type PulseStyle struct {
	Span
	Kind  PulseKind
	Paths []Expr // output terminals
}

// PathDecl is a module path (IEEE 1364-2005 14.2).
type PathDecl struct {
	Span
	Cond       Expr // if (Cond), or nil
	IfNone     bool
	Edge       Edge // of the source, for edge-sensitive paths
	Full       bool // *> (else =>)
	Inputs     []Expr
	Polarity   byte // '+', '-' or 0
	Outputs    []Expr
	DataSource Expr // of an edge-sensitive path, or nil
	DataPol    byte // '+', '-' or 0
	Delays     []Expr
}

// TimingCheck is $setup and its kin (IEEE 1364-2005 15.2). Args holds
// *TimingEvent, expressions and *Empty, in order.
type TimingCheck struct {
	Span
	Name string
	Args []Node
}

// TimingEvent is an argument of a timing check: an optional edge control, a
// terminal and an optional &&& condition.
type TimingEvent struct {
	Span
	Edge  Edge      // EdgeAny when absent; EdgeList: see Edges
	Edges [][2]byte // edge [01, 0x, ...] descriptors
	Term  Expr
	Cond  Expr
}

func (*ParamDecl) specNode()   {}
func (*PulseStyle) specNode()  {}
func (*PathDecl) specNode()    {}
func (*TimingCheck) specNode() {}
