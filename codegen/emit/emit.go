package emit

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/gpga/gpga/codegen/kernel"
	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/frontend/passes"
	"github.com/gpga/gpga/scheduler/program"
)

// BodyLimit is the weight (see block.weight), about the number of statements, over which a generated body is cut.
const BodyLimit = 64

// BucketSize is the most cases that a dispatch switch has.
const BucketSize = 64

// ConstBytes is the most bytes of tables that stand in the text as constants; larger ones go to the table buffer.
const ConstBytes = 4096

// Kernel is emitted text with the table buffer that goes with it.
type Kernel struct {
	Text   string
	Tables *layout.Tables
	// Shared names, for each function that several segments share, those segments.
	Shared map[string][]int
}

// chunk is a piece of program-scope text and its name.
type chunk struct {
	name  string
	text  string
	brief string // comment before it
}

type emitter struct {
	p      *program.Program
	tab    *layout.Tables
	lib    map[string]kernel.Chunk
	gen    map[string]chunk
	consts map[string]uint32
	arrays map[string]string // constant arrays by name
	out    strings.Builder
	opts   Options
	quiet  *layout.Quiet     // nil: every nonblocking assignment is logged
	shared map[int]*shape    // of the segments that share their code
	state  map[string]uint8  // 1: being emitted, 2: emitted
	names  map[uint32]string // of the signals at each slot, for comments
	subst  *strings.Replacer
	err    error
	notes  *layout.Notes // nil: every store publishes at once
	// weights are those of the functions of segments and funcs, with the pieces that were cut out of them and the funcs that they call.
	weights map[string]int
	// kernels are the names of what the engines start, roots those of the functions that choose among segments.
	kernels, roots []string
	// finishes tells that some code calls $finish.
	finishes bool
}

// Options steer the emission. The zero value is good.
type Options struct {
	// ShareMin is how many segments of equal code make a function that they share; 0: the default; below: each has a
	// function of its own.
	ShareMin int
	// LogAll logs every nonblocking assignment, those that change nothing, too.
	LogAll bool
	// KernelLimit divides the segments of the table form among kernels, each of which calls functions of at most so much weight in
	// all, about the number of statements; 0: there is one kernel.
	KernelLimit int
	// EvalAll has the evaluator look at every wait whose signal changes, also at those that any change wakes. The switch form does
	// not know it.
	EvalAll bool
	// CountAt is the address of a run of words, one for each segment, in which the kernel counts how often the segment was
	// entered; 0: it counts nothing. The program's layout must hold them (see Counted).
	CountAt uint32
	Passes  passes.Runner // watches the passes; nil for nobody
}

// DefaultKernelLimit is a good Options.KernelLimit for a compiler that inlines everything: a few more kernels cost less than what a
// kernel of twice the size takes longer (docs/edge-waits.md).
const DefaultKernelLimit = 400

// DefaultShareMin is Options.ShareMin where that is 0.
const DefaultShareMin = 8

// newEmitter begins a text for p.
func newEmitter(p *program.Program, evalAll bool) *emitter {
	lib, err := kernel.Chunks()
	e := &emitter{p: p, tab: layout.NewTables(p, evalAll), lib: lib, err: err, gen: map[string]chunk{}, arrays: map[string]string{}, state: map[string]uint8{}, weights: map[string]int{}, kernels: []string{stepKernel}, roots: []string{"gpga_dispatch"}}
	e.names = map[uint32]string{}
	for i := range p.Signals {
		if s := &p.Signals[i]; s.Slot != 0 {
			e.names[s.Slot] = e.label(uint32(i))
		}
	}
	for i := range p.Code {
		e.finishes = e.finishes || p.Code[i].Op == program.OpFinish && p.Code[i].C == 1
	}
	e.constants()
	return e
}

