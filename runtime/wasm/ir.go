package wasm

// node is a value. Nodes are named by their index in builder.nodes; 0 is no
// node. Apart from loads and reads of wasm locals that are set again, a node's
// value depends on its fields alone, so it may be computed anywhere between its
// operands and its uses.
type node struct {
	op      uint8
	vt      uint8
	pinned  bool // evaluated at its home, into a local
	live    bool
	a, b, c int32
	imm     uint64
	mask    uint64 // bits that may be one
	seq     int32  // home: the sequence and
	pos     int32  // position at which it was made
	uses    int32
	local   int32 // wasm local that holds it, -1 if none (yet)
	last    int32 // order of the last use
	eval    int32 // order of the first evaluation, -1 if none
	touched int32 // clock of the last reuse, for reuseWindow
}

type instKind uint8

const (
	instStore  instKind = iota // a: address, b: value, off, op
	instCall                   // fn, list: arguments, results: first result node, n
	instSets                   // sets: parallel assignment
	instBr                     // sets, then branch to label
	instIf                     // a: condition; s0, s1: sequences (s1 may be 0)
	instBlock                  // s0, label: branches go to its end
	instLoop                   // s0, label: branches go to its start
	instSwitch                 // a: selector; see switchInfo
	instReturn                 // list
)

// inst is an instruction with an effect.
type inst struct {
	kind   instKind
	op     uint8
	a, b   int32
	off    uint32
	n      int32
	fn     int32
	s0, s1 int32
	label  int32
	ord    int32 // place in program order, given by the scheduler
	endOrd int32 // place of its end
	list   []int32
	sets   []set
	sw     *switchInfo
}

// set assigns a node to a wasm local at a merge of control flow.
type set struct {
	local int32
	node  int32
	live  bool
}

// switchInfo holds the cases of an instSwitch; control falls from one sequence
// into the next and, after the last, out of the switch.
type switchInfo struct {
	wide   bool    // the selector has 64 bits
	values []swVal // sorted by value, as unsigned
	deflt  int32   // index of the default's sequence, len(seqs) if there is none
	seqs   []int32
}

type swVal struct {
	val  uint64
	dest int32
}

// seq is a sequence of instructions, the body of a function or of an arm.
type seq struct {
	insts  []inst
	open   bool
	loop   int32 // innermost loop's sequence (its own for a loop's body), 0 if none
	up     int32 // for a loop's body: the loop around it
	first  int32 // order of its first position
	endOrd int32 // order of its end
	pins   []int32
}

// phi records where the value of an opLocal node comes from.
type phi struct {
	in []phiIn
}

type phiIn struct {
	seq, inst, set int32 // the set that writes it; seq is 0 when node is already in the local
	node           int32
}

// funcIR is what the builder makes of one function.
type funcIR struct {
	params  []uint8 // value types
	results []uint8
	locals  []uint8 // value types of all wasm locals, parameters first
	nodes   []node
	seqs    []seq
	phis    []phi
	root    int32 // sequence
}

// Roots of addresses, for deciding whether two accesses can overlap.
const (
	rootUnknown = 0
	rootConst   = 1 // constant arrays
	rootThread  = 2 // local arrays
	rootBuffer  = 3 // + index of the kernel's buffer
)
