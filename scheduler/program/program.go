package program

// Version is the version of the binary encoding and of the meaning of every table. It changes with either.
const Version = 2

// Program is one lowered design.
type Program struct {
	Top     string // names of the top modules, for people
	TickExp int32  // power of ten, in seconds, of one tick

	TwoState bool
	HasReal  bool

	Strings []string // pool
	Lines   []Line   // positions; index 0 is "unknown"

	Consts []uint32 // constant pool: val words then xz words of each constant over 32 bits (see OpConst)

	Signals []Signal
	Fanout  []Fan
	Events  []Event
	Items   []Item
	Nodes   []Node
	Nets    []Net // resolved nets
	Drivers []Driver
	UDPs    []UDP
	UDPRows []uint32

	Segs   []Segment
	Funcs  []Func
	Code   []Instr
	Procs  []Proc // in start order
	Forks  []uint32
	Tasks  []Task
	Blocks []Block
	Cases  []uint32 // dense case tables

	Sites    []Site
	SiteArgs []SiteArg

	Scopes []Scope
	Vars   []Var

	Layout Layout
	// Image is the initial content of the fixed part of the state arena, Layout.FixedWords long.
	Image []uint32
	Need  Need
}

// Line is a source position.
type Line struct {
	File uint32 // index into Strings
	Line uint32 // 1-based
	Col  uint32 // 1-based, bytes
}

// Signal flags.
const (
	SigReal     = 1 << iota
	SigSigned   // for people and the host only
	SigArray    // Words elements
	SigEvent    // a named event: no storage, only fan-out
	SigForced   // has force layers: stores go through the slow path (see Signal.Force)
	SigTraced   // in some $dumpvars or --vcd
	SigNet      // a net, for release and for people
	SigAssigned // target of a procedural continuous assignment
)

// Signal is published storage: writing it visits its fan-out. Locals of automatic subroutines are no Signals.
type Signal struct {
	Name   uint32 // Strings
	Slot   uint32 // address of element 0's val plane
	Width  uint32 // bits of an element
	Words  uint32 // elements; 1 unless SigArray
	Flags  uint32
	Fan    uint32 // first row in Fanout
	NumFan uint32
	// Force is the address of the force layers when SigForced, else 0: driven value (2n words; what drivers or, for variables,
	// procedural assignments left), force mask (n words), force value (2n words), assign mask (n words), assign value (2n words).
	Force uint32
	Trace uint32 // 1 + index among traced signals, 0 if not traced
	// Left and Right are the declared bounds of a one-dimensional array, for $readmemh and its kin; element 0 is at the lower
	// one. 0 and Words-1 for others.
	Left, Right int32
}

// Fan kinds.
const (
	FanItem     = iota // Target is an index into Items: evaluate the edge, wake the event's waiters
	FanNodeNow         // Target is a node evaluated before the write's segment goes on (see OpSettle)
	FanNodeLate        // Target is a node to append to the active queue unless it is there
	FanMonitor         // Target is a segment id of a $monitor site: marks it dirty if it is the active monitor
)

// Fan is one row of a signal's fan-out. Traces need no row: Signal.Trace serves.
type Fan struct {
	Kind   uint32
	Target uint32
}

// Edge kinds of items.
const (
	EdgeAny = iota
	EdgePos
	EdgeNeg
	EdgeNamed // a named event: every trigger counts
)

// Item is one alternative of an event. Its previous value is kept at Prev (val) and Prev+1 (xz): bit 0 of the signal
// for pos and neg edges; EdgeAny and EdgeNamed need none because only changes are published.
type Item struct {
	Event  uint32
	Signal uint32
	Edge   uint32
}

// Event is a list of waiters; its head is at Layout.WaitHead + index.
type Event struct {
	Item    uint32 // first of its items
	NumItem uint32
	Star    bool
	Line    uint32
}