// Table emits the table form of the kernel for p.
func Table(p *program.Program, o Options) (*Kernel, error) {
	if o.ShareMin == 0 {
		o.ShareMin = DefaultShareMin
	}
	e := newEmitter(p, o.EvalAll)
	e.opts = o
	e.pass("tables", func() {
		if !o.LogAll {
			e.quiet = layout.NewQuiet(p)
			e.consts["SCHED_NBA_ROUND"] = e.quiet.Round
		}
		e.notes = layout.NewNotes(p, o.EvalAll)
		e.consts["SCHED_NOTES"] = e.notes.At
		e.edgeTables()
		e.substitutions()
	})
	e.pass("functions", func() {
		for i := range p.Funcs {
			passes.At(o.Passes, func() string { return e.construct(p.Funcs[i].Line, p.Funcs[i].Name) })
			e.function(i)
		}
	})
	e.pass("shapes", e.shapes)
	e.pass("segments", func() {
		for i := range p.Segs {
			if e.shared[i] == nil {
				passes.At(o.Passes, func() string { return e.construct(p.Segs[i].Line, p.Segs[i].Desc) })
				e.segment(i)
			}
		}
	})
	e.pass("dispatch", func() {
		e.dispatch()
		if o.CountAt != 0 {
			e.count(o.CountAt)
		}
	})
	if e.err != nil {
		return nil, e.err
	}
	e.pass("place", func() {
		e.head()
		for _, k := range e.kernels {
			e.place(k)
		}
	})
	if e.err != nil {
		return nil, e.err
	}
	return &Kernel{Text: e.out.String(), Tables: e.tab, Shared: e.members()}, nil
}

// fail keeps the first error. Errors here are faults of lowering, not of the user's source.
func (e *emitter) fail(format string, args ...any) {
	if e.err == nil {
		e.err = fmt.Errorf("emit: "+format, args...)
	}
}

func (e *emitter) str(i uint32) string {
	if int(i) < len(e.p.Strings) {
		return e.p.Strings[i]
	}
	return ""
}

// comment makes s safe inside a block comment.
func comment(s string) string {
	s = strings.NewReplacer("*/", "* /", "/*", "/ *", "\n", " ", "\r", " ", "\\", "/").Replace(s)
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '?'
		}
		return r
	}, s)
}

// label is a comment that names a signal by the last two parts of its hierarchical name.
func (e *emitter) label(sig uint32) string {
	name := e.str(e.p.Signals[sig].Name)
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		if j := strings.LastIndexByte(name[:i], '.'); j > 0 {
			name = name[j+1:]
		}
	}
	if name == "" {
		return ""
	}
	return " /* " + comment(name) + " */"
}

// sig spells a signal's number for a person.
func (e *emitter) sig(i uint32) string { return fmt.Sprintf("%d%s", i, e.label(i)) }

// origin is the Verilog position and description of a piece, for people.
func (e *emitter) origin(line, desc uint32) string {
	var where string
	if line != 0 && int(line) < len(e.p.Lines) {
		l := e.p.Lines[line]
		file := e.str(l.File)
		if k := strings.LastIndexByte(file, '/'); k >= 0 {
			file = file[k+1:]
		}
		where = fmt.Sprintf("%s:%d", file, l.Line)
	}
	return comment(strings.TrimSpace(where + " " + e.str(desc)))
}

func (e *emitter) head() {
	p := e.p
	states := "four-state"
	if p.TwoState {
		states = "two-state"
	}
	fmt.Fprintf(&e.out, "/* gpga kernel, table form, %s: %s */\n", states, comment(p.Top))
	fmt.Fprintf(&e.out, "/* %d processes, %d continuous nodes, %d segments, %d events, %d signals */\n", len(p.Procs), len(p.Nodes), len(p.Segs), len(p.Events), len(p.Signals))
	e.prelude(signedIndex)
}

// How a slot's place among the state's words is spelled. Buffers have fewer than 2^30 words, so that a signed index is the same word. A
// compiler for 64-bit addresses extends a signed one by itself; of unsigned ones LLVM's backend for AMD's GPUs makes pairs with one
// register of zeros that all share, and takes quadratic time to find that they do.
const (
	signedIndex   = "int((s) * gpga_slot_stride)"
	unsignedIndex = "(s) * gpga_slot_stride"
)

// prelude is what every text begins with.
func (e *emitter) prelude(index string) {
	e.out.WriteString("#include <metal_stdlib>\nusing namespace metal;\n\n")
	e.out.WriteString("/* words between neighbouring slots of one instance: 1 on CPUs, the number of interleaved instances on GPUs */\n")
	e.out.WriteString("constant uint gpga_slot_stride [[function_constant(0)]];\n#define GPGA_AT(s) st[" + index + "]\n\n")
	e.out.WriteString("/* every generated function takes its instance's state and the tables, and is called, never inlined */\n#define GPGA_FN static __attribute__((noinline))\n#define GPGA_ARGS device uint *st, device const uint *tab\n\n")
}

