package design

import (
	"github.com/gpga/gpga/frontend/design/logic"
	"github.com/gpga/gpga/frontend/source"
)

// Design is one elaborated design. Slices are indexed by the ID of their elements.
type Design struct {
	Files *source.Set // for turning positions into file, line and column

	// TickExp is the power of ten, in seconds, of one tick of simulation time: the finest precision of all modules
	// (-9 for 1 ns).
	TickExp int

	Tops        []*Scope
	Scopes      []*Scope // depth first, parents before children, source order
	Signals     []*Signal
	NamedEvents []*NamedEvent
	Events      []*Event
	Assigns     []*Assign  // continuous assignments, gates, UDPs, port joints, hidden event nets; source order
	Processes   []*Process // in the order in which they start at time 0 (see Process)
	Subs        []*Subroutine
	UDPs        []*UDP
}

// ScopeKind tells what a scope was declared as.
type ScopeKind uint8

// Scope kinds.
const (
	ScopeModule ScopeKind = iota
	ScopeGenerate
	ScopeBlock // named begin-end
	ScopeFork  // named fork-join
	ScopeTask
	ScopeFunction
)

// Scope is a node of the instance hierarchy.
type Scope struct {
	ID         int
	Name       string // last part, e.g. "g[3]"
	Path       string // full hierarchical name, as %m prints it
	Kind       ScopeKind
	ModuleName string // of the enclosing module definition
	Parent     *Scope // nil for a top
	Children   []*Scope
	UnitExp    int // time unit of the enclosing module, power of ten in seconds
	PrecExp    int // its time precision
	HasTime    bool
	Decls      []*Decl // declaration order
	Pos        source.Pos
	// Sub is the task or function whose body this scope is, or that encloses this block; nil elsewhere.
	Sub *Subroutine
	// Cell is true inside `celldefine.
	Cell bool
}

// DeclKind tells what a declared name stands for.
type DeclKind uint8

// Declaration kinds, as VCD and VPI name them.
const (
	DeclNet DeclKind = iota
	DeclReg
	DeclInteger
	DeclTime
	DeclReal
	DeclRealtime
	DeclParam
	DeclEvent
)

// Decl is a name declared in a scope. Several Decls may share one Signal (collapsed ports).
type Decl struct {
	Name   string
	Kind   DeclKind
	Scope  *Scope
	Signal *Signal     // nets and variables, and arrays of them
	Event  *NamedEvent // DeclEvent
	Value  *Expr       // DeclParam: an OpConst
	Type   NetType     // DeclNet
	MSB    int         // declared range; MSB == LSB == 0 for scalars
	LSB    int
	Vector bool // declared with a range
	Signed bool
	Local  bool // localparam
	Word   bool // a word of an array that a $dumpvars names; no name of the source
	Port   PortDir
	Pos    source.Pos
}

// PortDir is the direction of a port.
type PortDir uint8

// Port directions.
const (
	PortNone PortDir = iota
	PortIn
	PortOut
	PortInout
)

// NetType is a net's type (IEEE 1364-2005 4.4); NetVar marks a variable.
type NetType uint8

// Net types.
const (
	NetVar NetType = iota
	NetWire
	NetTri
	NetWand
	NetTriand
	NetWor
	NetTrior
	NetTri0
	NetTri1
	NetSupply0
	NetSupply1
	NetTrireg
	NetUwire
)

// Plain tells that t's drivers alone decide: nets that do not pull, store or combine (IEEE 1364-2005 4.6.1).
func (t NetType) Plain() bool { return t == NetWire || t == NetTri || t == NetUwire }

// Signal is one piece of storage: a variable, a net, or an array of either.
type Signal struct {
	ID     int
	Name   string // full hierarchical name of its first declaration
	Scope  *Scope
	Net    NetType // NetVar for variables
	Real   bool    // real or realtime; Width is 64 then
	Width  int     // bits of one element
	Signed bool
	// Words is the number of elements of an array, 0 for a scalar or vector. Dims are the declared bounds of each
	// dimension, outermost first; elements are stored in row-major order, each dimension from its lower declared bound up.
	Words int
	Dims  []Range
	// MSB and LSB are the first declaration's range.
	MSB, LSB int
	// Frame is the automatic task or function that this is a local of; nil for static storage.
	Frame *Subroutine
	// Hidden is set on storage that has no name in the source (event expressions, port joints, temporaries).
	Hidden bool
	// Drivers lists the assigns that drive a net, in source order. A net whose drivers touch disjoint constant bit
	// ranges has no conflict; see Resolved.
	Drivers []*Assign
	// Resolved is set on a net where at least two drivers share a bit, or whose type needs resolution even of one driver
	// (wand, wor, tri0, tri1, supply, trireg): it takes driver slots and a resolution.
	Resolved bool
	// Strong is set on a net on which drive strengths other than (strong0, strong1) decide, or %v is asked.
	Strong bool
	// Switched is set on a net that a tran switch joins with another.
	Switched bool
	// Forced is set when a force, or a procedural continuous assignment for variables, names this signal anywhere.
	Forced bool
	// Charge is the trireg charge strength (small 1, medium 2, large 4).
	Charge int
	Pos    source.Pos
}

// Range is a declared pair of bounds.
type Range struct{ Left, Right int }