// Node is a continuous assignment: a block that is queued or run when an operand changes.
// Seg evaluates it. A node with delays has Commit, run when its event comes, and a pending value at Pending.
type Node struct {
	Block   uint32 // address of its block: NodeWords words, ThWords when it has a delay or is a force
	Seg     uint32
	Commit  uint32 // segment, or NoSeg
	Pending uint32 // address of the pending value, 0 without delay
	Width   uint32
	Now     bool   // evaluated at once (FanNodeNow), not queued
	Active  uint32 // force nodes: address of the word that is 1 while the force is in effect; 0 for others
	Line    uint32
	Desc    uint32 // Strings
}

// Resolution kinds of nets.
const (
	NetWire = iota
	NetAnd
	NetOr
	NetTri0
	NetTri1
	NetSupply0
	NetSupply1
	NetTrireg // a bit that nothing drives keeps its value
)

// Net is a resolved net: OpResolve combines its drivers' values into Signal.
type Net struct {
	Signal    uint32
	Kind      uint32
	Driver    uint32 // first of its rows in Drivers
	NumDriver uint32
	// Strong nets resolve by strength: bit by bit, IEEE 1364-2005 7.10 to 7.13.
	Strong   bool
	Strength uint32 // address of one byte-pair word per bit (the resolved strength range) when Strong
	Charge   uint32 // strength that a trireg net keeps its value with: 1 small, 2 medium, 4 large
}

// Driver is one driver of a resolved net: a value as wide as the net, z where it does not drive.
type Driver struct {
	Slot     uint32
	Strength uint32 // strength0 | strength1<<4
	// Span is the address of two words per bit, the second 0, with the driver's own range of strengths (see OpSpan), 0 where value and
	// Strength tell it: three-state gates and switches do not drive with one strength.
	Span uint32
}

// UDP is a user-defined primitive's table: Row is the first word of its rows in UDPRows.
// A row is NumInput+4 words: level sets of each input; edge input (or NoSeg); edge set; current-state set; next (0, 1, 3 = x, 4 = keep).
type UDP struct {
	Name       uint32
	Inputs     uint32
	Sequential bool
	Row        uint32
	NumRow     uint32
}

// NoSeg marks "no segment" and other absent indices.
const NoSeg = 0xffffffff

// Stopped is what a segment hands back when its thread does not go on at once.
const Stopped = 0xfffffffe

// Segment is a piece of code with an entry. Its instructions are Code[First : First+Num].
type Segment struct {
	First uint32
	Num   uint32
	Line  uint32
	Desc  uint32 // Strings: "always @(posedge clk)"
	Scope uint32
	Node  bool // the code of a node: th is the node's block
}

// Func is a function or an outlined piece that never stops: called by OpCall from segments, nodes and other Funcs, never recursively.
type Func struct {
	Name  uint32
	First uint32
	Num   uint32
	Line  uint32
}

// Proc is a process: its thread block and first segment.
type Proc struct {
	Block uint32
	Seg   uint32
	Init  bool // runs in the initialisation phase, before nodes and other processes
	Line  uint32
	Desc  uint32
}

// Task is a callable with segments: a task, or a function that stops or recurses.
type Task struct {
	Name       uint32
	Entry      uint32 // segment
	FrameWords uint32 // of a frame, FrHeader words included
	FirstSeg   uint32 // its segments are [FirstSeg, EndSeg)
	EndSeg     uint32
	// Keep: OpRet leaves the frame allocated, for the caller reads results from it and then frees it (OpFreeFrame).
	Keep bool
}

// Block is a named block or task that some disable names: its segments are [FirstSeg, EndSeg); Exit is where a thread
// inside goes on (in the enclosing code), or NoSeg for a task: return to the caller.
type Block struct {
	Name     uint32
	FirstSeg uint32
	EndSeg   uint32
	Exit     uint32
	Task     uint32 // index into Tasks of the task that contains the block (or is it), NoSeg when in a process
}