var identRE = regexp.MustCompile(`\b(?:gpga_\w+|sched_\w+|[A-Z][A-Z0-9]*_[A-Z0-9_]+)\b`)

// place writes the chunk of that name after all that it names.
func (e *emitter) place(name string) {
	switch e.state[name] {
	case 1:
		e.fail("%s is part of a call cycle", name)
		return
	case 2:
		return
	}
	var text, brief string
	if c, ok := e.gen[name]; ok {
		text, brief = c.text, c.brief
	} else if c, ok := e.lib[name]; ok {
		text = c.Text
	} else if a, ok := e.arrays[name]; ok {
		e.state[name] = 2
		e.out.WriteString(a)
		return
	} else if v, ok := e.consts[name]; ok {
		e.state[name] = 2
		fmt.Fprintf(&e.out, "constant uint %s = %s;\n", name, num(v))
		return
	} else {
		return
	}
	text = compact(e.subst.Replace(text))
	e.state[name] = 1
	code := stripComments(text)
	for _, id := range identRE.FindAllString(code, -1) {
		if id != name && (e.state[id] != 2) {
			e.place(id)
		}
	}
	e.state[name] = 2
	if brief != "" {
		fmt.Fprintf(&e.out, "/* %s */\n", brief)
	}
	e.out.WriteString(text)
	e.out.WriteByte('\n')
}

var indentRE = regexp.MustCompile(`(?m)^(?: {4})+`)

var heads = strings.NewReplacer("static __attribute__((noinline)) ", "GPGA_FN ", "(device uint *st, device const uint *tab", "(GPGA_ARGS")

// compact writes library text as generated text is written: the macros for heads of functions, a tab for each level.
func compact(text string) string {
	text = indentRE.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat("\t", len(s)/4) })
	return heads.Replace(text)
}

func stripComments(s string) string {
	var b strings.Builder
	for {
		i := strings.Index(s, "/*")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		j := strings.Index(s[i:], "*/")
		if j < 0 {
			return b.String()
		}
		s = s[i+j+2:]
	}
}

// num spells v for a person: small ones in decimal, large ones in hexadecimal.
func num(v uint32) string {
	if v < 1<<20 {
		return fmt.Sprintf("%d", v)
	}
	return fmt.Sprintf("0x%xu", v)
}