// Len returns the number of elements or bits in r.
func (r Range) Len() int {
	if r.Left >= r.Right {
		return r.Left - r.Right + 1
	}
	return r.Right - r.Left + 1
}

// NamedEvent is a declared event (IEEE 1364-2005 9.7.3).
type NamedEvent struct {
	ID    int
	Name  string // full hierarchical name
	Scope *Scope
	Pos   source.Pos
}

// Edge is the kind of change that an event item waits for.
type Edge uint8

// Edge kinds. EdgeAny is any change of value.
const (
	EdgeAny Edge = iota
	EdgePos
	EdgeNeg
)

// EventItem is one alternative of an event control. Exactly one of Signal and Named is set. An edge looks at bit 0 of
// the signal. An array item is triggered by a change of any element.
type EventItem struct {
	Edge   Edge
	Signal *Signal
	Named  *NamedEvent
}

// Event is a set of items with one list of waiters. Two event controls with the same items, anywhere in the design,
// share an Event.
type Event struct {
	ID    int
	Items []EventItem
	Star  bool // from @*
	Pos   source.Pos
}

// Strength levels (IEEE 1364-2005 7.9): 0 highz, 1 small, 2 medium, 3 weak, 4 large, 5 pull, 6 strong, 7 supply.
type Strength uint8

// Strength values.
const (
	HighZ Strength = iota
	Small
	Medium
	Weak
	Large
	Pull
	Strong
	Supply
)

// AssignKind tells where an Assign comes from.
type AssignKind uint8

// Assign kinds.
const (
	AssignCont  AssignKind = iota // assign, or a net declaration's assignment
	AssignGate                    // a gate primitive instance (one output)
	AssignPort                    // a port connection that is not collapsed
	AssignEvent                   // the hidden net of an event expression
	AssignUDP                     // a UDP instance; RHS is nil, UDP and Inputs are set
)

// Assign drives net storage from an expression for as long as the simulation runs: it is evaluated whenever one of
// Reads changes, and at time 0.
type Assign struct {
	ID    int
	Kind  AssignKind
	LHS   []LValue // most significant first; all offsets constant
	RHS   *Expr    // as wide as LHS together
	Scope *Scope
	Pos   source.Pos
	Desc  string // for people: "assign", "and g1", "port a of u1"

	// Delay holds rise, fall and turn-off delays as 64-bit tick expressions; nil where absent. With one given, all three are
	// the same expression; with two, turn-off is the lesser of both (IEEE 1364-2005 7.14). Delays are inertial, per vector.
	Delay    [3]*Expr
	Strength [2]Strength // drive strength of 0 and of 1; Strong, Strong by default

	// Immediate tells that the value reaches the target in the same event that changes an operand (Icarus: arithmetic,
	// comparisons, reductions, variable selects, array words, plain copies). Others are queued as one active event and read
	// their operands when that event runs.
	Immediate bool
	Reads     []*Signal // operands, each once, in order of first use

	UDP    *UDP
	Inputs []*Expr // UDP inputs, one bit each
	Init   logic.Bit
}

// UDP is a user-defined primitive (IEEE 1364-2005 clause 8).
type UDP struct {
	ID         int
	Name       string
	Inputs     int
	Sequential bool
	Initial    logic.Bit
	Rows       []UDPRow
	Pos        source.Pos
}

// UDPRow is a line of a UDP's table. In holds, per input, the set of levels that match: bit 0 for 0, bit 1 for 1, bit 2
// for x. At most one input has an edge: EdgeInput is its index or -1, EdgeFrom and EdgeTo are such sets for the values
// before and after. Cur is the set for the current state (sequential; 7 for any). Next is the output, or KeepState.
type UDPRow struct {
	In        []uint8
	EdgeInput int
	// Edges is a set of transitions, bit from*3+to with 0, 1, x numbered 0, 1, 2.
	Edges uint16
	Cur   uint8
	Next  logic.Bit
	Keep  bool // "-": no change
}

// ProcessKind tells initial from always.
type ProcessKind uint8

// Process kinds.
const (
	ProcInitial ProcessKind = iota
	ProcAlways
)

// Process is an initial or always construct. Design.Processes is in start order: first those with Push, later ones
// first, as Icarus Verilog starts them (an always whose body is one event control with only any-change items is pushed
// to the queue's front), then all others: the processes of an instance's children before its own, its variable
// initialisations (Init) before its other processes, these in source order. An initialisation is an active event like
// any other process, so what started earlier, in a child or with Push, already waits and sees its change.
type Process struct {
	ID    int
	Kind  ProcessKind
	Body  Stmt
	Scope *Scope
	Init  bool
	Push  bool
	Pos   source.Pos
}

// Subroutine is a task or function of one scope instance.
type Subroutine struct {
	ID        int
	Name      string // full hierarchical name
	Function  bool
	Automatic bool
	Recursive bool // may be active more than once in one call chain
	Scope     *Scope
	Ports     []SubPort
	Result    *Signal   // functions: the variable that holds the result
	Locals    []*Signal // every signal declared inside, ports and result included
	Body      Stmt
	// Stops tells that the body may block or end a segment: it has delays, event controls, waits, forks, or calls of
	// tasks that have, or a system function that the host answers.
	Stops bool
	Pos   source.Pos
}

// SubPort is an argument of a task or function.
type SubPort struct {
	Signal *Signal
	Dir    PortDir
}