// Need is the most that any single segment (with the functions it calls and the nodes that it settles) can use.
// The kernel checks it before it runs a segment.
type Need struct {
	NBAWords    uint32
	SvcWords    uint32
	PoolWords   uint32
	StrobeWords uint32
	HeapEvents  uint32
}

// Layout gives the addresses of the fixed regions of the state arena, in words. Dynamic regions (event heap, NBA log, strobe log,
// service ring, pool) follow FixedWords; their bases and capacities are in the header (see Hdr constants) and the
// engine sets them.
type Layout struct {
	WaitHead   uint32 // one word per event: first waiting thread
	Writes     uint32 // two words per event: first and last assignment that waits (see OpSpawn); 0 when there are none
	ItemPrev   uint32 // two words per item: sched_edge_prev_val, sched_edge_prev_xz
	TraceNext  uint32 // two words per traced signal: [link of the dirty list, dirty flag]; link is 1+index
	NumTrace   uint32
	Scratch    uint32
	FixedWords uint32
}

// Site is a call of a system task or function that the host serves.
type Site struct {
	Name   uint32 // Strings: "$display"
	Scope  uint32
	Line   uint32
	Arg    uint32 // first in SiteArgs
	NumArg uint32
	// Reply is the address where the host puts the result (2n words of ReplyWidth bits), 0 if none; SiteArgs of kind
	// SiteTarget have reply slots of their own.
	Reply      uint32
	ReplyWidth uint32
	ReplyReal  bool
	Waits      bool // the kernel stops after the record until the host has replied
}

// StrengthWords is the length of the run of words at Net.Strength: one per bit, padded so that it can be handled as a value over
// 64 bits.
func StrengthWords(width uint32) uint32 { return max(6, (width+1)&^1) }

// Site argument kinds.
const (
	SiteNull     = iota
	SiteVec      // a value in the record
	SiteReal     // 64 bits in the record
	SiteString   // a literal: Str
	SiteScope    // Index is a scope
	SiteArray    // Index is a signal that is an array: the host reads and writes the arena
	SiteTarget   // host writes the reply at Slot; the current value is in the record, too
	SiteVar      // Index is an entry of Vars ($dumpvars of a variable); no value in the record
	SiteEventArg // a named event: nothing in the record
)

// SiteArg describes one argument. Values stand in the record in order, each 2n words (val plane, xz plane).
type SiteArg struct {
	Kind   uint32
	Width  uint32
	Signed bool
	Real   bool
	Str    uint32 // Strings; for SiteVec of a plain name: the name, else 0
	Index  uint32
	Slot   uint32 // reply slot of a SiteTarget
	Type   uint32 // Strings: what a value is, for messages
	// Time marks $time-like arguments ($time, $stime, $realtime called directly), which do not trigger monitors.
	Time bool
	// Const marks constants, of whose text %s leaves the NULs out.
	Const bool
	// Net is, for %v, the index + 1 in Nets of a net with strengths, of which the argument is bits [Off +: Width]; 0 if none.
	// In the record the strengths of all bits of the net follow the value, StrengthWords(net) words.
	Net uint32
	Off uint32
}

// Scope is a node of the hierarchy, for %m, time scales and waves.
type Scope struct {
	Name   uint32
	Path   uint32
	Kind   uint32 // design.ScopeKind
	Parent uint32 // NoSeg for a top
	Unit   int32
	Prec   int32
	Module uint32 // Strings
}

// Var is a declared name, for waves. Kind is design.DeclKind.
type Var struct {
	Name   uint32
	Scope  uint32
	Kind   uint32
	Signal uint32
	Net    uint32 // design.NetType
	MSB    int32
	LSB    int32
	Vector bool
	Signed bool
	Value  uint32 // parameters: index into Consts of val words, xz words; Width bits
	Width  uint32
	Real   bool
	Word   bool // a word of an array, dumped by its name alone
}