// constants collects every named constant that library text may use.
func (e *emitter) constants() {
	p := e.p
	stars := layout.NewStars(p)
	c := map[string]uint32{
		"GPGA_SEGS": layout.RoomSegs, "GPGA_STOPPED": program.Stopped, "GPGA_WAITS": waits, "GPGA_ON": onward,
		"SCHED_STATUS": program.HdrStatus, "SCHED_TIME_LO": program.HdrTimeLo, "SCHED_TIME_HI": program.HdrTimeHi, "SCHED_SEQ": program.HdrSeq,
		"SCHED_ACT_HEAD": program.HdrActHead, "SCHED_ACT_TAIL": program.HdrActTail, "SCHED_INA_HEAD": program.HdrInaHead, "SCHED_INA_TAIL": program.HdrInaTail,
		"SCHED_CHAIN": program.HdrChain, "SCHED_CUR": program.HdrCur, "SCHED_PHASE": program.HdrPhase, "SCHED_PROC_HEAD": program.HdrProcHead, "SCHED_PROC_TAIL": program.HdrProcTail,
		"SCHED_NOW_HEAD": program.HdrNowHead, "SCHED_NOW_TAIL": program.HdrNowTail, "SCHED_HEAP_BASE": program.HdrHeapBase, "SCHED_HEAP_CAP": program.HdrHeapCap, "SCHED_HEAP_LEN": program.HdrHeapLen,
		"SCHED_NBA_BASE": program.HdrNBABase, "SCHED_NBA_LIM": program.HdrNBALim, "SCHED_NBA_END": program.HdrNBAEnd, "SCHED_NBA_POS": program.HdrNBAPos,
		"SCHED_STROBE_BASE": program.HdrStrobeBase, "SCHED_STROBE_LIM": program.HdrStrobeLim, "SCHED_STROBE_END": program.HdrStrobeEnd, "SCHED_STROBE_POS": program.HdrStrobePos,
		"SCHED_SVC_BASE": program.HdrSvcBase, "SCHED_SVC_LIM": program.HdrSvcLim, "SCHED_SVC_END": program.HdrSvcEnd, "SCHED_POOL_NEXT": program.HdrPoolNext, "SCHED_POOL_END": program.HdrPoolEnd,
		"SCHED_MON_SEG": program.HdrMonSeg, "SCHED_MON_ON": program.HdrMonOn, "SCHED_MON_DIRTY": program.HdrMonDirty, "SCHED_TRACE_ON": program.HdrTraceOn, "SCHED_TRACE_HEAD": program.HdrTraceHead,
		"SCHED_FINISH": program.HdrFinish, "SCHED_SEED": program.HdrSeed, "SCHED_USEED": program.HdrUSeed, "SCHED_ERR": program.HdrErr, "SCHED_ERR_ARG": program.HdrErrArg,
		"SCHED_THREADS": program.HdrThreads, "SCHED_NEED": program.HdrNeed, "SCHED_FREE": program.HdrFree, "SCHED_LOOP_MAX": program.LoopMax,
		"SCHED_WAIT_HEAD": p.Layout.WaitHead, "sched_edge_prev_val": p.Layout.ItemPrev, "sched_edge_prev_xz": p.Layout.ItemPrev + 1, "SCHED_TRACE_NEXT": p.Layout.TraceNext, "SCHED_POST_THREAD": layout.PostThread(p), "SCHED_WIDE_SCRATCH": layout.WideScratch(p), "SIG_NET": program.SigNet,
		"STATUS_RUN": program.StatusRun, "STATUS_BUDGET": program.StatusBudget, "STATUS_REPLY": program.StatusReply, "STATUS_NEED": program.StatusNeed, "STATUS_FINISH": program.StatusFinish,
		"STATUS_STOP": program.StatusStop, "STATUS_IDLE": program.StatusIdle, "STATUS_ERROR": program.StatusError, "STATUS_SPIN": program.StatusSpin,
		"NEED_NBA": program.NeedNBA, "NEED_SVC": program.NeedSvc, "NEED_POOL": program.NeedPool, "NEED_STROBE": program.NeedStrobe, "NEED_HEAP": program.NeedHeap,
		"NEED_NBA_WORDS": p.Need.NBAWords, "NEED_SVC_WORDS": p.Need.SvcWords, "NEED_POOL_WORDS": p.Need.PoolWords, "NEED_STROBE_WORDS": layout.StrobeNeed(p), "NEED_HEAP_EVENTS": p.Need.HeapEvents,
		"B_QNEXT": program.BQNext, "B_SEG": program.BSeg, "B_STATE": program.BState, "B_KIND": program.BKind, "NODE_WORDS": program.NodeWords,
		"EV_LO": program.EvLo, "EV_HI": program.EvHi, "EV_SEQ": program.EvSeq, "EV_POS": program.EvPos,
		"TH_NEXT": program.ThNext, "TH_FRAME": program.ThFrame, "TH_PARENT": program.ThParent, "TH_KIDS": program.ThKids, "TH_EVENT": program.ThEvent,
		"TH_ALL_PREV": program.ThAllPrev, "TH_ALL_NEXT": program.ThAllNext, "TH_STATIC": program.ThStatic, "TH_WORDS": program.ThWords,
		"BLOCK_THREAD": program.BlockThread, "BLOCK_NODE": program.BlockNode, "BLOCK_NBA": program.BlockNBA,
		"TH_DEAD": program.ThDead, "TH_READY": program.ThReady, "TH_WAITING": program.ThWaiting, "TH_DELAYED": program.ThDelayed, "TH_JOINING": program.ThJoining, "TH_KILLED": program.ThKilled,
		"FR_HEADER": program.FrHeader, "SCHED_WRITES": p.Layout.Writes, "FR_RET": program.FrRet, "FR_CALLER": program.FrCaller, "FR_TASK": program.FrTask, "ERR_LOOP": program.ErrLoop, "REC_TRACE": program.RecTrace,
		"FAN_EDGE": layout.RowEdge, "FAN_NOW": layout.RowNow, "FAN_LATE": layout.RowLate, "FAN_ANY": layout.RowAny, "FAN_STAR": layout.RowStar, "sched_edge_star_prev_val": stars.Val, "sched_edge_star_prev_xz": stars.XZ,
		"EDGE_POS": program.EdgePos, "EDGE_NEG": program.EdgeNeg,
		"NET_AND": program.NetAnd, "NET_OR": program.NetOr, "NET_TRI0": program.NetTri0, "NET_TRI1": program.NetTri1, "NET_SUPPLY0": program.NetSupply0, "NET_SUPPLY1": program.NetSupply1, "NET_TRIREG": program.NetTrireg,
		"TASK_WORDS": 4, "BLOCK_WORDS": 4, "NUM_BLOCK": uint32(len(p.Blocks)), "NUM_PROC": uint32(len(p.Procs)), "NO_SEG": program.NoSeg,
	}
	for name, at := range e.tab.At {
		c[name] = at
	}
	c["sched_edge_mask_pos"] = edgeMask(program.EdgePos)
	c["sched_edge_mask_neg"] = edgeMask(program.EdgeNeg)
	e.consts = c
}

// edgeMask has bit 4*old+new set for each move that is the edge, with codes 0, 1, z = 2, x = 3 (IEEE 1364-2005 table 9-1).
func edgeMask(kind uint32) uint32 {
	var m uint32
	for from := uint32(0); from < 4; from++ {
		for to := uint32(0); to < 4; to++ {
			level := func(c uint32) int { // 0 low, 1 unknown, 2 high
				switch c {
				case 0:
					return 0
				case 1:
					return 2
				}
				return 1
			}
			if kind == program.EdgePos && level(to) > level(from) || kind == program.EdgeNeg && level(to) < level(from) {
				m |= 1 << (4*from + to)
			}
		}
	}
	return m
}

// substitutions fills the places where library text depends on what the program has.
func (e *emitter) substitutions() {
	var pairs []string
	if len(e.arrays) == 0 {
		pairs = inBuffer(e.p)
	}
	pairs = append(pairs, e.slots(false)...)
	e.subst = strings.NewReplacer(pairs...)
}

// evalStar is the evaluator's walk over a star list, keepStar what the last row of such a signal does.
const (
	evalStar = `uint left = sched_edge_wait_star_count[wait];
    #pragma clang loop unroll(disable) vectorize(disable)
    for (; left != 0 && !hit; --left) {
        uint star = sched_edge_wait_star_offset[wait] + left - 1u;
        hit = gpga_star_moved(st, tab, sched_edge_star_signal[star], false);
    }`
	keepStar = `case FAN_STAR:
            gpga_star_moved(st, tab, sig, true);
            break;`
)

// slots fills the places of library text that depend on which features a program has; all asks for every feature.
func (e *emitter) slots(all bool) (pairs []string) {
	trace := ""
	if all || e.p.Layout.NumTrace > 0 {
		trace = "gpga_mark_trace(st, tab, sig);"
	}
	pairs = append(pairs, "GPGA_MARK_TRACE(sig)", trace)
	if all || layout.HasStars(e.p) {
		eval := evalStar
		if len(e.arrays) == 0 {
			eval = strings.NewReplacer(inBuffer(e.p)...).Replace(eval)
		}
		pairs = append(pairs, "GPGA_EVAL_STAR", eval, "GPGA_KEEP_STAR", keepStar)
	} else {
		pairs = append(pairs, "    GPGA_EVAL_STAR\n", "", "        GPGA_KEEP_STAR\n", "")
	}
	round := ""
	if e.quiet != nil {
		round = "if (GPGA_AT(SCHED_PHASE) != 0) GPGA_AT(SCHED_NBA_ROUND) = GPGA_AT(SCHED_NBA_ROUND) + 1u;"
	}
	noted := []string{"            GPGA_NOTED\n", "", "        GPGA_NOTED_NOW\n", ""}
	if e.notes != nil && e.notes.Max > 0 {
		noted = []string{"GPGA_NOTED_NOW", "gpga_noted(st, tab);", "GPGA_NOTED", "gpga_noted(st, tab);\n            if (seg == GPGA_WAITS) gpga_enlist(st, th);"}
	}
	pairs = append(pairs, noted...)
	pairs = append(pairs, wholeRun...)
	pairs = append(pairs, "GPGA_NEXT_ROUND", round, "GPGA_APPLY_MORE", applyMore(all))
	if all {
		// The vm runs immediate nodes in its own loop, also those of the log.
		pairs = append(pairs, "GPGA_APPLY_NBA", "gpga_dispatch(st, tab, VM_APPLY_SEG, SCHED_POST_THREAD);", "        if (node != 0) {\n            GPGA_NODE_ENDED\n        } else if (", "        if (node == 0 && ")
	} else {
		pairs = append(pairs, "GPGA_APPLY_NBA", "gpga_apply_nba(st, tab);", "GPGA_NODE_ENDED", "if (GPGA_AT(SCHED_NOW_HEAD) != 0) gpga_settle(st, tab);")
	}
	writes := ""
	if e.p.Layout.Writes != 0 {
		writes = "if (GPGA_AT(SCHED_WRITES + event * 2u) != 0) gpga_wake_writes(st, event);"
	}
	if all {
		writes = "if (SCHED_WRITES != 0 && GPGA_AT(SCHED_WRITES + event * 2u) != 0) gpga_wake_writes(st, event);"
	}
	pairs = append(pairs, "GPGA_WAKE_WRITES", writes)
	var more strings.Builder
	if all || e.p.Need.PoolWords > 0 {
		more.WriteString("if (GPGA_AT(SCHED_POOL_NEXT) + NEED_POOL_WORDS > GPGA_AT(SCHED_POOL_END)) r |= NEED_POOL;\n")
	}
	if all || layout.StrobeNeed(e.p) > 0 {
		more.WriteString("    if (GPGA_AT(SCHED_STROBE_END) + NEED_STROBE_WORDS > GPGA_AT(SCHED_STROBE_LIM)) r |= NEED_STROBE;\n")
	}
	if all || e.p.Need.HeapEvents > 0 {
		more.WriteString("    if (GPGA_AT(SCHED_HEAP_LEN) + NEED_HEAP_EVENTS > GPGA_AT(SCHED_HEAP_CAP)) r |= NEED_HEAP;\n")
	}
	var roomy strings.Builder
	if all || e.p.Need.PoolWords > 0 {
		roomy.WriteString("few = few || GPGA_AT(SCHED_POOL_NEXT) + GPGA_SEGS * NEED_POOL_WORDS > GPGA_AT(SCHED_POOL_END);\n")
	}
	if all || layout.StrobeNeed(e.p) > 0 {
		roomy.WriteString("    few = few || GPGA_AT(SCHED_STROBE_END) + GPGA_SEGS * NEED_STROBE_WORDS > GPGA_AT(SCHED_STROBE_LIM);\n")
	}
	if all || e.p.Need.HeapEvents > 0 {
		roomy.WriteString("    few = few || GPGA_AT(SCHED_HEAP_LEN) + GPGA_SEGS * NEED_HEAP_EVENTS > GPGA_AT(SCHED_HEAP_CAP);\n")
	}
	pairs = append(pairs, "GPGA_ROOMY_MORE", strings.TrimSpace(roomy.String()))
	const moved = "if (GPGA_AT(tab[d + 5u] + i) != span) moved = true;"
	held := all
	for i := range e.p.Signals {
		held = held || e.p.Signals[i].Flags&(program.SigForced|program.SigAssigned) != 0
	}
	if held {
		pairs = append(pairs,
			"GPGA_APPLY_BITS", "if (gpga_layer(st, tab, sig) != 0 ? gpga_drive_bits(st, tab, sig, off + int(k * 32u), min(32u, w - k * 32u), t) : gpga_putbits(st, s, wa, off + int(k * 32u), min(32u, w - k * 32u), t)) changed = true;",
			"GPGA_PUT_HELD", "uint f = gpga_layer(st, tab, sig);\n    if (f != 0) s = f;", "GPGA_PUT_CHANGED(", "(f != 0 ? uint(gpga_relayer(st, tab, sig, k)) : ",
			"GPGA_STRONG_MOVED", "span = gpga_held_span(st, tab, sig, i, span);\n        "+moved)
	} else {
		pairs = append(pairs,
			"GPGA_APPLY_BITS", "if (gpga_putbits(st, s, wa, off + int(k * 32u), min(32u, w - k * 32u), t)) changed = true;",
			"    GPGA_PUT_HELD\n", "", "GPGA_PUT_CHANGED(", "(", "GPGA_STRONG_MOVED", moved)
	}
	pairs = append(pairs, "GPGA_SHORT_MORE", strings.TrimSpace(more.String()))
	return pairs
}

// applyMore applies entries of the nonblocking log that are not whole signals of at most 32 bits: the vm has one way for all widths.
func applyMore(vm bool) string {
	if vm {
		return "return gpga_vm_apply(st, tab, e);"
	}
	return `if (h < 0x20000000u) {
        gpga_set64(st, tab, s, sig, gpga_load64(st, e + 1u));
        return e + 5u;
    }
    return gpga_apply_part(st, tab, e, sig, s);`
}

// dispatch makes the bucketed switches over segments, and the one over immediate nodes.
func (e *emitter) dispatch() {
	ids := make([]uint32, len(e.p.Segs))
	for i := range ids {
		ids[i] = uint32(i)
	}
	switch {
	case e.opts.KernelLimit > 0:
		e.divide(ids)
	case len(e.shared) > 0:
		e.sharedDispatch("gpga_dispatch", "TAB_SEG", ids)
	default:
		e.level("gpga_dispatch", "", e.calls(ids), 0, len(ids))
	}

	// Immediate nodes have a dispatch of their own, for they run inside a segment's settling: MSL has no recursion.
	now := immediate(e.p)
	if len(e.shared) > 0 && len(now) > 0 {
		e.sharedDispatch("gpga_dispatch_nth", "TAB_NOW", now)
		e.gen["gpga_dispatch_now"] = chunk{name: "gpga_dispatch_now", text: "static __attribute__((noinline)) void gpga_dispatch_now(device uint *st, device const uint *tab, uint b) {\n    gpga_dispatch_nth(st, tab, GPGA_AT(b + B_SEG), b);\n}\n"}
		return
	}
	index := make([]uint32, len(e.p.Segs))
	for i, s := range now {
		index[s] = uint32(i)
	}
	if len(now) > 0 {
		at := uint32(len(e.tab.Words))
		e.tab.At["TAB_NOW"], e.consts["TAB_NOW"] = at, at
		e.tab.Order = append(e.tab.Order, "TAB_NOW")
		e.tab.Words = append(e.tab.Words, index...)
	}
	e.level("gpga_dispatch_nth", "", e.calls(now), 0, len(now))
	text := "static __attribute__((noinline)) void gpga_dispatch_now(device uint *st, device const uint *tab, uint b) {\n"
	if len(now) > 0 {
		text += "    gpga_dispatch_nth(st, tab, tab[TAB_NOW + GPGA_AT(b + B_SEG)], b);\n"
	}
	e.gen["gpga_dispatch_now"] = chunk{name: "gpga_dispatch_now", text: text + "}\n"}
}

// calls spells the calls of segments.
func (e *emitter) calls(segs []uint32) []string {
	out := make([]string, len(segs))
	for i, s := range segs {
		out[i] = fmt.Sprintf("gpga_seg_%d(st, tab, th)", s)
	}
	return out
}

// level writes a dispatch function over calls[lo:hi], in which lo is a multiple of the range's power of BucketSize. more is what its
// parameters end in.
func (e *emitter) level(name, more string, calls []string, lo, hi int) {
	var b strings.Builder
	fmt.Fprintf(&b, "GPGA_FN uint %s(GPGA_ARGS, uint seg, uint th%s) {\n", name, more)
	n := hi - lo
	if n <= BucketSize {
		b.WriteString("\tswitch (seg) {\n")
		for i := lo; i < hi; i++ {
			fmt.Fprintf(&b, "\tcase %d: return %s;\n", i, calls[i])
		}
	} else {
		span, shift := BucketSize, 6
		for span*BucketSize < n {
			span *= BucketSize
			shift += 6
		}
		fmt.Fprintf(&b, "\tswitch (seg >> %d) {\n", shift)
		for i := lo; i < hi; i += span {
			sub := fmt.Sprintf("%s_%d", name, i)
			e.level(sub, more, calls, i, min(i+span, hi))
			fmt.Fprintf(&b, "\tcase %d: return %s(st, tab, seg, th%s);\n", i>>shift, sub, strings.Replace(more, "uint ", "", 1))
		}
	}
	b.WriteString("\t}\n\treturn GPGA_STOPPED;\n}\n")
	e.gen[name] = chunk{name: name, text: b.String()}
}

// immediate lists the segments that run inside others' settling, in order.
func immediate(p *program.Program) []uint32 {
	var now []uint32
	for i := range p.Nodes {
		if p.Nodes[i].Now {
			now = append(now, p.Nodes[i].Seg)
		}
	}
	for i := range p.Code {
		if p.Code[i].Op == program.OpSpawn {
			now = append(now, p.Code[i].A)
		}
	}
	sort.Slice(now, func(i, j int) bool { return now[i] < now[j] })
	return slices.Compact(now)
}
